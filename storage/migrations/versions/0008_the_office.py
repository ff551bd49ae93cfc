"""the school office: files brought, movement, absences of teachers, documents, consents, personal data, backups"""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Instant

revision = "0008"
down_revision = "0007"

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
)
NEW = ("binding", "binding_told", "movement", "movement_told", "document", "office", "lesson_changed")
ENDED = ("left", "revoked", "replaced")
ENDED_NOW = (*ENDED, "declined", "idle", "gone", "erased")
CHANGES = ("cancelled", "substituted", "room")
CHANGES_NOW = (*CHANGES, "moved", "none")
CHANGED = "What differs from the timetable on a day; none: it was taken back"
CHANGED_BEFORE = "What differs from the timetable on a day: cancelled, substituted, another room"


def upgrade() -> None:
    op.create_table(
        "backups",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes; 0: no file was made"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("encrypted", sa.Boolean(), nullable=False),
        sa.Column(
            "proved_at", Instant(), nullable=True, comment="when it was restored into a scratch place and found whole"
        ),
        sa.Column("trouble", sa.String(length=200), nullable=True, comment="why it was not: a kind of error"),
        sa.Column("removed_at", Instant(), nullable=True, comment="by the schedule"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backups")),
        comment="Copies of the database made by night",
    )
    with op.batch_alter_table("backups") as batch_op:
        batch_op.create_index(batch_op.f("ix_backups_made_at"), ["made_at"], unique=False)

    op.create_table(
        "brought_files",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("brought_by", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "content", sa.LargeBinary(), nullable=True, comment="emptied when it is applied or dropped, or after a day"
        ),
        sa.Column("brought_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=8), server_default="read", nullable=False),
        sa.Column(
            "plan_mark",
            sa.String(length=64),
            nullable=True,
            comment="hash of what the dry run said: applied is only what was shown",
        ),
        sa.Column("counts", sa.JSON(), nullable=False, comment="of the dry run, numbers only"),
        sa.Column("applied_at", Instant(), nullable=True),
        sa.Column(
            "undo",
            sa.JSON(),
            nullable=True,
            comment="rows as they were before, identifiers and values; emptied after a day",
        ),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.CheckConstraint("kind IN ('lists', 'timetable', 'changes')", name=op.f("ck_brought_files_kind")),
        sa.CheckConstraint("state IN ('read', 'applied', 'dropped', 'undone')", name=op.f("ck_brought_files_state")),
        sa.ForeignKeyConstraint(["brought_by"], ["people.id"], name=op.f("fk_brought_files_brought_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brought_files")),
        comment="Files that the office brought through the chat: dry run, application, undoing",
    )
    with op.batch_alter_table("brought_files") as batch_op:
        batch_op.create_index(batch_op.f("ix_brought_files_brought_at"), ["brought_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_brought_files_brought_by"), ["brought_by"], unique=False)

    op.create_table(
        "consent_texts",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by", Id, autoincrement=False, nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_consent_texts_made_by")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_consent_texts")),
        comment="Texts of the consent that this school has changed; version 1 is the program's own",
    )
    op.create_table(
        "documents",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("replaces_id", Id, autoincrement=False, nullable=True),
        sa.Column("day", sa.Date(), nullable=False, comment="the document's own date"),
        sa.Column("audience", sa.String(length=8), nullable=False),
        sa.Column(
            "acknowledge", sa.Boolean(), server_default="0", nullable=False, comment="readers confirm «ознакомлен»"
        ),
        sa.Column("link", sa.String(length=500), nullable=True, comment="https; null: a file"),
        sa.Column("published_by", Id, autoincrement=False, nullable=True),
        sa.Column("published_at", Instant(), nullable=False),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.CheckConstraint("audience IN ('all', 'staff', 'families')", name=op.f("ck_documents_audience")),
        sa.ForeignKeyConstraint(["published_by"], ["people.id"], name=op.f("fk_documents_published_by")),
        sa.ForeignKeyConstraint(["replaces_id"], ["documents.id"], name=op.f("fk_documents_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("replaces_id", name="uq_documents_replaces"),
        comment="Documents of the school, published by the site editor (3.5)",
    )
    op.create_table(
        "erasures",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("asked_by", Id, autoincrement=False, nullable=True),
        sa.Column("why", sa.String(length=12), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=8), server_default="asked", nullable=False),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column(
            "report",
            sa.JSON(),
            nullable=True,
            comment="what was erased and what is kept until when: names of kinds, numbers, dates",
        ),
        sa.CheckConstraint("state IN ('asked', 'done', 'declined')", name=op.f("ck_erasures_state")),
        sa.CheckConstraint("why IN ('withdrawn', 'asked', 'retention')", name=op.f("ck_erasures_why")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_erasures_asked_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_erasures_decided_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_erasures_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
        comment="Personal data to be erased, and what became of it",
    )
    with op.batch_alter_table("erasures") as batch_op:
        batch_op.create_index(batch_op.f("ix_erasures_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_erasures_open",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("state = 'asked'"),
            postgresql_where=sa.text("state = 'asked'"),
        )

    op.create_table(
        "incidents",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("opened_by", Id, autoincrement=False, nullable=False),
        sa.Column("opened_at", Instant(), nullable=False, comment="from which 24 and 72 hours are counted"),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column(
            "snapshot", sa.String(length=200), nullable=True, comment="name of the copy of the database made then"
        ),
        sa.Column("closed_by", Id, autoincrement=False, nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_incidents_closed_by")),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("fk_incidents_opened_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        comment="Suspected leaks: while one is open, nothing is exported and nobody is bound",
    )
    op.create_table(
        "staff_pins",
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False, comment="scrypt, with its salt"),
        sa.Column("set_at", Instant(), nullable=False),
        sa.Column("failed", sa.Integer(), server_default="0", nullable=False, comment="wrong tries in a row"),
        sa.Column(
            "locked_at", Instant(), nullable=True, comment="since when no try is taken: the administrator resets it"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_staff_pins_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_staff_pins")),
        comment="The second step of staff before writing, where the school asks for it",
    )
    op.create_table(
        "teacher_absences",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("teacher_id", Id, autoincrement=False, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False, comment="last day"),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("noted_by", Id, autoincrement=False, nullable=False),
        sa.Column("noted_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True, comment="taken back, or came back earlier"),
        sa.CheckConstraint(
            "reason IN ('sick', 'trip', 'training', 'leave', 'other')", name=op.f("ck_teacher_absences_reason")
        ),
        sa.CheckConstraint("from_day <= until_day", name=op.f("ck_teacher_absences_order")),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_teacher_absences_noted_by")),
        sa.ForeignKeyConstraint(["teacher_id"], ["people.id"], name=op.f("fk_teacher_absences_teacher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teacher_absences")),
        comment="Days on which a teacher is away: each lesson wants a substitute",
    )
    with op.batch_alter_table("teacher_absences") as batch_op:
        batch_op.create_index("ix_teacher_absences_days", ["from_day", "until_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_teacher_absences_teacher_id"), ["teacher_id"], unique=False)

    op.create_table(
        "audit_log",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="the school's day"),
        sa.Column("actor_id", Id, autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False, comment="the action's name in the access table"),
        sa.Column("subject_id", Id, autoincrement=False, nullable=True),
        sa.Column("class_id", Id, autoincrement=False, nullable=True),
        sa.Column(
            "about",
            sa.String(length=24),
            nullable=False,
            comment="subject and class as one key: p12, c3; empty: the school",
        ),
        sa.Column("times", sa.Integer(), server_default="1", nullable=False, comment="how often on that day"),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name=op.f("fk_audit_log_actor_id")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_audit_log_class_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["people.id"], name=op.f("fk_audit_log_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
        sa.UniqueConstraint("actor_id", "what", "about", "day", name="uq_audit_log_day"),
        comment="Who saw or took out what of whom (152-ФЗ); changes of the journal stand in change_log",
    )
    with op.batch_alter_table("audit_log") as batch_op:
        batch_op.create_index("ix_audit_log_actor", ["actor_id", "at"], unique=False)
        batch_op.create_index("ix_audit_log_class", ["class_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_log_at"), ["at"], unique=False)
        batch_op.create_index("ix_audit_log_subject", ["subject_id", "at"], unique=False)

    op.create_table(
        "document_acknowledgements",
        sa.Column("document_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_acknowledgements_document_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_document_acknowledgements_person_id")),
        sa.PrimaryKeyConstraint("document_id", "person_id", name=op.f("pk_document_acknowledgements")),
        comment="Who confirmed having read what",
    )
    with op.batch_alter_table("document_acknowledgements") as batch_op:
        batch_op.create_index(batch_op.f("ix_document_acknowledgements_person_id"), ["person_id"], unique=False)

    op.create_table(
        "document_files",
        sa.Column("document_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column(
            "telegram_file", sa.String(length=200), nullable=True, comment="Telegram's own id of it; null: not sent yet"
        ),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_document_files_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_files")),
        comment="The files themselves",
    )
    op.create_table(
        "list_confirmations",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("class_id", Id, autoincrement=False, nullable=False),
        sa.Column("pupils", sa.Integer(), nullable=False, comment="how many the list had"),
        sa.Column("confirmed_by", Id, autoincrement=False, nullable=False),
        sa.Column("confirmed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_list_confirmations_class_id")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["people.id"], name=op.f("fk_list_confirmations_confirmed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_confirmations")),
        comment="Class lists that class teachers found right, by 5 September (3.3.2)",
    )
    with op.batch_alter_table("list_confirmations") as batch_op:
        batch_op.create_index(batch_op.f("ix_list_confirmations_class_id"), ["class_id"], unique=False)

    op.create_table(
        "movements",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=True),
        sa.Column(
            "newcomer",
            sa.JSON(),
            nullable=True,
            comment="surname, given, patronymic, birth_date of one not enrolled yet",
        ),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("from_class_id", Id, autoincrement=False, nullable=True),
        sa.Column("to_class_id", Id, autoincrement=False, nullable=True),
        sa.Column("day", sa.Date(), nullable=False, comment="first day in the new class; or the last at school"),
        sa.Column("order_number", sa.String(length=40), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_by", Id, autoincrement=False, nullable=False),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("declined_why", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "kind IN ('enrolled', 'moved', 'left', 'expelled', 'graduated')", name=op.f("ck_movements_kind")
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'accepted', 'declined', 'withdrawn')", name=op.f("ck_movements_state")
        ),
        sa.CheckConstraint("pupil_id IS NOT NULL OR newcomer IS NOT NULL", name=op.f("ck_movements_somebody")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_movements_decided_by")),
        sa.ForeignKeyConstraint(["from_class_id"], ["classes.id"], name=op.f("fk_movements_from_class_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_movements_proposed_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_movements_pupil_id")),
        sa.ForeignKeyConstraint(["to_class_id"], ["classes.id"], name=op.f("fk_movements_to_class_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movements")),
        comment="Movement of pupils: proposed by class teachers, accepted or declined by the office (3.3.3)",
    )
    with op.batch_alter_table("movements") as batch_op:
        batch_op.create_index(batch_op.f("ix_movements_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_movements_from_class_id"), ["from_class_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_movements_pupil_id"), ["pupil_id"], unique=False)
        batch_op.create_index("ix_movements_state", ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_movements_to_class_id"), ["to_class_id"], unique=False)

    with op.batch_alter_table("bell_rules") as batch_op:
        batch_op.add_column(sa.Column("class_id", Id, autoincrement=False, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_bell_rules_class_id"), "classes", ["class_id"], ["id"])

    with op.batch_alter_table("bindings") as batch_op:
        batch_op.add_column(
            sa.Column(
                "account_name",
                sa.String(length=80),
                nullable=True,
                comment="what Telegram called the account when it was bound, for who confirms it",
            )
        )
        batch_op.add_column(
            sa.Column(
                "confirmed_at",
                Instant(),
                nullable=True,
                comment="null: a guardian whom the class teacher has not let in yet",
            )
        )
        batch_op.add_column(sa.Column("confirmed_by", Id, autoincrement=False, nullable=True))
        batch_op.add_column(
            sa.Column("writing_until", Instant(), nullable=True, comment="until when the PIN given opens writing")
        )
        batch_op.create_foreign_key(batch_op.f("fk_bindings_confirmed_by"), "people", ["confirmed_by"], ["id"])

    with op.batch_alter_table("calendar_days") as batch_op:
        batch_op.add_column(
            sa.Column(
                "as_weekday",
                sa.Integer(),
                nullable=True,
                comment="whose lessons a working day has, 1 Monday to 7; null: its own",
            )
        )

    with op.batch_alter_table("consents") as batch_op:
        batch_op.add_column(
            sa.Column(
                "full_name", sa.String(length=250), nullable=True, comment="as the person typed it under the consent"
            )
        )
        batch_op.add_column(sa.Column("recorded_by", Id, autoincrement=False, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_consents_recorded_by"), "people", ["recorded_by"], ["id"])

    with op.batch_alter_table("guardianships") as batch_op:
        batch_op.add_column(sa.Column("restricted_by", Id, autoincrement=False, nullable=True))
        batch_op.add_column(
            sa.Column(
                "restricted_order", sa.String(length=80), nullable=True, comment="number and date of the court's order"
            )
        )
        batch_op.create_foreign_key(batch_op.f("fk_guardianships_restricted_by"), "people", ["restricted_by"], ["id"])

    with op.batch_alter_table("lesson_changes") as batch_op:
        batch_op.add_column(sa.Column("moved_to_id", Id, autoincrement=False, nullable=True))
        batch_op.create_index(batch_op.f("ix_lesson_changes_moved_to_id"), ["moved_to_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_lesson_changes_moved_to_id"), "timetable_entries", ["moved_to_id"], ["id"]
        )

    with op.batch_alter_table("school_years") as batch_op:
        batch_op.add_column(
            sa.Column(
                "closed_at", Instant(), nullable=True, comment="when the next year began: from then on it is only read"
            )
        )

    with op.batch_alter_table("timetable_entries") as batch_op:
        batch_op.add_column(
            sa.Column(
                "extra",
                sa.Boolean(),
                server_default="0",
                nullable=False,
                comment="of one day: an extra or a moved lesson",
            )
        )

    # Who is in already needs no confirmation.
    op.execute("UPDATE bindings SET confirmed_at = bound_at")
    _one_of("outbox", "kind", (*KINDS, *NEW))
    _one_of("bindings", "ended_why", ENDED_NOW)
    _one_of("lesson_changes", "kind", CHANGES_NOW)
    with op.batch_alter_table("lesson_changes") as batch_op:
        batch_op.create_table_comment(CHANGED, existing_comment=CHANGED_BEFORE)


def downgrade() -> None:
    op.execute(f"DELETE FROM outbox WHERE kind IN {NEW}")
    op.execute("UPDATE bindings SET ended_why = 'revoked' WHERE ended_why IN ('declined', 'idle', 'gone', 'erased')")
    op.execute("UPDATE lesson_changes SET kind = 'cancelled' WHERE kind = 'moved'")
    op.execute("DELETE FROM lesson_changes WHERE kind = 'none'")
    with op.batch_alter_table("lesson_changes") as batch_op:
        batch_op.create_table_comment(CHANGED_BEFORE, existing_comment=CHANGED)
    _one_of("lesson_changes", "kind", CHANGES)
    _one_of("bindings", "ended_why", ENDED)
    _one_of("outbox", "kind", KINDS)
    with op.batch_alter_table("timetable_entries") as batch_op:
        batch_op.drop_column("extra")

    with op.batch_alter_table("school_years") as batch_op:
        batch_op.drop_column("closed_at")

    with op.batch_alter_table("lesson_changes") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_lesson_changes_moved_to_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_lesson_changes_moved_to_id"))
        batch_op.drop_column("moved_to_id")

    with op.batch_alter_table("guardianships") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_guardianships_restricted_by"), type_="foreignkey")
        batch_op.drop_column("restricted_order")
        batch_op.drop_column("restricted_by")

    with op.batch_alter_table("consents") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_consents_recorded_by"), type_="foreignkey")
        batch_op.drop_column("recorded_by")
        batch_op.drop_column("full_name")

    with op.batch_alter_table("calendar_days") as batch_op:
        batch_op.drop_column("as_weekday")

    with op.batch_alter_table("bindings") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_bindings_confirmed_by"), type_="foreignkey")
        batch_op.drop_column("writing_until")
        batch_op.drop_column("confirmed_by")
        batch_op.drop_column("confirmed_at")
        batch_op.drop_column("account_name")

    # Without its class such a rule would ring for the whole school.
    op.execute("DELETE FROM bell_rules WHERE class_id IS NOT NULL")
    with op.batch_alter_table("bell_rules") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_bell_rules_class_id"), type_="foreignkey")
        batch_op.drop_column("class_id")

    with op.batch_alter_table("movements") as batch_op:
        batch_op.drop_index(batch_op.f("ix_movements_to_class_id"))
        batch_op.drop_index("ix_movements_state")
        batch_op.drop_index(batch_op.f("ix_movements_pupil_id"))
        batch_op.drop_index(batch_op.f("ix_movements_from_class_id"))
        batch_op.drop_index(batch_op.f("ix_movements_day"))

    op.drop_table("movements")
    with op.batch_alter_table("list_confirmations") as batch_op:
        batch_op.drop_index(batch_op.f("ix_list_confirmations_class_id"))

    op.drop_table("list_confirmations")
    op.drop_table("document_files")
    with op.batch_alter_table("document_acknowledgements") as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_acknowledgements_person_id"))

    op.drop_table("document_acknowledgements")
    with op.batch_alter_table("audit_log") as batch_op:
        batch_op.drop_index("ix_audit_log_subject")
        batch_op.drop_index("ix_audit_log_class")
        batch_op.drop_index(batch_op.f("ix_audit_log_at"))
        batch_op.drop_index("ix_audit_log_actor")

    op.drop_table("audit_log")
    with op.batch_alter_table("teacher_absences") as batch_op:
        batch_op.drop_index(batch_op.f("ix_teacher_absences_teacher_id"))
        batch_op.drop_index("ix_teacher_absences_days")

    op.drop_table("teacher_absences")
    op.drop_table("staff_pins")
    op.drop_table("incidents")
    with op.batch_alter_table("erasures") as batch_op:
        batch_op.drop_index(
            "uq_erasures_open", sqlite_where=sa.text("state = 'asked'"), postgresql_where=sa.text("state = 'asked'")
        )
        batch_op.drop_index(batch_op.f("ix_erasures_person_id"))

    op.drop_table("erasures")
    op.drop_table("documents")
    op.drop_table("consent_texts")
    with op.batch_alter_table("brought_files") as batch_op:
        batch_op.drop_index(batch_op.f("ix_brought_files_brought_by"))
        batch_op.drop_index(batch_op.f("ix_brought_files_brought_at"))

    op.drop_table("brought_files")
    with op.batch_alter_table("backups") as batch_op:
        batch_op.drop_index(batch_op.f("ix_backups_made_at"))

    op.drop_table("backups")


def _one_of(table: str, column: str, values: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{value}'" for value in values)
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(op.f(f"ck_{table}_{column}"), type_="check")
        batch_op.create_check_constraint(op.f(f"ck_{table}_{column}"), f"{column} IN ({listed})")
