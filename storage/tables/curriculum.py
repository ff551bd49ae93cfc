"""The curriculum: plans of topics (КТП), who is exempt from a subject or learns by a plan of their own."""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Integer, String, Table, UniqueConstraint, text

from storage.tables.columns import Instant, key, metadata, one_of, ref

curriculum_plans = Table(
    "curriculum_plans",
    metadata,
    key(),
    ref("year_id", "school_years"),
    ref("subject_id", "subjects"),
    ref("class_id", "classes", index=True),
    ref("group_id", "study_groups", null=True),
    ref("imported_by", "people", null=True),
    Column("imported_at", Instant, nullable=False),
    Index(
        "uq_curriculum_plans_whole_class",
        "year_id",
        "subject_id",
        "class_id",
        unique=True,
        sqlite_where=text("group_id IS NULL"),
        postgresql_where=text("group_id IS NULL"),
    ),
    Index(
        "uq_curriculum_plans_subgroup",
        "year_id",
        "subject_id",
        "class_id",
        "group_id",
        unique=True,
        sqlite_where=text("group_id IS NOT NULL"),
        postgresql_where=text("group_id IS NOT NULL"),
    ),
    comment="Plans of a year's topics (КТП) by class or subgroup and subject",
)

plan_topics = Table(
    "plan_topics",
    metadata,
    key(),
    ref("plan_id", "curriculum_plans"),
    Column("number", Integer, nullable=False),
    Column("topic", String(300), nullable=False),
    Column("hours", Integer, nullable=False, server_default="1"),
    Column("planned_day", Date),
    CheckConstraint("hours BETWEEN 1 AND 100", name="hours"),
    UniqueConstraint("plan_id", "number"),
    comment="Topics of a plan, in order, with the lessons that they take",
)

pupil_subjects = Table(
    "pupil_subjects",
    metadata,
    key(),
    ref("pupil_id", "people", index=True),
    ref("subject_id", "subjects"),
    Column("kind", String(10), nullable=False),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, comment="last day; null: goes on"),
    Column("order_number", String(40)),
    Column("taken_back", Boolean, nullable=False, server_default="0"),
    one_of("kind", ("exempt", "individual")),
    CheckConstraint("until_day IS NULL OR from_day <= until_day", name="order"),
    UniqueConstraint("pupil_id", "subject_id", "from_day"),
    comment="Pupils exempt from a subject, or with a plan of their own in it",
)
