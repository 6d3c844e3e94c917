"""Taking out a case that was entered by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.dialogs.case_form import CaseForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme


class RemoveDialog(CaseForm):
    """Asks once, says what is kept, and removes the case.

    Args:
        session: the open casebook.
        theme: the theme in force.
        case_id: which case.
        heading: what it is called.
        parent: the owner.
    """

    def __init__(
        self, session: Session, theme: Theme, case_id: int, heading: str, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("RemoveDialog", "Remove {name}?").format(name=heading)
        super().__init__(session, theme, title, QCoreApplication.translate("RemoveDialog", "Remove"), parent=parent)
        self._case = case_id
        self.say(self.tr("For entries made by mistake. Sources stay, and Undo brings everything back."))

    def act(self) -> None:
        """Remove the case."""
        self.session.casebook.people.remove(self._case)
