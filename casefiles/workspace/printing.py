"""Briefings: what is asked for, gathered as facts, printed in a worker, and shown before it is saved."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from casefiles.briefing.facts import BriefingFacts
from casefiles.briefing.printing import Built, Printing
from casefiles.domain.catalogue import FIELDS, In
from casefiles.domain.dates import show_day
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import BadInput, CasefilesError
from casefiles.domain.shown import ShownCase
from casefiles.search.query import parse
from casefiles.storage import journal_head
from casefiles.storage.finding import Sort, Wanted
from casefiles.storage.journal_head import Head
from casefiles.workspace.changes_told import Earlier
from casefiles.workspace.codebook_facts import codebook_facts
from casefiles.workspace.desk import Desk
from casefiles.workspace.dossier_facts import person_facts
from casefiles.workspace.endnotes import Endnotes, Worded
from casefiles.workspace.held_back import held_back, refuse_held
from casefiles.workspace.ledger_facts import ledger_facts
from casefiles.workspace.moments import say_moment
from casefiles.workspace.shown_cases import Shown, situation_names, these_cases, wanted_cases
from casefiles.workspace.situation_facts import Wording, situation_facts

MARKS = ("", "OFFICIAL", "RESTRICTED", "CONFIDENTIAL")
TWO_PAGES = "two-pages"


@dataclass(frozen=True)
class Template:
    """A kind of briefing on offer."""

    name: str
    label: str
    about: str


TEMPLATES = (
    Template("situation", "Situation briefing", "Figures, what changed, and the people behind them"),
    Template("dossier", "Dossier", "Everything known of one or several people"),
)


@dataclass(frozen=True)
class Order:
    """A briefing as asked for.

    Attributes:
        cases: the cases of a dossier, by key; for a situation briefing the query decides.
        query: as typed into the search box.
        situation: the UUID of a situation, or empty for the whole casebook.
        moment: of which knowledge it tells.
        since: tell what changed since this day; None to tell nothing.
        number: the briefing's own number, as the desk counts.
        two_page: the short form: never more than two pages, endnotes in an annex.
        codebook: print the codebook as an annex.
    """

    template: str = "situation"
    cases: tuple[int, ...] = ()
    query: str = ""
    situation: str = ""
    moment: Moment = NOW
    since: date | None = None
    title: str = ""
    number: str = ""
    period: str = ""
    bottom_line: str = ""
    mark: str = ""
    two_page: bool = False
    codebook: bool = False


@dataclass(frozen=True)
class Preview:
    """The pages of a briefing, as they will be printed.

    Attributes:
        as_of: of which knowledge it tells, in words.
        left_out: what it says it does not show.
        missing: characters for which no face has a shape.
    """

    pdf: bytes
    pages: int
    as_of: str = ""
    left_out: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gathered:
    """What an order prints, and what that was made from.

    Attributes:
        at: when it was gathered (UTC), to the microsecond; print says no more than the second.
        recorded: the last change that it knows of.
        cases: those it counts or tells of, as they stood.
        named: the UUIDs of those it names.
        used: the reports and reported totals behind its values.
    """

    facts: BriefingFacts
    at: str
    recorded: int
    cases: Shown
    named: tuple[str, ...]
    used: tuple[Worded, ...]


class Briefings:
    """Prints briefings of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def facts(self, order: Order) -> BriefingFacts:
        """Gather everything an order prints."""
        return self.gather(order).facts

    def gather(self, order: Order) -> Gathered:
        """Gather everything an order prints, with what it rests on.

        Raises:
            BadInput: the template is unknown, nobody is chosen, the days contradict each other, or the query
                cannot be read.
        """
        if order.template not in {template.name for template in TEMPLATES}:
            known = ", ".join(template.name for template in TEMPLATES)
            raise BadInput(f"There is no briefing called “{order.template[:40]}”.", f"Choose one of: {known}.")
        if order.since is not None and order.since > (order.moment.day or self._desk.today()):
            raise BadInput(
                "Changes cannot be told since a day after the briefing’s own.", "Choose an earlier day for the changes."
            )
        head: Head | None = None
        while head != (head := journal_head.head(self._desk.book.database)):  # somebody wrote meanwhile: read again
            now = self._cases(order, order.moment)
            body, endnotes = self._body(order, now)
        held = held_back(self._desk, order.moment, now)
        title = order.title or self._title(order, now)
        held.names.refuse_typed(title=title, bottom_line=order.bottom_line, period=order.period, query=order.query)
        generated = self._desk.clock()
        facts = BriefingFacts(
            template=order.template,
            title=title,
            as_of=_capital(say_moment(self._desk, order.moment)),
            generated=self._desk.at(generated.isoformat()),
            generated_at=generated.astimezone(UTC).isoformat(timespec="seconds"),
            time_zone=self._desk.zone().key,
            head_hash=head.hash,
            number=order.number,
            mark=order.mark,
            officer=self._desk.officer.name,
            options=(TWO_PAGES,) if order.two_page else (),
            codebook=codebook_facts(self._desk, order.moment.learned) if order.codebook else (),
            **body,  # type: ignore[arg-type]
        )
        at = generated.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        return Gathered(
            held.names.kept_out(facts), at, head.number, now, tuple(endnotes.named), tuple(endnotes.used.values())
        )

    def print(
        self,
        order: Order,
        out: Path,
        progress: Callable[[str], None] = lambda step: None,
        started: Started | None = None,
    ) -> Built:
        """Print a briefing into a file, in a process of its own; the file is there whole or not at all.

        Args:
            started: given what cancels the printing, as soon as it runs.

        Raises:
            CannotPrint: it could not be laid out or written.
            Stopped: it was cancelled.
        """
        return self._print(self.facts(order), out, progress, started)

    def preview(
        self,
        order: Order,
        started: Started | None = None,
        progress: Callable[[str], None] = lambda step: None,
    ) -> Preview:
        """Print a briefing into memory, for the screen; the pages are those that would be saved."""
        return self.preview_of(self.facts(order), started, progress)

    def preview_of(
        self,
        facts: BriefingFacts,
        started: Started | None = None,
        progress: Callable[[str], None] = lambda step: None,
    ) -> Preview:
        """Print facts into memory, gathered now or kept from before."""
        with tempfile.TemporaryDirectory(prefix="casefiles-") as folder:
            out = Path(folder) / "preview.pdf"
            built = self._print(facts, out, progress, started)
            left_out = built.left_out if facts.situation else (_never_printed(),)
            return Preview(out.read_bytes(), built.pages, facts.as_of, left_out, built.missing_characters)

    def page_image(self, preview: Preview, page: int, width: int) -> tuple[int, int, bytes]:
        """Return one page of a preview (the first is 0) as width, height and rows of red, green and blue."""
        from casefiles.briefing.preview import page_image

        image = page_image(preview.pdf, page, width)
        return image.width, image.height, image.rgb

    def save(self, preview: Preview, out: Path) -> None:
        """Write a preview's bytes to a file, readable by its owner only; whole or not at all."""
        unfinished: Path | None = None
        try:
            handle, name = tempfile.mkstemp(".tmp", ".casefiles-", out.parent)
            unfinished = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(preview.pdf)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(out)
        except OSError as problem:
            if unfinished is not None:
                with suppress(OSError):
                    unfinished.unlink(missing_ok=True)
            raise CasefilesError(
                f"The briefing could not be saved as {out.name[:80]}.", f"The system says: {problem.strerror}."
            ) from problem

    def suggested_name(self, order: Order) -> str:
        """Return a file name for a briefing: what it is, its number and the day it stands for, no names."""
        number = "".join(sign if sign.isalnum() else "-" for sign in order.number.strip())[:24].strip("-")
        day = (order.moment.day or self._desk.today()).isoformat()
        return "-".join(filter(None, (order.template, number, day))) + ".pdf"

    # ---- inside

    def _print(
        self, facts: BriefingFacts, out: Path, progress: Callable[[str], None], started: Started | None
    ) -> Built:
        printing = Printing(facts, out, self._desk.resources)
        if started is not None:
            started(printing.cancel)
        built = printing.wait(progress)
        if built is None:
            raise Stopped("Printing was stopped; nothing was changed.", "Print again when you like.")
        return built

    def _cases(self, order: Order, moment: Moment) -> Shown:
        if order.template == "dossier" and order.cases:
            return these_cases(self._desk, order.cases, moment)
        return wanted_cases(self._desk, self._wanted(order), moment)

    def _wanted(self, order: Order) -> Wanted:
        return Wanted(parse(order.query), situation=order.situation, sort=Sort.DATE)

    def _body(self, order: Order, now: Shown) -> tuple[dict[str, object], Endnotes]:
        held = held_back(self._desk, order.moment, now).cases
        if order.template == "dossier":
            if not now:
                raise BadInput("Nobody is chosen for this dossier.", "Choose one or more people, or change the search.")
            refuse_held(self._desk, self._held_among(now, held))
            endnotes = Endnotes(self._desk, now.values(), order.moment)
            return {"people": tuple(person_facts(self._desk, case, endnotes) for case in now.values())}, endnotes
        earlier = None if order.since is None else self._earlier(order, order.since, now)
        cases = [*now.values(), *(earlier.elsewhere.values() if earlier else ())]
        endnotes = Endnotes(self._desk, cases, order.moment)
        told = situation_facts(now, earlier, self._wording(order), endnotes, held)
        told = replace(told, ledger=ledger_facts(self._desk, order.situation, endnotes))
        return {"situation": told}, endnotes

    def _held_among(self, now: Shown, held: Collection[int]) -> list[ShownCase]:
        """Return those on hold: as they stood when that was so then, and as they stand when it is so only now."""
        today = these_cases(self._desk, [key for key in now if key in held and now[key].hold is None])
        return [today.get(key, now[key]) for key in now if key in held]

    def _earlier(self, order: Order, since: date, now: Shown) -> Earlier:
        then = replace(order.moment, learned=since)
        counted = self._cases(order, then)
        gone = [key for key in counted if key not in now]
        return Earlier(counted, these_cases(self._desk, now, then), these_cases(self._desk, gone, order.moment))

    def _wording(self, order: Order) -> Wording:
        situation = situation_names(self._desk, order.moment).get(order.situation, "")
        filtered = [words for words in (situation, order.query.strip()) if words]
        return Wording(
            title=order.title or self._title(order, {}),
            period=order.period,
            bottom_line=order.bottom_line,
            since=show_day(order.since) if order.since else "",
            filter_words=", ".join(filtered),
            left_out=(f"Counted here is only who answers: {', '.join(filtered)}.",) if order.query.strip() else (),
        )

    def _title(self, order: Order, now: Shown) -> str:
        if order.template == "dossier":
            names = [case.heading for case in now.values()]
            return names[0] if len(names) == 1 else f"Dossier of {len(names)} people"
        situation = situation_names(self._desk, order.moment).get(order.situation, "")
        return situation or self._desk.setting("title") or "Situation"


class Stopped(CasefilesError):
    """The officer cancelled a printing."""


Started = Callable[[Callable[[], None]], None]
"""Given what cancels a printing, as soon as it runs."""


def _never_printed() -> str:
    labels = [field.label.lower() for field in FIELDS if In.PRINT not in field.views]
    return f"Never printed: {', '.join(labels)}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def clock_from(epoch: str) -> Callable[[], datetime]:
    """Return a clock that stands still, for output that is the same every time (SOURCE_DATE_EPOCH).

    Raises:
        BadInput: it is not a number of seconds.
    """
    if not epoch.isdecimal():
        raise BadInput("SOURCE_DATE_EPOCH is not a number of seconds.", "Unset it, or set it to a whole number.")
    moment = datetime.fromtimestamp(int(epoch), UTC)
    return lambda: moment
