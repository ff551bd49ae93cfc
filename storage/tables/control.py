"""Control of how the journal is kept (3.6.2): inspections and the remarks that came of them."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, String, Table, Text

from domain.control.findings import Finding, RemarkState
from storage.tables.columns import Instant, key, metadata, one_of, ref

inspections = Table(
    "inspections",
    metadata,
    key(),
    ref("class_id", "classes", null=True, index=True),
    ref("teacher_id", "people", null=True, index=True),
    Column("first_day", Date, nullable=False, comment="of the lessons that are looked at"),
    Column("last_day", Date, nullable=False),
    ref("begun_by", "people"),
    Column("begun_at", Instant, nullable=False),
    Column("conclusion", Text, comment="the deputy's own words in the report («справка»)"),
    Column("finished_at", Instant, comment="when its remarks went to the teachers; null: they are being written"),
    Column("dropped_at", Instant, comment="left off before it was finished: nobody was told"),
    CheckConstraint("first_day <= last_day", name="order"),
    CheckConstraint("class_id IS NOT NULL OR teacher_id IS NOT NULL", name="whose"),
    comment="Journals of a class or a teacher that the deputy has looked through (3.6.2)",
)

inspection_remarks = Table(
    "inspection_remarks",
    metadata,
    key(),
    ref("inspection_id", "inspections", index=True),
    ref("teacher_id", "people"),
    Column("finding", String(16), nullable=False),
    ref("class_id", "classes", null=True),
    ref("subject_id", "subjects", null=True),
    ref("entry_id", "timetable_entries", null=True),
    Column("day", Date, comment="of the lesson, with entry_id; null: of the whole journal of class and subject"),
    Column("text", String(500), nullable=False),
    Column("due_day", Date, nullable=False, comment="by when it shall be mended"),
    Column("state", String(10), nullable=False, server_default="open"),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("made_at", Instant, nullable=False),
    Column("fixed_at", Instant, comment="when the teacher said «исправлено»"),
    Column("settled_at", Instant, comment="when it was closed or taken back"),
    ref("settled_by", "people", null=True),
    one_of("finding", Finding),
    one_of("state", RemarkState),
    CheckConstraint("(entry_id IS NULL) = (day IS NULL)", name="lesson"),
    Index("ix_inspection_remarks_teacher", "teacher_id", "state"),
    comment="What a teacher is asked to mend by a day; the program checks the fact again before it closes one",
)
