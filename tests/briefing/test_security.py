"""Hostile text is printed as text: nothing is fetched, run, linked or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest

from casefiles.briefing.facts import Field, Name, Note, Status, Value
from casefiles.briefing.targets import web_target

if TYPE_CHECKING:
    from tests.briefing.conftest import Invented, Printer

PAYLOADS = [
    '<img src="/etc/hostname" width="20" height="20"/>',
    '<img src="http://127.0.0.1:9/x"/>',
    '<a href="javascript:alert(1)">x</a>',
    '<link href="#other">x</link>',
    "<b>never closed",
    "<font color='[[[getattr(pow,1)]]]'>x</font>",
    "A & B < C &#0; &lol;",
    ") Tj ET Q (injected",
    "(/F1 12 Tf) \\) >> endobj",
    "%PDF-1.4 trailer",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_printed_as_it_stands(printer: Printer, invented: Invented, payload: str) -> None:
    person = invented.person(
        name=payload,
        status=Status(payload, "dead", payload),
        native_names=(),
        timeline=(),
        reports=(),
        fields=(
            Field(
                payload,
                payload,
                Value(payload, payload, (Note(payload, payload, quote=payload, url=payload),)),
            ),
        ),
    )
    facts = invented.briefing(people=(person,), title=payload, mark=payload, officer=payload, audience=payload)
    text = "".join("".join(printer.pages(facts)).split())
    assert text.count("".join(payload.split())) >= 6
    with pikepdf.open(printer.folder / "out.pdf") as pdf:
        assert not any("/A" in annotation for page in pdf.pages for annotation in page.obj.get("/Annots", []))
        assert not any(isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image" for item in pdf.objects)


def test_direction_tricks_and_control_characters_are_gone(printer: Printer, invented: Invented) -> None:
    name = "Im\u202eran\u2066 \x00Sha\x1bikh\ufeff"
    text = "".join(printer.pages(invented.briefing(people=(invented.person(name=name),), title=name)))
    assert "Imran Shaikh" in text
    assert not set(text) & set("\u202e\u2066\x00\x1b\ufeff")


def test_a_million_letters_are_cut_and_still_printed(printer: Printer, invented: Invented) -> None:
    pages = printer.pages(invented.briefing(people=(invented.person(name="N" * 1_000_000),)))
    assert len(pages) < 60


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "//example.org/x",
        "http://",
        "https://user:secret@example.org/",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://[::1",
        "https://example.org:99999/",
        "https://example.org/" + "x" * 3000,
        "data:text/html,x",
        "",
    ],
)
def test_only_ordinary_web_addresses_go_live(address: str) -> None:
    assert web_target(address) == ""


@pytest.mark.parametrize(
    ("address", "live"),
    [
        ("https://example.org/a?b=c&d=%20", "https://example.org/a?b=c&d=%20"),
        ("HTTP://Example.org/A", "http://example.org/A"),
        ("https://пример.example:8080/я", "https://xn--e1afmkfd.example:8080/%D1%8F"),
        ("https://example.org/a(b)\\c", "https://example.org/a(b)%5Cc"),
    ],
)
def test_ordinary_addresses_are_kept(address: str, live: str) -> None:
    assert web_target(address) == live


@pytest.mark.parametrize("tag", ["x)/JS(", "हि", "en\u202e", "e n", "a" * 5000])
def test_a_language_that_is_none_is_dropped(printer: Printer, invented: Invented, tag: str) -> None:
    person = invented.person(native_names=(Name("राजेश", tag), Name("عمران", tag, "rtl")))
    assert "राजेश" in "".join(printer.pages(invented.briefing(people=(person,), lang=tag)))
    with pikepdf.open(printer.folder / "out.pdf") as pdf:
        assert str(pdf.Root.get("/Lang", "")) == ""


def test_a_time_that_is_none_is_dropped(printer: Printer, invented: Invented) -> None:
    with pikepdf.open(printer(invented.briefing(people=(invented.group(),), generated_at="now)/JS(<x>"))) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert b"now" not in pdf.Root.Metadata.read_bytes()
