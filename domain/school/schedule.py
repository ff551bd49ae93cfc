"""«Расписание на завтра»: the lessons of a day for a pupil, a class or a teacher."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.ids import ClassId, EntryId, PersonId, SubjectId
from domain.roles.access import Action, Target, allowed, reach_of, require, sees
from domain.roles.people import Actor, PersonName, Role
from domain.school.calendar import DayOff
from domain.school.class_names import class_norm, grade_of
from domain.school.finding import class_at_start
from domain.school.ports import DueHomework, HomeworkDue, HomeworkLine, Rosters, Timetables
from domain.school.roster import Roster, SchoolClass, Seat
from domain.school.timetable import PlannedLesson

AFTER_SCHOOL = time(15)
LAST_GRADE = 11
"""By whose calendar a teacher's day off is told."""


@dataclass(frozen=True, slots=True)
class ScheduledLesson:
    lesson: PlannedLesson
    homework: tuple[HomeworkLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DaySchedule:
    """`pupil` and `name` are of a pupil's page; a page without `class_name` is a teacher's own lessons.

    On a day without lessons `off` says why and `following` is the next day that has some (None: not this year).
    """

    day: date
    lessons: tuple[ScheduledLesson, ...]
    pupil: PersonId | None = None
    name: PersonName | None = None
    class_id: ClassId | None = None
    class_name: str | None = None
    off: DayOff | None = None
    following: "DaySchedule | None" = None

    @property
    def free(self) -> bool:
        """Whether nothing takes place: no lessons, or all of them cancelled."""
        return not any(scheduled.lesson.takes_place for scheduled in self.lessons)


@dataclass(eq=False)
class NoSuchClass(Refused):
    said: str


Reader = Callable[[date], Awaitable[tuple[ScheduledLesson, ...]]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Use cases about the lessons of a day; reads of facts that change once a day come from memory."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    homework: HomeworkDue

    def near(self, ahead: int) -> date:
        """The day so many days ahead of the school's today."""
        return self.time.today() + timedelta(days=ahead)

    def likeliest(self) -> date:
        """Whose schedule is asked for with no day named: today's while school lasts, then tomorrow's."""
        return self.near(int(self.time.local().time() >= AFTER_SCHOOL))

    async def mine(self, actor: Actor, day: date) -> list[DaySchedule]:
        """A page for each child, for oneself as a pupil, and for one's own lessons as a teacher; empty: nobody."""
        pages = [await self.of_pupil(actor, child, day) for child in actor.children]
        if Role.PUPIL in actor.roles:
            pages.append(await self.of_pupil(actor, actor.person, day))
        if Role.TEACHER in actor.roles:
            pages.append(await self.of_teacher(actor, day))
        return pages

    async def of_one(self, actor: Actor, whose: PersonId, day: date) -> DaySchedule:
        """A pupil's page, or one's own lessons. Raises `NotFound` for whom the actor does not reach."""
        if whose == actor.person and Role.TEACHER in actor.roles:
            return await self.of_teacher(actor, day)
        return await self.of_pupil(actor, whose, day)

    async def of_pupil(self, actor: Actor, pupil: PersonId, day: date) -> DaySchedule:
        """Raises `NotFound` for a pupil out of reach as for one who does not exist."""
        roster = await self.rosters.roster()
        seat = roster.seats.get(pupil)
        classes = (seat.class_id,) if seat else ()
        if not sees(actor, Action.SEE_PUPIL_DIARY, Target(person=pupil, classes=classes)) or seat is None:
            raise NotFound
        school_class = roster.classes[seat.class_id]

        async def lessons(on: date) -> tuple[ScheduledLesson, ...]:
            return await self._of_seat(seat, on)

        page = DaySchedule(day, await lessons(day), pupil, seat.name, seat.class_id, school_class.name)
        return await self._if_free(page, school_class, lessons)

    async def of_class(self, actor: Actor, class_id: ClassId, day: date) -> DaySchedule:
        require(actor, Action.SEE_CLASS_TIMETABLE, Target(classes=(class_id,)))
        school_class = (await self.rosters.roster()).classes.get(class_id)
        if school_class is None:
            raise NotFound

        async def lessons(on: date) -> tuple[ScheduledLesson, ...]:
            return await self._of_class(class_id, on)

        page = DaySchedule(day, await lessons(day), class_id=class_id, class_name=school_class.name)
        return await self._if_free(page, school_class, lessons)

    async def of_teacher(self, actor: Actor, day: date) -> DaySchedule:
        require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        page = DaySchedule(day, await self._of_teacher(actor.person, day))
        if not page.free:
            return page
        plan = await self.timetables.plan()
        next_day = plan.next_day_of_teacher(actor.person, day)
        following = DaySchedule(next_day, await self._of_teacher(actor.person, next_day)) if next_day else None
        return replace(page, off=plan.calendar.day_off(day, LAST_GRADE) or DayOff(), following=following)

    async def asked(self, actor: Actor, said: str, day: date) -> list[DaySchedule]:
        """«расписание 7А»: that class's page, or for a family their own children's of it; with no class, one's own.

        Raises `NoSuchClass`, and `NotAllowed` for a class that is not the actor's to see.
        """
        roster = await self.rosters.roster()
        school_class, rest = class_at_start(said, {class_norm(one.name): one for one in roster.classes.values()})
        if school_class is None:
            unknown = next((word for word in rest.split() if grade_of(word)), None)
            if unknown is not None:
                raise NoSuchClass(unknown)
            return await self.mine(actor, day)
        own = [pupil for pupil in (*actor.children, actor.person) if _sits_in(roster, pupil, school_class.id)]
        if own and not allowed(actor, Action.SEE_CLASS_TIMETABLE, Target(classes=(school_class.id,))):
            return [await self.of_pupil(actor, pupil, day) for pupil in own]
        return [await self.of_class(actor, school_class.id, day)]

    async def classes(self, actor: Actor) -> tuple[SchoolClass, ...]:
        """Those whose schedule the actor may ask for, by grade and name; empty for families."""
        if not reach_of(actor, Action.SEE_CLASS_TIMETABLE):
            return ()
        return tuple((await self.rosters.roster()).classes.values())

    async def _of_seat(self, seat: Seat, day: date) -> tuple[ScheduledLesson, ...]:
        lessons = (await self.timetables.day(day)).of_pupil(seat.class_id, seat.groups)
        due = await self.homework.due_on(seat.class_id, day) if lessons else ()
        return _with_homework(lessons, [one for one in due if _is_for(one, seat)])

    async def _of_class(self, class_id: ClassId, day: date) -> tuple[ScheduledLesson, ...]:
        lessons = (await self.timetables.day(day)).by_class.get(class_id, ())
        return _with_homework(lessons, await self.homework.due_on(class_id, day) if lessons else ())

    async def _of_teacher(self, teacher: PersonId, day: date) -> tuple[ScheduledLesson, ...]:
        lessons = (await self.timetables.day(day)).by_teacher.get(teacher, ())
        return tuple(ScheduledLesson(lesson) for lesson in lessons)

    async def _if_free(self, page: DaySchedule, school_class: SchoolClass, lessons: Reader) -> DaySchedule:
        if not page.free:
            return page
        plan = await self.timetables.plan()
        next_day = plan.next_school_day(school_class.id, school_class.grade, page.day)
        following = replace(page, day=next_day, lessons=await lessons(next_day)) if next_day else None
        off = plan.calendar.day_off(page.day, school_class.grade) or DayOff()
        return replace(page, off=off, following=following)


def _is_for(homework: DueHomework, seat: Seat) -> bool:
    mine = homework.group is None or homework.group in seat.groups
    return mine and (not homework.pupils or seat.pupil in homework.pupils)


def _sits_in(roster: Roster, pupil: PersonId, class_id: ClassId) -> bool:
    seat = roster.seats.get(pupil)
    return seat is not None and seat.class_id == class_id


def _with_homework(lessons: Sequence[PlannedLesson], due: Sequence[DueHomework]) -> tuple[ScheduledLesson, ...]:
    """Puts each piece of homework under its lesson; what names no lesson goes to the subject's first one."""
    first: dict[SubjectId, EntryId] = {}
    for lesson in lessons:
        first.setdefault(lesson.subject.id, lesson.ref.entry)
    return tuple(
        ScheduledLesson(
            lesson,
            tuple(
                homework.line
                for homework in due
                if homework.subject == lesson.subject.id
                and (homework.entry or first[lesson.subject.id]) == lesson.ref.entry
            ),
        )
        for lesson in lessons
    )
