"""One more report of a person's status: what, when, where, how, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from casefiles.domain.problems import BadInput
from casefiles.domain.speakers import read_speakers
from casefiles.domain.status import STATUSES
from casefiles.workspace.entries import Report
from ui.dialogs.case_form import CaseForm
from ui.dialogs.field_editors import DateEditor
from ui.widgets.editors import ChoiceEditor, LineEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme


class AddStatusDialog(CaseForm):
    """Asks for one status report and adds it to the timeline; older reports stay.

    Args:
        session: the open casebook.
        theme: the theme in force.
        case_id: whose status it is.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, case_id: int, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AddStatusDialog", "Add status")
        super().__init__(session, theme, title, QCoreApplication.translate("AddStatusDialog", "Add"), parent=parent)
        self._case = case_id
        self._status = StatusFields(self)
        self._words = LineEditor(theme, self.tr("How sure, in their words"), self.tr("believed, is said to have"))
        self.add_field("certainty", self.tr("How sure, in their words"), self._words)
        self._status.choice.setFocus()

    def act(self) -> None:
        """Add the report."""
        report = self._status.read(certainty_words=self._words.value())
        if report is None:
            with self.about("status"):
                raise BadInput(self.tr("No status is chosen."), self.tr("Choose what was reported."))
        self.session.casebook.people.report(self._case, [report])


class StatusFields(QObject):
    """The fields of a status report inside a dialog.

    Args:
        form: the dialog they are added to.
    """

    def __init__(self, form: CaseForm) -> None:
        super().__init__(form)
        theme, today = form.theme, form.session.casebook.desk.today()
        self._form = form
        choices = [("", self.tr("Not asked yet")), *((one.key, one.label) for one in STATUSES.values())]
        self.choice = form.add_field("status", self.tr("Status"), ChoiceEditor(theme, self.tr("Status"), choices))
        self._date = form.add_field("date", self.tr("When"), DateEditor(theme, self.tr("When"), today))
        lines = (
            ("place", self.tr("Where"), self.tr("Place of the event")),
            ("cause", self.tr("How"), self.tr("Air strike, injuries")),
            ("speakers", self.tr("Said by"), self.tr("family, via the paper")),
        )
        for key, name, hint in lines:
            form.add_field(key, name, LineEditor(theme, name, hint))
        self._said = form.add_field("said", self.tr("Said on"), DateEditor(theme, self.tr("Said on"), today))

    def read(self, certainty_words: str = "") -> Report | None:
        """Return the report; None when no part of it is filled in.

        Raises:
            BadInput: a part of it will not do; told under its field.
        """
        form = self._form
        value: dict[str, str] = {}
        for key in ("status", "place", "cause"):
            with form.about(key) as typed:
                value |= {key: typed} if typed else {}
        with form.about("date"):
            edtf = self._date.edtf()
            value |= {"date": edtf} if edtf else {}
        with form.about("speakers") as typed:
            speakers = read_speakers(typed)
        with form.about("said"):
            said_on = self._said.edtf()
        if not value:
            return None
        with form.about("status"):
            report = Report(
                "status", value, speakers=speakers, said_on=said_on, certainty_words=certainty_words.strip()
            )
            return report.checked(form.session.casebook.desk.today())
