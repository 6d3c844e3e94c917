"""A judgement on what we told: that it was wrong when said, or right after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casefiles.domain.problems import BadInput
from casefiles.domain.statements import Ruling, State
from ui.dialogs.case_form import CaseForm
from ui.widgets.editors import LineEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.statement_views import StatementView
    from ui.session import Session
    from ui.theme.theme import Theme


class JudgeDialog(CaseForm):
    """Asks why, who sees to the correction, and by when; or takes the judgement back with a reason.

    Args:
        session: the open casebook.
        theme: the theme in force.
        view: the statement.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, view: StatementView, parent: QWidget | None = None) -> None:
        self._verdict = Ruling.RIGHT if view.row.state is State.WRONG else Ruling.WRONG
        wrong = QCoreApplication.translate("JudgeDialog", "Wrong when said")
        right = QCoreApplication.translate("JudgeDialog", "Right after all")
        words = wrong if self._verdict is Ruling.WRONG else right
        super().__init__(session, theme, f"{words}: {view.row.title}", words, parent=parent)
        self._statement = view.row.uuid
        reason = self.add_field("reason", self.tr("Reason"), LineEditor(theme, self.tr("Reason"), self.tr("Why")))
        if self._verdict is Ruling.WRONG:
            self.say(self.tr("For what was not right even on what we knew. It stays on record, and can be taken back."))
            owner, by = self.tr("Correction by"), self.tr("Correct until")
            self.add_field("owner", owner, LineEditor(theme, owner, self.tr("Who sees to it")))
            self.add_field("by", by, LineEditor(theme, by, self.tr("A day, as 20 June")))
        else:
            self.say(self.tr("The judgement before stays on record."))
        reason.setFocus()

    def act(self) -> None:
        """Judge."""
        typed = {key: editor.value() for key, editor in self._fields.items()}
        with self.about("reason") as reason:
            if not reason:
                raise BadInput(self.tr("A reason is missing."), self.tr("Say in a few words why."))
        with self.about("by" if "by" in typed else "reason"):
            self.session.casebook.statements.judge(
                self._statement, self._verdict.value, reason, typed.get("owner", ""), typed.get("by", "")
            )
