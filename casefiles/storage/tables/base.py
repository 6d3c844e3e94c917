"""What every table is made of."""

from __future__ import annotations

from peewee import AutoField, Model, TextField


class Table(Model):
    """Any table of a casebook; named like its class, in snake case."""

    class Meta:
        """How peewee names the tables."""

        legacy_table_names = False


class Record(Table):
    """A journaled row: a local key for joins, a UUID for everything that leaves this file."""

    id = AutoField()
    uuid = TextField(unique=True)
