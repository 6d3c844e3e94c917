"""Runs one command: reads the words, carries it out, answers, and tells trouble in a sentence."""

from __future__ import annotations

import difflib
import io
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from casefiles import __version__
from casefiles.cli.answer import Answer, WrongUse
from casefiles.cli.commands import COMMANDS, Command, whole
from casefiles.domain.problems import CasefilesError

DONE, TROUBLE, WRONG_USE, STOPPED = 0, 1, 2, 130
_FLAGS = ("--json", "--yes")


def main(words: Sequence[str] | None = None) -> int:
    """Carry out the command that the words name, and return the exit code."""
    _write_utf8()
    try:
        code = _run(list(sys.argv[1:] if words is None else words))
        sys.stdout.flush()
    except WrongUse as problem:
        return _tell(problem, WRONG_USE)
    except CasefilesError as problem:
        return _tell(problem, TROUBLE)
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was done before is kept; nothing is half done.\n")
        return STOPPED
    return code


def _run(words: list[str]) -> int:
    flags = [word for word in words[:2] if word in _FLAGS]
    words = words[len(flags) :]
    if words[:1] in ([], ["-h"], ["--help"], ["help"]):
        sys.stdout.write(_overview())
        return DONE if words else WRONG_USE
    if words[0] == "--version":
        sys.stdout.write(f"Casefiles {__version__}\n")
        return DONE
    command, rest = _command(words)
    try:
        arguments = _parse(command, [*rest, *flags])
    except SystemExit as left:
        return int(left.code or DONE)
    return _give(_handler(command)(arguments), as_json=arguments.json)


def _command(words: list[str]) -> tuple[Command, list[str]]:
    for length in (2, 1):
        command = COMMANDS.get(" ".join(words[:length]))
        if command:
            return command, words[length:]
    asked = words[0]
    inside = [name for name in COMMANDS if name.startswith(f"{asked} ")]
    if inside:
        raise WrongUse(f"“{asked}” needs a second word.", f"Say one of: {', '.join(inside)}.")
    near = difflib.get_close_matches(asked, {name.split()[0] for name in COMMANDS}, 1)
    hint = f"Did you mean {near[0]}?" if near else "casefiles --help lists the commands."
    raise WrongUse(f"There is no command “{asked[:40]}”.", hint)


class _Parser(ArgumentParser):
    """Tells wrong use in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{self.prog}: {message}.", f"{self.prog} --help tells more.")


def _parse(command: Command, words: Sequence[str]) -> Namespace:
    parser = _Parser(f"casefiles {command.name}", description=command.does, allow_abbrev=False)
    command.takes(parser)
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--yes", action="store_true", help="ask no questions")
    parser.add_argument("--key-fd", type=whole, metavar="N", help="read the password from this file descriptor")
    parser.add_argument("--version", action="version", version=f"Casefiles {__version__}")
    arguments, unknown = parser.parse_known_intermixed_args(words)
    if unknown:
        options = [option for action in parser._actions for option in action.option_strings]  # noqa: SLF001 - argparse lists them nowhere else
        near = difflib.get_close_matches(unknown[0].partition("=")[0], options, 1)
        hint = f"Did you mean {near[0]}?" if near else f"{parser.prog} --help tells more."
        raise WrongUse(f"“{unknown[0][:40]}” is not something {parser.prog} takes.", hint)
    return arguments


def _handler(command: Command) -> Callable[[Namespace], Answer]:
    module, _, name = command.run.partition(":")
    handler: Callable[[Namespace], Answer] = getattr(import_module(f"casefiles.cli.{module}"), name)
    return handler


def _give(answer: Answer, *, as_json: bool) -> int:
    text = json.dumps(answer.data, ensure_ascii=False, indent=1) if as_json else answer.text
    if text:
        sys.stdout.write(f"{text}\n")
    for note in answer.notes:
        sys.stderr.write(f"{note}\n")
    return DONE if answer.done else TROUBLE


def _overview() -> str:
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {command.name:{width}}  {command.does}" for command in COMMANDS.values()]
    return "\n".join(["casefiles COMMAND …", "", *lines, "", "casefiles COMMAND --help tells more.", ""])


def _tell(problem: CasefilesError, code: int) -> int:
    sys.stderr.write(f"{problem}\n")
    return code


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_left() -> int:
    """Leave quietly when whoever read the answer has gone, as `head` does."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return TROUBLE
