"""Who wants their lessons to come at the bell, and which ones are queued."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, true, tuple_

from domain.ids import AccountId, EntryId, PersonId
from domain.messaging.kinds import Kind
from domain.roles.people import Role
from domain.school.timetable import LessonRef
from storage.executor import Reader
from storage.messaging.readers import REACHABLE
from storage.tables.journal import lessons
from storage.tables.messaging import outbox, person_settings
from storage.tables.roles import bindings


class LessonBellsReading:
    """Each answer is one statement."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def listeners(self, persons: Collection[PersonId]) -> Sequence[tuple[PersonId, AccountId]]:
        wants = person_settings.c.person_id == bindings.c.person_id
        asked = (
            select(bindings.c.id, bindings.c.person_id, bindings.c.roles)
            .select_from(bindings.join(person_settings, wants))
            .where(bindings.c.person_id.in_(persons), person_settings.c.lesson_bell == true(), *REACHABLE)
        )
        rows = await self._reader.rows(asked)
        return [(PersonId(row.person_id), AccountId(row.id)) for row in rows if Role.TEACHER in row.roles]

    async def queued(self, events: Collection[str]) -> Collection[tuple[str, AccountId]]:
        mine = outbox.c.event.in_(events), outbox.c.kind == Kind.LESSON_BELL
        rows = await self._reader.rows(select(outbox.c.event, outbox.c.account_id).where(*mine))
        return {(row.event, AccountId(row.account_id)) for row in rows}

    async def written(self, refs: Collection[LessonRef]) -> Collection[LessonRef]:
        those = tuple_(lessons.c.entry_id, lessons.c.day).in_([(ref.entry, ref.day) for ref in refs])
        rows = await self._reader.rows(select(lessons.c.entry_id, lessons.c.day).where(those))
        return {LessonRef(EntryId(row.entry_id), row.day) for row in rows}
