"""The diary's page: a pupil's day or week with its lessons, homework, marks and absences (1.4.4)."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import EntryId, MarkId, PersonId, SubjectId
from domain.journal.debts import OwedWork
from domain.journal.homework_diary import ComingHomework, HomeworkRead
from domain.journal.remarks import Remark
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor, PersonName
from domain.school.calendar import DAY, DayOff
from domain.school.exemptions import NOBODY_EXEMPT, Exemption, KnownExemptions
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import LessonRef, PlannedLesson

WEEK = 6
"""Monday to Saturday."""
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class DayMark:
    """A mark as the diary shows it; `retaken`: another one counts in its place."""

    id: MarkId
    ref: LessonRef
    subject: str
    value: str
    work: str
    """As it is typed in the chat: кр, ср, отв."""
    comment: str | None = None
    retaken: bool = False


@dataclass(frozen=True, slots=True)
class DayPresence:
    """`status` a `Presence`'s value other than present, or the reason that the class teacher has settled."""

    ref: LessonRef
    subject: str
    status: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class DiaryLesson:
    """`lesson` None: what is written of this subject that day has no lesson in the pupil's timetable any more.

    `exemption`: by it the pupil learns the subject otherwise that day.
    """

    subject: str
    lesson: PlannedLesson | None = None
    homework: tuple[ComingHomework, ...] = ()
    marks: tuple[DayMark, ...] = ()
    presence: DayPresence | None = None
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """`off` says why there are no lessons; `debts` are due that day, overdue ones stand on today."""

    day: date
    lessons: tuple[DiaryLesson, ...]
    off: DayOff | None = None
    remarks: tuple[Remark, ...] = ()
    debts: tuple[OwedWork, ...] = ()

    @property
    def minutes(self) -> int:
        """Of the day's homework, as far as its teachers have estimated it."""
        return sum(one.minutes or 0 for lesson in self.lessons for one in lesson.homework)


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """`today` is the school's; `ticks`: the reader is the pupil; `first_grade`: no marks, no homework there (1.2)."""

    pupil: PersonId
    name: PersonName
    class_name: str
    first_grade: bool
    today: date
    days: tuple[DiaryDay, ...]
    ticks: bool = False


class DiaryRead(Protocol):
    """From one day to another (included), in the order of the lessons; a statement each."""

    async def marks_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[DayMark]: ...

    async def presence_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[DayPresence]: ...

    async def debts_of_pupil(self, pupil: PersonId) -> Sequence[OwedWork]:
        """Those that stand, the soonest first."""
        ...

    async def remarks_of_days(self, pupil: PersonId, first: date, last: date) -> Sequence[Remark]: ...


@dataclass(frozen=True, slots=True)
class Written:
    """What is written of a pupil's days."""

    homework: Sequence[ComingHomework]
    marks: Sequence[DayMark]
    presence: Sequence[DayPresence]
    remarks: Sequence[Remark] = ()
    debts: Sequence[OwedWork] = ()
    exemptions: Sequence[Exemption] = ()


@dataclass(frozen=True, slots=True)
class DiaryPages:
    """Five statements beside what is kept in memory, for a day as for a week."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: DiaryRead
    homework: HomeworkRead
    exemptions: KnownExemptions = NOBODY_EXEMPT

    async def day(self, actor: Actor, pupil: PersonId, day: date) -> DiaryPage:
        """Raises `NotFound` for a pupil out of reach as for one who does not exist."""
        return await self._page(actor, pupil, (day,))

    async def week(self, actor: Actor, pupil: PersonId, day: date) -> DiaryPage:
        """The week that `day` lies in. Raises `NotFound` as `day` does."""
        monday = day - DAY * (day.isoweekday() - 1)
        return await self._page(actor, pupil, tuple(monday + timedelta(days=n) for n in range(WEEK)))

    def today(self) -> date:
        return self.time.today()

    async def _page(self, actor: Actor, pupil: PersonId, days: Sequence[date]) -> DiaryPage:
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        reached = sees(actor, Action.SEE_PUPIL_DIARY, Target(person=pupil, classes=classes))
        if not reached or seat is None or school_class is None:
            raise NotFound
        written = await self._written(seat, days[0], days[-1])
        return DiaryPage(
            pupil=pupil,
            name=seat.name,
            class_name=school_class.name,
            first_grade=school_class.grade == 1,
            today=self.time.today(),
            days=tuple([await self._day(seat, school_class, day, written) for day in days]),
            ticks=pupil == actor.person,
        )

    async def _written(self, seat: Seat, first: date, last: date) -> Written:
        due = await self.homework.of_pupil(seat.pupil, seat.class_id, first, last)
        return Written(
            [one for one in due if one.group is None or one.group in seat.groups],
            await self.reads.marks_of_days(seat.pupil, first, last),
            await self.reads.presence_of_days(seat.pupil, first, last),
            await self.reads.remarks_of_days(seat.pupil, first, last),
            await self.reads.debts_of_pupil(seat.pupil),
            [one for one in await self.exemptions.exemptions() if one.pupil == seat.pupil],
        )

    async def _day(self, seat: Seat, school_class: SchoolClass, day: date, written: Written) -> DiaryDay:
        planned = (await self.timetables.day(day)).of_pupil(seat.class_id, seat.groups)
        lessons, remarks = laid_out(planned, day, written), tuple(one for one in written.remarks if one.day == day)
        debts = due_on(written.debts, day, self.time.today())
        if any(one.lesson and one.lesson.takes_place for one in lessons):
            return DiaryDay(day, lessons, None, remarks, debts)
        off = (await self.timetables.plan()).calendar.day_off(day, school_class.grade)
        return DiaryDay(day, lessons, off or DayOff(), remarks, debts)


def due_on(debts: Iterable[OwedWork], day: date, today: date) -> tuple[OwedWork, ...]:
    """Today holds what is overdue too."""
    return tuple(one for one in debts if one.due == day or (one.due < day and day == today))


def laid_out(planned: Sequence[PlannedLesson], day: date, written: Written) -> tuple[DiaryLesson, ...]:
    """Everything written of a day under its lesson; what has no lesson in the timetable any more comes at the end."""
    marks = _grouped((mark.ref.entry, mark) for mark in written.marks if mark.ref.day == day)
    presence = {one.ref.entry: one for one in written.presence if one.ref.day == day}
    homework = _grouped((_entry_of(one, planned), one) for one in written.homework if one.day == day)
    placed = [
        DiaryLesson(
            lesson.subject.name,
            lesson,
            homework.pop(lesson.ref.entry, ()),
            marks.pop(lesson.ref.entry, ()),
            presence.pop(lesson.ref.entry, None),
            _exemption(written.exemptions, lesson.subject.id, day),
        )
        for lesson in planned
    ]
    return (*placed, *_beside(homework, marks, presence))


def _exemption(exemptions: Iterable[Exemption], subject: SubjectId, day: date) -> Exemption | None:
    return next((one for one in exemptions if one.subject.id == subject and one.covers(day)), None)


def _entry_of(homework: ComingHomework, planned: Sequence[PlannedLesson]) -> EntryId | None:
    """The lesson that it is for, or the subject's first one that day."""
    of_subject = [lesson.ref.entry for lesson in planned if lesson.subject.id == homework.subject_id]
    if homework.entry in of_subject:
        return homework.entry
    return of_subject[0] if of_subject else None


def _beside(
    homework: Mapping[EntryId | None, tuple[ComingHomework, ...]],
    marks: Mapping[EntryId, tuple[DayMark, ...]],
    presence: Mapping[EntryId, DayPresence],
) -> list[DiaryLesson]:
    found = {one.subject: DiaryLesson(one.subject, presence=one) for one in presence.values()}
    tasks = _grouped((one.subject, one) for listed in homework.values() for one in listed)
    given = _grouped((one.subject, one) for listed in marks.values() for one in listed)
    subjects = dict.fromkeys((*found, *given, *tasks))
    return [
        DiaryLesson(
            name, None, tasks.get(name, ()), given.get(name, ()), found[name].presence if name in found else None
        )
        for name in subjects
    ]


V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, tuple[V, ...]] = {}
    for key, value in pairs:
        groups[key] = (*groups.get(key, ()), value)
    return groups
