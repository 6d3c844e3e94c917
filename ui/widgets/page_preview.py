"""The preview of a briefing: its pages, which one is seen, and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.page_view import PageView
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.theme import Theme

_ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_FIT: Final = 1.0


class PagePreview(QWidget):
    """Pages given as PNG files; the old ones stay until new ones are ready.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = _FIT
        self.pages = PageView(theme)
        self.pages.page_changed.connect(self._tell_page)
        self._place = Label(theme, "", Role.META, "muted")
        self._busy = BusyBar(theme)
        self._smaller = IconButton(theme, self.tr("Smaller"), "zoom-out")
        self._fit = IconButton(theme, self.tr("Fit the width"), "move-horizontal")
        self._larger = IconButton(theme, self.tr("Larger"), "zoom-in")
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._fit.clicked.connect(lambda: self._set_zoom(_FIT))
        self._larger.clicked.connect(lambda: self._step(1))
        self._lay_out()
        self._tell_page(0, 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, gap=0)
        head = QHBoxLayout()
        Spacing(self._theme, head, (12, 4, 8, 4), 4)
        head.addWidget(self._place, 1)
        for button in (self._smaller, self._fit, self._larger):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._busy)
        column.addWidget(self.pages, 1)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show new pages in place of the old, at the same place in the document."""
        self._busy.stop()
        self.pages.show_pages([QImage.fromData(page) for page in pages])

    def show_busy(self) -> None:
        """New pages are being made; a thin bar shows it if that takes a while."""
        self._busy.start()

    def stop_busy(self) -> None:
        """No new pages are coming."""
        self._busy.stop()

    def _step(self, by: int) -> None:
        place = _ZOOMS.index(self._zoom) + by
        self._set_zoom(_ZOOMS[min(max(place, 0), len(_ZOOMS) - 1)])

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self.pages.set_zoom(zoom)
        self._smaller.setEnabled(zoom != _ZOOMS[0])
        self._larger.setEnabled(zoom != _ZOOMS[-1])

    def _tell_page(self, page: int, count: int) -> None:
        words = self.tr("Page {page} of {count}").format(page=page, count=count)
        self._place.setText(words if count else self.tr("No pages yet"))
