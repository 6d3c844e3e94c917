"""Two questions about the past: what had been recorded here by a day, and what had been learned by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import BadInput, CasefilesError, NotFound
from casefiles.domain.records import CaseKind
from casefiles.domain.span import ONE, Span
from casefiles.domain.speakers import read_speakers
from casefiles.domain.status import Group
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.files import verify
from casefiles.workspace.finding import Wanted, parse
from casefiles.workspace.moments import say_moment
from casefiles.workspace.printing import Order
from casefiles.workspace.searching import search


@dataclass
class Desk:
    """A casebook in Kolkata whose day the test chooses."""

    casebook: Casebook
    clock: list[datetime]

    def on(self, month: int, day: int, hour: int = 9) -> None:
        self.clock[0] = datetime(2024, month, day, hour, tzinfo=UTC)

    def learned(self, day: str) -> Moment:
        return self.casebook.moment(learned=day)

    def recorded(self, day: str) -> Moment:
        return self.casebook.moment(recorded=day)

    def told(self, person: int, status: str, learned: str = "") -> None:
        speakers = read_speakers(["family"])
        self.casebook.people.report(
            person, [Report("status", typed=status, speakers=speakers, learned_on=learned, said_on="2024-06-01")]
        )

    def heading(self, person: int, moment: Moment) -> str:
        return self.casebook.people.view(person, moment).heading

    def pill(self, person: int, moment: Moment) -> str:
        return self.casebook.people.view(person, moment).pill.text

    def names(self, moment: Moment, query: str = "") -> list[str]:
        finding = self.casebook.finding
        return [row.heading for row in finding.rows(finding.ids(Wanted(parse(query)), -1, moment), moment)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = [datetime(2024, 6, 6, 9, tzinfo=UTC)]
    casebook = Casebook.new(tmp_path / "a.casebook", time_zone="Asia/Kolkata", clock=lambda: clock[0])
    yield Desk(casebook, clock)
    casebook.close()


@pytest.fixture
def person(desk: Desk) -> int:
    """Entered on 6 June; his death, of which the desk heard on 8 June, is entered on 20 June."""
    person = desk.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Ram Thapa")])
    desk.told(person, "missing")
    desk.on(6, 20)
    desk.told(person, "killed", learned="2024-06-08")
    return person


def test_the_two_questions_have_two_answers(desk: Desk, person: int) -> None:
    assert desk.pill(person, NOW) == desk.pill(person, desk.learned("10 June 2024")) == "Reported killed"
    assert desk.pill(person, desk.recorded("10 June 2024")) == "Reported missing"
    assert desk.pill(person, desk.learned("7 June 2024")) == "Reported missing"
    assert desk.pill(person, desk.recorded("20 June 2024")) == "Reported killed"


def test_what_was_entered_later_says_so(desk: Desk, person: int) -> None:
    view = desk.casebook.people.view(person, desk.learned("10 June 2024"))
    assert [report.entered_later for report in view.reports] == ["", "", "entered 20 Jun 2024"]
    finding = desk.casebook.finding
    (row,) = finding.rows([person], desk.learned("10 June 2024"))
    assert row.entered == "entered 20 Jun 2024"
    assert row.sentence.endswith("entered 20 Jun 2024")
    assert finding.rows([person], desk.learned("7 June 2024"))[0].entered == ""
    assert finding.rows([person], desk.recorded("10 June 2024"))[0].entered == ""


def test_telling_late_what_was_learned_never_changes_what_was_recorded(desk: Desk, person: int) -> None:
    then = desk.recorded("10 June 2024")
    before = desk.casebook.people.view(person, then), desk.casebook.finding.totals(then), desk.names(then)
    desk.told(person, "repatriated", learned="2024-06-07")
    desk.casebook.people.set_field(person, "name", "Ram Bahadur Thapa")
    desk.casebook.journal.undo()
    assert (desk.casebook.people.view(person, then), desk.casebook.finding.totals(then), desk.names(then)) == before
    assert "repatriated" in desk.pill(person, desk.learned("7 June 2024")).casefold()


def test_an_undone_act_had_been_recorded(desk: Desk, person: int) -> None:
    desk.on(6, 21)
    desk.casebook.people.set_field(person, "name", "Hari Thapa")
    desk.on(6, 22)
    desk.casebook.journal.undo()
    moments = [desk.recorded(f"{day} June 2024") for day in (20, 21, 22)]
    assert [desk.heading(person, moment) for moment in moments] == ["Ram Thapa", "Hari Thapa", "Ram Thapa"]
    assert [desk.names(moment) for moment in moments] == [["Ram Thapa"], ["Hari Thapa"], ["Ram Thapa"]]
    assert desk.names(moments[1], "hari") == ["Hari Thapa"]
    assert desk.names(moments[2], "hari") == []
    assert [desk.heading(person, desk.learned(f"{day} June 2024")) for day in (20, 21)] == ["Ram Thapa", "Ram Thapa"]


def test_a_person_removed_since_is_still_recorded_then(desk: Desk, person: int) -> None:
    then = desk.recorded("20 June 2024")
    desk.on(6, 25)
    desk.casebook.people.remove(person)
    assert desk.names(then) == ["Ram Thapa"]
    assert desk.names(desk.learned("20 June 2024")) == desk.names(NOW) == []
    found = desk.casebook.people.find("CF-0000001", then)
    assert desk.heading(found, then) == "Ram Thapa"
    assert desk.casebook.journal.of_case(found, moment=then)[0].label == "Report status of Ram Thapa"
    with pytest.raises(NotFound):
        desk.casebook.people.find("CF-0000001")
    assert desk.casebook.briefings.facts(Order("dossier", cases=(found,), moment=then)).people[0].name == "Ram Thapa"


def test_nobody_is_known_before_the_first_word(desk: Desk, person: int) -> None:
    before = desk.learned("5 June 2024")
    assert desk.names(before) == []
    assert desk.casebook.finding.totals(before).people == Span()
    with pytest.raises(NotFound, match="Nothing was known here of that person then"):
        desk.casebook.people.view(person, before)


def test_counts_and_search_answer_for_the_moment(desk: Desk, person: int) -> None:
    war = desk.casebook.settings.situation("Border war")
    desk.casebook.people.set_situations(person, [war])
    finding = desk.casebook.finding
    then = desk.recorded("10 June 2024")
    assert finding.totals(then).by_group == {Group.MISSING: ONE}
    assert finding.totals(then).by_situation == ()
    now = finding.totals(desk.learned("7 June 2024"))
    assert now.by_situation == ((war, "Border war", ONE),)
    assert finding.count(Wanted(situation=war), desk.learned("7 June 2024")) == (1, ONE)
    assert finding.count(Wanted(situation=war), then) == (0, Span())
    assert search(desk.casebook, "status:killed", moment=then).total == 0
    assert search(desk.casebook, "status:missing", moment=then).cases[0].name == "Ram Thapa"


def test_both_questions_can_be_asked_at_once(desk: Desk, person: int) -> None:
    """Recorded by the 20th, what did we say had been learned by the 7th?"""
    both = desk.casebook.moment("10 June 2024", "19 June 2024")
    assert desk.pill(person, both) == "Reported missing"
    assert desk.names(both, "status:missing") == ["Ram Thapa"]
    assert desk.names(both, "status:killed") == []
    assert desk.casebook.finding.count(Wanted(), both) == (1, ONE)
    assert desk.names(desk.casebook.moment("10 June 2024", "20 June 2024"), "status:dead") == ["Ram Thapa"]
    assert say_moment(desk.casebook.desk, both) == (
        "as learned by 10 Jun 2024 and recorded here by 19 Jun 2024 (Asia/Kolkata)"
    )


def test_a_day_ends_at_midnight_in_the_casebooks_zone(desk: Desk) -> None:
    desk.on(6, 6, 18)  # 23:30 in Kolkata
    late = desk.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Late")])
    desk.on(6, 6, 19)  # 00:30 on the 7th
    early = desk.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Early")])
    then = desk.recorded("6 June 2024")
    assert desk.heading(late, then) == "Late"
    with pytest.raises(NotFound):
        desk.casebook.people.view(early, then)


def test_before_the_first_entry_nothing_can_be_asked(desk: Desk) -> None:
    desk.on(6, 10)
    with pytest.raises(BadInput) as told:
        desk.recorded("3 May 2024")
    assert told.value.say == "Nothing had been recorded here by 3 May 2024: the first entry is of 6 Jun 2024."
    with pytest.raises(BadInput, match="11 Jun 2024 is still to come"):
        desk.learned("11 June 2024")
    with pytest.raises(BadInput):
        desk.learned("nonsense")
    assert desk.casebook.moment() == desk.casebook.moment(" ", "") == NOW


def test_words_say_which_question_and_which_zone(desk: Desk, person: int) -> None:
    facts = desk.casebook.briefings.facts
    assert facts(Order(moment=desk.learned("10 June 2024"))).as_of == "As learned by 10 Jun 2024 (Asia/Kolkata)"
    assert facts(Order(moment=desk.recorded("10 June 2024"))).as_of == "As recorded here by 10 Jun 2024 (Asia/Kolkata)"
    assert facts(Order(moment=Moment(recorded=3))).as_of == "As recorded here by change 3 (Asia/Kolkata)"
    assert facts(Order()).as_of == "As of 20 Jun 2024, 14:30"


def test_a_briefing_tells_the_sources_as_they_stood(desk: Desk, person: int) -> None:
    sources = desk.casebook.sources
    source = sources.add(sources.take_paste("Ram Thapa is 30."), {"title": "First title", "publisher": "Daily Courier"})
    desk.casebook.people.report(person, [Report("age", typed="30", source_id=source)])
    desk.on(6, 30)
    sources.set_detail(source, "title", "Second title")
    order = Order("dossier", cases=(person,), moment=desk.recorded("20 June 2024"))
    notes = [note for one in desk.casebook.briefings.facts(order).people[0].fields for note in one.value.notes]
    assert {note.source_title for note in notes if note.publisher} == {"First title"}


def test_articles_are_those_that_were_here(desk: Desk) -> None:
    sources = desk.casebook.sources
    desk.on(6, 20)
    sources.add(sources.take_paste("The river rose."), {"title": "Received before", "received_on": "8 June 2024"})
    today = sources.add(sources.take_paste("The river fell."), {"title": "Received today"})
    with pytest.raises(NotFound, match="not here yet"):
        sources.view(today, desk.learned("10 June 2024"))
    finding = desk.casebook.finding

    def titles(moment: Moment) -> list[str]:
        return [one.source.title for one in finding.articles(parse("river"), 20, moment)]

    assert titles(desk.learned("10 June 2024")) == ["Received before"]
    assert titles(desk.recorded("10 June 2024")) == []
    assert titles(desk.recorded("20 June 2024")) == ["Received today", "Received before"]
    assert [finding.totals(desk.learned(day)).sources for day in ("7 June 2024", "10 June 2024")] == [0, 1]
    assert finding.totals(desk.recorded("20 June 2024")).sources == 2


def test_a_body_listed_later_did_not_confirm_then(desk: Desk, person: int) -> None:
    desk.on(6, 25)
    desk.casebook.settings.add_confirming("family of Ram")
    desk.casebook.people.report(
        person, [Report("age", typed="30", speakers=read_speakers(["Ministry of Roads"]), said_on="2024-06-01")]
    )
    desk.on(6, 26)
    desk.casebook.settings.add_confirming("Ministry of Roads")

    def certainty(moment: Moment) -> str:
        shown = desk.casebook.people.view(person, moment).field("age").certainty
        return shown.value if shown else ""

    assert certainty(NOW) == certainty(desk.learned("25 June 2024")) == "Confirmed"
    assert certainty(desk.recorded("25 June 2024")) == "Reported"


def test_what_was_redacted_is_told_and_not_guessed(desk: Desk, person: int) -> None:
    database = desk.casebook.desk.book.database
    database.execute_sql("UPDATE row_image SET after = NULL WHERE \"table\" = 'claim' AND after LIKE '%Ram Thapa%'")
    with pytest.raises(CasefilesError, match="was redacted since"):
        desk.casebook.people.view(person, desk.recorded("10 June 2024"))
    assert desk.heading(person, desk.learned("10 June 2024")) == "Ram Thapa"


def test_a_listing_by_a_publisher_reaches_what_it_published(desk: Desk, person: int) -> None:
    """A report without speakers is its publisher's own word, and the publisher may be listed later."""
    sources = desk.casebook.sources
    source = sources.add(sources.take_paste("Ram Thapa is dead."), {"publisher": "Ministry of Roads"})
    other = desk.casebook.people.add(CaseKind.PERSON, [Report("status", typed="killed", source_id=source)])
    desk.casebook.settings.add_confirming("Ministry of Roads")
    (row,) = desk.casebook.finding.rows([other])
    assert row.pill.certainty.value == desk.casebook.people.view(other).pill.certainty.value == "Confirmed"


def test_a_briefing_on_a_day_recorded_knows_only_that(desk: Desk, person: int) -> None:
    order = Order("situation", moment=desk.recorded("10 June 2024"), since=date(2024, 6, 5))
    facts = desk.casebook.briefings.facts(order).situation
    assert facts is not None
    assert [(row.name.text, row.status.text) for row in facts.people] == [("Ram Thapa", "Reported missing")]
    assert [change.what for change in facts.changes] == ["New in this casebook"]


def test_the_ledger_tells_both_pasts(desk: Desk, person: int) -> None:
    """A total corrected since, beside deaths of which one was heard of late."""
    figures = desk.casebook.figures
    desk.on(6, 21)
    (total,) = figures.add([FigureEntry("dead", "3", as_of="2024-06-05", query="status:killed")])
    desk.on(6, 22)
    figures.edit(total, FigureEntry("dead", "4", as_of="2024-06-05", query="status:killed"))
    (other,) = figures.add([FigureEntry("dead", "9", as_of="2024-06-21")])
    second = desk.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Hari Rai", learned_on="2024-06-09")])
    desk.told(second, "killed", learned="2024-06-09")
    desk.on(6, 23)
    figures.remove(other)

    def ledger(moment: Moment) -> list[tuple[str, int]]:
        lines = figures.ledger("", moment).lines
        return [(line.number, line.people.named if line.people else -1) for line in lines]

    assert ledger(NOW) == [("4", 2)]
    assert ledger(desk.learned("21 June 2024")) == [("4", 2)], "also what was entered later"
    assert ledger(desk.recorded("21 June 2024")) == [("3", 1)]
    assert ledger(desk.recorded("22 June 2024")) == [("9", -1), ("4", 2)]
    assert figures.people(total, desk.recorded("21 June 2024")) == [person]
    before = figures.ledger("", desk.recorded("6 June 2024"))
    assert (before.lines, before.note) == ((), "No totals had been recorded here by 6 Jun 2024 (Asia/Kolkata).")


def test_searches_of_the_past_use_the_whole_language(desk: Desk, person: int) -> None:
    book = desk.casebook
    war = book.settings.situation("Border war")
    book.people.set_situations(person, [war])
    desk.on(6, 25)
    book.settings.rename_situation(war, "Hill war")
    then, now = desk.recorded("20 June 2024"), NOW
    asked = {
        "thapa -status:missing": (then, ["Ram Thapa"]),
        "ram status:missing": (desk.learned("7 June 2024"), ["Ram Thapa"]),
        "situation:border": (then, ["Ram Thapa"]),
        "situation:hill": (now, ["Ram Thapa"]),
        "situation:hill or missing:status": (then, []),
        "missing:origin sources:<1": (desk.recorded("10 June 2024"), ["Ram Thapa"]),
        "killed": (desk.recorded("10 June 2024"), []),
        "not killed": (desk.recorded("10 June 2024"), ["Ram Thapa"]),
    }
    assert {query: desk.names(moment, query) for query, (moment, _) in asked.items()} == {
        query: names for query, (_, names) in asked.items()
    }


def test_a_person_of_whom_nothing_is_said_is_counted_from_the_day_of_entry(desk: Desk) -> None:
    """A case exists from its first record: every list and count says so, now and of both pasts."""
    book = desk.casebook
    desk.on(6, 6, 19)  # 00:30 on the 7th in Kolkata
    (total,) = book.figures.add([FigureEntry("missing", "4", query="*")])
    person = book.people.add(CaseKind.PERSON, [])
    desk.on(6, 20)

    def told(moment: Moment) -> tuple[list[str], int, Span, list[int], tuple[int, int | None]]:
        people = book.figures.ledger("", moment).lines[0].people
        assert people is not None
        count = search(book, "*", moment=moment).total
        return (
            desk.names(moment),
            count,
            book.finding.totals(moment).people,
            book.figures.people(total, moment),
            people.unnamed,
        )

    today = "20 June 2024"
    there = (["Not named"], 1, ONE, [person], (1, 1))
    moments = [NOW, desk.learned(today), desk.recorded(today), book.moment(today, today), desk.learned("7 June 2024")]
    assert [told(moment) for moment in moments] == [there] * 5
    assert desk.names(desk.learned("6 June 2024")) == []
    with pytest.raises(NotFound, match="Nothing was known here of that person then"):
        book.people.view(person, desk.learned("6 June 2024"))
    desk.told(person, "missing", learned="2024-06-04")
    assert desk.names(desk.learned("4 June 2024")) == ["Not named"], "what was learned before the entry"
    book.journal.undo()
    assert [told(moment) for moment in moments] == [there] * 5


def test_who_is_known_follows_the_casebooks_time_zone(desk: Desk) -> None:
    book = desk.casebook
    desk.on(6, 6, 19)  # 00:30 on the 7th in Kolkata, 22:00 on the 6th in Cairo
    book.people.add(CaseKind.PERSON, [])
    assert desk.names(Moment(date(2024, 6, 6))) == []
    book.settings.set("time_zone", "Africa/Cairo")
    assert desk.names(Moment(date(2024, 6, 6))) == ["Not named"]
    book.journal.undo()
    assert desk.names(Moment(date(2024, 6, 6))) == []
    assert verify(book) == []


def test_a_ledger_of_the_past_asks_whose_situation_it_was_then(desk: Desk, person: int) -> None:
    """A total is compared with those of its situation, or with everybody while nobody belongs to it."""
    book = desk.casebook
    war = book.settings.situation("Border war")
    (total,) = book.figures.add([FigureEntry("missing", "4", query="*")], war)
    desk.on(6, 22)
    book.settings.rename_situation(war, "Hill war")
    other = book.people.add(CaseKind.PERSON, [Report("name", typed="Hari Rai")], [war])

    def told(moment: Moment) -> tuple[str, list[int]]:
        (line,) = book.figures.ledger("", moment).lines
        return line.situation_name, book.figures.people(total, moment)

    assert told(NOW) == ("Hill war", [other])
    assert told(desk.recorded("21 June 2024")) == ("Border war", [person])
    assert told(book.moment("22 June 2024", "21 June 2024")) == ("Border war", [person])
    order = Order("situation", situation=war, moment=desk.recorded("21 June 2024"))
    assert book.briefings.facts(order).title == "Border war"


def test_times_ago_in_a_total_are_counted_from_the_day_asked_for(desk: Desk, person: int) -> None:
    (total,) = desk.casebook.figures.add([FigureEntry("missing", "4", query="silent:>60d", learned_on="2024-06-06")])
    desk.casebook.people.set_field(person, "last_contact", "1 June 2024")
    figures = desk.casebook.figures
    desk.on(9, 20)
    assert figures.people(total) == [person]
    assert figures.people(total, desk.learned("20 June 2024")) == []
    assert figures.people(total, desk.recorded("20 June 2024")) == []
    assert figures.people(total, desk.learned("20 September 2024")) == [person]


def test_who_was_on_hold_is_not_named_in_what_was_recorded_then(desk: Desk, person: int) -> None:
    """Lifted since, or taken back: a briefing on what stood here on a day names nobody who was held that day."""
    book = desk.casebook
    book.holds.hold(person, "asked by the family", "2099")
    then = desk.recorded("20 June 2024")
    group = book.people.add(CaseKind.GROUP, [Report("size", typed="2"), Report("notes", typed="With Ram Thapa.")])
    desk.on(6, 25)
    book.holds.lift(person, "agreed")
    facts = book.briefings.facts(Order("situation", moment=desk.recorded("20 June 2024"))).situation
    assert facts is not None
    assert "Ram Thapa" not in str(facts)
    with pytest.raises(BadInput, match="No dossier is printed of Ram Thapa"):
        book.briefings.facts(Order("dossier", cases=(person,), moment=then))
    dossier = Order("dossier", cases=(group,), moment=desk.recorded("20 June 2024"))
    assert "Ram Thapa" not in str(book.briefings.facts(dossier))
    book.people.remove(person)
    assert "Ram Thapa" not in str(book.briefings.facts(dossier))
    book.journal.undo()
    now = book.briefings.facts(Order("situation")).situation
    assert "Ram Thapa" in str(now), "the hold is lifted"


def test_values_as_common_as_each_other_stand_in_one_order(desk: Desk, person: int) -> None:
    book, today = desk.casebook, "20 June 2024"
    for origin in ("Surat, India", "Kaski, Nepal", "Kenya"):
        book.people.add(CaseKind.PERSON, [Report("origin", typed=origin)])
    moments = [NOW, desk.learned(today), desk.recorded(today), book.moment(today, today)]
    told = [[one.label for one in book.finding.facet(Wanted(), "origin", moment)] for moment in moments]
    assert told == [["India", "Kenya", "Nepal"]] * 4


def test_nothing_is_learned_on_a_day_to_come(desk: Desk, person: int) -> None:
    """It would be shown now, and not as of today."""
    with pytest.raises(BadInput, match="21 Jun 2024 is still to come"):
        desk.told(person, "repatriated", learned="2024-06-21")
    with pytest.raises(BadInput, match="21 Jun 2024 is still to come"):
        desk.casebook.figures.add([FigureEntry("dead", "3", learned_on="2024-06-21")])


def test_lists_tell_the_sources_as_they_stood(desk: Desk) -> None:
    sources = desk.casebook.sources
    key = sources.add(sources.take_paste("The river rose."), {"title": "First title", "publisher": "Daily Courier"})
    desk.on(6, 20)
    sources.set_detail(key, "title", "Second title")
    sources.set_detail(key, "withdrawn_on", "18 June 2024")

    def told(moment: Moment) -> list[tuple[str, str]]:
        (hit,) = desk.casebook.finding.articles(parse("river"), 20, moment)
        (row,) = sources.rows(moment=moment)
        assert hit.source == row
        return [(row.title, row.flag)]

    assert told(desk.recorded("19 June 2024")) == [("First title", "")]
    now = [("Second title", "Withdrawn by the publisher 18 Jun 2024")]
    assert told(NOW) == told(desk.recorded("20 June 2024")) == told(desk.learned("19 June 2024")) == now
