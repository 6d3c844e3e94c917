"""Bodies able to confirm: named, dated, ended on a day; what rests on them follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.records import CaseKind
from casefiles.storage.check import verify
from casefiles.workspace.entries import Report

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook


def test_names_and_days_are_changed_and_checked(book: Casebook) -> None:
    book.settings.add_confirming("Embassy in Lhotan", "2024-01-01")
    uuid = book.settings.confirming()[-1].uuid
    book.settings.change_confirming(uuid, name="Embassy at Lhotan", since="2024-02")
    book.settings.change_confirming(uuid, until="2024-12-31")
    body = book.settings.confirming()[-1]
    assert (body.name, body.since, body.until) == ("Embassy at Lhotan", "2024-02", "2024-12-31")
    with pytest.raises(BadInput, match="lies before the first"):
        book.settings.change_confirming(uuid, until="2023")
    with pytest.raises(BadInput, match="has no name"):
        book.settings.change_confirming(uuid, name=" ")
    with pytest.raises(NotFound):
        book.settings.change_confirming("nobody", name="Somebody")
    book.journal.undo()
    assert book.settings.confirming()[-1].until == ""


def test_who_could_confirm_on_the_day_it_was_said_still_counts_after_the_end(book: Casebook) -> None:
    taken = book.sources.take_paste("Bina Thapa was killed.")
    source = book.sources.add(taken, {"publisher": "Embassy in Lhotan", "published_on": "11 June 2024"})
    killed = Report("status", typed="killed", source_id=source)
    case = book.people.add(CaseKind.PERSON, [Report("name", typed="Bina Thapa"), killed])
    assert book.people.view(case).pill.text == "Reported killed"
    book.settings.add_confirming("Embassy in Lhotan")
    assert verify(book.desk.book.database) == []
    (row,) = book.finding.rows([case])
    assert row.pill.text == "Killed"
    uuid = book.settings.confirming()[-1].uuid
    book.settings.end_confirming(uuid, "2024-06-11")
    assert book.people.view(case).pill.text == "Killed"
    book.settings.end_confirming(uuid, "2024-06-10")
    assert book.people.view(case).pill.text == "Reported killed"
    assert verify(book.desk.book.database) == []
