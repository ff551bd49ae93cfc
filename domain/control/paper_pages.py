"""The day's entries laid out as the pages of the paper journal that they go to (1.5)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.attendance.presence import Presence
from domain.control.journal_page import WordedHomework, worded_of
from domain.control.paper_day import (
    EnteredMark,
    EnteredPresence,
    LessonHead,
    MarkChange,
    OwnScope,
    PaperLesson,
    PaperMark,
    PaperPage,
)
from domain.ids import ClassId, GroupId, LessonId, PersonId
from domain.journal.homework_given import Given, following_days
from domain.school.roster import Roster
from domain.school.timetable import LessonRef, PlannedLesson

AtHome = Mapping[LessonRef, tuple[WordedHomework, ...]]


@dataclass(frozen=True, slots=True)
class Entered:
    """`at_home`: by the lesson at which it was given."""

    lessons: Sequence[LessonHead]
    marks: Sequence[EnteredMark]
    presence: Sequence[EnteredPresence]
    at_home: AtHome


@dataclass(frozen=True, slots=True)
class _Part:
    """A page that a lesson stands on."""

    class_id: ClassId
    class_name: str
    group: GroupId | None
    group_name: str
    subject_name: str


@dataclass(frozen=True, slots=True)
class _Lesson:
    ref: LessonRef
    position: int
    parts: tuple[_Part, ...]
    head: LessonHead | None


def at_home_of(planned: Sequence[PlannedLesson], homework: Iterable[WordedHomework], scope: OwnScope) -> AtHome:
    """Of the day's lessons all, of older ones what was given on the day."""
    following, given = following_days(planned), Given(homework)
    found: dict[LessonRef, tuple[WordedHomework, ...]] = {}
    for lesson in (one for one in planned if one.ref.day <= scope.day):
        here = worded_of(given.at(lesson, following.get(lesson.ref)))
        kept = tuple(one for one in here if lesson.ref.day == scope.day or scope.within(one.at))
        if kept:
            found[lesson.ref] = kept
    return found


def paper_pages(
    scope: OwnScope, planned: Sequence[PlannedLesson], entered: Entered, roster: Roster
) -> tuple[PaperPage, ...]:
    """In the order of the day's lessons; pages of older lessons alone come after them."""
    pages: dict[_Part, list[PaperLesson]] = {}
    for lesson in _lessons(scope, planned, entered, roster):
        for part in lesson.parts:
            written = _written(scope, lesson, part, entered, roster)
            if lesson.ref.day == scope.day or not written.empty:
                pages.setdefault(part, []).append(written)
    return tuple(
        PaperPage(part.class_id, part.class_name, part.group_name, part.subject_name, tuple(written))
        for part, written in pages.items()
    )


def _lessons(scope: OwnScope, planned: Sequence[PlannedLesson], entered: Entered, roster: Roster) -> Iterator[_Lesson]:
    """The day's first, then the older ones that anything was entered of, the newest first."""
    heads = {one.ref: one for one in entered.lessons}
    touched = [
        _Lesson(one.ref, one.position, _parts(one), heads.pop(one.ref, None))
        for one in planned
        if one.ref.day == scope.day or one.ref in heads or one.ref in entered.at_home
    ]
    unplanned = [_Lesson(one.ref, one.position, _parts_of(one, roster), one) for one in heads.values()]
    everything = sorted([*touched, *unplanned], key=lambda one: (-one.ref.day.toordinal(), one.position))
    yield from everything


def _parts(lesson: PlannedLesson) -> tuple[_Part, ...]:
    name = lesson.subject.name
    return tuple(_Part(one.id, one.name, one.group, one.group_name or "", name) for one in lesson.parts)


def _parts_of(head: LessonHead, roster: Roster) -> tuple[_Part, ...]:
    """Of a lesson that the timetable has no more."""
    classes = ((one, roster.classes.get(one)) for one in head.parts)
    return tuple(
        _Part(class_id, known.name, head.parts[class_id], "", head.subject_name) for class_id, known in classes if known
    )


def _written(scope: OwnScope, lesson: _Lesson, part: _Part, entered: Entered, roster: Roster) -> PaperLesson:
    head, day = lesson.head, lesson.ref.day
    homework = tuple(
        one
        for one in entered.at_home.get(lesson.ref, ())
        if one.class_id == part.class_id and one.group in (None, part.group)
    )
    if head is None:
        return PaperLesson(day, lesson.position, (), (), None, homework)
    mine = _Mine(head.id, part.class_id, lesson.parts[0].class_id, roster)
    return PaperLesson(
        day=day,
        position=lesson.position,
        away=tuple((one.name, one.status) for one in entered.presence if mine.has(one) and _copied(scope, day, one)),
        marks=tuple(mark for one in entered.marks if mine.has(one) and (mark := _mark(scope, one))),
        topic=head.topic if day == scope.day or _set_today(scope, head) else None,
        homework=homework,
        called=head.called and day == scope.day,
    )


@dataclass(frozen=True, slots=True)
class _Mine:
    """Entries of a lesson whose pupils sit in a class; of who sits in none any more they go to the lesson's first."""

    lesson: LessonId
    class_id: ClassId
    first: ClassId
    roster: Roster

    def has(self, one: EnteredMark | EnteredPresence) -> bool:
        return one.lesson == self.lesson and self._class_of(one.pupil) == self.class_id

    def _class_of(self, pupil: PersonId) -> ClassId:
        seat = self.roster.seats.get(pupil)
        return seat.class_id if seat else self.first


def _copied(scope: OwnScope, day: date, one: EnteredPresence) -> bool:
    """Of an older lesson also that somebody was there after all."""
    return one.status is not Presence.PRESENT if day == scope.day else scope.within(one.noted_at)


def _mark(scope: OwnScope, one: EnteredMark) -> PaperMark | None:
    """None for one that was set and taken back the same day: paper never had it."""
    new = scope.within(one.entered_at)
    if one.taken_back:
        return None if new else PaperMark(one.name, one.value, one.work, MarkChange.TAKEN_BACK)
    return PaperMark(one.name, one.value, one.work, MarkChange.NEW if new else MarkChange.CHANGED)


def _set_today(scope: OwnScope, head: LessonHead) -> bool:
    return head.topic_at is not None and scope.within(head.topic_at)
