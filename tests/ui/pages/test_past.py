"""Pages that show the past: the list, the case, the reader, the sources and the briefing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from casefiles.domain.certainty import Certainty
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.entries import Report
from tests.ui.people_fixtures import listed
from ui.pages.briefings.form import BriefingForm
from ui.pages.sources import SourcesPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.invented import Invented
    from ui.pages.people import PeoplePage
    from ui.problems import Told
    from ui.session import Session
    from ui.theme.theme import Theme

BEFORE = Moment(date(2026, 3, 1))


@pytest.fixture
def backdated(session: Session, people: Invented) -> Moment:
    """Rohan was reported repatriated, which we had learned on 1 March and entered a month later."""
    told = Report(
        "status",
        typed="repatriated",
        speakers=read_speakers(["family"]),
        said_on="2026-02-28",
        learned_on="2026-03-01",
    )
    session.casebook.people.report(people.rohan, [told])
    return BEFORE


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_list_and_case_show_the_moment_and_now_again(
    page: PeoplePage, session: Session, people: Invented, backdated: Moment, qtbot: QtBot
) -> None:
    page.open_case(people.rohan)
    session.look_at(backdated)
    qtbot.waitUntil(lambda: listed(page) == [people.rohan])
    assert page._view is not None
    assert page._view.moment == backdated
    assert page._view.pill.text == "Reported repatriated"
    row = page._list.people._people.row(0)
    assert row is not None
    assert "entered 2 Apr 2026" in row.date
    assert "entered 2 Apr 2026" in row.sentence
    page.handlers["tab-3"]()
    assert "entered 2 Apr 2026" in words(page._detail)
    session.look_at(NOW)
    qtbot.waitUntil(lambda: len(listed(page)) == 5)
    assert page._view is not None
    assert page._view.moment == NOW
    row = page._list.people._people.row(0)
    assert row is not None
    assert "entered" not in row.date


def test_a_person_not_known_then_leaves_the_page(
    page: PeoplePage, session: Session, people: Invented, qtbot: QtBot
) -> None:
    page.open_case(people.sunil)
    session.look_at(Moment(date(2020, 1, 1)))
    qtbot.waitUntil(lambda: listed(page) == [])
    assert page._view is None


def test_search_finds_by_what_was_known(
    page: PeoplePage, session: Session, people: Invented, backdated: Moment, qtbot: QtBot
) -> None:
    session.look_at(backdated)
    page.set_query("status:repatriated")
    qtbot.waitUntil(lambda: listed(page) == [people.rohan])
    page.set_query("status:missing")
    qtbot.waitUntil(lambda: listed(page) == [])


@pytest.mark.parametrize("act", ["edit", "add-status", "use-version", "identify", "remove", "new-person"])
def test_every_act_on_the_page_says_why_it_is_not_done(
    page: PeoplePage, session: Session, people: Invented, backdated: Moment, told: list[Told], act: str
) -> None:
    page.open_case(people.rohan)
    session.look_at(backdated)
    page.handlers[act]()
    assert [one.say for one in told] == ["You look at the past, which cannot be changed."]
    details = page._detail._overview.details if page._detail._overview else None
    assert details is None or not details.editing


def test_what_is_being_edited_is_saved_and_read_again(page: PeoplePage, session: Session, people: Invented) -> None:
    page.open_case(people.sunil)
    page.handlers["edit"]()
    assert page._detail._overview is not None
    details = page._detail._overview.details
    assert details is not None
    assert details.editing
    session.look_at(Moment(date(2026, 4, 2)))
    assert not details.editing


def test_the_page_of_sources_shows_those_that_were_here(
    session: Session, people: Invented, theme: Theme, told: list[Told], qtbot: QtBot
) -> None:
    page = SourcesPage(theme, session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page._list.sources.rowCount() == 2)
    page.open_source(people.courier)
    session.look_at(BEFORE)
    qtbot.waitUntil(lambda: page._list.sources.rowCount() == 0)
    assert not page._about._details.isEnabled()
    for act in page.handlers.values():
        act()
    assert {one.say for one in told} == {"You look at the past, which cannot be changed."}
    session.look_at(NOW)
    qtbot.waitUntil(lambda: page._list.sources.rowCount() == 2)
    assert page._about._details.isEnabled()
    page.close()


@pytest.mark.parametrize("key", ["_open_link", "_open_sheet"])
def test_the_reader_links_nothing_in_the_past(
    session: Session, people: Invented, theme: Theme, told: list[Told], qtbot: QtBot, key: str
) -> None:
    page = SourcesPage(theme, session)
    qtbot.addWidget(page)
    page.open_source(people.ledger)
    assert page._reader._view is not None
    assert page._reader._view.quotes
    session.look_at(Moment(session.casebook.desk.today()))
    assert page._reader._view.quotes
    open_it: Callable[[int, int], None] = getattr(page._reader, key)
    open_it(0, 8)
    assert page._reader._popup is None
    assert page._reader._sheet is None
    assert [one.say for one in told] == ["You look at the past, which cannot be changed."]
    session.look_at(BEFORE)
    assert page._reader._either.currentWidget() is page._reader._empty, "it was not here yet"
    page.close()


def test_a_briefing_is_of_the_moment(session: Session, theme: Theme, qtbot: QtBot) -> None:
    form = BriefingForm(theme, session)
    qtbot.addWidget(form)
    assert form.order().moment == NOW
    moment = session.casebook.moment("1 March 2026", "2 April 2026")
    session.look_at(moment)
    assert form.order().moment == moment
    form.close()


def test_the_golden_sequence_is_seen_as_it_was_known_and_as_it_is(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    """A ministry says killed; eleven months later the family has the embassy's word that he is missing."""
    people = session.casebook.people
    ministry = read_speakers("Ministry of Foreign Affairs")
    said = Report("status", {"status": "killed"}, speakers=ministry, said_on="2025-01-14", learned_on="2025-01-14")
    case = people.add(CaseKind.PERSON, [Report("name", typed="Ram Thapa", learned_on="2025-01-14"), said])
    then = Report("status", typed="missing", speakers=read_speakers("embassy, via family"), said_on="2025-12-10")
    people.report(case, [then])
    page.open_case(case)
    qtbot.waitUntil(lambda: page._view is not None and page._view.id == case)
    assert page._view is not None
    pill = page._view.pill
    assert pill.text == "Disputed: killed / missing"
    assert [half.speaker for half in pill.halves] == ["Ministry of Foreign Affairs", "embassy, via family"]
    session.look_at(Moment(date(2025, 1, 14)))
    qtbot.waitUntil(lambda: listed(page) == [case] and page._view is not None and page._view.id == case)
    assert (page._view.pill.text, page._view.pill.certainty) == ("Killed", Certainty.CONFIRMED)
