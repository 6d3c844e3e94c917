"""The ledger from the command line: published totals as they were reported, and an invented ledger beside people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def published(book: Path, done: Run) -> Path:
    """A casebook with the totals that ministers and papers gave over two years."""
    done("apply", book, DATA / "ledger.json")
    return book


def figures(done: Run, book: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = done("figures", book, "--json", *words).data["figures"]
    return found


def one(found: list[dict[str, Any]], measure: str, as_of: str, **more: object) -> dict[str, Any]:
    wanted = {"measure": measure, "as_of": as_of, "breakdown": ""} | more
    (hit,) = [figure for figure in found if all(figure[key] == value for key, value in wanted.items())]
    return hit


def test_every_total_has_the_keys_that_scripts_rely_on(published: Path, done: Run) -> None:
    keys = "id measure population low high relation as_of speakers closes left_over why people flags".split()
    found = figures(done, published)
    assert len(found) == 65
    assert all(set(keys) <= set(figure) for figure in found)
    assert all(figure["people"] is None for figure in found)


def test_four_totals_close(published: Path, done: Run) -> None:
    found = figures(done, published)
    closing = [figure["as_of"] for figure in found if figure["measure"] == "total" and figure["closes"]]
    assert closing == ["2026-05-22", "2025-12-18", "2025-03?", "2025-01-17", "2024-08-09"]
    assert one(found, "total", "2026-05-22", closes=True)["population"] == "petitioner families"
    assert one(found, "total", "2024-08-09")["left_over"] == [0, 0]


def test_the_state_table_sums_and_the_missing_lie_inside_it(published: Path, done: Run) -> None:
    still = one(figures(done, published), "still there", "2025-02-06")
    assert (still["low"], still["closes"], still["left_over"]) == (18, True, [0, 0])
    assert [(partition["by"], partition["closes"]) for partition in still["sums"]] == [("state", True)]


def test_what_is_left_over_is_told(published: Path, done: Run) -> None:
    found = figures(done, published)
    july = one(found, "total", "2025-07")
    assert (july["closes"], july["left_over"]) == (False, [16, 16])
    (flag,) = july["flags"]
    assert flag.startswith("not restated: dead, 12 ")
    assert flag.endswith("with it 4 are not accounted for")
    may = one(found, "total", "2026-05-22", population="")
    assert (may["closes"], may["left_over"], may["words"]["sum"]) == (False, [23, 23], "23 not accounted for")


def test_eleven_of_a_few_is_more_than_six_of_all(published: Path, done: Run) -> None:
    found = [figure for figure in figures(done, published) if figure["as_of"] == "2026-05-22"]
    clashing = [figure for figure in found if any(flag.startswith("clash: 11 > 6") for flag in figure["flags"])]
    assert sorted((figure["measure"], figure["low"]) for figure in clashing) == [("missing", 6), ("missing", 11)]


def test_the_press_is_never_closed_by_officials(published: Path, done: Run) -> None:
    press = [figure for figure in figures(done, published) if figure["kind"] == "press"]
    assert [figure["as_of"] for figure in press] == ["2025-09-26", "2024-06-11", "2024-04-25"]
    for figure in press:
        assert (figure["closes"], figure["left_over"]) == (None, None)
        assert all(flag.startswith("cannot be added: ") for flag in figure["flags"])


def test_what_fell_is_flagged_and_states_are_not(published: Path, done: Run) -> None:
    found = figures(done, published)
    fallen = [figure for figure in found if any(flag.startswith("fall: ") for flag in figure["flags"])]
    assert [(figure["measure"], figure["low"], figure["as_of"]) for figure in fallen] == [("out", 96, "2025-09-26")]


def test_the_past_shows_what_had_been_learned(published: Path, done: Run) -> None:
    assert len(figures(done, published, "--as-of", "2024-08-09")) == 16
    before = done("figures", published, "--as-of", "2024-02-01")
    assert before.out == "No totals had been learned by 1 Feb 2024; the first was learned on 29 Feb 2024.\n"
    assert done("figures", published, "--as-of", "2024-02-01", "--json").data["figures"] == []


def test_a_person_reads_officials_and_the_press_apart(published: Path, done: Run) -> None:
    told = done("figures", published, "--situation", "recruits abroad").out
    day = told[told.index("11 Jun 2024") : told.index("25 Apr 2024")]
    assert day.index("Official") < day.index("4 dead") < day.index("Press") < day.index("about 200 total")
    assert "23 not accounted for" in told


def test_no_such_situation_is_said(book: Path, run: Run) -> None:
    said = run("figures", book, "--situation", "Nowhere")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("There is no situation called “Nowhere”.")
    assert run("figures", book).out == "No totals are reported yet.\n"


def test_the_seed_is_reconciled(book: Path, done: Run, tmp_path: Path) -> None:
    for name, day in (("Hemil Mangukiya", "2024-02-21"), ("Mohammed Asfan", "March 2024")):
        done("case", "add", book, "--name", name, "--status", "killed", "--date", day, "--said-by", "MEA")
    done("case", "add", book, "--group", "2", "--status", "killed", "--date", "by 11 June 2024", "--said-by", "MEA")
    (tmp_path / "four.json").write_text(
        '{"casefiles": 1, "figures": [{"measure": "killed", "low": 4, "high": 4, "relation": "=", "query":'
        ' "status:dead", "as_of": "2024-06-11", "mode": "cumulative", "speakers": ["Ministry of External Affairs"]}]}'
    )
    done("apply", book, tmp_path / "four.json")
    (four,) = figures(done, book)
    assert four["people"] == {"named": 2, "unnamed": 2, "disputed": 0, "not_accounted_for": 0, "groups": 1}
    assert four["words"]["people"] == "2 named, 2 unnamed in one group, 0 not accounted for"


def test_an_invented_ledger_stands_beside_its_people(book: Path, done: Run) -> None:
    done("apply", book, DATA / "ledger_invented.json")
    found = figures(done, book, "--situation", "Harbour fire")
    official, press = (one(found, "total", "2023-09-01", kind=kind) for kind in ("official", "press"))
    assert (official["closes"], official["left_over"]) == (False, [8, 23])
    assert official["people"]["unnamed"] == [2, 4]
    assert official["people"]["not_accounted_for"] == [55, 57]
    assert (press["closes"], press["people"]) == (True, None)
    village = one(found, "evacuated", "2023-09-01")
    assert (village["closes"], village["left_over"]) == (False, None)
    assert village["flags"] == ["parts exceed their whole: the parts by village come to 54, the total is 53"]
    assert one(found, "dead", "2023-09-05")["high"] is None
