"""control: inspections with their remarks, when a topic was written, marks by day, messages of control"""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Instant

revision = "0010"
down_revision = "0009"

KINDS = (
    "alarm",
    "absence",
    "absence_answer",
    "absence_closed",
    "mark",
    "homework",
    "timetable",
    "announcement",
    "announcement_status",
    "digest",
    "notice",
    "hold",
    "hold_changed",
    "hold_told",
    "debt",
    "result",
    "mark_touched",
    "mark_request",
    "mark_request_told",
    "absence_note",
    "absence_alarm",
    "absence_taken",
    "alarm_taken",
    "lesson_bell",
    "binding",
    "binding_told",
    "movement",
    "movement_told",
    "document",
    "office",
    "lesson_changed",
    "announcement_edited",
    "talk",
    "talk_edited",
    "talk_told",
    "sign_off",
)
NEW = ("duties", "duties_edited", "duty_reminded", "inspection", "inspection_told", "overview")
TOPICS_SET = """
    UPDATE lessons SET topic_set_at = (
        SELECT min(at) FROM change_log WHERE change_log.lesson_id = lessons.id AND change_log.what = 'topic'
    ) WHERE topic IS NOT NULL
"""


def upgrade() -> None:
    op.create_table(
        "inspections",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("class_id", Id, autoincrement=False, nullable=True),
        sa.Column("teacher_id", Id, autoincrement=False, nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False, comment="of the lessons that are looked at"),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("begun_by", Id, autoincrement=False, nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=True, comment="the deputy's own words in the report («справка»)"),
        sa.Column(
            "finished_at",
            Instant(),
            nullable=True,
            comment="when its remarks went to the teachers; null: they are being written",
        ),
        sa.Column("dropped_at", Instant(), nullable=True, comment="left off before it was finished: nobody was told"),
        sa.CheckConstraint("class_id IS NOT NULL OR teacher_id IS NOT NULL", name=op.f("ck_inspections_whose")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_inspections_order")),
        sa.ForeignKeyConstraint(["begun_by"], ["people.id"], name=op.f("fk_inspections_begun_by")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_inspections_class_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_inspections_teacher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
        comment="Journals of a class or a teacher that the deputy has looked through (3.6.2)",
    )
    with op.batch_alter_table("inspections") as batch_op:
        batch_op.create_index(batch_op.f("ix_inspections_class_id"), ["class_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inspections_teacher_id"), ["teacher_id"], unique=False)

    op.create_table(
        "inspection_remarks",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("inspection_id", Id, autoincrement=False, nullable=False),
        sa.Column("teacher_id", Id, autoincrement=False, nullable=False),
        sa.Column("finding", sa.String(length=16), nullable=False),
        sa.Column("class_id", Id, autoincrement=False, nullable=True),
        sa.Column("subject_id", Id, autoincrement=False, nullable=True),
        sa.Column("entry_id", Id, autoincrement=False, nullable=True),
        sa.Column(
            "day",
            sa.Date(),
            nullable=True,
            comment="of the lesson, with entry_id; null: of the whole journal of class and subject",
        ),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("due_day", sa.Date(), nullable=False, comment="by when it shall be mended"),
        sa.Column("state", sa.String(length=10), server_default="open", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("fixed_at", Instant(), nullable=True, comment="when the teacher said «исправлено»"),
        sa.Column("settled_at", Instant(), nullable=True, comment="when it was closed or taken back"),
        sa.Column("settled_by", Id, autoincrement=False, nullable=True),
        sa.CheckConstraint(
            "finding IN ('attendance', 'topic', 'homework', 'late_homework', 'written_work', 'few_marks', 'plan_behind', 'other')",
            name=op.f("ck_inspection_remarks_finding"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'fixed', 'closed', 'withdrawn')", name=op.f("ck_inspection_remarks_state")
        ),
        sa.CheckConstraint("(entry_id IS NULL) = (day IS NULL)", name=op.f("ck_inspection_remarks_lesson")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_inspection_remarks_class_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["timetable_entries.id"], name=op.f("fk_inspection_remarks_entry_id")),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspections.id"], name=op.f("fk_inspection_remarks_inspection_id")
        ),
        sa.ForeignKeyConstraint(["settled_by"], ["people.id"], name=op.f("fk_inspection_remarks_settled_by")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_inspection_remarks_subject_id")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_inspection_remarks_teacher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_remarks")),
        comment="What a teacher is asked to mend by a day; the program checks the fact again before it closes one",
    )
    with op.batch_alter_table("inspection_remarks") as batch_op:
        batch_op.create_index(batch_op.f("ix_inspection_remarks_inspection_id"), ["inspection_id"], unique=False)
        batch_op.create_index("ix_inspection_remarks_teacher", ["teacher_id", "state"], unique=False)

    with op.batch_alter_table("lessons") as batch_op:
        batch_op.add_column(
            sa.Column("topic_set_at", Instant(), nullable=True, comment="when a topic was first written; null with it")
        )

    with op.batch_alter_table("marks") as batch_op:
        batch_op.create_index("ix_marks_day", ["day"], unique=False)

    _one_of("outbox", "kind", (*KINDS, *NEW))
    op.execute(TOPICS_SET)


def downgrade() -> None:
    """Inspections and messages of control go."""
    told = f"(SELECT id FROM outbox WHERE kind IN {NEW})"
    op.execute(f"DELETE FROM talk_arrivals WHERE outbox_id IN {told}")
    op.execute(f"DELETE FROM outbox WHERE kind IN {NEW}")
    _one_of("outbox", "kind", KINDS)
    with op.batch_alter_table("marks") as batch_op:
        batch_op.drop_index("ix_marks_day")

    with op.batch_alter_table("lessons") as batch_op:
        batch_op.drop_column("topic_set_at")

    with op.batch_alter_table("inspection_remarks") as batch_op:
        batch_op.drop_index("ix_inspection_remarks_teacher")
        batch_op.drop_index(batch_op.f("ix_inspection_remarks_inspection_id"))

    op.drop_table("inspection_remarks")
    with op.batch_alter_table("inspections") as batch_op:
        batch_op.drop_index(batch_op.f("ix_inspections_teacher_id"))
        batch_op.drop_index(batch_op.f("ix_inspections_class_id"))

    op.drop_table("inspections")


def _one_of(table: str, column: str, values: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{value}'" for value in values)
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(op.f(f"ck_{table}_{column}"), type_="check")
        batch_op.create_check_constraint(op.f(f"ck_{table}_{column}"), f"{column} IN ({listed})")
