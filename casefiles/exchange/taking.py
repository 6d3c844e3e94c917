"""Makes whole records of what a file gives: short forms spelled out, references resolved, everything checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeAlias
from uuid import uuid4

from casefiles.domain import catalogue
from casefiles.domain.codebook import clean_text
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.speakers import read_speakers
from casefiles.exchange.checks import anchored, at, day, decoded, digest, edtf, lines, stamp, under, value
from casefiles.exchange.taking_figures import NUMBER, TakingFigures
from casefiles.exchange.told import check_edition, check_statement

Plain: TypeAlias = dict[str, Any]

ORDER = (
    "bodies",
    "situations",
    "sources",
    "texts",
    "cases",
    "claims",
    "decisions",
    "memberships",
    "grades",
    "holds",
    "codebook",
    "saved_searches",
    "figures",
    "editions",
    "statements",
)
"""The lists of a file, each after those it points at."""

_PARTS = {
    "sources": ("captures",),
    "claims": ("passages",),
    "figures": ("passages",),
    "statements": ("bases", "judgements"),
}
_NEVER_CHANGED = {
    "texts": "text",
    "claims": "report",
    "decisions": "decision",
    "grades": "grade",
    "editions": "edition",
}
_OWN_HERE = {"editions": {"number", "kept"}}
"""What of a record may be other here than in the file: its number, and bytes that stand for hashes."""
_FIXED = {"cases": ("kind",), "holds": ("case",), "memberships": ("group", "person")}
_SOURCE_LINES = "title publisher author url received_from original language independence_group note".split()
_SOURCE_DATES = ("published_on", "received_on", "corrected_on", "withdrawn_on")


class Known(Protocol):
    """What the casebook holds already."""

    def has(self, section: str, uuid: str) -> bool:
        """Tell whether a record is there; parts have lists of their own."""

    def record(self, section: str, uuid: str) -> Plain:
        """Return a record that is there."""

    def text(self, uuid: str) -> tuple[str, str, str] | None:
        """Return a text by its own UUID or its source's: its UUID, its source's, its characters."""

    def is_member(self, group: str, person: str) -> bool:
        """Tell whether a person is one of a group already."""

    def situation_called(self, name: str) -> str:
        """Return the UUID of the situation with a name; empty where there is none."""

    def figures(self) -> Iterable[Plain]:
        """Return every reported total that is there."""


@dataclass
class Taking:
    """One file being taken in; it reads the casebook and writes nothing.

    Attributes:
        known: what the casebook holds.
        at: when, as the journal stamps it.
        officer: who.
        today: the day it is at the desk.
    """

    known: Known
    at: str
    officer: str
    today: date
    _taken: dict[str, dict[str, Plain]] = field(default_factory=lambda: {section: {} for section in ORDER})
    _parts: set[str] = field(default_factory=set)
    _texts: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    _members: set[tuple[str, str]] = field(default_factory=set)
    _figures: TakingFigures = field(init=False)

    def take(self, form: Mapping[str, Any]) -> dict[str, list[Plain]]:
        """Return the records to put in, by list; what is there already and never changes is left out.

        Raises:
            BadInput: something cannot be taken; the sentence names the place.
        """
        self._figures = TakingFigures(self.known, {one["id"]: one for one in form.get("figures", ()) if "id" in one})
        records = {section: list(self._section(section, form.get(section, ()))) for section in ORDER}
        return records | {"figures": self._figures.in_order(records["figures"])}

    def _section(self, section: str, given: Iterable[Plain]) -> Iterator[Plain]:
        for index, entry in enumerate(given):
            with at(section, index):
                record = self._record(section, entry)
            if record is not None:
                yield record

    def _record(self, section: str, given: Plain) -> Plain | None:
        uuid = given.get("id") or str(uuid4())
        if uuid in self._taken[section]:
            raise BadInput("This id was used before in the file.")
        if "entered_at" in given:
            under("entered_at", stamp, given["entered_at"])
        record = {**given, **_CHECKS[section](self, given), "id": uuid}
        self._taken[section][uuid] = record
        is_known = self.known.has(section, uuid)
        for name in _PARTS.get(section, ()):
            self._claim_parts(record.get(name, ()), name, is_known=is_known)
        if is_known:
            return self._beside_stored(section, record, given)
        new = self._stamps(section) | record
        if section == "texts":
            self._texts[uuid] = self._texts[new["source"]] = (uuid, new["source"], new["chars"])
        return new

    def _beside_stored(self, section: str, record: Plain, given: Plain) -> Plain | None:
        """Refuse a change of what is never changed, and keep what the file does not speak of."""
        stored = self.known.record(section, record["id"])
        never = _NEVER_CHANGED.get(section)
        for key in given.keys() - _OWN_HERE.get(section, set()) if never else _FIXED.get(section, ()):
            if key in given and not _same(record[key], stored[key]):
                raise BadInput(
                    f"This {never or 'record'} is here already, and its “{key}” differs; it is never changed."
                )
        _refuse_other_bytes(record.get("captures", ()), stored.get("captures", ()))
        together = NUMBER if section == "figures" and not NUMBER.isdisjoint(given) else frozenset()
        return None if never else {key: record[key] for key in dict.fromkeys([*given, *sorted(together)])}

    def _claim_parts(self, parts: Iterable[Plain], name: str, *, is_known: bool) -> None:
        for part in parts:
            if part["id"] in self._parts:
                raise BadInput("The id of one of its parts was used before in the file.")
            if not is_known and self.known.has(name, part["id"]):
                raise BadInput("The id of one of its parts belongs to another record.")
            self._parts.add(part["id"])

    def _stamps(self, section: str) -> Plain:
        today = self.today.isoformat()
        return {
            "sources": {"entered_at": self.at, "entered_by": self.officer},
            "cases": {"entered_at": self.at, "entered_by": self.officer, "kind": CaseKind.PERSON.value},
            "claims": {"entered_at": self.at, "entered_by": self.officer},
            "figures": {"entered_at": self.at, "entered_by": self.officer},
            "decisions": {"entered_at": self.at, "officer": self.officer, "effective_on": today},
            "memberships": {"entered_at": self.at, "since": today},
            "codebook": {"entered_at": self.at, "entered_by": self.officer},
            "saved_searches": {"entered_at": self.at, "entered_by": self.officer},
            "holds": {"entered_at": self.at, "officer": self.officer, "since": today},
            "grades": {"entered_at": self.at, "officer": self.officer, "effective_on": today},
            "editions": {"issued_by": self.officer},
            "statements": {"entered_at": self.at, "entered_by": self.officer, "said_on": today},
        }.get(section, {})

    # ---- what each list asks of its records

    def check_body(self, given: Plain) -> Plain:
        """Check a body able to confirm."""
        return lines(given, "name") | {key: under(key, edtf, given[key]) for key in ("since", "until") if key in given}

    def check_situation(self, given: Plain) -> Plain:
        """Check a situation."""
        return lines(given, "name", "note")

    def check_source(self, given: Plain) -> Plain:
        """Check a source and its saved copies."""
        dates = {key: under(key, edtf, given[key]) for key in _SOURCE_DATES if key in given}
        captures = [self._capture(index, capture) for index, capture in enumerate(given.get("captures", ()))]
        return lines(given, *_SOURCE_LINES) | dates | ({"captures": captures} if "captures" in given else {})

    def check_text(self, given: Plain) -> Plain:
        """Check a frozen text."""
        self.refer("sources", given, "source")
        capture = given.get("capture")
        if capture and capture not in self._parts and not self.known.has("captures", capture):
            raise BadInput(f"“capture” points at {capture}, which is not before this place or in the casebook.")
        if "\0" in given["chars"]:
            raise BadInput("The text holds a NUL character.")
        return {"sha256": under("sha256", digest, given, given["chars"].encode())}

    def check_case(self, given: Plain) -> Plain:
        """Check a case and its situations."""
        for uuid in given.get("situations", ()):
            self.refer("situations", {"situations": uuid}, "situations")
        return {"situations": sorted(set(given["situations"]))} if "situations" in given else {}

    def check_claim(self, given: Plain) -> Plain:
        """Check a report and its quotes."""
        self.refer("cases", given, "case")
        self.refer("sources", given, "source")
        self.refer("claims", given, "base")
        known = under("field", catalogue.field, given["field"])
        passages = [self._passage(index, one) for index, one in enumerate(given.get("passages", ()))]
        main = next((one["quote"] for one in passages if one["role"] == Role.VALUE.value), "")
        speakers = under("speakers", read_speakers, given.get("speakers", ()))
        return {
            "field": known.key,
            "value": under("value", value, known, given["value"]),
            "speakers": [{"name": one.name, "kind": one.kind.value} for one in speakers],
            "said_on": under("said_on", edtf, given.get("said_on", "")),
            "learned_on": under("learned_on", day, given.get("learned_on") or self.today.isoformat()),
            "certainty_words": under("certainty_words", clean, given.get("certainty_words", "")),
            "release": max(given.get("release", 0), int(known.release)),
            "wording": given.get("wording") or main,
            "source": given.get("source") or (passages[0]["source"] if passages else None),
            "passages": [{key: part for key, part in one.items() if key != "source"} for one in passages],
        }

    def check_decision(self, given: Plain) -> Plain:
        """Check a decision."""
        self.refer("claims", given, "target")
        self.refer("claims", given, "other")
        return lines(given, "reason") | _day_of(given, "effective_on")

    def check_membership(self, given: Plain) -> Plain:
        """Check that a person is said to be one of a group, and not the other way round."""
        for key, kind in (("group", CaseKind.GROUP), ("person", CaseKind.PERSON)):
            self.refer("cases", given, key)
            if self._kind(given[key]) != kind.value:
                raise BadInput(f"“{key}” points at a case that is not a {kind.value}.")
        pair = given["group"], given["person"]
        is_new = not self.known.has("memberships", given.get("id", ""))
        if pair in self._members or (is_new and self.known.is_member(*pair)):
            raise BadInput("This person is one of the group already.")
        self._members.add(pair)
        return lines(given, "reason") | _day_of(given, "since")

    def check_figure(self, given: Plain) -> Plain:
        """Check a reported total and its quotes."""
        self.refer("sources", given, "source")
        passages = [self._passage(index, one) for index, one in enumerate(given.get("passages", ()))]
        named = {one["name"].casefold(): one["id"] for one in self._taken["situations"].values() if "name" in one}
        situation = self._figures.situation(given.get("situation") or "", named, self._taken["situations"])
        return self._figures.check(given, situation, passages, self.today)

    def check_grade(self, given: Plain) -> Plain:
        """Check the grade of a report."""
        self.refer("claims", given, "claim")
        return lines(given, "reason") | _day_of(given, "effective_on")

    def check_hold(self, given: Plain) -> Plain:
        """Check the hold of a case."""
        self.refer("cases", given, "case")
        review = {"review_by": under("review_by", edtf, given["review_by"])} if "review_by" in given else {}
        lifted = _day_of(given, "lifted_on") if given.get("lifted_on") else {}
        return lines(given, "reason", "lift_reason") | _day_of(given, "since") | review | lifted

    def check_codebook(self, given: Plain) -> Plain:
        """Check a paragraph of the codebook."""
        dated = {"effective_on": under("effective_on", edtf, given["effective_on"])} if "effective_on" in given else {}
        if given["section"] == "method" and not given.get("effective_on"):
            raise BadInput("A change of method has no day in “effective_on”.")
        text = under("text", clean_text, given["text"])
        if not text:
            raise BadInput("The “text” is empty.")
        return lines(given, "term") | dated | {"text": text}

    def check_saved_search(self, given: Plain) -> Plain:
        """Check a saved search; one that another version could read is kept, and told where it is shown."""
        if not clean(given["name"]) or not clean(given["text"], 2000):
            raise BadInput("The “name” or the “text” is empty.")
        return lines(given, "name", "text")

    # ---- parts

    def _capture(self, index: int, given: Plain) -> Plain:
        with at("captures", index):
            data = decoded(given["data"], "data")
            if given.get("size", len(data)) != len(data):
                raise BadInput(f"The size is {len(data)} bytes, not {given['size']}.")
            taken_at = under("taken_at", stamp, given.get("taken_at", self.at))
            rest = {"id": str(uuid4()), "media_type": "text/plain", "tool": "native form"} | given
            found = digest(given, data)
            return rest | {"taken_at": taken_at, "sha256": found, "size": len(data), "bytes": {found: data}}

    def _passage(self, index: int, given: Plain) -> Plain:
        with at("passages", index):
            text, source, chars = self._text(given["text"])
            start, end = anchored(chars, given)
            rest = {"id": given.get("id") or str(uuid4()), "role": given.get("role", Role.VALUE.value)}
            return rest | {"text": text, "source": source, "start": start, "end": end, "quote": chars[start:end]}

    def _text(self, uuid: str) -> tuple[str, str, str]:
        if uuid not in self._texts:
            found = self.known.text(uuid)
            if found is None:
                raise BadInput(f"There is no text or source {uuid} before this place or in the casebook.")
            self._texts[uuid] = found
        return self._texts[uuid]

    def refer(self, section: str, given: Plain, key: str) -> None:
        """Refuse a UUID that points at nothing."""
        uuid = given.get(key)
        if uuid and uuid not in self._taken[section] and not self.known.has(section, uuid):
            raise BadInput(f"“{key}” points at {uuid}, which is not before this place or in the casebook.")

    def _kind(self, case: str) -> str:
        if self.known.has("cases", case):
            return str(self.known.record("cases", case)["kind"])
        return str(self._taken["cases"][case].get("kind", CaseKind.PERSON.value))


_CHECKS: dict[str, Callable[[Taking, Plain], Plain]] = {
    "bodies": Taking.check_body,
    "situations": Taking.check_situation,
    "sources": Taking.check_source,
    "texts": Taking.check_text,
    "cases": Taking.check_case,
    "claims": Taking.check_claim,
    "decisions": Taking.check_decision,
    "memberships": Taking.check_membership,
    "figures": Taking.check_figure,
    "grades": Taking.check_grade,
    "holds": Taking.check_hold,
    "codebook": Taking.check_codebook,
    "saved_searches": Taking.check_saved_search,
    "editions": check_edition,
    "statements": check_statement,
}


def _day_of(given: Plain, key: str) -> Plain:
    return {key: under(key, day, given[key])} if key in given else {}


def _refuse_other_bytes(given: Iterable[Plain], stored: Iterable[Plain]) -> None:
    known = {capture["id"]: capture["sha256"] for capture in stored}
    if any(known.get(capture["id"], capture["sha256"]) != capture["sha256"] for capture in given):
        raise BadInput("A saved copy is here already with other bytes; it is never changed.")


def _same(given: Any, stored: Any) -> bool:
    if isinstance(given, list) and isinstance(stored, list):
        return [_without_id(one) for one in given] == [_without_id(one) for one in stored]
    return bool(given == stored)


def _without_id(part: Any) -> Any:
    return {key: value for key, value in part.items() if key != "id"} if isinstance(part, dict) else part
