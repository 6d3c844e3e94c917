"""A search is given a name, and later another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casefiles.workspace.saved_searches import check_text, proposed_name
from ui.dialogs.case_form import CaseForm
from ui.widgets.editors import LineEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.saved_searches import SavedSearch
    from ui.session import Session
    from ui.theme.theme import Theme


class SaveSearchDialog(CaseForm):
    """Asks for a name, and proposes one; the search itself can still be changed.

    Args:
        session: the open casebook.
        theme: the theme in force.
        text: what is searched now.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("SaveSearchDialog", "Save this search")
        save = QCoreApplication.translate("SaveSearchDialog", "Save")
        super().__init__(session, theme, title, save, parent=parent)
        name = self.add_field("name", self.tr("Name"), LineEditor(theme, self.tr("Name")))
        name.set_value(proposed_name(text))
        looks_for = LineEditor(theme, self.tr("Search"), self.tr("Words, or * for everybody"))
        self.add_field("text", self.tr("Search"), looks_for).set_value(text.strip())
        (name if text.strip() else looks_for).setFocus()
        name.select_all()

    def act(self) -> None:
        """Save the search."""
        with self.about("text") as text:
            check_text(text)
        with self.about("name") as name:
            self.session.casebook.saved_searches.add(name, text)


class RenameSearchDialog(CaseForm):
    """Asks for another name.

    Args:
        session: the open casebook.
        theme: the theme in force.
        search: the saved search.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, search: SavedSearch, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("RenameSearchDialog", "Rename the saved search")
        rename = QCoreApplication.translate("RenameSearchDialog", "Rename")
        super().__init__(session, theme, title, rename, parent=parent)
        self._uuid = search.uuid
        name = self.add_field("name", self.tr("Name"), LineEditor(theme, self.tr("Name")))
        name.set_value(search.name)
        name.setFocus()
        name.select_all()

    def act(self) -> None:
        """Rename it."""
        with self.about("name") as name:
            self.session.casebook.saved_searches.rename(self._uuid, name)
