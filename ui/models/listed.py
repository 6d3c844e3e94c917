"""Cases as the workspace lists them, turned into what rows and pills show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casefiles.domain.certainty import Certainty
from casefiles.domain.status import GROUP_ICONS
from ui.models.faces import Half, PillFace, Reason, Row

if TYPE_CHECKING:
    from casefiles.workspace import list_views
    from casefiles.workspace.hits import Why


def pill_face(pill: list_views.Pill) -> PillFace:
    """Return a pill as a page's header shows it, with who says each side."""
    if pill.certainty is not Certainty.DISPUTED:
        return PillFace(pill.certainty, (_half(pill.halves[0], pill.text),))
    lead, _, words = pill.text.partition(": ")
    halves = zip(pill.halves, words.split(" / "), strict=True)
    return PillFace(pill.certainty, tuple(_half(half, text) for half, text in halves), f"{lead}:")


def listed_row(listed: list_views.ListRow) -> Row:
    """Return a case as a list shows it; when it was entered goes before all that needs room."""
    return Row(
        listed.id,
        listed.heading,
        " · ".join(filter(None, (listed.date, listed.entered))),
        pill_face(listed.pill),
        listed.sentence,
        listed.origin,
        listed.sources,
        listed.native_name,
        listed.entered or listed.short_date,
        listed.held,
    )


def reason_of(why: Why) -> Reason:
    """Return why a case was found as a list shows it."""
    return Reason(why.label, why.text, why.marks)


def _half(half: list_views.Half, text: str) -> Half:
    details = ", ".join(filter(None, (half.speaker, half.said)))
    return Half(half.group.value, GROUP_ICONS[half.group], text, details)
