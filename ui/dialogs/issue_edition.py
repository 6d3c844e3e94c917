"""Whom an edition is for, and what issuing it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox

from casefiles.domain.problems import BadInput
from casefiles.domain.statements import TELLS, Audience
from casefiles.workspace.statement_views import AUDIENCE_LABELS
from ui.dialogs.case_form import CaseForm
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme

_WIDTH: Final = 540


class IssueDialog(CaseForm):
    """Asks for the audience and who is given it, and says plainly what will be kept.

    Signals:
        chosen: the audience and the recipients.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    chosen = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("IssueDialog", "Issue this briefing")
        accept = QCoreApplication.translate("IssueDialog", "Issue")
        super().__init__(session, theme, title, accept, width=_WIDTH, parent=parent)
        self.say(
            self.tr(
                "It gets the next number. Its pages are kept byte for byte, with the facts they were made from, so that"
                " they can be given out again as they were, whatever changes later."
            )
        )
        audiences = [(one.value, AUDIENCE_LABELS[one]) for one in Audience]
        self._audience = ChoiceEditor(theme, self.tr("For"), audiences)
        self.add_field("audience", self.tr("For"), self._audience)
        to = self.tr("Given to")
        self.add_field("to", to, LineEditor(theme, to, self.tr("Lok Sabha, question 214")))
        self._told = Label(theme, "", wrap=True)
        self.add_part(self._told)
        combo = self._audience.findChild(QComboBox)
        assert isinstance(combo, QComboBox)
        combo.currentIndexChanged.connect(self._say_told)
        self._say_told()
        self._audience.setFocus()

    def act(self) -> None:
        """Hand the choice over; who is told something is named."""
        audience = self._audience.value()
        with self.about("to") as to:
            if not to and Audience(audience) in TELLS:
                raise BadInput(self.tr("Nothing says who is given it."), self.tr("Write it as you would say it later."))
        self.chosen.emit(audience, to)

    def _say_told(self, _place: int = 0) -> None:
        tells = Audience(self._audience.value()) in TELLS
        self._told.setText(
            self.tr(
                "It is also written down under What we told, with every report and count that it rests on: when one of"
                " them moves, you are told."
            )
            if tells
            else self.tr("For this audience, nothing is written down under What we told.")
        )
