"""What a document is, judged by its content and never by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casefiles.domain.problems import CannotCapture

TEXT = "text/plain"
HTML = "text/html"
HEAD = 4096


@dataclass(frozen=True, slots=True)
class _Refused:
    """A kind that cannot be taken: how it begins, what it is called and what to do instead."""

    begins: re.Pattern[bytes]
    called: str
    instead: str


_COPY_WORDS = "Open it, copy the words you need and paste them."
_TYPE_WORDS = "Type out the words you need and paste them."
_UNPACK = "Unpack it and add the .txt or .html files in it."

_SAVE_PLAIN = "Save the page again as “Web page, HTML only”, or copy its words and paste them."

_REFUSED = tuple(
    _Refused(re.compile(begins, re.DOTALL), called, instead)
    for begins, called, instead in (
        (rb"\s*%PDF-", "a PDF", _COPY_WORDS),
        (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*", "an image", _TYPE_WORDS),
        (rb"RIFF....WEBP|\0\0..ftyp(?:hei[cfsx]|mif1|avi[fs])", "an image", _TYPE_WORDS),
        (rb"ID3[\2-\4]\0|OggS\0|fLaC\0|RIFF....(?:WAVE|AVI )", "a recording", _TYPE_WORDS),
        (rb"\x1aE\xdf\xa3|\0\0..ftyp", "a recording", _TYPE_WORDS),
        (rb"PK\x03\x04.{26}(?:mimetype|\[Content_Types\]|_rels/)", "an office document", _COPY_WORDS),
        (rb"\xd0\xcf\x11\xe0|\{\\rtf", "an office document", _COPY_WORDS),
        (
            rb"PK[\x03\x05]|\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ|7z\xbc\xaf|Rar!\x1a|.{257}ustar",
            "an archive",
            _UNPACK,
        ),
        (rb"(?:From: <Saved by|MIME-Version:).{0,2000}multipart/related", "a saved page set", _SAVE_PLAIN),
        (rb"SQLite format 3\0", "a database", "To work in a casebook, open it instead."),
    )
)

_MARKS = b"\xef\xbb\xbf\xff\xfe"
_LEAD = rb"(?:\s+|<\?xml[^>]*>|<!--.*?-->)*"
_TAGS = (
    rb"html|head|body|title|meta|link|script|style|base|main|article|section|header|nav|div|span|table|form"
    rb"|iframe|h[1-6]|p|a|b|br|font|center|ul|ol"
)
_PAGE = re.compile(_LEAD + rb"<(?:!doctype\s+html|(?:" + _TAGS + rb")(?=[\s/>]))", re.DOTALL | re.IGNORECASE)


def media_type(head: bytes, *, wide: bool = False) -> str:
    """Tell plain text from a web page by the first bytes, and refuse what is neither.

    Args:
        head: the beginning of the document.
        wide: whether it is known to be in UTF-16 or UTF-32, where zero bytes are part of the text.
    """
    for kind in _REFUSED:
        if kind.begins.match(head):
            raise CannotCapture(f"This is {kind.called}; only plain text and web pages can be added.", kind.instead)
    if b"\0" in head and not wide and not is_wide(head):
        raise binary()
    letters = head.replace(b"\0", b"").lstrip(_MARKS)
    return HTML if _PAGE.match(letters) else TEXT


def is_wide(head: bytes) -> bool:
    """Tell whether the bytes begin with the mark of UTF-16 or UTF-32."""
    return head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def binary() -> CannotCapture:
    """Say that a document is no text at all."""
    return CannotCapture(
        "This does not hold text: it has bytes or control characters that no text has.",
        "Add a .txt or .html file, or copy the words you need and paste them.",
    )
