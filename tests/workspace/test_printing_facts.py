"""What a briefing says: totals that close, sources behind each value, and what changed between two days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from casefiles.briefing.facts import PeopleRow, PersonFacts, SituationFacts, Value
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.moments import read_day
from casefiles.workspace.printing import Order

MINISTRY = "Ministry of Distant Affairs (MDA)"
ARTICLE = (
    "In March, 30-year-old Imran Shaikh of Tarkand was killed by shelling at Veresk, his family said.\n"
    "The ministry said he is missing. Deepak Thapa, 22, from Dhulikot, was captured. Two more men were killed.\n"
)
EVERYONE = Order("situation")


@dataclass
class Desk:
    """A casebook whose clock we set, with one article in it."""

    casebook: Casebook
    clock: list[datetime]
    source: int = 0

    def wait(self, days: int) -> None:
        self.clock[0] += timedelta(days=days)

    def words(self, quote: str, role: Role = Role.VALUE) -> Words:
        start = ARTICLE.index(quote)
        return Words(self.source, start, start + len(quote), role)

    def person(self, *reports: Report) -> int:
        return self.casebook.people.add(CaseKind.PERSON, reports)

    def imran(self) -> int:
        return self.person(
            Report("name", typed="Imran Shaikh", words=(self.words("Imran Shaikh"),)),
            Report("age", typed="30", words=(self.words("30-year-old"),)),
            Report("origin", {"place": "Tarkand", "country": "India"}, words=(self.words("Tarkand"),)),
            Report(
                "status",
                {"status": "killed", "date": "2024-03", "place": "Veresk", "cause": "shelling"},
                words=(self.words("was killed"), self.words("In March", Role.DATE), self.words("Veresk", Role.PLACE)),
                speakers=read_speakers(["family"]),
                said_on="2024-06-10",
            ),
        )

    def deepak(self) -> int:
        return self.person(
            Report("name", typed="Deepak Thapa", words=(self.words("Deepak Thapa"),)),
            Report("status", {"status": "captured"}, words=(self.words("was captured"),)),
        )

    def two_men(self) -> int:
        words = (self.words("Two more men were killed"),)
        reports = [Report("size", typed="2", words=words), Report("status", {"status": "killed"}, words=words)]
        return self.casebook.people.add(CaseKind.GROUP, reports)

    def dispute(self, person: int) -> None:
        missing = Report(
            "status",
            {"status": "missing", "date": "2024-06"},
            words=(self.words("The ministry said he is missing"),),
            speakers=read_speakers([MINISTRY]),
            said_on="2024-06-12",
        )
        self.casebook.people.report(person, [missing])

    def situation(self, order: Order = EVERYONE) -> SituationFacts:
        facts = self.casebook.briefings.facts(order).situation
        assert facts is not None
        return facts

    def dossier(self, person: int, moment: Moment = NOW) -> PersonFacts:
        return self.casebook.briefings.facts(Order("dossier", cases=(person,), moment=moment)).people[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = [datetime(2024, 6, 12, 9, tzinfo=UTC)]
    casebook = Casebook.new(
        tmp_path / "north.casebook",
        officer=Officer("Mara Ilves"),
        title="Northern border war",
        confirming=[MINISTRY],
        clock=lambda: clock[0],
    )
    desk = Desk(casebook, clock)
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    taken = casebook.sources.take_file(article)
    desk.source = casebook.sources.add(taken, {"published_on": "2024-06-12", "publisher": "Morning Post"})
    yield desk
    casebook.close()


def numbers(words: str) -> tuple[int, int]:
    low, _, high = words.replace(",", "").partition("–")
    return int(low), int(high or low)


def total(cells: list[str]) -> tuple[int, int]:
    read = [numbers(cell) for cell in cells]
    return sum(low for low, _ in read), sum(high for _, high in read)


def row(facts: SituationFacts, name: str) -> PeopleRow:
    return next(row for row in facts.people if row.name.text.startswith(name))


def field(person: PersonFacts, label: str) -> Value:
    return next(field.value for field in person.fields if field.label == label)


def test_counts_and_origins_close_to_the_total_with_what_is_disputed(desk: Desk) -> None:
    desk.dispute(desk.imran())
    desk.deepak()
    desk.two_men()
    facts = desk.situation()
    assert facts.total is not None
    assert numbers(facts.total.number) == total([row.number for row in facts.counts]) == (4, 4)
    assert numbers(facts.total.disputed) == total([row.disputed or "0" for row in facts.counts]) == (1, 1)
    assert numbers(facts.total.number) == total([row.total for row in facts.origins])
    assert [(row.label, row.total) for row in facts.origins] == [("Tarkand", "1"), ("Not known", "3")]
    for at, count in enumerate(facts.counts):
        assert numbers(count.number) == total([row.numbers[at] for row in facts.origins])


def test_both_sides_of_a_dispute_are_printed_with_speaker_day_and_words(desk: Desk) -> None:
    person = desk.imran()
    desk.dispute(person)
    for status in (desk.dossier(person).status, row(desk.situation(), "Imran").status):
        assert status.text == "Disputed: missing / killed"
        sides = [(side.text, side.said_by, side.notes[0].quote) for side in status.speakers]
        assert sides == [
            ("Missing", f"{MINISTRY}, 12 Jun 2024", "The ministry said he is missing"),
            ("Killed", "family, 10 Jun 2024", "was killed"),
        ]


def test_each_part_of_a_status_rests_on_its_own_words(desk: Desk) -> None:
    desk.imran()
    shown = row(desk.situation(), "Imran")
    assert [shown.date.text, shown.date.notes[0].quote] == ["Mar 2024", "In March"]
    assert [shown.place.text, shown.place.notes[0].quote] == ["Veresk", "Veresk"]
    assert shown.status.text == "Reported killed"


def test_a_dossier_says_the_situation(desk: Desk) -> None:
    person = desk.person(Report("name", typed="Rohan Perera"))
    assert "Situation" not in {field.label for field in desk.dossier(person).fields}
    uuid = desk.casebook.settings.situation("Border war")
    desk.casebook.people.set_situations(person, [uuid])
    said = next(field for field in desk.dossier(person).fields if field.label == "Situation")
    assert (said.group, said.value.text) == ("Identity", "Border war")


def test_what_nothing_supports_says_so_wherever_it_stands(desk: Desk) -> None:
    mark = "Desk entry, no source"
    person = desk.person(
        Report("name", typed="Rohan Perera"),
        Report("name", {"text": "රොහාන් පෙරේරා", "kind": "native", "language": "si"}),
        Report("age", typed="41"),
        Report("nationality", typed="Sri Lanka"),
        Report("status", {"status": "missing"}),
    )
    dossier = desk.dossier(person)
    assert {field.value.mark for field in dossier.fields} == {mark}
    assert mark in dossier.native_names[0].kind_words
    assert {line.what.mark for line in dossier.timeline} == {mark}
    assert {report.value.mark for report in dossier.reports} == {mark}
    shown = row(desk.situation(), "Rohan")
    assert (shown.name.mark, shown.age.mark, shown.status.text) == (mark, mark, "Desk entry: missing")


def test_a_version_typed_at_the_desk_is_marked_beside_the_sourced_one(desk: Desk) -> None:
    person = desk.imran()
    desk.casebook.people.report(person, [Report("age", typed="31")])
    age = field(desk.dossier(person), "Age at the event")
    assert (age.text, age.certainty, age.mark, age.said_by) == ("30", "Disputed", "", "Morning Post")
    assert [(one.text, one.mark, one.said_by) for one in age.versions] == [
        ("31", "Desk entry, no source", "Mara Ilves")
    ]
    assert row(desk.situation(), "Imran").age.certainty == "Disputed"


def test_what_was_told_without_a_document_has_a_note_of_who_and_when(desk: Desk) -> None:
    told = Report("status", {"status": "missing"}, speakers=read_speakers(["family"]), said_on="2024-06-11")
    person = desk.person(Report("name", typed="Kofi Mensah"), told)
    status = desk.dossier(person).status
    assert status.text == "Reported missing"
    assert [(note.source_title, note.speaker, note.said_on, note.learned_on) for note in status.notes] == [
        ("Told to the desk, no document", "family", "11 Jun 2024", "12 Jun 2024")
    ]


def test_a_group_stays_with_its_members_and_its_remainder(desk: Desk) -> None:
    group, person = desk.two_men(), desk.imran()
    desk.casebook.people.identify(group, person, "the family showed a photograph")
    facts = desk.dossier(group)
    assert (facts.size, facts.remainder) == ("2 people", "1 of 2 people")
    assert [(member.name, member.since) for member in facts.members] == [("Imran Shaikh", "12 Jun 2024")]
    situation = desk.situation()
    assert row(situation, "1 of 2 people not named").name.notes[0].quote == "Two more men were killed"
    assert situation.total is not None
    assert situation.total.number == "2"


def test_a_group_wholly_identified_leaves_the_table_but_not_the_total(desk: Desk) -> None:
    group = desk.two_men()
    for person in (desk.imran(), desk.deepak()):
        desk.casebook.people.identify(group, person, "named by the ministry")
    facts = desk.situation()
    assert sorted(row.name.text for row in facts.people) == ["Deepak Thapa", "Imran Shaikh"]
    assert facts.total is not None
    assert facts.total.number == "2"


def test_print_and_sidebar_count_the_same_where_a_number_is_not_known_exactly(desk: Desk) -> None:
    desk.imran()
    desk.casebook.people.set_field(desk.two_men(), "size", "60-63")
    facts, totals = desk.situation(), desk.casebook.finding.totals()
    assert facts.total is not None
    assert (facts.total.number, totals.people.words()) == ("61–64", "61–64")
    assert [count.number for count in facts.counts] == [people.words() for people in totals.by_group.values()]


def test_as_of_a_day_only_what_had_been_learned_counts_and_later_entries_are_told(desk: Desk) -> None:
    person = desk.imran()
    desk.wait(30)
    desk.deepak()
    late = Report("role", typed="cook", words=(desk.words("Two more men"),), learned_on="2024-06-11")
    desk.casebook.people.report(person, [late])
    then = Order("situation", moment=Moment(date(2024, 6, 12)))
    assert [row.name.text for row in desk.situation(then).people] == ["Imran Shaikh"]
    role = field(desk.dossier(person, Moment(date(2024, 6, 12))), "Role")
    assert role.notes[0].learned_on == "11 Jun 2024, entered 12 Jul 2024"
    assert field(desk.dossier(person), "Role").notes[0].learned_on == "11 Jun 2024"


def changes(desk: Desk, query: str = "") -> list[tuple[str, str, str, str]]:
    facts = desk.situation(Order("situation", query=query, since=date(2024, 6, 12)))
    return [(change.person, change.what, change.before, change.after.text) for change in facts.changes]


def test_changes_since_a_day_tell_who_is_new_and_what_is_said_otherwise(desk: Desk) -> None:
    person = desk.imran()
    assert changes(desk) == []
    desk.wait(1)
    desk.dispute(person)
    desk.casebook.people.clear_field(person, "age")
    desk.casebook.people.set_field(person, "role", "cook")
    desk.deepak()
    assert sorted(changes(desk)) == [
        ("Deepak Thapa", "New in this casebook", "", "Reported captured"),
        ("Imran Shaikh", "Age at the event", "30", "no longer stated"),
        ("Imran Shaikh", "Role", "not asked yet", "cook"),
        ("Imran Shaikh", "Status", "Reported killed", "Disputed: missing / killed"),
    ]


def test_changes_tell_another_place_of_the_same_status_with_its_words(desk: Desk) -> None:
    person = desk.imran()
    desk.wait(1)
    value = {"status": "killed", "date": "2024-03", "place": "Tarkand", "cause": "shelling"}
    again = Report("status", value, words=(desk.words("Tarkand", Role.PLACE),), speakers=read_speakers(["family"]))
    desk.casebook.people.report(person, [again])
    facts = desk.situation(Order("situation", since=date(2024, 6, 12)))
    assert [(row.what, row.before, row.after.text) for row in facts.changes] == [("Where", "Veresk", "Tarkand")]
    assert facts.changes[0].after.notes[0].quote == "Tarkand"


def test_changes_of_a_filtered_briefing_tell_who_came_and_went(desk: Desk) -> None:
    imran, deepak = desk.imran(), desk.deepak()
    desk.wait(1)
    captured = Report("status", {"status": "captured"}, words=(desk.words("was captured"),), said_on="2024-06-13")
    released = Report("status", {"status": "released"}, words=(desk.words("Deepak Thapa"),), said_on="2024-06-13")
    desk.casebook.people.report(imran, [captured])
    lines = {line.label: line.report.claim for line in desk.casebook.people.view(imran).timeline}
    desk.casebook.people.use(lines["Captured"], "seen alive")
    desk.casebook.people.report(deepak, [released])
    assert sorted(changes(desk, "status:held")) == [
        ("Deepak Thapa", "No longer counted here", "Reported captured", "Reported released"),
        ("Imran Shaikh", "Newly counted here", "Reported killed", "Reported captured"),
    ]


def test_a_status_group_that_emptied_keeps_its_row_so_that_changes_add_up(desk: Desk) -> None:
    person = desk.deepak()
    desk.wait(1)
    free = Report("status", {"status": "released"}, words=(desk.words("Deepak Thapa"),), said_on="2024-06-13")
    desk.casebook.people.report(person, [free])
    counts = desk.situation(Order("situation", since=date(2024, 6, 12))).counts
    assert [(row.label, row.number, row.change) for row in counts] == [("Held", "0", "−1"), ("Out", "1", "+1")]


def test_an_identification_is_told_as_a_change(desk: Desk) -> None:
    group, person = desk.two_men(), desk.imran()
    desk.wait(1)
    desk.casebook.people.identify(group, person, "the family showed a photograph")
    told = [change[1:] for change in changes(desk) if change[1] == "Not yet identified"]
    assert told == [("Not yet identified", "2 of 2 people", "1 of 2 people")]


def test_papers_and_desk_notes_are_never_printed(desk: Desk) -> None:
    secret = [Report("passport", typed="K1234567"), Report("visa", typed="V7654321"), Report("notes", typed="call him")]
    person = desk.person(Report("name", typed="Rohan Perera"), *secret)
    printed = repr(desk.casebook.briefings.facts(Order("dossier", cases=(person,)))) + repr(desk.situation())
    assert [word for word in ("K1234567", "V7654321", "call him") if word in printed] == []


def test_orders_that_make_no_sense_are_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(BadInput, match="no briefing called “poem”"):
        desk.casebook.briefings.facts(Order("poem"))
    with pytest.raises(BadInput, match="Nobody is chosen"):
        desk.casebook.briefings.facts(Order("dossier", query="nobody"))
    with pytest.raises(BadInput, match="after the briefing’s own"):
        desk.casebook.briefings.facts(Order("situation", moment=Moment(date(2024, 6, 1)), since=date(2024, 6, 2)))
    with pytest.raises(BadInput, match="no last day"):
        read_day("2024-06/..", date(2024, 6, 12))


def test_facts_agree_with_the_head_hash_they_are_printed_with(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    person = desk.imran()
    briefings, gather = desk.casebook.briefings, desk.casebook.briefings._body

    def disturbed(order: Order, now: dict[int, object]) -> object:
        body = gather(order, now)  # type: ignore[arg-type]  # only passed on
        if desk.clock[0].day == 12:  # somebody writes after the first reading
            desk.wait(1)
            desk.casebook.people.set_field(person, "role", "cook")
        return body

    monkeypatch.setattr(briefings, "_body", disturbed)
    facts = briefings.facts(Order("dossier", cases=(person,)))
    assert field(facts.people[0], "Role").text == "cook"
    monkeypatch.undo()
    assert briefings.facts(Order("dossier", cases=(person,))).head_hash == facts.head_hash
