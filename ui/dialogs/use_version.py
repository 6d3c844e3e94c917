"""Differing versions side by side, and the choice between them with its reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.case_form import CaseForm
from ui.theme.typography import Role
from ui.widgets.buttons import Button
from ui.widgets.editors import LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.views import ReportView, VersionView
    from ui.session import Session
    from ui.theme.theme import Theme

_SHOWN_REPORTS: Final = 5
_COLUMN: Final = 240
_WIDEST: Final = 840


class UseVersionDialog(CaseForm):
    """Shows the versions of one field and uses the one that is chosen.

    Args:
        session: the open casebook.
        theme: the theme in force.
        label: the field's name on screen.
        versions: the one in use first.
        parent: the owner.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        label: str,
        versions: Sequence[VersionView],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("UseVersionDialog", "{field}: {count} versions").format(
            field=label, count=len(versions)
        )
        width = min(_WIDEST, 60 + (_COLUMN + 12) * len(versions))
        super().__init__(session, theme, title, "", width=width, parent=parent)
        self._chosen = versions[0]
        self.say(self.tr("All versions stay on record; the one you use is shown and printed."))
        reason = self.tr("Reason")
        why = LineEditor(theme, reason, self.tr("Why this one; kept in the history"))
        self.add_field("reason", reason, why).setFocus()
        self._columns = [self._column_of(number, version) for number, version in enumerate(versions)]
        self.add_part(self._side_by_side(), 1)

    def act(self) -> None:
        """Use the chosen version."""
        with self.about("reason") as reason:
            self.session.casebook.people.use(self._chosen.reports[0].claim, reason)

    def _side_by_side(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        line = QHBoxLayout(inside)
        Spacing(self.theme, line, gap=12)
        for column in self._columns:
            line.addWidget(column, 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(self.theme.px(240))
        return area

    def _column_of(self, number: int, version: VersionView) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        card.setAccessibleName(version.text)
        card.setMinimumWidth(self.theme.px(_COLUMN))
        column = QVBoxLayout(card)
        Spacing(self.theme, column, (16, 12, 16, 12), 8)
        state = self.tr("We use this") if version.in_use else self.tr("Version {n}").format(n=number + 1)
        column.addWidget(Label(self.theme, state, Role.GROUP_HEAD, "accent" if version.in_use else "muted"))
        column.addWidget(Label(self.theme, version.text, Role.CARD_TITLE, wrap=True))
        for report in version.reports[:_SHOWN_REPORTS]:
            self._add_report(column, report)
        if len(version.reports) > _SHOWN_REPORTS:
            more = self.tr("and %n more report(s)", "", len(version.reports) - _SHOWN_REPORTS)
            column.addWidget(Label(self.theme, more, Role.META, "muted"))
        column.addStretch(1)
        use = Button(self.theme, self.tr("Use this one"), "check")
        use.setAutoDefault(False)
        use.setAccessibleName(self.tr("Use this one: {value}").format(value=version.text))
        use.clicked.connect(partial(self._use, version))
        column.addWidget(use)
        return card

    def _add_report(self, column: QVBoxLayout, report: ReportView) -> None:
        words = f"“{report.wording}”" if report.wording else self.tr("Desk entry, no source")
        said = ", ".join(filter(None, (report.speakers, report.said)))
        column.addWidget(Label(self.theme, words, wrap=True))
        column.addWidget(
            Label(self.theme, "\n".join(filter(None, (said, report.source))), Role.META, "muted", wrap=True)
        )

    def _use(self, version: VersionView) -> None:
        self._chosen = version
        self.accept()
