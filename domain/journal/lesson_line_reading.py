"""Understanding a lesson's line: which lesson, who is meant, what would be written; nothing is (3.4.1, 3.4.2)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from domain.ids import PersonId
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.homework import HomeworkBook
from domain.journal.homework_lessons import HomeworkLessons
from domain.journal.homework_meant import NothingTaught, Taught, Understood
from domain.journal.lesson_line import SaidLesson, SaidMark, SaidOf, parse, printed_of
from domain.journal.lesson_line_heading import Heading, heading_of
from domain.journal.lesson_line_meant import (
    NOBODY,
    Answers,
    LeftOut,
    LessonCard,
    MeantMark,
    MeantPupil,
    NoLessonMeant,
    NoLessonOfLine,
    NoLessonsOfDay,
    WhichLesson,
    WhoIsMeant,
    Why,
)
from domain.journal.lesson_line_names import meant_by
from domain.journal.line_guard import LineGuard
from domain.journal.my_lesson import topic_meant
from domain.journal.plan_topics import PlansRead
from domain.journal.ports import WorkKind, WorkKinds
from domain.journal.retakes import is_slot
from domain.journal.rules import Rules
from domain.roles.access import Action, reach_of
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.school.exemptions import Learning
from domain.school.lesson_access import LessonDoor
from domain.school.roster import Seat
from domain.school.said_dates import NoSuchDay, day_for_homework
from domain.school.timetable import LessonRef, PlannedLesson, SubjectRef

MOST_OFFERED = 12
"""Lessons among which the teacher chooses."""
_Named: TypeAlias = MeantPupil | WhoIsMeant | LeftOut


class AwayAtLesson(Protocol):
    """What attendance knows (a port: journal does not know attendance)."""

    async def away(self, lesson: PlannedLesson) -> Collection[PersonId]:
        """Who is noted as away or announced so."""
        ...


@dataclass(frozen=True, slots=True)
class LessonLines:
    door: LessonDoor
    kinds: WorkKinds
    rules: Rules
    homework: HomeworkBook
    plans: PlansRead
    presence: AwayAtLesson
    guard: LineGuard

    async def understand(self, actor: Actor, line: str, answers: Answers) -> LessonCard | WhichLesson | None:
        """None: it is no line of a lesson, or not of a teacher.

        Raises what `LessonDoor.begun` and `HomeworkBook.choose` raise, `NoLessonOfLine`, `NoLessonMeant`,
        `NoMarksInFirstGrade`, `TopicTooLong`, `NoSuchDay`.
        """
        if not reach_of(actor, Action.TAKE_ROLL_CALL):
            return None
        kinds = {norm(kind.short): kind for kind in await self.kinds.work_kinds()}
        heading = await self._heading(actor, line)
        said = parse(heading.rest, kinds)
        said = replace(said, everyone=said.everyone or answers.everyone)
        if not said.says:
            return None
        found = [answers.lesson] if answers.lesson else await self._lessons(actor, heading)
        if not found and not (heading.names or heading.day):
            _require_talk(said)
            return None
        if len(found) != 1:
            return await self._which(heading, found)
        lesson = await self.door.begun(actor, Action.TAKE_ROLL_CALL, found[0])
        seats = await self.door.seats(lesson)
        if not heading.names and not _is_of(said, seats):
            return None
        card = await self._card(actor, lesson, seats, said, kinds, answers)
        return replace(card, overload=await self.guard.of_card(actor, card))

    async def is_own(self, actor: Actor, text: str) -> bool:
        """Whether words are surely a lesson's line: of a class that the actor teaches, named at their beginning."""
        if not reach_of(actor, Action.TAKE_ROLL_CALL):
            return False
        kinds = {norm(kind.short) for kind in await self.kinds.work_kinds()}
        try:
            heading = await self._heading(actor, text)
        except NoSuchDay:
            return False
        own = {one.part.id for one in await self._taught(actor)}
        if heading.school_class is None or heading.school_class.id not in own:
            return False
        seats = (await self.door.rosters.roster()).of_class.get(heading.school_class.id, ())
        return _is_of(parse(heading.rest, kinds), seats)

    async def _heading(self, actor: Actor, line: str) -> Heading:
        roster = await self.door.rosters.roster()
        taught = await self._taught(actor)
        classes = {class_norm(one.name): one for one in roster.classes.values()}
        own = {one.part.id for one in taught}
        surnames = {norm(seat.name.surname) for class_id in own for seat in roster.of_class.get(class_id, ())}
        subjects: Sequence[SubjectRef] = [one.subject for one in taught]
        others = [entry.subject for entry in (await self.door.timetables.plan()).entries]
        return heading_of(line.strip(), self.door.time.today(), classes, subjects, others, surnames)

    async def _taught(self, actor: Actor) -> Sequence[Taught]:
        try:
            return await HomeworkLessons(self.door).taught(actor.person)
        except NothingTaught:
            return ()

    async def _lessons(self, actor: Actor, heading: Heading) -> Sequence[LessonRef]:
        """Own lessons that may be meant: of those named (else of those begun) the one going on, or all of them."""
        today = self.door.time.today()
        day = await self.door.timetables.day(heading.day or today)
        own = [one for one in day.by_teacher.get(actor.person, ()) if one.takes_place and _is_named(one, heading)]
        now = await HomeworkLessons(self.door).now(actor.person)
        if now is not None and now in own:
            return [now.ref]
        named = heading.names or heading.day
        return [one.ref for one in own if named or self._has_begun(one)]

    def _has_begun(self, lesson: PlannedLesson) -> bool:
        time = self.door.time
        return lesson.bell is not None and time.instant(lesson.ref.day, lesson.bell.starts) <= time.now()

    async def _which(self, heading: Heading, found: Sequence[LessonRef]) -> WhichLesson:
        day = heading.day or self.door.time.today()
        if not found and heading.names:
            raise NoLessonOfLine(_named_in(heading), day)
        if not found:
            raise NoLessonsOfDay(day)
        known = (await self.door.timetables.day(day)).by_ref
        return WhichLesson(tuple(known[ref] for ref in found[:MOST_OFFERED]))

    async def _card(
        self,
        actor: Actor,
        lesson: PlannedLesson,
        seats: tuple[Seat, ...],
        said: SaidLesson,
        kinds: Mapping[str, WorkKind],
        answers: Answers,
    ) -> LessonCard:
        if not lesson.marked and any(one.marks for one in said.pupils):
            raise NoMarksInFirstGrade
        topic = await topic_meant(self.plans, lesson, said.topic) if said.topic else None
        scale = (await self.rules.rules()).scale_of(lesson.subject.id).values
        away = frozenset[PersonId]() if said.everyone else frozenset(await self.presence.away(lesson))
        named = [_named(number, one, seats, answers) for number, one in enumerate(said.pupils)]
        meant = _merged([_with_marks(one, said.pupils[number], kinds) for number, one in enumerate(named)])
        exempt = {pupil for pupil, how in (await self.door.learning(lesson)).items() if how is Learning.EXEMPT}
        checked = [_checked(one, scale, away, exempt) for one in meant]
        return LessonCard(
            lesson=lesson,
            seats=seats,
            pupils=tuple(one for one in checked if isinstance(one, MeantPupil)),
            everyone=said.everyone,
            topic=topic,
            homework=await self._homework(actor, lesson, said.homework),
            questions=tuple(one for one in checked if isinstance(one, WhoIsMeant)),
            left_out=(
                *(one for one in checked if isinstance(one, LeftOut)),
                *(LeftOut(words, Why.UNCLEAR) for words in said.unclear),
            ),
        )

    async def _homework(self, actor: Actor, lesson: PlannedLesson, said: str | None) -> tuple[Understood, ...]:
        if said is None:
            return ()
        named = day_for_homework(said, self.door.time.today())
        text, day = (named.rest, named.day) if named else (said, None)
        taught = dict.fromkeys(Taught(part, lesson.subject) for part in lesson.parts)
        return tuple([await self.homework.choose(actor, one, text, day) for one in taught])


def _require_talk(said: SaidLesson) -> None:
    """Without a lesson there is no class to look names up in. Raises `NoLessonMeant` for what is surely a lesson's."""
    if not said.unclear and not said.homework:
        raise NoLessonMeant


def _named_in(heading: Heading) -> str:
    names = [heading.school_class.name] if heading.school_class else []
    return " · ".join([*names, *(subject.name for subject in heading.subjects)])


def _is_named(lesson: PlannedLesson, heading: Heading) -> bool:
    right_class = heading.school_class is None or heading.school_class.id in lesson.classes
    return right_class and (not heading.subjects or lesson.subject in heading.subjects)


def _is_of(said: SaidLesson, seats: Sequence[Seat]) -> bool:
    """Whether words that name no class are of this lesson at all, and not just talk."""
    told = bool(said.everyone or said.topic or said.homework)
    return told or any(meant_by(one.name, seats).likely for one in said.pupils)


def _named(number: int, said: SaidOf, seats: Sequence[Seat], answers: Answers) -> _Named:
    words, meant = printed_of(said), meant_by(said.name, seats)
    answer = answers.who.get(number)
    chosen = next((seat for seat in meant.likely if seat.pupil == answer), None)
    seat = meant.seat or chosen
    if seat is not None:
        return MeantPupil(seat, said.name, (), said.presence, said.minutes)
    if not meant.likely or answer == NOBODY:
        return LeftOut(words, Why.NOT_IN_CLASS)
    return WhoIsMeant(number, words, meant.likely)


def _with_marks(named: _Named, said: SaidOf, kinds: Mapping[str, WorkKind]) -> _Named:
    """A mark without a kind is of the school's first one, the answer at the lesson."""
    if not isinstance(named, MeantPupil):
        return named
    usual = next(iter(kinds.values()))
    marks = (MeantMark(one.value, kinds[one.kind] if one.kind else usual, 1) for one in said.marks)
    return replace(named, marks=tuple(marks))


def _merged(named: Sequence[_Named]) -> Iterator[_Named]:
    """What is said of one pupil in several places is said together, each mark of a kind in a place of its own."""
    together: dict[PersonId, list[MeantPupil]] = {}
    for one in named:
        if isinstance(one, MeantPupil):
            together.setdefault(one.seat.pupil, []).append(one)
        else:
            yield one
    for pupils in together.values():
        yield _one_pupil(pupils)


def _one_pupil(said: Sequence[MeantPupil]) -> _Named:
    presences = {(one.presence, one.minutes) for one in said if one.presence}
    marks = [mark for one in said for mark in one.marks]
    slots = [sum(other.kind == mark.kind for other in marks[:place]) + 1 for place, mark in enumerate(marks)]
    presence, minutes = next(iter(presences), (None, None))
    whole = MeantPupil(
        said[0].seat,
        said[0].said,
        tuple(replace(mark, slot=slot) for mark, slot in zip(marks, slots, strict=True)),
        presence,
        minutes,
    )
    too_many = not all(map(is_slot, slots))
    if len(presences) > 1 or too_many or (presence and presence.away and marks):
        return LeftOut(" / ".join(map(_words, said)), Why.CONTRADICTS)
    return whole


def _checked(one: _Named, scale: Collection[str], away: Collection[PersonId], exempt: Collection[PersonId]) -> _Named:
    """Marks that cannot be set leave all out that is said of the pupil with them."""
    if not isinstance(one, MeantPupil) or not one.marks:
        return one
    if one.seat.pupil in exempt:
        return LeftOut(_words(one), Why.EXEMPT)
    if not all(mark.value in scale for mark in one.marks):
        return LeftOut(_words(one), Why.NOT_A_MARK)
    if one.presence is None and one.seat.pupil in away:
        return LeftOut(_words(one), Why.WAS_AWAY)
    return one


def _words(pupil: MeantPupil) -> str:
    marks = tuple(SaidMark(mark.value) for mark in pupil.marks)
    return printed_of(SaidOf(pupil.said, marks, pupil.presence, pupil.minutes))
