"""One mark looked at: what it is, who set it, its history; the words for the family; a stranger's change undone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from domain.errors import NotFound, Outdated, Refused
from domain.ids import LessonId, MarkId, PersonId
from domain.journal.mark_writing import MarkChange, change_mark, comment_mark
from domain.journal.ports import BeginJournal, OpenDebt, StandingMark
from domain.journal.rules import Rules
from domain.journal.scale import Scale
from domain.roles.access import Action, Target, allowed, sees
from domain.roles.people import Actor, PersonName
from domain.school.lesson_access import LessonDoor
from domain.school.timetable import LessonRef, PlannedLesson

MOST_COMMENT = 300
"""Characters."""


@dataclass(eq=False)
class CommentTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(frozen=True, slots=True)
class MarkAbout:
    """What is read of a mark. `retaken`: a retake counts in its place; `asked`: a change of it waits for the deputy."""

    standing: StandingMark
    pupil_name: PersonName
    kind: str
    set_by: PersonName
    set_at: datetime
    retaken: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class MarkPage:
    """`changes`: whether this reader gives the lesson, and so may change it while the year is not closed."""

    about: MarkAbout
    lesson: PlannedLesson
    scale: Scale
    changes: bool


@dataclass(frozen=True, slots=True)
class Pad:
    """What the lesson's marks are set with: the subject's scale, and what pupils owe of the lesson."""

    scale: Scale
    debts: Mapping[PersonId, Sequence[OpenDebt]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkEvent:
    """One change of a mark. `before` and `after`: how it was shown; `words`: of the comment alone.

    `why`: the reason given for an old mark, with the consent (`decided`) of who stands in `by`.
    """

    at: datetime
    by: PersonName | None
    before: str | None
    after: str | None
    words: str | None = None
    why: str | None = None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Touch:
    """A change of a mark by another than who had set it; `decided`: with the deputy's consent."""

    standing: StandingMark
    owner: PersonId
    version: int
    value: str
    taken_back: bool
    decided: bool


@dataclass(frozen=True, slots=True)
class TouchCard:
    """As the owner is told of it. `standing`: nothing has changed since, so it can be undone."""

    mark: MarkId
    version: int
    owner: PersonId
    pupil_name: PersonName
    subject: str
    kind: str
    before: str | None
    after: str | None
    by: PersonName
    decided: bool
    standing: bool


class MarksLookedAt(Protocol):
    """One statement each."""

    async def debts_of_lesson(self, ref: LessonRef) -> Mapping[PersonId, Sequence[OpenDebt]]: ...

    async def mark_about(self, mark: MarkId) -> MarkAbout | None: ...

    async def mark_history(self, lesson: LessonId, pupil: PersonId, mark: MarkId) -> Sequence[MarkEvent]:
        """The oldest first."""
        ...

    async def touch_cards(self, touches: Collection[tuple[MarkId, int]]) -> Mapping[tuple[MarkId, int], TouchCard]: ...

    async def touch(self, mark: MarkId, version: int) -> Touch | None:
        """The change by which the mark got this version, if it took it from another."""
        ...


@dataclass(frozen=True, slots=True)
class MarkPages:
    door: LessonDoor
    reads: MarksLookedAt
    rules: Rules
    begin: BeginJournal

    async def pad(self, actor: Actor, ref: LessonRef) -> Pad:
        lesson = await self.door.planned(actor, Action.SEE_LESSON, ref)
        scale = (await self.rules.rules()).scale_of(lesson.subject.id)
        return Pad(scale, await self.reads.debts_of_lesson(ref))

    async def page(self, actor: Actor, mark: MarkId) -> MarkPage:
        """Raises `NotFound` for a mark out of reach as for one that does not exist."""
        about, lesson = await self._reached(actor, Action.SEE_MARK_HISTORY, mark)
        scale = (await self.rules.rules()).scale_of(lesson.subject.id)
        target = Target(classes=lesson.classes, teachers=lesson.teacher_ids)
        about = replace(about, set_at=self.door.time.local(about.set_at))
        open_ = lesson.marked and not (await self.door.timetables.day(lesson.ref.day)).closed
        return MarkPage(about, lesson, scale, open_ and allowed(actor, Action.SET_MARK, target))

    async def history(self, actor: Actor, mark: MarkId) -> tuple[MarkPage, Sequence[MarkEvent]]:
        """Who, when, from, to, why (1.3, 1.4.1)."""
        page = await self.page(actor, mark)
        standing = page.about.standing
        events = await self.reads.mark_history(standing.lesson, standing.mark.pupil, mark)
        return page, [replace(event, at=self.door.time.local(event.at)) for event in events]

    async def comment(self, actor: Actor, mark: MarkId, words: str) -> bool:
        """For the family; nothing takes what was said away. False: it stands so already. Raises `CommentTooLong`."""
        about, _ = await self._reached(actor, Action.SET_MARK, mark)
        said = words.strip()
        if len(said) > MOST_COMMENT:
            raise CommentTooLong(len(said), MOST_COMMENT)
        standing = about.standing
        if (said or None) == standing.mark.comment:
            return False
        async with self.begin() as tx:
            await comment_mark(tx, standing.lesson, standing.mark, said or None, actor.person)
        return True

    async def undo(self, actor: Actor, mark: MarkId, version: int) -> Touch:
        """As it stood before another changed it. Raises `NotFound` unless it was the actor's own, `Outdated` later."""
        touch = await self.reads.touch(mark, version)
        owner = Target(person=touch.owner if touch is not None else None)
        if touch is None or touch.decided or not allowed(actor, Action.UNDO_TOUCH, owner):
            raise NotFound
        standing = touch.standing
        if standing.mark.version != version:
            raise Outdated
        await self.door.require_open(standing.ref.day)
        late = self.door.time.today() > standing.ref.day
        change = MarkChange(touch.value, taken_back=touch.taken_back, late=late, by=actor.person)
        async with self.begin() as tx:
            await change_mark(tx, standing.lesson, standing.mark, change)
        return touch

    async def _reached(self, actor: Actor, action: Action, mark: MarkId) -> tuple[MarkAbout, PlannedLesson]:
        about = await self.reads.mark_about(mark)
        if about is None:
            raise NotFound
        lesson = (await self.door.timetables.day(about.standing.ref.day)).by_ref.get(about.standing.ref)
        if lesson is None:
            raise NotFound
        if not sees(actor, action, Target(about.standing.mark.pupil, lesson.classes, lesson.teacher_ids)):
            raise NotFound
        return about, lesson
