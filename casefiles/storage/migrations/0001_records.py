"""The tables of the first casebooks, as they were; later migrations change them."""

from __future__ import annotations

from typing import Any

TABLES = """

CREATE TABLE "setting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL
);
CREATE UNIQUE INDEX "setting_uuid" ON "setting" ("uuid");
CREATE UNIQUE INDEX "setting_key" ON "setting" ("key");

CREATE TABLE "confirming_body" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NOT NULL
);
CREATE UNIQUE INDEX "confirming_body_uuid" ON "confirming_body" ("uuid");

CREATE TABLE "situation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL
);
CREATE UNIQUE INDEX "situation_uuid" ON "situation" ("uuid");

CREATE TABLE "source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "ref" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "received_from" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "independence_group" TEXT NOT NULL,
    "corrected_on" TEXT NOT NULL,
    "withdrawn_on" TEXT NOT NULL,
    "release" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL
);
CREATE UNIQUE INDEX "source_uuid" ON "source" ("uuid");
CREATE UNIQUE INDEX "source_ref" ON "source" ("ref");
CREATE INDEX "source_url" ON "source" ("url");

CREATE TABLE "capture" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "source_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "url_asked" TEXT NOT NULL,
    "url_reached" TEXT NOT NULL,
    "taken_at" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    FOREIGN KEY ("source_id") REFERENCES "source" ("id")
);
CREATE UNIQUE INDEX "capture_uuid" ON "capture" ("uuid");
CREATE INDEX "capture_source_id" ON "capture" ("source_id");
CREATE INDEX "capture_sha256" ON "capture" ("sha256");

CREATE TABLE "text" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "source_id" INTEGER NOT NULL,
    "capture_id" INTEGER,
    "chars" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    FOREIGN KEY ("capture_id") REFERENCES "capture" ("id")
);
CREATE UNIQUE INDEX "text_uuid" ON "text" ("uuid");
CREATE INDEX "text_source_id" ON "text" ("source_id");
CREATE INDEX "text_capture_id" ON "text" ("capture_id");

CREATE TABLE "case" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "ref" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL
);
CREATE UNIQUE INDEX "case_uuid" ON "case" ("uuid");
CREATE UNIQUE INDEX "case_ref" ON "case" ("ref");

CREATE TABLE "case_situation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "situation_id" INTEGER NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case" ("id"),
    FOREIGN KEY ("situation_id") REFERENCES "situation" ("id")
);
CREATE UNIQUE INDEX "case_situation_uuid" ON "case_situation" ("uuid");
CREATE INDEX "case_situation_case_id" ON "case_situation" ("case_id");
CREATE INDEX "case_situation_situation_id" ON "case_situation" ("situation_id");

CREATE TABLE "claim" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "speakers" TEXT NOT NULL,
    "said_on" TEXT NOT NULL,
    "learned_on" TEXT NOT NULL,
    "certainty_words" TEXT NOT NULL,
    "release" INTEGER NOT NULL,
    "source_id" INTEGER,
    "base_id" INTEGER,
    "entered_at" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case" ("id"),
    FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    FOREIGN KEY ("base_id") REFERENCES "claim" ("id")
);
CREATE UNIQUE INDEX "claim_uuid" ON "claim" ("uuid");
CREATE INDEX "claim_case_id" ON "claim" ("case_id");
CREATE INDEX "claim_source_id" ON "claim" ("source_id");
CREATE INDEX "claim_base_id" ON "claim" ("base_id");

CREATE TABLE "passage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "claim_id" INTEGER NOT NULL,
    "text_id" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    FOREIGN KEY ("claim_id") REFERENCES "claim" ("id"),
    FOREIGN KEY ("text_id") REFERENCES "text" ("id")
);
CREATE UNIQUE INDEX "passage_uuid" ON "passage" ("uuid");
CREATE INDEX "passage_claim_id" ON "passage" ("claim_id");
CREATE INDEX "passage_text_id" ON "passage" ("text_id");

CREATE TABLE "decision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "other_id" INTEGER,
    "entered_at" TEXT NOT NULL,
    FOREIGN KEY ("target_id") REFERENCES "claim" ("id"),
    FOREIGN KEY ("other_id") REFERENCES "claim" ("id")
);
CREATE UNIQUE INDEX "decision_uuid" ON "decision" ("uuid");
CREATE INDEX "decision_target_id" ON "decision" ("target_id");
CREATE INDEX "decision_other_id" ON "decision" ("other_id");

CREATE TABLE "membership" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "since" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "entered_at" TEXT NOT NULL,
    FOREIGN KEY ("group_id") REFERENCES "case" ("id"),
    FOREIGN KEY ("person_id") REFERENCES "case" ("id")
);
CREATE UNIQUE INDEX "membership_uuid" ON "membership" ("uuid");
CREATE INDEX "membership_group_id" ON "membership" ("group_id");
CREATE INDEX "membership_person_id" ON "membership" ("person_id");

CREATE TABLE "blob" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "data" BLOB NOT NULL
);

CREATE TABLE "counter" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "next" INTEGER NOT NULL
);

CREATE TABLE "change_set" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uuid" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" INTEGER,
    "undo_top" INTEGER,
    "redo_top" INTEGER,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);
CREATE UNIQUE INDEX "change_set_uuid" ON "change_set" ("uuid");
CREATE INDEX "change_set_target" ON "change_set" ("target");

CREATE TABLE "row_image" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "salt" TEXT NOT NULL,
    "before_digest" TEXT NOT NULL,
    "after_digest" TEXT NOT NULL,
    FOREIGN KEY ("number") REFERENCES "change_set" ("number")
);
CREATE INDEX "row_image_number" ON "row_image" ("number");
CREATE INDEX "row_image_row" ON "row_image" ("row");
CREATE INDEX "row_image_about" ON "row_image" ("about");
"""


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001 - the runner passes both
    """Make the tables."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute_sql(statement)
