"""Adding a source: bring the document, then say what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casefiles.domain.dates import read_date
from casefiles.domain.problems import BadInput, CasefilesError
from casefiles.workspace.sources import DETAILS
from ui.dialogs.bring_source import BringSource, files_in, one_by_one
from ui.dialogs.source_details import SourceDetails
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from casefiles.workspace.sources import Taken
    from ui.session import Session
    from ui.theme.theme import Theme

__all__ = ["AddSource", "files_in", "one_by_one"]

ASKED: Final = (
    "published_on", "title", "publisher", "author", "url", "language", "kind",
    "received_on", "received_from", "original", "reliability",
)  # fmt: skip
SIZE: Final = (640, 680)
_PREVIEW: Final = 2000


class AddSource(QDialog):
    """The dialog; nothing is written before Add.

    Signals:
        chosen: the source that was added, or the one that was here already.

    Args:
        theme: the theme in force.
        session: the open casebook.
        given: what was pasted or dropped before, read at once.
        parent: the owner.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, session: Session, given: QMimeData | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._taken: Taken | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add source"))
        self.setAcceptDrops(True)
        self._make_parts()
        self._lay_out()
        self._bring.setFocus()
        if given is not None:
            self._bring.take(given)

    def _make_parts(self) -> None:
        theme = self._theme
        self._title = Label(theme, self.tr("Add source"), Role.LIST_TITLE)
        self._bring = BringSource(theme, self._session)
        self._already = Banner(theme, kind="info", action=self.tr("Open the existing source"))
        self._notes = Banner(theme, kind="warn")
        self._ask = Banner(theme, self.tr("The document does not say when it was published. Type the day, or say "
                                          "that it is not known."), kind="warn")  # fmt: skip
        self._trouble = Banner(theme, kind="error")
        self._details = SourceDetails(theme, self._session.casebook.desk.today(), ASKED)
        self._not_known = QCheckBox(self.tr("The day of publication is not known"))
        self._details.put_under("published_on", self._not_known)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Text as it will be kept"))
        self._add = Button(theme, self.tr("Add source"), "plus", Kind.PRIMARY)
        self._again = Button(theme, self.tr("Bring another"))
        self._cancel = Button(theme, self.tr("Cancel"))
        self._bring.taken.connect(self._describe)
        self._already.action_requested.connect(self._open_existing)
        self._not_known.toggled.connect(self._date_settled)
        self._add.clicked.connect(self.add)
        self._again.clicked.connect(self._begin_again)
        self._cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, (20, 16, 20, 16), 12)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._bring)
        self._steps.addWidget(self._description())
        column.addWidget(self._title)
        column.addWidget(self._steps, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._again)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._bring.read_button)
        foot.addWidget(self._add)
        column.addLayout(foot)
        self._show_step(0)
        self.resize(self._theme.px(SIZE[0]), self._theme.px(SIZE[1]))

    def _description(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        Spacing(self._theme, column, (0, 0, 8, 0), 10)
        self._text.setFixedHeight(self._theme.px(96))
        for part in (self._already, self._notes, self._ask, self._details):
            column.addWidget(part)
        column.addWidget(Label(self._theme, self.tr("Text as it will be kept"), ink="muted"))
        column.addWidget(self._text)
        column.addWidget(self._trouble)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    # from bringing to describing

    def _describe(self, taken: Taken) -> None:
        """Show what the document says of itself, and ask what it does not say."""
        self._taken = taken
        self._show_step(1)
        self._details.forget_mistakes()
        self._details.show_details(dict.fromkeys(ASKED, "") | {"kind": "news"} | dict(taken.suggested))
        self._details.say_where(taken.where)
        has_date = bool(taken.suggested.get("published_on"))
        self._not_known.setChecked(False)
        self._not_known.setVisible(not has_date)
        self._text.setPlainText(taken.text[:_PREVIEW])
        is_new = taken.already is None
        for banner, sentence, shown in (
            (self._already, taken.already_says, not is_new),
            (self._notes, " ".join(taken.notes), bool(taken.notes)),
            (self._trouble, "", False),
        ):
            banner.say(sentence)
            banner.setVisible(shown)
        self._ask.setVisible(is_new and not has_date)
        self._add.setEnabled(is_new)
        self._details.setEnabled(is_new)
        self._details.editor("title" if has_date else "published_on").setFocus()

    def _begin_again(self) -> None:
        self._taken = None
        self._show_step(0)
        self._bring.setFocus()

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._add.setVisible(step == 1)
        self._again.setVisible(step == 1)
        self._bring.read_button.setVisible(step == 0)

    def _date_settled(self, is_not_known: bool) -> None:
        date = self._details.editor("published_on")
        date.setDisabled(is_not_known)
        if is_not_known:
            date.set_value("")

    def _open_existing(self) -> None:
        if self._taken is not None and self._taken.already is not None:
            self._finish(self._taken.already)

    # adding

    def add(self) -> None:
        """Add the source, if everything typed can be taken and the date was settled."""
        if self._taken is None or self._taken.already is not None or not self._check():
            return
        taken, values = self._taken, self._details.values()
        try:
            source_id = self._session.casebook.sources.add(taken, values)
        except CasefilesError as problem:
            self._trouble.say(str(problem))
            self._trouble.show()
            return
        self._finish(source_id)

    def _check(self) -> bool:
        """Say under each date what is wrong with it; the day of publication is typed or said not to be known."""
        self._details.forget_mistakes()
        values = self._details.values()
        wrong = {detail.key: said for detail in DETAILS if detail.is_date and (said := self._amiss(values, detail.key))}
        if not values["published_on"] and not self._not_known.isChecked():
            wrong["published_on"] = self.tr("Type the day, or tick that it is not known.")
        for key, sentence in wrong.items():
            self._details.show_error(key, sentence)
        if wrong:
            self._details.editor(next(iter(wrong))).setFocus()
        return not wrong

    def _amiss(self, values: dict[str, str], key: str) -> str:
        try:
            if values.get(key):
                read_date(values[key], today=self._session.casebook.desk.today())
        except BadInput as problem:
            return str(problem)
        return ""

    def _finish(self, source_id: int) -> None:
        self.chosen.emit(source_id)
        self.accept()

    def done(self, result: int) -> None:
        """Leave; what is still being read is given up."""
        self._bring.stop()
        super().done(result)

    # keys and drops

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter reads or adds; Enter adds once the document is described; Esc leaves."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._steps.currentIndex() == 1:
            self.add()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and words."""
        if files_in(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        event.acceptProposedAction()
        self._begin_again()
        self._bring.take(event.mimeData())
