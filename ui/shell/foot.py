"""The foot of the window: saved or not, what is being done, and which casebook this is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.labels import Drawing, Label, plain_tip
from ui.widgets.spacing import Spacing
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from pathlib import Path

    from ui.problems import Told
    from ui.tasks import Job
    from ui.theme.theme import Theme

LONG_MS: Final = 2000
_BELOW_THE_BAR: Final = 2


class Trouble(QWidget):
    """What went wrong, in a sentence, until it is put right or put away.

    Signals:
        again_requested: the officer wants it tried again.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    again_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ""
        self._words = Label(theme, "", Role.META, "error", wrap=True)
        self._again = Button(theme, self.tr("Try again"), kind=Kind.LINK, strong=True)
        self._copy = Button(theme, self.tr("Copy details"), kind=Kind.LINK)
        self._away = IconButton(theme, self.tr("Put this message away"), "x")
        self._copy.setAccessibleDescription(self.tr("For a report; it holds nothing about people"))
        self._again.clicked.connect(self.again_requested)
        self._copy.clicked.connect(self._copy_details)
        self._away.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        Spacing(theme, line, (12, 0, 4, 0), 8)
        line.addWidget(Drawing(theme, "triangle-alert", "error", 13))
        line.addWidget(self._words, 1)
        for part in (self._again, self._copy, self._away):
            line.addWidget(part)
        self.hide()

    def tell(self, told: Told) -> None:
        """Say what went wrong and what to do."""
        self._report = told.report
        self._words.setText(f"{told.say} {told.hint}".strip())
        self._again.setVisible(told.may_pass)
        self.show()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class TaskRow(QWidget):
    """One long piece of work: what it is, how far it is, and a way to stop it; shown when it takes its time.

    Args:
        theme: the theme in force.
        job: the work.
        parent: the owner.
    """

    def __init__(self, theme: Theme, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._job = job
        self._said = job.label
        self._words: Label | None = None
        self.hide()
        self._patience = QTimer(self, singleShot=True, interval=LONG_MS)
        self._patience.timeout.connect(self._appear)
        self._patience.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        place = QLocale()
        count = self.tr("{done} of {total}").format(done=place.toString(done), total=place.toString(total))
        self._say(f"{self._job.label} · {count}")

    def _appear(self) -> None:
        """Make what is shown, now that it is needed: most work is done before."""
        self._words = Label(self._theme, self._said, Role.META, "muted")
        cancel = Button(self._theme, self.tr("Cancel"), kind=Kind.LINK)
        cancel.setAccessibleDescription(self._job.label)
        cancel.clicked.connect(lambda: self._stop(cancel))
        line = QHBoxLayout(self)
        Spacing(self._theme, line, gap=4)
        line.addWidget(self._words)
        line.addWidget(cancel)
        self.show()

    def _say(self, words: str) -> None:
        self._said = words
        if self._words is not None:
            self._words.setText(words)

    def _stop(self, cancel: Button) -> None:
        self._job.cancelled.set()
        cancel.setEnabled(False)
        self._say(self.tr("Stopping: {task}").format(task=self._job.label))


class Foot(QWidget):
    """The line itself, with the thin bar of work above it and the line of trouble.

    Signals:
        again_requested: the officer wants what failed tried again.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    again_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[Job, TaskRow] = {}
        self._path: Path | None = None
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rule = QFrame(self)
        rule.setProperty("surface", "rule")
        rule.setFixedHeight(1)
        self._busy = BusyBar(theme, self)
        self._trouble: Trouble | None = None
        self._status = StatusLine(theme, self)
        self._book = Label(theme, "", Role.META, "muted")
        self._line = QHBoxLayout()
        Spacing(theme, self._line, (12, 0, 12, 3), 16)
        self._line.addWidget(self._status, 1)
        self._line.addWidget(self._book)
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=2)
        self._column.addWidget(rule)
        self._column.addWidget(self._busy)
        self._column.addLayout(self._line)

    @property
    def jobs(self) -> list[Job]:
        """What is being done now."""
        return list(self._rows)

    def name_book(self, path: Path | None) -> None:
        """Say which casebook is open; without one the foot is seen only while it has something to say."""
        self._path = path
        self._book.setText(path.name if path else "")
        self._book.setToolTip(plain_tip(str(path)) if path else "")
        self._status.say("")
        self._end_trouble()
        self._appear()

    def saved(self, at: str) -> None:
        """Say that everything is kept; what was wrong before is over."""
        self._end_trouble()
        self._status.say(self.tr("Saved {time}").format(time=at))

    def say(self, sentence: str) -> None:
        """Say that something was done."""
        self._status.say(sentence)

    def tell(self, told: Told) -> None:
        """Say that something went wrong."""
        self._status.say("")
        if self._trouble is None:
            self._trouble = Trouble(self._theme, self)
            self._trouble.again_requested.connect(self.again_requested)
            self._column.insertWidget(_BELOW_THE_BAR, self._trouble)
        self._trouble.tell(told)
        self._appear()

    def begin(self, job: Job) -> None:
        """Show that work has begun."""
        row = TaskRow(self._theme, job, self)
        self._rows[job] = row
        self._line.insertWidget(1, row)
        self._appear()
        self._busy.start()

    def show_progress(self, job: Job, done: int, total: int) -> None:
        """Show how far work is."""
        if job in self._rows:
            self._rows[job].show_progress(done, total)

    def end(self, job: Job) -> None:
        """Show that work is over."""
        row = self._rows.pop(job, None)
        if row is not None:
            self._line.removeWidget(row)
            row.deleteLater()
        if not self._rows:
            self._busy.stop()
        self._appear()

    def _end_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.hide()

    def _appear(self) -> None:
        in_trouble = self._trouble is not None and not self._trouble.isHidden()
        self.setVisible(bool(self._path or self._rows or in_trouble))
