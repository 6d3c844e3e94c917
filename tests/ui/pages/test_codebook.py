"""The codebook's page: defaults, own words, changes of method; all saved when left, and undone like anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.ui.people_fixtures import editor, named, words
from ui.pages.codebook import CodebookPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.session import Session
    from ui.theme.theme import Theme


@pytest.fixture
def codebook(qtbot: QtBot, worn_theme: Theme, session: Session) -> Iterator[CodebookPage]:
    page = CodebookPage(worn_theme, session)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page
    page.close()


def own(page: CodebookPage, key: str) -> list[tuple[str, str, str]]:
    sections = page._session.casebook.codebook.sections()
    return [(one.term, one.effective_on, one.text) for each in sections if each.section.key == key for one in each.own]


def click(owner: QWidget, name: str) -> None:
    QTest.mouseClick(named(owner, name), Qt.MouseButton.LeftButton)


def test_the_rules_of_the_program_are_there_to_read(codebook: CodebookPage) -> None:
    told = words(codebook)
    assert "A status that an officer has chosen, with a reason, stands." in told
    assert "Completely reliable: no doubt about it" in told
    assert "Able to confirm" in told


def test_a_default_is_typed_over_and_comes_back_when_emptied(codebook: CodebookPage) -> None:
    box = named(codebook, "Who is in this casebook", QPlainTextEdit)
    assert box.toPlainText().startswith("Everybody whom a source")
    assert "This applies unless it is changed." in words(codebook)
    box.setFocus()
    box.setPlainText("Only the named.")
    codebook.save_now()
    assert own(codebook, "inclusion") == [("", "", "Only the named.")]
    box.setFocus()
    box.setPlainText("")
    codebook.save_now()
    assert own(codebook, "inclusion") == []
    assert box.toPlainText().startswith("Everybody whom a source")


def test_long_lines_are_broken_and_never_scrolled(codebook: CodebookPage) -> None:
    boxes = codebook.findChildren(QPlainTextEdit)
    assert boxes
    for box in boxes:
        box.setPlainText(f"One sentence after another, {'and more ' * 60}{'w' * 400}")
        bar = box.horizontalScrollBar()
        assert (bar.maximum(), bar.isVisible()) == (0, False)


def test_a_word_is_added_changed_and_taken_out(codebook: CodebookPage) -> None:
    QTest.keyClicks(editor(codebook, "Word: new"), "Agent")
    click(codebook, "Add: What the words mean")
    assert "The text is missing." in words(codebook)
    QTest.keyClicks(editor(codebook, "Meaning: new"), "Who brings people for money")
    click(codebook, "Add: What the words mean")
    assert own(codebook, "definitions") == [("Agent", "", "Who brings people for money")]
    meaning = editor(codebook, "Meaning: Agent")
    meaning.setFocus()
    meaning.setText("Who recruits")
    QTest.keyClick(meaning, Qt.Key.Key_Return)
    assert own(codebook, "definitions") == [("Agent", "", "Who recruits")]
    click(codebook, "Take out: Agent")
    assert own(codebook, "definitions") == []
    codebook._session.casebook.journal.undo()
    assert named(codebook, "Meaning: Agent", QLineEdit).text() == "Who recruits"


def test_a_change_of_method_asks_for_its_day_in_words(codebook: CodebookPage) -> None:
    QTest.keyClicks(editor(codebook, "What changed: new"), "Cousins count as family")
    click(codebook, "Add: Changes of method")
    assert "The day of the change is missing." in words(codebook)
    QTest.keyClicks(editor(codebook, "Day: new"), "1 March 2026")
    click(codebook, "Add: Changes of method")
    assert own(codebook, "method") == [("", "2026-03-01", "Cousins count as family")]
    assert editor(codebook, "Day: 1 Mar 2026").text() == "1 Mar 2026"


def test_a_body_able_to_confirm_is_ended_on_a_day(codebook: CodebookPage) -> None:
    until = editor(codebook, "Ministry of Foreign Affairs: until")
    QTest.keyClicks(until, "31 March 2026")
    QTest.keyClick(until, Qt.Key.Key_Return)
    (body,) = codebook._session.casebook.settings.confirming()
    assert body.until == "2026-03-31"
