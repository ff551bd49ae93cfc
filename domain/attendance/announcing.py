"""A guardian says beforehand that a child will be away, changes it, takes it back (3.3.7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from domain.attendance.notes import AbsenceNote, NoteCard, NoteReason, Paper, Span
from domain.attendance.ports import AttendanceRead, AttendanceTransaction, BeginAttendance
from domain.clock import SchoolTime
from domain.errors import NotFound, Outdated, Refused
from domain.events import AbsenceAnnounced
from domain.ids import NoteId, PersonId
from domain.roles.access import Action, Target, allowed, require, sees
from domain.roles.people import Actor
from domain.school.ports import Change, Rosters, Timetables
from domain.school.roster import Seat
from domain.school.timetable import PlannedLesson

LOOKS_BACK = timedelta(days=7)
"""An illness that goes on may have begun so long ago; what is over is settled by the class teacher."""
LONGEST = timedelta(days=120)
MOST_WORDS = 300
"""Characters."""
OFFERED = 5
"""School days ahead that are offered by a button."""


@dataclass(eq=False)
class AbsenceOver(Refused):
    """The days named are over."""

    last: date


@dataclass(eq=False)
class AbsenceTooLong(Refused):
    """In days."""

    most: int


@dataclass(eq=False)
class NothingToMiss(Refused):
    """No lesson of this child takes place then."""

    first: date
    last: date


@dataclass(eq=False)
class NoteWordsTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(eq=False)
class NoteCancelled(Refused):
    """It was taken back meanwhile, by this guardian or the other."""


@dataclass(frozen=True, slots=True)
class AbsenceNotes:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    begin: BeginAttendance
    reads: AttendanceRead

    def today(self) -> date:
        return self.time.today()

    async def children(self, actor: Actor) -> Sequence[Seat]:
        """Those of whom the actor may say it, in the order of their names. Raises `NotAllowed` for who has none."""
        mine = [child for child in actor.children if allowed(actor, Action.ANNOUNCE_ABSENCE, Target(person=child))]
        require(actor, Action.ANNOUNCE_ABSENCE, Target(person=mine[0] if mine else None))
        seats = (await self.rosters.roster()).seats
        return [seats[child] for child in mine if child in seats]

    async def child(self, actor: Actor, pupil: PersonId) -> Seat:
        """Raises `NotFound` for a child of another family as for one who does not exist."""
        return await self._seat(actor, pupil)

    async def days(self, actor: Actor, pupil: PersonId) -> Sequence[date]:
        """The nearest days with lessons of the child, today's among them while it lasts."""
        seat, today = await self._seat(actor, pupil), self.time.today()
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        school_class = roster.classes[seat.class_id]
        days = [today] if await self._left(seat, today) else []
        day: date | None = today
        while len(days) < OFFERED and day is not None:
            day = plan.next_school_day(school_class.id, school_class.grade, day)
            days += [day] if day is not None else []
        return days

    async def lessons(self, actor: Actor, pupil: PersonId, day: date) -> Sequence[PlannedLesson]:
        """The child's lessons of a day that take place."""
        return await self._lessons(await self._seat(actor, pupil), day)

    async def announce(
        self, actor: Actor, pupil: PersonId, span: Span, reason: NoteReason, words: str | None = None
    ) -> NoteCard:
        """The same days said twice, by either guardian, are one note: the later reason stands.

        Lessons of today that are over are left out: how the child was there the teacher has seen.

        Raises `AbsenceOver`, `AbsenceTooLong`, `NothingToMiss`, `NoteWordsTooLong`.
        """
        seat = await self._seat(actor, pupil)
        span = await self._from_now(seat, span)
        await self._check(seat, span, words)
        async with self.begin() as tx:
            standing = await tx.absence_notes.standing(pupil, span)
            wanted = AbsenceNote(NoteId(0), pupil, span, reason, words, None, actor.person)
            if standing is None:
                number = await tx.absence_notes.add(wanted)
                await _tell(tx, actor, None, replace(wanted, id=number))
            else:
                number = standing.id
                await _change(tx, actor, standing, replace(standing, reason=reason, words=words))
        return await self._card(number)

    async def note(self, actor: Actor, number: NoteId) -> NoteCard:
        """For who may read it: guardians, the class teacher, the administration."""
        card = await self.reads.note_card(number)
        school_class = (await self.rosters.roster()).class_of(card.note.pupil) if card else None
        classes = (school_class.id,) if school_class else ()
        if card is None or not sees(actor, Action.SEE_ABSENCE_NOTE, Target(card.note.pupil, classes)):
            raise NotFound
        return card

    async def own(self, actor: Actor, number: NoteId) -> NoteCard:
        """For who may change it. Raises `NotFound`."""
        card = await self.reads.note_card(number)
        if card is None or not allowed(actor, Action.ANNOUNCE_ABSENCE, Target(person=card.note.pupil)):
            raise NotFound
        return card

    async def change_reason(self, actor: Actor, number: NoteId, reason: NoteReason, words: str | None) -> NoteCard:
        _check_words(words)
        note = await self._own(actor, number)
        return await self._changed(actor, note, replace(note, reason=reason, words=words))

    async def change_days(self, actor: Actor, number: NoteId, span: Span) -> NoteCard:
        """Raises what `announce` raises."""
        note = await self._own(actor, number)
        seat = await self._seat(actor, note.pupil)
        span = await self._from_now(seat, span)
        await self._check(seat, span, None)
        return await self._changed(actor, note, replace(note, span=span))

    async def attach(self, actor: Actor, number: NoteId, paper: Paper) -> NoteCard:
        """In the place of an earlier paper."""
        note = await self._own(actor, number)
        return await self._changed(actor, note, replace(note, paper=paper))

    async def cancel(self, actor: Actor, number: NoteId) -> NoteCard:
        """What the roll call has written by it stays: the teacher was there."""
        note = await self._own(actor, number)
        return await self._changed(actor, note, replace(note, cancelled=True))

    async def _changed(self, actor: Actor, before: AbsenceNote, after: AbsenceNote) -> NoteCard:
        async with self.begin() as tx:
            standing = await tx.absence_notes.get(before.id)
            if standing != before:
                raise Outdated
            await _change(tx, actor, before, after)
        return await self._card(before.id)

    async def _own(self, actor: Actor, number: NoteId) -> AbsenceNote:
        """One that stands. Raises `NotFound`, and `NoteCancelled`."""
        note = (await self.own(actor, number)).note
        if note.cancelled:
            raise NoteCancelled
        return note

    async def _seat(self, actor: Actor, pupil: PersonId) -> Seat:
        if not allowed(actor, Action.ANNOUNCE_ABSENCE, Target(person=pupil)):
            raise NotFound
        seat = (await self.rosters.roster()).seats.get(pupil)
        if seat is None:
            raise NotFound
        return seat

    async def _check(self, seat: Seat, span: Span, words: str | None) -> None:
        _check_words(words)
        today = self.time.today()
        if span.last < today or span.first < today - LOOKS_BACK:
            raise AbsenceOver(min(span.last, today))
        if span.last < span.first:
            raise NotFound
        if span.last > today + LONGEST:
            raise AbsenceTooLong(LONGEST.days)
        if not await self._misses(seat, span):
            raise NothingToMiss(span.first, span.last)

    async def _misses(self, seat: Seat, span: Span) -> bool:
        """Holidays apart, the timetable alone is asked: it is at hand for any number of days."""
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        school_class = roster.classes[seat.class_id]
        for ahead in range((span.last - span.first).days + 1):
            day = span.first + timedelta(days=ahead)
            if plan.calendar.day_off(day, school_class.grade) is None and plan.teaches_on(school_class.id, day):
                return await self._hits(seat, span, day) if span.first == span.last else True
        return False

    async def _hits(self, seat: Seat, span: Span, day: date) -> bool:
        return any(span.covers(day, lesson.position) for lesson in await self._lessons(seat, day))

    async def _from_now(self, seat: Seat, span: Span) -> Span:
        today = self.time.today()
        if span.first != today or span.start is not None:
            return span
        lessons, left = await self._lessons(seat, today), await self._left(seat, today)
        return replace(span, start=left[0].position) if left and len(left) < len(lessons) else span

    async def _left(self, seat: Seat, day: date) -> Sequence[PlannedLesson]:
        """Lessons of today that are still to come or going on."""
        now = self.time.local().time()
        lessons = await self._lessons(seat, day)
        return [lesson for lesson in lessons if lesson.bell is None or lesson.bell.ends > now]

    async def _lessons(self, seat: Seat, day: date) -> Sequence[PlannedLesson]:
        lessons = (await self.timetables.day(day)).of_pupil(seat.class_id, seat.groups)
        return [lesson for lesson in lessons if lesson.takes_place]

    async def _card(self, number: NoteId) -> NoteCard:
        card = await self.reads.note_card(number)
        assert card is not None
        return card


def _check_words(words: str | None) -> None:
    if words is not None and len(words) > MOST_WORDS:
        raise NoteWordsTooLong(len(words), MOST_WORDS)


async def _change(tx: AttendanceTransaction, actor: Actor, before: AbsenceNote, after: AbsenceNote) -> None:
    """Nothing is written where nothing changes."""
    if _said(before) == _said(after):
        return
    changed = replace(after, by=actor.person, version=before.version + 1)
    await tx.absence_notes.put(changed)
    await _tell(tx, actor, before, changed)


async def _tell(tx: AttendanceTransaction, actor: Actor, before: AbsenceNote | None, after: AbsenceNote) -> None:
    shown = _said(before) if before is not None else None
    await tx.changes.add(Change("absence_note", actor.person, None, after.pupil, shown, _said(after)))
    await tx.facts.add(AbsenceAnnounced(actor.person, after.id, after.pupil, after.version))


def _said(note: AbsenceNote) -> dict[str, Any]:
    span = note.span
    return {
        "note": note.id,
        "days": [span.first.isoformat(), span.last.isoformat()],
        "lessons": [span.start, span.end],
        "reason": note.reason.value,
        "words": note.words,
        "paper": note.paper.file_id if note.paper else None,
        "cancelled": note.cancelled,
    }
