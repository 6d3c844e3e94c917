"""The sample: whole, varied, and made from what lies beside this file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from casefiles.domain.certainty import Certainty
from casefiles.domain.span import Span
from casefiles.domain.speakers import SpeakerKind
from casefiles.domain.statements import State
from casefiles.domain.status import Group
from casefiles.workspace import files
from casefiles.workspace.casebook import RESOURCES, Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.finding import Wanted
from casefiles.workspace.sample import open_sample
from casefiles.workspace.views import CaseView
from tests.sample.build_sample import build


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    casebook = open_sample(tmp_path_factory.mktemp("home") / "sample", Officer("Asha Bose"))
    yield casebook
    casebook.close()


@pytest.fixture(scope="module")
def cases(sample: Casebook) -> list[CaseView]:
    return [sample.people.view(key) for key in sample.finding.ids(Wanted())]


def test_it_is_made_from_the_articles_here(tmp_path: Path) -> None:
    build(tmp_path / "sample.json")
    made, kept = (
        json.loads((folder / "sample.json").read_text("utf-8")) for folder in (tmp_path, RESOURCES / "sample")
    )
    for (edition,) in (made["editions"], kept["editions"]):
        del edition["pdf"], edition["kept"]["pdf"]  # another build of zlib packs the same pages otherwise
    assert made == kept


def test_it_is_sound_and_private(sample: Casebook) -> None:
    assert files.verify(sample) == []
    assert sample.path.stat().st_mode & 0o077 == 0
    assert sample.path.parent.stat().st_mode & 0o077 == 0


def test_every_status_group_certainty_and_script_occurs(cases: list[CaseView]) -> None:
    assert {case.pill.group for case in cases} == set(Group)
    assert {case.pill.certainty for case in cases} >= {Certainty.CONFIRMED, Certainty.REPORTED, Certainty.DISPUTED}
    scripts = {name.value.get("script") for case in cases for name in case.names}
    assert scripts >= {"Latn", "Deva", "Arab", "Sinh", "Taml", "Beng", "Cyrl"}


def test_groups_differing_versions_and_an_identified_member_occur(cases: list[CaseView]) -> None:
    assert 38 <= len(cases) <= 45
    groups = [case for case in cases if case.is_group]
    assert len(groups) >= 5
    assert [group.people for group in groups if group.members] == [Span(2, 2)]
    assert any(field.disputed for case in cases for field in case.fields)


def test_most_values_rest_on_quotes(cases: list[CaseView]) -> None:
    reports = [report for case in cases for report in case.reports]
    assert sum(1 for report in reports if report.quotes) > 0.9 * len(reports)


def test_its_ledger_closes_once_leaves_a_gap_and_shows_a_clash(sample: Casebook) -> None:
    ledger = sample.figures.ledger()
    assert [day.text for day in ledger.days] == ["25 Jun 2025", "23 Jun 2025", "13 May 2025", "15 Apr 2025"]
    assert [one.sum_text for one in ledger.lines if one.parts and one.closes] == ["closes"]
    assert any(flag.startswith("clash: 6 > 4") for one in ledger.lines for flag in one.flags)
    assert {one.kind for one in ledger.lines} == {SpeakerKind.OFFICIAL, SpeakerKind.PRESS}
    assert all(one.quotes for one in ledger.lines)
    assert [one.number for one in ledger.lines if one.gap_owner] == ["66"]


def test_every_page_has_something_to_show(sample: Casebook, cases: list[CaseView]) -> None:
    grades = [(report.grade, report.speakers) for case in cases for report in case.reports if report.grade]
    assert {grade[-1] for grade, _ in grades} >= {"2", "3", "4"}
    alike = {sample.sources.view(row.id).details["independence_group"] for row in sample.sources.rows()}
    assert alike == {"", "Hill Courier", "Border Wire"}
    (held,) = [case for case in cases if case.hold]
    assert held.heading == "Daniel Kiplagatei"
    (edition,) = sample.editions.rows()
    assert edition.recipients == "House of Deputies, question 231"
    printed = str(sample.editions.facts(edition.uuid))
    assert "Kiplagatei" not in printed
    assert "Held back: 1 person" in printed
    assert sample.editions.reissue(edition.uuid).startswith(b"%PDF-")
    (told,) = sample.statements.rows(State.OVERTAKEN)
    moved = sample.statements.view(told.uuid).moved
    assert {one.person.split(" (")[0] for one in moved} == {"Maikel Duartesa", ""}
    assert "14 dead" in [one.then for one in sample.statements.view(told.uuid).bases]


def test_opening_it_again_begins_anew(tmp_path: Path) -> None:
    for _ in range(2):
        casebook = open_sample(tmp_path, Officer("Asha Bose"))
        total = casebook.finding.totals().cases
        casebook.people.remove(1)
        casebook.close()
    assert total == 40
