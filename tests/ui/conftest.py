"""One application and one theme for the tests of the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.theme.theme import Choice, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[2] / "resources"
# said by the platform without a screen whenever a window has a least size; it means nothing
HARMLESS = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture(scope="session")
def worn_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES)


@pytest.fixture
def theme(worn_theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    worn_theme.choose(Choice.LIGHT)
    yield worn_theme
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    worn_theme.set_percent(100)
    worn_theme.choose(Choice.LIGHT)
