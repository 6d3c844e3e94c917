"""A briefing is there whole or not at all, and the same facts give the same bytes."""

from __future__ import annotations

import hashlib
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from casefiles.briefing.build import build, rendered
from casefiles.domain.problems import BadInput, CannotPrint

if TYPE_CHECKING:
    from pathlib import Path

    from tests.briefing.conftest import Invented, Printer


def test_file_is_the_owners_alone_and_matches_what_is_told(printer: Printer, invented: Invented) -> None:
    file = printer(invented.briefing(people=(invented.person(), invented.group())))
    content = file.read_bytes()
    assert printer.built is not None
    assert printer.built.bytes_size == len(content)
    assert printer.built.sha256 == hashlib.sha256(content).hexdigest()
    assert printer.built.missing_characters == ()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_same_facts_same_bytes_in_either_order(resources: Path, invented: Invented) -> None:
    one = invented.briefing(people=(invented.person(),))
    other = invented.briefing("situation", situation=invented.situation())
    first = rendered(one, resources)[0], rendered(other, resources)[0]
    second = rendered(other, resources)[0], rendered(one, resources)[0]
    assert first == second[::-1]


def test_different_facts_differ_in_their_fingerprint(resources: Path, invented: Invented) -> None:
    one = rendered(invented.briefing(people=(invented.person(),)), resources)[0]
    other = rendered(invented.briefing(people=(invented.person(name="Another"),)), resources)[0]
    assert one[-200:] != other[-200:]


def test_character_without_a_shape_is_told(printer: Printer, invented: Invented) -> None:
    printer(invented.briefing(people=(invented.person(name="Imran 😀 ក"),)))
    assert printer.built is not None
    assert printer.built.missing_characters == ("😀", "ក")


def test_failure_to_write_leaves_the_old_file_and_nothing_else(
    printer: Printer, invented: Invented, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = printer.folder / "out.pdf"
    out.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotPrint, match="nothing was changed"):
        printer(invented.briefing(people=(invented.person(),)))
    assert out.read_bytes() == b"old"
    assert list(printer.folder.iterdir()) == [out]


def test_folder_that_is_not_there_is_told(resources: Path, invented: Invented, tmp_path: Path) -> None:
    with pytest.raises(CannotPrint):
        build(invented.briefing(), tmp_path / "none" / "out.pdf", resources=resources)


def test_unknown_template_is_told(printer: Printer, invented: Invented) -> None:
    with pytest.raises(BadInput, match="dossier, situation"):
        printer(invented.briefing("poem"))


def test_nothing_heavy_is_loaded_to_fill_in_facts() -> None:
    heavy = {"reportlab", "uharfbuzz", "fontTools", "pikepdf", "pypdfium2", "bidi"}
    light = "casefiles.briefing.facts, casefiles.briefing.registry, casefiles.briefing.printing"
    look = f"import sys, {light}; print({heavy} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
