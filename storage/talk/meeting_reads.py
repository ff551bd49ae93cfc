"""Times that were taken, with who comes and whom they will meet."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, exists, select

from domain.ids import AnnouncementId, PersonId, PollOptionId
from domain.roles.people import PersonName
from domain.talk.poll_cards import PollWard, SlotCard
from storage.executor import Reader
from storage.tables.roles import guardianships, people
from storage.tables.talk import announcements, poll_options, polls
from storage.talk.poll_reads import PollReads

slot = poll_options.c


class MeetingReads:
    def __init__(self, reader: Reader, polls: PollReads) -> None:
        self._reader = reader
        self._polls = polls

    async def slots(self, options: Collection[PollOptionId]) -> Mapping[PollOptionId, SlotCard]:
        kept = exists().where(
            guardianships.c.guardian_id == slot.taken_by,
            guardianships.c.pupil_id == slot.taken_for,
            guardianships.c.restricted_at.is_not(None),
        )
        return {one.slot.id: one for one in await self._slot_cards(slot.id.in_(list(options)), ~kept)}

    async def meetings(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, Sequence[SlotCard]]:
        found: dict[AnnouncementId, list[SlotCard]] = {}
        for one in await self._slot_cards(polls.c.announcement_id.in_(list(ids))):
            found.setdefault(one.head.announcement, []).append(one)
        return found

    async def _slot_cards(self, *which: ColumnElement[bool]) -> list[SlotCard]:
        a, sender, ward = announcements.c, people.alias("sender"), people.alias("ward")
        asked = (
            select(slot.id, a.id.label("announcement"), ward.c.id.label("ward_id"))
            .add_columns(ward.c.surname, ward.c.given, ward.c.patronymic)
            .add_columns(sender.c.surname.label("s"), sender.c.given.label("g"), sender.c.patronymic.label("p"))
            .select_from(
                poll_options.join(polls, slot.poll_id == polls.c.id)
                .join(announcements, polls.c.announcement_id == a.id)
                .join(sender, a.sender_id == sender.c.id)
                .join(ward, slot.taken_for == ward.c.id)
            )
            .where(*which)
            .order_by(slot.starts_at, slot.id)
        )
        rows = await self._reader.rows(asked)
        heads = await self._polls.heads({AnnouncementId(row.announcement) for row in rows}) if rows else {}
        found = []
        for row in rows:
            head = heads[AnnouncementId(row.announcement)]
            taken = head.option(PollOptionId(row.id))
            if taken is not None and taken.taken_for is not None:
                mine = PollWard(PersonId(row.ward_id), PersonName(row.surname, row.given, row.patronymic))
                found.append(SlotCard(head, taken, mine, PersonName(row.s, row.g, row.p)))
        return found
