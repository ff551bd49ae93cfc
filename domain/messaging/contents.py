"""What a message tells: read models, read at delivery, to be put into words by the renderer."""

from dataclasses import dataclass
from datetime import date, datetime, time

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard
from domain.attendance.presence import Presence
from domain.ids import AccountId, AnnouncementId, DeliveryId, PersonId
from domain.journal.homework_diary import HomeworkCard
from domain.journal.ports import MarkCard
from domain.messaging.holds import HoldCard
from domain.roles.people import PersonName


@dataclass(frozen=True, slots=True)
class AnnouncementLetter:
    """As its reader sees it."""

    id: AnnouncementId
    sender: PersonName
    class_name: str
    text: str
    made_at: datetime
    acknowledged: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class AnnouncementState:
    """As its sender sees it. Numbers are of persons, not of accounts."""

    id: AnnouncementId
    class_name: str
    guardians: bool
    text: str
    addressed: int
    delivered: int
    acknowledged: int
    waiting: int
    unreachable: int
    status_message_id: int | None


@dataclass(frozen=True, slots=True)
class LostPerson:
    """Somebody whom Telegram reaches no more, and whose family that is."""

    name: PersonName
    pupils: tuple[PersonName, ...]


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
class DigestPage:
    """`homework_day` is the class's next school day, None when the year has no more."""

    day: date
    pupil: PersonName
    marks: tuple[DigestMark, ...] = ()
    absences: tuple[DigestAbsence, ...] = ()
    homework: tuple[DigestHomework, ...] = ()
    homework_day: date | None = None
    announcements: tuple[AnnouncementLetter, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.marks or self.absences or self.homework or self.announcements)


@dataclass(frozen=True, slots=True)
class AbsenceNews:
    """`before`: a correction of what was said, a `Presence`'s value."""

    card: AbsenceCard
    correction: bool = False
    before: str | None = None


@dataclass(frozen=True, slots=True)
class AbsenceClosed:
    """The other guardian has answered."""

    card: AbsenceCard


@dataclass(frozen=True, slots=True)
class AnswerNews:
    """To the teacher and the class teacher."""

    card: AbsenceCard


@dataclass(frozen=True, slots=True)
class MarkNews:
    card: MarkCard
    own: bool
    """The reader is the pupil."""
    correction: bool = False
    before: str | None = None


@dataclass(frozen=True, slots=True)
class HomeworkNews:
    card: HomeworkCard
    pupil: PersonName
    own: bool
    correction: bool = False


@dataclass(frozen=True, slots=True)
class BundleNews:
    """Several facts of one child in one message."""

    news: tuple[MarkNews | HomeworkNews, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementNews:
    letter: AnnouncementLetter
    reader: PersonId


@dataclass(frozen=True, slots=True)
class StatusNews:
    state: AnnouncementState


@dataclass(frozen=True, slots=True)
class DigestNews:
    page: DigestPage
    reader: PersonId
    own: bool


@dataclass(frozen=True, slots=True)
class HoldNews:
    """To who decides."""

    card: HoldCard


@dataclass(frozen=True, slots=True)
class HoldTold:
    """To who caused it."""

    card: HoldCard


@dataclass(frozen=True, slots=True)
class LostNews:
    person: LostPerson


@dataclass(frozen=True, slots=True)
class GuessingNews:
    attempts: int


@dataclass(frozen=True, slots=True)
class QuarantineNews:
    """So many updates of the last day could not be handled."""

    count: int


@dataclass(frozen=True, slots=True)
class VeiledNews:
    """Only that there is news; the content opens by a tap. `urgent`: a child is looked for."""

    row: DeliveryId
    urgent: bool


Content = (
    AbsenceNews
    | AbsenceClosed
    | AnswerNews
    | MarkNews
    | HomeworkNews
    | BundleNews
    | AnnouncementNews
    | StatusNews
    | DigestNews
    | HoldNews
    | HoldTold
    | LostNews
    | GuessingNews
    | QuarantineNews
    | VeiledNews
)
