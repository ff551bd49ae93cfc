"""the journal in full: debts, retakes, requests, results, closings, rules, plans, notes and reasons of absences, ticks"""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Instant

revision = "0006"
down_revision = "0005"

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
)
NEW = (
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
)


def upgrade() -> None:
    op.create_table(
        "change_seals",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False, comment="the newest row of the change log that it covers"),
        sa.Column("rows", sa.Integer(), nullable=False, comment="how many rows it covers beyond the seal before"),
        sa.Column("hash", sa.String(length=64), nullable=False, comment="of the seal before and of these rows"),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_seals")),
        sa.UniqueConstraint("last_id", name=op.f("uq_change_seals_last_id")),
        comment="The change log chained by hashes: whoever alters a row breaks a seal",
    )
    op.create_table(
        "absence_notes",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.Column(
            "from_position",
            sa.Integer(),
            nullable=True,
            comment="of the lessons of the first day; null: from the first one",
        ),
        sa.Column("until_position", sa.Integer(), nullable=True, comment="of the last day; null: to the last one"),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("file_id", sa.String(length=200), nullable=True, comment="a photo of a paper: Telegram's name of it"),
        sa.Column("file_kind", sa.String(length=10), nullable=True),
        sa.Column("made_by", Id, autoincrement=False, nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.CheckConstraint(
            "reason IN ('ill', 'doctor', 'family', 'contest', 'other')", name=op.f("ck_absence_notes_reason")
        ),
        sa.CheckConstraint("from_day <= until_day", name=op.f("ck_absence_notes_order")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_absence_notes_made_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_absence_notes_pupil_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_notes")),
        comment="Absences that a guardian has announced (3.3.7)",
    )
    with op.batch_alter_table("absence_notes") as batch_op:
        batch_op.create_index("ix_absence_notes_days", ["until_day", "from_day"], unique=False)
        batch_op.create_index("ix_absence_notes_pupil", ["pupil_id", "until_day"], unique=False)

    op.create_table(
        "journal_rules",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column(
            "rules",
            sa.JSON(),
            nullable=False,
            comment="what differs from the usual: rounding, weights, norms, terms of change",
        ),
        sa.Column("set_by", Id, autoincrement=False, nullable=True),
        sa.Column("set_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_journal_rules_set_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_rules")),
        comment="The school's own rules of the journal; the newest row counts, its number is the rules' version",
    )
    op.create_table(
        "pupil_subjects",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("subject_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True, comment="last day; null: goes on"),
        sa.Column("order_number", sa.String(length=40), nullable=True),
        sa.Column("taken_back", sa.Boolean(), server_default="0", nullable=False),
        sa.CheckConstraint("kind IN ('exempt', 'individual')", name=op.f("ck_pupil_subjects_kind")),
        sa.CheckConstraint("until_day IS NULL OR from_day <= until_day", name=op.f("ck_pupil_subjects_order")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_pupil_subjects_pupil_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_pupil_subjects_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil_subjects")),
        sa.UniqueConstraint(
            "pupil_id", "subject_id", "from_day", name=op.f("uq_pupil_subjects_pupil_id_subject_id_from_day")
        ),
        comment="Pupils exempt from a subject, or with a plan of their own in it",
    )
    with op.batch_alter_table("pupil_subjects") as batch_op:
        batch_op.create_index(batch_op.f("ix_pupil_subjects_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "results",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("subject_id", Id, autoincrement=False, nullable=False),
        sa.Column("class_id", Id, autoincrement=False, nullable=False),
        sa.Column("year_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("number", sa.Integer(), server_default="0", nullable=False, comment="of the term; 0: of the year"),
        sa.Column("value", sa.String(length=8), nullable=False),
        sa.Column(
            "average",
            sa.Numeric(precision=4, scale=2),
            nullable=True,
            comment="of the marks as they stood when it was set",
        ),
        sa.Column("proposed", sa.String(length=8), nullable=True, comment="what the rule gave then"),
        sa.Column("reason", sa.String(length=300), nullable=True, comment="where it does not follow from the marks"),
        sa.Column("taken_back", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("set_by", Id, autoincrement=False, nullable=False),
        sa.Column("set_at", Instant(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('quarter', 'half_year', 'trimester', 'year', 'exam', 'final')", name=op.f("ck_results_kind")
        ),
        sa.CheckConstraint("number >= 0", name=op.f("ck_results_number")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_results_class_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_results_pupil_id")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_results_set_by")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_results_subject_id")),
        sa.ForeignKeyConstraint(["year_id"], ["school_years.id"], name=op.f("fk_results_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_results")),
        sa.UniqueConstraint(
            "pupil_id",
            "subject_id",
            "year_id",
            "kind",
            "number",
            name=op.f("uq_results_pupil_id_subject_id_year_id_kind_number"),
        ),
        comment="Term, year, exam and final marks (1.4.2)",
    )
    with op.batch_alter_table("results") as batch_op:
        batch_op.create_index(batch_op.f("ix_results_class_id"), ["class_id"], unique=False)

    op.create_table(
        "term_closings",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("term_id", Id, autoincrement=False, nullable=False),
        sa.Column("class_id", Id, autoincrement=False, nullable=False),
        sa.Column("closed_by", Id, autoincrement=False, nullable=False),
        sa.Column("closed_at", Instant(), nullable=False),
        sa.Column("reopened_by", Id, autoincrement=False, nullable=True),
        sa.Column("reopened_at", Instant(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True, comment="why it was opened again"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_term_closings_class_id")),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_term_closings_closed_by")),
        sa.ForeignKeyConstraint(["reopened_by"], ["people.id"], name=op.f("fk_term_closings_reopened_by")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_term_closings_term_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_closings")),
        comment="Terms that the deputy has closed, by class, and opened again",
    )
    with op.batch_alter_table("term_closings") as batch_op:
        batch_op.create_index(
            "uq_term_closings_standing",
            ["term_id", "class_id"],
            unique=True,
            sqlite_where=sa.text("reopened_at IS NULL"),
            postgresql_where=sa.text("reopened_at IS NULL"),
        )

    op.create_table(
        "curriculum_plans",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("year_id", Id, autoincrement=False, nullable=False),
        sa.Column("subject_id", Id, autoincrement=False, nullable=False),
        sa.Column("class_id", Id, autoincrement=False, nullable=False),
        sa.Column("group_id", Id, autoincrement=False, nullable=True),
        sa.Column("imported_by", Id, autoincrement=False, nullable=True),
        sa.Column("imported_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_curriculum_plans_class_id")),
        sa.ForeignKeyConstraint(["group_id"], ["study_groups.id"], name=op.f("fk_curriculum_plans_group_id")),
        sa.ForeignKeyConstraint(["imported_by"], ["people.id"], name=op.f("fk_curriculum_plans_imported_by")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_curriculum_plans_subject_id")),
        sa.ForeignKeyConstraint(["year_id"], ["school_years.id"], name=op.f("fk_curriculum_plans_year_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_curriculum_plans")),
        sa.UniqueConstraint(
            "year_id",
            "subject_id",
            "class_id",
            "group_id",
            name=op.f("uq_curriculum_plans_year_id_subject_id_class_id_group_id"),
        ),
        comment="Plans of a year's topics (КТП) by class or subgroup and subject",
    )
    with op.batch_alter_table("curriculum_plans") as batch_op:
        batch_op.create_index(batch_op.f("ix_curriculum_plans_class_id"), ["class_id"], unique=False)

    op.create_table(
        "homework_pupils",
        sa.Column("homework_id", Id, autoincrement=False, nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["homework_id"], ["homework.id"], name=op.f("fk_homework_pupils_homework_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_homework_pupils_pupil_id")),
        sa.PrimaryKeyConstraint("homework_id", "pupil_id", name=op.f("pk_homework_pupils")),
        comment="Whom individual homework is for; no row: the whole class or subgroup",
    )
    with op.batch_alter_table("homework_pupils") as batch_op:
        batch_op.create_index(batch_op.f("ix_homework_pupils_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "homework_ticks",
        sa.Column("homework_id", Id, autoincrement=False, nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("done_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["homework_id"], ["homework.id"], name=op.f("fk_homework_ticks_homework_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_homework_ticks_pupil_id")),
        sa.PrimaryKeyConstraint("homework_id", "pupil_id", name=op.f("pk_homework_ticks")),
        comment="What a pupil has ticked off",
    )
    with op.batch_alter_table("homework_ticks") as batch_op:
        batch_op.create_index(batch_op.f("ix_homework_ticks_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "plan_topics",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("plan_id", Id, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=300), nullable=False),
        sa.Column("hours", sa.Integer(), server_default="1", nullable=False),
        sa.Column("planned_day", sa.Date(), nullable=True),
        sa.CheckConstraint("hours BETWEEN 1 AND 100", name=op.f("ck_plan_topics_hours")),
        sa.ForeignKeyConstraint(["plan_id"], ["curriculum_plans.id"], name=op.f("fk_plan_topics_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_topics")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_topics_plan_id_number")),
        comment="Topics of a plan, in order, with the lessons that they take",
    )
    op.create_table(
        "absence_reasons",
        sa.Column("lesson_id", Id, autoincrement=False, nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("settled_by", Id, autoincrement=False, nullable=False),
        sa.Column("settled_at", Instant(), nullable=False),
        sa.CheckConstraint("reason IN ('ill', 'excused', 'unexcused')", name=op.f("ck_absence_reasons_reason")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_absence_reasons_lesson_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_absence_reasons_pupil_id")),
        sa.ForeignKeyConstraint(["settled_by"], ["people.id"], name=op.f("fk_absence_reasons_settled_by")),
        sa.PrimaryKeyConstraint("lesson_id", "pupil_id", name=op.f("pk_absence_reasons")),
        comment="Why a pupil was away, as the class teacher has settled it, apart from the fact that they were",
    )
    with op.batch_alter_table("absence_reasons") as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_reasons_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "debts",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("lesson_id", Id, autoincrement=False, nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind_id", Id, autoincrement=False, nullable=False),
        sa.Column("due_day", sa.Date(), nullable=False),
        sa.Column("comment", sa.String(length=300), nullable=True, comment="for the family"),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("set_by", Id, autoincrement=False, nullable=False),
        sa.Column("set_at", Instant(), nullable=False),
        sa.Column("mark_id", Id, autoincrement=False, nullable=True),
        sa.Column("closed_at", Instant(), nullable=True, comment="turned into a mark, or taken back"),
        sa.Column("closed_by", Id, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_debts_closed_by")),
        sa.ForeignKeyConstraint(["kind_id"], ["work_kinds.id"], name=op.f("fk_debts_kind_id")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name=op.f("fk_debts_lesson_id")),
        sa.ForeignKeyConstraint(["mark_id"], ["marks.id"], name=op.f("fk_debts_mark_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_debts_pupil_id")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_debts_set_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_debts")),
        sa.UniqueConstraint("lesson_id", "pupil_id", "kind_id", name=op.f("uq_debts_lesson_id_pupil_id_kind_id")),
        comment="Works not handed in («точка»), with the day until which they can be",
    )
    with op.batch_alter_table("debts") as batch_op:
        batch_op.create_index(batch_op.f("ix_debts_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "mark_requests",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("mark_id", Id, autoincrement=False, nullable=False),
        sa.Column(
            "value", sa.String(length=8), nullable=True, comment="what it shall be; null: it shall be taken back"
        ),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("asked_by", Id, autoincrement=False, nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=8), server_default="open", nullable=False),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'accepted', 'declined')", name=op.f("ck_mark_requests_state")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_mark_requests_asked_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_mark_requests_decided_by")),
        sa.ForeignKeyConstraint(["mark_id"], ["marks.id"], name=op.f("fk_mark_requests_mark_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark_requests")),
        comment="Changes of old marks that wait for the deputy",
    )
    with op.batch_alter_table("mark_requests") as batch_op:
        batch_op.create_index(batch_op.f("ix_mark_requests_mark_id"), ["mark_id"], unique=False)
        batch_op.create_index(
            "uq_mark_requests_open",
            ["mark_id"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    with op.batch_alter_table("absence_answers") as batch_op:
        batch_op.add_column(sa.Column("reacted_by", Id, autoincrement=False, nullable=True))
        batch_op.add_column(
            sa.Column("reacted_at", Instant(), nullable=True, comment="when the school took up «не знал(а)!»")
        )
        batch_op.add_column(
            sa.Column("escalated_at", Instant(), nullable=True, comment="when the deputy was told, since nobody had")
        )
        batch_op.create_foreign_key(batch_op.f("fk_absence_answers_reacted_by"), "people", ["reacted_by"], ["id"])

    with op.batch_alter_table("homework") as batch_op:
        batch_op.add_column(
            sa.Column("minutes", sa.Integer(), nullable=True, comment="how long it takes, as the teacher estimates")
        )

    with op.batch_alter_table("lessons") as batch_op:
        batch_op.add_column(sa.Column("plan_topic_id", Id, autoincrement=False, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_lessons_plan_topic_id"), "plan_topics", ["plan_topic_id"], ["id"])
        batch_op.create_index(batch_op.f("ix_lessons_plan_topic_id"), ["plan_topic_id"], unique=False)

    with op.batch_alter_table("marks") as batch_op:
        batch_op.add_column(sa.Column("retake_id", Id, autoincrement=False, nullable=True))
        batch_op.add_column(
            sa.Column(
                "entered_at",
                Instant(),
                nullable=True,
                comment="when it was first set; null: at set_at, it has never changed",
            )
        )
        batch_op.create_foreign_key(batch_op.f("fk_marks_retake_id"), "marks", ["retake_id"], ["id"])

    with op.batch_alter_table("person_settings") as batch_op:
        batch_op.add_column(
            sa.Column(
                "lesson_bell",
                sa.Boolean(),
                server_default="0",
                nullable=False,
                comment="the lesson comes by itself at its bell",
            )
        )
    _kinds((*KINDS, *NEW))


def downgrade() -> None:
    op.execute(f"DELETE FROM outbox WHERE kind IN {NEW}")
    _kinds(KINDS)
    with op.batch_alter_table("person_settings") as batch_op:
        batch_op.drop_column("lesson_bell")

    with op.batch_alter_table("marks") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_marks_retake_id"), type_="foreignkey")
        batch_op.drop_column("entered_at")
        batch_op.drop_column("retake_id")

    with op.batch_alter_table("lessons") as batch_op:
        batch_op.drop_index(batch_op.f("ix_lessons_plan_topic_id"))
        batch_op.drop_constraint(batch_op.f("fk_lessons_plan_topic_id"), type_="foreignkey")
        batch_op.drop_column("plan_topic_id")

    with op.batch_alter_table("homework") as batch_op:
        batch_op.drop_column("minutes")

    with op.batch_alter_table("absence_answers") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_absence_answers_reacted_by"), type_="foreignkey")
        batch_op.drop_column("escalated_at")
        batch_op.drop_column("reacted_at")
        batch_op.drop_column("reacted_by")

    with op.batch_alter_table("mark_requests") as batch_op:
        batch_op.drop_index(
            "uq_mark_requests_open", sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'")
        )
        batch_op.drop_index(batch_op.f("ix_mark_requests_mark_id"))

    op.drop_table("mark_requests")
    with op.batch_alter_table("debts") as batch_op:
        batch_op.drop_index(batch_op.f("ix_debts_pupil_id"))

    op.drop_table("debts")
    with op.batch_alter_table("absence_reasons") as batch_op:
        batch_op.drop_index(batch_op.f("ix_absence_reasons_pupil_id"))

    op.drop_table("absence_reasons")
    op.drop_table("plan_topics")
    with op.batch_alter_table("homework_ticks") as batch_op:
        batch_op.drop_index(batch_op.f("ix_homework_ticks_pupil_id"))

    op.drop_table("homework_ticks")
    with op.batch_alter_table("homework_pupils") as batch_op:
        batch_op.drop_index(batch_op.f("ix_homework_pupils_pupil_id"))

    op.drop_table("homework_pupils")
    with op.batch_alter_table("curriculum_plans") as batch_op:
        batch_op.drop_index(batch_op.f("ix_curriculum_plans_class_id"))

    op.drop_table("curriculum_plans")
    with op.batch_alter_table("term_closings") as batch_op:
        batch_op.drop_index(
            "uq_term_closings_standing",
            sqlite_where=sa.text("reopened_at IS NULL"),
            postgresql_where=sa.text("reopened_at IS NULL"),
        )

    op.drop_table("term_closings")
    with op.batch_alter_table("results") as batch_op:
        batch_op.drop_index(batch_op.f("ix_results_class_id"))

    op.drop_table("results")
    with op.batch_alter_table("pupil_subjects") as batch_op:
        batch_op.drop_index(batch_op.f("ix_pupil_subjects_pupil_id"))

    op.drop_table("pupil_subjects")
    op.drop_table("journal_rules")
    with op.batch_alter_table("absence_notes") as batch_op:
        batch_op.drop_index("ix_absence_notes_pupil")
        batch_op.drop_index("ix_absence_notes_days")

    op.drop_table("absence_notes")
    op.drop_table("change_seals")


def _kinds(kinds: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_constraint(op.f("ck_outbox_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_outbox_kind"), f"kind IN ({listed})")
