"""The facts of a situation briefing: counts that close, what changed since a day, and the people behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from casefiles.briefing.facts import ChangeRow, CountRow, OriginRow, PeopleRow, SituationFacts, Status, Value
from casefiles.domain.certainty import Certainty
from casefiles.domain.kinds import is_blank
from casefiles.domain.records import Role
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import ShownCase
from casefiles.domain.span import Span
from casefiles.domain.status import GROUP_LABELS, Group
from casefiles.workspace.changes_told import Earlier, changes
from casefiles.workspace.endnotes import Endnotes, group_key, remainder
from casefiles.workspace.shown_cases import Shown

_NOT_KNOWN = "Not known"
ORIGIN_ORDERS = {
    "country": ("country", "state", "district", "place"),
    "state": ("state", "district", "place", "country"),
}
"""How finely origins are told apart: which part of one is looked for first."""


@dataclass(frozen=True)
class Wording:
    """What the officer typed for a briefing, and what its heading says."""

    title: str
    period: str = ""
    bottom_line: str = ""
    since: str = ""
    filter_words: str = ""
    left_out: tuple[str, ...] = ()


def situation_facts(
    now: Shown, earlier: Earlier | None, words: Wording, endnotes: Endnotes, held: AbstractSet[int] = frozenset()
) -> SituationFacts:
    """Return what a situation briefing prints.

    Args:
        now: the cases as they stand on the briefing's day.
        earlier: how they stood on the day that changes are told since; None to tell none.
        words: what the officer typed.
        endnotes: what the values rest on.
        held: the cases on hold, which are counted and not named.
    """
    cases = list(now.values())
    back = _held_back([case for key, case in now.items() if key in held])
    before = None if earlier is None else earlier.counted
    groups = _groups([*cases, *(before.values() if before else ())])
    return SituationFacts(
        title=words.title,
        period=words.period,
        bottom_line=words.bottom_line,
        counts=tuple(_count_row(group, cases, before) for group in groups),
        total=_total_row(cases, before),
        origins=tuple(_origin_rows(cases, groups)),
        changes_since=words.since if earlier is not None else "",
        changes=tuple(_changes(now, earlier, endnotes, held)) if earlier is not None else (),
        people=(
            *(_people_row(case, endnotes) for key, case in now.items() if case.people.high and key not in held),
            *back,
        ),
        left_out=(*words.left_out, *(f"{row.name.text}, on hold: counted, and not named here." for row in back)),
        filter_words=words.filter_words,
    )


def _held_back(cases: list[ShownCase]) -> tuple[PeopleRow, ...]:
    """Stand for those on hold in the table of people, without anything that tells who they are."""
    people = _people(cases)
    if not people.high:
        return ()
    nothing = Value("")
    words = Value(f"Held back: {people.people()}")
    return (PeopleRow("", words, Status("", "not-known", ""), nothing, nothing, nothing, nothing),)


def _changes(now: Shown, earlier: Earlier, endnotes: Endnotes, held: AbstractSet[int]) -> Iterable[ChangeRow]:
    """Yield what changed for those who may be named."""

    def named(cases: Shown) -> Shown:
        return {key: case for key, case in cases.items() if key not in held}

    then = Earlier(named(earlier.counted), named(earlier.known), named(earlier.elsewhere))
    return changes(named(now), then, endnotes)


def _groups(cases: Iterable[ShownCase]) -> list[Group]:
    """Return the status groups that anyone is or was in, in their own order."""
    present = {case.status.group for case in cases if case.people.high}
    return [group for group in Group if group in present]


def _people(cases: Iterable[ShownCase]) -> Span:
    return sum((case.people for case in cases), Span())


def _disputed(cases: Iterable[ShownCase]) -> str:
    span = _people(case for case in cases if case.status.certainty is Certainty.DISPUTED and case.status.current)
    return span.words() if span.high else ""


def _count_row(group: Group, cases: list[ShownCase], before: Shown | None) -> CountRow:
    mine = [case for case in cases if case.status.group is group]
    earlier = None if before is None else [case for case in before.values() if case.status.group is group]
    return CountRow(
        GROUP_LABELS[group], group_key(group), _people(mine).words(), _disputed(mine), _moved(mine, earlier)
    )


def _total_row(cases: list[ShownCase], before: Shown | None) -> CountRow:
    earlier = None if before is None else list(before.values())
    return CountRow("All", "not-known", _people(cases).words(), _disputed(cases), _moved(cases, earlier))


def _moved(cases: list[ShownCase], earlier: list[ShownCase] | None) -> str:
    if earlier is None:
        return ""
    now, then = _people(cases), _people(earlier)
    if now == then:
        return "no change"
    return f"{now.low - then.low:+,}".replace("-", "−") if now.low != then.low else f"was {then.words()}"


def _origin_rows(cases: list[ShownCase], groups: list[Group]) -> list[OriginRow]:
    """Return one row for each origin, the most people first, what is not known last; they sum to the total."""
    order = origins_by(cases)
    by_origin: dict[str, list[ShownCase]] = {}
    for case in cases:
        by_origin.setdefault(origin_label(origin_of(case), order), []).append(case)
    ordered = sorted(by_origin.items(), key=lambda item: (item[0] == _NOT_KNOWN, -_people(item[1]).low, item[0]))
    return [
        OriginRow(
            origin,
            tuple(_people(case for case in mine if case.status.group is group).words() for group in groups),
            _people(mine).words(),
            _disputed(mine),
        )
        for origin, mine in ordered
    ]


def origins_by(cases: Iterable[ShownCase]) -> str:
    """Choose how finely origins are told apart: by country where there are several, or else by state."""
    countries = Counter(country for case in cases if (country := origin_of(case).get("country")))
    return "country" if len(countries) > 1 else "state"


def origin_label(origin: dict[str, str], by: str) -> str:
    """Return under which label an origin is counted."""
    return next((origin[part] for part in ORIGIN_ORDERS[by] if part in origin), _NOT_KNOWN)


def origin_of(case: ShownCase) -> dict[str, str]:
    """Return the parts of a case's origin; none where it is not known."""
    shown = case.fields.get("origin")
    return {} if shown is None or is_blank(shown.value) else shown.value


def _who(case: ShownCase, endnotes: Endnotes) -> Value:
    """Return a case's heading; of a group with identified members, the rest is what this row stands for."""
    heading = endnotes.heading(case)
    if not case.records.members:
        return heading
    rest = remainder(case)
    return replace(heading, text=f"{case.heading}: {rest}" if case.named else f"{rest} not named")


def _people_row(case: ShownCase, endnotes: Endnotes) -> PeopleRow:
    native = next((endnotes.name(claim) for claim in case.names[1:] if claim.value.get("kind") == "native"), None)
    return PeopleRow(
        show_ref(case.records.ref),
        _who(case, endnotes),
        endnotes.status(case),
        endnotes.field(case, "age"),
        endnotes.field(case, "origin"),
        endnotes.status_part(case, "date", Role.DATE),
        endnotes.status_part(case, "place", Role.PLACE),
        native,
    )
