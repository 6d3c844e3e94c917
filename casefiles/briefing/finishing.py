"""The last pass over a file: what it says about itself, its output intent, and a compact, repeatable form."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from casefiles.briefing.blocks import Document
from casefiles.briefing.colour_profile import srgb_profile
from casefiles.briefing.plaintext import plain

_PRODUCER = "Casefiles"


def finished(raw: bytes, document: Document) -> tuple[bytes, int]:
    """Give the finished file and its number of pages.

    Prepared as for PDF/A-3 (output intent, metadata stream, embedded faces), but no conformance is claimed:
    no validator has seen it.
    """
    with pikepdf.open(BytesIO(raw)) as pdf:
        title = plain(document.title, 200)
        stamp = document.generated_at
        profile = pdf.make_stream(srgb_profile(), N=3, Alternate=Name.DeviceRGB)
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
        pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
        pdf.Root.Metadata = pdf.make_stream(
            _metadata(title, document.lang, stamp), Type=Name.Metadata, Subtype=Name.XML
        )
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo.Title = String(title)
        pdf.docinfo.Producer = String(_PRODUCER)
        if stamp:
            pdf.docinfo.CreationDate = pdf.docinfo.ModDate = String(_pdf_date(stamp))
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return out.getvalue(), len(pdf.pages)


def _metadata(title: str, lang: str, stamp: str) -> bytes:
    """Write the metadata: the title, the language and the time, and nothing about anyone."""
    dates = f"<xmp:CreateDate>{escape(stamp)}</xmp:CreateDate><xmp:ModifyDate>{escape(stamp)}</xmp:ModifyDate>"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(lang)}</rdf:li></rdf:Bag></dc:language>"
        f"{dates if stamp else ''}<pdf:Producer>{_PRODUCER}</pdf:Producer>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _pdf_date(stamp: str) -> str:
    """Write an ISO time as a PDF date."""
    digits = "".join(char for char in stamp[:19] if char.isdigit())
    zone = stamp[19:].replace("Z", "+00:00") or "+00:00"
    return f"D:{digits}{zone[:3]}'{zone[4:6]}'"
