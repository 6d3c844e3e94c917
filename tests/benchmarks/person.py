"""How long it takes to open a person with many reports: working out what is shown, and filling the page.

PYTHONPATH=. python tests/benchmarks/person.py [--reports 200] [--rounds 20] [--only status]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from tests.benchmarks.figures import Times, bar, table
from ui.pages.people.detail import DetailPane
from ui.problems import Problems
from ui.session import Session
from ui.theme.theme import Theme

ROOT = Path(__file__).parents[2]
BAR = 50.0
_PAPERS = 25
_VOICES = ("MEA", "family, via Hill Herald", "lawyer", "embassy, via family", "Daily Courier", "employer", "friend")
_VALUES = (
    ("status", ("missing", "captured", "killed", "recruited", "detained", "repatriated")),
    ("age", ("30", "31", "30-35")),
    ("origin", ("Surat, Gujarat", "Surat", "Gujarat, India")),
    ("role", ("driver", "guard", "digger")),
    ("last_seen", ("Veresk", "Orlivka", "the east")),
)


def person(casebook: Casebook, reports: int, only: str = "") -> int:
    """Enter a person of whom so many reports, each with a quote, are told by some voices on different days.

    Args:
        casebook: where.
        reports: how many.
        only: the one field that all of them but the name are about; empty for several.
    """
    text = "Bina Thapa was named in the list that was read out on Tuesday."
    sources = [
        casebook.sources.add(
            casebook.sources.take_paste(f"{text} {number}"),
            {"publisher": f"Paper {number}", "published_on": f"{1 + number % 28} March 2024"},
        )
        for number in range(_PAPERS)
    ]
    told = [Report("name", typed="Bina Thapa")]
    about = [(field, values) for field, values in _VALUES if only in {"", field}]
    for number in range(reports - 1):
        field, values = about[number % len(about)]
        told.append(
            Report(
                field,
                typed=values[number // len(about) % len(values)],
                words=(Words(sources[number % _PAPERS], 0, 10),),
                speakers=read_speakers(_VOICES[number % len(_VOICES)]),
                said_on=f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
            )
        )
    return casebook.people.add(CaseKind.PERSON, told)


def worked(work: Callable[[], object]) -> tuple[float, float]:
    """Return how many seconds something took on the clock, and of the processor."""
    began, clock = time.process_time(), time.perf_counter()
    work()
    return time.perf_counter() - clock, time.process_time() - began


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bar is held."""
    parser = argparse.ArgumentParser(description="Time the opening of a person.")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", default="", choices=["", *(field for field, _ in _VALUES)])
    given = parser.parse_args(words)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        casebook = Casebook.new(Path(folder) / "person.casebook", confirming=["Ministry of External Affairs (MEA)"])
        many, few = person(casebook, given.reports, given.only), person(casebook, 2)
        session = Session(casebook, Problems())
        pane = DetailPane(session, Theme(app, ROOT / "resources"))
        pane.resize(560, 800)
        pane.show()
        pane.open_case(few)
        viewed, opened = [], []
        for _ in range(given.rounds):
            viewed.append(worked(lambda: casebook.people.view(many)))
            opened.append(worked(lambda: (pane.open_case(many), app.processEvents())))
            pane.open_case(few)
            app.processEvents()
        pane.close()
        session.close()
    return _tell(given.reports, viewed, opened)


def _tell(reports: int, viewed: list[tuple[float, float]], opened: list[tuple[float, float]]) -> bool:
    rows = [
        (f"{what}, {how}", Times.of(one[place] for one in times))
        for what, times in (("view", viewed), ("view, page filled and painted", opened))
        for place, how in enumerate(("clock", "processor"))
    ]
    table(f"Opening a person with {reports} reports", rows)
    return bar("open, page filled, processor time, p50", rows[-1][1].at(0.5), BAR)


if __name__ == "__main__":
    main()
