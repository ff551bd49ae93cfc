"""talk: announcements to many audiences, polls, threads, templates, the signature of the diary"""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Instant

revision = "0009"
down_revision = "0008"

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
)
NEW = ("announcement_edited", "talk", "talk_edited", "talk_told", "sign_off")
AUDIENCES = ("guardians", "pupils")
AUDIENCES_NOW = (*AUDIENCES, "families", "staff")
MADE = "Messages to a whole class's guardians or pupils"
MADE_NOW = "Messages to many: guardians, pupils, teachers"
OF_GUARDIANS = """
    INSERT INTO announcement_wards (announcement_id, person_id, pupil_id)
    SELECT DISTINCT r.announcement_id, r.person_id, g.pupil_id
    FROM announcement_receipts r
    JOIN announcements a ON a.id = r.announcement_id AND a.audience = 'guardians'
    JOIN guardianships g ON g.guardian_id = r.person_id
    JOIN enrolments e ON e.pupil_id = g.pupil_id AND e.class_id = a.class_id
"""
OF_PUPILS = """
    INSERT INTO announcement_wards (announcement_id, person_id, pupil_id)
    SELECT r.announcement_id, r.person_id, r.person_id
    FROM announcement_receipts r
    JOIN announcements a ON a.id = r.announcement_id AND a.audience = 'pupils'
"""
WIDER = "SELECT id FROM announcements WHERE class_id IS NULL OR audience IN ('families', 'staff')"


def upgrade() -> None:
    op.create_table(
        "diary_signatures",
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.Column("week", sa.Date(), nullable=False, comment="its Monday"),
        sa.Column("guardian_id", Id, autoincrement=False, nullable=False),
        sa.Column("signed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["guardian_id"], ["people.id"], name=op.f("fk_diary_signatures_guardian_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_diary_signatures_pupil_id")),
        sa.PrimaryKeyConstraint("pupil_id", "week", name=op.f("pk_diary_signatures")),
        comment="Guardians who have seen the week of the diary",
    )
    with op.batch_alter_table("diary_signatures") as batch_op:
        batch_op.create_index(batch_op.f("ix_diary_signatures_guardian_id"), ["guardian_id"], unique=False)

    op.create_table(
        "handovers",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("from_id", Id, autoincrement=False, nullable=False),
        sa.Column("to_id", Id, autoincrement=False, nullable=False),
        sa.Column("history_from", sa.Date(), nullable=False, comment="what was said before is not shown"),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True, comment="last day; null: goes on"),
        sa.Column("made_by", Id, autoincrement=False, nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True, comment="taken back"),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_handovers_from_id")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_handovers_made_by")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_handovers_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
        comment="Who answers threads in place of another member of staff",
    )
    with op.batch_alter_table("handovers") as batch_op:
        batch_op.create_index(batch_op.f("ix_handovers_from_id"), ["from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_handovers_to_id"), ["to_id"], unique=False)

    op.create_table(
        "templates",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False, comment="with fields in braces: {ребёнок}"),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True, comment="the last used is offered first"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_templates_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templates")),
        comment="Texts that a person often sends",
    )
    with op.batch_alter_table("templates") as batch_op:
        batch_op.create_index(batch_op.f("ix_templates_person_id"), ["person_id"], unique=False)

    op.create_table(
        "writing_limits",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("limited_by", Id, autoincrement=False, nullable=False),
        sa.Column("limited_at", Instant(), nullable=False),
        sa.Column("lifted_by", Id, autoincrement=False, nullable=True),
        sa.Column("lifted_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["lifted_by"], ["people.id"], name=op.f("fk_writing_limits_lifted_by")),
        sa.ForeignKeyConstraint(["limited_by"], ["people.id"], name=op.f("fk_writing_limits_limited_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_writing_limits_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_writing_limits")),
        comment="Guardians who may answer but not begin",
    )
    with op.batch_alter_table("writing_limits") as batch_op:
        batch_op.create_index(batch_op.f("ix_writing_limits_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_writing_limits_open",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("lifted_at IS NULL"),
            postgresql_where=sa.text("lifted_at IS NULL"),
        )

    op.create_table(
        "announcement_versions",
        sa.Column("announcement_id", Id, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.JSON(), nullable=True),
        sa.Column("until", Instant(), nullable=False, comment="when another wording took its place"),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcements.id"], name=op.f("fk_announcement_versions_announcement_id")
        ),
        sa.PrimaryKeyConstraint("announcement_id", "version", name=op.f("pk_announcement_versions")),
        comment="Earlier wordings of corrected announcements",
    )
    op.create_table(
        "announcement_wards",
        sa.Column("announcement_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcements.id"], name=op.f("fk_announcement_wards_announcement_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_announcement_wards_person_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_announcement_wards_pupil_id")),
        sa.PrimaryKeyConstraint("announcement_id", "person_id", "pupil_id", name=op.f("pk_announcement_wards")),
        comment="For which pupils a person is told: children of a guardian, a pupil themself",
    )
    with op.batch_alter_table("announcement_wards") as batch_op:
        batch_op.create_index(batch_op.f("ix_announcement_wards_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "polls",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("announcement_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("per", sa.String(length=6), nullable=False, comment="one answer for each child, or of each person"),
        sa.Column("named", sa.Boolean(), nullable=False, comment="false: only counts are kept, as is said beforehand"),
        sa.Column("unit", sa.String(length=20), nullable=True, comment="of a number: ₽, шт."),
        sa.Column("least", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("most", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column(
            "close_at", Instant(), nullable=True, comment="until when it can be answered; null: until it is closed"
        ),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('one', 'several', 'number', 'slot')", name=op.f("ck_polls_kind")),
        sa.CheckConstraint("per IN ('child', 'person')", name=op.f("ck_polls_per")),
        sa.ForeignKeyConstraint(["announcement_id"], ["announcements.id"], name=op.f("fk_polls_announcement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_polls")),
        sa.UniqueConstraint("announcement_id", name=op.f("uq_polls_announcement_id")),
        comment="Questions to many and gatherings, each carried by an announcement",
    )
    op.create_table(
        "threads",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column(
            "desk", sa.String(length=16), nullable=True, comment="who answers by their role; null: only the members"
        ),
        sa.Column("pupil_id", Id, autoincrement=False, nullable=True),
        sa.Column("subject_id", Id, autoincrement=False, nullable=True),
        sa.Column("matter", sa.String(length=120), nullable=True, comment="what it is about, in words"),
        sa.Column("announcement_id", Id, autoincrement=False, nullable=True),
        sa.Column("opened_by", Id, autoincrement=False, nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("last_at", Instant(), nullable=False),
        sa.Column("last_message_id", Id, nullable=True, comment="of thread_messages"),
        sa.Column("owed_by", sa.String(length=6), nullable=True, comment="the party that owes an answer; null: nobody"),
        sa.Column("owed_since", Instant(), nullable=True),
        sa.CheckConstraint("desk IN ('class_teacher', 'administration', 'help')", name=op.f("ck_threads_desk")),
        sa.CheckConstraint(
            "kind IN ('guardian', 'pupil', 'colleague', 'help', 'answer')", name=op.f("ck_threads_kind")
        ),
        sa.CheckConstraint("owed_by IN ('asking', 'asked')", name=op.f("ck_threads_owed_by")),
        sa.ForeignKeyConstraint(["announcement_id"], ["announcements.id"], name=op.f("fk_threads_announcement_id")),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("fk_threads_opened_by")),
        sa.ForeignKeyConstraint(["pupil_id"], ["people.id"], name=op.f("fk_threads_pupil_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name=op.f("fk_threads_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threads")),
        comment="Talk of two parties, about a child or a matter",
    )
    with op.batch_alter_table("threads") as batch_op:
        batch_op.create_index(batch_op.f("ix_threads_announcement_id"), ["announcement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_threads_last_at"), ["last_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_threads_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "poll_options",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("poll_id", Id, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=100), nullable=True, comment="null: a slot"),
        sa.Column("starts_at", Instant(), nullable=True),
        sa.Column("ends_at", Instant(), nullable=True),
        sa.Column("place", sa.String(length=60), nullable=True),
        sa.Column("taken_for", Id, autoincrement=False, nullable=True),
        sa.Column("taken_by", Id, autoincrement=False, nullable=True),
        sa.Column("taken_at", Instant(), nullable=True),
        sa.CheckConstraint("text IS NOT NULL OR starts_at IS NOT NULL", name=op.f("ck_poll_options_something")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_options_poll_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_poll_options_taken_by")),
        sa.ForeignKeyConstraint(["taken_for"], ["people.id"], name=op.f("fk_poll_options_taken_for")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_options")),
        sa.UniqueConstraint("poll_id", "position", name=op.f("uq_poll_options_poll_id_position")),
        comment="What can be chosen: words, or a slot that one takes",
    )
    with op.batch_alter_table("poll_options") as batch_op:
        batch_op.create_index(batch_op.f("ix_poll_options_poll_id"), ["poll_id"], unique=False)
        batch_op.create_index(
            "uq_poll_options_taken",
            ["poll_id", "taken_for"],
            unique=True,
            sqlite_where=sa.text("taken_for IS NOT NULL"),
            postgresql_where=sa.text("taken_for IS NOT NULL"),
        )

    op.create_table(
        "poll_tallies",
        sa.Column("poll_id", Id, autoincrement=False, nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False, comment="an option's id, or a number"),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_tallies_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "answer", name=op.f("pk_poll_tallies")),
        comment="Counts of a poll without names",
    )
    op.create_table(
        "poll_turnout",
        sa.Column("poll_id", Id, autoincrement=False, nullable=False),
        sa.Column("for_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["for_id"], ["people.id"], name=op.f("fk_poll_turnout_for_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_turnout_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "for_id", name=op.f("pk_poll_turnout")),
        comment="Who has answered a poll without names; what they answered is only counted",
    )
    op.create_table(
        "thread_members",
        sa.Column("thread_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("party", sa.String(length=6), nullable=False),
        sa.Column("side", sa.String(length=6), nullable=False),
        sa.Column("joined_at", Instant(), nullable=False),
        sa.Column("left_at", Instant(), nullable=True),
        sa.CheckConstraint("party IN ('asking', 'asked')", name=op.f("ck_thread_members_party")),
        sa.CheckConstraint("side IN ('family', 'staff')", name=op.f("ck_thread_members_side")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_thread_members_person_id")),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_thread_members_thread_id")),
        sa.PrimaryKeyConstraint("thread_id", "person_id", name=op.f("pk_thread_members")),
        comment="Who talks under their own name; who sits at the desk follows from their role",
    )
    with op.batch_alter_table("thread_members") as batch_op:
        batch_op.create_index(batch_op.f("ix_thread_members_person_id"), ["person_id"], unique=False)

    op.create_table(
        "thread_messages",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("thread_id", Id, autoincrement=False, nullable=False),
        sa.Column("author_id", Id, autoincrement=False, nullable=False),
        sa.Column("party", sa.String(length=6), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.JSON(), nullable=True, comment="Telegram's formatting of the text; null: none"),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False, comment="counts the wordings"),
        sa.Column("edited_at", Instant(), nullable=True),
        sa.Column("reply_to_id", Id, autoincrement=False, nullable=True),
        sa.Column("urgent", sa.Boolean(), server_default="0", nullable=False, comment="rings at any hour"),
        sa.Column("source_account_id", Id, autoincrement=False, nullable=False),
        sa.Column(
            "source_message_id", sa.BigInteger(), nullable=False, comment="the author's own message in their chat"
        ),
        sa.Column(
            "album", sa.String(length=40), nullable=True, comment="Telegram's name of the album that its files come in"
        ),
        sa.CheckConstraint("party IN ('asking', 'asked')", name=op.f("ck_thread_messages_party")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_thread_messages_author_id")),
        sa.ForeignKeyConstraint(["reply_to_id"], ["thread_messages.id"], name=op.f("fk_thread_messages_reply_to_id")),
        sa.ForeignKeyConstraint(
            ["source_account_id"], ["bindings.id"], name=op.f("fk_thread_messages_source_account_id")
        ),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_thread_messages_thread_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_messages")),
        sa.UniqueConstraint(
            "source_account_id",
            "source_message_id",
            name=op.f("uq_thread_messages_source_account_id_source_message_id"),
        ),
        comment="What was said; nothing is ever removed",
    )
    with op.batch_alter_table("thread_messages") as batch_op:
        batch_op.create_index("ix_thread_messages_author", ["author_id", "written_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_thread_messages_thread_id"), ["thread_id"], unique=False)

    op.create_table(
        "thread_reads",
        sa.Column("thread_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("read_to", Id, nullable=False, comment="the last message that the person has seen"),
        sa.Column("read_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_thread_reads_person_id")),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_thread_reads_thread_id")),
        sa.PrimaryKeyConstraint("thread_id", "person_id", name=op.f("pk_thread_reads")),
        comment="How far a person has read",
    )
    op.create_table(
        "poll_answers",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("poll_id", Id, autoincrement=False, nullable=False),
        sa.Column("for_id", Id, autoincrement=False, nullable=False),
        sa.Column("by_id", Id, autoincrement=False, nullable=False),
        sa.Column("option_id", Id, autoincrement=False, nullable=True),
        sa.Column("number", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_poll_answers_by_id")),
        sa.ForeignKeyConstraint(["for_id"], ["people.id"], name=op.f("fk_poll_answers_for_id")),
        sa.ForeignKeyConstraint(["option_id"], ["poll_options.id"], name=op.f("fk_poll_answers_option_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_answers_poll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_answers")),
        sa.UniqueConstraint("poll_id", "for_id", "option_id", name=op.f("uq_poll_answers_poll_id_for_id_option_id")),
        comment="Answers with names: for whom, by whom",
    )
    with op.batch_alter_table("poll_answers") as batch_op:
        batch_op.create_index("ix_poll_answers_whose", ["poll_id", "for_id"], unique=False)

    op.create_table(
        "talk_arrivals",
        sa.Column("account_id", Id, autoincrement=False, nullable=False),
        sa.Column(
            "message_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Telegram's number in that chat"
        ),
        sa.Column("outbox_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["bindings.id"], name=op.f("fk_talk_arrivals_account_id")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_talk_arrivals_outbox_id")),
        sa.PrimaryKeyConstraint("account_id", "message_id", name=op.f("pk_talk_arrivals")),
        comment="As which messages a row of the outbox arrived: at each of them one may reply",
    )
    with op.batch_alter_table("talk_arrivals") as batch_op:
        batch_op.create_index(batch_op.f("ix_talk_arrivals_outbox_id"), ["outbox_id"], unique=False)

    op.create_table(
        "talk_files",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("message_id", Id, autoincrement=False, nullable=True),
        sa.Column("announcement_id", Id, autoincrement=False, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column(
            "file_id", sa.String(length=200), nullable=False, comment="Telegram's name of the file, for this bot only"
        ),
        sa.Column("file_name", sa.String(length=200), nullable=True),
        sa.Column(
            "source_message_id", sa.BigInteger(), nullable=True, comment="the author's own message that brought it"
        ),
        sa.CheckConstraint(
            "kind IN ('photo', 'document', 'video', 'audio', 'voice', 'video_note')", name=op.f("ck_talk_files_kind")
        ),
        sa.CheckConstraint("(message_id IS NULL) <> (announcement_id IS NULL)", name=op.f("ck_talk_files_owner")),
        sa.ForeignKeyConstraint(["announcement_id"], ["announcements.id"], name=op.f("fk_talk_files_announcement_id")),
        sa.ForeignKeyConstraint(["message_id"], ["thread_messages.id"], name=op.f("fk_talk_files_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_files")),
        comment="Photos, files and voice of messages and announcements; the bytes stay with Telegram",
    )
    with op.batch_alter_table("talk_files") as batch_op:
        batch_op.create_index(batch_op.f("ix_talk_files_announcement_id"), ["announcement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_talk_files_message_id"), ["message_id"], unique=False)

    op.create_table(
        "thread_message_versions",
        sa.Column("message_id", Id, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.JSON(), nullable=True),
        sa.Column("until", Instant(), nullable=False, comment="when another wording took its place"),
        sa.ForeignKeyConstraint(
            ["message_id"], ["thread_messages.id"], name=op.f("fk_thread_message_versions_message_id")
        ),
        sa.PrimaryKeyConstraint("message_id", "version", name=op.f("pk_thread_message_versions")),
        comment="Earlier wordings of what was said",
    )
    with op.batch_alter_table("announcement_receipts") as batch_op:
        batch_op.create_index(batch_op.f("ix_announcement_receipts_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("announcements") as batch_op:
        batch_op.add_column(
            sa.Column(
                "scope",
                sa.JSON(),
                nullable=True,
                comment="to whom, as it was chosen, for saying it in words; null: the class of class_id",
            )
        )
        batch_op.add_column(
            sa.Column("entities", sa.JSON(), nullable=True, comment="Telegram's formatting of the text; null: none")
        )
        batch_op.add_column(sa.Column("send_at", Instant(), nullable=True, comment="when it goes; null: at once"))
        batch_op.add_column(
            sa.Column("asks", sa.Boolean(), server_default="1", nullable=False, comment="readers confirm «ознакомлен»")
        )
        batch_op.add_column(
            sa.Column("close_on", sa.Date(), nullable=True, comment="last day on which readers are asked; null: no end")
        )
        batch_op.add_column(
            sa.Column("urgent", sa.Boolean(), server_default="0", nullable=False, comment="rings at any hour")
        )
        batch_op.add_column(
            sa.Column("version", sa.Integer(), server_default="1", nullable=False, comment="counts the wordings")
        )
        batch_op.add_column(sa.Column("edited_at", Instant(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "reminded_on",
                sa.Date(),
                nullable=True,
                comment="last day on which those who had not confirmed were reminded",
            )
        )
        batch_op.add_column(sa.Column("taken_back_at", Instant(), nullable=True, comment="before it went"))
        batch_op.alter_column("class_id", existing_type=Id, nullable=True)
        batch_op.create_index("ix_announcements_sender", ["sender_id", "made_at"], unique=False)

    with op.batch_alter_table("announcements") as batch_op:
        batch_op.create_table_comment(MADE_NOW, existing_comment=MADE)
    _one_of("announcements", "audience", AUDIENCES_NOW)
    _one_of("outbox", "kind", (*KINDS, *NEW))
    op.execute(OF_GUARDIANS)
    op.execute(OF_PUPILS)


def downgrade() -> None:
    """What the earlier schema cannot say goes: threads, polls, announcements to more than one class."""

    op.drop_table("thread_message_versions")
    with op.batch_alter_table("talk_files") as batch_op:
        batch_op.drop_index(batch_op.f("ix_talk_files_message_id"))
        batch_op.drop_index(batch_op.f("ix_talk_files_announcement_id"))

    op.drop_table("talk_files")
    with op.batch_alter_table("talk_arrivals") as batch_op:
        batch_op.drop_index(batch_op.f("ix_talk_arrivals_outbox_id"))

    op.drop_table("talk_arrivals")
    with op.batch_alter_table("poll_answers") as batch_op:
        batch_op.drop_index("ix_poll_answers_whose")

    op.drop_table("poll_answers")
    op.drop_table("thread_reads")
    with op.batch_alter_table("thread_messages") as batch_op:
        batch_op.drop_index(batch_op.f("ix_thread_messages_thread_id"))
        batch_op.drop_index("ix_thread_messages_author")

    op.drop_table("thread_messages")
    with op.batch_alter_table("thread_members") as batch_op:
        batch_op.drop_index(batch_op.f("ix_thread_members_person_id"))

    op.drop_table("thread_members")
    op.drop_table("poll_turnout")
    op.drop_table("poll_tallies")
    with op.batch_alter_table("poll_options") as batch_op:
        batch_op.drop_index(
            "uq_poll_options_taken",
            sqlite_where=sa.text("taken_for IS NOT NULL"),
            postgresql_where=sa.text("taken_for IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_poll_options_poll_id"))

    op.drop_table("poll_options")
    with op.batch_alter_table("threads") as batch_op:
        batch_op.drop_index(batch_op.f("ix_threads_pupil_id"))
        batch_op.drop_index(batch_op.f("ix_threads_last_at"))
        batch_op.drop_index(batch_op.f("ix_threads_announcement_id"))

    op.drop_table("threads")
    op.drop_table("polls")
    with op.batch_alter_table("announcement_wards") as batch_op:
        batch_op.drop_index(batch_op.f("ix_announcement_wards_pupil_id"))

    op.drop_table("announcement_wards")
    op.drop_table("announcement_versions")
    with op.batch_alter_table("writing_limits") as batch_op:
        batch_op.drop_index(
            "uq_writing_limits_open",
            sqlite_where=sa.text("lifted_at IS NULL"),
            postgresql_where=sa.text("lifted_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_writing_limits_person_id"))

    op.drop_table("writing_limits")
    with op.batch_alter_table("templates") as batch_op:
        batch_op.drop_index(batch_op.f("ix_templates_person_id"))

    op.drop_table("templates")
    with op.batch_alter_table("handovers") as batch_op:
        batch_op.drop_index(batch_op.f("ix_handovers_to_id"))
        batch_op.drop_index(batch_op.f("ix_handovers_from_id"))

    op.drop_table("handovers")
    with op.batch_alter_table("diary_signatures") as batch_op:
        batch_op.drop_index(batch_op.f("ix_diary_signatures_guardian_id"))

    op.drop_table("diary_signatures")

    op.execute(f"DELETE FROM outbox WHERE kind IN {NEW}")
    op.execute(
        "UPDATE outbox SET hold_id = NULL WHERE hold_id IN (SELECT id FROM holds WHERE announcement_id IN ("
        + WIDER
        + "))"
    )
    op.execute(f"DELETE FROM holds WHERE announcement_id IN ({WIDER})")
    op.execute(f"DELETE FROM announcement_receipts WHERE announcement_id IN ({WIDER})")
    op.execute("DELETE FROM announcements WHERE class_id IS NULL OR audience IN ('families', 'staff')")
    _one_of("outbox", "kind", KINDS)
    _one_of("announcements", "audience", AUDIENCES)
    with op.batch_alter_table("announcements") as batch_op:
        batch_op.create_table_comment(MADE, existing_comment=MADE_NOW)
    with op.batch_alter_table("announcements") as batch_op:
        batch_op.drop_index("ix_announcements_sender")
        batch_op.alter_column("class_id", existing_type=Id, nullable=False)
        batch_op.drop_column("taken_back_at")
        batch_op.drop_column("reminded_on")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("urgent")
        batch_op.drop_column("close_on")
        batch_op.drop_column("asks")
        batch_op.drop_column("send_at")
        batch_op.drop_column("entities")
        batch_op.drop_column("scope")

    with op.batch_alter_table("announcement_receipts") as batch_op:
        batch_op.drop_index(batch_op.f("ix_announcement_receipts_person_id"))


def _one_of(table: str, column: str, values: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{value}'" for value in values)
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(op.f(f"ck_{table}_{column}"), type_="check")
        batch_op.create_check_constraint(op.f(f"ck_{table}_{column}"), f"{column} IN ({listed})")
