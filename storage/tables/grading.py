"""What follows from marks: debts, requests to change an old mark, results of terms and years, the school's rules."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.columns import Instant, key, metadata, one_of, ref

debts = Table(
    "debts",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("pupil_id", "people", index=True),
    ref("kind_id", "work_kinds"),
    Column("due_day", Date, nullable=False),
    Column("comment", String(300), comment="for the family"),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("set_by", "people"),
    Column("set_at", Instant, nullable=False),
    ref("mark_id", "marks", null=True),
    Column("closed_at", Instant, comment="turned into a mark, or taken back"),
    ref("closed_by", "people", null=True),
    UniqueConstraint("lesson_id", "pupil_id", "kind_id"),
    comment="Works not handed in («точка»), with the day until which they can be",
)

mark_requests = Table(
    "mark_requests",
    metadata,
    key(),
    ref("mark_id", "marks", index=True),
    Column("value", String(8), comment="what it shall be; null: it shall be taken back"),
    Column("reason", String(300), nullable=False),
    ref("asked_by", "people"),
    Column("asked_at", Instant, nullable=False),
    Column("state", String(8), nullable=False, server_default="open"),
    ref("decided_by", "people", null=True),
    Column("decided_at", Instant),
    one_of("state", ("open", "accepted", "declined")),
    Index(
        "uq_mark_requests_open",
        "mark_id",
        unique=True,
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
    comment="Changes of old marks that wait for the deputy",
)

results = Table(
    "results",
    metadata,
    key(),
    ref("pupil_id", "people"),
    ref("subject_id", "subjects"),
    ref("class_id", "classes", index=True),
    ref("year_id", "school_years"),
    Column("kind", String(10), nullable=False),
    Column("number", Integer, nullable=False, server_default="0", comment="of the term; 0: of the year"),
    Column("value", String(8), nullable=False),
    Column("average", Numeric(4, 2), comment="of the marks as they stood when it was set"),
    Column("proposed", String(8), comment="what the rule gave then"),
    Column("reason", String(300), comment="where it does not follow from the marks"),
    Column("taken_back", Boolean, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("set_by", "people"),
    Column("set_at", Instant, nullable=False),
    one_of("kind", ("quarter", "half_year", "trimester", "year", "exam", "final")),
    CheckConstraint("number >= 0", name="number"),
    UniqueConstraint("pupil_id", "subject_id", "year_id", "kind", "number"),
    comment="Term, year, exam and final marks (1.4.2)",
)

term_closings = Table(
    "term_closings",
    metadata,
    key(),
    ref("term_id", "terms", null=True),
    ref("class_id", "classes"),
    ref("closed_by", "people"),
    Column("closed_at", Instant, nullable=False),
    ref("reopened_by", "people", null=True),
    Column("reopened_at", Instant),
    Column("reason", String(300), comment="why it was opened again"),
    Index(
        "uq_term_closings_standing",
        "term_id",
        "class_id",
        unique=True,
        sqlite_where=text("reopened_at IS NULL"),
        postgresql_where=text("reopened_at IS NULL"),
    ),
    Index(
        "uq_term_closings_year",
        "class_id",
        unique=True,
        sqlite_where=text("term_id IS NULL AND reopened_at IS NULL"),
        postgresql_where=text("term_id IS NULL AND reopened_at IS NULL"),
    ),
    comment="Terms that the deputy has closed, by class, and opened again; no term: the year",
)

journal_rules = Table(
    "journal_rules",
    metadata,
    key(),
    Column(
        "rules", JSON, nullable=False, comment="what differs from the usual: rounding, weights, norms, terms of change"
    ),
    ref("set_by", "people", null=True),
    Column("set_at", Instant, nullable=False),
    comment="The school's own rules of the journal; the newest row counts, its number is the rules' version",
)
