# ruff: noqa: INP001 - a folder of scripts, not a package
"""Bring the translations up to date with the words in the program: `python packaging/translations.py`.

English needs no translation but its plurals: the window's "%n source(s)" becomes "1 source" and "2 sources".
Qt's own tool finds the words, except for two kinds of plurals, which are found here: those in `translate(…)` calls,
and those a class inherits, which Qt looks up under the name of the class that inherits them.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
TRANSLATIONS: Final = ROOT / "resources" / "translations"
ENGLISH: Final = "casefiles_en.ts"

# what "(s)" does not say: the words for one, and for any other number
ENGLISH_FORMS: Final = {
    "%n people": ("%n person", "%n people"),
    "%n people today": ("%n person today", "%n people today"),
    "%n person(s)": ("%n person", "%n people"),
    "%n entries": ("%n entry", "%n entries"),
    "%n article(s) contain these words": ("%n article contains these words", "%n articles contain these words"),
    "and %n more": ("and %n more", "and %n more"),
    "Show %n more": ("Show %n more", "Show %n more"),
    "%n more, and": ("%n more, and", "%n more, and"),
    "%n to look at": ("%n to look at", "%n to look at"),
    "%n of the things it rests on moved since.": (
        "%n of the things it rests on has moved since.",
        "%n of the things it rests on have moved since.",
    ),
}


def main() -> int:
    """Update every language, and compile it."""
    for language in sorted(TRANSLATIONS.glob("*.ts")):
        update(language)
        release(language)
    return 0


def update(language: Path) -> None:
    """Take new words into a language's file, drop those no longer used, and fill in English plurals."""
    english = language.name == ENGLISH
    words = [str(path) for path in sources()]
    run("pyside6-lupdate", "-silent", "-locations", "none", *["-pluralonly"] * english, *words, "-ts", str(language))
    tree = ET.parse(language)  # noqa: S314 - our own file
    contexts = {context.findtext("name", ""): context for context in tree.iter("context")}
    for name, source in sorted(plurals()):
        if name not in contexts:
            contexts[name] = ET.SubElement(tree.getroot(), "context")
            ET.SubElement(contexts[name], "name").text = name
        make_plural(contexts[name], source)
    tidy(tree.getroot())
    if english:
        for message in tree.iter("message"):
            fill(message)
    write(tree, language)


def release(language: Path, compiled: Path | None = None) -> None:
    """Compile a language's file into the one that the program loads."""
    target = compiled or language.with_suffix(".qm")
    run("pyside6-lrelease", "-silent", str(language), "-qm", str(target))


def run(tool: str, *words: str) -> None:
    """Run one of Qt's tools, which lie beside this Python."""
    subprocess.run([str(Path(sys.executable).with_name(tool)), *words], check=True)  # noqa: S603 - no words from outside


def sources() -> list[Path]:
    """The files with words on the screen."""
    return sorted((ROOT / "ui").rglob("*.py"))


# plurals


def plurals() -> set[tuple[str, str]]:
    """Every plural, with each name under which Qt looks it up."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources()]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    heirs = {one.name: set(heirs_of(one.name, classes)) for one in classes}
    own = {(name, text) for one in classes for text in own_plurals(one) for name in heirs[one.name]}
    return own | {found for tree in trees for found in named_plurals(tree)}


def heirs_of(name: str, classes: list[ast.ClassDef]) -> Iterator[str]:
    """A class and all that inherit from it."""
    yield name
    for one in classes:
        if name in {ast.unparse(base) for base in one.bases}:
            yield from heirs_of(one.name, classes)


def own_plurals(node: ast.AST) -> Iterator[str]:
    """The plurals in `self.tr(…)`."""
    for call in calls(node, "tr"):
        if is_plural(call.args[0]):
            yield ast.literal_eval(call.args[0])


def named_plurals(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The plurals in `translate("Name", …)`."""
    for call in calls(node, "translate"):
        if len(call.args) > 1 and is_plural(call.args[1]):
            yield ast.literal_eval(call.args[0]), ast.literal_eval(call.args[1])


def calls(node: ast.AST, function: str) -> Iterator[ast.Call]:
    """The calls of a function, whatever it belongs to."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] == function and call.args:
            yield call


def is_plural(argument: ast.expr) -> bool:
    """Whether a text counts something."""
    return isinstance(argument, ast.Constant) and "%n" in str(argument.value)


# the file


def make_plural(context: ET.Element, source: str) -> None:
    """Let a context have this plural, with the forms it had before if it had any."""
    found = [one for one in context.iter("message") if one.findtext("source") == source]
    message = found[0] if found else ET.SubElement(context, "message")
    message.set("numerus", "yes")
    if not found:
        ET.SubElement(message, "source").text = source
        ET.SubElement(message, "translation", type="unfinished")
    translation = message.find("translation")
    assert translation is not None
    if translation.get("type") == "vanished":  # Qt's tool did not find it; we did
        del translation.attrib["type"]


def tidy(root: ET.Element) -> None:
    """Drop words that are gone, and keep the rest in one order, so that a change shows as what it is."""
    for context in root.findall("context"):
        for message in context.findall("message"):
            if message.find("translation[@type='vanished']") is not None:
                context.remove(message)
        name, *messages = context
        context[:] = [name, *sorted(messages, key=lambda one: one.findtext("source", ""))]
    root[:] = sorted((one for one in root if len(one) > 1), key=lambda one: one.findtext("name", ""))


def fill(message: ET.Element) -> None:
    """Give an English plural its two forms."""
    translation = message.find("translation")
    assert translation is not None
    translation.clear()
    for words in english_forms(message.findtext("source", "")):
        ET.SubElement(translation, "numerusform").text = words


def english_forms(source: str) -> tuple[str, str]:
    """The words for one, and for any other number.

    Raises:
        ValueError: neither a rule nor the table knows them.
    """
    if source in ENGLISH_FORMS:
        return ENGLISH_FORMS[source]
    if "(s)" not in source:
        raise ValueError(f"packaging/translations.py: ENGLISH_FORMS lacks {source!r}")
    return source.replace("(s)", ""), source.replace("(s)", "s")


def write(tree: ET.ElementTree[ET.Element], language: Path) -> None:
    """Write the file as Qt's translation programs do."""
    root = tree.getroot()
    if language.name == ENGLISH:
        root.set("language", "en")
    ET.indent(tree, "    ")
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    language.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
