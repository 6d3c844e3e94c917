"""The columns of a list that leaves the casebook: made from the one catalogue of fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casefiles.domain import kinds
from casefiles.domain.catalogue import FIELDS, Field, Release
from casefiles.domain.certainty import Certainty
from casefiles.domain.records import Claim
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import ShownCase, ShownField, Version
from casefiles.workspace import list_words, wording


class Columns(StrEnum):
    """How many columns there are."""

    BASIC = "basic"
    """Who, how they are, when, where and from where."""
    ALL = "all"
    """Every field of the catalogue too."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        heading: the words above it.
        width: in characters.
        cell: what it says of a case.
        rests_on: the reports that it tells something of.
        is_name: it tells the person's own name.
    """

    heading: str
    width: int
    cell: Callable[[ShownCase], str | int]
    rests_on: Callable[[ShownCase], Iterable[Claim]] = lambda case: ()
    is_name: bool = False

    def is_private(self, case: ShownCase) -> bool:
        """Tell whether what it says of a case is only for the family."""
        return any(claim.release >= Release.FAMILY_PRIVATE for claim in self.rests_on(case))


def columns(wide: Columns, situations: Mapping[str, str], *, private: bool = False) -> tuple[Column, ...]:
    """Return the columns asked for.

    Args:
        wide: how many.
        situations: the names of situations, by UUID.
        private: also the fields that are only for the family.
    """
    theirs = tuple(_of_fields(private=True)) if private else ()
    if wide is Columns.BASIC:
        return (*_BASIC, *theirs)
    named = Column(
        "Situations", 24, lambda case: ", ".join(situations.get(uuid, "") for uuid in case.records.situations)
    )
    return (*_BASIC, *_MORE, *_of_fields(private=False), *theirs, named, *_COUNTS)


def left_out(*, private: bool) -> str:
    """Say which fields are left out because they are only for the family; empty when none is."""
    return "" if private else ", ".join(field.label for field in FIELDS if _is_private(field))


def _people(case: ShownCase) -> str | int:
    return case.people.low if case.people.low == case.people.high else case.people.words()


def _current(case: ShownCase) -> Sequence[Claim]:
    status = case.status
    sides = (status.current, *status.disputing) if status.current else ()
    return [side.claim for side in sides]


def _status(case: ShownCase) -> str:
    return " / ".join(half.text for half in wording.pill(case.status).halves)


def _certainty(case: ShownCase) -> str:
    return case.status.certainty.value if case.status.current else ""


def _when(case: ShownCase) -> str:
    return case.happened.edtf if case.happened else ""


def _where(case: ShownCase) -> str:
    return str(case.status.current.claim.value.get("place", "")) if case.status.current else ""


def _cause(case: ShownCase) -> str:
    return str(case.status.current.claim.value.get("cause", "")) if case.status.current else ""


def _said_by(case: ShownCase) -> str:
    return wording.speaker_of(case.status.current.claim) if case.status.current else ""


def _said_on(case: ShownCase) -> str:
    return case.status.current.said.edtf if case.status.current and case.status.current.said else ""


def _behind(key: str) -> Callable[[ShownCase], Iterable[Claim]]:
    def behind(case: ShownCase) -> Iterator[Claim]:
        for version in _versions(case.fields.get(key)):
            yield from version.claims

    return behind


def _text(key: str) -> Callable[[ShownCase], str]:
    """Say what is in use of a field; all versions where they differ and nobody has chosen."""
    return lambda case: " or ".join(version.text for version in _versions(case.fields.get(key)))


def _versions(shown: ShownField | None) -> Sequence[Version]:
    if shown is None:
        return ()
    return shown.versions if shown.certainty is Certainty.DISPUTED else shown.versions[:1]


def _of_fields(*, private: bool) -> Iterator[Column]:
    for field in FIELDS:
        if not field.many and field.key not in _SHOWN_ALREADY and _is_private(field) is private:
            behind = _behind(field.key)
            if field.kind is kinds.DATE:
                yield Column(f"{field.label} (EDTF)", 14, _edtf(field.key), behind)
            yield Column(field.label, 40 if field.kind is kinds.LONG_TEXT else 20, _text(field.key), behind)


def _is_private(field: Field) -> bool:
    return field.release >= Release.FAMILY_PRIVATE


def _edtf(key: str) -> Callable[[ShownCase], str]:
    def edtf(case: ShownCase) -> str:
        shown = case.fields.get(key)
        return "" if shown is None or kinds.is_blank(shown.value) else str(shown.value)

    return edtf


_SHOWN_ALREADY = frozenset({"size", "origin"})
_BASIC = (
    Column("Reference", 13, lambda case: show_ref(case.records.ref)),
    Column("Kind", 8, lambda case: case.records.kind.value.capitalize()),
    Column("Name", 28, lambda case: case.heading, lambda case: case.names[:1], is_name=True),
    Column("Native name", 20, lambda case: case.native_name, lambda case: case.names[1:], is_name=True),
    Column("People", 8, _people),
    Column("Status", 20, _status, _current),
    Column("Certainty", 12, _certainty, _current),
    Column("When (EDTF)", 14, _when, _current),
    Column("When", 18, lambda case: list_words.say_day(_when(case)), _current),
    Column("Where", 24, _where, _current),
    Column("Origin", 28, _text("origin"), _behind("origin")),
)
_MORE = (
    Column(
        "Other names",
        28,
        lambda case: ", ".join(str(claim.value["text"]) for claim in case.names[1:]),
        lambda case: case.names[1:],
        is_name=True,
    ),
    Column("Cause", 20, _cause, _current),
    Column("Said by", 28, _said_by, _current),
    Column("Said on (EDTF)", 14, _said_on, _current),
    Column("Said on", 18, lambda case: list_words.say_day(_said_on(case)), _current),
    Column(
        "Nationality",
        18,
        lambda case: ", ".join(kinds.NATIONALITY.show(claim.value) for claim in case.nationalities),
        lambda case: case.nationalities,
    ),
)
_COUNTS = (
    Column("Sources", 8, lambda case: case.sources),
    Column("Independent sources", 8, lambda case: case.independent),
    Column("Fields that differ", 8, lambda case: case.versions),
)
