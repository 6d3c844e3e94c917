"""Bringing a document in: words pasted, a file dropped or chosen, or a web address."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from casefiles.domain.problems import CasefilesError
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import Button, Kind
from ui.widgets.editors import ChoiceEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from casefiles.workspace.sources import Taken
    from ui.session import Session
    from ui.tasks import Job
    from ui.theme.theme import Theme

ENCODINGS: Final = (
    ("", "found by itself"),
    ("utf-8", "UTF-8"),
    ("windows-1252", "Western European (windows-1252)"),
    ("windows-1251", "Cyrillic (windows-1251)"),
    ("koi8-r", "Cyrillic (koi8-r)"),
    ("windows-1256", "Arabic (windows-1256)"),
    ("windows-1250", "Central European (windows-1250)"),
    ("windows-1254", "Turkish (windows-1254)"),
    ("gb18030", "Chinese (gb18030)"),
    ("shift_jis", "Japanese (shift_jis)"),
)


def files_in(given: QMimeData) -> list[Path]:
    """Return the files that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def one_by_one(given: QMimeData) -> list[QMimeData]:
    """Part several files from each other; anything else stays as it is."""
    return [_only(path) for path in files_in(given)] or [given]


def _only(path: Path) -> QMimeData:
    alone = QMimeData()
    alone.setUrls([QUrl.fromLocalFile(str(path))])
    return alone


def web_address(words: str) -> str:
    """Return the web address that the words are, or nothing."""
    bare = words.strip()
    is_one = bare.casefold().startswith(("http://", "https://")) and len(bare.split()) == 1
    return bare if is_one else ""


class PasteBox(QPlainTextEdit):
    """A box that hands on what is pasted or dropped before Qt changes its spaces and line ends.

    Signals:
        given: a `QMimeData` was pasted or dropped.
        confirmed: Ctrl+Enter was pressed, or Enter after a web address.
    """

    given = Signal(object)
    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a web address; in other words it begins a new line, unless Ctrl is held."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and (held or web_address(self.toPlainText())):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words and files."""
        return source.hasText() or bool(source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand it on, untouched."""
        self.given.emit(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words and files."""
        if self.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand it on, untouched."""
        event.acceptProposedAction()
        self.given.emit(event.mimeData())


class BringSource(QWidget):
    """One place for words, files and addresses; reading takes place on the long lane.

    Signals:
        taken: a `Taken`, read and not yet added.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._job: Job | None = None
        self._file: Path | None = None
        self._make_parts()
        self._lay_out()
        self.setFocusProxy(self._box)

    def _make_parts(self) -> None:
        theme = self._theme
        self._box = PasteBox()
        self._box.setAccessibleName(self.tr("Article"))
        self._box.setPlaceholderText(
            self.tr("Paste the article, type a web address, or drop a .txt or .html file here.")
        )
        self._box.setTabChangesFocus(True)
        self._choose = Button(theme, self.tr("Choose a file…"), "folder-open")
        self._read = Button(theme, self.tr("Read"), kind=Kind.PRIMARY)
        self._stop = Button(theme, self.tr("Stop reading"))
        self._bar = BusyBar(theme)
        self._doing = Label(theme, "", Role.META, "muted")
        self._trouble = Banner(theme, kind="error")
        self._encoding = ChoiceEditor(theme, self.tr("Encoding"), [(key, self.tr(words)) for key, words in ENCODINGS])
        self._encoding_line = QWidget()
        self._box.given.connect(self.take)
        self._box.confirmed.connect(self._read_box)
        self._choose.clicked.connect(self._choose_file)
        self._read.clicked.connect(self._read_box)
        self._stop.clicked.connect(self.stop)
        self._encoding.committed.connect(self._read_again)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, gap=8)
        line = QHBoxLayout(self._encoding_line)
        Spacing(self._theme, line, gap=8)
        line.addWidget(Label(self._theme, self.tr("Encoding"), ink="muted"))
        line.addWidget(self._encoding, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._choose)
        foot.addWidget(self._doing, 1)
        foot.addWidget(self._stop)
        column.addWidget(self._box, 1)
        column.addWidget(self._bar)
        column.addWidget(self._trouble)
        column.addWidget(self._encoding_line)
        column.addLayout(foot)
        self._show_state()
        self._tell("")

    @property
    def read_button(self) -> Button:
        """Return the button that begins reading, for the foot of the dialog."""
        return self._read

    # what is brought

    def take(self, given: QMimeData) -> None:
        """Read what was pasted or dropped; a web address waits to be confirmed."""
        files = files_in(given)
        if files:
            self._read_file(files[0])
        elif web_address(given.text()):
            self._box.setPlainText(given.text().strip())
        elif given.hasText():
            words = given.text()
            self._box.setPlainText(words)
            self._begin(lambda: self._session.casebook.sources.take_paste(words))

    def _read_box(self) -> None:
        typed = self._box.document().toRawText().replace("\u2029", "\n")
        address = web_address(typed)
        sources = self._session.casebook.sources
        self._begin(lambda: sources.take_url(address) if address else sources.take_paste(typed))

    def _choose_file(self) -> None:
        options = QFileDialog.Option(0)
        if os.environ.get("CASEFILES_NO_NATIVE_DIALOGS"):
            options = QFileDialog.Option.DontUseNativeDialog
        kinds = self.tr("Articles (*.txt *.html *.htm);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose an article"), "", kinds, options=options)
        if path:
            self._read_file(Path(path))

    def _read_file(self, path: Path, encoding: str = "") -> None:
        sources = self._session.casebook.sources
        self._begin(lambda: sources.take_file(path, encoding or None), path)

    def _read_again(self, encoding: str) -> None:
        if self._file is not None:
            self._read_file(self._file, encoding)

    # reading

    def _begin(self, work: Callable[[], Taken], path: Path | None = None) -> None:
        self.stop()
        self._file = path
        self._tell("")
        self._job = self._session.tasks.long(self.tr("Reading a source"), lambda _job: work(), self._end, self._fail)
        self._doing.setText(self.tr("Reading…"))
        self._show_state()

    def stop(self) -> None:
        """Give up reading; nothing was written."""
        if self._job is not None:
            self._job.cancelled.set()
        self._forget()

    def _end(self, taken: Taken) -> None:
        self._forget()
        self._encoding_line.hide()
        self.taken.emit(taken)

    def _fail(self, problem: BaseException) -> None:
        self._forget()
        if not isinstance(problem, CasefilesError):
            self._session.problems.tell(problem)
            return
        self._tell(str(problem))
        self._encoding_line.setVisible(self._file is not None and "encoding" in problem.hint)

    def _forget(self) -> None:
        self._job = None
        self._doing.setText("")
        self._show_state()

    def _show_state(self) -> None:
        reading = self._job is not None
        self._stop.setVisible(reading)
        self._read.setEnabled(not reading)
        self._choose.setEnabled(not reading)
        (self._bar.start if reading else self._bar.stop)()

    def _tell(self, sentence: str) -> None:
        self._trouble.say(sentence)
        self._trouble.setVisible(bool(sentence))
        self._box.setAccessibleDescription(sentence)
        if not sentence:
            self._encoding_line.hide()
