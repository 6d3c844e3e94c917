"""The codebook: what the words mean and by which rules this casebook is kept; the sections, and what the code says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casefiles.domain import grading
from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate, show
from casefiles.domain.one_line import clean
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status import GROUP_LABELS, STATUSES, Group
from casefiles.domain.status_rule import RULE


class Own(StrEnum):
    """What an officer may write in a section."""

    NOTHING = "nothing"
    TEXT = "text"
    TERMS = "terms"
    DATED = "dated"


@dataclass(frozen=True)
class Section:
    """One section of the codebook.

    Attributes:
        key: what is stored.
        title: what is shown.
        about: what belongs there.
        own: what an officer may write in it.
        default: what applies unless this casebook says otherwise.
    """

    key: str
    title: str
    about: str
    own: Own = Own.NOTHING
    default: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph.

    Attributes:
        effective_on: EDTF, of a change of method.
        uuid: the record an officer wrote; empty for what the code says.
        is_default: it applies because this casebook says nothing else.
    """

    text: str
    term: str = ""
    effective_on: str = ""
    uuid: str = ""
    is_default: bool = False


SECTIONS: tuple[Section, ...] = (
    Section("definitions", "What the words mean", "Words of this casebook that a reader would ask about.", Own.TERMS),
    Section(
        "inclusion",
        "Who is in this casebook",
        "Who is entered, and who is not.",
        Own.TEXT,
        "Everybody whom a source, or somebody who spoke to the desk, reports to be caught up in a situation that this "
        "casebook follows; named or not, alone or in a group. Nobody is left out because little is known.",
    ),
    Section("status rule", "How a status is decided", "The rule of the program; it is the same in every casebook."),
    Section("confirming", "Who is able to confirm", "The bodies whose word makes a report confirmed, and since when."),
    Section(
        "corroboration",
        "When one report bears out another",
        "What this desk asks for before it relies on a report.",
        Own.TEXT,
        "Two reports bear each other out when they come from independent sources: different voices, and not the same "
        "copy. Papers that print one agency’s text are one source. Who says less does not bear out who says more.",
    ),
    Section(
        "grading", "How sources and reports are graded", "Each judged apart: the source A to F, the report 1 to 6."
    ),
    Section("method", "Changes of method", "What was done differently from a day on, and why.", Own.DATED),
)
BY_KEY = {section.key: section for section in SECTIONS}

_LONGEST = 5000

_CERTAINTIES = {
    Certainty.CONFIRMED: "said by a body that this casebook lists as able to confirm",
    Certainty.REPORTED: "said by anybody else, with a source",
    Certainty.DISPUTED: "reports stand beside each other that cannot all be true",
    Certainty.DESK: "typed at the desk, and nothing supports it",
}


def clean_text(text: str) -> str:
    """Return what was written, each line without control characters; empty when nothing can be seen of it."""
    return "\n".join(filter(None, (clean(line, _LONGEST) for line in text.split("\n") if line.strip())))


def said_by_code(section: str, bodies: tuple[ConfirmingBody, ...] = ()) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a section that follow from the program's own tables, or from the bodies listed."""
    if section == "definitions":
        return (*(Paragraph(meaning, word.value) for word, meaning in _CERTAINTIES.items()), *_groups())
    if section == "status rule":
        return tuple(Paragraph(line, f"{number}.") for number, line in enumerate(RULE, 1))
    if section == "confirming":
        return tuple(Paragraph(_listed(body), body.name) for body in bodies)
    if section == "grading":
        steps = (*grading.RELIABILITY, *grading.CREDIBILITY)
        return tuple(Paragraph(f"{step.name}: {step.about}", step.sign) for step in steps)
    return ()


def _groups() -> tuple[Paragraph, ...]:
    members = {group: [one.label for one in STATUSES.values() if one.group is group] for group in Group}
    return tuple(Paragraph(", ".join(labels).capitalize(), GROUP_LABELS[group]) for group, labels in members.items())


def _listed(body: ConfirmingBody) -> str:
    since = f"since {_day(body.since)}" if body.since else ""
    until = f"until {_day(body.until)}" if body.until else ""
    return ", ".join(filter(None, (since, until))) or "always"


def _day(edtf: str) -> str:
    return show(PartialDate.parse_edtf(edtf))
