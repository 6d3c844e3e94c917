"""What differences between two names count: the few numbers that were fitted to real pairs.

`tests/benchmarks/names.py` fits them anew, from the guesses below, on four fifths of the people and measures on the
rest, five times over; those in use are fitted on all. Some are rules and are never fitted: near, conflict, lone,
enough, called_otherwise and same. What they count is taken off a score of 1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of difference takes off the score.

    Attributes:
        given: per part of unlikeness between first parts, which must be told most exactly.
        middle: the same between other parts.
        last: the same between last parts, which the press mangles most.
        near: how near two words must be to stand for each other at all.
        conflict: each has a part that the other lacks.
        extra: one has a part that the other lacks.
        first_missing: that part is the first one: then the two may be father and son.
        called_otherwise: that part is the first of two given names, and the bearer is called by the second.
        common: the same for a part so common that it tells little.
        initial: an initial stands for a part.
        lone: for each telling part short of enough agreeing ones.
        enough: how many agreeing parts are enough where the rest differs.
        sex: one is a woman and the other a man.
        swapped: a part that stood last stands first.
        turned: the parts come in another order than that.
        same: from which score on two names are taken for one person's.
    """

    given: float = 1.3
    middle: float = 1.2
    last: float = 0.7
    near: float = 0.6
    conflict: float = 0.6
    extra: float = 0.05
    first_missing: float = 0.25
    called_otherwise: float = 0.15
    common: float = 0.02
    initial: float = 0.08
    lone: float = 0.5
    enough: float = 1.5
    sex: float = 0.4
    swapped: float = 0.02
    turned: float = 0.3
    same: float = 0.75


WEIGHTS = Weights(
    given=1.073, middle=0.7, last=0.8, extra=0.023, first_missing=0.512, common=0.011, initial=0.037, turned=0.429
)
"""Those that are used: fitted on the real pairs and the open invented ones; given, middle and last, which decide most,
stay as they are where the open public pairs are fitted too."""
