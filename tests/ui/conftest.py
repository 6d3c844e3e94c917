"""One application and one theme for the tests of the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QLabel, QPushButton

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.language import speak
from ui.theme.theme import Choice, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

RESOURCES = Path(__file__).parents[2] / "resources"
# said by the platform without a screen when a window has a least size or a list drops down
HARMLESS = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    speak(qapp, RESOURCES / "translations", QLocale("en"))


@pytest.fixture(scope="session")
def worn_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES)


@pytest.fixture
def theme(worn_theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    worn_theme.choose(Choice.LIGHT)
    yield worn_theme
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else all of it is dressed again below
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    worn_theme.set_percent(100)
    worn_theme.choose(Choice.LIGHT)


@pytest.fixture
def seen() -> Callable[[QWidget], list[str]]:
    """The texts that are not hidden."""

    def texts(widget: QWidget) -> list[str]:
        labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
        return [label.text() for label in labels if label.text()]

    return texts


@pytest.fixture
def press() -> Callable[[QWidget, str], None]:
    """Press the button with this name."""

    def click(widget: QWidget, name: str) -> None:
        buttons = widget.findChildren(QPushButton)
        found = [each for each in buttons if name in (each.accessibleName(), each.text())]
        assert len(found) == 1, [each.accessibleName() or each.text() for each in buttons]
        found[0].click()

    return click
