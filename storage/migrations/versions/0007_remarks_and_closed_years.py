"""remarks of the diary; one plan of a class and subject without a subgroup; closings of a whole year"""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from storage.tables.columns import Id, Instant

revision = "0007"
down_revision = "0006"

PLAN_KEY = "uq_curriculum_plans_year_id_subject_id_class_id_group_id"
CLOSINGS = "Terms that the deputy has closed, by class, and opened again; no term: the year"
CLOSINGS_BEFORE = "Terms that the deputy has closed, by class, and opened again"
PLAN = ("year_id", "subject_id", "class_id", "group_id")


def upgrade() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("lesson_id", Id, autoincrement=False, nullable=True),
        sa.Column("day", sa.Date(), nullable=False, comment="the lesson's, or the one on which it was written"),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("written_by", Id, autoincrement=False, nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.CheckConstraint("kind IN ('remark', 'praise')", name=op.f("ck_remarks_kind")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_remarks_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_remarks_pupil_id")),
        sa.ForeignKeyConstraint(["written_by"], ["people.id"], name=op.f("fk_remarks_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
        comment="Remarks and words of praise in pupils' diaries; taken back, they stay as rows",
    )
    with op.batch_alter_table("remarks") as batch_op:
        batch_op.create_index("ix_remarks_pupil_day", ["pupil_id", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_remarks_lesson_id"), ["lesson_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_remarks_written_at"), ["written_at"], unique=False)

    _keep_the_newest_plan()
    with op.batch_alter_table("curriculum_plans") as batch_op:
        batch_op.drop_constraint(PLAN_KEY, type_="unique")
        _unique(batch_op, "uq_curriculum_plans_whole_class", PLAN[:3], "group_id IS NULL")
        _unique(batch_op, "uq_curriculum_plans_subgroup", PLAN, "group_id IS NOT NULL")

    with op.batch_alter_table("term_closings") as batch_op:
        batch_op.alter_column("term_id", existing_type=Id, nullable=True)
        batch_op.create_table_comment(CLOSINGS, existing_comment=CLOSINGS_BEFORE)
        _unique(batch_op, "uq_term_closings_year", ("class_id",), "term_id IS NULL AND reopened_at IS NULL")


def downgrade() -> None:
    op.execute("DELETE FROM term_closings WHERE term_id IS NULL")
    with op.batch_alter_table("term_closings") as batch_op:
        batch_op.drop_index("uq_term_closings_year")
        batch_op.alter_column("term_id", existing_type=Id, nullable=False)
        batch_op.create_table_comment(CLOSINGS_BEFORE, existing_comment=CLOSINGS)

    with op.batch_alter_table("curriculum_plans") as batch_op:
        batch_op.drop_index("uq_curriculum_plans_subgroup")
        batch_op.drop_index("uq_curriculum_plans_whole_class")
        batch_op.create_unique_constraint(PLAN_KEY, list(PLAN))

    with op.batch_alter_table("remarks") as batch_op:
        batch_op.drop_index(batch_op.f("ix_remarks_written_at"))
        batch_op.drop_index(batch_op.f("ix_remarks_lesson_id"))
        batch_op.drop_index("ix_remarks_pupil_day")
    op.drop_table("remarks")


def _keep_the_newest_plan() -> None:
    """Of several plans of a whole class: the old key let them in, and the newest is what an import brought last."""
    newer = """
        SELECT old.id FROM curriculum_plans AS old JOIN curriculum_plans AS new
        ON new.year_id = old.year_id AND new.subject_id = old.subject_id AND new.class_id = old.class_id
        AND new.group_id IS NULL AND old.group_id IS NULL AND new.id > old.id
    """
    topics = f"SELECT id FROM plan_topics WHERE plan_id IN ({newer})"
    op.execute(f"UPDATE lessons SET plan_topic_id = NULL WHERE plan_topic_id IN ({topics})")
    op.execute(f"DELETE FROM plan_topics WHERE plan_id IN ({newer})")
    op.execute(f"DELETE FROM curriculum_plans WHERE id IN ({newer})")


def _unique(batch_op: BatchOperations, name: str, columns: tuple[str, ...], where: str) -> None:
    said = sa.text(where)
    batch_op.create_index(name, list(columns), unique=True, sqlite_where=said, postgresql_where=said)
