"""Reads reported totals as the ledger wants them, each with its source and the words that say it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.figures import Figure, Mode, Nesting, Relation
from casefiles.domain.records import Passage, Role
from casefiles.storage import tables
from casefiles.storage.asking import one, rows
from casefiles.storage.reading import read_speakers, source_facts
from casefiles.storage.tables import Record


class FigureQuoteRow(NamedTuple):
    """One quote out of a source, with the total it supports."""

    start: int
    end: int
    quote: str
    role: str
    figure: str


PLAIN = (
    "uuid measure low high unit population query breakdown_by breakdown as_of said_on learned_on wording release"
    " replaced_on replaced_why gap_owner gap_note entered_at entered_by"
).split()
"""The columns that a total has as they are stored."""

_FIGURES = (
    f"SELECT {', '.join(f'f.{name}' for name in PLAIN)}, f.id, f.relation, f.mode, f.speakers, f.source_id, f.nesting,"
    " coalesce(s.uuid, ''), coalesce(p.uuid, ''), coalesce(r.uuid, '') FROM figure f"
    " LEFT JOIN situation s ON s.id = f.situation_id LEFT JOIN figure p ON p.id = f.part_of_id"
    " LEFT JOIN figure r ON r.id = f.replaced_by_id ORDER BY f.id"
)


def load_figures(database: SqlCipherDatabase) -> list[Figure]:
    """Return all reported totals in the order of entry, those that no longer stand as well."""
    found = [(dict(zip(PLAIN, row, strict=False)), *row[len(PLAIN) :]) for row in rows(database, _FIGURES)]
    sources = source_facts(database, {row[5] for row in found if row[5] is not None})
    passages = _passages(database)
    return [
        Figure(
            **plain,
            number=key,
            relation=Relation(relation),
            mode=Mode(mode),
            speakers=read_speakers(speakers),
            source=sources.get(source),
            nesting=Nesting(nesting),
            situation=situation,
            part_of=part_of,
            replaced_by=replaced_by,
            passages=tuple(passages[key]),
        )
        for plain, key, relation, mode, speakers, source, nesting, situation, part_of, replaced_by in found
    ]


def quotes_of_source(database: SqlCipherDatabase, source_id: int) -> list[FigureQuoteRow]:
    """Return every quote out of a source that says a total, in the order of its text."""
    sql = (
        'SELECT p.start, p."end", p.quote, p.role, f.uuid FROM figure_passage p JOIN text t ON t.id = p.text_id'
        ' JOIN figure f ON f.id = p.figure_id WHERE t.source_id = ? ORDER BY p.start, p."end"'
    )
    return [FigureQuoteRow(*row) for row in rows(database, sql, source_id)]


def count_on_source(database: SqlCipherDatabase, source_id: int) -> int:
    """Count the reported totals that rest on a source, or on words of its text."""
    sql = (
        "SELECT count(*) FROM figure f WHERE f.source_id = ? OR EXISTS (SELECT 1 FROM figure_passage p"
        " JOIN text t ON t.id = p.text_id WHERE p.figure_id = f.id AND t.source_id = ?)"
    )
    return int(one(database, sql, source_id, source_id))


def count_resting_on(database: SqlCipherDatabase, figure_id: int, uuid: str) -> int:
    """Count the totals that are part of one or replaced by it, and what we told that rests on it."""
    sql = "SELECT count(*) FROM figure WHERE part_of_id = ? OR replaced_by_id = ?"
    told = one(database, "SELECT count(*) FROM basis WHERE target = ?", uuid)
    return int(one(database, sql, figure_id, figure_id)) + int(told)


def parts_of_figure(database: SqlCipherDatabase, figure_id: int) -> list[tuple[type[Record], int]]:
    """Return the rows that hang on a total."""
    found = rows(database, "SELECT id FROM figure_passage WHERE figure_id = ? ORDER BY id DESC", figure_id)
    return [(tables.FigurePassage, key) for (key,) in found]


def _passages(database: SqlCipherDatabase) -> dict[int, list[Passage]]:
    sql = (
        'SELECT p.figure_id, p.uuid, t.uuid, s.uuid, p.start, p."end", p.quote, p.role FROM figure_passage p'
        " JOIN text t ON t.id = p.text_id JOIN source s ON s.id = t.source_id ORDER BY p.id"
    )
    found: dict[int, list[Passage]] = defaultdict(list)
    for figure, uuid, text, source, start, end, quote, role in rows(database, sql):
        found[figure].append(Passage(uuid, text, source, start, end, quote, Role(role)))
    return found
