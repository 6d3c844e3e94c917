"""The tables of a casebook: records, which are journaled, and the journal itself.

Models are never bound to a database: every query names the one it runs on, so that two casebooks can be open.
"""

from __future__ import annotations

from casefiles.storage.tables.base import Record, Table
from casefiles.storage.tables.cases import Case, CaseSituation, Claim, Decision, Grade, Hold, Membership, Passage
from casefiles.storage.tables.desk import CodebookEntry, ConfirmingBody, SavedSearch, Setting, Situation
from casefiles.storage.tables.journal import Blob, ChangeSet, Counter, RecentSearch, RowImage
from casefiles.storage.tables.sources import Capture, Source, Text
from casefiles.storage.tables.told import Basis, Edition, Figure, FigurePassage, Judgement, Statement

__all__ = [
    "ALL",
    "PLAIN",
    "RECORDS",
    "Basis",
    "Blob",
    "Capture",
    "Case",
    "CaseSituation",
    "ChangeSet",
    "Claim",
    "CodebookEntry",
    "ConfirmingBody",
    "Counter",
    "Decision",
    "Edition",
    "Figure",
    "FigurePassage",
    "Grade",
    "Hold",
    "Judgement",
    "Membership",
    "Passage",
    "RecentSearch",
    "Record",
    "RowImage",
    "SavedSearch",
    "Setting",
    "Situation",
    "Source",
    "Statement",
    "Table",
    "Text",
]

RECORDS: tuple[type[Record], ...] = (
    Setting,
    ConfirmingBody,
    Situation,
    Source,
    Capture,
    Text,
    Case,
    CaseSituation,
    Claim,
    Passage,
    Decision,
    Membership,
    Grade,
    Hold,
    Figure,
    FigurePassage,
    Edition,
    Statement,
    Basis,
    Judgement,
    CodebookEntry,
    SavedSearch,
)
"""Every journaled table, each after those it points at."""

PLAIN: tuple[type[Table], ...] = (Blob, Counter, ChangeSet, RowImage, RecentSearch)
ALL = (*RECORDS, *PLAIN)
