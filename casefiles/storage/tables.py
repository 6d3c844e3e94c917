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

    `target` is the UUID of the report or total; `members` the hash under which a count's members are kept.
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


class RecentSearch(Table):
    """A text somebody searched for; not a record: it stands in no journal and leaves with no export."""

    id = AutoField()
    text = TextField(unique=True)


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
    Grade,
    Hold,
    Figure,
    FigurePassage,
    Edition,
    Statement,
    Basis,
    Judgement,
    CodebookEntry,
    SavedSearch,
)
"""Every journaled table, each after those it points at."""

PLAIN: tuple[type[Table], ...] = (Blob, Counter, ChangeSet, RowImage, RecentSearch)
ALL = (*RECORDS, *PLAIN)
