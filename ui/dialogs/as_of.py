"""Asking for the past: what had been learned by a day, and what had been recorded here by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from casefiles.domain.moment import NOW
from casefiles.domain.problems import BadInput
from ui.dialogs.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from casefiles.domain.moment import Moment
    from ui.dialogs.sheet import Field
    from ui.session import Session
    from ui.theme.theme import Theme


class AsOfDialog(Sheet):
    """Takes one day or two, as they are typed, and shows the casebook as it was.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the window.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("As of a day"), 460, parent)
        self._session = session
        zone = session.casebook.desk.zone().key
        self.say(self.tr("A day ends at midnight in {zone}. One of the two is enough.").format(zone=zone), ink="muted")
        self._learned, self._recorded = QLineEdit(), QLineEdit()
        for line in (self._learned, self._recorded):
            line.setPlaceholderText(self.tr("A day such as 12 June 2024"))
        known = self.tr("What we knew by then, also if it was entered later.")
        self._of_learned = self.add_field(self.tr("As learned by"), self._learned, hint=known)
        held = self.tr("What this casebook held by then, for an audit.")
        self._of_recorded = self.add_field(self.tr("As recorded here by"), self._recorded, hint=held)
        look = self.main(self.tr("Look back"))
        look.clicked.connect(self._look)
        self.add_buttons(self.closing(self.tr("Cancel")), look)

    def _look(self) -> None:
        moment = self._session.casebook.moment
        learned = _read(self._of_learned, lambda: moment(learned=self._learned.text()))
        recorded = _read(self._of_recorded, lambda: moment(recorded=self._recorded.text()))
        if learned is None or recorded is None:
            return
        wanted = replace(recorded, learned=learned.learned)
        if wanted == NOW:
            self._of_learned.tell(self.tr("Type a day in one of the two."))
            return
        self.accept()
        self._session.look_at(wanted)


def _read(field: Field, read: Callable[[], Moment]) -> Moment | None:
    """Return the moment that is typed in a field; what is wrong with it is told there."""
    try:
        moment = read()
    except BadInput as problem:
        field.tell(str(problem))
        return None
    field.tell("")
    return moment
