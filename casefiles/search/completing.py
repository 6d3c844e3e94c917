"""What can follow while a search is typed: fields, and the values they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casefiles.search.comparing import IsOneOf, NumberWithin, OneHasWords, plain
from casefiles.search.fields import BY_WORD, SEARCH_FIELDS
from casefiles.search.problems import BadQuery
from casefiles.search.tokens import Piece, Sort, Token, cut

MOST = 24
"""How many ways to go on are offered."""


@dataclass(frozen=True)
class Completion:
    """One way to go on.

    Attributes:
        text: what takes the place of the text from start to end.
        label: what it means, as shown beside it.
    """

    text: str
    label: str
    start: int
    end: int


_NONE_KNOWN: Mapping[str, Sequence[str]] = {}


def complete(text: str, cursor: int, known: Mapping[str, Sequence[str]] = _NONE_KNOWN) -> list[Completion]:
    """Return how the part of a search before the cursor can go on.

    Args:
        text: what is typed.
        cursor: where, in characters.
        known: the values of fields that depend on the casebook, such as the names of situations, by search word.
    """
    last = _last_before(text, cursor)
    if last is None:
        return []
    found = _values(last, known) if last.sort is Sort.FIELD else _fields(last)
    return list(found)[:MOST]


def field_at(text: str, cursor: int) -> str:
    """Return the word of the field whose value is typed before the cursor; nothing elsewhere."""
    last = _last_before(text, cursor)
    return _word(last) if last is not None and last.sort is Sort.FIELD else ""


def is_begun(text: str, problem: BadQuery, known: Mapping[str, Sequence[str]] = _NONE_KNOWN) -> bool:
    """Tell whether what cannot be understood stands at the end, and can still become what can be."""
    return not text[problem.end :].strip() and bool(complete(text, problem.end, known))


def _last_before(text: str, cursor: int) -> Token | None:
    typed = text[: max(0, cursor)]
    last = cut(typed)[-2:-1]
    return last[0] if last and last[0].end == len(typed) else None


def _word(token: Token) -> str:
    return token.field.casefold().replace("_", "-")


def _fields(token: Token) -> Iterable[Completion]:
    """Return the fields whose word, or what it finds, begins as typed."""
    wanted = plain(token.typed)
    if not wanted or token.sort in {Sort.OPEN, Sort.CLOSE, Sort.MINUS} or token.typed.startswith('"'):
        return []
    by_word = [one for one in SEARCH_FIELDS if plain(one.word).startswith(wanted)]
    by_meaning = [one for one in SEARCH_FIELDS if one not in by_word and plain(one.about).startswith(wanted)]
    return [Completion(f"{one.word}:", one.about, token.start, token.end) for one in (*by_word, *by_meaning)]


def _values(token: Token, known: Mapping[str, Sequence[str]]) -> Iterable[Completion]:
    """Return the values of a field with a word that begins as typed; those already asked for are left out."""
    word, piece = _word(token), token.pieces[-1]
    if word not in BY_WORD:
        return []
    taken = {plain(one.text) for one in token.pieces[:-1]}
    return [
        Completion(_written(word, value), label, piece.start, piece.end)
        for value, label in _choices(word, known)
        if not taken & {plain(value), plain(label)} and _fits(piece, value, label)
    ]


def _choices(word: str, known: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    way = BY_WORD[word].way
    given = [(value, value) for value in known.get(word, ())]
    if isinstance(way, IsOneOf):
        return [*way.choices, *given]
    return [*((one, one) for one in way.words), *given] if isinstance(way, NumberWithin) else given


def _fits(piece: Piece, value: str, label: str) -> bool:
    wanted = plain(piece.text)
    return any(f" {plain(text)}".find(f" {wanted}") >= 0 for text in (value, label))


def _written(word: str, value: str) -> str:
    """Write a value so that it is read as one, and one that has a name as that name."""
    is_plain = all(one.isalnum() or one in "_-" for one in value) and not isinstance(BY_WORD[word].way, OneHasWords)
    return value if is_plain else '"' + value.replace('"', " ") + '"'
