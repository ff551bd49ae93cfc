"""Threads as `/inbox` lists them, those in which an answer is owed, and what announcements ask of a person."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, PersonId, TalkMessageId, ThreadId
from domain.roles.people import Actor, PersonName
from domain.talk.inbox import Asking, InboxThread
from domain.talk.owed import OwingThread
from domain.talk.standing import Claim, How, Needs, standing
from domain.talk.threads import Party, Side, Speaker, ThreadKind
from storage.executor import Reader
from storage.tables.roles import guardianships, people
from storage.tables.talk import (
    announcement_receipts,
    announcements,
    polls,
    thread_members,
    thread_messages,
    thread_reads,
    threads,
)
from storage.talk.standings import asked_by, claims

MOST = 3000
"""Rows that one inbox is made of: a leader's desk of some years. What is owed comes first, then the latest."""
FIRST_WORDS = 80
"""Characters of an announcement that its button may show."""
t, said, member = threads.c, thread_messages.c, thread_members.c


class InboxReads:
    """`to_grade`: as of `StandingsReading`."""

    def __init__(self, reader: Reader, school_time: SchoolTime, to_grade: int) -> None:
        self._reader = reader
        self._time = school_time
        self._to_grade = to_grade

    async def threads(self, actor: Actor) -> Sequence[InboxThread]:
        """One statement."""
        asked = asked_by(actor, self._time.today(), self._to_grade) | {"reader": actor.person}
        grouped: dict[int, list[Row[Any]]] = {}
        for row in await self._reader.rows(LISTED, asked):
            grouped.setdefault(row.thread_id, []).append(row)
        found = (self._thread(rows, actor) for rows in grouped.values())
        return [one for one in found if one is not None]

    async def others(self, threads: Collection[ThreadId]) -> Mapping[ThreadId, Sequence[tuple[Party, Speaker]]]:
        found: dict[ThreadId, list[tuple[Party, Speaker]]] = {}
        for row in await self._reader.rows(MEMBERS, {"listed": list(threads)}):
            name = PersonName(row.surname, row.given, row.patronymic)
            side = Side(row.side)
            relation = row.relation if side is Side.FAMILY else None
            speaker = Speaker(PersonId(row.person_id), name, side, relation, pupil=row.person_id == row.pupil_id)
            found.setdefault(ThreadId(row.thread_id), []).append((Party(row.party), speaker))
        return found

    async def asking(self, person: PersonId, since: datetime) -> Sequence[Asking]:
        rows = await self._reader.rows(ASKING, {"person": person, "since": since, "now": self._time.now()})
        return [Asking(AnnouncementId(row.id), row.words) for row in rows]

    async def owing(self, before: datetime) -> Sequence[OwingThread]:
        rows = await self._reader.rows(OWING, {"before": before})
        return [OwingThread(ThreadId(row.id), Party(row.owed_by), row.last_at) for row in rows]

    def _thread(self, rows: Sequence[Row[Any]], actor: Actor) -> InboxThread | None:
        stands, row = standing([self._claim(one) for one in rows], actor.roles), rows[0]
        if stands is None:
            return None
        return InboxThread(
            id=ThreadId(row.thread_id),
            kind=ThreadKind(row.kind),
            standing=stands,
            last=TalkMessageId(row.last_message_id),
            last_at=row.last_at,
            last_author=PersonId(row.author_id),
            read_to=TalkMessageId(row.read_to) if row.read_to is not None else None,
            owed_by=Party(row.owed_by) if row.owed_by is not None else None,
            owed_since=row.owed_since,
        )

    def _claim(self, row: Row[Any]) -> Claim:
        return Claim(
            ThreadId(row.thread_id),
            PersonId(row.person_id),
            How(row.how),
            Party(row.party),
            Side(row.side),
            Needs(row.needs),
            self._time.instant(row.since_day, time(0)) if row.since_day is not None else None,
        )


def _listed() -> Any:
    found = claims(of_person=True).subquery("claims")
    read = and_(thread_reads.c.thread_id == t.id, thread_reads.c.person_id == bindparam("reader"))
    return (
        select(found, t.kind, t.last_at, t.last_message_id, t.owed_by, t.owed_since)
        .add_columns(said.author_id, thread_reads.c.read_to)
        .select_from(
            found.join(threads, t.id == found.c.thread_id)
            .join(thread_messages, said.id == t.last_message_id)
            .outerjoin(thread_reads, read)
        )
        .where(found.c.needs.in_(bindparam("needs", expanding=True)))
        .order_by(t.owed_since.is_(None), t.last_at.desc(), t.id)
        .limit(MOST)
    )


def _members() -> Any:
    kin = and_(guardianships.c.guardian_id == member.person_id, guardianships.c.pupil_id == t.pupil_id)
    return (
        select(member.thread_id, member.person_id, member.party, member.side, t.pupil_id)
        .add_columns(people.c.surname, people.c.given, people.c.patronymic, guardianships.c.relation)
        .select_from(
            thread_members.join(threads, t.id == member.thread_id)
            .join(people, people.c.id == member.person_id)
            .outerjoin(guardianships, kin)
        )
        .where(member.thread_id.in_(bindparam("listed", expanding=True)), member.left_at.is_(None))
        .order_by(member.thread_id, people.c.name_norm, people.c.id)
    )


def _asking() -> Any:
    a, mine = announcements.c, announcement_receipts.c
    goes_at = or_(a.send_at.is_(None), a.send_at <= bindparam("now"))
    unconfirmed = and_(a.asks, mine.acknowledged_at.is_(None))
    return (
        select(a.id, func.substr(a.text, 1, FIRST_WORDS).label("words"))
        .select_from(
            announcement_receipts.join(announcements, a.id == mine.announcement_id).outerjoin(
                polls, polls.c.announcement_id == a.id
            )
        )
        .where(mine.person_id == bindparam("person"), a.made_at >= bindparam("since"), a.taken_back_at.is_(None))
        .where(goes_at, or_(unconfirmed, polls.c.id.is_not(None)))
        .order_by(a.id.desc())
    )


# Made once: putting them together costs more than running them.
LISTED = _listed()
MEMBERS = _members()
ASKING = _asking()
OWING = select(t.id, t.owed_by, t.last_at).where(t.owed_by.is_not(None), t.owed_since <= bindparam("before"))
