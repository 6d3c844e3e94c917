"""People and groups, what is reported of them, and what was decided."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from casefiles.storage.tables.base import Record
from casefiles.storage.tables.desk import Situation
from casefiles.storage.tables.sources import Source, Text


class Case(Record):
    """A person, named or not, or a group."""

    ref = IntegerField(unique=True)
    kind = TextField()
    entered_at = TextField()
    entered_by = TextField(default="")


class CaseSituation(Record):
    """A case's belonging to a situation."""

    case = ForeignKeyField(Case, backref="+")
    situation = ForeignKeyField(Situation, backref="+")


class Claim(Record):
    """One report of one field of one case; never changed once written."""

    case = ForeignKeyField(Case, backref="+")
    field = TextField()
    value = TextField()
    wording = TextField(default="")
    speakers = TextField(default="[]")
    said_on = TextField(default="")
    learned_on = TextField()
    certainty_words = TextField(default="")
    release = IntegerField(default=0)
    source = ForeignKeyField(Source, backref="+", null=True)
    base = ForeignKeyField("self", backref="+", null=True)
    entered_at = TextField()
    entered_by = TextField(default="")


class Passage(Record):
    """The exact words that support a part of a report."""

    claim = ForeignKeyField(Claim, backref="+")
    text = ForeignKeyField(Text, backref="+")
    start = IntegerField()
    end = IntegerField()
    quote = TextField()
    before = TextField(default="")
    after = TextField(default="")
    role = TextField(default="value")


class Decision(Record):
    """An officer's judgement on a report; only ever added."""

    target = ForeignKeyField(Claim, backref="+")
    verdict = TextField()
    reason = TextField(default="")
    officer = TextField(default="")
    effective_on = TextField()
    other = ForeignKeyField(Claim, backref="+", null=True)
    entered_at = TextField()


class Membership(Record):
    """A person found to be one of a group."""

    group = ForeignKeyField(Case, backref="+")
    person = ForeignKeyField(Case, backref="+")
    since = TextField()
    reason = TextField(default="")
    entered_at = TextField()


class Grade(Record):
    """How credible an officer finds one report, 1 to 6; the latest in effect counts."""

    claim = ForeignKeyField(Claim, backref="+")
    credibility = TextField()
    reason = TextField(default="")
    officer = TextField(default="")
    effective_on = TextField()
    entered_at = TextField()


class Hold(Record):
    """A case kept out of documents that name people, from a day until it is lifted."""

    case = ForeignKeyField(Case, backref="+")
    reason = TextField()
    officer = TextField(default="")
    review_by = TextField(default="")
    since = TextField()
    lifted_on = TextField(default="")
    lift_reason = TextField(default="")
    lifted_by = TextField(default="")
    entered_at = TextField()
