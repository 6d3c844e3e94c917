"""What a document says, in order, without a word about where it stands on a page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Direction = Literal["ltr", "rtl"]
Weight = Literal["regular", "bold", "italic", "bold-italic", "mono"]
Tone = Literal["", "muted", "accent", "dead", "missing", "held", "still-there", "out", "home", "not-known"]
Look = Literal["body", "lead", "small", "fine", "label"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one voice: words, language, direction, its endnotes, and a web link."""

    text: str
    weight: Weight = "regular"
    tone: Tone = ""
    lang: str = ""
    direction: Direction = "ltr"
    notes: tuple[int, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph; a right-to-left one stands at the right, one that leads stays with what follows."""

    spans: tuple[Span, ...]
    look: Look = "body"
    direction: Direction = "ltr"
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the document's title, 2 a section or a person, 3 a part of one."""

    level: Literal[1, 2, 3]
    spans: tuple[Span, ...]
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Pill:
    """A status in words, certainty included, on the tint of its group."""

    text: str
    tone: Tone
    solid: bool
    notes: tuple[int, ...] = ()
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels on the left, values on the right."""

    rows: tuple[tuple[str, tuple[Para, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; figures stand at the end of their column."""

    paras: tuple[Para, ...]
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and its share of the width."""

    title: str
    weight: float
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on each page and whose rows stay whole where they can."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: str = ""
    last_is_total: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points, one paragraph each."""

    points: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class BottomLine:
    """The boxed message that is read even if nothing else is."""

    title: str
    paras: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Endnote:
    """One numbered source: what its number leads to."""

    number: int
    paras: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Endnotes:
    """All endnotes of a document."""

    notes: tuple[Endnote, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class AnnexStart:
    """What follows is an annex: it begins a new page and can be taken off."""

    title: str


Block = Para | Heading | Pill | KeyValues | Table | BulletList | BottomLine | Endnotes | PageBreak | AnnexStart


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what stands on every page, its blocks, and what it says it leaves out."""

    title: str
    running_title: str
    lang: str
    mark: str
    as_of: str
    generated: str
    generated_at: str
    record: str
    blocks: tuple[Block, ...] = field(default=())
    left_out: tuple[str, ...] = ()

    def body(self) -> Document:
        """Give the document without its annex."""
        starts = (at for at, block in enumerate(self.blocks) if isinstance(block, AnnexStart))
        return replace(self, blocks=self.blocks[: next(starts, len(self.blocks))])


def text(words: str, look: Look = "body", weight: Weight = "regular", tone: Tone = "") -> Para:
    """Give a paragraph of one plain span."""
    return Para((Span(words, weight, tone),), look)
