"""A new person or group: the few fields an article gives, then the rest on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from casefiles.domain.catalogue import BY_KEY, Field, In, fields_in
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report
from ui.dialogs.add_status import StatusFields
from ui.dialogs.case_form import CaseForm
from ui.dialogs.field_editors import editor_for
from ui.widgets.editors import ChoiceEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme

_TITLES = {CaseKind.PERSON: "New person", CaseKind.GROUP: "New group"}
_VIEWS = {CaseKind.PERSON: In.PERSON, CaseKind.GROUP: In.GROUP}


class NewCaseDialog(CaseForm):
    """Asks for the fields of the catalogue's sheet and adds the case in one act.

    Signals:
        added: the key of the new case.

    Args:
        session: the open casebook.
        theme: the theme in force.
        kind: a person or a group.
        situation: the situation offered first.
        parent: the owner.
    """

    added = Signal(int)

    def __init__(
        self, session: Session, theme: Theme, kind: CaseKind, situation: str = "", parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("NewCaseDialog", _TITLES[kind])
        super().__init__(session, theme, title, QCoreApplication.translate("NewCaseDialog", "Add"), parent=parent)
        self._kind = kind
        self._fields_asked = [field for field in _sheet(kind) if field.key != "status"]
        today = session.casebook.desk.today()
        editors = [self.add_field(one.key, one.label, editor_for(theme, one, today)) for one in self._fields_asked]
        self._status = StatusFields(self)
        known = [(one.uuid, one.name) for one in session.casebook.settings.situations()]
        choices = [("", self.tr("None yet")), *known]
        self._situation = ChoiceEditor(theme, self.tr("Situation"), choices)
        self._situation.set_value(situation or (known[0][0] if len(known) == 1 else ""))
        self.add_field("situation", self.tr("Situation"), self._situation)
        editors[0].setFocus()

    def act(self) -> None:
        """Add the case with what is filled in."""
        reports = [report for field in self._fields_asked if (report := self._read(field)) is not None]
        status = self._status.read()
        situation = self._situation.value()
        self._refuse_empty([*reports, *([status] if status else [])])
        people = self.session.casebook.people
        case_id = people.add(self._kind, [*reports, *([status] if status else [])], [situation] if situation else [])
        self.added.emit(case_id)

    def _read(self, field: Field) -> Report | None:
        with self.about(field.key) as typed:
            report = Report(field.key, typed=typed) if typed else None
            return report.checked(self.session.casebook.desk.today()) if report else None

    def _refuse_empty(self, reports: list[Report]) -> None:
        given = {report.field for report in reports}
        if self._kind is CaseKind.GROUP and "size" not in given:
            with self.about("size"):
                raise BadInput(self.tr("How many people?"), self.tr("Type 2, or 2–5 when it is not sure."))
        if not reports:
            with self.about("name"):
                raise BadInput(
                    self.tr("Nothing is filled in."), self.tr("Type a name, or a status if it is not known.")
                )


def _sheet(kind: CaseKind) -> list[Field]:
    fields = [field for field in fields_in(In.SHEET) if _VIEWS[kind] in field.views]
    return [BY_KEY["size"], *fields] if kind is CaseKind.GROUP else fields
