"""The figure sheet: a ministry's whole answer at once, or one total from words, corrected or replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QWidget

from casefiles.domain.problems import BadInput
from ui.dialogs.case_form import CaseForm
from ui.dialogs.figure_row import sum_sign
from ui.dialogs.figure_rows import FigureRows
from ui.dialogs.figure_shared import SharedFields
from ui.reader.last_entry import last_entry
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.editors import LineEditor
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from casefiles.workspace.entries import Words
    from casefiles.workspace.figure_entries import FigureEntry
    from casefiles.workspace.figure_views import LineView
    from ui.session import Session
    from ui.theme.theme import Theme

WIDTH: Final = 920
LEAST: Final = 480
_EDGE: Final = 48
_ROOM: Final = 200
_ROOM_FOR_ONE: Final = 96
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TotalsForm(CaseForm):
    """What the sheets of totals share: fields for all, rows, and how the sums stand.

    Signals:
        added: the UUIDs of what was entered.

    Args:
        session: the open casebook.
        theme: the theme in force.
        title: what is asked.
        accept: the words of the act's button.
        line: the total that is corrected or replaced; None for new ones.
        parent: the owner.
    """

    added = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        title: str,
        accept: str,
        line: LineView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        room = parent.window().width() * 100 // theme.percent - _EDGE if parent is not None else WIDTH
        super().__init__(session, theme, title, accept, width=max(min(WIDTH, room), LEAST), parent=parent)
        figures = session.casebook.figures
        self._line = line
        self._known: Sequence[LineView] = ()
        is_part = line is not None and bool(line.part_of)
        self.shared = SharedFields(theme, session, with_situation=line is None, is_part=is_part)
        self.rows = FigureRows(theme, figures.suggested_query, only_one=line is not None)
        self._sign = Drawing(theme, "circle-check", "good")
        self._sum = Label(theme, "", wrap=True)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        Spacing(theme, foot, gap=8)
        foot.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._sum, 1)
        for part, stretch in ((self.shared, 0), (self._scrolled(), 100), (self._foot, 0)):
            self.add_part(part, stretch)
        self._foot.hide()
        self.shared.changed.connect(self.check)
        self.rows.edited.connect(self.check)
        session.tasks.search("sheet totals", figures.ledger, lambda view: self._know(view.lines), self)

    def _scrolled(self) -> QWidget:
        area = QScrollArea()
        self.rows.setProperty("surface", "clear")
        area.setWidget(self.rows)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(self.theme.px(_ROOM_FOR_ONE if self._line else _ROOM))
        if self._line:
            area.setMaximumHeight(self.theme.px(_ROOM))
        return area

    # checking

    def check(self) -> None:
        """Offer what rows can be part of, and say how everything stands, while it is typed."""
        self.rows.offer_wholes(self._wholes(), {one.uuid: one.unit for one in self._known})
        entries, instead_of = self._entries(self.shared.typed()), self._line.uuid if self._line else ""
        found = self.session.casebook.figures.check(entries, instead_of)
        self.rows.tell(found.rows)
        shown = bool(found.text) and found.ready
        self._foot.setVisible(shown)
        if shown:
            self._sign.show_drawing(*sum_sign(found.closes))
            self._sum.setText(found.text)

    def _know(self, lines: Sequence[LineView]) -> None:
        self._known = lines
        self.check()

    def _wholes(self) -> dict[str, str]:
        """Return the totals of the same day and situation that a row can be part of."""
        line = self._line
        situation = line.situation if line else self.shared.situation
        day = self.shared.as_of() or (line.as_of if line else "")
        return {
            one.uuid: f"{one.number} {one.measure}"
            for one in self._known
            if one.situation == situation and not (line and one.uuid == line.uuid)
            and (one.as_of == day or (line and one.uuid == line.part_of))
        }  # fmt: skip

    def _entries(self, shared: FigureEntry) -> list[FigureEntry]:
        part = replace(shared, as_of="", population="", speakers=(), said_on="")
        return list(self.rows.entries(shared, part))

    def _read(self) -> tuple[list[FigureEntry], str]:
        shared = self.shared.read()
        entries = self._entries(shared.entry)
        if not entries:
            self.rows.rows[0].measure.setFocus()
            raise BadInput(self.tr("No total is typed yet."), self.tr("Say what is counted, and how many."))
        return entries, shared.situation

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on like Tab; Ctrl+Enter does the act, and so does Enter on its button."""
        if event.key() not in _ENTER or isinstance(self.focusWidget(), QAbstractButton):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            self.focusNextChild()


class FigureSheet(TotalsForm):
    """Enters one total or a whole answer, as one act.

    Args:
        session: the open casebook.
        theme: the theme in force.
        situation: the UUID of a situation to begin with, or empty.
        words: where the words stand that say it, or None.
        proposed: what those words seem to say: measures and numbers.
        parent: the owner.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        situation: str = "",
        words: Words | None = None,
        proposed: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("FigureSheet", "Reported totals")
        super().__init__(session, theme, title, QCoreApplication.translate("FigureSheet", "Add"), parent=parent)
        self._words = words
        if words is not None:
            self._begin_with(words, proposed)
        self.shared.show_situation(situation)
        hint = self.tr("Enter goes on · Ctrl+Enter adds · a copied table can be pasted")
        self.add_part(Label(theme, hint, Role.META, "muted", wrap=True))
        (self.rows.rows[0].measure if words else self.shared.first).setFocus()

    def _begin_with(self, words: Words, proposed: Sequence[tuple[str, str]]) -> None:
        self.shared.recall(last_entry(self.session))
        self.shared.show_source(words.source_id)
        text = self.session.casebook.sources.view(words.source_id).text[words.start : words.end]
        self._column.insertWidget(1, Banner(self.theme, " ".join(text.split()), "quote"))
        for measure, number in proposed:
            row = self.rows.rows[-1] if self.rows.rows[-1].is_blank else self.rows.add_row()
            row.measure.setText(measure)
            row.number.setText(number)

    def _entries(self, shared: FigureEntry) -> list[FigureEntry]:
        return super()._entries(replace(shared, words=(self._words,)) if self._words else shared)

    def act(self) -> None:
        """Add them all, or none."""
        entries, situation = self._read()
        uuids = self.session.casebook.figures.add(entries, situation)
        self.shared.keep(last_entry(self.session))
        self.added.emit(uuids)


class EditTotal(TotalsForm):
    """Corrects how one total was entered.

    Args:
        session: the open casebook.
        theme: the theme in force.
        line: the total.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, line: LineView, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("EditTotal", "Edit total")
        super().__init__(session, theme, title, QCoreApplication.translate("EditTotal", "Save"), line, parent)
        self._of = line
        self.shared.show_entry(line.entry, line.day, line.said)
        self.rows.rows[0].show_entry(line.entry)
        self.rows.rows[0].number.setFocus()

    def _entries(self, shared: FigureEntry) -> list[FigureEntry]:
        old = self._of.entry
        words = old.words if shared.source_id == old.source_id else ()
        kept = replace(shared, words=words, wording=old.wording, release=old.release)
        return super()._entries(kept)

    def act(self) -> None:
        """Write it anew."""
        (entry,), _ = self._read()
        self.session.casebook.figures.edit(self._of.uuid, entry, self._of.seen)


class ReplaceTotal(TotalsForm):
    """Asks for the total that stands in place of another, and why.

    Args:
        session: the open casebook.
        theme: the theme in force.
        line: the total that is to stand no longer.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, line: LineView, parent: QWidget | None = None) -> None:
        said = f"{line.number} {line.measure}, {line.day}"
        title = QCoreApplication.translate("ReplaceTotal", "Replace: {total}").format(total=said)
        accept = QCoreApplication.translate("ReplaceTotal", "Replace")
        super().__init__(session, theme, title, accept, line, parent)
        self._of = line
        old = replace(line.entry, number="", words=(), source_id=None, wording="")
        self.shared.show_entry(old, line.day, "")
        self.rows.rows[0].show_entry(old)
        words = self.tr("Reason")
        self.add_field("reason", words, LineEditor(theme, words, self.tr("Corrected by the Ministry on 3 June")))
        self.rows.rows[0].number.setFocus()

    def act(self) -> None:
        """Enter the new one and let the old one stand no longer, as one act."""
        (entry,), _ = self._read()
        with self.about("reason") as reason:
            if not reason:
                raise BadInput(self.tr("A reason is missing."), self.tr("Say in a few words why."))
        self.added.emit([self.session.casebook.figures.replace(self._of.uuid, entry, reason)])
