"""What the gates before people's writing ask."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, func, or_, select

from domain.ids import PersonId, ThreadId
from domain.talk.gate_keeping import Recently
from domain.talk.threads import Desk, Party, Side
from storage.executor import Reader
from storage.tables.roles import access_codes
from storage.tables.talk import announcements, thread_members, thread_messages, threads, writing_limits


class GateReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def recently(self, person: PersonId, messages: int, since: datetime, day_began: datetime) -> Recently:
        said, begun, limit = thread_messages.c, threads.c, writing_limits.c
        latest = (
            select(said.written_at)
            .where(said.author_id == person, said.written_at > since)
            .order_by(said.written_at.desc())
            .offset(messages - 1)
            .limit(1)
        )
        opened = select(func.count()).where(
            begun.opened_by == person, begun.opened_at >= day_began, begun.last_at >= day_began
        )
        limited = select(limit.reason).where(limit.person_id == person, limit.lifted_at.is_(None))
        asked = select(
            latest.scalar_subquery().label("latest"),
            opened.scalar_subquery().label("begun"),
            limited.scalar_subquery().label("limited"),
        )
        row = await self._reader.row(asked)
        assert row is not None
        return Recently(row.latest, row.begun, row.limited)

    async def invites(self, thread: ThreadId) -> bool:
        """Who opens a thread at a desk may be no member of it, and is of the school then."""
        member, last = thread_members.c, thread_messages.c
        opener = and_(member.thread_id == threads.c.id, member.person_id == threads.c.opened_by)
        begun_by_school = or_(member.side.is_(None), member.side == Side.STAFF)
        asked = (
            select(threads.c.id)
            .outerjoin(thread_members, opener)
            .outerjoin(thread_messages, last.id == threads.c.last_message_id)
            .where(
                threads.c.id == thread,
                or_(threads.c.desk == Desk.HELP, begun_by_school, last.party == Party.ASKED),
            )
        )
        return await self._reader.row(asked) is not None

    async def urgent_since(self, person: PersonId, day_began: datetime) -> int:
        said, told = thread_messages.c, announcements.c
        messages = select(func.count()).where(
            said.author_id == person, said.written_at >= day_began, said.urgent.is_(True)
        )
        announced = select(func.count()).where(
            told.sender_id == person,
            told.made_at >= day_began,
            told.urgent.is_(True),
            told.taken_back_at.is_(None),
        )
        row = await self._reader.row(select(messages.scalar_subquery() + announced.scalar_subquery()))
        return int(row[0]) if row else 0

    async def live_codes(self, hashes: Collection[str], now: datetime) -> int:
        code = access_codes.c
        asked = select(func.count()).where(
            code.code_hash.in_(hashes),
            code.used_at.is_(None),
            code.revoked_at.is_(None),
            code.expires_at > now,
        )
        row = await self._reader.row(asked)
        return int(row[0]) if row else 0
