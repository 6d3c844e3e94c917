"""How credible one report is: six steps, each with its meaning beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from casefiles.domain import grading
from ui.dialogs.case_form import CaseForm
from ui.theme.typography import Role
from ui.widgets.choices import OneOf
from ui.widgets.editors import LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.views import ReportView
    from ui.session import Session
    from ui.theme.theme import Theme

_WIDTH = 620


class GradeReportDialog(CaseForm):
    """Asks for the grade of one report, and why; the source has a grade of its own.

    Args:
        session: the open casebook.
        theme: the theme in force.
        report: the report.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, report: ReportView, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("GradeReportDialog", "Grade: {what}, {value}").format(
            what=report.label.lower(), value=report.text
        )
        accept = QCoreApplication.translate("GradeReportDialog", "Grade")
        super().__init__(session, theme, title, accept, width=_WIDTH, parent=parent)
        self._report = report
        self.say(self.tr("How credible is this report, apart from how reliable its source is?"))
        self._steps = QButtonGroup(self)
        reason = self.tr("Reason")
        self._choices: dict[str, OneOf] = {}
        self._column.insertWidget(2, self._make_choices())  # below the question, above the reason
        self._choices[report.credibility].setFocus()
        self.add_field("reason", reason, LineEditor(theme, reason, self.tr("Optional; kept in the history")))

    def act(self) -> None:
        """Give the grade."""
        sign = next(sign for sign, choice in self._choices.items() if choice.isChecked())
        with self.about("reason") as reason:
            self.session.casebook.grades.give(self._report.claim, sign, reason)

    def _make_choices(self) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        Spacing(self.theme, grid, gap=8)
        grid.setColumnStretch(1, 1)
        none = grading.Step("", self.tr("Not graded"), self.tr("shows nothing on screen, and “not graded” in print"))
        for row, step in enumerate((*grading.CREDIBILITY, none)):
            name = f"{step.sign}, {step.name.lower()}" if step.sign else step.name
            choice = OneOf(self.theme, QCoreApplication.translate("Grades", name))
            about = QCoreApplication.translate("Grades", step.about)
            choice.setAccessibleDescription(about)
            choice.setChecked(step.sign == self._report.credibility)
            self._steps.addButton(choice)
            self._choices[step.sign] = choice
            grid.addWidget(choice, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(self.theme, about, Role.BODY, "muted", wrap=True), row, 1)
        return part
