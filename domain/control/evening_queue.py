"""When «Осталось сделать» comes, and when it is edited: two ticks that ask, and rows that are there once (3.3.1)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.evening_card import EveningCard, EveningCards
from domain.control.rules import ControlRules
from domain.ids import AccountId, ClassId, PersonId
from domain.messaging.fates import NOTHING_NEW, NOTHING_TO_EDIT, Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage, Superseded
from domain.messaging.ports import BeginMessaging, CardOut, Readers
from domain.school.calendar import DAY
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster
from domain.school.teacher_absences import TeacherAbsences
from domain.school.timetable import PlannedLesson, SchoolDay

AFTER_LESSONS = timedelta(minutes=15)
"""So long after their last lesson who still teaches at the usual hour is asked."""
REST = timedelta(minutes=1)
"""So long after their last tap or line a person is busy no more: their screen may be drawn anew."""


def evening_event(day: date) -> str:
    return f"duties:{day:%Y-%m-%d}"


class CardsOut(Protocol):
    async def cards_out(self, events: Collection[str], kind: Kind) -> Sequence[CardOut]:
        """Messages of these events that are with people: the last of each account."""
        ...

    async def last_said(
        self, events: Collection[str], accounts: Collection[AccountId]
    ) -> Mapping[tuple[str, AccountId], str]: ...


class ChangesSeen(Protocol):
    async def newest(self) -> int:
        """The number of the last change of the journal, 0 where there is none."""
        ...

    async def busy(self, since: datetime) -> Collection[PersonId]:
        """Who was seen by the bot since, or has changed anything; one statement."""
        ...


@dataclass
class EveningQueue:
    """A restart, a late tick or a second one adds nothing: a row is known by its day and account."""

    time: SchoolTime
    rules: ControlRules
    timetables: Timetables
    rosters: Rosters
    absences: TeacherAbsences
    cards: EveningCards
    readers: Readers
    outbox: CardsOut
    changes: ChangesSeen
    begin: BeginMessaging
    _day: date | None = None
    _asked: set[PersonId] = field(default_factory=set)
    """Of that day, whose lessons were looked at."""
    _seen: int | None = None
    """The last change that the cards with people show."""
    _put_off: set[PersonId] = field(default_factory=set)
    """Who was busy then: theirs show it when they rest."""

    async def queue(self) -> int:
        """To whom something is left, when their day is over: how many rows. Nobody is asked twice a day."""
        now = self.time.local()
        day = now.date()
        if now.time() < self.rules.duties_at:
            return 0
        if day != self._day:
            self._day, self._asked = day, set()
        school_day, away = await self.timetables.day(day), await self.absences.on(day)
        moments = evening_moments(self.time, self.rules, school_day, await self.rosters.roster())
        due = {one for one, at in moments.items() if at <= self.time.now()} - self._asked
        cards = await self.cards.of(due.difference(away), day) if due.difference(away) else {}
        rows = await self._rows({one: card for one, card in cards.items() if card.left}, school_day)
        if rows:
            async with self.begin() as tx:
                await tx.outbox.add(rows)
        self._asked |= due
        return len(rows)

    async def refresh(self) -> int:
        """Cards with people that say what is so no longer are edited: how many rows.

        Nothing but a number is read while nobody writes. Whoever is busy in the bot keeps the screen until they rest.
        """
        newest = await self.changes.newest()
        if newest == self._seen and not self._put_off:
            return 0
        out = await self.outbox.cards_out([evening_event(day) for day in self._days()], Kind.DUTIES)
        concerned = [one for one in out if newest != self._seen or one.person in self._put_off]
        busy = await self.changes.busy(self.time.now() - REST) if concerned else ()
        rows = await self._edits([one for one in concerned if one.person not in busy])
        if rows:
            async with self.begin() as tx:
                await tx.outbox.add(rows)
                older = {Superseded(one.event, Kind.DUTIES_EDITED, one.version) for one in rows}
                await tx.outbox.supersede(sorted(older, key=lambda one: one.event))
        self._seen, self._put_off = newest, {one.person for one in concerned if one.person in busy}
        return len(rows)

    def _days(self) -> list[date]:
        """Whose cards are still true to: today's, and until the second shift's hour those of the evening before."""
        now = self.time.local()
        return [now.date()] + ([now.date() - DAY] if now.time() < self.rules.second_shift_by else [])

    async def _rows(self, cards: Mapping[PersonId, EveningCard], school_day: SchoolDay) -> list[NewMessage]:
        if not cards:
            return []
        day, now = school_day.day, self.time.now()
        until = {one: self._until(school_day, one) for one in cards}
        return [
            NewMessage(evening_event(day), 1, one.account, Kind.DUTIES, None, {"day": str(day)}, now, until[one.person])
            for one in await self.readers.staff(set(cards))
        ]

    def _until(self, school_day: SchoolDay, person: PersonId) -> datetime:
        """By when it is worth reading: till the last of what is due of that day."""
        given = [one for one in school_day.by_teacher.get(person, ()) if one.takes_place]
        begins = [_begins(school_day, class_id) for lesson in given for class_id in lesson.classes]
        latest = max((self.rules.filled_until(self.time, school_day.day, one) for one in begins), default=None)
        return latest or self.rules.filled_until(self.time, school_day.day, None)

    async def _edits(self, out: Sequence[CardOut]) -> list[NewMessage]:
        if not out:
            return []
        said = await self.outbox.last_said({one.event for one in out}, {one.account for one in out})
        now, rows = self.time.now(), []
        for day in self._days():
            mine = [one for one in out if one.event == evening_event(day)]
            cards = await self.cards.of({one.person for one in mine}, day) if mine else {}
            version = 2 + int((now - self.time.instant(day, self.rules.duties_at)).total_seconds())
            rows += [
                NewMessage(
                    one.event,
                    max(version, 2),
                    one.account,
                    Kind.DUTIES_EDITED,
                    None,
                    {"day": str(day)},
                    now,
                    now + DAY,
                    one.row,
                )
                for one in mine
                if said.get((one.event, one.account)) not in (None, cards[one.person].said)
            ]
        return rows


@dataclass(frozen=True, slots=True)
class EveningFates:
    """What is left at delivery is said; nothing left: no message, but an edit that says so."""

    cards: EveningCards

    async def of(self, rows: Sequence[Claimed], known: Known) -> Mapping[int, Fate]:
        """Of DUTIES and DUTIES_EDITED."""
        found: dict[int, Fate] = {}
        for day in {_day(row) for row in rows}:
            mine = [row for row in rows if _day(row) == day]
            cards = await self.cards.of({_person(row, known) for row in mine}, day)
            found |= {row.id: _fate(row, cards[_person(row, known)], known) for row in mine}
        return found


def _fate(row: Claimed, card: EveningCard, known: Known) -> Fate:
    if row.edits is None:
        return Say(card, card.said) if card.left or row.doubtful or known.opened else NOTHING_NEW
    edits = known.message_ids.get(row.edits)
    return Say(card, card.said, edits) if edits is not None else NOTHING_TO_EDIT


def evening_moments(
    time: SchoolTime, rules: ControlRules, day: SchoolDay, roster: Roster
) -> Mapping[PersonId, datetime]:
    """When the day of each teacher and class teacher with lessons today is over, the usual hour at the earliest."""
    usual, found = time.instant(day.day, rules.duties_at), dict[PersonId, datetime]()
    for lesson in day.lessons:
        if not lesson.takes_place:
            continue
        at = max(usual, _over(time, lesson) + AFTER_LESSONS) if _goes_on(time, lesson, usual) else usual
        for person in (*lesson.teacher_ids, *_led_by(roster, lesson.classes)):
            found[person] = max(found.get(person, at), at)
    return found


def _goes_on(time: SchoolTime, lesson: PlannedLesson, at: datetime) -> bool:
    return lesson.bell is not None and _over(time, lesson) > at


def _over(time: SchoolTime, lesson: PlannedLesson) -> datetime:
    assert lesson.bell is not None
    return time.instant(lesson.ref.day, lesson.bell.ends)


def _led_by(roster: Roster, classes: Collection[ClassId]) -> list[PersonId]:
    return [one for class_id in classes if class_id in roster.classes for one in roster.classes[class_id].teachers]


def _begins(day: SchoolDay, class_id: ClassId) -> clock_time | None:
    """The first lesson of the class that day; None: its bell is not known."""
    return min((one.bell.starts for one in day.by_class.get(class_id, ()) if one.bell), default=None)


def _day(row: Claimed) -> date:
    return date.fromisoformat(row.body["day"])


def _person(row: Claimed, known: Known) -> PersonId:
    return known.addresses[row.account].person
