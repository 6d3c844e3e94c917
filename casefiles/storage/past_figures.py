"""Reported totals as they stood after a change set, read from the journal's images alone."""

from __future__ import annotations

from collections import defaultdict

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.figures import Figure, Mode, Nesting, Relation
from casefiles.domain.records import Passage, Role
from casefiles.storage import past, tables
from casefiles.storage.figures import PLAIN
from casefiles.storage.reading import read_speakers


def figures_at(database: SqlCipherDatabase, number: int) -> list[Figure]:
    """Return all reported totals that were here after a change set, in the order of entry.

    Raises:
        Redacted: part of them is no longer kept.
    """
    found = past.rows_at(database, tables.Figure, number)
    sources = past.source_rows_at(database, {image["source_id"] for image in found.values()} - {None}, number)
    passages = _passages_at(database, number)
    return [
        Figure(
            **{name: image[name] for name in PLAIN},
            number=key,
            relation=Relation(image["relation"]),
            mode=Mode(image["mode"]),
            speakers=read_speakers(image["speakers"]),
            source=past.source_of(sources[image["source_id"]]) if image["source_id"] in sources else None,
            nesting=Nesting(image["nesting"]),
            situation=image["situation_id"] or "",
            part_of=image["part_of_id"] or "",
            replaced_by=image["replaced_by_id"] or "",
            passages=tuple(passages[image["uuid"]]),
        )
        for key, image in found.items()
    ]


def _passages_at(database: SqlCipherDatabase, number: int) -> dict[str, list[Passage]]:
    images = past.rows_at(database, tables.FigurePassage, number).values()
    source_of = past.sources_of_texts(database, {image["text_id"] for image in images})
    found: dict[str, list[Passage]] = defaultdict(list)
    for image in images:
        uuid, text, start, end, quote = (image[name] for name in ("uuid", "text_id", "start", "end", "quote"))
        passage = Passage(uuid, text, source_of[text], start, end, quote, Role(image["role"]))
        found[image["figure_id"]].append(passage)
    return found
