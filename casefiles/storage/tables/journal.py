"""The journal, and what is kept beside the records."""

from __future__ import annotations

from peewee import AutoField, BlobField, ForeignKeyField, IntegerField, TextField

from casefiles.storage.tables.base import Table


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
