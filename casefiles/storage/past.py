"""The records as they stood after a change set, read from the journal's images alone.

An image tells all of a row, and the journal begins with the casebook; so a row after change set N is its last image
up to N, whatever became of it since. Images point at other rows by UUID, and so does all that is read here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.problems import CasefilesError
from casefiles.domain.records import SourceFacts
from casefiles.domain.speakers import ConfirmingBody
from casefiles.storage import tables
from casefiles.storage.asking import in_chunks, one, rows
from casefiles.storage.images import name_of
from casefiles.storage.tables import Record

Image: TypeAlias = dict[str, Any]
"""A row by its column names; UUIDs point at other rows."""

_MANY = ("claim", "passage", "decision", "grade", "hold", "case_situation", "capture", "text")
"""Tables that are read by the case or source they are about; an index of them all would slow every edit."""

_FEW = f'"table" NOT IN ({", ".join(map(repr, _MANY))})'


class Kept(NamedTuple):
    """One image of the journal: a row as a change set left it; `after` is None where it was removed or redacted."""

    table: str
    row: str
    key: int
    about: str
    number: int
    after: str | None
    digest: str

    @property
    def is_redacted(self) -> bool:
        """Tell whether there was an image that is no longer kept."""
        return self.after is None and self.digest != ""


_KEPT = 'SELECT "table", row, row_id, about, number, after, after_digest FROM row_image'


class Redacted(CasefilesError):
    """What was asked of the past is no longer kept, for good."""

    def __init__(self) -> None:
        super().__init__(
            "Part of what was recorded here by then was redacted since, and cannot be shown as it stood.",
            "Ask what had been learned by that day: that shows what is still kept.",
        )


def make_index(database: SqlCipherDatabase) -> None:
    """Make the index by which whole tables of the past are read."""
    database.execute_sql(f'CREATE INDEX IF NOT EXISTS row_image_table ON row_image ("table", number) WHERE {_FEW}')


def rows_at(database: SqlCipherDatabase, table: type[Record], number: int) -> dict[int, Image]:
    """Return all rows of a table as they stood after a change set, by local key, in order of entry.

    Raises:
        Redacted: one of them is no longer kept.
    """
    last = {image.row: image for image in images_of(database, table) if image.number <= number}
    return {image.key: read(image) for image in sorted(last.values(), key=lambda one: one.key) if image.digest}


def images_of(database: SqlCipherDatabase, table: type[Record]) -> list[Kept]:
    """Return all images of a table, in the order they were written."""
    name = name_of(table)
    few = "" if name in _MANY else f" AND {_FEW}"
    return [Kept(*row) for row in rows(database, f'{_KEPT} WHERE "table" = ?{few} ORDER BY number, id', name)]


def images_about(database: SqlCipherDatabase, owners: Iterable[str]) -> list[Kept]:
    """Return all images of what some cases or sources consist of, in the order they were written."""
    found = in_chunks(database, f"{_KEPT} WHERE about IN ({{}}) ORDER BY id", owners)
    return [Kept(*row) for row in found]


def images_of_rows(database: SqlCipherDatabase, uuids: Iterable[str]) -> list[Kept]:
    """Return all images of some rows, in the order they were written."""
    found = in_chunks(database, f"{_KEPT} WHERE row IN ({{}}) ORDER BY id", uuids)
    return [Kept(*row) for row in found]


def read(image: Kept) -> Image:
    """Return the row that an image tells.

    Raises:
        Redacted: it is no longer kept.
    """
    if image.after is None:
        raise Redacted
    return json.loads(image.after)  # type: ignore[no-any-return]


def keys_of(database: SqlCipherDatabase, uuids: Iterable[str]) -> dict[str, int]:
    """Return the local keys that rows have, or had, by UUID."""
    return dict(in_chunks(database, "SELECT DISTINCT row, row_id FROM row_image WHERE row IN ({})", uuids))


def sources_of_texts(database: SqlCipherDatabase, texts: Iterable[str]) -> dict[str, str]:
    """Return the UUIDs of the sources that texts belong to, or belonged to, by UUID."""
    return dict(in_chunks(database, "SELECT DISTINCT row, about FROM row_image WHERE row IN ({})", texts))


def body_of(image: Image) -> ConfirmingBody:
    """Return the body able to confirm that a row stands for."""
    return ConfirmingBody(image["name"], image["since"], image["until"])


def source_of(image: Image) -> SourceFacts:
    """Return what the rules need to know of the source that a row stands for."""
    return SourceFacts(**{name: image[name] for name in SourceFacts.__dataclass_fields__})


def bodies_at(database: SqlCipherDatabase, number: int) -> tuple[ConfirmingBody, ...]:
    """Return the bodies able to confirm, as they were listed after a change set."""
    return tuple(body_of(image) for image in rows_at(database, tables.ConfirmingBody, number).values())


def sources_at(database: SqlCipherDatabase, number: int) -> list[SourceFacts]:
    """Return what the rules need to know of each source that was here after a change set."""
    return [source_of(image) for image in rows_at(database, tables.Source, number).values()]


def situation_names(database: SqlCipherDatabase, number: int | None) -> dict[str, str]:
    """Return the names that the situations had after a change set, or have now, by UUID and in their order."""
    if number is None:
        return dict(rows(database, "SELECT uuid, name FROM situation ORDER BY name"))
    images = rows_at(database, tables.Situation, number).values()
    return {image["uuid"]: image["name"] for image in sorted(images, key=lambda one: str(one["name"]))}


def case_key(database: SqlCipherDatabase, ref: int, uuid: str) -> int | None:
    """Return the local key that a case had, by its reference number or UUID; also of one that is gone."""
    told = [image for image in images_of(database, tables.Case) if image.after is not None]
    return next((image.key for image in told if image.row == uuid or read(image)["ref"] == ref), None)


def case_uuid(database: SqlCipherDatabase, key: int) -> str | None:
    """Return the UUID that a case has, or had."""
    found = one(database, 'SELECT uuid FROM "case" WHERE id = ?', key)
    return found or next((image.row for image in images_of(database, tables.Case) if image.key == key), None)


def number_by(database: SqlCipherDatabase, stamp: str) -> int | None:
    """Return the number of the last change set before a moment (UTC, ISO); None when there is none."""
    return one(database, "SELECT number FROM change_set WHERE at < ? ORDER BY number DESC LIMIT 1", stamp)  # type: ignore[no-any-return]


def first_stamp(database: SqlCipherDatabase) -> str:
    """Return when the first change set was made (UTC, ISO); empty when there is none."""
    return str(one(database, "SELECT at FROM change_set ORDER BY number LIMIT 1") or "")


def source_keys_at(database: SqlCipherDatabase, number: int) -> set[int]:
    """Return the local keys of the sources that were here after a change set."""
    few = f"\"table\" = 'source' AND {_FEW}"
    sql = f"SELECT row_id, after_digest FROM row_image WHERE {few} AND number <= ? ORDER BY number, id"
    return {key for key, digest in dict(rows(database, sql, number)).items() if digest}


def sources_by_entry(database: SqlCipherDatabase, stamp: str) -> tuple[set[int], list[tuple[int, str]]]:
    """Return the local keys of the sources entered before a moment; and of those since, with the day of receipt."""
    entered = {key for (key,) in rows(database, "SELECT id FROM source WHERE entered_at < ?", stamp)}
    sql = "SELECT id, received_on FROM source WHERE entered_at >= ? AND received_on <> ''"
    return entered, rows(database, sql, stamp)


def source_details_at(database: SqlCipherDatabase, keys: Iterable[int], number: int) -> dict[int, Image]:
    """Return the rows of some of today's sources after a change set, by local key.

    Raises:
        Redacted: one of them is no longer kept.
    """
    key_of = dict(in_chunks(database, "SELECT uuid, id FROM source WHERE id IN ({})", keys))
    return {key_of[uuid]: row for uuid, row in source_rows_at(database, key_of, number).items()}


def source_rows_at(database: SqlCipherDatabase, uuids: Iterable[str], number: int) -> dict[str, Image]:
    """Return the rows of some sources after a change set, by UUID, each with the saved copy it then had.

    Raises:
        Redacted: one of them is no longer kept.
    """
    wanted = list(uuids)
    last = {image.row: image for image in images_of_rows(database, wanted) if image.number <= number}
    copies = f"{_KEPT} WHERE about IN ({{}}) AND \"table\" = 'capture' AND after IS NOT NULL ORDER BY id"
    saved = {
        image.about: read(image)
        for image in (Kept(*row) for row in in_chunks(database, copies, wanted))
        if image.number <= number
    }
    nothing = {"taken_at": None, "sha256": None}
    return {
        uuid: read(image) | {name: saved.get(uuid, nothing)[name] for name in nothing}
        for uuid, image in last.items()
        if image.digest
    }
