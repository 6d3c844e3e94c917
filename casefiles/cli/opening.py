"""Opens the casebook a command names: who acts, what time it is, and the password."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from getpass import getpass
from pathlib import Path

from casefiles.cli.answer import WrongUse
from casefiles.cli.counter import counter
from casefiles.domain.moment import Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, CasefilesError, NotFound, WrongKey
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Clock, Officer, system_clock
from casefiles.workspace.moments import read_day
from casefiles.workspace.printing import clock_from

_LONGEST_PASSWORD = 4096


@contextmanager
def opened(arguments: Namespace) -> Iterator[Casebook]:
    """Open the casebook named, and close it again."""
    casebook = _open(book_path(arguments), given_password(arguments), may_ask=not arguments.yes)
    try:
        yield casebook
    finally:
        casebook.close()


def book_path(arguments: Namespace) -> Path:
    """Return where the casebook lies.

    Raises:
        CasefilesError: it is a team's, on a server.
    """
    if arguments.book.startswith(("postgresql://", "postgres://")):
        raise CasefilesError("Casebooks on a server come in a later version.", "Use a .casebook file.")
    return path_of(arguments.book)


def path_of(text: str) -> Path:
    """Return a path as given.

    Raises:
        BadInput: no file can be called so.
    """
    if not text or "\0" in text:
        raise BadInput("No file can be called that.", "Give the name of a file.")
    return Path(text)


def officer() -> Officer:
    """Return who acts: the name in CASEFILES_OFFICER."""
    return Officer(clean(os.environ.get("CASEFILES_OFFICER", "")))


def clock() -> Clock:
    """Return the clock; SOURCE_DATE_EPOCH stops it."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return system_clock
    try:
        return clock_from(seconds)
    except (ValueError, OverflowError, OSError) as problem:
        raise BadInput("SOURCE_DATE_EPOCH is not a time.", "Set it as date +%s prints it.") from problem


def moment(arguments: Namespace, casebook: Casebook) -> Moment:
    """Return the moment of the past to look back to, if one is given."""
    return casebook.moment(arguments.as_of or "", arguments.recorded_by or "")


def situation(casebook: Casebook, name: str) -> str:
    """Return the UUID of the situation that was named, by its name or UUID; empty when none was.

    Raises:
        NotFound: there is none of that name.
    """
    wanted = name.strip().casefold()
    known = {key: one.uuid for one in casebook.settings.situations() for key in (one.name.casefold(), one.uuid)}
    if wanted and wanted not in known:
        raise NotFound(f"There is no situation called “{clean(name)[:40]}”.", "Write its name as the casebook has it.")
    return known.get(wanted, "")


def day_of(typed: str | None, casebook: Casebook) -> date | None:
    """Return the day that was typed, if one was."""
    return read_day(typed, casebook.desk.today()) if typed else None


def given_password(arguments: Namespace) -> str:
    """Return the password from the file descriptor named; empty when none is."""
    if arguments.key_fd is None:
        return ""
    try:
        with open(arguments.key_fd, encoding="utf-8", closefd=arguments.key_fd > 2) as file:
            password = file.read(_LONGEST_PASSWORD).removesuffix("\n").removesuffix("\r")
    except (OSError, OverflowError) as problem:
        raise WrongUse(f"Nothing can be read from file descriptor {arguments.key_fd}.", "Open it first.") from problem
    except UnicodeDecodeError as problem:
        raise BadInput("The password is not text in UTF-8.", "Write it to the file descriptor as UTF-8.") from problem
    if not password:
        raise BadInput("The password is empty.", "Write it to the file descriptor.")
    return password


def asked_password(prompt: str) -> str:
    """Ask for a password on the terminal.

    Raises:
        WrongKey: there is no terminal to ask on.
    """
    if not sys.stdin.isatty():
        raise WrongKey("A password is needed, and there is no terminal to ask for it.", "Give it with --key-fd.")
    try:
        return getpass(prompt)
    except EOFError as problem:
        raise WrongKey("No password was given; nothing was done.", "Type it, or give it with --key-fd.") from problem


def _open(path: Path, password: str, *, may_ask: bool) -> Casebook:
    who, now = officer(), clock()
    try:
        return _opened(path, password, who, now)
    except WrongKey as problem:
        if password:
            raise
        if not (may_ask and sys.stdin.isatty()):
            raise WrongKey(problem.say, "Give it with --key-fd.") from problem
    return _opened(path, asked_password(f"Password of {path.name}: "), who, now)


def _opened(path: Path, password: str, who: Officer, now: Clock) -> Casebook:
    """Open a casebook; where its search index is of an older kind, count on the terminal while it is made anew."""
    with counter("Preparing the search index") as progress:
        return Casebook.open(path, password=password, officer=who, clock=now, progress=progress)
