"""The week of the diary, seen and signed by a guardian with one tap; one of them is enough for a child (1.4.4)."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.ids import PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import Actor, PersonName
from domain.school.calendar import DAY
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.timetable import WeekPlan

WEEK = timedelta(days=7)
SIGNS_FROM = time(14)
"""School time of the week's last school day: from then on the week can be signed."""


class DiarySignature(StrEnum):
    """Whether the school asks for it."""

    OFF = "off"
    WEEKLY = "weekly"


@dataclass(eq=False)
class WeekGoesOn(Refused):
    """`day`: from when on this week can be signed."""

    day: date


@dataclass(eq=False)
class SignaturesOff(Refused):
    """This school does not ask for signatures."""


@dataclass(frozen=True, slots=True)
class SchoolWeek:
    """Of a class: its Monday, the first and the last day on which the class has lessons."""

    monday: date
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Signature:
    """`relation`: «mother», … as the school has it."""

    pupil: PersonId
    week: date
    guardian: PersonId
    name: PersonName
    relation: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """Of a child's week: `missed` lessons, `late` to lessons."""

    marks: int = 0
    missed: int = 0
    late: int = 0
    remarks: int = 0


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """What a guardian is asked to have seen. `first_grade`: no marks there (1.2)."""

    pupil: PersonId
    name: PersonName
    class_name: str
    first_grade: bool
    week: SchoolWeek
    counts: WeekCounts = WeekCounts()
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class WeekOfDiary:
    """How it stands with the signature of a week. `signs`: the reader may sign it now."""

    pupil: PersonId
    week: SchoolWeek
    signature: Signature | None
    signs: bool


class SignaturesRead(Protocol):
    async def signatures(
        self, pupils: Collection[PersonId] | None, weeks: Collection[date]
    ) -> Mapping[tuple[PersonId, date], Signature]:
        """By pupil (None: of all) and the week's Monday; one statement."""
        ...


class WeeksRead(SignaturesRead, Protocol):
    async def counts(
        self, pupils: Collection[PersonId] | None, first: date, last: date
    ) -> Mapping[PersonId, WeekCounts]:
        """Of these days, both included; three statements. Who has nothing is left out."""
        ...


class SignaturesRoom(Protocol):
    async def sign(self, pupil: PersonId, week: date, guardian: PersonId) -> bool:
        """False: it was signed before, and stays as it is."""
        ...


class SigningTransaction(Protocol):
    @property
    def signatures(self) -> SignaturesRoom: ...


@dataclass(frozen=True, slots=True)
class Signing:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: SignaturesRead
    begin: Callable[[], AbstractAsyncContextManager[SigningTransaction]]
    mode: DiarySignature = DiarySignature.WEEKLY

    async def of_week(self, actor: Actor, pupil: PersonId, day: date) -> WeekOfDiary | None:
        """Of the week that `day` lies in. None where there is nothing to show to this reader, or not yet."""
        school_class = (await self.rosters.roster()).class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        signs = allowed(actor, Action.SIGN_DIARY, Target(person=pupil))
        sees = allowed(actor, Action.SEE_SIGNATURES, Target(person=pupil, classes=classes))
        if self.mode is DiarySignature.OFF or school_class is None or not (signs or sees):
            return None
        week = school_week(await self.timetables.plan(), school_class, day)
        if week is None or self.time.now() < opens_at(week, self.time):
            return None
        signature = (await self.reads.signatures([pupil], [week.monday])).get((pupil, week.monday))
        return WeekOfDiary(pupil, week, signature, signs and signature is None)

    async def sign(self, actor: Actor, pupil: PersonId, day: date) -> Signature:
        """«Видел(а) неделю», the week that `day` lies in. The first signature stands, whoever taps after it.

        Raises `SignaturesOff`, `WeekGoesOn`, and `NotFound` for a week without lessons.
        """
        require(actor, Action.SIGN_DIARY, Target(person=pupil))
        school_class = (await self.rosters.roster()).class_of(pupil)
        if self.mode is DiarySignature.OFF:
            raise SignaturesOff
        week = school_week(await self.timetables.plan(), school_class, day) if school_class else None
        if week is None:
            raise NotFound
        if self.time.now() < opens_at(week, self.time):
            raise WeekGoesOn(week.last)
        async with self.begin() as tx:
            await tx.signatures.sign(pupil, week.monday, actor.person)
        return (await self.reads.signatures([pupil], [week.monday]))[pupil, week.monday]


def monday_of(day: date) -> date:
    return day - DAY * (day.isoweekday() - 1)


def school_week(plan: WeekPlan, school_class: SchoolClass, day: date) -> SchoolWeek | None:
    """Of the week that `day` lies in; None: the class has no lessons in it."""
    monday = monday_of(day)
    days = [monday + DAY * n for n in range(7)]
    taught = [one for one in days if _taught(plan, school_class, one)]
    return SchoolWeek(monday, taught[0], taught[-1]) if taught else None


def opens_at(week: SchoolWeek, school_time: SchoolTime) -> datetime:
    """From when on the week can be signed."""
    return school_time.instant(week.last, SIGNS_FROM)


def week_opened(
    plan: WeekPlan, school_class: SchoolClass, since: datetime, until: datetime, school_time: SchoolTime
) -> SchoolWeek | None:
    """The last week whose signing opened after `since`, by `until`."""
    monday, earliest = monday_of(school_time.local(until).date()), monday_of(school_time.local(since).date())
    while monday >= earliest:
        week = school_week(plan, school_class, monday)
        if week is not None and since < opens_at(week, school_time) <= until:
            return week
        monday -= WEEK
    return None


def _taught(plan: WeekPlan, school_class: SchoolClass, day: date) -> bool:
    return plan.calendar.day_off(day, school_class.grade) is None and plan.teaches_on(school_class.id, day)
