"""The statuses a person can be reported in, their groups, and which may follow which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """What a status amounts to; drives tones, the sidebar and headline counts."""

    DEAD = "dead"
    MISSING = "missing"
    HELD = "held"
    STILL_THERE = "still_there"
    OUT = "out"
    HOME = "home"
    NOT_KNOWN = "not_known"


GROUP_LABELS: dict[Group, str] = {
    Group.DEAD: "Dead",
    Group.MISSING: "Missing",
    Group.HELD: "Held",
    Group.STILL_THERE: "Still there",
    Group.OUT: "Out",
    Group.HOME: "Home",
    Group.NOT_KNOWN: "Not known",
}

GROUP_ICONS: dict[Group, str] = {
    Group.DEAD: "circle-x",
    Group.MISSING: "circle-help",
    Group.HELD: "lock",
    Group.STILL_THERE: "shield",
    Group.OUT: "log-out",
    Group.HOME: "circle-check",
    Group.NOT_KNOWN: "circle-dashed",
}


@dataclass(frozen=True)
class Status:
    """One status.

    Attributes:
        key: what is stored.
        label: what is shown, as in "Reported killed".
        group: what it amounts to.
        lasting: it holds on the day somebody says it (missing, detained), rather than
            having happened at one moment before (killed, captured).
        remains: said of a dead person, it concerns the body.
        verb: the word before a date in a list, as in "died Mar 2024".
    """

    key: str
    label: str
    group: Group
    lasting: bool = False
    remains: bool = False
    verb: str = ""


_TABLE = (
    Status("killed", "Killed", Group.DEAD, verb="died"),
    Status("died_of_wounds", "Died of wounds", Group.DEAD, verb="died"),
    Status("died", "Died otherwise", Group.DEAD, verb="died"),
    Status("presumed_dead", "Presumed dead", Group.DEAD, verb="presumed dead"),
    Status("missing", "Missing", Group.MISSING, lasting=True, verb="missing"),
    Status("out_of_contact", "Out of contact", Group.MISSING, lasting=True, verb="last heard"),
    Status("captured", "Captured", Group.HELD, verb="captured"),
    Status("hostage", "Hostage", Group.HELD, lasting=True, verb="held"),
    Status("detained", "Detained", Group.HELD, lasting=True, verb="detained"),
    Status("jailed", "Jailed", Group.HELD, lasting=True, verb="jailed"),
    Status("recruited", "Recruited", Group.STILL_THERE, verb="recruited"),
    Status("serving", "Serving", Group.STILL_THERE, lasting=True, verb="serving"),
    Status("injured", "Injured", Group.STILL_THERE, verb="injured"),
    Status("stranded", "Stranded", Group.STILL_THERE, lasting=True, verb="stranded"),
    Status("seeking_return", "Seeking return", Group.STILL_THERE, lasting=True, verb="asked"),
    Status("released", "Released", Group.OUT, remains=True, verb="released"),
    Status("discharged", "Discharged", Group.OUT, verb="discharged"),
    Status("evacuated", "Evacuated", Group.OUT, remains=True, verb="evacuated"),
    Status("repatriated", "Repatriated", Group.HOME, remains=True, verb="home"),
    Status("returned", "Returned", Group.HOME, verb="home"),
    Status("not_known", "Not known", Group.NOT_KNOWN, lasting=True),
)

STATUSES: dict[str, Status] = {status.key: status for status in _TABLE}

_KNOWN = frozenset(key for key, status in STATUSES.items() if status.group is not Group.NOT_KNOWN)
_AFTER_HOME = frozenset("repatriated returned recruited detained jailed died died_of_wounds".split())
_LEADS_TO: dict[Group, frozenset[str]] = {
    Group.DEAD: frozenset(),
    Group.MISSING: _KNOWN,
    Group.HELD: _KNOWN,
    Group.STILL_THERE: _KNOWN,
    Group.OUT: _KNOWN - {"serving"},
    Group.HOME: _AFTER_HOME,
    Group.NOT_KNOWN: _KNOWN,
}
"""What can come next: who is out or home serves, or is killed at war, only after being recruited again."""

_OTHER_DEATHS = frozenset({"killed", "died_of_wounds", "died"})


def follows(earlier: str, later: str) -> bool:
    """Tell whether a person in one status can come to be in another."""
    return earlier == later or later in _LEADS_TO[STATUSES[earlier].group] or says_less(earlier, later)


def says_less(one: str, other: str) -> bool:
    """Tell whether one status leaves open what the other says, so that the two never stand against each other."""
    if STATUSES[one].group is Group.NOT_KNOWN:
        return STATUSES[other].group is not Group.NOT_KNOWN
    return one == "presumed_dead" and other in _OTHER_DEATHS


def find_status(text: str) -> Status | None:
    """Return the status whose key or label is the text, however it is cased."""
    wanted = " ".join(text.replace("_", " ").casefold().split())
    for status in _TABLE:
        if wanted in (status.key.replace("_", " "), status.label.casefold()):
            return status
    return None


def find_group(text: str) -> Group | None:
    """Return the group whose key or label is the text, however it is cased."""
    wanted = " ".join(text.replace("_", " ").casefold().split())
    return next((group for group, label in GROUP_LABELS.items() if label.casefold() == wanted), None)
