"""What was typed into the search box, cut into its smallest parts, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from casefiles.search.asked import LONGEST


class Sort(Enum):
    """What a part of the text is."""

    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    FIELD = auto()
    WORD = auto()
    END = auto()


@dataclass(frozen=True)
class Piece:
    """A word, a phrase, or one of the values after a colon.

    Attributes:
        text: without its quotes.
        whole: it stood in quotes that are closed, with no star behind them.
        is_closed: nothing is missing at its end.
    """

    text: str
    start: int
    end: int
    whole: bool = False
    is_closed: bool = True


@dataclass(frozen=True)
class Token:
    """One part of the text.

    Attributes:
        typed: the part as it was written.
        field: the word before the colon.
        pieces: the word or phrase, or the values after the colon.
    """

    sort: Sort
    start: int
    end: int
    typed: str = ""
    field: str = ""
    pieces: tuple[Piece, ...] = ()


_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂«»", '"') | {"\0": " "})
_TOKEN = re.compile(
    r"\s+|(?P<open>\()|(?P<close>\))|(?P<minus>-(?=[^\s)]))"
    r'|(?P<field>[^\W\d_]+(?:[-_][^\W\d_]+)*):|(?P<quoted>"[^"]*"?\*?)|(?P<word>[^\s()"]+)'
)
_PIECE = re.compile(r'"(?P<inside>[^"]*)(?P<closed>"?)(?P<star>\*?)|[^\s()",]*')
_BARE = {"and": Sort.AND, "or": Sort.OR, "not": Sort.NOT}
_MARKS = {"open": Sort.OPEN, "close": Sort.CLOSE, "minus": Sort.MINUS}


def cut(typed: str) -> list[Token]:
    """Return the parts of a search; the last one only marks its end."""
    text = typed[:LONGEST].translate(_QUOTES)
    tokens: list[Token] = []
    position = 0
    while found := _TOKEN.match(text, position):
        position = found.end()
        if found.lastgroup == "field":
            pieces = _pieces(text, position)
            position = pieces[-1].end
            start = found.start()
            tokens.append(Token(Sort.FIELD, start, position, text[start:position], found["field"], pieces))
        elif found.lastgroup:
            tokens.append(_token(found))
    return [*tokens, Token(Sort.END, len(text), len(text))]


def _token(found: re.Match[str]) -> Token:
    start, end, typed = found.start(), found.end(), found[0]
    sort = _MARKS.get(found.lastgroup or "") or (_BARE.get(typed.casefold()) if found["word"] else None)
    if sort:
        return Token(sort, start, end, typed)
    piece = _PIECE.fullmatch(typed) if found["quoted"] else None
    return Token(Sort.WORD, start, end, typed, "", (_piece(piece, start) if piece else Piece(typed, start, end),))


def _pieces(text: str, position: int) -> tuple[Piece, ...]:
    """Return the values after a colon, which commas part."""
    pieces: list[Piece] = []
    while True:
        found = _PIECE.match(text, position)
        assert found is not None  # it can be empty
        pieces.append(_piece(found))
        position = found.end()
        if text[position : position + 1] != ",":
            return tuple(pieces)
        position += 1


def _piece(found: re.Match[str], offset: int = 0) -> Piece:
    start, end = found.start() + offset, found.end() + offset
    if found["inside"] is None:
        return Piece(found[0], start, end)
    closed = bool(found["closed"])
    return Piece(found["inside"], start, end, whole=closed and not found["star"], is_closed=closed)
