"""The vendored faces are the ones the manifest names, unchanged and free to pass on."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from casefiles.briefing.fonts import FontShelf
from casefiles.domain.problems import CannotPrint

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = {
    "Latn",
    "Cyrl",
    "Grek",
    "Deva",
    "Gujr",
    "Guru",
    "Mlym",
    "Taml",
    "Telu",
    "Beng",
    "Sinh",
    "Arab",
    "Aran",
}


def test_manifest_matches_the_bytes(resources: Path) -> None:
    folder = resources / "fonts"
    faces = json.loads((folder / "MANIFEST.json").read_text())["faces"]
    assert {face["file"] for face in faces} == {file.name for file in folder.glob("*.ttf")}
    for face in faces:
        content = (folder / face["file"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (face["bytes"], face["sha256"]), face["file"]
        assert face["licence"] == "OFL-1.1"
    assert sum(face["bytes"] for face in faces) < 8_000_000
    assert {script for face in faces for script in face["scripts"]} == SCRIPTS


def test_licence_travels_with_the_fonts(resources: Path) -> None:
    words = (resources / "fonts" / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    for family in ("Noto Sans", "Noto Nastaliq Urdu", "Noto Naskh Arabic", "Inter"):
        assert family in words


def test_nearest_style_is_taken_and_urdu_has_its_own_hand(resources: Path) -> None:
    shelf = FontShelf(resources / "fonts")

    def name(script: str, style: str, lang: str = "") -> str:
        face = shelf.face(script, style, lang)
        return face.name if face else ""

    assert name("Deva", "bold-italic") == "NotoSansDevanagari-Bold"
    assert name("Arab", "bold", "ur-PK") == "NotoNastaliqUrdu-Regular"
    assert name("Arab", "bold", "ar") == "NotoNaskhArabic-Bold"
    assert name("Latn", "mono") == "NotoSansMono-Regular"
    assert name("Thai", "regular") == ""


def test_missing_fonts_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="fonts"):
        FontShelf(tmp_path)
