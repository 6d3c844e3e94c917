"""The codebook: generated where the program decides, written where the desk does, dated where the method changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casefiles.domain.codebook import SECTIONS, Own, Paragraph
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.status_rule import RULE
from casefiles.workspace.printing import Order

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook


def section(book: Casebook, key: str, as_of: date | None = None) -> tuple[Paragraph, ...]:
    return next(one.paragraphs for one in book.codebook.sections(as_of) if one.section.key == key)


def test_what_the_program_decides_is_said_by_its_own_tables(book: Casebook) -> None:
    assert tuple(one.text for one in section(book, "status rule")) == RULE
    assert "".join(one.term for one in section(book, "grading")) == "ABCDEF123456"
    words = {one.term: one.text for one in section(book, "definitions")}
    assert words["Dead"] == "Killed, died of wounds, died otherwise, presumed dead"
    assert words["Disputed"] == "reports stand beside each other that cannot all be true"
    book.settings.add_confirming("Embassy in Lhotan", "2024-01")
    listed = [(one.term, one.text) for one in section(book, "confirming")]
    assert listed == [("Ministry of External Affairs (MEA)", "always"), ("Embassy in Lhotan", "since Jan 2024")]


@pytest.mark.parametrize("key", ["inclusion", "corroboration"])
def test_a_default_applies_until_something_is_written_and_again_after(book: Casebook, key: str) -> None:
    (default,) = section(book, key)
    assert default.is_default
    book.codebook.set_text(key, default.text)
    assert section(book, key) == (default,)
    book.codebook.set_text(key, "Everybody who left\nsince 2022.\n")
    (own,) = section(book, key)
    assert (own.text, own.is_default) == ("Everybody who left\nsince 2022.", False)
    book.codebook.set_text(key, "Only the named.")
    assert [one.text for one in section(book, key)] == ["Only the named."]
    book.codebook.set_text(key, " ")
    assert section(book, key) == (default,)
    book.journal.undo()
    assert [one.text for one in section(book, key)] == ["Only the named."]


def test_words_are_added_changed_and_taken_out(book: Casebook) -> None:
    uuid = book.codebook.add("definitions", "Whoever brings people for money.", term="Agent")
    book.codebook.change(uuid, term="Recruiter")
    assert section(book, "definitions")[-1] == Paragraph("Whoever brings people for money.", "Recruiter", uuid=uuid)
    told = book.journal.everything()[0]
    assert (told.what, told.before, told.after) == (
        "Codebook",
        "Agent: Whoever brings people for money.",
        "Recruiter: Whoever brings people for money.",
    )
    book.codebook.remove(uuid)
    assert not any(one.uuid for one in section(book, "definitions"))
    with pytest.raises(NotFound):
        book.codebook.remove(uuid)


@pytest.mark.parametrize(
    ("key", "values", "says"),
    [
        ("status rule", {"text": "Ours is better."}, "Nothing can be written"),
        ("nonsense", {"text": "x"}, "Nothing can be written"),
        ("inclusion", {"text": " "}, "text is missing"),
        ("definitions", {"text": "A person."}, "word that is explained is missing"),
        ("method", {"text": "Cousins are family."}, "day of the change is missing"),
    ],
)
def test_what_will_not_do_is_refused(book: Casebook, key: str, values: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        book.codebook.add(key, **values)


def test_changes_of_method_stand_in_the_order_of_their_days(book: Casebook) -> None:
    for day, text in (("2024-06", "Third."), ("2023", "First."), ("2024-03-01", "Second.")):
        book.codebook.add("method", text, effective_on=day)
    assert [one.text for one in section(book, "method")] == ["First.", "Second.", "Third."]
    assert [one.text for one in section(book, "method", date(2024, 3, 1))] == ["First.", "Second."]
    facts = book.briefings.facts(Order("situation", codebook=True))
    method = facts.codebook[-1]
    assert method.title == "Changes of method"
    assert [(line.about, line.text) for line in method.lines] == [
        ("2023", "First."),
        ("1 Mar 2024", "Second."),
        ("Jun 2024", "Third."),
    ]
    assert book.briefings.facts(Order("situation")).codebook == ()


def test_every_section_is_known_by_what_may_be_written_in_it() -> None:
    assert {one.key for one in SECTIONS if one.own is not Own.NOTHING} == {
        "definitions",
        "inclusion",
        "corroboration",
        "method",
    }
    assert all(one.default for one in SECTIONS if one.own is Own.TEXT)
