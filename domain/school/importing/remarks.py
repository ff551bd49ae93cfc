"""What an import has to say besides what it does. What is meant is a key here; the words are chosen outside."""

from dataclasses import dataclass
from enum import StrEnum

from domain.school.importing.sheets import Place


class Expected(StrEnum):
    """What should have stood in a cell."""

    FILE = "file"
    SPREADSHEET = "spreadsheet"
    SMALLER_FILE = "smaller_file"
    UNPROTECTED = "unprotected"
    WITHOUT_MACROS = "without_macros"
    SOMETHING = "something"
    QUOTES = "quotes"
    HEADINGS = "headings"
    HEADING_ONCE = "heading_once"
    NAME = "name"
    GIVEN_NAME = "given_name"
    CLASS = "class"
    BIRTH_DATE = "birth_date"
    NUMBER = "number"
    NUMBER_ONCE = "number_once"
    RELATION = "relation"
    GUARDIAN = "guardian"
    OTHER_GUARDIAN = "other_guardian"
    GROUP = "group"
    POST = "post"
    OWN_CLASS = "own_class"
    SUBJECT = "subject"
    HOURS = "hours"
    TEACHER = "teacher"
    TIMETABLE = "timetable"
    SOLVED = "solved"
    WEEKDAY = "weekday"
    HOUR = "hour"
    LENGTH = "length"
    ROOM = "room"
    SCHOOL_DAY = "school_day"
    DAY_AFTER_JOURNAL = "day_after_journal"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A cell that cannot be taken; one is enough for nothing to be written."""

    place: Place
    value: str
    expected: Expected
    said: str = ""
    """More about it, where a parser of another's format says more."""
    heading: str = ""
    """What the list itself calls the column."""


class Why(StrEnum):
    """Why a row is in doubt."""

    NUMBER_OF_ANOTHER = "number_of_another"
    NUMBER_DIFFERS = "number_differs"
    NAME_INCOMPLETE = "name_incomplete"
    OTHER_BIRTH_DATE = "other_birth_date"
    IN_ANOTHER_CLASS = "in_another_class"
    SEVERAL_KNOWN = "several_known"
    SEVERAL_IN_FILE = "several_in_file"
    TWICE = "twice"
    GUARDIAN_OF_OTHERS = "guardian_of_others"
    GUARDIAN_OR_STAFF = "guardian_or_staff"
    STAFF_OR_GUARDIAN = "staff_or_guardian"
    TEACHER_UNCLEAR = "teacher_unclear"
    SET_UNKNOWN = "set_unknown"
    LESSON_TEACHER_UNCLEAR = "lesson_teacher_unclear"
    LOAD_UNKNOWN = "load_unknown"
    LOAD_SEVERAL = "load_several"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Who is meant cannot be told: nothing is done for this row, or this guardian of it."""

    place: Place
    who: str
    why: Why
    other: str = ""
    """Whom it might be, or might be taken for."""


class About(StrEnum):
    """What a note says."""

    UNKNOWN_COLUMN = "unknown_column"
    UNNAMED_COLUMN = "unnamed_column"
    UNKNOWN_SHEET = "unknown_sheet"
    ROWS_ABOVE = "rows_above"
    NOW_TEACHER = "now_teacher"
    STILL_LED = "still_led"
    MISSING_PUPILS = "missing_pupils"
    MISSING_STAFF = "missing_staff"
    MISSING_LOAD = "missing_load"
    NOT_PLACED = "not_placed"
    SWITCHED_OFF = "switched_off"
    POSITION_BEYOND = "position_beyond"
    HOURS_COUNTED = "hours_counted"
    WITHOUT_CLASS = "without_class"
    CLASS_TWICE = "class_twice"
    TEACHER_TWICE = "teacher_twice"
    ROOM_TWICE = "room_twice"
    WEEKS_ASSUMED = "weeks_assumed"
    PART_OF_YEAR = "part_of_year"
    SUBJECTS_MEANT = "subjects_meant"
    SUBGROUPS_IN_ORDER = "subgroups_in_order"
    BELLS_UNKNOWN = "bells_unknown"
    BELL_ENDS_ASSUMED = "bell_ends_assumed"
    BELLS_DIFFER = "bells_differ"
    NEW_CLASSES = "new_classes"
    NEW_SUBJECTS = "new_subjects"
    NEW_TEACHERS = "new_teachers"
    NEW_GROUPS = "new_groups"
    HOMEWORK_LEFT = "homework_left"
    CHANGE_LEFT = "change_left"


@dataclass(frozen=True, slots=True)
class Note:
    """Something left aside, assumed or worth knowing; it stops nothing."""

    about: About
    place: Place | None = None
    what: str = ""
