"""Polls as rows: made with their announcement, answered, closed."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from sqlalchemy import delete, insert, or_, select, update

from domain.ids import AnnouncementId, PersonId, PollId, PollOptionId
from domain.talk.audiences import Audience
from domain.talk.polls import PollDraft, SlotDraft
from storage.executor import Writer
from storage.tables.talk import announcements, poll_answers, poll_options, poll_tallies, poll_turnout, polls
from storage.upsert import upsert

answers, options = poll_answers, poll_options


class PollRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def make(self, announcement: AnnouncementId, draft: PollDraft) -> PollId:
        asked = await self._tx.row(select(announcements.c.audience).where(announcements.c.id == announcement))
        assert asked is not None
        sent = draft.as_sent(staff=asked.audience == Audience.STAFF)
        poll = PollId(await self._tx.add(insert(polls).values(announcement_id=announcement, **_head(sent))))
        rows: list[dict[str, object]] = [{"text": text} for text in sent.options]
        rows = rows or [_slot(one) for one in _in_order(sent)]
        if rows:
            blank: dict[str, object] = {
                "poll_id": poll,
                "text": None,
                "starts_at": None,
                "ends_at": None,
                "place": None,
            }
            await self._tx.run(insert(options), [blank | {"position": at} | row for at, row in enumerate(rows)])
        return poll

    async def hold(self, poll: PollId) -> bool:
        """Answers of one poll come one after another from here on. False: it is closed."""
        row = await self._tx.row(select(polls).where(polls.c.id == poll).with_for_update())
        now = self._tx.clock.now()
        return row is not None and row.closed_at is None and (row.close_at is None or row.close_at > now)

    async def put(
        self, poll: PollId, for_id: PersonId, by: PersonId, chosen: Collection[PollOptionId], number: Decimal | None
    ) -> None:
        """In place of what was answered before; nothing chosen and no number: no answer."""
        await self._tx.run(delete(answers).where(answers.c.poll_id == poll, answers.c.for_id == for_id))
        row = {"poll_id": poll, "for_id": for_id, "by_id": by, "at": self._tx.clock.now(), "number": number}
        given: list[PollOptionId | None] = list(chosen) or ([None] if number is not None else [])
        if given:
            await self._tx.run(insert(answers), [row | {"option_id": one} for one in given])

    async def cast(self, poll: PollId, for_id: PersonId, counted: Collection[str]) -> bool:
        """Without names: that it was answered, and what was, apart. False: answered before, and nothing changes."""
        came = upsert(poll_turnout, self._tx.dialect, ("poll_id", "for_id"))
        if not await self._tx.run(came, {"poll_id": poll, "for_id": for_id}):
            return False
        once_more = upsert(poll_tallies, self._tx.dialect, ("poll_id", "answer"), "answer", counted="votes")
        for one in sorted(counted):
            await self._tx.run(once_more, {"poll_id": poll, "answer": one, "votes": 1})
        return True

    async def take(self, poll: PollId, option: PollOptionId, for_id: PersonId, by: PersonId) -> bool:
        """The one slot of `for_id`, who leaves another for it. False: somebody else was first."""
        slot = options.c
        left = update(options).where(slot.poll_id == poll, slot.taken_for == for_id, slot.id != option)
        await self._tx.run(left.values(taken_for=None, taken_by=None, taken_at=None))
        free = or_(slot.taken_for.is_(None), slot.taken_for == for_id)
        taken = update(options).where(slot.id == option, slot.poll_id == poll, slot.starts_at.is_not(None), free)
        done = await self._tx.run(taken.values(taken_for=for_id, taken_by=by, taken_at=self._tx.clock.now()))
        return bool(done)

    async def give_back(self, poll: PollId, for_id: PersonId) -> bool:
        """False: there was nothing to give back."""
        mine = update(options).where(options.c.poll_id == poll, options.c.taken_for == for_id)
        return bool(await self._tx.run(mine.values(taken_for=None, taken_by=None, taken_at=None)))

    async def close(self, poll: PollId, *, closed: bool) -> bool:
        """False: it was so before."""
        before = polls.c.closed_at.is_(None) if closed else polls.c.closed_at.is_not(None)
        changed = update(polls).where(polls.c.id == poll, before)
        return bool(await self._tx.run(changed.values(closed_at=self._tx.clock.now() if closed else None)))

    async def reminded(self, poll: PollId, day: date) -> bool:
        """False: on that day already."""
        fresh = or_(polls.c.reminded_on.is_(None), polls.c.reminded_on != day)
        return bool(await self._tx.run(update(polls).where(polls.c.id == poll, fresh).values(reminded_on=day)))


def _head(draft: PollDraft) -> dict[str, object]:
    return {
        "kind": draft.kind.value,
        "per": draft.per.value,
        "named": draft.named,
        "unit": draft.unit,
        "least": draft.least,
        "most": draft.most,
        "close_at": draft.close_at,
    }


def _in_order(draft: PollDraft) -> list[SlotDraft]:
    return sorted(draft.slots, key=lambda one: one.starts_at)


def _slot(one: SlotDraft) -> dict[str, object]:
    return {"starts_at": one.starts_at, "ends_at": one.ends_at, "place": one.place}
