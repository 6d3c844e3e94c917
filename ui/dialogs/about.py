"""What this program is."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from casefiles import __version__
from ui.dialogs.sheet import Sheet
from ui.shell.emblem import emblem
from ui.theme.typography import Role

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class AboutDialog(Sheet):
    """Name, version, licence and what it stands on.

    Args:
        theme: the theme in force.
        parent: the window.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("About Casefiles"), 400, parent)
        sign = QLabel()
        sign.setPixmap(emblem(theme, 48, self.devicePixelRatioF()))
        self.body.addWidget(sign, alignment=Qt.AlignmentFlag.AlignLeading)
        self.say(f"Casefiles {__version__}", Role.NAME)
        self.say(self.tr("Case files of people caught up in a war or crisis, each value with the words behind it."))
        self.say(self.tr("Free software under the European Union Public Licence 1.2."), ink="muted")
        self.say(f"Python {platform.python_version()} · Qt {qVersion()}", Role.META, "muted")
        close = self.main(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_buttons(close)
