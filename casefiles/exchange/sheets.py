"""Lists as sheets for other programs: CSV and XLSX, in which no text can run as a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from casefiles.domain.problems import BadInput

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int

MOST_ROWS = 1_048_575
"""What a sheet holds below its heading."""

_LONGEST = 32_767
"""How many characters a cell of a sheet holds."""

_LONGEST_PROPERTY = 255
_NOT_IN_A_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_STARTS = frozenset("=+-@")


@dataclass(frozen=True)
class Sheet:
    """A list, without its rows.

    Attributes:
        name: what it lists, as the tab says.
        headings: the words above the columns.
        widths: how wide the columns are, in characters.
        about: what it is a list of, in pairs of label and text.
        title: whose list it is.
        author: who made it.
        mark: the handling mark; empty for none.
        made: when.
    """

    name: str
    headings: Sequence[str]
    widths: Sequence[int]
    about: Sequence[tuple[str, str]]
    title: str
    author: str
    mark: str
    made: datetime


ABOUT = "About this list"


def write_csv(out: IO[bytes], sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> None:
    """Write a list as CSV; the last heading says what it is a list of, so that every other line is a row."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    try:
        writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        said = " | ".join((ABOUT, *(f"{label}: {_in_a_line(words)}" for label, words in sheet.about)))
        writer.writerow([*map(_harmless, sheet.headings), said])
        for row in rows:
            writer.writerow([*(_harmless(cell) if isinstance(cell, str) else cell for cell in row), ""])
        text.flush()
    finally:
        text.detach()


def write_xlsx(out: IO[bytes], sheet: Sheet, rows: Iterable[Sequence[Cell]], folder: Path) -> None:
    """Write a list as a workbook of two sheets: the list, and what it is a list of.

    Args:
        out: the file.
        sheet: what stands around the rows.
        rows: its rows.
        folder: where rows wait until the file is put together.

    Raises:
        BadInput: there are more rows than a sheet holds.
    """
    from xlsxwriter import Workbook

    book = Workbook(out, {"constant_memory": True, "tmpdir": str(folder)})
    try:
        _fill(book, sheet, rows)
        book.close()
    finally:
        for worksheet in book.worksheets():
            worksheet.row_data_fh.close()


def _fill(book: Workbook, sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> None:
    strong = book.add_format({"bold": True})
    quoted = book.add_format({"quote_prefix": True})
    book.set_properties(_properties(sheet))
    listed = book.add_worksheet(sheet.name)
    for column, width in enumerate(sheet.widths):
        listed.set_column(column, column, width)
    listed.freeze_panes(1, 0)
    _dress(listed, sheet)
    _write_row(listed, 0, sheet.headings, strong, strong)
    last = 0
    for last, row in enumerate(rows, start=1):
        if last > MOST_ROWS:
            raise BadInput(f"A sheet holds {MOST_ROWS:,} rows, and there are more.", "Write it as CSV, or narrow it.")
        _write_row(listed, last, row, None, quoted)
    listed.autofilter(0, 0, last, len(sheet.headings) - 1)
    about = book.add_worksheet(ABOUT)
    about.set_column(0, 0, 24)
    about.set_column(1, 1, 90)
    _dress(about, sheet)
    for place, (label, words) in enumerate(sheet.about):
        about.write_string(place, 0, label, strong)
        _write_text(about, place, 1, words, None, quoted)


def _dress(worksheet: Worksheet, sheet: Sheet) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(9)
    if sheet.mark:
        worksheet.set_header(f"&C{_cut(sheet.mark.replace('&', '&&'), 200)}")


def _properties(sheet: Sheet) -> dict[str, Any]:
    said = "\n".join(f"{label}: {_in_a_line(words)}" for label, words in sheet.about)
    return {
        "title": _cut(_in_a_line(sheet.title), _LONGEST_PROPERTY),
        "subject": _cut(_in_a_line(sheet.about[0][1]), _LONGEST_PROPERTY),
        "author": _cut(_in_a_line(sheet.author), _LONGEST_PROPERTY),
        "status": _cut(_in_a_line(sheet.mark), _LONGEST_PROPERTY),
        "comments": said,
        "created": sheet.made.astimezone(UTC).replace(tzinfo=None),
    }


def _write_row(worksheet: Worksheet, place: int, row: Sequence[Cell], plain: Any, quoted: Any) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            if cell:
                _write_text(worksheet, place, column, cell, plain, quoted)
        else:
            worksheet.write_number(place, column, cell, plain)


def _write_text(worksheet: Worksheet, row: int, column: int, text: str, plain: Any, quoted: Any) -> None:
    """Write a text as text; one that would run if it were typed keeps its mark when somebody edits the cell."""
    worksheet.write_string(row, column, _cut(_in_a_line(text), _LONGEST), quoted if would_run(text) else plain)


def would_run(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula or a command if it were typed into a cell."""
    if text[:1] in {"\t", "\r", "\n"}:
        return True
    first = next((sign for sign in text if not (sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf"})), "")
    return unicodedata.normalize("NFKC", first)[:1] in _STARTS


def _harmless(text: str) -> str:
    return f"'{_in_a_line(text)}" if would_run(text) else _in_a_line(text)


def _in_a_line(text: str) -> str:
    return _NOT_IN_A_LINE.sub(" ", text)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
