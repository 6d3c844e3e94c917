"""Keeping a person out of documents that name people: why, until when to look again, and what named them already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.case_form import CaseForm
from ui.dialogs.field_editors import DateEditor
from ui.theme.typography import Role
from ui.widgets.editors import LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.views import CaseView
    from ui.session import Session
    from ui.theme.theme import Theme

_LIST_HEIGHT: Final = 140


class HoldPersonDialog(CaseForm):
    """Asks for the reason and the day to look again, and lists what has named the person already.

    Args:
        session: the open casebook.
        theme: the theme in force.
        view: the person.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, view: CaseView, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("HoldPersonDialog", "Hold {name}").format(name=view.heading)
        super().__init__(session, theme, title, QCoreApplication.translate("HoldPersonDialog", "Hold"), parent=parent)
        self._case = view.id
        who = session.casebook.desk.officer.name or self.tr("nobody named")
        self.say(
            self.tr(
                "No document will name this person until the hold is lifted; the counts stay. Held by {who}."
            ).format(who=who)
        )
        why, day = self.tr("Why"), self.tr("Look again by")
        self.add_field("reason", why, LineEditor(theme, why, self.tr("The family has not been told"))).setFocus()
        today = session.casebook.desk.today()
        self._review = self.add_field("review", day, DateEditor(theme, day, today, planned=True))
        self._add_named(session.casebook.holds.named_in(view.id))

    def act(self) -> None:
        """Hold the person."""
        with self.about("review"):
            review_by = self._review.edtf()
        with self.about("reason") as reason:
            pass
        with self.about("review" if reason else "reason"):
            self.session.casebook.holds.hold(self._case, reason, review_by)

    def _add_named(self, named: list[str]) -> None:
        if not named:
            self.add_part(Label(self.theme, self.tr("No document has named this person yet."), Role.META, "muted"))
            return
        self.add_part(Label(self.theme, self.tr("Named already in %n document(s)", "", len(named)), Role.STRONG))
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        Spacing(self.theme, column, gap=4)
        for line in named:
            column.addWidget(Label(self.theme, line, wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Documents that named this person"))
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setMaximumHeight(self.theme.px(_LIST_HEIGHT))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_part(area)
