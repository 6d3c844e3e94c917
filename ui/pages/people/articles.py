"""The articles whose text holds the words of the search box, listed under the people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.labels import Label, plain_tip
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.finding import Article
    from ui.theme.theme import Theme

_ROW: Final = 30
_MOST_ROWS: Final = 4


class ArticlesFound(QWidget):
    """How many articles there are, and each by title; Enter opens one at the first hit.

    Signals:
        opened: the key of the source, and where the first hit starts and ends.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    opened = Signal(int, int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: Sequence[Article] = ()
        self._length = 0
        self._head = Label(theme, "", Role.GROUP_HEAD, "muted")
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Articles that contain these words"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)
        column = QVBoxLayout(self)
        Spacing(theme, column, (16, 8, 12, 8), 4)
        column.addWidget(self._head)
        column.addWidget(self._list)
        self.hide()

    def show_articles(self, found: Sequence[Article], first_word: str) -> None:
        """Show the articles found; hidden when there are none."""
        self._found, self._length = found, len(first_word)
        self._list.clear()
        for article in found:
            about = " · ".join(filter(None, (article.source.title, article.source.publisher, article.source.published)))
            item = QListWidgetItem(about or article.source.ref)
            item.setSizeHint(QSize(0, self._theme.px(_ROW)))
            item.setToolTip(plain_tip(article.snippet))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{about}: {article.snippet}")
            self._list.addItem(item)
        self._head.setText(self.tr("%n article(s) contain these words", "", len(found)))
        self._list.setFixedHeight(self._theme.px(_ROW) * min(len(found), _MOST_ROWS) + 4)
        self.setVisible(bool(found))

    def _open(self, item: QListWidgetItem) -> None:
        article = self._found[self._list.row(item)]
        self.opened.emit(article.source.id, article.start, article.start + self._length)
