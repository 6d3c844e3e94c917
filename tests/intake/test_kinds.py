"""What a document is, is told by its content; what cannot be taken is refused with a way out."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from casefiles.domain.problems import CannotCapture
from casefiles.intake.kinds import HTML, TEXT, media_type


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("letter.txt"))
    return out.getvalue()


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html>",
        b"\xef\xbb\xbf\r\n  <HTML lang='hi'>",
        b'<?xml version="1.0"?>\n<!-- saved from somewhere -->\n<html xmlns="x">',
        b"<p>Two killed.</p>",
        b"<meta charset=utf-8><title>x</title>",
        "<html>".encode("utf-16"),
        "<!doctype html>".encode("utf-16-be"),
    ],
)
def test_a_web_page_is_known_by_how_it_begins(page: bytes) -> None:
    assert media_type(page, wide=b"\0" in page) == HTML


@pytest.mark.parametrize(
    "text",
    [
        b"India calls for release",
        b"<3 to all families",
        b"<pre-war> figures",
        b"a < b <html>",
        b"ID3 tags, RIFFs, BM and MM* are words here",
        "अस्फान".encode(),
        "text".encode("utf-16"),
        b"PKK sources said",
    ],
)
def test_everything_else_with_letters_is_text(text: bytes) -> None:
    assert media_type(text) == TEXT


@pytest.mark.parametrize(
    ("data", "called", "way_out"),
    [
        (b"%PDF-1.7\n", "PDF", "paste"),
        (b"\x89PNG\r\n\x1a\n\0", "image", "Type"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image", "Type"),
        (b"\0\0\0\x18ftypheic", "image", "Type"),
        (b"\0\0\0\x18ftypmp42", "recording", "Type"),
        (b"ID3\x03\0\0\0", "recording", "Type"),
        (zipped("letters/one.txt"), "archive", "Unpack"),
        (zipped("[Content_Types].xml"), "office", "paste"),
        (b"{\\rtf1\\ansi", "office", "paste"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office", "paste"),
        (gzip.compress(b"x", mtime=0), "archive", "Unpack"),
        (bz2.compress(b"x"), "archive", "Unpack"),
        (lzma.compress(b"x"), "archive", "Unpack"),
        (tarred(), "archive", "Unpack"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;",
            "page",
            "HTML only",
        ),
        (b"SQLite format 3\0\x10\0", "database", "open it"),
        (b"MZ\x90\0\x03\0\0\0", "does not hold text", "paste"),
        (b"some words\0\0\0 and zeros", "does not hold text", "paste"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, called: str, way_out: str) -> None:
    with pytest.raises(CannotCapture) as refused:
        media_type(data)
    assert called in refused.value.say
    assert way_out in refused.value.hint
