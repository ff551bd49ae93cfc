"""what people choose: quiet hours, a discreet mode; alarms and changes of the timetable as kinds of messages"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"

BEFORE = (
    "absence",
    "absence_answer",
    "absence_closed",
    "mark",
    "homework",
    "announcement",
    "announcement_status",
    "digest",
    "notice",
)
NEW = ("alarm", "timetable")


def upgrade() -> None:
    with op.batch_alter_table("person_settings") as batch_op:
        batch_op.add_column(
            sa.Column(
                "quiet_from",
                sa.Time(),
                nullable=True,
                comment="local time from which nothing rings; null: as usual for family and staff",
            )
        )
        batch_op.add_column(
            sa.Column(
                "quiet_until",
                sa.Time(),
                nullable=True,
                comment="until when; the same as quiet_from: there are no quiet hours",
            )
        )
        batch_op.add_column(
            sa.Column(
                "discreet",
                sa.Boolean(),
                server_default="0",
                nullable=False,
                comment="messages say only that there is news",
            )
        )
        batch_op.create_check_constraint(
            op.f("ck_person_settings_quiet"), "(quiet_from IS NULL) = (quiet_until IS NULL)"
        )
    _kinds((*BEFORE, *NEW))


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE kind IN ('alarm', 'timetable')")
    op.execute("DELETE FROM preferences WHERE kind = 'timetable'")
    _kinds(BEFORE)
    with op.batch_alter_table("person_settings") as batch_op:
        batch_op.drop_constraint(op.f("ck_person_settings_quiet"), type_="check")
        batch_op.drop_column("discreet")
        batch_op.drop_column("quiet_until")
        batch_op.drop_column("quiet_from")


def _kinds(allowed: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{kind}'" for kind in allowed)
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_constraint(op.f("ck_outbox_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_outbox_kind"), f"kind IN ({listed})")
