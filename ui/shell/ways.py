"""The ways to a casebook: a new one, one that is chosen, one opened before, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from casefiles.domain.problems import CasefilesError, WrongKey
from ui.shell.opening import Opening, Work, existing, making, the_sample
from ui.shell.pages import bring

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shell.window import Window


class Ways(QObject):
    """Asks what has to be asked, then opens.

    Signals:
        began: one more attempt; what stood in the way of the last is said no longer.
        opened: carries the casebook.
        failed: carries the `CasefilesError` to tell.
        over: what became of the last attempt has been told.

    Args:
        window: the window.
    """

    began = Signal()
    opened = Signal(object)
    failed = Signal(object)
    over = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._opening: Opening | None = None

    def new_casebook(self) -> None:
        """Ask for what a new casebook needs, and make it."""
        preferences = self._window.preferences
        dialog = bring("ui.dialogs.new_casebook:NewCasebookDialog")(
            self._window.theme, preferences.acting, self._folder(), self._window
        )
        dialog.wanted.connect(lambda wanted: self._make(wanted, dialog))
        dialog.open()

    def choose_casebook(self) -> None:
        """Ask for a file, and open it."""
        bring("ui.dialogs.choose_file:choose_file")(
            self._window,
            self.tr("Open a casebook"),
            self.open_path,
            kinds=self.tr("Casebooks (*.casebook);;All files (*)"),
            folder=self._folder(),
        )

    def open_path(self, path: Path) -> None:
        """Open a file, asking for its password if it wants one."""
        self._begin(existing(path, "", self._officer), lambda problem: self._refused(path, problem))

    def open_sample(self) -> None:
        """Open the invented casebook."""
        self._begin(the_sample(self._sample_folder, self._officer), self.failed.emit)

    def notice(self, path: Path) -> str:
        """Return what is to be said above the pages of a casebook, if anything."""
        is_sample = self._sample_folder in path.parents
        return self.tr("This is the sample: invented people.") if is_sample else ""

    def stop(self) -> None:
        """Give up what is being opened."""
        if self._opening is not None:
            self._opening.stop()
            self._opening = None

    @property
    def is_opening(self) -> bool:
        """Tell whether a casebook is being opened just now."""
        return self._opening is not None

    @property
    def _officer(self) -> str:
        return self._window.preferences.acting

    @property
    def _sample_folder(self) -> Path:
        return self._window.preferences.folder / "sample"

    def _folder(self) -> Path:
        """Return where the last casebook lies, or the officer's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        recent = [Path(one.path).parent for one in self._window.preferences.recent]
        known = [folder for folder in recent if folder.is_dir() and folder != self._sample_folder]
        return next(iter(known), Path(documents) if Path(documents).is_dir() else Path.home())

    def _make(self, wanted: Any, dialog: Any) -> None:
        preferences = self._window.preferences
        if wanted.officer != preferences.acting:
            preferences.officer = wanted.officer
        opening = self._begin(making(wanted), dialog.refuse)
        opening.opened.connect(dialog.accept)

    def _refused(self, path: Path, problem: CasefilesError) -> None:
        if isinstance(problem, WrongKey):
            self._ask_password(path)
        else:
            self.failed.emit(problem)

    def _ask_password(self, path: Path) -> None:
        dialog = bring("ui.dialogs.password:PasswordDialog")(self._window.theme, path, self._window)
        dialog.tried.connect(lambda password: self._unlock(path, password, dialog))
        dialog.open()

    def _unlock(self, path: Path, password: str, dialog: Any) -> None:
        opening = self._begin(existing(path, password, self._officer), dialog.refuse)
        opening.opened.connect(dialog.accept)
        dialog.rejected.connect(opening.give_up)

    def _begin(self, work: Work, refused: Callable[[CasefilesError], None]) -> Opening:
        """Open away from the screen's thread; of several attempts only the last one counts."""
        self.stop()
        self.began.emit()
        self._opening = Opening(work, self.tr("Opening the casebook"), self)
        foot = self._window.foot
        foot.begin(self._opening.job)
        self._opening.progressed.connect(foot.show_progress)
        self._opening.ended.connect(foot.end)
        self._opening.ended.connect(self._over)
        self._opening.opened.connect(self.opened)
        self._opening.failed.connect(refused)
        self._opening.broke.connect(self._window.problems.tell)
        self._opening.start()
        return self._opening

    def _over(self) -> None:
        self._opening = None
        QTimer.singleShot(0, self, self.over.emit)
