"""The ledger adds like to like, tells what is left over, and flags what does not fit; it never mends anything."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles.domain.figures import Figure, Mode
from casefiles.domain.intervals import Interval
from casefiles.domain.records import SourceFacts
from casefiles.domain.speakers import Speaker, SpeakerKind
from casefiles.domain.wholes import wholes_first
from tests.domain.totals import ledger, line, nested, part, total

PRESS = (Speaker("Daily Courier", SpeakerKind.PRESS),)


def test_parts_of_like_add_up() -> None:
    whole = total("126")
    figures = [whole, part("12", "dead", whole), part("96", "out", whole), part("18", "still in", whole)]
    found = line(whole, figures)
    assert (found.closes, found.left, found.flags) == (True, Interval(0, 0), ())
    assert found.why == "12 + 96 + 18 = 126: the parts add up."


def test_what_is_inside_another_part_is_never_added() -> None:
    whole = total("126")
    still = part("18", "still there", whole)
    figures = [whole, part("108", "out", whole), still, nested("16", "missing", still), nested("16", "missing", whole)]
    assert line(whole, figures).closes is True
    assert line(still, figures).closes is None
    assert line(still, figures).why == "Its parts lie inside other parts; nothing is added."


def test_each_way_of_parting_is_a_sum_of_its_own() -> None:
    whole = total("18", "still there")
    states = [
        part(number, "still there", whole, breakdown_by="state", breakdown=state)
        for number, state in (("9", "A"), ("2", "B"), ("7", "C"))
    ]
    found = line(whole, [whole, *states, nested("16", "missing", whole)])
    assert found.closes is True
    found = line(whole, [whole, *states, part("17", "serving", whole)])
    assert [(one.by, one.closes) for one in found.sums] == [("", False), ("state", True)]
    assert (found.closes, found.left) == (False, Interval(1, 1))
    assert "By state: 9 + 2 + 7 = 18: the parts add up." in found.why


@pytest.mark.parametrize(
    ("numbers", "closes", "left"),
    [
        (("60", "10", "35–50"), None, Interval(0, 15)),
        (("100", "10", "35–50"), False, Interval(40, 55)),
        (("at least 150", "10", "96"), False, Interval(44, None)),
        (("at least 100", "10", "96"), None, Interval(0, None)),
        (("100", "10", "at least 90"), None, Interval(0, 0)),
        (("100", "at most 10", "90"), None, Interval(0, 10)),
        (("about 200", "4", "10"), None, Interval(186, 186)),
        (("200", "about 4", "10"), None, Interval(186, 186)),
        (("100", "60", "41"), False, None),
        (("100", "101", "3"), False, None),
        (("100", "at least 101", "3"), False, None),
        (("about 100", "101", "3"), None, None),
        (("0", "0", "0"), True, Interval(0, 0)),
        (("100", "10–15", "90"), None, Interval(0, 0)),
    ],
)
def test_what_is_left_is_told_as_a_range(numbers: tuple[str, ...], closes: bool | None, left: Interval | None) -> None:
    whole = total(numbers[0])
    found = line(whole, [whole, part(numbers[1], "dead", whole), part(numbers[2], "out", whole)])
    assert (found.closes, found.left) == (closes, left)


def test_parts_that_come_to_more_are_said_and_never_summed() -> None:
    whole = total("100")
    figures = [whole, part("60", "dead", whole), part("41", "out", whole)]
    found = line(whole, figures)
    assert found.flags == ("parts exceed their whole: the parts come to 101, the total is 100",)
    assert found.why == "60 + 41 = 101, which is more than 100. One of them may lie inside another."


def test_a_part_larger_than_its_whole_is_taken_as_said_and_flagged() -> None:
    whole = total("6", "missing")
    for one in (nested("11", "missing", whole, population="petitioners"), part("11", "dead", whole)):
        told = "part larger than its whole: 11 "
        for which in (one, whole):
            assert any(flag.startswith(told) for flag in line(which, [whole, one]).flags)
        assert line(whole, [whole, one]).left is None


@pytest.mark.parametrize(
    ("differs", "why"),
    [
        ({"population": "petitioners"}, "it counts “petitioners”, the total people not said who"),
        ({"as_of": "2025-02-01"}, "it holds on 1 Feb 2025, the total on 17 Jan 2025"),
        ({"mode": Mode.NEW}, "it counts only those new in a period, the total all up to a day"),
        ({"unit": "families"}, "it counts families, the total people"),
        ({"speakers": PRESS}, "the press said it, the total is by officials"),
        ({"speakers": (Speaker("a lawyer", SpeakerKind.OTHER),)}, "a lawyer said it, the total is by officials"),
    ],
)
def test_unlike_parts_are_not_added_and_why_is_said(differs: dict[str, object], why: str) -> None:
    whole = total("126")
    unlike = part("12", "dead", whole, **differs)
    figures = [whole, unlike]
    assert line(whole, figures).closes is None
    assert line(whole, figures).left is None
    assert f"12 dead cannot be added: {why}." in line(whole, figures).why
    assert line(unlike, figures).flags == (f"cannot be added: {why}",)
    beside = [*figures, part("114", "out", whole)]
    assert (line(whole, beside).closes, line(whole, beside).left) == (False, Interval(12, 12))


def test_press_and_officials_never_close_each_other() -> None:
    press = total("about 200", by=PRESS)
    official = total("14")
    figures = [press, part("4", "dead", press, by=("MEA",)), part("10", "out", press, by=("MEA",))]
    figures += [official, part("4", "dead", official, by=PRESS), part("10", "out", official, by=PRESS)]
    for whole in (press, official):
        assert (line(whole, figures).closes, line(whole, figures).left) == (None, None)


def test_a_part_takes_from_its_whole_what_it_leaves_unsaid_but_no_other_papers_word() -> None:
    whole = total("126", population="Nationals", source=SourceFacts("one", 1, "Answer"))
    own = part("12", "dead", whole, source=SourceFacts("two", 2, "Report", publisher="Daily Courier"))
    lines = ledger(whole, own, part("96", "out", whole)).lines
    mine, other = lines[own.uuid].reported, lines[whole.uuid].parts[1]
    assert (mine.population, mine.as_of, mine.situation, mine.kind) == ("Nationals", "2025-01-17", "war", "press")
    assert (other.kind, other.said_by) == (SpeakerKind.OFFICIAL, "MEA")


def test_parts_stay_with_what_took_the_place_of_their_whole() -> None:
    new = total("127")
    old = total("126", replaced_by=new.uuid, replaced_on="2025-02-01")
    figures = [old, new, part("12", "dead", old), part("115", "out", old)]
    assert set(ledger(*figures).lines) == {one.uuid for one in figures[1:]}
    assert line(new, figures).closes is True


# ---- what does not fit


def test_a_number_that_cannot_fall_and_does_is_flagged() -> None:
    first, then = total("98", "out", as_of="2025-07"), total("96", "out", as_of="2025-09-26")
    assert line(then, [first, then]).flags == ("fall: out was 98 as of Jul 2025 and is 96 on 26 Sep 2025",)
    assert line(first, [first, then]).flags == ()


@pytest.mark.parametrize(
    "then",
    [
        total("7", "missing", as_of="2025-09-26"),
        total("96", "out", as_of="2025-09-26", by=PRESS),
        total("96", "out", as_of="2025-09-26", population="petitioners"),
        total("about 96", "out", as_of="2025-09-26"),
        total("at least 96", "out", as_of="2025-09-26"),
        total("96", "out", as_of="2025-07-15"),
        total("96", "out", as_of="2025-09-26", mode=Mode.NEW),
    ],
)
def test_what_may_well_be_lower_is_no_fall(then: Figure) -> None:
    figures = [total("98", "out", as_of="2025-07"), total("16", "missing", as_of="2025-07"), then]
    assert line(then, figures).flags == ()


def test_two_voices_of_one_day_are_shown_side_by_side() -> None:
    one, other = total("12", "dead"), total("14", "dead", by=("family",))
    told = "clash: dead is 12 by MEA and 14 by family, on 17 Jan 2025"
    assert line(one, [one, other]).flags == line(other, [one, other]).flags == (told,)
    twice = total("13", "dead")
    assert line(one, [one, twice]).flags == ("clash: dead is 12 and 13 by MEA, on 17 Jan 2025",)
    agreeing = total("10–14", "dead", by=("family",))
    assert line(agreeing, [one, agreeing]).flags == ()


def test_a_smaller_population_with_more_is_a_clash() -> None:
    everyone, few = total("217"), total("26", population="petitioner families")
    six, eleven = part("6", "missing", everyone), part("11", "missing", few)
    figures = [everyone, few, six, eleven]
    for one in (six, eleven):
        assert [flag for flag in line(one, figures).flags if flag.startswith("clash: 11 > 6")]
    beside = [total("6", "missing"), total("11", "missing", population="petitioner families")]
    assert [one.flags for one in ledger(*beside).lines.values()] == [(), ()]


def test_a_population_that_is_part_of_another_is_the_smaller() -> None:
    everyone = total("217")
    few = nested("26", "total", everyone, population="petitioners")
    figures = [everyone, few, part("6", "missing", everyone), part("11", "missing", few)]
    assert any(flag.startswith("clash: 11 > 6") for flag in line(figures[3], figures).flags)


def test_what_is_not_said_again_is_told_with_what_would_then_be_left() -> None:
    before = total("12", "dead")
    whole = total("127", as_of="2025-07")
    figures = [before, whole, part("98", "out", whole), part("13", "still in", whole)]
    told = "not restated: dead, 12 on 17 Jan 2025; with it 4 are not accounted for"
    assert line(whole, figures).flags == (told,)
    assert line(whole, figures).left == Interval(16, 16)


@pytest.mark.parametrize(
    "before",
    [
        total("16", "missing"),
        total("12", "dead", population="petitioners"),
        total("12", "dead", by=PRESS),
        total("90", "released"),
        total("200", "recruited"),
        total("40", "families contacted"),
        total("12", "dead", as_of="2025-08"),
    ],
)
def test_only_what_cannot_fall_and_counts_others_is_missed(before: Figure) -> None:
    whole = total("127", as_of="2025-07")
    figures = [before, whole, part("98", "out", whole), part("13", "still in", whole)]
    assert line(whole, figures).flags == ()


def test_trends_go_from_day_to_day() -> None:
    figures = [total("12", "dead"), total("2", "deaths", as_of="2024-04-25"), total("26", "dead", as_of="2025-12-18")]
    assert [[one.text for one in steps] for steps in ledger(*figures).trends] == [["2", "12", "26"]]


# ---- any ledger at all


def _tree(chance: random.Random, whole: Figure, truth: int, depth: int) -> list[Figure]:
    """Part a total at random, so that what is left over is known; unlike parts strewn in change nothing."""
    found: list[Figure] = []
    rest = truth - chance.choice((0, 0, chance.randint(0, truth)))
    for measure in ("dead", "missing", "out", "home")[: chance.randint(1, 4)]:
        number = rest if measure == "home" else chance.randint(0, rest)
        rest -= number
        one = part(str(number), measure, whole)
        found += [one, nested(str(chance.randint(0, number)), "serving", one)]
        if depth:
            found += _tree(chance, one, number, depth - 1)
    unlike: list[dict[str, object]] = [
        {"by": PRESS},
        {"as_of": "2020-01-01"},
        {"population": "others"},
        {"unit": "families"},
        {"mode": Mode.NEW},
    ]
    found += [part(str(chance.randint(0, truth)), "held", whole, **more) for more in chance.sample(unlike, 2)]
    return found


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 500))
def test_any_nested_ledger_closes_exactly_where_nothing_is_left(chance: random.Random, truth: int) -> None:
    whole = total(str(truth))
    figures = [whole, *_tree(chance, whole, truth, 2)]
    chance.shuffle(figures)
    for found in ledger(*figures).lines.values():
        adding = [one for one in found.parts if not one.figure.nesting and one.measure.text != "held"]
        if adding:
            left = found.reported.bounds.low - sum(one.bounds.low for one in adding)
            assert (found.left, found.closes) == (Interval(left, left), left == 0)
        else:
            assert (found.left, found.closes) == (None, None)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5), st.data())
def test_ranges_around_the_truth_never_tell_an_untruth(parts: list[tuple[int, int, int]], data: st.DataObject) -> None:
    left = data.draw(st.integers(0, 30))
    truth = left + sum(number for number, _, _ in parts)
    below, above = data.draw(st.integers(0, 9)), data.draw(st.integers(0, 9))
    whole = total(f"{max(0, truth - below)}–{truth + above}")
    figures = [whole]
    for (number, less, more), measure in zip(parts, ("dead", "missing", "out", "home", "held"), strict=False):
        figures.append(part(f"{max(0, number - less)}–{number + more}", measure, whole))
    found = line(whole, figures)
    assert found.left is not None
    assert found.left.low <= left
    assert found.left.high is not None
    assert left <= found.left.high
    assert found.closes in ((True, None) if left == 0 else (False, None))


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef"))))
def test_wholes_come_first_and_stay_where_they_did(points_at: dict[str, set[str]]) -> None:
    below = {one: sorted(other for other in others if other > one) for one, others in points_at.items()}
    ordered = wholes_first(below)
    assert sorted(ordered) == sorted(below)
    assert all(ordered.index(other) < ordered.index(one) for one in below for other in below[one] if other in below)
    assert wholes_first({one: below[one] for one in ordered}) == ordered
