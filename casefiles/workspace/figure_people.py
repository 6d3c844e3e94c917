"""Our people beside reported totals: counted on each total's day by when things happened, with all we know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casefiles.domain.canonical import canonical
from casefiles.domain.moment import Moment
from casefiles.domain.periods import last_day
from casefiles.domain.reconciled import Counted, why_not_comparable
from casefiles.domain.reported import Reported
from casefiles.domain.shown import ShownCase
from casefiles.search.document import Document, document
from casefiles.search.matcher import matches
from casefiles.storage import lookups, past, standing
from casefiles.storage.finding import Wanted
from casefiles.storage.standing import Found, Standing
from casefiles.storage.tables import Case
from casefiles.workspace.counting import Question
from casefiles.workspace.desk import Desk
from casefiles.workspace.shown_cases import bodies_at, is_anybody_in, situation_names, these_cases

Apart = tuple[str, int, int, str, str]
"""How some people are counted, low, high, when it happened, and their origin as it is stored."""


def counted(desk: Desk, lines: Sequence[Reported], moment: Moment) -> dict[str, Counted]:
    """Return our people for each total that can be compared with them, by its UUID."""
    asked: dict[Wanted, dict[str, str]] = {}
    for uuid, question in questions(desk, lines, moment).items():
        asked.setdefault(_wanted(desk, question, moment), {})[uuid] = question.day
    past = None if moment.is_now or not asked else _Past(desk, moment)
    found: dict[str, Counted] = {}
    for wanted, days in asked.items():
        on = past.count(wanted, days.values()) if past else standing.count(desk.book.database, wanted, days.values())
        found |= {uuid: on[day] for uuid, day in days.items()}
    return found


def questions(desk: Desk, lines: Iterable[Reported], moment: Moment) -> dict[str, Question]:
    """Return what our people are counted by for each total that can be compared with them, by its UUID."""
    situations = _Situations(desk, moment)
    return {line.uuid: _question(situations, line) for line in lines if not why_not_comparable(line)}


def found_on(
    desk: Desk, asked: Iterable[Question], moment: Moment, keys: Collection[int] | None = None
) -> dict[Question, list[Found]]:
    """Return the cases counted on the day of each question, as they are known at a moment.

    Args:
        desk: where the casebook is.
        asked: the questions, each with its day.
        moment: what is known.
        keys: of a past moment, look at these cases only; None for all.
    """
    wanted = {question: _wanted(desk, question, moment) for question in asked}
    if moment.is_now:
        return {one: standing.behind(desk.book.database, wanted[one], one.day) for one in wanted}
    past = _Past(desk, moment, keys) if wanted else None
    return {one: past.behind(wanted[one], one.day) for one in wanted} if past else {}


def behind(desk: Desk, line: Reported, moment: Moment, part: str) -> list[Found]:
    """Return the cases behind our number; those of one part only, if it is named."""
    if why_not_comparable(line):
        return []
    question = _question(_Situations(desk, moment), line)
    found = found_on(desk, [question], moment)[question]
    return [one for one in found if _is_of(part, one.part, disputed=one.is_disputed)]


def told_apart(desk: Desk, line: Reported, moment: Moment) -> list[Apart]:
    """Return those counted for a total, with what they can be told apart by."""
    if why_not_comparable(line):
        return []
    question = _question(_Situations(desk, moment), line)
    if moment.is_now:
        return standing.told_apart(desk.book.database, _wanted(desk, question, moment), question.day)
    return _Past(desk, moment).told_apart(_wanted(desk, question, moment), question.day)


def _is_of(part: str, how: str, *, disputed: bool) -> bool:
    return {"": True, "named": how == "named", "unnamed": how != "named", "disputed": disputed}[part]


class _Situations:
    """Whose people a total is compared with: those of its situation, or all where no case belongs to it."""

    def __init__(self, desk: Desk, moment: Moment) -> None:
        self._desk = desk
        self._moment = moment
        self._known: dict[str, bool] = {"": False}

    def of(self, line: Reported) -> str:
        """Return the UUID of the situation whose people a total is compared with; empty for all."""
        uuid = line.situation
        if uuid not in self._known:
            self._known[uuid] = is_anybody_in(self._desk, uuid, self._moment)
        return uuid if self._known[uuid] else ""


def _question(situations: _Situations, line: Reported) -> Question:
    return Question(line.figure.query, situations.of(line), day=last_day(line.day))


def _wanted(desk: Desk, question: Question, moment: Moment) -> Wanted:
    return question.wanted().on(moment, desk.today())


@dataclass(frozen=True)
class _Then:
    """One case as it was known at a moment."""

    key: int
    rows: list[Standing]
    document: Document
    situations: tuple[str, ...]
    origin: str


class _Past:
    """People as they were known at a moment: read whole, by the rules themselves; slow, and never kept."""

    def __init__(self, desk: Desk, moment: Moment, keys: Collection[int] | None = None) -> None:
        self._cases = list(_read(desk, moment, keys))

    def count(self, wanted: Wanted, days: Iterable[str]) -> dict[str, Counted]:
        """Count people on each of some days."""
        return standing.swept([one for _, row in self._of(wanted) for one in standing.changes_of(row)], days)

    def behind(self, wanted: Wanted, day: str) -> list[Found]:
        """Return the cases counted on a day."""
        return [
            Found(case.key, row.part, row.low, row.high, row.is_disputed, row.happened, case.origin)
            for case, row in self._on(wanted, day)
        ]

    def told_apart(self, wanted: Wanted, day: str) -> list[Apart]:
        """Return those counted on a day, one by one."""
        return [(row.part, row.low, row.high, row.happened, case.origin) for case, row in self._on(wanted, day)]

    def _on(self, wanted: Wanted, day: str) -> Iterator[tuple[_Then, Standing]]:
        for case, row in self._of(wanted):
            if row.from_day <= day < row.to_day and row.high > 0:
                yield case, row

    def _of(self, wanted: Wanted) -> Iterator[tuple[_Then, Standing]]:
        for case in self._cases:
            if wanted.situation and wanted.situation not in case.situations:
                continue
            for row in case.rows:
                then = {"status": row.status, "group": row.status_group}
                if matches(wanted.query, replace(case.document, keys={**case.document.keys, **then}), wanted.today):
                    yield case, row


_AT_ONCE = 1000


def _read(desk: Desk, moment: Moment, only: Collection[int] | None) -> Iterator[_Then]:
    """Read every case, or some only, as it was known at a moment."""
    able, names = bodies_at(desk, moment), situation_names(desk, moment)
    keys = list(_everybody(desk, moment) if only is None else only)
    for start in range(0, len(keys), _AT_ONCE):
        for key, shown in these_cases(desk, keys[start : start + _AT_ONCE], moment).items():
            yield _then(key, shown, names, standing.rows_of(shown, able))


def _everybody(desk: Desk, moment: Moment) -> Iterable[int]:
    database = desk.book.database
    return lookups.all_case_keys(database) if moment.recorded is None else past.rows_at(database, Case, moment.recorded)


def _then(key: int, shown: ShownCase, names: Mapping[str, str], rows: list[Standing]) -> _Then:
    origin = canonical(shown.fields["origin"].value) if "origin" in shown.fields else ""
    return _Then(key, rows, document(shown, names), shown.records.situations, origin)
