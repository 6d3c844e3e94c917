"""One more spelling of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casefiles.domain.kinds import NAME_KINDS
from ui.dialogs.case_form import CaseForm
from ui.widgets.editors import ChoiceEditor, LineEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme

_OTHERS_FIRST = (*NAME_KINDS[1:], NAME_KINDS[0])


class AddNameDialog(CaseForm):
    """Asks for a name, its kind and language; which script it is in is seen from the letters.

    Args:
        session: the open casebook.
        theme: the theme in force.
        case_id: whose name it is.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, case_id: int, parent: QWidget | None = None) -> None:
        add = QCoreApplication.translate("AddNameDialog", "Add")
        title = QCoreApplication.translate("AddNameDialog", "Add a name")
        super().__init__(session, theme, title, add, parent=parent)
        self._case = case_id
        self.add_field("text", self.tr("Name"), LineEditor(theme, self.tr("Name"))).setFocus()
        self.add_field("kind", self.tr("Kind"), ChoiceEditor(theme, self.tr("Kind"), _OTHERS_FIRST))
        language = LineEditor(theme, self.tr("Language"), self.tr("Nepali, may be left empty"))
        self.add_field("language", self.tr("Language"), language)

    def act(self) -> None:
        """Add the name."""
        with self.about("kind") as kind, self.about("language") as language, self.about("text") as text:
            self.session.casebook.people.add_name(self._case, text, kind, language)
