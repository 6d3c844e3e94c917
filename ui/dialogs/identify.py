"""Which person is one of a group: one who is known already, or a new one."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from casefiles.domain.problems import BadInput
from casefiles.workspace.entries import Report
from casefiles.workspace.finding import Sort, Wanted, parse
from ui.dialogs.case_form import CaseForm
from ui.dialogs.field_editors import DateEditor
from ui.models.listed import listed_row
from ui.theme.typography import Role
from ui.widgets.buttons import Button
from ui.widgets.editors import LineEditor
from ui.widgets.labels import Label
from ui.widgets.people_list import PeopleList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.finding import Finding
    from ui.models.faces import Row
    from ui.session import Session
    from ui.theme.theme import Theme

_OFFERED: Final = 20


class IdentifyDialog(CaseForm):
    """Finds a person as a name is typed, or makes a new one of that name, and says they are one of the group.

    Args:
        session: the open casebook.
        theme: the theme in force.
        group_id: the group.
        heading: what the group is called.
        parent: the owner.
    """

    def __init__(
        self, session: Session, theme: Theme, group_id: int, heading: str, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("IdentifyDialog", "One of these is…")
        accept = QCoreApplication.translate("IdentifyDialog", "This person")
        super().__init__(session, theme, title, accept, width=520, parent=parent)
        self._group = group_id
        self._new = False
        self._closed = False
        self.say(self.tr("{group}: the person counts inside the group, so totals do not move.").format(group=heading))
        today = session.casebook.desk.today()
        name = self.add_field("name", self.tr("Name"), LineEditor(theme, self.tr("Name"), self.tr("Type to find")))
        reason = LineEditor(theme, self.tr("Reason"), self.tr("How it was found out"))
        self.add_field("reason", self.tr("Reason"), reason)
        self._since = self.add_field("since", self.tr("Since"), DateEditor(theme, self.tr("Since"), today))
        self._found = PeopleList(theme, self._rows, self.tr("People found"))
        self._found.setMinimumHeight(theme.px(190))
        self._none = Label(theme, self.tr("Nobody of that name is in the casebook yet."), Role.META, "muted")
        self._make = Button(theme, self.tr("Make a new person of this name"), "user-plus")
        self._make.setAutoDefault(False)
        self._make.clicked.connect(self._accept_new)
        for part, stretch in ((self._found, 1), (self._none, 0), (self._make, 0)):
            self.add_part(part, stretch)
        self._none.hide()
        line = name.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.textChanged.connect(self._search)
        self._found.opened.connect(self.accept)
        self._search("")
        name.setFocus()

    def act(self) -> None:
        """Identify the person found, or a new one."""
        people = self.session.casebook.people
        with self.about("reason") as reason:
            if not reason:
                raise BadInput(self.tr("A reason is missing."), self.tr("Say in a few words how it was found out."))
        since = self._day()
        person = self._found.current_id()
        with self.about("name") as name:
            if self._new:
                report = Report("name", typed=name).checked(self.session.casebook.desk.today())
                people.identify_new(self._group, [report], reason, since)
            elif person is None:
                raise BadInput(self.tr("Nobody is chosen."), self.tr("Choose a person, or make a new one."))
            else:
                people.identify(self._group, person, reason, since)

    def _day(self) -> date | None:
        with self.about("since"):
            exact = self._since.edtf()
            if not exact:
                return None
            day = self._since.day()
            if day is None:
                raise BadInput(self.tr("The day is needed."), self.tr("Type it as 21 Feb 2024, or leave it empty."))
            return day

    def _accept_new(self) -> None:
        self._new = True
        self.accept()
        self._new = False

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        return [listed_row(row) for row in self.session.casebook.finding.rows(keys)]

    def _search(self, typed: str) -> None:
        finding = self.session.casebook.finding
        self.session.tasks.search("identify", lambda: _people(finding, typed), self._show, self)

    def done(self, result: int) -> None:
        """Close; a search still under way has nobody to answer."""
        self._closed = True
        super().done(result)

    def _show(self, found: array[int]) -> None:
        if self._closed:
            return
        self._found.show_ids(found)
        self._none.setVisible(not found)
        if found:
            self._found.select_id(found[0])


def _people(finding: Finding, typed: str) -> array[int]:
    """Return the persons, not groups, whose words begin as typed."""
    wanted = Wanted(parse(typed.replace(":", " ")), sort=Sort.NAME)
    return array("q", (key for key in finding.ids(wanted, 3 * _OFFERED) if not finding.is_group(key)))[:_OFFERED]
