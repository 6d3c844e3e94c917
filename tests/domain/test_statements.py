"""How a statement stands: by what became of each thing it rests on, and by what officers say."""

from __future__ import annotations

import pytest

from casefiles.domain.statements import (
    Basis,
    BasisKind,
    Judgement,
    Move,
    ReportNow,
    Ruling,
    Shift,
    State,
    report_moved,
    ruling,
    shift,
    state_of,
)

AGE = Basis("b", BasisKind.REPORT, "Age", "30", "claim")
OTHER = Basis("b", BasisKind.VERSION, "Age", "31", "claim")
MOVE = Move("b", "Age", "30", "31")


def judged(number: int, verdict: Ruling, day: str) -> Judgement:
    return Judgement(number, verdict, "because", effective_on=day)


@pytest.mark.parametrize(
    ("basis", "now", "why"),
    [
        (AGE, ReportNow("c", "30", stands=True, leads=True, disputed=False), None),
        (AGE, ReportNow("c", "30–31", stands=True, leads=True, disputed=False), None),
        (AGE, ReportNow("c", "30", stands=True, leads=True, disputed=True), None),
        (
            AGE,
            ReportNow("c", "30 or 31", stands=True, leads=True, disputed=True),
            "another report now stands against it",
        ),
        (AGE, ReportNow("c", "31", stands=True, leads=False, disputed=False), "another report is in use"),
        (AGE, ReportNow("c", "30", stands=False, leads=False, disputed=False, why="replaced"), "replaced"),
        (OTHER, ReportNow("c", "30", stands=True, leads=False, disputed=False), None),
        (OTHER, ReportNow("c", "30", stands=False, leads=False, disputed=False, why="set aside"), "set aside"),
    ],
)
def test_a_report_moves_when_it_no_longer_gives_what_is_shown(basis: Basis, now: ReportNow, why: str | None) -> None:
    move = report_moved(basis, now)
    assert (move.why if move else None) == why
    if move:
        assert (move.before, move.after, move.cases) == (basis.value, now.words, ("c",))


def test_only_an_officer_says_wrong_and_a_later_word_takes_it_back() -> None:
    wrong, right = judged(1, Ruling.WRONG, "2024-06-12"), judged(2, Ruling.RIGHT, "2024-06-12")
    assert state_of([], []) is State.STANDS
    assert state_of([MOVE], []) is State.OVERTAKEN
    assert state_of([], [wrong]) is state_of([MOVE], [wrong]) is State.WRONG
    assert state_of([], [wrong, right]) is State.STANDS
    assert state_of([MOVE], [wrong, right]) is State.OVERTAKEN
    assert ruling([right, wrong]) == right
    assert ruling([judged(3, Ruling.WRONG, "2024-06-11"), right]) == right


def test_a_count_shifts_by_who_is_in_it_and_on_which_reports() -> None:
    then = {"a": ["1"], "b": ["2", "3"], "c": ["4"], "d": ["5"]}
    now = {"a": ["1", "9"], "b": ["2"], "e": ["6"], "f": ["7"]}
    assert shift(then, now, ["a", "b", "c", "e"]) == Shift(new=("e",), gone=("c",), other=("b",))
    assert shift(then, now, ["a"]) == Shift()
    assert shift(then, now, ["b", "c"]).cases == ("c", "b")
