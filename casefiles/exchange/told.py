"""Checks of issued editions and of what we told, as a file gives them."""

from __future__ import annotations

import json
from typing import Any, Protocol
from uuid import uuid4

from casefiles.domain.problems import BadInput
from casefiles.domain.statements import BasisKind
from casefiles.exchange.checks import at, day, decoded, digest, lines, stamp, under

_KEPT = ("facts", "pdf", "cases")
_COUNTED = {"situation", "origin", "by", "members"}
_ON_A_DAY = {"day", "how"}


class Taker(Protocol):
    """The file being taken in, as these checks need it."""

    @property
    def at(self) -> str:
        """Return when it is taken in."""

    def refer(self, section: str, given: dict[str, Any], key: str) -> None:
        """Refuse a UUID that points at nothing."""


def check_edition(taking: Taker, given: dict[str, Any]) -> dict[str, Any]:
    """Check an issued edition and the bytes that are kept of it."""
    taking.refer("situations", given, "situation")
    under("issued_at", stamp, given["issued_at"])
    kept = {key: under("kept", decoded, given["kept"][key], key) for key in _KEPT}
    hashes = {key: under(key, digest, {"sha256": given[key]} if key in given else {}, kept[key]) for key in _KEPT}
    if not isinstance(_json(kept["cases"], "kept"), list):
        raise BadInput("“kept” does not list the cases that the edition names.")
    days = {"as_of": under("as_of", day, given["as_of"])} if given.get("as_of") else {}
    bytes_ = {hashes[key]: kept[key] for key in _KEPT}
    return lines(given, "title", "recipients", "renderer") | days | hashes | {"bytes": bytes_}


def check_statement(taking: Taker, given: dict[str, Any]) -> dict[str, Any]:
    """Check what was told, what it rests on, and what was judged of it."""
    taking.refer("editions", given, "edition")
    taking.refer("cases", given, "case")
    checked: dict[str, Any] = lines(given, "title", "house", "question", "recipient")
    if "said_on" in given:
        checked["said_on"] = under("said_on", day, given["said_on"])
    if "bases" in given:
        checked["bases"] = [_basis(index, one) for index, one in enumerate(given["bases"])]
    if "judgements" in given:
        checked["judgements"] = [_judgement(taking, index, one) for index, one in enumerate(given["judgements"])]
    return checked


def _basis(index: int, given: dict[str, Any]) -> dict[str, Any]:
    with at("bases", index):
        checked = {"id": str(uuid4())} | {key: one for key, one in given.items() if key != "kept"}
        if given["kind"] != BasisKind.COUNT.value:
            if not given.get("target"):
                raise BadInput("It names no report or reported total as its “target”.")
            return checked
        data = under("kept", decoded, given.get("kept", ""), "kept")
        body = under("kept", _json, data, "kept")
        if not isinstance(body, dict) or body.keys() - _ON_A_DAY != _COUNTED or not isinstance(body["members"], dict):
            raise BadInput("“kept” does not say who was counted.")
        if body.keys() & _ON_A_DAY:
            _counted_on_a_day(body)
        found = under("members", digest, {"sha256": given["members"]} if "members" in given else {}, data)
        return checked | {"members": found, "bytes": {found: data}}


def _counted_on_a_day(body: dict[str, Any]) -> None:
    """Check what a count by when things happened says beside what every count says."""
    how = body.get("how")
    if not isinstance(how, dict) or not all(isinstance(one, str) for one in how.values()):
        raise BadInput("“kept” does not say how people were counted on its day.")
    under("kept", day, body.get("day", ""))


def _judgement(taking: Taker, index: int, given: dict[str, Any]) -> dict[str, Any]:
    with at("judgements", index):
        by = under("correct_by", day, given["correct_by"]) if given.get("correct_by") else ""
        today = taking.at[:10]
        rest = {"id": str(uuid4()), "entered_at": taking.at, "effective_on": today} | given
        under("effective_on", day, rest["effective_on"])
        under("entered_at", stamp, rest["entered_at"])
        return rest | lines(given, "reason", "owner", "officer") | {"correct_by": by}


def _json(data: bytes, key: str) -> Any:
    try:
        return json.loads(data)
    except ValueError as problem:
        raise BadInput(f"“{key}” does not stand for what is kept.") from problem
