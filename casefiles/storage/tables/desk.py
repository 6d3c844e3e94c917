"""What the whole desk keeps: settings, bodies able to confirm, situations, the codebook, saved searches."""

from __future__ import annotations

from peewee import IntegerField, TextField

from casefiles.storage.tables.base import Record


class Setting(Record):
    """One setting of the casebook, such as its title or time zone."""

    key = TextField(unique=True)
    value = TextField()


class ConfirmingBody(Record):
    """A body able to confirm, and the days it is listed for."""

    name = TextField()
    since = TextField(default="")
    until = TextField(default="")


class Situation(Record):
    """A crisis that cases belong to."""

    name = TextField()
    note = TextField(default="")


class CodebookEntry(Record):
    """One paragraph of the codebook; a change of method is one with its day."""

    section = TextField()
    term = TextField(default="")
    text = TextField()
    effective_on = TextField(default="")
    position = IntegerField(default=0)
    entered_at = TextField()
    entered_by = TextField(default="")


class SavedSearch(Record):
    """A search under a name, at its place among the others."""

    name = TextField()
    text = TextField()
    position = IntegerField(default=0)
    entered_at = TextField()
    entered_by = TextField(default="")
