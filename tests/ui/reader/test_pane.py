"""The reader pane: which words are marked, what they support, and never a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report, Words
from ui.reader.quotes import missing, resting, standing, supports
from ui.widgets.labels import Label

from .conftest import ARTICLE, focused

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from .conftest import Desk, Keys


def words_of(desk: Desk, quote: str) -> Words:
    start = ARTICLE.index(quote)
    return Words(desk.source, start, start + len(quote))


@pytest.fixture
def asha(desk: Desk) -> int:
    reports = [
        Report("name", typed="Asha Rana", words=(words_of(desk, "Asha Rana"),)),
        Report("age", typed="30", words=(words_of(desk, "30-year-old"),)),
        Report("origin", typed="Kaski", words=(words_of(desk, "Kaski"),)),
        Report("role", typed="cook", words=(words_of(desk, "Kaski"),)),
    ]
    return desk.session.casebook.people.add(CaseKind.PERSON, reports)


@pytest.fixture
def bikram(desk: Desk) -> int:
    reports = [Report("name", typed="Bikram Thapa", words=(words_of(desk, "Bikram Thapa"),))]
    return desk.session.casebook.people.add(CaseKind.PERSON, reports)


def marked(desk: Desk) -> dict[str, bool]:
    """The words marked, and whether strongly."""
    return {ARTICLE[one.start : one.end]: one.strong for one in desk.pane._reader._quotes}


def shown(desk: Desk) -> str:
    return "\n".join(label.text() for label in desk.pane.findChildren(Label) if label.isVisibleTo(desk.pane))


def claims(desk: Desk, case_id: int, field: str) -> list[str]:
    return [report.claim for report in desk.session.casebook.people.view(case_id).field(field).reports]


def test_title_and_meta(desk: Desk) -> None:
    assert "Families name five on exchange list" in shown(desk)
    assert "Kathmandu Ledger · 3 Mar 2026 · saved copy" in shown(desk)


def test_the_field_is_marked_strongly_and_the_persons_others_underlined(desk: Desk, asha: int, bikram: int) -> None:
    desk.pane.set_person(asha)
    desk.pane.show_field(claims(desk, asha, "age"))
    assert marked(desk) == {"30-year-old": True, "Asha Rana": False, "Kaski": False}
    assert "This quote supports the age at the event of Asha Rana" in shown(desk)


def test_without_a_person_all_quotes_are_marked(desk: Desk, asha: int, bikram: int) -> None:
    desk.pane.set_person(None)
    assert set(marked(desk)) == {"30-year-old", "Asha Rana", "Kaski", "Bikram Thapa"}


def test_walking_the_quotes_tells_what_each_supports(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    desk.pane._reader.setFocus()
    keys.press(Qt.Key.Key_J)
    assert "This quote supports the age" in shown(desk)
    keys.press(Qt.Key.Key_J)
    assert "This quote supports the origin, role of Asha Rana" in shown(desk)
    keys.press(Qt.Key.Key_K)
    assert "This quote supports the age" in shown(desk)


def test_showing_a_field_opens_the_source_of_its_words(desk: Desk, asha: int) -> None:
    sources = desk.session.casebook.sources
    other = sources.add(sources.take_paste("Another text"), {})
    desk.pane.set_person(asha)
    desk.pane.show_source(other)
    desk.pane.show_field(claims(desk, asha, "age"))
    assert desk.pane.source_id == desk.source
    assert marked(desk)["30-year-old"]


def test_words_that_are_not_there_are_never_guessed(desk: Desk, asha: int) -> None:
    view = desk.session.casebook.sources.view(desk.source)
    assert missing(view, None) == 0
    broken = replace(view, quotes=(replace(view.quotes[0], quote="Other words"), *view.quotes[1:]))
    assert missing(broken, None) == 1
    assert [quote.quote for quote in standing(broken, None)] == [quote.quote for quote in view.quotes[1:]]
    first = view.quotes[0]
    assert resting(broken, None, first.start, first.end) == []
    assert supports(broken, resting(broken, None, first.start, first.end), ()) == ""


def test_words_behind_a_status_not_in_use_say_which_it_is(desk: Desk, asha: int) -> None:
    people = desk.session.casebook.people
    missing_words = words_of(desk, "Two more men are missing")
    people.report(asha, [Report("status", value={"status": "missing"}, words=(missing_words,), said_on="2026-03-01")])
    desk.pane.set_person(asha)
    desk.pane.show_source(desk.source, missing_words.start, missing_words.end)
    assert "This quote supports the status “Missing” of Asha Rana." in shown(desk)
    people.report(asha, [Report("status", value={"status": "captured"}, said_on="2026-03-02")])
    desk.pane.show_source(desk.source, missing_words.start, missing_words.end)
    assert "status “Missing” (not in use) of Asha Rana" in shown(desk)


def test_words_behind_a_value_that_another_replaced_say_so(desk: Desk, asha: int) -> None:
    age = words_of(desk, "30-year-old")
    people = desk.session.casebook.people
    people.report(asha, [Report("age", typed="31", said_on="2026-03-04", words=(words_of(desk, "41"),))])
    desk.pane.set_person(asha)
    desk.pane.show_source(desk.source, age.start, age.end)
    assert people.view(asha).field("age").disputed
    assert "This quote supports the age at the event of Asha Rana." in shown(desk), "both sides are shown"
    other = next(one.claim for one in people.view(asha).field("age").reports if one.text == "31")
    people.use(other, "She said so herself")
    desk.pane.show_source(desk.source, age.start, age.end)
    assert "age at the event “30” (not in use)" in shown(desk)


def test_a_lost_quote_is_told(desk: Desk, asha: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = desk.session.casebook.sources
    view = sources.view(desk.source)
    broken = replace(view, quotes=tuple(replace(quote, quote="Other words") for quote in view.quotes))
    monkeypatch.setattr(sources, "view", lambda source_id, _moment: broken)
    desk.pane.show_source(desk.source)
    assert "Quote not found" in shown(desk)
    assert marked(desk) == {}


def test_new_quotes_appear_without_asking(desk: Desk, asha: int) -> None:
    desk.pane.set_person(asha)
    desk.session.casebook.people.report(asha, [Report("unit", typed="x", words=(words_of(desk, "near Pokrovsk"),))])
    assert "near Pokrovsk" in marked(desk)


def test_a_withdrawn_source_says_so(desk: Desk) -> None:
    desk.session.casebook.sources.set_detail(desk.source, "withdrawn_on", "5 Mar 2026")
    assert "Withdrawn by the publisher 5 Mar 2026" in shown(desk)


def test_an_undone_source_leaves_the_pane_empty(desk: Desk) -> None:
    desk.session.casebook.journal.undo()
    assert desk.pane.source_id is None
    assert "Choose a source" in shown(desk)


def test_open_full_and_close_ask_the_window(desk: Desk, asha: int, qtbot: QtBot) -> None:
    desk.pane.show_field(claims(desk, asha, "age"))
    start = ARTICLE.index("30-year-old")
    with qtbot.waitSignal(desk.session.show_source) as asked:
        desk.pane._full.click()
    assert asked.args == [desk.source, start, start + len("30-year-old")]
    with qtbot.waitSignal(desk.pane.close_requested):
        desk.pane._close.click()


def test_a_place_beyond_the_text_only_shows_the_source(desk: Desk) -> None:
    desk.pane.show_source(desk.source, 10, 10_000)
    assert desk.pane.source_id == desk.source
    assert desk.pane._reader.selection() is None


def test_the_sheet_is_a_pane_beside_the_text_or_under_it(desk: Desk, keys: Keys) -> None:
    desk.select("Two more men are missing")
    keys.press(Qt.Key.Key_P)
    sheet, text = desk.pane.panes()[1], desk.pane.panes()[0]
    assert sheet.isAncestorOf(focused())
    assert _on_screen(sheet).left() >= _on_screen(text).right()
    desk.window.resize(480, 760)
    assert desk.window.width() == 480
    assert _on_screen(sheet).top() >= _on_screen(text).bottom()
    assert _on_screen(sheet).bottom() <= _on_screen(desk.pane).bottom()


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
