"""The codebook as it is printed."""

from __future__ import annotations

from datetime import date

from casefiles.briefing.facts import CodebookLine, CodebookPart
from casefiles.workspace import list_words
from casefiles.workspace.codebook import Codebook
from casefiles.workspace.desk import Desk


def codebook_facts(desk: Desk, as_of: date | None) -> tuple[CodebookPart, ...]:
    """Return the codebook in force on a day; changes of method stand in the order of their days."""
    return tuple(
        CodebookPart(
            written.section.title,
            tuple(
                CodebookLine(list_words.say_day(one.effective_on) or one.term, one.text) for one in written.paragraphs
            ),
        )
        for written in Codebook(desk).sections(as_of)
    )
