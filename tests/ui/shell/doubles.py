"""Pages that only note what they are asked: the window is tested without the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from casefiles.workspace.finding import Sort

if TYPE_CHECKING:
    from ui.session import Session
    from ui.theme.theme import Theme


class PageDouble(QWidget):
    title = "Double"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.asked: list[tuple[Any, ...]] = []
        self.restored: dict[str, Any] | None = None
        self.pane = QListWidget()
        self.pane.setAccessibleName("List")
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        self.broken: BaseException | None = None
        self.unsaved = ""
        self.handlers = {"edit": lambda: self.asked.append(("edit",)), "print": lambda: self.asked.append(("print",))}
        column = QVBoxLayout(self)
        for part in (self.pane, self.field):
            column.addWidget(part)

    def panes(self) -> list[QWidget]:
        return [self.pane, self.field]

    def save_now(self) -> None:
        if self.broken is not None:
            raise self.broken
        if self.unsaved:
            self.session.edit(lambda: self.session.casebook.settings.set("title", self.unsaved))

    def state(self) -> dict[str, Any]:
        return {"sizes": [1, 2]}

    def restore(self, state: dict[str, Any]) -> None:
        self.restored = state

    def __getattr__(self, name: str) -> Any:
        if name in {"set_query", "open_case", "open_source", "open_total", "print_cases", "print_found"}:
            return lambda *given: self.asked.append((name, *given))
        raise AttributeError(name)


class PeopleDouble(PageDouble):
    came = Signal()
    query_requested = Signal(str)
    result_opened = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.query = ""
        self.handlers["new-person"] = lambda: self.asked.append(("new-person",))

    def listed(self) -> tuple[str, str, Sort]:
        return "The list", self.query, Sort.DATE
