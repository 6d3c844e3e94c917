"""What lists say of each case: its pill, its date, and the sentence for a screen reader.

Apart from the wording of whole cases, for it is all that the first page of people needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate, show
from casefiles.domain.refs import show_ref
from casefiles.domain.status import STATUSES, Group
from casefiles.workspace.list_views import Half, ListRow, Pill

if TYPE_CHECKING:
    from casefiles.storage.finding import Listed

NO_STATUS = Pill("No status yet", Certainty.DESK, (Half("No status yet", Group.NOT_KNOWN),))


@lru_cache(maxsize=1024)
def list_pill(status: str, against: tuple[str, ...], certainty: Certainty | None) -> Pill:
    """Return the pill of a listed case; lists show the same few over and over."""
    if certainty is None:
        return NO_STATUS
    keys = [status, *against]
    halves = tuple(Half(STATUSES[key].label, STATUSES[key].group) for key in keys)
    return Pill(pill_text(keys, certainty), certainty, halves)


def pill_text(keys: Sequence[str], certainty: Certainty) -> str:
    """Say a status with its certainty; of a dispute all sides."""
    labels = [STATUSES[key].label for key in keys]
    small = [label[0].lower() + label[1:] for label in labels]
    return {
        Certainty.CONFIRMED: labels[0],
        Certainty.REPORTED: f"Reported {small[0]}",
        Certainty.DISPUTED: f"Disputed: {' / '.join(small)}",
        Certainty.DESK: f"Desk entry: {small[0]}",
    }[certainty]


def list_row(listed: Listed, entered: str = "") -> ListRow:
    """Return a case as lists show it; of what was entered after the day asked about, also when it was."""
    shown = list_pill(listed.status, listed.against, Certainty[listed.certainty.upper()] if listed.certainty else None)
    day = list_date(listed.status, listed.happened, listed.said_on if listed.certainty else "")
    names = f"{listed.heading} ({listed.native_name})" if listed.native_name else listed.heading
    count = sources(listed.sources)
    parts = [names, listed.origin, shown.text, day, count, "versions differ" if listed.versions else ""]
    parts += ["on hold" if listed.held else "", entered]
    return ListRow(
        listed.id,
        show_ref(listed.ref),
        listed.heading,
        listed.native_name,
        shown,
        day,
        _list_day(listed.happened) or day,
        listed.origin,
        listed.sources,
        listed.versions,
        listed.people,
        ", ".join(filter(None, parts)),
        listed.held,
        entered,
    )


def list_date(status: str, happened: str, said_on: str) -> str:
    """Say what a list's date is and when: "died Mar 2024", or "said 11 Jun 2024" when only that is known."""
    if happened:
        return f"{STATUSES[status].verb} {_list_day(happened)}".strip()
    return f"said {say_day(said_on)}" if said_on else ""


def _list_day(edtf: str) -> str:
    return say_day(edtf).removesuffix(", day not known")


@lru_cache(maxsize=4096)
def say_day(edtf: str) -> str:
    """Say a stored date in words; empty for none. Lists say the same few days over and over."""
    return show(PartialDate.parse_edtf(edtf)) if edtf else ""


def sources(number: int) -> str:
    """Say how many sources there are."""
    return "no source" if number == 0 else "1 source" if number == 1 else f"{number} sources"
