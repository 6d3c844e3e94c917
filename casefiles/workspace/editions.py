"""Issuing briefings: each edition is kept with its number, its bytes and the facts it was made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from casefiles.briefing.facts import RENDERER, BriefingFacts
from casefiles.briefing.wire import decoded, encoded
from casefiles.domain.canonical import canonical
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.refs import show_ref
from casefiles.domain.statements import TELLS, Audience, BasisKind, Edition, Told
from casefiles.storage import journal_head, lookups, tables
from casefiles.storage import statements as stored
from casefiles.storage.act import Act
from casefiles.workspace import list_words
from casefiles.workspace.beside_totals import counts_beside
from casefiles.workspace.counting import Count, counts_told
from casefiles.workspace.desk import Desk
from casefiles.workspace.edition_changes import Difference, difference
from casefiles.workspace.endnotes import Worded
from casefiles.workspace.printing import TEMPLATES, Briefings, Gathered, Order, Preview, Started
from casefiles.workspace.statement_views import AUDIENCE_LABELS, EditionRow, Regenerated
from casefiles.workspace.told_basis import keep, rest_on_counts, rest_on_values
from casefiles.workspace.views import Other

_AT_A_TIME = 500
_TEMPLATE_LABELS = {template.name: template.label for template in TEMPLATES}


@dataclass(frozen=True)
class Prepared:
    """An edition that is laid out and not yet kept.

    Attributes:
        number: the one it would be given.
        facts: what it was made from, as it is kept.
        counts: what is told of how many, where it is written down as a statement.
    """

    order: Order
    audience: Audience
    recipients: str
    number: int
    made: Gathered
    preview: Preview
    facts: bytes
    counts: tuple[Count, ...]


class Editions:
    """The issued briefings of one casebook."""

    def __init__(self, desk: Desk, briefings: Briefings) -> None:
        self._desk = desk
        self._briefings = briefings

    # ---- issuing

    def issue(
        self,
        order: Order,
        audience: str,
        recipients: str = "",
        started: Started | None = None,
        progress: Callable[[str], None] = lambda step: None,
        kept: Callable[[int, int], None] = lambda done, total: None,
        origin: str = "",
    ) -> str:
        """Print a briefing and keep it as an edition; one act. Returns its UUID.

        An edition for parliament, the press or a family is also written down as a statement, with every report and
        count that it rests on.

        Args:
            audience: whom it is for: internal, official, parliament, press, public or family.
            recipients: who is given it, in words.
            started: given what cancels the printing, as soon as it runs.
            progress: told of each step of the printing.
            kept: told how many of the values that it rests on are written down, and of how many; what it raises
                leaves everything undone.

        Raises:
            BadInput: there is no such audience, or nothing is said of who is given it.
        """
        edition = ""
        while not edition:  # another may take the number that is printed on this one
            edition = self._keep(self._prepare(order, audience, recipients, started, progress), kept, origin)
        return edition

    def _prepare(
        self, order: Order, audience: str, recipients: str, started: Started | None, progress: Callable[[str], None]
    ) -> Prepared:
        """Lay an edition out under the number that it will have; nothing is written, so that nobody waits for it."""
        to, who = read_audience(audience), clean(recipients) if recipients.strip() else ""
        if to in TELLS and not who:
            raise BadInput("Nothing says who is given this edition.", "Say who, as in “Lok Sabha, question 214”.")
        number = stored.next_number(self._desk.book.database)
        made, counts = self._gathered(replace(order, number=order.number or str(number)), to)
        facts = replace(made.facts, audience=who or AUDIENCE_LABELS[to])
        preview = self._briefings.preview_of(facts, started, progress)
        return Prepared(order, to, who, number, replace(made, facts=facts), preview, encoded(facts), counts)

    def _gathered(self, order: Order, to: Audience) -> tuple[Gathered, tuple[Count, ...]]:
        """Gather what is printed and who is counted for it; again, if somebody wrote meanwhile."""
        while True:
            made = self._briefings.gather(order)
            counts = self._counts(order, made) if to in TELLS else ()
            if journal_head.head(self._desk.book.database).number == made.recorded:
                return made, counts

    def _counts(self, order: Order, made: Gathered) -> tuple[Count, ...]:
        if made.facts.situation is None:
            return ()
        totals = [one.target for one in made.used if one.kind is BasisKind.FIGURE]
        return (
            *counts_told(order.query.strip(), order.situation, made.facts.situation, list(made.cases.values())),
            *counts_beside(self._desk, totals, order.moment, made.cases),
        )

    def _keep(self, prepared: Prepared, kept: Callable[[int, int], None], origin: str) -> str:
        """Keep what was laid out, in one act; returns its UUID, or nothing if its number was taken meanwhile."""
        who = prepared.recipients or AUDIENCE_LABELS[prepared.audience].lower()
        with self._desk.act(f"Issue “{prepared.made.facts.title}” to {who}", origin) as act:
            if not prepared.order.number and stored.next_number(act.database) != prepared.number:
                return ""
            edition = self._add(act, prepared)
            if prepared.audience in TELLS:
                self._tell(act, edition, prepared, kept)
            return act.keys.uuid(tables.Edition, edition)

    def _add(self, act: Act, prepared: Prepared) -> int:
        order, made, facts = prepared.order, prepared.made, prepared.made.facts
        situation = act.keys.key(tables.Situation, order.situation) if order.situation else None
        return act.add(
            tables.Edition,
            number=act.next_ref("edition"),
            template=facts.template,
            title=facts.title,
            audience=prepared.audience.value,
            recipients=prepared.recipients,
            situation_id=situation,
            query=order.query.strip(),
            asked=canonical(self._asked(order)),
            as_of=_day(order.moment.learned),
            recorded=made.recorded if order.moment.recorded is None else order.moment.recorded,
            head_hash=facts.head_hash,
            renderer=facts.renderer,
            facts=keep(act, prepared.facts),
            pdf=keep(act, prepared.preview.pdf),
            cases=keep(act, canonical(made.named).encode()),
            pages=prepared.preview.pages,
            issued_at=made.at,
            issued_by=self._desk.officer.name,
        )

    def _tell(self, act: Act, edition: int, prepared: Prepared, kept: Callable[[int, int], None]) -> None:
        order, made, told = prepared.order, prepared.made, TELLS[prepared.audience]
        only = next(iter(made.cases)) if len(made.cases) == 1 else None
        statement = act.add(
            tables.Statement,
            kind=told.value,
            title=made.facts.title,
            recipient=prepared.recipients,
            said_on=self._desk.today().isoformat(),
            text=order.bottom_line,
            edition_id=edition,
            case_id=only if told is Told.FAMILY else None,
            entered_at=act.at,
            entered_by=self._desk.officer.name,
        )
        day = _day(order.moment.learned)
        rest_on_values(act, statement, _one_by_one(made.used, kept), day)
        rest_on_counts(act, statement, prepared.counts, day)

    # ---- reading

    def rows(self) -> list[EditionRow]:
        """Return all editions, newest first."""
        return [self._row(one) for one in stored.editions(self._desk.book.database)]

    def row(self, uuid: str) -> EditionRow:
        """Return one edition as lists show it."""
        return self._row(self.get(uuid))

    def get(self, uuid: str) -> Edition:
        """Return one edition as it is kept.

        Raises:
            NotFound: there is none of that UUID.
        """
        found = stored.edition(self._desk.book.database, uuid)
        if found is None:
            raise NotFound("That edition is not in this casebook.", "Look again.")
        return found

    def find(self, number: str) -> str:
        """Return the UUID of an edition from its number, as 3, or from its UUID.

        Raises:
            NotFound: no edition has it.
        """
        database, typed = self._desk.book.database, number.strip()
        is_number = typed.isdecimal() and len(typed) < 18
        found = stored.edition_by_number(database, int(typed)) if is_number else stored.edition(database, typed)
        if found is None:
            raise NotFound(f"There is no edition {typed[:40]} in this casebook.", "Look in the list of editions.")
        return found.uuid

    def names(self, uuid: str) -> list[str]:
        """Return the UUIDs of the people and groups that an edition names."""
        named: list[str] = json.loads(self._bytes(self.get(uuid).cases))
        return named

    def named(self, uuid: str) -> list[Other]:
        """Return the people and groups that an edition names, as they are called now; those removed are left out."""
        names = self.names(uuid)
        known = lookups.headings(self._desk.book.database, names)
        return [Other(known[one][0], show_ref(known[one][1]), known[one][2]) for one in names if one in known]

    def facts(self, uuid: str) -> BriefingFacts:
        """Return the facts that an edition was made from."""
        return decoded(self._bytes(self.get(uuid).facts))

    # ---- the same again

    def reissue(self, uuid: str) -> bytes:
        """Return the bytes that were issued."""
        return self._bytes(self.get(uuid).pdf)

    def preview(self, uuid: str) -> Preview:
        """Return the pages that were issued."""
        kept = self.get(uuid)
        return Preview(self._bytes(kept.pdf), kept.pages, self.facts(uuid).as_of)

    def save(self, uuid: str, out: Path) -> None:
        """Write the bytes that were issued to a file, whole or not at all."""
        self._briefings.save(self.preview(uuid), out)

    def suggested_name(self, uuid: str) -> str:
        """Return a file name for an edition: what it is, its number and its day, no names."""
        kept = self.get(uuid)
        return f"{kept.template}-edition-{kept.number}-{kept.issued_at[:10]}.pdf"

    def regenerate(self, uuid: str, started: Started | None = None) -> Regenerated:
        """Print an edition again from its kept facts; under the same version of the print, byte for byte."""
        kept = self.get(uuid)
        pdf = self._briefings.preview_of(self.facts(uuid), started).pdf
        same = pdf == self._bytes(kept.pdf)
        return Regenerated(pdf, same, kept.renderer, RENDERER, _compared(kept, same=same))

    def compare(self, older: str, newer: str) -> Difference:
        """Return what changed between two editions, from what each of them said.

        Raises:
            BadInput: they are one and the same.
        """
        one, other = sorted((self.get(older), self.get(newer)), key=lambda edition: edition.number)
        if one.number == other.number:
            raise BadInput("An edition does not differ from itself.", "Choose another edition.")
        rows, facts = (self._row(one), self._row(other)), (self.facts(one.uuid), self.facts(other.uuid))
        return difference(self._desk, (one, other), rows, facts)

    # ---- inside

    def _row(self, kept: Edition) -> EditionRow:
        template = _TEMPLATE_LABELS.get(kept.template, kept.template)
        audience, issued = AUDIENCE_LABELS[kept.audience], self._desk.at(kept.issued_at)
        parts = (f"Edition {kept.number}", kept.title, template, audience, kept.recipients, issued)
        return EditionRow(
            kept.uuid,
            kept.number,
            kept.title,
            template,
            audience,
            kept.recipients,
            issued,
            kept.issued_by,
            list_words.say_day(kept.as_of),
            kept.pages,
            ", ".join(filter(None, parts)),
        )

    def _bytes(self, sha256: str) -> bytes:
        return lookups.bytes_of(self._desk.book.database, sha256)

    def _asked(self, order: Order) -> dict[str, Any]:
        """Return an order for good: cases by their UUIDs, days as they are written."""
        database = self._desk.book.database
        asked = {one.name: getattr(order, one.name) for one in fields(order) if one.name != "moment"}
        asked |= {"as_of": _day(order.moment.learned), "recorded": order.moment.recorded, "since": _day(order.since)}
        return asked | {"cases": [lookups.uuid_of(database, tables.Case, key) for key in order.cases]}


def _one_by_one(values: Sequence[Worded], kept: Callable[[int, int], None]) -> Iterator[Worded]:
    """Yield some values, and tell now and then how many are done."""
    for done, one in enumerate(values):
        if done % _AT_A_TIME == 0:
            kept(done, len(values))
        yield one
    kept(len(values), len(values))


def read_audience(text: str) -> Audience:
    """Return the audience of that name.

    Raises:
        BadInput: there is none.
    """
    try:
        return Audience(text.strip().lower())
    except ValueError as problem:
        known = ", ".join(audience.value for audience in Audience)
        raise BadInput(f"There is no audience called “{text[:40]}”.", f"Choose one of: {known}.") from problem


def _compared(kept: Edition, *, same: bool) -> str:
    if same:
        return f"Edition {kept.number} comes out byte for byte as it was issued."
    if kept.renderer != RENDERER:
        return (
            f"Edition {kept.number} was printed by version {kept.renderer} of the print; this is version {RENDERER}."
            " The facts are the same, the pages may differ."
        )
    return f"Edition {kept.number} comes out other than it was issued. The issued pages are kept unchanged."


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
