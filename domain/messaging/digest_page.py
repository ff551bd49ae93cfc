"""One child's evening, as the digest tells it (1.4.4)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.ids import AccountId, PersonId
from domain.journal.periods import Period
from domain.journal.remarks import Remark
from domain.messaging.days_ahead import USUAL, Unusual
from domain.roles.people import PersonName
from domain.school.changed_lessons import ChangedLesson
from domain.talk.letters import AnnouncementLetter
from domain.talk.signatures import WeekSummary


@dataclass(frozen=True, slots=True)
class DigestKey:
    """One child's evening for one account; `at` is the hour that its person chose."""

    day: date
    at: time
    pupil: PersonId
    account: AccountId
    since: datetime | None = None
    """Where the last one that was sent ended; None: a day before."""
    returning: bool = False
    """To one who could not be reached: all that was missed, announcements too."""


@dataclass(frozen=True, slots=True)
class DigestMark:
    subject: str
    value: str
    work: str
    day: date | None = None
    """Of the lesson."""


@dataclass(frozen=True, slots=True)
class DigestAbsence:
    subject: str
    position: int
    day: date
    status: Presence
    answer: Answer | None = None
    """What a guardian said to it."""


@dataclass(frozen=True, slots=True)
class DigestHomework:
    subject: str
    text: str
    files: int
    none_set: bool


@dataclass(frozen=True, slots=True)
class DigestResult:
    """A term, year, exam or final mark of which the reader had no message."""

    subject: str
    period: Period
    value: str


@dataclass(frozen=True, slots=True)
class DigestDebt:
    """A work not handed in; `day` of its lesson."""

    subject: str
    work: str
    day: date
    due: date


@dataclass(frozen=True, slots=True)
class DigestPage:
    """`homework_day` is the class's next school day, None when the year has no more."""

    day: date
    pupil: PersonName
    marks: tuple[DigestMark, ...] = ()
    absences: tuple[DigestAbsence, ...] = ()
    homework: tuple[DigestHomework, ...] = ()
    homework_day: date | None = None
    announcements: tuple[AnnouncementLetter, ...] = ()
    remarks: tuple[Remark, ...] = ()
    results: tuple[DigestResult, ...] = ()
    debts: tuple[DigestDebt, ...] = ()
    """The soonest first, overdue ones before."""
    unusual: Unusual = USUAL
    changes: tuple[ChangedLesson, ...] = ()
    """Of the next school day's lessons, for who wants them in the digest."""
    week: WeekSummary | None = None
    """To be signed by a guardian, or signed already."""

    @property
    def empty(self) -> bool:
        """A debt that is overdue, a week that is signed are told beside other things, and call no evening."""
        news = (self.marks, self.absences, self.homework, self.announcements, self.remarks, self.results, self.changes)
        owed = any(one.due >= self.day for one in self.debts)
        return not (any(news) or self.unusual or owed or (self.week is not None and self.week.signature is None))
