"""What a file says about itself: its title, language and time, its colours, and nothing about anyone.

Prepared as for PDF/A-3 (metadata stream, output intent, embedded faces), but no conformance is claimed:
no validator has seen it.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from casefiles.briefing.blocks import Document
from casefiles.briefing.colour_profile import srgb_profile
from casefiles.briefing.embedding import utf16
from casefiles.briefing.packing import Raw, RawStream
from casefiles.briefing.plaintext import language, plain
from casefiles.briefing.sheet import Sheet

_PROGRAM = "Casefiles"
_LONGEST_TITLE = 200


def catalog(document: Document, sheet: Sheet) -> dict[str, Raw]:
    """Give the entries of the document's catalogue that do not depend on its pages."""
    profile = sheet.add(RawStream(srgb_profile(), "/N 3/Alternate/DeviceRGB"))
    intent = (
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>]"
    )
    metadata = RawStream(_metadata(document), "/Type/Metadata/Subtype/XML")
    sheet.add(metadata)
    return {
        "OutputIntents": Raw(intent.encode()),
        "Metadata": metadata,
        "MarkInfo": Raw(b"<</Marked true>>"),
        "ViewerPreferences": Raw(b"<</DisplayDocTitle true>>"),
    }


def information(document: Document) -> Raw:
    """Give the file's old-style information."""
    stamp = _pdf_date(document.generated_at)
    dates = f"/CreationDate({stamp})/ModDate({stamp})" if stamp else ""
    return Raw(f"<</Title<FEFF{utf16(_title(document))}>/Producer({_PROGRAM}){dates}>>".encode())


def _metadata(document: Document) -> bytes:
    title = escape(_title(document))
    stamp = escape(document.generated_at) if _pdf_date(document.generated_at) else ""
    dates = f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>" if stamp else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{language(document.lang)}</rdf:li></rdf:Bag></dc:language>"
        f"{dates}<pdf:Producer>{_PROGRAM}</pdf:Producer>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _title(document: Document) -> str:
    return plain(document.title, _LONGEST_TITLE)


def _pdf_date(stamp: str) -> str:
    """Write an ISO time as a PDF date; nothing for a time that is not one."""
    digits = "".join(char for char in stamp[:19] if char.isdigit())
    if len(digits) != 14:
        return ""
    zone = stamp[19:].replace("Z", "+00:00")
    offset = f"{zone[:3]}'{zone[4:6]}'" if len(zone) == 6 and zone[1:3].isdigit() and zone[4:].isdigit() else ""
    return f"D:{digits}{offset}"
