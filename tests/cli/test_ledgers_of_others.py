"""Ledgers as strangers write them, taken in from a file: what a careful official would expect to be told of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.cli.running import Run

Told = dict[str, dict[str, Any]]
MINISTRY, COURIER = "Foreign Ministry", "Daily Courier"


def whole(number: int | None = None, measure: str = "total", as_of: str = "2024-01-10", **more: Any) -> dict[str, Any]:
    """Return a total that is part of nothing."""
    return _number(number) | {"measure": measure, "as_of": as_of, "speakers": [MINISTRY]} | more


def part(of: str, number: int | None, measure: str, **more: Any) -> dict[str, Any]:
    """Return a part of the total that has this name."""
    return _number(number) | {"measure": measure, "part_of": of} | more


def _number(number: int | None) -> dict[str, Any]:
    return {} if number is None else {"low": number}


@pytest.fixture
def ledger(book: Path, done: Run, tmp_path: Path) -> Any:
    """Take a ledger in, and return what the command tells of each total, by its name."""

    def told(**figures: dict[str, Any]) -> Told:
        uuids = {name: str(UUID(int=at)) for at, name in enumerate(figures, 1)}
        records = [
            {"id": uuids[name], "learned_on": "2024-12-01"}
            | figure
            | ({"part_of": uuids[figure["part_of"]]} if "part_of" in figure else {})
            for name, figure in figures.items()
        ]
        (tmp_path / "ledger.json").write_text(json.dumps({"casefiles": 1, "figures": records}))
        done("apply", book, tmp_path / "ledger.json")
        found = {figure["id"]: figure for figure in done("figures", book, "--json").data["figures"]}
        return {name: found[uuid] for name, uuid in uuids.items()}

    return told


def sum_of(figure: dict[str, Any]) -> tuple[bool | None, list[int | None] | None, str]:
    return figure["closes"], figure["left_over"], figure["words"]["sum"]


def test_hostages_taken_freed_and_held(ledger: Any) -> None:
    told = ledger(
        taken=whole(240, "hostages taken"),
        freed=part("taken", 4, "released"),
        dead=part("taken", 2, "dead"),
        held=part("taken", 230, "still held", high=235),
        feared=part("held", 20, "presumed dead", relation="≥", nesting="nested"),
        later=whole(238, "hostages taken", "2024-03-01"),
        held_later=part("later", 120, "still held", nesting="beside"),
        freed_later=part("later", 120, "released", nesting="beside"),
        last=whole(239, "hostages taken", "2024-04-01"),
    )
    assert sum_of(told["taken"]) == (None, [0, 4], "at most 4 not accounted for")
    assert sum_of(told["held"]) == (None, None, "")
    assert sum_of(told["later"]) == (False, None, "the parts come to more")
    assert told["later"]["flags"] == [
        "fall: hostages taken was 240 on 10 Jan 2024 and is 238 on 1 Mar 2024",
        "parts exceed their whole: the parts come to 240, the total is 238",
    ]
    assert told["held_later"]["flags"] == told["last"]["flags"] == []


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        ({"low": 100, "relation": "≥"}, ({"low": 40}, {"low": 60}), (None, [0, None], "cannot be told")),
        ({"low": 100}, ({"low": 40, "relation": "≥"}, {"low": 60}), (None, [0, 0], "the parts may come to more")),
        ({"low": 100}, ({"high": 40}, {"high": 50}), (False, [10, 100], "10–100 not accounted for")),
        ({"high": 100}, ({"low": 40}, {"low": 50}), (None, [0, 10], "at most 10 not accounted for")),
        ({"low": 100, "relation": "~"}, ({"low": 40}, {"low": 60}), (None, [0, 0], "cannot be told")),
        ({"low": 100, "relation": "~"}, ({"low": 40}, {"low": 37}), (None, [23, 23], "about 23 not accounted for")),
        ({"low": 100}, ({"low": 40, "relation": "≥"}, {"low": 70}), (False, None, "the parts come to more")),
        (
            {"low": 90, "relation": "≥"},
            ({"low": 40, "relation": "~"}, {"low": 60}),
            (None, [0, None], "cannot be told"),
        ),
        ({"low": 0}, ({"low": 0}, {"low": 0}), (True, [0, 0], "closes")),
        ({"low": 9 * 10**15}, ({"low": 4 * 10**15}, {"low": 5 * 10**15}), (True, [0, 0], "closes")),
    ],
)
def test_numbers_said_as_at_least_at_most_and_about(ledger: Any, total: Any, parts: Any, expected: Any) -> None:
    told = ledger(
        all=whole(**total), dead=part("all", None, "dead", **parts[0]), home=part("all", None, "home", **parts[1])
    )
    assert sum_of(told["all"]) == expected


def test_a_number_with_an_upper_end_alone_is_at_most_that(ledger: Any) -> None:
    told = ledger(most=whole(None, high=30))
    assert (told["most"]["low"], told["most"]["high"], told["most"]["relation"]) == (0, 30, "≤")


def test_a_number_that_two_voices_tell_is_added_once(ledger: Any) -> None:
    told = ledger(
        all=whole(33),
        police=part("all", 10, "dead", speakers=["Border Police"]),
        army=part("all", 12, "dead", speakers=["Army"]),
        home=part("all", 20, "home"),
    )
    assert sum_of(told["all"]) == (False, [1, 3], "1–3 not accounted for")
    assert told["all"]["why"] == "10 or 12 + 20 = 30–32 of 33: 1–3 left over."
    clash = "clash: dead is 10 by Border Police and 12 by Army, on 10 Jan 2024"
    assert told["police"]["flags"] == told["army"]["flags"] == [clash]


def test_parts_that_are_said_to_lie_beside_each_other_are_added_and_never_clash(ledger: Any) -> None:
    told = ledger(
        all=whole(40, "dead"),
        north=part("all", 10, "dead", speakers=["Northern Police"], nesting="beside"),
        south=part("all", 30, "dead", speakers=["Southern Police"], nesting="beside"),
    )
    assert sum_of(told["all"]) == (True, [0, 0], "closes")
    assert [flag for one in told.values() for flag in one["flags"]] == []


def test_what_may_be_counted_twice_is_said(ledger: Any) -> None:
    told = ledger(
        all=whole(20),
        killed=part("all", 3, "killed"),
        dead=part("all", 5, "dead"),
        home=part("all", 12, "home"),
        flown=whole(420, "evacuated", "2024-02-10"),
        first=part("flown", 120, "evacuated"),
        second=part("flown", 300, "evacuated"),
    )
    assert told["all"]["flags"] == ["perhaps counted twice: 3 killed may be among 5 dead"]
    assert told["home"]["flags"] == []
    assert told["flown"]["flags"] == ["perhaps counted twice: 120 evacuated and 300 evacuated are both added"]


def test_parts_that_lie_inside_without_a_word_of_it_are_told_as_the_likely_reason(ledger: Any) -> None:
    told = ledger(all=whole(18), there=part("all", 18, "still there"), missing=part("all", 16, "missing"))
    assert told["all"]["why"] == "18 + 16 = 34, which is more than 18. One of them may lie inside another."


def test_every_voice_of_a_day_stands_in_one_sentence(ledger: Any) -> None:
    told = ledger(
        ministry=whole(10, "dead"),
        family=whole(12, "dead", speakers=["mother of a sailor"]),
        paper=whole(12, "dead", speakers=[COURIER], high=14),
        guess=whole(40, "dead", speakers=["Evening Herald"], relation="~"),
    )
    assert told["ministry"]["flags"] == [
        "clash: dead is 10 by Foreign Ministry, 12 by mother of a sailor and 12–14 by Daily Courier, on 10 Jan 2024"
    ]
    assert told["family"]["flags"] == [
        "clash: dead is 10 by Foreign Ministry and 12 by mother of a sailor, on 10 Jan 2024"
    ]
    assert told["guess"]["flags"] == []


def test_only_the_step_at_which_a_number_fell_is_flagged_and_who_said_both(ledger: Any) -> None:
    told = ledger(
        first=whole(1200, "dead"),
        fell=whole(1100, "dead", "2024-02-10", speakers=["Health Ministry"]),
        rose=whole(1150, "dead", "2024-03-10"),
        adrift=whole(90, "still on board"),
        fewer=whole(70, "still on board", "2024-02-10"),
        unknown=whole(9, "people unaccounted for"),
        found=whole(4, "unaccounted for", "2024-02-10"),
    )
    assert told["fell"]["flags"] == [
        "fall: dead was 1,200 by Foreign Ministry on 10 Jan 2024 and is 1,100 by Health Ministry on 10 Feb 2024"
    ]
    assert [told[name]["flags"] for name in ("rose", "fewer", "found")] == [[], [], []]


def test_new_ones_are_never_added_to_all_and_parts_are_named(ledger: Any, book: Path, done: Run) -> None:
    told = ledger(
        all=whole(420, "evacuated"),
        first=part("all", 120, "evacuated", mode="new", breakdown_by="flight", breakdown="First"),
        fewer=whole(80, "evacuated", "2024-02-10", mode="new"),
    )
    assert sum_of(told["all"]) == (None, None, "cannot be told")
    why = "it counts only those new in a period, the total all up to a day"
    assert told["all"]["flags"] == [f"cannot be added: 120 evacuated (First): {why}"]
    assert told["fewer"]["flags"] == []
    assert "  120 evacuated, First, new" in done("figures", book).out


def test_a_part_counts_in_what_its_whole_does_unless_it_says_otherwise(ledger: Any) -> None:
    told = ledger(
        a=part("fresh", 30, "evacuated", breakdown_by="port", breakdown="Old Quay"),
        b=part("fresh", 70, "evacuated", breakdown_by="port", breakdown="New Quay"),
        fresh=whole(100, "evacuated", mode="new"),
        homes=whole(9, "told", unit="families"),
        twice=part("homes", 9, "told twice"),
        people=whole(8, "dead", unit="Persons", query="status:dead"),
        women=part("people", 3, "dead", breakdown_by="sex", breakdown="women", unit="people"),
        bodies=part("people", 5, "dead", breakdown_by="sex", breakdown="men", unit="bodies"),
    )
    assert [sum_of(told[name])[0] for name in ("fresh", "homes", "people")] == [True, True, False]
    assert (told["a"]["mode"], told["twice"]["unit"], told["people"]["unit"]) == ("new", "families", "people")
    assert told["people"]["flags"] == ["cannot be added: 5 dead (men): it counts bodies, the total people"]
    assert told["people"]["people"]["not_accounted_for"] == 8


def test_a_total_parted_in_several_ways_says_how_each_stands(ledger: Any) -> None:
    tables: dict[str, Any] = {
        by + name: part("all", number, "dead", breakdown_by=by, breakdown=name)
        for by, rows in {
            "month": {"Jan 2024": 60, "Feb 2024": 40},
            "region": {"North": 50, "South": 30, "not known": 20},
            "sex": {"women": 45, "men": 50},
        }.items()
        for name, number in rows.items()
    }
    told = ledger(all=whole(100, "dead"), killed=part("all", 70, "killed", relation="≥"), **tables)
    assert told["all"]["closes"] is True
    assert told["all"]["words"]["sum"] == (
        "closes by month and by region; at most 30 not accounted for by measure; 5 not accounted for by sex"
    )


def test_three_levels_and_what_lies_inside_are_told_apart(ledger: Any, book: Path, done: Run) -> None:
    told = ledger(
        all=whole(50),
        out=part("all", 20, "out"),
        there=part("all", 30, "still there"),
        held=part("there", 12, "held"),
        serving=part("there", 18, "serving"),
        jailed=part("held", 7, "jailed", nesting="nested"),
        hurt=part("held", 13, "of whom injured", nesting="nested"),
    )
    assert [told[name]["closes"] for name in ("all", "there", "held")] == [True, True, None]
    assert told["hurt"]["flags"] == ["part larger than its whole: 13 injured of 12 held"]
    assert "        inside it: 7 jailed" in done("figures", book).out


def test_people_alone_and_in_groups_are_told_apart_and_by_what_was_known(book: Path, done: Run, tmp_path: Path) -> None:
    ids = [str(UUID(int=at)) for at in range(1, 20)]
    known = {"learned_on": "2024-03-10"}
    killed = known | {"field": "status", "speakers": [MINISTRY], "said_on": "2024-03-10"}
    at_war = {"status": "killed", "date": "2024-03-01"}
    records = {
        "cases": [{"id": ids[0]}, {"id": ids[1]}, {"id": ids[2], "kind": "group"}],
        "claims": [
            known | {"case": ids[0], "field": "name", "value": "Ana Belt"},
            known | {"case": ids[2], "field": "size", "value": "2-3"},
            *(killed | {"case": case, "value": at_war} for case in ids[:3]),
            {
                "case": ids[0],
                "field": "status",
                "value": "missing",
                "speakers": ["sister of Ana Belt"],
                "said_on": "2024-06-01",
                "learned_on": "2024-06-01",
            },
        ],
        "figures": [
            {"id": uuid, "learned_on": "2024-03-20", "query": "status:dead"} | figure
            for uuid, figure in zip(
                ids[10:],
                [
                    whole(6, "dead", "2024-03-15"),
                    whole(4, "dead", "2024-03-16", relation="≥", speakers=[COURIER]),
                    whole(3, "missing", "2024-03-17", query="status:missing"),
                    whole(2, "dead", "2024-02-01", speakers=["Army"]),
                ],
                strict=False,
            )
        ],
    }
    (tmp_path / "people.json").write_text(json.dumps({"casefiles": 1} | records))
    done("apply", book, tmp_path / "people.json")

    def told(*words: str) -> dict[str, str]:
        found = done("figures", book, "--json", *words).data["figures"]
        return {figure["as_of"]: figure["words"]["people"] for figure in found}

    assert told("--as-of", "2024-05-31") == {
        "2024-03-15": "1 named, 3–4 unnamed (2–3 in one group), 1–2 not accounted for",
        "2024-03-16": "1 named, 3–4 unnamed (2–3 in one group), an unknown number not accounted for",
        "2024-03-17": "3 not accounted for",
        "2024-02-01": "2 not accounted for",
    }
    assert told()["2024-03-15"] == told("--as-of", "2024-05-31")["2024-03-15"]
    assert told("--as-of", "2024-03-19") == {}
