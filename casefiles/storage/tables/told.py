"""Reported totals, issued editions, and what we told."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from casefiles.storage.tables.base import Record
from casefiles.storage.tables.cases import Case
from casefiles.storage.tables.desk import Situation
from casefiles.storage.tables.sources import Source, Text


class Figure(Record):
    """A reported total: how many, of whom, on which day, who says so, and what it is part of.

    `high` is empty where the total has no upper end. It stands until the day in `replaced_on`.
    """

    situation = ForeignKeyField(Situation, backref="+", null=True)
    measure = TextField()
    unit = TextField(default="people")
    population = TextField(default="")
    query = TextField(default="")
    breakdown_by = TextField(default="")
    breakdown = TextField(default="")
    low = IntegerField()
    high = IntegerField(null=True)
    relation = TextField(default="=")
    as_of = TextField(default="")
    mode = TextField(default="cumulative")
    speakers = TextField(default="[]")
    said_on = TextField(default="")
    learned_on = TextField()
    wording = TextField(default="")
    release = IntegerField(default=0)
    source = ForeignKeyField(Source, backref="+", null=True)
    part_of = ForeignKeyField("self", backref="+", null=True)
    nesting = TextField(default="")
    replaced_by = ForeignKeyField("self", backref="+", null=True)
    replaced_on = TextField(default="")
    replaced_why = TextField(default="")
    gap_owner = TextField(default="")
    gap_note = TextField(default="")
    entered_at = TextField()
    entered_by = TextField(default="")


class FigurePassage(Record):
    """The exact words that support a reported total."""

    figure = ForeignKeyField(Figure, backref="+")
    text = ForeignKeyField(Text, backref="+")
    start = IntegerField()
    end = IntegerField()
    quote = TextField()
    before = TextField(default="")
    after = TextField(default="")
    role = TextField(default="value")


class Edition(Record):
    """An issued briefing: what was asked for, and under their hashes its frozen facts, its bytes and its cases.

    `recorded` is the change set that it pins, `as_of` the day of what had been learned.
    """

    number = IntegerField(unique=True)
    template = TextField()
    title = TextField(default="")
    audience = TextField()
    recipients = TextField(default="")
    situation = ForeignKeyField(Situation, backref="+", null=True)
    query = TextField(default="")
    asked = TextField()
    as_of = TextField(default="")
    recorded = IntegerField()
    head_hash = TextField()
    renderer = TextField()
    facts = TextField()
    pdf = TextField()
    cases = TextField()
    pages = IntegerField()
    issued_at = TextField()
    issued_by = TextField(default="")


class Statement(Record):
    """What was told to a parliament, the press, a family or others."""

    kind = TextField()
    title = TextField(default="")
    house = TextField(default="")
    question = TextField(default="")
    recipient = TextField(default="")
    said_on = TextField()
    text = TextField(default="")
    edition = ForeignKeyField(Edition, backref="+", null=True)
    case = ForeignKeyField(Case, backref="+", null=True)
    entered_at = TextField()
    entered_by = TextField(default="")


class Basis(Record):
    """One thing that a statement rests on: a report, a reported total, or a count with those counted.

    `target` is the UUID of the report or total, of a count that of the total it is printed beside; `members` the hash
    under which a count's members are kept.
    """

    statement = ForeignKeyField(Statement, backref="+")
    kind = TextField()
    label = TextField(default="")
    value = TextField(default="")
    target = TextField(default="", index=True)
    query = TextField(default="")
    as_of = TextField(default="")
    members = TextField(default="")


class Judgement(Record):
    """An officer's judgement on a statement; only ever added."""

    statement = ForeignKeyField(Statement, backref="+")
    verdict = TextField()
    reason = TextField(default="")
    owner = TextField(default="")
    correct_by = TextField(default="")
    officer = TextField(default="")
    effective_on = TextField()
    entered_at = TextField()
