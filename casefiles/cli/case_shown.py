"""A case as the command line shows it: to a program, with everything; to a person, on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from casefiles.cli.lists import history_data, history_line
from casefiles.domain.dates import read_date
from casefiles.domain.status import STATUSES
from casefiles.workspace.views import CaseView, FieldView, HistoryView, Other, ReportView, TimelineLine

_RANK = {"current": 0, "against": 1}


def case_data(view: CaseView, history: Sequence[HistoryView]) -> dict[str, Any]:
    """Return all of a case for a program."""
    fields = {one.field.key: _field(one) for one in view.fields}
    status = _status(view)
    return {
        "ref": view.ref,
        "id": view.uuid,
        "kind": "group" if view.is_group else "person",
        "name": view.heading,
        "native_name": view.native_name,
        **{key: field["value"] for key, field in fields.items() if key not in {"name", "origin", "nationality"}},
        "origin": fields["origin"]["text"],
        "nationality": fields["nationality"]["text"],
        **status,
        "people": [view.people.low, view.people.high],
        "size": [view.size.low, view.size.high],
        "argument": asdict(view.argument),
        "hold": asdict(view.hold) if view.hold else None,
        "sources": view.sources,
        "situations": [name for _, name in view.situations],
        "fields": fields,
        "names": [_report(report) for report in view.names],
        "claims": [_report(report) for report in view.reports],
        "timeline": [_line(line) for line in view.timeline],
        "members": [_other(other) for other in view.members],
        "member_of": [_other(other) for other in view.member_of],
        "history": [history_data(line) for line in history],
    }


def case_lines(view: CaseView, history: Sequence[HistoryView]) -> Iterator[str]:
    """Say all of a case to a person."""
    yield f"{view.ref}  {view.heading}" + (f" ({view.native_name})" if view.native_name else "")
    yield "  ".join(filter(None, (view.pill.text, view.date)))
    if view.hold:
        yield view.hold.sentence
    yield from (f"  {half.text}: {half.speaker}, {half.said}" for half in view.pill.halves if len(view.pill.halves) > 1)
    yield ""
    for field in view.fields:
        if field.text:
            yield f"{field.field.label}: {field.masked or field.text}" + _after(field, view)
            yield from _words(field)
    for title, others in (("Identified", view.members), ("One of", view.member_of)):
        yield from (f"{title}: {other.ref} {other.heading}" for other in others)
    yield from (f"Situation: {name}" for _, name in view.situations)
    yield from ("", "History", *map(history_line, history))


def _words(field: FieldView) -> Iterator[str]:
    """Say the words under the value that they support; what else is reported follows, with its own."""
    shown = {*field.text.split("; "), *(report.text for report in field.reports if report.claim == field.seen)}
    for report in field.reports:
        if report.text in shown:
            yield from (f"    “{_one_line(quote.quote)}”" for quote in report.quotes)
    for report in field.reports:
        if report.text not in shown:
            yield f"    also {report.text}, {report.speakers}"
            yield from (f"        “{_one_line(quote.quote)}”" for quote in report.quotes)


def _after(field: FieldView, view: CaseView) -> str:
    count = f"{field.sources} {'source' if field.sources == 1 else 'sources'}" if field.sources else field.note
    versions = f"{len(field.versions)} versions" if len(field.versions) > 1 else ""
    later = next((report.entered_later for report in view.reports if report.claim == field.seen), "")
    words = ", ".join(filter(None, (count, versions, later)))
    return f"  ({words})" if words else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _status(view: CaseView) -> dict[str, Any]:
    """Return the derived status with both sides and what became of the other reports."""
    lines = sorted((line for line in view.timeline if line.part in _RANK), key=lambda line: _RANK[line.part])
    current = lines[0] if lines and lines[0].part == "current" else None
    value = current.report.value if current else {}
    return {
        "status": value.get("status", ""),
        "status_label": view.pill.text,
        "status_group": view.pill.group.value,
        "certainty": view.pill.certainty.value,
        "date": value.get("date", ""),
        "place": value.get("place", ""),
        "cause": value.get("cause", ""),
        "sides": [_side(line) for line in lines],
        "rule": list(view.why),
    }


def _side(line: TimelineLine) -> dict[str, Any]:
    value = line.report.value
    return {
        "status": value["status"],
        "label": STATUSES[value["status"]].label,
        "part": line.part,
        "speakers": line.report.speakers,
        "said": line.report.said,
        "claim": line.report.claim,
    }


def _field(field: FieldView) -> dict[str, Any]:
    used = next((report for report in field.reports if report.claim == field.seen), None)
    return {
        "label": field.field.label,
        "value": used.value if used else None,
        "text": field.text,
        "certainty": field.certainty.value if field.certainty else None,
        "sources": field.sources,
        "note": field.note,
        "versions": [
            {"text": one.text, "in_use": one.in_use, "claims": [report.claim for report in one.reports]}
            for one in field.versions
        ],
    }


def _report(report: ReportView) -> dict[str, Any]:
    said = asdict(report)
    quotes = said.pop("quotes")
    passages = [{key: quote[key] for key in ("source_id", "start", "end", "quote", "role")} for quote in quotes]
    days = {"said_on": _edtf(said.pop("said")), "learned_on": _edtf(said.pop("learned"))}
    return {"id": said.pop("claim"), **said, **days, "certainty": report.certainty.value, "passages": passages}


def _edtf(words: str) -> str:
    """Return a date that is in words as EDTF; whatever is shown can be read back."""
    return read_date(words, today=date.max).edtf if words else ""


def _line(line: TimelineLine) -> dict[str, Any]:
    return {
        "claim": line.report.claim,
        "status": line.report.value["status"],
        "label": line.label,
        "group": line.group.value,
        "date": line.edtf,
        "date_in_words": line.date,
        "place": line.place,
        "cause": line.cause,
        "speakers": line.report.speakers,
        "said": line.report.said,
        "part": line.part,
        "why": line.why,
    }


def _other(other: Other) -> dict[str, Any]:
    return {"ref": other.ref, "name": other.heading, "since": other.since}
