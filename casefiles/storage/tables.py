"""The tables of a casebook: records, which are journaled, and the journal itself.

Models are never bound to a database: every query names the one it runs on, so that two casebooks can be open.
"""

from __future__ import annotations

from peewee import AutoField, BlobField, ForeignKeyField, IntegerField, Model, TextField


class Table(Model):
    """Any table of a casebook; named like its class, in snake case."""

    class Meta:
        """How peewee names the tables."""

        legacy_table_names = False


class Record(Table):
    """A journaled row: a local key for joins, a UUID for everything that leaves this file."""

    id = AutoField()
    uuid = TextField(unique=True)


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


class Blob(Table):
    """Bytes under their own hash; written once, never changed, never undone."""

    sha256 = TextField(primary_key=True)
    data = BlobField()


class Counter(Table):
    """The next reference number of a kind; never goes back, so that none is used twice."""

    name = TextField(primary_key=True)
    next = IntegerField()


class ChangeSet(Table):
    """One committed act; `undo_top` and `redo_top` name what undo and redo would take next after it."""

    number = AutoField()
    uuid = TextField(unique=True)
    at = TextField()
    officer = TextField()
    label = TextField()
    kind = TextField()
    target = IntegerField(null=True, index=True)
    undo_top = IntegerField(null=True)
    redo_top = IntegerField(null=True)
    previous = TextField()
    hash = TextField()


class RowImage(Table):
    """One row of one change set, before and after, as salted canonical JSON.

    `row_id` is the local key, so that undoing a removal brings the row back under the key it had.
    """

    id = AutoField()
    number = ForeignKeyField(ChangeSet, backref="+", column_name="number")
    table = TextField()
    row = TextField(index=True)
    row_id = IntegerField()
    about = TextField(index=True)
    before = TextField(null=True)
    after = TextField(null=True)
    salt = TextField()
    before_digest = TextField()
    after_digest = TextField()


RECORDS: tuple[type[Record], ...] = (
    Setting,
    ConfirmingBody,
    Situation,
    Source,
    Capture,
    Text,
    Case,
    CaseSituation,
    Claim,
    Passage,
    Decision,
    Membership,
)
"""Every journaled table, each after those it points at."""

PLAIN: tuple[type[Table], ...] = (Blob, Counter, ChangeSet, RowImage)
ALL = (*RECORDS, *PLAIN)
