"""Roll calls, the cards of absences and of what was announced, as they are shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, or_, select

from domain.attendance.alarm import rings
from domain.attendance.answers import Answer
from domain.attendance.notes import AbsenceNote, NoteCard, announced
from domain.attendance.ports import AbsenceCard, RollCallSheet
from domain.attendance.presence import Presence
from domain.ids import LessonId, NoteId, PersonId
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef, PlannedLesson
from storage.attendance.notes import by_pupil, note_cards, notes_of
from storage.attendance.rows import sheet_of
from storage.database import Database
from storage.school.timetable import KnownTimetable
from storage.tables.attendance import absence_answers, attendance
from storage.tables.journal import lesson_classes, lessons
from storage.tables.roles import people
from storage.tables.school import classes, enrolments, study_group_members, subjects

Pair = tuple[LessonId, PersonId]
taker = people.alias("taker")


class AttendanceReads:
    """Roll calls in one statement; cards of absences in four for any number of them."""

    def __init__(self, database: Database, timetable: KnownTimetable) -> None:
        self._database = database
        self._timetable = timetable

    async def sheet(self, ref: LessonRef) -> RollCallSheet:
        return await sheet_of(self._database.reader, ref)

    async def card(self, lesson: LessonId, pupil: PersonId) -> AbsenceCard | None:
        return (await self.absence_cards([(lesson, pupil)])).get((lesson, pupil))

    async def absence_cards(self, pairs: Collection[Pair]) -> Mapping[Pair, AbsenceCard]:
        wanted = set(pairs)
        if not wanted:
            return {}
        rows = await self._database.reader.rows(NOTED, {"numbers": list({pair[0] for pair in wanted})})
        rows = [row for row in rows if (row.lesson_id, row.pupil_id) in wanted]
        days = _Days(await self._days(rows), await self._kept(rows), await self._notes(rows))
        cards = [await self._card(row, days) for row in rows]
        return {(card.lesson, card.pupil): card for card in cards}

    async def _days(self, rows: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
        """All that was noted of these pupils on these days, with what was answered."""
        asked = {"pupils": list({row.pupil_id for row in rows}), "days": list({row.day for row in rows})}
        return await self._database.reader.rows(DAYS, asked)

    async def _kept(self, rows: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
        """Lessons of these days whose roll call is closed, with the pupils' seats: not noted there means present."""
        asked = {"days": list({row.day for row in rows}), "classes": list({row.class_id for row in rows})}
        return await self._database.reader.rows(KEPT, asked)

    async def _notes(self, rows: Sequence[Row[Any]]) -> Mapping[PersonId, Sequence[AbsenceNote]]:
        days = [row.day for row in rows]
        pupils = {PersonId(row.pupil_id) for row in rows}
        return by_pupil(await notes_of(self._database.reader, pupils, min(days), max(days)) if rows else ())

    async def note_card(self, number: NoteId) -> NoteCard | None:
        return (await self.note_cards([number])).get(number)

    async def note_cards(self, numbers: Collection[NoteId]) -> Mapping[NoteId, NoteCard]:
        return await note_cards(self._database.reader, numbers)

    async def unanswered(self, since: datetime, until: datetime) -> Sequence[Pair]:
        rows = await self._database.reader.rows(UNANSWERED, {"since": since, "until": until})
        return [(LessonId(row.lesson_id), PersonId(row.pupil_id)) for row in rows]

    async def _card(self, row: Row[Any], days: "_Days") -> AbsenceCard:
        planned = (await self._timetable.day(row.day)).by_ref.get(LessonRef(row.entry_id, row.day))
        status, known = Presence(row.status), days.known(row)
        return AbsenceCard(
            lesson=LessonId(row.lesson_id),
            pupil=PersonId(row.pupil_id),
            pupil_name=PersonName(row.surname, row.given, row.patronymic),
            class_name=row.class_name,
            subject=row.subject_name,
            position=row.position,
            day=row.day,
            starts=planned.bell.starts if planned and planned.bell else None,
            status=status,
            minutes=row.minutes,
            version=row.version,
            teachers=_teachers(planned, row.teacher_id),
            rings=rings(row.position, status, known, days.answers(row), days.announced(row)),
            answer=Answer(row.answer) if row.answer else None,
            answered_by=PersonId(row.guardian_id) if row.guardian_id else None,
            taken_by=PersonName(row.taker, row.taker_given, row.taker_patronymic) if row.taker else None,
        )


class _Days:
    """What is known of pupils' days: noted rows, presence that follows from closed roll calls, what was announced."""

    def __init__(
        self,
        noted: Sequence[Row[Any]],
        kept: Sequence[Row[Any]],
        notes: Mapping[PersonId, Sequence[AbsenceNote]],
    ) -> None:
        self._noted = noted
        self._kept = kept
        self._notes = notes

    def known(self, of: Row[Any]) -> dict[int, Presence]:
        """By position, the lesson of the card itself left out."""
        present = {row.position: Presence.PRESENT for row in self._kept if row.day == of.day and _sits_in(of, row)}
        noted = {row.position: Presence(row.status) for row in self._mine(of)}
        return {position: status for position, status in (present | noted).items() if position != of.position}

    def answers(self, of: Row[Any]) -> frozenset[Answer]:
        """Given at the day's other lessons: the card's own answer does not unring it."""
        return frozenset(Answer(row.answer) for row in self._mine(of) if row.answer and row.position != of.position)

    def announced(self, of: Row[Any]) -> bool:
        return announced(self._notes.get(of.pupil_id, ()), of.day, of.position) is not None

    def _mine(self, of: Row[Any]) -> Iterable[Row[Any]]:
        return (row for row in self._noted if (row.pupil_id, row.day) == (of.pupil_id, of.day))


def _sits_in(of: Row[Any], kept: Row[Any]) -> bool:
    return bool(kept.class_id == of.class_id and (kept.group_id is None or kept.member == of.pupil_id))


def _answered() -> Any:
    return and_(
        absence_answers.c.lesson_id == attendance.c.lesson_id, absence_answers.c.pupil_id == attendance.c.pupil_id
    )


def _noted_at() -> Any:
    """Every noted pupil of these lessons with all that a card shows; the class is the one that brought the pupil in."""
    seat = enrolments.c
    in_class = and_(
        seat.pupil_id == attendance.c.pupil_id,
        seat.from_day <= attendance.c.day,
        or_(seat.until_day.is_(None), seat.until_day >= attendance.c.day),
    )
    return (
        select(attendance, lessons.c.entry_id, lessons.c.position, lessons.c.teacher_id)
        .add_columns(subjects.c.name.label("subject_name"), classes.c.id.label("class_id"))
        .add_columns(classes.c.name.label("class_name"), people.c.surname, people.c.given, people.c.patronymic)
        .add_columns(absence_answers.c.answer, absence_answers.c.guardian_id, taker.c.surname.label("taker"))
        .add_columns(taker.c.given.label("taker_given"), taker.c.patronymic.label("taker_patronymic"))
        .select_from(
            attendance.join(lessons, attendance.c.lesson_id == lessons.c.id)
            .join(subjects, lessons.c.subject_id == subjects.c.id)
            .join(people, attendance.c.pupil_id == people.c.id)
            .join(enrolments, in_class)
            .join(classes, seat.class_id == classes.c.id)
            .outerjoin(absence_answers, _answered())
            .outerjoin(taker, absence_answers.c.reacted_by == taker.c.id)
        )
        .where(attendance.c.lesson_id.in_(_these("numbers")))
    )


def _noted_on() -> Any:
    return (
        select(attendance.c.pupil_id, attendance.c.day, attendance.c.status, lessons.c.position)
        .add_columns(absence_answers.c.answer)
        .select_from(
            attendance.join(lessons, attendance.c.lesson_id == lessons.c.id).outerjoin(absence_answers, _answered())
        )
        .where(attendance.c.pupil_id.in_(_these("pupils")), attendance.c.day.in_(_these("days")))
    )


def _kept_on() -> Any:
    members = study_group_members.c
    return (
        select(lessons.c.day, lessons.c.position, lesson_classes.c.class_id, members.pupil_id.label("member"))
        .add_columns(lesson_classes.c.group_id)
        .select_from(
            lessons.join(lesson_classes, lesson_classes.c.lesson_id == lessons.c.id).outerjoin(
                study_group_members, members.group_id == lesson_classes.c.group_id
            )
        )
        .where(lessons.c.day.in_(_these("days")), lessons.c.roll_call_closed_at.is_not(None))
        .where(lesson_classes.c.class_id.in_(_these("classes")))
    )


def _these(name: str) -> Any:
    return bindparam(name, expanding=True)


# Made once: putting them together costs more than running them.
NOTED, DAYS, KEPT = _noted_at(), _noted_on(), _kept_on()
UNANSWERED = (
    select(absence_answers.c.lesson_id, absence_answers.c.pupil_id)
    .where(absence_answers.c.answer == Answer.UNKNOWN, absence_answers.c.reacted_by.is_(None))
    .where(absence_answers.c.escalated_at.is_(None))
    .where(absence_answers.c.at.between(bindparam("since"), bindparam("until")))
)


def _teachers(planned: PlannedLesson | None, kept_by: int | None) -> tuple[PersonId, ...]:
    if planned is not None:
        return planned.teacher_ids
    return (PersonId(kept_by),) if kept_by is not None else ()
