"""What is done to a casebook's whole file: a back-up, a check of everything, an export."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.problems import Told
from ui.shell.pages import bring

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ui.shell.window import Window

_FILES = "casefiles.workspace.files"
translate = QCoreApplication.translate


def back_up(window: Window) -> None:
    """Ask where to, and write a whole copy."""
    _write(
        window,
        "back_up",
        translate("FileActs", "Back up"),
        translate("FileActs", "Backing up"),
        translate("FileActs", "Backed up to {name}"),
        ".backup.casebook",
    )


def export(window: Window) -> None:
    """Ask where to, and write everything as text for other programs."""
    _write(
        window,
        "export",
        translate("FileActs", "Export"),
        translate("FileActs", "Exporting"),
        translate("FileActs", "Exported to {name}"),
        ".json",
    )


def export_list(window: Window) -> None:
    """Ask how and where to, and write the people in the list for other programs."""
    session = _session(window)
    assert window.desk is not None
    title, query, sort = window.desk.listed()
    order = bring("casefiles.workspace.search_export:ListOrder")(query, sort, session.moment)
    dialog = bring("ui.dialogs.export_list:ExportListDialog")(session, window.theme, order, title, window)
    dialog.chosen.connect(lambda order, kind: _write_list(window, order, kind))
    dialog.open()


def _write_list(window: Window, order: Any, kind: str) -> None:
    session = _session(window)
    export = session.casebook.search_export

    def write(path: Path) -> None:
        session.tasks.long(
            translate("FileActs", "Writing the list"),
            lambda job: export.write(order, path, job.progress),
            lambda count: window.foot.say(
                translate("FileActs", "%n row(s) written to {name}", "", count.rows).format(name=path.name)
            ),
        )

    bring("ui.dialogs.choose_file:choose_file")(
        window,
        translate("FileActs", "Export this list"),
        write,
        kinds=_LIST_KINDS[kind](),
        save_as=session.casebook.path.with_name(export.suggested_name(order, kind)),
    )


_LIST_KINDS: dict[str, Callable[[], str]] = {
    ".xlsx": lambda: translate("FileActs", "Workbooks (*.xlsx)"),
    ".csv": lambda: translate("FileActs", "Text with commas (*.csv)"),
}


def verify(window: Window) -> None:
    """Check the journal, the saved copies, the quotes and what is derived from them."""
    session = _session(window)
    session.tasks.long(
        translate("FileActs", "Verifying"),
        lambda _job: bring(f"{_FILES}:verify")(session.casebook),
        lambda faults: _tell_faults(window, faults),
    )


def _write(window: Window, function: str, title: str, doing: str, done: str, suffix: str) -> None:
    session = _session(window)
    book: Path = session.casebook.path

    def write(path: Path) -> None:
        session.tasks.long(
            doing,
            lambda _job: bring(f"{_FILES}:{function}")(session.casebook, path),
            lambda _: window.foot.say(done.format(name=path.name)),
        )

    proposed = book.with_name(f"{book.stem} {date.today().isoformat()}{suffix}")  # noqa: DTZ011 - the officer's own day
    bring("ui.dialogs.choose_file:choose_file")(window, title, write, save_as=proposed)


def _tell_faults(window: Window, faults: Sequence[object]) -> None:
    if not faults:
        window.foot.say(translate("FileActs", "Verified: nothing is wrong"))
        return
    say = translate("FileActs", "Verified: %n thing(s) wrong.", "", len(faults))
    hint = translate("FileActs", "Keep this file as it is and restore a backup; the details name each fault.")
    told = Told(say, hint, "\n".join(map(str, faults)), is_bug=False)
    bring("ui.dialogs.problem:ProblemDialog")(window.theme, told, window).open()


def _session(window: Window) -> Any:
    assert window.desk is not None
    window.desk.save_now()
    return window.desk.session
