"""Reports in one line each, for tests of the rules."""

from __future__ import annotations

from itertools import count
from typing import Any

from casefiles.domain.catalogue import field
from casefiles.domain.records import Claim, Decision, SourceFacts, Verdict
from casefiles.domain.speakers import read_speakers

_numbers = count(1)


def paper(name: str, published: str = "", original: str = "", group: str = "") -> SourceFacts:
    """One article of a paper."""
    return SourceFacts(f"{name} {published}", 1, name, name, published, "", original, group)


def told(key: str, value: Any, by: str = "", said: str = "", source: SourceFacts | None = None, **more: Any) -> Claim:
    """One report of a field; `by` is a chain such as "embassy, via family"; no speaker and no source is the desk."""
    number = more.pop("number", next(_numbers))
    return Claim(
        f"claim {number}",
        number,
        "case",
        field(key).key,
        field(key).kind.check(value),
        speakers=read_speakers(by),
        said_on=said,
        learned_on=more.pop("learned", "2025-12-31"),
        source=source,
        **more,
    )


def decided(verdict: Verdict, claim: Claim, on: str = "2026-01-01", why: str = "because") -> Decision:
    """An officer's decision on a report."""
    number = next(_numbers)
    return Decision(f"decision {number}", number, claim.uuid, verdict, why, "AB", on)
