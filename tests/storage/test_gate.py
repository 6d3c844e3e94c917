"""The write gate under crashes, under other programs, and against tampering."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from casefiles.domain.changes import Changes
from casefiles.domain.problems import CasefilesError, StaleEdit
from casefiles.domain.records import CaseKind
from casefiles.storage.asking import one, rows
from casefiles.storage.check import verify
from casefiles.storage.tables import Situation
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words

WRITER = """
import sys
from pathlib import Path
from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
casebook = Casebook.open(Path(sys.argv[1]))
while True:
    case = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana"), Report("age", typed="30")])
    print(casebook.people.view(case).ref, flush=True)
"""
ROUNDS = 10


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    return Casebook.new(tmp_path / "a.casebook", officer=Officer("Test Officer"), confirming=["MEA"])


def test_no_acknowledged_act_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.casebook"
    Casebook.new(path).close()
    chance = random.Random(7)
    acknowledged: list[str] = []
    for _ in range(ROUNDS):
        with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged += [writer.stdout.readline().strip() for _ in range(chance.randrange(1, 25))]
            writer.kill()
            acknowledged += writer.stdout.read().split()
        casebook = Casebook.open(path)
        for ref in acknowledged:
            if ref.startswith("CF-") and len(ref) == 10:
                casebook.people.find(ref)
        assert verify(casebook.desk.book.database) == []
        casebook.close()


def test_several_programs_write_in_turn(tmp_path: Path) -> None:
    path = tmp_path / "a.casebook"
    Casebook.new(path).close()
    each = 20

    def write(officer: str) -> None:
        mine = Casebook.open(path, officer=Officer(officer))
        for number in range(each):
            case = mine.people.add(CaseKind.PERSON, [Report("name", typed=f"Asha {officer}")])
            mine.people.set_field(case, "age", str(number))
        mine.close()

    threads = [threading.Thread(target=write, args=(officer,)) for officer in ("One", "Two", "Three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    casebook = Casebook.open(path)
    assert casebook.finding.totals().people.low == 3 * each
    assert verify(casebook.desk.book.database) == []
    casebook.close()


def test_another_programs_act_is_noticed(casebook: Casebook) -> None:
    other = Casebook.open(casebook.path, officer=Officer("Somebody Else"))
    heard: list[Changes] = []
    casebook.journal.listen(heard.append)
    case = other.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    casebook.journal.catch_up()
    assert [(change.label, change.officer, change.cases) for change in heard] == [
        ("Add Asha Rana", "Somebody Else", frozenset({case}))
    ]
    casebook.journal.catch_up()
    assert len(heard) == 1
    other.close()
    casebook.close()


def test_an_edit_of_a_value_that_changed_meanwhile_is_refused(casebook: Casebook) -> None:
    case = casebook.people.add(CaseKind.PERSON, [Report("age", typed="30")])
    seen = casebook.people.view(case).field("age").seen
    other = Casebook.open(casebook.path)
    other.people.set_field(case, "age", "31", seen)
    with pytest.raises(StaleEdit, match="changed meanwhile"):
        casebook.people.set_field(case, "age", "32", seen)
    assert casebook.people.view(case).field("age").text == "31"
    other.close()
    casebook.close()


def test_undo_is_refused_when_a_row_was_altered_since(casebook: Casebook) -> None:
    casebook.people.add(CaseKind.PERSON, [Report("age", typed="30")])
    casebook.desk.book.database.execute_sql("UPDATE claim SET wording = 'altered'")
    with pytest.raises(StaleEdit, match="can no longer be taken back"):
        casebook.journal.undo()
    casebook.close()


def test_an_act_that_fails_half_way_leaves_nothing(casebook: Casebook) -> None:
    def stop_half_way() -> None:
        with casebook.desk.act("Half an act") as act:
            act.add(Situation, name="Northern war")
            raise CasefilesError("Stopped.")

    with pytest.raises(CasefilesError, match="Stopped"):
        stop_half_way()
    assert casebook.settings.situations() == []
    assert casebook.journal.undo_label() == ""
    casebook.close()


TAMPERING = {
    "a value changed": ("UPDATE claim SET value = '99' WHERE field = 'age'", "records"),
    "a row removed": ("DELETE FROM claim WHERE field = 'age'", "records"),
    "a row added": (
        "INSERT INTO situation (uuid, name, note) VALUES ('0b1c', 'Made up', '')",
        "records",
    ),
    "the journal's label changed": ("UPDATE change_set SET label = 'Nothing' WHERE number = 2", "journal"),
    "the journal cut": ("DELETE FROM change_set WHERE number = 2", "journal"),
    "an image changed": ("UPDATE row_image SET after = replace(after, '30', '31')", "journal"),
    "a name for look-up changed": ("UPDATE name_bearer SET spelling = 'Somebody Else'", "derived rows"),
    "a listed value changed": ("UPDATE shown SET heading = 'Somebody Else'", "derived rows"),
    "a saved copy changed": ("UPDATE blob SET data = CAST('other' AS BLOB)", "saved copy"),
    "a text changed": ("UPDATE text SET chars = replace(chars, 'Asha', 'Isha')", "quote"),
}


@pytest.mark.parametrize(("sql", "named"), TAMPERING.values(), ids=TAMPERING.keys())
def test_verify_names_what_another_tool_altered(casebook: Casebook, sql: str, named: str) -> None:
    source = casebook.sources.add(casebook.sources.take_paste("Asha Rana, 30, was killed."))
    words = (Words(source, 0, 9),)
    casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana", words=words), Report("age", typed="30")])
    path = casebook.path
    claim = one(casebook.desk.book.database, "SELECT uuid FROM claim WHERE field = 'age'")
    assert verify(casebook.desk.book.database) == []
    casebook.close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA foreign_keys = off")
        other.execute(sql)
    other.close()
    again = Casebook.open(path)
    wrong = verify(again.desk.book.database)
    assert named in {one.what for one in wrong}
    if "'age'" in sql:
        assert any(claim in one.where for one in wrong)
    again.close()


def test_changes_are_sealed_in_a_chain(casebook: Casebook) -> None:
    for name in ("Asha Rana", "Imran Qadri"):
        casebook.people.add(CaseKind.PERSON, [Report("name", typed=name)])
    sealed = rows(casebook.desk.book.database, "SELECT previous, hash FROM change_set ORDER BY number")
    assert [previous for previous, _ in sealed[1:]] == [one for _, one in sealed[:-1]]
    assert casebook.journal.head_hash() == sealed[-1][1]
    casebook.close()
