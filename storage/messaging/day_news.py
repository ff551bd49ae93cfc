"""What a day brought, for the digests: each question one statement, however many pupils there are."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, String, and_, cast, func, literal, select

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.ids import AccountId, AnnouncementId, ClassId, GroupId, PersonId
from domain.journal.periods import PERIODS, ResultKind
from domain.journal.remarks import Remark
from domain.messaging.digest_page import DigestAbsence, DigestDebt, DigestHomework, DigestMark, DigestResult
from domain.messaging.evening import AbsenceOf, DebtOf, HomeworkOf, LetterTo, MarkOf, ResultOf
from domain.messaging.kinds import DeliveryState, Kind
from storage.executor import Reader
from storage.journal.homework_reads import by_homework
from storage.journal.remarks import RemarkReads
from storage.tables.attendance import absence_answers, attendance
from storage.tables.grading import debts, results
from storage.tables.journal import homework, homework_files, homework_pupils, lessons, marks, work_kinds
from storage.tables.messaging import outbox
from storage.tables.school import subjects
from storage.tables.talk import announcement_wards, announcements
from storage.talk.letters import GOES_AT, letters_of

COMES = [DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.SENDING, DeliveryState.SENT]
"""A message in one of these states is with its reader, or on its way."""


class DayNewsReading:
    def __init__(self, reader: Reader, time: SchoolTime) -> None:
        self._reader = reader
        self._time = time

    async def marks(self, pupils: Collection[PersonId] | None, since: datetime, until: datetime) -> Sequence[MarkOf]:
        asked = (
            select(marks.c.pupil_id, marks.c.set_at, marks.c.value, marks.c.day)
            .add_columns(subjects.c.name, work_kinds.c.name.label("work"))
            .join(subjects, marks.c.subject_id == subjects.c.id)
            .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
            .where(marks.c.set_at >= since, marks.c.set_at < until, marks.c.taken_back.is_(False))
            .order_by(marks.c.pupil_id, marks.c.set_at, marks.c.id)
        )
        rows = await self._reader.rows(_of(asked, marks.c.pupil_id, pupils))
        return [MarkOf(PersonId(r.pupil_id), r.set_at, DigestMark(r.name, r.value, r.work, r.day)) for r in rows]

    async def absences(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[AbsenceOf]:
        a, said = attendance.c, absence_answers.c
        asked = (
            select(a.pupil_id, a.noted_at, a.status, a.day, lessons.c.position, subjects.c.name, said.answer)
            .join(lessons, a.lesson_id == lessons.c.id)
            .join(subjects, lessons.c.subject_id == subjects.c.id)
            .outerjoin(absence_answers, and_(said.lesson_id == a.lesson_id, said.pupil_id == a.pupil_id))
            .where(a.noted_at >= since, a.noted_at < until, a.status != Presence.PRESENT)
            .order_by(a.pupil_id, a.day, lessons.c.position)
        )
        rows = await self._reader.rows(_of(asked, a.pupil_id, pupils))
        return [
            AbsenceOf(
                PersonId(r.pupil_id),
                r.noted_at,
                DigestAbsence(r.name, r.position, r.day, Presence(r.status), Answer(r.answer) if r.answer else None),
            )
            for r in rows
        ]

    async def remarks(self, pupils: Collection[PersonId] | None, since: datetime, until: datetime) -> Sequence[Remark]:
        return await RemarkReads(self._reader).remarks_written(pupils, since, until)

    async def results(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[ResultOf]:
        """A result comes once for each account that is told of it."""
        r = results.c
        event = literal("result:").concat(cast(r.id, String))
        told = and_(outbox.c.event == event, outbox.c.kind == Kind.RESULT, outbox.c.state.in_(COMES))
        asked = (
            select(r.id, r.pupil_id, r.set_at, r.kind, r.number, r.value, subjects.c.name, outbox.c.account_id)
            .select_from(results.join(subjects, r.subject_id == subjects.c.id).outerjoin(outbox, told))
            .where(r.set_at >= since, r.set_at < until, r.taken_back.is_(False))
            .order_by(r.pupil_id, subjects.c.name, r.id)
        )
        rows = await self._reader.rows(_of(asked, r.pupil_id, pupils))
        return [_result(list(listed)) for _, listed in groupby(rows, key=lambda row: row.id)]

    async def debts(self, pupils: Collection[PersonId] | None, until: date) -> Sequence[DebtOf]:
        asked = (
            select(debts.c.pupil_id, debts.c.due_day, lessons.c.day, subjects.c.name, work_kinds.c.name.label("work"))
            .join(lessons, debts.c.lesson_id == lessons.c.id)
            .join(subjects, lessons.c.subject_id == subjects.c.id)
            .join(work_kinds, debts.c.kind_id == work_kinds.c.id)
            .where(debts.c.closed_at.is_(None), debts.c.due_day <= until)
            .order_by(debts.c.due_day, debts.c.id)
        )
        rows = await self._reader.rows(_of(asked, debts.c.pupil_id, pupils))
        return [DebtOf(PersonId(r.pupil_id), DigestDebt(r.name, r.work, r.day, r.due_day)) for r in rows]

    async def homework(self, days: Collection[date]) -> Sequence[HomeworkOf]:
        h = homework.c
        files = select(func.count()).where(homework_files.c.homework_id == h.id).correlate(homework).scalar_subquery()
        asked = (
            select(h.id, h.class_id, h.group_id, h.due_day, h.set_at, h.text, h.none_set, subjects.c.name)
            .add_columns(files.label("files"), homework_pupils.c.pupil_id.label("for_pupil"))
            .join(subjects, h.subject_id == subjects.c.id)
            .outerjoin(homework_pupils, homework_pupils.c.homework_id == h.id)
            .where(h.due_day.in_(days), h.cancelled_at.is_(None))
            .order_by(subjects.c.name, h.id)
        )
        return [
            HomeworkOf(
                ClassId(r.class_id),
                GroupId(r.group_id) if r.group_id else None,
                r.due_day,
                r.set_at,
                DigestHomework(r.name, r.text, r.files, r.none_set),
                pupils,
            )
            for r, pupils in by_homework(await self._reader.rows(asked))
        ]

    async def letters(self, since: datetime, until: datetime) -> Sequence[LetterTo]:
        """Of those that have gone."""
        wards = announcement_wards.c
        asked = (
            select(wards.announcement_id, wards.person_id, wards.pupil_id)
            .join(announcements, wards.announcement_id == announcements.c.id)
            .where(since <= GOES_AT, until > GOES_AT, announcements.c.taken_back_at.is_(None))
            .order_by(wards.announcement_id)
        )
        rows = await self._reader.rows(asked)
        letters = await letters_of(self._reader, self._time, {AnnouncementId(r.announcement_id) for r in rows}, None)
        return [
            LetterTo(PersonId(r.person_id), PersonId(r.pupil_id), letters[AnnouncementId(r.announcement_id)])
            for r in rows
            if r.announcement_id in letters
        ]


def _result(rows: Sequence[Row[Any]]) -> ResultOf:
    one = rows[0]
    told = frozenset(AccountId(row.account_id) for row in rows if row.account_id is not None)
    period = PERIODS[ResultKind(one.kind), one.number]
    return ResultOf(PersonId(one.pupil_id), one.set_at, DigestResult(one.name, period, one.value), told)


def _of(asked: Select[Any], pupil: Any, pupils: Collection[PersonId] | None) -> Select[Any]:
    return asked if pupils is None else asked.where(pupil.in_(pupils))
