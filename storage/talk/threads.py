"""Threads as rows: opened, written to, reworded; only ever added to."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, bindparam, case, exists, insert, select, update

from domain.ids import PersonId, TalkMessageId, ThreadId
from domain.talk.thread_ports import NewTalk, NewThread, OwnTalk
from domain.talk.threads import Party
from domain.talk.wording import Attachment, Wording
from storage.executor import Writer
from storage.tables.talk import (
    talk_files,
    thread_members,
    thread_message_versions,
    thread_messages,
    thread_reads,
    threads,
)
from storage.upsert import upsert

OTHER = {Party.ASKING: Party.ASKED, Party.ASKED: Party.ASKING}
t, member, said = threads.c, thread_members.c, thread_messages.c


class ThreadRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def find(self, like: NewThread) -> tuple[ThreadId, Mapping[PersonId, Party]] | None:
        if like.matter is not None:
            return None
        found: dict[int, dict[PersonId, Party]] = {}
        for row in await self._tx.rows(_alike(like)):
            found.setdefault(row.thread_id, {})[PersonId(row.person_id)] = Party(row.party)
        wanted = {one.person for one in like.members}
        return next(((ThreadId(one), of) for one, of in found.items() if of.keys() == wanted), None)

    async def make(self, new: NewThread) -> ThreadId:
        now = self._tx.clock.now()
        row = {
            "kind": new.kind,
            "desk": new.desk,
            "pupil_id": new.pupil,
            "subject_id": new.subject,
            "matter": new.matter,
            "announcement_id": new.announcement,
            "opened_by": new.opened_by,
            "opened_at": now,
            "last_at": now,
        }
        thread = await self._tx.add(insert(threads).values(**row))
        members = [
            {
                "thread_id": thread,
                "person_id": one.person,
                "party": one.party,
                "side": one.side,
                "joined_at": now,
            }
            for one in new.members
        ]
        await self._tx.run(insert(thread_members), members)
        return ThreadId(thread)

    async def say(self, new: NewTalk) -> TalkMessageId | None:
        now = self._tx.clock.now()
        row = {
            "thread_id": new.thread,
            "author_id": new.author,
            "party": new.party,
            "text": new.wording.text,
            "entities": new.wording.kept(),
            "written_at": now,
            "reply_to_id": await self._of_thread(new.reply_to, new.thread),
            "urgent": new.urgent,
            "source_account_id": new.account,
            "source_message_id": new.account_message,
            "album": new.album,
        }
        once = upsert(thread_messages, self._tx.dialect, ("source_account_id", "source_message_id"))
        made = await self._tx.row(once.values(**row).returning(said.id))
        if made is None:
            return None
        other = OTHER[new.party]
        owed = {"owed_by": other, "owed_since": case((t.owed_by == other, t.owed_since), else_=now)}
        written = update(threads).where(t.id == new.thread)
        await self._tx.run(written.values(last_at=now, last_message_id=made.id, **owed))
        return TalkMessageId(made.id)

    async def attach(self, message: TalkMessageId, files: Sequence[Attachment]) -> None:
        if not files:
            return
        file = talk_files.c
        known = await self._tx.rows(select(file.position, file.source_message_id).where(file.message_id == message))
        sources = {row.source_message_id for row in known} - {None}
        first = max((row.position for row in known), default=-1) + 1
        fresh = [one for one in files if one.source not in sources]
        rows = [
            {
                "message_id": message,
                "position": first + number,
                "kind": one.kind,
                "file_id": one.file_id,
                "file_name": one.name,
                "source_message_id": one.source,
            }
            for number, one in enumerate(fresh)
        ]
        if rows:
            await self._tx.run(insert(talk_files), rows)

    async def caption(self, message: TalkMessageId, wording: Wording) -> None:
        worded = update(thread_messages).where(said.id == message, said.text == "")
        await self._tx.run(worded.values(text=wording.text, entities=wording.kept()))

    async def reword(self, own: OwnTalk, wording: Wording) -> bool:
        now = self._tx.clock.now()
        same = update(thread_messages).where(said.id == own.message, said.version == own.version)
        worded = {"text": wording.text, "entities": wording.kept(), "version": own.version + 1, "edited_at": now}
        if not await self._tx.run(same.values(**worded)):
            return False
        earlier = {"text": own.wording.text, "entities": own.wording.kept(), "version": own.version, "until": now}
        await self._tx.run(insert(thread_message_versions).values(message_id=own.message, **earlier))
        return True

    async def read(self, thread: ThreadId, person: PersonId, to: TalkMessageId) -> None:
        row = {"thread_id": thread, "person_id": person, "read_to": to, "read_at": self._tx.clock.now()}
        key, changed = ("thread_id", "person_id"), ("read_to", "read_at")
        further = upsert(thread_reads, self._tx.dialect, key, *changed, rising="read_to")
        await self._tx.run(further, row)

    async def settle(self, thread: ThreadId, party: Party) -> bool:
        owing = update(threads).where(t.id == thread, t.owed_by == party)
        return bool(await self._tx.run(owing.values(owed_by=None, owed_since=None)))

    async def _of_thread(self, message: TalkMessageId | None, thread: ThreadId) -> TalkMessageId | None:
        """An answer names a message of its own thread, or none."""
        if message is None:
            return None
        here = select(said.id).where(said.id == bindparam("b_message"), said.thread_id == bindparam("b_thread"))
        found = await self._tx.row(here, {"b_message": message, "b_thread": thread})
        return message if found is not None else None


def _alike(like: NewThread) -> Any:
    """Members of the threads of the same kind, desk, child, subject and announcement, the newest first."""
    same = [
        _is(t.kind, like.kind),
        _is(t.desk, like.desk),
        _is(t.pupil_id, like.pupil),
        _is(t.subject_id, like.subject),
        _is(t.announcement_id, like.announcement),
        t.matter.is_(None),
        member.left_at.is_(None),
    ]
    one = thread_members.alias("one")
    among = exists().where(one.c.thread_id == t.id, one.c.person_id == like.members[0].person, one.c.left_at.is_(None))
    asked = select(member.thread_id, member.person_id, member.party).join(threads, member.thread_id == t.id)
    return asked.where(*same, among).order_by(t.last_message_id.desc(), t.id.desc(), member.person_id)


def _is(column: Column[Any], value: object) -> Any:
    return column.is_(None) if value is None else column == value
