"""Kinds of several parts: a name, a place, a nationality, a status report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from casefiles.domain import dates
from casefiles.domain.dates import PartialDate
from casefiles.domain.kinds.base import Kind, Value, is_blank, short
from casefiles.domain.one_line import clean
from casefiles.domain.places import Place, read_place
from casefiles.domain.problems import BadInput
from casefiles.domain.status import STATUSES, find_status


def _only(value: Value, parts: tuple[str, ...], what: str, longest: int = 300) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise BadInput(f"That is not {what}.", f"Give an object with: {', '.join(parts)}.")
    unknown = sorted(str(key) for key in value if key not in parts)
    if unknown:
        said = f"{what.capitalize()} has no part called “{short(unknown[0])}”."
        raise BadInput(said, f"The parts are: {', '.join(parts)}.")
    return {key: part for key in parts if (part := _part(value.get(key), key, longest))}


def _part(value: Value, name: str, longest: int) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"The part “{name}” is not a text.", "Give one line of text.")
    return clean(value, longest)


NAME_KINDS: tuple[tuple[str, str], ...] = (
    ("display", "Display name"),
    ("alias", "Also known as"),
    ("native", "In own script"),
    ("former", "Former name"),
    ("nickname", "Nickname"),
    ("father", "Father's name"),
    ("house", "House name"),
)


@dataclass(frozen=True)
class NameKind(Kind):
    """One spelling of a name, with its script, language and kind."""

    def _check(self, value: Value) -> Value:
        if isinstance(value, str):
            value = {"text": value}
        parts = _only(value, ("text", "kind", "script", "language"), "a name", 200)
        text = parts.get("text", "")
        if not text:
            raise BadInput("The name is empty.", "Type a name, or leave the person unnamed.")
        kind = parts.get("kind", "display")
        if kind not in dict(NAME_KINDS):
            raise BadInput(f"“{short(kind)}” is no kind of name.", "Use one of: " + ", ".join(dict(NAME_KINDS)) + ".")
        rest = {key: clean(parts[key], 35) for key in ("script", "language") if key in parts}
        return {"text": text, "kind": kind, **rest}

    def _show(self, value: Value) -> str:
        return str(value["text"])

    def _agrees(self, one: Value, other: Value) -> bool:  # noqa: ARG002 - several names stand together
        return True


@dataclass(frozen=True)
class PlaceKind(Kind):
    """A place of origin in its parts."""

    def _check(self, value: Value) -> Value:
        if isinstance(value, str):
            value = asdict(read_place(clean(value)))
        parts = _only(value, tuple(Place.__dataclass_fields__), "a place", 120)
        if not parts:
            raise BadInput("The place is empty.", f"Type it as {self.example}.")
        return parts

    def _show(self, value: Value) -> str:
        return ", ".join(Place(**value).parts())

    def _agrees(self, one: Value, other: Value) -> bool:
        return all(str(other[part]).casefold() == str(text).casefold() for part, text in one.items() if part in other)

    def detail(self, value: Value) -> int:
        """Prefer the place with more parts."""
        return 0 if is_blank(value) else len(value)

    def bears_out(self, said: Value, shown: Value) -> bool:
        """Tell whether every part that is shown was said."""
        return self.agrees(said, shown) and (is_blank(shown) or set(shown) <= set(said))


_VERIFIED = re.compile(r"(?P<country>.+?)\s*\((?:not verified|claimed|verified by (?P<by>.+))\)")


@dataclass(frozen=True)
class NationalityKind(Kind):
    """A country, as somebody gave it or as verified, by whom and when."""

    def _read(self, text: str, today: date) -> Value:
        """Take a country and what is shown beside it: "Nepal (not verified)", "Nepal (verified by embassy)"."""
        match = _VERIFIED.fullmatch(text.strip())
        if match is None:
            return self._check(text)
        country, by = match["country"], match["by"]
        if by is None:
            return self._check({"country": country})
        verifier, comma, on = by.rpartition(", ")
        try:
            day = dates.read_date(on, today=today).edtf if comma else ""
        except BadInput:
            day = ""
        return self._check({"country": country, "verified_by": verifier if day else by, "verified_on": day})

    def _check(self, value: Value) -> Value:
        if isinstance(value, str):
            value = {"country": value}
        parts = _only(value, ("country", "verified_by", "verified_on"), "a nationality", 120)
        country = parts.get("country", "")
        if not country:
            raise BadInput("The nationality has no country.", "Type a country.")
        checked = {"country": country}
        if "verified_by" in parts:
            checked["verified_by"] = parts["verified_by"]
        if "verified_on" in parts:
            checked["verified_on"] = PartialDate.parse_edtf(parts["verified_on"]).edtf
        return checked

    def _show(self, value: Value) -> str:
        if "verified_by" not in value:
            return f"{value['country']} (not verified)"
        on = dates.show(PartialDate.parse_edtf(value["verified_on"])) if "verified_on" in value else ""
        return f"{value['country']} (verified by {value['verified_by']}{', ' + on if on else ''})"

    def _agrees(self, one: Value, other: Value) -> bool:
        return bool(one["country"].casefold() == other["country"].casefold())


@dataclass(frozen=True)
class StatusKind(Kind):
    """A status report: what, when it happened, where, and how; unknown is a status of its own."""

    def read(self, text: str, today: date) -> Value:
        """Take what an officer typed; "unknown" is the status "Not known".

        Raises:
            BadInput: it is no status.
        """
        return self.check(super().read(text, today))

    def check(self, value: Value) -> Value:
        """Return a stored or imported status in its one canonical form.

        Raises:
            BadInput: it is no status.
        """
        checked = super().check(value)
        return {"status": "not_known"} if checked == {"blank": "unknown"} else checked

    def _read(self, text: str, today: date) -> Value:  # noqa: ARG002 - the date is a part of its own
        return self._check({"status": text})

    def _check(self, value: Value) -> Value:
        if isinstance(value, str):
            value = {"status": value}
        parts = _only(value, ("status", "date", "place", "cause"), "a status report")
        status = find_status(parts.get("status", ""))
        if status is None:
            known = ", ".join(s.label for s in STATUSES.values())
            raise BadInput(f"“{short(parts.get('status', ''))}” is not a status.", f"Use one of: {known}.")
        checked = {"status": status.key}
        if "date" in parts:
            checked["date"] = PartialDate.parse_edtf(parts["date"]).edtf
        return checked | {key: parts[key] for key in ("place", "cause") if key in parts}

    def _show(self, value: Value) -> str:
        return STATUSES[value["status"]].label

    def _agrees(self, one: Value, other: Value) -> bool:  # noqa: ARG002 - the status rule decides
        return True
