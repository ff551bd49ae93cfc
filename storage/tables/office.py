"""The school office: files brought, movement of pupils, teachers' absences, documents, personal data, backups."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.columns import Instant, key, metadata, one_of, ref

brought_files = Table(
    "brought_files",
    metadata,
    key(),
    ref("brought_by", "people", index=True),
    Column("kind", String(12), nullable=False),
    Column("name", String(120), nullable=False),
    Column("content", LargeBinary, comment="emptied when it is applied or dropped, or after a day"),
    Column("brought_at", Instant, nullable=False, index=True),
    Column("state", String(8), nullable=False, server_default="read"),
    Column("plan_mark", String(64), comment="hash of what the dry run said: applied is only what was shown"),
    Column("counts", JSON, nullable=False, comment="of the dry run, numbers only"),
    Column("applied_at", Instant),
    Column("undo", JSON, comment="rows as they were before, identifiers and values; emptied after a day"),
    Column("undone_at", Instant),
    one_of("kind", ("lists", "timetable", "changes")),
    one_of("state", ("read", "applied", "dropped", "undone")),
    comment="Files that the office brought through the chat: dry run, application, undoing",
)

movements = Table(
    "movements",
    metadata,
    key(),
    ref("pupil_id", "people", null=True, index=True),
    Column("newcomer", JSON, comment="surname, given, patronymic, birth_date of one not enrolled yet"),
    Column("kind", String(10), nullable=False),
    ref("from_class_id", "classes", null=True, index=True),
    ref("to_class_id", "classes", null=True, index=True),
    Column("day", Date, nullable=False, index=True, comment="first day in the new class; or the last at school"),
    Column("order_number", String(40)),
    Column("note", String(200)),
    Column("state", String(10), nullable=False),
    ref("proposed_by", "people"),
    Column("proposed_at", Instant, nullable=False),
    ref("decided_by", "people", null=True),
    Column("decided_at", Instant),
    Column("declined_why", String(200)),
    one_of("kind", ("enrolled", "moved", "left", "expelled", "graduated")),
    one_of("state", ("proposed", "accepted", "declined", "withdrawn")),
    CheckConstraint("pupil_id IS NOT NULL OR newcomer IS NOT NULL", name="somebody"),
    Index("ix_movements_state", "state"),
    comment="Movement of pupils: proposed by class teachers, accepted or declined by the office (3.3.3)",
)

list_confirmations = Table(
    "list_confirmations",
    metadata,
    key(),
    ref("class_id", "classes", index=True),
    Column("pupils", Integer, nullable=False, comment="how many the list had"),
    ref("confirmed_by", "people"),
    Column("confirmed_at", Instant, nullable=False),
    comment="Class lists that class teachers found right, by 5 September (3.3.2)",
)

teacher_absences = Table(
    "teacher_absences",
    metadata,
    key(),
    ref("teacher_id", "people", index=True),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, nullable=False, comment="last day"),
    Column("reason", String(10), nullable=False),
    ref("noted_by", "people"),
    Column("noted_at", Instant, nullable=False),
    Column("ended_at", Instant, comment="taken back, or came back earlier"),
    one_of("reason", ("sick", "trip", "training", "leave", "other")),
    CheckConstraint("from_day <= until_day", name="order"),
    Index("ix_teacher_absences_days", "from_day", "until_day"),
    comment="Days on which a teacher is away: each lesson wants a substitute",
)

staff_pins = Table(
    "staff_pins",
    metadata,
    ref("person_id", "people", primary_key=True),
    Column("pin_hash", String(200), nullable=False, comment="scrypt, with its salt"),
    Column("set_at", Instant, nullable=False),
    Column("failed", Integer, nullable=False, server_default="0", comment="wrong tries in a row"),
    Column("locked_at", Instant, comment="since when no try is taken: the administrator resets it"),
    comment="The second step of staff before writing, where the school asks for it",
)

documents = Table(
    "documents",
    metadata,
    key(),
    Column("title", String(200), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    ref("replaces_id", "documents", null=True),
    Column("day", Date, nullable=False, comment="the document's own date"),
    Column("audience", String(8), nullable=False),
    Column("acknowledge", Boolean, nullable=False, server_default="0", comment="readers confirm «ознакомлен»"),
    Column("link", String(500), comment="https; null: a file"),
    ref("published_by", "people", null=True),
    Column("published_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    one_of("audience", ("all", "staff", "families")),
    UniqueConstraint("replaces_id", name="uq_documents_replaces"),
    comment="Documents of the school, published by the site editor (3.5)",
)

document_files = Table(
    "document_files",
    metadata,
    ref("document_id", "documents", primary_key=True),
    Column("name", String(120), nullable=False),
    Column("media_type", String(100), nullable=False),
    Column("telegram_file", String(200), comment="Telegram's own id of it; null: not sent yet"),
    Column("content", LargeBinary, nullable=False),
    comment="The files themselves",
)

document_acknowledgements = Table(
    "document_acknowledgements",
    metadata,
    ref("document_id", "documents", primary_key=True),
    ref("person_id", "people", primary_key=True, index=True),
    Column("at", Instant, nullable=False),
    comment="Who confirmed having read what",
)

consent_texts = Table(
    "consent_texts",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    ref("made_by", "people", null=True),
    Column("made_at", Instant, nullable=False),
    comment="Texts of the consent that this school has changed; version 1 is the program's own",
)

erasures = Table(
    "erasures",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    ref("asked_by", "people", null=True),
    Column("why", String(12), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("state", String(8), nullable=False, server_default="asked"),
    ref("decided_by", "people", null=True),
    Column("decided_at", Instant),
    Column("report", JSON, comment="what was erased and what is kept until when: names of kinds, numbers, dates"),
    one_of("why", ("withdrawn", "asked", "retention")),
    one_of("state", ("asked", "done", "declined")),
    Index(
        "uq_erasures_open",
        "person_id",
        unique=True,
        sqlite_where=text("state = 'asked'"),
        postgresql_where=text("state = 'asked'"),
    ),
    comment="Personal data to be erased, and what became of it",
)

audit_log = Table(
    "audit_log",
    metadata,
    key(),
    Column("at", Instant, nullable=False, index=True),
    Column("day", Date, nullable=False, comment="the school's day"),
    ref("actor_id", "people"),
    Column("what", String(40), nullable=False, comment="the action's name in the access table"),
    ref("subject_id", "people", null=True),
    ref("class_id", "classes", null=True),
    Column("about", String(24), nullable=False, comment="subject and class as one key: p12, c3; empty: the school"),
    Column("times", Integer, nullable=False, server_default="1", comment="how often on that day"),
    UniqueConstraint("actor_id", "what", "about", "day", name="uq_audit_log_day"),
    Index("ix_audit_log_subject", "subject_id", "at"),
    Index("ix_audit_log_class", "class_id", "at"),
    Index("ix_audit_log_actor", "actor_id", "at"),
    comment="Who saw or took out what of whom (152-ФЗ); changes of the journal stand in change_log",
)

incidents = Table(
    "incidents",
    metadata,
    key(),
    ref("opened_by", "people"),
    Column("opened_at", Instant, nullable=False, comment="from which 24 and 72 hours are counted"),
    Column("note", Text, nullable=False),
    Column("snapshot", String(200), comment="name of the copy of the database made then"),
    ref("closed_by", "people", null=True),
    Column("closed_at", Instant),
    comment="Suspected leaks: while one is open, nothing is exported and nobody is bound",
)

backups = Table(
    "backups",
    metadata,
    key(),
    Column("name", String(120), nullable=False),
    Column("made_at", Instant, nullable=False, index=True),
    Column("size", BigInteger, nullable=False, comment="bytes; 0: no file was made"),
    Column("sha256", String(64), nullable=False),
    Column("encrypted", Boolean, nullable=False),
    Column("proved_at", Instant, comment="when it was restored into a scratch place and found whole"),
    Column("trouble", String(200), comment="why it was not: a kind of error"),
    Column("removed_at", Instant, comment="by the schedule"),
    comment="Copies of the database made by night",
)
