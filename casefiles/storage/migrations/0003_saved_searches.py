"""Saved searches, and the searches somebody stayed with last."""

from __future__ import annotations

from typing import Any

TABLES = """
CREATE TABLE "saved_search" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL
);
CREATE UNIQUE INDEX "saved_search_uuid" ON "saved_search" ("uuid");

CREATE TABLE "recent_search" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "text" TEXT NOT NULL
);
CREATE UNIQUE INDEX "recent_search_text" ON "recent_search" ("text");
"""


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001 - the runner passes both
    """Make the tables."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute_sql(statement)
