"""What the search box understands, and how it says that it does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from casefiles.domain.catalogue import FIELDS
from casefiles.domain.problems import BadInput
from casefiles.domain.status import GROUP_LABELS, STATUSES
from casefiles.search.fields import BY_WORD
from casefiles.search.query import BadQuery, Query, parse, read
from casefiles.search.tree import All, Any, Between, Days, Everything, Key, Node, Not, Term, Text, Value, Words
from tests.search.texts import TEXTS, trees


def word(*words: str, whole: bool = False) -> Words:
    return Words(Text(words, whole))


def term(field: str, *values: Value) -> Term:
    return Term(field, values)


def days(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", All()),
        ("  \t\n", All()),
        ("…", All()),
        ("*", Everything()),
        ("Asha RANA", All((word("asha"), word("rana")))),
        ("ash*", word("ash")),
        ("O'Neil", word("oneil")),
        ("O’Neil", word("oneil")),
        ("covid-19", word("covid", "19")),
        ('"Asha Rana"', word("asha", "rana", whole=True)),
        ("“Asha Rana”", word("asha", "rana", whole=True)),
        ('"Asha Ra"*', word("asha", "ra")),
        ('"Asha Ra', word("asha", "ra")),
        ('"', All()),
        ('""', All()),
        ("as\0ha", All((word("as"), word("ha")))),
        ("आशा", word("आशा")),
        ("السلام", word("السلام")),
        ("a", word("a")),
        ('a"b', All((word("a"), word("b")))),
        ("12:30", word("12", "30")),
        ("a b or c", Any((All((word("a"), word("b"))), word("c")))),
        ("a AND (b OR c)", All((word("a"), Any((word("b"), word("c")))))),
        ("-a", Not(word("a"))),
        ("not a", Not(word("a"))),
        ("not not a", word("a")),
        ("- a", word("a")),
        ("-(a or b)", Not(Any((word("a"), word("b"))))),
        ('"and"', word("and", whole=True)),
    ],
)
def test_words_and_what_joins_them(typed: str, tree: Node) -> None:
    assert parse(typed) == Query(tree)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("status:killed", term("status", Key("killed"))),
        ("Status:DEAD", term("status", Key("dead"))),
        ("status:missing", term("status", Key("missing"))),
        ('status:"Still there"', term("status", Key("still_there"))),
        ("status:released,repatriated", term("status", Key("released"), Key("repatriated"))),
        ("status:killed,", term("status", Key("killed"))),
        ("status:", All()),
        ("group:missing", term("group", Key("missing"))),
        ("certainty:desk", term("certainty", Key("desk"))),
        ('origin:"Surat, Gujarat"', term("origin", Text(("surat", "gujarat"), whole=True))),
        ("origin:surat,kaski", term("origin", Text(("surat",)), Text(("kaski",)))),
        ("origin:…", All()),
        ("age:30", term("age", Between(30, 30))),
        ("age:<30", term("age", Between(None, 29))),
        ("age:≤30", term("age", Between(None, 30))),
        ("age:>30", term("age", Between(31, None))),
        ("age:20..30", term("age", Between(20, 30))),
        ("age:20-30", term("age", Between(20, 30))),
        ("age:..30", term("age", Between(None, 30))),
        ("age:child,elder", term("age", Key("child"), Key("elder"))),
        ("versions:>1", term("versions", Between(2, None))),
        ("grade:>=3", term("grade", Between(None, 3))),
        ("grade:<3", term("grade", Between(4, None))),
        ("grade:2", term("grade", Between(2, 2))),
        ("silent:>30d", term("silent", Between(31, None))),
        ("silent:30", term("silent", Between(30, None))),
        ("quiet:<2w", term("quiet", Between(None, 13))),
        ("quiet:10..20d", term("quiet", Between(10, 20))),
        ("date:2024-03", term("date", days("2024-03-01", "2024-03-31"))),
        ("date:2024-01..2024-03", term("date", days("2024-01-01", "2024-03-31"))),
        ("date:2024-01/2024-03", term("date", days("2024-01-01", "2024-03-31"))),
        ("date:2024-03..", term("date", days("2024-03-01", ""))),
        ("date:../2024-03", term("date", days("", "2024-03-31"))),
        ("date:<2024-03", term("date", days("", "2024-02-29"))),
        ("date:>=2024", term("date", days("2024-01-01", ""))),
        ("since:2024-02", term("since", days("2024-02-01", ""))),
        ("until:2024-02", term("until", days("", "2024-02-29"))),
        ('born:"March 1990"', term("born", days("1990-03-01", "1990-03-31"))),
        ("contact:2024~", term("contact", days("2024-01-01", "2024-12-31"))),
        ("said-by:embassy", term("said-by", Text(("embassy",)))),
        ("said_by:embassy", term("said-by", Text(("embassy",)))),
        ("source:S-000042", term("source", Text(("s", "000042")))),
        ("missing:said-by", term("missing", Key("said-by"))),
        ("-status:killed", Not(term("status", Key("killed")))),
    ],
)
def test_fields(typed: str, tree: Node) -> None:
    assert parse(typed) == Query(tree)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_field_of_the_catalogue_is_searched_by_its_word(field: object) -> None:
    known = BY_WORD[field.word]  # type: ignore[attr-defined]  # pytest cannot tell
    assert isinstance(parse(f'{known.word}:"{known.example}"').tree, Term)
    assert isinstance(parse(f"missing:{known.word}").tree, Term)


@pytest.mark.parametrize("label", [*GROUP_LABELS.values(), *(status.label for status in STATUSES.values())])
def test_every_status_and_group_can_be_searched_by_its_label(label: str) -> None:
    assert isinstance(parse(f'status:"{label}"').tree, Term)


@pytest.mark.parametrize(
    ("typed", "part", "says"),
    [
        ("staus:dead", "staus:dead", "“staus:” is not a field to search by. Did you mean “status:”?"),
        ("x orign:x", "orign:x", "“orign:” is not a field to search by. Did you mean “origin:”?"),
        ("status:kiled", "kiled", "status: “kiled” is not one of its values. Did you mean “killed”?"),
        ("status:dead,kiled x", "kiled", "status: “kiled” is not one of its values. Did you mean “killed”?"),
        ("missing:orign", "orign", "missing: “orign” is not one of its values. Did you mean “origin”?"),
        ("held:maybe", "maybe", "held: “maybe” is not one of its values. Use one of: yes, no."),
        ("age:old", "old", "age: “old” is not a number. Write for example 30, <30, >=18 or 20..30."),
        ("age:30..20", "30..20", "age: The range 30..20 is the wrong way round. Write 20..30."),
        ("silent:long", "long", "silent: “long” is not a number of days. Write for example >30d, <7d or >8w."),
        (
            "date:2024-02-31",
            "2024-02-31",
            "date: 2024-02-31 does not exist. February 2024 has 29 days. If the day is not known, write 2024-02.",
        ),
        (
            "date:6-Jan",
            "6-Jan",
            "date: “6-Jan” is not a date with its year. Write for example 2024, 2024-03 or 2024-03-21.",
        ),
        ("date:..", "..", "date: “..” has no end to go by. Write for example 2024-03."),
        ("born:>9999", ">9999", "born: There is no day before or after that date. Leave out the sign."),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(typed: str, part: str, says: str) -> None:
    with pytest.raises(BadQuery) as refused:
        parse(typed)
    assert str(refused.value) == says
    assert typed[refused.value.start : refused.value.end] == part


@pytest.mark.parametrize(
    ("typed", "part", "says"),
    [
        ("asha or", "or", '“or” needs something before and after it. To find the word itself, write "or" in quotes.'),
        (
            "AND AND",
            "AND",
            '“AND” needs something before and after it. To find the word itself, write "AND" in quotes.',
        ),
        ("asha not", "not", "“not” needs something after it. Write what is not wanted."),
        ("(asha", "(", "A bracket is opened and never closed. Close it with “)”."),
        ("asha)", ")", "A bracket is closed that was never opened. Take it out, or open one."),
    ],
)
def test_a_slip_is_made_good_and_told_while_it_is_typed(typed: str, part: str, says: str) -> None:
    problem = read(typed).problem
    assert problem is not None
    assert str(problem) == says
    assert typed[problem.start : problem.end] == part
    assert parse(typed) == read(typed).query


def test_an_unknown_field_far_from_all_names_some() -> None:
    with pytest.raises(BadInput) as refused:
        parse("qqq:x")
    assert "name:" in refused.value.hint
    assert "and others" in refused.value.hint


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("asha staus:dead", "asha"),
        ("status:killed,kiled asha", "status:killed asha"),
        ("asha or", "asha"),
        ("(asha or bina", "asha or bina"),
        ("asha) bina", "asha bina"),
        ('origin:"surat guj', 'origin:"surat guj"*'),
        ("AND AND", ""),
    ],
)
def test_while_it_is_typed_the_rest_is_searched_for(typed: str, best: str) -> None:
    assert read(typed).query.text == best


@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    reading = read(text)
    assert all(word == word.strip() and word for word in reading.query.words)
    if reading.problem:
        assert 0 <= reading.problem.start <= reading.problem.end <= len(text)
        assert reading.problem.say
        assert reading.problem.hint


@given(TEXTS)
def test_a_search_written_again_means_the_same(text: str) -> None:
    query = read(text).query
    assert parse(query.text) == query
    assert parse(query.text).text == query.text


@given(trees())
def test_every_tree_can_be_written(tree: Node) -> None:
    assert parse(Query(tree).text).tree == tree


@pytest.mark.parametrize(
    "typed", ["asha " * 20_000, "x" * 100_000, "(" * 100_000, "-" * 100_000, '"' * 100_001, "a:" * 50_000]
)
def test_a_hundred_kilobytes_are_read_as_far_as_anybody_types(typed: str) -> None:
    assert len(read(typed).query.text) <= 1002
    assert len(read(typed).query.words) <= 200


def test_a_single_letter_beside_longer_words_is_left_out_of_account() -> None:
    query = parse("a asha")
    assert query.words == ("asha",)
    assert query.text == "a asha"
    assert parse("a").words == ("a",)
    assert parse("李 asha").words == ("李", "asha")


def test_words_are_those_that_must_be_there() -> None:
    assert parse('asha "of kaski" (river or lake) -cook status:dead').words == ("asha", "of", "kaski", "river", "lake")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("owner:", "needs a value after it"),
        ("name:*", "needs a value after it"),
        ('asha origin:""', "needs a value after it"),
        ("asha 🕊", "holds no letters or numbers"),
        ('"', "holds no letters or numbers"),
        ("x" * 1001, "Only the first 1,000 characters"),
        ("and", "needs something before and after it"),
    ],
)
def test_what_is_left_out_is_told_and_refused_by_nobody(typed: str, told: str) -> None:
    problem = read(typed).problem
    assert problem is not None
    assert problem.is_slip
    assert told in problem.say
    assert parse(typed) == read(typed).query


def test_refusing_twice_is_asking() -> None:
    assert parse("-(-asha)") == parse("not (not asha)") == parse("asha")
    assert parse("-(-(-asha))") == parse("-asha")
