"""How fast the people list shows, scrolls and jumps: run by hand, prints figures.

PYTHONPATH=. python tests/benchmarks/list_scroll.py [how many cases]
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from array import array
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from casefiles.domain.certainty import Certainty
from ui.models.faces import Half, PillFace, Row
from ui.theme.theme import Theme
from ui.widgets.people_list import PeopleList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).parents[2]
KILLED = Half("dead", "circle-x", "Killed")
MISSING = Half("missing", "circle-help", "Missing")
FACES = (
    PillFace(Certainty.CONFIRMED, (KILLED,)),
    PillFace(Certainty.REPORTED, (Half("held", "lock", "Reported captured"),)),
    PillFace(Certainty.DISPUTED, (KILLED, MISSING)),
)
NAMES = ("Bikram Thapa", "Carlos Valdés", "निर्मला राई (Nirmala Rai)", "عمران شاہ (Imran Shah)", "Kwame B.")


def fetch(ids: Sequence[int]) -> list[Row]:
    return [
        Row(
            case,
            f"{NAMES[case % 5]} {case}",
            "died Mar 2024",
            FACES[case % 3],
            f"Person {case}",
            "Nepal",
            case % 7 + 1,
        )
        for case in ids
    ]


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1e3


def report(what: str, times: Iterable[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(f"{what:34} p50 {statistics.median(ordered):6.2f}  p95 {p95:6.2f}  max {ordered[-1]:6.2f} ms")


def main(count: int) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    people = PeopleList(Theme(app, ROOT / "resources"), fetch)
    people.resize(420, 800)
    ids = array("q", range(1, count + 1))
    bar = people.verticalScrollBar()
    chance = random.Random(3)

    def show_first() -> None:
        people.show_ids(ids[:64], fetch(ids[:64]))
        people.show()

    def swap() -> None:
        people.show_ids(ids)

    def scroll(places: Iterable[int]) -> list[float]:
        return [timed(partial(bar.setValue, place)) for place in places]

    report(f"first page of {count:,} painted", [timed(show_first)])
    report("keys swapped in", [timed(swap)])
    report("scroll by three rows", scroll(at * 186 for at in range(400)))
    report("page down", scroll(at * 780 for at in range(200)))
    report("jump", scroll(chance.randint(0, bar.maximum()) for _ in range(200)))
    people.select_id(count * 3 // 4)
    report("swap, one case selected", [timed(swap) for _ in range(10)])
    report("select all", [timed(people.selectAll)])
    report("swap, all selected", [timed(swap)])
    people.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
