"""What we told: entering it, linking it to what it rests on, judging it, and seeing what has moved since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeVar

from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.dates import read_date
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.statements import BasisKind, Ruling, State, Statement, Told, leading, ruling
from casefiles.storage import lookups, tables
from casefiles.storage import statements as stored
from casefiles.workspace import list_words, wording
from casefiles.workspace.counting import Count, Question, counted
from casefiles.workspace.desk import Desk
from casefiles.workspace.editing import reason_given
from casefiles.workspace.endnotes import Worded
from casefiles.workspace.shown_cases import wanted_cases
from casefiles.workspace.standing import Standing
from casefiles.workspace.statement_views import Naming, StatementRow, StatementView
from casefiles.workspace.statements_shown import Showing
from casefiles.workspace.told_basis import rest_on_counts, rest_on_values, worded_total

_Word = TypeVar("_Word", bound=StrEnum)
_LONGEST = 20_000
_LINES = ("title", "house", "question", "recipient")


@dataclass(frozen=True)
class Said:
    """A statement as an officer types it.

    Attributes:
        kind: parliament, press, family or other.
        said_on: the day, in words or ISO; today if empty.
        case_id: the person whose family was told; None for none.
    """

    kind: str
    title: str = ""
    house: str = ""
    question: str = ""
    recipient: str = ""
    said_on: str = ""
    text: str = ""
    case_id: int | None = None


@dataclass(frozen=True)
class RestsOn:
    """What a statement is linked to.

    Attributes:
        reports: the UUIDs of reports.
        figures: the UUIDs of reported totals.
        counts: questions that are counted now.
    """

    reports: Sequence[str] = ()
    figures: Sequence[str] = ()
    counts: Sequence[Question] = ()


class Statements:
    """What was told, from one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- reading

    def rows(self, state: State | None = None) -> list[StatementRow]:
        """Return the statements as lists show them, the last said first; all, or those in one state."""
        showing = Showing(self._desk)
        rows = [showing.row(one) for one in stored.statements(self._desk.book.database)]
        return [row for row in rows if state in (None, row.state)]

    def view(self, uuid: str) -> StatementView:
        """Return a statement with everything that it rests on.

        Raises:
            NotFound: it is gone.
        """
        return Showing(self._desk).view(self._get(uuid))

    def find(self, ref: str) -> str:
        """Return the UUID of a statement from its beginning, at least four signs of it.

        Raises:
            NotFound: no statement has it, or several have.
        """
        typed = ref.strip().lower()
        found = [one.uuid for one in stored.statements(self._desk.book.database) if one.uuid.startswith(typed)]
        if len(typed) < 4 or len(found) != 1:
            raise NotFound(
                f"{'Several statements begin' if len(found) > 1 else 'No statement begins'} with {typed[:40]}.",
                "The list of statements names them.",
            )
        return found[0]

    def overtaken_of(self, case_id: int) -> list[StatementRow]:
        """Return the statements overtaken by what is now known of a person, told of by name or only counted."""
        database, uuid = self._desk.book.database, self._uuid(case_id)
        telling = {*stored.resting_on_case(database, case_id), *stored.counting_case(database, uuid)}
        showing = Showing(self._desk)
        found = [one for one in stored.statements(database, telling) if showing.moved_of(one, uuid)]
        return [row for one in found if (row := showing.row(one)).state is State.OVERTAKEN]

    def naming(self, case_id: int) -> list[Naming]:
        """Return every edition that names a person, every statement that tells of one, and what their family was told.

        Raises:
            NotFound: the person is gone.
        """
        database, uuid = self._desk.book.database, self._uuid(case_id)
        editions = [
            Naming("edition", str(one.number), one.title, self._desk.at(one.issued_at), one.recipients)
            for one in stored.editions_naming(database, uuid)
        ]
        told = stored.statements(database, stored.resting_on_case(database, case_id))
        return editions + [
            Naming(
                "family" if one.kind is Told.FAMILY else "statement",
                one.uuid,
                one.title,
                list_words.say_day(one.said_on),
                one.recipient or one.house,
            )
            for one in told
        ]

    # ---- entering

    def add(self, said: Said, rests_on: RestsOn = RestsOn(), origin: str = "") -> str:
        """Enter what was told, with what it rests on; one act. Returns its UUID.

        Raises:
            BadInput: it has no title, its day is none, or something that it rests on is not there.
        """
        values = self._checked({name: getattr(said, name) for name in ("kind", *_LINES, "said_on", "text")})
        if not values["title"]:
            raise BadInput("What was told has no title.", "Type what it is, as in “Answer to question 214”.")
        values["said_on"] = values["said_on"] or self._desk.today().isoformat()
        worded, counts = self._worded(rests_on), self._counts(rests_on.counts)
        with self._desk.act(f"Enter what we told: {values['title']}", origin) as act:
            key = act.add(
                tables.Statement,
                **values,
                case_id=said.case_id,
                entered_at=act.at,
                entered_by=self._desk.officer.name,
            )
            rest_on_values(act, key, worded)
            rest_on_counts(act, key, counts)
            return act.keys.uuid(tables.Statement, key)

    def edit(self, uuid: str, changes: Mapping[str, str], origin: str = "") -> None:
        """Change what is written of a statement: kind, title, house, question, recipient, said_on or text.

        Raises:
            BadInput: its title would be empty, or its day is none.
        """
        statement, values = self._get(uuid), self._checked(changes)
        if values.get("title") == "" or values.get("said_on") == "":
            raise BadInput("What was told keeps a title and a day.", "Type another one.")
        with self._desk.act(f"Change what we told: {statement.title}", origin) as act:
            act.change(tables.Statement, act.keys.key(tables.Statement, uuid), **values)

    def remove(self, uuid: str, origin: str = "") -> None:
        """Take a statement entered by mistake out of the casebook; undo brings it back."""
        statement = self._get(uuid)
        with self._desk.act(f"Remove what we told: {statement.title}", origin) as act:
            key = act.keys.key(tables.Statement, uuid)
            for table, name in ((tables.Judgement, "judgement"), (tables.Basis, "basis")):
                for part in stored.statement_parts(act.database, key, name):
                    act.remove(table, part)
            act.remove(tables.Statement, key)

    def link(self, uuid: str, rests_on: RestsOn, origin: str = "") -> None:
        """Say what else a statement rests on, as it stands now; what it rests on already is left as it was told."""
        statement = self._get(uuid)
        known = {one.target for one in statement.bases if one.target and one.kind is not BasisKind.COUNT}
        worded, counts = self._worded(rests_on), self._counts(rests_on.counts)
        with self._desk.act(f"Link what we told: {statement.title}", origin) as act:
            key = act.keys.key(tables.Statement, uuid)
            rest_on_values(act, key, (one for one in worded if one.target not in known))
            rest_on_counts(act, key, counts)

    def unlink(self, uuid: str, basis: str, origin: str = "") -> None:
        """Say that a statement does not rest on something after all."""
        statement = self._get(uuid)
        if not any(one.uuid == basis for one in statement.bases):
            raise NotFound("This statement does not rest on that.", "Look again.")
        with self._desk.act(f"Unlink what we told: {statement.title}", origin) as act:
            act.remove(tables.Basis, act.keys.key(tables.Basis, basis))

    # ---- judging

    def judge(
        self, uuid: str, verdict: str, reason: str, owner: str = "", correct_by: str = "", origin: str = ""
    ) -> None:
        """Say that a statement was wrong when said, or right after all; a judgement with a reason.

        Args:
            owner: who sees to the correction.
            correct_by: the day by which it is to be made, in words or ISO; empty for none.

        Raises:
            BadInput: no reason is given, or the verdict or the day is none.
        """
        statement, verdict_given = self._get(uuid), _read(Ruling, verdict, "verdict")
        last = ruling(statement.judgements)
        if verdict_given is Ruling.RIGHT and (last is None or last.verdict is Ruling.RIGHT):
            raise BadInput("Nobody has said that this statement was wrong.", "There is nothing to take back.")
        by = self._day(correct_by, ahead=True) if correct_by.strip() else ""
        with self._desk.act(f"Judge what we told {verdict_given.value}: {statement.title}", origin) as act:
            act.add(
                tables.Judgement,
                statement_id=act.keys.key(tables.Statement, uuid),
                verdict=verdict_given.value,
                reason=reason_given(reason),
                owner=clean(owner) if owner.strip() else "",
                correct_by=by,
                officer=self._desk.officer.name,
                effective_on=self._desk.today().isoformat(),
                entered_at=act.at,
            )

    # ---- inside

    def _get(self, uuid: str) -> Statement:
        found = stored.statements(self._desk.book.database, [uuid])
        if not found:
            raise NotFound("That statement is no longer in this casebook.", "Undo brings back what was removed.")
        return found[0]

    def _uuid(self, case_id: int) -> str:
        uuid = lookups.uuid_of(self._desk.book.database, tables.Case, case_id)
        if uuid is None:
            raise NotFound("That person is no longer in this casebook.", "Undo brings back what was removed.")
        return uuid

    def _checked(self, typed: Mapping[str, str]) -> dict[str, Any]:
        values: dict[str, Any] = {
            key: clean(typed[key]) if typed[key].strip() else "" for key in _LINES if key in typed
        }
        if "kind" in typed:
            values["kind"] = _read(Told, typed["kind"], "kind").value
        if "said_on" in typed:
            values["said_on"] = self._day(typed["said_on"]) if typed["said_on"].strip() else ""
        if "text" in typed:
            if len(typed["text"]) > _LONGEST:
                raise BadInput(f"That is more than {_LONGEST:,} characters.", "Enter it as a source, and link it.")
            values["text"] = re.sub(r"[^\S\n]+", " ", typed["text"].replace("\r\n", "\n")).strip()
        return values

    def _day(self, typed: str, *, ahead: bool = False) -> str:
        """Read one day; one without a year is the last before today, or of a day ahead the next."""
        today = self._desk.today()
        read = read_date(typed, today=today + timedelta(days=365) if ahead else today)
        if read.latest is None or read.earliest != read.latest:
            raise BadInput(f"“{typed[:40]}” is not one day.", "Type a day such as 12 June 2024.")
        return read.latest.isoformat()

    def _worded(self, rests_on: RestsOn) -> list[Worded]:
        return [*self._reports(rests_on.reports), *self._figures(rests_on.figures)]

    def _reports(self, claims: Iterable[str]) -> Iterable[Worded]:
        database, standing = self._desk.book.database, Standing(self._desk)
        for uuid in dict.fromkeys(claims):
            found = lookups.claim_key(database, uuid)
            if found is None:
                raise NotFound("A report that this should rest on is not in this casebook.", "Look again.")
            case = standing.shown([found.case_id])[found.case_id]
            judged = next(one for one in case.judged if one.claim.uuid == uuid)
            if not judged.standing:
                raise BadInput("A report that was set aside or replaced supports nothing.", "Choose one that stands.")
            field = BY_KEY[found.field]
            if uuid in {one.uuid for one in leading(case, found.field)}:
                yield Worded(uuid, field.label, wording.in_use(case, found.field))
            else:
                yield Worded(uuid, field.label, wording.report_text(field, judged.claim), BasisKind.VERSION)

    def _figures(self, uuids: Iterable[str]) -> Iterable[Worded]:
        known = stored.figures_now(self._desk.book.database, uuids)
        for uuid in dict.fromkeys(uuids):
            if uuid not in known:
                raise NotFound("A reported total that this should rest on is not in this casebook.", "Look again.")
            if known[uuid].replaced_on:
                raise BadInput("A total that was set aside or replaced supports nothing.", "Choose one that stands.")
            yield worded_total(known[uuid])

    def _counts(self, questions: Iterable[Question]) -> list[Count]:
        return [
            counted(asked.query.strip() or "Everybody", asked, wanted_cases(self._desk, asked.wanted()).values())
            for asked in questions
        ]


def _read(kind: type[_Word], typed: str, what: str) -> _Word:
    try:
        return kind(typed.strip().lower())
    except ValueError as problem:
        known = ", ".join(one.value for one in kind)
        raise BadInput(f"“{typed[:40]}” is not a {what} of a statement.", f"Choose one of: {known}.") from problem
