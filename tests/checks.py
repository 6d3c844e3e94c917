"""All checks one after the other, as `python3 main.py test` runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-m"]
VIRTUAL_SCREEN = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "env", "QT_QPA_PLATFORM=xcb"]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"

# By their headings, quick ones first.
CHECKS = {
    "Style": [*PYTHON, "ruff", "check"],
    "Format": [*PYTHON, "ruff", "format", "--check"],
    "Types": [*PYTHON, "mypy"],
    "Layers": [sys.executable, "-c", LINT_IMPORTS],
    "Tests": [*PYTHON, "pytest", "-n", "2", "--dist", "worksteal"],
}
JOURNEYS = {"Journeys on a virtual screen": [*VIRTUAL_SCREEN, *PYTHON, "pytest", "tests/journeys"]}


def main(pytest_words: list[str]) -> int:
    """Runs pytest with the words given, or without any every check; 0 only if all pass."""
    os.chdir(ROOT)
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if pytest_words:
        return subprocess.run([*PYTHON, "pytest", *pytest_words], check=False).returncode
    has_journeys = (ROOT / "tests" / "journeys").is_dir() and shutil.which("xvfb-run")
    outcomes = {
        name: run_check(name, command) for name, command in (CHECKS | (JOURNEYS if has_journeys else {})).items()
    }
    return tell_result(outcomes)


def run_check(name: str, command: list[str]) -> tuple[int, str]:
    """Runs one check, passing its output on as it comes; answers with its exit code and last line."""
    print(f"\n== {name}", flush=True)
    last_line = ""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as running:
        for line in running.stdout or ():
            print(line, end="", flush=True)
            last_line = line.strip() or last_line
    return running.returncode, last_line


def tell_result(outcomes: dict[str, tuple[int, str]]) -> int:
    """Prints each outcome, then one line that ends with pytest's own summary; answers with the exit code."""
    print("\n== Result")
    for name, (code, last_line) in outcomes.items():
        print(f"{'FAILED' if code else 'passed'}  {name}: {last_line}")
    failed = [name for name, (code, _) in outcomes.items() if code]
    verdict = f"Failed ({', '.join(failed)})" if failed else "All passed"
    print(f"{verdict}: {outcomes['Tests'][1]}")
    return 1 if failed else 0
