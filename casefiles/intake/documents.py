"""The doors by which a document comes in: a file, pasted words or a web address."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefiles.domain.problems import BadInput, CannotCapture
from casefiles.intake import kinds
from casefiles.intake.capture import Capture, CapturedText, tool
from casefiles.intake.decoding import Decoded, decode, is_wide, oddities
from casefiles.intake.description import Description, Suggestion, describe
from casefiles.intake.extraction import extract

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.intake.capture import Clock

LIMIT = 15 * 1024 * 1024
_SMALLER = "Copy the words you need and paste them."


@dataclass(frozen=True, slots=True)
class Document:
    """A document taken in: its saved copy, its frozen text and the details it suggests."""

    capture: Capture
    text: CapturedText
    suggested: Description

    @property
    def chars(self) -> str:
        """The frozen text, in which quotes are counted."""
        return self.text.chars


def from_file(path: Path, *, clock: Clock, encoding: str | None = None) -> Document:
    """Take in a .txt or .html file; its kind is judged by its content."""
    try:
        kind, data = _read(path, encoding)
    except OSError as error:
        raise _unreadable(error) from None
    capture = Capture(data=data, media_type=kind, taken_at=clock(), tool=tool("file"))
    return read(capture, encoding=encoding)


def from_paste(text: str, *, clock: Clock) -> Document:
    """Take in pasted words exactly as they are."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise BadInput("The pasted text holds half a character.", "Copy it again from the start.") from None
    if not data:
        raise BadInput("There is nothing to paste.", "Copy the words first, then paste them.")
    if "\0" in text:
        raise kinds.binary()
    _check_size(len(data))
    capture = Capture(data=data, media_type=kinds.TEXT, taken_at=clock(), tool=tool("paste"))
    return _plain(capture, Decoded(text, "utf-8", "pasted", ()))


def from_url(url: str, *, clock: Clock, allow_loopback: bool = False) -> Document:
    """Fetch a web page or text by its public address; ``allow_loopback`` is for tests alone."""
    from casefiles.intake.fetch import fetch

    fetched = fetch(url, allow_loopback=allow_loopback)
    _check_size(len(fetched.data))
    if not fetched.data:
        raise CannotCapture("The site sent an empty page.", _SMALLER)
    kind = kinds.media_type(fetched.data[: kinds.HEAD], wide=is_wide(fetched.charset))
    capture = Capture(
        data=fetched.data,
        media_type=kind,
        url_asked=url,
        url_reached=fetched.url,
        taken_at=clock(),
        tool=tool("fetch"),
    )
    return read(capture, declared=fetched.charset)


def read(capture: Capture, *, encoding: str | None = None, declared: str | None = None) -> Document:
    """Take the text of a saved copy.

    Args:
        capture: the bytes as received.
        encoding: the encoding the officer chose, if any.
        declared: the encoding the site named, if any.
    """
    decoded = decode(capture.data, encoding, declared, page=capture.media_type == kinds.HTML)
    document = _READERS[capture.media_type](capture, decoded)
    if document.suggested.url or not capture.url_reached:
        return document
    reached = Suggestion(capture.url_reached, "address fetched")
    return replace(document, suggested=replace(document.suggested, url=reached))


def _plain(capture: Capture, decoded: Decoded) -> Document:
    """Take all characters, exactly."""
    return Document(capture, _frozen(decoded, decoded.chars, capture.tool), describe(decoded.chars))


def _page(capture: Capture, decoded: Decoded) -> Document:
    """Take the main text of a web page."""
    page = extract(decoded.chars)
    return Document(capture, _frozen(decoded, page.chars, page.tool, page.notes), page.description)


_READERS = {kinds.TEXT: _plain, kinds.HTML: _page}


def _frozen(decoded: Decoded, chars: str, taken_with: str, notes: tuple[str, ...] = ()) -> CapturedText:
    """Freeze the characters, with everything worth knowing about how they were read."""
    return CapturedText(
        chars=chars,
        tool=taken_with,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        notes=(*decoded.notes, *notes, *oddities(chars)),
    )


def _read(path: Path, encoding: str | None) -> tuple[str, bytes]:
    """Tell a file's kind and read it whole, unless its kind or size already forbids it."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise CannotCapture("This is a folder or a device, not a file.", "Choose one .txt or .html file.")
    with path.open("rb") as file:
        head = file.read(kinds.HEAD)
        if not head:
            raise CannotCapture("The file is empty.", "Check that it was saved completely.")
        kind = kinds.media_type(head, wide=is_wide(encoding))
        _check_size(path.stat().st_size)
        return kind, head + file.read(LIMIT)


def _check_size(size: int) -> None:
    """Refuse what is too large, before any of it is read for meaning."""
    if size > LIMIT:
        raise CannotCapture(
            f"The document has {size / (1 << 20):.0f} MB; up to {LIMIT >> 20} MB can be read.", _SMALLER
        )


def _unreadable(error: OSError) -> CannotCapture:
    """Say why a file could not be opened."""
    say = next(say for kind, say in _TROUBLE if isinstance(error, kind))
    return CannotCapture(say, "Check the file and choose it again.", type(error).__name__)


_TROUBLE: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "The file is not there."),
    (PermissionError, "The file may not be read by you."),
    (OSError, "The file could not be read."),
)
