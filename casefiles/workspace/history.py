"""History: what was done, by whom and when, with each value before and after, in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from casefiles.domain import grading
from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.changes import ActKind
from casefiles.domain.figure_numbers import Number, say_number
from casefiles.domain.figures import Relation
from casefiles.domain.moment import Moment
from casefiles.domain.problems import NotFound
from casefiles.storage import journal, lookups, past, tables
from casefiles.storage.journal import HistoryLine
from casefiles.workspace import list_words, wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.views import HistoryView


def of_case(desk: Desk, case_id: int, limit: int, moment: Moment) -> list[HistoryView]:
    """Return the history of a case, newest first; up to the change set that a moment asks for."""
    until = moment.recorded
    uuid = _uuid(desk, tables.Case, case_id) if until is None else past.case_uuid(desk.book.database, case_id)
    return _told(desk, uuid, limit, until)


def of_source(desk: Desk, source_id: int, limit: int) -> list[HistoryView]:
    """Return the history of a source, newest first."""
    return _told(desk, _uuid(desk, tables.Source, source_id), limit)


def of_total(desk: Desk, uuid: str, limit: int) -> list[HistoryView]:
    """Return the history of a reported total, newest first."""
    return _told(desk, uuid, limit)


def everything(desk: Desk, limit: int) -> list[HistoryView]:
    """Return the history of the whole casebook, newest first."""
    return _told(desk, None, limit)


def _uuid(desk: Desk, table: type[tables.Record], key: int) -> str:
    found = lookups.uuid_of(desk.book.database, table, key)
    if found is None:
        raise NotFound("That record is no longer in this casebook.", "Undo brings back what was removed.")
    return found


def _told(desk: Desk, about: str | None, limit: int, until: int | None = None) -> list[HistoryView]:
    lines = journal.history(desk.book.database, _TELLING, about, limit, until)
    return [view for line in lines if (view := _view(desk, line)) is not None]


def _view(desk: Desk, line: HistoryLine) -> HistoryView | None:
    telling = _TELLING.get(line.table)
    if telling is None:
        return None
    prefix = {ActKind.UNDO: "Undo: ", ActKind.REDO: "Redo: "}.get(line.kind, "")
    image = line.after or line.before or {}
    what, show = telling
    before, after = (show(part) if part else "" for part in (line.before, line.after))
    restorable = line.table == "claim" and line.kind is ActKind.ACT
    return HistoryView(
        line.number,
        desk.at(line.at),
        line.officer,
        f"{prefix}{line.label}",
        what(image),
        before,
        after,
        line.row if restorable else "",
    )


def _claim_value(image: dict[str, Any]) -> str:
    return wording.value_text(BY_KEY[image["field"]], json.loads(image["value"]))


def _decided(image: dict[str, Any]) -> str:
    return f"{image['verdict']}: {image['reason']}" if image["reason"] else str(image["verdict"])


def _graded(image: dict[str, Any]) -> str:
    return ": ".join(filter(None, (image["credibility"] or grading.NOT_GRADED, image["reason"])))


def _held(image: dict[str, Any]) -> str:
    return f"lifted: {image['lift_reason']}" if image["lifted_on"] else str(image["reason"])


def _written(image: dict[str, Any]) -> str:
    day = list_words.say_day(image["effective_on"])
    return ": ".join(filter(None, (day, image["term"], image["text"])))


def _searched(image: dict[str, Any]) -> str:
    return f"{image['position']}. {image['name']}: {image['text']}"


def _issued(image: dict[str, Any]) -> str:
    return ", ".join(str(image[key]) for key in ("title", "audience", "recipients") if image[key])


def _told_in_words(image: dict[str, Any]) -> str:
    keys = ("title", "house", "question", "recipient", "text")
    return ", ".join([*(str(image[key]) for key in keys if image[key]), list_words.say_day(image["said_on"])])


def _source_value(image: dict[str, Any]) -> str:
    return ", ".join(str(image[key]) for key in ("title", "publisher", "published_on") if image[key])


def _total(image: dict[str, Any]) -> str:
    number = say_number(Number(image["low"], image["high"], Relation(image["relation"])))
    ended = f"no longer stands: {image['replaced_why']}" if image["replaced_on"] else ""
    note = ", ".join(filter(None, (image["gap_owner"], image["gap_note"])))
    words = (
        f"{number} {image['measure']}",
        image["breakdown"],
        image["population"],
        list_words.say_day(image["as_of"]),
    )
    return ", ".join(filter(None, (*words, ended, note)))


_TELLING: dict[str, tuple[Callable[[dict[str, Any]], str], Callable[[dict[str, Any]], str]]] = {
    "claim": (lambda image: BY_KEY[image["field"]].label, _claim_value),
    "decision": (lambda image: "Decision", _decided),
    "codebook_entry": (lambda image: "Codebook", _written),
    "saved_search": (lambda image: "Saved search", _searched),
    "hold": (lambda image: "Hold", _held),
    "grade": (lambda image: "Grade", _graded),
    "membership": (lambda image: "One of a group", lambda image: image["reason"]),
    "source": (lambda image: "Source", _source_value),
    "situation": (lambda image: "Situation", lambda image: image["name"]),
    "confirming_body": (lambda image: "Able to confirm", lambda image: image["name"]),
    "setting": (lambda image: str(image["key"]).replace("_", " ").capitalize(), lambda image: image["value"]),
    "figure": (lambda image: "Reported total", _total),
    "edition": (lambda image: f"Edition {image['number']}", _issued),
    "statement": (lambda image: "What we told", _told_in_words),
    "basis": (lambda image: "Rests on", lambda image: f"{image['label']}: {image['value']}"),
    "judgement": (lambda image: "Judgement", _decided),
    "case": (lambda image: "Case", lambda image: image["kind"]),
}
"""How each kind of row is told: what it is, and its value in words; rows that are parts of others are left out."""
