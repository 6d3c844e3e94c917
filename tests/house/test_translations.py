"""The translations on disk are those of the words in the program."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# by its path: a library elsewhere has the folder's name
TOOL = runpy.run_path(str(ROOT / "packaging" / "translations.py"))
LANGUAGES = sorted((ROOT / "resources" / "translations").glob("*.ts"))
MEND = "run packaging/translations.py, and commit what it writes"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.stem)
def test_no_word_is_missing_and_none_is_left_over(language: Path, tmp_path: Path) -> None:
    again = tmp_path / language.name
    shutil.copy(language, again)
    TOOL["update"](again)
    assert again.read_text(encoding="utf-8") == language.read_text(encoding="utf-8"), MEND


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.stem)
def test_the_compiled_file_is_made_of_the_readable_one(language: Path, tmp_path: Path) -> None:
    again = tmp_path / f"{language.stem}.qm"
    TOOL["release"](language, again)
    assert again.read_bytes() == language.with_suffix(".qm").read_bytes(), MEND


def test_a_plural_that_no_rule_knows_is_asked_for() -> None:
    english_forms = TOOL["english_forms"]
    assert english_forms("%n quote(s)") == ("%n quote", "%n quotes")
    with pytest.raises(ValueError, match="%n children"):
        english_forms("%n children")


def test_there_is_a_language() -> None:
    assert LANGUAGES
