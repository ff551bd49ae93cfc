"""inbox: what waits, and nothing else; an update is known again by what it is, not by its number"""

import sqlalchemy as sa
from alembic import op

from storage.tables.columns import Id, Instant

revision = "0005"
down_revision = "0004"

WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "known_updates",
        sa.Column("identity", Id, autoincrement=False, nullable=False, comment="of what it is, whatever its number"),
        sa.Column("received_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("identity", name=op.f("pk_known_updates")),
        comment="Updates that came within a day, to know one that comes again",
    )
    op.execute("DELETE FROM inbox WHERE state = 'done'")
    with op.batch_alter_table("inbox") as batch_op:
        batch_op.drop_index("ix_inbox_waiting")
        batch_op.drop_constraint(op.f("uq_inbox_update_id"), type_="unique")
        batch_op.drop_constraint(op.f("ck_inbox_attempts"), type_="check")
        batch_op.drop_constraint(op.f("ck_inbox_state"), type_="check")
        batch_op.create_check_constraint(op.f("ck_inbox_state"), "state IN ('waiting', 'acted', 'quarantined')")
        batch_op.drop_column("attempts")
        batch_op.drop_column("finished_at")
        batch_op.add_column(
            sa.Column("reason", sa.String(length=40), nullable=True, comment="why it is in quarantine: a kind of error")
        )


def downgrade() -> None:
    op.execute("DELETE FROM inbox WHERE state = 'acted'")
    op.execute("DELETE FROM inbox WHERE id NOT IN (SELECT max(id) FROM inbox GROUP BY update_id)")
    with op.batch_alter_table("inbox") as batch_op:
        batch_op.drop_column("reason")
        batch_op.add_column(sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("finished_at", Instant(), nullable=True))
        batch_op.drop_constraint(op.f("ck_inbox_state"), type_="check")
        batch_op.create_check_constraint(op.f("ck_inbox_state"), "state IN ('waiting', 'done', 'quarantined')")
        batch_op.create_check_constraint(op.f("ck_inbox_attempts"), "attempts >= 0")
        batch_op.create_unique_constraint(op.f("uq_inbox_update_id"), ["update_id"])
        batch_op.create_index("ix_inbox_waiting", ["id"], sqlite_where=WAITING, postgresql_where=WAITING)
    op.drop_table("known_updates")
