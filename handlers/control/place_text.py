"""Where a person stands behind a figure, as a button carries it: the list, its page, the lessons, the lesson.

After the slice and «/»: a letter of the figure, one of the list's way, two for its page; of lessons what the slice was
narrowed by, and two for their page; of a lesson three for its day, and its line of the timetable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.control.indicators import By, Line, Measure, Slice, ways
from domain.errors import NotFound
from domain.ids import EntryId
from domain.school.timetable import LessonRef
from handlers.control.slice_text import (
    DAY_WIDTH,
    DIGITS,
    LONGEST_SLICE,
    base36,
    day36,
    day_of36,
    number_of,
    packed_slice,
    slice_of,
)

MEASURES: Mapping[str, Measure] = {
    "a": Measure.ATTENDANCE,
    "b": Measure.TEACHERS,
    "c": Measure.TOPICS,
    "d": Measure.HOMEWORK,
    "e": Measure.MARKS,
    "f": Measure.FILLED_IN_TIME,
    "g": Measure.HOMEWORK_IN_TIME,
    "h": Measure.MARKS_IN_TIME,
    "i": Measure.WRITTEN_IN_TIME,
    "j": Measure.DENSITY,
    "k": Measure.PLAN,
    "l": Measure.SUBSTITUTED,
    "m": Measure.CANCELLED,
    "n": Measure.GUARDIANS,
    "o": Measure.GUARDIANS_WEEK,
    "p": Measure.GUARDIANS_MONTH,
    "q": Measure.PUPILS,
    "r": Measure.PUPILS_WEEK,
    "s": Measure.PUPILS_MONTH,
}
"""What a letter means stays: buttons are tapped months later."""
WAYS: Mapping[str, By] = {"t": By.TEACHER, "c": By.CLASS, "p": By.PUPIL, "o": By.COURSE}
TEACHER, CLASS, SUBJECT = 1, 2, 4
"""What the slice was narrowed by, added up."""
PAGE_WIDTH = 2
MOST_PAGES = 36**PAGE_WIDTH
LIST_LENGTH, LESSONS_LENGTH = 2 + PAGE_WIDTH, 3 + 2 * PAGE_WIDTH
LONGEST_LIST = f"{LONGEST_SLICE}/atzz"
LONGEST_LESSONS = f"{LONGEST_LIST}7zz"
LONGEST_LESSON = f"{LONGEST_LESSONS}zzz4ldqpds"
_LETTERS = {measure: letter for letter, measure in MEASURES.items()}
_WAY_LETTERS = {by: letter for letter, by in WAYS.items()}


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A page of the list behind a figure."""

    slice: Slice
    measure: Measure
    by: By
    page: int = 0

    @property
    def text(self) -> str:
        return f"{packed_slice(self.slice)}/{_LETTERS[self.measure]}{_WAY_LETTERS[self.by]}{_page(self.page)}"


@dataclass(frozen=True, slots=True)
class LessonsPlace:
    """A page of lessons that fall short: of `slice`, which a line of the list narrowed by `added`."""

    slice: Slice
    measure: Measure
    by: By
    list_page: int
    added: int
    page: int = 0

    @property
    def text(self) -> str:
        return f"{ListPlace(self.slice, self.measure, self.by, self.list_page).text}{self.added}{_page(self.page)}"

    @property
    def of_list(self) -> ListPlace:
        """The way back."""
        wide = self.slice
        wide = replace(wide, teacher=None) if self.added & TEACHER else wide
        wide = replace(wide, class_id=None) if self.added & CLASS else wide
        wide = replace(wide, subject=None) if self.added & SUBJECT else wide
        return ListPlace(wide, self.measure, self.by, self.list_page)


def list_place(said: str) -> ListPlace:
    """Raises `NotFound` for what is none."""
    place, rest = _parted(said)
    if rest:
        raise NotFound
    return place


def lessons_place(said: str) -> LessonsPlace:
    """Raises `NotFound` for what is none."""
    place, rest = _parted(said)
    if len(rest) != 1 + PAGE_WIDTH or rest[0] not in "01234567":
        raise NotFound
    return LessonsPlace(place.slice, place.measure, place.by, place.page, int(rest[0]), number_of(rest[1:]))


def lesson_text(place: LessonsPlace, ref: LessonRef) -> str:
    return f"{place.text}{day36(ref.day)}{base36(ref.entry)}"


def lesson_place(said: str) -> tuple[LessonsPlace, LessonRef]:
    """Raises `NotFound` for what is none."""
    slice_, _, rest = said.partition("/")
    place, ref = rest[:LESSONS_LENGTH], rest[LESSONS_LENGTH:]
    day = day_of36(ref[:DAY_WIDTH])
    return lessons_place(f"{slice_}/{place}"), LessonRef(EntryId(number_of(ref[DAY_WIDTH:])), day)


def narrowed(place: ListPlace, line: Line) -> LessonsPlace:
    """To the lessons of a line."""
    one, added = place.slice, 0
    if line.teacher is not None and one.teacher is None:
        one, added = replace(one, teacher=line.teacher.id), added | TEACHER
    if line.school_class is not None and one.class_id is None:
        one, added = replace(one, class_id=line.school_class.id), added | CLASS
    if line.subject is not None and one.subject is None:
        one, added = replace(one, subject=line.subject.id), added | SUBJECT
    return LessonsPlace(one, place.measure, place.by, place.page, added)


def _parted(said: str) -> tuple[ListPlace, str]:
    slice_, _, rest = said.partition("/")
    measure, by = MEASURES.get(rest[:1]), WAYS.get(rest[1:2])
    if measure is None or by is None or by not in ways(measure) or len(rest) < LIST_LENGTH:
        raise NotFound
    return ListPlace(slice_of(slice_), measure, by, number_of(rest[2:LIST_LENGTH])), rest[LIST_LENGTH:]


def _page(number: int) -> str:
    """Beyond what two letters can say, the last that they can."""
    return base36(min(max(number, 0), MOST_PAGES - 1)).rjust(PAGE_WIDTH, DIGITS[0])
