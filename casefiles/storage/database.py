"""One casebook file: how it is made, opened, brought up to date and closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from casefiles.domain.problems import (
    BadInput,
    CasefilesError,
    NewerCasebook,
    NotACasebook,
    StorageTrouble,
    WrongKey,
)
from casefiles.storage.keys import is_plain, key_of, new_key

APPLICATION_ID = 0x43534642
"""Marks an SQLite file as a casebook ("CSFB")."""

MAJOR = 3
"""The number of the last migration; a file with a higher one is refused."""

MIGRATIONS = Path(__file__).parent / "migrations"
ENGINE_ERRORS = (peewee.DatabaseError, peewee.InterfaceError, sqlcipher.Error)
"""What the engine raises: peewee does not wrap what goes wrong while fetching."""

_PRAGMAS = (
    ("cipher_log_level", "NONE"),
    ("busy_timeout", 5000),
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("wal_autocheckpoint", 8000),  # pages: rarely within an edit; closing writes what is left into the file
    ("foreign_keys", "on"),
    ("cache_size", -65536),
    ("temp_store", "memory"),
    ("secure_delete", "on"),
)
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "fuse.sshfs", "9p", "ncpfs"})


def create(path: Path, password: str = "") -> SqlCipherDatabase:
    """Make a new, empty casebook file, readable by its owner only.

    Raises:
        BadInput: something is already there, or the place cannot hold a casebook.
        StorageTrouble: the disk refused.
    """
    if path.exists():
        raise BadInput(f"There is already a file at {path.name}.", "Choose another name, or open that file.")
    _refuse_network_share(path)
    with telling(path):
        try:
            path.touch(mode=0o600)
        except OSError as problem:
            raise StorageTrouble(f"The casebook cannot be made at {path}.", _os_hint(problem)) from problem
        database = connect(path, new_key(password) if password else "")
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(database)
    return database


def open_existing(path: Path, password: str = "") -> SqlCipherDatabase:
    """Open a casebook file that exists.

    Raises:
        NotACasebook: it is something else, or part of it is missing.
        WrongKey: it wants a password, or another one.
        NewerCasebook: a newer version wrote it.
        StorageTrouble: the disk refused.
    """
    _refuse_missing(path)
    _refuse_network_share(path)
    with telling(path):
        plain = is_plain(path)
        if not plain:
            _refuse_foreign(path)
            if not password:
                raise WrongKey(f"{path.name} needs its password.", "Type the password of this casebook.")
        key = "" if plain else key_of(path, password)
        _check_identity(path, key)
        return connect(path, key)


def connect(path: Path, key: str, *, wait_ms: int = 5000) -> SqlCipherDatabase:
    """Return a database on a file; each thread that uses it gets its own connection."""
    pragmas = [(name, wait_ms if name == "busy_timeout" else value) for name, value in _PRAGMAS]
    database = SqlCipherDatabase(str(path), passphrase=key, pragmas=pragmas)
    database.connect()
    return database


def version_of(database: SqlCipherDatabase) -> int:
    """Return the number of the last migration a casebook went through."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def migrate(database: SqlCipherDatabase) -> None:
    """Bring a casebook's tables up to date; a new file goes through every step."""
    from playhouse.migrations import Runner

    Runner(database, str(MIGRATIONS)).up()
    database.execute_sql(f"PRAGMA user_version = {MAJOR}")


@contextmanager
def telling(path: Path | None = None) -> Iterator[None]:
    """Turn what the engine raises into trouble told in a sentence."""
    try:
        yield
    except CasefilesError:
        raise
    except (*ENGINE_ERRORS, sqlite3.Error) as problem:
        raise _told(problem, path) from problem


_TROUBLE: tuple[tuple[str, type[CasefilesError], str, str], ...] = (
    (
        "disk is full",
        StorageTrouble,
        "The disk is full; the last change was not saved, everything before it was.",
        "Free some space, then try again.",
    ),
    (
        "disk i/o error",
        StorageTrouble,
        "The disk did not answer; the last change was not saved.",
        "Check the disk, then try again.",
    ),
    (
        "readonly",
        StorageTrouble,
        "The casebook is read-only; nothing was changed.",
        "Make the file and its folder writable, or work on a copy.",
    ),
    (
        "locked",
        StorageTrouble,
        "Another program is writing to this casebook; nothing was changed.",
        "Try again in a moment.",
    ),
    (
        "unable to open",
        StorageTrouble,
        "The casebook cannot be opened here.",
        "Check that you may read and write the file and its folder.",
    ),
    (
        "not a database",
        NotACasebook,
        "The file is not a casebook, or part of it is missing.",
        "Open another file, or restore a backup.",
    ),
    (
        "malformed",
        NotACasebook,
        "The casebook is damaged.",
        "Restore a backup; keep this file for an expert.",
    ),
    ("no such table", NotACasebook, "The file is not a complete casebook.", "Restore a backup."),
)


def _told(problem: BaseException, path: Path | None) -> CasefilesError:
    words = " / ".join(str(one).lower() for one in _chain(problem))
    name = path.name if path else "the casebook"
    for sign, error, say, hint in _TROUBLE:
        if sign in words:
            return error(say, hint, f"{name}: {type(problem).__name__}")
    return StorageTrouble(
        "The casebook could not be read or written; everything saved before is safe.",
        "Try again; if it stays so, restore a backup.",
        f"{type(problem).__name__}: {words[:200]}",
    )


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    """Walk back to what went wrong first: rolling back after a full disk fails as well, and hides it."""
    while problem is not None:
        yield problem
        problem = problem.__context__


def _refuse_missing(path: Path) -> None:
    if path.is_dir():
        raise NotACasebook(f"{path.name} is a folder.", "Choose a .casebook file.")
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except FileNotFoundError as problem:
        raise NotACasebook(f"There is no file at {path}.", "Check the name, or make a new casebook.") from problem
    except OSError as problem:
        raise StorageTrouble(f"{path.name} cannot be read.", _os_hint(problem)) from problem
    if size == 0:
        raise NotACasebook(f"{path.name} is empty; it is not a casebook.", "Open another file, or restore a backup.")


_PAGE = 4096
_FOREIGN_STARTS = (  # long enough that random bytes are not taken for one
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
)


def _refuse_foreign(path: Path) -> None:
    """Tell a file of another kind from an encrypted casebook, whose bytes all look random."""
    with path.open("rb") as file:
        start = file.read(512)
    as_text = sum(32 <= byte < 127 or byte in (9, 10, 13) for byte in start) / len(start)
    if start.startswith(_FOREIGN_STARTS) or path.stat().st_size % _PAGE or as_text > 0.85:
        raise NotACasebook(
            f"{path.name} is not a casebook, or part of it is missing.",
            "Open another file, or restore a backup.",
        )


def _check_identity(path: Path, key: str) -> None:
    """Look before anything is set: another program's database is left as it is."""
    database = SqlCipherDatabase(str(path), passphrase=key, pragmas=_PRAGMAS[:2])
    with database.connection_context():
        try:
            database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
        except ENGINE_ERRORS as problem:
            # a wrong key and a file of noise fail alike, on the first statement
            if key and "not a database" in str(problem):
                hint = "Type it again; nothing was changed."
                raise WrongKey(f"The password does not open {path.name}.", hint) from problem
            raise
        application = database.execute_sql("PRAGMA application_id").fetchone()[0]
        version = version_of(database)
    if application != APPLICATION_ID:
        raise NotACasebook(f"{path.name} is a database, but not a casebook.", "Open another file.")
    if version > MAJOR:
        raise NewerCasebook(
            f"{path.name} was written by a newer version of Casefiles; nothing was changed.",
            "Update Casefiles on this machine, then open it again.",
        )


def _refuse_network_share(path: Path) -> None:
    """Refuse places where several programs writing at once would damage the file."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return
    folder = str(path.absolute().parent)
    rows = (line.split()[:3] for line in mounts.read_text().splitlines())
    holding = [(point, kind) for _, point, kind in rows if f"{folder}/".startswith(point.rstrip("/") + "/")]
    _, kind = max(holding, key=lambda mount: len(mount[0]), default=("", ""))
    if kind in _NETWORK_FILE_SYSTEMS:
        raise StorageTrouble("A casebook cannot be kept on a network share.", "Keep it on a disk of this machine.")


def _os_hint(problem: OSError) -> str:
    return f"The system says: {problem.strerror or problem}."
