"""Figures of lessons, and who and what stands behind them (3.6.2)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from statistics import median
from typing import TypeVar

from domain.control.indicators import Figure, LeftOut, Line, Measure, Slice, worst_first
from domain.control.lesson_records import LessonRecord
from domain.control.verdicts import Judge, Verdict, Verdicts
from domain.ids import ClassId, PersonId
from domain.school.roster import SchoolClass
from domain.school.timetable import ChangeKind, PlannedLesson, TeacherRef

CHANGES = frozenset({Measure.SUBSTITUTED, Measure.CANCELLED})
K = TypeVar("K", PersonId, ClassId)
Counts = dict[K, tuple[int, int]]


@dataclass(frozen=True)
class LessonFigures:
    """Of a slice: `given` are those of its days that take place, `cancelled` those that nobody gives."""

    slice: Slice
    given: Sequence[LessonRecord]
    cancelled: Sequence[LessonRecord]
    verdicts: Verdicts

    def figure(self, measure: Measure) -> Figure:
        part = whole = 0
        left_out = self._without(measure)
        for verdict, count in Counter(self._judged(measure)).items():
            if isinstance(verdict, LeftOut):
                left_out[verdict] += count
            else:
                part, whole = part + verdict[0] * count, whole + verdict[1] * count
        if measure is Measure.TEACHERS:
            part, whole = self._took_part()
        told = {why: count for why, count in left_out.items() if count}
        return Figure(measure, part, whole, self._middle(measure), told)

    def by_teacher(self, measure: Measure) -> tuple[Line, ...]:
        """Every teacher of a lesson is counted with it, who stood in among them."""
        known: dict[PersonId, TeacherRef] = {}
        counts: Counts[PersonId] = {}
        for record, (part, whole) in self._counted(measure):
            for teacher in self._teachers(record.lesson):
                known.setdefault(teacher.id, teacher)
                _add(counts, teacher.id, part, whole)
        found = [Line(part, whole, teacher=known[one]) for one, (part, whole) in counts.items() if whole]
        return _listed(measure, sorted(found, key=lambda line: line.teacher.name.full if line.teacher else ""))

    def by_class(self, measure: Measure, classes: Mapping[ClassId, SchoolClass]) -> tuple[Line, ...]:
        """A joint lesson is counted with each of its classes; of `TEACHERS` a line counts them."""
        if measure is Measure.TEACHERS:
            counts = {one: self._of_class(one)._took_part() for one in self._classes(measure)}
        else:
            counts = {}
            for record, (part, whole) in self._counted(measure):
                for class_id in self._own_classes(record.lesson):
                    _add(counts, class_id, part, whole)
        found = [
            Line(part, whole, school_class=classes[one])
            for one, (part, whole) in counts.items()
            if whole and one in classes
        ]
        return _listed(measure, sorted(found, key=_by_class_name))

    def short(self, measure: Measure) -> tuple[LessonRecord, ...]:
        """Those that lack something, or (of changes) those that were changed; the newest first."""
        adverse = measure in CHANGES
        found = [one for one, (part, whole) in self._counted(measure) if (part > 0 if adverse else part < whole)]
        return tuple(sorted(found, key=lambda one: (one.lesson.ref.day, one.lesson.position), reverse=True))

    def _middle(self, measure: Measure) -> Fraction | None:
        if measure is not Measure.HOMEWORK_IN_TIME:
            return None
        minutes = [found for one in self._over if (found := self.verdicts.minutes_after(one)) is not None]
        return Fraction(median(minutes)) if minutes else None

    def _took_part(self) -> tuple[int, int]:
        """Teachers who wrote anything, of those who gave lessons."""
        counted = [(record.lesson, part) for record, (part, _) in self._counted(Measure.TEACHERS)]
        gave = {who.id for lesson, _ in counted for who in self._teachers(lesson)}
        return len({who.id for lesson, part in counted if part for who in self._teachers(lesson)}), len(gave)

    def _without(self, measure: Measure) -> Counter[LeftOut]:
        """How many are not even judged."""
        to_come = len(self.given) + len(self.cancelled) - len(self._over) - len(self._over_cancelled)
        not_given = 0 if measure in CHANGES else len(self._over_cancelled)
        return Counter({LeftOut.TO_COME: to_come, LeftOut.NOT_GIVEN: not_given})

    def _counted(self, measure: Measure) -> Iterator[tuple[LessonRecord, tuple[int, int]]]:
        judged = zip(self._of(measure), self._judged(measure), strict=True)
        return ((record, verdict) for record, verdict in judged if not isinstance(verdict, LeftOut))

    def _judged(self, measure: Measure) -> Sequence[Verdict]:
        """Of each of `_of`, kept: a figure, its lines and its lessons ask for the same."""
        if measure not in self._known:
            self._known[measure] = list(map(self._judge(measure), self._of(measure)))
        return self._known[measure]

    def _of(self, measure: Measure) -> Sequence[LessonRecord]:
        return (*self._over, *self._over_cancelled) if measure in CHANGES else self._over

    @cached_property
    def _over(self) -> Sequence[LessonRecord]:
        return [one for one in self.given if self.verdicts.is_over(one.lesson)]

    @cached_property
    def _over_cancelled(self) -> Sequence[LessonRecord]:
        return [one for one in self.cancelled if self.verdicts.is_over(one.lesson)]

    @cached_property
    def _known(self) -> dict[Measure, Sequence[Verdict]]:
        return {}

    def _judge(self, measure: Measure) -> Judge:
        if measure is Measure.SUBSTITUTED:
            return lambda one: (int(one.lesson.change is ChangeKind.SUBSTITUTED), 1)
        if measure is Measure.CANCELLED:
            return lambda one: (int(not one.lesson.takes_place), 1)
        return self.verdicts.of(measure)

    def _teachers(self, lesson: PlannedLesson) -> Iterable[TeacherRef]:
        wanted = self.slice.teacher
        return lesson.teachers if wanted is None else (one for one in lesson.teachers if one.id == wanted)

    def _own_classes(self, lesson: PlannedLesson) -> Iterable[ClassId]:
        return dict.fromkeys(part.id for part in lesson.parts if self._is_wanted(part.id, part.grade))

    def _is_wanted(self, class_id: ClassId, grade: int) -> bool:
        return self.slice.class_id in (None, class_id) and self.slice.grade in (None, grade)

    def _classes(self, measure: Measure) -> Iterable[ClassId]:
        counted = (record.lesson for record, _ in self._counted(measure))
        return dict.fromkeys(one for lesson in counted for one in self._own_classes(lesson))

    def _of_class(self, class_id: ClassId) -> "LessonFigures":
        given = [one for one in self.given if class_id in one.lesson.classes]
        return LessonFigures(self.slice, given, (), self.verdicts)


def is_in(slice_: Slice) -> Callable[[PlannedLesson], bool]:
    """Whether a lesson is of the slice, its days apart."""

    def fits(lesson: PlannedLesson) -> bool:
        return (
            slice_.subject in (None, lesson.subject.id)
            and (slice_.class_id is None or slice_.class_id in lesson.classes)
            and (slice_.grade is None or any(part.grade == slice_.grade for part in lesson.parts))
            and (slice_.teacher is None or slice_.teacher in lesson.teacher_ids)
        )

    return fits


def _listed(measure: Measure, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The worst first; of substitutions and cancelled lessons who has most of them, and nobody who has none."""
    if measure not in CHANGES:
        return worst_first(lines)
    return tuple(sorted((one for one in lines if one.part), key=lambda one: one.part, reverse=True))


def _add(counts: Counts[K], key: K, part: int, whole: int) -> None:
    had = counts.get(key, (0, 0))
    counts[key] = had[0] + part, had[1] + whole


def _by_class_name(line: Line) -> tuple[int, str]:
    return (line.school_class.grade, line.school_class.name) if line.school_class else (0, "")
