"""A death that is confirmed and later disputed: on both days on screen, by command and in print, moved by nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from ui.dialogs.hold_person import HoldPersonDialog

if TYPE_CHECKING:
    from tests.cli.running import Run
    from tests.journeys.hand import Hand

JANUARY, DECEMBER = "2025-01-31", "2025-12-31"
MINISTRY_SAYS = "The MEA on 14 January 2025 confirmed that Vipin Daniel, 32, had been killed."
FAMILY_SAYS = "The embassy’s last word is that Vipin Daniel is missing, his family said on 10 December 2025."


@pytest.fixture
def confirmed(book: Path, done: Run, tmp_path: Path) -> Path:
    """Eleven dead, and Vipin Daniel: killed, says the ministry."""
    for name, text, published, publisher in (
        ("january.txt", MINISTRY_SAYS, "15 January 2025", "Kollam Herald"),
        ("december.txt", FAMILY_SAYS, "11 December 2025", "River Post"),
    ):
        article = tmp_path / name
        article.write_text(text, encoding="utf-8")
        done("source", "add", book, article, "--published", published, "--publisher", publisher)
    learned = ("--learned-on", "2025-01-15")
    done(
        "case", "add", book, "--name", "Vipin Daniel", "--status", "killed", "--date", "January 2025",
        "--said-by", "MEA", "--said-on", "14 January 2025", *learned, "--source", "S-000001",
        "--quote", "status=confirmed that Vipin Daniel, 32, had been killed", "--quote", "name=Vipin Daniel",
    )  # fmt: skip
    done("case", "add", book, "--group", "11", "--status", "killed", "--date", "2024", "--said-by", "MEA", *learned)
    return book


@pytest.fixture
def argued(confirmed: Path, done: Run) -> Path:
    """The same in December: missing, says the embassy's last word to the family."""
    _disputed(confirmed, done)
    return confirmed


def _disputed(book: Path, done: Run) -> None:
    done(
        "case", "set", book, "1", "status", "missing", "--said-by", "embassy, via family",
        "--said-on", "10 December 2025", "--learned-on", "2025-12-11", "--source", "S-000002",
        "--quote", "The embassy’s last word is that Vipin Daniel is missing",
    )  # fmt: skip


def shown(done: Run, book: Path, day: str) -> Any:
    return done("case", "show", book, 1, "--as-of", day, "--json").data


def printed(done: Run, book: Path, template: str, day: str) -> str:
    out = book.with_name(f"{template}-{day}.pdf")
    done("brief", book, template, "-o", out, "--as-of", day, "--ref", "1")
    document = pypdfium2.PdfDocument(out)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    return " ".join(text.split())


def test_by_command_on_both_days(argued: Path, done: Run) -> None:
    january, december = (shown(done, argued, day) for day in (JANUARY, DECEMBER))
    assert (january["status_label"], january["certainty"]) == ("Killed", "Confirmed")
    assert [side["speakers"] for side in january["sides"]] == ["MEA"]
    assert (december["status_label"], december["certainty"]) == ("Disputed: killed / missing", "Disputed")
    assert december["status_group"] == "dead"
    assert [(side["label"], side["speakers"], side["said"]) for side in december["sides"]] == [
        ("Killed", "MEA", "14 Jan 2025"),
        ("Missing", "embassy, via family", "10 Dec 2025"),
    ]


def test_in_print_on_both_days(argued: Path, done: Run) -> None:
    january, december = (printed(done, argued, "situation", day) for day in (JANUARY, DECEMBER))
    assert "Confirmed killed" in january
    assert "Disputed" not in january
    assert "Dead 12 0" in january
    assert "Disputed: killed / missing" in december
    assert "Dead 12 1" in december
    for side in ("MEA, 14 Jan 2025", "embassy, via family, 10 Dec 2025"):
        assert side in december
        assert side in printed(done, argued, "dossier", DECEMBER)


def test_on_screen_on_both_days(confirmed: Path, done: Run, hand: Hand) -> None:
    hand.window.take(Casebook.open(confirmed, officer=Officer("Asha Bose")))
    hand.until(lambda: hand.desk.pages.name == "people")
    hand.desk.session.show_case.emit(1)
    page = hand.desk.pages.page
    hand.until(lambda: page._detail.view is not None and page._detail.view.id == 1)
    assert (page._detail.view.pill.text, page._detail.view.pill.certainty.value) == ("Killed", "Confirmed")
    hand.until(lambda: "Dead, 12" in _counted(hand))
    _disputed(confirmed, done)
    hand.until(lambda: page._detail.view.pill.text == "Disputed: killed / missing")
    hand.until(lambda: "Dead, 12, of which 1 disputed" in _counted(hand))
    page.handlers["tab-2"]()
    hand.until_said("a body able to confirm says it")
    hand.until_said("MEA, said 14 Jan 2025")
    hand.until_said("embassy, via family, said 10 Dec 2025")


def _counted(hand: Hand) -> list[str]:
    return [row.sentence for row in hand.desk.sidebar.places.model_of_rows.rows]


def test_one_key_holds_and_is_only_a_letter_where_one_types(confirmed: Path, hand: Hand) -> None:
    hand.window.take(Casebook.open(confirmed, officer=Officer("Asha Bose")))
    hand.until(lambda: hand.desk.pages.name == "people" and hand.desk.pages.page._view is not None)
    hand.window.run("find")
    hand.write("ha")
    assert hand.desk.top.search.text() == "ha"
    assert hand.front is hand.window
    hand.write("vipin")
    hand.until(lambda: hand.desk.pages.page._view is not None and hand.desk.pages.page._view.heading == "Vipin Daniel")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_H)
    hand.come(HoldPersonDialog)
    hand.write("His family has not been told", "2099")
    hand.key(Qt.Key.Key_Return)
    hand.until_said("His family has not been told. Review by 2099.")
