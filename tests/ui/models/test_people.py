from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from casefiles.domain.certainty import Certainty
from ui.models.faces import Half, PillFace, Row
from ui.models.people import KEPT_ROWS, PAGE, PeopleModel

if TYPE_CHECKING:
    from collections.abc import Sequence

KILLED = PillFace(Certainty.REPORTED, (Half("dead", "circle-x", "Reported killed"),))


def person(case: int, name: str) -> Row:
    return Row(case, name, "", KILLED, name)


class Store:
    """Rows by key, remembering what was asked of it."""

    def __init__(self, gone: Sequence[int] = ()) -> None:
        self.asked: list[list[int]] = []
        self.gone = set(gone)
        self.suffix = ""

    def __call__(self, ids: Sequence[int]) -> list[Row]:
        self.asked.append(list(ids))
        return [person(case, f"Person {case}{self.suffix}") for case in reversed(ids) if case not in self.gone]


def ids(count: int, first: int = 1) -> array[int]:
    return array("q", range(first, first + count))


def test_only_the_page_looked_at_is_fetched() -> None:
    store = Store()
    model = PeopleModel(store)
    model.show_ids(ids(1_000_000))
    assert model.rowCount() == 1_000_000
    assert store.asked == []
    row = model.row(700_000)
    assert row
    assert row.id == 700_001
    start = 700_000 - 700_000 % PAGE
    assert store.asked == [list(range(start + 1, start + 1 + PAGE))]
    model.row(start + PAGE - 1)
    assert len(store.asked) == 1


def test_the_first_page_is_shown_without_fetching() -> None:
    store = Store()
    model = PeopleModel(store)
    model.show_ids(array("q", [5, 3]), [person(5, "Asha"), person(3, "Bela")])
    first = model.row(1)
    assert first
    assert first.name == "Bela"
    assert store.asked == []
    assert model.rowCount() == 2
    assert model.id_at(2) is None


def test_rows_survive_a_new_order_and_are_fetched_again_only_after_refresh() -> None:
    store = Store()
    model = PeopleModel(store)
    model.show_ids(ids(10))
    model.row(0)
    model.show_ids(array("q", reversed(ids(10))))
    model.row(0)
    assert len(store.asked) == 1
    store.suffix = " renamed"
    model.refresh([10])
    row = model.row(0)
    assert row
    assert row.name == "Person 10 renamed"
    assert store.asked[1:] == [[10]]


def test_only_so_many_rows_are_kept() -> None:
    store = Store()
    model = PeopleModel(store)
    model.show_ids(ids(KEPT_ROWS + PAGE))
    for position in range(0, KEPT_ROWS + PAGE, PAGE):
        model.row(position)
    before = len(store.asked)
    model.row(KEPT_ROWS)
    assert len(store.asked) == before
    model.row(0)
    assert len(store.asked) == before + 1


def test_a_record_that_is_gone_is_asked_for_once_and_shown_as_nothing() -> None:
    store = Store(gone=[2])
    model = PeopleModel(store)
    model.show_ids(ids(3))
    assert model.row(1) is None
    assert model.row(1) is None
    assert len(store.asked) == 1
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) is None


def test_positions_are_told_in_order() -> None:
    model = PeopleModel(Store())
    model.show_ids(array("q", [9, 4, 7, 1]))
    assert model.positions_of([1]) == [3]
    assert model.positions_of([1, 9, 55]) == [0, 3]
    assert model.positions_of([55]) == []
    assert model.positions_of([]) == []


def test_a_row_is_one_sentence_to_a_screen_reader() -> None:
    told = "Rohan Perera, Sri Lanka, Killed, reported, 27 Feb 2026, 4 sources"
    row = Row(1, "Rohan Perera", "died 27 Feb", KILLED, told, "Sri Lanka", 4)
    model = PeopleModel(lambda _ids: [row])
    model.show_ids(array("q", [1]))
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == told
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
