"""The window counts in proper words, and its direction follows its language."""

from __future__ import annotations

import runpy
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator

from tests.ui.conftest import RESOURCES
from ui.language import speak
from ui.pages.people.field_line import FieldLine
from ui.widgets.fields import FieldRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

TRANSLATIONS = RESOURCES / "translations"


@pytest.fixture
def quiet(qapp: QApplication) -> Iterator[QApplication]:
    """An application that forgets afterwards what it was taught."""
    before = set(qapp.findChildren(QTranslator))
    yield qapp
    for taught in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(taught)
        taught.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("own", [FieldRow, FieldLine])
@pytest.mark.parametrize(("number", "said"), [(1, "1 source"), (2, "2 sources")])
def test_sources_are_counted_in_english_also_where_the_words_are_inherited(
    own: type[FieldRow], number: int, said: str
) -> None:
    assert QCoreApplication.translate(own.__name__, "%n source(s)", "", number) == said


def test_empty_fields_are_counted() -> None:
    assert QCoreApplication.translate("DetailsCard", "Show %n empty field(s)", "", 14) == "Show 14 empty fields"


def test_a_language_we_lack_is_english(quiet: QApplication) -> None:
    assert speak(quiet, TRANSLATIONS, QLocale("ar")).language() == QLocale.Language.English
    assert quiet.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_without_any_file_the_window_still_speaks(quiet: QApplication, tmp_path: Path) -> None:
    assert speak(quiet, tmp_path, QLocale("ar")).language() == QLocale.Language.English


def test_direction_and_qts_own_words_follow_the_language(quiet: QApplication, tmp_path: Path) -> None:
    arabic = tmp_path / "casefiles_ar.ts"
    words = (TRANSLATIONS / "casefiles_en.ts").read_text(encoding="utf-8")
    arabic.write_text(words.replace('language="en"', 'language="ar"'), encoding="utf-8")
    runpy.run_path(str(RESOURCES.parent / "packaging" / "translations.py"))["release"](arabic)
    shutil.copy(TRANSLATIONS / "casefiles_en.qm", tmp_path)
    assert speak(quiet, tmp_path, QLocale("ar_EG")).language() == QLocale.Language.Arabic
    assert quiet.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
