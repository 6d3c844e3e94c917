"""Everything that can be asked of the window, in one table: the menus, the tooltips and the keys page read it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the translators' tool reads the call itself
    """Mark a text for the translators, who know this name; Qt's own has no type."""
    return text


class Spec(NamedTuple):
    """One thing that can be asked for.

    Attributes:
        id: what pages and the window know it by.
        text: what the menu says; an ellipsis promises a question before anything happens.
        menu: the menu it stands in.
        keys: the keys that ask for it, the one to show first.
        icon: its drawing, if any.
        page: the page that does it when the one in view does not.
        needs_casebook: there is nothing to do it to on the first window.
        writes: it changes the casebook, so it cannot be done while the past is looked at.
        begins_part: a line is drawn above it in the menu.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    page: str = ""
    needs_casebook: bool = True
    writes: bool = False
    begins_part: bool = False

    @property
    def words(self) -> str:
        """Return the text in the officer's language."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def shown_keys(self) -> str:
        """Return the key to show, as this platform writes it."""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if self.keys else ""


MENUS: Final = (
    QT_TRANSLATE_NOOP("Actions", "&File"),
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    QT_TRANSLATE_NOOP("Actions", "&Person"),
    QT_TRANSLATE_NOOP("Actions", "&Source"),
    QT_TRANSLATE_NOOP("Actions", "&View"),
    QT_TRANSLATE_NOOP("Actions", "&Help"),
)
_FILE, _EDIT, _PERSON, _SOURCE, _VIEW, _HELP = MENUS

ACTIONS: Final = (
    Spec("new-casebook", QT_TRANSLATE_NOOP("Actions", "New casebook…"), _FILE, icon="book-open", needs_casebook=False),
    Spec("open-casebook", QT_TRANSLATE_NOOP("Actions", "Open a casebook…"), _FILE, ("Ctrl+O",), "folder-open",
         needs_casebook=False),
    Spec("open-sample", QT_TRANSLATE_NOOP("Actions", "Open the sample"), _FILE, icon="users", needs_casebook=False),
    Spec("close-casebook", QT_TRANSLATE_NOOP("Actions", "Close the casebook"), _FILE, ("Ctrl+W",)),
    Spec("back-up", QT_TRANSLATE_NOOP("Actions", "Back up…"), _FILE, icon="save", begins_part=True),
    Spec("verify", QT_TRANSLATE_NOOP("Actions", "Verify"), _FILE, icon="list-checks"),
    Spec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), _FILE, icon="upload"),
    Spec("export-list", QT_TRANSLATE_NOOP("Actions", "Export this list…"), _FILE, icon="download"),
    Spec("briefing", QT_TRANSLATE_NOOP("Actions", "Briefing"), _FILE, ("Ctrl+P",), "file-text", begins_part=True),
    Spec("brief-list", QT_TRANSLATE_NOOP("Actions", "Brief these people…"), _FILE, icon="users"),
    Spec("print", QT_TRANSLATE_NOOP("Actions", "Print…"), _FILE, ("Ctrl+Shift+P",), "printer", "briefings"),
    Spec("issue", QT_TRANSLATE_NOOP("Actions", "Issue…"), _FILE, ("Ctrl+Shift+E",), "book-open", "briefings",
         writes=True),
    Spec("new-statement", QT_TRANSLATE_NOOP("Actions", "Enter what we told…"), _FILE, ("Ctrl+Shift+T",),
         "message-square-quote", "told", begins_part=True, writes=True),
    Spec("link-values", QT_TRANSLATE_NOOP("Actions", "Link values…"), _FILE, ("Ctrl+Shift+L",), "link", writes=True),
    Spec("judge-statement", QT_TRANSLATE_NOOP("Actions", "Wrong when said…"), _FILE, ("Ctrl+Shift+W",), "circle-x",
         writes=True),
    Spec("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), _FILE, ("Ctrl+,",), "settings", needs_casebook=False,
         begins_part=True),
    Spec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), _FILE, ("Ctrl+Q",), needs_casebook=False),
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), _EDIT, ("Ctrl+Z",), "undo-2", writes=True),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), _EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", writes=True),
    Spec("find", QT_TRANSLATE_NOOP("Actions", "Find"), _EDIT, ("Ctrl+F",), "search", begins_part=True),
    Spec("save-search", QT_TRANSLATE_NOOP("Actions", "Save this search…"), _EDIT, ("Ctrl+D",), "bookmark", writes=True),
    Spec("palette", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), _EDIT, ("Ctrl+K",), "search",
         needs_casebook=False),
    Spec("edit", QT_TRANSLATE_NOOP("Actions", "Edit"), _EDIT, ("F2",), "pencil", writes=True),
    Spec("remove", QT_TRANSLATE_NOOP("Actions", "Remove"), _EDIT, ("Del",), "trash-2", writes=True),
    Spec("new-person", QT_TRANSLATE_NOOP("Actions", "New person"), _PERSON, ("Ctrl+N",), "user-plus", "people",
         writes=True),
    Spec("new-group", QT_TRANSLATE_NOOP("Actions", "New group"), _PERSON, ("Ctrl+Shift+G",), "users", "people",
         writes=True),
    Spec("add-status", QT_TRANSLATE_NOOP("Actions", "Add status"), _PERSON, ("Ctrl+Shift+S",), "flag",
         begins_part=True, writes=True),
    Spec("use-version", QT_TRANSLATE_NOOP("Actions", "Use this version"), _PERSON, ("Ctrl+U",), "check", writes=True),
    Spec("hold", QT_TRANSLATE_NOOP("Actions", "Hold…"), _PERSON, ("H",), "eye-off", writes=True),
    Spec("identify", QT_TRANSLATE_NOOP("Actions", "One of these is…"), _PERSON, ("Ctrl+Shift+I",), "user-round-search",
         writes=True),
    Spec("new-source", QT_TRANSLATE_NOOP("Actions", "New source"), _SOURCE, ("Ctrl+Shift+N",), "file-plus", "sources",
         writes=True),
    Spec("new-totals", QT_TRANSLATE_NOOP("Actions", "Reported totals…"), _SOURCE, ("Ctrl+Shift+F",), "scale", "totals",
         writes=True),
    Spec("toggle-sidebar", QT_TRANSLATE_NOOP("Actions", "Sidebar"), _VIEW, ("Ctrl+B",), "panel-left"),
    Spec("next-pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), _VIEW, ("F6",)),
    Spec("previous-pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), _VIEW, ("Shift+F6",)),
    Spec("tab-1", QT_TRANSLATE_NOOP("Actions", "First tab"), _VIEW, ("Ctrl+1",), begins_part=True),
    Spec("tab-2", QT_TRANSLATE_NOOP("Actions", "Second tab"), _VIEW, ("Ctrl+2",)),
    Spec("tab-3", QT_TRANSLATE_NOOP("Actions", "Third tab"), _VIEW, ("Ctrl+3",)),
    Spec("tab-4", QT_TRANSLATE_NOOP("Actions", "Fourth tab"), _VIEW, ("Ctrl+4",)),
    Spec("as-of", QT_TRANSLATE_NOOP("Actions", "As of…"), _VIEW, ("Ctrl+Shift+D",), "history", begins_part=True),
    Spec("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), _VIEW, ("Ctrl++", "Ctrl+="), "zoom-in",
         needs_casebook=False, begins_part=True),
    Spec("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), _VIEW, ("Ctrl+-",), "zoom-out", needs_casebook=False),
    Spec("normal-size", QT_TRANSLATE_NOOP("Actions", "Normal text"), _VIEW, ("Ctrl+0",), needs_casebook=False),
    Spec("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), _HELP, ("F1",), "keyboard", needs_casebook=False),
    Spec("search-help", QT_TRANSLATE_NOOP("Actions", "Search help"), _HELP, ("Shift+F1", "Alt+?"), "circle-help"),
    Spec("about", QT_TRANSLATE_NOOP("Actions", "About Casefiles"), _HELP, icon="info", needs_casebook=False),
)  # fmt: skip
BY_ID: Final = {spec.id: spec for spec in ACTIONS}

_LISTS: Final = QT_TRANSLATE_NOOP("Actions", "In lists")
_SEARCH: Final = QT_TRANSLATE_NOOP("Actions", "In the search box")
_SAVED: Final = QT_TRANSLATE_NOOP("Actions", "On a saved search in the sidebar")
_READER: Final = QT_TRANSLATE_NOOP("Actions", "In a source")
_ANYWHERE: Final = QT_TRANSLATE_NOOP("Actions", "Everywhere")
KEYS_IN_PLACES: Final = (
    # keys that belong to one place rather than to the window: where, the key, what it does
    (_LISTS, "Up, Down, Home, End", QT_TRANSLATE_NOOP("Actions", "Go through the list")),
    (_LISTS, "Enter", QT_TRANSLATE_NOOP("Actions", "Open")),
    (
        _SEARCH,
        "Down",
        QT_TRANSLATE_NOOP("Actions", "Go to what is offered, or the list; in the empty box, recent searches"),
    ),
    (_SEARCH, "Tab", QT_TRANSLATE_NOOP("Actions", "Take what is offered")),
    (_SEARCH, "Enter", QT_TRANSLATE_NOOP("Actions", "Put right what is wrong, or go to the list")),
    (_SAVED, "Alt+Up, Alt+Down", QT_TRANSLATE_NOOP("Actions", "Move it up or down")),
    (_SAVED, "F2", QT_TRANSLATE_NOOP("Actions", "Rename it")),
    (_SAVED, "Del", QT_TRANSLATE_NOOP("Actions", "Remove it")),
    (_READER, "J, K", QT_TRANSLATE_NOOP("Actions", "Next and previous quote")),
    (_READER, "L", QT_TRANSLATE_NOOP("Actions", "Link the selected words to a field")),
    (_READER, "P", QT_TRANSLATE_NOOP("Actions", "Enter a person from the selected words")),
    (_READER, "F", QT_TRANSLATE_NOOP("Actions", "Enter a reported total from the selected words")),
    (_ANYWHERE, "Tab, Shift+Tab", QT_TRANSLATE_NOOP("Actions", "Next and previous field")),
    (_ANYWHERE, "Esc", QT_TRANSLATE_NOOP("Actions", "Close, or go back")),
    (_ANYWHERE, "Ctrl+Shift+D, Esc", QT_TRANSLATE_NOOP("Actions", "Back to now, when a past day is looked at")),
)


class Actions(QObject):
    """The window's actions, made from the table.

    Args:
        run: does what an action asks for, by its id.
        parent: the window.
    """

    def __init__(self, run: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._made = {spec.id: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, action_id: str) -> QAction:
        return self._made[action_id]

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        menus = {name: bar.addMenu(QCoreApplication.translate("Actions", name)) for name in MENUS}
        for spec in ACTIONS:
            if spec.begins_part:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self._made[spec.id])

    def enable(self, doable: Collection[str]) -> None:
        """Let these be asked for, and no others."""
        for action_id, action in self._made.items():
            action.setEnabled(action_id in doable)

    def name(self, action_id: str, text: str) -> None:
        """Say something else in the menu and tooltip, as in "Undo Add Asha Rana"."""
        action = self._made[action_id]
        action.setText(text.replace("&", "&&"))
        action.setToolTip(tip(text, BY_ID[action_id].shown_keys))

    def all(self) -> Iterable[QAction]:
        """Return every action, for the window to listen to their keys."""
        return self._made.values()

    def _make(self, spec: Spec) -> QAction:
        action = QAction(spec.words, self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setToolTip(tip(spec.words, spec.shown_keys))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda: self._run(spec.id))
        return action


def tip(text: str, keys: str) -> str:
    """Return a tooltip that names the keys too."""
    return plain_tip(f"{text} ({keys})" if keys else text)
