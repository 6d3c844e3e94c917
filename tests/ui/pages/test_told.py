"""What we told, on the screen: how it stands, what moved, the ways from it; and editions issued and compared."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.domain.statements import State
from casefiles.workspace import editions, told_basis
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.counting import Question
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order
from casefiles.workspace.statements import RestsOn, Said
from ui.pages.briefings import BriefingsPage
from ui.pages.briefings.issuing import Issuing
from ui.pages.people.told_line import ToldLine
from ui.pages.told import ToldPage
from ui.pages.told.basis_rows import MovedRow
from ui.problems import Problems
from ui.session import Session
from ui.tasks import Job
from ui.theme.theme import Theme

ARTICLE = "Imran Shaikh, 30, was killed in March, his family said."


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    now = datetime(2024, 6, 12, 9, tzinfo=UTC)
    casebook = Casebook.new(tmp_path / "north.casebook", title="North", clock=lambda: now)
    source = casebook.sources.add(casebook.sources.take_paste(ARTICLE), {"title": "An article"})
    words = (Words(source, 0, len(ARTICLE)),)
    family = read_speakers(["family"])
    reports = [
        Report("name", typed="Imran Shaikh"),
        Report("age", typed="30", words=words, speakers=family),
        Report("status", {"status": "killed"}, words=words, speakers=family),
    ]
    casebook.people.add(CaseKind.PERSON, reports)
    session = Session(casebook, Problems())
    yield session
    session.close()


@pytest.fixture
def told(session: Session) -> str:
    """A line to the press that rests on a man's age and on how many are dead."""
    age = next(report.claim for report in session.casebook.people.view(1).reports if report.field == "age")
    said = Said("press", "Line to take", recipient="Briefing room", said_on="2024-06-11", text="He was 30.")
    return session.casebook.statements.add(said, RestsOn([age], counts=[Question("status:dead")]))


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> ToldPage:
    page = ToldPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1060, 720)
    page.show()
    return page


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = [one for one in widget.findChildren(QAbstractButton) if name in (one.text(), one.accessibleName())]
    assert len(found) == 1, name
    return found[0]


def dialog() -> QWidget:
    front = QApplication.activeModalWidget()
    assert front is not None
    return front


def write(name: str, words: str) -> None:
    line = next(one for one in dialog().findChildren(QLineEdit) if one.accessibleName() == name)
    line.setFocus()
    QTest.keyClicks(line, words)


def choose(name: str, value: str) -> None:
    combo = next(one for one in dialog().findChildren(QComboBox) if one.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(value))


def age_moves(session: Session) -> None:
    age = next(report.claim for report in session.casebook.people.view(1).reports if report.field == "age")
    session.casebook.people.set_aside(age, "it was his brother")


def test_a_statement_is_shown_with_what_it_rests_on(page: ToldPage, told: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Line to take" in texts(page))
    shown = texts(page)
    assert {"Stands", "He was 30.", "Nothing that it rests on has moved."} <= set(shown)
    assert "The press · Briefing room · 11 Jun 2024" in shown
    model = page._list.model()
    row = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert row == "Line to take, Stands, The press, Briefing room, 11 Jun 2024"


def test_what_moves_is_told_at_once_with_then_and_now(
    page: ToldPage, told: str, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "Stands" in texts(page))
    age_moves(session)
    qtbot.waitUntil(lambda: "Overtaken" in texts(page))
    assert {"Imran Shaikh (CF-0000001) · Age at the event", "30", "no longer stated"} <= set(texts(page))
    assert "Set aside: it was his brother." in texts(page)


def test_the_ways_lead_to_the_person_the_words_and_the_people_counted(
    page: ToldPage, told: str, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "Stands" in texts(page))
    with qtbot.waitSignal(session.show_case) as case:
        button(page, "Imran Shaikh (CF-0000001)").click()
    with qtbot.waitSignal(session.show_source) as source:
        button(page, "Show the words: Imran Shaikh (CF-0000001), Age at the event: 30").click()
    with qtbot.waitSignal(session.show_found) as found:
        button(page, "Show the people counted: status:dead: 1").click()
    assert (case.args, source.args, found.args) == ([1], [1, 0, len(ARTICLE)], ["status:dead", ""])
    button(page, "Unlink: Imran Shaikh (CF-0000001), Age at the event: 30").click()
    assert [one.label for one in session.casebook.statements.view(told).bases] == ["status:dead"]


def test_the_people_beside_a_printed_total_read_then_and_now_and_lead_to_it(
    page: ToldPage, session: Session, qtbot: QtBot
) -> None:
    casebook = session.casebook
    (total,) = casebook.figures.add([FigureEntry("dead", "4", query="status:dead", as_of="2024-06-30")])
    casebook.editions.issue(Order(title="North"), "press", "Briefing room")
    qtbot.waitUntil(lambda: "Dead as of 30 Jun 2024" in texts(page))
    assert "1 person, 1 named" in texts(page)
    with qtbot.waitSignal(session.show_total) as shown:
        button(page, "Open the reported total: Dead as of 30 Jun 2024: 1 person, 1 named").click()
    assert shown.args == [total]
    status = next(report.claim for report in casebook.people.view(1).reports if report.field == "status")
    casebook.people.set_aside(status, "it was his brother")
    qtbot.waitUntil(lambda: "Counted · Dead as of 30 Jun 2024" in texts(page))
    assert {"1 person, 1 named", "0 people", "No longer counted: Imran Shaikh (CF-0000001)."} <= set(texts(page))
    told = [row.accessibleDescription() for row in page.findChildren(MovedRow)]
    assert "Dead as of 30 Jun 2024: then 1 person, 1 named; now 0 people" in told


def test_it_is_judged_wrong_and_taken_back(page: ToldPage, told: str, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Stands" in texts(page))
    page.handlers["judge-statement"]()
    dialog().accept()  # type: ignore[attr-defined]
    assert any("reason is missing" in text for text in texts(dialog()))
    write("Reason", "we had the letter")
    write("Correct until", "20 June")
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Wrong when said" in texts(page))
    assert session.casebook.statements.view(told).judgements[0].correct_by == "20 Jun 2024"
    page.handlers["judge-statement"]()
    write("Reason", "it was another man")
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Right after all" in texts(page))
    assert session.casebook.statements.rows()[0].state is State.STANDS


def test_a_statement_is_entered_linked_changed_and_removed(page: ToldPage, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any("Nothing is written down yet" in text for text in texts(page)))
    page.handlers["new-statement"]()
    write("Title", "Answer to question 214")
    write("House", "Lok Sabha")
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Answer to question 214" in texts(page))
    page.handlers["link-values"]()
    qtbot.waitUntil(lambda: any("Age at the event: 30" in one.text() for one in dialog().findChildren(QAbstractButton)))
    next(one for one in dialog().findChildren(QAbstractButton) if "Age at the event: 30" in one.text()).click()
    write("Count", "*")
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Counts and totals" in texts(page))
    assert [(one.label, one.then) for one in page._view.bases] == [  # type: ignore[union-attr]
        ("Age at the event", "30"),
        ("Everybody", "1"),
    ]
    page.handlers["edit"]()
    write("Title", "Answer 215")  # what stood there is typed over
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Answer 215" in texts(page))
    page.handlers["remove"]()
    qtbot.waitUntil(lambda: any("Nothing is written down yet" in text for text in texts(page)))


def test_a_statement_is_linked_to_totals_found_by_words(page: ToldPage, session: Session, qtbot: QtBot) -> None:
    minister = read_speakers(["minister"])
    rows = [FigureEntry("dead", "12", as_of="2024-06-11"), FigureEntry("missing", "16", population="nationals")]
    for row in rows:
        session.casebook.figures.add([replace(row, speakers=minister)])
    uuid = session.casebook.statements.add(Said("press", "Line to take"))
    page.open_statement(uuid)
    qtbot.waitUntil(lambda: "Line to take" in texts(page))

    def offered() -> list[str]:
        ticks = dialog().findChildren(QCheckBox)
        return [one.text() for one in ticks if "said by minister" in one.text() and not one.isHidden()]

    page.handlers["link-values"]()
    qtbot.waitUntil(lambda: len(offered()) == 2)
    tabs = dialog().findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(1)
    write("Total", "16 miss")
    qtbot.waitUntil(lambda: len(offered()) == 1)
    button(dialog(), offered()[0]).click()
    write("Total", "nobody says this")
    qtbot.waitUntil(lambda: offered() == [])
    assert "No total that stands says this." in texts(dialog())
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "Counts and totals" in texts(page))
    assert [one.then for one in session.casebook.statements.view(uuid).bases] == ["16 missing"]


def test_the_list_is_kept_to_one_state(page: ToldPage, told: str, session: Session, qtbot: QtBot) -> None:
    session.casebook.statements.add(Said("family", "Call to the brother"))
    age_moves(session)
    qtbot.waitUntil(lambda: page._list.model().rowCount() == 2)
    combo = next(one for one in page.findChildren(QComboBox))
    combo.setCurrentIndex(combo.findData("overtaken"))
    page._show_list()
    assert page._list.model().rowCount() == 1
    combo.setCurrentIndex(combo.findData("wrong when said"))
    page._show_list()
    assert "Nothing we told is in that state." in texts(page)
    button(page, "Show all").click()
    assert page._list.model().rowCount() == 2


def test_a_persons_page_names_what_they_overtook(told: str, session: Session, theme: Theme, qtbot: QtBot) -> None:
    line = ToldLine(session, theme)
    qtbot.addWidget(line)
    line.show_case(1)
    age_moves(session)
    line.show_case(1)
    qtbot.waitUntil(lambda: not line.isHidden())
    with qtbot.waitSignal(session.show_statement) as asked:
        button(line, "Line to take").click()
    assert asked.args == [told]
    line.show_case(2)
    assert line.isHidden()


def test_a_briefing_is_issued_and_compared(session: Session, theme: Theme, qtbot: QtBot) -> None:
    page = BriefingsPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1060, 720)
    page.show()
    qtbot.waitUntil(lambda: button(page, "Issue…").isEnabled(), timeout=20_000)
    page.handlers["issue"]()
    choose("For", "parliament")
    assert any("also written down under What we told" in text for text in texts(dialog()))
    dialog().accept()  # type: ignore[attr-defined]
    assert any("who is given it" in text for text in texts(dialog()))
    write("Given to", "Lok Sabha")
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.tabs.currentWidget() is page.editions, timeout=20_000)
    qtbot.waitUntil(lambda: "Edition 1: North" in texts(page))
    assert [row.edition for row in session.casebook.statements.rows()] == [1]
    session.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Deepak Rana")])
    session.casebook.editions.issue(Order(), "internal")
    qtbot.waitUntil(lambda: page.editions._list.model().rowCount() == 2)
    button(page, "What changed since…").click()
    dialog().accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "What changed from edition 1 to edition 2" in texts(page))
    assert {"New people", "Totals that moved"} <= set(texts(page))
    button(page, "Back to the pages").click()
    assert "Edition 1: North" in texts(page)


def test_the_window_lives_while_an_edition_is_kept_and_a_second_is_refused(
    session: Session, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = BriefingsPage(session, theme)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: button(page, "Issue…").isEnabled(), timeout=20_000)
    keeping, go_on, threads = threading.Event(), threading.Event(), []

    def slowly(*given: object) -> None:
        threads.append(threading.current_thread())
        keeping.set()
        assert go_on.wait(20)
        told_basis.rest_on_values(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(editions, "rest_on_values", slowly)
    page.issuing.issue(Order(), "press", "All papers")
    try:
        qtbot.waitUntil(keeping.is_set, timeout=20_000)
        assert session.casebook.editions.rows() == []  # nothing is seen of what is not kept whole
        with qtbot.waitSignal(session.problems.told) as told:
            page.handlers["issue"]()
        assert told.args[0].say == "Another edition is still being issued."
        assert QApplication.activeModalWidget() is None
    finally:
        go_on.set()
    with qtbot.waitSignals([session.changed, page.issuing.issued], timeout=20_000):
        pass
    assert threads != [threading.main_thread()]
    assert [row.number for row in session.casebook.editions.rows()] == [1]
    page.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: button(page, "Issue…").isEnabled(), timeout=20_000)
    page.handlers["issue"]()
    dialog().reject()  # type: ignore[attr-defined]


def test_an_issue_that_is_stopped_while_it_is_kept_leaves_nothing(
    session: Session, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    issuing = Issuing(session, theme, page)
    jobs: list[Job] = []
    session.tasks.began.connect(jobs.append)

    def stopped(*given: object) -> None:
        jobs[0].cancelled.set()
        told_basis.rest_on_values(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(editions, "rest_on_values", stopped)
    with qtbot.waitSignal(session.tasks.ended, timeout=20_000):
        issuing.issue(Order(), "press", "All papers")
    assert session.casebook.editions.rows() == []
    assert session.casebook.statements.rows() == []
