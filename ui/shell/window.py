"""The window: one casebook at a time, or the first page while none is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from casefiles.domain.problems import CasefilesError
from ui.actions import ACTIONS, Actions
from ui.problems import describe
from ui.shell import file_acts
from ui.shell.desk import Desk
from ui.shell.foot import Foot
from ui.shell.leaving import Leaving
from ui.shell.pages import bring
from ui.shell.ways import Ways
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

    from casefiles.workspace.casebook import Casebook
    from ui.pages.start import StartPage
    from ui.preferences import Preferences
    from ui.problems import Problems, Told
    from ui.session import Session
    from ui.theme.theme import Theme

_STEP: Final = 10
_PATIENCE_MS: Final = 400
_SIZE: Final = (1280, 800)


class Window(QMainWindow):
    """The main window.

    Attributes:
        desk: the open casebook with its pages; None on the first page.
        commands: the window's actions.

    Args:
        theme: the theme in force.
        preferences: what the officer prefers.
        problems: where trouble is told.
    """

    def __init__(self, theme: Theme, preferences: Preferences, problems: Problems) -> None:
        super().__init__()
        self.theme = theme
        self.preferences = preferences
        self.problems = problems
        self.desk: Desk | None = None
        self._is_over = False
        self._bug: Any = None
        self.commands = Actions(self.run, self)
        self.ways = Ways(self)
        self.leaving = Leaving(self)
        self._own = self._own_acts()
        self.foot = Foot(theme, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._listen()
        self._enable()

    def _own_acts(self) -> dict[str, Callable[[], None]]:
        return {
            "new-casebook": self.ways.new_casebook,
            "open-casebook": self.ways.choose_casebook,
            "open-sample": self.ways.open_sample,
            "close-casebook": self._close_to_start,
            "back-up": lambda: file_acts.back_up(self),
            "verify": lambda: file_acts.verify(self),
            "export": lambda: file_acts.export(self),
            "export-list": lambda: file_acts.export_list(self),
            "settings": lambda: self._show_dialog("ui.dialogs.settings:SettingsDialog", self),
            "palette": lambda: self._show_dialog("ui.shell.palette:Palette", self),
            "keys": lambda: self._show_dialog("ui.dialogs.keys:KeysDialog", self.theme, self),
            "about": lambda: self._show_dialog("ui.dialogs.about:AboutDialog", self.theme, self),
            "larger": lambda: self.set_percent(self.theme.percent + _STEP),
            "smaller": lambda: self.set_percent(self.theme.percent - _STEP),
            "normal-size": lambda: self.set_percent(100),
            "quit": self._quit,
        }

    # what it is made of

    def _lay_out(self) -> None:
        self.setMinimumSize(self.theme.px(720), self.theme.px(480))
        self.resize(*_SIZE)
        self.restoreGeometry(QByteArray.fromBase64(self.preferences.geometry.encode()))
        self.commands.fill(self.menuBar())
        for action in self.commands.all():
            self.addAction(action)
        whole = QWidget()
        whole.setProperty("surface", "bg")
        column = QVBoxLayout(whole)
        Spacing(self.theme, column, gap=0)
        for part, stretch in ((self._stack, 1), (self.foot, 0)):
            column.addWidget(part, stretch)
        self.setCentralWidget(whole)

    def _listen(self) -> None:
        self.ways.opened.connect(self.take)
        self.ways.failed.connect(self._refuse)
        self.problems.told.connect(self._tell)
        self.foot.again_requested.connect(self._try_again)
        self.theme.changed.connect(self._fit)

    @cached_property
    def start(self) -> StartPage:
        """The first page; made when it is first shown, so that a casebook need not wait for it."""
        from ui.pages.start import StartPage

        start, ways = StartPage(self.theme, self), self.ways
        start.new_requested.connect(ways.new_casebook)
        start.choose_requested.connect(ways.choose_casebook)
        start.sample_requested.connect(ways.open_sample)
        start.open_requested.connect(lambda path: ways.open_path(Path(path)))
        start.forget_requested.connect(self._forget)
        ways.began.connect(lambda: start.tell(""))
        self._stack.addWidget(start)
        return start

    # casebooks

    def take(self, casebook: Casebook) -> None:
        """Show a casebook in place of the one that is open."""
        if not self.leaving.may_leave(lambda: self.take(casebook)):
            return
        self.close_casebook()
        from ui.session import Session

        session = Session(casebook, self.problems, self)
        self.desk = Desk(
            self.theme, session, self.commands, self.preferences, self.ways.notice(casebook.path), self._stack
        )
        self._attach(self.desk, session)
        self.preferences.opened(casebook.path)
        self.desk.begin()
        QTimer.singleShot(_PATIENCE_MS, self.keep_preferences)  # the disk may take its time: the list comes first

    def close_casebook(self) -> None:
        """Close the casebook that is open, if one is; what was typed has been committed before."""
        desk, self.desk = self.desk, None
        if desk is None:
            return
        desk.close_session()
        self._stack.removeWidget(desk)
        desk.deleteLater()
        desk.session.deleteLater()
        self._show_start()

    def close_at_once(self) -> None:
        """Commit, close and go without a question: the system wants the program to end."""
        if self.desk is not None:
            self.desk.save_now()
        self.leaving.stop_jobs()
        self._is_over = True
        self.close()
        QApplication.quit()  # a window that never came to the screen does not end the program by closing

    def _attach(self, desk: Desk, session: Session) -> None:
        session.saved.connect(self.foot.saved)
        session.tasks.began.connect(self.foot.begin)
        session.tasks.progressed.connect(self.foot.show_progress)
        session.tasks.ended.connect(self.foot.end)
        session.tasks.ended.connect(self.leaving.job_ended)
        desk.doable_changed.connect(self._enable)
        desk.came.connect(self.show)
        desk.settings_requested.connect(self.commands["settings"].trigger)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        desk.fit(self.width())
        path = session.casebook.path
        self.setWindowTitle(self.tr("{path} – Casefiles").format(path=path))
        self.foot.name_book(path)
        self._enable()

    def _show_start(self) -> None:
        if self.desk is not None:
            return
        self._stack.setCurrentWidget(self.start)
        self.start.tell("")
        self.start.show_recent(self.preferences.recent)
        self.setWindowTitle("Casefiles")
        self.foot.name_book(None)
        self._enable()

    def _show_something(self) -> None:
        if self._stack.currentWidget() is None:
            self._show_start()

    def _close_to_start(self) -> None:
        if self.leaving.may_leave(self.close_casebook):
            self.close_casebook()

    def _forget(self, path: str) -> None:
        self.preferences.forget(path)
        self.keep_preferences()
        self.start.show_recent(self.preferences.recent)

    # actions

    def run(self, action_id: str) -> None:
        """Do what an action asks for."""
        if action_id in self._own:
            self._own[action_id]()
        elif self.desk is not None:
            self.desk.run(action_id)

    def _quit(self) -> None:
        self.close()

    def set_percent(self, percent: int) -> None:
        """Make everything larger or smaller."""
        self.theme.set_percent(percent)
        self.preferences.percent = self.theme.percent
        self.keep_preferences()

    def keep_preferences(self) -> None:
        """Write the preferences; a disk that refuses is told, and nothing else is lost."""
        try:
            self.preferences.save()
        except CasefilesError as problem:
            self.problems.tell(problem)

    def sign_acts(self) -> None:
        """Sign acts with the name in the preferences from now on."""
        if self.desk is not None:
            from casefiles.workspace.desk import Officer

            self.desk.session.casebook.desk.officer = Officer(self.preferences.acting)

    def _enable(self) -> None:
        desk = self.desk
        self.commands.enable(
            {
                spec.id
                for spec in ACTIONS
                if not spec.needs_casebook or (desk is not None and (spec.id in self._own or desk.can(spec.id)))
            }
        )

    def _show_dialog(self, place: str, *given: Any) -> None:
        bring(place)(*given).open()

    # trouble

    def _refuse(self, problem: CasefilesError) -> None:
        """Say why a casebook was not opened, where the officer is looking."""
        told = describe(problem)
        if self.desk is None:
            self._show_start()
            self.start.tell(f"{told.say} {told.hint}".strip())
        else:
            self.foot.tell(told)

    def _tell(self, told: Told) -> None:
        self.leaving.heard_trouble()
        if not told.is_bug:
            self.foot.tell(told)
        elif self._bug is None:
            self._bug = bring("ui.dialogs.problem:ProblemDialog")(self.theme, told, self)
            self._bug.destroyed.connect(self._bug_told)
            self._bug.open()

    def _bug_told(self) -> None:
        self._bug = None

    def _try_again(self) -> None:
        if self.desk is not None:  # going to the button may have saved it already, and said so
            self.desk.save_now()

    # Qt's news

    def appear(self) -> None:
        """Come to the screen: at once, or with the casebook being opened unless that keeps us waiting."""
        if self.ways.is_opening:
            self.ways.over.connect(self._show_unless_coming)
            QTimer.singleShot(_PATIENCE_MS, self.show)
        else:
            self.show()

    def _show_unless_coming(self) -> None:
        if self.desk is None:
            self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the first page where there is no casebook to show."""
        super().showEvent(event)
        self._show_something()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sidebar to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.desk is not None:
            self.desk.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go only when nothing that was typed or begun would be lost."""
        if not self._is_over and not self.leaving.may_leave(self._leave_for_good):
            event.ignore()
            return
        self.ways.stop()
        self.close_casebook()
        self.preferences.geometry = self.saveGeometry().toBase64().toStdString()
        self.keep_preferences()
        event.accept()

    def _leave_for_good(self) -> None:
        self._is_over = True
        self.close()
