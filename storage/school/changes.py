"""Changes of a day's lessons as they are written."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, func, insert, or_, select, tuple_

from domain.attendance.presence import Presence
from domain.ids import EntryId, PersonId, SubjectId
from domain.school.changing_room import DayChange
from domain.school.timetable import ChangeKind, Entry, LessonRef, Slot
from storage.executor import Reader, Writer
from storage.sequences import next_ids
from storage.tables import school as t
from storage.tables.attendance import attendance
from storage.tables.journal import lessons, marks
from storage.topics import TIMETABLE
from storage.upsert import upsert

CHANGED = ("kind", "teacher_id", "subject_id", "room", "moved_to_id", "made_by", "made_at")


class LessonChangeRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def current(self, ref: LessonRef) -> DayChange | None:
        """Who changes the same lesson at the same time waits (SQLite has one writer anyway)."""
        if self._tx.dialect == "postgresql":
            entry = t.timetable_entries.c.id
            await self._tx.row(select(entry).where(entry == ref.entry).with_for_update())
        change = t.lesson_changes
        row = await self._tx.row(select(change).where(change.c.entry_id == ref.entry, change.c.day == ref.day))
        if row is None:
            return None
        return DayChange(
            kind=None if row.kind == "none" else ChangeKind(row.kind),
            teacher=PersonId(row.teacher_id) if row.teacher_id else None,
            subject=SubjectId(row.subject_id) if row.subject_id else None,
            room=row.room,
            moved_to=EntryId(row.moved_to_id) if row.moved_to_id else None,
        )

    async def written(self, refs: Collection[LessonRef]) -> frozenset[LessonRef]:
        if not refs:
            return frozenset()
        marked = exists().where(marks.c.lesson_id == lessons.c.id, marks.c.taken_back.is_(False))
        called = exists().where(attendance.c.lesson_id == lessons.c.id, attendance.c.status != Presence.PRESENT)
        topic = and_(lessons.c.topic.is_not(None), lessons.c.topic != "")
        among = tuple_(lessons.c.entry_id, lessons.c.day).in_([(ref.entry, ref.day) for ref in refs])
        held = or_(marked, called, topic, lessons.c.roll_call_closed_at.is_not(None))
        rows = await self._tx.rows(select(lessons.c.entry_id, lessons.c.day).where(among, held))
        return frozenset(LessonRef(EntryId(row.entry_id), row.day) for row in rows)

    async def put(self, ref: LessonRef, change: DayChange, by: PersonId) -> int:
        row = {
            "entry_id": ref.entry,
            "day": ref.day,
            "kind": change.kind.value if change.kind else "none",
            "teacher_id": change.teacher,
            "subject_id": change.subject,
            "room": change.room,
            "moved_to_id": change.moved_to,
            "made_by": by,
            "made_at": self._tx.clock.now(),
        }
        put = upsert(t.lesson_changes, self._tx.dialect, ("entry_id", "day"), *CHANGED, counted="version")
        (found,) = await self._tx.rows(put.returning(t.lesson_changes.c.version), row)
        self._tx.touch(TIMETABLE)
        return int(found.version)

    async def add_extra(self, like: Entry, to: Slot) -> EntryId:
        (made,) = await next_ids(self._tx, t.timetable_entries, 1)
        row: dict[str, Any] = {
            "id": made,
            "valid_from": to.day,
            "valid_until": to.day,
            "weekday": to.day.isoweekday(),
            "position": to.position,
            "subject_id": like.subject.id,
            "room": like.room,
            "extra": True,
        }
        await self._tx.run(insert(t.timetable_entries), [row])
        parts = [{"entry_id": made, "class_id": part.id, "group_id": part.group} for part in like.parts]
        teachers = [{"entry_id": made, "teacher_id": teacher} for teacher in like.teacher_ids]
        for table, rows in ((t.timetable_entry_classes, parts), (t.timetable_entry_teachers, teachers)):
            if rows:
                await self._tx.run(insert(table), rows)
        self._tx.touch(TIMETABLE)
        return EntryId(made)


class SubstitutionReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def substitutions(self, first: date, last: date) -> Mapping[PersonId, int]:
        change = t.lesson_changes.c
        asked = select(change.teacher_id, func.count().label("given")).where(change.day.between(first, last))
        given = asked.where(change.kind == ChangeKind.SUBSTITUTED, change.teacher_id.is_not(None))
        rows = await self._reader.rows(given.group_by(change.teacher_id))
        return {PersonId(row.teacher_id): row.given for row in rows}
