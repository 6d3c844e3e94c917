"""Statements as they are shown: their state, and for each thing they rest on what was said and what is so now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from casefiles.domain.records import Claim
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import ShownCase
from casefiles.domain.statements import Basis, BasisKind, Judgement, Move, Statement, state_of
from casefiles.storage import lookups, past
from casefiles.storage import statements as stored
from casefiles.workspace import counting, list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.standing import Standing
from casefiles.workspace.statement_views import (
    STATE_LABELS,
    TOLD_LABELS,
    BasisView,
    JudgementView,
    StatementRow,
    StatementView,
)
from casefiles.workspace.views import QuoteView

_OF_TOTALS = (BasisKind.FIGURE, BasisKind.COUNT)


class Showing:
    """Shows some statements against the casebook as it stands; each is looked at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._database = desk.book.database
        self._standing = Standing(desk)
        self._moves: dict[str, list[Move]] = {}

    def row(self, statement: Statement) -> StatementRow:
        """Return a statement as lists show it."""
        moves = self.moves(statement)
        state = state_of(moves, statement.judgements)
        kind = TOLD_LABELS[statement.kind]
        to_whom = ", ".join(filter(None, (statement.house, statement.recipient))) or kind
        said = list_words.say_day(statement.said_on)
        parts = (statement.title, STATE_LABELS[state], kind, to_whom if to_whom != kind else "", said)
        return StatementRow(
            statement.uuid,
            statement.title,
            kind,
            to_whom,
            said,
            state,
            len(moves),
            self._numbers.get(statement.edition, 0),
            ", ".join(filter(None, parts)),
        )

    def view(self, statement: Statement) -> StatementView:
        """Return a statement with everything that it rests on, what moved first."""
        key, _, heading = self._headings([statement.case]).get(statement.case, (0, 0, ""))
        return StatementView(
            self.row(statement),
            statement.kind,
            statement.house,
            statement.question,
            statement.recipient,
            statement.said_on,
            statement.text,
            statement.edition,
            heading,
            key,
            tuple(sorted(self._bases(statement), key=lambda basis: not basis.moved)),
            tuple(_judgement(one) for one in statement.judgements),
            ", ".join(filter(None, (statement.entered_by, self._desk.at(statement.entered_at)))),
        )

    def moves(self, statement: Statement) -> list[Move]:
        """Return what moved of the things that a statement rests on."""
        if statement.uuid not in self._moves:
            self._moves[statement.uuid] = self._standing.moves(statement)
        return self._moves[statement.uuid]

    def moved_of(self, statement: Statement, case: str) -> bool:
        """Tell whether something moved that a statement says of a case, by its UUID, or counts it for."""
        return any(case in move.cases for move in self.moves(statement))

    # ---- inside

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one.uuid: one.number for one in stored.editions(self._database)}

    def _headings(self, uuids: Iterable[str]) -> dict[str, tuple[int, int, str]]:
        return lookups.headings(self._database, sorted(set(filter(None, uuids))))

    def _bases(self, statement: Statement) -> Iterable[BasisView]:
        moved = {move.basis: move for move in self.moves(statement)}
        targets = stored.cases_of_claims(self._database, (one.target for one in statement.bases if one.target))
        totals = stored.figures_now(self._database, (one.target for one in statement.bases if one.kind in _OF_TOTALS))
        cases = self._standing.shown(key for key, _ in targets.values())
        sources = self._source_keys(cases.values())
        for basis in statement.bases:
            move = moved.get(basis.uuid)
            now, why = (move.after, move.why) if move else (basis.value, "")
            key, _ = targets.get(basis.target, (0, ""))
            case = cases.get(key)
            claim = _claim(case, basis.target) if case else None
            yield BasisView(
                basis.uuid,
                basis.kind,
                basis.label,
                basis.value,
                now,
                move is not None,
                why,
                person=f"{case.heading} ({show_ref(case.records.ref)})" if case else "",
                case_id=key,
                claim=basis.target if claim else "",
                quotes=_quotes(key, claim, sources) if claim else (),
                query=basis.query,
                situation=self._situation(basis),
                total=basis.target if basis.target in totals else "",
            )

    def _source_keys(self, cases: Iterable[ShownCase]) -> dict[str, int]:
        uuids = {passage.source for case in cases for one in case.judged for passage in one.claim.passages}
        return past.keys_of(self._database, sorted(uuids))

    def _situation(self, basis: Basis) -> str:
        if not basis.members:
            return ""
        return counting.read_kept(basis, lookups.bytes_of(self._database, basis.members)).question.situation


def _judgement(one: Judgement) -> JudgementView:
    on, by = list_words.say_day(one.effective_on), list_words.say_day(one.correct_by)
    return JudgementView(one.verdict, one.reason, one.owner, by, one.officer, on)


def _claim(case: ShownCase, uuid: str) -> Claim:
    return next(one.claim for one in case.judged if one.claim.uuid == uuid)


def _quotes(case_id: int, claim: Claim, sources: dict[str, int]) -> tuple[QuoteView, ...]:
    return tuple(
        QuoteView(sources[one.source], one.start, one.end, one.quote, one.role.value, case_id, claim.uuid, claim.field)
        for one in claim.passages
    )
