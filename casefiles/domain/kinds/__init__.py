"""The kinds of value a field can hold: how each is read, checked, shown, compared and found."""

from __future__ import annotations

from casefiles.domain.kinds.base import BLANKS, SAYING_NOTHING, Kind, Searched, Value, is_blank
from casefiles.domain.kinds.parted import NAME_KINDS, NameKind, NationalityKind, PlaceKind, StatusKind
from casefiles.domain.kinds.plain import Choice, Count, DateKind, LongText, PaperKind, bounds, days, masked

__all__ = [
    "AGE",
    "BLANKS",
    "DATE",
    "LONG_TEXT",
    "MARK",
    "NAME",
    "NAME_KINDS",
    "NATIONALITY",
    "PAPER",
    "PLACE",
    "SAYING_NOTHING",
    "SEX",
    "SIZE",
    "STATUS",
    "TEXT",
    "Choice",
    "Count",
    "DateKind",
    "Kind",
    "LongText",
    "NameKind",
    "NationalityKind",
    "PaperKind",
    "PlaceKind",
    "Searched",
    "StatusKind",
    "Value",
    "bounds",
    "days",
    "is_blank",
    "masked",
]

TEXT = Kind("text")
LONG_TEXT = LongText("long text")
DATE = DateKind("date", "21 Feb 2024, March 2024 or before 11 June 2024")
AGE = Count("number", "30 or 30–35", 0, 130, ("infant", "child", "adult", "elder"))
SIZE = Count("range", "2 or 2–5", 1, 10_000_000)
SEX = Choice("choice", options=(("man", "Man"), ("woman", "Woman"), ("other", "Other"), ("not stated", "Not stated")))
MARK = Choice(
    "choice",
    options=(
        ("unmarked", "No mark"),
        ("official", "Official"),
        ("restricted", "Restricted"),
        ("confidential", "Confidential"),
    ),
)
NAME = NameKind("name")
PLACE = PlaceKind("place", "Surat, Gujarat, India")
NATIONALITY = NationalityKind("nationality", "India")
PAPER = PaperKind("paper")
STATUS = StatusKind("status", "Killed")
