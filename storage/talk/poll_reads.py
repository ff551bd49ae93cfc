"""Polls as people see them: cards by reader, results, who is silent, times that were taken."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, and_, literal, select, union, union_all

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, PersonId, PollId, PollOptionId
from domain.roles.people import PersonName
from domain.talk.poll_cards import (
    Answered,
    PollAnswer,
    PollCard,
    PollHead,
    PollOption,
    PollOwner,
    PollTally,
    PollWard,
)
from domain.talk.polls import Per, PollKind
from storage.executor import Reader
from storage.tables.roles import guardianships, people
from storage.tables.talk import (
    announcement_receipts,
    announcement_wards,
    announcements,
    poll_answers,
    poll_options,
    poll_tallies,
    poll_turnout,
    polls,
)

Key = tuple[AnnouncementId, PersonId]
Answers = Mapping[tuple[PollId, PersonId], PollAnswer]
receipts, wards = announcement_receipts.c, announcement_wards.c
slot, given = poll_options.c, poll_answers.c


class PollReads:
    def __init__(self, reader: Reader, time: SchoolTime) -> None:
        self._reader = reader
        self._time = time

    async def heads(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, PollHead]:
        found = await self._reader.rows(select(polls).where(polls.c.announcement_id.in_(list(ids))))
        if not found:
            return {}
        options: dict[int, list[PollOption]] = {}
        asked = select(poll_options).where(slot.poll_id.in_([row.id for row in found]))
        for row in await self._reader.rows(asked.order_by(slot.poll_id, slot.position)):
            options.setdefault(row.poll_id, []).append(self._option(row))
        return {AnnouncementId(row.announcement_id): self._head(row, options.get(row.id, ())) for row in found}

    def _head(self, row: Row[Any], options: Sequence[PollOption]) -> PollHead:
        return PollHead(
            PollId(row.id),
            AnnouncementId(row.announcement_id),
            PollKind(row.kind),
            Per(row.per),
            bool(row.named),
            tuple(options),
            row.unit,
            _number(row.least),
            _number(row.most),
            self._local(row.close_at),
            row.closed_at,
        )

    def _option(self, row: Row[Any]) -> PollOption:
        starts, ends = self._local(row.starts_at), self._local(row.ends_at)
        option = PollOption(PollOptionId(row.id), row.text, starts, ends, row.place)
        if row.taken_for is None:
            return option
        return replace(option, taken_for=PersonId(row.taken_for), taken_by=PersonId(row.taken_by))

    def _local(self, instant: datetime | None) -> datetime | None:
        return self._time.local(instant) if instant is not None else None

    async def cards(self, asked: Collection[Key]) -> Mapping[Key, PollCard]:
        heads = await self.heads({announcement for announcement, _ in asked})
        wanted = {key for key in asked if key[0] in heads}
        if not wanted:
            return {}
        of_reader: dict[Key, list[PollWard]] = {}
        readers, ids = {reader for _, reader in wanted}, list(heads)
        for row in await self._reader.rows(_wards_of(ids, readers)):
            key = (AnnouncementId(row.announcement_id), PersonId(row.person_id))
            if key in wanted and (row.per == Per.CHILD) == (row.kind == "ward"):
                of_reader.setdefault(key, []).append(PollWard(PersonId(row.ward_id), _name(row)))
        answers, turnout = await self._given(of_reader, heads)
        now = self._time.now()
        return {
            key: _card(key, heads[key[0]], mine, answers, turnout, heads[key[0]].is_open(now))
            for key, mine in of_reader.items()
        }

    async def _given(
        self, of_reader: Mapping[Key, Sequence[PollWard]], heads: Mapping[AnnouncementId, PollHead]
    ) -> tuple[Answers, Collection[tuple[PollId, PersonId]]]:
        people_ = {ward.id for mine in of_reader.values() for ward in mine}
        named = [head.id for head in heads.values() if head.named]
        unnamed = [head.id for head in heads.values() if not head.named]
        answers = await self._answers(and_(given.poll_id.in_(named), given.for_id.in_(people_))) if named else {}
        if not unnamed:
            return answers, ()
        turn = poll_turnout.c
        rows = await self._reader.rows(select(poll_turnout).where(turn.poll_id.in_(unnamed), turn.for_id.in_(people_)))
        return answers, {(PollId(row.poll_id), PersonId(row.for_id)) for row in rows}

    async def owner(self, announcement: AnnouncementId) -> PollOwner | None:
        a = announcements.c
        row = await self._reader.row(select(a.sender_id, a.text).where(a.id == announcement))
        return PollOwner(PersonId(row.sender_id), row.text) if row else None

    async def asked(self, poll: PollHead) -> Sequence[PollWard]:
        child = poll.per is Per.CHILD
        ids = (
            select(wards.pupil_id).where(wards.announcement_id == poll.announcement)
            if child
            else select(receipts.person_id).where(receipts.announcement_id == poll.announcement)
        )
        rows = await self._reader.rows(_named().where(people.c.id.in_(ids)).order_by(people.c.name_norm, people.c.id))
        return [PollWard(PersonId(row.id), _name(row)) for row in rows]

    async def answered(self, poll: PollHead) -> Answered:
        if poll.named:
            found = await self._answers(given.poll_id == poll.id)
            return Answered({person: answer for (_, person), answer in found.items()}, frozenset(), {})
        turn, tally = poll_turnout.c, poll_tallies.c
        came = await self._reader.rows(select(turn.for_id).where(turn.poll_id == poll.id))
        counted = await self._reader.rows(select(tally.answer, tally.votes).where(tally.poll_id == poll.id))
        return Answered({}, frozenset(PersonId(row.for_id) for row in came), {row.answer: row.votes for row in counted})

    async def names(self, people_: Collection[PersonId]) -> Mapping[PersonId, PersonName]:
        rows = await self._reader.rows(_named().where(people.c.id.in_(list(people_))))
        return {PersonId(row.id): _name(row) for row in rows}

    async def silent(
        self, ids: Collection[AnnouncementId], persons: Collection[PersonId] | None = None
    ) -> Mapping[AnnouncementId, frozenset[PersonId]]:
        """Slots all gone: nobody can answer any more, so nobody is silent."""
        now, found = self._time.now(), await self.heads(ids)
        heads = {key: head for key, head in found.items() if head.is_open(now) and head.has_room}
        silent: dict[AnnouncementId, set[PersonId]] = {}
        if not heads:
            return {}
        rows = await self._reader.rows(_wards_of(list(heads), persons))
        done = await self._done(heads.values())
        for row in rows:
            head = heads[AnnouncementId(row.announcement_id)]
            wanted = (head.per is Per.CHILD) == (row.kind == "ward")
            if wanted and (head.id, row.ward_id) not in done and head.slot_of(PersonId(row.ward_id)) is None:
                silent.setdefault(head.announcement, set()).add(PersonId(row.person_id))
        return {key: frozenset(found) for key, found in silent.items()}

    async def _done(self, heads: Collection[PollHead]) -> Collection[tuple[int, int]]:
        ids, turn = [head.id for head in heads], poll_turnout.c
        rows = await self._reader.rows(
            union(
                select(given.poll_id, given.for_id).where(given.poll_id.in_(ids)),
                select(turn.poll_id, turn.for_id).where(turn.poll_id.in_(ids)),
            )
        )
        return {(row.poll_id, row.for_id) for row in rows}

    async def owners(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, PersonId]:
        a = announcements.c
        rows = await self._reader.rows(select(a.id, a.sender_id).where(a.id.in_(list(ids))))
        return {AnnouncementId(row.id): PersonId(row.sender_id) for row in rows}

    async def tallies(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, PollTally]:
        heads = await self.heads(ids)
        if not heads:
            return {}
        done, asked = await self._done(heads.values()), await self._asked(list(heads))
        now = self._time.now()
        found: dict[AnnouncementId, PollTally] = {}
        for key, head in heads.items():
            wards = asked.get(key, set())
            came = {ward for poll, ward in done if poll == head.id} | {one.taken_for for one in head.options}
            found[key] = PollTally(len(wards), len(wards & came), head.is_open(now))
        return found

    async def _asked(self, ids: Sequence[AnnouncementId]) -> Mapping[AnnouncementId, set[int | None]]:
        found: dict[AnnouncementId, set[int | None]] = {}
        for row in await self._reader.rows(_wards_of(ids, None)):
            if (row.per == Per.CHILD) == (row.kind == "ward"):
                found.setdefault(AnnouncementId(row.announcement_id), set()).add(row.ward_id)
        return found

    async def _answers(self, which: Any) -> Answers:
        asked = (
            select(given.poll_id, given.for_id, given.by_id, given.option_id, given.number)
            .add_columns(people.c.surname, people.c.given, people.c.patronymic)
            .select_from(poll_answers.join(people, given.by_id == people.c.id))
            .where(which)
            .order_by(given.id)
        )
        grouped: dict[tuple[PollId, PersonId], list[Row[Any]]] = {}
        for row in await self._reader.rows(asked):
            grouped.setdefault((PollId(row.poll_id), PersonId(row.for_id)), []).append(row)
        return {key: _answer(rows) for key, rows in grouped.items()}


def _wards_of(ids: Collection[AnnouncementId], readers: Collection[PersonId] | None) -> Select[Any]:
    """Children for whom a person was told, and the person themself; a guardian kept from a child answers not for it."""
    p = polls.c
    kept = and_(
        guardianships.c.guardian_id == wards.person_id,
        guardianships.c.pupil_id == wards.pupil_id,
        guardianships.c.restricted_at.is_not(None),
    )
    children = (
        select(wards.announcement_id, wards.person_id, wards.pupil_id.label("ward_id"))
        .select_from(announcement_wards.outerjoin(guardianships, kept))
        .where(wards.announcement_id.in_(ids), guardianships.c.guardian_id.is_(None))
    )
    oneself = select(receipts.announcement_id, receipts.person_id, receipts.person_id).where(
        receipts.announcement_id.in_(ids)
    )
    if readers is not None:
        children = children.where(wards.person_id.in_(readers))
        oneself = oneself.where(receipts.person_id.in_(readers))
    both = union_all(
        children.add_columns(literal("ward").label("kind")), oneself.add_columns(literal("self"))
    ).subquery()
    return (
        select(both, p.per, people.c.surname, people.c.given, people.c.patronymic)
        .select_from(
            both.join(polls, p.announcement_id == both.c.announcement_id).join(people, people.c.id == both.c.ward_id)
        )
        .order_by(people.c.name_norm, people.c.id)
    )


def _named() -> Select[Any]:
    return select(people.c.id, people.c.surname, people.c.given, people.c.patronymic)


def _name(row: Row[Any]) -> PersonName:
    return PersonName(row.surname, row.given, row.patronymic)


def _number(value: Any) -> Decimal | None:
    return Decimal(value) if value is not None else None


def _answer(rows: Sequence[Row[Any]]) -> PollAnswer:
    options = tuple(PollOptionId(row.option_id) for row in rows if row.option_id is not None)
    return PollAnswer(options, _number(rows[0].number), PersonId(rows[0].by_id), _name(rows[0]))


def _card(
    key: Key,
    head: PollHead,
    mine: Sequence[PollWard],
    answers: Answers,
    turnout: Collection[tuple[PollId, PersonId]],
    is_open: bool,
) -> PollCard:
    own = {one.id: answers[head.id, one.id] for one in mine if (head.id, one.id) in answers}
    came = frozenset(one.id for one in mine if (head.id, one.id) in turnout)
    return PollCard(head, key[1], tuple(mine), own, came, is_open)
