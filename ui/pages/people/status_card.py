"""The Status card: what is in use, in its parts, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from casefiles.workspace.views import FieldView, VersionView
from ui.pages.people.timeline import said_by
from ui.pages.people.why_card import PinLine
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.fields import FieldRows
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.views import CaseView, TimelineLine
    from ui.theme.theme import Theme


class StatusCard(Card):
    """The status in use with its date, place, cause and speaker.

    Signals:
        sources_requested: a `FieldView` whose quotes are asked for.
        versions_requested: a `FieldView` whose versions, the sides of a dispute, are asked for.
        why_requested: the whole argument for the status is asked for.
        unpin_requested: the `ReportView` whose pin is to be taken away.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    sources_requested = Signal(object)
    versions_requested = Signal(object)
    why_requested = Signal()
    unpin_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", QCoreApplication.translate("StatusCard", "Add status"), writes=True, parent=parent)
        self._view: FieldView | None = None
        self.set_title(self.tr("Status"))
        rows = FieldRows(theme)
        self._status = rows.add(self.tr("Status"))
        names = (self.tr("When"), self.tr("Where"), self.tr("How"), self.tr("Said by"), self.tr("Why"))
        self._parts = [rows.add(name) for name in names]
        self._none = Label(theme, self.tr("No status has been reported yet."), ink="muted", wrap=True)
        self._rows = rows
        self._pin = PinLine(theme)
        self._pin.unpin_requested.connect(self.unpin_requested)
        self._all = Button(theme, self.tr("Why this status"), "scale", Kind.LINK)
        self._all.clicked.connect(self.why_requested)
        for part in (rows, self._pin, self._all, self._none):
            self.add(part)
        self._status.sources_requested.connect(lambda: self.sources_requested.emit(self._view))
        self._status.versions_requested.connect(lambda: self.versions_requested.emit(self._view))

    def show_case(self, view: CaseView) -> None:
        """Show the status of a case."""
        current = next((line for line in view.timeline if line.report.in_use), None)
        self._rows.setVisible(current is not None)
        self._none.setVisible(current is None)
        self._all.setVisible(current is not None)
        self._pin.show_case(view)
        if current is None:
            return
        shown = view.field("status")
        self._view = FieldView(shown.field, shown.text, versions=status_versions(view), reports=shown.reports)
        self._status.show_value(
            view.pill.text,
            sources=shown.sources,
            versions=len(self._view.versions),
            note=shown.note,
        )
        texts = (current.date, current.place, current.cause, said_by(current), view.argument.decided)
        for row, text in zip(self._parts, texts, strict=True):
            row.show_value(text)
            row.setVisible(bool(text))


def status_versions(view: CaseView) -> tuple[VersionView, ...]:
    """Return the sides of a dispute about the status, the one in use first; none when there is no dispute."""
    sides: dict[str, list[TimelineLine]] = {}
    for part in ("current", "against"):
        for line in sorted(view.timeline, key=lambda one: not one.report.in_use):
            if line.part == part:
                sides.setdefault(line.label, []).append(line)
    if len(sides) < 2:
        return ()
    return tuple(
        VersionView(lines[0].report.text, tuple(line.report for line in lines), lines[0].report.in_use)
        for lines in sides.values()
    )
