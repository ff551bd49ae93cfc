"""What a message tells: read models, read at delivery, to be put into words by the renderer."""

from dataclasses import dataclass
from datetime import date

from domain.attendance.notes import NoteCard
from domain.attendance.ports import AbsenceCard, RollCallSheet
from domain.ids import AnnouncementId, DeliveryId, DocumentId, PersonId
from domain.journal.changed_marks import ChangedMark
from domain.journal.debts import DebtCard
from domain.journal.homework_diary import HomeworkCard
from domain.journal.mark_pages import TouchCard
from domain.journal.mark_requests import MarkRequestCard
from domain.journal.my_lesson import LessonPage
from domain.journal.ports import MarkCard
from domain.journal.results_kept import ResultCard
from domain.messaging.digest_page import DigestPage
from domain.messaging.holds import HoldCard
from domain.messaging.inbox_news import HandoverNews, OwedNews
from domain.messaging.office_news import ErasureNews, IncidentNews, RetentionNews, TakenOutNews
from domain.messaging.talk_news import TalkNews
from domain.roles.letting_in import BindingCard
from domain.roles.people import PersonName
from domain.school.backups import Trouble
from domain.school.changed_lessons import ChangedLesson
from domain.school.movement import MovementCard
from domain.school.roster import SchoolClass
from domain.talk.letters import AnnouncementLetter, AnnouncementState
from domain.talk.poll_cards import PollCard, SlotCard
from domain.talk.signatures import WeekSummary


@dataclass(frozen=True, slots=True)
class AreaNews:
    """Base of what areas above messaging tell (`from_above.py`): the renderer knows each."""


@dataclass(frozen=True, slots=True)
class LostPerson:
    """Somebody whom Telegram reaches no more, and whose family that is."""

    name: PersonName
    pupils: tuple[PersonName, ...]


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
class AlarmNews:
    """To the deputies: nobody has taken up «не знал(а)!»."""

    card: AbsenceCard


@dataclass(frozen=True, slots=True)
class AlarmTakenNews:
    """To the guardians: who looks for the child."""

    card: AbsenceCard


@dataclass(frozen=True, slots=True)
class NoteNews:
    """`correction`: the reader was told of it before."""

    card: NoteCard
    correction: bool = False


@dataclass(frozen=True, slots=True)
class MarkNews:
    card: MarkCard
    own: bool
    """The reader is the pupil."""
    correction: bool = False
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ResultNews:
    """A term, year, exam or final mark; `own` and `before` as of a mark."""

    card: ResultCard
    own: bool
    correction: bool = False
    before: str | None = None


@dataclass(frozen=True, slots=True)
class DebtNews:
    """`own`: the reader is the pupil; `correction`: the reader was told of another day, or that there is a debt."""

    card: DebtCard
    own: bool
    correction: bool = False


@dataclass(frozen=True, slots=True)
class MarkTouchedNews:
    """To whose mark another has changed."""

    card: TouchCard


@dataclass(frozen=True, slots=True)
class ChangedNews:
    """To a teacher in the evening: what others have changed of their marks; `day` ends with it."""

    day: date
    marks: tuple[ChangedMark, ...]


@dataclass(frozen=True, slots=True)
class MarkRequestNews:
    """To who decides."""

    card: MarkRequestCard


@dataclass(frozen=True, slots=True)
class MarkRequestTold:
    """To who asked."""

    card: MarkRequestCard


@dataclass(frozen=True, slots=True)
class MovementNews:
    """To the office: a change of the list that a class teacher proposes."""

    card: MovementCard


@dataclass(frozen=True, slots=True)
class MovementTold:
    """To who proposed it."""

    card: MovementCard


@dataclass(frozen=True, slots=True)
class ListAsked:
    """To the class teacher: is the list right? `due`: until when it is asked."""

    school_class: SchoolClass
    pupils: int
    due: date


@dataclass(frozen=True, slots=True)
class ListsLeft:
    """To the deputy: classes whose list nobody has confirmed."""

    classes: tuple[SchoolClass, ...]


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
class LessonChangeNews:
    """`class_name`: to a family; `teacher`: to whom of the teachers; `today` as of the delivery."""

    lesson: ChangedLesson
    today: date
    class_name: str | None = None
    teacher: PersonId | None = None
    correction: bool = False


@dataclass(frozen=True, slots=True)
class LessonChangesNews:
    """Several changed lessons in one message."""

    news: tuple[LessonChangeNews, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementNews:
    """`reminder`: its first words only, to who has not acknowledged it."""

    letter: AnnouncementLetter
    reader: PersonId
    reminder: bool = False
    poll: PollCard | None = None
    """As this reader may answer it."""


@dataclass(frozen=True, slots=True)
class StatusNews:
    state: AnnouncementState


@dataclass(frozen=True, slots=True)
class DigestNews:
    page: DigestPage
    reader: PersonId
    own: bool


@dataclass(frozen=True, slots=True)
class SignOffNews:
    """A reminder to sign the week of the diary."""

    summary: WeekSummary


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
class BackupNews:
    """There is no copy of the journal from this night, or it is not proved."""

    why: Trouble


@dataclass(frozen=True, slots=True)
class BindingNews:
    """To who lets guardians in, and how it ended."""

    card: BindingCard


@dataclass(frozen=True, slots=True)
class BindingTold:
    """To the newcomer: let in, or not."""

    card: BindingCard


@dataclass(frozen=True, slots=True)
class PhoneNews:
    """To the person's other accounts (`own`) and the child's other adults: a new phone."""

    card: BindingCard
    own: bool


@dataclass(frozen=True, slots=True)
class DisownedNews:
    """To the class teachers and the administrators: a phone that was said to be this person's was not."""

    person: LostPerson


@dataclass(frozen=True, slots=True)
class WithdrawnNews:
    """To the administrators: a guardian has withdrawn the consent."""

    person: LostPerson


@dataclass(frozen=True, slots=True)
class LockedNews:
    """To the administrators: so many of staff have not come in for too long."""

    people: int


@dataclass(frozen=True, slots=True)
class ConsentAskedAgain:
    """To guardians who agreed to an earlier text."""

    version: int


@dataclass(frozen=True, slots=True)
class DocumentNews:
    """A document to read; `asks`: and to confirm; `reminder`: once more."""

    document: DocumentId
    title: str
    day: date
    version: int
    asks: bool
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """To who took a time, on its morning."""

    card: SlotCard


@dataclass(frozen=True, slots=True)
class MeetingsNews:
    """To who offered the times, on the same morning: those that were taken for today, in their order."""

    announcement: AnnouncementId
    cards: tuple[SlotCard, ...]


@dataclass(frozen=True, slots=True)
class LessonNews:
    """To who gives it: the lesson that begins."""

    page: LessonPage
    sheet: RollCallSheet


@dataclass(frozen=True, slots=True)
class LimitNews:
    """To a guardian: they may only answer from now on, for the reason; None: they may begin threads again."""

    reason: str | None


@dataclass(frozen=True, slots=True)
class VeiledNews:
    """Only that there is news; the content opens by a tap. `urgent`: a child is looked for."""

    row: DeliveryId
    urgent: bool


Content = (
    AreaNews
    | AbsenceNews
    | AbsenceClosed
    | AnswerNews
    | AlarmNews
    | AlarmTakenNews
    | NoteNews
    | MarkNews
    | DebtNews
    | MarkTouchedNews
    | ChangedNews
    | MarkRequestNews
    | MarkRequestTold
    | MovementNews
    | MovementTold
    | ListAsked
    | ListsLeft
    | ResultNews
    | HomeworkNews
    | LessonChangeNews
    | LessonChangesNews
    | BundleNews
    | AnnouncementNews
    | StatusNews
    | DigestNews
    | SignOffNews
    | HoldNews
    | HoldTold
    | LostNews
    | GuessingNews
    | QuarantineNews
    | BackupNews
    | BindingNews
    | BindingTold
    | PhoneNews
    | DisownedNews
    | LockedNews
    | WithdrawnNews
    | ConsentAskedAgain
    | DocumentNews
    | TakenOutNews
    | IncidentNews
    | ErasureNews
    | RetentionNews
    | LessonNews
    | MeetingNews
    | MeetingsNews
    | HandoverNews
    | OwedNews
    | TalkNews
    | LimitNews
    | VeiledNews
)
