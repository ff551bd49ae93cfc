"""The school: year, calendar, classes, load, bells, timetable and its changes."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    String,
    Table,
    Time,
    UniqueConstraint,
    text,
)

from storage.tables.columns import Instant, key, metadata, one_of, ref

school = Table(
    "school",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("time_zone", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("id = 1", name="single"),
    comment="The one school of this database",
)

school_years = Table(
    "school_years",
    metadata,
    key(),
    Column("name", String(20), nullable=False, unique=True),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("closed_at", Instant, comment="when the next year began: from then on it is only read"),
    CheckConstraint("starts_on < ends_on", name="order"),
    comment="School years, such as 2026/27",
)

terms = Table(
    "terms",
    metadata,
    key(),
    ref("year_id", "school_years"),
    Column("kind", String(10), nullable=False),
    Column("number", Integer, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    one_of("kind", ("quarter", "half_year", "trimester")),
    CheckConstraint("starts_on < ends_on", name="order"),
    UniqueConstraint("year_id", "kind", "number"),
    comment="Quarters (grades 2-9), half-years (10-11), trimesters where the school has them",
)

calendar_days = Table(
    "calendar_days",
    metadata,
    key(),
    ref("year_id", "school_years", index=True),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("name", String(100), nullable=False),
    Column("grade_from", Integer, nullable=False, server_default="1"),
    Column("grade_to", Integer, nullable=False, server_default="12"),
    Column("as_weekday", Integer, comment="whose lessons a working day has, 1 Monday to 7; null: its own"),
    one_of("kind", ("vacation", "non_working", "working")),
    CheckConstraint("starts_on <= ends_on", name="order"),
    comment="Vacations, public holidays and working Saturdays: what differs from a plain school week",
)

classes = Table(
    "classes",
    metadata,
    key(),
    ref("year_id", "school_years"),
    Column("grade", Integer, nullable=False),
    Column("name", String(40), nullable=False, comment="as the school writes it: 7А, 11 «Б»"),
    Column("name_norm", String(40), nullable=False, comment="7а, 11б: to find by"),
    CheckConstraint("grade BETWEEN 1 AND 12", name="grade"),
    UniqueConstraint("year_id", "name_norm"),
    comment="Classes of a year",
)

class_teachers = Table(
    "class_teachers",
    metadata,
    ref("class_id", "classes", primary_key=True),
    ref("person_id", "people", primary_key=True, index=True),
    Column("from_day", Date, primary_key=True),
    Column("until_day", Date, comment="last day; null: goes on"),
    comment="Class teachers of classes over time",
)

enrolments = Table(
    "enrolments",
    metadata,
    key(),
    ref("pupil_id", "people"),
    ref("class_id", "classes", index=True),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, comment="last day in this class; null: goes on"),
    Column("order_number", String(40)),
    Index(
        "uq_enrolments_current",
        "pupil_id",
        unique=True,
        sqlite_where=text("until_day IS NULL"),
        postgresql_where=text("until_day IS NULL"),
    ),
    comment="Which pupil is in which class, from when, until when",
)

subjects = Table(
    "subjects",
    metadata,
    key(),
    Column("name", String(120), nullable=False),
    Column("short", String(20), nullable=False),
    Column("name_norm", String(120), nullable=False, unique=True),
    comment="Subjects as the school names them",
)

study_groups = Table(
    "study_groups",
    metadata,
    key(),
    ref("class_id", "classes"),
    ref("subject_id", "subjects", null=True),
    Column("name", String(60), nullable=False),
    UniqueConstraint("class_id", "subject_id", "name"),
    comment="Subgroups of a class, as for English or informatics",
)

study_group_members = Table(
    "study_group_members",
    metadata,
    ref("group_id", "study_groups", primary_key=True),
    ref("pupil_id", "people", primary_key=True, index=True),
    comment="Who is in which subgroup",
)

teaching_loads = Table(
    "teaching_loads",
    metadata,
    key(),
    ref("teacher_id", "people", index=True),
    ref("subject_id", "subjects"),
    ref("class_id", "classes", index=True),
    ref("group_id", "study_groups", null=True),
    Column("hours_week", Numeric(4, 1)),
    UniqueConstraint("teacher_id", "subject_id", "class_id", "group_id"),
    comment="Who teaches what to whom, lessons a week",
)

bell_schedules = Table(
    "bell_schedules",
    metadata,
    key(),
    Column("name", String(60), nullable=False, unique=True),
    comment="Named sets of bells",
)

bell_times = Table(
    "bell_times",
    metadata,
    ref("schedule_id", "bell_schedules", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time, nullable=False),
    CheckConstraint("starts_at < ends_at", name="order"),
    comment="Start and end of each lesson by a set of bells, local time",
)

bell_rules = Table(
    "bell_rules",
    metadata,
    key(),
    ref("schedule_id", "bell_schedules"),
    Column("grade_from", Integer, nullable=False, server_default="1"),
    Column("grade_to", Integer, nullable=False, server_default="12"),
    Column("weekday", Integer, comment="1 Monday to 7; null: any"),
    Column("valid_from", Date),
    Column("valid_until", Date),
    ref("class_id", "classes", null=True),
    comment="Which bells ring for which grade on which day; the narrower rule wins",
)

timetable_entries = Table(
    "timetable_entries",
    metadata,
    key(),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date, comment="last day; null: goes on"),
    Column("weekday", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("week_parity", Integer, comment="0 even, 1 odd ISO week; null: every week"),
    ref("subject_id", "subjects"),
    Column("room", String(60)),
    Column("extra", Boolean, nullable=False, server_default="0", comment="of one day: an extra or a moved lesson"),
    CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
    CheckConstraint("position BETWEEN 0 AND 20", name="position"),
    CheckConstraint("valid_until IS NULL OR valid_from <= valid_until", name="order"),
    Index("ix_timetable_entries_weekday", "weekday", "valid_from"),
    comment="Lessons of the week, from a day on; the old ones stay for the past",
)

timetable_entry_classes = Table(
    "timetable_entry_classes",
    metadata,
    key(),
    ref("entry_id", "timetable_entries", index=True),
    ref("class_id", "classes", index=True),
    ref("group_id", "study_groups", null=True),
    UniqueConstraint("entry_id", "class_id", "group_id"),
    comment="Classes or subgroups of a lesson of the week; several for a joint lesson",
)

timetable_entry_teachers = Table(
    "timetable_entry_teachers",
    metadata,
    ref("entry_id", "timetable_entries", primary_key=True),
    ref("teacher_id", "people", primary_key=True, index=True),
    comment="Teachers of a lesson of the week",
)

lesson_changes = Table(
    "lesson_changes",
    metadata,
    key(),
    ref("entry_id", "timetable_entries"),
    Column("day", Date, nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    ref("teacher_id", "people", null=True),
    ref("subject_id", "subjects", null=True),
    Column("room", String(60)),
    Column("note", String(200)),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("made_by", "people", null=True),
    Column("made_at", Instant, nullable=False),
    ref("moved_to_id", "timetable_entries", null=True, index=True),
    one_of("kind", ("cancelled", "substituted", "room", "moved", "none")),
    UniqueConstraint("entry_id", "day"),
    comment="What differs from the timetable on a day; none: it was taken back",
)
