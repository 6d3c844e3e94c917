"""Which sources were here at a moment of the past."""

from __future__ import annotations

from casefiles.domain.dates import PartialDate
from casefiles.domain.moment import Moment
from casefiles.storage import past
from casefiles.workspace.desk import Desk
from casefiles.workspace.moments import end_of


def sources_here(desk: Desk, moment: Moment) -> set[int]:
    """Return the keys of the sources that had been received or entered, and recorded here, at a moment."""
    database = desk.book.database
    learned = recorded = None
    if moment.learned is not None:
        entered, later = past.sources_by_entry(database, end_of(desk, moment.learned))
        learned = entered | {key for key, received in later if _was_received(received, moment)}
    if moment.recorded is not None:
        recorded = past.source_keys_at(database, moment.recorded)
    return set.intersection(*(keys for keys in (learned, recorded) if keys is not None))


def _was_received(received: str, moment: Moment) -> bool:
    day = PartialDate.parse_edtf(received).latest
    return day is not None and moment.learned is not None and day <= moment.learned
