"""The table of commands: what each is called, takes and does."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from casefiles.domain.catalogue import FIELDS
from casefiles.domain.statements import Audience, Ruling, State, Told


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes:
        name: one word or two.
        does: what it does, in a sentence.
        takes: adds its arguments to a parser.
        run: where the function that carries it out is found; it is loaded only when it is wanted.
    """

    name: str
    does: str
    takes: Callable[[ArgumentParser], None]
    run: str


def _new(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--title", default="", metavar="T", help="the casebook's title; the file's name if not given")
    parser.add_argument("--time-zone", default="UTC", metavar="Z", help="by which its days end, as in Asia/Kolkata")
    parser.add_argument(
        "--confirms", action="append", default=[], metavar="NAME", help="a body able to confirm; may be repeated"
    )
    parser.add_argument("--encrypt", action="store_true", help="ask for a password to lock it with")


def _case_add(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--name", action="append", default=[], metavar="N", help="a name; further ones are spellings")
    parser.add_argument("--group", "--size", dest="size", metavar="N", help="a group of so many, as 2 or 2-5")
    for field in FIELDS:
        if field.key not in {"name", "size"}:
            words = dict.fromkeys(f"--{word}" for word in (field.key.replace("_", "-"), field.key, field.word))
            parser.add_argument(
                *words, dest=f"field_{field.key}", action="append", metavar="V", help=field.label.lower()
            )
    parser.add_argument("--situation", action="append", default=[], metavar="S", help="the crisis it belongs to")
    _status_parts(parser)
    _evidence(parser)


def _case_show(parser: ArgumentParser) -> None:
    _book(parser)
    _ref(parser, "the case, as CF-0000042 or 42")
    _moment(parser)


def _case_set(parser: ArgumentParser) -> None:
    _book(parser)
    _ref(parser, "the case, as CF-0000042 or 42")
    parser.add_argument("field", metavar="FIELD", help="the field, by its key, label or search word")
    parser.add_argument("value", metavar="VALUE", help="the value; empty to clear the field")
    _status_parts(parser)
    _evidence(parser)


def _case_grade(parser: ArgumentParser) -> None:
    _book(parser)
    _ref(parser, "the case, as CF-0000042 or 42")
    parser.add_argument("claim", metavar="CLAIM", help="the report, by its id as “case show --json” gives it")
    parser.add_argument("grade", metavar="GRADE", help="1, confirmed by others, to 6, cannot be judged; empty for none")
    _reason(parser)


def _case_hold(parser: ArgumentParser) -> None:
    _book(parser)
    _ref(parser, "the case, as CF-0000042 or 42")
    _reason(parser, required=True)
    parser.add_argument("--review-by", metavar="D", required=True, help="by which day to look again")


def _case_release(parser: ArgumentParser) -> None:
    _book(parser)
    _ref(parser, "the case, as CF-0000042 or 42")
    _reason(parser, required=True)


def _reason(parser: ArgumentParser, *, required: bool = False) -> None:
    parser.add_argument("--reason", default="", required=required, metavar="TEXT", help="why; kept in the history")


def _source_add(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("document", metavar="PATH_OR_URL", help="a .txt or .html file, or a web address")
    for option, (key, help_) in SOURCE_OPTIONS.items():
        parser.add_argument(option, dest=f"detail_{key}", metavar="V", help=help_)
    parser.add_argument("--encoding", metavar="E", help="how the file's letters are coded, if it cannot be told")


def _source_show(parser: ArgumentParser) -> None:
    _book(parser)
    _ref(parser, "the source, as S-000042 or 42")


def _search(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("query", metavar="QUERY", help="words, status: and origin:, as in the search box")
    _limit(parser, 50)
    _moment(parser)


def _figures(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--situation", default="", metavar="S", help="of one crisis only")
    _moment(parser)


def _codebook(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--as-of", metavar="D", help="as it was in force by the end of this day")


def _match(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("name", metavar="NAME", help="a name in any script, as it was written or pronounced")
    _limit(parser, 10)
    parser.add_argument("--origin", default="", metavar="O", help="where they are from, which tells namesakes apart")
    parser.add_argument("--age", default="", metavar="A", help="their age, as 30 or 30-35")


def _brief(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("template", metavar="TEMPLATE", help="dossier or situation")
    parser.add_argument("-o", dest="out", metavar="OUT.pdf", required=True, help="the file to write")
    parser.add_argument("--query", default="", metavar="Q", help="which people; all if not given")
    parser.add_argument("--ref", action="append", default=[], metavar="REF", help="one person; may be repeated")
    _moment(parser)
    parser.add_argument("--since", metavar="D", help="say what changed since this day")
    parser.add_argument("--situation", default="", metavar="S", help="of one crisis only")
    parser.add_argument("--period", default="", metavar="TEXT", help="the period it covers, in words")
    parser.add_argument("--number", default="", metavar="N", help="the briefing's number")
    parser.add_argument("--mark", default="", metavar="M", help="the handling mark at top and bottom")
    parser.add_argument("--title", default="", metavar="T", help="the title")
    parser.add_argument("--bottom-line", default="", metavar="TEXT", help="what it comes to, in your words")
    parser.add_argument("--codebook", action="store_true", help="with the codebook as an annex")
    parser.add_argument("--two-page", action="store_true", help="two pages, with the endnotes in an annex")
    parser.add_argument("--issue", action="store_true", help="keep it as an edition, with its number")
    parser.add_argument("--audience", default="", metavar="A", help=f"whom an edition is for: {_words(Audience)}")
    parser.add_argument("--to", default="", metavar="WHO", help="who is given the edition, in words")


def _edition(parser: ArgumentParser) -> None:
    _book(parser)
    _edition_number(parser, "number", "the edition, as 3")


def _edition_again(parser: ArgumentParser) -> None:
    _edition(parser)
    parser.add_argument("-o", dest="out", metavar="OUT.pdf", required=True, help="the file to write")


def _edition_diff(parser: ArgumentParser) -> None:
    _book(parser)
    _edition_number(parser, "older", "the earlier edition, as 3")
    _edition_number(parser, "newer", "the later one, as 4")


def _edition_number(parser: ArgumentParser, name: str, help_: str) -> None:
    parser.add_argument(name, metavar=name.upper(), help=help_)


def _statement_add(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("title", metavar="TITLE", help="what it is, as “Answer to question 214”")
    parser.add_argument("--kind", required=True, metavar="K", help=f"who was told: {_words(Told)}")
    parser.add_argument("--house", default="", metavar="H", help="of parliament, as “Lok Sabha”")
    parser.add_argument("--question", default="", metavar="N", help="the number of the question")
    parser.add_argument("--to", default="", metavar="WHO", help="who was told, in words")
    parser.add_argument("--said-on", default="", metavar="D", help="the day; today if not given")
    parser.add_argument("--text", default="", metavar="TEXT", help="what was said")
    parser.add_argument("--person", default="", metavar="REF", help="whose family was told, as CF-0000042")
    parser.add_argument("--situation", default="", metavar="S", help="count in one crisis only")
    for option, metavar, help_ in (
        ("--report", "UUID", "a report that it rests on, as `case show --json` gives it; may be repeated"),
        ("--value", "REF:FIELD", "the value in use of a field, as CF-0000042:age; may be repeated"),
        ("--total", "UUID", "a reported total that it rests on; may be repeated"),
        ("--count", "QUERY", "how many people answer a query now; may be repeated"),
    ):
        parser.add_argument(option, action="append", default=[], metavar=metavar, help=help_)


def _statement_list(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("--state", default="", metavar="S", help=f"only those in one state: {_words(State)}")


def _statement(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("statement", metavar="STATEMENT", help="its id, or the beginning of it")


def _statement_judge(parser: ArgumentParser) -> None:
    _statement(parser)
    parser.add_argument("verdict", metavar="VERDICT", help=f"one of: {_words(Ruling)}")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why")
    parser.add_argument("--owner", default="", metavar="WHO", help="who sees to the correction")
    parser.add_argument("--by", default="", metavar="D", help="the day by which it is to be corrected")


def _words(values: type[StrEnum]) -> str:
    return ", ".join(one.value for one in values)


def _file(metavar: str, help_: str) -> Callable[[ArgumentParser], None]:
    def takes(parser: ArgumentParser) -> None:
        _book(parser)
        parser.add_argument("file", metavar=metavar, help=help_)

    return takes


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the backup")
    parser.add_argument("book", metavar="BOOK", help="the casebook to make of it; nothing may be there")


def _history(parser: ArgumentParser) -> None:
    _book(parser)
    parser.add_argument("ref", metavar="REF", nargs="?", help="of one case or source only, as CF-0000042 or S-000042")
    _limit(parser, 500)


def _book(parser: ArgumentParser) -> None:
    parser.add_argument("book", metavar="BOOK", help="the casebook's file")


def _ref(parser: ArgumentParser, help_: str) -> None:
    parser.add_argument("ref", metavar="REF", help=help_)


def _limit(parser: ArgumentParser, default: int) -> None:
    parser.add_argument("--limit", type=whole, default=default, metavar="N", help=f"at most so many; {default}")


def whole(text: str) -> int:
    """Return the number that an option was given."""
    if not text.isdecimal() or len(text) > 9:
        raise ArgumentTypeError(f"“{text[:20]}” is not a whole number")
    return int(text)


def _moment(parser: ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="D", help="as learned by the end of this day, also if entered later")
    parser.add_argument("--recorded-by", metavar="D", help="as recorded in this casebook by the end of this day")


def _status_parts(parser: ArgumentParser) -> None:
    parser.add_argument("--date", metavar="D", help="when the status's event happened, in words or EDTF")
    parser.add_argument("--place", metavar="P", help="where it happened")
    parser.add_argument("--cause", metavar="C", help="how it happened")


def _evidence(parser: ArgumentParser) -> None:
    parser.add_argument("--source", default="", metavar="REF", help="the source that says so, as S-000042")
    parser.add_argument(
        "--quote",
        action="append",
        default=[],
        metavar="WORDS",
        help="its exact words, for every value; or FIELD=WORDS for one, or for date, place, cause, speaker",
    )
    parser.add_argument("--said-by", default="", metavar="CHAIN", help='who says it, as in "family, via Daily Courier"')
    parser.add_argument("--said-on", default="", metavar="D", help="when they said it")
    parser.add_argument("--learned-on", default="", metavar="D", help="the day we learned of it; today if not given")


SOURCE_OPTIONS: dict[str, tuple[str, str]] = {
    "--published": ("published_on", "when it came out, in words or EDTF"),
    "--publisher": ("publisher", "who brought it out"),
    "--title": ("title", "its title"),
    "--author": ("author", "who wrote it"),
    "--url": ("url", "its web address"),
    "--received": ("received_on", "when it reached us"),
    "--received-from": ("received_from", "who gave it to us"),
    "--original": ("original", "the source it rests on"),
    "--language": ("language", "its language, as in en"),
    "--kind": ("kind", "what kind of source it is"),
    "--reliability": ("reliability", "A to F"),
    "--same-voice-as": ("independence_group", "a name shared by sources that are one voice"),
    "--corrected": ("corrected_on", "when its publisher corrected it"),
    "--withdrawn": ("withdrawn_on", "when its publisher withdrew it"),
    "--note": ("note", "a note"),
}
"""The options that describe a source: each with its detail and its help."""

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("new", "Makes an empty casebook, locked when a password is given.", _new, "casebooks:new"),
        Command("case add", "Adds a person, or a group, with what is said of them.", _case_add, "cases:add"),
        Command("case show", "Shows all that is known of a case, with quotes and history.", _case_show, "cases:show"),
        Command("case set", "Changes one field of a case.", _case_set, "cases:set_field"),
        Command("case grade", "Says how credible one report is.", _case_grade, "cases:grade"),
        Command("case hold", "Keeps a case out of documents that name people.", _case_hold, "cases:hold"),
        Command("case release", "Lets a case on hold be named again.", _case_release, "cases:release"),
        Command("source add", "Takes in an article or other document.", _source_add, "sources:add"),
        Command("source show", "Shows a source, its text and where it is used.", _source_show, "sources:show"),
        Command("search", "Finds people and articles.", _search, "lists:search"),
        Command("figures", "Shows reported totals, their sums and our people.", _figures, "figures:figures"),
        Command(
            "codebook",
            "Shows what the words mean, and the rules this casebook is kept by.",
            _codebook,
            "lists:codebook",
        ),
        Command("brief", "Prints a briefing, and issues it as an edition.", _brief, "printing:brief"),
        Command("edition list", "Lists the issued briefings, newest first.", _book, "editions:list_all"),
        Command("edition show", "Shows what is kept of an edition, and whom it names.", _edition, "editions:show"),
        Command("edition reissue", "Writes the pages that were issued.", _edition_again, "editions:reissue"),
        Command("edition regenerate", "Prints an edition again from its facts.", _edition_again, "editions:regenerate"),
        Command("edition diff", "Tells what changed between two editions.", _edition_diff, "editions:diff"),
        Command("statement add", "Enters what was told, and what it rests on.", _statement_add, "statements:add"),
        Command("statement list", "Lists what was told, and how it stands.", _statement_list, "statements:list_all"),
        Command("statement show", "Shows what was told, with what moved since.", _statement, "statements:show"),
        Command("statement judge", "Says that it was wrong when said, or right.", _statement_judge, "statements:judge"),
        Command("match", "Finds who may be meant by a name, by its sound.", _match, "matching:match"),
        Command(
            "export", "Writes every record in the native form.", _file("FILE", "the file to write"), "casebooks:export"
        ),
        Command(
            "apply", "Takes in records of the native form.", _file("FILE", "the file to take in"), "casebooks:apply"
        ),
        Command("history", "Lists who changed what, newest first.", _history, "lists:history"),
        Command("undo", "Takes back the last change that stands.", _book, "lists:undo"),
        Command("redo", "Does again the last change taken back.", _book, "lists:redo"),
        Command("verify", "Checks journal, saved copies, quotes and lists.", _book, "casebooks:verify"),
        Command("backup", "Writes a whole copy, history included.", _file("FILE", "the copy"), "casebooks:back_up"),
        Command("restore", "Makes a casebook of a backup.", _restore, "casebooks:restore"),
    )
}
