"""Writes down what a statement rests on: reports, reported totals, and counts with those counted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from casefiles.domain.figures import Figure
from casefiles.domain.reported import on_day
from casefiles.domain.statements import BasisKind
from casefiles.storage import tables
from casefiles.storage.act import Act
from casefiles.storage.statements import FigureNow
from casefiles.workspace.counting import Count
from casefiles.workspace.endnotes import Worded
from casefiles.workspace.standing import figure_words


def keep(act: Act, data: bytes) -> str:
    """Keep bytes under their hash, and return it."""
    digest = hashlib.sha256(data).hexdigest()
    act.keep_bytes(digest, data)
    return digest


def worded_total(total: Figure | FigureNow) -> Worded:
    """Return a reported total as statements rest on it: who is counted, how told apart and on which day."""
    day = on_day(total.as_of) if total.as_of else ""
    label = ", ".join(filter(None, (total.population or total.measure, total.breakdown, day)))
    return Worded(total.uuid, label, figure_words(total), BasisKind.FIGURE)


def rest_on_values(act: Act, statement: int, values: Iterable[Worded], as_of: str = "") -> None:
    """Write down the reports or reported totals behind some values."""
    for one in values:
        act.add(
            tables.Basis,
            statement_id=statement,
            kind=one.kind.value,
            label=one.label,
            value=one.text,
            target=one.target,
            as_of=as_of,
        )


def rest_on_counts(act: Act, statement: int, counts: Iterable[Count], as_of: str = "") -> None:
    """Write down some counts, with those counted."""
    for count in counts:
        act.add(
            tables.Basis,
            statement_id=statement,
            kind=BasisKind.COUNT.value,
            label=count.label,
            value=count.value,
            target=count.beside,
            query=count.question.query,
            as_of=as_of,
            members=keep(act, count.kept()),
        )
