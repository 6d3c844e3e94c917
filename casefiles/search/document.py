"""A case as the search box sees it: made in one place, for the index and for the matcher alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casefiles.domain import kinds
from casefiles.domain.catalogue import BY_KEY, BY_WORD, FIELDS, Field, In
from casefiles.domain.certainty import Certainty
from casefiles.domain.kinds import Searched
from casefiles.domain.records import CaseKind, Claim, SourceFacts
from casefiles.domain.refs import short_ref, show_ref, show_source_ref
from casefiles.domain.shown import ShownCase
from casefiles.domain.status import Group
from casefiles.search.fields import CAN_BE_MISSING
from casefiles.search.folded import joined

Span = tuple[int, int]
Interval = tuple[date, date]


@dataclass(frozen=True)
class Document:
    """What can be asked about one case; each part by the key of its search field.

    Attributes:
        index: the folded words that plain words are looked for in: its names, its origin, everything else.
        words: the folded words of one field, in every version that stands.
        each: the folded words of each of several things, such as its sources.
        situations: the UUIDs of those it belongs to.
        known_situations: the names of all there are, by UUID.
        numbers: the lowest and highest number a value can be.
        days: the first and last day a date can be.
        keys: which of a few values it is.
        missing: the search words of the fields that nothing is known of.
    """

    index: tuple[str, ...]
    words: Mapping[str, str]
    each: Mapping[str, tuple[str, ...]]
    situations: frozenset[str]
    known_situations: Mapping[str, str]
    numbers: Mapping[str, Span]
    days: Mapping[str, Interval]
    keys: Mapping[str, str]
    missing: frozenset[str]


_NO_NAMES: Mapping[str, str] = {}


def document(shown: ShownCase, situations: Mapping[str, str] = _NO_NAMES) -> Document:
    """Return a case as the search box sees it, on the day it is shown for.

    Args:
        shown: the case.
        situations: the names of all situations, by UUID.
    """
    standing = standing_claims(shown)
    known = Document(
        index=(),
        words=_words(shown, standing),
        each={
            "source": tuple(source_words(one) for one in dict.fromkeys(claim.source for claim in standing) if one),
        },
        situations=frozenset(shown.records.situations),
        known_situations=situations,
        numbers=_numbers(shown) | _grade(standing),
        days=_days(shown, standing),
        keys=_keys(shown),
        missing=frozenset(),
    )
    index = (known.words["name"], known.words["origin"], joined(_anything(shown, standing)))
    return replace(known, index=index, missing=_missing(shown, standing, known))


def standing_claims(shown: ShownCase) -> list[Claim]:
    """Return the reports of a case that nobody has set aside."""
    return [judged.claim for judged in shown.judged if judged.standing]


def source_words(source: SourceFacts) -> str:
    """Return the folded words that a source is searched by."""
    return joined([show_source_ref(source.ref), source.publisher, source.title])


def _words(shown: ShownCase, standing: Sequence[Claim]) -> dict[str, str]:
    of_fields = {
        field.word: joined(_several(field, standing) if field.many else _versions(field, shown))
        for field in FIELDS
        if field.kind.searched is Searched.WORDS
    }
    return of_fields | {"said-by": joined(dict.fromkeys(one.name for claim in standing for one in claim.speakers))}


def _several(field: Field, standing: Sequence[Claim]) -> list[str]:
    """Return the values of a field that holds several side by side."""
    told = [claim.value for claim in standing if claim.field == field.key]
    return [field.kind.show(value) for value in told if not kinds.is_blank(value)]


def _versions(field: Field, shown: ShownCase) -> list[str]:
    known = shown.fields.get(field.key)
    return [version.text for version in known.versions] if known else []


def _numbers(shown: ShownCase) -> dict[str, Span]:
    of_fields = {
        one.field.word: span
        for one in shown.fields.values()
        if one.field.kind.searched is Searched.NUMBER and (span := kinds.bounds(one.value))
    }
    versions = [len(one.versions) if one.certainty is Certainty.DISPUTED else 1 for one in shown.fields.values()]
    counts = {"sources": shown.sources, "independent": shown.independent, "versions": max(versions, default=0)}
    return of_fields | {key: (count, count) for key, count in counts.items()}


def _grade(standing: Iterable[Claim]) -> dict[str, Span]:
    """Return the best grade of the reports that stand, if any is graded."""
    best = min((int(claim.credibility) for claim in standing if claim.credibility), default=None)
    return {} if best is None else {"grade": (best, best)}


def _days(shown: ShownCase, standing: Iterable[Claim]) -> dict[str, Interval]:
    of_fields = {one.field.word: one.value for one in shown.fields.values() if one.field.kind.searched is Searched.DAYS}
    said = shown.status.current.said if shown.status.current else None
    told = {field.key for field in FIELDS if field.sourced}
    others = {
        "date": shown.happened.edtf if shown.happened else "",
        "said": said.edtf if said else "",
        "learned": max((claim.learned_on for claim in standing if claim.field in told), default=""),
    }
    return {key: days for key, edtf in (of_fields | others).items() if edtf and (days := kinds.days(edtf))}


def _keys(shown: ShownCase) -> dict[str, str]:
    """Return which of a few values each is; also for a number told by a word, such as child."""
    told = {one.field.word: one.value for one in shown.fields.values() if one.field.kind.searched in _KEYED}
    status = shown.status
    return {key: value for key, value in told.items() if isinstance(value, str) and not kinds.bounds(value)} | {
        "status": status.current.status.key if status.current else "not_known",
        "group": status.group.value,
        "certainty": status.certainty.name.lower() if status.current else "",
        "kind": shown.records.kind.value,
        "in": "people",
        "disputed": _yes(status.certainty is Certainty.DISPUTED),
        "held": _yes(shown.hold is not None),
        "unnamed": _yes(not shown.named),
    }


_KEYED = frozenset({Searched.CHOICE, Searched.NUMBER})


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _missing(shown: ShownCase, standing: Iterable[Claim], known: Document) -> frozenset[str]:
    """Return the fields that nobody has told anything of; "does not apply" is an answer, and so is the kind of case."""
    told = {one.field.word for one in shown.fields.values() if one.value not in kinds.SAYING_NOTHING}
    told |= {key for parts in (known.each, known.numbers, known.days) for key, part in parts.items() if part}
    told |= {BY_KEY[one.field].word for one in standing if one.field in _SEVERAL and not _says_nothing(one)}
    told |= {"said-by"} if known.words["said-by"] else set()
    told |= {"situation"} if known.situations else set()
    told |= {"status"} if shown.status.group is not Group.NOT_KNOWN else set()
    return _ASKED_OF[shown.records.kind] - told


_FORMS = {CaseKind.PERSON: In.PERSON, CaseKind.GROUP: In.GROUP}
_ASKED_OF = {
    kind: frozenset(word for word in CAN_BE_MISSING if word not in BY_WORD or form in BY_WORD[word].views)
    for kind, form in _FORMS.items()
}
"""The fields that can be missing of a person, and of a group: nobody asks how old a group is."""

_SEVERAL = frozenset(field.key for field in FIELDS if field.many and field.kind.searched is Searched.WORDS)


def _says_nothing(claim: Claim) -> bool:
    return claim.value in kinds.SAYING_NOTHING


def _anything(shown: ShownCase, standing: Iterable[Claim]) -> list[str]:
    """Return what else a case is found by: its reference, its values, and the words quoted for them."""
    findable = {field.key: field for field in FIELDS if In.FIND in field.views}
    found = [claim for claim in standing if claim.field in findable]
    values = [findable[claim.field].kind.show(claim.value) for claim in found if claim.field != "name"]
    parts = [str(part) for claim in found if claim.field == "status" for part in claim.value.values()]
    quotes = dict.fromkeys(passage.quote for claim in found for passage in claim.passages)
    kind = ["group"] if shown.records.kind is CaseKind.GROUP else []
    return [show_ref(shown.records.ref), short_ref(shown.records.ref), *kind, *values, *parts, *quotes]
