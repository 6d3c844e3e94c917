"""One of a group is identified, and that is taken back: no total moves either way."""

from __future__ import annotations

from pathlib import Path

from casefiles.domain.records import CaseKind
from casefiles.domain.span import ONE, Span
from casefiles.domain.speakers import read_speakers
from casefiles.domain.status import Group
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report


def test_totals_never_move(tmp_path: Path) -> None:
    casebook = Casebook.new(tmp_path / "a.casebook", confirming=["Ministry of Nationals Abroad"])
    killed = Report("status", {"status": "killed"}, speakers=read_speakers(["Ministry of Nationals Abroad"]))
    group = casebook.people.add(CaseKind.GROUP, [Report("size", typed="2"), killed])
    before = casebook.finding.totals()
    person = casebook.people.identify_new(group, [Report("name", typed="Asha Rana")], "named by the family")
    assert casebook.finding.totals().by_group == before.by_group
    assert casebook.people.view(person).pill.text == "Killed"
    casebook.people.unidentify(casebook.people.view(group).members[0].link)
    assert casebook.people.view(person).pill.text == "No status yet"
    assert casebook.finding.totals().by_group == {Group.DEAD: Span(2, 2), Group.NOT_KNOWN: ONE}
    casebook.journal.undo()
    assert casebook.finding.totals().by_group == before.by_group
    casebook.close()
