"""A teacher is asked for what is left of a class's day: once by each who asks, while anything is left (3.3.1)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.class_card import ClassCard, OpenLesson
from domain.control.class_check import ClassCards
from domain.control.lesson_records import LessonBook
from domain.events import TeacherReminded
from domain.ids import ClassId, PersonId
from domain.messaging.contents import AreaNews
from domain.messaging.fates import NOTHING_NEW, Fate, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan, addresses_of, by_person, facts_of
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.truth import GONE, Drop
from domain.roles.people import PersonName
from domain.school.ports import Timetables
from domain.talk.handovers import USUAL_GRADE

WORTH = timedelta(days=3)
"""Over a Sunday, on which nobody is rung."""
MORNING = time(8, 0)
AWAY = Drop("away")


def reminder_event(class_id: ClassId, day: date, teacher: PersonId, by: PersonId) -> str:
    return f"duty:{class_id}:{day:%y%m%d}:{teacher}:{by}"


@dataclass(frozen=True, slots=True)
class ReminderNews(AreaNews):
    """What `by` asks for; `lessons` as they stand now."""

    by: PersonName
    class_id: ClassId
    class_name: str
    day: date
    lessons: tuple[OpenLesson, ...]


class Names(Protocol):
    async def names(self, people: Collection[PersonId], /) -> Mapping[PersonId, PersonName]: ...


@dataclass(frozen=True, slots=True)
class ReminderTelling:
    """Asked on a day off, it comes on the morning of the next school day."""

    time: SchoolTime
    timetables: Timetables
    readers: Readers

    async def tell(self, plan: Plan, untold: Sequence[UntoldFact]) -> None:
        asked = facts_of(untold, TeacherReminded)
        if not asked:
            return
        staff = by_person(await self.readers.staff({fact.teacher for _, fact in asked}))
        for one, fact in asked:
            if fact.author is None:
                continue
            start = await self._start(one.at)
            event = reminder_event(fact.class_id, fact.day, fact.teacher, fact.author)
            body = {"class": fact.class_id, "day": str(fact.day), "by": fact.author}
            plan.messages += [
                NewMessage(event, 1, to.account, Kind.DUTY_REMINDED, None, body, start, start + WORTH)
                for to in addresses_of(staff, [fact.teacher])
            ]

    async def _start(self, at: datetime) -> datetime:
        calendar, day = (await self.timetables.plan()).calendar, self.time.local(at).date()
        if calendar.day_off(day, USUAL_GRADE) is None:
            return at
        following = next(calendar.school_days_after(day, USUAL_GRADE), None)
        return self.time.instant(following, MORNING) if following is not None else at


@dataclass(frozen=True, slots=True)
class ReminderFates:
    """What was filled in meanwhile is not asked for; a number of statements by the days that rows are about."""

    book: LessonBook
    cards: ClassCards
    names: Names

    async def of(self, rows: Sequence[Claimed], known: Known) -> Mapping[int, Fate]:
        """Of DUTY_REMINDED."""
        days = {_day(row) for row in rows}
        classes = {_class(row) for row in rows}
        records = await self.book.lessons(min(days), max(days), classes)
        cards: dict[tuple[ClassId, date], ClassCard] = {}
        for day in days:
            found = await self.cards.of_classes({_class(row) for row in rows if _day(row) == day}, records, day)
            cards |= {(class_id, day): card for class_id, card in found.items()}
        names = await self.names.names({_by(row) for row in rows})
        return {row.id: _fate(row, cards.get((_class(row), _day(row))), names.get(_by(row)), known) for row in rows}


def _fate(row: Claimed, card: ClassCard | None, by: PersonName | None, known: Known) -> Fate:
    if card is None or by is None:
        return GONE
    mine = card.of(known.addresses[row.account].person)
    if mine is None and not known.opened:
        return NOTHING_NEW
    if mine is not None and mine.away:
        return AWAY
    return Say(ReminderNews(by, card.class_id, card.class_name, card.day, mine.lessons if mine else ()))


def _day(row: Claimed) -> date:
    return date.fromisoformat(row.body["day"])


def _class(row: Claimed) -> ClassId:
    return ClassId(row.body["class"])


def _by(row: Claimed) -> PersonId:
    return PersonId(row.body["by"])
