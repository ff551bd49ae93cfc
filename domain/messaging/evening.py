"""The evening digest: what a day brought for a child, and what the next school day asks (1.4.4)."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from domain.clock import SchoolTime
from domain.ids import AccountId, ClassId, GroupId, PersonId
from domain.journal.homework_diary import is_for
from domain.journal.remarks import Remark
from domain.messaging.days_ahead import USUAL, Unusual, unusual_days
from domain.messaging.digest_page import (
    DigestAbsence,
    DigestDebt,
    DigestHomework,
    DigestKey,
    DigestMark,
    DigestPage,
    DigestResult,
)
from domain.messaging.kinds import Kind, Mode
from domain.messaging.readers import FamilyReader
from domain.messaging.sign_offs import Weeks
from domain.school.changed_lessons import ChangedLesson, changes_of
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass, Seat
from domain.school.timetable import WeekPlan
from domain.talk.letters import AnnouncementLetter
from domain.talk.signatures import SchoolWeek, WeekSummary

DAY = timedelta(days=1)
DEBT_AHEAD = timedelta(days=3)
"""So long before its day a work not handed in is told of each evening."""
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Span = tuple[Collection[PersonId] | None, datetime, datetime]
"""Whose news (None: everyone's), since when, until when (that moment excluded)."""


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
    pupils: frozenset[PersonId] = frozenset()
    """Whom it is for alone; empty: everyone."""


@dataclass(frozen=True, slots=True)
class ResultOf:
    """`told`: accounts that have a message of it, or soon will."""

    pupil: PersonId
    at: datetime
    result: DigestResult
    told: frozenset[AccountId] = frozenset()


@dataclass(frozen=True, slots=True)
class DebtOf:
    pupil: PersonId
    debt: DigestDebt


@dataclass(frozen=True, slots=True)
class LetterTo:
    """`pupil`: for whom the person is told; a pupil for themself."""

    person: PersonId
    pupil: PersonId
    letter: AnnouncementLetter


class DayNews(Protocol):
    """What was written from one instant to another (that one excluded). `pupils` None: of all; a statement each."""

    async def marks(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[MarkOf]: ...

    async def absences(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[AbsenceOf]: ...

    async def remarks(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[Remark]: ...

    async def results(
        self, pupils: Collection[PersonId] | None, since: datetime, until: datetime
    ) -> Sequence[ResultOf]: ...

    async def debts(self, pupils: Collection[PersonId] | None, until: date) -> Sequence[DebtOf]:
        """Those that stand and are due by that day (included), the soonest first, whenever they were written."""
        ...

    async def homework(self, days: Collection[date]) -> Sequence[HomeworkOf]: ...

    async def letters(self, since: datetime, until: datetime) -> Sequence[LetterTo]: ...


@dataclass(frozen=True, slots=True)
class Ahead:
    """A class's next school day after the digest's, and whether the class had lessons on the digest's."""

    next_day: date | None
    lessons_today: bool
    unusual: Unusual = USUAL
    """Told once, on the last evening with lessons before."""


@dataclass(frozen=True)
class News:
    """What was read for all pages at once."""

    marks: Mapping[PersonId, Sequence[MarkOf]]
    absences: Mapping[PersonId, Sequence[AbsenceOf]]
    remarks: Mapping[PersonId, Sequence[Remark]]
    results: Mapping[PersonId, Sequence[ResultOf]]
    debts: Mapping[PersonId, Sequence[DebtOf]]
    homework: Mapping[tuple[ClassId, date], Sequence[HomeworkOf]]
    letters: Mapping[tuple[PersonId, PersonId], Sequence[LetterTo]]
    ahead: Mapping[tuple[ClassId, date], Ahead]
    changes: Mapping[date, Sequence[ChangedLesson]]
    weeks: Mapping[DigestKey, WeekSummary] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evening:
    """Reads the pages of many accounts in a number of statements that does not grow with them."""

    school_time: SchoolTime
    news: DayNews
    rosters: Rosters
    timetables: Timetables
    weeks: Weeks | None = None
    """None: no week is signed."""

    async def pages(
        self, keys: Mapping[DigestKey, FamilyReader], whole_school: bool = False
    ) -> dict[DigestKey, DigestPage]:
        """A page may be empty. Keys of pupils who are in no class today are left out."""
        roster = await self.rosters.roster()
        seated = {key: roster.seats[key.pupil] for key in keys if key.pupil in roster.seats}
        if not seated:
            return {}
        news = await self._read({key: keys[key] for key in seated}, roster, whole_school)
        return {key: self._page(key, keys[key], seat, news) for key, seat in seated.items()}

    async def _read(self, seated: Mapping[DigestKey, FamilyReader], roster: Roster, whole_school: bool) -> News:
        seats, plan = roster.seats, await self.timetables.plan()
        asked = {(seats[key.pupil].class_id, key.day) for key in seated}
        ahead = {(class_id, day): _ahead(plan, roster.classes[class_id], day) for class_id, day in asked}
        days = {one.next_day for one in ahead.values() if one.next_day is not None}
        spans = self._spans(seated, whole_school)
        marks = [one for span in spans for one in await self.news.marks(*span)]
        absences = [one for span in spans for one in await self.news.absences(*span)]
        remarks = [one for span in spans for one in await self.news.remarks(*span)]
        results = [one for span in spans for one in await self.news.results(*span)]
        owing = None if whole_school else {key.pupil for key in seated}
        debts = await self.news.debts(owing, max(key.day for key in seated) + DEBT_AHEAD)
        return News(
            marks=_grouped(marks, lambda one: one.pupil),
            absences=_grouped(absences, lambda one: one.pupil),
            remarks=_grouped(remarks, lambda one: one.pupil),
            results=_grouped(results, lambda one: one.pupil),
            debts=_grouped(debts, lambda one: one.pupil),
            homework=_grouped(await self.news.homework(days), lambda one: (one.class_id, one.due)),
            letters=_grouped(await self._letters(seated), lambda one: (one.person, one.pupil)),
            ahead=ahead,
            changes={day: changes_of(plan, await self.timetables.day(day)) for day in days},
            weeks=await self._weeks(seated, roster, plan, whole_school),
        )

    async def _weeks(
        self, keys: Mapping[DigestKey, FamilyReader], roster: Roster, plan: WeekPlan, whole_school: bool
    ) -> Mapping[DigestKey, WeekSummary]:
        """Of the keys whose time saw a week end: nothing is read on other days."""
        if self.weeks is None:
            return {}
        opened: dict[tuple[ClassId, datetime, datetime], SchoolWeek | None] = {}
        mine: dict[DigestKey, SchoolWeek] = {}
        for key in (key for key, reader in keys.items() if reader.signs):
            about = (roster.seats[key.pupil].class_id, *self.window(key))
            if about not in opened:
                opened[about] = self.weeks.opened(plan, roster.classes[about[0]], *about[1:])
            week = opened[about]
            if week is not None:
                mine[key] = week
        asked = {(key.pupil, week) for key, week in mine.items()}
        found = await self.weeks.summaries(asked, roster, whole_school)
        return {key: found[key.pupil, week.monday] for key, week in mine.items() if (key.pupil, week.monday) in found}

    def _spans(self, keys: Collection[DigestKey], whole_school: bool) -> list[Span]:
        """Of the whole school the last day is read, and what was before of those alone who missed a digest."""
        since = min(self.window(key)[0] for key in keys)
        until = max(self.window(key)[1] for key in keys)
        if not whole_school:
            return [({key.pupil for key in keys}, since, until)]
        usual = until - DAY
        missed = {key.pupil for key in keys if self.window(key)[0] < usual}
        return [*([(missed, since, usual)] if missed else []), (None, usual, until)]

    async def _letters(self, keys: Mapping[DigestKey, FamilyReader]) -> Sequence[LetterTo]:
        windows = [self.window(key) for key, reader in keys.items() if _takes_letters(key, reader)]
        if not windows:
            return []
        return await self.news.letters(min(since for since, _ in windows), max(until for _, until in windows))

    def window(self, key: DigestKey) -> tuple[datetime, datetime]:
        """From the digest before to this one: nothing falls between two evenings, nothing is told in both."""
        until = self.school_time.instant(key.day, key.at)
        return key.since if key.since is not None else until - DAY, until

    def _page(self, key: DigestKey, reader: FamilyReader, seat: Seat, news: News) -> DigestPage:
        since, until = self.window(key)
        ahead = news.ahead[seat.class_id, key.day]
        remarks = tuple(one for one in news.remarks.get(key.pupil, ()) if since <= one.written_at < until)
        page = DigestPage(key.day, seat.name, homework_day=ahead.next_day, remarks=remarks, week=news.weeks.get(key))
        if reader.mode(Kind.MARK) is not Mode.OFF:
            marks = (one.mark for one in news.marks.get(key.pupil, ()) if since <= one.at < until)
            page = replace(page, marks=tuple(marks), results=_untold(news, key, since, until), debts=_owed(news, key))
        if reader.hears(Kind.ABSENCE) and reader.mode(Kind.ABSENCE) is not Mode.OFF:
            absences = (one.absence for one in news.absences.get(key.pupil, ()) if since <= one.at < until)
            page = replace(page, absences=tuple(absences))
        if reader.mode(Kind.HOMEWORK) is not Mode.OFF and ahead.next_day is not None:
            due = news.homework.get((seat.class_id, ahead.next_day), ())
            page = replace(page, homework=_homework(due, seat, ahead, since, until), unusual=ahead.unusual)
        if reader.mode(Kind.TIMETABLE) is Mode.DIGEST and ahead.next_day is not None:
            page = replace(page, changes=_changes(news.changes.get(ahead.next_day, ()), seat, ahead, key.day))
        if _takes_letters(key, reader):
            letters = news.letters.get((reader.person, key.pupil), ())
            page = replace(page, announcements=tuple(o.letter for o in letters if since <= o.letter.made_at < until))
        return page


def _untold(news: News, key: DigestKey, since: datetime, until: datetime) -> tuple[DigestResult, ...]:
    mine = (one for one in news.results.get(key.pupil, ()) if since <= one.at < until)
    return tuple(one.result for one in mine if key.account not in one.told)


def _owed(news: News, key: DigestKey) -> tuple[DigestDebt, ...]:
    mine = (one.debt for one in news.debts.get(key.pupil, ()))
    return tuple(debt for debt in mine if debt.due <= key.day + DEBT_AHEAD)


def _takes_letters(key: DigestKey, reader: FamilyReader) -> bool:
    mode = reader.mode(Kind.ANNOUNCEMENT)
    return mode is Mode.DIGEST or (key.returning and mode is Mode.NOW)


def _homework(
    due: Sequence[HomeworkOf], seat: Seat, ahead: Ahead, since: datetime, until: datetime
) -> tuple[DigestHomework, ...]:
    """After a day without lessons the same homework would come again: then only what was set meanwhile counts."""
    mine = [one for one in due if is_for(seat, one.class_id, one.group, one.pupils)]
    fresh = ahead.lessons_today or any(since <= one.at < until for one in mine)
    return tuple(one.homework for one in mine) if fresh else ()


def _changes(changes: Sequence[ChangedLesson], seat: Seat, ahead: Ahead, today: date) -> tuple[ChangedLesson, ...]:
    """After the last lessons before them, and on the evening before."""
    if not (ahead.lessons_today or ahead.next_day == today + DAY):
        return ()
    return tuple(one for one in changes if one.planned.is_for(seat.class_id, seat.groups))


def _ahead(plan: WeekPlan, school_class: SchoolClass, day: date) -> Ahead:
    open_today = plan.calendar.day_off(day, school_class.grade) is None and plan.teaches_on(school_class.id, day)
    next_day = plan.next_school_day(school_class.id, school_class.grade, day)
    if next_day is None or not open_today:
        return Ahead(next_day, open_today)
    return Ahead(next_day, open_today, unusual_days(plan, school_class, day, next_day))


def _grouped(items: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
