"""The pages as they will be printed, drawn as they come into view and as sharp as the screen shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.printing import Briefings, Preview
    from ui.session import Session
    from ui.theme.theme import Theme

_BEFORE: Final = 1
_AFTER: Final = 3
_SETTLE_MS: Final = 120
_WIDE: Final = 1000
_WIDE_ZOOM: Final = 0.75
_A4: Final = (210, 297)


class Sheets(PagePreview):
    """A preview of many pages that keeps pictures only of those near the view.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._preview: Preview | None = None
        self._drawn: dict[int, QImage] = {}
        self._drawn_width = 0
        self._by_hand = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self.pages.page_changed.connect(self._page_changed)

    def show_preview(self, preview: Preview) -> None:
        """Show the pages of another preview as soon as those in view are drawn."""
        self._preview = preview
        self._drawn_width = 0
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width once it has settled; in a wide window a whole page is better than a large one."""
        super().resizeEvent(event)
        if not self._by_hand:
            super()._set_zoom(_WIDE_ZOOM if self.width() > self._theme.px(_WIDE) else 1.0)
        self._settle.start()

    def _set_zoom(self, zoom: float) -> None:
        self._by_hand = True
        super()._set_zoom(zoom)
        self._settle.start()

    def _page_changed(self, _page: int, _count: int) -> None:
        if not set(self._near()) <= set(self._drawn):
            self._draw()

    def _near(self) -> range:
        """The pages to have pictures of, counted from 0."""
        pages = self._preview.pages if self._preview else 0
        here = max(0, min(self.pages.page(), pages) - 1)
        return range(max(0, here - _BEFORE), min(pages, here + _AFTER + 1))

    def _draw(self) -> None:
        if self._preview is None:
            return
        width = round(self.pages.viewport().width() * self._zoom * self.devicePixelRatioF())
        kept = self._drawn if width == self._drawn_width else {}
        missing = [page for page in self._near() if page not in kept]
        if not missing:
            return
        work = partial(_pictures, self._session.casebook.briefings, self._preview, missing, width)
        self._session.tasks.search("briefing-pages", work, partial(self._show, self._preview, width, kept))

    def _show(self, preview: Preview, width: int, kept: dict[int, QImage], drawn: dict[int, QImage]) -> None:
        if preview is not self._preview:
            return
        near = set(self._near())
        pictures = {page: image for page, image in (kept | drawn).items() if page in near or page in drawn}
        self._drawn, self._drawn_width = pictures, width
        like = next(iter(drawn.values()))
        blank = QImage(*_A4, QImage.Format.Format_RGB32).scaled(like.size())
        blank.fill(0xFFFFFFFF)
        self.pages.show_pages([pictures.get(page, blank) for page in range(preview.pages)])
        self.stop_busy()


def _pictures(briefings: Briefings, preview: Preview, pages: list[int], width: int) -> dict[int, QImage]:
    """Draw some pages; what they are drawn from is given back at once."""
    return {page: picture(briefings, preview, page, width) for page in pages}


def picture(briefings: Briefings, preview: Preview, page: int, width: int) -> QImage:
    """Draw one page, the first being 0."""
    wide, high, rows = briefings.page_image(preview, page, width)
    return QImage(rows, wide, high, wide * 3, QImage.Format.Format_RGB888).convertToFormat(QImage.Format.Format_RGB32)
