"""Reads the native form: well-formed, of a version we know, and nothing in it that we do not."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casefiles.domain.problems import BadInput
from casefiles.exchange.writing import VERSION

if TYPE_CHECKING:
    from jsonschema import ValidationError

SCHEMA = "native-format.schema.json"
NOTHING = "Nothing was applied. docs/native-format.md describes the form."


def read(data: bytes, schema: Path) -> dict[str, Any]:
    """Return what a file in the native form holds, as given.

    Args:
        data: the bytes of the file.
        schema: the form's JSON Schema.

    Raises:
        BadInput: it is not in the native form; the sentence names the place.
    """
    form = _parsed(data)
    if not isinstance(form, dict) or "casefiles" not in form:
        raise BadInput("The file is not in the native form: it lacks “casefiles”.", NOTHING)
    if isinstance(form["casefiles"], int) and form["casefiles"] > VERSION:
        raise BadInput(
            f"The file is in version {form['casefiles']} of the form; this program reads {VERSION}.", NOTHING
        )
    problem = _first_problem(form, schema)
    if problem is not None:
        raise BadInput(f"{place(problem.absolute_path)}: {_say(problem)}", NOTHING)
    return form


def place(path: Iterable[str | int]) -> str:
    """Say where in a file something is, as in claims[3].passages[0].quote."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return words.removeprefix(".") or "The file"


def _parsed(data: bytes) -> Any:
    try:
        form = json.loads(data)
        if b"\\ud" in data or b"\\uD" in data:
            json.dumps(form, ensure_ascii=False).encode()
    except UnicodeError as problem:
        raise BadInput("The file is not text in UTF-8.", NOTHING) from problem
    except json.JSONDecodeError as problem:
        raise BadInput(
            f"The file is not well-formed JSON: line {problem.lineno}, column {problem.colno}.", NOTHING
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise BadInput("The file is JSON that no program would write.", NOTHING) from problem
    return form


def _first_problem(form: object, schema: Path) -> ValidationError | None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    return next(validator.iter_errors(form), None)


def _say(problem: ValidationError) -> str:
    with suppress(KeyError):
        return _SENTENCES[str(problem.validator)](problem)
    return f"{_short(problem.instance)} is not {problem.schema.get('title', 'as the form has it')}."


def _unknown_key(problem: ValidationError) -> str:
    known = list(problem.schema["properties"])
    key = next(key for key in problem.instance if key not in known)
    near = difflib.get_close_matches(key, known, 1)
    return f"“{key[:40]}” is not known here" + (f"; did you mean “{near[0]}”?" if near else ".")


def _missing(problem: ValidationError) -> str:
    return f"“{next(key for key in problem.schema['required'] if key not in problem.instance)}” is missing."


def _not_one_of(problem: ValidationError) -> str:
    return f"{_short(problem.instance)} is not one of: {', '.join(map(str, problem.schema['enum']))}."


def _too_long(problem: ValidationError) -> str:
    return f"{len(problem.instance):,} characters are more than the {problem.schema['maxLength']:,} that it takes."


_SENTENCES: dict[str, Callable[[ValidationError], str]] = {
    "additionalProperties": _unknown_key,
    "required": _missing,
    "enum": _not_one_of,
    "maxLength": _too_long,
}


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    plain = "".join(character if character.isprintable() else "�" for character in text[:40])
    return f"“{plain}{'…' if len(text) > 40 else ''}”"
