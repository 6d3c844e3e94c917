"""Typed text on one line, as nearly everything is kept."""

from __future__ import annotations

import re
import unicodedata

from casefiles.domain.problems import BadInput

LONGEST = 10_000
_SPACES = re.compile(r"\s+")
_CONTROLS = {"Cc", "Cs", "Co", "Cn"}
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))


def clean(text: str, longest: int = 300) -> str:
    """Return typed text on one line, without control or direction characters; empty when nothing can be seen of it.

    Raises:
        BadInput: it is longer than the field takes.
    """
    if len(text) > LONGEST:
        raise BadInput(f"That is {len(text):,} characters; this field takes {longest:,}.", "Put long text in Notes.")
    plain = "".join(" " if ch in "\t\r\n\v\f\x85\u2028\u2029" else ch for ch in text.translate(_BIDI))
    plain = "".join(ch for ch in plain if unicodedata.category(ch) not in _CONTROLS)
    plain = _SPACES.sub(" ", unicodedata.normalize("NFC", plain)).strip()
    if len(plain) > longest:
        raise BadInput(f"That is {len(plain):,} characters; this field takes {longest:,}.", "Put long text in Notes.")
    return plain if any(unicodedata.category(ch)[0] in "LNPS" for ch in plain) else ""
