<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ArticlesFound</name>
        <message numerus="yes">
            <source>%n article(s) contain these words</source>
            <translation>
                <numerusform>%n article contains these words</numerusform>
                <numerusform>%n articles contain these words</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChosenPeople</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DetailsCard</name>
        <message numerus="yes">
            <source>Show %n empty field(s)</source>
            <translation>
                <numerusform>Show %n empty field</numerusform>
                <numerusform>Show %n empty fields</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EditionsPane</name>
        <message numerus="yes">
            <source>%n edition(s)</source>
            <translation>
                <numerusform>%n edition</numerusform>
                <numerusform>%n editions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportListDialog</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FieldLine</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n version</numerusform>
                <numerusform>%n versions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FieldRow</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n version</numerusform>
                <numerusform>%n versions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FileActs</name>
        <message numerus="yes">
            <source>%n row(s) written to {name}</source>
            <translation>
                <numerusform>%n row written to {name}</numerusform>
                <numerusform>%n rows written to {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Verified: %n thing(s) wrong.</source>
            <translation>
                <numerusform>Verified: %n thing wrong.</numerusform>
                <numerusform>Verified: %n things wrong.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GrowingColumn</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HoldPersonDialog</name>
        <message numerus="yes">
            <source>Named already in %n document(s)</source>
            <translation>
                <numerusform>Named already in %n document</numerusform>
                <numerusform>Named already in %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Output</name>
        <message numerus="yes">
            <source>%n page(s) sent to the printer</source>
            <translation>
                <numerusform>%n page sent to the printer</numerusform>
                <numerusform>%n pages sent to the printer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeopleModel</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuoteReader</name>
        <message numerus="yes">
            <source>%n quote(s)</source>
            <translation>
                <numerusform>%n quote</numerusform>
                <numerusform>%n quotes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderPane</name>
        <message numerus="yes">
            <source>Quote not found: the text does not have the words of %n quote(s).</source>
            <translation>
                <numerusform>Quote not found: the text does not have the words of %n quote.</numerusform>
                <numerusform>Quote not found: the text does not have the words of %n quotes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SaysTab</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message numerus="yes">
            <source>%n gap(s)</source>
            <translation>
                <numerusform>%n gap</numerusform>
                <numerusform>%n gaps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceModel</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceReader</name>
        <message numerus="yes">
            <source>%n quote(s)</source>
            <translation>
                <numerusform>%n quote</numerusform>
                <numerusform>%n quotes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcesPage</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatementCards</name>
        <message numerus="yes">
            <source>%n of the things it rests on moved since.</source>
            <translation>
                <numerusform>%n of the things it rests on has moved since.</numerusform>
                <numerusform>%n of the things it rests on have moved since.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToldLine</name>
        <message numerus="yes">
            <source>%n more, and</source>
            <translation>
                <numerusform>%n more, and</numerusform>
                <numerusform>%n more, and</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToldPage</name>
        <message numerus="yes">
            <source>%n statement(s)</source>
            <translation>
                <numerusform>%n statement</numerusform>
                <numerusform>%n statements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n to look at</numerusform>
                <numerusform>%n to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Totals</name>
        <message numerus="yes">
            <source>Unnamed, in %n group(s)</source>
            <translation>
                <numerusform>Unnamed, in %n group</numerusform>
                <numerusform>Unnamed, in %n groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Unnamed, {number} in %n group(s)</source>
            <translation>
                <numerusform>Unnamed, {number} in %n group</numerusform>
                <numerusform>Unnamed, {number} in %n groups</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UseVersionDialog</name>
        <message numerus="yes">
            <source>and %n more report(s)</source>
            <translation>
                <numerusform>and %n more report</numerusform>
                <numerusform>and %n more reports</numerusform>
            </translation>
        </message>
    </context>
</TS>
