"""What people say to each other: announcements, polls, threads, templates, the diary's signature."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from domain.talk.audiences import Audience
from domain.talk.polls import Per, PollKind
from domain.talk.threads import Desk, Party, Side, ThreadKind
from domain.talk.wording import FileKind
from storage.tables.columns import Id, Instant, key, metadata, one_of, ref

announcements = Table(
    "announcements",
    metadata,
    key(),
    ref("sender_id", "people"),
    ref("sender_account_id", "bindings"),
    ref("class_id", "classes", null=True),
    Column("audience", String(10), nullable=False),
    Column("scope", JSON, comment="to whom, as it was chosen, for saying it in words; null: the class of class_id"),
    Column("text", Text, nullable=False),
    Column("entities", JSON, comment="Telegram's formatting of the text; null: none"),
    Column("made_at", Instant, nullable=False),
    Column(
        "draft_key", String(40), nullable=False, unique=True, comment="a second tap on «отправить» makes no second one"
    ),
    Column("status_message_id", BigInteger, comment="the sender's own message that shows how it goes"),
    Column("send_at", Instant, comment="when it goes; null: at once"),
    Column("asks", Boolean, nullable=False, server_default="1", comment="readers confirm «ознакомлен»"),
    Column("close_on", Date, comment="last day on which readers are asked; null: no end"),
    Column("urgent", Boolean, nullable=False, server_default="0", comment="rings at any hour"),
    Column("version", Integer, nullable=False, server_default="1", comment="counts the wordings"),
    Column("edited_at", Instant),
    Column("reminded_on", Date, comment="last day on which those who had not confirmed were reminded"),
    Column("taken_back_at", Instant, comment="before it went"),
    one_of("audience", Audience),
    Index("ix_announcements_sender", "sender_id", "made_at"),
    comment="Messages to many: guardians, pupils, teachers",
)

announcement_versions = Table(
    "announcement_versions",
    metadata,
    ref("announcement_id", "announcements", primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("entities", JSON),
    Column("until", Instant, nullable=False, comment="when another wording took its place"),
    comment="Earlier wordings of corrected announcements",
)

announcement_receipts = Table(
    "announcement_receipts",
    metadata,
    ref("announcement_id", "announcements", primary_key=True),
    ref("person_id", "people", primary_key=True, index=True),
    Column("acknowledged_at", Instant),
    comment="To whom an announcement goes, and who tapped «Ознакомлен»",
)

announcement_wards = Table(
    "announcement_wards",
    metadata,
    ref("announcement_id", "announcements", primary_key=True),
    ref("person_id", "people", primary_key=True),
    ref("pupil_id", "people", primary_key=True, index=True),
    comment="For which pupils a person is told: children of a guardian, a pupil themself",
)

polls = Table(
    "polls",
    metadata,
    key(),
    ref("announcement_id", "announcements"),
    Column("kind", String(8), nullable=False),
    Column("per", String(6), nullable=False, comment="one answer for each child, or of each person"),
    Column("named", Boolean, nullable=False, comment="false: only counts are kept, as is said beforehand"),
    Column("unit", String(20), comment="of a number: ₽, шт."),
    Column("least", Numeric(12, 2)),
    Column("most", Numeric(12, 2)),
    Column("close_at", Instant, comment="until when it can be answered; null: until it is closed"),
    Column("closed_at", Instant),
    Column("reminded_on", Date),
    one_of("kind", PollKind),
    one_of("per", Per),
    UniqueConstraint("announcement_id"),
    comment="Questions to many and gatherings, each carried by an announcement",
)

poll_options = Table(
    "poll_options",
    metadata,
    key(),
    ref("poll_id", "polls", index=True),
    Column("position", Integer, nullable=False),
    Column("text", String(100), comment="null: a slot"),
    Column("starts_at", Instant),
    Column("ends_at", Instant),
    Column("place", String(60)),
    ref("taken_for", "people", null=True),
    ref("taken_by", "people", null=True),
    Column("taken_at", Instant),
    UniqueConstraint("poll_id", "position"),
    Index(
        "uq_poll_options_taken",
        "poll_id",
        "taken_for",
        unique=True,
        sqlite_where=text("taken_for IS NOT NULL"),
        postgresql_where=text("taken_for IS NOT NULL"),
    ),
    CheckConstraint("text IS NOT NULL OR starts_at IS NOT NULL", name="something"),
    comment="What can be chosen: words, or a slot that one takes",
)

poll_answers = Table(
    "poll_answers",
    metadata,
    key(),
    ref("poll_id", "polls"),
    ref("for_id", "people"),
    ref("by_id", "people"),
    ref("option_id", "poll_options", null=True),
    Column("number", Numeric(12, 2)),
    Column("at", Instant, nullable=False),
    Index("ix_poll_answers_whose", "poll_id", "for_id"),
    UniqueConstraint("poll_id", "for_id", "option_id"),
    comment="Answers with names: for whom, by whom",
)

poll_turnout = Table(
    "poll_turnout",
    metadata,
    ref("poll_id", "polls", primary_key=True),
    ref("for_id", "people", primary_key=True),
    comment="Who has answered a poll without names; what they answered is only counted",
)

poll_tallies = Table(
    "poll_tallies",
    metadata,
    ref("poll_id", "polls", primary_key=True),
    Column("answer", String(20), primary_key=True, comment="an option's id, or a number"),
    Column("votes", Integer, nullable=False),
    comment="Counts of a poll without names",
)

threads = Table(
    "threads",
    metadata,
    key(),
    Column("kind", String(10), nullable=False),
    Column("desk", String(16), comment="who answers by their role; null: only the members"),
    ref("pupil_id", "people", null=True, index=True),
    ref("subject_id", "subjects", null=True),
    Column("matter", String(120), comment="what it is about, in words"),
    ref("announcement_id", "announcements", null=True, index=True),
    ref("opened_by", "people"),
    Column("opened_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False, index=True),
    Column("last_message_id", Id, comment="of thread_messages"),
    Column("owed_by", String(6), comment="the party that owes an answer; null: nobody"),
    Column("owed_since", Instant),
    one_of("kind", ThreadKind),
    one_of("desk", Desk),
    one_of("owed_by", Party),
    comment="Talk of two parties, about a child or a matter",
)

thread_members = Table(
    "thread_members",
    metadata,
    ref("thread_id", "threads", primary_key=True),
    ref("person_id", "people", primary_key=True, index=True),
    Column("party", String(6), nullable=False),
    Column("side", String(6), nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("left_at", Instant),
    one_of("party", Party),
    one_of("side", Side),
    comment="Who talks under their own name; who sits at the desk follows from their role",
)

thread_messages = Table(
    "thread_messages",
    metadata,
    key(),
    ref("thread_id", "threads", index=True),
    ref("author_id", "people"),
    Column("party", String(6), nullable=False),
    Column("text", Text, nullable=False),
    Column("entities", JSON, comment="Telegram's formatting of the text; null: none"),
    Column("written_at", Instant, nullable=False),
    Column("version", Integer, nullable=False, server_default="1", comment="counts the wordings"),
    Column("edited_at", Instant),
    ref("reply_to_id", "thread_messages", null=True),
    Column("urgent", Boolean, nullable=False, server_default="0", comment="rings at any hour"),
    ref("source_account_id", "bindings"),
    Column("source_message_id", BigInteger, nullable=False, comment="the author's own message in their chat"),
    Column("album", String(40), comment="Telegram's name of the album that its files come in"),
    one_of("party", Party),
    UniqueConstraint("source_account_id", "source_message_id"),
    Index("ix_thread_messages_author", "author_id", "written_at"),
    comment="What was said; nothing is ever removed",
)

thread_message_versions = Table(
    "thread_message_versions",
    metadata,
    ref("message_id", "thread_messages", primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("entities", JSON),
    Column("until", Instant, nullable=False, comment="when another wording took its place"),
    comment="Earlier wordings of what was said",
)

talk_files = Table(
    "talk_files",
    metadata,
    key(),
    ref("message_id", "thread_messages", null=True, index=True),
    ref("announcement_id", "announcements", null=True, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("file_id", String(200), nullable=False, comment="Telegram's name of the file, for this bot only"),
    Column("file_name", String(200)),
    Column("source_message_id", BigInteger, comment="the author's own message that brought it"),
    one_of("kind", FileKind),
    CheckConstraint("(message_id IS NULL) <> (announcement_id IS NULL)", name="owner"),
    comment="Photos, files and voice of messages and announcements; the bytes stay with Telegram",
)

thread_reads = Table(
    "thread_reads",
    metadata,
    ref("thread_id", "threads", primary_key=True),
    ref("person_id", "people", primary_key=True),
    Column("read_to", Id, nullable=False, comment="the last message that the person has seen"),
    Column("read_at", Instant, nullable=False),
    comment="How far a person has read",
)

talk_arrivals = Table(
    "talk_arrivals",
    metadata,
    ref("account_id", "bindings", primary_key=True),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False, comment="Telegram's number in that chat"),
    ref("outbox_id", "outbox", index=True),
    comment="As which messages a row of the outbox arrived: at each of them one may reply",
)

handovers = Table(
    "handovers",
    metadata,
    key(),
    ref("from_id", "people", index=True),
    ref("to_id", "people", index=True),
    Column("history_from", Date, nullable=False, comment="what was said before is not shown"),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, comment="last day; null: goes on"),
    ref("made_by", "people"),
    Column("made_at", Instant, nullable=False),
    Column("ended_at", Instant, comment="taken back"),
    comment="Who answers threads in place of another member of staff",
)

writing_limits = Table(
    "writing_limits",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("reason", String(200), nullable=False),
    ref("limited_by", "people"),
    Column("limited_at", Instant, nullable=False),
    ref("lifted_by", "people", null=True),
    Column("lifted_at", Instant),
    Index(
        "uq_writing_limits_open",
        "person_id",
        unique=True,
        sqlite_where=text("lifted_at IS NULL"),
        postgresql_where=text("lifted_at IS NULL"),
    ),
    comment="Guardians who may answer but not begin",
)

templates = Table(
    "templates",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("text", String(1000), nullable=False, comment="with fields in braces: {ребёнок}"),
    Column("made_at", Instant, nullable=False),
    Column("used_at", Instant, comment="the last used is offered first"),
    comment="Texts that a person often sends",
)

diary_signatures = Table(
    "diary_signatures",
    metadata,
    ref("pupil_id", "people", primary_key=True),
    Column("week", Date, primary_key=True, comment="its Monday"),
    ref("guardian_id", "people", index=True),
    Column("signed_at", Instant, nullable=False),
    comment="Guardians who have seen the week of the diary",
)
