"""The one catalogue: every field of a case in one line, read by forms, search, import and print alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from casefiles.domain import kinds
from casefiles.domain.kinds import Kind
from casefiles.domain.problems import BadInput


class Release(IntEnum):
    """Who a value may be shown to, widest first; a claim may raise its field's class, never lower it."""

    PUBLIC = 0
    OFFICIAL = 1
    INTERNAL = 2
    FAMILY_PRIVATE = 3


class Section(StrEnum):
    """The headings that fields stand under in a form and in a dossier."""

    IDENTITY = "Identity"
    ORIGIN = "Origin"
    WORK = "Work and recruitment"
    JOURNEY = "Journey and contact"
    STATUS = "Status"
    DESK = "Desk"


class In(StrEnum):
    """The views a field takes part in."""

    SHEET = "sheet"
    """The person sheet of the reader."""
    PERSON = "person"
    """Forms for a person."""
    GROUP = "group"
    """Forms for a group."""
    PRINT = "print"
    """Dossiers."""
    FIND = "find"
    """The words that the search box looks in."""


@dataclass(frozen=True)
class Field:
    """One field of a case.

    Attributes:
        key: what is stored.
        label: what is shown.
        kind: how its values are read, checked, shown and compared.
        section: the heading it stands under.
        word: its word in the search box.
        release: who its values may be shown to unless a report says stricter.
        views: where it takes part.
        many: it holds several values at once, such as names.
        sourced: it is expected to rest on a source; desk fields are not.
    """

    key: str
    label: str
    kind: Kind
    section: Section
    word: str
    release: Release
    views: frozenset[In]
    many: bool = False
    sourced: bool = True


_PERSON = frozenset({In.PERSON, In.PRINT, In.FIND})
_BOTH = _PERSON | {In.GROUP}
_SHEET = _BOTH | {In.SHEET}
_DESK = frozenset({In.PERSON, In.GROUP})

S = Section
R = Release

FIELDS: tuple[Field, ...] = (
    Field("name", "Name", kinds.NAME, S.IDENTITY, "name", R.PUBLIC, _SHEET, many=True),
    Field("size", "Number of people", kinds.SIZE, S.IDENTITY, "size", R.PUBLIC, frozenset({In.GROUP, In.PRINT})),
    Field("sex", "Sex", kinds.SEX, S.IDENTITY, "sex", R.PUBLIC, _BOTH - {In.FIND}),
    Field("age", "Age at the event", kinds.AGE, S.IDENTITY, "age", R.PUBLIC, (_PERSON | {In.SHEET}) - {In.FIND}),
    Field(
        "birth_date",
        "Date of birth",
        kinds.DATE,
        S.IDENTITY,
        "born",
        R.OFFICIAL,
        frozenset({In.PERSON, In.PRINT}),
    ),
    Field("nationality", "Nationality", kinds.NATIONALITY, S.IDENTITY, "nationality", R.PUBLIC, _BOTH, many=True),
    Field("passport", "Passport", kinds.PAPER, S.IDENTITY, "passport", R.FAMILY_PRIVATE, frozenset({In.PERSON})),
    Field("visa", "Visa", kinds.PAPER, S.IDENTITY, "visa", R.FAMILY_PRIVATE, frozenset({In.PERSON})),
    Field("origin", "Origin", kinds.PLACE, S.ORIGIN, "origin", R.PUBLIC, _SHEET),
    Field("occupation", "Occupation", kinds.TEXT, S.WORK, "occupation", R.PUBLIC, _PERSON),
    Field("role", "Role", kinds.TEXT, S.WORK, "role", R.PUBLIC, _SHEET),
    Field("unit", "Unit", kinds.TEXT, S.WORK, "unit", R.OFFICIAL, _BOTH),
    Field("agent", "Agent", kinds.TEXT, S.WORK, "agent", R.INTERNAL, _BOTH),
    Field("employer", "Employer", kinds.TEXT, S.WORK, "employer", R.OFFICIAL, _BOTH),
    Field(
        "left_home",
        "Left home on",
        kinds.DATE,
        S.JOURNEY,
        "left",
        R.OFFICIAL,
        frozenset({In.PERSON, In.PRINT}),
    ),
    Field("last_seen", "Place last seen", kinds.TEXT, S.JOURNEY, "seen", R.OFFICIAL, _PERSON),
    Field(
        "last_contact",
        "Last contact",
        kinds.DATE,
        S.JOURNEY,
        "contact",
        R.OFFICIAL,
        frozenset({In.PERSON, In.PRINT}),
    ),
    Field("status", "Status", kinds.STATUS, S.STATUS, "status", R.PUBLIC, _SHEET, many=True),
    Field("owner", "Owner", kinds.TEXT, S.DESK, "owner", R.INTERNAL, _DESK, sourced=False),
    Field("mark", "Handling mark", kinds.MARK, S.DESK, "mark", R.INTERNAL, _DESK, sourced=False),
    Field("review", "Next review", kinds.DATE, S.DESK, "review", R.INTERNAL, _DESK, sourced=False),
    Field("notes", "Notes", kinds.LONG_TEXT, S.DESK, "notes", R.INTERNAL, _DESK | {In.FIND}, sourced=False),
)

BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}
BY_WORD: dict[str, Field] = {field.word: field for field in FIELDS}


def field(key: str) -> Field:
    """Return the field that a key, label or search word names.

    Raises:
        BadInput: none does.
    """
    wanted = key.strip().casefold().replace("-", "_")
    for known in FIELDS:
        if wanted in (known.key, known.word, known.label.casefold()):
            return known
    raise BadInput(f"There is no field called “{key[:40]}”.", "The fields are: " + ", ".join(BY_KEY) + ".")


def fields_in(view: In) -> tuple[Field, ...]:
    """Return the fields that take part in a view, in the catalogue's order."""
    return tuple(known for known in FIELDS if view in known.views)
