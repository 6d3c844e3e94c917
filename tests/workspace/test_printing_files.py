"""Finished pages as files: whole or not at all, the very bytes shown, the same twice, nothing left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput, CannotPrint, CasefilesError
from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.printing import Order, Preview, Stopped, clock_from


@pytest.fixture
def casebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Casebook]:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    casebook = Casebook.new(tmp_path / "north.casebook", title="North", clock=clock_from("1718182800"))
    for name in ("Imran Shaikh", "Deepak Thapa"):
        casebook.people.add(CaseKind.PERSON, [Report("name", typed=name), Report("status", {"status": "missing"})])
    yield casebook
    casebook.close()


def temporary(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "temporary").iterdir())


def test_a_preview_is_what_is_printed_and_saved_and_is_the_same_twice(casebook: Casebook, tmp_path: Path) -> None:
    order = Order("situation", number="7", bottom_line="Two are missing.")
    preview = casebook.briefings.preview(order)
    casebook.briefings.print(order, tmp_path / "printed.pdf")
    casebook.briefings.save(preview, tmp_path / "saved.pdf")
    assert preview.pdf == (tmp_path / "printed.pdf").read_bytes() == (tmp_path / "saved.pdf").read_bytes()
    assert (tmp_path / "saved.pdf").stat().st_mode & 0o077 == 0
    assert preview.pages >= 1
    assert preview.as_of == "As of 12 Jun 2024, 09:00"
    assert temporary(tmp_path) == []


def test_a_page_is_drawn_as_wide_as_asked(casebook: Casebook) -> None:
    wide, high, rows = casebook.briefings.page_image(casebook.briefings.preview(Order()), 0, 300)
    assert wide == 300
    assert high == pytest.approx(424, abs=2)
    assert len(rows) == wide * high * 3
    assert len(set(rows)) > 10


def test_the_two_page_form_tells_what_it_left_out(casebook: Casebook) -> None:
    for at in range(15):
        casebook.people.add(CaseKind.PERSON, [Report("name", typed=f"Person {at}")])
    preview = casebook.briefings.preview(Order(two_page=True))
    assert any("5 of 17 entries of people" in line for line in preview.left_out)
    dossier = casebook.briefings.preview(Order("dossier", cases=(1,)))
    assert dossier.left_out[0].startswith("Never printed: passport, visa,")


def test_a_short_form_that_holds_a_group_and_somebody_on_hold_leaves_nobody_out(casebook: Casebook) -> None:
    casebook.people.add(CaseKind.GROUP, [Report("size", typed="3")])
    held = casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    casebook.holds.hold(held, "The family has not been told", "2024-07")
    preview = casebook.briefings.preview(Order(two_page=True))
    assert not any("Not shown here" in line for line in preview.left_out)
    assert any("Held back: 1 person" in line for line in preview.left_out)


def test_characters_without_a_shape_are_told(casebook: Casebook) -> None:
    casebook.people.add(CaseKind.PERSON, [Report("name", typed="Ari \U00012000")])
    assert casebook.briefings.preview(Order()).missing == ("\U00012000",)


def test_a_stopped_preview_leaves_nothing_behind(casebook: Casebook, tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="nothing was changed"):
        casebook.briefings.preview(Order(), started=lambda stop: stop())
    assert temporary(tmp_path) == []


def test_a_printing_can_be_stopped_from_another_thread(casebook: Casebook, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    stoppers: list[threading.Thread] = []

    def from_elsewhere(stop: Callable[[], None]) -> None:
        stoppers.append(threading.Thread(target=stop))
        stoppers[0].start()

    with pytest.raises(Stopped):
        casebook.briefings.print(Order(), out, started=from_elsewhere)
    stoppers[0].join()
    assert out.read_bytes() == b"old"
    assert [path for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_a_worker_killed_by_others_is_told_and_leaves_nothing(
    casebook: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(printing: object) -> None:
        printing._process.kill()  # type: ignore[attr-defined]  # the system does it, not our own way to cancel

    def started(stop: Callable[[], None]) -> None:
        killed(stop.__self__)  # type: ignore[attr-defined]

    with pytest.raises(CannotPrint, match="could not be made"):
        casebook.briefings.preview(Order(), started=started)
    assert temporary(tmp_path) == []


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(casebook: Casebook, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    preview = Preview(b"%PDF", 1)
    with pytest.raises(CasefilesError, match="could not be saved as none"):
        casebook.briefings.save(preview, tmp_path / "nowhere" / "none.pdf")
    with pytest.raises(CasefilesError, match="could not be saved"):
        casebook.briefings.save(preview, folder / ("long" * 100 + ".pdf"))
    (folder / "taken.pdf").mkdir()
    with pytest.raises(CasefilesError, match="could not be saved"):
        casebook.briefings.save(preview, folder / "taken.pdf")
    assert [path.name for path in folder.iterdir()] == ["taken.pdf"]


def test_a_suggested_name_says_what_and_when_and_never_who(casebook: Casebook) -> None:
    name = casebook.briefings.suggested_name
    assert name(Order("situation", number="7")) == "situation-7-2024-06-12.pdf"
    assert (
        name(Order("situation", number=" 2024/3 ", moment=Moment(date(2024, 5, 1))))
        == "situation-2024-3-2024-05-01.pdf"
    )
    assert name(Order("dossier", cases=(1,), title="Imran Shaikh")) == "dossier-2024-06-12.pdf"


def test_a_standing_clock_is_a_number_of_seconds() -> None:
    assert clock_from("1718182800")().isoformat() == "2024-06-12T09:00:00+00:00"
    with pytest.raises(BadInput, match="not a number of seconds"):
        clock_from("yesterday")
