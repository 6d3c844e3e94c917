"""Every page and dialog on the sample: named, reached by Tab both ways, left by Esc, and nothing cut off."""

from __future__ import annotations

import shutil
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeoutError

from casefiles.domain.moment import NOW, Moment
from casefiles.workspace.desk import Officer
from casefiles.workspace.finding import Wanted, parse
from casefiles.workspace.printing import Order
from casefiles.workspace.sample import open_sample
from tests.journeys.hand import Hand
from ui.app import make_window
from ui.dialogs.password import PasswordDialog
from ui.dialogs.problem import ProblemDialog
from ui.dialogs.question import Question
from ui.preferences import Preferences
from ui.problems import Told
from ui.theme.theme import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

K = Qt.Key
# said while the whole sheet of styles is put on anew: for a moment a label has the sheet's face, not its own
RESTYLING = pytest.mark.qt_log_ignore("OpenType support missing", "This plugin does not support", extend=True)
INTERACTIVE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar,
               QTextEdit)  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    casebook = open_sample(folder, Officer("Mina Bose"))
    path = casebook.path
    casebook.close()
    return path


@pytest.fixture
def percent() -> int:
    """The size of type and spacing to begin with; a test may ask for another."""
    return 100


@pytest.fixture
def hand(qapp: QApplication, own_home: Path, qtbot: QtBot, percent: int) -> Iterator[Hand]:
    preferences = Preferences.load(own_home)
    preferences.percent = percent
    window = make_window(qapp, preferences)
    window.resize(1280, 800)
    window.show()
    hand = Hand(window, qtbot)
    hand.look()
    yield hand
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    window.close_at_once()
    theme = window.theme
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else all of it is dressed again below
    theme.set_percent(100)
    theme.choose(Choice.LIGHT)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.deleteLater()


@pytest.fixture
def opened(hand: Hand, sample: Path, tmp_path: Path) -> Hand:
    hand.window.ways.open_path(Path(shutil.copy(sample, tmp_path)))
    hand.until(lambda: hand.window.desk is not None and hand.desk.pages.name == "people")
    hand.until(lambda: hand.desk.pages.page._view is not None)
    return hand


# the ways to every page and dialog


def start(_hand: Hand) -> None:
    """The first page is there."""


def people(hand: Hand, tab: int = 0, typed: str = "") -> None:
    hand.window.run("find")
    case = next(iter(hand.desk.session.casebook.finding.ids(Wanted(parse(typed)))))
    hand.desk.session.show_case.emit(case)
    hand.until(lambda: hand.desk.pages.page._view is not None and hand.desk.pages.page._view.id == case)
    hand.window.run(f"tab-{tab + 1}")


def sources(hand: Hand) -> None:
    hand.desk.session.show_page.emit("sources")
    hand.until(lambda: hand.seen("Source text", QTextEdit))


def briefings(hand: Hand, kind: str = "Situation briefing") -> None:
    hand.window.run("briefing")
    hand.find(kind, QRadioButton).setChecked(True)
    if kind == "Dossier":
        hand.desk.session.print_cases.emit(list(hand.desk.session.casebook.finding.ids(Wanted(), 2)))
    hand.until(lambda: hand.find("Save PDF…", QAbstractButton).isEnabled())


def codebook(hand: Hand) -> None:
    book = hand.desk.session.casebook.codebook
    if not any(written.own for written in book.sections()):
        book.add("definitions", "Whoever brings people to the war for money.", term="Agent")
        book.add("method", "From here on cousins count as family.", effective_on="2024-03-01")
    hand.desk.session.show_page.emit("codebook")
    hand.until(lambda: hand.desk.pages.name == "codebook")


def issued(hand: Hand) -> None:
    """Two editions, one of them to parliament, and a person who is no longer as it says."""
    casebook = hand.desk.session.casebook
    case = next(iter(casebook.finding.ids(Wanted())))
    casebook.editions.issue(Order("dossier", cases=(case,)), "parliament", "House of Elders")
    status = next(report for report in casebook.people.view(case).reports if report.field == "status" and report.in_use)
    casebook.people.set_aside(status.claim, "it was another")
    casebook.editions.issue(Order("dossier", cases=(case,)), "internal")


def editions(hand: Hand, *, compared: bool = False) -> None:
    issued(hand)
    hand.window.run("briefing")
    hand.desk.pages.page.tabs.setCurrentIndex(1)
    pane = hand.desk.pages.page.editions
    hand.until(lambda: pane._shown is not None)
    if compared:
        pane._compare(list(pane._rows)[-1])
        hand.until(lambda: hand.seen("Back to the pages", QAbstractButton))


def told_page(hand: Hand, *, empty: bool = False) -> None:
    if not empty:
        issued(hand)
    hand.desk.session.show_page.emit("told")
    if empty:
        hand.until(lambda: hand.seen("Enter what we told", QAbstractButton))
    else:
        hand.until_said("What has moved since")


def told_dialog(action: str, hand: Hand) -> None:
    told_page(hand)
    hand.window.run(action)
    hand.until(lambda: hand.front is not hand.window)
    hand.look()


def issue(hand: Hand) -> None:
    briefings(hand)
    hand.window.run("issue")
    hand.until(lambda: hand.front is not hand.window)
    hand.look()


def choose_edition(hand: Hand) -> None:
    editions(hand)
    hand.find("What changed since…", QAbstractButton).click()
    hand.until(lambda: hand.front is not hand.window)
    hand.look()


def link(hand: Hand) -> None:
    sources(hand)
    hand.look()
    text = hand.find("Source text", QTextEdit)
    text.setFocus()
    hand.key(K.Key_S, K.Key_L)


def sheet(hand: Hand) -> None:
    sources(hand)
    hand.look()
    hand.find("Source text", QTextEdit).setFocus()
    hand.key(K.Key_S, K.Key_P)


def totals(hand: Hand, tab: int = 0, number: str = "66") -> None:
    ledger = hand.desk.session.casebook.figures.ledger()
    hand.desk.session.show_total.emit(next(line.uuid for line in ledger.lines if line.number == number))
    page = hand.desk.pages.page
    hand.until(lambda: page._detail.line is not None and page._detail.line.number == number)
    hand.until(lambda: page._detail._states._inside is not None and page._detail._states.isVisible())
    page._list.setFocus()
    hand.window.run(f"tab-{tab + 1}")


def total_dialog(act: str, hand: Hand) -> None:
    totals(hand)
    hand.desk.pages.page._detail.do(act)
    hand.until(lambda: hand.front is not hand.window)
    hand.look()


def total_from_words(hand: Hand) -> None:
    sources(hand)
    hand.look()
    hand.find("Source text", QTextEdit).setFocus()
    hand.key(K.Key_S, K.Key_F)
    hand.until(lambda: hand.front is not hand.window)
    hand.look()


def dialog(action: str, hand: Hand, typed: str = "") -> None:
    if typed:
        people(hand, 0, typed)
    hand.window.run(action)
    hand.until(lambda: hand.front is not hand.window)
    hand.look()


def add_name(hand: Hand) -> None:
    hand.desk.pages.page._detail.acts.add_name()
    hand.look()


def grade(hand: Hand) -> None:
    page = hand.desk.pages.page
    page._detail.acts.grade(next(one for one in page._view.reports if one.source))
    hand.look()


def set_aside(hand: Hand) -> None:
    page = hand.desk.pages.page
    page._detail.acts.set_aside(page._view.reports[0])
    hand.look()


def describe_source(hand: Hand) -> None:
    given = QMimeData()
    given.setText("Two men are missing, their families say.")
    hand.desk.session.show_page.emit("sources")
    hand.desk.pages.page._ask(given)
    hand.until(lambda: hand.seen("Published on", QLineEdit))
    hand.look()


def shown(made: Callable[[Hand], Any], hand: Hand) -> None:
    made(hand).open()
    hand.look()


PAGES: dict[str, Any] = {
    "people, overview": people,
    "people, timeline": partial(people, tab=1),
    "people, what sources say": partial(people, tab=2),
    "people, history": partial(people, tab=3),
    "group": partial(people, typed="group"),
    "sources": sources,
    "situation briefing": briefings,
    "dossier": partial(briefings, kind="Dossier"),
    "codebook": codebook,
    "reported totals": totals,
    "totals not accounted for": partial(totals, tab=1),
    "issued editions": editions,
    "what changed since": partial(editions, compared=True),
    "what we told": told_page,
    "link words": link,
    "person sheet": sheet,
}
QUESTION = ("Still at work", "Not finished yet.", [("stop", "Stop it"), ("wait", "Wait")])
DIALOGS: dict[str, Any] = {
    "new casebook": partial(dialog, "new-casebook"),
    "settings": partial(dialog, "settings"),
    "keys": partial(dialog, "keys"),
    "about": partial(dialog, "about"),
    "export this list": partial(dialog, "export-list"),
    "as of a day": partial(dialog, "as-of"),
    "new person": partial(dialog, "new-person"),
    "new group": partial(dialog, "new-group"),
    "add a source": partial(dialog, "new-source"),
    "describe a source": describe_source,
    "add a status": partial(dialog, "add-status"),
    "add a name": add_name,
    "set aside": set_aside,
    "grade": grade,
    "hold": partial(dialog, "hold"),
    "one of these is": partial(dialog, "identify", typed="group"),
    "remove": partial(dialog, "remove"),
    "reported totals sheet": partial(dialog, "new-totals"),
    "total from words": total_from_words,
    "edit a total": partial(total_dialog, "edit"),
    "replace a total": partial(total_dialog, "replace"),
    "set a total aside": partial(total_dialog, "set-aside"),
    "issue": issue,
    "choose an edition": choose_edition,
    "enter what we told": partial(told_dialog, "new-statement"),
    "change what we told": partial(told_dialog, "edit"),
    "wrong when said": partial(told_dialog, "judge-statement"),
    "link values": partial(told_dialog, "link-values"),
    "password": partial(shown, lambda hand: PasswordDialog(hand.window.theme, Path("Cases.casebook"), hand.window)),
    "question": partial(shown, lambda hand: Question(hand.window.theme, *QUESTION, hand.window)),
    "problem": partial(
        shown, lambda hand: ProblemDialog(hand.window.theme, Told("It broke.", "Go on.", "Details", True), hand.window)
    ),
}
EMPTY = {"nothing told yet": partial(told_page, empty=True)}
EVERY = PAGES | EMPTY | DIALOGS


@pytest.mark.parametrize("name", EVERY)
def test_all_is_named_whole_and_reached_by_tab(opened: Hand, name: str) -> None:
    EVERY[name](opened)
    nothing_is_cut_off(opened)
    every = [each for each in in_view(opened) if isinstance(each, INTERACTIVE)]
    assert [each for each in every if not told(each)] == []
    wanted = {each: told(each) for each in in_view(opened) if can_have_keyboard(each)}
    twice = Counter((type(each).__name__, name) for each, name in wanted.items())
    assert [key for key, count in twice.items() if count > 1] == []
    for key in (K.Key_Tab, K.Key_Backtab):
        seen = walked(opened, key, len(wanted))
        groups = {button_group(each) for each in seen} - {None}
        here = {each: name for each, name in wanted.items() if shiboken6.isValid(each)}
        missed = [name for each, name in here.items() if each not in seen and button_group(each) not in groups]
        assert missed == [], f"{key.name} does not reach these"
        assert "" not in seen.values(), "a stop without a name"


SHUT: dict[str, set[str]] = {
    "people, overview": {"Add status", "Add to a situation", "Add a name", "Edit", "Edit details", "More"},
    "people, what sources say": {"Edit", "More"},
    "sources": {"Add source", "Link selection", "Title"},
    "reported totals": {"Enter totals", "Edit", "Replace with…", "Set aside…", "Remove"},
    "what we told": {"Enter what we told", "Edit", "Remove", "Wrong when said…", "Link values…"},
    "codebook": {"Word: new", "Word: Agent"},
    "situation briefing": {"Issue…"},
}
OPEN: dict[str, set[str]] = {
    "people, overview": {"Print", "Why this status"},
    "people, what sources say": {"Print"},
    "what we told": {"How it stands"},
}


@pytest.mark.parametrize("name", SHUT)
def test_what_changes_something_is_shut_in_the_past_and_says_why(opened: Hand, name: str) -> None:
    session = opened.desk.session
    PAGES[name](opened)
    missing = SHUT[name] - {told(each) for each in in_view(opened) if each.isEnabled()}
    assert not missing
    session.look_at(Moment(session.casebook.desk.today()))
    opened.until(lambda: SHUT[name] <= {told(each) for each in in_view(opened) if not each.isEnabled()})
    buttons = [each for each in in_view(opened) if isinstance(each, QAbstractButton) and told(each) in SHUT[name]]
    assert all(button.toolTip() == "Back to now to change anything" for button in buttons)
    assert OPEN.get(name, set()) <= {told(each) for each in in_view(opened) if each.isEnabled()}
    session.look_at(NOW)
    opened.until(lambda: SHUT[name] <= {told(each) for each in in_view(opened) if each.isEnabled()})
    assert "Back to now to change anything" not in {button.toolTip() for button in buttons if shiboken6.isValid(button)}


def test_what_is_made_while_the_past_is_looked_at_is_shut_too(opened: Hand) -> None:
    session = opened.desk.session
    session.look_at(Moment(session.casebook.desk.today()))
    people(opened, tab=2)
    opened.until(lambda: any("Set aside" in told(each) for each in in_view(opened)))
    found = [each for each in in_view(opened) if told(each).startswith(("Set aside", "Grade", "Pin"))]
    assert found
    assert not any(each.isEnabled() for each in found)
    words = [each for each in in_view(opened) if told(each).startswith("Show the words")]
    assert all(each.isEnabled() for each in words)


@pytest.mark.parametrize("name", PAGES | EMPTY)
@pytest.mark.parametrize("percent", [150])
def test_a_page_is_whole_when_larger(opened: Hand, name: str) -> None:
    EVERY[name](opened)
    nothing_is_cut_off(opened)


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("percent", [150])
def test_a_dialog_is_whole_when_larger_and_left_by_esc(opened: Hand, name: str) -> None:
    DIALOGS[name](opened)
    nothing_is_cut_off(opened)
    opened.key(K.Key_Escape)
    opened.until(lambda: opened.front is opened.window)


@RESTYLING
@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_gone_round_by_f6_and_has_every_look_also_mirrored(
    opened: Hand, qapp: QApplication, name: str
) -> None:
    PAGES[name](opened)
    opened.look()
    f6_goes_round(opened)
    for look in (Choice.DARK, Choice.CONTRAST, Choice.LIGHT):
        opened.window.theme.choose(look)
        assert not opened.window.grab().isNull()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    nothing_is_cut_off(opened)


@RESTYLING
def test_a_window_is_whole_once_it_is_enlarged_and_the_next_page_too(opened: Hand) -> None:
    people(opened)
    opened.window.set_percent(150)
    nothing_is_cut_off(opened)
    sources(opened)
    nothing_is_cut_off(opened)


def f6_goes_round(hand: Hand) -> None:
    """Forwards and backwards, by the same panes."""
    rounds = {}
    for action in ("next-pane", "previous-pane"):
        seen: list[QWidget] = []
        while (here := hand.focused()) not in seen:
            seen.append(here)
            hand.window.run(action)
        rounds[action] = {told(each) for each in seen[seen.index(here) :]}
    assert len(rounds["next-pane"]) > 2
    assert rounds["next-pane"] == rounds["previous-pane"]


def nothing_is_cut_off(hand: Hand) -> None:
    """Once the layout has settled, which takes it a few turns."""

    try:
        hand.until(lambda: not [each for each in in_view(hand) if is_cut_off(each)], 2000)
    except QtTimeoutError:
        found = [
            f"{told(each)!r} has {each.size().toTuple()} of {each.sizeHint().toTuple()}"
            for each in in_view(hand)
            if is_cut_off(each)
        ]
        pytest.fail("; ".join(found))


def in_view(hand: Hand) -> list[QWidget]:
    return [each for each in hand.front.findChildren(QWidget) if each.isVisible() and each.window() is hand.front]


def can_have_keyboard(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.focusProxy() is None


def walked(hand: Hand, key: Qt.Key, most: int) -> dict[QWidget, str]:
    """Where the keyboard comes, until it is where it was."""
    begin = hand.focused()
    seen: dict[QWidget, str] = {}
    for _ in range(2 * most):
        hand.key(key)
        here = hand.focused()
        seen[here] = told(here)
        if here is begin:
            break
    assert begin in seen, f"{key.name} does not come round: {list(seen.values())}"
    return seen


def told(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return widget.accessibleName() or words_of(widget)


def words_of(widget: QWidget) -> str:
    return widget.text().replace("&", "") if isinstance(widget, QAbstractButton | QLabel) else ""


def button_group(widget: QWidget) -> QButtonGroup | None:
    return widget.group() if isinstance(widget, QRadioButton) else None


def is_cut_off(widget: QWidget) -> bool:
    """Whether a label, button or tab has less room than its words need, or a page that scrolls down hides its end."""
    if isinstance(widget, QTabBar):
        return sum(widget.tabRect(place).width() for place in range(widget.count())) > widget.width()
    if isinstance(widget, QScrollArea):
        return widget.horizontalScrollBar().maximum() > 0
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width()) - 1
    return bool(words_of(widget)) and widget.width() < widget.sizeHint().width() - 1
