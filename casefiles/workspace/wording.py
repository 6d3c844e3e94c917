"""Values in words: pills, list dates, sentences for a screen reader. One place, so that all views say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casefiles.domain import grading
from casefiles.domain.catalogue import BY_KEY, Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.kinds import PAPER, Value, is_blank, masked
from casefiles.domain.records import Claim
from casefiles.domain.shown import Judged, ShownCase, ShownField
from casefiles.domain.speakers import show_chain
from casefiles.workspace import list_words
from casefiles.workspace.list_views import Half, Pill

if TYPE_CHECKING:
    from casefiles.domain.records import Claim
    from casefiles.domain.status_rule import DerivedStatus, StatusReport

# where a speaker told it, and nothing that he said can be opened
NO_DOCUMENT = "Told to the desk, no document"


def pill(status: DerivedStatus) -> Pill:
    """Return the pill of a derived status, with who says each side."""
    if status.current is None:
        return list_words.NO_STATUS
    sides = [status.current]
    for report in status.disputing:
        if all(report.status != side.status for side in sides):
            sides.append(report)
    halves = tuple(_half(side) for side in sides)
    return Pill(list_words.pill_text([side.status.key for side in sides], status.certainty), status.certainty, halves)


def spelt_out(shown: Pill) -> str:
    """Return a pill's words where no border can show that a body able to confirm said it."""
    text = shown.text
    return f"Confirmed {text[0].lower()}{text[1:]}" if shown.certainty is Certainty.CONFIRMED else text


def _half(report: StatusReport) -> Half:
    return Half(
        report.status.label, report.status.group, speaker_of(report.claim), list_words.say_day(report.claim.said_on)
    )


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
    text = plain_value(field, value)
    if is_blank(value) or field.key != "status":
        return text
    return ", ".join(
        filter(None, (text, list_words.say_day(value.get("date", "")), value.get("place", ""), value.get("cause", "")))
    )


def plain_value(field: Field, value: Value) -> str:
    """Say a value without its parts, as in “Missing”; the number of a paper is masked."""
    text = field.kind.show(value)
    return masked(text) if field.kind is PAPER and not is_blank(value) else text


def grade(claim: Claim, *, is_alone: bool = False) -> str:
    """Say a report's grades, as in "A2"; empty when it has none."""
    return ", ".join(filter(None, (grading.sign(claim), grading.ALONE if is_alone else "")))


def in_use(case: ShownCase, key: str) -> str:
    """Say what a case shows of a field; of a status also when, where and how, and of a dispute both sides."""
    if key == "status":
        current = case.status.current
        parts = current.claim.value if current else {}
        said = (list_words.say_day(parts.get("date", "")), parts.get("place", ""), parts.get("cause", ""))
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


def voices(number: int) -> str:
    """Say how many independent sources there are."""
    return "1 independent source" if number == 1 else f"{number or 'no'} independent sources"
