"""What typing into a field means: which reports it concerns, and whether the officer saw the latest."""

from __future__ import annotations

import json

from casefiles.domain.catalogue import Field
from casefiles.domain.kinds import Value, is_blank
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound, StaleEdit
from casefiles.domain.records import Claim
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import ShownCase
from casefiles.storage import lookups
from casefiles.workspace.desk import Desk
from casefiles.workspace.entries import Report


def typed_report(field: Field, typed: str) -> Report:
    """Take what was typed, as plain text or, for a value of several parts, as JSON."""
    if typed.lstrip().startswith("{") and field.key in _STRUCTURED:
        return Report(field.key, _json(typed))
    return Report(field.key, typed=typed)


_STRUCTURED = frozenset({"name", "origin", "nationality", "status"})


def _json(typed: str) -> Value:
    try:
        return json.loads(typed)
    except (ValueError, RecursionError) as problem:
        raise BadInput("The value is not well-formed JSON.", "Type it as plain text instead.") from problem


def heading_of(desk: Desk, case_id: int) -> str:
    """Name a case as the labels of acts do.

    Raises:
        NotFound: it is gone.
    """
    found = lookups.heading(desk.book.database, case_id)
    if found is None:
        raise NotFound("That person is no longer in this casebook.", "Undo brings back what was removed.")
    heading, ref = found
    return f"{heading} ({show_ref(ref)})" if heading.endswith("ot named") else heading


def reason_given(reason: str) -> str:
    """Return a reason on one line.

    Raises:
        BadInput: none is given.
    """
    if not reason.strip():
        raise BadInput("A reason is missing.", "Say in a few words why.")
    return clean(reason, 1000)


def standing_reports(shown: ShownCase, field: Field) -> list[Claim]:
    """Return the reports of a field that have not been set aside or replaced."""
    return [one.claim for one in shown.judged if one.standing and one.claim.field == field.key]


def reports_edited(shown: ShownCase, field: Field) -> list[Claim]:
    """Return the standing reports that typing or clearing a field concerns: of several names, the one displayed."""
    standing = standing_reports(shown, field)
    if field.key == "name":
        displayed = [claim for claim in shown.names[:1] if claim.value.get("kind") == "display"]
        return displayed + [claim for claim in standing if is_blank(claim.value)]
    return standing


def report_in_use(shown: ShownCase, field: Field) -> Claim | None:
    """Return the report whose value a field shows."""
    if field.key in shown.fields:
        return shown.fields[field.key].claim
    if field.key == "status" and shown.status.current:
        return shown.status.current.claim
    leading = {"name": shown.names, "nationality": shown.nationalities}.get(field.key, ())
    return next(iter((*leading, *standing_reports(shown, field))), None)


def refuse_stale(shown: ShownCase, field: Field, seen: str | None) -> None:
    """Refuse an edit of a value that is no longer the one the officer saw; None skips the check.

    Raises:
        StaleEdit: somebody else changed the field meanwhile.
    """
    if seen is None:
        return
    in_use = report_in_use(shown, field)
    if (in_use.uuid if in_use else "") != seen:
        raise StaleEdit(
            f"{field.label} was changed meanwhile; your text was not saved over it.",
            "Look at the new value, then type again.",
        )
