"""The index finds exactly what the slow matcher finds, over invented casebooks and awkward queries."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.domain.records import CaseKind
from casefiles.domain.shown import ShownCase, show_case
from casefiles.domain.span import Span
from casefiles.domain.speakers import read_speakers
from casefiles.domain.status import GROUP_LABELS, STATUSES, Group
from casefiles.names.fold import fold
from casefiles.search.document import Document, document
from casefiles.search.editing import with_term
from casefiles.search.matcher import matches
from casefiles.search.query import Query, parse, read
from casefiles.search.tree import Node
from casefiles.storage import finding as storage_finding
from casefiles.storage import standing
from casefiles.storage.asking import one, rows
from casefiles.storage.columns import SEARCHED
from casefiles.storage.reading import bodies, load_cases
from casefiles.storage.tables import Grade, Hold
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.facets import COUNTABLE, KNOWN
from casefiles.workspace.finding import Sort, Wanted
from tests.search.texts import trees

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
        tell_more(book, case, number)
    book.people.add(CaseKind.GROUP, [Report("size", typed="2-5"), Report("status", typed="killed")], [war])
    yield book
    book.close()


AGES = ["30", "28-35", "child", "unknown", "19"]
BORN = ["1990", "1994-12~", "1985/1991", "../1980", "unknown"]


def tell_more(book: Casebook, case: int, number: int) -> None:
    """Tell what not everybody is told of, and judge some of it."""
    ago = (book.desk.today() - timedelta(days=7 * number)).isoformat()
    told = {
        2: Report("age", typed=AGES[number % 5]),
        3: Report("birth_date", typed=BORN[number % 5]),
        5: Report("last_contact", typed=ago if number % 2 else "2024"),
        7: Report("nationality", typed="Nepal"),
        11: Report("status", value={"status": "missing", "date": "2024-03", "place": "Kaski"}, said_on="2024-06-12"),
        13: Report("sex", typed="woman"),
        6: Report("origin", typed="Pokhara, Gandaki, Nepal"),
        22: Report("status", value={"status": "killed", "date": "2024-01"}, speakers=read_speakers(["family"])),
    }
    book.people.report(case, [report for step, report in told.items() if number % step == 1])
    if number % 4 == 1:
        for field, value in (("owner", "A. Rao"), ("mark", "restricted"), ("notes", "Wrote of a river"), ("age", "20")):
            book.people.set_field(case, field, value)
    if number % 3 == 1:
        with book.desk.act("Grade and hold") as act:
            key = one(book.desk.book.database, "SELECT min(id) FROM claim WHERE case_id = ?", case)
            act.add(Grade, claim_id=key, credibility=str(1 + number % 6), effective_on="2024-01-01", entered_at="")
            lifted = "2024-05-01" if number % 2 else ""
            act.add(Hold, case_id=case, reason="Asked", since="2024-01-01", lifted_on=lifted, entered_at="")


def all_cases(book: Casebook) -> dict[int, ShownCase]:
    database = book.desk.book.database
    known = bodies(database)
    return {key: show_case(one, known) for key, one in load_cases(database, list(book.finding.ids(Wanted()))).items()}


def slow(book: Casebook, query: Query) -> set[int]:
    return {key for key, case in documents(book).items() if matches(query, case, book.desk.today())}


@functools.cache
def documents(book: Casebook) -> dict[int, Document]:
    """Every case as it is searched; the casebook of these tests changes no more."""
    database = book.desk.book.database
    names = dict(rows(database, "SELECT uuid, name FROM situation"))
    return {key: document(case, names) for key, case in all_cases(book).items()}


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
    query = read(text).query
    assert set(casebook.finding.ids(Wanted(query))) == slow(casebook, query)


WORDS = (
    "asha rana राणा imran li covid 19 nepal surat gujarat kaski cook night security helper embassy mea courier daily"
    " rao not known unknown group northern war 0000007 cf q7654321 died river"
).split()


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees(WORDS))
def test_the_index_finds_what_the_matcher_finds_by_any_field(casebook: Casebook, tree: Node) -> None:
    query = Query(tree)
    found = slow(casebook, query)
    assert set(casebook.finding.ids(Wanted(query))) == found
    assert set(casebook.finding.first(Wanted(query)).ids) == found
    assert casebook.finding.count(Wanted(query))[0] == len(found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees(WORDS))
def test_a_period_is_found_by_its_own_status_and_all_else_of_its_case(casebook: Casebook, tree: Node) -> None:
    database, today = casebook.desk.book.database, casebook.desk.today()
    query = Query(tree)
    expected = {
        (key, row.from_day)
        for key, periods in standing.kept(database, list(documents(casebook))).items()
        for row in periods
        if matches(query, in_period(documents(casebook)[key], row), today)
    }
    narrowed, values = storage_finding.where(database, Wanted(query, today=today), "standing")
    assert set(rows(database, f"SELECT case_id, from_day FROM standing {narrowed}", *values)) == expected


def in_period(case: Document, row: standing.Standing) -> Document:
    return replace(case, keys={**case.keys, "status": row.status, "group": row.status_group})


SOME = [
    "age:<30", "age:20..30", "age:child", "born:1990", "born:<1995", "size:2..3", "sex:woman", "mark:restricted",
    "nationality:nepal", "passport:Q7654321", "role:cook", 'role:"security helper"', "owner:rao", "notes:river",
    "contact:2024", "status:killed,missing", "group:dead", "certainty:confirmed", "certainty:desk", "kind:group",
    "date:2024-03", "since:2024-03", "until:2024-03", "said:2024-06", "said-by:mea", "source:S-000001",
    "source:courier", "grade:>=3", "grade:>4", "situation:northern", "in:people", "sources:<1", "independent:<2",
    "versions:>1", "disputed:yes", "held:yes", "held:no", "unnamed:yes", "silent:>30d", "silent:<30d", "quiet:<90d",
    "missing:origin", "missing:age", "missing:grade", "missing:situation", "missing:said-by", "missing:contact",
    "asha or kaski", "-asha", "*", 'situation:"northern war"', '"asha rana"', "asha -status:dead",
]  # fmt: skip


@pytest.mark.parametrize("typed", SOME)
def test_every_field_finds_some_and_not_all(casebook: Casebook, typed: str) -> None:
    found = set(casebook.finding.ids(Wanted(parse(typed))))
    assert found == slow(casebook, parse(typed))
    assert found
    assert len(found) < len(all_cases(casebook)) or typed in {"*", "in:people", "quiet:<90d", "sources:<1"}


def test_articles_alone_are_listed_when_only_they_are_wanted(casebook: Casebook) -> None:
    assert len(casebook.finding.ids(Wanted(parse("in:articles river")))) == 0
    assert len(casebook.finding.articles(parse("in:articles river"))) == 1
    assert casebook.finding.articles(parse("in:people river")) == []
    assert casebook.finding.articles(parse("river -nurse")) == []
    assert len(casebook.finding.articles(parse('"near the river" or mountain'))) == 1


def test_of_very_many_the_newest_come_first(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    few = Wanted(parse("qadri"))
    monkeypatch.setattr(storage_finding, "CAPPED", 5)
    for text in ("cf", "sources:<2", "missing:situation", "-situation:war", "cf said-by:mea"):
        everybody = Wanted(parse(text))
        newest = sorted(slow(casebook, everybody.query), reverse=True)
        first = casebook.finding.first(everybody)
        assert (list(first.ids), first.total, first.is_exact) == (newest[:5], 5, False)
        assert list(casebook.finding.ids(everybody, 3)) == newest[:3]
    first = casebook.finding.first(few)
    assert (list(first.ids), first.is_exact) == (list(casebook.finding.ids(few)), True)


def test_every_search_column_is_filled_for_somebody(casebook: Casebook) -> None:
    names = [name for name, _ in SEARCHED]
    listed = rows(casebook.desk.book.database, f"SELECT {', '.join(names)} FROM shown")
    assert {name for name, told in zip(names, zip(*listed, strict=True), strict=True) if not any(told)} <= EMPTY


EMPTY = {"s_visa", "s_occupation", "s_unit", "s_agent", "s_employer", "s_seen", "s_left_first", "s_left_last"} | {
    "s_review_first",
    "s_review_last",
}


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
        assert casebook.finding.count(Wanted(parse(f"group:{group.value}")))[1] == totals.by_group.get(group, Span())
    for uuid, _, people in totals.by_situation:
        assert casebook.finding.count(Wanted(situation=uuid))[1] == people
    by_group = casebook.finding.by_group(Wanted())
    assert {Group(group): people for group, (_, people) in by_group.items()} == totals.by_group
    assert casebook.finding.count(Wanted()) == (totals.cases, totals.people)
    assert sum(totals.by_group.values(), Span()) == totals.people


@pytest.mark.parametrize("field", COUNTABLE)
@pytest.mark.parametrize("text", ["", "a", "asha or imran", "status:dead", "not group:missing", "zzz"])
def test_each_count_of_a_menu_is_what_the_search_for_it_finds(casebook: Casebook, text: str, field: str) -> None:
    for facet in casebook.finding.facet(Wanted(parse(text)), field):
        narrowed = parse(with_term(text, field, facet.value))
        assert facet.people == casebook.finding.count(Wanted(narrowed))[1], facet


@pytest.mark.parametrize("word", KNOWN)
def test_the_values_known_of_a_field_are_found_by_it(casebook: Casebook, word: str) -> None:
    for value in casebook.finding.known(word):
        assert casebook.finding.count(Wanted(parse(with_term("", word, value))))[0], value
    assert casebook.finding.known("notes") == []


def test_a_group_and_a_situation_narrow_a_search(casebook: Casebook) -> None:
    war = casebook.finding.totals().by_situation[0][0]
    both = set(casebook.finding.ids(Wanted(parse("a group:dead"), situation=war)))
    parts = [Wanted(parse("a")), Wanted(parse("group:dead")), Wanted(situation=war)]
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


def test_reasons_hold_the_words_where_they_say(casebook: Casebook) -> None:
    for text in ("asha", "as ka", "आशा", "o'neil", "covid-19 river", "killed or missing"):
        query = parse(text)
        found = casebook.finding.reasons(casebook.finding.ids(Wanted(query)), query)
        for reason in found.values():
            marked = [fold(reason.text[start:end]) for start, end in reason.marks]
            assert marked
            assert all(any(one.startswith(word) for word in query.words) for one in marked), reason


def test_why_says_what_holds_the_word(casebook: Casebook) -> None:
    key = casebook.finding.ids(Wanted(parse("qadri")))[0]
    assert casebook.finding.why(key, parse("qadri")) == "Name: Imran Qadri"
    assert casebook.finding.why(key, parse("")) == ""
    assert casebook.finding.why(10**6, parse("qadri")) == ""
