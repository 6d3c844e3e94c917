"""Why the status is what it is: what decided, who pinned it, and every report with the reason it leads or does not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.status import GROUP_ICONS
from ui.pages.people.says import grade_in_words
from ui.pages.people.timeline import said_by
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Drawing, Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.views import Argument, CaseView, TimelineLine
    from ui.theme.theme import Theme

_LEADING: Final = ("current",)
_AGAINST: Final = ("against",)
_BEHIND: Final = ("history", "earlier word", "remains")


class ReasonRow(QWidget):
    """One report of the status: what it says, who says it, and why it does not lead.

    Signals:
        pin_requested: the `ReportView` that is to be pinned.

    Args:
        theme: the theme in force.
        line: the report.
        parent: the owner.
    """

    pin_requested = Signal(object)

    def __init__(self, theme: Theme, line: TimelineLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        Spacing(theme, row, (0, 2, 0, 2), 8)
        words = QVBoxLayout()
        Spacing(theme, words, gap=1)
        words.addWidget(Label(theme, line.report.text, Role.STRONG, wrap=True))
        for text in (said_by(line), line.why[:1].upper() + line.why[1:], grade_in_words(line.report)):
            if text:
                words.addWidget(Label(theme, text, Role.META, "muted", wrap=True))
        row.addWidget(Drawing(theme, GROUP_ICONS[line.group], line.group.value), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if not line.report.chosen:
            pin = Button(theme, self.tr("Pin this status"), "pin", Kind.LINK)
            pin.setAccessibleName(
                self.tr("Pin this status: {what}, {who}").format(what=line.report.text, who=line.report.speakers)
            )
            only_now(pin)
            pin.clicked.connect(lambda: self.pin_requested.emit(line.report))
            words.addWidget(pin, alignment=Qt.AlignmentFlag.AlignLeading)  # else it sets how wide the words may be


class WhyCard(Card):
    """The argument for the status, as the rule makes it.

    Signals:
        pin_requested: the `ReportView` that is to be pinned.
        unpin_requested: the `ReportView` whose pin is to be taken away.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    pin_requested = Signal(object)
    unpin_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", QCoreApplication.translate("WhyCard", "Show the rule"), parent=parent)
        self.set_title(self.tr("Why this status"))
        self._view: CaseView | None = None
        self._decided = Label(theme, "", Role.STRONG, wrap=True)
        self._line = Label(theme, "", Role.META, "muted", wrap=True)
        self._pin = PinLine(theme)
        self._pin.unpin_requested.connect(self.unpin_requested)
        self._rule = Label(theme, "", wrap=True)
        self._rule.hide()
        for part in (self._decided, self._line, self._pin, self._rule):
            self.add(part)
        titles = (self.tr("What stands"), self.tr("What speaks against it"), self.tr("What does not count now"))
        self._parts = [self._part(title) for title in titles]
        self.action_requested.connect(lambda: self._rule.setVisible(self._rule.isHidden()))

    def show_case(self, view: CaseView) -> None:
        """Show the argument for the status of a case."""
        argument = view.argument
        self.setVisible(bool(argument.decided))
        if not argument.decided:
            return
        self._decided.setText(argument.decided)
        number = argument.line + 1
        self._line.setText(self.tr("Line {n} of the rule: {words}").format(n=number, words=view.why[argument.line]))
        self._pin.show_case(view)
        self._rule.setText("\n".join(f"{place}. {words}" for place, words in enumerate(view.why, 1)))
        for (head, lines), names in zip(self._parts, (_LEADING, _AGAINST, _BEHIND), strict=True):
            found = [line for line in view.timeline if line.part in names]
            found.sort(key=lambda line: not line.report.in_use)
            head.setVisible(bool(found))
            lines.setVisible(bool(found))
            lines.show_parts(self._makers(found))

    def _part(self, title: str) -> tuple[Label, GrowingColumn]:
        head, lines = Label(self._theme, title, Role.GROUP_HEAD, "muted"), GrowingColumn(self._theme, "", gap=4)
        self.add(head)
        self.add(lines)
        return head, lines

    def _makers(self, lines: Sequence[TimelineLine]) -> list[partial[ReasonRow]]:
        return [partial(self._row, line) for line in lines]

    def _row(self, line: TimelineLine) -> ReasonRow:
        row = ReasonRow(self._theme, line)
        row.pin_requested.connect(self.pin_requested)
        return row


class PinLine(QWidget):
    """Who pinned a status, when and why, and the way to let the rule decide again; hidden where nobody did.

    Signals:
        unpin_requested: the `ReportView` whose pin is to be taken away.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    unpin_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CaseView | None = None
        row = QHBoxLayout(self)
        Spacing(theme, row, gap=8)
        self._words = Label(theme, "", Role.META, wrap=True)
        unpin = Button(theme, self.tr("Unpin…"), "rotate-ccw", Kind.LINK)
        unpin.setAccessibleName(self.tr("Unpin: let the rule decide the status again"))
        only_now(unpin)
        unpin.clicked.connect(self._ask)
        row.addWidget(Drawing(theme, "pin", "accent"))
        row.addWidget(self._words, 1)
        row.addWidget(unpin)

    def show_case(self, view: CaseView) -> None:
        """Show the pin of a case."""
        self._view = view
        self.setVisible(view.argument.pin is not None)
        self._words.setText(pinned(view.argument))

    def _ask(self) -> None:
        assert self._view is not None
        pin = self._view.argument.pin
        report = next((one for one in self._view.reports if pin and one.claim == pin.claim), None)
        if report is not None:
            self.unpin_requested.emit(report)


def pinned(argument: Argument) -> str:
    """Say who pinned a status, when and why; empty when nobody did."""
    pin = argument.pin
    if pin is None:
        return ""
    if not pin.by:
        return QCoreApplication.translate("PinLine", "Pinned {day}: {why}").format(day=pin.on, why=pin.reason)
    words = QCoreApplication.translate("PinLine", "Pinned by {who}, {day}: {why}")
    return words.format(who=pin.by, day=pin.on, why=pin.reason)
