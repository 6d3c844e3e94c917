"""Sources, their saved copies and texts."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from casefiles.storage.tables.base import Record


class Source(Record):
    """An article or other document."""

    ref = IntegerField(unique=True)
    kind = TextField(default="news")
    title = TextField(default="")
    publisher = TextField(default="")
    author = TextField(default="")
    url = TextField(default="", index=True)
    published_on = TextField(default="")
    received_on = TextField(default="")
    received_from = TextField(default="")
    original = TextField(default="")
    language = TextField(default="")
    reliability = TextField(default="")
    independence_group = TextField(default="")
    corrected_on = TextField(default="")
    withdrawn_on = TextField(default="")
    release = IntegerField(default=0)
    note = TextField(default="")
    entered_at = TextField()
    entered_by = TextField(default="")


class Capture(Record):
    """The bytes of a source as received; kept in `blob` under their hash."""

    source = ForeignKeyField(Source, backref="+")
    sha256 = TextField(index=True)
    size = IntegerField()
    media_type = TextField()
    url_asked = TextField(default="")
    url_reached = TextField(default="")
    taken_at = TextField()
    tool = TextField()


class Text(Record):
    """The decoded characters of a capture, frozen."""

    source = ForeignKeyField(Source, backref="+")
    capture = ForeignKeyField(Capture, backref="+", null=True)
    chars = TextField()
    sha256 = TextField()
    encoding = TextField(default="")
    tool = TextField(default="")
