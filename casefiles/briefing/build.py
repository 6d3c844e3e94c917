"""Facts to a finished file: laid out, drawn, written beside its place and then moved there."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from casefiles.briefing.blocks import Document
from casefiles.briefing.facts import BriefingFacts
from casefiles.briefing.fonts import FontShelf
from casefiles.briefing.layout import Layout
from casefiles.briefing.pdf import Press
from casefiles.briefing.printing import Built, temporary_prefix
from casefiles.briefing.registry import template
from casefiles.briefing.shaping import Shaper
from casefiles.domain.problems import CannotPrint

Progress = Callable[[str], None]


def build(facts: BriefingFacts, out: Path, *, resources: Path, progress: Progress = lambda _step: None) -> Built:
    """Print a briefing into a file; the file is there whole or not at all."""
    content, pages, missing, left_out = rendered(facts, resources, progress)
    progress("Writing the file")
    _write(content, out)
    return Built(pages, len(content), hashlib.sha256(content).hexdigest(), missing, left_out)


def rendered(
    facts: BriefingFacts, resources: Path, progress: Progress = lambda _step: None
) -> tuple[bytes, int, tuple[str, ...], tuple[str, ...]]:
    """Give the bytes of a briefing, its number of pages, the characters no face could draw, and what is left out."""
    shaper = Shaper(FontShelf(resources / "fonts"))
    layout = Layout(shaper)

    def pages_of(document: Document) -> int:
        return len(layout.lay(document).pages)

    progress("Laying out")
    document = template(facts.template).compose(facts, pages_of)
    laid = layout.lay(document)
    progress(f"Drawing {len(laid.pages)} pages")
    content = Press(document, laid, layout.type).draw()
    return content, len(laid.pages), tuple(shaper.missing), document.left_out


def _write(content: bytes, out: Path) -> None:
    """Write beside the target, readable by the owner only, and move into place when safely on the disk."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(".tmp", temporary_prefix(os.getpid()), out.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(out)
        temporary = None
        _sync_folder(out.parent)
    except OSError as trouble:
        raise CannotPrint(
            "The briefing could not be written; nothing was changed.",
            "Choose another folder, or free some space.",
            trouble.strerror or "",
        ) from trouble
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
