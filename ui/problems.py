"""The one place where trouble is told: known trouble in its own words, bugs as bugs."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from casefiles import __version__
from casefiles.domain.problems import CasefilesError, StorageTrouble


class Told(NamedTuple):
    """Trouble as it is shown.

    Attributes:
        say: what happened and what is safe, in one sentence.
        hint: what to do.
        report: what "Copy details" copies; never personal data.
        is_bug: it is the program's fault.
        may_pass: the same act can succeed when tried again, as after a disk was full.
    """

    say: str
    hint: str
    report: str
    is_bug: bool
    may_pass: bool = False


class Problems(QObject):
    """Hears of all trouble; the window shows it.

    Signals:
        told: carries a `Told`.
    """

    told = Signal(object)

    def tell(self, problem: BaseException) -> Told:
        """Put trouble into words and send it out."""
        told = describe(problem)
        self.told.emit(told)
        return told


def describe(problem: BaseException) -> Told:
    """Put trouble into words."""
    if isinstance(problem, CasefilesError):
        report, may_pass = _report(problem, problem.detail), isinstance(problem, StorageTrouble)
        return Told(problem.say, problem.hint, report, is_bug=False, may_pass=may_pass)
    say = QCoreApplication.translate(
        "Problems", "Something went wrong inside Casefiles; everything saved before is safe."
    )
    hint = QCoreApplication.translate("Problems", "Copy the details and report them. You can go on working.")
    return Told(say, hint, _report(problem, ""), is_bug=True)


def _report(problem: BaseException, detail: str) -> str:
    """Name the places in the code, and never the values: those may be about people."""
    import platform  # takes long to bring in, and no trouble is the rule

    calls = traceback.extract_tb(problem.__traceback__)
    frames = [f"{call.name} ({PurePath(call.filename).name}:{call.lineno})" for call in calls]
    system = f"Casefiles {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join(filter(None, [system, type(problem).__name__, detail, *frames]))
