"""The first window: begin a casebook, open one, or look at the sample."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.shell.emblem import emblem
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.preferences import Recent
    from ui.theme.theme import Theme

_WIDTH: Final = 660
_RECENT: Final = 6


class BigButton(QPushButton):
    """A button with a drawing, a name and a sentence.

    Args:
        theme: the theme in force.
        name: what it does; also its accessible name.
        sentence: more about it.
        icon: the drawing.
    """

    def __init__(self, theme: Theme, name: str, sentence: str, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = Label(theme, name, Role.ROW_NAME)
        self._sentence = Label(theme, sentence, Role.META, "muted", wrap=True)
        self._texts = QVBoxLayout()
        Spacing(theme, self._texts, gap=2)
        for text in (self._name, self._sentence):
            self._texts.addWidget(text)
        self.line = QHBoxLayout(self)
        Spacing(theme, self.line, (16, 12, 16, 12), 14)
        self.line.addWidget(Drawing(theme, icon, "accent", 20))
        self.line.addLayout(self._texts, 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As high as its words need."""
        return QSize(self.line.sizeHint().width(), self._height_for(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the words take another line."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _height_for(self, width: int) -> int:
        return max(self.line.heightForWidth(width), self._theme.px(60))


class RecentRow(QWidget):
    """A casebook opened before, with a way to forget it."""

    def __init__(self, theme: Theme, page: StartPage, recent: Recent) -> None:
        super().__init__()
        path = Path(recent.path)
        there = path.exists()
        about = str(path.parent) if there else self.tr("It is no longer there: {path}").format(path=recent.path)
        button = BigButton(theme, path.name, about, "file-text" if there else "link-2-off")
        button.setEnabled(there)
        when = Label(theme, _day(recent.opened), Role.META, "muted")
        when.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.line.addWidget(when)
        button.clicked.connect(lambda: page.open_requested.emit(recent.path))
        forget = IconButton(theme, self.tr("Forget {name}").format(name=path.name), "x")
        forget.clicked.connect(lambda: page.forget_requested.emit(recent.path))
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=4)
        line.addWidget(button, 1)
        line.addWidget(forget)


class StartPage(QScrollArea):
    """What is seen while no casebook is open.

    Signals:
        new_requested: begin a casebook.
        choose_requested: open a casebook that is to be chosen.
        sample_requested: open the sample.
        open_requested: open the casebook at a path.
        forget_requested: offer the casebook at a path no longer.

    Args:
        theme: the theme in force.
        parent: the window.
    """

    new_requested = Signal()
    choose_requested = Signal()
    sample_requested = Signal()
    open_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = QLabel()
        self._trouble = Banner(theme, kind="error")
        self._trouble.hide()
        self._recent_title = Label(theme, self.tr("Recent casebooks"), Role.GROUP_HEAD, "muted")
        self._recent = QVBoxLayout()
        Spacing(theme, self._recent, gap=6)
        self.setWidget(self._laid_out())
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_recent([])
        theme.changed.connect(self._restyle)
        self._restyle()

    def tell(self, sentence: str) -> None:
        """Say why a casebook could not be opened; an empty sentence takes it back."""
        self._trouble.say(sentence)
        self._trouble.setVisible(bool(sentence))
        self.ensureVisible(0, 0)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Offer the casebooks opened before."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in recent[:_RECENT]:
            self._recent.addWidget(RecentRow(self._theme, self, one))
        self._recent_title.setVisible(bool(recent))

    def _laid_out(self) -> QWidget:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        Spacing(self._theme, column, (0, 32, 0, 32), 8)
        column.addStretch(2)
        column.addLayout(self._heading())
        column.addSpacing(self._theme.px(12))
        column.addWidget(self._trouble)
        for button in self._choices():
            column.addWidget(button)
        column.addSpacing(self._theme.px(16))
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(3)
        whole = QWidget()
        whole.setProperty("surface", "bg")
        line = QHBoxLayout(whole)
        Spacing(self._theme, line, (24, 0, 24, 0), 0)
        line.addStretch(1)
        line.addWidget(self._column, 100)
        line.addStretch(1)
        return whole

    def _heading(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        Spacing(self._theme, texts, gap=2)
        texts.addWidget(Label(self._theme, "Casefiles", Role.NAME))
        texts.addWidget(
            Label(self._theme, self.tr("Every value lands on the words that support it."), ink="muted", wrap=True)
        )
        line = QHBoxLayout()
        Spacing(self._theme, line, gap=16)
        line.addWidget(self._sign)
        line.addLayout(texts, 1)
        return line

    def _choices(self) -> list[BigButton]:
        table = (
            (self.tr("New casebook"), self.tr("Begin an empty one, with a password if you like."), "file-plus",
             self.new_requested),
            (self.tr("Open a casebook"), self.tr("Choose a .casebook file on this machine."), "folder-open",
             self.choose_requested),
            (self.tr("Open the sample"), self.tr("Invented people in an invented war, to try everything on."), "users",
             self.sample_requested),
        )  # fmt: skip
        buttons = []
        for name, sentence, icon, signal in table:
            button = BigButton(self._theme, name, sentence, icon)
            button.clicked.connect(signal)
            buttons.append(button)
        return buttons

    def _restyle(self) -> None:
        self._sign.setPixmap(emblem(self._theme, 44, self.devicePixelRatioF()))
        self._column.setMaximumWidth(self._theme.px(_WIDTH))


def _day(stamp: str) -> str:
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    return f"{moment.day} {QLocale().monthName(moment.month, QLocale.FormatType.ShortFormat)} {moment.year}"
