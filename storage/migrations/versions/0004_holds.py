"""holds: messages of a storm wait for a decision; an index for the rows of an account that go together"""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Instant

revision = "0004"
down_revision = "0003"

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
)
NEW = ("hold", "hold_changed", "hold_told")
STATES = ("waiting", "sending", "sent", "cancelled", "undeliverable")
OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.create_table(
        "holds",
        sa.Column("id", Id, sa.Identity(always=False), nullable=False),
        sa.Column("scope", sa.String(length=60), nullable=False, comment="class:<id>, school, announcement:<id>"),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="of the messages"),
        sa.Column("class_id", Id, autoincrement=False, nullable=True),
        sa.Column("announcement_id", Id, autoincrement=False, nullable=True),
        sa.Column("caused_by", Id, autoincrement=False, nullable=True),
        sa.Column("away", sa.Integer(), nullable=False, comment="pupils noted absent"),
        sa.Column("size", sa.Integer(), nullable=False, comment="out of so many"),
        sa.Column(
            "version", sa.Integer(), server_default="1", nullable=False, comment="counts what the question has said"
        ),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("send_at", Instant(), nullable=True, comment="when it goes by itself; null: it waits for an answer"),
        sa.Column("state", sa.String(length=8), server_default="open", nullable=False),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'sent', 'dropped', 'lapsed')", name=op.f("ck_holds_state")),
        sa.ForeignKeyConstraint(["announcement_id"], ["announcements.id"], name=op.f("fk_holds_announcement_id")),
        sa.ForeignKeyConstraint(["caused_by"], ["people.id"], name=op.f("fk_holds_caused_by")),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_holds_class_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_holds_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
        comment="Messages held back because too many would go at once, and who decided on them",
    )
    with op.batch_alter_table("holds") as batch_op:
        batch_op.create_index("uq_holds_open", ["scope"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(sa.Column("hold_id", Id, autoincrement=False, nullable=True))
        batch_op.create_foreign_key(op.f("fk_outbox_hold_id"), "holds", ["hold_id"], ["id"])
        batch_op.create_index(batch_op.f("ix_outbox_hold_id"), ["hold_id"])
        batch_op.drop_index(batch_op.f("ix_outbox_account_id"))
        batch_op.create_index("ix_outbox_account", ["account_id", "state"])
    _allowed((*KINDS, *NEW), (*STATES, "held"))


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE kind IN ('hold', 'hold_changed', 'hold_told')")
    op.execute("UPDATE outbox SET state = 'waiting' WHERE state = 'held'")
    _allowed(KINDS, STATES)
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_index("ix_outbox_account")
        batch_op.create_index(batch_op.f("ix_outbox_account_id"), ["account_id"])
        batch_op.drop_index(batch_op.f("ix_outbox_hold_id"))
        batch_op.drop_constraint(op.f("fk_outbox_hold_id"), type_="foreignkey")
        batch_op.drop_column("hold_id")
    op.drop_table("holds")


def _allowed(kinds: tuple[str, ...], states: tuple[str, ...]) -> None:
    with op.batch_alter_table("outbox") as batch_op:
        for column, values in (("kind", kinds), ("state", states)):
            listed = ", ".join(f"'{value}'" for value in values)
            batch_op.drop_constraint(op.f(f"ck_outbox_{column}"), type_="check")
            batch_op.create_check_constraint(op.f(f"ck_outbox_{column}"), f"{column} IN ({listed})")
