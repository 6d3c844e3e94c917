"""Commands on people and groups."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Set as AbstractSet
from dataclasses import asdict

from casefiles.cli import opening
from casefiles.cli.answer import Answer, WrongUse
from casefiles.cli.case_shown import case_data, case_lines
from casefiles.domain import catalogue
from casefiles.domain.canonical import canonical
from casefiles.domain.catalogue import FIELDS
from casefiles.domain.dates import read_date
from casefiles.domain.problems import NotFound
from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.not_yet import days_to_come
from casefiles.workspace.typed import STATUS_PARTS, Evidence, add_case, reports
from casefiles.workspace.views import FieldView, ReportView


def add(arguments: Namespace) -> Answer:
    """Add a person or a group."""
    typed = _typed(arguments)
    if not typed:
        raise WrongUse("casefiles case add: nothing is said of the case.", "Give a --name, or any other field.")
    kind = CaseKind.GROUP if arguments.size else CaseKind.PERSON
    with opening.opened(arguments) as casebook:
        given = reports(casebook, typed, _status_parts(arguments), _evidence(arguments))
        view = casebook.people.view(add_case(casebook, kind, given, arguments.situation))
        ahead = days_to_come(view.reports, casebook.desk.today())
    return Answer({"id": view.uuid, "ref": view.ref, "name": view.heading}, view.ref, tuple(ahead))


def show(arguments: Namespace) -> Answer:
    """Show all that is known of a case."""
    with opening.opened(arguments) as casebook:
        moment = opening.moment(arguments, casebook)
        view = casebook.people.view(casebook.people.find(arguments.ref, moment), moment)
        history = casebook.journal.of_case(view.id, moment=moment)
    return Answer(case_data(view, history), "\n".join(case_lines(view, history)))


def set_field(arguments: Namespace) -> Answer:
    """Change one field of a case."""
    field = catalogue.field(arguments.field)
    evidence = _evidence(arguments)
    with opening.opened(arguments) as casebook:
        case_id = casebook.people.find(arguments.ref)
        before = {report.claim for report in casebook.people.view(case_id).reports}
        if not arguments.value.strip():
            casebook.people.clear_field(case_id, field.key)
        elif evidence.is_given:
            given = reports(casebook, [(field.key, arguments.value)], _status_parts(arguments), evidence)
            casebook.people.report(case_id, given)
        else:
            _type(casebook, case_id, field.key, arguments)
        view = casebook.people.view(case_id)
        new = [report for report in view.reports if report.claim not in before]
        ahead = days_to_come(new, casebook.desk.today())
    shown = view.field(field.key)
    notes = ("Sources differ; both versions stand.",) if shown.disputed else _kept(shown, before)
    return Answer({"ref": view.ref, "field": field.key, "text": shown.text}, shown.text, (*notes, *ahead))


def _kept(shown: FieldView, before: AbstractSet[str]) -> tuple[str, ...]:
    """Tell of a report just given that another one is shown."""
    used = next((report.text for report in shown.reports if report.claim == shown.seen), "")
    beside = [report.text for report in shown.reports if report.claim not in before and report.text != used]
    return tuple(f"{text} is kept as a report; {used} is still the one in use." for text in beside if used)


def grade(arguments: Namespace) -> Answer:
    """Say how credible one report of a case is."""
    with opening.opened(arguments) as casebook:
        case_id = casebook.people.find(arguments.ref)
        _report(casebook, case_id, arguments.claim)
        casebook.grades.give(arguments.claim, arguments.grade.strip(), arguments.reason)
        report = _report(casebook, case_id, arguments.claim)
    return Answer({"claim": report.claim, "grade": report.grade, "words": report.grade_words}, report.grade)


def hold(arguments: Namespace) -> Answer:
    """Keep a case out of documents that name people, and say what has named it already."""
    with opening.opened(arguments) as casebook:
        case_id = casebook.people.find(arguments.ref)
        review_by = read_date(arguments.review_by, today=casebook.desk.today()).edtf
        casebook.holds.hold(case_id, arguments.reason, review_by)
        view, named = casebook.people.view(case_id), casebook.holds.named_in(case_id)
    assert view.hold is not None
    notes = tuple(f"Named already: {one}" for one in named)
    return Answer({"ref": view.ref, "hold": asdict(view.hold), "named_in": named}, view.hold.sentence, notes)


def release(arguments: Namespace) -> Answer:
    """Let a case on hold be named again."""
    with opening.opened(arguments) as casebook:
        case_id = casebook.people.find(arguments.ref)
        casebook.holds.lift(case_id, arguments.reason)
        view = casebook.people.view(case_id)
    return Answer({"ref": view.ref, "hold": None}, f"{view.ref} can be named again.")


def _report(casebook: Casebook, case_id: int, claim: str) -> ReportView:
    view = casebook.people.view(case_id)
    found = next((report for report in view.reports if report.claim == claim), None)
    if found is None:
        raise NotFound(f"{view.ref} has no report {claim[:40]}.", "casefiles case show --json lists them.")
    return found


def _type(casebook: Casebook, case_id: int, key: str, arguments: Namespace) -> None:
    parts = _status_parts(arguments)
    if parts:
        (report,) = reports(casebook, [(key, arguments.value)], parts, Evidence())
        casebook.people.set_field(case_id, key, canonical(report.value))
    else:
        casebook.people.set_field(case_id, key, arguments.value)


def _typed(arguments: Namespace) -> list[tuple[str, str]]:
    typed = [("name", name) for name in arguments.name]
    typed += [("size", arguments.size)] if arguments.size else []
    for field in FIELDS:
        values = getattr(arguments, f"field_{field.key}", None) or []
        if len(values) > 1 and not field.many:
            raise WrongUse(f"casefiles case add: {field.label.lower()} is given twice.", "Give it once.")
        typed += [(field.key, value) for value in values]
    return typed


def _status_parts(arguments: Namespace) -> dict[str, str]:
    return {part: given for part in STATUS_PARTS if (given := getattr(arguments, part))}


def _evidence(arguments: Namespace) -> Evidence:
    return Evidence(
        arguments.source, tuple(arguments.quote), arguments.said_by, arguments.said_on, arguments.learned_on
    )
