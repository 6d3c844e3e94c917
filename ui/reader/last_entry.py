"""What the officer entered last, kept for the next entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from casefiles.domain.records import CaseKind

if TYPE_CHECKING:
    from ui.session import Session


class LastEntry(QObject):
    """Who it was about, who said it and when, and where it belonged; one for all readers of a casebook.

    Attributes:
        case_id: the person or group words were last linked to; None before the first.
        speakers: the chain as typed, as in "family, via Daily Courier"; empty for the paper's own voice.
        said_on: the day as typed.
        as_of: the day the last total was for, as typed.
        population: who the last total counted.
        situation: the UUID of a situation, or empty.
        kind: whether the last one entered was a person or a group.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.case_id: int | None = None
        self.speakers = ""
        self.said_on = ""
        self.as_of = ""
        self.population = ""
        self.situation = ""
        self.kind = CaseKind.PERSON


def last_entry(session: Session) -> LastEntry:
    """Return what was entered last in a casebook, whichever reader it was entered in."""
    known = session.findChild(LastEntry, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return known if isinstance(known, LastEntry) else LastEntry(session)
