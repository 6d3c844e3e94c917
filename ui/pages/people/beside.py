"""The list, the case and the reader beside each other; where there is no room, the reader slides over the case."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.views import ReportView
    from ui.session import Session
    from ui.theme.theme import Theme

NARROW: Final = 1100
_SIZES: Final = {1280: [304, 424, 336], 1920: [400, 660, 640]}
_OVER: Final = 460
_LEAST: Final = (240, 380, 280)


class Beside(QWidget):
    """Three panes in a splitter; the third is made when it is first needed.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._reader: Any = None
        self._frame = QWidget(self)
        self._frame.hide()
        self._room = framed(theme, self._frame)
        self._closed = False
        self._sizes: list[int] = []
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setAccessibleName(self.tr("Panes"))
        self.splitter.splitterMoved.connect(self._remember)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def hold(self, listing: QWidget, detail: QWidget) -> None:
        """Take the pane at the start and the one in the middle."""
        for pane, least in zip((listing, detail), _LEAST, strict=False):
            pane.setMinimumWidth(self._theme.px(least))
            self.splitter.addWidget(pane)

    # the reader

    def set_person(self, case_id: int | None) -> None:
        """Tell the reader whose quotes to show, if there is one."""
        if self._reader is not None:
            self._reader.set_person(case_id)

    def show_words(self, case_id: int | None, reports: list[ReportView], *, asked: bool) -> None:
        """Show the words of some reports, all of one field; a reader that was closed opens when it is asked for.

        Args:
            case_id: whose reports they are.
            reports: the first with a source is gone to.
            asked: the officer asked; otherwise nothing slides over the case.
        """
        source = next((report for report in reports if report.source_id is not None), None)
        if source is None or (not asked and (self._closed or self.is_narrow)):
            return
        quote = next((quote for report in reports for quote in report.quotes), None)
        reader = self._open(asked=asked)
        reader.set_person(case_id)
        if quote is None:
            reader.show_source(source.source_id)
        else:
            reader.show_source(quote.source_id, quote.start, quote.end)
        reader.show_field([report.claim for report in reports])

    def show_article(self, source_id: int, start: int, end: int) -> None:
        """Show an article at a hit."""
        self._open(asked=True).show_source(source_id, start, end)

    def close_reader(self) -> bool:
        """Take the reader away; false when it was not there."""
        if self._reader is None or self._frame.isHidden():
            return False
        self._closed = True
        self._frame.hide()
        return True

    @property
    def reader_panes(self) -> list[QWidget]:
        """Where the keyboard can go in the reader; nowhere when it is out of view."""
        return [] if self._reader is None or self._frame.isHidden() else list(self._reader.panes())

    @property
    def is_narrow(self) -> bool:
        """Tell whether there is no room for three panes."""
        return self.window().width() < self._theme.px(NARROW)

    # sizes

    def sizes(self) -> list[int]:
        """Return how wide the panes were made, to find them so again."""
        return self._sizes

    def set_sizes(self, sizes: list[int]) -> None:
        """Make the panes as wide as they were."""
        self._sizes = sizes
        self._apply_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reader beside where there is room, and over the case where there is not."""
        super().resizeEvent(event)
        self._place()
        if not self._sizes:
            self._apply_sizes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes a reader away that lies over the case."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and self._is_over:
            return self.close_reader()
        return super().eventFilter(watched, event)

    # inside

    def _open(self, *, asked: bool) -> Any:
        if self._reader is None:
            self._reader = self._make_reader()
            self._reader.close_requested.connect(self.close_reader)
            self._reader.installEventFilter(self)
            self._room.addWidget(self._reader)
            self._frame.setMinimumWidth(self._theme.px(_LEAST[2]))
            self._place()
            self._apply_sizes()
        if asked:
            self._closed = False
        self._frame.show()
        self._frame.raise_()
        return self._reader

    def _make_reader(self) -> Any:
        reader = import_module("ui.reader").ReaderPane
        return reader(theme=self._theme, session=self._session)

    @property
    def _is_over(self) -> bool:
        return self._reader is not None and self._frame.parent() is self

    def _place(self) -> None:
        if self._reader is None:
            return
        if self.is_narrow != self._is_over:
            self._move()
        if self._is_over:
            width = min(self._theme.px(_OVER), self.width() - self._theme.px(56))
            start = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - width
            self._frame.setGeometry(start, 0, width, self.height())
            self._frame.raise_()

    def _move(self) -> None:
        """Put the reader over the case or beside it; one that was beside does not cover the case unasked."""
        if self.is_narrow:
            self._frame.setParent(self)
            self._frame.hide()
        else:
            self.splitter.addWidget(self._frame)
            self._frame.setVisible(not self._closed)
            self._apply_sizes()

    def _apply_sizes(self) -> None:
        least, most = _SIZES
        usual = _SIZES[most if self.window().width() >= self._theme.px(most) else least]
        self.splitter.setSizes(self._sizes or [self._theme.px(size) for size in usual])
        for place in range(self.splitter.count()):
            self.splitter.setStretchFactor(place, 0 if place == 0 else 1)

    def _remember(self) -> None:
        sizes = self.splitter.sizes()
        self._sizes = [*sizes, *self._sizes[len(sizes) :]]


def framed(theme: Theme, frame: QWidget) -> QVBoxLayout:
    """Return the place for the reader's card, with some room of the page around it."""
    frame.setProperty("surface", "bg")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(frame)
    Spacing(theme, column, (4, 12, 8, 12))
    return column
