"""Commands on what we told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from casefiles.cli import opening
from casefiles.cli.answer import Answer, WrongUse
from casefiles.domain import catalogue
from casefiles.domain.problems import BadInput
from casefiles.domain.statements import BasisKind, State
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.counting import Question
from casefiles.workspace.not_yet import sentences
from casefiles.workspace.statement_views import STATE_LABELS, BasisView, StatementRow, StatementView
from casefiles.workspace.statements import RestsOn, Said


def add(arguments: Namespace) -> Answer:
    """Enter what was told."""
    with opening.opened(arguments) as casebook:
        said = Said(
            arguments.kind,
            arguments.title,
            arguments.house,
            arguments.question,
            arguments.to,
            arguments.said_on,
            arguments.text,
            casebook.people.find(arguments.person) if arguments.person else None,
        )
        situation = opening.situation(casebook, arguments.situation)
        reports = [*arguments.report, *(_in_use(casebook, typed) for typed in arguments.value)]
        counts = [Question(query.strip(), situation) for query in arguments.count]
        view = casebook.statements.view(casebook.statements.add(said, RestsOn(reports, arguments.total, counts)))
        ahead = sentences([arguments.said_on], casebook.desk.today())
    return Answer(_view_data(view), view.row.uuid, tuple(ahead))


def list_all(arguments: Namespace) -> Answer:
    """List what was told."""
    state = _state(arguments.state) if arguments.state else None
    with opening.opened(arguments) as casebook:
        rows = casebook.statements.rows(state)
    return Answer([_row_data(row) for row in rows], "\n".join(_line(row) for row in rows) or "Nothing is told yet.")


def show(arguments: Namespace) -> Answer:
    """Show what was told, with what moved since."""
    with opening.opened(arguments) as casebook:
        view = casebook.statements.view(casebook.statements.find(arguments.statement))
    return Answer(_view_data(view), "\n".join(_view_lines(view)))


def judge(arguments: Namespace) -> Answer:
    """Say that a statement was wrong when said, or right after all."""
    with opening.opened(arguments) as casebook:
        uuid = casebook.statements.find(arguments.statement)
        casebook.statements.judge(uuid, arguments.verdict, arguments.reason, arguments.owner, arguments.by)
        view = casebook.statements.view(uuid)
    return Answer(_view_data(view), STATE_LABELS[view.row.state])


def _in_use(casebook: Casebook, typed: str) -> str:
    ref, colon, name = typed.partition(":")
    if not colon:
        raise WrongUse(f"casefiles statement add: “{typed[:40]}” names no field.", "Write it as CF-0000042:age.")
    field, view = catalogue.field(name), casebook.people.view(casebook.people.find(ref))
    used = next((report.claim for report in view.reports if report.field == field.key and report.in_use), None)
    if used is None:
        raise BadInput(f"Nothing is stated of {field.label.lower()} of {view.heading}.", "Choose another field.")
    return used


def _state(typed: str) -> State:
    try:
        return State(typed.lower())
    except ValueError as problem:
        known = ", ".join(state.value for state in State)
        raise WrongUse(f"casefiles statement list: “{typed[:40]}” is no state.", f"Say one of: {known}.") from problem


def _row_data(row: StatementRow) -> dict[str, object]:
    data = {key: value for key, value in asdict(row).items() if key not in ("uuid", "sentence")}
    return {"id": row.uuid, **data, "state": row.state.value}


def _view_data(view: StatementView) -> dict[str, object]:
    data = {key: value for key, value in asdict(view).items() if key not in ("row", "told", "case_id")}
    data["bases"] = [
        {"id": basis.pop("uuid")} | {key: value for key, value in basis.items() if key not in ("quotes", "case_id")}
        for basis in data["bases"]
    ]
    return {**_row_data(view.row), **data, "kind": view.told.value}


def _line(row: StatementRow) -> str:
    moved = f" ({row.moved} moved)" if row.moved else ""
    return f"{row.uuid[:8]}  {row.said}  {STATE_LABELS[row.state]}{moved}  {row.title}  ({row.to_whom})"


def _view_lines(view: StatementView) -> Iterator[str]:
    yield _line(view.row)
    yield from filter(None, (view.question and f"Question {view.question}", view.person, view.text))
    for judged in view.judgements:
        owner = ", ".join(filter(None, (judged.owner, judged.correct_by and f"by {judged.correct_by}")))
        yield f"{judged.verdict.value.capitalize()}, {judged.on}: {judged.reason}" + (f" ({owner})" if owner else "")
    yield ""
    for basis in view.bases:
        yield ("! " if basis.moved else "  ") + _basis_line(basis)


def _basis_line(basis: BasisView) -> str:
    why = f"  ({basis.why})" if basis.why else ""
    if basis.kind is BasisKind.COUNT:
        return f"Counted, {basis.sentence}{why}"
    now = f" → {basis.now}" if basis.moved else ""
    return f"{basis.person or 'Reported total'}, {basis.label}: {basis.then}{now}{why}"
