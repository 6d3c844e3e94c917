"""What we told and what was issued, as lists show them; and how each state looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from casefiles.domain.statements import State
from casefiles.workspace.statement_views import STATE_LABELS
from ui.widgets.lines_list import ListedLines
from ui.widgets.two_lines import TwoLines

if TYPE_CHECKING:
    from casefiles.workspace.statement_views import EditionRow, StatementRow

# drawing and colour; the words stand beside them
STATE_LOOKS: Final[dict[State, tuple[str, str]]] = {
    State.STANDS: ("circle-check", "good"),
    State.OVERTAKEN: ("history", "warning"),
    State.WRONG: ("circle-x", "error"),
}


def listed_statement(row: StatementRow) -> ListedLines:
    """Return a statement as a row of a list."""
    sign, ink = STATE_LOOKS[row.state]
    words = " · ".join(filter(None, (row.to_whom, row.said)))
    return ListedLines(row.uuid, TwoLines(row.title, words, STATE_LABELS[row.state], ink, sign), row.sentence)


def listed_edition(row: EditionRow) -> ListedLines:
    """Return an edition as a row of a list."""
    number = QCoreApplication.translate("Editions", "Edition {number}").format(number=row.number)
    words = " · ".join(filter(None, (row.recipients or row.audience, row.issued)))
    return ListedLines(row.uuid, TwoLines(row.title, words, number), row.sentence)
