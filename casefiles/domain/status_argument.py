"""Why a status stands: the line of the rule that decided, and what became of each other report, in words."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.status import says_less
from casefiles.domain.status_rule import DerivedStatus, Line, StatusReport


@dataclass(frozen=True)
class Deciding:
    """What decided: in a sentence, and the line of the rule."""

    sentence: str
    line: Line


_LEADS = (
    "a body able to confirm says it",
    "a source stands behind it",
    "it was said last",
    "it has the better grade",
    "it was entered last",
)
_LAGS = (
    "no body able to confirm says it",
    "no source stands behind it",
    "it was said earlier",
    "it has the lesser grade",
    "it was entered earlier",
)
"""What tells two reports apart, in the order of their weight."""


def deciding(status: DerivedStatus) -> Deciding | None:
    """Say what decided which report leads; None where there is none."""
    if status.current is None:
        return None
    if status.chosen:
        return Deciding("An officer pinned it.", Line.PINNED)
    rival = next(iter(status.disputing), None)
    if rival is not None:
        return Deciding(f"It comes first because {_LEADS[_difference(status.current, rival)]}.", Line.WEIGHT)
    parts = (
        (status.history, "It is the last in the order of what happened.", Line.HISTORY),
        (status.remains, "It is the death; what came later concerns the remains.", Line.REMAINS),
        (status.earlier_word, "It is the last word of who said it.", Line.LAST_WORD),
        (status.agreeing, "All that is reported says so.", Line.LAST_WORD),
    )
    found = ((sentence, line) for reports, sentence, line in parts if reports)
    return Deciding(*next(found, ("It is the only report.", Line.LAST_WORD)))


def part_of(status: DerivedStatus, claim: str) -> tuple[str, str]:
    """Return what became of a standing report: the name of its part, and why, in words; empty for none."""
    for part, reports in _parts(status):
        for report in reports:
            if report.claim.uuid == claim:
                return part, _why(status, part, report)
    return "", ""


def _parts(status: DerivedStatus) -> tuple[tuple[str, tuple[StatusReport, ...]], ...]:
    leading = (status.current,) if status.current else ()
    return (
        ("current", (*leading, *status.agreeing)),
        ("against", (*status.disputing, *status.overruled)),
        ("remains", status.remains),
        ("history", status.history),
        ("earlier word", status.earlier_word),
    )


def _why(status: DerivedStatus, part: str, report: StatusReport) -> str:
    current = status.current
    if current is None or part == "current":
        return ""
    if part == "against" and status.chosen:
        return "overruled: an officer pinned the other"
    if part == "against":
        return f"less weight: {_LAGS[_difference(current, report)]}"
    if part == "history" and says_less(report.status.key, current.status.key):
        return "history: it leaves open what the other says"
    return _REASONS[part]


_REASONS = {
    "remains": "of the remains: it came after the death",
    "history": "history: it came earlier, and the other may follow it",
    "earlier word": "an earlier word: the same voice said otherwise later",
}


def _difference(leader: StatusReport, other: StatusReport) -> int:
    """Return the place of the first thing in which one report outweighs another."""
    pairs = zip(leader.weight, other.weight, strict=True)
    return next((place for place, (one, two) in enumerate(pairs) if one != two), len(_LEADS) - 1)
