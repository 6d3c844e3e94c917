"""What happens to files that are not, or not quite, today's casebooks."""

from __future__ import annotations

import gc
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from peewee import Model
from playhouse.schema_diff import diff_models
from sqlcipher3 import dbapi2 as sqlcipher

from casefiles.domain.problems import (
    BadInput,
    CasefilesError,
    NewerCasebook,
    NotACasebook,
    StorageTrouble,
    WrongKey,
)
from casefiles.domain.records import CaseKind
from casefiles.storage import derived
from casefiles.storage.check import verify
from casefiles.storage.database import MAJOR
from casefiles.storage.shape import is_current
from casefiles.storage.tables import ALL
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report

ROOT = Path(__file__).parents[2]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "a.casebook"
    casebook = Casebook.new(path)
    casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    casebook.close()
    return path


def test_a_new_file_is_its_owners_alone(book: Path) -> None:
    assert stat.S_IMODE(book.stat().st_mode) == 0o600


def test_the_tables_are_those_the_code_describes(book: Path) -> None:
    casebook = Casebook.open(book)
    database = casebook.desk.book.database
    models: tuple[type[Model], ...] = ALL
    with database.bind_ctx(models):
        found = diff_models(database, models)
    assert [*found.create_tables, *found.add_columns, *found.drop_columns, *found.add_indexes] == []
    assert [index.name for index in found.drop_indexes] == ["row_image_table"]  # made with the derived rows
    casebook.close()


def test_derived_columns_follow_the_catalogue(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    casebook = Casebook.open(book)
    casebook.desk.book.database.execute_sql("UPDATE derived_shape SET shape = 'older'")
    casebook.desk.book.database.execute_sql("DELETE FROM facet")
    casebook.close()
    casebook = Casebook.open(book)
    assert is_current(casebook.desk.book.database)
    assert casebook.finding.totals().people.low == 1
    casebook.close()


DIES = """
import os, sys
from pathlib import Path
from casefiles.storage import derived
from casefiles.workspace.casebook import Casebook

def die(done, total):
    if done == 2:
        os._exit(9)

derived._AT_ONCE = 1
Casebook.open(Path(sys.argv[1]), progress=die)
"""


@pytest.mark.parametrize("how", ["stopped", "killed"])
def test_a_rebuild_that_does_not_end_leaves_the_casebook_as_it_was(
    book: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    casebook = Casebook.open(book)
    casebook.sources.add(casebook.sources.take_paste("Two men are missing."), {"title": "Two missing"})
    database = casebook.desk.book.database
    database.execute_sql("UPDATE derived_shape SET shape = 'older'")
    before = database.execute_sql("SELECT * FROM shown").fetchall()
    casebook.close()
    if how == "killed":
        assert subprocess.run([sys.executable, "-c", DIES, book], cwd=ROOT, check=False).returncode == 9
    else:
        with pytest.raises(CasefilesError, match="Stopped"):
            Casebook.open(book, progress=_stop)
    kept = sqlcipher.connect(str(book))
    assert kept.execute("SELECT * FROM shown").fetchall() == before
    assert kept.execute("SELECT shape FROM derived_shape").fetchone() == ("older",)
    kept.close()
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(derived, "_AT_ONCE", 1)
    casebook = Casebook.open(book, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
    assert gc.isenabled()
    assert verify(casebook.desk.book.database) == []
    casebook.close()


def _stop(done: int, total: int) -> None:
    raise CasefilesError("Stopped.")


def test_a_case_put_in_outside_casefiles_does_not_hinder_the_lists(book: Path) -> None:
    casebook = Casebook.open(book)
    database = casebook.desk.book.database
    database.execute_sql(
        "INSERT INTO \"case\" (uuid, ref, kind, entered_at, entered_by) VALUES ('x', 9, 'person', '', '')"
    )
    derived.rebuild(database)
    assert casebook.finding.totals().cases == 2
    casebook.close()


def _text(path: Path) -> None:
    path.write_text("Not a casebook, but a letter.\n" * 400)


def _pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + os.urandom(8183))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()


def _truncated(path: Path) -> None:
    Casebook.new(path).close()
    path.write_bytes(path.read_bytes()[:9000])


def _cut_to_a_header(path: Path) -> None:
    Casebook.new(path).close()
    path.write_bytes(path.read_bytes()[:60])


def _encrypted_and_truncated(path: Path) -> None:
    Casebook.new(path, password="long enough").close()
    path.write_bytes(path.read_bytes()[:10_001])


@pytest.mark.parametrize(
    "make",
    [_text, _pdf, _empty, _other_database, _truncated, _cut_to_a_header, _encrypted_and_truncated],
    ids=lambda make: make.__name__.strip("_"),
)
@pytest.mark.parametrize("password", ["", "a password"])
def test_what_is_not_a_casebook_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], password: str
) -> None:
    path = tmp_path / "b.casebook"
    make(path)
    before = path.read_bytes()
    with pytest.raises(CasefilesError) as told:
        Casebook.open(path, password=password)
    assert isinstance(told.value, NotACasebook | StorageTrouble)
    assert told.value.say.endswith(".")
    assert told.value.hint
    assert path.read_bytes() == before


def test_a_wrong_or_missing_password_is_told_from_a_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "c.casebook"
    Casebook.new(path, password="right").close()
    for wrong in ("", "wrong"):
        with pytest.raises(WrongKey):
            Casebook.open(path, password=wrong)
    Casebook.open(path, password="right").close()


@pytest.mark.parametrize("start", [b"{", b"<", b"MZ", b"SQLi", b"\x00\x00"])
def test_any_salt_makes_a_casebook_that_opens_again(
    tmp_path: Path, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_bytes", lambda length: start.ljust(length, b"\x93"))
    path = tmp_path / "c.casebook"
    Casebook.new(path, password="right", title="Cases abroad").close()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    again = Casebook.open(path, password="right")
    assert again.settings.title == "Cases abroad"
    again.close()


def test_other_sqlcipher_tools_open_it_with_the_password(tmp_path: Path) -> None:
    path = tmp_path / "c.casebook"
    Casebook.new(path, password="it's right").close()
    other = sqlcipher.connect(str(path))
    other.execute("PRAGMA key = 'it''s right'")
    assert other.execute("SELECT count(*) FROM setting").fetchone() == (2,)
    other.close()


def test_nothing_personal_is_readable_in_an_encrypted_file(tmp_path: Path) -> None:
    path = tmp_path / "c.casebook"
    casebook = Casebook.new(path, password="right")
    casebook.people.add(CaseKind.PERSON, [Report("name", typed="Zebulon Quist")])
    casebook.close()
    for file in tmp_path.iterdir():
        assert b"Zebulon" not in file.read_bytes()


def test_a_rebuilt_index_holds_no_trace_of_a_removed_name(tmp_path: Path) -> None:
    casebook = Casebook.new(tmp_path / "c.casebook")
    case = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Zebulon Quist")])
    casebook.people.set_field(case, "name", "Asha Rana")
    database = casebook.desk.book.database
    derived.rebuild(database)
    indexed = database.execute_sql("SELECT block FROM case_fts_data").fetchall()
    casebook.close()
    assert not any(b"zebulon" in bytes(block).lower() for (block,) in indexed)


def test_a_newer_casebook_is_refused(book: Path) -> None:
    with sqlite3.connect(book) as other:
        other.execute(f"PRAGMA user_version = {MAJOR + 1}")
    other.close()
    with pytest.raises(NewerCasebook, match="newer version"):
        Casebook.open(book)


def test_an_older_casebook_is_copied_before_it_is_brought_up_to_date(book: Path) -> None:
    with sqlite3.connect(book) as other:
        other.execute(f"PRAGMA user_version = {MAJOR - 1}")
    other.close()
    casebook = Casebook.open(book)
    assert casebook.finding.totals().people.low == 1
    casebook.close()
    copies = list(book.parent.glob("a-before-update-*.casebook"))
    assert len(copies) == 1
    with closing(sqlite3.connect(copies[0])) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (MAJOR - 1,)


def test_a_casebook_is_never_made_over_a_file(book: Path) -> None:
    before = book.read_bytes()
    with pytest.raises(BadInput, match="already"):
        Casebook.new(book)
    assert book.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageTrouble):
        Casebook.new(tmp_path / "a.casebook")
    tmp_path.chmod(0o700)


def test_a_full_disk_loses_only_the_change_it_refused(book: Path) -> None:
    casebook = Casebook.open(book)
    database = casebook.desk.book.database
    database.execute_sql(f"PRAGMA max_page_count = {database.execute_sql('PRAGMA page_count').fetchone()[0]}")

    def fill() -> None:
        for _ in range(200):
            casebook.people.add(CaseKind.PERSON, [Report("notes", typed="long " * 1000)])

    with pytest.raises(StorageTrouble, match="full"):
        fill()
    database.execute_sql("PRAGMA max_page_count = 1000000")
    kept = casebook.finding.totals().cases
    casebook.people.add(CaseKind.PERSON, [Report("name", typed="Imran Qadri")])
    assert casebook.finding.totals().cases == kept + 1
    casebook.close()
