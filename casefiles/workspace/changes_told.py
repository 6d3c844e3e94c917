"""What changed between two days, person by person, for a situation briefing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casefiles.briefing.facts import ChangeRow, Value
from casefiles.domain.records import Role
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import ShownCase
from casefiles.workspace import wording
from casefiles.workspace.endnotes import Endnotes, remainder
from casefiles.workspace.shown_cases import Shown

_COMPARED = ("age", "origin", "role")
"""The fields, beside names and status, whose change a briefing tells."""
_PARTS = (("date", "When", Role.DATE), ("place", "Where", Role.PLACE), ("cause", "How", Role.CAUSE))
"""The parts of a status whose change is told where the status itself is the same."""
_NO_LONGER = "no longer stated"


@dataclass(frozen=True)
class Earlier:
    """How things stood on the day that changes are told since.

    Attributes:
        counted: the cases that answered the same question then.
        known: the cases of today, as they stood then; those of which nothing was known are absent.
        elsewhere: those counted then and not today, as they stand today.
    """

    counted: Shown
    known: Shown
    elsewhere: Shown


def changes(now: Shown, earlier: Earlier, endnotes: Endnotes) -> Iterable[ChangeRow]:
    """Yield everything that changed: who is new, who left, and what is now said otherwise."""
    for key, case in now.items():
        then = earlier.known.get(key)
        if then is None:
            yield _row(case, "New in this casebook", "", _status(case, endnotes))
        elif key not in earlier.counted:
            yield _row(case, "Newly counted here", _pill(then), _status(case, endnotes))
        else:
            yield from _changed(case, then, endnotes)
    for key, case in earlier.elsewhere.items():
        yield _row(case, "No longer counted here", _pill(earlier.counted[key]), _status(case, endnotes))


def _changed(case: ShownCase, then: ShownCase, endnotes: Endnotes) -> Iterable[ChangeRow]:
    if _pill(then) != _pill(case):
        yield _row(case, "Status", _pill(then), _status(case, endnotes))
    else:
        yield from _changed_parts(case, then, endnotes)
    if then.heading != case.heading:
        yield _row(case, "Name", then.heading, endnotes.heading(case))
    if len(then.records.members) != len(case.records.members):
        yield _row(case, "Not yet identified", remainder(then), Value(remainder(case)))
    for key in _COMPARED:
        old, new = _versions(then, key), _versions(case, key)
        if old != new:
            label = (case if new else then).fields[key].field.label
            after = endnotes.field(case, key) if new else Value(_NO_LONGER)
            yield _row(case, label, " or ".join(old) or "not asked yet", after)


def _changed_parts(case: ShownCase, then: ShownCase, endnotes: Endnotes) -> Iterable[ChangeRow]:
    for part, label, role in _PARTS:
        old, new = endnotes.status_part(then, part, role).text, endnotes.status_part(case, part, role)
        if old != new.text:
            yield _row(case, label, old or "not stated", new if new.text else Value(_NO_LONGER))


def _row(case: ShownCase, what: str, before: str, after: Value) -> ChangeRow:
    return ChangeRow(case.heading, what, before, after, show_ref(case.records.ref))


def _pill(case: ShownCase) -> str:
    return wording.spelt_out(wording.pill(case.status))


def _versions(case: ShownCase, key: str) -> list[str]:
    """Return the differing values of a field; two days with the same ones have nothing to tell."""
    return [version.text for version in case.fields[key].versions] if key in case.fields else []


def _status(case: ShownCase, endnotes: Endnotes) -> Value:
    status = endnotes.status(case)
    notes = status.notes or tuple(note for side in status.speakers for note in side.notes)
    return Value(status.text, notes=notes)
