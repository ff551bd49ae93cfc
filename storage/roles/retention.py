"""What is over its term, table by table, in an order in which it can go.

The change log goes from its oldest end by whole seals; the last of them stays as an anchor without rows, by which the
later ones still verify (`domain/journal/sealing.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, exists, func, literal, or_, select, union_all, update

from domain.roles.retention import Limits, Overdue
from storage.executor import Writer
from storage.tables import attendance as a
from storage.tables import control as c
from storage.tables import grading as g
from storage.tables import journal as j
from storage.tables import messaging as m
from storage.tables import office, school
from storage.tables import talk as t


@dataclass(frozen=True, slots=True)
class Stale:
    table: Table
    where: ColumnElement[bool]


class RetentionRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def overdue(self, limits: Limits) -> Sequence[Overdue]:
        stale = _stale(limits, await self._sealed_before(limits))
        counts = [
            select(literal(at).label("at"), func.count().label("rows")).select_from(one.table).where(one.where)
            for at, one in enumerate(stale)
        ]
        found = {row.at: int(row.rows) for row in await self._tx.rows(union_all(*counts))}
        return [Overdue(one.table.name, found[at]) for at, one in enumerate(stale) if found[at]]

    async def erase(self, limits: Limits) -> None:
        last = await self._sealed_before(limits)
        old_marks = select(j.marks.c.id).where(j.marks.c.day < limits.journal)
        await self._tx.run(update(j.marks).where(j.marks.c.retake_id.in_(old_marks)).values(retake_id=None))
        await self._tx.run(update(g.debts).where(g.debts.c.mark_id.in_(old_marks)).values(mark_id=None))
        letters = _letters(limits)
        for table in (t.threads, m.holds):
            await self._tx.run(update(table).where(table.c.announcement_id.in_(letters)).values(announcement_id=None))
        for one in _stale(limits, last):
            await self._tx.run(delete(one.table).where(one.where))
        await self._tx.run(delete(j.change_seals).where(j.change_seals.c.last_id < last))
        await self._tx.run(update(j.change_seals).where(j.change_seals.c.last_id == last).values(rows=0))

    async def _sealed_before(self, limits: Limits) -> int:
        """The last row of the change log that a seal of before the limit covers; 0: there is none."""
        before = j.change_seals.c.made_at < _instant(limits.journal)
        row = await self._tx.row(select(func.max(j.change_seals.c.last_id)).where(before))
        return int(row[0]) if row and row[0] else 0


def _stale(limits: Limits, last: int) -> Sequence[Stale]:
    """`last`: the last row of the change log that goes. What is still pointed at stays with what points."""
    day, at = limits.journal, _instant(limits.journal)
    lessons = select(j.lessons.c.id).where(j.lessons.c.day < day)
    marks = select(j.marks.c.id).where(j.marks.c.day < day)
    homework = select(j.homework.c.id).where(j.homework.c.due_day < day)
    sent = and_(m.outbox.c.finished_at < at, m.outbox.c.made_at < at)
    looked = select(c.inspections.c.id).where(c.inspections.c.last_day < day)
    return (
        Stale(c.inspection_remarks, c.inspection_remarks.c.inspection_id.in_(looked)),
        Stale(c.inspections, c.inspections.c.last_day < day),
        Stale(g.mark_requests, g.mark_requests.c.mark_id.in_(marks)),
        Stale(g.debts, g.debts.c.lesson_id.in_(lessons)),
        Stale(j.marks, j.marks.c.day < day),
        Stale(a.attendance, a.attendance.c.lesson_id.in_(lessons)),
        Stale(a.absence_answers, a.absence_answers.c.lesson_id.in_(lessons)),
        Stale(a.absence_reasons, a.absence_reasons.c.lesson_id.in_(lessons)),
        Stale(a.absence_notes, a.absence_notes.c.until_day < day),
        Stale(j.remarks, or_(j.remarks.c.day < day, j.remarks.c.lesson_id.in_(lessons))),
        Stale(j.homework_ticks, j.homework_ticks.c.homework_id.in_(homework)),
        Stale(j.homework_pupils, j.homework_pupils.c.homework_id.in_(homework)),
        Stale(j.homework_files, j.homework_files.c.homework_id.in_(homework)),
        Stale(j.homework, j.homework.c.due_day < day),
        Stale(j.change_log, j.change_log.c.id <= last),
        Stale(j.lesson_classes, j.lesson_classes.c.lesson_id.in_(lessons.where(_unlogged(last)))),
        Stale(j.lessons, and_(j.lessons.c.day < day, _unlogged(last))),
        *_of_talk(limits),
        Stale(t.talk_arrivals, t.talk_arrivals.c.outbox_id.in_(select(m.outbox.c.id).where(sent))),
        Stale(m.outbox, sent),
        Stale(m.facts, m.facts.c.told_at < at),
        Stale(g.results, g.results.c.set_at < _instant(limits.results)),
        Stale(office.movements, office.movements.c.day < limits.orders),
        Stale(school.enrolments, school.enrolments.c.until_day < limits.orders),
        Stale(office.audit_log, office.audit_log.c.day < limits.audit),
    )


def _letters(limits: Limits) -> Any:
    return select(t.announcements.c.id).where(t.announcements.c.made_at < _instant(limits.journal))


def _of_talk(limits: Limits) -> Sequence[Stale]:
    """A thread counts by its last message, an announcement by its day; an answer to one that went stays without it."""
    day, at, letters = limits.journal, _instant(limits.journal), _letters(limits)
    ended = select(t.threads.c.id).where(t.threads.c.last_at < at)
    said = select(t.thread_messages.c.id).where(t.thread_messages.c.thread_id.in_(ended))
    asked = select(t.polls.c.id).where(t.polls.c.announcement_id.in_(letters))
    files, given = t.talk_files.c, t.handovers.c
    return (
        Stale(t.talk_files, or_(files.message_id.in_(said), files.announcement_id.in_(letters))),
        Stale(t.thread_message_versions, t.thread_message_versions.c.message_id.in_(said)),
        Stale(t.thread_reads, t.thread_reads.c.thread_id.in_(ended)),
        Stale(t.thread_messages, t.thread_messages.c.thread_id.in_(ended)),
        Stale(t.thread_members, t.thread_members.c.thread_id.in_(ended)),
        Stale(t.threads, t.threads.c.last_at < at),
        *(Stale(one, one.c.poll_id.in_(asked)) for one in (t.poll_answers, t.poll_turnout, t.poll_tallies)),
        Stale(t.poll_options, t.poll_options.c.poll_id.in_(asked)),
        Stale(t.polls, t.polls.c.announcement_id.in_(letters)),
        Stale(t.announcement_versions, t.announcement_versions.c.announcement_id.in_(letters)),
        Stale(t.announcement_wards, t.announcement_wards.c.announcement_id.in_(letters)),
        Stale(t.announcement_receipts, t.announcement_receipts.c.announcement_id.in_(letters)),
        Stale(t.announcements, t.announcements.c.made_at < at),
        Stale(t.diary_signatures, t.diary_signatures.c.week < day),
        Stale(t.writing_limits, t.writing_limits.c.lifted_at < at),
        Stale(t.handovers, or_(given.until_day < day, given.ended_at < at)),
    )


def _unlogged(last: int) -> ColumnElement[bool]:
    return ~exists().where(j.change_log.c.lesson_id == j.lessons.c.id, j.change_log.c.id > last)


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)
