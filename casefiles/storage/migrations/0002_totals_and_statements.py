"""Grades, holds, reported totals, editions, statements and the codebook."""

from __future__ import annotations

from typing import Any

TABLES = """
CREATE TABLE "grade" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "claim_id" INTEGER NOT NULL,
    "credibility" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    FOREIGN KEY ("claim_id") REFERENCES "claim" ("id")
);
CREATE UNIQUE INDEX "grade_uuid" ON "grade" ("uuid");
CREATE INDEX "grade_claim_id" ON "grade" ("claim_id");

CREATE TABLE "hold" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "review_by" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "lifted_on" TEXT NOT NULL,
    "lift_reason" TEXT NOT NULL,
    "lifted_by" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case" ("id")
);
CREATE UNIQUE INDEX "hold_uuid" ON "hold" ("uuid");
CREATE INDEX "hold_case_id" ON "hold" ("case_id");

CREATE TABLE "figure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "situation_id" INTEGER,
    "measure" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "breakdown_by" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "low" INTEGER NOT NULL,
    "high" INTEGER,
    "relation" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "speakers" TEXT NOT NULL,
    "said_on" TEXT NOT NULL,
    "learned_on" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "release" INTEGER NOT NULL,
    "source_id" INTEGER,
    "part_of_id" INTEGER,
    "nesting" TEXT NOT NULL,
    "replaced_by_id" INTEGER,
    "replaced_on" TEXT NOT NULL,
    "replaced_why" TEXT NOT NULL,
    "gap_owner" TEXT NOT NULL,
    "gap_note" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    FOREIGN KEY ("situation_id") REFERENCES "situation" ("id"),
    FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    FOREIGN KEY ("part_of_id") REFERENCES "figure" ("id"),
    FOREIGN KEY ("replaced_by_id") REFERENCES "figure" ("id")
);
CREATE UNIQUE INDEX "figure_uuid" ON "figure" ("uuid");
CREATE INDEX "figure_situation_id" ON "figure" ("situation_id");
CREATE INDEX "figure_source_id" ON "figure" ("source_id");
CREATE INDEX "figure_part_of_id" ON "figure" ("part_of_id");
CREATE INDEX "figure_replaced_by_id" ON "figure" ("replaced_by_id");

CREATE TABLE "figure_passage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "figure_id" INTEGER NOT NULL,
    "text_id" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    FOREIGN KEY ("figure_id") REFERENCES "figure" ("id"),
    FOREIGN KEY ("text_id") REFERENCES "text" ("id")
);
CREATE UNIQUE INDEX "figure_passage_uuid" ON "figure_passage" ("uuid");
CREATE INDEX "figure_passage_figure_id" ON "figure_passage" ("figure_id");
CREATE INDEX "figure_passage_text_id" ON "figure_passage" ("text_id");

CREATE TABLE "edition" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    "situation_id" INTEGER,
    "query" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "recorded" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,
    "renderer" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "pdf" TEXT NOT NULL,
    "cases" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "issued_at" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    FOREIGN KEY ("situation_id") REFERENCES "situation" ("id")
);
CREATE UNIQUE INDEX "edition_uuid" ON "edition" ("uuid");
CREATE UNIQUE INDEX "edition_number" ON "edition" ("number");
CREATE INDEX "edition_situation_id" ON "edition" ("situation_id");

CREATE TABLE "statement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "said_on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "edition_id" INTEGER,
    "case_id" INTEGER,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    FOREIGN KEY ("edition_id") REFERENCES "edition" ("id"),
    FOREIGN KEY ("case_id") REFERENCES "case" ("id")
);
CREATE UNIQUE INDEX "statement_uuid" ON "statement" ("uuid");
CREATE INDEX "statement_edition_id" ON "statement" ("edition_id");
CREATE INDEX "statement_case_id" ON "statement" ("case_id");

CREATE TABLE "basis" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "statement_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
);
CREATE UNIQUE INDEX "basis_uuid" ON "basis" ("uuid");
CREATE INDEX "basis_statement_id" ON "basis" ("statement_id");
CREATE INDEX "basis_target" ON "basis" ("target");

CREATE TABLE "judgement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "statement_id" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "correct_by" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
);
CREATE UNIQUE INDEX "judgement_uuid" ON "judgement" ("uuid");
CREATE INDEX "judgement_statement_id" ON "judgement" ("statement_id");

CREATE TABLE "codebook_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL
);
CREATE UNIQUE INDEX "codebook_entry_uuid" ON "codebook_entry" ("uuid");
"""


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001 - the runner passes both
    """Make the tables."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute_sql(statement)
