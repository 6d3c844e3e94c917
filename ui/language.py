"""The language on the screen: the system's if we have it, else English, which needs only its plurals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from casefiles.domain.span import ONE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from casefiles.domain.span import Span

_FILES: Final = "casefiles"
_QT_FILES: Final = "qtbase"
_SPOKEN_BY_ALL: Final = QLocale(QLocale.Language.English)


def speak(app: QApplication, translations: Path, wanted: QLocale | None = None) -> QLocale:
    """Let the application speak a language, Qt's own dialogs included; return the one it speaks.

    Call it before the first widget: widgets that are there keep their words.

    Args:
        app: the application.
        translations: the folder with our languages.
        wanted: the language asked for; the system's by default.
    """
    ours = QTranslator(app)
    if not any(
        ours.load(locale, _FILES, "_", str(translations)) for locale in (wanted or QLocale.system(), _SPOKEN_BY_ALL)
    ):
        return _SPOKEN_BY_ALL
    spoken = QLocale(ours.language())
    theirs = QTranslator(app)
    if theirs.load(spoken, _QT_FILES, "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(theirs)
    app.installTranslator(ours)
    app.setLayoutDirection(spoken.textDirection())
    return spoken


def people_in_words(number: Span) -> str:
    """Say how many people there are."""
    if number == ONE:
        return QCoreApplication.translate("People", "1 person")
    return QCoreApplication.translate("People", "{figures} people").format(figures=number.words())
