"""A ministry's answer from its words to the people behind it; and what we told, from the issue to the correction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTableView, QTextEdit

from casefiles.domain.statements import Ruling, State
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from tests.journeys.hand import CONTROL
from ui.dialogs.add_status import AddStatusDialog
from ui.dialogs.choose_edition import ChooseEdition
from ui.dialogs.figure_sheet import FigureSheet
from ui.dialogs.issue_edition import IssueDialog
from ui.dialogs.judge_statement import JudgeDialog

if TYPE_CHECKING:
    from casefiles.workspace.figure_views import LineView
    from tests.cli.running import Run
    from tests.journeys.hand import Hand

K = Qt.Key
_PRINTED = 30_000
"""As long as two printings may take on a busy machine, in milliseconds."""
ANSWER = "126 nationals are known to the Ministry: 12 dead, 96 out or home, and 14 still there"
ARTICLE = f"The minister answered on 17 January 2025. {ANSWER}. He took no question. Asha Rana was among the dead."


@pytest.fixture
def people(book: Path, done: Run, tmp_path: Path) -> Path:
    """A casebook with the answer, Asha Rana and four others who were killed."""
    article = tmp_path / "answer.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    done("source", "add", book, article, "--published", "18 January 2025", "--publisher", "Hill Herald")
    done(
        "case", "add", book, "--name", "Asha Rana", "--status", "killed", "--said-by", "family",
        "--said-on", "17 January 2025", "--source", "S-000001", "--quote", "status=Asha Rana was among the dead",
    )  # fmt: skip
    done("case", "add", book, "--group", "4", "--status", "killed", "--date", "2024", "--said-by", "family")
    return book


def opened(hand: Hand, path: Path) -> None:
    hand.window.take(Casebook.open(path, officer=Officer("Mina Bose")))
    hand.until(lambda: hand.desk.pages.name == "people" and hand.desk.pages.page._view is not None)
    hand.look()


def casebook(hand: Hand) -> Casebook:
    return hand.desk.session.casebook


# reported totals


def test_a_ministry_answer_from_its_words_to_the_people_behind_it(people: Path, hand: Hand) -> None:
    opened(hand, people)
    enters_the_answer(hand)
    sees_the_gap_and_the_people(hand)
    gives_it_to_somebody(hand)
    before = lines(hand)
    assert (before[0].gap_owner, before[0].gap_note) == ("Sunita", "Asked the Ministry on 20 January")
    undo, redo = hand.window.commands["undo"], hand.window.commands["redo"]
    while lines(hand):
        hand.choose("&Edit", "undo")
    hand.until_said("No totals yet")
    assert redo.text() == "Redo Add 4 totals on 17 Jan 2025"
    while redo.isEnabled():
        hand.choose("&Edit", "redo")
    assert lines(hand) == before
    assert undo.text().startswith("Undo Note on total: 126 total")
    hand.until_said("4 not accounted for")


def enters_the_answer(hand: Hand) -> None:
    hand.go("Sources")
    hand.until(lambda: any(ARTICLE in one.toPlainText() for one in hand.seen("Source text", QTextEdit)))
    hand.look()
    hand.select_words(ANSWER)
    hand.key(K.Key_F)
    sheet: FigureSheet = hand.come(FigureSheet)
    assert [(row.measure.text(), row.number.text()) for row in sheet.rows.filled] == [
        ("total", "126"),
        ("dead", "12"),
        ("out or home", "96"),
        ("still there", "14"),
    ]
    hand.fill("As of", "17 January 2025")
    hand.fill("Said by", "Ministry of External Affairs (MEA)")
    hand.fill("Number, row 4", "1")
    hand.until_said("17 not accounted for")
    hand.fill("Number, row 4", "14")
    hand.key(K.Key_Return, held=CONTROL)
    hand.until(lambda: hand.front is hand.window)
    hand.look()
    assert {line.quotes[0].quote for line in lines(hand)} == {ANSWER}


def sees_the_gap_and_the_people(hand: Hand) -> None:
    hand.go("Reported totals")
    hand.until_said("4 not accounted for")
    ledger = hand.find("Reported totals", QListView)
    hand.go_into(ledger)
    hand.key(K.Key_Down)
    hand.press("Our number: 5, show them")
    found = hand.find("People: Our people", QTableView).model()
    hand.until(lambda: found.rowCount() == 2)
    said = [found.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert sorted(one.split(",")[0] for one in said) == ["4 people not named", "Asha Rana"]
    hand.go_into(ledger)
    hand.key(K.Key_Up)


def gives_it_to_somebody(hand: Hand) -> None:
    hand.fill("Who follows it up", "Sunita")
    hand.fill("Note", "Asked the Ministry on 20 January")
    hand.go_into(hand.find("Reported totals", QListView))
    hand.until(lambda: lines(hand)[0].gap_note)


def lines(hand: Hand) -> tuple[LineView, ...]:
    return casebook(hand).figures.ledger().lines


# what we told


def test_what_we_told_from_the_issue_to_the_correction(people: Path, hand: Hand) -> None:
    opened(hand, people)
    issues(hand, "Lok Sabha, question 214")
    hand.until_said("Edition 1: ", _PRINTED)
    assert state(hand) is State.STANDS
    changes_a_report(hand)
    hand.go("What we told")
    hand.until_said("Overtaken")
    hand.until_said("What has moved since")
    hand.press("Wrong when said…")
    hand.come(JudgeDialog)
    hand.fill("Reason", "The family had called the day before")
    hand.fill("Correction by", "Sunita")
    hand.fill("Correct until", "20 June 2099")
    hand.press("Wrong when said")
    hand.until(lambda: hand.front is hand.window)
    hand.until_said("The family had called the day before")
    hand.until_said("correct by 20 Jun 2099")
    (row,) = casebook(hand).statements.rows()
    (judged,) = casebook(hand).statements.view(row.uuid).judgements
    assert (judged.verdict, judged.owner, judged.officer) == (Ruling.WRONG, "Sunita", "Mina Bose")
    hand.look()
    issues(hand, "Lok Sabha, question 230")
    hand.until_said("Edition 2: ", _PRINTED)
    hand.press("What changed since…")
    hand.come(ChooseEdition)
    hand.press("Compare")
    hand.until_said("What changed from edition 1 to edition 2")
    assert {"Status changes", "Totals that moved", "Corrections of what we told"} <= set(hand.texts())
    hand.until_said("The family had called the day before")
    hand.press("Asha Rana, CF-0000001: open")
    hand.until(lambda: hand.desk.pages.name == "people")


def issues(hand: Hand, to: str) -> None:
    hand.go("Briefings")
    hand.tab("Prepare")
    hand.press("Issue…")
    hand.come(IssueDialog)
    hand.pick("For", "Parliament")
    hand.fill("Given to", to)
    hand.press("Issue")
    hand.until(lambda: hand.front is hand.window)
    hand.look()


def changes_a_report(hand: Hand) -> None:
    hand.key(K.Key_F, held=CONTROL)
    hand.write("asha")
    hand.until(lambda: hand.desk.pages.name == "people" and hand.desk.pages.page._view.heading == "Asha Rana")
    hand.key(K.Key_Return)
    hand.until_said("Reported killed")
    hand.window.run("add-status")
    hand.come(AddStatusDialog)
    hand.pick("Status", "Returned")
    hand.fill("Said by", "family")
    hand.fill("Said on", "19 January 2025")
    hand.press("Add")
    hand.until(lambda: hand.front is hand.window)
    hand.look()


def state(hand: Hand) -> State:
    (row,) = casebook(hand).statements.rows()
    return row.state
