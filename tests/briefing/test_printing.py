"""The worker prints in a process of its own, tells its progress and its trouble, and can be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casefiles.briefing.build import rendered
from casefiles.briefing.printing import Printing, temporary_prefix
from casefiles.domain.problems import BadInput, CannotPrint

if TYPE_CHECKING:
    from tests.briefing.conftest import Invented


def test_worker_prints_what_we_would(tmp_path: Path, resources: Path, invented: Invented) -> None:
    facts = invented.briefing(people=(invented.person(),))
    steps: list[str] = []
    built = Printing(facts, tmp_path / "out.pdf", resources).wait(steps.append)
    assert built is not None
    assert (tmp_path / "out.pdf").read_bytes() == rendered(facts, resources)[0]
    assert steps[0] == "Laying out"
    assert steps[-1] == "Writing the file"


def test_trouble_in_the_worker_arrives_in_its_own_words(tmp_path: Path, resources: Path, invented: Invented) -> None:
    with pytest.raises(BadInput, match="no briefing called"):
        Printing(invented.briefing("poem"), tmp_path / "out.pdf", resources).wait()
    with pytest.raises(CannotPrint, match="could not be written"):
        Printing(invented.briefing(), tmp_path / "none" / "out.pdf", resources).wait()
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_the_target_as_it_was(tmp_path: Path, resources: Path, invented: Invented) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    printing = Printing(invented.briefing("situation", situation=invented.situation(3000)), out, resources)
    started = threading.Event()

    def kill() -> None:
        started.wait(30)
        printing.cancel()

    killer = threading.Thread(target=kill)
    killer.start()
    assert printing.wait(lambda _step: started.set()) is None
    killer.join()
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_worker_killed_while_writing_leaves_nothing_behind(tmp_path: Path, resources: Path, invented: Invented) -> None:
    printing = Printing(
        invented.briefing("situation", situation=invented.situation(3000)), tmp_path / "out.pdf", resources
    )
    stale = tmp_path / f"{temporary_prefix(printing._process.pid)}x.tmp"
    stale.write_bytes(b"half")
    printing._process.kill()
    with pytest.raises(CannotPrint, match="could not be made"):
        printing.wait()
    assert list(tmp_path.iterdir()) == []


def test_nothing_personal_is_on_the_command_line(tmp_path: Path, resources: Path, invented: Invented) -> None:
    printing = Printing(invented.briefing(people=(invented.person(),)), tmp_path / "out.pdf", resources)
    printing.wait()
    assert printing._process.args == [sys.executable, "-m", "casefiles.briefing.worker"]


def test_worker_refuses_what_is_not_a_request() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "casefiles.briefing.worker"],
        input=b"nonsense",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    assert done.returncode == 1
    assert b"cannot be read" in done.stdout
    assert done.stderr == b""
