"""The briefings page: a form filled in with keys, its pages made meanwhile, saved and printed as they are shown."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.printing import Order, Preview, Stopped
from ui.pages.briefings import BriefingsPage
from ui.problems import Problems, Told
from ui.session import Session
from ui.theme.theme import Theme

Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]
Key = Qt.Key
NAMES = ("Imran Shaikh", "Deepak Thapa", "Rohan Perera")
ROOT = Path(__file__).parents[3]


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    now = datetime(2024, 6, 12, 9, tzinfo=UTC)
    casebook = Casebook.new(tmp_path / "north.casebook", title="Northern border war", clock=lambda: now)
    situation = casebook.settings.situation("Coastal evacuation")
    for name in NAMES:
        reports = [Report("name", typed=name), Report("status", {"status": "missing"})]
        casebook.people.add(CaseKind.PERSON, reports, [situation] if name == NAMES[0] else [])
    session = Session(casebook, Problems())
    yield session
    session.close()


@pytest.fixture
def told(session: Session) -> list[Told]:
    heard: list[Told] = []
    session.problems.told.connect(heard.append)
    return heard


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> BriefingsPage:
    page = BriefingsPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1060, 720)
    return page


class Works:
    """A printing works that only remembers what it was asked for; told to, it waits until it is stopped."""

    def __init__(self, pages: int = 1) -> None:
        self.asked: list[Order] = []
        self.drawn: list[tuple[int, int]] = []
        self.waits = False
        self.busy = threading.Event()
        self.stopped = threading.Event()
        self.trouble: Exception | None = None
        self.made = Preview(b"%PDF", pages, "12 Jun 2024, 09:00", ("Left out: 3 people.",), ("𒀀",))

    def preview(self, order: Order, started: Any, _progress: Any) -> Preview:
        self.asked.append(order)
        if self.waits:
            started(self.stopped.set)
            self.busy.set()
            assert self.stopped.wait(20)
            raise Stopped("Printing was stopped.")
        if self.trouble:
            raise self.trouble
        return self.made

    def page_image(self, _preview: Preview, page: int, width: int) -> tuple[int, int, bytes]:
        self.drawn.append((page, width))
        return 20, 28, bytes([page, 90, 200] * 20 * 28)


@pytest.fixture
def works(session: Session, monkeypatch: pytest.MonkeyPatch) -> Works:
    works = Works()
    monkeypatch.setattr(session.casebook.briefings, "preview", works.preview)
    monkeypatch.setattr(session.casebook.briefings, "page_image", works.page_image)
    return works


def show(page: BriefingsPage, qtbot: QtBot) -> None:
    with qtbot.waitExposed(page):
        page.show()


def ready(page: BriefingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.making.made, timeout=20_000):
        pass


def shown(page: BriefingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.making.made, timeout=20_000):
        show(page, qtbot)


def line(page: BriefingsPage, name: str) -> Any:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    found = [each for kind in kinds for each in page.findChildren(kind) if each.accessibleName() == name]
    assert len(found) == 1, name
    return found[0]


def type_in(page: BriefingsPage, name: str, text: str) -> None:
    field = line(page, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    if isinstance(field, QLineEdit):
        QTest.keyClick(field, Key.Key_Return)


def button(page: BriefingsPage, name: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if name in (each.text(), each.accessibleName()))


def page_count(file: Path) -> int:
    pdf = pypdfium2.PdfDocument(file.read_bytes())
    count = len(pdf)
    pdf.close()
    return count


# the whole way


def test_from_the_first_key_to_the_saved_file(
    page: BriefingsPage, session: Session, qtbot: QtBot, seen: Seen, tmp_path: Path
) -> None:
    shown(page, qtbot)
    type_in(page, "Number", "7")
    type_in(page, "Bottom line", "Three are missing.")
    with qtbot.waitSignal(page.making.made, timeout=20_000) as made:
        pass
    order, preview = made.args
    assert (order.number, order.bottom_line) == ("7", "Three are missing.")
    qtbot.waitUntil(lambda: f"Page 1 of {preview.pages}" in seen(page))
    page.handlers["export"]()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles() == [str(tmp_path / "situation-7-2024-06-12.pdf")]
    dialog.accept()
    assert (tmp_path / "situation-7-2024-06-12.pdf").read_bytes() == preview.pdf
    assert "Saved as situation-7-2024-06-12.pdf" in seen(page)


def test_pages_are_drawn_for_the_width_they_are_shown_at(page: BriefingsPage, qtbot: QtBot) -> None:
    shown(page, qtbot)
    view = page.sheets.pages

    def colours() -> set[str]:
        image = view.viewport().grab().toImage()
        return {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}

    qtbot.waitUntil(lambda: "#ffffff" in colours() and len(colours()) > 3)


# only the latest, and only while it is looked at


def test_only_the_latest_is_made_and_what_is_under_way_is_stopped(
    page: BriefingsPage, works: Works, qtbot: QtBot
) -> None:
    works.waits = True
    show(page, qtbot)
    qtbot.waitUntil(works.busy.is_set)
    works.waits = False
    type_in(page, "Title", "The coast")
    assert works.stopped.is_set()
    ready(page, qtbot)
    assert [order.title for order in works.asked] == ["", "The coast"]


def test_cancel_stops_the_making_and_keeps_the_pages_there_were(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen, press: Press
) -> None:
    shown(page, qtbot)
    qtbot.waitUntil(lambda: "Page 1 of 1" in seen(page))
    works.waits = True
    type_in(page, "Title", "The coast")
    qtbot.waitUntil(works.busy.is_set)
    qtbot.waitUntil(lambda: button(page, "Cancel").isVisible())
    assert not button(page, "Save PDF…").isEnabled()
    press(page, "Cancel")
    assert works.stopped.is_set()
    assert not button(page, "Cancel").isVisible()
    assert "Page 1 of 1" in seen(page)
    assert any(words.startswith("Stopped.") for words in seen(page))
    page.save()
    assert page.findChild(QFileDialog) is None


def test_the_windows_list_of_tasks_can_stop_it_too(
    page: BriefingsPage, session: Session, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    works.waits = True
    with qtbot.waitSignal(session.tasks.began, timeout=5000) as began:
        show(page, qtbot)
    job = began.args[0]
    assert job.label == "Preparing the briefing"
    qtbot.waitUntil(works.busy.is_set)
    job.cancelled.set()
    works.stopped.set()
    qtbot.waitUntil(lambda: any(words.startswith("Stopped.") for words in seen(page)))
    assert not button(page, "Cancel").isVisible()


def test_leaving_the_page_stops_the_making_and_coming_back_begins_again_with_the_form_kept(
    page: BriefingsPage, works: Works, qtbot: QtBot
) -> None:
    works.waits = True
    show(page, qtbot)
    type_in(page, "Title", "The coast")
    qtbot.waitUntil(works.busy.is_set)
    page.hide()
    assert works.stopped.is_set()
    works.waits = False
    shown(page, qtbot)
    assert works.asked[-1].title == "The coast"
    page.hide()
    show(page, qtbot)
    assert not page.making.is_busy, "nothing changed meanwhile"


def test_a_change_of_the_casebook_makes_the_pages_again(
    page: BriefingsPage, session: Session, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    shown(page, qtbot)
    qtbot.waitUntil(lambda: "3 people" in seen(page))
    with qtbot.waitSignal(page.making.made, timeout=5000):
        session.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Kofi Mensah")])
    qtbot.waitUntil(lambda: "4 people" in seen(page))
    assert len(works.asked) == 2


def test_trouble_in_the_making_is_told_above_the_pages(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen, told: list[Told]
) -> None:
    works.trouble = BadInput("The facts cannot be read.", "Look at them again.")
    with qtbot.waitSignal(page.making.failed, timeout=5000):
        show(page, qtbot)
    assert "The facts cannot be read. Look at them again." in seen(page)
    assert told == []
    works.trouble = ValueError("a bug")
    with qtbot.waitSignal(page.making.failed, timeout=5000):
        type_in(page, "Title", "x")
    assert [each.is_bug for each in told] == [True]


# the form


def test_a_situation_is_chosen_with_the_keys_and_counted(
    page: BriefingsPage, works: Works, session: Session, qtbot: QtBot, seen: Seen
) -> None:
    shown(page, qtbot)
    box = line(page, "Situation")
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(lambda: "1 person" in seen(page))
    ready(page, qtbot)
    assert works.asked[-1].situation == session.casebook.settings.situations()[0].uuid
    type_in(page, "Only people who match", "deepak")
    qtbot.waitUntil(lambda: "0 people" in seen(page))
    ready(page, qtbot)
    assert works.asked[-1].query == "deepak"


def test_days_are_typed_in_words_and_shown_in_words(page: BriefingsPage, works: Works, qtbot: QtBot) -> None:
    shown(page, qtbot)
    type_in(page, "As of", "June 10 2024")
    type_in(page, "Changes since", "2024-05-01")
    assert (line(page, "As of").text(), line(page, "Changes since").text()) == ("10 Jun 2024", "1 May 2024")
    ready(page, qtbot)
    assert str(works.asked[-1].moment.learned) == "2024-06-10"
    assert str(works.asked[-1].since) == "2024-05-01"
    type_in(page, "As of", " ")
    ready(page, qtbot)
    assert works.asked[-1].moment.learned is None


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("As of", "31 February 2024", "2024-02-31 does not exist."),
        ("As of", "2024-06-13", "That day is after today. Use 12 Jun 2024 or leave it empty."),
        ("Changes since", "yesteryear", "Write for example"),
        ("Only people who match", "colour:red", "“colour:” is not a field to search by."),
    ],
)
def test_a_mistake_is_told_under_its_field_and_the_pages_stay(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen, name: str, typed: str, sentence: str
) -> None:
    shown(page, qtbot)
    type_in(page, name, typed)
    assert any(sentence in words for words in seen(page.form))
    assert sentence in line(page, name).accessibleDescription()
    assert line(page, name).text() == typed
    assert not page.making.is_busy
    assert not button(page, "Save PDF…").isEnabled()
    type_in(page, name, "2024-06-01")
    ready(page, qtbot)
    assert not any(sentence in words for words in seen(page))
    assert button(page, "Save PDF…").isEnabled()


def test_changes_cannot_be_told_since_a_day_after_the_briefing(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    shown(page, qtbot)
    type_in(page, "Changes since", "10 June 2024")
    type_in(page, "As of", "1 June 2024")
    assert any("after the day of the briefing" in words for words in seen(page.form))
    assert not page.making.is_busy
    type_in(page, "As of", "11 June 2024")
    ready(page, qtbot)
    assert not any("after the day of the briefing" in words for words in seen(page.form))


def test_the_two_page_form_and_the_mark_are_asked_for(page: BriefingsPage, works: Works, qtbot: QtBot) -> None:
    shown(page, qtbot)
    QTest.keyClick(button(page, "Two-page form"), Key.Key_Space)
    box = line(page, "Handling mark")
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Return)
    ready(page, qtbot)
    assert (works.asked[-1].two_page, works.asked[-1].mark) == (True, "OFFICIAL")


# dossiers


def chosen(page: BriefingsPage) -> list[str]:
    names = [each.accessibleName() for each in page.form.people.findChildren(QAbstractButton) if each.isVisible()]
    return [name.removeprefix("Leave out ") for name in names if name.startswith("Leave out ")]


def test_people_are_found_by_typing_kept_in_order_and_left_out_again(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    shown(page, qtbot)
    kind = button(page, "Situation briefing")
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_Right)
    assert "Choose the people of this dossier, and its pages are shown here." in seen(page)
    box = page.form.people.box
    found = page.form.people.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    for typed in ("rohan", "imran"):
        QTest.keyClicks(box, typed)
        qtbot.waitUntil(lambda: found.count() == 1)
        QTest.keyClick(box, Key.Key_Return)
    ready(page, qtbot)
    assert chosen(page) == ["Rohan Perera", "Imran Shaikh"]
    assert (works.asked[-1].template, works.asked[-1].cases) == ("dossier", (3, 1))
    button(page, "Leave out Rohan Perera").click()
    ready(page, qtbot)
    assert works.asked[-1].cases == (1,)


def test_the_list_of_those_found_is_gone_through_with_the_keys(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    page.print_cases([])
    show(page, qtbot)
    box = page.form.people.box
    found = page.form.people.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    QTest.keyClicks(box, "status:missing")
    qtbot.waitUntil(lambda: found.count() == 3)
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(found, Key.Key_Down)
    name = found.currentItem().text().split(" · ")[0]
    QTest.keyClick(found, Key.Key_Return)
    qtbot.waitUntil(lambda: chosen(page) == [name])
    QTest.keyClicks(box, "nobody")
    qtbot.waitUntil(lambda: "No one else matches “nobody”." in seen(page))


def test_a_dossier_of_people_chosen_elsewhere(
    page: BriefingsPage, session: Session, works: Works, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    page.print_cases([3, 1, 3])
    ready(page, qtbot)
    assert works.asked[-1].cases == (3, 1)
    assert chosen(page) == ["Rohan Perera", "Imran Shaikh"]
    session.casebook.people.remove(3)
    ready(page, qtbot)
    assert chosen(page) == ["Imran Shaikh"]
    button(page, "Leave out Imran Shaikh").click()
    assert not page.making.is_busy


def test_a_briefing_of_the_people_in_a_list(
    page: BriefingsPage, session: Session, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    shown(page, qtbot)
    page.print_cases([1])
    page.print_found("(imran or rohan) group:missing")
    ready(page, qtbot)
    asked = works.asked[-1]
    assert (asked.template, asked.query) == ("situation", "(imran or rohan) group:missing")
    qtbot.waitUntil(lambda: "2 people" in seen(page))
    page.print_found("imran")
    assert page.form.order().query == "imran"


# paper


def test_the_pages_are_drawn_on_a_printer_as_finely_as_is_seen(
    page: BriefingsPage, works: Works, qtbot: QtBot, tmp_path: Path, seen: Seen
) -> None:
    works.made = Preview(b"%PDF", 3)
    shown(page, qtbot)
    qtbot.waitUntil(lambda: "Page 1 of 3" in seen(page))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    works.drawn.clear()
    with qtbot.waitSignal(page.output.told, timeout=10_000):
        page.output.draw_on(printer, works.made)
    assert works.drawn == [(1, 2480), (2, 2480)]
    assert page_count(tmp_path / "printed.pdf") == 2


def test_without_a_printer_the_pages_open_in_the_systems_viewer_and_the_file_goes_with_the_page(
    session: Session, theme: Theme, works: Works, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seen: Seen
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = BriefingsPage(session, theme)
    shown(page, qtbot)
    qtbot.waitUntil(lambda: "Page 1 of 1" in seen(page))
    page.handlers["print"]()
    assert opened[0].read_bytes() == works.made.pdf
    assert "There is no printer here; the pages are open in the system’s viewer." in seen(page)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not opened[0].parent.exists()


# what is told


def test_what_is_left_out_and_what_has_no_shape_is_told(
    page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen
) -> None:
    shown(page, qtbot)
    assert "Left out: 3 people." in seen(page)
    assert "No typeface here has a shape for 𒀀; they print as empty boxes." in seen(page)


def test_only_pages_near_the_view_are_drawn(page: BriefingsPage, works: Works, qtbot: QtBot, seen: Seen) -> None:
    works.made = Preview(b"%PDF", 200)
    shown(page, qtbot)
    qtbot.waitUntil(lambda: "Page 1 of 200" in seen(page))
    assert max(drawn for drawn, _ in works.drawn) < 8
    works.drawn.clear()
    QTest.keyClick(page.sheets.pages, Key.Key_End)
    qtbot.waitUntil(lambda: (199, works.drawn[-1][1]) in works.drawn if works.drawn else False)
    assert min(drawn for drawn, _ in works.drawn) > 190


def test_every_widget_has_a_name_and_tab_goes_round(page: BriefingsPage, works: Works, qtbot: QtBot) -> None:
    shown(page, qtbot)
    page.print_cases([1])
    ready(page, qtbot)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert named, widget
    page.form.people.box.setFocus()
    visited = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    assert visited.count(page.form.people.box) >= 2, "Tab is trapped"
    assert button(page, "Save PDF…") in visited
    assert page.sheets.pages in visited


def test_the_panes_take_the_keys_and_the_splitter_is_found_again(
    page: BriefingsPage, session: Session, theme: Theme, works: Works, qtbot: QtBot
) -> None:
    shown(page, qtbot)
    for pane in page.panes():
        pane.setFocus()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert pane is focused or pane.isAncestorOf(focused)
    state = page.state()
    page.restore({"splitter": [500, 560]})
    assert page.state() != state
    page.restore(state)
    assert page.state() == state


def test_a_day_still_being_typed_is_taken_when_the_window_asks(page: BriefingsPage, works: Works, qtbot: QtBot) -> None:
    shown(page, qtbot)
    field = line(page, "As of")
    field.setFocus()
    QTest.keyClicks(field, "10 June 2024")
    page.save_now()
    assert field.text() == "10 Jun 2024"


def test_no_heavy_library_is_loaded_with_the_page() -> None:
    code = "import sys, ui.pages.briefings; print({'pypdfium2', 'reportlab', 'uharfbuzz'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "set()"
