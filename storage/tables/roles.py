"""People, their roles, how they get in."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Index, Integer, String, Table, UniqueConstraint, text

from domain.roles.people import GRANTED
from storage.tables.columns import Instant, key, metadata, one_of, ref

people = Table(
    "people",
    metadata,
    key(),
    Column("surname", String(80), nullable=False),
    Column("given", String(80), nullable=False),
    Column("patronymic", String(80)),
    Column("name_norm", String(250), nullable=False, index=True, comment="casefolded, ё as е: to find and order by"),
    Column("birth_date", Date),
    Column("external_number", String(40), unique=True, comment="the school's own number of the person"),
    Column("language", String(2), comment="chosen by the person; null: the school's"),
    Column("created_at", Instant, nullable=False),
    comment="Everyone whom the school knows: pupils, guardians, staff; one row for a person of several roles",
)

role_grants = Table(
    "role_grants",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("role", String(20), nullable=False),
    Column("granted_at", Instant, nullable=False),
    Column("ended_at", Instant),
    one_of("role", sorted(GRANTED)),
    Index(
        "uq_role_grants_current",
        "person_id",
        "role",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    comment="Roles given by the administrator; guardian, pupil and class teacher follow from other tables",
)

guardianships = Table(
    "guardianships",
    metadata,
    ref("guardian_id", "people", primary_key=True),
    ref("pupil_id", "people", primary_key=True, index=True),
    Column("relation", String(20), nullable=False, server_default="guardian"),
    Column("restricted_at", Instant, comment="since when a court keeps this guardian from the child's data"),
    ref("restricted_by", "people", null=True),
    Column("restricted_order", String(80), comment="number and date of the court's order"),
    one_of("relation", ("mother", "father", "guardian", "other")),
    comment="Who is a guardian of whom",
)

bindings = Table(
    "bindings",
    metadata,
    key(),
    Column("telegram_id", BigInteger, nullable=False),
    ref("person_id", "people", index=True),
    Column("roles", JSON, nullable=False, comment="the roles that the codes gave to this account, sorted"),
    Column("bound_at", Instant, nullable=False),
    Column("last_seen_at", Instant),
    Column(
        "account_name", String(80), comment="what Telegram called the account when it was bound, for who confirms it"
    ),
    Column("confirmed_at", Instant, comment="null: a guardian whom the class teacher has not let in yet"),
    ref("confirmed_by", "people", null=True),
    Column("writing_until", Instant, comment="until when the PIN given opens writing"),
    Column("ended_at", Instant),
    Column("ended_why", String(10)),
    Column("unreachable_at", Instant, comment="since when Telegram delivers nothing to this account"),
    Column("unreachable_why", String(80)),
    one_of("ended_why", ("left", "revoked", "replaced", "declined", "idle", "gone", "erased")),
    Index(
        "uq_bindings_current",
        "telegram_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    comment="Telegram accounts from which a person comes in; one person may have several",
)

access_codes = Table(
    "access_codes",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("roles", JSON, nullable=False),
    Column("code_hash", String(64), nullable=False, unique=True, comment="keyed hash (HMAC-SHA-256, hex) of the code"),
    ref("issued_by", "people", null=True),
    Column("issued_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    ref("used_by", "bindings", null=True),
    Column("revoked_at", Instant),
    comment="One-time codes, never in clear",
)

code_attempts = Table(
    "code_attempts",
    metadata,
    key(),
    Column("telegram_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Index("ix_code_attempts_account", "telegram_id", "at"),
    comment="Wrong codes, to slow down guessing; rows older than a day are removed",
)

consents = Table(
    "consents",
    metadata,
    key(),
    ref("person_id", "people", index=True),
    Column("version", Integer, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("full_name", String(250), comment="as the person typed it under the consent"),
    ref("recorded_by", "people", null=True),
    comment="Answers to the consent to personal data being processed: what version, when",
)

program_secrets = Table(
    "secrets",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(128), nullable=False),
    UniqueConstraint("value"),
    comment="Keys made by the program itself, such as the one that codes are hashed with when none is set",
)
