"""Commands on whole casebooks: making, checking, copying, and the native form."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from casefiles.cli import opening
from casefiles.cli.answer import Answer
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, WrongKey
from casefiles.workspace import files
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import read_zone


def new(arguments: Namespace) -> Answer:
    """Make an empty casebook."""
    path = opening.book_path(arguments)
    read_zone(arguments.time_zone)
    title, bodies = clean(arguments.title), [clean(name) for name in arguments.confirms]
    password = opening.given_password(arguments) or (_new_password() if arguments.encrypt else "")
    casebook = Casebook.new(
        path,
        password=password,
        officer=opening.officer(),
        title=title,
        time_zone=arguments.time_zone,
        confirming=bodies,
        clock=opening.clock(),
    )
    casebook.close()
    return Answer({"book": str(path), "encrypted": bool(password)}, "", (f"{path.name} is made.",))


def export(arguments: Namespace) -> Answer:
    """Write every record in the native form."""
    path = opening.path_of(arguments.file)
    with opening.opened(arguments) as casebook:
        files.export(casebook, path)
    return _written(path)


_IN_WORDS: dict[str, tuple[str, str]] = {
    "settings": ("setting", "settings"),
    "bodies": ("body able to confirm", "bodies able to confirm"),
    "situations": ("situation", "situations"),
    "sources": ("source", "sources"),
    "captures": ("saved copy", "saved copies"),
    "passages": ("quote", "quotes"),
    "texts": ("text", "texts"),
    "cases": ("person or group", "people and groups"),
    "memberships": ("identification", "identifications"),
    "claims": ("report", "reports"),
    "decisions": ("decision", "decisions"),
    "grades": ("grade", "grades"),
    "holds": ("hold", "holds"),
    "codebook": ("paragraph of the codebook", "paragraphs of the codebook"),
    "saved_searches": ("saved search", "saved searches"),
    "figures": ("reported total", "reported totals"),
    "editions": ("edition", "editions"),
    "statements": ("statement", "statements"),
}


def _counted(section: str, number: int) -> str:
    one, several = _IN_WORDS[section]
    return one if number == 1 else several


def apply(arguments: Namespace) -> Answer:
    """Take in records of the native form."""
    with opening.opened(arguments) as casebook:
        applied = files.apply(casebook, opening.path_of(arguments.file))
    counts = ", ".join(f"{number:,} {_counted(section, number)}" for section, number in applied.records.items())
    text = f"New or changed: {counts}." if counts else "Nothing was new; nothing was changed."
    notes = tuple(f"{wanted} was taken; it is {given} here." for wanted, given in applied.renumbered)
    renumbered = [{"wanted": wanted, "given": given} for wanted, given in applied.renumbered]
    return Answer({"records": applied.records, "renumbered": renumbered}, text, notes)


def verify(arguments: Namespace) -> Answer:
    """Check a casebook, and name what is wrong."""
    with opening.opened(arguments) as casebook:
        wrong = files.verify(casebook)
    data = {"ok": not wrong, "wrong": [{"what": one.what, "where": one.where, "say": one.say} for one in wrong]}
    lines = [f"{one.where}: {one.say}" for one in wrong] or ["All is well."]
    notes = (f"{len(wrong)} things are wrong." if len(wrong) > 1 else "One thing is wrong.",) if wrong else ()
    return Answer(data, "\n".join(lines), notes, done=not wrong)


def back_up(arguments: Namespace) -> Answer:
    """Write a whole copy."""
    path = opening.path_of(arguments.file)
    with opening.opened(arguments) as casebook:
        files.back_up(casebook, path)
    return _written(path)


def restore(arguments: Namespace) -> Answer:
    """Make a casebook of a backup."""
    backup, target = opening.path_of(arguments.file), opening.book_path(arguments)
    password = opening.given_password(arguments)
    try:
        files.restore(backup, target, password)
    except WrongKey:
        if password or arguments.yes:
            raise
        files.restore(backup, target, opening.asked_password(f"Password of {backup.name}: "))
    return _written(target)


def _written(path: Path) -> Answer:
    return Answer({"file": str(path)}, "", (f"{path.name} is written.",))


def _new_password() -> str:
    password = opening.asked_password("New password: ")
    if not password or password != opening.asked_password("Once more: "):
        raise BadInput("The two passwords differ, or are empty; nothing was made.", "Try again.")
    return password
