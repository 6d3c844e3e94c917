from __future__ import annotations

import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from casefiles.domain.problems import StorageTrouble
from casefiles.storage import derived, reading
from casefiles.workspace.casebook import Casebook
from tests.ui.shell.conftest import PASSWORD
from ui.dialogs.new_casebook import NewCasebookDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.problem import ProblemDialog
from ui.dialogs.question import Question
from ui.dialogs.settings import SettingsDialog
from ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casefiles.workspace.desk import Officer
    from ui.shell.desk import Desk
    from ui.shell.window import Window

FULL = StorageTrouble("The disk is full; the last change was not saved.", "Free some space, then try again.", "ENOSPC")


def named(parent: QWidget, name: str) -> Any:
    """The one widget seen that a screen reader knows by this name."""
    QApplication.processEvents()  # what was just added to a layout is shown by the next event
    widgets = [one for one in parent.findChildren(QWidget) if one.isVisibleTo(parent)]
    called = [one for one in widgets if one.accessibleName() == name]
    return (called or [one for one in widgets if getattr(one, "text", str)() == name])[0]


def says(parent: QWidget) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def dialog(qtbot: QtBot, kind: type) -> Any:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    QTest.mouseClick(named(parent, name), Qt.MouseButton.LeftButton)


# to a casebook


def test_a_new_casebook_is_made_as_asked_and_shown(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    press(qtbot, window.start, "New casebook")
    asked = dialog(qtbot, NewCasebookDialog)
    path = tmp_path / "Hill cases"
    for field, text in (("Where", str(path)), ("Title", "Hill cases"), ("Your name", "Asha Bose")):
        named(asked, field).setText(text)
    named(asked, "Time zone").setText("Asia/Colombo")
    bodies = named(asked, "Your ministry or desk: it can confirm what it says")
    bodies.setPlainText("Ministry of Foreign Affairs\n\nMission in Geneva\n")
    press(qtbot, asked, "Make the casebook")
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    casebook = window.desk.session.casebook
    assert casebook.path == tmp_path / "Hill cases.casebook"
    assert (casebook.settings.title, casebook.desk.setting("time_zone")) == ("Hill cases", "Asia/Colombo")
    names = sorted(body.name for body in casebook.settings.confirming())
    assert names == ["Ministry of Foreign Affairs", "Mission in Geneva"]
    assert casebook.desk.officer.name == window.preferences.officer == "Asha Bose"
    assert str(casebook.path) in window.windowTitle()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("Where", "", "Say where the casebook is to lie"),
        ("Where", "/nowhere/at/all.casebook", "There is no folder /nowhere/at"),
        ("Time zone", "Mars/Base", "Use a name such as Asia/Kolkata"),
        ("The same again", "other", "The two passwords differ"),
    ],
)
def test_what_cannot_be_is_said_under_its_field(
    window: Window, qtbot: QtBot, field: str, typed: str, said: str
) -> None:
    window.commands["new-casebook"].trigger()
    asked = dialog(qtbot, NewCasebookDialog)
    named(asked, field).setText(typed)
    press(qtbot, asked, "Make the casebook")
    assert said in says(asked)
    assert said in named(asked, field).accessibleDescription()
    assert window.desk is None


def test_a_locked_casebook_opens_with_its_own_password_only(window: Window, qtbot: QtBot, locked: Path) -> None:
    window.ways.open_path(locked)
    asked = dialog(qtbot, PasswordDialog)
    line = named(asked, "Password of this casebook")
    QTest.keyClicks(line, "wrong")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in says(asked))
    assert asked.isVisible()
    line.selectAll()
    QTest.keyClicks(line, PASSWORD)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None)


def test_leaving_the_password_dialog_opens_nothing(window: Window, qtbot: QtBot, locked: Path) -> None:
    window.ways.open_path(locked)
    asked = dialog(qtbot, PasswordDialog)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert window.desk is None


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "There is no file"), (b"", "is empty"), (b"%PDF-1.7 something", "is not a casebook")],
)
def test_what_is_no_casebook_is_told_on_the_first_page(
    window: Window, qtbot: QtBot, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "notes.casebook"
    if content is not None:
        path.write_bytes(content)
    window.ways.open_path(path)
    qtbot.waitUntil(lambda: said in says(window.start))
    assert window.desk is None


def test_recent_casebooks_are_offered_and_missing_ones_say_so(
    window: Window, desk: Desk, book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.preferences.opened(tmp_path / "Gone.casebook")
    window.commands["close-casebook"].trigger()
    assert not named(window.start, "Gone.casebook").isEnabled()
    assert "It is no longer there" in says(window.start)
    press(qtbot, window.start, "Forget Gone.casebook")
    assert [one.path for one in window.preferences.recent] == [str(book)]
    press(qtbot, window.start, "Cases.casebook")
    qtbot.waitUntil(lambda: window.desk is not None)


def test_another_casebook_replaces_the_one_that_is_open(
    window: Window, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Other.casebook"
    Casebook.new(other).close()
    window.ways.open_path(other)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not desk)
    assert window.desk is not None
    assert window.desk.session.casebook.path == other


# telling


def test_what_is_saved_is_said_and_trouble_stays_until_then(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.problems.tell(FULL)
    assert "The disk is full" in says(window.foot)
    press(qtbot, window.foot, "Copy details")
    assert "ENOSPC" in QGuiApplication.clipboard().text()
    desk.session.casebook.settings.set("title", "Other")
    assert "Saved " in says(window.foot)
    assert "The disk is full" not in says(window.foot)


def test_try_again_commits_what_is_open(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.problems.tell(FULL)
    desk.pages.page.unsaved = "Typed before"
    press(qtbot, window.foot, "Try again")
    assert desk.session.casebook.settings.title == "Typed before"
    assert "Saved " in says(window.foot)


def test_a_bug_is_told_in_words_before_any_detail(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.problems.tell(ValueError("Rohan Perera"))
    told = dialog(qtbot, ProblemDialog)
    assert "Something went wrong inside Casefiles" in says(told)
    assert not named_or_none(told, "Details")
    press(qtbot, told, "Show details")
    assert "ValueError" in named(told, "Details").toPlainText()
    assert "Rohan" not in named(told, "Details").toPlainText()
    window.problems.tell(ValueError())  # a second one does not open a second dialog
    QTest.keyClick(told, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def named_or_none(parent: QWidget, name: str) -> QWidget | None:
    return next((one for one in parent.findChildren(QWidget) if one.accessibleName() == name and one.isVisible()), None)


def test_long_work_shows_how_far_it_is_and_can_be_stopped(window: Window, desk: Desk, qtbot: QtBot) -> None:
    def work(job: Job) -> None:
        job.progress(1, 1200)
        job.cancelled.wait(5)
        job.progress(2, 1200)

    done: list[object] = []
    desk.session.tasks.long("Backing up", work, done.append)
    count = QLocale().toString(1200)
    qtbot.waitUntil(lambda: f"Backing up · 1 of {count}" in says(window.foot), timeout=4000)
    press(qtbot, window.foot, "Cancel")
    qtbot.waitUntil(lambda: not window.foot.jobs)
    assert not done


def test_an_older_search_index_is_prepared_in_view_and_can_be_stopped(
    window: Window, book: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook = Casebook.open(book)
    casebook.desk.book.database.execute_sql("UPDATE derived_shape SET shape = 'older'")
    casebook.close()
    go_on, load = threading.Event(), reading.load_cases
    held: list[int] = []

    def slowly(database: Any, keys: Any) -> Any:
        held.append(len(keys))
        if len(held) > 1:
            go_on.wait(10)
        return load(database, keys)

    monkeypatch.setattr(derived, "load_cases", slowly)
    monkeypatch.setattr(derived, "_AT_ONCE", 1)
    window.ways.open_path(book)
    qtbot.waitUntil(lambda: "Preparing the search index · 1 of 3" in says(window.foot), timeout=4000)
    press(qtbot, window.foot, "Cancel")
    go_on.set()
    qtbot.waitUntil(lambda: not window.foot.jobs)
    assert "Stopped; nothing was changed." in says(window.start)
    assert window.desk is None
    window.ways.open_path(book)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert len(held) == 2 + 3


# leaving


def test_closing_commits_what_was_typed(window: Window, desk: Desk, book: Path, qtbot: QtBot) -> None:
    desk.pages.page.unsaved = "Typed last"
    window.close()
    again = Casebook.open(book)
    assert again.settings.title == "Typed last"
    again.close()


def test_what_cannot_be_kept_is_asked_about_before_closing(window: Window, desk: Desk, qtbot: QtBot) -> None:
    desk.pages.page.unsaved = "x" * 5000
    window.close()
    asked = dialog(qtbot, Question)
    assert "that entry is lost" in says(asked)
    press(qtbot, asked, "Stay")
    assert window.isVisible()
    window.close()
    press(qtbot, dialog(qtbot, Question), "Close and lose it")
    assert not window.isVisible()


@pytest.mark.parametrize(("answer", "finished"), [("Close when it is done", True), ("Stop it and close", False)])
def test_work_that_is_not_done_is_asked_about(
    window: Window, desk: Desk, qtbot: QtBot, answer: str, finished: bool
) -> None:
    reached: list[int] = []

    def work(job: Job) -> None:
        for step in range(3):
            job.cancelled.wait(0.05)
            job.progress(step, 3)
            reached.append(step)

    desk.session.tasks.long("Exporting", work, lambda _: None)
    window.close()
    asked = dialog(qtbot, Question)
    assert "Exporting" in says(asked)
    press(qtbot, asked, answer)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (len(reached) == 3) is finished


def test_what_pages_want_to_keep_is_given_back(
    window: Window, desk: Desk, open_book: Callable[[Path], Desk], book: Path
) -> None:
    assert desk.pages.page.restored == {}
    window.commands["close-casebook"].trigger()
    again = open_book(book)
    assert again.pages.page.restored == {"sizes": [1, 2]}


# settings


def test_settings_of_the_machine_take_hold_and_are_kept(window: Window, qtbot: QtBot, own_home: Path) -> None:
    window.commands["settings"].trigger()
    settings = dialog(qtbot, SettingsDialog)
    name = named(settings, "Your name")
    QTest.keyClicks(name, "Asha Bose")
    QTest.keyClick(name, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(named(settings, "Look"), key)
    assert settings.isVisible()
    assert window.theme.look.name == "dark"
    kept = type(window.preferences).load(own_home)
    assert (kept.officer, kept.theme) == ("Asha Bose", "dark")
    QTest.keyClick(settings, Qt.Key.Key_Escape)


def test_settings_of_the_casebook_are_edits_like_any_other(window: Window, desk: Desk, qtbot: QtBot) -> None:
    casebook = desk.session.casebook
    window.commands["settings"].trigger()
    settings = dialog(qtbot, SettingsDialog)
    entries = (
        ("Name of the body to add", "Mission in Geneva"),
        ("Able to confirm since", "March 2024"),
    )
    for field, text in entries:
        QTest.keyClicks(named(settings, field), text)
    buttons = [one for one in settings.findChildren(QPushButton) if one.text() == "Add"]
    buttons[0].click()
    (body,) = casebook.settings.confirming()
    assert (body.name, body.since) == ("Mission in Geneva", "2024-03")
    until = named(settings, "Mission in Geneva: until")
    QTest.keyClicks(until, "31 Feb 2025")
    QTest.keyClick(until, Qt.Key.Key_Return)
    assert until.accessibleDescription()
    until.clear()
    QTest.keyClicks(until, "1 Feb 2025")
    QTest.keyClick(until, Qt.Key.Key_Return)
    assert casebook.settings.confirming()[0].until == "2025-02-01"
    situation = named(settings, "Name of Northern border war")
    situation.setText("Northern war")
    QTest.keyClick(situation, Qt.Key.Key_Return)
    assert [one.name for one in casebook.settings.situations()] == ["Northern war"]
    zone = named(settings, "Time zone")
    zone.setText("Mars/Base")
    QTest.keyClick(zone, Qt.Key.Key_Return)
    assert "There is no time zone" in zone.accessibleDescription()
    assert casebook.desk.setting("time_zone") == "UTC"
    settings.reject()


def test_acts_are_signed_with_a_new_name_at_once(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.commands["settings"].trigger()
    settings = dialog(qtbot, SettingsDialog)
    name = named(settings, "Your name")
    QTest.keyClicks(name, "Ravi Menon")
    QTest.keyClick(name, Qt.Key.Key_Return)
    desk.session.casebook.settings.set("title", "Signed")
    assert desk.session.casebook.journal.everything()[0].who == "Ravi Menon"
    settings.reject()


def test_the_sample_says_that_its_people_are_invented(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_sample(folder: Path, officer: Officer) -> Casebook:
        folder.mkdir(parents=True)
        return Casebook.new(folder / "Sample.casebook", officer=officer)

    module = ModuleType("casefiles.workspace.sample")
    monkeypatch.setattr(module, "open_sample", open_sample, raising=False)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    press(qtbot, window.start, "Open the sample")
    qtbot.waitUntil(lambda: window.desk is not None)
    assert "This is the sample: invented people" in says(window)


def test_dialogs_leave_by_escape_and_name_all_their_inputs(window: Window, desk: Desk, qtbot: QtBot) -> None:
    for action in ("settings", "keys", "about", "new-casebook"):
        window.commands[action].trigger()
        shown = dialog(qtbot, QWidget)
        nameless = [one for one in inputs(shown) if not (one.accessibleName() or getattr(one, "text", str)())]
        assert not nameless, action
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def inputs(parent: QWidget) -> list[QWidget]:
    tabbed = [one for one in parent.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [one for one in tabbed if one.isVisibleTo(parent)]


def test_everything_in_the_window_that_takes_the_keyboard_has_a_name(window: Window, desk: Desk) -> None:
    assert not [one for one in inputs(window) if not (one.accessibleName() or getattr(one, "text", str)())]
