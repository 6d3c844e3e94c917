"""Casebooks as files: backups, their way back, checks, and the native form."""

from __future__ import annotations

import base64
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from casefiles.domain.changes import ActKind
from casefiles.domain.moment import read_zone
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotACasebook
from casefiles.domain.refs import show_ref, show_source_ref
from casefiles.exchange import reading, writing
from casefiles.exchange.taking import ORDER, Taking
from casefiles.storage import check, lookups, records_io
from casefiles.storage.act import Act
from casefiles.storage.book import Book
from casefiles.storage.check import Wrong
from casefiles.storage.records_io import Plain
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import system_clock
from casefiles.workspace.written import told, written

__all__ = ["Applied", "Wrong", "apply", "back_up", "export", "refuse_other_file", "restore", "verify"]

_SHOWN_REFS: dict[str, Callable[[int], str]] = {
    "sources": show_source_ref,
    "cases": show_ref,
    "editions": lambda number: f"edition {number}",
}


@dataclass
class Applied:
    """What a file brought in.

    Attributes:
        records: how many of each list are new or changed.
        renumbered: reference numbers that were taken, each with the one given instead.
    """

    records: dict[str, int] = field(default_factory=dict)
    renumbered: list[tuple[str, str]] = field(default_factory=list)


# ---- whole copies


def back_up(casebook: Casebook, target: Path) -> None:
    """Write a whole copy of a casebook, history included, while it is in use.

    Raises:
        BadInput: something is there already.
        StorageTrouble: the copy could not be written.
    """
    casebook.desk.book.back_up(target)


def restore(backup: Path, target: Path, password: str = "") -> None:
    """Make a casebook of a backup; it appears under its name only when it was found sound.

    Raises:
        BadInput: something is there already.
        NotACasebook: the backup is not one, or is damaged.
        WrongKey: it wants a password, or another one.
    """
    _refuse_existing(target)
    with told(target), tempfile.TemporaryDirectory(prefix=".casefiles-", dir=target.absolute().parent) as folder:
        copy = Path(folder) / backup.name
        _copy(backup, copy)
        book = Book.open(copy, system_clock, password)
        try:
            wrong = check.verify(book.database)
        finally:
            book.close()
        if wrong:
            raise NotACasebook(f"The backup is damaged: {wrong[0].say}", "Nothing was restored; use another backup.")
        _refuse_existing(target)
        with copy.open("rb") as written:
            os.fsync(written.fileno())
        copy.rename(target)


def verify(casebook: Casebook) -> list[Wrong]:
    """Return everything that is wrong with a casebook; nothing when all is well."""
    return check.verify(casebook.desk.book.database)


# ---- the native form


def export(casebook: Casebook, path: Path) -> None:
    """Write every record in the native form, as of one moment.

    Raises:
        BadInput: another file is there already.
        StorageTrouble: the file could not be written.
    """
    refuse_other_file(path, writing.START)
    database = casebook.desk.book.database
    with written(path) as file, _as_text(file) as out, records_io.one_moment(database):
        sections: dict[str, Iterator[Plain]] = {name: records_io.read_section(database, name) for name in ORDER}
        for name, with_bytes in _WITH_BYTES.items():
            sections[name] = map(partial(with_bytes, casebook), sections[name])
        writing.write(out, records_io.read_settings(database), sections)


def apply(casebook: Casebook, path: Path) -> Applied:
    """Take in the records of a file in the native form, by UUID, in one act.

    Raises:
        BadInput: the file cannot be taken; the sentence names the place, and nothing was written.
    """
    return _apply(casebook, path, f"Apply {clean(path.name)}", ActKind.ACT)


def begin_with(casebook: Casebook, path: Path) -> Applied:
    """Fill a casebook that was just made; nothing is offered for undo before it.

    Raises:
        BadInput: the file cannot be taken; the sentence names the place, and nothing was written.
    """
    return _apply(casebook, path, "Begin with records from elsewhere", ActKind.BEGIN)


def _apply(casebook: Casebook, path: Path, label: str, kind: ActKind) -> Applied:
    desk = casebook.desk
    form = reading.read(_read(path), desk.resources / reading.SCHEMA)
    settings = _checked_settings(form.get("settings", {}))
    with desk.act(label, kind=kind) as act:
        taking = Taking(_Stored(casebook), act.at, desk.officer.name, desk.today())
        return _put(act, settings, taking.take(form))


def _put(act: Act, settings: Mapping[str, str], records: Mapping[str, list[Plain]]) -> Applied:
    applied = Applied()
    records_io.put_settings(act, settings)
    for section in ORDER:
        for record in records[section]:
            _, column = records_io.NUMBERED.get(section, ("", ""))
            wanted = record.get(column, 0)
            is_new = wanted and lookups.key_of(act.database, records_io.SECTIONS[section], record["id"]) is None
            key = records_io.put(act, section, record)
            if is_new and (given := records_io.number_of(act, section, key)) != wanted:
                show = _SHOWN_REFS[section]
                applied.renumbered.append((show(wanted), show(given)))
    applied.records = records_io.count_differing(act)
    return applied


class _Stored:
    """What the casebook holds, as a file being taken in asks for it."""

    def __init__(self, casebook: Casebook) -> None:
        self._database = casebook.desk.book.database
        self._ids: dict[str, set[str]] = {}

    def has(self, section: str, uuid: str) -> bool:
        if section not in self._ids:
            self._ids[section] = records_io.known_ids(self._database, section)
        return uuid in self._ids[section]

    def record(self, section: str, uuid: str) -> Plain:
        return next(records_io.read_section(self._database, section, uuid))

    def text(self, uuid: str) -> tuple[str, str, str] | None:
        return records_io.find_text(self._database, uuid)

    def is_member(self, group: str, person: str) -> bool:
        return records_io.is_member(self._database, group, person)

    def situation_called(self, name: str) -> str:
        wanted = name.casefold()
        return next((one.uuid for one in lookups.situations(self._database) if one.name.casefold() == wanted), "")

    def figures(self) -> Iterator[Plain]:
        return records_io.read_section(self._database, "figures")


def _checked_settings(settings: Mapping[str, str]) -> dict[str, str]:
    if "time_zone" in settings:
        read_zone(settings["time_zone"])
    return {key: clean(value, 2000) for key, value in settings.items()}


def _source_with_bytes(casebook: Casebook, source: Plain) -> Plain:
    captures = [capture | {"data": _base64(casebook, capture["sha256"])} for capture in source["captures"]]
    return source | {"captures": captures}


def _edition_with_bytes(casebook: Casebook, edition: Plain) -> Plain:
    return edition | {"kept": {key: _base64(casebook, edition[key]) for key in ("facts", "pdf", "cases")}}


def _statement_with_bytes(casebook: Casebook, statement: Plain) -> Plain:
    bases = [
        basis | ({"kept": _base64(casebook, basis["members"])} if basis["members"] else {})
        for basis in statement["bases"]
    ]
    return statement | {"bases": bases}


def _base64(casebook: Casebook, sha256: str) -> str:
    return base64.b64encode(lookups.bytes_of(casebook.desk.book.database, sha256)).decode()


_WITH_BYTES: dict[str, Callable[[Casebook, Plain], Plain]] = {
    "sources": _source_with_bytes,
    "editions": _edition_with_bytes,
    "statements": _statement_with_bytes,
}
"""The lists whose records carry bytes, each with what puts them in."""


# ---- files


def refuse_other_file(path: Path, start: bytes) -> None:
    """Let a file be replaced by another of its kind, or an empty one, and nothing else.

    Raises:
        BadInput: what is there begins differently.
    """
    if path.exists() and not (path.is_file() and _read(path, len(start)) in (b"", start)):
        raise BadInput(f"There is already another file at {path.name}.", "Choose another name.")


@contextmanager
def _as_text(file: IO[bytes]) -> Iterator[IO[str]]:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
    try:
        yield text
        text.flush()
    finally:
        text.detach()


def _read(path: Path, size: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as problem:
        raise BadInput(f"{path.name} cannot be read.", f"The system says: {problem.strerror}.") from problem


def _copy(backup: Path, copy: Path) -> None:
    """Copy a file of a casebook, and what was written beside it if it was in use."""
    for ending in ("", "-wal"):
        original = backup.with_name(backup.name + ending)
        if original.exists():
            shutil.copyfile(original, copy.with_name(copy.name + ending))
            copy.with_name(copy.name + ending).chmod(0o600)


def _refuse_existing(target: Path) -> None:
    if target.exists():
        raise BadInput(f"There is already a file at {target.name}.", "Choose another name.")
