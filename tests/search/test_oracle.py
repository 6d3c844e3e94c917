"""The index finds exactly what the slow matcher finds, over invented casebooks and awkward queries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.domain.records import CaseKind
from casefiles.domain.shown import ShownCase, show_case
from casefiles.domain.span import Span
from casefiles.domain.speakers import read_speakers
from casefiles.domain.status import GROUP_LABELS, STATUSES, Group
from casefiles.search.matcher import matches
from casefiles.search.query import Query, parse
from casefiles.storage import derived
from casefiles.storage.reading import bodies, load_cases
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.finding import Sort, Wanted

NAMES = [
    "Asha Rana", "आशा राणा", "Imran Qadri", "عمران قادری", "Seán O'Neil", "Li", "Łukasz Żółć", "മാത്യു", "Иван Ёлкин",
    "José covid-19", "𞤀𞤣𞤢𞤥", "李小龙", "ﬁona", "Nguyễn Ánh", "Straße 7b", "٣ ১২", "Abdul-Rahman", "Zoë 🕊 Dove",
]  # fmt: skip
ORIGINS = ["Kaski, Nepal", "Surat, Gujarat, India", "O'Fallon, Kenya", "thrissur", "unknown"]
ROLES = ["security helper", "cook: night", "driver (7.5 t)", "AND OR NOT NEAR", "withheld"]
TEXT = "In March, Asha Rana of Kaski died near the river; आशा राणा, said covid-19 nurse O'Neil. 🕊 «Łódź»"


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    book = Casebook.new(tmp_path_factory.mktemp("oracle") / "a.casebook", confirming=["MEA"])
    source = book.sources.add(book.sources.take_paste(TEXT), {"publisher": "Daily Courier"})
    war = book.settings.situation("Northern war")
    statuses = sorted(STATUSES)
    for number, name in enumerate(NAMES * 2):
        reports = [
            Report("name", typed=name),
            Report("origin", typed=ORIGINS[number % len(ORIGINS)]),
            Report("role", typed=ROLES[number % len(ROLES)], words=(Words(source, number, number + 30),)),
            Report("passport", typed="Q7654321"),
        ]
        if number % 4:
            told = read_speakers(["MEA"]) if number % 3 else ()
            reports.append(Report("status", typed=statuses[number % len(statuses)], speakers=told, said_on="2024-06"))
        case = book.people.add(CaseKind.PERSON, reports, [war] if number % 2 else [])
        if number % 5 == 0:
            book.people.set_field(case, "origin", "Hyderabad")
            book.people.report(case, [Report("name", typed=f"Alias {number}")])
        if number % 7 == 0:
            book.people.set_aside(book.people.view(case).names[0].claim, "not this person")
    book.people.add(CaseKind.GROUP, [Report("size", typed="2-5"), Report("status", typed="killed")], [war])
    yield book
    book.close()


def all_cases(book: Casebook) -> dict[int, ShownCase]:
    database = book.desk.book.database
    known = bodies(database)
    return {key: show_case(one, known) for key, one in load_cases(database, list(book.finding.ids(Wanted()))).items()}


def slow(book: Casebook, query: Query) -> set[int]:
    return {key for key, case in all_cases(book).items() if matches(query, derived.document(case))}


PIECES = (
    [part for name in NAMES for part in name.split()]
    + [part for text in (*ORIGINS, *ROLES, TEXT) for part in text.replace(":", " ").split()]
    + [f'status:"{one.label}"' for one in STATUSES.values()]
    + [f"status:{group.value}" for group in Group]
    + [
        "origin:nep",
        'origin:"surat guj"',
        "origin:o'fal",
        "origin:thr",
        "CF-00000",
        "cf-0000003",
        "7",
        "12",
        "Q7654321",
    ]
    + ['"', "''", "*", "(", "a AND b", "NEAR(", "-x", "^as", "é", "ÉÀ", "\0", "\u200d", "group", "not known"]
)
PREFIXES = st.sampled_from(PIECES).flatmap(
    lambda piece: st.just(piece) if ":" in piece else st.integers(1, len(piece)).map(lambda end: piece[:end])
)
QUERIES = st.lists(PREFIXES | st.text(max_size=4).filter(lambda text: ":" not in text), max_size=3).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=QUERIES)
def test_the_index_finds_what_the_matcher_finds(casebook: Casebook, text: str) -> None:
    query = parse(text)
    assert set(casebook.finding.ids(Wanted(query))) == slow(casebook, query)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_found_by_all_its_words(casebook: Casebook, name: str) -> None:
    found = casebook.finding.ids(Wanted(parse(name)))
    assert len(found) >= 1
    assert set(found) == slow(casebook, parse(name))


def test_a_passport_number_finds_nobody(casebook: Casebook) -> None:
    assert list(casebook.finding.ids(Wanted(parse("Q7654321")))) == []
    found = casebook.finding.ids(Wanted(parse("asha")))
    assert all("Q765" not in casebook.finding.why(key, parse("q")) for key in found)


def test_a_hundred_kilobytes_find_nobody_at_once(casebook: Casebook) -> None:
    assert len(casebook.finding.ids(Wanted(parse("zz" * 50_000)))) == 0


@pytest.mark.parametrize("sort", list(Sort))
def test_every_order_holds_every_case_once_and_stays(casebook: Casebook, sort: Sort) -> None:
    found = list(casebook.finding.ids(Wanted(sort=sort)))
    assert found == list(casebook.finding.ids(Wanted(sort=sort)))
    assert sorted(found) == sorted(all_cases(casebook))
    some = list(casebook.finding.ids(Wanted(parse("status:dead"), sort=sort)))
    assert some == [key for key in found if key in set(some)]
    assert found[:5] == list(casebook.finding.ids(Wanted(sort=sort), 5))


def test_the_unnamed_come_last_by_name(casebook: Casebook) -> None:
    rows = casebook.finding.rows(list(casebook.finding.ids(Wanted(sort=Sort.NAME))))
    named = ["not named" not in row.heading.casefold() for row in rows]
    assert named == sorted(named, reverse=True)


def test_filters_agree_with_what_the_sidebar_counts(casebook: Casebook) -> None:
    totals = casebook.finding.totals()
    for group in GROUP_LABELS:
        assert casebook.finding.count(Wanted(group=group.value))[1] == totals.by_group.get(group, Span())
    for uuid, _, people in totals.by_situation:
        assert casebook.finding.count(Wanted(situation=uuid))[1] == people
    assert casebook.finding.count(Wanted()) == (totals.cases, totals.people)
    assert sum(totals.by_group.values(), Span()) == totals.people


def test_a_group_and_a_situation_narrow_a_search(casebook: Casebook) -> None:
    war = casebook.finding.totals().by_situation[0][0]
    both = set(casebook.finding.ids(Wanted(parse("a"), group="dead", situation=war)))
    parts = [Wanted(parse("a")), Wanted(group="dead"), Wanted(situation=war)]
    assert both == set.intersection(*(set(casebook.finding.ids(part)) for part in parts))
    assert both


@pytest.mark.parametrize("typed", ["river", "covid-19 nurse", "आशा", "lodz", "O'Neil", "daily courier", "asha kaski"])
def test_articles_are_found_by_their_words(casebook: Casebook, typed: str) -> None:
    assert [article.source.publisher for article in casebook.finding.articles(parse(typed))] == ["Daily Courier"]


@pytest.mark.parametrize("typed", ["", "status:dead", "rivers", "river mountain"])
def test_articles_without_the_words_are_not(casebook: Casebook, typed: str) -> None:
    assert casebook.finding.articles(parse(typed)) == []


def test_a_snippet_shows_the_place(casebook: Casebook) -> None:
    article = casebook.finding.articles(parse("river"))[0]
    assert "near the river" in article.snippet
    assert TEXT[article.start :].startswith("river")


def test_why_says_what_holds_the_word(casebook: Casebook) -> None:
    key = casebook.finding.ids(Wanted(parse("qadri")))[0]
    assert casebook.finding.why(key, parse("qadri")) == "Name: Imran Qadri"
    assert casebook.finding.why(key, parse("")) == ""
    assert casebook.finding.why(10**6, parse("qadri")) == ""
