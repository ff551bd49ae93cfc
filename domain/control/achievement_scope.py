"""Whose results are asked for, of which period, and who may ask (3.3.6, 3.6.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.courses import Teaching
from domain.journal.periods import Period, period_of
from domain.roles.access import Action, Reach, Target, allowed, reach_of
from domain.roles.people import Actor
from domain.school.calendar import Term


class By(StrEnum):
    """What figures are split by."""

    GRADE = "g"
    CLASS = "c"
    SUBJECT = "s"
    TEACHER = "t"


MOST_NARROWINGS = 2
"""As a button carries them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Each None: all. A course is a class with a subject."""

    class_id: ClassId | None = None
    grade: int | None = None
    subject: SubjectId | None = None
    teacher: PersonId | None = None

    @property
    def whole_pupils(self) -> bool:
        """Whether pupils are there with all their subjects."""
        return self.subject is None and self.teacher is None

    @property
    def splits(self) -> tuple[By, ...]:
        """By what its figures can be split, the likeliest first."""
        by_class = () if self.class_id is not None else (By.CLASS,)
        by_grade = () if self.class_id is not None or self.grade is not None else (By.GRADE,)
        by_subject = () if self.subject is not None else (By.SUBJECT,)
        by_teacher = () if self.teacher is not None or self.class_id is not None else (By.TEACHER,)
        first = by_class if self.class_id is None else by_subject
        every = dict.fromkeys((*first, *by_subject, *by_teacher, *by_grade))
        return tuple(by for by in every if self.inside(by, 0).narrowings <= MOST_NARROWINGS)

    @property
    def narrowings(self) -> int:
        return sum(one is not None for one in (self.class_id, self.grade, self.subject, self.teacher))

    def inside(self, by: By, key: int) -> "Scope":
        """The part of a split."""
        match by:
            case By.GRADE:
                return replace(self, grade=key)
            case By.CLASS:
                return replace(self, class_id=ClassId(key), grade=None)
            case By.SUBJECT:
                return replace(self, subject=SubjectId(key))
            case By.TEACHER:
                return replace(self, teacher=PersonId(key))


@dataclass(frozen=True, slots=True)
class Asked:
    """`current`: by the current marks of the running term instead of what is set: a forecast; then `period` is idle.

    `past`: of the year that was closed last.
    """

    scope: Scope
    period: Period
    current: bool = False
    past: bool = False


def target_of(scope: Scope, now: Teaching) -> Target:
    """What is to be seen, by who teaches and leads today."""
    classes = (scope.class_id,) if scope.class_id is not None else ()
    if scope.class_id is not None and scope.subject is not None and scope.teacher is None:
        return Target(classes=classes, course_teachers=now.teachers(scope.class_id, scope.subject))
    teachers = (scope.teacher,) if scope.teacher is not None else ()
    return Target(classes=classes, course_teachers=teachers)


def only_for(actor: Actor, scope: Scope) -> PersonId | None:
    """Whose own pupils of the scope alone are shown: a teacher's who reaches no more. None: all of them."""
    whole = Reach.SCHOOL in reach_of(actor, Action.SEE_ACHIEVEMENT) or scope.class_id in actor.own_classes
    return None if whole or scope.teacher is not None else actor.person


def opens_pupils(actor: Actor, asked: Asked) -> bool:
    """Whether every pupil's own results are the actor's to see; those of this year are kept there."""
    classes = (asked.scope.class_id,) if asked.scope.class_id is not None else ()
    return not asked.past and allowed(actor, Action.SEE_PUPIL_MARKS, Target(classes=classes))


def period_in(
    asked: Period, terms: Iterable[Term], mine: tuple[Term, ...], periods: tuple[Period, ...]
) -> Period | None:
    """The period of a class that stands beside the asked one: itself, or the term that ends as that does.

    So the second quarter of a school is shown with the first half-year of grades 10 and 11. `terms`: of the year, of
    every kind; `mine`, `periods`: of the class. None: the class has none.
    """
    if asked in periods:
        return asked
    known = list(terms)
    of = next((one for one in known if period_of(one) is asked), None)
    if of is None or not mine:
        return None
    alike = [one for one in known if one.kind is of.kind]
    near = _nearest(mine, of.ends_on)
    return period_of(near) if _nearest(alike, near.ends_on) == of else None


def _nearest(terms: Iterable[Term], day: date) -> Term:
    """By its last day."""
    return min(terms, key=lambda one: (abs((one.ends_on - day).days), one.starts_on))
