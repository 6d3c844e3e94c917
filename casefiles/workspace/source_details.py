"""The details that describe a source, in one table read by forms, the command line and the native form."""

from __future__ import annotations

from dataclasses import dataclass, field

from casefiles.domain import grading


@dataclass(frozen=True)
class Detail:
    """One detail that describes a source.

    Attributes:
        is_date: it is typed as a date and kept as EDTF.
        options: the values it may have, stored and shown; empty for any text.
        hint: what it might be, said where it is empty.
        about: what is good to know of a value, by the value; under "" of the detail as such.
    """

    key: str
    label: str
    is_date: bool = False
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    about: dict[str, str] = field(default_factory=dict)


KINDS = (
    ("news", "News"),
    ("official statement", "Official statement"),
    ("parliamentary answer", "Parliamentary answer"),
    ("court record", "Court record"),
    ("witness", "Witness"),
    ("family", "Family"),
    ("social media", "Social media"),
    ("document", "Document"),
)
RELIABILITY = (("", "Not graded"), *((step.sign, f"{step.sign}, {step.name.lower()}") for step in grading.RELIABILITY))
_STEPS = {step.sign: f"{step.about[0].upper()}{step.about[1:]}." for step in grading.RELIABILITY}
_ONE_VOICE = "Papers that print one agency’s copy are one voice: write the same name here on each of them."
DETAILS: tuple[Detail, ...] = (
    Detail("title", "Title"),
    Detail("publisher", "Publisher"),
    Detail("author", "Author"),
    Detail("url", "Address"),
    Detail("published_on", "Published on", is_date=True),
    Detail("received_on", "Received on", is_date=True),
    Detail("received_from", "Received from"),
    Detail("original", "Original source"),
    Detail("language", "Language"),
    Detail("kind", "Kind", options=KINDS),
    Detail("reliability", "Reliability", options=RELIABILITY, about=_STEPS),
    Detail("independence_group", "Counts as one voice with", hint="such as a news agency", about={"": _ONE_VOICE}),
    Detail("corrected_on", "Corrected by publisher on", is_date=True),
    Detail("withdrawn_on", "Withdrawn by publisher on", is_date=True),
    Detail("note", "Note"),
)
