"""Asking for a file, with the desktop's own dialog or Qt's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def choose_file(
    parent: QWidget,
    title: str,
    then: Callable[[Path], None],
    *,
    kinds: str = "",
    folder: Path | None = None,
    save_as: Path | None = None,
    asks_before_writing_over: bool = True,
) -> QFileDialog:
    """Ask for a file without stopping the window; nothing happens when the officer thinks better of it.

    Args:
        parent: the window to stand before.
        title: what is asked.
        then: told the file.
        kinds: which files are shown, as Qt writes it.
        folder: where to begin looking.
        save_as: the file proposed to write; without it, an existing file is asked for.
        asks_before_writing_over: a file that is there is mentioned here, not by the caller.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    own = os.environ.get("CASEFILES_NO_NATIVE_DIALOGS") == "1"
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, own)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not asks_before_writing_over)
    dialog.setNameFilter(kinds)
    if folder is not None:
        dialog.setDirectory(str(folder))
    if save_as is None:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    else:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(save_as.suffix.lstrip("."))
        dialog.setDirectory(str(save_as.parent))
        dialog.selectFile(str(save_as))
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
    return dialog
