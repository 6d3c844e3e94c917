"""People to choose among, found by name as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from casefiles.domain.problems import BadInput
from casefiles.workspace.finding import Sort, Wanted, parse
from ui.reader.picker import Choice

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook
    from casefiles.workspace.list_views import ListRow

MOST: Final = 20


def find_people(casebook: Casebook, typed: str, most: int = MOST) -> list[Choice]:
    """Return the people that fit what is typed; the last changed when nothing is."""
    try:
        query = parse(typed)
    except BadInput:
        return []
    found = casebook.finding.ids(Wanted(query, sort=Sort.NAME if query.words else Sort.CHANGED), most)
    return [_choice(row) for row in casebook.finding.rows(found)]


def person_choice(casebook: Casebook, case_id: int | None) -> Choice | None:
    """Return one person as a choice; None when it is gone."""
    rows: Sequence[ListRow] = casebook.finding.rows([case_id]) if case_id is not None else ()
    return _choice(rows[0]) if rows else None


def _choice(row: ListRow) -> Choice:
    return Choice(str(row.id), f"{row.heading} ({row.ref})", row.origin)
