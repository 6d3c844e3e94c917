"""The sheet of reported totals: typed by keyboard, pasted, checked while typing, entered as one act."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from casefiles.domain.speakers import SpeakerKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.figures import FigureEntry
from ui.dialogs.figure_rows import read_table
from ui.dialogs.figure_sheet import EditTotal, FigureSheet, ReplaceTotal, TotalsForm
from ui.problems import Problems
from ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    casebook = Casebook.new(
        tmp_path / "desk.casebook", officer=Officer("Mina Bose"), clock=lambda: datetime(2025, 7, 1, 9, tzinfo=UTC)
    )
    casebook.settings.situation("Northern border war")
    made = Session(casebook, Problems())
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, session: Session, window: QWidget) -> FigureSheet:
    made = FigureSheet(session, theme, parent=window)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def line(form: TotalsForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def keys(words: str, *, then: Qt.Key | None = None) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, words)
    if then is not None:
        QTest.keyClick(widget, then)


def fill(form: TotalsForm, *rows: tuple[str, str]) -> None:
    for measure, number in rows:
        row = form.rows.rows[-1]
        row.measure.setText(measure)
        row.number.setText(number)


def told(form: TotalsForm, row: int) -> str:
    return form.rows.rows[row]._told.text() if form.rows.rows[row]._foot.isVisibleTo(form) else ""


def test_a_whole_answer_is_typed_with_enter_alone(sheet: FigureSheet, session: Session, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "As of"
    keys("13 May 2025")
    line(sheet, "Said by").setText("Ministry of Nationals Abroad")
    sheet.rows.rows[0].measure.setFocus()
    for words in ("total", "58"):
        keys(words, then=Qt.Key.Key_Return)
    sheet.rows.rows[1].measure.setFocus()
    for words in ("dead", "12"):
        keys(words, then=Qt.Key.Key_Return)
    assert told(sheet, 0) == "46 not accounted for"
    fill(sheet, ("out or home", "46"))
    assert told(sheet, 0) == "Closes"
    assert sheet._sum.text() == "58 total: 12 + 46 = 58: the parts add up."
    with qtbot.waitSignal(sheet.added) as added:
        QTest.keyClick(sheet.rows.rows[0].number, Qt.Key.Key_Return, CONTROL)
    assert session.casebook.journal.undo_label() == "Add 3 totals on 13 May 2025"
    ledger = session.casebook.figures.ledger(session.casebook.settings.situations()[0].uuid)
    assert added.args is not None
    assert [one.uuid for one in ledger.lines] == added.args[0]
    whole, dead, out = ledger.lines
    assert (whole.query, dead.query, out.query) == ("*", "status:dead", "status:out,home")
    assert (whole.closes, dead.depth, dead.speakers) == (True, 1, "Ministry of Nationals Abroad")


def test_what_is_wrong_is_said_at_its_place(sheet: FigureSheet) -> None:
    fill(sheet, ("dead", "6"), ("missing", "11"))
    part = sheet.rows.rows[1].part
    part.setCurrentIndex(part.findText("6 dead"))
    part.activated.emit(part.currentIndex())
    assert told(sheet, 1) == "Part larger than its whole: 11 missing of 6 dead"
    sheet.rows.rows[0].number.setText("9–4")
    assert told(sheet, 0) == "9 to 4 runs the wrong way round."
    sheet.rows.rows[0].number.setFocus()
    sheet.rows.rows[0].number.setText("")
    assert told(sheet, 0) == "", "half a row is left in peace while it is typed in"


def test_unequal_units_are_refused_at_their_place(sheet: FigureSheet, session: Session) -> None:
    fill(sheet, ("total", "58"), ("dead", "12"), ("missing", "4"))
    whole, dead, missing = sheet.rows.rows[:3]
    assert [row.counted_in for row in (whole, dead)] == ["people", "people"]
    dead.unit.setText("bodies")
    assert told(sheet, 1) == "It counts bodies, and what it is part of people: the two cannot be added."
    assert sheet._foot.isHidden()
    sheet.accept()
    assert session.casebook.figures.ledger().lines == ()
    assert sheet._trouble.text().startswith("Row 2: It counts bodies")
    dead.part.setCurrentIndex(dead.part.findData("row 0 nested"))
    dead.part.activated.emit(dead.part.currentIndex())
    assert told(sheet, 1) == ""
    whole.unit.setText("families")
    assert missing.counted_in == "families"  # what is not typed is counted as its whole is
    sheet.accept()
    lines = session.casebook.figures.ledger().lines
    assert {(line.measure, line.unit) for line in lines} == {
        ("total", "families"),
        ("dead", "bodies"),
        ("missing", "families"),
    }


def test_nothing_typed_and_no_date_are_told(sheet: FigureSheet, session: Session) -> None:
    label = session.casebook.journal.undo_label()
    sheet.accept()
    assert "No total is typed yet." in " ".join(one.text() for one in sheet.findChildren(QLabel))
    fill(sheet, ("dead", "6"))
    line(sheet, "As of").setText("someday")
    sheet.accept()
    assert line(sheet, "As of").accessibleDescription()
    assert session.casebook.journal.undo_label() == label
    assert sheet.isVisible()


def test_a_copied_table_fills_rows_and_a_breakdown(sheet: FigureSheet, session: Session) -> None:
    measure = sheet.rows.rows[0].measure
    QGuiApplication.clipboard().setText("Status\tNumber\ntotal\t18\ndead\t12\nmissing\t6\n")
    measure.setFocus()
    QTest.keyClick(measure, Qt.Key.Key_V, CONTROL)
    assert [row.words for row in sheet.rows.filled] == ["18 total", "12 dead", "6 missing"]
    assert told(sheet, 0) == "Closes"
    apart = sheet.rows.rows[-1].apart
    QGuiApplication.clipboard().setText("state: Gandaki 4\nKoshi 2")
    apart.setFocus()
    QTest.keyClick(apart, Qt.Key.Key_V, CONTROL)
    added = sheet.rows.filled[3:]
    assert [(row.measure.text(), row.apart.text(), row.query.text()) for row in added] == [
        ("missing", "state: Gandaki", ""),
        ("missing", "Koshi", ""),
    ]
    sheet.accept()
    assert [(one.breakdown_by, one.breakdown) for one in session.casebook.figures.ledger().lines][-2:] == [
        ("state", "Gandaki"),
        ("state", "Koshi"),
    ]


def test_tables_are_read_as_they_come() -> None:
    assert read_table("dead") == []
    assert read_table("12\tdead") == [("dead", "12")]
    assert read_table("Punjab  2\nUttar Pradesh 9\nTotal: about 18") == [
        ("Punjab", "2"),
        ("Uttar Pradesh", "9"),
        ("Total: about", "18"),
    ]


def test_a_row_can_be_taken_out_and_lie_inside_another(sheet: FigureSheet, session: Session) -> None:
    fill(sheet, ("total", "18"), ("still there", "18"), ("missing", "16"), ("dead", "1"))
    sheet.rows.rows[3].remove.click()
    part = sheet.rows.rows[2].part
    part.setCurrentIndex(part.findText("Inside 18 still there, not added"))
    part.activated.emit(part.currentIndex())
    assert told(sheet, 0) == "Closes"
    sheet.accept()
    lines = session.casebook.figures.ledger().lines
    assert [(one.measure, one.nesting) for one in lines][-1] == ("missing", "nested")


def test_the_kind_of_speaker_can_be_said(sheet: FigureSheet, session: Session) -> None:
    line(sheet, "Said by").setText("counsel of the nine")
    sheet.shared._kind.set_value("family")
    fill(sheet, ("missing", "6"))
    sheet.accept()
    assert session.casebook.figures.ledger().lines[0].kind is SpeakerKind.FAMILY


def test_a_total_is_corrected_and_replaced(qtbot: QtBot, theme: Theme, session: Session, window: QWidget) -> None:
    figures = session.casebook.figures
    uuids = figures.add([FigureEntry("total", "9", as_of="2025-06-23", query="*"), FigureEntry("dead", "4", part_of=0)])
    edit = EditTotal(session, theme, figures.ledger().line(uuids[1]), window)
    qtbot.waitUntil(lambda: edit.rows.rows[0].part.currentText() == "9 total")
    edit.rows.rows[0].number.setText("5")
    assert edit._sum.text() == "9 total: 5 of 9: 4 left over."
    edit.accept()
    kept = figures.ledger().line(uuids[1])
    assert (kept.number, kept.part_of, kept.as_of) == ("5", uuids[0], "2025-06-23")

    other = ReplaceTotal(session, theme, kept, window)
    qtbot.waitUntil(lambda: other.rows.rows[0].part.currentText() == "9 total")
    other.rows.rows[0].number.setText("6")
    other.accept()
    assert "A reason is missing." in " ".join(one.text() for one in other.findChildren(QLabel))
    line(other, "Reason").setText("corrected on 30 June")
    other.accept()
    ledger = figures.ledger()
    assert ledger.line(uuids[1]).replaced == "Replaced 1 Jul 2025: corrected on 30 June"
    assert [one.number for one in ledger.lines] == ["9", "6"]
    session.casebook.journal.undo()
    assert [one.number for one in figures.ledger().lines] == ["9", "5"]
