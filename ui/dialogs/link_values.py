"""Choosing what a statement rests on: reports of a person, and counts made now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from casefiles.domain.problems import BadInput
from casefiles.workspace.counting import Question
from casefiles.workspace.finding import Sort, Wanted, parse
from casefiles.workspace.statements import RestsOn
from ui.dialogs.case_form import CaseForm
from ui.models.listed import listed_row
from ui.widgets.choices import YesNo
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.growing import GrowingColumn, scrolled
from ui.widgets.people_list import PeopleList

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.finding import Finding
    from casefiles.workspace.views import ReportView
    from ui.models.faces import Row
    from ui.session import Session
    from ui.theme.theme import Theme

_OFFERED: Final = 30
_WIDTH: Final = 620


class LinkValuesDialog(CaseForm):
    """Finds people as a name is typed, and offers what is reported of each; what is ticked stays ticked.

    Args:
        session: the open casebook.
        theme: the theme in force.
        statement: the UUID of the statement.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, statement: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LinkValuesDialog", "Link values")
        accept = QCoreApplication.translate("LinkValuesDialog", "Link")
        super().__init__(session, theme, title, accept, width=_WIDTH, parent=parent)
        self._statement = statement
        self._closed = False
        self._chosen: dict[str, None] = {}
        self.say(self.tr("Tick the reports it rests on, of one person after the other; or count people now."))
        name = self.add_field("name", self.tr("Person"), LineEditor(theme, self.tr("Person"), self.tr("Type to find")))
        self._people = PeopleList(theme, self._rows, self.tr("People found"))
        self._reports = GrowingColumn(theme, self.tr("Nothing is reported of this person yet."), gap=4)
        area = scrolled(theme, self._reports, self.tr("Reports of this person"))
        for part in (self._people, area):
            part.setMinimumHeight(theme.px(180))
            self.add_part(part, 1)
        self._query = LineEditor(theme, self.tr("Count"), self.tr("status:dead, or * for everybody"))
        self.add_field("query", self.tr("Count"), self._query)
        situations = [("", self.tr("The whole casebook"))]
        situations += [(one.uuid, one.name) for one in session.casebook.settings.situations()]
        self._situation = self.add_field(
            "situation", self.tr("Counted in"), ChoiceEditor(theme, self.tr("Counted in"), situations)
        )
        line = name.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.textChanged.connect(self._search)
        self._people.current_changed.connect(self._show_reports)
        self._search("")
        name.setFocus()

    def act(self) -> None:
        """Link what is chosen."""
        with self.about("query") as query:
            asked = Question("" if query == "*" else query, self._situation.value())
            counts = (asked,) if query else ()
            if not self._chosen and not counts:
                raise BadInput(self.tr("Nothing is chosen."), self.tr("Tick a report, or type whom to count."))
            self.session.casebook.statements.link(self._statement, RestsOn(tuple(self._chosen), counts=counts))

    def done(self, result: int) -> None:
        """Close; a search still under way has nobody to answer."""
        self._closed = True
        super().done(result)

    # people and their reports

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        return [listed_row(row) for row in self.session.casebook.finding.rows(keys)]

    def _search(self, typed: str) -> None:
        finding = self.session.casebook.finding
        self.session.tasks.search("link-values", partial(_found, finding, typed), self._show_people, self)

    def _show_people(self, found: array[int]) -> None:
        if self._closed:
            return
        self._people.show_ids(found)
        if found:
            self._people.select_id(found[0])
        else:
            self._show_reports(None)

    def _show_reports(self, case_id: int | None) -> None:
        view = self.session.tasks.now(lambda: self.session.casebook.people.view(case_id)) if case_id else None
        reports = [report for report in view.reports if report.standing] if view is not None else []
        self._reports.show_parts([partial(self._choice, report) for report in reports])

    def _choice(self, report: ReportView) -> YesNo:
        said = ", ".join(filter(None, (report.speakers, report.said)))
        words = f"{report.label}: {report.text}"
        choice = YesNo(self.theme, f"{words}  ({said})" if said else words)
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.setChecked(report.claim in self._chosen)
        choice.toggled.connect(partial(self._tick, report.claim))
        return choice

    def _tick(self, claim: str, ticked: bool) -> None:
        if ticked:
            self._chosen[claim] = None
        else:
            self._chosen.pop(claim, None)


def _found(finding: Finding, typed: str) -> array[int]:
    return finding.ids(Wanted(parse(typed.replace(":", " ")), sort=Sort.NAME), _OFFERED)
