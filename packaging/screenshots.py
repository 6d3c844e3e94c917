# ruff: noqa: INP001, E402 - a folder of scripts, not a package; Qt reads the environment when it is imported
"""Make the pictures for the documentation from the sample: `python packaging/screenshots.py`.

With a folder as a word, every picture is made there in light and dark and at two sizes, to be looked at.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, Qt
from PySide6.QtGui import QImage, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextEdit, QWidget

from casefiles.workspace.finding import Wanted
from ui.app import make_window
from ui.language import speak
from ui.preferences import Preferences
from ui.theme.theme import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shell.window import Window

PICTURES: Final = ROOT / "docs" / "screenshots"
SIZES: Final = ((1280, 800), (1920, 1080))
LOOKS: Final = (Choice.LIGHT, Choice.DARK)
# which of the pictures stand in the documentation, and in which look
SHOWN: Final = {
    "start": Choice.LIGHT,
    "people": Choice.LIGHT,
    "people-dark": Choice.DARK,
    "says": Choice.LIGHT,
    "sources": Choice.LIGHT,
    "link": Choice.LIGHT,
    "sheet": Choice.LIGHT,
    "briefings": Choice.LIGHT,
    "totals": Choice.LIGHT,
    "figure-sheet": Choice.LIGHT,
    "search": Choice.LIGHT,
    "told": Choice.LIGHT,
    "past": Choice.LIGHT,
}
PERSON: Final = "Bir Bahadur Karkeli"
PUBLISHER: Final = "Hill Courier"
WORDS: Final = "Suman Rokhari, the porter"
TOTAL: Final = "66"
ANSWER: Final = "Oral answer to question 198"
SEARCH: Final = "killed"
PAST: Final = "1 May 2025"
TOTALS: Final = "58 nationals are known"


def main(words: list[str]) -> int:
    """Take the documentation's pictures, or every picture into the folder named."""
    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="casefiles-pictures-") as home:
        camera = Camera(app, Path(home))
        if words:
            camera.take_all(Path(words[0]))
        else:
            camera.take_shown()
        camera.window.close_at_once()
    return 0


class Camera:
    """A window with the sample, and somebody to click in it.

    Attributes:
        window: the window.

    Args:
        app: the application.
        home: a folder for the sample, which is gone afterwards.
    """

    def __init__(self, app: QApplication, home: Path) -> None:
        preferences = Preferences.load(home)
        preferences.officer = "Asha Bose"
        self.window: Window = make_window(app, preferences)
        speak(app, ROOT / "resources" / "translations", QLocale("en"))
        self.views: dict[str, Callable[[], QWidget | None]] = {
            "start": lambda: None,
            "people": self.people,
            "timeline": lambda: self.tab(2),
            "says": lambda: self.tab(3),
            "history": lambda: self.tab(4),
            "sources": self.sources,
            "link": self.link,
            "sheet": self.sheet,
            "briefings": self.briefings,
            "totals": self.totals,
            "figure-sheet": self.figure_sheet,
            "search": self.search,
            "told": self.told,
            "past": self.past,
            "add-source": lambda: self.dialog("new-source"),
            "settings": lambda: self.dialog("settings"),
            "new-person": lambda: self.dialog("new-person"),
            "add-status": lambda: self.dialog("add-status"),
        }

    def take_all(self, folder: Path) -> None:
        """Every view in every look and size."""
        folder.mkdir(parents=True, exist_ok=True)
        for width, height in SIZES:
            self.window.resize(width, height)
            for name in self.views:
                self.take(name, {look: folder / f"{name}_{look}_{width}.png" for look in LOOKS})
            self.window.commands["close-casebook"].trigger()

    def take_shown(self) -> None:
        """The pictures in the documentation."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.window.resize(*SIZES[0])
        for name, look in SHOWN.items():
            self.take(name.removesuffix("-dark"), {look: PICTURES / f"{name}.png"})

    def take(self, name: str, files: dict[Choice, Path]) -> None:
        """Go to a view, and keep what is seen."""
        self.window.show()
        self.window.theme.choose(next(iter(files)))
        overlay = self.views[name]()
        for look, file in files.items():
            self.window.theme.choose(look)
            self.settle(700)
            picture(self.window, overlay).save(str(file), quality=0)  # 0 is the smallest file
        self.leave()

    # the views

    def people(self) -> None:
        """One person, with the words behind a value."""
        self.open_sample()
        self.desk.session.show_case.emit(self.case(PERSON))
        self.settle()
        self.window.commands["tab-1"].trigger()
        self.settle()

    def tab(self, number: int) -> None:
        """One of a person's tabs."""
        self.people()
        self.window.commands[f"tab-{number}"].trigger()

    def sources(self) -> None:
        """A source with its details."""
        self.open_sample()
        self.desk.session.show_source.emit(self.source(PUBLISHER), -1, -1)
        self.settle()

    def link(self) -> None:
        """Words that are being linked to a field."""
        self.sources()
        self.press_on_sentence(Qt.Key.Key_L)

    def sheet(self) -> None:
        """A person being entered from a sentence."""
        self.sources()
        self.press_on_sentence(Qt.Key.Key_P)

    def briefings(self) -> None:
        """A briefing with its pages."""
        self.open_sample()
        self.window.commands["briefing"].trigger()
        self.settle(12_000)

    def totals(self) -> None:
        """The ledger of reported totals, at one that leaves a gap."""
        self.open_sample()
        ledger = self.desk.session.casebook.figures.ledger()
        self.desk.session.show_page.emit("totals")
        self.settle(1_000)
        self.desk.session.show_total.emit(next(line.uuid for line in ledger.lines if line.number == TOTAL))
        self.settle(1_000)

    def figure_sheet(self) -> QDialog:
        """A whole answer that is being entered from its words."""
        self.open_sample()
        source = next(row for row in self.desk.session.casebook.sources.rows() if row.title.startswith(ANSWER))
        self.desk.session.show_source.emit(source.id, -1, -1)
        self.settle()
        self.press_on_sentence(Qt.Key.Key_F, TOTALS)
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def search(self) -> None:
        """People found by words and a status, with why."""
        self.people()
        self.desk.top.search.setText(SEARCH)
        self.settle(1_500)

    def told(self) -> None:
        """What was told, of which a part was overtaken."""
        self.open_sample()
        self.desk.session.show_page.emit("told")
        self.settle(1_000)

    def past(self) -> None:
        """One person as known on an earlier day."""
        self.open_sample()
        self.desk.top.search.clear()
        self.people()
        self.desk.session.look_at(self.desk.session.casebook.moment(learned=PAST))
        self.settle(1_000)

    def dialog(self, action: str) -> QDialog:
        """A dialog over the page it belongs to."""
        self.people()
        self.window.commands[action].trigger()
        self.settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog), action
        return found

    # getting there

    @property
    def desk(self) -> Any:
        """The open casebook."""
        return self.window.desk

    def open_sample(self) -> None:
        """Open the sample if it is not open."""
        if self.desk is None:
            self.window.ways.open_sample()
            self.settle(4_000)

    def case(self, name: str) -> int:
        """The person of this name."""
        finding = self.desk.session.casebook.finding
        return int(next(row.id for row in finding.rows(finding.ids(Wanted())) if row.heading.startswith(name)))

    def source(self, publisher: str) -> int:
        """The first source of this publisher."""
        sources = self.desk.session.casebook.sources
        return int(next(row.id for row in sources.rows() if row.publisher == publisher))

    def press_on_sentence(self, key: Qt.Key, words: str = WORDS) -> None:
        """Select the sentence with some words in the source that is read, and press a key on it."""
        text = next(box for box in self.window.findChildren(QTextEdit) if box.isVisible() and box.isReadOnly())
        text.moveCursor(QTextCursor.MoveOperation.Start)
        text.find(words)
        text.setFocus()
        for each in (Qt.Key.Key_S, key):
            QTest.keyClick(text, each)
            self.settle()

    def leave(self) -> None:
        """Leave what lies over the page with Esc, as an officer does."""
        dialog = QApplication.activeModalWidget()
        QTest.keyClick(dialog or QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
        self.settle()

    def settle(self, milliseconds: int = 400) -> None:
        """Let the window do what it has been asked for."""
        until = QDeadlineTimer(milliseconds)
        while not until.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def picture(window: QWidget, overlay: QWidget | None) -> QImage:
    """The window, with a dialog in the middle of it if there is one."""
    image = window.grab().toImage()
    if overlay is not None:
        painter = QPainter(image)
        above = overlay.grab()
        painter.setOpacity(0.35)
        painter.fillRect(image.rect(), Qt.GlobalColor.black)
        painter.setOpacity(1)
        painter.drawPixmap(window.rect().center() - overlay.rect().center(), above)
        painter.end()
    return small(image.convertToFormat(QImage.Format.Format_RGB32))


def small(image: QImage) -> QImage:
    """The same picture in 256 colours, which makes its file a third as large.

    The commonest colours stay exact; of the others, each shade that is seen has one, so that small icons keep theirs.
    """
    found = Counter(memoryview(image.constBits()).cast("I")).most_common()
    exact = [colour for colour, _ in found[:96]]
    shades = {colour & 0xFFF0F0F0: colour for colour, _ in reversed(found[96:])}
    commonest = [colour for colour, _ in found if shades.get(colour & 0xFFF0F0F0) == colour]
    table = [*exact, *commonest[:160]]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
