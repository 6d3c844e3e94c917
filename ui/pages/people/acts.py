"""What an officer does to the case on the page: each act opens its dialog, or is done at once.

A dialog is imported when it is first asked for, so that the list is not kept waiting for it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from casefiles.workspace.views import CaseView, FieldView, HistoryView, Other, ReportView, VersionView
    from ui.session import Session
    from ui.theme.theme import Theme

_Given = ParamSpec("_Given")


def _writing(act: Callable[Concatenate[CaseActs, _Given], None]) -> Callable[Concatenate[CaseActs, _Given], None]:
    """Let an act be done only while now is looked at; the reason why not is told."""

    def done(self: CaseActs, /, *args: _Given.args, **kwargs: _Given.kwargs) -> None:
        if self.may_edit():
            act(self, *args, **kwargs)

    return done


class CaseActs(QObject):
    """The acts open on one case; the page tells which case that is.

    Signals:
        words_requested: the `ReportView`s whose words are to be shown in the reader.

    Args:
        session: the open casebook.
        theme: the theme in force.
        page: over which dialogs open.
    """

    words_requested = Signal(object)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._theme = theme
        self._page = page
        self._view: CaseView | None = None

    def may_edit(self) -> bool:
        """Tell whether anything can be changed now; the reason why not is told."""
        return self._session.may_edit()

    def show_case(self, view: CaseView | None) -> None:
        """Say which case the acts are about."""
        self._view = view

    # the reader

    def show_words(self, report: ReportView) -> None:
        """Show the words of one report."""
        self.words_requested.emit([report])

    def show_sources(self, field: FieldView) -> None:
        """Show the words behind the value in use of a field."""
        reports = field.versions[0].reports if field.versions else field.reports
        self.words_requested.emit([report for report in reports if report.source_id is not None])

    # reports

    @_writing
    def add_status(self) -> None:
        """Ask for one more status report."""
        if self._view is not None:
            from ui.dialogs.add_status import AddStatusDialog

            self._open(AddStatusDialog(self._session, self._theme, self._view.id, self._page))

    @_writing
    def add_name(self) -> None:
        """Ask for one more name."""
        if self._view is not None:
            from ui.dialogs.add_name import AddNameDialog

            self._open(AddNameDialog(self._session, self._theme, self._view.id, self._page))

    @_writing
    def choose(self, field: FieldView) -> None:
        """Show a field's versions to choose from."""
        self._choose(field.field.label, field.versions)

    @_writing
    def choose_disputed(self) -> None:
        """Show the versions of the status, or else of the first field that has several."""
        if self._view is None:
            return
        fields = [(field.field.label, field.versions) for field in self._view.fields if len(field.versions) > 1]
        from ui.pages.people.status_card import status_versions

        disputed = status_versions(self._view)
        if disputed or fields:
            self._choose(*((self.tr("Status"), disputed) if disputed else fields[0]))

    @_writing
    def decide(self, verdict: str, report: ReportView) -> None:
        """Ask for the reason of a decision on a report, and decide."""
        people = self._session.casebook.people
        pins = report.field == "status"
        what = report.text.lower() if pins else report.label.lower()
        pin = (self.tr("Pin this status: {what}"), self.tr("Pin"), people.use)
        unpin = self.tr("Unpin: {what}") if pins else self.tr("Let the rule decide: {what}")
        title, accept, act = {
            "use": pin if pins else (self.tr("Use this one: {what}"), self.tr("Use this one"), people.use),
            "unpin": (unpin, self.tr("Let the rule decide"), people.unpin),
            "set aside": (self.tr("Set aside: {what}"), self.tr("Set aside"), people.set_aside),
            "accept": (self.tr("Accept again: {what}"), self.tr("Accept again"), people.take_back),
        }[verdict]
        self._ask(title.format(what=what), accept, partial(act, report.claim))

    @_writing
    def grade(self, report: ReportView) -> None:
        """Ask how credible a report is."""
        from ui.dialogs.grade_report import GradeReportDialog

        self._open(GradeReportDialog(self._session, self._theme, report, self._page))

    @_writing
    def hold(self) -> None:
        """Ask why the case is to be kept out of documents; of one on hold, why it is to be let go."""
        if self._view is None:
            return
        if self._view.hold is not None:
            self.lift()
            return
        from ui.dialogs.hold_person import HoldPersonDialog

        self._open(HoldPersonDialog(self._session, self._theme, self._view, self._page))

    @_writing
    def lift(self) -> None:
        """Ask why a hold is to be lifted."""
        if self._view is not None:
            title = self.tr("Lift the hold of {name}").format(name=self._view.heading)
            self._ask(title, self.tr("Lift"), partial(self._session.casebook.holds.lift, self._view.id))

    def set_aside(self, report: ReportView) -> None:
        """Ask why a report is to be set aside."""
        self.decide("set aside", report)

    @_writing
    def restore(self, line: HistoryView) -> None:
        """Ask why an old value is wanted back, and use it again."""
        title = self.tr("Restore {what}: {value}").format(what=line.what.lower(), value=line.after)
        self._ask(title, self.tr("Restore"), partial(self._session.casebook.people.restore, line.claim))

    # belonging

    @_writing
    def identify(self) -> None:
        """Ask who is one of the group."""
        view = self._view
        if view is not None and view.is_group:
            from ui.dialogs.identify import IdentifyDialog

            self._open(IdentifyDialog(self._session, self._theme, view.id, view.heading, self._page))

    @_writing
    def take_back(self, other: Other) -> None:
        """Take an identification back; undo brings it again."""
        self._session.edit(partial(self._session.casebook.people.unidentify, other.link))

    @_writing
    def set_situations(self, wanted: Sequence[str]) -> None:
        """Say which situations the case belongs to."""
        if self._view is not None:
            self._session.edit(partial(self._session.casebook.people.set_situations, self._view.id, wanted))

    @_writing
    def new_situation(self) -> None:
        """Ask for the name of a new situation, and put the case in it."""
        title, label = self.tr("New situation"), self.tr("Name of the situation")
        self._ask(title, self.tr("Add"), self._add_situation, label)

    @_writing
    def remove(self) -> None:
        """Take the case out of the casebook, after asking."""
        if self._view is None:
            return
        from ui.dialogs.remove_case import RemoveDialog

        self._open(RemoveDialog(self._session, self._theme, self._view.id, self._view.heading, self._page))

    # inside

    def _add_situation(self, name: str) -> None:
        assert self._view is not None
        uuid = self._session.casebook.settings.situation(name)
        mine = [known for known, _ in self._view.situations]
        self._session.casebook.people.set_situations(self._view.id, [*mine, uuid])

    def _choose(self, label: str, versions: Sequence[VersionView]) -> None:
        from ui.dialogs.use_version import UseVersionDialog

        self._open(UseVersionDialog(self._session, self._theme, label, versions, self._page))

    def _ask(self, title: str, accept: str, act: Callable[[str], object], label: str = "") -> None:
        from ui.dialogs.reason import ReasonDialog

        self._open(ReasonDialog(self._session, self._theme, title, accept, act, label=label, parent=self._page))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.open()
