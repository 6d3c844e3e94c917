"""What a reported total counts: free words brought to one label, and to the statuses that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput
from casefiles.domain.status import GROUP_LABELS, STATUSES, Group, find_group, find_status

EVERYBODY = frozenset(STATUSES)
PEOPLE = "people"
UNITS = (PEOPLE, "cases", "families", "bodies", "remains")
"""In what a total is usually counted; another word can be typed."""
_ALSO_PEOPLE = frozenset(["", PEOPLE, *"person persons individual individuals nationals citizens".split()])
_TOTAL = "total"
_RECRUITED = "recruited"
_STILL_THERE = "still there"

_ALSO: dict[str, str] = {
    "total": _TOTAL, "all": _TOTAL, "in all": _TOTAL, "everybody": _TOTAL, "everyone": _TOTAL, "known": _TOTAL,
    "total known": _TOTAL, "all known": _TOTAL, "overall": _TOTAL, "cases": _TOTAL, "total cases": _TOTAL,
    "recruits": _RECRUITED, "enlisted": _RECRUITED, "joined": _RECRUITED,
    "deaths": "dead", "died": "dead", "deceased": "dead", "casualties": "", "fatalities": "dead", "lost lives": "dead",
    "killed in action": "killed", "not traceable": "missing", "untraceable": "missing", "untraced": "missing",
    "whereabouts not known": "missing", "reported missing": "missing",
    "still in": "still there", "still serving": "still there", "remaining": "still there", "remain": "still there",
    "still in the army": "still there", "still in service": "still there", "in service": "still there",
    "in the army": "still there", "still with the army": "still there", "still held": "held", "in custody": "held",
    "prisoners": "held", "captives": "held", "freed": "released", "let go": "released", "let out": "out",
    "brought home": "home", "back home": "home", "came home": "home", "returned home": "returned",
    "sent home": "repatriated", "wounded": "injured", "imprisoned": "jailed", "in jail": "jailed",
    "seeking": "seeking return", "seeking release": "seeking return", "want to return": "seeking return",
    "asked to return": "seeking return", "no contact": "out of contact", "hostages": "hostage",
    "still": "still there", "not known": "not known", "unaccounted for": "missing", "not accounted for": "missing",
    "prisoners of war": "held", "in captivity": "held", "held captive": "held", "held hostage": "hostage",
    "returnees": "returned", "evacuees": "evacuated",
}  # fmt: skip
"""Other words for a status, a group, or everybody; some are known to say too little to be taken for either."""

_JOINED = re.compile(r"\s*(?:,|/|&|\+|;|\band\b|\bor\b)\s*")
_ORNAMENTS = re.compile(
    r"^(?:(?:of whom|of them|of these|of which|number of|the|those|persons?|people|nationals?) )+"
    r"|(?: (?:persons?|people|nationals?))+$|[.:]$"
)
_NOW = re.compile(r"^(?:(?:still|currently|now|remain|remaining|remains) )+")
"""Words before a state that people leave again; of other words they tell that their number can fall."""
_WAITING = re.compile(r"(?:awaiting|waiting|trapped|stuck|on board|aboard|in hospital|sheltering|displaced)\b")

_STATES = frozenset({Group.MISSING, Group.HELD, Group.STILL_THERE, Group.NOT_KNOWN})
"""Groups that people leave again, so that their number can fall."""


@dataclass(frozen=True)
class Measure:
    """What is counted.

    Attributes:
        text: the label it is shown by.
        key: what it is compared by: "dead or missing" and "missing and dead" are one measure.
        statuses: the statuses that it counts; empty where the words are not known.
        can_fall: it is a state that people leave again, such as missing.
        query: a search that would find those counted; only ever a suggestion.
    """

    text: str
    key: str
    statuses: frozenset[str] = frozenset()
    can_fall: bool = False
    query: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether its words are statuses, groups, or everybody."""
        return bool(self.statuses)

    @property
    def is_total(self) -> bool:
        """Tell whether it counts everybody there is."""
        return self.statuses == EVERYBODY


def read_unit(text: str) -> str:
    """Take in what a total is counted, in anybody's words; people unless something else is named."""
    plain = clean(text)
    return PEOPLE if plain.casefold() in _ALSO_PEOPLE else plain


def read_measure(text: str) -> Measure:
    """Take what is counted, in anybody's words.

    Raises:
        BadInput: nothing is said to be counted.
    """
    plain = clean(text, 200)
    if not plain:
        raise BadInput("What is counted is missing.", "Type it as dead, missing, released and repatriated, or total.")
    return _read(plain)


@lru_cache(maxsize=1024)
def _read(plain: str) -> Measure:
    folded = _folded(plain)
    whole = _atom(folded)
    if whole is not None:
        return whole
    parts = [_atom(_ORNAMENTS.sub("", part)) for part in _JOINED.split(folded) if part]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or not known:
        return Measure(folded, folded, can_fall=bool(_NOW.match(folded) or _WAITING.match(folded)))
    labels = list(dict.fromkeys(part.text for part in known))
    return Measure(
        _joined(folded, labels),
        " + ".join(sorted(labels)),
        frozenset().union(*(part.statuses for part in known)),
        any(part.can_fall for part in known),
        _query([part.query for part in known]),
    )


def _folded(plain: str) -> str:
    return _ORNAMENTS.sub("", " ".join(plain.replace("_", " ").casefold().split()))


def _atom(word: str) -> Measure | None:
    word = _ALSO.get(word, word)
    state = _atom(_NOW.sub("", word)) if _NOW.match(word) and word != _STILL_THERE else None
    if state is not None and state.can_fall:
        return state
    if word in {_TOTAL, _RECRUITED}:
        return Measure(word, word, EVERYBODY, query="*")
    if group := find_group(word):
        label = GROUP_LABELS[group].casefold()
        members = frozenset(key for key, status in STATUSES.items() if status.group is group)
        return Measure(label, label, members, group in _STATES, f"status:{group.value}")
    if status := find_status(word):
        label = status.label.casefold()
        return Measure(label, label, frozenset({status.key}), status.lasting, f"status:{status.key}")
    return None


def _joined(folded: str, labels: list[str]) -> str:
    """Join labels as the words did: "released and repatriated", "dead or missing"."""
    if len(labels) == 1:
        return labels[0]
    return f"{', '.join(labels[:-1])} {'or' if ' or ' in folded else 'and'} {labels[-1]}"


def _query(queries: list[str]) -> str:
    if "*" in queries:
        return "*"
    values = dict.fromkeys(query.removeprefix("status:") for query in queries)
    return f"status:{','.join(values)}"
