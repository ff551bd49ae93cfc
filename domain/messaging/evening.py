"""The evening digest: what a day brought for a child, and what the next school day asks (1.4.4)."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from domain.clock import SchoolTime
from domain.ids import ClassId, GroupId, PersonId
from domain.messaging.contents import (
    AnnouncementLetter,
    DigestAbsence,
    DigestHomework,
    DigestKey,
    DigestMark,
    DigestPage,
)
from domain.messaging.kinds import Kind, Mode
from domain.messaging.readers import FamilyReader
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass, Seat
from domain.school.timetable import WeekPlan

DAY = timedelta(days=1)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class MarkOf:
    pupil: PersonId
    at: datetime
    mark: DigestMark


@dataclass(frozen=True, slots=True)
class AbsenceOf:
    pupil: PersonId
    at: datetime
    absence: DigestAbsence


@dataclass(frozen=True, slots=True)
class HomeworkOf:
    class_id: ClassId
    group: GroupId | None
    due: date
    at: datetime
    homework: DigestHomework


@dataclass(frozen=True, slots=True)
class LetterTo:
    person: PersonId
    class_id: ClassId
    letter: AnnouncementLetter


class DayNews(Protocol):
    """What was written between two instants (the first excluded). `pupils` None: of all; a statement each."""

    async def marks(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[MarkOf]: ...

    async def absences(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[AbsenceOf]: ...

    async def homework(self, days: Collection[date]) -> Sequence[HomeworkOf]: ...

    async def letters(self, since: datetime, until: datetime) -> Sequence[LetterTo]: ...


@dataclass(frozen=True, slots=True)
class Ahead:
    """A class's next school day after the digest's, and whether the class had lessons on the digest's."""

    next_day: date | None
    lessons_today: bool


@dataclass(frozen=True)
class News:
    """What was read for all pages at once."""

    marks: Mapping[PersonId, Sequence[MarkOf]]
    absences: Mapping[PersonId, Sequence[AbsenceOf]]
    homework: Mapping[tuple[ClassId, date], Sequence[HomeworkOf]]
    letters: Mapping[tuple[PersonId, ClassId], Sequence[LetterTo]]
    ahead: Mapping[tuple[ClassId, date], Ahead]


@dataclass(frozen=True, slots=True)
class Evening:
    """Reads the pages of many accounts in a number of statements that does not grow with them."""

    school_time: SchoolTime
    news: DayNews
    rosters: Rosters
    timetables: Timetables

    async def pages(
        self, keys: Mapping[DigestKey, FamilyReader], whole_school: bool = False
    ) -> dict[DigestKey, DigestPage]:
        """A page may be empty. Keys of pupils who are in no class today are left out."""
        roster = await self.rosters.roster()
        seated = {key: roster.seats[key.pupil] for key in keys if key.pupil in roster.seats}
        if not seated:
            return {}
        news = await self._read(seated, roster.classes, whole_school)
        return {key: self._page(key, keys[key], seat, news) for key, seat in seated.items()}

    async def _read(
        self, seated: Mapping[DigestKey, Seat], classes: Mapping[ClassId, SchoolClass], whole_school: bool
    ) -> News:
        since = min(self.window(key.day, key.at)[0] for key in seated)
        until = max(self.window(key.day, key.at)[1] for key in seated)
        pupils = None if whole_school else {key.pupil for key in seated}
        plan = await self.timetables.plan()
        asked = {(seat.class_id, key.day) for key, seat in seated.items()}
        ahead = {(class_id, day): _ahead(plan, classes[class_id], day) for class_id, day in asked}
        days = {one.next_day for one in ahead.values() if one.next_day is not None}
        return News(
            marks=_grouped(await self.news.marks(pupils, since, until), lambda one: one.pupil),
            absences=_grouped(await self.news.absences(pupils, since, until), lambda one: one.pupil),
            homework=_grouped(await self.news.homework(days), lambda one: (one.class_id, one.due)),
            letters=_grouped(await self.news.letters(since, until), lambda one: (one.person, one.class_id)),
            ahead=ahead,
        )

    def window(self, day: date, at: time) -> tuple[datetime, datetime]:
        """From yesterday's digest to today's: nothing falls between two evenings, nothing is told in both."""
        return self.school_time.instant(day - DAY, at), self.school_time.instant(day, at)

    def _page(self, key: DigestKey, reader: FamilyReader, seat: Seat, news: News) -> DigestPage:
        since, until = self.window(key.day, key.at)
        ahead = news.ahead[seat.class_id, key.day]
        page = DigestPage(key.day, seat.name, homework_day=ahead.next_day)
        if reader.mode(Kind.MARK) is not Mode.OFF:
            marks = (one.mark for one in news.marks.get(key.pupil, ()) if since < one.at <= until)
            page = replace(page, marks=tuple(marks))
        if reader.hears(Kind.ABSENCE) and reader.mode(Kind.ABSENCE) is not Mode.OFF:
            absences = (one.absence for one in news.absences.get(key.pupil, ()) if since < one.at <= until)
            page = replace(page, absences=tuple(absences))
        if reader.mode(Kind.HOMEWORK) is not Mode.OFF and ahead.next_day is not None:
            due = news.homework.get((seat.class_id, ahead.next_day), ())
            page = replace(page, homework=_homework(due, seat, ahead, since, until))
        if reader.mode(Kind.ANNOUNCEMENT) is Mode.DIGEST:
            letters = news.letters.get((reader.person, seat.class_id), ())
            page = replace(page, announcements=tuple(o.letter for o in letters if since < o.letter.made_at <= until))
        return page


def _homework(
    due: Sequence[HomeworkOf], seat: Seat, ahead: Ahead, since: datetime, until: datetime
) -> tuple[DigestHomework, ...]:
    """After a day without lessons the same homework would come again: then only what was set meanwhile counts."""
    mine = [one for one in due if one.group is None or one.group in seat.groups]
    fresh = ahead.lessons_today or any(since < one.at <= until for one in mine)
    return tuple(one.homework for one in mine) if fresh else ()


def _ahead(plan: WeekPlan, school_class: SchoolClass, day: date) -> Ahead:
    open_today = plan.calendar.day_off(day, school_class.grade) is None and plan.teaches_on(school_class.id, day)
    return Ahead(plan.next_school_day(school_class.id, school_class.grade, day), open_today)


def _grouped(items: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
