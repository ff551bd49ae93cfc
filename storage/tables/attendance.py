"""Presence at lessons and what guardians answered."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, String, Table, UniqueConstraint

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from storage.tables.columns import Instant, key, metadata, one_of, ref

attendance = Table(
    "attendance",
    metadata,
    ref("lesson_id", "lessons", primary_key=True),
    ref("pupil_id", "people", primary_key=True),
    Column("day", Date, nullable=False),
    Column("status", String(8), nullable=False),
    Column("minutes", Integer, comment="how late, when known"),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("noted_by", "people"),
    Column("noted_at", Instant, nullable=False),
    one_of("status", Presence),
    CheckConstraint("minutes IS NULL OR status = 'late'", name="minutes"),
    Index("ix_attendance_pupil_day", "pupil_id", "day"),
    Index("ix_attendance_day", "day"),
    Index("ix_attendance_noted_at", "noted_at"),
    comment="Pupils noted at a lesson; no row in a closed roll call: present",
)

absence_answers = Table(
    "absence_answers",
    metadata,
    key(),
    ref("lesson_id", "lessons"),
    ref("pupil_id", "people", index=True),
    ref("guardian_id", "people"),
    Column("answer", String(10), nullable=False),
    Column("at", Instant, nullable=False),
    one_of("answer", Answer),
    UniqueConstraint("lesson_id", "pupil_id"),
    comment="What a guardian said to an absence; the first answer stands",
)
