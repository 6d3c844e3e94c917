"""A small casebook of invented people: several scripts, a dispute, versions, a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casefiles.domain.records import CaseKind, Role
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words

if TYPE_CHECKING:
    from collections.abc import Callable

LEDGER = """Families name five on exchange list

Relatives of five men said on Tuesday that the names were read out by a lawyer who had seen the list.

“Sunil Gurung, 28, of Kaski in Gandaki is number eighteen,” said his brother, who asked not to be named. \
He was captured near Orlivka on 2 March, the brother said, while working as a driver.

The ministry said it could not confirm the list. Two more citizens were killed in an air strike before 11 June, it said.

Bikram Thapa, a cook from Pokhara, has been missing since 14 March.
"""
COURIER = """Ministry speaks of one dead

The Ministry of Foreign Affairs said on 4 January that Rohan Perera, 31, of Kandy \
had been killed in an air strike in late December.

His family said on 12 February that the embassy had last listed him as missing. \
“Nobody has shown us anything,” his sister said.

Sunil Gurung, 29, was seen in a video from a detention centre on 20 March, an aid group said.
"""


OFFICER = Officer("Mina Shrestha")


@dataclass(frozen=True)
class Invented:
    """Where the casebook lies, and its people and sources by name."""

    path: Path
    sunil: int
    bikram: int
    rohan: int
    imran: int
    group: int
    ledger: int
    courier: int


def clock() -> datetime:
    """The day it always is."""
    return datetime(2026, 4, 2, 9, 30, tzinfo=UTC)


def casebook_at(folder: Path, clock: Callable[[], datetime] = clock) -> Casebook:
    """A new, empty casebook."""
    return Casebook.new(
        folder / "invented.casebook",
        officer=OFFICER,
        title="Northern border war",
        confirming=["Ministry of Foreign Affairs"],
        clock=clock,
    )


def fill(book: Casebook) -> Invented:
    """Put the invented people into an empty casebook."""
    ledger = _source(book, LEDGER, "Families name five on exchange list", "Hill Ledger", "3 March 2026")
    courier = _source(book, COURIER, "Ministry speaks of one dead", "Island Courier", "21 March 2026")
    war = book.settings.situation("Northern border war")
    texts = {ledger: LEDGER, courier: COURIER}

    def words(source: int, quote: str, role: Role = Role.VALUE) -> tuple[Words, ...]:
        start = texts[source].index(quote)
        return (Words(source, start, start + len(quote), role),)

    brother = read_speakers("brother, via Hill Ledger")
    sunil = book.people.add(
        CaseKind.PERSON,
        [
            Report("name", typed="Sunil Gurung", words=words(ledger, "Sunil Gurung")),
            Report("name", {"text": "सुनिल गुरुङ", "kind": "native", "language": "Nepali"}),
            Report("age", typed="28", words=words(ledger, "28"), speakers=brother),
            Report("age", typed="29", words=words(courier, "29")),
            Report("origin", typed="Kaski, Gandaki, Nepal", words=words(ledger, "Kaski in Gandaki")),
            Report("role", typed="Driver", words=words(ledger, "working as a driver"), speakers=brother),
            Report("sex", typed="man"),
            Report("passport", typed="N12345678"),
            Report(
                "status",
                {"status": "captured", "date": "2026-03-02", "place": "Near Orlivka"},
                words=words(ledger, "He was captured near Orlivka on 2 March"),
                speakers=brother,
                said_on="2026-03-03",
            ),
            Report(
                "status",
                {"status": "detained", "date": "2026-03-20", "place": "A detention centre"},
                words=words(courier, "was seen in a video from a detention centre on 20 March"),
                speakers=read_speakers("aid group, via Island Courier"),
            ),
            Report("status", {"status": "recruited", "date": "2025-10"}),
        ],
        [war],
    )
    bikram = book.people.add(
        CaseKind.PERSON,
        [
            Report("name", typed="Bikram Thapa", words=words(ledger, "Bikram Thapa")),
            Report("origin", typed="Pokhara, Gandaki, Nepal", words=words(ledger, "Pokhara")),
            Report("occupation", typed="Cook", words=words(ledger, "a cook from Pokhara")),
            Report(
                "status",
                {"status": "missing", "date": "2026-03-14"},
                words=words(ledger, "has been missing since 14 March"),
            ),
        ],
        [war],
    )
    rohan = book.people.add(
        CaseKind.PERSON,
        [
            Report("name", typed="Rohan Perera", words=words(courier, "Rohan Perera")),
            Report("name", {"text": "ரோஹன் பெரேரா", "kind": "native", "language": "Tamil"}),
            Report("age", typed="31", words=words(courier, "31")),
            Report("origin", typed="Kandy, Sri Lanka", words=words(courier, "Kandy")),
            Report(
                "status",
                {"status": "killed", "date": "2025-12", "cause": "Air strike"},
                words=words(courier, "had been killed in an air strike in late December"),
                speakers=read_speakers("Ministry of Foreign Affairs"),
                said_on="2026-01-04",
            ),
            Report(
                "status",
                {"status": "missing"},
                words=words(courier, "the embassy had last listed him as missing"),
                speakers=read_speakers("family, via Island Courier"),
                said_on="2026-02-12",
            ),
        ],
        [war],
    )
    imran = book.people.add(
        CaseKind.PERSON,
        [
            Report("name", typed="Imran Shah"),
            Report("name", {"text": "عمران شاہ", "kind": "native", "language": "Urdu"}),
            Report("origin", typed="Punjab, Pakistan"),
            Report("status", {"status": "returned", "date": "2026-02"}),
        ],
    )
    group = book.people.add(
        CaseKind.GROUP,
        [
            Report("size", typed="2", words=words(ledger, "Two more citizens")),
            Report(
                "status",
                {"status": "killed", "date": "../2025-06-11", "cause": "Air strike"},
                words=words(ledger, "Two more citizens were killed in an air strike before 11 June"),
                speakers=read_speakers("Ministry of Foreign Affairs"),
                said_on="2026-03-03",
            ),
        ],
        [war],
    )
    return Invented(book.path, sunil, bikram, rohan, imran, group, ledger, courier)


def _source(book: Casebook, text: str, title: str, publisher: str, published: str) -> int:
    taken = book.sources.take_paste(text)
    return book.sources.add(taken, {"title": title, "publisher": publisher, "published_on": published})
