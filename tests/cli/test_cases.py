"""Cases entered, changed and shown by command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run

SENTENCE = (
    "In February, Hemal Ashwinbhai Mangua, a 23-year-old resident of Surat in Gujarat, died in a Ukrainian air strike"
)


def _show(done: Run, book: Path, ref: object) -> Any:
    return done("case", "show", book, ref, "--json").data


def test_every_kind_of_field_is_taken_as_typed(book: Path, done: Run) -> None:
    done(
        "case", "add", book, "--name", "Ram Thapa", "--name", "राम थापा", "--name", "Rame", "--sex", "Man",
        "--age", "30-32", "--born", "about 1994", "--nationality", "Nepal", "--origin", "Surkhet, Karnali, Nepal",
        "--left-home", "March 2024", "--passport", "PA1234567", "--notes", "two\nlines", "--situation", "Border war",
        "--status", "Out of contact", "--date", "since 5 Jan 2025", "--place", "the east",
    )  # fmt: skip
    case = _show(done, book, 1)
    assert [name["value"]["kind"] for name in case["names"]] == ["display", "native", "alias"]
    assert case["native_name"] == "राम थापा"
    assert (case["sex"], case["age"], case["birth_date"], case["left_home"]) == ("man", "30-32", "1994~", "2024-03")
    assert case["fields"]["origin"]["value"] == {"place": "Surkhet", "state": "Karnali", "country": "Nepal"}
    assert (case["status"], case["date"], case["place"]) == ("out_of_contact", "2025-01-05/..", "the east")
    assert case["situations"] == ["Border war"]
    assert case["certainty"] == "Desk entry, no source"
    assert case["fields"]["notes"]["text"] == "two\nlines"


def test_a_passport_is_masked_on_the_page(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--passport", "PA1234567")
    said = done("case", "show", book, 1)
    assert "PA1234567" not in said.out
    assert "••••4567" in said.out


def test_a_quote_supports_every_value_and_its_own_one_field(with_article: Path, done: Run) -> None:
    done(
        "case", "add", with_article, "--name", "Hemal Ashwinbhai Mangua", "--age", "23", "--status", "killed",
        "--date", "2024-02", "--cause", "air strike", "--notes", "call the family", "--source", "S-000001",
        "--quote", SENTENCE, "--quote", "age=23-year-old", "--quote", "date=In February",
    )  # fmt: skip
    claims = {claim["field"]: claim for claim in _show(done, with_article, 1)["claims"]}
    quotes = {field: [(p["role"], p["quote"]) for p in claim["passages"]] for field, claim in claims.items()}
    assert quotes == {
        "name": [("value", SENTENCE)],
        "age": [("value", "23-year-old")],
        "status": [("value", SENTENCE), ("date", "In February")],
        "notes": [],
    }
    assert claims["name"]["source_id"] == 1
    assert claims["notes"]["source_id"] is None


def test_words_stand_under_the_value_that_they_support(with_article: Path, done: Run) -> None:
    words = "succumbed to injuries"
    done("case", "add", with_article, "--name", "Ram Thapa", "--status", "missing", "--date", "March 2024",
         "--source", 1, "--quote", f"status={words}")  # fmt: skip
    done("case", "set", with_article, 1, "status", "captured", "--date", "1 May 2024", "--said-by", "Red Cross")
    done("case", "set", with_article, 1, "age", "24", "--source", 1, "--quote", "age=23-year-old")
    page = done("case", "show", with_article, 1).out.splitlines()
    at = page.index(f"        “{words}”")
    assert page[at - 2].startswith("Status: Captured, 1 May 2024")
    assert page[at - 1] == "    also Missing, Mar 2024, India Today"
    assert page[next(n for n, line in enumerate(page) if line.startswith("Age")) + 1] == "    “23-year-old”"


def test_one_command_is_one_change(with_article: Path, done: Run) -> None:
    before = done("export", with_article, with_article.with_name("1.json"))
    done("case", "add", with_article, "--name", "Ram Thapa", "--age", "30", "--situation", "A new one")
    assert done("history", with_article, "--json").data[0]["number"] == 3
    assert done("undo", with_article).out == "Undone: Add Ram Thapa\n"
    done("export", with_article, with_article.with_name("2.json"))
    assert with_article.with_name("1.json").read_bytes() == with_article.with_name("2.json").read_bytes(), before


def test_setting_a_field_with_and_without_a_source(with_article: Path, done: Run) -> None:
    done("case", "add", with_article, "--name", "Hemal Mangua", "--age", "25")
    assert done("case", "set", with_article, 1, "age", "24").out == "24\n"
    said = done(
        "case", "set", with_article, "CF-0000001", "age", "23", "--source", 1, "--quote", "23-year-old", "--json"
    )
    assert said.data == {"ref": "CF-0000001", "field": "age", "text": "23"}
    assert "both versions stand" in said.err
    versions = _show(done, with_article, 1)["fields"]["age"]["versions"]
    assert [(one["text"], one["in_use"]) for one in versions] == [("23", True), ("24", False)]


def test_a_status_is_set_with_its_parts(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa")
    said = ("--said-by", "Ministry of External Affairs", "--said-on", "11 June 2024")
    done("case", "set", book, 1, "status", "killed", "--date", "by 11 Jun 2024", "--cause", "shelling", *said)
    case = _show(done, book, 1)
    assert (case["certainty"], case["date"], case["cause"]) == ("Confirmed", "../2024-06-11", "shelling")
    (claim,) = [claim for claim in case["claims"] if claim["field"] == "status"]
    assert (claim["speakers"], claim["said_on"]) == ("Ministry of External Affairs", "2024-06-11")
    done("case", "set", book, 1, "status", "missing", "--date", "5 Jan 2025", "--said-by", "family")
    case = _show(done, book, 1)
    assert case["status_label"] == "Disputed: killed / missing"
    assert [side["speakers"] for side in case["sides"]] == ["Ministry of External Affairs", "family"]


def test_a_report_that_does_not_lead_is_told_to_be_kept(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa")
    done("case", "set", book, 1, "status", "captured", "--date", "5 May 2024", "--said-by", "Red Cross")
    said = done("case", "set", book, 1, "status", "missing", "--date", "5 Jan 2024", "--said-by", "family")
    assert said.out == "Captured, 5 May 2024\n"
    assert "Status: Captured, 5 May 2024  (Told to the desk, no document)" in done("case", "show", book, 1).out
    assert said.err == "Missing, 5 Jan 2024 is kept as a report; Captured, 5 May 2024 is still the one in use.\n"
    assert done("case", "set", book, 1, "status", "killed", "--date", "1 Jun 2024", "--said-by", "family").err == ""


def test_an_empty_value_clears_a_field(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--role", "driver")
    assert done("case", "set", book, 1, "role", "").out == ""
    assert _show(done, book, 1)["role"] is None


def test_a_case_as_of_a_day(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--status", "serving", "--learned-on", "1 May 2024")
    done("case", "set", book, 1, "status", "killed", "--learned-on", "1 Jun 2024")
    then = done("case", "show", book, 1, "--as-of", "31 May 2024", "--json").data
    assert then["status"] == "serving"
    found = done("search", book, "status:killed", "--as-of", "31 May 2024", "--json").data
    assert (found["total"], found["cases"]) == (0, [])
    assert done("search", book, "ram status:serving", "--as-of", "31 May 2024", "--json").data["total"] == 1


def test_what_was_learned_by_a_day_says_when_it_was_entered(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--status", "serving", "--learned-on", "1 May 2024")
    then = done("case", "show", book, 1, "--as-of", "31 May 2024", "--json").data
    assert all(claim["entered_later"].startswith("entered ") for claim in then["claims"])
    assert "(Desk entry, no source, entered " in done("case", "show", book, 1, "--as-of", "31 May 2024").out
    (found,) = done("search", book, "ram", "--as-of", "31 May 2024", "--json").data["cases"]
    assert found["entered"].startswith("entered ")
    assert done("case", "show", book, 1, "--json").data["claims"][0]["entered_later"] == ""


def test_a_case_as_recorded_by_a_day(book: Path, done: Run, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000000000")  # 2 October 2096, long after the book was made
    done("case", "add", book, "--name", "Ram Thapa", "--status", "serving")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000200000")  # two days later
    done("case", "set", book, 1, "status", "killed", "--learned-on", "1 May 2096")
    done("undo", book)
    done("case", "set", book, 1, "name", "Ram Bahadur Thapa")
    before = ("--recorded-by", "3 Oct 2096")
    then = done("case", "show", book, 1, *before, "--json").data
    assert (then["name"], then["status"]) == ("Ram Thapa", "serving")
    assert {line["label"] for line in then["history"]} == {"Add Ram Thapa"}
    assert done("search", book, "status:serving", *before, "--json").data["cases"][0]["name"] == "Ram Thapa"
    said = run("search", book, "ram", "--recorded-by", "1 May 1999")
    assert said.code == 1
    assert said.err.startswith("Nothing had been recorded here by 1 May 1999: the first entry is of ")


def test_a_group_has_a_size(book: Path, done: Run) -> None:
    done("case", "add", book, "--group", "2-5", "--status", "detained")
    case = _show(done, book, 1)
    assert (case["kind"], case["name"], case["people"]) == ("group", "2–5 people not named", [2, 5])


def test_search_proposes_names_like_the_one_typed(with_article: Path, done: Run) -> None:
    done("case", "add", with_article, "--name", "Ram Thapa", "--status", "captured")
    found = done("search", with_article, "Raam Tapa", "--json").data
    assert found["cases"] == []
    assert [(one["id"], one["ref"], one["name"]) for one in found["close"]] == [(1, "CF-0000001", "Ram Thapa")]
    assert found["close"][0]["reason"] == "sounds the same: Raam ~ Ram; sounds the same: Tapa ~ Thapa"
    assert "Names like these\nCF-0000001  Ram Thapa  (sounds" in done("search", with_article, "Raam Tapa").out
    assert done("search", with_article, "ram", "--json").data["close"] == []


def test_search_answers_with_totals_reasons_and_facets(with_article: Path, done: Run) -> None:
    for name in ("Ram Thapa", "Ram Gurung"):
        done("case", "add", with_article, "--name", name, "--status", "captured")
    found = done("search", with_article, "ram", "--limit", "1", "--json").data
    assert (found["total"], found["total_is_exact"], len(found["cases"])) == (2, True, 1)
    assert found["facets"] == {"status": {"held": 2}}
    assert set(found["cases"][0]) >= {"id", "ref", "name", "status", "why"}
    article = done("search", with_article, "strongly worded", "--json").data["articles"][0]
    assert (article["ref"], "strongly" in article["snippet"]) == ("S-000001", True)


def test_a_source_is_shown_with_its_text_and_uses(with_article: Path, done: Run) -> None:
    done("case", "add", with_article, "--name", "Hemal", "--source", "1", "--quote", "Hemal Ashwinbhai Mangua")
    said = done("source", "show", with_article, "S-000001")
    assert "security helper" in said.out
    assert "CF-0000001  Hemal: Name" in said.out
    data = done("source", "show", with_article, "S-000001", "--json").data
    assert data["details"]["published_on"] == "12 Jun 2024"
    again = done("source", "add", with_article, Path(__file__).parents[1] / "data" / "seed_article.txt")
    assert "already here as S-000001" in again.err


def test_history_of_one_case_and_one_source(with_article: Path, done: Run) -> None:
    done("case", "add", with_article, "--name", "Ram Thapa")
    assert {line["label"] for line in done("history", with_article, "1", "--json").data} == {"Add Ram Thapa"}
    assert "Add source" in done("history", with_article, "S-000001").out


@pytest.mark.parametrize("word", ["undo", "redo"])
def test_nothing_left_to_take_back(book: Path, run: Run, word: str) -> None:
    while run("undo", book).code == 0:
        pass
    while run("redo", book).code == 0:
        pass
    if word == "undo":
        while run("undo", book).code == 0:
            pass
    assert run(word, book).err.startswith(f"Nothing is left to {word}.")


def test_briefings(with_article: Path, done: Run, run: Run) -> None:
    done("case", "add", with_article, "--name", "Hemal", "--status", "killed", "--situation", "Border war")
    out = with_article.with_name("out.pdf")
    said = done("brief", with_article, "dossier", "-o", out, "--ref", "1", "--json")
    assert said.data["pages"] == 1
    assert out.read_bytes().startswith(b"%PDF")
    before = with_article.read_bytes()
    assert run("brief", with_article, "dossier", "-o", with_article).err.startswith("There is already another file")
    assert run("brief", with_article, "poster", "-o", out).err.startswith("There is no briefing called “poster”.")
    assert with_article.read_bytes() == before


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk's clock stands at 12 June 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718182800")


@pytest.mark.usefixtures("stopped")
def test_a_day_that_has_not_come_is_kept_and_told(with_article: Path, done: Run) -> None:
    said = done("case", "add", with_article, "--name", "Ram Thapa", "--status", "killed", "--date", "12 June 2099")
    assert "12 Jun 2099 has not come yet" in said.err
    assert _show(done, with_article, 1)["date"] == "2099-06-12"
    said = done("case", "set", with_article, 1, "left_home", "13 June 2024", "--said-on", "14 June 2024")
    assert "13 Jun 2024 has not come yet" in said.err
    assert "14 Jun 2024 has not come yet" in said.err
    assert "2099" not in said.err, "only what is entered now is told"
    said = done("case", "set", with_article, 1, "status", "missing", "--date", "2031")
    assert "2031 has not come yet" in said.err


@pytest.mark.usefixtures("stopped")
def test_today_the_past_and_open_days_are_not_told(book: Path, done: Run) -> None:
    for day in ("12 June 2024", "2024", "by 12 June 2099", "since 1 Jan 2020"):
        assert done("case", "add", book, "--name", "Ram", "--status", "killed", "--date", day).err == ""
    assert done("case", "set", book, 1, "review", "12 June 2030").err == "", "the desk plans its own days"


@pytest.mark.usefixtures("stopped")
def test_days_of_sources_and_statements_to_come_are_told(book: Path, done: Run, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Words.", encoding="utf-8")
    said = done("source", "add", book, note, "--published", "1 July 2024", "--received", "11 June 2024")
    assert "1 Jul 2024 has not come yet" in said.err
    assert "11 Jun" not in said.err
    said = done("statement", "add", book, "Line to take", "--kind", "press", "--said-on", "13 June 2024")
    assert "13 Jun 2024 has not come yet" in said.err
