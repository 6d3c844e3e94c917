"""Saved searches: a name and a text in an order, each act one step of undo; recent ones in no journal at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.records import CaseKind
from casefiles.domain.span import Span
from casefiles.search.problems import BadQuery
from casefiles.storage.asking import rows
from casefiles.storage.check import verify
from casefiles.workspace import files
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.recent_searches import KEPT
from casefiles.workspace.saved_searches import proposed_name


@pytest.fixture
def three(book: Casebook) -> list[str]:
    searches = (("Dead", "status:dead"), ("Asha", "asha"), ("Everybody", "*"))
    return [book.saved_searches.add(name, text) for name, text in searches]


def names(book: Casebook) -> list[str]:
    return [one.name for one in book.saved_searches.all()]


def told(book: Casebook) -> list[tuple[str, str, str]]:
    lines = [line for line in book.journal.everything() if line.what == "Saved search"]
    return [(line.label, line.before, line.after) for line in lines]


def test_they_stand_in_the_order_they_were_saved_in(book: Casebook, three: list[str]) -> None:
    assert [(one.uuid, one.name, one.text) for one in book.saved_searches.all()] == [
        (three[0], "Dead", "status:dead"),
        (three[1], "Asha", "asha"),
        (three[2], "Everybody", "*"),
    ]


def test_each_finds_the_people_there_are_now(book: Casebook) -> None:
    count = book.saved_searches.count
    assert count("status:dead").people == Span(0, 0)
    book.people.add(CaseKind.GROUP, [Report("size", typed="2-5"), Report("status", {"status": "killed"})])
    assert count("status:dead").people == Span(2, 5)
    assert count("asha").people == Span(0, 0)


def test_a_text_that_can_no_longer_be_read_says_why(book: Casebook) -> None:
    counted = book.saved_searches.count("colour:red")
    assert counted.people is None
    assert counted.trouble.startswith("“colour:” is not a field to search by.")


@pytest.mark.parametrize(
    ("move", "order"),
    [
        ((2, -1), ["Dead", "Everybody", "Asha"]),
        ((0, 1), ["Asha", "Dead", "Everybody"]),
        ((0, 9), ["Asha", "Everybody", "Dead"]),
        ((1, -9), ["Asha", "Dead", "Everybody"]),
    ],
)
def test_they_are_moved_up_and_down(book: Casebook, three: list[str], move: tuple[int, int], order: list[str]) -> None:
    which, steps = move
    book.saved_searches.move(three[which], steps)
    assert names(book) == order
    book.journal.undo()
    assert names(book) == ["Dead", "Asha", "Everybody"]


def test_at_either_end_a_move_is_no_act(book: Casebook, three: list[str]) -> None:
    before = book.journal.undo_label()
    book.saved_searches.move(three[0], -1)
    book.saved_searches.move(three[2], 1)
    assert book.journal.undo_label() == before


def test_they_can_be_moved_after_one_of_them_went(book: Casebook, three: list[str]) -> None:
    book.saved_searches.remove(three[0])
    book.saved_searches.add("Home", "status:home")
    book.saved_searches.move(three[2], -1)
    assert names(book) == ["Everybody", "Asha", "Home"]


def test_every_act_is_one_step_and_told_in_plain_words(book: Casebook, three: list[str]) -> None:
    searches = book.saved_searches
    searches.rename(three[0], "Killed")
    searches.change(three[0], "status:killed")
    searches.move(three[1], -1)
    searches.remove(three[2])
    assert told(book)[:5] == [
        ("Remove the saved search “Everybody”", "3. Everybody: *", ""),
        ("Move the search “Asha” up", "1. Killed: status:killed", "2. Killed: status:killed"),
        ("Move the search “Asha” up", "2. Asha: asha", "1. Asha: asha"),
        ("Change what the search “Killed” looks for", "1. Killed: status:dead", "1. Killed: status:killed"),
        ("Rename the search “Dead” to “Killed”", "1. Dead: status:dead", "1. Killed: status:dead"),
    ]
    after = searches.all()
    for _ in range(7):
        book.journal.undo()
    assert searches.all() == []
    for _ in range(7):
        book.journal.redo()
    assert searches.all() == after
    assert verify(book.desk.book.database) == []


@pytest.mark.parametrize("name", ["Dead", "dead", "  DEAD "])
def test_a_name_is_given_once(book: Casebook, three: list[str], name: str) -> None:
    sentence = "There is a saved search called “Dead” already. Choose another name."
    for act in (lambda: book.saved_searches.add(name, "x"), lambda: book.saved_searches.rename(three[1], name)):
        with pytest.raises(BadInput) as refused:
            act()
        assert str(refused.value) == sentence
    assert names(book) == ["Dead", "Asha", "Everybody"]


def test_the_case_of_its_own_name_may_change(book: Casebook, three: list[str]) -> None:
    book.saved_searches.rename(three[0], "DEAD")
    assert names(book)[0] == "DEAD"


@pytest.mark.parametrize("text", ["", "  ", "()", "()()"])
def test_a_text_that_says_nothing_is_refused(book: Casebook, three: list[str], text: str) -> None:
    for act in (lambda: book.saved_searches.add("New", text), lambda: book.saved_searches.change(three[0], text)):
        with pytest.raises(BadInput, match="everybody"):
            act()


def test_a_text_that_cannot_be_read_is_refused_at_its_place(book: Casebook, three: list[str]) -> None:
    for act in (
        lambda: book.saved_searches.add("New", "asha staus:dead"),
        lambda: book.saved_searches.change(three[0], "asha staus:dead"),
    ):
        with pytest.raises(BadQuery) as refused:
            act()
        assert "asha staus:dead"[refused.value.start : refused.value.end].startswith("staus")


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_of_no_use_is_refused(book: Casebook, name: str) -> None:
    with pytest.raises(BadInput):
        book.saved_searches.add(name, "asha")


@pytest.mark.parametrize(
    "act",
    [
        lambda book, uuid: book.saved_searches.rename(uuid, "Other"),
        lambda book, uuid: book.saved_searches.change(uuid, "other"),
        lambda book, uuid: book.saved_searches.move(uuid, 1),
        lambda book, uuid: book.saved_searches.remove(uuid),
    ],
)
def test_one_that_is_gone_is_said_to_be(
    book: Casebook, three: list[str], act: Callable[[Casebook, str], object]
) -> None:
    book.saved_searches.remove(three[0])
    with pytest.raises(NotFound, match="no longer in this casebook"):
        act(book, three[0])


def test_one_is_found_by_its_name(book: Casebook, three: list[str]) -> None:
    assert book.saved_searches.named(" dead ").text == "status:dead"
    with pytest.raises(NotFound, match="There are: “Dead”, “Asha”, “Everybody”") as refused:
        book.saved_searches.named("Alive")
    assert refused.value.say == "There is no saved search called “Alive”."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("status:dead origin:nepal", "Dead, nepal"),
        ("status:dead,missing", "Dead, missing"),
        ('origin:"Surat, Gujarat"', "Surat, Gujarat"),
        ("age:<30 kaski or surat", "Age <30, kaski or surat"),
        ('"asha rana"* -killed', "Asha rana, not killed"),
        ("missing:age", "Missing age"),
        ("*", "Everybody"),
        ("", ""),
        ("colour:red", ""),
    ],
)
def test_a_name_is_proposed(text: str, name: str) -> None:
    assert proposed_name(text) == name


def test_a_proposed_name_is_short_enough_to_be_taken(book: Casebook) -> None:
    long = " or ".join(f"word{number}" for number in range(60))
    book.saved_searches.add(proposed_name(long), long)
    assert len(names(book)[0]) <= 80


# recent searches


def test_the_last_searches_come_back_newest_first_and_once(book: Casebook) -> None:
    for text in ("asha", "status:dead", "  asha  "):
        book.recent_searches.remember(text)
    assert book.recent_searches.all() == ["asha", "status:dead"]


def test_only_so_many_are_kept(book: Casebook) -> None:
    for number in range(KEPT + 5):
        book.recent_searches.remember(f"word{number}")
    kept = book.recent_searches.all()
    assert len(kept) == KEPT == 12
    assert kept[0] == "word16"


@pytest.mark.parametrize("text", ["", "   ", "()", "colour:red", "x" * 5000])
def test_what_was_no_search_is_not_remembered(book: Casebook, text: str) -> None:
    book.recent_searches.remember(text)
    assert book.recent_searches.all() == []


def test_they_survive_a_restart_and_can_be_forgotten(book: Casebook) -> None:
    book.recent_searches.remember("asha")
    again = Casebook.open(book.path)
    assert again.recent_searches.all() == ["asha"]
    again.recent_searches.forget()
    again.close()
    assert book.recent_searches.all() == []


def test_they_are_no_act_and_stand_in_no_journal(book: Casebook, tmp_path: Path) -> None:
    database = book.desk.book.database
    before = book.journal.head_hash()
    book.recent_searches.remember("secretname")
    assert book.journal.head_hash() == before
    assert not any("secretname" in str(row) for row in rows(database, "SELECT * FROM row_image"))
    assert not any("secretname" in str(row) for row in rows(database, "SELECT * FROM change_set"))
    files.export(book, tmp_path / "all.json")
    assert b"secretname" not in (tmp_path / "all.json").read_bytes()


def test_once_forgotten_and_closed_nothing_of_them_is_left_in_the_file(tmp_path: Path) -> None:
    casebook = Casebook.new(tmp_path / "a.casebook")
    casebook.recent_searches.remember("secretname")
    casebook.recent_searches.forget()
    casebook.close()
    assert not any(b"secretname" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_search_is_done_even_where_it_cannot_be_remembered(book: Casebook) -> None:
    other = Casebook.open(book.path)
    book.wait_at_most(1)
    with other.desk.book.database.atomic("IMMEDIATE"):
        book.recent_searches.remember("asha")
    other.close()
    assert book.recent_searches.all() == []
