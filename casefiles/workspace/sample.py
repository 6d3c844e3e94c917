"""The sample: invented people in an invented war, to try everything on."""

from __future__ import annotations

from pathlib import Path

from casefiles.domain.problems import StorageTrouble
from casefiles.workspace import files
from casefiles.workspace.casebook import RESOURCES, Casebook
from casefiles.workspace.desk import Clock, Officer, system_clock

NAME = "sample.casebook"


def open_sample(
    folder: Path, officer: Officer, *, clock: Clock = system_clock, resources: Path = RESOURCES
) -> Casebook:
    """Make the sample anew in a folder of its own, readable by its owner only, and open it.

    Args:
        folder: where it goes; an earlier copy of the sample there is replaced.
        officer: who will act in it.

    Raises:
        StorageTrouble: the folder or the file cannot be made.
    """
    path = folder / NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in (path, *folder.glob(f"{NAME}-*")):
            old.unlink(missing_ok=True)
    except OSError as problem:
        raise StorageTrouble(
            f"The sample cannot be made in {folder}.", f"The system says: {problem.strerror}."
        ) from problem
    casebook = Casebook.new(path, officer=officer, clock=clock, resources=resources)
    files.begin_with(casebook, resources / "sample" / "sample.json")
    return casebook
