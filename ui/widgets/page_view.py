"""The pages of a document below each other, as wide as asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

_GAP: Final = 12
_ARROW_STEP: Final = 48


class PageView(QAbstractScrollArea):
    """Draws only the pages in view; a page fills the width, times the zoom.

    Signals:
        page_changed: the number of the page at the top, counted from 1, and how many there are.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    page_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: list[QImage] = []
        self._tops: list[int] = []
        self._zoom = 1.0
        self._told = (0, 0)
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to_page(self.page() + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to_page(self.page() - 1),
            Qt.Key.Key_Home: lambda: self.go_to_page(1),
            Qt.Key.Key_End: lambda: self.go_to_page(len(self._pages)),
        }
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self, self.viewport()):  # the accessibility tree shows the inner one as focused
            part.setAccessibleName(self.tr("Pages"))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(theme.px(_ARROW_STEP))
        # the bar is always there, or its coming and going would change the width that pages fill
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        theme.changed.connect(self._measure)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show other pages in place of these, at the same place in the document."""
        self._pages = list(pages)
        self._measure()

    def set_zoom(self, zoom: float) -> None:
        """Make pages so many times as wide as the view."""
        self._zoom = zoom
        self._measure()

    def page(self) -> int:
        """The number of the page at the top of the view, from 1; 0 when there is none."""
        middle = self.verticalScrollBar().value() + self._gap()
        return sum(top <= middle for top in self._tops)

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page to the top of the view."""
        if self._pages:
            place = min(max(number, 1), len(self._pages)) - 1
            self.verticalScrollBar().setValue(self._tops[place] - self._gap())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Down go by pages, Home and End to the first and last."""
        act = self._keys.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view, each on its own sheet."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("bg"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, box in zip(self._pages, self._boxes(), strict=True):
            if box.intersects(event.rect()):
                painter.drawImage(box, page)
                painter.setPen(self._theme.colour("line"))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()

    def _gap(self) -> int:
        return self._theme.px(_GAP)

    def _page_width(self) -> int:
        return max(1, round((self.viewport().width() - 2 * self._gap()) * self._zoom))

    def _page_height(self, page: QImage) -> int:
        return round(self._page_width() * page.height() / max(1, page.width()))

    def _boxes(self) -> list[QRect]:
        """Where each page stands in the view as it is scrolled now."""
        down, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        width = self._page_width()
        left = max(self._gap(), (self.viewport().width() - width) // 2) - across
        heights = map(self._page_height, self._pages)
        return [QRect(left, top - down, width, high) for top, high in zip(self._tops, heights, strict=True)]

    def _measure(self) -> None:
        """Work out where pages begin; the view stays where it was in proportion."""
        bar, wide = self.verticalScrollBar(), self.horizontalScrollBar()
        done = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._tops, end = [], self._gap()
        for page in self._pages:
            self._tops.append(end)
            end += self._page_height(page) + self._gap()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, end - self.viewport().height()))
        bar.setValue(round(done * bar.maximum()))
        wide.setPageStep(self.viewport().width())
        wide.setRange(0, max(0, self._page_width() + 2 * self._gap() - self.viewport().width()))
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        now = (self.page(), len(self._pages))
        if now != self._told:
            self._told = now
            self.page_changed.emit(*now)
