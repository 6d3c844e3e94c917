"""The file says what each stretch of a page is, and keeps its promises to readers and machines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from casefiles.briefing.facts import RENDERER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.briefing.conftest import Invented, Printer


@pytest.fixture
def pdf(printer: Printer, invented: Invented) -> Iterator[pikepdf.Pdf]:
    facts = invented.briefing("situation", situation=invented.situation(people=30))
    with pikepdf.open(printer(facts)) as opened:
        yield opened


def elements(node: Any) -> Iterator[Any]:
    """Walk the structure, parents first."""
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def marked(page: pikepdf.Page) -> list[int]:
    """Give the numbers of a page's marked stretches, and check that nothing stands outside one."""
    numbers, depth = [], 0
    for step in pikepdf.parse_content_stream(page):
        assert isinstance(step, pikepdf.ContentStreamInstruction)
        operands, operator = step.operands, step.operator
        if str(operator) in {"BDC", "BMC"}:
            depth += 1
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                numbers.append(int(operands[1]["/MCID"]))
        elif str(operator) == "EMC":
            depth -= 1
        elif str(operator) in {"TJ", "Tj", "f", "S", "B"}:
            assert depth, "drawn outside any marked stretch"
    assert depth == 0
    return numbers


def test_every_marked_stretch_belongs_to_one_element(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    parents = root.ParentTree.Nums
    table = {int(parents[at]): parents[at + 1] for at in range(0, len(parents), 2)}
    for page in pdf.pages:
        owners = table[int(page.obj.StructParents)]
        numbers = marked(page)
        assert numbers == list(range(len(owners)))
        for number, owner in zip(numbers, owners, strict=True):
            kids = [kid for kid in owner.K if not isinstance(kid, pikepdf.Dictionary) or "/MCID" in kid]
            assert any(int(kid["/MCID"] if isinstance(kid, pikepdf.Dictionary) else kid) == number for kid in kids)


def test_roles_are_the_expected_ones(pdf: pikepdf.Pdf) -> None:
    roles = Counter(str(element.S) for element in elements(pdf.Root.StructTreeRoot.K))
    known = "/Document /H1 /H2 /H3 /P /Sect /Table /TR /TH /TD /L /LI /Lbl /LBody /Note /Link /Span"
    assert set(roles) <= set(known.split())
    assert roles["/H1"] == 1
    assert roles["/Table"] == 4
    assert roles["/Note"] == 3
    assert roles["/TR"] == (1 + 3) + (1 + 2) + (1 + 2) + (1 + 30), "a repeated header is said once"
    headers = [element for element in elements(pdf.Root.StructTreeRoot.K) if element.S == "/TH"]
    assert {str(header.A.Scope) for header in headers} == {"/Column", "/Row"}


def test_headings_descend_one_step_at_a_time(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(e.S)[2]) for e in elements(pdf.Root.StructTreeRoot.K) if re.fullmatch("/H[1-6]", str(e.S))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_link_is_described_and_tagged(pdf: pikepdf.Pdf) -> None:
    links = [element for element in elements(pdf.Root.StructTreeRoot.K) if element.S == "/Link"]
    tagged = {
        kid.Obj.objgen for link in links for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    }
    annotations = [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]
    assert annotations
    assert {annotation.objgen for annotation in annotations} == tagged
    assert all(str(annotation.Contents) for annotation in annotations)


def test_document_names_its_language_and_shows_its_title(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert all(page.obj.Tabs == "/S" for page in pdf.pages)


def test_faces_are_embedded_and_nothing_runs(pdf: pikepdf.Pdf) -> None:
    fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
    assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
    for font in fonts:
        if font.Subtype == "/CIDFontType2":
            assert "/FontFile2" in font.FontDescriptor
    everything = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)]
    assert not any(key in item for item in everything for key in ("/JS", "/JavaScript", "/AA", "/OpenAction"))
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_file_tells_its_title_and_nothing_about_anyone(pdf: pikepdf.Pdf) -> None:
    assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
    assert str(pdf.docinfo.Title) == "Nationals at the front"
    assert str(pdf.docinfo.CreationDate) == "D:20240612180400+05'30'"
    metadata = pdf.Root.Metadata.read_bytes().decode()
    assert "Nationals at the front" in metadata
    assert "A. N." not in metadata
    assert "pdfaid" not in metadata, "no conformance is claimed"


def test_outline_leads_to_the_sections(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        (top,) = outline.root
        assert [item.title for item in top.children] == [
            "Figures",
            "What changed since 5 Jun 2024",
            "People",
            "Sources",
        ]


def test_handling_mark_and_page_numbers_are_on_every_page(printer: Printer, invented: Invented) -> None:
    pages = printer.pages(invented.briefing("situation", situation=invented.situation(people=60)))
    for at, page in enumerate(pages, 1):
        assert page.count("RESTRICTED – PERSONAL DATA") == 2
        assert f"Page {at} of {len(pages)}" in page
        assert "As of 12 Jun 2024, end of day · Generated 12 Jun 2024 18:04 (Asia/Kolkata)" in page
        assert f"Record {invented.briefing().head_hash} · Renderer {RENDERER}" in page
