"""People and groups through the public door: entered, edited, decided on, grouped; and refused with nothing written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from casefiles.domain.certainty import Certainty
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import BadInput, CasefilesError, NotFound, StaleEdit
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.span import ONE, Span
from casefiles.domain.speakers import Speaker, SpeakerKind, read_speakers
from casefiles.domain.status import Group
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.finding import Wanted, parse
from casefiles.workspace.printing import Order
from tests.properties.test_every_action import dump
from tests.workspace.conftest import Clock

AGE = Report("age", typed="30")
PERSON, GROUP = CaseKind.PERSON, CaseKind.GROUP
TEXT = "In March, Asha Rana, 30, of Kaski was killed near the river, her family said."


def person(book: Casebook, name: str = "Asha Rana", *more: Report) -> int:
    return book.people.add(PERSON, [Report("name", typed=name), *more])


def source(book: Casebook, text: str = TEXT, **details: str) -> int:
    return book.sources.add(book.sources.take_paste(text), details)


def words(source_id: int, quote: str, role: Role = Role.VALUE, text: str = TEXT) -> Words:
    start = text.index(quote)
    return Words(source_id, start, start + len(quote), role)


def state(book: Casebook, case: int) -> tuple[str, str, str]:
    view = book.people.view(case)
    return view.heading, view.pill.text, view.date


# ---- refusals write nothing


@pytest.mark.parametrize(
    "act",
    [
        lambda book, case, claim: book.people.add(PERSON, [Report("name", typed="Li"), Report("age", typed="35-30")]),
        lambda book, case, claim: book.people.add(PERSON, [Report("nme", typed="Li")]),
        lambda book, case, claim: book.people.add(PERSON, [Report("name", typed="x" * 1_000_000)]),
        lambda book, case, claim: book.people.add(PERSON, [Report("name", typed="Li")], ["no such situation"]),
        lambda book, case, claim: book.people.report(case, [AGE, Report("review", typed="2024-02-31")]),
        lambda book, case, claim: book.people.report(case, [Report("age", typed="30", said_on="soon")]),
        lambda book, case, claim: book.people.report(case, [Report("age", typed="30", learned_on="2024-02-31")]),
        lambda book, case, claim: book.people.report(case, [Report("age", typed="30", words=(Words(1, 5, 10_000),))]),
        lambda book, case, claim: book.people.report(case, [Report("age", typed="30", words=(Words(99, 0, 1),))]),
        lambda book, case, claim: book.people.report(10**6, [Report("age", typed="30")]),
        lambda book, case, claim: book.people.set_field(case, "age", "\u202e"),
        lambda book, case, claim: book.people.set_field(case, "name", '{"text": ' * 900),
        lambda book, case, claim: book.people.set_field(case, "name", '{"text": "a", "kind": "b"}'),
        lambda book, case, claim: book.people.set_field(case, "age", "31", seen="somebody else's"),
        lambda book, case, claim: book.people.use(claim, " "),
        lambda book, case, claim: book.people.set_aside(claim, ""),
        lambda book, case, claim: book.people.use("no such report", "because"),
        lambda book, case, claim: book.people.replace(claim, claim, "because"),
        lambda book, case, claim: book.people.replace(claim, book.people.view(case).names[0].claim, "because"),
        lambda book, case, claim: book.people.identify(case, case, "because"),
        lambda book, case, claim: book.people.unidentify("no such link"),
        lambda book, case, claim: book.people.set_situations(case, ["no such situation"]),
        lambda book, case, claim: book.people.remove(10**6),
        lambda book, case, claim: book.settings.situation("\u202e"),
        lambda book, case, claim: book.settings.add_confirming("MEA", since="soon"),
        lambda book, case, claim: book.settings.end_confirming(book.settings.confirming()[0].uuid, "2024-02-31"),
        lambda book, case, claim: book.settings.set("time_zone", "Nowhere/Else"),
        lambda book, case, claim: book.settings.rename_situation("no such situation", "x"),
        lambda book, case, claim: book.sources.set_detail(1, "colour", "red"),
        lambda book, case, claim: book.sources.set_detail(1, "published_on", "2024-02-31"),
        lambda book, case, claim: book.sources.set_detail(1, "kind", "rumour"),
        lambda book, case, claim: book.sources.set_detail(1, "title", "New", seen="what it never was"),
        lambda book, case, claim: book.sources.remove(1),
        lambda book, case, claim: book.sources.remove(99),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_everything_as_it_was(
    book: Casebook, act: Callable[[Casebook, int, str], object]
) -> None:
    article = source(book, title="News")
    case = person(book)
    claim = book.people.report(case, [Report("age", typed="30", words=(words(article, "30"),))])[0]
    before, head = dump(book), book.journal.head_hash()
    with pytest.raises(CasefilesError) as refused:
        act(book, case, claim)
    assert (dump(book), book.journal.head_hash()) == (before, head)
    assert refused.value.say.endswith(".")
    assert len(refused.value.say) < 250
    assert refused.value.hint


def test_a_casebook_that_cannot_be_begun_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="time zone"):
        Casebook.new(tmp_path / "a.casebook", time_zone="Nowhere/Else")
    with pytest.raises(BadInput):
        Casebook.new(tmp_path / "a.casebook", confirming=["x" * 20_000])
    assert list(tmp_path.iterdir()) == []


# ---- editing


def test_typing_over_what_a_source_says_is_used_and_the_source_stays_beside(book: Casebook) -> None:
    case = person(book)
    book.people.report(case, [Report("age", typed="30", words=(words(source(book), "30"),))])
    book.people.set_field(case, "age", "31")
    field = book.people.view(case).field("age")
    assert (field.text, [version.text for version in field.versions]) == ("31", ["31", "30"])
    assert (field.certainty, field.note) == (Certainty.DESK, "Desk entry, no source")
    assert [report.state for report in field.reports] == ["", "We use this"]


def test_typing_again_replaces_what_was_typed(book: Casebook) -> None:
    case = person(book)
    for typed in ("30", "31", "31", ""):
        book.people.set_field(case, "age", typed)
    field = book.people.view(case).field("age")
    assert (field.text, field.reports, field.certainty) == ("", (), None)
    lines = [line.label for line in book.journal.of_case(case)]
    assert lines.count("Change age at the event of Asha Rana") == 3, "a report, then a report and a decision"
    assert "Clear age at the event of Asha Rana" in lines


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(book: Casebook) -> None:
    case = person(book)
    seen = book.people.view(case).field("age").seen
    book.people.set_field(case, "age", "30", seen=seen)
    with pytest.raises(StaleEdit):
        book.people.set_field(case, "age", "40", seen=seen)
    book.people.set_field(case, "age", "31", seen=book.people.view(case).field("age").seen)
    assert book.people.view(case).field("age").text == "31"


@pytest.mark.parametrize("typed", ["unknown", "Not known", "withheld", "does not apply"])
def test_blanks_as_a_status_break_nothing(book: Casebook, typed: str) -> None:
    case = person(book)
    book.people.set_field(case, "status", typed)
    view = book.people.view(case)
    assert view.pill.group is Group.NOT_KNOWN
    assert view.field("status").text.casefold() in {"not known", "withheld", "does not apply"}
    assert list(book.finding.ids(Wanted(parse("group:not_known")))) == [case]
    assert book.journal.of_case(case)[0].after
    assert verify(book.desk.book.database) == []


@pytest.mark.parametrize("key", ["name", "age", "origin", "nationality", "left_home", "sex", "size", "passport"])
def test_any_field_can_be_withheld_and_typed_as_it_is_shown(book: Casebook, key: str) -> None:
    case = person(book)
    book.people.set_field(case, key, "withheld")
    field = book.people.view(case).field(key)
    assert (field.text, field.typed) == ("Withheld", "Withheld")
    head = book.journal.head_hash()
    book.people.set_field(case, key, field.typed, seen=field.seen)
    assert book.journal.head_hash() == head
    book.people.clear_field(case, key, seen=field.seen)
    assert book.people.view(case).field(key).text == ""


def test_a_nationality_typed_as_shown_does_not_change(book: Casebook) -> None:
    case = person(book)
    book.people.set_field(case, "nationality", "Nepal")
    head = book.journal.head_hash()
    book.people.set_field(case, "nationality", book.people.view(case).field("nationality").typed)
    assert book.journal.head_hash() == head


def test_papers_are_masked_wherever_reports_and_history_are_told(book: Casebook) -> None:
    case = person(book)
    book.people.set_field(case, "passport", "X1234567")
    book.people.set_field(case, "passport", "Y7654321")
    view = book.people.view(case)
    assert (view.field("passport").masked, view.field("passport").typed) == ("••••4321", "Y7654321")
    told = [report.text for report in view.reports] + [
        part for line in book.journal.of_case(case) for part in (line.label, line.what, line.before, line.after)
    ]
    assert not any("1234567" in text or "7654321" in text for text in told)
    assert "••••4567" in told


# ---- what is kept with a report


def test_speakers_days_and_quotes_are_kept(book: Casebook, clock: Clock) -> None:
    article = source(book, publisher="Daily Courier", published_on="2024-06-12", received_on="2024-06-02")
    case = person(book)
    chain = read_speakers("embassy, via family, via Daily Courier")
    quotes = (
        words(article, "killed"),
        words(article, "In March", Role.DATE),
        words(article, "family said", Role.SPEAKER),
    )
    value = {"status": "killed", "date": "2024-03"}
    book.people.report(case, [Report("status", value, words=quotes, speakers=chain, said_on="2024-06-11")])
    report = next(one for one in book.people.view(case).reports if one.field == "status")
    assert (report.speakers, report.said) == ("embassy, via family, via Daily Courier", "11 Jun 2024")
    assert (report.learned, report.wording, report.source_id) == ("2 Jun 2024", "killed", article)
    assert [(quote.quote, quote.role) for quote in report.quotes] == [
        ("killed", "value"),
        ("In March", "date"),
        ("family said", "speaker"),
    ]
    assert all(TEXT[quote.start : quote.end] == quote.quote for quote in report.quotes)


@pytest.mark.parametrize(
    ("received", "learned"),
    [("", "2024-06-12"), ("2024-06-01", "2024-06-01"), ("2024-05", "2024-05-31"), ("2025-01-01", "2024-06-12")],
)
def test_learned_on_is_the_day_received_if_that_was_before_entry(book: Casebook, received: str, learned: str) -> None:
    article = source(book, received_on=received)
    case = person(book)
    book.people.report(case, [Report("role", typed="cook", learned_on="2020-01-01")])
    book.people.report(case, [Report("age", typed="30", words=(words(article, "30"),))])
    day = date.fromisoformat(learned)
    assert book.people.view(case, Moment(day)).field("age").text == "30"
    assert book.people.view(case, Moment(day - timedelta(days=1))).field("age").text == ""


def test_golden_sequence_on_both_days(book: Casebook, clock: Clock) -> None:
    case = person(book)
    killed = {"status": "killed", "date": "2025-01"}
    clock.later(217)
    book.people.report(case, [Report("status", killed, speakers=read_speakers("MEA"), said_on="2025-01-14")])
    january = Moment(book.desk.today())
    clock.later(330)
    family = read_speakers("embassy, via family")
    book.people.report(case, [Report("status", typed="missing", speakers=family, said_on="2025-12-10")])
    assert book.people.view(case, january).pill.text == "Killed"
    assert book.people.view(case, january).pill.certainty is Certainty.CONFIRMED
    pill = book.people.view(case).pill
    assert (pill.text, pill.group) == ("Disputed: killed / missing", Group.DEAD)
    assert [half.speaker for half in pill.halves] == ["MEA", "embassy, via family"]
    assert book.finding.totals().by_group == {Group.DEAD: ONE}
    against = book.people.view(case).timeline[0]
    assert (against.label, against.part) == ("Missing", "against")
    printed = {day: book.briefings.facts(Order(moment=day)).situation for day in (january, NOW)}
    dead = {day: next(row for row in one.counts if row.label == "Dead") for day, one in printed.items() if one}
    assert [(dead[day].number, dead[day].disputed) for day in (january, NOW)] == [("1", ""), ("1", "1")]
    statuses = [one.people[0].status.text for one in printed.values() if one]
    assert statuses == ["Confirmed killed", "Disputed: killed / missing"]
    book.people.use(against.report.claim, "the embassy saw him")
    view = book.people.view(case)
    assert view.pill.text == "Reported missing"
    assert {line.label: line.part for line in view.timeline} == {"Missing": "current", "Killed": "against"}


# ---- deciding


def test_decisions_one_after_another(book: Casebook) -> None:
    case = person(book)
    first, second = (
        book.people.report(case, [Report("age", typed=age, speakers=read_speakers(by))])[0]
        for age, by in (("30", "family"), ("33", "friend"))
    )
    assert book.people.view(case).field("age").disputed
    book.people.use(first, "the family knows")
    field = book.people.view(case).field("age")
    assert (field.text, field.disputed, len(field.versions)) == ("30", False, 2)
    assert next(report for report in field.reports if report.claim == first).reason == "the family knows"
    book.people.set_aside(first, "they meant another year")
    assert book.people.view(case).field("age").text == "33"
    with pytest.raises(BadInput, match="set aside"):
        book.people.use(first, "again")
    book.people.take_back(first, "no, it is right")
    assert book.people.view(case).field("age").text == "30"
    book.people.replace(first, second, "a later word")
    report = next(one for one in book.people.view(case).reports if one.claim == first)
    assert (report.state, report.standing, report.reason) == ("Replaced", False, "a later word")


def test_history_tells_who_what_before_and_after(book: Casebook) -> None:
    case = person(book)
    value = {"status": "killed", "date": "2024-03", "place": "near the river", "cause": "air strike"}
    claim = book.people.report(case, [Report("status", value)])[0]
    book.people.set_aside(claim, "another man")
    decided, reported, *_ = book.journal.of_case(case)
    assert (reported.what, reported.before, reported.after) == (
        "Status",
        "",
        "Killed, Mar 2024, near the river, air strike",
    )
    assert (decided.what, decided.after, decided.who) == ("Decision", "set aside: another man", "Test Officer")
    assert (decided.label, reported.claim) == ("Set aside a report of status of Asha Rana", claim)
    book.journal.undo()
    assert book.journal.of_case(case)[0].label == "Undo: Set aside a report of status of Asha Rana"
    assert book.people.view(case).pill.text == "Desk entry: killed"


def test_independent_sources_are_counted_beside_papers(book: Casebook) -> None:
    case = person(book)
    for publisher in ("Daily Courier", "Hill Herald"):
        text = f"{publisher}: {TEXT}"
        article = source(book, text, publisher=publisher, original="Agency")
        quote = words(article, "30", text=text)
        book.people.report(
            case, [Report("age", typed="30", words=(quote,)), Report("status", typed="killed", words=(quote,))]
        )
    view = book.people.view(case)
    assert [(view.field(key).sources, view.field(key).voices) for key in ("age", "status")] == [(2, 1), (2, 1)]
    assert (view.sources, view.voices) == (2, 1)


# ---- groups and situations


def group_of_two(book: Casebook) -> int:
    article = source(book)
    killed = Report(
        "status",
        {"status": "killed", "date": "../2024-06-11"},
        words=(words(article, "killed"),),
        speakers=read_speakers("MEA"),
        said_on="2024-06-11",
    )
    nationals = Report("nationality", typed="Nepal", words=(words(article, "Kaski"),))
    war = book.settings.situation("Northern war")
    return book.people.add(GROUP, [Report("size", typed="2"), killed, nationals], [war])


def counts(book: Casebook) -> tuple[object, ...]:
    totals = book.finding.totals()
    return totals.people, totals.by_group, totals.by_situation[0][2]


def test_totals_count_people_and_never_move_when_one_is_identified(book: Casebook, clock: Clock) -> None:
    group = group_of_two(book)
    before = counts(book)
    assert before == (Span(2, 2), {Group.DEAD: Span(2, 2)}, Span(2, 2))
    clock.later(3)
    new = book.people.identify_new(group, [Report("name", typed="Imran Qadri")], "the family called")
    assert counts(book) == before
    view = book.people.view(new)
    assert (view.pill.text, view.date) == ("Killed", "died by 11 Jun 2024")
    assert [quote.quote for quote in view.quotes] == ["killed", "Kaski"]
    assert [(other.heading, other.since) for other in view.member_of] == [("2 people not named", "15 Jun 2024")]
    then = Moment(date(2024, 6, 14))
    assert book.people.view(group, then).people == Span(2, 2)
    with pytest.raises(NotFound, match="Nothing was known here of that person then"):
        book.people.view(new, then)
    assert book.people.view(group).people == ONE
    book.journal.undo()
    assert counts(book) == before
    book.journal.redo()
    assert counts(book) == before


def test_what_is_known_of_a_person_goes_before_what_is_said_of_the_group(book: Casebook) -> None:
    group = group_of_two(book)
    missing = person(book, "Imran Qadri", Report("status", typed="missing", speakers=read_speakers("family")))
    book.people.identify(group, missing, "named in court")
    assert book.people.view(missing).pill.text == "Reported missing"
    assert book.people.view(missing).field("nationality").text == "Nepal (not verified)"


def test_a_group_takes_no_more_than_it_has_and_nobody_twice(book: Casebook) -> None:
    group, first = group_of_two(book), person(book, "Imran Qadri")
    book.people.identify(group, first, "")
    with pytest.raises(BadInput, match="already"):
        book.people.identify(group, first, "")
    book.people.identify_new(group, [], "")
    with pytest.raises(BadInput, match="All 2 of this group"):
        book.people.identify_new(group, [], "")
    with pytest.raises(BadInput, match="identified members"):
        book.people.remove(group)
    book.people.unidentify(book.people.view(group).members[0].link)
    assert book.people.view(group).people == ONE


def test_a_case_in_several_situations_counts_in_each_and_once_in_all(book: Casebook) -> None:
    first, second = book.settings.situation("Northern war"), book.settings.situation("River crisis")
    case = book.people.add(PERSON, [Report("name", typed="Asha Rana")], [first, second])
    assert book.settings.situation(" northern WAR ") == first
    assert [row.people for row in book.settings.situations()] == [ONE, ONE]
    assert book.finding.totals().people == ONE
    book.people.set_situations(case, [second])
    assert [row.people for row in book.settings.situations()] == [Span(), ONE]
    with pytest.raises(BadInput):
        book.settings.rename_situation(first, "River Crisis")


def test_removing_and_bringing_back(book: Casebook) -> None:
    case = person(book, "Asha Rana", Report("age", typed="30"))
    view = book.people.view(case)
    book.people.remove(case)
    assert list(book.finding.ids(Wanted(parse("asha")))) == []
    with pytest.raises(NotFound):
        book.people.view(case)
    with pytest.raises(NotFound):
        book.people.find(view.ref)
    book.journal.undo()
    assert book.people.view(book.people.find(view.ref)) == view


@pytest.mark.parametrize("ref", ["CF-0000001", "cf-1", " 1 "])
def test_a_case_is_found_by_its_number(book: Casebook, ref: str) -> None:
    case = person(book)
    assert book.people.find(ref) == case


@pytest.mark.parametrize("ref", ["", "CF-", "9" * 40, "-1", "٣", "x" * 100_000])
def test_what_is_no_reference_finds_nothing(book: Casebook, ref: str) -> None:
    with pytest.raises(NotFound):
        book.people.find(ref)


def test_a_speaker_made_by_hand_is_kept_as_it_is(book: Casebook) -> None:
    told = Report("age", typed="30", speakers=(Speaker("Kinsley", SpeakerKind.OTHER),))
    case = person(book, "Asha Rana", told)
    assert book.people.view(case).field("age").reports[0].speakers == "Kinsley"
