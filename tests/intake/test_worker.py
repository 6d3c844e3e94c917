"""Pages are read in a process of their own, which has limits and is ended when it exceeds them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from casefiles.domain.problems import CannotCapture
from casefiles.intake import extraction
from casefiles.intake.extraction import extract
from casefiles.intake.page import read_page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<html lang=hi><title>Two killed</title><p>अस्\u200dफान &amp; another 😀</p>"


def test_the_worker_reads_as_this_process_does() -> None:
    assert extract(PAGE) == read_page(PAGE)


def test_the_workers_trouble_is_told_here() -> None:
    with pytest.raises(CannotCapture, match="no readable words") as refused:
        extract("<html></html>")
    assert "paste" in refused.value.hint


def test_the_worker_runs_wherever_the_program_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert extract(PAGE).chars.endswith("😀")


def test_a_worker_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "SECONDS", 0.01)
    with pytest.raises(CannotCapture, match="took too long to read; nothing was kept"):
        extract(PAGE)


def test_a_worker_that_breaks_is_told_without_a_word_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(CannotCapture, match="could not be read; nothing was kept") as refused:
        extract(PAGE)
    assert refused.value.detail == "worker ended with 1"


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
def test_the_workers_memory_is_limited() -> None:
    greedy = "from casefiles.intake import worker; worker.limit(); bytearray(worker.MEMORY)"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_taking_in_plain_text_loads_nothing_heavy() -> None:
    light = (
        "import sys; from casefiles.intake import documents; from datetime import datetime;"
        "documents.from_paste('words', clock=datetime.now);"
        "print(sorted({'trafilatura', 'lxml', 'htmldate', 'charset_normalizer', 'ssl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", light], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
