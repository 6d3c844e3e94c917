"""Where a stretch of text leads: an endnote, the place an endnote came from, or a page on the web."""

from __future__ import annotations

from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_NOTE, _BACK = "#note-", "#from-"
_LONGEST_ADDRESS = 2000


def note_target(number: int) -> str:
    """Give the target of an endnote's number in the text."""
    return f"{_NOTE}{number}"


def back_target(number: int) -> str:
    """Give the target that leads from an endnote back to the text."""
    return f"{_BACK}{number}"


def web_target(link: str) -> str:
    """Give a web address that is safe to make live, or nothing."""
    if not link or len(link) > _LONGEST_ADDRESS or any(char.isspace() or not char.isprintable() for char in link):
        return ""
    try:
        parts = urlsplit(link)
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
            return ""
        return _in_ascii(parts, parts.port)
    except ValueError:
        return ""


def came_from(target: str) -> str:
    """Give the anchor that text leading to an endnote sets for the way back; nothing for other text."""
    return _BACK + target.removeprefix(_NOTE) if target.startswith(_NOTE) else ""


def is_internal(target: str) -> bool:
    """Tell whether the target is inside the document."""
    return target.startswith("#")


def _in_ascii(parts: SplitResult, port: int | None) -> str:
    """Write an address in ASCII, as a PDF must hold it; a host that cannot be written so is an error."""
    assert parts.hostname is not None
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.netloc.lower()
    place = f"{host}:{port}" if port and not parts.hostname.isascii() else host
    safe = "/%:=&?~+!$,;'@()*[]"
    return urlunsplit((parts.scheme.lower(), place, *(quote(part, safe=safe) for part in parts[2:])))
