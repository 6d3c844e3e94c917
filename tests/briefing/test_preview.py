"""The preview shows the printed pages themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefiles.briefing.preview import page_count, page_image
from casefiles.domain.problems import CannotPrint, NotFound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.briefing.conftest import Invented, Printer


def test_page_comes_at_the_width_asked_for(printer: Printer, invented: Invented) -> None:
    file = printer(invented.briefing(people=(invented.person(), invented.group())))
    assert page_count(file) == 2
    image = page_image(file, 0, 400)
    assert image.width == 400
    assert image.height == pytest.approx(400 * 842 / 595, abs=2)
    assert len(image.rgb) == image.width * image.height * 3
    assert image.rgb[:3] == b"\xff\xff\xff"
    assert len(set(image.rgb)) > 50, "something is drawn"
    assert page_image(file.read_bytes(), 0, 400) == image


def test_page_that_is_not_there_is_told(printer: Printer, invented: Invented) -> None:
    file = printer(invented.briefing(people=(invented.group(),)))
    with pytest.raises(NotFound, match="no page 10"):
        page_image(file, 9, 300)


def test_what_is_not_a_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"not a pdf")
    with pytest.raises(CannotPrint):
        page_count(tmp_path / "x.pdf")
    with pytest.raises(CannotPrint):
        page_count(tmp_path / "none.pdf")
