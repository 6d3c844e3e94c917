"""The details that describe a source, in one table read by forms, the command line and the native form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Detail:
    """One detail that describes a source.

    Attributes:
        is_date: it is typed as a date and kept as EDTF.
        options: the values it may have, stored and shown; empty for any text.
        hint: what it might be, said where it is empty.
    """

    key: str
    label: str
    is_date: bool = False
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""


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
RELIABILITY = (
    ("", "Not graded"),
    ("A", "A, reliable"),
    ("B", "B, usually reliable"),
    ("C", "C, fairly reliable"),
    ("D", "D, not usually reliable"),
    ("E", "E, unreliable"),
    ("F", "F, cannot be judged"),
)
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
    Detail("reliability", "Reliability", options=RELIABILITY),
    Detail("independence_group", "Counts as one voice with", hint="such as a news agency"),
    Detail("corrected_on", "Corrected by publisher on", is_date=True),
    Detail("withdrawn_on", "Withdrawn by publisher on", is_date=True),
    Detail("note", "Note"),
)
