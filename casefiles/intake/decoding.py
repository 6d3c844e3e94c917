"""From bytes to exactly the characters they stand for, or a sentence that says which byte stands for none."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefiles.domain.problems import BadInput, CannotCapture, CannotDecode
from casefiles.intake.kinds import binary

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# Encodings that documents are written in, by Python's names; not every codec of the library is one.
_WINDOWS = [f"cp{number}" for number in (1252, 1250, 1251, *range(1253, 1259), 874)]
_ONE_BYTE = {
    *_WINDOWS,
    *(f"cp{number}" for number in (437, 850, 852, 866)),
    *(f"iso8859-{number}" for number in range(1, 17) if number != 12),
    *(f"mac-{letters}" for letters in ("roman", "cyrillic", "greek", "latin2", "turkish")),
    *("koi8-r", "koi8-u", "ascii", "tis-620"),
}
_UNICODE = {
    "utf-8",
    "utf-8-sig",
    *(f"utf-{bits}{order}" for bits in (16, 32) for order in ("", "-le", "-be")),
}
_EAST_ASIAN = {
    "gb2312",
    "gbk",
    "gb18030",
    "big5",
    "big5hkscs",
    "euc_jp",
    "shift_jis",
    "cp932",
    "euc_kr",
    "cp949",
}
_READABLE = _ONE_BYTE | _UNICODE | _EAST_ASIAN

# What a page means when it says one of these, as browsers agree.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

# Those worth guessing from the letters alone.
_GUESSED = [*_WINDOWS, "koi8_r", "koi8_u", "gb18030", "big5", "euc_jp", "cp932", "cp949"]
_COMMONEST = "cp1252"
_SAMPLE = 64 * 1024

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)

_IN_PAGE = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w.-]{2,40})""",
    re.IGNORECASE,
)

_ODD = (
    (
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
        "marks that turn the reading direction; words may be stored in another order than they show",
    ),
    (re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"), "control characters that do not show"),
    (re.compile("\ufffd"), "characters already lost before it came here, shown as \ufffd"),
)
_CONTROLS = _ODD[1][0]
_CONTROLS_IN_TEXT = 0.01

_BY_MARK = "byte order mark"
_BY_CHOICE = "chosen by the officer"
_BY_SERVER = "declared by the server"
_BY_PAGE = "declared in the page"
_BY_FIT = "all bytes fit"
_BY_GUESS = "guessed"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding they were written in and how it was known."""

    chars: str
    encoding: str
    known_from: str
    notes: tuple[str, ...]


def decode(data: bytes, chosen: str | None = None, declared: str | None = None, *, page: bool = False) -> Decoded:
    """Decode a document exactly, without changing a newline or a space.

    Args:
        data: the bytes as received.
        chosen: the encoding the officer chose; nothing else is tried then.
        declared: the encoding the server named.
        page: whether it is a web page, which may name its encoding itself.
    """
    if chosen:
        return _decoded(data, _chosen(data, chosen), _BY_CHOICE)
    if mark := _marked(data):
        return _decoded(data, mark, _BY_MARK)
    said = _declared(data, declared, page=page)
    for codec, known_from in (*_in_order(data, said), ("utf-8", _BY_FIT)):
        if not _misfit(data, codec):
            return _decoded(data, codec, known_from, _overruled(said, codec))
    guess, rivals = _guess(data)
    return _decoded(data, guess, _BY_GUESS, (*_overruled(said, guess), _caution(guess, rivals)))


def is_wide(encoding: str | None) -> bool:
    """Tell whether an encoding is UTF-16 or UTF-32, where zero bytes are part of the text."""
    return (_codec(encoding) or "").startswith(("utf-16", "utf-32"))


def oddities(chars: str) -> tuple[str, ...]:
    """Report characters that are kept but do not show, or that mislead the eye."""
    counts = ((len(pattern.findall(chars)), what) for pattern, what in _ODD)
    return tuple(f"The text has {count} {what}." for count, what in counts if count)


def _decoded(data: bytes, codec: str, known_from: str, notes: tuple[str, ...] = ()) -> Decoded:
    """Decode with a codec, and refuse what is not text after all."""
    if misfit := _misfit(data, codec):
        raise _unfit(misfit, codec)
    chars = data.decode(codec)
    if "\0" in chars or len(_CONTROLS.findall(chars)) > _CONTROLS_IN_TEXT * len(chars):
        raise binary()
    return Decoded(chars, _shown(codec), known_from, notes)


def _codec(encoding: str | None) -> str | None:
    """Find Python's name of an encoding, if it is one that documents are written in."""
    try:
        name = codecs.lookup(encoding or "").name
    except (LookupError, ValueError):
        return None
    return name if name in _READABLE else None


def _chosen(data: bytes, encoding: str) -> str:
    """Take the officer's choice, so that a byte order mark of its family counts as part of it."""
    codec = _codec(encoding)
    if codec is None:
        raise BadInput("That is no encoding known here.", "Use a name such as utf-8, windows-1252 or koi8-r.")
    mark = _marked(data)
    return mark if mark and mark[:5] == codec[:5] else codec


def _marked(data: bytes) -> str | None:
    """Read the byte order mark."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def _declared(data: bytes, by_server: str | None, *, page: bool) -> list[tuple[str, str]]:
    """List what the server and the page say, as codecs; a page that can be read for it is not in UTF-16."""
    said = [(_codec(by_server), _BY_SERVER)]
    found = _IN_PAGE.search(data[:4096]) if page else None
    if found and not is_wide(label := (found[1] or found[2]).decode("ascii", "replace")):
        said.append((_codec(label), _BY_PAGE))
    return [(_MEANT.get(codec, codec), known_from) for codec, known_from in said if codec]


def _in_order(data: bytes, said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out one-byte encodings that only seem to fit: words in them are never UTF-8 by chance."""
    if data.isascii() or _misfit(data, "utf-8"):
        return said
    return [(codec, known_from) for codec, known_from in said if codec not in _ONE_BYTE]


def _overruled(said: list[tuple[str, str]], codec: str) -> tuple[str, ...]:
    """Note every declaration that was not followed."""
    return tuple(
        f"{_shown(other)} was {known_from}, but the bytes do not bear it out: read as {_shown(codec)}."
        for other, known_from in said
        if other != codec
    )


def _misfit(data: bytes, codec: str) -> UnicodeDecodeError | None:
    """Find the first byte that stands for no character in this encoding."""
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        return error
    return None


def _guess(data: bytes) -> tuple[str, list[str]]:
    """Guess the encoding from the letters, with others that fit as well; or say which byte is in the way."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE].rpartition(b"\n")[0] or data[:_SAMPLE]
    matches = list(from_bytes(sample, cp_isolation=_GUESSED))
    likeliest = [match for match in matches if _likelihood(match) == _likelihood(matches[0])]
    fitting = [codec for match in likeliest for codec in match.could_be_from_charset if not _misfit(data, codec)]
    if not fitting and (misfit := _misfit(data, "utf-8")):
        raise _unfit(misfit, "utf-8")
    guess = _COMMONEST if _COMMONEST in fitting else fitting[0]
    return guess, [match.encoding for match in likeliest if guess not in match.could_be_from_charset]


def _likelihood(match: CharsetMatch) -> tuple[float, float]:
    """Weigh how little the letters look like noise, and how much like a language."""
    return match.chaos, match.coherence


def _caution(guess: str, rivals: list[str]) -> str:
    """Say that the encoding was guessed, and what else it may be."""
    fit = "fits" if len(rivals) == 1 else "fit"
    others = f"; {' and '.join(map(_shown, rivals))} {fit} as well" if rivals else ""
    return f"The encoding was guessed: {_shown(guess)}{others}. Check that names and accents are right."


def _unfit(error: UnicodeDecodeError, codec: str) -> CannotCapture:
    """Say which byte stands for no character."""
    byte = f"Byte {error.start + 1:,} (0x{error.object[error.start]:02X})"
    return CannotDecode(
        f"{byte} stands for no character in {_shown(codec)}.",
        "Choose the encoding it was written in, for example windows-1252 or windows-1251.",
    )


def _shown(codec: str) -> str:
    """Name a codec as documents name it."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", codecs.lookup(codec).name.removesuffix("-sig"))
