"""Sheets: no text in them runs, every line of a CSV below the heading is a row, and equal facts give equal bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.problems import BadInput
from casefiles.exchange import sheets
from casefiles.exchange.sheets import Sheet, would_run, write_csv, write_xlsx

SHEET = Sheet(
    name="People",
    headings=["Name", "Sources"],
    widths=[20, 8],
    about=[("Search", "=status:dead"), ("Rows", "2")],
    title="Desk",
    author="Asha Bose",
    mark="R&D only",
    made=datetime(2024, 6, 12, 9, 0, tzinfo=UTC),
)
RUNNING = [
    "=1+1",
    "+91 98",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "  =1",
    "\u00a0=1",
    "\u200b+1",
    "＝1+1",
    "＠x",
    "＋1",
    "－1",
]
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def as_csv(rows: list[list[str | int]]) -> bytes:
    out = io.BytesIO()
    write_csv(out, SHEET, rows)
    return out.getvalue()


def as_xlsx(rows: list[list[str | int]], folder: Path) -> bytes:
    out = io.BytesIO()
    write_xlsx(out, SHEET, rows, folder)
    return out.getvalue()


def part(book: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        return ET.fromstring(file.read(name))


@pytest.mark.parametrize("text", RUNNING)
def test_what_a_spreadsheet_would_run_is_text_in_both(text: str, tmp_path: Path) -> None:
    assert would_run(text)
    line = list(csv.reader(io.StringIO(as_csv([[text, 1]]).decode("utf-8-sig"))))[1]
    assert line[0].startswith("'")
    book = as_xlsx([[text, 1]], tmp_path)
    cell = next(cell for cell in part(book, "xl/worksheets/sheet1.xml").iter(f"{M}c") if cell.get("r") == "A2")
    assert cell.get("t") == "inlineStr"
    style = part(book, "xl/styles.xml").find(f"{M}cellXfs")
    assert style is not None
    assert style[int(cell.get("s") or 0)].get("quotePrefix") == "1"


@pytest.mark.parametrize("text", ["Asha", "2024-03", "'Abd", "7=7", "a -b", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert not would_run(text)
    assert list(csv.reader(io.StringIO(as_csv([[text, 1]]).decode("utf-8-sig"))))[1][0] == text


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_no_text_makes_another_row_or_begins_a_formula(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    lines = list(csv.reader(io.StringIO(as_csv([[text, 1] for text in texts]).decode("utf-8-sig"))))
    assert len(lines) == len(texts) + 1
    assert all(line[0][:1] not in set("=+-@\t\r") and len(line) == 3 for line in lines)


def test_a_csv_says_what_it_is_in_its_last_heading_and_opens_in_excel() -> None:
    written = as_csv([["Asha", 2], ["Ram", 0]])
    assert written.startswith(b"\xef\xbb\xbf")
    heading, *rows = csv.reader(io.StringIO(written.decode("utf-8-sig")))
    assert heading == ["Name", "Sources", "About this list | Search: =status:dead | Rows: 2"]
    assert rows == [["Asha", "2", ""], ["Ram", "0", ""]]


def test_a_workbook_has_a_second_sheet_and_its_properties_and_no_links(tmp_path: Path) -> None:
    book = as_xlsx([["https://example.org/x", 2], ["Ram", 0]], tmp_path)
    names = [one.get("name") for one in part(book, "xl/workbook.xml").iter(f"{M}sheet")]
    assert names == ["People", "About this list"]
    said = [one.text for one in part(book, "xl/worksheets/sheet2.xml").iter(f"{M}t")]
    assert said == ["Search", "=status:dead", "Rows", "2"]
    properties = "".join(part(book, "docProps/core.xml").itertext())
    assert "Search: =status:dead" in properties
    assert "R&D only" in properties
    for place in ("sheet1", "sheet2"):
        worksheet = part(book, f"xl/worksheets/{place}.xml")
        assert not list(worksheet.iter(f"{M}hyperlink"))
        assert not list(worksheet.iter(f"{M}f"))
        header = worksheet.find(f"{M}headerFooter/{M}oddHeader")
        assert header is not None
        assert header.text == "&CR&&D only"
    assert list(tmp_path.iterdir()) == []


def test_equal_facts_give_equal_bytes(tmp_path: Path) -> None:
    rows: list[list[str | int]] = [["आशा", 2], ["x" * 40_000, 1]]
    assert as_csv(rows) == as_csv(rows)
    assert as_xlsx(rows, tmp_path) == as_xlsx(rows, tmp_path)


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(BadInput, match="A sheet holds 1 rows"):
        as_xlsx([["a", 1], ["b", 1]], tmp_path)
