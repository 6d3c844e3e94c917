"""The page of sources, by its own widgets."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from ui.dialogs.add_source import AddSource
from ui.pages.sources import SourcesPage
from ui.problems import Problems
from ui.session import Session
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

FIRST = "Ferry attack: twelve missing 🛳️\r\n\r\nAsha Rana is among them."
SECOND = "Five named on exchange list\n\nBikram Thapa is one."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    casebook = Casebook.new(
        tmp_path / "desk.casebook", officer=Officer("Mina Bose"), clock=lambda: datetime(2026, 7, 1, 9, tzinfo=UTC)
    )
    made = Session(casebook, Problems())
    yield made
    made.close()


@pytest.fixture
def two(session: Session) -> tuple[int, int]:
    sources = session.casebook.sources
    one = sources.add(sources.take_paste(FIRST), {"publisher": "Harbour Post", "published_on": "12 Feb 2026"})
    other = sources.add(sources.take_paste(SECOND), {"publisher": "Daily Courier", "published_on": "March 2026"})
    start = FIRST.index("Asha Rana")
    words = Words(one, start, start + len("Asha Rana"))
    session.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana", words=(words,))])
    return one, other


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, session: Session) -> SourcesPage:
    made = SourcesPage(theme, session)
    made.resize(1064, 720)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def listed(page: SourcesPage) -> list[str]:
    model = page._list.sources
    return [model.row(place).title for place in range(model.rowCount())]


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def line(page: SourcesPage, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)


def dialog(page: SourcesPage) -> AddSource | None:
    return page.findChild(AddSource)


def test_an_empty_page_says_what_belongs_here(page: SourcesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._panes.currentWidget() is page._empty)
    assert "No sources yet. Paste or drop an article." in words_on(page._empty)
    page._empty.findChild(Button).click()  # type: ignore[union-attr]  # it has one button
    assert dialog(page) is not None


def test_the_list_opens_sources_in_the_reader(page: SourcesPage, two: tuple[int, int], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    page._list.setFocus()
    QTest.keyClick(page._list, Qt.Key.Key_Home)
    first = page._reader.source_id
    QTest.keyClick(page._list, Qt.Key.Key_Down)
    assert {first, page._reader.source_id} == set(two)


def test_the_filter_narrows_and_says_when_nothing_is_left(
    page: SourcesPage, two: tuple[int, int], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    assert "find" not in page.handlers, "Ctrl+F is the window's one search box, on every page"
    page.panes()[0].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "courier")  # type: ignore[arg-type]  # the filter has the focus
    assert listed(page) == ["Five named on exchange list"]
    QTest.keyClicks(QApplication.focusWidget(), "xyz")  # type: ignore[arg-type]
    nothing = page._found.currentWidget()
    assert isinstance(nothing, EmptyState)
    nothing.findChild(Button).click()  # type: ignore[union-attr]  # it has one button
    assert len(listed(page)) == 2


def test_opening_a_source_at_a_quote(page: SourcesPage, two: tuple[int, int], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    start = FIRST.index("Asha Rana")
    page.open_source(two[0], start, start + 9)
    assert page._reader.source_id == two[0]
    assert page._list.current_id == two[0]
    assert "This quote supports the name of Asha Rana" in words_on(page._reader)


def test_opening_a_source_before_the_list_is_there(page: SourcesPage, two: tuple[int, int], qtbot: QtBot) -> None:
    page.open_source(two[0], -1, -1)
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    qtbot.waitUntil(lambda: page._list.current_id == two[0])


def test_a_detail_is_saved_when_left_and_shown_everywhere(
    page: SourcesPage, two: tuple[int, int], qtbot: QtBot, session: Session
) -> None:
    page.open_source(two[0])
    title = line(page, "Title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Twelve missing")
    QTest.keyClick(title, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "Twelve missing" in listed(page))
    assert session.casebook.sources.view(two[0]).title == "Twelve missing"
    qtbot.waitUntil(lambda: "Change title" in words_on(page._about))


def test_a_wrong_date_is_told_under_its_line(
    page: SourcesPage, two: tuple[int, int], session: Session, qtbot: QtBot
) -> None:
    page.open_source(two[0])
    date = line(page, "Published on")
    date.setFocus()
    date.selectAll()
    QTest.keyClicks(date, "2024-02-31")
    QTest.keyClick(date, Qt.Key.Key_Tab)
    assert date.accessibleDescription()
    assert session.casebook.sources.view(two[0]).details["published_on"] == "12 Feb 2026"
    page.open_source(two[1])
    assert not date.accessibleDescription()
    assert date.text() == "Mar 2026"


def test_what_is_typed_is_saved_when_another_source_is_opened(
    page: SourcesPage, two: tuple[int, int], session: Session
) -> None:
    page.open_source(two[0])
    author = line(page, "Author")
    author.setFocus()
    QTest.keyClicks(author, "R. Sen")
    page.open_source(two[1])
    assert session.casebook.sources.view(two[0]).details["author"] == "R. Sen"
    assert session.casebook.sources.view(two[1]).details["author"] == ""


def test_saved_copy_and_use_are_shown(page: SourcesPage, two: tuple[int, int], session: Session, qtbot: QtBot) -> None:
    page.open_source(two[0])
    copy = dict(session.casebook.sources.view(two[0]).saved_copy)
    assert copy["Taken with"].endswith(", pasted")
    qtbot.waitUntil(lambda: copy["Size"] in words_on(page._about))
    shown = words_on(page._about)
    assert copy["SHA-256"] in shown.replace(" ", "").replace("\n", "")
    link = next(one for one in page._about.findChildren(Button) if one.text() == "Asha Rana")
    with qtbot.waitSignal(session.show_case) as asked:
        link.click()
    assert asked.args == [1]


def test_a_correction_is_flagged(page: SourcesPage, two: tuple[int, int], session: Session, qtbot: QtBot) -> None:
    page.open_source(two[0])
    session.casebook.sources.set_detail(two[0], "corrected_on", "14 Feb 2026")
    qtbot.waitUntil(lambda: "Corrected by the publisher 14 Feb 2026" in words_on(page._reader))


def test_pasting_and_dropping_open_the_dialog(
    page: SourcesPage, two: tuple[int, int], qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    QGuiApplication.clipboard().setText("A third article\n\nWith words.")
    page._list.setFocus()
    QTest.keyClick(page._list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pasted = dialog(page)
    assert pasted is not None
    qtbot.waitUntil(lambda: pasted._taken is not None)
    assert pasted._details.values()["title"] == "A third article"
    pasted.close()
    qtbot.waitUntil(lambda: dialog(page) is None)

    titles = ["A fourth article", "A fifth article", "A sixth article"]
    given = QMimeData()
    given.setUrls([_file(tmp_path / f"{place}.txt", title) for place, title in enumerate(titles)])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(5, 5), action, given, buttons, keys))
    for title in titles:
        qtbot.waitUntil(partial(_is_asked, page, title))
        shown = dialog(page)
        assert shown is not None
        with qtbot.waitSignal(shown.destroyed):
            shown.close()
    assert dialog(page) is None


def _file(path: Path, words: str) -> QUrl:
    path.write_text(words, "utf-8")
    return QUrl.fromLocalFile(str(path))


def _is_asked(page: SourcesPage, title: str) -> bool:
    asked = [one for one in page.findChildren(AddSource) if one._taken is not None]
    return [one._details.values()["title"] for one in asked] == [title]


def test_a_removed_source_leaves_the_page(
    page: SourcesPage, two: tuple[int, int], session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    page.open_source(two[1])
    page.handlers["remove"]()
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    assert page._reader.source_id == two[0]


def test_the_sheet_stands_in_the_place_of_the_cards(page: SourcesPage, two: tuple[int, int], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    page.open_source(two[0])
    page._reader._reader.select(0, 12)
    page._reader._reader.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P)  # type: ignore[arg-type]  # the text has the focus
    assert page._right.isHidden()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # type: ignore[arg-type]
    assert not page._right.isHidden()


def test_every_field_and_button_has_a_name(page: SourcesPage, two: tuple[int, int], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    page.open_source(two[0])
    for field in (*page.findChildren(QLineEdit), *page.findChildren(Button)):
        assert field.accessibleName() or (isinstance(field, Button) and (field.text() or field.isHidden())), field
    assert all(pane.isVisibleTo(page) for pane in page.panes())
