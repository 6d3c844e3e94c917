"""The page of reported totals, by its own widgets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figures import FigureEntry
from ui.dialogs.figure_sheet import FigureSheet
from ui.pages.totals import TotalsPage
from ui.pages.totals.row_paint import LedgerDelegate
from ui.pages.totals.rows import Kind
from ui.pages.totals.trend import TrendChart
from ui.problems import Problems
from ui.session import Session
from ui.theme.typography import Role
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

MINISTRY = read_speakers(["Ministry of Nationals Abroad"])
COURT = read_speakers(["High Court of Orvane"])
KNOWN = "nationals known to the Ministry"
ANSWER = "The Minister said that 7 were known: 3 dead and 2 missing. He gave no other number."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    casebook = Casebook.new(
        tmp_path / "desk.casebook", officer=Officer("Mina Bose"), clock=lambda: datetime(2025, 7, 1, 9, tzinfo=UTC)
    )
    made = Session(casebook, Problems())
    yield made
    made.close()


@pytest.fixture
def totals(session: Session) -> list[str]:
    """An earlier number, an answer of three with a gap, another official who clashes, a paper: in this order."""
    book = session.casebook
    situation = book.settings.situation("Northern border war")
    source = book.sources.add(book.sources.take_paste(ANSWER), {"title": "Answer to question 9"})
    start = ANSWER.index("3 dead")
    for name, origin in (("Asha Rana", "Pokhara, Gandaki, Nepal"), ("Bikram Lama", "")):
        status = Report("status", {"status": "killed", "date": "2025-02"})
        told = [Report("name", typed=name), status, *([Report("origin", typed=origin)] if origin else [])]
        book.people.add(CaseKind.PERSON, told, [situation])
    at = {"as_of": "2025-06-23", "population": KNOWN, "speakers": MINISTRY}
    sheets = [
        [FigureEntry("dead", "2", as_of="2025-05-13", population=KNOWN, speakers=MINISTRY, query="status:dead")],
        [
            FigureEntry("total", "7", query="*", **at),  # type: ignore[arg-type]  # each is of its own type
            FigureEntry("dead", "3", query="status:dead", part_of=0, words=(Words(source, start, start + 6),)),
            FigureEntry("missing", "2", part_of=0),
        ],
        [FigureEntry("dead", "4", as_of="2025-06-23", population=KNOWN, speakers=COURT)],
        [FigureEntry("recruited", "about 20", as_of="2025-06-23", speakers=read_speakers(["Hill Courier"]))],
    ]
    return [uuid for sheet in sheets for uuid in book.figures.add(sheet, situation)]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, session: Session, totals: list[str]) -> TotalsPage:
    page = opened(qtbot, theme, session)
    qtbot.waitUntil(lambda: page._detail.line is not None)
    return page


def opened(qtbot: QtBot, theme: Theme, session: Session) -> TotalsPage:
    made = TotalsPage(theme, session)
    made.resize(1064, 720)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget) and label.text()]


def press(widget: QWidget, name: str) -> None:
    seen = [one for one in widget.findChildren(QPushButton) if one.isVisibleTo(widget)]
    found = [one for one in seen if name in (one.accessibleName(), one.text())]
    assert len(found) == 1, [one.accessibleName() or one.text() for one in seen]
    found[0].click()


def test_an_empty_page_says_what_belongs_here(qtbot: QtBot, theme: Theme, session: Session) -> None:
    page = opened(qtbot, theme, session)
    qtbot.waitUntil(lambda: page._panes.currentWidget() is page._empty)
    press(page._empty, "Enter totals")
    sheet = page.findChild(FigureSheet)
    assert sheet is not None
    sheet.reject()


def test_each_day_is_a_card_and_kinds_of_speaker_never_share_a_table(page: TotalsPage) -> None:
    rows = page._ledger.totals.rows
    assert [(row.kind, row.text, row.who) for row in rows if not row.is_total] == [
        (Kind.DAY, "23 Jun 2025", ""),
        (Kind.BLOCK, "Official", "Ministry of Nationals Abroad"),
        (Kind.BLOCK, "Official", "High Court of Orvane"),
        (Kind.BLOCK, "Press", "Hill Courier"),
        (Kind.DAY, "13 May 2025", ""),
        (Kind.BLOCK, "Official", "Ministry of Nationals Abroad"),
    ]
    whole, dead, missing = [row for row in rows if row.is_total][:3]
    assert (whole.theirs, whole.ours, whole.left, whole.depth) == ("7", "2", "5", 0)
    assert whole.face is not None
    assert whole.face.words == "2 not accounted for"
    assert (dead.text, dead.theirs, dead.parts, dead.left, dead.depth) == ("Dead", "3", ("all named",), "1", 1)
    assert dead.flags[0].startswith("Clash: dead is 3 by Ministry of Nationals Abroad and 4")
    assert (missing.ours, missing.left) == ("", ""), "without a search of ours nothing is guessed"


def test_the_list_is_walked_over_its_headings_and_reads_as_sentences(page: TotalsPage, totals: list[str]) -> None:
    ledger = page._ledger
    ledger.setFocus()
    QTest.keyClick(ledger, Qt.Key.Key_Home)
    walked = [ledger.current_key]
    for _ in range(5):
        QTest.keyClick(ledger, Qt.Key.Key_Down)
        walked.append(ledger.current_key)
    assert walked == [totals[1], totals[2], totals[3], totals[4], totals[5], totals[0]]
    said = ledger.totals.data(ledger.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("2 dead, nationals known to the Ministry, on 13 May 2025, said by Ministry")
    QTest.keyClick(ledger, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._detail.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert ledger.hasFocus()


def test_the_detail_spells_out_the_sum_and_leads_to_the_parts(page: TotalsPage, totals: list[str]) -> None:
    page.open_total(totals[1])
    assert "3 + 2 = 5 of 7: 2 left over." in words_on(page._detail)
    press(page._detail, "3 dead")
    assert page._ledger.current_key == totals[2]
    assert "3 dead" in words_on(page._detail)
    press(page._detail, "Part of 7 total")
    assert page._ledger.current_key == totals[1]


def test_a_quote_leads_to_its_source(page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot) -> None:
    page.open_total(totals[2])
    start = ANSWER.index("3 dead")
    with qtbot.waitSignal(session.show_source) as asked:
        press(page._detail, "Open at the quote: 3 dead")
    assert asked.args == [1, start, start + 6]


def test_no_long_number_is_cut_off(page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot) -> None:
    (long,) = session.casebook.figures.add(
        [FigureEntry("displaced", "about 1,187,500–1,200,000", as_of="2025-06-30", speakers=COURT)]
    )
    qtbot.waitUntil(lambda: page._view is not None and long in [line.uuid for line in page._view.lines])
    (row,) = [row for row in page._ledger.totals.rows if row.key == long]
    delegate = page._ledger.itemDelegate()
    assert isinstance(delegate, LedgerDelegate)
    column, *others = delegate._columns(QRect(0, 0, 800, 40))
    needed = QFontMetricsF(delegate._number_font(Role.STRONG, row.theirs)).horizontalAdvance(row.theirs)
    assert column.width() >= needed
    assert column.right() < others[0].left()


def test_unnamed_people_alone_are_not_told_as_in_a_group(
    page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot
) -> None:
    status = Report("status", {"status": "killed", "date": "2025-02"})
    session.edit(lambda: session.casebook.people.add(CaseKind.PERSON, [status]))
    session.edit(lambda: session.casebook.people.add(CaseKind.GROUP, [Report("size", typed="2–3"), status]))
    (least,) = session.casebook.figures.add(
        [FigureEntry("dead", "at least 4", query="status:dead", as_of="2025-06-30", speakers=COURT)]
    )
    qtbot.waitUntil(lambda: page._view is not None and least in [line.uuid for line in page._view.lines])
    page.open_total(least)
    qtbot.waitUntil(lambda: "At least 4 dead" in words_on(page._detail))
    told = words_on(page._detail._people)
    assert any(words.startswith("Unnamed, 2–3 in 1 group") for words in told)
    assert "not known" in told


def test_every_number_opens_its_people(page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot) -> None:
    page.open_total(totals[2])
    people = page._detail._people
    press(people, "Named: 2, show them")
    qtbot.waitUntil(lambda: len(people._list._people.ids) == 2)
    people._list.select_id(2)
    with qtbot.waitSignal(session.show_case) as asked:
        QTest.keyClick(people._list, Qt.Key.Key_Return)
    assert asked.args == [2]
    press(people, "Named: 2, show them")
    assert people._list.isHidden()


def test_our_people_are_told_apart_and_their_rows_open_too(page: TotalsPage, totals: list[str], qtbot: QtBot) -> None:
    page.open_total(totals[2])
    states = page._detail._states
    qtbot.waitUntil(lambda: "Gandaki" in words_on(states))
    assert words_on(states) == ["By state of origin", "Gandaki", "Not known", "Our number", "2"]
    press(states, "Gandaki: 1, show them")
    qtbot.waitUntil(lambda: list(states._list._people.ids) == [1])
    qtbot.waitUntil(lambda: "Feb 2025" in words_on(page._detail._months))


def test_a_trend_is_drawn_with_its_steps_and_told_in_words(page: TotalsPage, totals: list[str]) -> None:
    page.open_total(totals[2])
    chart = page._detail.findChild(TrendChart)
    assert chart is not None
    assert chart.accessibleDescription().startswith("2 as of 13 May 2025; 3 as of 23 Jun 2025")
    press(page._detail, "2 as of 13 May 2025: Ministry of Nationals Abroad")
    assert page._ledger.current_key == totals[0]


def test_a_gap_has_an_owner_and_a_note_kept_when_left(
    page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot
) -> None:
    page.handlers["tab-2"]()
    rows = page._gaps.totals.rows
    assert [row.text for row in rows if row.is_total] == ["7 total", "3 dead"]
    page._gaps.go_to(totals[1])
    owner = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Who follows it up")
    note = next(one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == "Note")
    owner.setFocus()
    QTest.keyClicks(owner, "L. Varman")
    note.setFocus()
    QTest.keyClicks(note, "Asked on 25 June.")
    page.save_now()
    kept = session.casebook.figures.ledger().line(totals[1])
    assert (kept.gap_owner, kept.gap_note) == ("L. Varman", "Asked on 25 June.")
    qtbot.waitUntil(lambda: "Followed up by L. Varman" in [row.text for row in page._gaps.totals.rows])
    assert page._gaps.current_key == totals[1]


def test_set_aside_and_taken_back_and_removed(
    page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot
) -> None:
    page.open_total(totals[4])
    page._detail.do("set-aside")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText("said of another day")
    dialog.accept()  # type: ignore[attr-defined]  # it is a dialog
    qtbot.waitUntil(lambda: page._ledger.totals.rows[-1].kind is Kind.OVER)
    assert page._ledger.totals.rows[-1].flags == ("Set aside 1 Jul 2025: said of another day",)
    page.open_total(totals[4])
    press(page._detail, "Let it stand again")
    qtbot.waitUntil(lambda: page._ledger.totals.rows[-1].kind is Kind.TOTAL)
    page.open_total(totals[4])
    page.handlers["remove"]()
    qtbot.waitUntil(lambda: page._ledger.totals.place_of(totals[4]) is None)
    session.casebook.journal.undo()
    qtbot.waitUntil(lambda: page._ledger.totals.place_of(totals[4]) is not None)


def test_several_situations_are_chosen_among(
    page: TotalsPage, totals: list[str], session: Session, qtbot: QtBot
) -> None:
    other = session.casebook.settings.situation("River war")
    session.casebook.figures.add([FigureEntry("dead", "1", as_of="2025-06-01")], other)
    qtbot.waitUntil(lambda: page._choice is not None)
    page._filter(other)
    qtbot.waitUntil(lambda: [row.theirs for row in page._ledger.totals.rows if row.is_total] == ["1"])
    page.open_total(totals[2])
    qtbot.waitUntil(lambda: page._ledger.current_key == totals[2])


def test_the_past_is_shown_and_nothing_in_it_is_changed(
    qtbot: QtBot, page: TotalsPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(session.problems, "tell", told.append)
    session.look_at(Moment(date(2025, 6, 30)))
    qtbot.waitUntil(lambda: page._view is not None and not page._view.lines)
    session.look_at(Moment(date(2025, 7, 1)))
    qtbot.waitUntil(lambda: page._detail.line is not None)
    people = next(row for row in page._ledger.totals.rows if row.is_total)
    assert people.ours == "2"
    page.handlers["new-totals"]()
    page.handlers["edit"]()
    assert page.findChild(FigureSheet) is None
    assert [str(one) for one in told] == [str(told[0])] * 2
    session.look_at(NOW)
    qtbot.waitUntil(lambda: page._gaps.isEnabled() and page._view is not None and bool(page._view.lines))
