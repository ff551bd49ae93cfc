"""Presence at lessons and what guardians answered."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, String, Table, UniqueConstraint

from domain.attendance.answers import Answer
from domain.attendance.missed import Reason
from domain.attendance.notes import NoteReason
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
    ref("reacted_by", "people", null=True),
    Column("reacted_at", Instant, comment="when the school took up «не знал(а)!»"),
    Column("escalated_at", Instant, comment="when the deputy was told, since nobody had"),
    one_of("answer", Answer),
    UniqueConstraint("lesson_id", "pupil_id"),
    comment="What a guardian said to an absence; the first answer stands",
)

absence_notes = Table(
    "absence_notes",
    metadata,
    key(),
    ref("pupil_id", "people"),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, nullable=False),
    Column("from_position", Integer, comment="of the lessons of the first day; null: from the first one"),
    Column("until_position", Integer, comment="of the last day; null: to the last one"),
    Column("reason", String(10), nullable=False),
    Column("words", String(300)),
    Column("file_id", String(200), comment="a photo of a paper: Telegram's name of it"),
    Column("file_kind", String(10)),
    ref("made_by", "people"),
    Column("made_at", Instant, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("cancelled_at", Instant),
    one_of("reason", NoteReason),
    CheckConstraint("from_day <= until_day", name="order"),
    Index("ix_absence_notes_pupil", "pupil_id", "until_day"),
    Index("ix_absence_notes_days", "until_day", "from_day"),
    comment="Absences that a guardian has announced (3.3.7)",
)

absence_reasons = Table(
    "absence_reasons",
    metadata,
    ref("lesson_id", "lessons", primary_key=True),
    ref("pupil_id", "people", primary_key=True, index=True),
    Column("reason", String(10), nullable=False),
    ref("settled_by", "people"),
    Column("settled_at", Instant, nullable=False),
    one_of("reason", Reason),
    comment="Why a pupil was away, as the class teacher has settled it, apart from the fact that they were",
)
