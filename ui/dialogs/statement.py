"""What we told, as it is entered or changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal

from casefiles.domain.statements import Told
from casefiles.workspace.statement_views import TOLD_LABELS
from casefiles.workspace.statements import Said
from ui.dialogs.case_form import CaseForm
from ui.dialogs.day_note import watch_day
from ui.widgets.editors import ChoiceEditor, LineEditor, TextEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.statement_views import StatementView
    from ui.session import Session
    from ui.theme.theme import Theme

_WIDTH: Final = 560


class StatementDialog(CaseForm):
    """Asks what was told, to whom and when.

    Signals:
        entered: the UUID of a new statement.

    Args:
        session: the open casebook.
        theme: the theme in force.
        view: the statement to change; None for a new one.
        parent: the owner.
    """

    entered = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, view: StatementView | None, parent: QWidget | None = None
    ) -> None:
        new = QCoreApplication.translate("StatementDialog", "Enter what we told")
        change = QCoreApplication.translate("StatementDialog", "Change what we told")
        enter = QCoreApplication.translate("StatementDialog", "Enter")
        save = QCoreApplication.translate("StatementDialog", "Save")
        title_words, accept = (change, save) if view else (new, enter)
        super().__init__(session, theme, title_words, accept, width=_WIDTH, parent=parent)
        self._view = view
        kinds = [(kind.value, TOLD_LABELS[kind]) for kind in Told]
        title = self._line("title", self.tr("Title"), self.tr("Answer to question 214"))
        kind = self.add_field("kind", self.tr("Who was told"), ChoiceEditor(theme, self.tr("Who was told"), kinds))
        self._line("recipient", self.tr("Told to"), self.tr("A name, or an office"))
        self._line("house", self.tr("House"), self.tr("Of parliament"))
        self._line("question", self.tr("Question"), self.tr("Its number"))
        said_on = self._line("said_on", self.tr("Said on"), self.tr("Today, unless you type another day"))
        watch_day(said_on, session.casebook.desk.today())
        text = self.add_field("text", self.tr("What was said"), TextEditor(theme, self.tr("What was said")))
        text.setMinimumHeight(theme.px(120))
        if view is not None:
            kind.set_value(view.told.value)
            for key in ("recipient", "house", "question", "said_on", "text"):
                self._fields[key].set_value(getattr(view, key))
            title.set_value(view.row.title)
        else:
            self.say(self.tr("After this, link the reports and counts that it rests on, to be told when they move."))
        title.setFocus()

    def act(self) -> None:
        """Enter it, or change it."""
        typed = {key: editor.value() for key, editor in self._fields.items()}
        statements = self.session.casebook.statements
        with self.about("title"):
            if self._view is None:
                kind = typed.pop("kind")
                self.entered.emit(statements.add(Said(kind, case_id=None, **typed)))
            else:
                statements.edit(self._view.row.uuid, typed)

    def _line(self, key: str, label: str, hint: str) -> LineEditor:
        return self.add_field(key, label, LineEditor(self.theme, label, hint))
