"""One line asked for: why something is decided, or what something new is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.case_form import CaseForm
from ui.widgets.editors import LineEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme


class ReasonDialog(CaseForm):
    """Asks for one line and does the act with it; a refused line is told under it.

    Args:
        session: the open casebook.
        theme: the theme in force.
        title: what is about to be done.
        accept: the words of the button.
        decide: does it with the line typed; raises `BadInput` when it will not do.
        label: what the line is; "Reason" unless told.
        parent: the owner.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        title: str,
        accept: str,
        decide: Callable[[str], object],
        *,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, theme, title, accept, parent=parent)
        self._decide = decide
        name = label or self.tr("Reason")
        self.add_field("line", name, LineEditor(theme, name)).setFocus()

    def act(self) -> None:
        """Decide."""
        with self.about("line") as typed:
            self._decide(typed)
