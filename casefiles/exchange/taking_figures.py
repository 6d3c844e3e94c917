"""Reported totals in a file: they may point at one another in any order, and never in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from casefiles.domain.figure_numbers import settle
from casefiles.domain.figures import Mode, Relation
from casefiles.domain.measures import read_measure, read_unit
from casefiles.domain.problems import BadInput
from casefiles.domain.records import Role
from casefiles.domain.speakers import read_speakers
from casefiles.domain.wholes import refuse_circle, wholes_first
from casefiles.exchange.checks import at, day, edtf, lines, under
from casefiles.search.query import refuse_empty

if TYPE_CHECKING:
    from casefiles.exchange.taking import Known, Plain

NUMBER = frozenset({"low", "high", "relation"})
"""What a number is made of; given in part, it is still taken as a whole."""

_LINKS = ("part_of", "replaced_by")
_LINES = "unit population query breakdown_by breakdown wording replaced_why gap_owner gap_note".split()


class TakingFigures:
    """The reported totals of one file.

    Args:
        known: what the casebook holds.
        coming: all totals in the file by their UUIDs, as any may point at any.
    """

    def __init__(self, known: Known, coming: Mapping[str, Plain]) -> None:
        self._known = known
        self._coming = coming
        self._stored: dict[str, Plain] | None = None

    def situation(self, given: str, named: Mapping[str, str], taken: Collection[str]) -> str | None:
        """Return the UUID of a situation, given by its UUID or its name; None for none.

        Raises:
            BadInput: there is no such situation.
        """
        if not given:
            return None
        if given in taken or self._known.has("situations", given):
            return given
        found = named.get(given.casefold()) or self._known.situation_called(given)
        if not found:
            raise BadInput(f"“situation” names {given[:40]}, which is not in the file or the casebook.")
        return found

    def check(self, given: Plain, situation: str | None, passages: list[Plain], today: date) -> Plain:
        """Check one total; its situation and quotes have been found."""
        stored = self._there().get(given.get("id", ""), {})
        for key in _LINKS:
            if (other := given.get(key)) and other not in self._coming and other not in self._there():
                raise BadInput(f"“{key}” points at {other}, which is not in the file or the casebook.")
        breakdown = [{**stored, **given}.get(key, "") for key in ("breakdown_by", "breakdown")]
        if bool(breakdown[0]) != bool(breakdown[1]):
            raise BadInput("A breakdown needs both “breakdown_by” and “breakdown”.")
        under("query", refuse_empty, given.get("query", ""))
        speakers = under("speakers", read_speakers, given.get("speakers", ()))
        main = next((one["quote"] for one in passages if one["role"] == Role.VALUE.value), "")
        return (
            lines(given, *_LINES)
            | _number(given, stored)
            | {key: given[key] or None for key in _LINKS if key in given}
            | {
                "measure": under("measure", read_measure, given["measure"]).text,
                "unit": read_unit(self._said(given, "unit")),
                "mode": self._said(given, "mode") or Mode.CUMULATIVE.value,
                "situation": situation,
                "speakers": [{"name": one.name, "kind": one.kind.value} for one in speakers],
                "as_of": under("as_of", edtf, given.get("as_of", "")),
                "said_on": under("said_on", edtf, given.get("said_on", "")),
                "learned_on": under("learned_on", day, given.get("learned_on") or today.isoformat()),
                "replaced_on": _replaced_on(given, today),
                "nesting": given.get("nesting") or "",
                "wording": given.get("wording") or main,
                "source": given.get("source") or (passages[0]["source"] if passages else None),
                "passages": [_without_source(one, stored.get("passages", ())) for one in passages],
            }
        )

    def in_order(self, records: list[Plain]) -> list[Plain]:
        """Return the totals of the file, each after those it points at.

        Raises:
            BadInput: one would be part of itself, or of a total of another situation.
        """
        merged = {uuid: dict(record) for uuid, record in self._there().items()}
        for record in records:
            merged[record["id"]] = merged.get(record["id"], {}) | record
        points_at = {uuid: [other for key in _LINKS if (other := one.get(key))] for uuid, one in merged.items()}
        for index, record in enumerate(records):
            with at("figures", index):
                refuse_circle(record["id"], points_at)
                _refuse_other_situation(merged[record["id"]], merged)
        by_uuid = {record["id"]: record for record in records}
        return [by_uuid[uuid] for uuid in wholes_first({uuid: points_at[uuid] for uuid in by_uuid})]

    def _said(self, given: Plain, key: str) -> str:
        """Return what is said of a total, or else of the one that it is part of; empty where nobody says it."""
        seen: set[str] = set()
        at: Plain | None = given
        while at and not at.get(key):
            whole = at.get("part_of") or ""
            at = None if whole in seen else self._coming.get(whole) or self._there().get(whole)
            seen.add(whole)
        return str(at[key]) if at else ""

    def _there(self) -> dict[str, Plain]:
        if self._stored is None:
            self._stored = {record["id"]: record for record in self._known.figures()}
        return self._stored


def _number(given: Plain, stored: Plain) -> Plain:
    """Return the number that is given, or stays when only how it was said is."""
    has_ends = "low" in given or "high" in given
    ends = given if has_ends else stored
    relation = Relation(given.get("relation") or stored.get("relation") or "=")
    number = settle(ends.get("low"), ends.get("high"), relation)
    return {"low": number.low, "high": number.high, "relation": number.relation.value}


def _replaced_on(given: Plain, today: date) -> str:
    if given.get("replaced_on"):
        return under("replaced_on", day, given["replaced_on"])
    return today.isoformat() if given.get("replaced_by") else ""


def _refuse_other_situation(record: Plain, merged: Mapping[str, Plain]) -> None:
    whole = merged.get(record.get("part_of") or "", {})
    if whole.get("situation") and record.get("situation") and whole["situation"] != record["situation"]:
        raise BadInput("“part_of” points at a total of another situation.")


def _without_source(passage: Plain, stored: Iterable[Plain]) -> dict[str, Any]:
    """Return a quote as it is put in; one that is there already under another id is not put in twice."""
    same = [one["id"] for one in stored if all(one[key] == passage[key] for key in ("text", "start", "end", "role"))]
    return {key: part for key, part in passage.items() if key != "source"} | ({"id": same[0]} if same else {})
