"""Whether anything acknowledged is lost when the program is killed while it writes.

PYTHONPATH=. python tests/benchmarks/kill.py [--rounds 100]
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from casefiles.domain.records import CaseKind
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from tests.benchmarks.books import PASSWORD

_ROOT = Path(__file__).resolve().parents[2]
_VERIFIED_EVERY = 10


def write_on(path: Path) -> None:
    """Enter people until killed, acknowledging each on standard output once it is committed."""
    casebook = Casebook.open(path, password=PASSWORD)
    number = 0
    while True:
        number += 1
        name = f"Person {os.getpid()} {number}"
        case = casebook.people.add(CaseKind.PERSON, [Report("name", typed=name)])
        casebook.people.set_field(case, "age", "30")
        os.write(1, f"{case}\t{name}\n".encode())


def killed_round(path: Path, chance: random.Random) -> dict[int, str]:
    """Let another process write for a random while, kill it, and return what it had acknowledged."""
    command = [sys.executable, __file__, "--write", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(_ROOT)}) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()  # it has begun to write
        time.sleep(chance.uniform(0.0, 0.25))
        writer.send_signal(signal.SIGKILL)
        told = first + writer.stdout.read()
    whole = told[: told.rfind(b"\n") + 1].decode().splitlines()
    return {int(case): name for case, _, name in (line.partition("\t") for line in whole)}


def lost(path: Path, acknowledged: dict[int, str]) -> list[str]:
    """Return the names acknowledged that are not there as they were entered."""
    casebook = Casebook.open(path, password=PASSWORD)
    views = {name: casebook.people.view(case) for case, name in acknowledged.items()}
    casebook.close()
    return [name for name, view in views.items() if view.heading != name or view.field("age").text != "30"]


def wrong(path: Path) -> list[str]:
    """Return what verifying finds."""
    casebook = Casebook.open(path, password=PASSWORD)
    found = [one.say for one in verify(casebook.desk.book.database)]
    casebook.close()
    return found


def main(words: list[str] | None = None) -> bool:
    """Kill so many times; returns whether all that was acknowledged is there and the casebook verifies."""
    parser = argparse.ArgumentParser(description="Kill a writing program again and again.")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    if given.write:
        write_on(given.write)
    chance = random.Random(11)
    acknowledged, missing, found = 0, list[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.casebook"
        Casebook.new(path, password=PASSWORD).close()
        for number in range(1, given.rounds + 1):
            told = killed_round(path, chance)
            acknowledged += len(told)
            missing += lost(path, told)
            if number % _VERIFIED_EVERY == 0 or number == given.rounds:
                found += wrong(path)
    print(f"killed {given.rounds} times; people acknowledged {acknowledged:,}, lost {len(missing)}, wrong {len(found)}")
    return not missing and not found


if __name__ == "__main__":
    main()
