"""What a lesson's line means for one lesson: to be looked at, then written, or asked about first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.errors import Refused
from domain.ids import PersonId
from domain.journal.homework_meant import Understood
from domain.journal.lesson_line_words import SaidPresence
from domain.journal.my_lesson import TopicMeant
from domain.journal.overload import NOTHING_TOO_MUCH, Overload
from domain.journal.ports import WorkKind
from domain.school.roster import Seat
from domain.school.timetable import LessonRef, PlannedLesson

NOBODY = PersonId(0)
"""«Никто из них»: what was said of the name is left out."""


class Why(StrEnum):
    """Why words of the line are not written."""

    UNCLEAR = "unclear"
    NOT_IN_CLASS = "not-in-class"
    NOT_A_MARK = "not-a-mark"
    WAS_AWAY = "was-away"
    EXEMPT = "exempt"
    CONTRADICTS = "contradicts"


HIDES_ABSENCE = frozenset({Why.UNCLEAR, Why.NOT_IN_CLASS, Why.CONTRADICTS})
"""Behind such words an absent pupil may stand: «остальные на месте» would then say something untrue."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`words` as they were written."""

    words: str
    why: Why


@dataclass(frozen=True, slots=True)
class MeantMark:
    """`slot` numbers the marks of a kind that the line gives a pupil, from 1."""

    value: str
    kind: WorkKind
    slot: int


@dataclass(frozen=True, slots=True)
class MeantPupil:
    """`said`: the name as it was written; `presence` None: nothing was said of it."""

    seat: Seat
    said: str
    marks: tuple[MeantMark, ...] = ()
    presence: SaidPresence | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class WhoIsMeant:
    """A name that could be one of several; `number` is its place in the line."""

    number: int
    words: str
    likely: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the teacher has said to questions about a line: which lesson, and who is meant by the name of a number."""

    lesson: LessonRef | None = None
    who: Mapping[int, PersonId] = field(default_factory=dict)
    everyone: bool = False
    """«И все на месте», said by a button."""


@dataclass(frozen=True, slots=True)
class LessonCard:
    """All that a line would write. `everyone`: who is not named was there, whatever was noted before."""

    lesson: PlannedLesson
    seats: tuple[Seat, ...]
    pupils: tuple[MeantPupil, ...] = ()
    everyone: bool = False
    topic: TopicMeant | None = None
    homework: tuple[Understood, ...] = ()
    questions: tuple[WhoIsMeant, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    overload: Overload = NOTHING_TOO_MUCH
    """Warned of before it is written."""

    @property
    def takes_roll_call(self) -> bool:
        """«Все на месте» or any pupil's presence was said; else the roll call is left as it is: not filled."""
        return self.everyone or any(pupil.presence for pupil in self.pupils)

    @property
    def closes(self) -> bool:
        hidden = self.questions or any(one.why in HIDES_ABSENCE for one in self.left_out)
        return self.takes_roll_call and not hidden

    @property
    def writes(self) -> bool:
        return bool(self.pupils or self.everyone or self.topic or self.homework)


@dataclass(frozen=True, slots=True)
class WhichLesson:
    """The line could be of any of these."""

    lessons: tuple[PlannedLesson, ...]


@dataclass(eq=False)
class NoLessonOfLine(Refused):
    """By the timetable this teacher does not give such a lesson that day; `said`: the class, the subject, or both."""

    said: str
    day: date


@dataclass(eq=False)
class NoLessonsOfDay(Refused):
    """The line names a day alone, and this teacher gives nothing then."""

    day: date


@dataclass(eq=False)
class NoLessonMeant(Refused):
    """The line names no class, and no lesson of the teacher has begun today."""


@dataclass(eq=False)
class LineNotWaiting(Refused):
    """The line of this card is not the one that waits: it is written, or another one came."""
