"""What pages of results hold (3.3.6, 3.6.3)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.control.achievement import Counts, count
from domain.control.achievement_lists import Given, Lists
from domain.control.achievement_scope import Asked, By, Scope
from domain.control.achievement_spots import Year
from domain.errors import NotFound
from domain.ids import PersonId
from domain.journal.courses import Course
from domain.journal.periods import Period
from domain.roles.people import PersonName
from domain.school.roster import SchoolClass


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader can look at: the whole school or not, grades and classes of their reach, own courses."""

    school: bool
    grades: tuple[int, ...]
    classes: tuple[SchoolClass, ...]
    courses: tuple[Course, ...]
    last_year: bool = False
    """Whether a year was closed, whose results can be looked at too."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a scope is called; each None where it is not narrowed by that."""

    class_name: str | None = None
    grade: int | None = None
    subject: str | None = None
    teacher: PersonName | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """`now` of what there is to compare, `before` in these `periods`; `formerly`: what the classes were called then."""

    now: Counts
    before: Counts
    periods: tuple[Period, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Unset:
    """A course without a single result in the period."""

    class_name: str
    subject_name: str


@dataclass(frozen=True, slots=True)
class AchievementPage:
    """`missing`: results that are expected and not there, those of `unset` courses left out.

    `shown`: the periods that they are of, by grade; `periods`: those that can be asked for.
    """

    asked: Asked
    names: Names
    shown: tuple[Period, ...]
    periods: tuple[Period, ...]
    counts: Counts
    missing: int
    unset: tuple[Unset, ...]
    pupils: int
    lists: Lists
    last_term: Compared | None
    last_year: Compared | None
    whole_school: bool
    """Whether the reader reaches the whole school."""
    opens_pupils: bool
    """Whether the reader may see the own results of each pupil."""


@dataclass(frozen=True, slots=True)
class SplitRow:
    """A part of the scope. `before`: of the last term, None where there was none."""

    key: int
    name: str
    counts: Counts
    missing: int
    before: Counts | None


@dataclass(frozen=True, slots=True)
class SplitPage:
    page: AchievementPage
    by: By
    rows: tuple[SplitRow, ...]


@dataclass(frozen=True, slots=True)
class TermsPage:
    """A scope's results through the year; periods without any are left out."""

    names: Names
    periods: tuple[tuple[Period, Counts], ...]


def counted(given: Iterable[Given]) -> Counts:
    return count(one.value for one in given if one.value is not None)


def names_of(year: Year, scope: Scope, given: Collection[Given], teachers: Mapping[PersonId, PersonName]) -> Names:
    """Raises `NotFound` for a subject or teacher that nobody there has."""
    school_class = year.teaching.roster.classes.get(scope.class_id) if scope.class_id is not None else None
    subject = _subject(year, scope, given) if scope.subject is not None else None
    if scope.teacher is not None and scope.teacher not in teachers:
        raise NotFound
    return Names(
        school_class.name if school_class is not None else None,
        scope.grade,
        subject,
        teachers[scope.teacher] if scope.teacher is not None else None,
    )


def _subject(year: Year, scope: Scope, given: Iterable[Given]) -> str:
    by_results = (one.subject_name for one in given)
    by_load = (one.subject_name for one in year.teaching.courses if one.subject == scope.subject)
    found = next(by_results, None) or next(by_load, None)
    if found is None:
        raise NotFound
    return found


def periods_of_scope(year: Year, scope: Scope) -> tuple[Period, ...]:
    """Of its lowest grade, and exams and final marks where another has them."""
    grades = sorted({one.grade for one in year.classes_of(scope)})
    lowest = year.terms[grades[0]].periods if grades else ()
    later = (one for grade in grades for one in year.terms[grade].periods if not one.is_term)
    return tuple(dict.fromkeys((*lowest, *later)))


def rows_of(
    given: Iterable[Given], before: Iterable[Given], by: By, teachers: Mapping[PersonId, PersonName]
) -> tuple[SplitRow, ...]:
    """Classes and grades in their order, subjects and teachers by name."""
    now, then = _parts(given, by), _parts(before, by)
    rows = [
        SplitRow(
            key,
            _name(by, key, listed[0], teachers),
            counted(listed),
            sum(one.value is None for one in listed),
            counted(then[key]) if any(one.value for one in then.get(key, ())) else None,
        )
        for key, listed in now.items()
    ]
    return tuple(sorted(rows, key=lambda one: one.name) if by in (By.SUBJECT, By.TEACHER) else rows)


def _parts(given: Iterable[Given], by: By) -> dict[int, list[Given]]:
    found: dict[int, list[Given]] = {}
    for one in given:
        for key in _keys(one, by):
            found.setdefault(key, []).append(one)
    return found


def _keys(one: Given, by: By) -> Sequence[int]:
    match by:
        case By.GRADE:
            return (one.school_class.grade,)
        case By.CLASS:
            return (one.school_class.id,)
        case By.SUBJECT:
            return (one.subject,)
        case By.TEACHER:
            return one.teachers


def _name(by: By, key: int, one: Given, teachers: Mapping[PersonId, PersonName]) -> str:
    match by:
        case By.GRADE:
            return str(key)
        case By.CLASS:
            return one.school_class.name
        case By.SUBJECT:
            return one.subject_name
        case By.TEACHER:
            name = teachers.get(PersonId(key))
            return name.short if name is not None else "—"
