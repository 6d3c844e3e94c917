"""Issuing, giving out again and comparing editions, and what we told, by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def told(book: Path, done: Run) -> Path:
    """A casebook with two people and a briefing given to parliament."""
    for name, status in (("Ram Thapa", "killed"), ("Deepak Rana", "missing")):
        done("case", "add", book, "--name", name, "--age", "30", "--status", status, "--said-by", "family")
    out = book.with_name("one.pdf")
    issued = done("brief", book, "situation", "-o", out, "--issue", "--audience", "parliament", "--to", "Lok Sabha")
    assert (issued.out, issued.err) == ("1\n", "one.pdf is written.\n")
    return book


def test_an_edition_is_issued_listed_and_given_out_again(told: Path, done: Run) -> None:
    (row,) = done("edition", "list", told, "--json").data
    assert (row["number"], row["audience"], row["recipients"]) == (1, "Parliament", "Lok Sabha")
    assert "Lok Sabha" in done("edition", "list", told).out
    shown = done("edition", "show", told, 1, "--json").data
    assert [one["name"] for one in shown["names"]] == ["Deepak Rana", "Ram Thapa"]
    assert len(shown["head_hash"]) == 64
    done("case", "set", told, 1, "age", 44)
    again, made = told.with_name("again.pdf"), told.with_name("made.pdf")
    done("edition", "reissue", told, 1, "-o", again)
    assert "byte for byte" in done("edition", "regenerate", told, 1, "-o", made).out
    assert again.read_bytes() == made.read_bytes() == told.with_name("one.pdf").read_bytes()


def test_two_editions_are_compared(told: Path, done: Run) -> None:
    done("case", "set", told, 2, "status", "killed", "--said-by", "family")
    done("case", "add", told, "--name", "Imran Qadri", "--status", "missing")
    done("brief", told, "situation", "-o", told.with_name("two.pdf"), "--issue")
    found = done("edition", "diff", told, 1, 2, "--json").data
    assert [one["name"] for one in found["new"]] == ["Imran Qadri"]
    assert [one["name"] for one in found["statuses"]] == ["Deepak Rana"]
    assert {one["label"]: (one["before"], one["after"]) for one in found["totals"]}["All"] == ("2", "3")
    assert "Imran Qadri" in done("edition", "diff", told, 2, 1).out


def test_what_was_told_is_entered_and_found_overtaken(told: Path, done: Run) -> None:
    uuid = done(
        "statement", "add", told, "Line to take", "--kind", "press", "--to", "Briefing room",
        "--value", "1:age", "--count", "status:dead", "--said-on", "2024-06-12",
    ).out.strip()  # fmt: skip
    assert {row["state"] for row in done("statement", "list", told, "--json").data} == {"stands"}
    done("case", "set", told, 1, "age", 44)
    overtaken = done("statement", "list", told, "--state", "overtaken", "--json").data
    assert {row["title"] for row in overtaken} == {"Line to take", "desk"}
    shown = done("statement", "show", told, uuid[:8], "--json").data
    moved = [(one["label"], one["then"], one["now"]) for one in shown["bases"] if one["moved"]]
    assert moved == [("Age at the event", "30", "44")]
    assert "! Ram Thapa (CF-0000001), Age at the event: 30 → 44" in done("statement", "show", told, uuid).out


def test_the_people_beside_a_printed_total_are_told_then_and_now(told: Path, done: Run) -> None:
    form = told.with_name("total.json")
    total = {"measure": "dead", "low": 4, "high": 4, "query": "status:dead", "as_of": "2030-01-17"}
    form.write_text(json.dumps({"casefiles": 1, "figures": [total]}))
    done("apply", told, form)
    issue = ("--issue", "--audience", "press", "--to", "Briefing room", "--title", "To the press")
    done("brief", told, "situation", "-o", told.with_name("told.pdf"), *issue)
    rows = done("statement", "list", told, "--json").data
    uuid = next(row["id"] for row in rows if row["title"] == "To the press")
    label = "Counted, Dead as of 17 Jan 2030:"
    assert f"  {label} 1 person, 1 named\n" in done("statement", "show", told, uuid).out
    done("case", "add", told, "--name", "Imran Qadri", "--status", "killed")
    then_now = f"! {label} then 1 person, 1 named; now 2 people, 2 named"
    assert f"{then_now}  (Newly counted: Imran Qadri (CF-0000003).)" in done("statement", "show", told, uuid).out


def test_a_statement_is_judged_and_taken_back(told: Path, done: Run, run: Run) -> None:
    (row,) = done("statement", "list", told, "--json").data
    judge = ("statement", "judge", told, row["id"])
    wrong = done(*judge, "wrong when said", "--reason", "we had the letter", "--owner", "AB", "--by", "2030-01-02")
    assert wrong.out == "Wrong when said\n"
    assert "we had the letter (AB, by 2 Jan 2030)" in done("statement", "show", told, row["id"]).out
    assert done(*judge, "right after all", "--reason", "another man").out == "Stands\n"
    assert run(*judge, "maybe", "--reason", "x").code == 1
    done("undo", told)
    assert done("statement", "list", told, "--json").data[0]["state"] == "wrong when said"


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("edition", "show", "BOOK", "7"), 1, "There is no edition 7"),
        (("edition", "diff", "BOOK", "1", "1"), 1, "does not differ from itself"),
        (("brief", "BOOK", "situation", "-o", "x.pdf", "--issue", "--audience", "press"), 1, "who is given"),
        (("brief", "BOOK", "situation", "-o", "x.pdf", "--to", "Me"), 2, "Issue it with --issue"),
        (("statement", "add", "BOOK", "A line", "--kind", "rumour"), 1, "not a kind of a statement"),
        (("statement", "add", "BOOK", "A line", "--kind", "press", "--value", "1"), 2, "names no field"),
        (("statement", "add", "BOOK", "A line", "--kind", "press", "--value", "1:origin"), 1, "Nothing is stated"),
        (("statement", "add", "BOOK", "A line", "--kind", "press", "--count", "colour:red"), 1, "not a field"),
        (("statement", "list", "BOOK", "--state", "old"), 2, "is no state"),
        (("statement", "show", "BOOK", "zzzz"), 1, "No statement begins"),
    ],
)
def test_wrong_use_is_told(told: Path, run: Run, words: tuple[str, ...], code: int, say: str) -> None:
    said = run(*(told if word == "BOOK" else word for word in words))
    assert said.code == code
    assert say in said.err
