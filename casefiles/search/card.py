"""What can be typed into the search box, for the card beside it and for the documentation."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.search.comparing import IsOneOf
from casefiles.search.fields import SEARCH_FIELDS, SearchField


@dataclass(frozen=True)
class Line:
    """An example, and what it finds."""

    example: str
    meaning: str


@dataclass(frozen=True)
class Part:
    """Some lines under one heading."""

    heading: str
    lines: tuple[Line, ...]


_VALUES_TOLD = 24


def _field_line(field: SearchField) -> Line:
    choices = field.way.choices if isinstance(field.way, IsOneOf) else ()
    told = f": {', '.join(key for key, _ in choices)}" if 1 < len(choices) <= _VALUES_TOLD else ""
    example = f'"{field.example}"' if " " in field.example else field.example
    return Line(f"{field.word}:{example}", f"{field.about}{told}")


CARD: tuple[Part, ...] = (
    Part(
        "Words",
        (
            Line(
                "asha kaski", "Both words, anywhere: in names, values and quotes. Each may be the beginning of a word"
            ),
            Line('"asha rana"', "These whole words, next to each other"),
            Line('"asha ra"*', "The same, where the last word may go on"),
            Line("*", "Everybody"),
        ),
    ),
    Part(
        "Putting parts together",
        (
            Line("killed nepal", "Both; “and” between them means the same"),
            Line("kaski or surat", "Either"),
            Line("-kaski", "Not; “not kaski” means the same"),
            Line("(kaski or surat) status:dead", "Brackets keep parts together"),
            Line("status:released,repatriated", "A field with any of several values"),
            Line('origin:"Surat, Gujarat"', "A value of several words stands in quotes"),
        ),
    ),
    Part(
        "Numbers, dates and times",
        (
            Line("age:<30", "Also >, <=, >= and 20..30. A range such as 28–32 is found when it can be so"),
            Line(
                "date:2024-03",
                "Can lie in that month; also a year, a day, or 2024-01..2024-03 with either end left out",
            ),
            Line('born:"March 1990"', "Dates in words, with their year"),
            Line("silent:>30d", "More than 30 days ago; 8w are eight weeks"),
        ),
    ),
    Part("Fields", tuple(map(_field_line, SEARCH_FIELDS))),
)
"""The card: what can be typed, with examples that all can be read."""

_PAGE = """# The search box

What can be typed into the search box, after `casefiles search`, and as the query of a briefing or a reported total.
This page follows the program's own table of fields; so does the card behind the “?” beside the box.

Words are looked for in every version of a value that stands, and in the words quoted for it; passports, visas and
other fields that are not looked in are found by their own word only, as in `passport:N123`. Numbers, dates and
choices go by the value in use. A date or number told as a range is found when it *can* fit; a value that nobody has
told never fits, and `missing:` finds it. So `not age:<30` also finds people whose age is not known. A group is never
missing what is asked of persons only, such as an age, nor a person the number of people.

The whole name of a situation in quotes means that situation alone: `situation:"War"` leaves out a “Northern war”, which
`situation:war` finds too. The sidebar, the filters and what is offered while one types write it so.

A word that is a status and a group of statuses as well, such as missing, means the group: the search finds those
that are counted under that word.

At the beginning of a search on the command line, write `not` instead of a minus, which would be taken for an option.

Capitals, accents and the marks that writers differ in make no difference. One letter beside longer words is left out
of account. A search that cannot be understood is told with its place and the nearest known word; while it is typed,
the rest of it is searched for.
"""


def page() -> str:
    """Return the page of the documentation that tells all this."""
    parts = [
        "\n".join((f"## {part.heading}", "", "| example | finds |", "|---|---|", *map(_row, part.lines)))
        for part in CARD
    ]
    return "\n".join([_PAGE, "\n\n".join(parts), ""])


def _row(line: Line) -> str:
    return f"| `{line.example}` | {line.meaning} |"
