"""A search written as a sheet: who answers it, what it was, and nobody named who must not be."""

from __future__ import annotations

import csv
import stat
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casefiles.domain.catalogue import FIELDS
from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput, CasefilesError
from casefiles.domain.records import CaseKind
from casefiles.domain.span import Span
from casefiles.storage import journal_head
from casefiles.workspace.entries import Report
from casefiles.workspace.search_export import Columns, ListCount, ListOrder

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.workspace.casebook import Casebook
    from tests.workspace.conftest import Clock


def enter(book: Casebook, **fields: str) -> int:
    return book.people.add(CaseKind.PERSON, [Report(key, typed=typed) for key, typed in fields.items()])


@pytest.fixture
def asha(book: Casebook) -> int:
    return enter(
        book,
        name="Asha Rana",
        origin="Surkhet, Nepal",
        age="30",
        birth_date="March 1994",
        passport="N1234567",
        agent="A friend of Bina Thapa",
        status="killed",
    )


@pytest.fixture
def bina(book: Casebook) -> int:
    return enter(book, name="Bina Thapa", origin="Kaski, Nepal", status="missing")


def read(path: Path) -> tuple[list[dict[str, str]], str]:
    """The rows of a list, and what it says of itself."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        assert reader.fieldnames is not None
        return rows, reader.fieldnames[-1]


def write(book: Casebook, path: Path, query: str = "", **order: Any) -> tuple[list[dict[str, str]], str]:
    book.search_export.write(ListOrder(query=query, **order), path)
    return read(path)


def test_a_list_says_what_was_asked_and_holds_who_answers(book: Casebook, tmp_path: Path, asha: int, bina: int) -> None:
    rows, about = write(book, tmp_path / "a.csv", "status:dead nepal", mark="RESTRICTED")
    assert [row["Name"] for row in rows] == ["Asha Rana"]
    assert rows[0]["Status"] == "Killed"
    assert rows[0]["Certainty"] == "Desk entry, no source"
    assert rows[0]["Origin"] == "Surkhet, Nepal"
    head = journal_head.head(book.desk.book.database).hash
    for said in (
        "Search: status:dead nepal",
        "As of: now, 12 Jun 2024",
        "Rows: 1",
        "Made by: Test Officer",
        "Casebook: desk",
        "Handling mark: RESTRICTED",
        f"Journal head: {head}",
    ):
        assert said in about
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600


def test_all_columns_follow_the_catalogue_and_what_is_for_the_family_waits_to_be_asked_for(
    book: Casebook, tmp_path: Path, asha: int
) -> None:
    (row,), about = write(book, tmp_path / "a.csv", wide=Columns.ALL)
    assert row["Age at the event"] == "30"
    assert (row["Date of birth (EDTF)"], row["Date of birth"]) == ("1994-03", "Mar 1994")
    assert "N1234567" not in str(row)
    assert "Left out: Passport, Visa" in about
    (row,), about = write(book, tmp_path / "b.csv", wide=Columns.ALL, private=True)
    assert row["Passport"] == "N1234567"
    assert "Left out" not in about
    shown = {heading.removesuffix(" (EDTF)") for heading in row}
    assert {field.label for field in FIELDS if field.key != "size"} <= shown


def test_a_report_only_for_the_family_is_held_back_cell_by_cell(book: Casebook, tmp_path: Path) -> None:
    book.people.add(CaseKind.PERSON, [Report("name", typed="Ram Rai"), Report("origin", typed="Kaski", release=3)])
    (row,), _ = write(book, tmp_path / "a.csv")
    assert (row["Name"], row["Origin"]) == ("Ram Rai", "[held back]")
    (row,), _ = write(book, tmp_path / "b.csv", private=True)
    assert row["Origin"] == "Kaski"


def test_people_on_hold_are_counted_and_named_nowhere(book: Casebook, tmp_path: Path, asha: int, bina: int) -> None:
    book.holds.hold(bina, "The family asked us to wait.", "2024-06-20")
    order = ListOrder(wide=Columns.ALL)
    assert book.search_export.count(order).rows == 1
    rows, about = write(book, tmp_path / "a.csv", wide=Columns.ALL)
    assert [row["Name"] for row in rows] == ["Asha Rana"]
    assert rows[0]["Agent"] == "[held back]"
    assert "Rows: 1 | Held back: 1 person on hold, not named here" in about
    assert "Bina" not in (tmp_path / "a.csv").read_text(encoding="utf-8")
    with pytest.raises(BadInput, match="The search names somebody who is on hold"):
        write(book, tmp_path / "b.csv", "bina thapa")
    assert not (tmp_path / "b.csv").exists()


def test_a_list_as_of_a_day_holds_who_was_known_then(book: Casebook, tmp_path: Path, asha: int, clock: Clock) -> None:
    clock.later(3)
    enter(book, name="Ram Rai", status="missing")
    rows, about = write(book, tmp_path / "a.csv", moment=Moment(learned=date(2024, 6, 13)))
    assert [row["Name"] for row in rows] == ["Asha Rana"]
    assert "As of: as learned by 13 Jun 2024 (Asia/Kolkata) | Rows: 1" in about


def test_the_search_is_told_as_it_was_typed(book: Casebook, tmp_path: Path, asha: int, bina: int) -> None:
    situation = book.settings.situation("Border war")
    book.people.set_situations(asha, [situation])
    rows, about = write(book, tmp_path / "a.csv", query="group:dead situation:border", wide=Columns.ALL)
    assert [row["Situations"] for row in rows] == ["Border war"]
    assert "Search: group:dead situation:border | As of: now" in about


def test_equal_facts_and_clock_give_equal_bytes(book: Casebook, tmp_path: Path, asha: int, clock: Clock) -> None:
    then = clock.now
    for kind in (".csv", ".xlsx"):
        written = []
        for name in ("a", "b"):
            clock.now = then
            path = (tmp_path / name).with_suffix(kind)
            book.search_export.write(ListOrder(wide=Columns.ALL), path)
            written.append(path.read_bytes())
        assert written[0] == written[1]


def test_a_list_that_is_stopped_leaves_nothing_behind(book: Casebook, tmp_path: Path, asha: int, bina: int) -> None:
    class Stop(CasefilesError):
        """The officer stopped it."""

    def stop(done: int, total: int) -> None:
        if done:
            raise Stop("Stopped.")

    (tmp_path / "a.csv").write_text("before", encoding="utf-8")
    before = set(tmp_path.iterdir())
    for name in ("a.csv", "a.xlsx"):
        with pytest.raises(Stop):
            book.search_export.write(ListOrder(), tmp_path / name, stop)
    assert set(tmp_path.iterdir()) == before
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "before"


def test_only_sheets_are_written_and_never_over_the_casebook(book: Casebook, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is not written as"):
        book.search_export.write(ListOrder(), tmp_path / "a.pdf")
    (tmp_path / "also.csv").symlink_to(book.path)
    with pytest.raises(BadInput, match="the casebook itself"):
        book.search_export.write(ListOrder(), tmp_path / "also.csv")
    assert book.search_export.write(ListOrder(), tmp_path / "empty.xlsx") == ListCount(0, Span())


def test_a_list_as_recorded_here_holds_who_was_removed_since(
    book: Casebook, tmp_path: Path, asha: int, clock: Clock
) -> None:
    clock.later(3)
    book.people.remove(asha)
    assert write(book, tmp_path / "now.csv")[0] == []
    rows, about = write(book, tmp_path / "then.csv", moment=book.moment("", "13 June 2024"))
    assert [row["Name"] for row in rows] == ["Asha Rana"]
    assert "As of: as recorded here by 13 Jun 2024 (Asia/Kolkata)" in about
    rows, about = write(book, tmp_path / "both.csv", moment=book.moment("13 June 2024", "13 June 2024"))
    assert [row["Name"] for row in rows] == ["Asha Rana"]
