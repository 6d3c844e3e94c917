"""A search is stopped from another thread, and the next one answers."""

from __future__ import annotations

import threading

from casefiles.domain.records import CaseKind
from casefiles.search.query import parse
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.finding import Wanted

_PATIENCE = 10.0
_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


def test_what_a_thread_asks_is_stopped_and_its_next_search_answers(book: Casebook) -> None:
    key = book.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    begun, answers = threading.Event(), list[object]()
    stop = []

    def look() -> None:
        stop.append(book.finding.stopper())
        begun.set()
        try:
            book.desk.book.database.execute_sql(_ENDLESS).fetchall()
        except Exception as stopped:  # noqa: BLE001 - whatever the database says of it
            answers.append(str(stopped))
        answers.append(list(book.finding.ids(Wanted(parse("asha")))))
        book.close()

    thread = threading.Thread(target=look)
    thread.start()
    assert begun.wait(_PATIENCE)
    while not answers and thread.is_alive():  # it may not have begun to count when it is told to stop
        stop[0]()
        thread.join(0.01)
    thread.join(_PATIENCE)
    assert answers == ["interrupted", [key]]
