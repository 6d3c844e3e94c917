"""Values in words: pills, list dates, sentences for a screen reader. One place, so that all views say the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from casefiles.domain import grading
from casefiles.domain.catalogue import BY_KEY, Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate, show
from casefiles.domain.kinds import PAPER, Value, is_blank, masked
from casefiles.domain.records import Claim
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import Judged, ShownCase, ShownField
from casefiles.domain.speakers import show_chain
from casefiles.domain.status import STATUSES, Group
from casefiles.workspace.list_views import Half, ListRow, Pill

if TYPE_CHECKING:
    from casefiles.domain.records import Claim
    from casefiles.domain.status_rule import DerivedStatus, StatusReport
    from casefiles.storage.finding import Listed

NO_STATUS = Pill("No status yet", Certainty.DESK, (Half("No status yet", Group.NOT_KNOWN),))


def pill(status: DerivedStatus) -> Pill:
    """Return the pill of a derived status, with who says each side."""
    if status.current is None:
        return NO_STATUS
    sides = [status.current]
    for report in status.disputing:
        if all(report.status != side.status for side in sides):
            sides.append(report)
    halves = tuple(_half(side) for side in sides)
    return Pill(_pill_text([side.status.key for side in sides], status.certainty), status.certainty, halves)


def spelt_out(shown: Pill) -> str:
    """Return a pill's words where no border can show that a body able to confirm said it."""
    text = shown.text
    return f"Confirmed {text[0].lower()}{text[1:]}" if shown.certainty is Certainty.CONFIRMED else text


def _half(report: StatusReport) -> Half:
    return Half(report.status.label, report.status.group, speaker_of(report.claim), say_day(report.claim.said_on))


@lru_cache(maxsize=1024)
def list_pill(status: str, against: tuple[str, ...], certainty: Certainty | None) -> Pill:
    """Return the pill of a listed case; lists show the same few over and over."""
    if certainty is None:
        return NO_STATUS
    keys = [status, *against]
    halves = tuple(Half(STATUSES[key].label, STATUSES[key].group) for key in keys)
    return Pill(_pill_text(keys, certainty), certainty, halves)


def _pill_text(keys: Sequence[str], certainty: Certainty) -> str:
    labels = [STATUSES[key].label for key in keys]
    small = [label[0].lower() + label[1:] for label in labels]
    return {
        Certainty.CONFIRMED: labels[0],
        Certainty.REPORTED: f"Reported {small[0]}",
        Certainty.DISPUTED: f"Disputed: {' / '.join(small)}",
        Certainty.DESK: f"Desk entry: {small[0]}",
    }[certainty]


def list_row(listed: Listed, entered: str = "") -> ListRow:
    """Return a case as lists show it; of what was entered after the day asked about, also when it was."""
    shown = list_pill(listed.status, listed.against, Certainty[listed.certainty.upper()] if listed.certainty else None)
    day = list_date(listed.status, listed.happened, listed.said_on if listed.certainty else "")
    names = f"{listed.heading} ({listed.native_name})" if listed.native_name else listed.heading
    count = sources(listed.sources)
    parts = [names, listed.origin, shown.text, day, count, "versions differ" if listed.versions else ""]
    parts += ["on hold" if listed.held else "", entered]
    return ListRow(
        listed.id,
        show_ref(listed.ref),
        listed.heading,
        listed.native_name,
        shown,
        day,
        _list_day(listed.happened) or day,
        listed.origin,
        listed.sources,
        listed.versions,
        listed.people,
        ", ".join(filter(None, parts)),
        listed.held,
        entered,
    )


def list_date(status: str, happened: str, said_on: str) -> str:
    """Say what a list's date is and when: "died Mar 2024", or "said 11 Jun 2024" when only that is known."""
    if happened:
        return f"{STATUSES[status].verb} {_list_day(happened)}".strip()
    return f"said {say_day(said_on)}" if said_on else ""


def _list_day(edtf: str) -> str:
    return say_day(edtf).removesuffix(", day not known")


@lru_cache(maxsize=4096)
def say_day(edtf: str) -> str:
    """Say a stored date in words; empty for none. Lists say the same few days over and over."""
    return show(PartialDate.parse_edtf(edtf)) if edtf else ""


def speaker_of(claim: Claim) -> str:
    """Say who says it: the chain, or the paper itself, or the desk."""
    if claim.speakers:
        return show_chain(claim.speakers)
    if claim.source:
        return claim.source.publisher or claim.source.title
    return claim.entered_by


def report_text(field: Field, claim: Claim) -> str:
    """Say a report's value; of a status also when, where and how."""
    return value_text(field, claim.value)


def value_text(field: Field, value: Value) -> str:
    """Say a value as lists of reports and histories do: the number of a paper is masked."""
    text = field.kind.show(value)
    if is_blank(value):
        return text
    if field.kind is PAPER:
        return masked(text)
    if field.key != "status":
        return text
    return ", ".join(
        filter(None, (text, say_day(value.get("date", "")), value.get("place", ""), value.get("cause", "")))
    )


def grade(claim: Claim, *, is_alone: bool = False) -> str:
    """Say a report's grades, as in "A2"; empty when it has none."""
    return ", ".join(filter(None, (grading.sign(claim), grading.ALONE if is_alone else "")))


def in_use(case: ShownCase, key: str) -> str:
    """Say what a case shows of a field; of a status also when, where and how, and of a dispute both sides."""
    if key == "status":
        current = case.status.current
        parts = current.claim.value if current else {}
        said = (say_day(parts.get("date", "")), parts.get("place", ""), parts.get("cause", ""))
        return ", ".join(filter(None, (spelt_out(pill(case.status)), *said)))
    if key == "name":
        return case.heading
    if key in case.fields:
        return field_in_use(case.fields[key])
    return ", ".join(value_text(BY_KEY[key], one.claim.value) for one in _standing(case, key)) or "no longer stated"


def field_in_use(shown: ShownField) -> str:
    """Say what is shown of a field; all versions where they differ and nobody has chosen."""
    versions = shown.versions if shown.certainty is Certainty.DISPUTED else shown.versions[:1]
    return " or ".join(value_text(shown.field, version.value) for version in versions)


def _standing(case: ShownCase, key: str) -> list[Judged]:
    return [one for one in case.judged if one.standing and one.claim.field == key]


def sources(number: int) -> str:
    """Say how many sources there are."""
    return "no source" if number == 0 else "1 source" if number == 1 else f"{number} sources"


def voices(number: int) -> str:
    """Say how many independent sources there are."""
    return "1 independent source" if number == 1 else f"{number or 'no'} independent sources"
