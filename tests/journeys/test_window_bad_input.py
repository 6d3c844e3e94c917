"""What goes wrong at the window is said in one sentence, where one looks; nothing is lost or half-written."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report
from casefiles.workspace.finding import Wanted
from tests.journeys.hand import CONTROL
from ui.dialogs.add_source import AddSource
from ui.dialogs.new_case import NewCaseDialog
from ui.dialogs.password import PasswordDialog

if TYPE_CHECKING:
    from tests.journeys.hand import Hand

K = Qt.Key
PASSWORD = "seven plain words"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "Cases.casebook"
    casebook = Casebook.new(path, officer=Officer("Asha Bose"))
    casebook.people.add(CaseKind.PERSON, [Report("name", typed="Rohan Perera")])
    casebook.close()
    return path


@pytest.fixture
def opened(hand: Hand, cases: Path) -> Hand:
    hand.window.ways.open_path(cases)
    hand.until(lambda: hand.window.desk is not None and hand.desk.pages.name == "people")
    hand.until(lambda: hand.desk.pages.page._view is not None)
    hand.look()
    return hand


def names(hand: Hand) -> list[str]:
    book = hand.desk.session.casebook
    return [row.heading for row in book.finding.rows(book.finding.ids(Wanted()))]


def test_what_is_not_a_casebook_is_refused_on_the_first_page(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "notes.casebook"
    path.write_text("just notes, " * 1000)
    before = path.read_bytes()
    hand.window.ways.open_path(path)
    hand.until_said("not a casebook")
    assert hand.window.desk is None
    assert path.read_bytes() == before


def test_a_wrong_password_is_told_under_it_and_the_right_one_opens(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "Locked.casebook"
    Casebook.new(path, password=PASSWORD).close()
    hand.window.ways.open_path(path)
    hand.come(PasswordDialog)
    hand.fill("Password of this casebook", "six words")
    hand.key(K.Key_Return)
    line = hand.find("Password of this casebook", QLineEdit)
    hand.until(lambda: "password" in line.accessibleDescription().casefold())
    hand.fill("Password of this casebook", PASSWORD)
    hand.key(K.Key_Return)
    hand.until(lambda: hand.window.desk is not None)


@pytest.mark.skipif(os.geteuid() == 0, reason="for this user nothing is read-only")
def test_a_read_only_file_is_refused_in_a_sentence(hand: Hand, cases: Path) -> None:
    cases.chmod(stat.S_IRUSR)
    hand.window.ways.open_path(cases)
    hand.until_said("read-only")


def test_a_binary_dropped_among_the_sources_is_refused_where_it_was_dropped(opened: Hand, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    opened.desk.session.show_page.emit("sources")
    opened.desk.pages.page._ask(dropped)
    opened.come(AddSource)
    article = opened.find("Article", QPlainTextEdit)
    opened.until(article.accessibleDescription)
    opened.key(K.Key_Escape)
    opened.until(lambda: opened.front is opened.window)
    assert opened.desk.session.casebook.finding.totals().sources == 0


def test_a_megabyte_in_a_name_is_told_under_it_and_stays(opened: Hand) -> None:
    opened.key(K.Key_N, held=CONTROL)
    opened.come(NewCaseDialog)
    opened.paste("A" * 1_000_000)
    opened.key(K.Key_Return)
    line = opened.find("Name", QLineEdit)
    opened.until(line.accessibleDescription)
    assert len(line.text()) > 30_000
    assert names(opened) == ["Rohan Perera"]


@pytest.mark.parametrize(("typed", "says"), [("2024-02-31", "31"), ("03/04/2024", "two ways")])
def test_a_day_that_cannot_be_is_told_under_it(opened: Hand, typed: str, says: str) -> None:
    opened.key(K.Key_N, held=CONTROL)
    opened.come(NewCaseDialog)
    opened.write("Bikram Lama")
    opened.fill("When", typed)
    opened.key(K.Key_Return)
    when = opened.find("When", QLineEdit)
    opened.until(when.accessibleDescription)
    assert says in when.accessibleDescription()
    assert (when.text(), names(opened)) == (typed, ["Rohan Perera"])


def test_signs_that_cannot_be_seen_do_not_get_into_a_name(opened: Hand) -> None:
    opened.key(K.Key_N, held=CONTROL)
    opened.come(NewCaseDialog)
    opened.paste("Bikram\u202e \u0007Lama\u0000")
    opened.key(K.Key_Return)
    opened.until(lambda: opened.front is opened.window or opened.find("Name", QLineEdit).accessibleDescription())
    assert set(names(opened)) <= {"Rohan Perera", "Bikram Lama"}


def test_a_full_disk_keeps_what_was_typed_and_tries_again(opened: Hand) -> None:
    database = opened.desk.session.casebook.desk.book.database
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    opened.window.run("edit")
    notes = opened.find("Notes", QPlainTextEdit) if opened.seen("Notes", QPlainTextEdit) else None
    database.execute_sql(f"PRAGMA max_page_count={pages}")
    long = "The family was told. " * 400
    assert notes is not None
    opened.go_into(notes)
    opened.paste(long)
    opened.desk.save_now()
    opened.until_said("disk is full")
    assert notes.toPlainText() == long
    database.execute_sql("PRAGMA max_page_count=1000000")
    opened.press("Try again")
    opened.until_said("Saved")
    view = opened.desk.pages.page._view
    assert opened.desk.session.casebook.people.view(view.id).field("notes").text.split() == long.split()
