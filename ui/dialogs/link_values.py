"""Choosing what a statement rests on: reports of people, reported totals, and counts made now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casefiles.domain.problems import BadInput
from casefiles.workspace.counting import Question
from casefiles.workspace.finding import Sort, Wanted, parse
from casefiles.workspace.statements import RestsOn
from ui.dialogs.case_form import CaseForm
from ui.dialogs.choose_totals import ChooseTotals
from ui.models.listed import listed_row
from ui.widgets.choices import wide_tick
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.growing import GrowingColumn, scrolled
from ui.widgets.people_list import PeopleList
from ui.widgets.spacing import Spacing
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from casefiles.workspace.finding import Finding
    from casefiles.workspace.views import ReportView
    from ui.models.faces import Row
    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.choices import YesNo

_OFFERED: Final = 30
_WIDTH: Final = 620
_HEIGHT: Final = 400


class LinkValuesDialog(CaseForm):
    """Finds people and what is reported of them, and totals, as words are typed; what is ticked stays ticked.

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
        self.say(self.tr("Tick the reports and the totals it rests on; or count people now."))
        self._query = LineEditor(theme, self.tr("Count"), self.tr("status:dead, or * for everybody"))
        self.add_field("query", self.tr("Count"), self._query)
        situations = [("", self.tr("The whole casebook"))]
        situations += [(one.uuid, one.name) for one in session.casebook.settings.situations()]
        self._situation = self.add_field(
            "situation", self.tr("Counted in"), ChoiceEditor(theme, self.tr("Counted in"), situations)
        )
        self._totals = ChooseTotals(session, theme)
        tabs = Tabs(self.tr("What it rests on"))
        tabs.setMinimumHeight(theme.px(_HEIGHT))
        tabs.add(self._make_reports(), self.tr("Reports"))
        tabs.add(self._totals, self.tr("Reported totals"))
        self.add_part(tabs, 1)
        self._search("")
        self._name.setFocus()

    def act(self) -> None:
        """Link what is chosen."""
        with self.about("query") as query:
            asked = Question("" if query == "*" else query, self._situation.value())
            counts = (asked,) if query else ()
            rests_on = RestsOn(tuple(self._chosen), tuple(self._totals.chosen), counts)
            if rests_on == RestsOn():
                raise BadInput(self.tr("Nothing is chosen."), self.tr("Tick a report or a total, or count somebody."))
            self.session.casebook.statements.link(self._statement, rests_on)

    def done(self, result: int) -> None:
        """Close; a search still under way has nobody to answer."""
        self._closed = True
        super().done(result)

    # people and their reports

    def _make_reports(self) -> QWidget:
        part = QWidget()
        self._name = LineEditor(self.theme, self.tr("Person"), self.tr("Type the name of a person"))
        self._people = PeopleList(self.theme, self._rows, self.tr("People found"))
        self._reports = GrowingColumn(self.theme, self.tr("Nothing is reported of this person yet."), gap=4)
        column = QVBoxLayout(part)
        Spacing(self.theme, column, (0, 12, 0, 0), 8)
        column.addWidget(self._name)
        column.addWidget(self._people, 1)
        column.addWidget(scrolled(self.theme, self._reports, self.tr("Reports of this person")), 1)
        line = self._name.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.textChanged.connect(self._search)
        self._people.current_changed.connect(self._show_reports)
        return part

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
        return wide_tick(self.theme, f"{words}  ({said})" if said else words, report.claim, self._chosen)


def _found(finding: Finding, typed: str) -> array[int]:
    return finding.ids(Wanted(parse(typed.replace(":", " ")), sort=Sort.NAME), _OFFERED)
