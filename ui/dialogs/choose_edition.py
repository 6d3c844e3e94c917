"""Which other edition to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from ui.dialogs.case_form import CaseForm
from ui.widgets.editors import ChoiceEditor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.statement_views import EditionRow
    from ui.session import Session
    from ui.theme.theme import Theme


class ChooseEdition(CaseForm):
    """Asks for the edition to compare with.

    Signals:
        chosen: the UUID of the other edition.

    Args:
        session: the open casebook.
        theme: the theme in force.
        this: the edition that is open.
        others: those to choose from, newest first.
        parent: the owner.
    """

    chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        this: EditionRow,
        others: Sequence[EditionRow],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("ChooseEdition", "What changed since")
        accept = QCoreApplication.translate("ChooseEdition", "Compare")
        super().__init__(session, theme, title, accept, parent=parent)
        self.say(self.tr("Edition {number} is compared by what each of the two said.").format(number=this.number))
        words = self.tr("Edition {number}: {title}, {when}")
        choices = [(row.uuid, words.format(number=row.number, title=row.title, when=row.issued)) for row in others]
        earlier = next((row.uuid for row in others if row.number < this.number), others[0].uuid)
        other = self.add_field("other", self.tr("Compare with"), ChoiceEditor(theme, self.tr("Compare with"), choices))
        other.set_value(earlier)
        other.setFocus()

    def act(self) -> None:
        """Hand the choice over."""
        with self.about("other") as other:
            self.chosen.emit(other)
