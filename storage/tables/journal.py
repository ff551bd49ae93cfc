"""The journal: lessons of which something is written, marks, homework, and the log of every change (1.3, 1.4.1)."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.columns import Instant, key, metadata, one_of, ref

lessons = Table(
    "lessons",
    metadata,
    key(),
    ref("entry_id", "timetable_entries"),
    Column("day", Date, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    ref("subject_id", "subjects", index=True),
    ref("teacher_id", "people", null=True, index=True),
    Column("topic", String(300)),
    Column("topic_set_at", Instant, comment="when a topic was first written; null with it"),
    ref("plan_topic_id", "plan_topics", null=True, index=True),
    Column("roll_call_closed_at", Instant, comment="«готово» or «все на месте»; null: not filled"),
    ref("roll_call_closed_by", "people", null=True),
    UniqueConstraint("entry_id", "day"),
    comment="Lessons of which something is written; who gave them, on what topic",
)

lesson_classes = Table(
    "lesson_classes",
    metadata,
    ref("lesson_id", "lessons", primary_key=True),
    ref("class_id", "classes", primary_key=True, index=True),
    ref("group_id", "study_groups", null=True),
    comment="Classes (and subgroups) of a lesson, as they were on that day",
)

work_kinds = Table(
    "work_kinds",
    metadata,
    key(),
    Column("code", String(20), nullable=False, unique=True),
    Column("short", String(10), nullable=False, comment="as typed in the chat: кр, ср, дз, отв, пр"),
    Column("name", String(60), nullable=False),
    Column("weight", Integer, nullable=False, server_default="1"),
    CheckConstraint("weight BETWEEN 1 AND 10", name="weight"),
    comment="Kinds of work that marks are given for, with their weight in the average",
)

marks = Table(
    "marks",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("pupil_id", "people"),
    Column("day", Date, nullable=False, comment="the lesson's day, kept here so that a term is one range of one index"),
    ref("subject_id", "subjects"),
    ref("kind_id", "work_kinds"),
    Column(
        "slot", Integer, nullable=False, server_default="1", comment="number of the mark of this kind in the lesson"
    ),
    Column("value", String(8), nullable=False),
    Column("comment", String(300)),
    ref("retake_id", "marks", null=True),
    Column("entered_at", Instant, comment="when it was first set; null: at set_at, it has never changed"),
    Column("taken_back", Boolean, nullable=False, server_default="0"),
    Column("late", Boolean, nullable=False, server_default="0", comment="entered after the lesson's day (3.4.1)"),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("set_by", "people"),
    Column("set_at", Instant, nullable=False),
    UniqueConstraint("lesson_id", "pupil_id", "kind_id", "slot"),
    Index("ix_marks_pupil_day", "pupil_id", "day"),
    Index("ix_marks_day", "day"),
    Index("ix_marks_set_at", "set_at"),
    comment="Current marks; taken back, they stay as rows",
)

homework = Table(
    "homework",
    metadata,
    key(),
    ref("subject_id", "subjects"),
    ref("class_id", "classes"),
    ref("group_id", "study_groups", null=True),
    ref("entry_id", "timetable_entries", null=True),
    Column("due_day", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("minutes", Integer, comment="how long it takes, as the teacher estimates"),
    Column("none_set", Boolean, nullable=False, server_default="0", comment="«не задано», said explicitly"),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("set_by", "people"),
    Column("set_at", Instant, nullable=False),
    Column("cancelled_at", Instant),
    Index("ix_homework_class_due", "class_id", "due_day"),
    Index("ix_homework_due", "due_day"),
    comment="Homework, for the lesson of a day",
)

homework_files = Table(
    "homework_files",
    metadata,
    key(),
    ref("homework_id", "homework", index=True),
    Column("kind", String(10), nullable=False),
    Column("file_id", String(200), nullable=False, comment="Telegram's name of the file, for this bot only"),
    Column("file_name", String(200)),
    one_of("kind", ("photo", "document")),
    comment="Photos and files of homework; the bytes stay with Telegram",
)

homework_pupils = Table(
    "homework_pupils",
    metadata,
    ref("homework_id", "homework", primary_key=True),
    ref("pupil_id", "people", primary_key=True, index=True),
    comment="Whom individual homework is for; no row: the whole class or subgroup",
)

homework_ticks = Table(
    "homework_ticks",
    metadata,
    ref("homework_id", "homework", primary_key=True),
    ref("pupil_id", "people", primary_key=True, index=True),
    Column("done_at", Instant, nullable=False),
    comment="What a pupil has ticked off",
)

remarks = Table(
    "remarks",
    metadata,
    key(),
    ref("pupil_id", "people"),
    ref("lesson_id", "lessons", null=True, index=True),
    Column("day", Date, nullable=False, comment="the lesson's, or the one on which it was written"),
    Column("kind", String(8), nullable=False),
    Column("text", String(300), nullable=False),
    ref("written_by", "people"),
    Column("written_at", Instant, nullable=False, index=True),
    Column("taken_back_at", Instant),
    one_of("kind", ("remark", "praise")),
    Index("ix_remarks_pupil_day", "pupil_id", "day"),
    comment="Remarks and words of praise in pupils' diaries; taken back, they stay as rows",
)

change_log = Table(
    "change_log",
    metadata,
    key(),
    Column("at", Instant, nullable=False),
    ref("person_id", "people", null=True),
    Column("what", String(20), nullable=False),
    ref("lesson_id", "lessons", null=True, index=True),
    ref("pupil_id", "people", null=True, index=True),
    Column("before", JSON),
    Column("after", JSON),
    comment="Who changed what in the journal, when, from what to what; rows are only ever added",
)

change_seals = Table(
    "change_seals",
    metadata,
    key(),
    Column("last_id", Integer, nullable=False, comment="the newest row of the change log that it covers"),
    Column("rows", Integer, nullable=False, comment="how many rows it covers beyond the seal before"),
    Column("hash", String(64), nullable=False, comment="of the seal before and of these rows"),
    Column("made_at", Instant, nullable=False),
    UniqueConstraint("last_id"),
    comment="The change log chained by hashes: whoever alters a row breaks a seal",
)
