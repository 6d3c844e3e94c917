"""The published rule on sequences of reports, one row each; and what holds for any sequence at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.certainty import Certainty
from casefiles.domain.records import Claim, SourceFacts
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status import STATUSES, Group, find_group, find_status, follows
from casefiles.domain.status_rule import RULE, DerivedStatus, StatusReport, derive_status
from tests.domain.told import paper, told

MEA = ConfirmingBody("Ministry of External Affairs (MEA)")
COURIER, HERALD = paper("Daily Courier"), paper("Hill Herald")
TABLE = Path(__file__).parents[1] / "data" / "status_sequences.txt"
REPORT = re.compile(
    r"(?P<status>\w+)(?: (?P<date>[\d./?~-]+))?(?: by (?P<by>.+?))?(?: said (?P<said>\S+))?"
    r"(?: in (?P<paper>.+?))?(?: copy of (?P<agency>\w+))?(?: published (?P<out>\S+))?(?: learned (?P<learned>\S+))?"
    r"(?: graded (?P<reliability>[A-F]?)(?P<credibility>[1-6]?))?"
)
BODY = re.compile(r"(?P<name>.+?)(?: since (?P<since>\S+))?(?: until (?P<until>\S+))?")


def s(
    status: str, by: str = "", said: str = "", date: str = "", source: SourceFacts | None = None, **more: str
) -> Claim:
    """One status report."""
    parts = {"status": status} | ({"date": date} if date else {})
    return told("status", parts, by, said, source, **more)


KILLED_JAN = s("killed", "MEA", "2025-01-14", "2025-01-05")


@dataclass
class Row:
    """Reports in order of entry, and what the rule makes of them."""

    title: str
    reports: list[Claim]
    bodies: list[ConfirmingBody]
    then: str = ""
    chosen: str = ""

    def read(self, mark: str, text: str) -> None:
        """Take one line under the title."""
        if mark == "=":
            self.then = text
        elif mark == "able":
            self.bodies = [_body(text)] if text != "nobody" else []
        else:
            self.reports.append(_report(text))
            self.chosen = self.reports[-1].uuid if mark == "*" else self.chosen


def _body(text: str) -> ConfirmingBody:
    match = BODY.fullmatch(text)
    assert match
    return ConfirmingBody(match["name"], match["since"] or "", match["until"] or "")


def _report(text: str) -> Claim:
    match = REPORT.fullmatch(text)
    assert match, text
    source = paper(match["paper"], match["out"] or "", match["agency"] or "") if match["paper"] else None
    source = replace(source, reliability=match["reliability"] or "") if source else None
    more = {
        "learned": (match["learned"] or "2025-12-31").replace("never", ""),
        "credibility": match["credibility"] or "",
    }
    return s(match["status"], match["by"] or "", match["said"] or "", match["date"] or "", source, **more)


def _rows() -> Iterator[Row]:
    for block in TABLE.read_text().split("\n\n")[2:]:
        title, *lines = block.strip().splitlines()
        row = Row(title, [], [MEA])
        for line in lines:
            row.read(*line.strip().split(" ", 1))
        yield row


ROWS = tuple(_rows())


def keys(reports: tuple[StatusReport, ...]) -> str:
    return " ".join(sorted(report.status.key for report in reports))


def in_words(status: DerivedStatus) -> str:
    return f"{status.certainty.value} {status.current.status.key}" if status.current else "no status"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title)
def test_sequence(row: Row) -> None:
    status = derive_status(row.reports, row.bodies, row.chosen)
    parts = {
        "against": status.disputing,
        "history": status.history,
        "remains": status.remains,
        "earlier": status.earlier_word,
    }
    found = [in_words(status), *(f"{part} {keys(reports)}" for part, reports in parts.items() if reports)]
    assert "; ".join(found) == row.then


def test_there_are_enough_sequences() -> None:
    assert len(ROWS) >= 40
    assert len({row.title for row in ROWS}) == len(ROWS)


def test_golden_sequence_counts_with_the_dead_and_names_both_speakers() -> None:
    status = derive_status([KILLED_JAN, s("missing", "embassy, via family", "2025-12-10")], [MEA])
    assert status.group is Group.DEAD
    assert status.certainty is Certainty.DISPUTED
    assert status.current is not None
    assert [status.current.voice, status.disputing[0].voice] == ["ministry of external affairs mea", "family"]


def test_what_an_officer_overruled_is_kept() -> None:
    family = s("missing", "family", "2025-12-10")
    status = derive_status([KILLED_JAN, family], [MEA], family.uuid)
    assert status.chosen
    assert keys(status.overruled) == "killed"
    assert status.disputing == ()


def test_blanks_say_nothing_of_the_status() -> None:
    withheld = told("status", {"blank": "withheld"}, "MEA", "2026-01-01")
    assert derive_status([withheld]) == DerivedStatus()
    assert in_words(derive_status([KILLED_JAN, withheld], [MEA])) == "Confirmed killed"


def test_the_day_comes_from_an_agreeing_report_where_the_leading_one_gives_none() -> None:
    status = derive_status([s("killed", "MEA", "2025-06-01"), s("killed", "family", "2025-03-01", "2025-01")], [MEA])
    assert in_words(status) == "Confirmed killed"
    assert str(status.happened) == "2025-01"


REPORTS = st.builds(
    s,
    st.sampled_from(sorted(STATUSES)),
    st.sampled_from(["", "MEA", "family", "embassy, via family", "lawyer", "family, via Hill Herald"]),
    st.sampled_from(["", "2024", "2024-03", "2024-03-09", "2024-06-11", "../2024-06-11", "2025-01-14", "2025-12"]),
    st.sampled_from(["", "", "2024", "2024-02", "2024-03", "../2024-06-11", "2024-04/..", "2024-05-01", "2025-01?"]),
    st.sampled_from([None, COURIER, HERALD, paper("Daily Courier", "2024-06-12", "Agency")]),
)
SEQUENCES = st.lists(REPORTS, max_size=6)


def parts_of(status: DerivedStatus) -> list[StatusReport]:
    leading = [status.current] if status.current else []
    return [
        *leading, *status.disputing, *status.agreeing, *status.history, *status.remains, *status.earlier_word,
        *status.overruled,
    ]  # fmt: skip


@given(SEQUENCES, st.integers(0, 7))
def test_every_report_has_exactly_one_part(claims: list[Claim], pick: int) -> None:
    chosen = claims[pick].uuid if pick < len(claims) else ""
    status = derive_status(claims, [MEA], chosen)
    assert sorted(one.claim.number for one in parts_of(status)) == sorted(claim.number for claim in claims)
    assert (status.current is None) == (not claims)
    assert status.chosen == bool(chosen)


@given(SEQUENCES)
def test_what_was_entered_first_matters_only_among_words_of_one_day(claims: list[Claim]) -> None:
    status = derive_status(claims, [MEA])
    assert derive_status(claims[::-1], [MEA]).current == status.current


@given(SEQUENCES)
def test_disputed_means_that_somebody_disagrees(claims: list[Claim]) -> None:
    status = derive_status(claims, [MEA])
    assert (status.certainty is Certainty.DISPUTED) == bool(status.disputing)
    for other in status.disputing:
        assert status.current is not None
        assert other.status != status.current.status
        assert other.voice != status.current.voice or other.order == status.current.order


@given(SEQUENCES, REPORTS)
def test_a_last_word_of_death_is_never_lost_to_remains(claims: list[Claim], last: Claim) -> None:
    dead = s("killed", "MEA", "2026-01-01", "2024-01")
    home = s("repatriated", last.speakers[0].name if last.speakers else "MEA", "2026-02-01", "2026-01-15")
    assert derive_status([*claims, dead, home], [MEA]).group is derive_status([*claims, dead], [MEA]).group


@pytest.mark.parametrize("key", sorted(STATUSES))
def test_a_status_is_found_by_key_and_label_and_follows_itself(key: str) -> None:
    status = STATUSES[key]
    assert find_status(key.upper().replace("_", "  ")) == status
    assert find_status(status.label) == status
    assert follows(key, key)


def test_nothing_but_a_surer_death_follows_death() -> None:
    after = {
        later for one in STATUSES.values() if one.group is Group.DEAD for later in STATUSES if follows(one.key, later)
    }
    assert {STATUSES[key].group for key in after} == {Group.DEAD}


def test_groups_are_found_by_their_labels_only() -> None:
    assert find_group("still there") is find_group("Still_There") is Group.STILL_THERE
    assert find_group("killed") is None


def test_the_rule_is_said_in_plain_sentences() -> None:
    assert all(sentence.endswith(".") for sentence in RULE)
    assert not any(word in " ".join(RULE).casefold() for word in ("assertion", "claim", "cohort"))


def test_three_reports_in_any_order_of_entry() -> None:
    def sequence() -> list[Claim]:
        return [
            s("recruited", "agent", "2024-05-01", "2024"),
            s("killed", "MEA", "2025-01-14", "2025-01"),
            s("missing", "family", "2025-12-10"),
        ]

    for order in permutations(range(3)):
        made = sequence()
        status = derive_status([made[place] for place in order], [MEA])
        assert in_words(status) == "Disputed killed"
        assert keys(status.history) == "recruited"
