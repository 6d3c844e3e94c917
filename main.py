"""Start Casefiles: the window, or with a word after it the command line; `test` runs the tests.

Whatever is missing on the machine is set up first, and only once. This file runs before anything is
installed, so it stands on the standard library alone, and Pythons too old for Casefiles must still be able
to read it: no syntax newer than 3.6, and nothing is evaluated before the version is checked.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the check is for the Python a person happens to have
    sys.exit("Casefiles needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])  # noqa: UP031

import contextlib
import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("CASEFILES_VENV") or ROOT / ".venv").absolute()
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "casefiles-ready"
LOCK = VENV / "casefiles-setup.lock"

# What an empty environment lacks for the tools we start.
ENVIRONMENT = {
    "PATH": os.defpath if os.name == "nt" else "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONUTF8": "1",
}

# Ways to start, each needing all that the one before it needs, and what opens it.
COMMAND, WINDOW, TEST = KINDS = ("command", "window", "test")
ENTRIES = {COMMAND: "casefiles.cli", WINDOW: "ui.app", TEST: "tests.checks"}

# Debian's packages by what they bring; where a package was renamed, the newest name first.
WINDOW_LIBRARIES = {
    "libEGL.so.1": ["libegl1"],
    "libGL.so.1": ["libgl1"],
    "libglib-2.0.so.0": ["libglib2.0-0t64", "libglib2.0-0"],
    "libfontconfig.so.1": ["libfontconfig1"],
    "libfreetype.so.6": ["libfreetype6"],
    "libxkbcommon.so.0": ["libxkbcommon0"],
    "libdbus-1.so.3": ["libdbus-1-3"],
    "libX11-xcb.so.1": ["libx11-xcb1"],
    "libxcb-cursor.so.0": ["libxcb-cursor0"],
    "libxcb-icccm.so.4": ["libxcb-icccm4"],
    "libxcb-image.so.0": ["libxcb-image0"],
    "libxcb-keysyms.so.1": ["libxcb-keysyms1"],
    "libxcb-randr.so.0": ["libxcb-randr0"],
    "libxcb-render-util.so.0": ["libxcb-render-util0"],
    "libxcb-shape.so.0": ["libxcb-shape0"],
    "libxcb-shm.so.0": ["libxcb-shm0"],
    "libxcb-sync.so.1": ["libxcb-sync1"],
    "libxcb-xfixes.so.0": ["libxcb-xfixes0"],
    "libxcb-xkb.so.1": ["libxcb-xkb1"],
    "libxkbcommon-x11.so.0": ["libxkbcommon-x11-0"],
}
SCREEN_PROGRAMS = {"xvfb-run": ["xvfb"], "xauth": ["xauth"]}
LIBRARIES: dict[str, dict[str, list[str]]] = {COMMAND: {}, WINDOW: WINDOW_LIBRARIES, TEST: WINDOW_LIBRARIES}
PROGRAMS: dict[str, dict[str, list[str]]] = {COMMAND: {}, WINDOW: {}, TEST: SCREEN_PROGRAMS}

# What tools print when they fail, and what it means; the first that fits is told.
CAUSES = {
    "no space left|free space in|disk quota": "the disk is full",
    "could not get lock|unable to (acquire|lock)": "another program is installing software just now",
    "certificate verify failed": "this machine does not trust the package server's certificate",
    "could not resolve|failure (in name|resolving)|connection|timed out|unreachable|proxyerror": (
        "the network or the package server cannot be reached"
    ),
    "unable to locate|no installation candidate|no matching distribution": (
        "the package server does not offer what is needed"
    ),
    "permission denied|read-only file system": "it may not write there",
    "incorrect password|password is required|not in the sudoers|terminal is required": "sudo was refused",
}


class SetupError(Exception):
    """Set-up stopped: one sentence for the person, and what the tool printed last."""

    def __init__(self, say: str, printed: str = "") -> None:
        super().__init__(say)
        self.tail = "\n".join(f"  | {line[:160]}" for line in printed.strip().splitlines()[-8:])


def main() -> int:
    """Sets up what the first word needs, goes on in the environment's Python, and does what was asked."""
    words = [word for word in sys.argv[1:] if word != "--yes"]
    kind = kind_of(words)
    complete_environment()
    try:
        if not is_ready(kind):
            set_up(kind, no_questions="--yes" in sys.argv)
        if kind == WINDOW:
            find_screen()
    except (SetupError, OSError) as trouble:
        tell(f"Casefiles did not start. {trouble}\n{getattr(trouble, 'tail', '')}".rstrip())
        return 1
    except KeyboardInterrupt:
        tell("Stopped; the next start takes it up again.")
        return 130
    if not inside_venv():
        return hand_over()
    arguments = {COMMAND: sys.argv[1:], WINDOW: words, TEST: words[1:]}[kind]
    return int(importlib.import_module(ENTRIES[kind]).main(arguments))


def kind_of(words: Sequence[str]) -> str:
    """Tells a command, the window (no word, or only a casebook) and the tests apart."""
    first = words[0] if words else ""
    if first == TEST:
        return TEST
    is_book = first.endswith(".casebook") or first.startswith("postgresql://")
    is_file = len(words) == 1 and Path(first).is_file()
    return WINDOW if not words or is_book or is_file else COMMAND


def complete_environment() -> None:
    """Fills in what a bare environment lacks for the tools and the program started from here."""
    with contextlib.suppress(RuntimeError):  # a user id without a home folder
        os.environ.setdefault("HOME", str(Path.home()))
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)


def find_screen() -> None:
    """Lets a bare environment use the X screen that is there; without any, Qt would only abort."""
    named = os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if named or not sys.platform.startswith("linux"):
        return
    screens = sorted(Path("/tmp/.X11-unix").glob("X*"))  # noqa: S108 - where X servers put their sockets
    if not screens:
        raise SetupError("There is no screen to open a window on; commands work without one, see --help.")
    os.environ["DISPLAY"] = f":{screens[0].name[1:]}"


def hand_over() -> int:
    """Goes on in the environment's Python; this process becomes it where the system can do that."""
    command = [str(VENV_PYTHON), str(ROOT / "main.py"), *sys.argv[1:]]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    return subprocess.run(command, check=False).returncode


def inside_venv() -> bool:
    """Whether this process already runs the environment's Python."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def tell(sentence: str) -> None:
    """Speaks to the person on stderr, so that stdout stays clean for `--json`."""
    print(sentence, file=sys.stderr, flush=True)


# Set-up


def stamp(kind: str) -> str:
    """What a finished environment's stamp reads: it changes with the requirements and the Python beneath."""
    wanted = (ROOT / "pyproject.toml").read_bytes() + repr((LIBRARIES, PROGRAMS)).encode()
    return f"{hashlib.sha256(wanted).hexdigest()} {VENV_PYTHON.resolve()} {kind}"


def is_ready(kind: str) -> bool:
    """Whether an earlier start has set up all that this one needs; nothing is probed."""
    try:
        found = STAMP.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return VENV_PYTHON.exists() and found in {stamp(enough) for enough in KINDS[KINDS.index(kind) :]}


def set_up(kind: str, *, no_questions: bool) -> None:
    """Brings the system libraries, the environment and its packages; the stamp is written last."""
    with only_one_at_a_time():
        if is_ready(kind):
            return
        install_system_packages(missing_packages(kind), no_questions=no_questions)
        make_venv()
        install_python_packages(kind)
        STAMP.write_text(stamp(kind), encoding="utf-8")


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Holds the environment's lock; a second start waits for the first."""
    is_foreign = VENV.is_dir() and any(VENV.iterdir()) and not (LOCK.exists() or (VENV / "pyvenv.cfg").exists())
    if is_foreign:
        raise SetupError(f"{VENV} holds other things: empty it, or let CASEFILES_VENV name another folder.")
    VENV.mkdir(parents=True, exist_ok=True)
    with LOCK.open("a", encoding="utf-8") as lock:
        if os.name == "posix":
            fcntl = importlib.import_module("fcntl")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                tell("Another start is setting up Casefiles; waiting for it to finish.")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def missing_packages(kind: str) -> list[list[str]]:
    """The Debian packages this start needs and the machine lacks, each with its possible names."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [names for soname, names in LIBRARIES[kind].items() if not can_load(soname)]
    missing += [names for program, names in PROGRAMS[kind].items() if not shutil.which(program)]
    if not importlib.util.find_spec("ensurepip") and not venv_works():
        missing.append([f"python3.{sys.version_info.minor}-venv"])
    return missing


def can_load(soname: str) -> bool:
    """Whether the dynamic linker finds a library, whatever the package is called that brought it."""
    import ctypes  # only a set-up asks, and no later start need wait for it

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_system_packages(missing: list[list[str]], *, no_questions: bool) -> None:
    """Installs Debian packages, as root or through sudo if the person agrees; else tells the line to run."""
    if not missing:
        return
    if not shutil.which("apt-get"):
        tell(f"Casefiles needs what Debian calls {names_of(missing)}; please install it if something fails.")
        return
    if os.geteuid() == 0:
        install_with_apt([], missing)
    elif shutil.which("sudo") and (no_questions or agrees(missing)):
        install_with_apt(["sudo"], missing)
    else:
        sudo = "sudo " if shutil.which("sudo") else ""  # without it, the line is for root
        install = f"{sudo}apt-get install -y --no-install-recommends {names_of(missing)}"
        line = f"{sudo}apt-get update && {install}"
        raise SetupError(f"System libraries are missing. Have this line run, then start again:\n  {line}")


def agrees(missing: list[list[str]]) -> bool:
    """Asks before sudo is used; where nobody can answer, the answer is no."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    tell(f"Casefiles needs these system libraries: {names_of(missing)}")
    print("Install these system libraries with sudo apt-get? [Y/n] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    return answer.endswith("\n") and answer.strip().lower() in {"", "y", "yes"}


def install_with_apt(prefix: list[str], missing: list[list[str]]) -> None:
    """Refreshes the package lists and installs; a stale list alone is no reason to stop."""
    tell(f"Installing system libraries: {names_of(missing)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    refreshed = quietly([*apt, "update"])
    wanted = names_of(missing).split()  # again: only now does a bare machine know its packages
    installed = quietly([*apt, "install", "-y", "--no-install-recommends", *wanted])
    stop_if_failed("The system libraries could not be installed", installed, refreshed.stdout)


def names_of(missing: list[list[str]]) -> str:
    """The packages by the names that this release of Debian or Ubuntu gives them."""
    return " ".join(next((name for name in names[:-1] if is_offered(name)), names[-1]) for names in missing)


def is_offered(name: str) -> bool:
    """Whether apt knows a package of exactly this name."""
    return bool(shutil.which("apt-cache")) and quietly(["apt-cache", "show", name]).returncode == 0


def venv_works() -> bool:
    """Whether the environment has a Python that starts, is new enough and has pip."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return VENV_PYTHON.exists() and quietly([str(VENV_PYTHON), "-c", probe]).returncode == 0


def make_venv() -> None:
    """Keeps a good environment, and makes anew one that is missing, broken or was left half-made."""
    was_finished = STAMP.exists()
    STAMP.unlink(missing_ok=True)
    settings = VENV / "pyvenv.cfg"
    is_our_own = not settings.exists() or "prompt = 'casefiles'" in settings.read_text(encoding="utf-8")
    if venv_works() and (was_finished or inside_venv() or not is_our_own):
        return
    if not is_our_own:
        raise SetupError(f"The environment in {VENV} is broken and was not made by Casefiles: please remove it.")
    tell(f"Making the environment in {VENV}")
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != LOCK:
            entry.unlink()
    python = sys.executable or str(shutil.which(sys.orig_argv[0]))  # without PATH, Python does not know itself
    make = [python, "-m", "venv", "--without-pip", "--prompt", "casefiles", str(VENV)]
    bring_pip = [
        str(VENV_PYTHON),
        "-m",
        "ensurepip",
        "--default-pip",
    ]  # by itself, so that its words are heard
    for command in (make, bring_pip):
        stop_if_failed("The environment could not be made", quietly(command))


def install_python_packages(kind: str) -> None:
    """Installs what pyproject.toml asks for, from wherever this machine's pip is told to look."""
    tell("Installing Python packages; the first time takes a minute or two.")
    import tomllib  # likewise

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = settings["project"]["dependencies"] + (settings["dependency-groups"]["dev"] if kind == TEST else [])
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    stop_if_failed("The Python packages could not be installed", quietly([*pip, *wanted]))


def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Runs a tool and keeps what it prints, to be shown only if it fails."""
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def stop_if_failed(what: str, done: subprocess.CompletedProcess[str], printed_before: str = "") -> None:
    """Ends the set-up with a sentence that names the cause, if the tool's words give it away."""
    if done.returncode:
        printed = printed_before + done.stdout
        causes = (cause for words, cause in CAUSES.items() if re.search(words, printed, re.IGNORECASE))
        raise SetupError(f"{what}: {next(causes, f'it ended with code {done.returncode}')}.", printed)


if __name__ == "__main__":
    sys.exit(main())
