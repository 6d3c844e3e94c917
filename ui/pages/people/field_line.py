"""One field on the Details card: read, asked for, or being typed in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from casefiles.domain.kinds import NATIONALITY
from ui.dialogs.field_editors import editor_for, typed_value
from ui.widgets.buttons import Button, Kind
from ui.widgets.fields import FieldRow

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from casefiles.domain.catalogue import Field
    from casefiles.workspace.views import FieldView
    from ui.theme.theme import Theme
    from ui.widgets.editors import Editor


_EDITOR_HEIGHT: Final = 32


class FieldLine(FieldRow):
    """A field row that can be typed in, and that hides papers until asked.

    Signals:
        typed: the value, when it was changed and then left or confirmed.

    Args:
        theme: the theme in force.
        field: the field of the catalogue.
        parent: the owner.
    """

    typed = Signal(str)

    def __init__(self, theme: Theme, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(theme, field.label, parent)
        self.field = field
        self.view: FieldView | None = None
        self.seen = ""
        self._editor: Editor | None = None
        self._put = ""
        self._asked = False
        self._reveal = Button(theme, self.tr("Show"), "eye", Kind.LINK)
        self._reveal.setAccessibleName(self.tr("Show {field}").format(field=field.label))
        self._reveal.clicked.connect(self._show_paper)
        self._reveal.hide()
        self._behind.insertWidget(1, self._reveal)
        self._editing_on: date | None = None

    # what is shown

    def show_view(self, view: FieldView, *, is_echo: bool = False) -> None:
        """Show the field afresh; text being typed stays as it is.

        Args:
            view: the field as it is now.
            is_echo: the change came from this line's own editor.
        """
        is_masked = bool(view.masked) and not self._asked
        if view == self.view and self._editor is None and is_masked != self._reveal.isHidden():
            return
        self.view = view
        self._reveal.setVisible(is_masked)
        self.show_value(
            view.masked if is_masked else view.text,
            sources=view.sources,
            versions=len(view.versions),
            note=view.note,
        )
        self._make_room()
        self._follow(view, is_echo=is_echo)

    def show_case_afresh(self) -> None:
        """Forget what was asked for on the page before."""
        self._asked = False

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return self.view is None or not self.view.text

    # typing

    def edit(self, today: date) -> None:
        """Put an editor in the place of the value; a hidden paper stays hidden until asked."""
        self._editing_on = today
        if self._editor is not None or self.view is None or (self.view.masked and not self._asked):
            return
        self._editor = editor_for(self._theme, self.field, today)
        self.seen = self.view.seen
        self._set(self._as_typed(self.view))
        self._editor.committed.connect(self._commit)
        self.host(self._editor)
        self._editor.show()  # now, so that it can take the keyboard at once
        self.label.setMinimumHeight(self._theme.px(_EDITOR_HEIGHT))
        self._make_room()

    def read(self) -> None:
        """Show the value again."""
        self._editing_on = None
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        self.release(editor)
        self.label.setMinimumHeight(0)
        view, self.view = self.view, None
        if view is not None:
            self.show_view(view)
        editor.deleteLater()

    def commit_now(self) -> None:
        """Commit what is typed and not yet committed."""
        if self._editor is not None and self._editor.value() != self._put:
            self._commit(self._editor.value())

    def tell(self, sentence: str) -> None:
        """Say under the editor why its value was not taken; what was typed stays."""
        if self._editor is not None:
            self._editor.show_error(sentence)
            self._put = self._as_typed(self.view) if self.view else ""

    def focus_editor(self) -> bool:
        """Go to the editor; false when there is none."""
        if self._editor is None:
            return False
        self._editor.setFocus()
        return True

    # inside

    def _make_room(self) -> None:
        """Leave the line to the editor; versions lead to the sources too."""
        if self._editor is not None:
            self._note.hide()
            self._sources.setVisible(not self._sources.isHidden() and self._versions.isHidden())

    def _follow(self, view: FieldView, *, is_echo: bool) -> None:
        if self._editor is None:
            return
        if is_echo:
            self.seen = view.seen
        if self._has_focus() or self._editor.value() != self._put:
            return
        self.seen = view.seen
        self._set(self._as_typed(view))

    def _has_focus(self) -> bool:
        proxy = self._editor.focusProxy() if self._editor else None
        return proxy is not None and proxy.hasFocus()

    def _set(self, typed: str) -> None:
        if self._editor is not None:
            self._editor.set_value(typed)
            self._put = self._editor.value()

    def _commit(self, value: str) -> None:
        self._put = value
        self.typed.emit(value)

    def _as_typed(self, view: FieldView) -> str:
        value = next((report.value for report in view.reports if report.claim == view.seen), None)
        if self.field.kind is NATIONALITY and isinstance(value, dict) and "country" in value:
            return json.dumps(value, ensure_ascii=False) if len(value) > 1 else str(value["country"])
        return typed_value(self.field, view.typed)

    def _show_paper(self) -> None:
        self._asked = True
        if self.view is not None:
            self.show_view(self.view)
        if self._editing_on is not None:
            self.edit(self._editing_on)
            self.focus_editor()
