"""The kinds of briefing there are: one line for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casefiles.briefing.blocks import Document
from casefiles.briefing.facts import BriefingFacts
from casefiles.briefing.templates.dossier import dossier
from casefiles.briefing.templates.situation import TWO_PAGES, situation
from casefiles.domain.problems import BadInput

Measure = Callable[[Document], int]


@dataclass(frozen=True, slots=True)
class Option:
    """Something the officer may choose for a template."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of briefing: its name on screen, how facts become blocks, and what may be chosen."""

    label: str
    compose: Callable[[BriefingFacts, Measure], Document]
    options: tuple[Option, ...] = ()


TEMPLATES: Mapping[str, Template] = {
    "dossier": Template("Case dossier", dossier),
    "situation": Template("Situation briefing", situation, (Option(TWO_PAGES, "Two-page form"),)),
}


def template(name: str) -> Template:
    """Give the template of this name, or say which there are."""
    try:
        return TEMPLATES[name]
    except KeyError:
        known = ", ".join(TEMPLATES)
        raise BadInput(f"There is no briefing called “{name[:40]}”.", f"Choose one of: {known}.") from None
