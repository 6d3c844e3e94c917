from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.problems import StorageTrouble
from ui.preferences import Preferences, home


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    kept = Preferences(tmp_path, theme="dark", percent=130, officer="Asha Bose", narrow_sidebar=True, geometry="AQ==")
    kept.opened(tmp_path / "One.casebook")
    kept.pages["people"] = {"sizes": [320, 700]}
    kept.save()
    assert Preferences.load(tmp_path) == kept


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    Preferences(tmp_path / "new").save()
    (written,) = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[1, 2]",
        b"\xff\xfe",
        b'{"theme": "pink", "percent": "big", "recent": 1, "pages": []}',
        b"[" * 90_000,
    ],
)
def test_a_damaged_file_gives_defaults(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "preferences.json").write_bytes(damage)
    assert Preferences.load(tmp_path) == Preferences(tmp_path)


texts = st.text("aé\ud800", max_size=4)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(["theme", "percent", "officer", "narrow_sidebar", "geometry", "recent", "pages"])


@given(st.dictionaries(names, json_values))
def test_whatever_the_file_holds_can_be_loaded_and_kept(
    tmp_path_factory: pytest.TempPathFactory, kept: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "preferences.json").write_text(json.dumps(kept), encoding="utf-8")
    loaded = Preferences.load(folder)
    loaded.save()
    assert Preferences.load(folder) == loaded


def test_part_of_a_damaged_file_is_still_used(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text('{"theme": 3, "percent": 150}', encoding="utf-8")
    loaded = Preferences.load(tmp_path)
    assert (loaded.theme, loaded.percent) == ("system", 150)


def test_a_disk_that_refuses_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageTrouble):
        Preferences(tmp_path / "file").save()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_a_casebook_opened_again_comes_first_and_only_once(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    for name in ("One", "Two", "One", *map(str, range(20))):
        preferences.opened(tmp_path / name)
    paths = [Path(one.path).name for one in preferences.recent]
    assert paths[:2] == ["19", "18"]
    assert len(paths) == len(set(paths)) == 12


def test_the_environment_names_the_officer_and_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = Preferences(tmp_path, officer="Asha Bose")
    assert preferences.acting == "Asha Bose"
    monkeypatch.setenv("CASEFILES_OFFICER", "Ravi Menon")
    assert preferences.acting == "Ravi Menon"
    assert preferences.officer == "Asha Bose"
    monkeypatch.setenv("CASEFILES_HOME", str(tmp_path))
    assert home() == tmp_path
    monkeypatch.delenv("CASEFILES_HOME")
    assert home().name == "Casefiles"
