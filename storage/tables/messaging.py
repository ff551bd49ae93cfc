"""From fact to message: facts, the outbox, what people chose; what comes in."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from domain.messaging.holds import HoldState
from domain.messaging.kinds import DeliveryState, Kind, Mode
from storage.tables.columns import Id, Instant, key, metadata, one_of, ref

facts = Table(
    "facts",
    metadata,
    key(),
    Column("kind", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", JSON, nullable=False, comment="identifiers only"),
    Column("told_at", Instant, comment="when messaging turned it into outbox rows"),
    Index("ix_facts_waiting", "id", sqlite_where=text("told_at IS NULL"), postgresql_where=text("told_at IS NULL")),
    comment="What happened that others must hear of, written with its cause",
)

outbox = Table(
    "outbox",
    metadata,
    key(),
    Column(
        "event", String(60), nullable=False, comment="what it tells of: absence:<lesson>:<pupil>, digest:<day>:<pupil>"
    ),
    Column("version", Integer, nullable=False),
    ref("account_id", "bindings"),
    Column("kind", String(20), nullable=False),
    ref("pupil_id", "people", null=True),
    ref("hold_id", "holds", null=True, index=True),
    Column("body", JSON, nullable=False, comment="identifiers only; the text is made at delivery"),
    Column("priority", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("state", String(14), nullable=False, server_default="waiting"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("owner", String(40), comment="which run of the program is sending it"),
    Column("claimed_at", Instant),
    Column("finished_at", Instant),
    Column("reason", String(120), comment="why it was put off or ended"),
    Column("message_id", BigInteger, comment="Telegram's number of the message, once sent"),
    Column("edits_id", Id, comment="the outbox row whose message this one edits"),
    Column("said", String(40), comment="the value that the message stated, for a later correction: absent, 2"),
    Column(
        "doubtful", Boolean, nullable=False, server_default="0", comment="an attempt may have arrived: a repeat says so"
    ),
    one_of("state", DeliveryState),
    one_of("kind", Kind),
    UniqueConstraint("event", "version", "account_id", "kind"),
    Index("ix_outbox_due", "state", "not_before", "priority"),
    Index("ix_outbox_event", "event", "account_id"),
    Index("ix_outbox_account", "account_id", "state"),
    comment="One message for one account: to be sent, sent, or ended with a reason",
)

holds = Table(
    "holds",
    metadata,
    key(),
    Column("scope", String(60), nullable=False, comment="class:<id>, school, announcement:<id>"),
    Column("kind", String(20), nullable=False, comment="of the messages"),
    ref("class_id", "classes", null=True),
    ref("announcement_id", "announcements", null=True),
    ref("caused_by", "people", null=True),
    Column("away", Integer, nullable=False, comment="pupils noted absent"),
    Column("size", Integer, nullable=False, comment="out of so many"),
    Column("version", Integer, nullable=False, server_default="1", comment="counts what the question has said"),
    Column("made_at", Instant, nullable=False),
    Column("send_at", Instant, comment="when it goes by itself; null: it waits for an answer"),
    Column("state", String(8), nullable=False, server_default="open"),
    ref("decided_by", "people", null=True),
    Column("decided_at", Instant),
    one_of("state", HoldState),
    Index(
        "uq_holds_open",
        "scope",
        unique=True,
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
    comment="Messages held back because too many would go at once, and who decided on them",
)

preferences = Table(
    "preferences",
    metadata,
    ref("person_id", "people", primary_key=True),
    ref("pupil_id", "people", primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("mode", String(8), nullable=False),
    one_of("mode", Mode),
    comment="What a person is told of a pupil, and how: at once, in the digest, not at all; no row: the default",
)

person_settings = Table(
    "person_settings",
    metadata,
    ref("person_id", "people", primary_key=True),
    Column("digest_at", Time, comment="local time of the evening digest; null: the school's"),
    Column("quiet_from", Time, comment="local time from which nothing rings; null: as usual for family and staff"),
    Column("quiet_until", Time, comment="until when; the same as quiet_from: there are no quiet hours"),
    Column(
        "lesson_bell", Boolean, nullable=False, server_default="0", comment="the lesson comes by itself at its bell"
    ),
    Column("discreet", Boolean, nullable=False, server_default="0", comment="messages say only that there is news"),
    CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", name="quiet"),
    comment="A person's own settings",
)

inbox = Table(
    "inbox",
    metadata,
    key(),
    Column("update_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, comment="whose turn it waits for"),
    Column("payload", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", String(12), nullable=False, server_default="waiting"),
    Column("reason", String(40), comment="why it is in quarantine: a kind of error"),
    one_of("state", ("waiting", "acted", "quarantined")),
    comment="Updates as Telegram gave them, kept until they are handled",
)

known_updates = Table(
    "known_updates",
    metadata,
    Column("identity", Id, primary_key=True, autoincrement=False, comment="of what it is, whatever its number"),
    Column("received_at", Instant, nullable=False),
    comment="Updates that came within a day, to know one that comes again",
)

conversations = Table(
    "conversations",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("state", String(100)),
    Column("body", JSON, nullable=False),
    Column("updated_at", Instant, nullable=False),
    comment="Where a person stands in a conversation that asks for free text",
)
