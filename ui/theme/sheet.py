"""The style sheet: one text, filled in with a look's colours and the scale.

`$name` stands for a colour, `@12` for twelve pixels at the present scale, `%border` for the width of a
line. A border is drawn on all four sides or not at all where corners are round: Qt bends the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ui.theme.tokens import Tokens

_SHEET: Final = """
QWidget[surface="bg"] { background: $bg; }
QWidget[surface="panel"] { background: $panel; }
QWidget[surface="side"] { background: $side; }
QFrame[surface="card"] { background: $panel; border: %border solid $line; border-radius: @8; }
QFrame[surface="rule"] { background: $line; border: none; }
QFrame[surface="quote"] { background: $quote; border: none; border-radius: @6; }
QFrame[surface="info"] { background: $selection; border: %border solid $accent; border-radius: @6; }
QFrame[surface="warn"] { background: $missing_fill; border: %border solid $warning; border-radius: @6; }
QFrame[surface="error"] { background: $dead_fill; border: %border solid $error; border-radius: @6; }

QAbstractScrollArea { border: none; }
QLabel { background: transparent; border: none; }
QLabel[ink="text"] { color: $text; }
QLabel[ink="muted"] { color: $muted; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="warning"] { color: $warning; }
QLabel[ink="error"] { color: $error; }
QLabel[ink="good"] { color: $good; }
QLabel[ink="on_quote"] { color: $on_quote; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: $field; border: %border solid $field_border; border-radius: @6; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; padding: 1px;
  placeholder-text-color: $muted; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: @26; padding: 1px @8; }
QPlainTextEdit { padding: @3 @4; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $error; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted; background: $bg; }
QComboBox::drop-down { border: none; width: @24; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $panel; border: %border solid $field_border; color: $text; outline: none; padding: @4;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0px; }

QPushButton {
  background: $panel; border: %border solid $field_border; border-radius: @6; color: $text;
  min-height: @18; padding: @6 @12; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $muted; border-color: $line; background: transparent; }
QPushButton[kind="primary"] {
  background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $hover; border-color: $line; color: $muted; }
QPushButton[kind="quiet"], QPushButton[kind="link"], QPushButton[kind="chip"] {
  background: transparent; border: 2px solid transparent; }
QPushButton[kind="quiet"] { padding: @4 @5; }
QPushButton[kind="link"] { color: $accent; padding: 0px @4; min-height: @20; }
QPushButton[kind="link"]:disabled { color: $muted; }
QPushButton[kind="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[kind="chip"] { color: $warning; padding: 0px @4; min-height: @20; }
QPushButton[kind="chip"]:hover { text-decoration: underline; background: transparent; }
QPushButton[kind="filter"], QPushButton[kind="chosen"] {
  border: 2px solid transparent; border-radius: @10; padding: 0px @6; min-height: @18; color: $text; }
QPushButton[kind="filter"] { background: transparent; padding: 0px @2; }
QPushButton[kind="chosen"] { background: $selection; border: %border solid $accent; padding: 1px @7; }
QPushButton[kind="filter"]:hover, QPushButton[kind="chosen"]:hover { background: $hover; }
QPushButton[kind="filter"]:focus { border: 2px solid $accent; }
QPushButton[kind="chosen"]:focus { border: 2px solid $accent; padding: 0px @6; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed { background: $selection; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus, QPushButton[kind="chip"]:focus {
  border: 2px solid $accent; }

QTabWidget::pane { border: none; }
QTabWidget[inset="true"]::tab-bar { left: @16; }
QTabBar { background: transparent; qproperty-drawBase: 0; font-size: @13; font-weight: 600; }
QTabBar::tab {
  background: transparent; color: $muted; border: 2px solid transparent; border-bottom: 2px solid transparent;
  padding: @8 @2; margin-right: @16; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { border: 2px solid $accent; }
QTabBar QToolButton { background: $panel; border: %border solid $line; border-radius: @4; }

QScrollArea, QScrollArea > QWidget > QWidget[surface="clear"] { background: transparent; }
QTableView, QListView, QTreeView {
  background: $panel; border: none; outline: none; color: $text;
  selection-background-color: $selection; selection-color: $text; }
RecentSearches QListView::item { border: 2px solid transparent; border-radius: @4; padding: 0px @4; }
RecentSearches QListView::item:hover { background: $hover; }
RecentSearches QListView::item:selected { background: $selection; border-color: $accent; color: $text; }
PeopleList, LedgerList { selection-background-color: transparent; }
LedgerList { background: $bg; }
QTextEdit { background: $panel; border: 2px solid transparent; border-radius: @6; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit:focus { border: 2px solid $accent; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: @10; }
QScrollBar:horizontal { height: @10; }
QScrollBar::handle { background: $scroll; border-radius: @3; margin: 2px; }
QScrollBar::handle:vertical { min-height: @32; }
QScrollBar::handle:horizontal { min-width: @32; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $panel; color: $text; }
QMenuBar::item { padding: @4 @8; background: transparent; border-radius: @4; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $panel; color: $text; border: %border solid $field_border; padding: @4; }
QMenu::item { padding: @6 @24 @6 @12; border: 2px solid transparent; border-radius: @4; }
QMenu::item:selected { background: $selection; border-color: $accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: @4 @8; }
QStatusBar { background: $panel; color: $muted; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QToolTip { background: $text; color: $panel; border: none; padding: @4; }
QDialog, QMessageBox { background: $bg; }
"""

_COLOUR: Final = re.compile(r"\$(\w+)")
_PIXELS: Final = re.compile(r"@(\d+)")


def style_sheet(look: Tokens, scale: float) -> str:
    """The style sheet that shows `look` with every measure multiplied by `scale`."""
    coloured = _COLOUR.sub(lambda found: _colour(look, found[1]), _SHEET)
    sized = _PIXELS.sub(lambda found: f"{round(int(found[1]) * scale)}px", coloured)
    return sized.replace("%border", f"{look.border}px")


def _colour(look: Tokens, name: str) -> str:
    tone, is_fill, _ = name.partition("_fill")
    return look.tones[tone].fill if is_fill else look.colour(name)
