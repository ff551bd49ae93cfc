"""What goes into the paper journal of a day, and what of it was entered when (1.5)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.attendance.missed import Totals
from domain.attendance.presence import Presence
from domain.control.journal_page import WordedHomework
from domain.ids import ClassId, EntryId, GroupId, LessonId, PersonId
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef


class MarkChange(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class OwnScope:
    """Lessons of a teacher from `first` to `day`: those written by them, and these lines of the timetable on the day.

    `since` and `before`: the day as instants.
    """

    teacher: PersonId
    day: date
    first: date
    entries: Collection[EntryId]
    since: datetime
    before: datetime

    def within(self, instant: datetime) -> bool:
        return self.since <= instant < self.before


@dataclass(frozen=True, slots=True)
class LessonHead:
    """A lesson of which something is written; `group` by class: None: the whole class."""

    id: LessonId
    ref: LessonRef
    position: int
    subject_name: str
    topic: str | None
    topic_at: datetime | None
    called: bool
    parts: Mapping[ClassId, GroupId | None]


@dataclass(frozen=True, slots=True)
class EnteredMark:
    lesson: LessonId
    pupil: PersonId
    name: PersonName
    value: str
    work: str
    entered_at: datetime
    set_at: datetime
    taken_back: bool


@dataclass(frozen=True, slots=True)
class EnteredPresence:
    lesson: LessonId
    pupil: PersonId
    name: PersonName
    status: Presence
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class PaperMark:
    name: PersonName
    value: str
    work: str
    change: MarkChange


@dataclass(frozen=True, slots=True)
class PaperLesson:
    """One date of a page. `topic` None: none is written, or none to be copied (an older lesson)."""

    day: date
    position: int
    away: tuple[tuple[PersonName, Presence], ...]
    marks: tuple[PaperMark, ...]
    topic: str | None
    homework: tuple[WordedHomework, ...]
    called: bool = False
    """The roll is called, so that nobody away means that all were there."""

    @property
    def empty(self) -> bool:
        return not (self.away or self.marks or self.topic or self.homework or self.called)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Of a class (or subgroup) and subject; the day's lesson first, then older ones."""

    class_id: ClassId
    class_name: str
    group_name: str
    subject_name: str
    lessons: tuple[PaperLesson, ...]


@dataclass(frozen=True, slots=True)
class PaperMissed:
    """For the class teacher's summary of attendance: who missed how many lessons that day."""

    class_id: ClassId
    class_name: str
    pupils: tuple[tuple[PersonName, Totals], ...]


@dataclass(frozen=True, slots=True)
class PaperDay:
    """`earlier`, `later`: days of the own lessons beside it, to turn to."""

    day: date
    today: date
    pages: tuple[PaperPage, ...]
    missed: tuple[PaperMissed, ...]
    earlier: date | None
    later: date | None
