"""The kinds of value a field can hold: how each is read, checked, shown, compared and found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeAlias

from casefiles.domain import dates
from casefiles.domain.dates import PartialDate
from casefiles.domain.places import Place, read_place
from casefiles.domain.problems import BadInput
from casefiles.domain.status import STATUSES, find_status

Value: TypeAlias = Any
"""What a claim stores: text, a number, or an object of such, always as canonical JSON can hold it."""

BLANKS: dict[str, str] = {"unknown": "Not known", "not applicable": "Does not apply", "withheld": "Withheld"}
"""Values that say why there is none; "not asked yet" is the absence of a report."""

LONGEST = 10_000
_SPACES = re.compile(r"\s+")
_CONTROLS = {"Cc", "Cs", "Co", "Cn"}
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))


def clean(text: str, longest: int = 300) -> str:
    """Return typed text on one line, without control or direction characters.

    Raises:
        BadInput: it is longer than the field takes.
    """
    if len(text) > LONGEST:
        raise BadInput(f"That is {len(text):,} characters; this field takes {longest:,}.", "Put long text in Notes.")
    plain = "".join(" " if ch in "\t\r\n\v\f\x85\u2028\u2029" else ch for ch in text.translate(_BIDI))
    plain = "".join(ch for ch in plain if unicodedata.category(ch) not in _CONTROLS)
    plain = _SPACES.sub(" ", unicodedata.normalize("NFC", plain)).strip()
    if len(plain) > longest:
        raise BadInput(f"That is {len(plain):,} characters; this field takes {longest:,}.", "Put long text in Notes.")
    return plain


def is_blank(value: Value) -> bool:
    """Tell whether a value only says why there is none."""
    return isinstance(value, dict) and set(value) == {"blank"}


@dataclass(frozen=True)
class Kind:
    """How the values of a field behave; the base takes one line of text."""

    key: str
    example: str = ""

    def read(self, text: str, today: date) -> Value:
        """Take what an officer typed.

        Raises:
            BadInput: it is not such a value; the sentence says what is.
        """
        for blank, shown in BLANKS.items():
            if text.strip().casefold() in (blank, shown.casefold()):
                return {"blank": blank}
        return self._read(text, today)

    def check(self, value: Value) -> Value:
        """Return a stored or imported value in its one canonical form.

        Raises:
            BadInput: it is not such a value.
        """
        if is_blank(value):
            if value["blank"] not in BLANKS:
                raise BadInput(f"“{value['blank']}” is no kind of blank.", "Use one of: " + ", ".join(BLANKS) + ".")
            return {"blank": value["blank"]}
        return self._check(value)

    def show(self, value: Value) -> str:
        """Return the value in words."""
        return BLANKS[value["blank"]] if is_blank(value) else self._show(value)

    def agrees(self, one: Value, other: Value) -> bool:
        """Tell whether both can be true at once."""
        if is_blank(one) or is_blank(other):
            return bool(one == other)
        return self._agrees(one, other)

    def detail(self, value: Value) -> int:
        """Return how much a value says, so that the fuller of two agreeing ones is shown."""
        return 0 if is_blank(value) else len(self._show(value))

    def _read(self, text: str, today: date) -> Value:  # noqa: ARG002 - dates need it
        return self._check(text)

    def _check(self, value: Value) -> Value:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise BadInput("That is not a text.", "Give one line of text.")
        plain = clean(value)
        if not plain:
            raise BadInput("The value is empty.", "Type a value, or “unknown”.")
        return plain

    def _show(self, value: Value) -> str:
        return str(value)

    def _agrees(self, one: Value, other: Value) -> bool:
        return self._show(one).casefold() == self._show(other).casefold()


@dataclass(frozen=True)
class LongText(Kind):
    """Text of several lines."""

    def _check(self, value: Value) -> Value:
        if not isinstance(value, str) or not value.strip():
            raise BadInput("The value is empty.", "Type some text.")
        if len(value) > LONGEST:
            raise BadInput(f"That is {len(value):,} characters; notes take {LONGEST:,}.", "Add a source instead.")
        lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "\n".join(clean(line, LONGEST) for line in lines).strip("\n")


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few values."""

    options: tuple[tuple[str, str], ...] = ()

    def _check(self, value: Value) -> Value:
        wanted = str(value).strip().casefold()
        for key, label in self.options:
            if wanted in (key, label.casefold()):
                return key
        raise BadInput(
            f"“{str(value)[:40]}” is not a choice here.",
            "Use one of: " + ", ".join(v for _, v in self.options) + ".",
        )

    def _show(self, value: Value) -> str:
        return dict(self.options).get(value, str(value))


@dataclass(frozen=True)
class Count(Kind):
    """A whole number or a range of two, within bounds, or one of a few words."""

    low: int = 0
    high: int = 120
    words: tuple[str, ...] = ()

    def _check(self, value: Value) -> Value:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, list | tuple) and len(value) == 2:
            value = f"{value[0]}-{value[1]}"
        text = str(value).strip().casefold()
        if text in self.words:
            return text
        match = re.fullmatch(r"(\d{1,9})(?:\s*(?:[-–—]|to)\s*(\d{1,9}))?", text)
        if match is None:
            raise BadInput(f"“{str(value)[:40]}” is not a number or a range.", f"Type it as {self.example}.")
        low, high = int(match[1]), int(match[2] or match[1])
        if low > high:
            raise BadInput(f"The range {low}–{high} is the wrong way round.", f"Type {high}–{low}.")
        if low < self.low or high > self.high:
            raise BadInput(f"{text} is outside {self.low}–{self.high:,}.", "Check the number.")
        return low if low == high else f"{low}-{high}"

    def _show(self, value: Value) -> str:
        return str(value).replace("-", "–")

    def _agrees(self, one: Value, other: Value) -> bool:
        spans = bounds(one), bounds(other)
        if None in spans:
            return bool(one == other)
        (a, b), (c, d) = spans  # type: ignore[misc]  # None is excluded above
        return a <= d and c <= b

    def detail(self, value: Value) -> int:
        """Prefer the narrower range."""
        span = bounds(value)
        return -1 if span is None else 1_000_000_000 - (span[1] - span[0])


def bounds(value: Value) -> tuple[int, int] | None:
    """Return the lowest and highest number a stored count allows; None for a word or a blank."""
    if isinstance(value, int):
        return value, value
    match = re.fullmatch(r"(\d+)-(\d+)", value) if isinstance(value, str) else None
    return (int(match[1]), int(match[2])) if match else None


@dataclass(frozen=True)
class DateKind(Kind):
    """A date as precisely as it is known."""

    def _read(self, text: str, today: date) -> Value:
        return dates.read_date(text, today=today).edtf

    def _check(self, value: Value) -> Value:
        return PartialDate.parse_edtf(str(value)).edtf

    def _show(self, value: Value) -> str:
        return dates.show(PartialDate.parse_edtf(value))

    def _agrees(self, one: Value, other: Value) -> bool:
        return PartialDate.parse_edtf(one).agrees(PartialDate.parse_edtf(other))

    def detail(self, value: Value) -> int:
        """Prefer the narrower span of days."""
        if is_blank(value):
            return -1
        day = PartialDate.parse_edtf(value)
        if day.earliest is None or day.latest is None:
            return 0
        return 10_000_000 - (day.latest - day.earliest).days


def _only(value: Value, parts: tuple[str, ...], what: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise BadInput(f"That is not {what}.", f"Give an object with: {', '.join(parts)}.")
    unknown = sorted(set(value) - set(parts))
    if unknown:
        raise BadInput(f"{what.capitalize()} has no part called “{unknown[0]}”.", f"The parts are: {', '.join(parts)}.")
    return {key: part for key in parts if (part := value.get(key)) not in (None, "")}


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
        parts = _only(value, ("text", "kind", "script", "language"), "a name")
        text = clean(str(parts.get("text", "")), 200)
        if not text:
            raise BadInput("The name is empty.", "Type a name, or leave the person unnamed.")
        kind = parts.get("kind", "display")
        if kind not in dict(NAME_KINDS):
            raise BadInput(f"“{kind}” is no kind of name.", "Use one of: " + ", ".join(dict(NAME_KINDS)) + ".")
        rest = {key: clean(str(parts[key]), 35) for key in ("script", "language") if key in parts}
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
            value = {key: part for key, part in asdict(read_place(clean(value))).items() if part}
        parts = {
            key: clean(str(part), 120)
            for key, part in _only(value, tuple(Place.__dataclass_fields__), "a place").items()
        }
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


@dataclass(frozen=True)
class NationalityKind(Kind):
    """A country, claimed or verified, by whom and when."""

    def _check(self, value: Value) -> Value:
        if isinstance(value, str):
            value = {"country": value}
        parts = _only(value, ("country", "verified_by", "verified_on"), "a nationality")
        country = clean(str(parts.get("country", "")), 120)
        if not country:
            raise BadInput("The nationality has no country.", "Type a country.")
        checked = {"country": country}
        if "verified_by" in parts:
            checked["verified_by"] = clean(str(parts["verified_by"]), 120)
        if "verified_on" in parts:
            checked["verified_on"] = PartialDate.parse_edtf(str(parts["verified_on"])).edtf
        return checked

    def _show(self, value: Value) -> str:
        if "verified_by" not in value:
            return f"{value['country']} (claimed)"
        on = dates.show(PartialDate.parse_edtf(value["verified_on"])) if "verified_on" in value else ""
        return f"{value['country']} (verified by {value['verified_by']}{', ' + on if on else ''})"

    def _agrees(self, one: Value, other: Value) -> bool:
        return bool(one["country"].casefold() == other["country"].casefold())


@dataclass(frozen=True)
class PaperKind(Kind):
    """A passport or visa number; shown masked until asked."""

    def _show(self, value: Value) -> str:
        return str(value)


def masked(text: str) -> str:
    """Hide all of a number but its last characters."""
    return "••••" + (text[-4:] if len(text) > 6 else "")


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
        status = find_status(str(parts.get("status", "")))
        if status is None:
            known = ", ".join(s.label for s in STATUSES.values())
            raise BadInput(f"“{str(parts.get('status', ''))[:40]}” is not a status.", f"Use one of: {known}.")
        checked = {"status": status.key}
        if "date" in parts:
            checked["date"] = PartialDate.parse_edtf(str(parts["date"])).edtf
        return checked | {key: clean(str(parts[key])) for key in ("place", "cause") if key in parts}

    def _show(self, value: Value) -> str:
        return STATUSES[value["status"]].label

    def _agrees(self, one: Value, other: Value) -> bool:  # noqa: ARG002 - the status rule decides
        return True


TEXT = Kind("text")
LONG_TEXT = LongText("long text")
DATE = DateKind("date", "21 Feb 2024, March 2024 or before 11 June 2024")
AGE = Count("number", "30 or 30–35", 0, 130, ("infant", "child", "adult", "elder"))
SIZE = Count("range", "2 or 2–5", 1, 10_000_000)
SEX = Choice("choice", options=(("man", "Man"), ("woman", "Woman"), ("other", "Other"), ("not stated", "Not stated")))
MARK = Choice(
    "choice",
    options=(
        ("unmarked", "No mark"),
        ("official", "Official"),
        ("restricted", "Restricted"),
        ("confidential", "Confidential"),
    ),
)
NAME = NameKind("name")
PLACE = PlaceKind("place", "Surat, Gujarat, India")
NATIONALITY = NationalityKind("nationality", "India")
PAPER = PaperKind("paper")
STATUS = StatusKind("status", "Killed")
