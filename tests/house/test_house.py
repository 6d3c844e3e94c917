"""The house keeps its shape: what starts quickly, what lies where, what catches everything, what is said."""

from __future__ import annotations

import ast
import fnmatch
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

# What a start must not wait for; each is imported where it is used.
HEAVY = [
    "dateparser",
    "jsonschema",
    "lxml",
    "pikepdf",
    "pycountry",
    "pypdfium2",
    "reportlab",
    "trafilatura",
    "uharfbuzz",
    "xlsxwriter",
]
DOORS = [door for door in ("casefiles.cli", "ui.app") if importlib.util.find_spec(door)]

TOP_LEVEL = {
    *(".ci", ".editorconfig", ".git", ".gitattributes", ".github", ".gitignore", ".pre-commit-config.yaml"),
    *(
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "main.py",
        "pyproject.toml",
        "uv.lock",
    ),
    *("casefiles", "docs", "packaging", "resources", "tests", "ui"),
}

# The task runner and the top-level hook, which must tell of anything.
MAY_CATCH_EVERYTHING = {"ui/tasks.py", "ui/app.py"}
EVERYTHING = {"Exception", "BaseException"}

# Where software comes from and where one machine keeps it is that machine's own business.
FOREIGN_WORDS = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|(?<![\w.])/(work|root|opt)/|/tmp/(?!\.X11-unix)"
)


def own_files() -> Iterator[Path]:
    """The project's files: all but what .gitignore names."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    waiting = [ROOT]
    while waiting:
        for path in waiting.pop().iterdir():
            if path.name == ".git" or any(fnmatch.fnmatch(path.name, pattern) for pattern in ignored):
                continue
            if path.is_dir():
                waiting.append(path)
            else:
                yield path


def program_files() -> list[Path]:
    """The Python files of the program itself."""
    return [ROOT / "main.py", *(ROOT / "casefiles").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]


@pytest.mark.parametrize("door", DOORS)
def test_heavy_libraries_wait_until_used(door: str) -> None:
    probe = f"import sys, {door}; print(*sorted(set({HEAVY}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_qt_calls_keep_their_hands_off_none() -> None:
    """A PySide6 that loses a reference to None at each void call aborts the program after some thousands."""
    stop = QTimer().stop
    before = sys.getrefcount(None)
    for _ in range(10_000):
        stop()
    assert sys.getrefcount(None) > before - 1_000


def test_nothing_strays_to_the_top_level() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in own_files()} <= TOP_LEVEL


def caught(node: ast.AST) -> list[ast.expr | None]:
    """The error types that a piece of code keeps from going on; None is a bare except."""
    if isinstance(node, ast.ExceptHandler):
        if isinstance(last := node.body[-1], ast.Raise) and last.exc is None:
            return []  # it tidies up and lets the trouble pass
        return list(node.type.elts) if isinstance(node.type, ast.Tuple) else [node.type]
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        return list(node.args)
    return []


def broad_catches(source: str) -> list[int]:
    """The lines that catch everything."""
    nodes = list(ast.walk(ast.parse(source)))
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.ExceptHandler | ast.Call)
        if any(kind is None or ast.unparse(kind) in EVERYTHING for kind in caught(node))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "try: f()\nexcept: pass",
        "try: f()\nexcept Exception: pass",
        "try: f()\nexcept (OSError, BaseException) as e: pass",
        "with contextlib.suppress(Exception): f()",
    ],
)
def test_a_broad_catch_is_seen(line: str) -> None:
    assert broad_catches(line)


@pytest.mark.parametrize(
    "line",
    [
        "try: f()\nexcept (KeyError, OSError): pass",
        "try: f()\nexcept BaseException:\n    close()\n    raise",
        "with suppress(KeyError): f()",
    ],
)
def test_a_narrow_catch_is_let_be(line: str) -> None:
    assert broad_catches(line) == []


def test_only_two_places_catch_everything() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in program_files()
        if (lines := broad_catches(path.read_text(encoding="utf-8")))
    }
    assert found.keys() <= MAY_CATCH_EVERYTHING, found


def test_the_project_speaks_of_itself_only() -> None:
    told = {}
    for path in own_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # fonts and pictures say nothing
        if path != Path(__file__) and (found := FOREIGN_WORDS.search(text)):
            told[str(path.relative_to(ROOT))] = found.group()
    assert told == {}


def test_every_dependency_is_accounted_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~ \[]", requirement)[0] for requirement in asked}
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert {name for name in names if f"| {name} |" not in table} == set()
