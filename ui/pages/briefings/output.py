"""Where finished pages go: into a file, to a printer, or to the system's own viewer."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QObject, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from casefiles.domain.problems import CannotPrint
from ui.dialogs.choose_file import choose_file
from ui.pages.briefings.sheets import picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from casefiles.workspace.printing import Briefings, Preview
    from ui.session import Session
    from ui.tasks import Job

_FINEST: Final = 2480  # a page at 300 dots an inch; more costs memory and shows nothing
_A4: Final = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())


class Output(QObject):
    """Saves and prints the very pages that are shown.

    Signals:
        told: carries a sentence of what was done.

    Args:
        session: the open casebook.
        page: over which dialogs open.
    """

    told = Signal(str)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._for_viewer: tempfile.TemporaryDirectory[str] | None = None

    def ask_where(self, preview: Preview, name: str) -> QFileDialog:
        """Ask for a file and save the pages into it."""
        return choose_file(
            self._page,
            self.tr("Save the briefing"),
            partial(self._save, preview),
            kinds=self.tr("PDF files (*.pdf)"),
            save_as=self._session.casebook.path.parent / name,
        )

    def print(self, preview: Preview) -> None:
        """Print on a printer of this system; where there is none, open the pages in its viewer."""
        if not QPrinterInfo.availablePrinterNames():
            self._view(preview)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(_A4)
        printer.setFullPage(True)
        printer.setFromTo(1, preview.pages)
        dialog = QPrintDialog(printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, preview.pages)
        dialog.accepted.connect(partial(self.draw_on, printer, preview))
        QDialog.open(dialog)  # the print dialog's own `open` wants the name of a slot

    def draw_on(self, printer: QPrinter, preview: Preview) -> None:
        """Draw the pages on a printer, away from the window's own thread."""
        self._session.tasks.long(
            self.tr("Printing the briefing"),
            partial(_draw_all, self._session.casebook.briefings, printer, preview),
            lambda pages: self.told.emit(self.tr("%n page(s) sent to the printer", "", pages)),
        )

    def _save(self, preview: Preview, out: Path) -> None:
        if self._session.edit(lambda: self._session.casebook.briefings.save(preview, out)):
            self.told.emit(self.tr("Saved as {name}").format(name=out.name))

    def _view(self, preview: Preview) -> None:
        """Open the pages in the system’s viewer; the file goes when this page does."""
        if self._for_viewer is None:
            self._for_viewer = tempfile.TemporaryDirectory(prefix="casefiles-")
            self.destroyed.connect(self._for_viewer.cleanup)
        out = Path(self._for_viewer.name) / "briefing.pdf"
        if not self._session.edit(lambda: self._session.casebook.briefings.save(preview, out)):
            return
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            self.told.emit(self.tr("There is no printer here; the pages are open in the system’s viewer."))
        else:
            say = self.tr("There is no printer here, and nothing that shows a PDF.")
            self._session.problems.tell(CannotPrint(say, self.tr("Save the briefing and print it elsewhere.")))


def _draw_all(briefings: Briefings, printer: QPrinter, preview: Preview, job: Job) -> int:
    """Draw the pages asked for at the printer's resolution; one after the other, for each is large."""
    first, last = printer.fromPage() or 1, printer.toPage() or preview.pages
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint("The printer could not be reached; nothing was printed.", "Choose another printer.")
    try:
        sheet = QRect(0, 0, printer.width(), printer.height())
        for done, page in enumerate(range(first - 1, last)):
            job.progress(done, last - first + 1)
            if done:
                printer.newPage()
            image = picture(briefings, preview, page, min(sheet.width(), _FINEST))
            painter.drawImage(QRect(0, 0, sheet.width(), round(sheet.width() * image.height() / image.width())), image)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return last - first + 1
