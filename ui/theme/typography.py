"""The sizes and weights of type, named by what they are for."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Role(StrEnum):
    """What a piece of text is for; its size and weight follow."""

    NAME = "name"
    LIST_TITLE = "list_title"
    ARTICLE_TITLE = "article_title"
    CARD_TITLE = "card_title"
    ROW_NAME = "row_name"
    READER = "reader"
    BODY = "body"
    STRONG = "strong"
    META = "meta"
    PILL = "pill"
    GROUP_HEAD = "group_head"


class TypeStyle(NamedTuple):
    """A size in pixels at 100 % and a weight."""

    px: int
    weight: int


SCALE: Final = {
    Role.NAME: TypeStyle(22, 600),
    Role.LIST_TITLE: TypeStyle(16, 600),
    Role.ARTICLE_TITLE: TypeStyle(15, 600),
    Role.CARD_TITLE: TypeStyle(14, 600),
    Role.ROW_NAME: TypeStyle(14, 600),
    Role.READER: TypeStyle(14, 400),
    Role.BODY: TypeStyle(13, 400),
    Role.STRONG: TypeStyle(13, 600),
    Role.META: TypeStyle(12, 400),
    Role.PILL: TypeStyle(12, 600),
    Role.GROUP_HEAD: TypeStyle(11, 600),
}

# a fixed height: fonts of different writings disagree on what 100 % is
READER_LINE_HEIGHT = 24
READER_BLANK_LINE = 8
SMALLEST_SCALE = 80
LARGEST_SCALE = 200
