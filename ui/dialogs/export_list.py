"""How the list in view is written for other programs: which kind of file, how many columns, who is left out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from casefiles.workspace.printing import MARKS
from casefiles.workspace.search_export import Columns
from ui.dialogs.sheet import Sheet
from ui.language import people_in_words
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.choices import OneOf, YesNo
from ui.widgets.editors import ChoiceEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.search_export import ListCount, ListOrder
    from ui.session import Session
    from ui.theme.theme import Theme

_WIDTH: Final = 520


class ExportListDialog(Sheet):
    """Asks how a list is to be written.

    Signals:
        chosen: carries the `ListOrder`, and how the file's name ends.

    Args:
        session: the open casebook.
        theme: the theme in force.
        order: what the list shows.
        title: what the list is called.
        parent: the window.
    """

    chosen = Signal(object, str)

    def __init__(
        self, session: Session, theme: Theme, order: ListOrder, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, QCoreApplication.translate("ExportListDialog", "Export this list"), _WIDTH, parent)
        self._order = order
        self.say(title, Role.STRONG)
        self._counted = self.say("", Role.META, "muted")
        self._held = Banner(theme, kind="warn", parent=self)
        self._held.hide()
        self.body.addWidget(self._held)
        self._kind = self._one_of(
            self.tr("File"),
            ((".xlsx", self.tr("Workbook (XLSX)")), (".csv", self.tr("Text with commas (CSV)"))),
        )
        self._wide = self._one_of(
            self.tr("Columns"), ((Columns.BASIC, self.tr("The most important")), (Columns.ALL, self.tr("All fields")))
        )
        self._private = YesNo(theme, self.tr("Also what is only for the family, such as passports"))
        self.body.addWidget(self._private)
        mark = self.tr("Handling mark")
        self._mark = ChoiceEditor(theme, mark, [(one, one or self.tr("No mark")) for one in MARKS])
        self.add_field(mark, self._mark)
        self.say(
            self.tr("The file says inside itself what was searched, as of when, and how many rows it has."),
            Role.META,
            "muted",
        )
        write = self.main(self.tr("Choose where…"))
        write.clicked.connect(self._choose)
        self.add_buttons(self.closing(self.tr("Cancel")), write)
        count = partial(session.casebook.search_export.count, order)
        session.tasks.search("list-export", count, self._say_count, asker=self)

    def _one_of(self, label: str, choices: Sequence[tuple[str, str]]) -> QButtonGroup:
        """Add a choice of one, the first taken."""
        group, row = QButtonGroup(self), QWidget()
        line = QHBoxLayout(row)
        Spacing(self.theme, line, gap=16)
        for value, words in choices:
            button = OneOf(self.theme, words)
            button.setAccessibleDescription(label)
            button.setProperty("value", value)
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        group.buttons()[0].setChecked(True)
        self.body.addWidget(Label(self.theme, label, Role.STRONG))
        self.body.addWidget(row)
        return group

    def _say_count(self, count: ListCount) -> None:
        self._counted.setText(self.tr("%n row(s)", "", count.rows))
        if count.held.high:
            words = self.tr("{people} on hold: counted in the file, and not named in it.")
            self._held.say(words.format(people=people_in_words(count.held)))
            self._held.show()

    def _choose(self) -> None:
        order = replace(
            self._order,
            wide=Columns(_taken(self._wide)),
            private=self._private.isChecked(),
            mark=self._mark.value(),
        )
        self.chosen.emit(order, _taken(self._kind))
        self.accept()


def _taken(group: QButtonGroup) -> str:
    taken = group.checkedButton()
    assert taken is not None
    return str(taken.property("value"))
