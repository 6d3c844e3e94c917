"""Every public act can be undone, is told exactly, is in the journal, and keeps derived rows true."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from casefiles.domain.changes import Changes
from casefiles.domain.figures import Figure
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import CasefilesError, NotFound
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.shown import ShownCase, show_case
from casefiles.domain.span import Span
from casefiles.domain.speakers import read_speakers
from casefiles.search.document import document
from casefiles.search.matcher import matches
from casefiles.search.query import Query, parse
from casefiles.storage import derived, finding, journal_head, lookups, past, standing, tables
from casefiles.storage.asking import rows
from casefiles.storage.check import verify
from casefiles.storage.columns import COLUMNS
from casefiles.storage.figures import load_figures
from casefiles.storage.images import TABLES, Keys, columns, to_image
from casefiles.storage.past_cases import cases_at
from casefiles.storage.past_figures import figures_at
from casefiles.storage.reading import bodies, load_cases
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.counting import Question
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.finding import Sort, Wanted
from casefiles.workspace.printing import Order
from casefiles.workspace.sources import DETAILS
from casefiles.workspace.statements import RestsOn, Said

ARTICLE = "In March, 30-year-old Asha Rana of Kaski was killed 🕊 near the river, her family said.\r\nद्वितीय वाक्य।"
NAMES = st.sampled_from(["Asha Rana", "आशा राणा", "Imran Qadri", "عمران قادری", "O'Neil", "Li"])
VALUES: dict[str, st.SearchStrategy[str]] = {
    "name": NAMES,
    "age": st.sampled_from(["30", "30–35", "child", "unknown"]),
    "sex": st.sampled_from(["Man", "woman", "not stated"]),
    "origin": st.sampled_from(["Kaski, Nepal", "Hyderabad", "Surat in Gujarat", "Kenya"]),
    "status": st.sampled_from(["killed", "missing", "Recruited", "repatriated", "detained"]),
    "left_home": st.sampled_from(["March 2024", "about 6 Jan 2024", "withheld"]),
    "passport": st.sampled_from(["X1234567", "P99"]),
    "nationality": st.sampled_from(["Nepal", "India"]),
    "notes": st.sampled_from(["line one\nline two", "short"]),
    "owner": st.sampled_from(["AB", "CD"]),
    "size": st.sampled_from(["2", "2-5"]),
}
FIELDS = st.sampled_from(sorted(VALUES))
QUERIES = st.sampled_from(
    [
        "",
        "asha",
        "राणा or li",
        "in",
        "-killed",
        "status:killed",
        "origin:nepal an",
        "source:courier",
        "situation:northern",
        "not situation:river",
        "missing:origin",
        "silent:>10d",
        "sources:<2 disputed:no",
        "held:yes or unnamed:yes",
    ]
)
SPEAKERS = st.sampled_from([(), ("MEA",), ("embassy", "family", "Daily Courier"), ("family",)])
LEARNED = st.sampled_from(["", "", "2025-05-20", "2025-06-03", "2025-06-10"])
SAID = st.sampled_from(["", "2024-03-15", "2024-06", "2025-01-14"])


class Clock:
    """Moves on by a second and a half a day, now and then, so that nothing rests on the real time."""

    def __init__(self) -> None:
        self.now = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=7)
        return self.now


def dump(casebook: Casebook) -> dict[tuple[str, str], str]:
    """Return every record's image."""
    database = casebook.desk.book.database
    keys = Keys(database)
    found = {}
    for name, table in TABLES.items():
        quoted = ", ".join(f'"{column}"' for column in columns(table))
        for values in rows(database, f'SELECT {quoted} FROM "{name}"'):
            row = dict(zip(columns(table), values, strict=True))
            found[name, row["uuid"]] = to_image(keys, table, row)
    return found


def replayed(casebook: Casebook) -> dict[tuple[str, str], str]:
    """Return what the journal alone says every record is."""
    found: dict[tuple[str, str], str] = {}
    for table, row, after in rows(casebook.desk.book.database, 'SELECT "table", row, after FROM row_image ORDER BY id'):
        found.pop((table, row), None)
        if after is not None:
            found[table, row] = after
    return found


def derived_rows(casebook: Casebook) -> list[Any]:
    """Return every derived row, the counts and the index's answers."""
    database = casebook.desk.book.database
    tables = ("SELECT * FROM shown ORDER BY case_id", "SELECT * FROM article ORDER BY text_id")
    facets = "SELECT * FROM facet WHERE cases <> 0 OR people_high <> 0 ORDER BY kind, value"
    versions = tuple(
        f"SELECT case_id, since, until, {', '.join(name for name, _ in COLUMNS)} FROM {table} ORDER BY 1, 2"
        for table in ("learned_before", "recorded_before")
    )
    since = "SELECT * FROM shown_from ORDER BY case_id"
    indexed = "SELECT rowid FROM case_fts WHERE case_fts MATCH '\"a\"*' ORDER BY rowid"
    periods = "SELECT * FROM standing ORDER BY case_id, from_day"
    named = (
        "SELECT f.folded, k.key, b.case_id, b.spelling, b.origin, b.age_low, b.age_high FROM name_form f"
        " LEFT JOIN name_key k ON k.form = f.id LEFT JOIN name_bearer b ON b.form = f.id ORDER BY 1, 2, 3, 4"
    )
    found = [rows(database, sql) for sql in (*tables, *versions, since, facets, indexed, periods, named)]
    return [*found, standing.changes_kept(database)]


class EveryAction(RuleBasedStateMachine):
    """Acts at random and looks at everything after each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.casebook = Casebook.new(
            self.folder / "a.casebook", officer=Officer("Test Officer"), confirming=["MEA"], clock=Clock()
        )
        self.heard: list[Changes] = []
        self.stood: dict[int, tuple[Any, Any, list[Figure], Any]] = {}
        self.casebook.journal.listen(self.heard.append)

    def teardown(self) -> None:
        self.casebook.close()
        shutil.rmtree(self.folder)

    # ---- what exists

    def cases(self, kind: str = "") -> list[int]:
        sql = 'SELECT id FROM "case" WHERE kind LIKE ? ORDER BY id'
        return [key for (key,) in rows(self.casebook.desk.book.database, sql, f"{kind}%")]

    def claims(self) -> list[str]:
        return [uuid for (uuid,) in rows(self.casebook.desk.book.database, "SELECT uuid FROM claim ORDER BY id")]

    def statements(self) -> list[str]:
        return [row.uuid for row in self.casebook.statements.rows()]

    def sources(self) -> list[int]:
        return [row.id for row in self.casebook.sources.rows()]

    # ---- acting and looking

    def act(self, work: Callable[[], object]) -> None:
        """Do something; then see that it was told, journaled, derived, and can be taken back and done again."""
        before, told = dump(self.casebook), len(self.heard)
        with suppress(CasefilesError):
            work()
        after = dump(self.casebook)
        differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        news = self.heard[told:]
        assert set().union(*(change.rows for change in news)) == differing
        assert len(news) == (1 if differing else 0)
        self.look()
        if differing:
            self.casebook.journal.undo()
            assert dump(self.casebook) == before
            self.look()
            self.casebook.journal.redo()
            assert dump(self.casebook) == after
            self.look()

    def look(self) -> None:
        self.stood[self.head()] = self.stands(), self.lists(NOW), self.figures(), self.beside_totals(NOW)
        assert replayed(self.casebook) == dump(self.casebook)
        kept = derived_rows(self.casebook)
        derived.rebuild(self.casebook.desk.book.database)
        assert derived_rows(self.casebook) == kept

    def head(self) -> int:
        return journal_head.last_number(self.casebook.desk.book.database)

    def stands(self) -> Any:
        database = self.casebook.desk.book.database
        return load_cases(database, lookups.all_case_keys(database)), bodies(database)

    def figures(self) -> list[Figure]:
        return load_figures(self.casebook.desk.book.database)

    def lists(self, moment: Moment) -> Any:
        """Return what every list and count shows."""
        finding = self.casebook.finding
        keys = [finding.ids(Wanted(sort=sort), -1, moment) for sort in Sort]
        totals = finding.totals(moment)
        counts = {group: people for group, people in totals.by_group.items() if people.high}
        return keys, finding.rows(keys[0], moment), totals.cases, totals.people, counts, totals.by_situation

    def beside_totals(self, moment: Moment) -> Any:
        """Return our people beside each total, and who they are."""
        figures = self.casebook.figures
        lines = figures.ledger(moment=moment).lines
        return [(line.uuid, line.people, line.people and sorted(figures.people(line.uuid, moment))) for line in lines]

    # ---- the acts

    @rule(name=NAMES, group=st.booleans(), status=VALUES["status"], speakers=SPEAKERS, said=SAID)
    def add_case(self, name: str, group: bool, status: str, speakers: tuple[str, ...], said: str) -> None:
        kind = CaseKind.GROUP if group else CaseKind.PERSON
        first = Report("size", typed="3") if group else Report("name", typed=name)
        second = Report("status", typed=status, speakers=read_speakers(speakers), said_on=said)
        self.act(lambda: self.casebook.people.add(kind, [first, second]))

    @rule()
    def add_a_case_of_which_nothing_is_said(self) -> None:
        self.act(lambda: self.casebook.people.add(CaseKind.PERSON, []))

    @precondition(lambda self: self.cases())
    @rule(data=st.data(), field=FIELDS)
    def set_field(self, data: st.DataObject, field: str) -> None:
        case, typed = data.draw(st.sampled_from(self.cases())), data.draw(VALUES[field])
        self.act(lambda: self.casebook.people.set_field(case, field, typed))

    @precondition(lambda self: self.cases())
    @rule(data=st.data(), field=FIELDS)
    def clear_field(self, data: st.DataObject, field: str) -> None:
        case = data.draw(st.sampled_from(self.cases()))
        self.act(lambda: self.casebook.people.clear_field(case, field))

    @precondition(lambda self: self.cases() and self.sources())
    @rule(data=st.data(), field=FIELDS, speakers=SPEAKERS, said=SAID, role=st.sampled_from(list(Role)), learned=LEARNED)
    def report(
        self, data: st.DataObject, field: str, speakers: tuple[str, ...], said: str, role: Role, learned: str
    ) -> None:
        case, source = data.draw(st.sampled_from(self.cases())), data.draw(st.sampled_from(self.sources()))
        length = len(self.casebook.sources.view(source).text)
        start = data.draw(st.integers(0, length - 1))
        words = Words(source, start, data.draw(st.integers(start + 1, length)), role)
        told = Report(
            field,
            typed=data.draw(VALUES[field]),
            words=(words,),
            speakers=read_speakers(speakers),
            said_on=said,
            learned_on=learned,
        )
        self.act(lambda: self.casebook.people.report(case, [told]))

    @precondition(lambda self: self.claims())
    @rule(data=st.data(), act=st.sampled_from(["use", "unpin", "set_aside", "take_back", "restore"]))
    def decide(self, data: st.DataObject, act: str) -> None:
        claim = data.draw(st.sampled_from(self.claims()))
        self.act(lambda: getattr(self.casebook.people, act)(claim, "because"))

    @precondition(lambda self: self.claims())
    @rule(data=st.data(), grade=st.sampled_from(["1", "2", "6", ""]))
    def grade(self, data: st.DataObject, grade: str) -> None:
        claim = data.draw(st.sampled_from(self.claims()))
        self.act(lambda: self.casebook.grades.give(claim, grade, "because"))

    @precondition(lambda self: self.cases())
    @rule(data=st.data(), lift=st.booleans())
    def hold(self, data: st.DataObject, lift: bool) -> None:
        case, holds = data.draw(st.sampled_from(self.cases())), self.casebook.holds
        self.act(lambda: holds.lift(case, "over") if lift else holds.hold(case, "asked by the family", "2099"))

    @precondition(lambda self: self.claims())
    @rule(data=st.data())
    def replace(self, data: st.DataObject) -> None:
        one, other = (data.draw(st.sampled_from(self.claims())) for _ in range(2))
        self.act(lambda: self.casebook.people.replace(one, other, "a later word"))

    @precondition(lambda self: self.cases("group") and self.cases("person"))
    @rule(data=st.data())
    def identify(self, data: st.DataObject) -> None:
        group = data.draw(st.sampled_from(self.cases("group")))
        person = data.draw(st.sampled_from(self.cases("person")))
        self.act(lambda: self.casebook.people.identify(group, person, "family found"))

    @precondition(lambda self: self.cases("group"))
    @rule(data=st.data(), name=NAMES)
    def identify_new(self, data: st.DataObject, name: str) -> None:
        group = data.draw(st.sampled_from(self.cases("group")))
        self.act(lambda: self.casebook.people.identify_new(group, [Report("name", typed=name)], "named"))

    @precondition(lambda self: any(self.casebook.people.view(case).members for case in self.cases("group")))
    @rule(data=st.data())
    def unidentify(self, data: st.DataObject) -> None:
        links = [member.link for case in self.cases("group") for member in self.casebook.people.view(case).members]
        link = data.draw(st.sampled_from(links))
        self.act(lambda: self.casebook.people.unidentify(link))

    @precondition(lambda self: self.cases())
    @rule(data=st.data())
    def remove_case(self, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(self.cases()))
        self.act(lambda: self.casebook.people.remove(case))

    @rule(name=st.sampled_from(["Northern war", "River crisis"]))
    def add_situation(self, name: str) -> None:
        self.act(lambda: self.casebook.settings.situation(name))

    @precondition(lambda self: self.cases())
    @rule(data=st.data())
    def set_situations(self, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(self.cases()))
        known = [row.uuid for row in self.casebook.settings.situations()]
        chosen = data.draw(st.sets(st.sampled_from(known))) if known else set()
        self.act(lambda: self.casebook.people.set_situations(case, sorted(chosen)))

    @rule(ending=st.sampled_from(["", " More.", " Again."]), publisher=st.sampled_from(["", "Daily Courier"]))
    def add_source(self, ending: str, publisher: str) -> None:
        taken = self.casebook.sources.take_paste(ARTICLE + ending)
        self.act(lambda: self.casebook.sources.add(taken, {"publisher": publisher}))

    @precondition(lambda self: self.sources())
    @rule(data=st.data(), detail=st.sampled_from([d.key for d in DETAILS]))
    def set_detail(self, data: st.DataObject, detail: str) -> None:
        source = data.draw(st.sampled_from(self.sources()))
        typed = data.draw(st.sampled_from(["12 June 2024", "news", "A", "Reuters", ""]))
        self.act(lambda: self.casebook.sources.set_detail(source, detail, typed))

    @precondition(lambda self: self.sources())
    @rule(data=st.data())
    def remove_source(self, data: st.DataObject) -> None:
        source = data.draw(st.sampled_from(self.sources()))
        self.act(lambda: self.casebook.sources.remove(source))

    def totals(self) -> list[str]:
        return [uuid for (uuid,) in rows(self.casebook.desk.book.database, "SELECT uuid FROM figure ORDER BY id")]

    def entry(self, data: st.DataObject, whole: str | int = "") -> FigureEntry:
        """Return a total as an officer may type it, resting on words of a source if there is one."""
        sources = data.draw(st.sampled_from([[], *([key] for key in self.sources())]))
        words = tuple(Words(key, 0, data.draw(st.integers(1, 20))) for key in sources)
        return FigureEntry(
            data.draw(st.sampled_from(["dead", "missing", "total", "released and repatriated"])),
            data.draw(st.sampled_from(["4", "35–50", "about 200", "at least 4"])),
            query=data.draw(st.sampled_from(["", "*", "status:dead"])),
            as_of=data.draw(st.sampled_from(["", "2024-06-11", "2025-01"])),
            words=words,
            part_of=whole,
            nesting=data.draw(st.sampled_from(["", "nested"])),
            unit=data.draw(st.sampled_from(["people", "people", "bodies"])),
        )

    @rule(data=st.data(), rows=st.integers(1, 3))
    def add_totals(self, data: st.DataObject, rows: int) -> None:
        known = [row.uuid for row in self.casebook.settings.situations()]
        situation = data.draw(st.sampled_from(["", *known]))
        wholes: st.SearchStrategy[str | int] = st.sampled_from(["", 0, rows - 1, *self.totals()])
        entries = [self.entry(data, data.draw(wholes)) for _ in range(rows)]
        self.act(lambda: self.casebook.figures.add(entries, situation))

    @precondition(lambda self: self.totals())
    @rule(data=st.data())
    def edit_total(self, data: st.DataObject) -> None:
        uuid, whole = (data.draw(st.sampled_from(self.totals())) for _ in range(2))
        self.act(lambda: self.casebook.figures.edit(uuid, self.entry(data, whole)))

    @precondition(lambda self: self.totals())
    @rule(data=st.data(), anew=st.booleans())
    def replace_total(self, data: st.DataObject, anew: bool) -> None:
        uuid, other = (data.draw(st.sampled_from(self.totals())) for _ in range(2))
        self.act(lambda: self.casebook.figures.replace(uuid, self.entry(data) if anew else other, "a later word"))

    @precondition(lambda self: self.totals())
    @rule(data=st.data(), act=st.sampled_from(["withdraw", "take_back", "remove", "note_gap"]))
    def treat_total(self, data: st.DataObject, act: str) -> None:
        uuid = data.draw(st.sampled_from(self.totals()))
        more = {"withdraw": ["wrong"], "note_gap": ["AB", "asked"]}.get(act, [])
        self.act(lambda: getattr(self.casebook.figures, act)(uuid, *more))

    @rule()
    def see_the_ledger(self) -> None:
        """The ledger can be shown, and our people are those that the rules themselves count."""
        now = self.casebook.figures.ledger()
        assert len(now.lines) + len(now.replaced) == len(self.totals())
        then = self.casebook.figures.ledger(moment=Moment(learned=datetime(2999, 1, 1, tzinfo=UTC).date()))
        assert [line.people for line in then.lines] == [line.people for line in now.lines]

    @rule(name=st.sampled_from(["family", "Embassy in Lhotan"]))
    def confirm(self, name: str) -> None:
        self.act(lambda: self.casebook.settings.add_confirming(name))

    @rule(since=st.sampled_from(["", "2024-05"]), name=st.sampled_from(["MEA", "family"]))
    def change_confirming(self, since: str, name: str) -> None:
        body = self.casebook.settings.confirming()[-1]
        self.act(lambda: self.casebook.settings.change_confirming(body.uuid, since=since, name=name))

    @rule(until=st.sampled_from(["2024-04-01", "2025-01-01"]))
    def end_confirming(self, until: str) -> None:
        body = self.casebook.settings.confirming()[-1]
        self.act(lambda: self.casebook.settings.end_confirming(body.uuid, until))

    @rule(section=st.sampled_from(["inclusion", "corroboration"]), text=st.sampled_from(["All men.", "Everybody.", ""]))
    def set_codebook_text(self, section: str, text: str) -> None:
        self.act(lambda: self.casebook.codebook.set_text(section, text))

    @rule(section=st.sampled_from(["definitions", "method"]), day=st.sampled_from(["", "2024-03", "2025-01-01"]))
    def add_to_codebook(self, section: str, day: str) -> None:
        self.act(lambda: self.casebook.codebook.add(section, "A sentence.", term="Agent", effective_on=day))

    @precondition(lambda self: any(one.own for one in self.casebook.codebook.sections()))
    @rule(data=st.data(), removing=st.booleans())
    def edit_codebook(self, data: st.DataObject, removing: bool) -> None:
        book = self.casebook.codebook
        uuid = data.draw(st.sampled_from([one.uuid for written in book.sections() for one in written.own]))
        self.act(lambda: book.remove(uuid) if removing else book.change(uuid, text="Another sentence."))

    @rule(name=st.sampled_from(["Dead", "dead", "Nepal"]), text=st.sampled_from(["status:dead", "kaski", "staus:x"]))
    def save_search(self, name: str, text: str) -> None:
        self.act(lambda: self.casebook.saved_searches.add(name, text))

    @precondition(lambda self: self.casebook.saved_searches.all())
    @rule(data=st.data(), act=st.sampled_from(["rename", "change", "move", "remove"]))
    def work_on_saved_search(self, data: st.DataObject, act: str) -> None:
        searches = self.casebook.saved_searches
        uuid = data.draw(st.sampled_from([one.uuid for one in searches.all()]))
        given: dict[str, tuple[Any, ...]] = {
            "rename": (data.draw(st.sampled_from(["Dead", "Others"])),),
            "change": (data.draw(st.sampled_from(["asha", "age:<30"])),),
            "move": (data.draw(st.sampled_from([-1, 1])),),
            "remove": (),
        }
        self.act(lambda: getattr(searches, act)(uuid, *given[act]))

    @rule(title=st.sampled_from(["One", "Two"]))
    def set_title(self, title: str) -> None:
        self.act(lambda: self.casebook.settings.set("title", title))

    # ---- what we told

    @precondition(lambda self: self.cases())
    @rule(data=st.data(), kind=st.sampled_from(["parliament", "press", "family"]))
    def tell(self, data: st.DataObject, kind: str) -> None:
        case = data.draw(st.sampled_from([None, *self.cases()]))
        said = Said(kind, "An answer", case_id=case, text="As far as we know.")
        self.act(lambda: self.casebook.statements.add(said, self.rests_on(data)))

    def rests_on(self, data: st.DataObject) -> RestsOn:
        claims = data.draw(st.lists(st.sampled_from(self.claims()), max_size=3)) if self.claims() else []
        questions = [Question(query) for query in ("", "status:dead", "status:missing", "origin:nepal")]
        return RestsOn(claims, counts=data.draw(st.lists(st.sampled_from(questions), max_size=2)))

    @precondition(lambda self: self.statements())
    @rule(data=st.data(), verdict=st.sampled_from(["wrong when said", "right after all"]))
    def judge(self, data: st.DataObject, verdict: str) -> None:
        statement = data.draw(st.sampled_from(self.statements()))
        self.act(lambda: self.casebook.statements.judge(statement, verdict, "because", "AB", "2025-12-01"))

    @precondition(lambda self: self.statements())
    @rule(data=st.data(), act=st.sampled_from(["edit", "link", "unlink", "remove"]))
    def work_on_statement(self, data: st.DataObject, act: str) -> None:
        statement = data.draw(st.sampled_from(self.statements()))
        bases = [basis.uuid for basis in self.casebook.statements.view(statement).bases] or [""]
        given: dict[str, tuple[Any, ...]] = {
            "edit": ({"title": data.draw(NAMES)},),
            "link": (self.rests_on(data),),
            "unlink": (data.draw(st.sampled_from(bases)),),
            "remove": (),
        }
        self.act(lambda: getattr(self.casebook.statements, act)(statement, *given[act]))

    @precondition(lambda self: self.cases())
    @rule(audience=st.sampled_from(["internal", "press", "family"]))
    def issue(self, audience: str) -> None:
        self.act(lambda: self.casebook.editions.issue(Order(), audience, "Somebody"))

    @rule()
    def see_every_statement(self) -> None:
        """To look only at what changed since is to look at everything."""
        rows = self.casebook.statements.rows()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("casefiles.storage.statements.changed_since", lambda *_: None)
            assert self.casebook.statements.rows() == rows
            seen = [self.casebook.statements.view(row.uuid) for row in rows]
        assert [self.casebook.statements.view(row.uuid) for row in rows] == seen

    @rule(times=st.integers(1, 4))
    def undo_some(self, times: int) -> None:
        """Leave some acts undone, so that later ones come after an undo."""
        for _ in range(times):
            if self.casebook.journal.undo_label():
                self.casebook.journal.undo()
        self.look()

    @rule()
    def check(self) -> None:
        assert verify(self.casebook.desk.book.database) == []

    @rule()
    def see_every_case(self) -> None:
        """Every case can be shown, today and on any day before."""
        for case in self.cases():
            view = self.casebook.people.view(case)
            assert view.people.low <= view.people.high
            with suppress(NotFound):  # nothing was known of it yet
                then = self.casebook.people.view(case, Moment(date(2025, 6, 2)))
                assert len(then.reports) <= len(view.reports)

    @precondition(lambda self: self.stood)
    @rule(data=st.data())
    def look_back_at_what_was_recorded(self, data: st.DataObject) -> None:
        """After any later act, what stood here is told as it was told then."""
        number = data.draw(st.sampled_from(sorted(self.stood)))
        (records, known), lists, figures, beside = self.stood[number]
        database = self.casebook.desk.book.database
        assert cases_at(database, list(records), number) == records
        assert past.bodies_at(database, number) == known
        assert set(past.rows_at(database, tables.Case, number)) == set(records)
        assert figures_at(database, number) == figures
        assert self.lists(Moment(recorded=number)) == lists
        assert self.beside_totals(Moment(recorded=number)) == beside
        assert self.lists(Moment(date(2030, 1, 1), number))[2:] == lists[2:]
        moment, query = Moment(recorded=number), parse(data.draw(QUERIES))
        shown = {key: show_case(one, known) for key, one in records.items()}
        assert set(self.casebook.finding.ids(Wanted(query), -1, moment)) == self.found(query, shown, moment)

    def found(self, query: Query, shown: Mapping[int, ShownCase], moment: Moment) -> set[int]:
        """Return what the rule itself finds."""
        names = past.situation_names(self.casebook.desk.book.database, moment.recorded)
        today = moment.day or self.casebook.desk.today()
        return {key for key, case in shown.items() if matches(query, document(case, names), today)}

    @rule(days=st.integers(0, 40), query=QUERIES)
    def look_back_at_what_was_learned(self, days: int, query: str) -> None:
        """Kept versions say what the rule says of each case on each day."""
        database = self.casebook.desk.book.database
        moment = Moment(date(2025, 6, 1) + timedelta(days=days))
        records, known = self.stands()
        day = str(moment.learned)
        there = {key: one for key, one in records.items() if one.known_from <= day}
        shown = {key: show_case(one, known, moment.learned) for key, one in there.items()}
        rows_then = {key: derived.derived_row(case) for key, case in shown.items()}
        listed = {key: finding.listed_row(key, row) for key, row in rows_then.items()}
        assert {one.id: one for one in finding.listed(database, list(listed), moment)} == listed
        found = self.found(parse(query), shown, moment)
        assert set(self.casebook.finding.ids(Wanted(parse(query)), -1, moment)) == found
        assert self.lists(moment)[2:4] == (len(shown), sum((case.people for case in shown.values()), Span()))
        by_name = sorted(found, key=lambda key: (rows_then[key]["sort_name"], key))
        assert list(self.casebook.finding.ids(Wanted(parse(query), sort=Sort.NAME), -1, moment)) == by_name


TestEveryAction = EveryAction.TestCase
TestEveryAction.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_an_undone_case_keeps_its_number_for_good(tmp_path: Path) -> None:
    casebook = Casebook.new(tmp_path / "a.casebook")
    first = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    assert casebook.people.view(first).ref == "CF-0000001"
    casebook.journal.undo()
    second = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Imran Qadri")])
    assert casebook.people.view(second).ref == "CF-0000002"
    casebook.close()


def test_undo_goes_on_after_a_restart(tmp_path: Path) -> None:
    casebook = Casebook.new(tmp_path / "a.casebook")
    case = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    casebook.people.set_field(case, "age", "30")
    casebook.close()
    again = Casebook.open(tmp_path / "a.casebook")
    assert again.journal.undo_label() == "Change age at the event of Asha Rana"
    again.journal.undo()
    assert again.people.view(case).field("age").text == ""
    assert again.journal.undo_label() == "Add Asha Rana"
    assert again.journal.redo_label() == "Change age at the event of Asha Rana"
    again.close()


def test_the_journal_keeps_what_undo_took_back(tmp_path: Path) -> None:
    casebook = Casebook.new(tmp_path / "a.casebook")
    case = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    casebook.people.set_field(case, "age", "30")
    casebook.journal.undo()
    told = [line.label for line in casebook.journal.of_case(case)]
    assert told[0] == "Undo: Change age at the event of Asha Rana"
    images = rows(casebook.desk.book.database, "SELECT before FROM row_image WHERE before IS NOT NULL")
    assert any(json.loads(before)["value"] == "30" for (before,) in images if "value" in json.loads(before))
    assert lookups.all_case_keys(casebook.desk.book.database) == [case]
    casebook.close()
