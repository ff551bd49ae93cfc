"""Threads as they are read: cards with their heads, pages, who talks there, where a message of a chat belongs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, and_, bindparam, cast, exists, null, or_, select, union_all

from domain.clock import SchoolTime
from domain.ids import AccountId, AnnouncementId, PersonId, TalkMessageId, ThreadId
from domain.messaging.kinds import Kind
from domain.roles.people import PersonName
from domain.talk.audiences import Audience
from domain.talk.thread_ports import AnnouncedBy, OwnTalk, Place, TalkAudience, ThreadState
from domain.talk.threads import Party, Side, Speaker, Spoken, TalkCard, ThreadHead
from domain.talk.wording import Attachment, FileKind, Wording
from storage.executor import Reader
from storage.tables.messaging import outbox
from storage.tables.roles import guardianships, people
from storage.tables.talk import (
    announcement_receipts,
    announcement_wards,
    announcements,
    talk_arrivals,
    talk_files,
    thread_members,
    thread_messages,
    threads,
)
from storage.talk.standings import StandingsReading, asked, claims
from storage.talk.thread_heads import head_columns, head_of, with_heads

t, said, file = threads.c, thread_messages.c, talk_files.c
IDS: Any = bindparam("ids", expanding=True)
ACCOUNT: Any = bindparam("account", type_=BigInteger)
NUMBER: Any = bindparam("number", type_=BigInteger)


class ThreadReads:
    """Cards cost three statements, whatever their number."""

    def __init__(self, reader: Reader, time: SchoolTime, standings: StandingsReading) -> None:
        self._reader = reader
        self._time = time
        self._standings = standings

    async def state(self, thread: ThreadId) -> ThreadState | None:
        row = await self._reader.row(select(t.owed_by, t.owed_since, t.last_message_id).where(t.id == thread))
        if row is None:
            return None
        last = TalkMessageId(row.last_message_id) if row.last_message_id is not None else None
        return ThreadState(Party(row.owed_by) if row.owed_by else None, row.owed_since, last)

    async def heads(self, threads: Collection[ThreadId]) -> Mapping[ThreadId, ThreadHead]:
        rows = await self._reader.rows(HEADS, {"ids": list(threads), "day": self._time.today()})
        return {ThreadId(row.thread_id): head_of(row) for row in rows}

    async def people(self, thread: ThreadId) -> Sequence[tuple[Party, Speaker]]:
        of = asked(self._time.today(), 0) | {"claim_threads": [thread]}
        rows = await self._reader.rows(PEOPLE, of)
        seen: dict[int, tuple[Party, Speaker]] = {}
        for row in rows:
            if row.how in ("member", "desk"):
                seen.setdefault(row.author_id, (Party(row.party), _speaker(row, Side(row.side))))
        return list(seen.values())

    async def page(
        self, thread: ThreadId, since: datetime | None, before: TalkMessageId | None, most: int
    ) -> Sequence[TalkMessageId]:
        newest = select(said.id).where(said.thread_id == thread).order_by(said.id.desc()).limit(most)
        if since is not None:
            newest = newest.where(said.written_at >= since)
        if before is not None:
            newest = newest.where(said.id < before)
        return [TalkMessageId(row.id) for row in await self._reader.rows(newest)]

    async def cards(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkCard]:
        if not messages:
            return {}
        rows = await self._reader.rows(CARDS, {"ids": list(messages), "day": self._time.today()})
        quoted = {row.reply_to_id for row in rows if row.reply_to_id is not None}
        others = await self._reader.rows(CARDS, {"ids": list(quoted), "day": self._time.today()}) if quoted else ()
        files = await self._files({row.id for row in (*rows, *others)})
        quotes = {row.id: _spoken(row, files) for row in others}
        return {
            TalkMessageId(row.id): TalkCard(head_of(row), _spoken(row, files, quotes.get(row.reply_to_id)))
            for row in rows
        }

    async def audiences(self, messages: Collection[TalkMessageId]) -> Mapping[TalkMessageId, TalkAudience]:
        """As of now, whom each of them is for; three statements."""
        if not messages:
            return {}
        rows = await self._reader.rows(AUDIENCES, {"ids": list(messages)})
        listeners = await self._standings.listeners({ThreadId(row.thread_id) for row in rows})
        return {
            TalkMessageId(row.id): TalkAudience(
                thread=ThreadId(row.thread_id),
                message=TalkMessageId(row.id),
                author=PersonId(row.author_id),
                written_at=row.written_at,
                album=row.album is not None,
                urgent=bool(row.urgent),
                listeners=listeners[ThreadId(row.thread_id)],
            )
            for row in rows
        }

    async def owing(self, threads: Collection[ThreadId]) -> Mapping[ThreadId, Party | None]:
        """Which party owes an answer."""
        rows = await self._reader.rows(select(t.id, t.owed_by).where(t.id.in_(threads)))
        return {ThreadId(row.id): Party(row.owed_by) if row.owed_by else None for row in rows}

    async def at(self, account: AccountId, message: int) -> Place | None:
        row = await self._reader.row(AT, {"account": account, "number": message})
        if row is None:
            return None
        if row.body is None:
            return Place(ThreadId(row.thread_id), TalkMessageId(row.message_id))
        return _place(row.body)

    async def on_its_way(self, account: AccountId) -> bool:
        row = await self._reader.row(ON_ITS_WAY, {"account": account})
        return row is not None

    async def own(self, account: AccountId, message: int) -> OwnTalk | None:
        row = await self._reader.row(OWN, {"account": account, "number": message})
        return _own(row) if row else None

    async def own_album(self, account: AccountId, album: str) -> OwnTalk | None:
        of = (said.source_account_id == account, said.album == album)
        row = await self._reader.row(_owned().where(*of).order_by(said.id).limit(1), {"number": 0})
        return _own(row) if row else None

    async def heard_last(self, account: AccountId, since: datetime) -> Place | None:
        reached = (outbox.c.account_id == account, outbox.c.state == "sent", outbox.c.finished_at >= since)
        last = select(outbox.c.kind, outbox.c.body).where(*reached, outbox.c.edits_id.is_(None))
        row = await self._reader.row(last.order_by(outbox.c.finished_at.desc(), outbox.c.id.desc()).limit(1))
        return _place(row.body) if row is not None and row.kind == Kind.TALK else None

    async def announced_by(self, announcement: AnnouncementId, person: PersonId) -> AnnouncedBy | None:
        a, ward = announcements.c, announcement_wards.c
        own = and_(ward.announcement_id == a.id, ward.person_id == person)
        rows = await self._reader.rows(
            select(a.sender_id, a.audience, ward.pupil_id)
            .join(announcement_receipts, announcement_receipts.c.announcement_id == a.id)
            .outerjoin(announcement_wards, own)
            .where(a.id == announcement, announcement_receipts.c.person_id == person)
            .order_by(ward.pupil_id)
        )
        if not rows:
            return None
        pupils = tuple(PersonId(row.pupil_id) for row in rows if row.pupil_id is not None)
        side = Side.STAFF if rows[0].audience == Audience.STAFF else Side.FAMILY
        return AnnouncedBy(PersonId(rows[0].sender_id), side, pupils)

    async def _files(self, messages: Collection[int]) -> Mapping[int, tuple[Attachment, ...]]:
        found: dict[int, tuple[Attachment, ...]] = {}
        for row in await self._reader.rows(FILES, {"ids": list(messages)}):
            one = Attachment(FileKind(row.kind), row.file_id, row.file_name, row.source_message_id)
            found[row.message_id] = (*found.get(row.message_id, ()), one)
        return found


def _spoken(row: Row[Any], files: Mapping[int, tuple[Attachment, ...]], reply_to: Spoken | None = None) -> Spoken:
    return Spoken(
        id=TalkMessageId(row.id),
        speaker=_speaker(row, Side.FAMILY if row.side == Side.FAMILY else Side.STAFF),
        party=Party(row.party),
        wording=Wording.of(row.text, row.entities),
        files=files.get(row.id, ()),
        written_at=row.written_at,
        edited_at=row.edited_at,
        version=row.version,
        urgent=bool(row.urgent),
        reply_to=reply_to,
    )


def _speaker(row: Row[Any], side: Side) -> Speaker:
    """Who is no member sits at the desk, or stands in: of the staff."""
    return Speaker(
        PersonId(row.author_id),
        _name(row),
        side,
        row.relation if side is Side.FAMILY else None,
        pupil=row.author_id == row.pupil_id,
    )


def _name(row: Row[Any]) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)


def _own(row: Row[Any]) -> OwnTalk:
    return OwnTalk(
        ThreadId(row.thread_id),
        TalkMessageId(row.id),
        Wording.of(row.text, row.entities),
        row.written_at,
        row.version,
        bool(row.first),
    )


def _place(body: Mapping[str, Any]) -> Place:
    return Place(ThreadId(body["thread"]), TalkMessageId(body["message"]))


def _owned() -> Any:
    first = (said.source_message_id == NUMBER).label("first")
    return select(said.id, said.thread_id, said.text, said.entities, said.written_at, said.version, first)


def _own_by_number() -> Any:
    of_album = exists().where(file.message_id == said.id, file.source_message_id == NUMBER)
    return (
        _owned()
        .where(said.source_account_id == ACCOUNT, or_(said.source_message_id == NUMBER, of_album))
        .order_by(said.id.desc())
        .limit(1)
    )


def _at() -> Any:
    """The own message, or the row of the outbox that arrived under the number: as one message, or as one of several."""
    nothing = cast(null(), BigInteger)
    of_album = exists().where(file.message_id == said.id, file.source_message_id == NUMBER)
    own = select(said.thread_id, said.id.label("message_id"), cast(null(), outbox.c.body.type).label("body"))
    own = own.where(said.source_account_id == ACCOUNT, or_(said.source_message_id == NUMBER, of_album))
    came = select(nothing.label("thread_id"), nothing.label("message_id"), outbox.c.body)
    talk = outbox.c.kind == Kind.TALK
    alone = came.where(outbox.c.account_id == ACCOUNT, outbox.c.message_id == NUMBER, talk)
    among = came.join(talk_arrivals, talk_arrivals.c.outbox_id == outbox.c.id)
    among = among.where(talk_arrivals.c.account_id == ACCOUNT, talk_arrivals.c.message_id == NUMBER, talk)
    return union_all(own, alone, among)


AUTHOR = people.alias("author")
_author = (AUTHOR.c.surname, AUTHOR.c.given, AUTHOR.c.patronymic)


def _cards() -> Any:
    kin, member = guardianships.c, thread_members.c
    own = and_(kin.guardian_id == said.author_id, kin.pupil_id == t.pupil_id)
    of_thread = and_(member.thread_id == t.id, member.person_id == said.author_id)
    source = (
        thread_messages.join(threads, said.thread_id == t.id)
        .join(AUTHOR, AUTHOR.c.id == said.author_id)
        .outerjoin(guardianships, own)
        .outerjoin(thread_members, of_thread)
    )
    spoken = (
        said.id,
        said.author_id,
        said.party,
        said.text,
        said.entities,
        said.written_at,
        said.edited_at,
        said.version,
        said.urgent,
        said.reply_to_id,
    )
    named = (*_author, kin.relation, member.side)
    return select(*spoken, *named, *head_columns()).select_from(with_heads(source)).where(said.id.in_(IDS))


def _people() -> Any:
    found = claims(of_threads=True).subquery("found")
    kin = guardianships.c
    own = and_(kin.guardian_id == AUTHOR.c.id, kin.pupil_id == t.pupil_id)
    return (
        select(AUTHOR.c.id.label("author_id"), *_author, kin.relation, t.pupil_id)
        .add_columns(found.c.how, found.c.party, found.c.side)
        .select_from(found.join(AUTHOR, AUTHOR.c.id == found.c.person_id).join(threads, t.id == found.c.thread_id))
        .outerjoin(guardianships, own)
        .order_by(found.c.how.desc(), AUTHOR.c.name_norm, AUTHOR.c.id)
    )


# Made once: putting them together costs more than running them.
HEADS = select(*head_columns()).select_from(with_heads(threads)).where(t.id.in_(IDS))
CARDS = _cards()
PEOPLE = _people()
FILES = (
    select(file.message_id, file.kind, file.file_id, file.file_name, file.source_message_id)
    .where(file.message_id.in_(IDS))
    .order_by(file.message_id, file.position)
)
AUDIENCES = select(said.id, said.thread_id, said.author_id, said.written_at, said.album, said.urgent).where(
    said.id.in_(IDS)
)
ON_ITS_WAY = (
    select(outbox.c.id)
    .where(outbox.c.account_id == ACCOUNT, outbox.c.state == "sending", outbox.c.kind == Kind.TALK)
    .limit(1)
)
OWN = _own_by_number()
AT = _at()
