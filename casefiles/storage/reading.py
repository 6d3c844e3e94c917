"""Reads records as the rules want them: whole cases, sources, texts; many at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import day_in
from casefiles.domain.records import (
    CaseKind,
    CaseRecords,
    Claim,
    Decision,
    Grade,
    Hold,
    Membership,
    Passage,
    Role,
    SourceFacts,
    Verdict,
)
from casefiles.domain.speakers import ConfirmingBody, Speaker, SpeakerKind
from casefiles.storage import lookups
from casefiles.storage.asking import in_chunks, rows

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class StoredText:
    """A source's frozen characters."""

    id: int
    uuid: str
    source_id: int
    chars: str
    sha256: str


def bodies(database: SqlCipherDatabase) -> tuple[ConfirmingBody, ...]:
    """Return the bodies able to confirm."""
    return tuple(ConfirmingBody(*row) for row in rows(database, "SELECT name, since, until FROM confirming_body"))


def source_facts(database: SqlCipherDatabase, keys: Iterable[int]) -> dict[int, SourceFacts]:
    """Return what the rules need to know of some sources, by local key."""
    sql = (
        "SELECT id, uuid, ref, title, publisher, published_on, received_on, original, independence_group, reliability"
        " FROM source WHERE id IN ({})"
    )
    return {row[0]: SourceFacts(*row[1:]) for row in in_chunks(database, sql, set(keys))}


def load_cases(database: SqlCipherDatabase, keys: Sequence[int]) -> dict[int, CaseRecords]:
    """Return everything recorded of some cases, by local key; keys without a case are left out."""
    found = {
        row[0]: row[1:]
        for row in in_chunks(database, 'SELECT id, uuid, ref, kind, entered_at FROM "case" WHERE id IN ({})', keys)
    }
    claims = _claims(database, found)
    decisions = _decisions(database, found)
    grades, holds = _grades(database, found), _holds(database, found)
    members, member_of = _memberships(database, found)
    situations, zone = defaultdict(list), lookups.zone(database)
    sql = (
        "SELECT cs.case_id, s.uuid FROM case_situation cs JOIN situation s ON s.id = cs.situation_id"
        " WHERE cs.case_id IN ({}) ORDER BY cs.id"
    )
    for case_id, uuid in in_chunks(database, sql, found):
        situations[case_id].append(uuid)
    return {
        key: CaseRecords(
            uuid,
            ref,
            CaseKind(kind),
            entered_at,
            tuple(claims[key]),
            tuple(decisions[key]),
            tuple(members[key]),
            tuple(member_of[key]),
            tuple(situations[key]),
            tuple(grades[key]),
            tuple(holds[key]),
            entry_day(zone, entered_at),
        )
        for key, (uuid, ref, kind, entered_at) in found.items()
    }


def entry_day(zone: ZoneInfo, entered_at: str) -> str:
    """Return our day of an entry (ISO); empty for what was put in outside Casefiles without saying when."""
    return day_in(zone, entered_at).isoformat() if entered_at else ""


def _claims(database: SqlCipherDatabase, cases: dict[int, tuple[Any, ...]]) -> dict[int, list[Claim]]:
    sql = (
        "SELECT c.id, c.uuid, c.case_id, c.field, c.value, c.wording, c.speakers, c.said_on, c.learned_on,"
        " c.certainty_words, c.release, c.source_id, c.entered_at, c.entered_by, b.uuid"
        " FROM claim c LEFT JOIN claim b ON b.id = c.base_id WHERE c.case_id IN ({}) ORDER BY c.id"
    )
    found = list(in_chunks(database, sql, cases))
    sources = source_facts(database, {row[11] for row in found if row[11] is not None})
    passages = _passages(database, [row[0] for row in found])
    by_case: dict[int, list[Claim]] = defaultdict(list)
    for row in found:
        by_case[row[2]].append(
            Claim(
                uuid=row[1],
                number=row[0],
                case=cases[row[2]][0],
                field=row[3],
                value=json.loads(row[4]),
                wording=row[5],
                speakers=read_speakers(row[6]),
                said_on=row[7],
                learned_on=row[8],
                certainty_words=row[9],
                release=row[10],
                source=sources.get(row[11]),
                base=row[14] or "",
                passages=tuple(passages[row[0]]),
                entered_at=row[12],
                entered_by=row[13],
            )
        )
    return by_case


def read_speakers(stored: str) -> tuple[Speaker, ...]:
    """Return a chain of speakers as it is stored."""
    return tuple(Speaker(one["name"], SpeakerKind(one["kind"])) for one in json.loads(stored)) if stored != "[]" else ()


def _passages(database: SqlCipherDatabase, claims: Sequence[int]) -> dict[int, list[Passage]]:
    sql = (
        'SELECT p.claim_id, p.uuid, t.uuid, s.uuid, p.start, p."end", p.quote, p.role FROM passage p'
        " JOIN text t ON t.id = p.text_id JOIN source s ON s.id = t.source_id WHERE p.claim_id IN ({}) ORDER BY p.id"
    )
    found: dict[int, list[Passage]] = defaultdict(list)
    for claim, uuid, text, source, start, end, quote, role in in_chunks(database, sql, claims):
        found[claim].append(Passage(uuid, text, source, start, end, quote, Role(role)))
    return found


def _decisions(database: SqlCipherDatabase, cases: Iterable[int]) -> dict[int, list[Decision]]:
    sql = (
        "SELECT c.case_id, d.uuid, d.id, c.uuid, d.verdict, d.reason, d.officer, d.effective_on, o.uuid, d.entered_at"
        " FROM claim c JOIN decision d ON d.target_id = c.id LEFT JOIN claim o ON o.id = d.other_id"
        " WHERE c.case_id IN ({}) ORDER BY d.id"
    )
    found: dict[int, list[Decision]] = defaultdict(list)
    for case, uuid, number, target, verdict, reason, officer, effective, other, at in in_chunks(database, sql, cases):
        found[case].append(
            Decision(uuid, number, target, Verdict(verdict), reason, officer, effective, other or "", at)
        )
    return found


def _grades(database: SqlCipherDatabase, cases: Iterable[int]) -> dict[int, list[Grade]]:
    sql = (
        "SELECT c.case_id, g.uuid, g.id, c.uuid, g.credibility, g.reason, g.officer, g.effective_on, g.entered_at"
        " FROM claim c JOIN grade g ON g.claim_id = c.id WHERE c.case_id IN ({}) ORDER BY g.id"
    )
    found: dict[int, list[Grade]] = defaultdict(list)
    for case, *rest in in_chunks(database, sql, cases):
        found[case].append(Grade(*rest))
    return found


def _holds(database: SqlCipherDatabase, cases: Iterable[int]) -> dict[int, list[Hold]]:
    sql = (
        "SELECT case_id, uuid, reason, officer, review_by, since, lifted_on FROM hold WHERE case_id IN ({}) ORDER BY id"
    )
    found: dict[int, list[Hold]] = defaultdict(list)
    for case, *rest in in_chunks(database, sql, cases):
        found[case].append(Hold(*rest))
    return found


def _memberships(
    database: SqlCipherDatabase, cases: Iterable[int]
) -> tuple[dict[int, list[Membership]], dict[int, list[Membership]]]:
    members: dict[int, list[Membership]] = defaultdict(list)
    member_of: dict[int, list[Membership]] = defaultdict(list)
    for column, by_case in (("group_id", members), ("person_id", member_of)):
        sql = (
            f"SELECT m.{column}, m.uuid, g.uuid, p.uuid, m.since FROM membership m"
            ' JOIN "case" g ON g.id = m.group_id JOIN "case" p ON p.id = m.person_id'
            f" WHERE m.{column} IN ({{}}) ORDER BY m.id"
        )
        for key, *rest in in_chunks(database, sql, cases):
            by_case[key].append(Membership(*rest))
    return members, member_of


def text_of(database: SqlCipherDatabase, source: int) -> StoredText | None:
    """Return the newest text of a source."""
    found = rows(
        database,
        "SELECT id, uuid, source_id, chars, sha256 FROM text WHERE source_id = ? ORDER BY id DESC LIMIT 1",
        source,
    )
    return StoredText(*found[0]) if found else None
