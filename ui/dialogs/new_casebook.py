"""Asking for what a new casebook needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from ui.dialogs.choose_file import choose_file
from ui.dialogs.sheet import Field, Sheet
from ui.dialogs.time_zones import complete_zones, is_zone
from ui.widgets.buttons import Button
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.domain.problems import CasefilesError
    from ui.theme.theme import Theme

_SUFFIX = ".casebook"


@dataclass(frozen=True)
class NewCasebook:
    """What a new casebook is to be.

    Attributes:
        confirming: the desk's own ministry and missions, able to confirm.
    """

    path: Path
    title: str
    time_zone: str
    confirming: tuple[str, ...]
    officer: str
    password: str


class NewCasebookDialog(Sheet):
    """Stays open until the casebook is made.

    Signals:
        wanted: carries a `NewCasebook`.

    Args:
        theme: the theme in force.
        officer: who works here, if that is known.
        folder: where casebooks usually lie.
        parent: the window.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, officer: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("New casebook"), 560, parent)
        self._title = QLineEdit()
        self._path = QLineEdit(str(_unused(folder, self.tr("Cases"))))
        self._zone = QLineEdit(bytes(QTimeZone.systemTimeZoneId().data()).decode())
        self._officer = QLineEdit(officer)
        self._bodies = QPlainTextEdit(tabChangesFocus=True)
        self._password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        complete_zones(self._zone)
        self._lay_out()
        self._path.setFocus()
        self._path.selectAll()

    def refuse(self, problem: CasefilesError) -> None:
        """Say why the casebook could not be made, and wait."""
        self._make.setEnabled(True)
        self._where.tell(str(problem))

    def _lay_out(self) -> None:
        browse = Button(self.theme, self.tr("Choose…"), "folder-open")
        browse.clicked.connect(self._choose)
        self._where = self.add_field(self.tr("Where"), self._path, browse)
        self._row(
            Field(self.theme, self.tr("Title"), self._title, hint=self.tr("Printed on briefings.")),
            Field(self.theme, self.tr("Your name"), self._officer, hint=self.tr("Each act is signed with it.")),
        )
        self._zones = self.add_field(
            self.tr("Time zone"), self._zone, hint=self.tr("Its midnight ends the day in reports.")
        )
        self._bodies.setFixedHeight(self.theme.px(60))
        self.add_field(
            self.tr("Your ministry or desk: it can confirm what it says"),
            self._bodies,
            hint=self.tr("One on each line. You can leave this for later."),
        )
        self._first = Field(self.theme, self.tr("Password, if you want one"), self._password)
        self._second = Field(self.theme, self.tr("The same again"), self._again)
        self._row(self._first, self._second)
        self.say(
            self.tr("Without its password nobody can ever open the casebook again: not you, and not us."),
            ink="muted",
        )
        self._make = self.main(self.tr("Make the casebook"))
        self._make.clicked.connect(self._ask)
        self.add_buttons(self.closing(self.tr("Cancel")), self._make)

    def _row(self, *fields: Field) -> None:
        grid = QGridLayout()
        Spacing(self.theme, grid, gap=12)
        for column, field in enumerate(fields):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)

    def _choose(self) -> None:
        choose_file(
            self,
            self.tr("Where the casebook is to lie"),
            lambda path: self._path.setText(str(path)),
            kinds=self.tr("Casebooks (*.casebook)"),
            save_as=self._where_to(),
            asks_before_writing_over=False,
        )

    def _where_to(self) -> Path:
        path = Path(self._path.text().strip()).expanduser()
        return path if path.suffix else path.with_name(path.name + _SUFFIX) if path.name else path

    def _ask(self) -> None:
        mistakes = (
            (self._where, self._path_mistake()),
            (self._zones, "" if is_zone(self._zone.text().strip()) else self.tr("Use a name such as Asia/Kolkata.")),
            (self._second, self._password_mistake()),
        )
        for field, _ in mistakes:
            field.tell("")
        found = [(field, mistake) for field, mistake in mistakes if mistake]
        for field, mistake in reversed(found):
            field.tell(mistake)
        if not found:
            self._make.setEnabled(False)
            self.wanted.emit(self._answer())

    def _path_mistake(self) -> str:
        path = self._where_to()
        if not path.name:
            return self.tr("Say where the casebook is to lie.")
        if path.exists():
            return self.tr("There is already a file of that name. Choose another, or open that one.")
        return "" if path.parent.is_dir() else self.tr("There is no folder {path}.").format(path=path.parent)

    def _password_mistake(self) -> str:
        same = self._password.text() == self._again.text()
        return "" if same else self.tr("The two passwords differ. Type them again, or leave both empty.")

    def _answer(self) -> NewCasebook:
        lines = (line.strip() for line in self._bodies.toPlainText().splitlines())
        return NewCasebook(
            self._where_to(),
            self._title.text().strip(),
            self._zone.text().strip(),
            tuple(filter(None, lines)),
            self._officer.text().strip(),
            self._password.text(),
        )


def _unused(folder: Path, name: str) -> Path:
    """Return the first path of that name that is still free."""
    numbers = ["", *(f" {number}" for number in range(2, 100))]
    paths = (folder / f"{name}{number}{_SUFFIX}" for number in numbers)
    return next((path for path in paths if not path.exists()), folder / f"{name}{_SUFFIX}")
