"""The article that started the project, entered, found, printed, taken back and done again by command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import SEED, Run

ASFAN = (
    "In March, 30-year-old Hyderabad resident Mohammed Asfan succumbed to injuries sustained while serving with "
    "Russian troops on the frontlines with Ukraine."
)
MANGUA = (
    "In February, Hemal Ashwinbhai Mangua, a 23-year-old resident of Surat in Gujarat, died in a Ukrainian air strike "
    "while serving as a “security helper” in the Donetsk region."
)
TWO_MORE = (
    "India’s Ministry of External Affairs (MEA) reported that two more Indians serving with the Russian military were "
    "killed in the Russia-Ukraine conflict"
)
SAID_TUESDAY = "Confirming the deaths of the two Indians, the MEA stated on Tuesday"
WAR = "Russia-Ukraine war"


@pytest.fixture
def desk(with_article: Path, done: Run) -> Path:
    """The article's people, each by one command."""
    from_article = ("--source", "S-000001", "--situation", WAR, "--status", "killed")
    done(
        "case", "add", with_article, *from_article, "--name", "Mohammed Asfan", "--age", "30", "--origin", "Hyderabad",
        "--date", "March 2024", "--cause", "injuries sustained while serving with Russian troops",
        "--quote", ASFAN, "--quote", "name=Mohammed Asfan", "--quote", "age=30-year-old",
        "--quote", "origin=Hyderabad resident", "--quote", "date=In March",
    )  # fmt: skip
    done(
        "case", "add", with_article, *from_article, "--name", "Hemal Ashwinbhai Mangua", "--age", "23",
        "--origin", "Surat in Gujarat", "--date", "February 2024", "--cause", "air strike", "--place", "Donetsk region",
        "--role", "security helper", "--quote", MANGUA, "--quote", "place=in the Donetsk region",
        "--quote", "cause=Ukrainian air strike",
    )  # fmt: skip
    done(
        "case", "add", with_article, *from_article, "--group", "2", "--sex", "not stated", "--nationality", "India",
        "--date", "by 11 June 2024", "--said-by", "MEA", "--said-on", "11 June 2024",
        "--quote", TWO_MORE, "--quote", f"speaker={SAID_TUESDAY}",
    )  # fmt: skip
    return with_article


def test_the_two_named_stand_in_the_papers_own_voice(desk: Path, done: Run) -> None:
    asfan, mangua = _show(done, desk, 1), _show(done, desk, 2)
    assert _says(asfan) == ("Mohammed Asfan", 30, "Hyderabad", "killed", "2024-03", "Reported")
    assert _says(mangua) == ("Hemal Ashwinbhai Mangua", 23, "Surat, Gujarat", "killed", "2024-02", "Reported")
    assert (mangua["cause"], mangua["place"], mangua["role"]) == ("air strike", "Donetsk region", "security helper")
    assert asfan["sides"][0]["speakers"] == "India Today"


def test_the_group_is_confirmed_by_the_ministry(desk: Path, done: Run) -> None:
    group = _show(done, desk, 3)
    assert (group["name"], group["people"], group["sex"]) == ("2 people not named", [2, 2], "not stated")
    assert (group["status"], group["date"], group["certainty"]) == ("killed", "../2024-06-11", "Confirmed")
    (status,) = [claim for claim in group["claims"] if claim["field"] == "status"]
    assert (status["speakers"], status["said_on"]) == ("MEA", "2024-06-11")
    assert {one["role"]: one["quote"] for one in status["passages"]} == {"value": TWO_MORE, "speaker": SAID_TUESDAY}


def test_every_value_lands_on_its_words(desk: Path, done: Run) -> None:
    text = done("source", "show", desk, "S-000001", "--json").data["text"]
    assert text == SEED.read_bytes().decode()
    for ref in (1, 2, 3):
        for claim in _show(done, desk, ref)["claims"]:
            assert claim["passages"], claim["field"]
            assert all(text[one["start"] : one["end"]] == one["quote"] for one in claim["passages"])


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("asfan", ["CF-0000001"]),
        ("hemal mang", ["CF-0000002"]),
        ("origin:surat", ["CF-0000002"]),
        ("air strike", ["CF-0000002"]),
        ("status:dead group", ["CF-0000003"]),
        ("succumbed", ["CF-0000001"]),
    ],
)
def test_they_are_found_by_name_and_by_the_articles_words(desk: Path, done: Run, query: str, refs: list[str]) -> None:
    found = done("search", desk, query, "--json").data
    assert [hit["ref"] for hit in found["cases"]] == refs
    assert found["cases"][0]["why"] or query.startswith(("status", "origin"))


def test_words_of_the_article_alone_find_the_article(desk: Path, done: Run) -> None:
    found = done("search", desk, "consonance", "--json").data
    assert (found["total"], [one["ref"] for one in found["articles"]]) == (0, ["S-000001"])
    assert done("search", desk, "status:dead", "--json").data["facets"] == {"status": {"dead": 4}}


def test_both_briefings_are_printed_alike_each_time(desk: Path, done: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718200000")
    for template in ("dossier", "situation"):
        twice = [desk.with_name(f"{template}-{number}.pdf") for number in (1, 2)]
        for out in twice:
            done("brief", desk, template, "-o", out, "--mark", "OFFICIAL", "--number", "1/2024")
        assert twice[0].read_bytes() == twice[1].read_bytes()


def test_everything_is_taken_back_and_done_again(desk: Path, done: Run, run: Run) -> None:
    full = _export(desk, done)
    labels = []
    while (said := run("undo", desk)).code == 0:
        labels.append(said.out.strip().removeprefix("Undone: "))
    assert labels == [
        "Add a group of 2",
        "Add Hemal Ashwinbhai Mangua",
        "Add Mohammed Asfan",
        "Add source India calls for release of Indians serving in Russian Army",
    ]
    assert done("search", desk, "", "--json").data["total"] == 0
    assert done("verify", desk).code == 0
    while run("redo", desk).code == 0:
        pass
    assert _export(desk, done) == full
    assert done("verify", desk, "--json").data == {"ok": True, "wrong": []}


def test_it_travels_to_another_casebook_and_back(desk: Path, done: Run) -> None:
    full = _export(desk, done)
    other = desk.with_name("other.casebook")
    done("new", other)
    done("apply", other, desk.with_name("state.json"))
    assert _export(other, done) == full
    done("backup", other, desk.with_name("copy"))
    done("restore", desk.with_name("copy"), desk.with_name("back.casebook"))
    assert _export(desk.with_name("back.casebook"), done) == full


def _show(done: Run, book: Path, ref: int) -> Any:
    return done("case", "show", book, ref, "--json").data


def _says(case: Any) -> tuple[Any, ...]:
    return tuple(case[key] for key in ("name", "age", "origin", "status", "date", "certainty"))


def _export(book: Path, done: Run) -> bytes:
    out = book.with_name("state.json")
    done("export", book, out)
    return out.read_bytes()
