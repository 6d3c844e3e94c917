"""Starting on machines that lack one thing or another; the tools of set-up are played by small scripts."""

from __future__ import annotations

import ast
import fcntl
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import main

if TYPE_CHECKING:
    from collections.abc import Callable

START = Path(main.__file__)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without environment, libraries or tools; answers with the folder on its PATH."""
    venv = tmp_path / "venv"
    places = {
        "VENV": ".",
        "VENV_PYTHON": "bin/python",
        "STAMP": "casefiles-ready",
        "LOCK": "casefiles-setup.lock",
    }
    for name, place in places.items():
        monkeypatch.setattr(main, name, venv / place)
    tools = tmp_path / "tools"
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(main, "can_load", lambda soname: soname != "libEGL.so.1")
    return tools


@pytest.fixture
def tool(bare: Path, tmp_path: Path) -> Callable[[str, str], Path]:
    """Makes a tool that notes each call in a file before it does what its script says."""

    def make(name: str, script: str = "") -> Path:
        noted = tmp_path / "calls"
        path = bare / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {noted}\n{script}\n', encoding="utf-8")
        path.chmod(0o755)
        return noted

    return make


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["main.py", *words])
    return main.main()


# Which way to start


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ([], main.WINDOW),
        (["desk.casebook"], main.WINDOW),
        (["postgresql://desk/cases"], main.WINDOW),
        ([str(START)], main.WINDOW),
        ([str(START), "more"], main.COMMAND),
        (["test"], main.TEST),
        (["test", "tests/setup"], main.TEST),
        (["search", "desk.casebook", "asfan"], main.COMMAND),
        (["--version"], main.COMMAND),
        (["nonsense"], main.COMMAND),
    ],
)
def test_the_first_word_decides(words: list[str], kind: str) -> None:
    assert main.kind_of(words) == kind


def test_an_old_python_is_told_in_one_sentence() -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", pretend, str(START)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Casefiles needs Python 3.11 or newer; this is 3.9.\n"


def test_old_pythons_can_read_the_start() -> None:
    assert ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


# A second start


def test_a_finished_environment_is_known_by_its_stamp(bare: Path) -> None:
    assert not main.is_ready(main.COMMAND)
    main.VENV_PYTHON.parent.mkdir(parents=True)
    main.VENV_PYTHON.touch()
    main.STAMP.write_text(main.stamp(main.WINDOW), encoding="utf-8")
    assert [kind for kind in main.KINDS if main.is_ready(kind)] == [main.COMMAND, main.WINDOW]


def test_new_requirements_make_the_stamp_old(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text("one", encoding="utf-8")
    monkeypatch.setattr(main, "ROOT", tmp_path)
    before = main.stamp(main.TEST)
    (tmp_path / "pyproject.toml").write_text("two", encoding="utf-8")
    assert main.stamp(main.TEST) != before


def test_another_start_is_waited_for(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = threading.Event()
    monkeypatch.setattr(main, "tell", lambda _sentence: told.set())
    entered = threading.Event()

    def start() -> None:
        with main.only_one_at_a_time():
            entered.set()

    main.VENV.mkdir()
    with main.LOCK.open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = threading.Thread(target=start)
        second.start()
        assert told.wait(5)
        assert not entered.is_set()
    second.join(5)
    assert entered.is_set()


# System libraries


def test_without_a_terminal_the_line_to_run_is_told(
    bare: Path, tool: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = tool("sudo")
    tool("apt-get")
    assert run(monkeypatch, "desk.casebook") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1\n" in told.err
    assert not calls.exists()


@pytest.mark.parametrize(("answer", "agreed"), [("\n", True), ("Y\n", True), ("n\n", False), ("", False)])
def test_sudo_is_used_only_with_consent(bare: Path, monkeypatch: pytest.MonkeyPatch, answer: str, agreed: bool) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return answer

        def write(self, _text: str) -> None: ...

        def flush(self) -> None: ...

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert main.agrees([["libegl1"]]) is agreed


def test_yes_installs_through_sudo(bare: Path, tool: Callable[..., Path]) -> None:
    calls = tool("sudo")
    tool("apt-get")
    main.install_system_packages([["libegl1"], ["libglib2.0-0t64", "libglib2.0-0"]], no_questions=True)
    update, install = calls.read_text(encoding="utf-8").splitlines()
    assert update.endswith("apt-get update")
    assert install.endswith("apt-get install -y --no-install-recommends libegl1 libglib2.0-0")


def test_a_renamed_package_goes_by_the_name_offered(bare: Path, tool: Callable[..., Path]) -> None:
    tool("apt-get")
    tool("apt-cache", 'test "$2" = libglib2.0-0t64')
    assert main.names_of([["libglib2.0-0t64", "libglib2.0-0"], ["libegl1"]]) == "libglib2.0-0t64 libegl1"


def test_a_command_needs_no_window_libraries(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "can_load", lambda _soname: False)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: object())
    assert main.missing_packages(main.COMMAND) == []
    assert ["libxcb-cursor0"] in main.missing_packages(main.WINDOW)
    assert ["xvfb"] in main.missing_packages(main.TEST)


def test_a_bare_debian_gets_its_venv_package(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert main.missing_packages(main.COMMAND) == [[f"python3.{sys.version_info.minor}-venv"]]


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_skip_the_system_step(bare: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main.missing_packages(main.TEST) == []


# What failed


@pytest.mark.parametrize(
    ("printed", "cause"),
    [
        (
            "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7",
            "installing software just now",
        ),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "the disk is full"),
        ("Err:1 Temporary failure resolving 'mirror'\nE: Unable to locate package xvfb", "cannot be reached"),
        ("NewConnectionError(…)\nERROR: No matching distribution found for peewee", "cannot be reached"),
        ("SSLError(… CERTIFICATE_VERIFY_FAILED: certificate verify failed)", "does not trust"),
        ("ERROR: No matching distribution found for peewee>=9", "does not offer"),
        ("PermissionError: [Errno 13] Permission denied", "may not write"),
        ("something new", "ended with code 7"),
    ],
)
def test_the_cause_is_named(printed: str, cause: str) -> None:
    done = subprocess.CompletedProcess(["tool"], 7, stdout=printed)
    with pytest.raises(main.SetupError, match=cause) as told:
        main.stop_if_failed("It could not be done", done)
    assert printed.splitlines()[-1] in told.value.tail


def test_the_cause_of_a_stale_package_list_counts(bare: Path, tool: Callable[..., Path]) -> None:
    tool(
        "sudo",
        'case "$*" in *update) echo "failure resolving";; *) echo "Unable to locate"; false;; esac',
    )
    tool("apt-get")
    with pytest.raises(main.SetupError, match="cannot be reached"):
        main.install_system_packages([["libegl1"]], no_questions=True)


def test_a_place_that_cannot_be_written_is_told(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main.VENV.write_text("not a folder", encoding="utf-8")
    assert run(monkeypatch, "--version") == 1
    assert capsys.readouterr().err.startswith("Casefiles did not start. [Errno 20] Not a directory")


def test_no_screen_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "glob", lambda _folder, _pattern: [])
    with pytest.raises(main.SetupError, match="There is no screen"):
        main.find_screen()


# The environment


def test_a_folder_with_other_things_is_left_alone(bare: Path) -> None:
    main.VENV.mkdir()
    (main.VENV / "letters.txt").touch()
    with pytest.raises(main.SetupError, match="holds other things"), main.only_one_at_a_time():
        pass
    assert [path.name for path in main.VENV.iterdir()] == ["letters.txt"]


def test_a_half_made_environment_is_made_anew(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with main.only_one_at_a_time():
        (main.VENV / "half").mkdir()
        (main.VENV / "pyvenv.cfg").write_text("prompt = 'casefiles'", encoding="utf-8")
        commands: list[list[str]] = []

        def note(command: list[str]) -> subprocess.CompletedProcess[str]:
            commands.append(command)
            return subprocess.CompletedProcess(command, 0, stdout="")

        monkeypatch.setattr(main, "quietly", note)
        main.make_venv()
    assert [command[1:3] for command in commands] == [["-m", "venv"], ["-m", "ensurepip"]]
    assert [path.name for path in main.VENV.iterdir()] == [main.LOCK.name]


def test_a_broken_environment_of_others_is_never_emptied(bare: Path) -> None:
    main.VENV.mkdir()
    (main.VENV / "pyvenv.cfg").write_text("prompt = 'another'", encoding="utf-8")
    with main.only_one_at_a_time(), pytest.raises(main.SetupError, match="not made by Casefiles"):
        main.make_venv()
    assert (main.VENV / "pyvenv.cfg").exists()


def test_everything_about_set_up_stays_off_stdout(tmp_path: Path) -> None:
    """From no environment to a finished one, with pip played by a script: stdout has only the answer."""
    project = tmp_path / "project"
    for folder in (project / "casefiles", project / "fake"):
        folder.mkdir(parents=True)
    (project / "main.py").write_bytes(START.read_bytes())
    (project / "pyproject.toml").write_text(
        '[project]\ndependencies = ["peewee"]\n[dependency-groups]\ndev = ["pytest"]', encoding="utf-8"
    )
    cli = "import json, os\n\ndef main(argv): print(json.dumps([argv, os.getcwd()])); return 3"
    (project / "casefiles" / "cli.py").write_text(cli, encoding="utf-8")
    fake_pip = project / "fake" / "pip" / "__main__.py"
    fake_pip.parent.mkdir()
    (fake_pip.parent / "__init__.py").touch()
    fake_pip.write_text("import sys; print('loud'); open('asked', 'a').write(' '.join(sys.argv[1:]) + '\\n')")
    environment = {"PYTHONPATH": str(project / "fake")}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, str(project / "main.py"), "case", "--yes"],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert json.loads(done.stdout) == [["case", "--yes"], str(tmp_path)], done.stderr
        assert done.returncode == 3
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert len(asked) == 1
    assert asked[0].startswith("install ")
    assert asked[0].endswith(" peewee")
