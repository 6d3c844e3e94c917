"""Adding a source: nothing guessed, nothing twice, nothing written before Add."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casefiles.domain.problems import CannotCapture
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from ui.dialogs.add_source import AddSource
from ui.dialogs.bring_source import PasteBox
from ui.problems import Problems
from ui.session import Session
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casefiles.workspace.sources import Taken
    from ui.theme.theme import Theme

ARTICLE = "Five named on exchange list\r\n\r\nعمران شاہ\u00a0لاپتہ 🕊️  is one.\r"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    casebook = Casebook.new(
        tmp_path / "desk.casebook", officer=Officer("Mina Bose"), clock=lambda: datetime(2026, 7, 1, 9, tzinfo=UTC)
    )
    made = Session(casebook, Problems())
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, session: Session) -> AddSource:
    made = AddSource(theme, session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def words(text: str) -> QMimeData:
    given = QMimeData()
    given.setText(text)
    return given


def file(path: Path) -> QMimeData:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path))])
    return given


def shown(dialog: AddSource) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label) if label.isVisibleTo(dialog))


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)  # type: ignore[arg-type]  # something has the focus


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)  # type: ignore[arg-type]  # something has the focus


def count(session: Session) -> int:
    return len(session.casebook.sources.rows())


def test_the_day_of_publication_is_asked_and_never_guessed(dialog: AddSource, session: Session, qtbot: QtBot) -> None:
    dialog._bring.take(words(ARTICLE))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    assert "does not say when it was published" in shown(dialog)
    assert "found in: first line" in shown(dialog)
    press(Qt.Key.Key_Return)
    assert count(session) == 0
    assert "not known" in QApplication.focusWidget().accessibleDescription()  # type: ignore[union-attr]
    type_in("3 March 2026")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(Qt.Key.Key_Return)
    view = session.casebook.sources.view(chosen.args[0])
    assert view.details["published_on"] == "3 Mar 2026"
    assert view.details["kind"] == "news"
    assert view.text == ARTICLE, "to the last space and line end"
    assert session.casebook.sources.saved_bytes(view.id) == ARTICLE.encode()


def test_the_day_may_be_left_by_a_deliberate_choice(dialog: AddSource, session: Session, qtbot: QtBot) -> None:
    dialog._bring.take(words(ARTICLE))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    dialog._not_known.click()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog._add.click()
    assert session.casebook.sources.view(chosen.args[0]).details["published_on"] == ""


def test_the_same_article_twice_offers_the_one_that_is_here(dialog: AddSource, session: Session, qtbot: QtBot) -> None:
    known = session.casebook.sources.add(session.casebook.sources.take_paste(ARTICLE), {})
    dialog._bring.take(words(ARTICLE))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    assert "This is already here as S-000001" in shown(dialog)
    assert not dialog._add.isEnabled()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog._already.action_requested.emit()
    assert chosen.args == [known]
    assert count(session) == 1


def test_typed_words_are_read_too(dialog: AddSource, qtbot: QtBot) -> None:
    box = dialog.findChild(PasteBox)
    assert box is not None
    box.setFocus()
    QTest.keyClicks(box, "A note from the family")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog._taken is not None)
    assert dialog._details.values()["title"] == "A note from the family"


def test_wrong_dates_are_told_under_their_lines(dialog: AddSource, session: Session, qtbot: QtBot) -> None:
    dialog._bring.take(words(ARTICLE))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    type_in("2024-02-31")
    press(Qt.Key.Key_Return)
    assert "31" in QApplication.focusWidget().accessibleDescription()  # type: ignore[union-attr]
    assert count(session) == 0


def test_direction_marks_are_told(dialog: AddSource, qtbot: QtBot) -> None:
    dialog._bring.take(words("Title\n\n\u202eturned\u202c"))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    assert "turn the reading direction" in shown(dialog)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "This is an image"),
        ("empty.txt", b"", "The file is empty."),
        ("huge.html", b"<html>" + b"x" * (16 << 20), "up to 15 MB"),
    ],
    ids=["binary", "empty", "huge"],
)
def test_bad_files_are_told_in_a_sentence_and_nothing_is_written(
    dialog: AddSource, session: Session, qtbot: QtBot, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    dialog._bring.take(file(path))
    qtbot.waitUntil(dialog._bring._trouble.isVisible)
    assert says in shown(dialog)
    assert count(session) == 0
    assert dialog._bring.read_button.isEnabled()


def test_an_unreadable_encoding_is_chosen(dialog: AddSource, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("Имя".encode("koi8-r"))
    dialog._bring.take(file(path))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    dialog._begin_again()
    dialog._bring._read_file(path, "utf-8")
    qtbot.waitUntil(dialog._bring._encoding.isVisible)
    dialog._bring._encoding.set_value("koi8-r")
    dialog._bring._encoding.committed.emit("koi8-r")
    qtbot.waitUntil(lambda: dialog._taken is not None)
    assert dialog._taken is not None
    assert dialog._taken.text == "Имя"


def test_reading_can_be_stopped(dialog: AddSource, session: Session, qtbot: QtBot) -> None:
    dialog._bring.take(words(ARTICLE))
    dialog._bring.stop()
    dialog._bring.take(words("Another article"))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    assert dialog._details.values()["title"] == "Another article"
    assert count(session) == 0


def test_esc_leaves_and_writes_nothing(dialog: AddSource, session: Session, qtbot: QtBot) -> None:
    dialog._bring.take(words(ARTICLE))
    qtbot.waitUntil(lambda: dialog._taken is not None)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert count(session) == 0


def test_a_web_address_waits_to_be_confirmed(
    dialog: AddSource, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def unreachable(url: str) -> Taken:
        asked.append(url)
        raise CannotCapture("The site did not answer.", "Try again later.")

    monkeypatch.setattr(session.casebook.sources, "take_url", unreachable)
    dialog._bring.take(words("https://news.invalid/article"))
    box = dialog.findChild(PasteBox)
    assert box is not None
    assert box.toPlainText() == "https://news.invalid/article"
    assert asked == [], "a look at the clipboard calls nobody"
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog._bring._trouble.isVisible)
    assert asked == ["https://news.invalid/article"]
    assert "The site did not answer." in shown(dialog)
