"""Facts: what happened that others must hear of. Written in the transaction of their cause, read by messaging.

A fact carries identifiers only. What is said about it is read again when the message is made, so that a message
never tells what is no longer true.
"""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, ClassVar, Protocol, Self

from domain.ids import (
    AccountId,
    AnnouncementId,
    ClassId,
    DebtId,
    DocumentId,
    EntryId,
    ErasureId,
    HandoverId,
    HoldId,
    HomeworkId,
    IncidentId,
    InspectionId,
    InspectionRemarkId,
    LessonId,
    MarkId,
    MarkRequestId,
    MovementId,
    NoteId,
    PersonId,
    ResultId,
    TalkMessageId,
    ThreadId,
)

FACT_KINDS: dict[str, type["Fact"]] = {}


@dataclass(frozen=True, slots=True)
class Fact:
    """`kind` is what the row is stored under; `author` is never told of their own act."""

    kind: ClassVar[str] = ""
    author: PersonId | None

    def __init_subclass__(cls, kind: str = "", **kwargs: Any) -> None:
        # `slots=True` makes each dataclass twice, the second time without the class keyword.
        if kind:
            cls.kind = kind
        if cls.kind:
            FACT_KINDS[cls.kind] = cls

    def body(self) -> dict[str, Any]:
        """As JSON: numbers, strings, and dates in ISO form."""
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(self).items()}

    @classmethod
    def from_body(cls, body: dict[str, Any]) -> Self:
        days = {f.name for f in fields(cls) if f.type in (date, "date")}
        values: dict[str, Any] = {k: date.fromisoformat(v) if k in days and v else v for k, v in body.items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class AttendanceNoted(Fact, kind="attendance"):
    """A pupil's presence at a lesson was set or changed; `version` counts the changes of this pupil's row from 1."""

    lesson: LessonId
    pupil: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class AbsenceAnswered(Fact, kind="absence_answer"):
    """A guardian answered an absence card; the teacher and the class teacher hear, the other cards close."""

    lesson: LessonId
    pupil: PersonId


@dataclass(frozen=True, slots=True)
class AlarmTaken(Fact, kind="alarm_taken"):
    """Somebody at school looks for the child; the guardians hear who, the others' alarms close."""

    lesson: LessonId
    pupil: PersonId


@dataclass(frozen=True, slots=True)
class AlarmUnanswered(Fact, kind="alarm_unanswered"):
    """Nobody has taken up «не знал(а)!» in time; the deputies hear."""

    lesson: LessonId
    pupil: PersonId


@dataclass(frozen=True, slots=True)
class AbsenceAnnounced(Fact, kind="absence_note"):
    """A guardian announced an absence, changed it or took it back; `version` counts from 1."""

    note: NoteId
    pupil: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class MarkChanged(Fact, kind="mark"):
    """A mark was set, changed or taken back; `version` counts the changes of this mark from 1."""

    mark: MarkId
    pupil: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class MarkTouched(Fact, kind="mark_touched"):
    """The author changed a mark that `owner` had set; `version` is the mark's then."""

    mark: MarkId
    owner: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class MarkChangeAsked(Fact, kind="mark_request"):
    """A teacher asks to change an old mark; the deputies hear."""

    request: MarkRequestId


@dataclass(frozen=True, slots=True)
class MarkChangeDecided(Fact, kind="mark_decided"):
    """The deputy has answered such a request; who asked hears."""

    request: MarkRequestId


@dataclass(frozen=True, slots=True)
class DebtChanged(Fact, kind="debt"):
    """A debt («точка») was set, given another date or ended; `version` counts the changes of this debt from 1."""

    debt: DebtId
    pupil: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class HomeworkChanged(Fact, kind="homework"):
    """Homework was set, corrected or cancelled; `version` counts from 1."""

    homework: HomeworkId
    version: int


@dataclass(frozen=True, slots=True)
class LessonChanged(Fact, kind="lesson"):
    """A lesson of a day was changed, added or taken back; `version` counts the changes of that lesson from 1.

    `was`: who was to substitute until now, and hears too.
    """

    entry: EntryId
    day: date
    version: int
    was: PersonId | None = None


@dataclass(frozen=True, slots=True)
class ResultSet(Fact, kind="result"):
    """A term, year, exam or final mark was set, changed or taken back; `version` counts from 1."""

    result: ResultId
    pupil: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class AnnouncementMade(Fact, kind="announcement"):
    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class AnnouncementAcknowledged(Fact, kind="acknowledgement"):
    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class AccountUnreachable(Fact, kind="unreachable"):
    """Telegram will deliver nothing more to this person's account; the class teacher's list shows it."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class BindingAsked(Fact, kind="binding_asked"):
    """A guardian's account came in by a code and waits to be confirmed; who may do that is asked."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class BindingDecided(Fact, kind="binding_decided"):
    """Such an account was let in or not; its person hears, the other questions close."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class PhoneBound(Fact, kind="phone_bound"):
    """An account is open to a person from now on; the person's others and the children's other adults hear."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class PhoneDisowned(Fact, kind="phone_disowned"):
    """Somebody said «not us» of an account of `person`; the class teachers and the administrators hear."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class StaffLocked(Fact, kind="staff_locked"):
    """So many members of staff had not come in for too long; the administrators hear."""

    people: int


@dataclass(frozen=True, slots=True)
class CodesGuessed(Fact, kind="codes_guessed"):
    """Over the whole bot, wrong codes come faster than people mistype; the administrators hear."""

    attempts: int


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Fact, kind="consent_withdrawn"):
    """The author, a guardian, withdrew the consent; the administrators hear."""


@dataclass(frozen=True, slots=True)
class ConsentTextPublished(Fact, kind="consent_text"):
    """A new text of the consent; guardians who agreed to an earlier one are asked to sign it."""

    version: int


@dataclass(frozen=True, slots=True)
class DocumentPublished(Fact, kind="document"):
    """A document, or a new version of one; whom it concerns hears once."""

    document: DocumentId


@dataclass(frozen=True, slots=True)
class DocumentReminded(Fact, kind="document_reminder"):
    """Who was asked to confirm and has not is reminded; once on a day."""

    document: DocumentId
    day: date


@dataclass(frozen=True, slots=True)
class UpdatesQuarantined(Fact, kind="quarantined"):
    """What people sent could not be handled, `count` times within a day; the administrators hear."""

    count: int


@dataclass(frozen=True, slots=True)
class BackupTroubled(Fact, kind="backup_trouble"):
    """There is no copy of the journal from this night, or it is not proved; the administrators hear why."""

    why: str


@dataclass(frozen=True, slots=True)
class DataTakenOut(Fact, kind="data_taken_out"):
    """The author has taken a file with others' data; the director and the administrators hear, once a day."""


@dataclass(frozen=True, slots=True)
class IncidentOpened(Fact, kind="incident"):
    """A leak is suspected; the director and the administrators hear, and again before each term is over."""

    incident: IncidentId


@dataclass(frozen=True, slots=True)
class IncidentClosed(Fact, kind="incident_closed"):
    """The same persons hear."""

    incident: IncidentId


@dataclass(frozen=True, slots=True)
class ErasureAsked(Fact, kind="erasure"):
    """A person asks that their data be erased; the administrators hear."""

    erasure: ErasureId


@dataclass(frozen=True, slots=True)
class RetentionDue(Fact, kind="retention"):
    """So many rows are over their term; the director and the administrators hear."""

    rows: int


@dataclass(frozen=True, slots=True)
class HoldDecided(Fact, kind="hold_decided"):
    """Held messages were let go or dropped (author None: nobody answered in time); who was asked hears how."""

    hold: HoldId


@dataclass(frozen=True, slots=True)
class MovementProposed(Fact, kind="movement"):
    """A class teacher proposes a change of the list; the office hears."""

    movement: MovementId


@dataclass(frozen=True, slots=True)
class MovementDecided(Fact, kind="movement_decided"):
    """The office has answered, or who proposed it took it back; who proposed hears, the other cards close."""

    movement: MovementId


@dataclass(frozen=True, slots=True)
class AnnouncementCorrected(Fact, kind="corrected"):
    """An announcement was reworded; what was delivered of it is edited. `version` counts the wordings from 1."""

    announcement: AnnouncementId
    version: int


@dataclass(frozen=True, slots=True)
class AnnouncementReminded(Fact, kind="announce_reminder"):
    """Who was asked to confirm (or to answer a poll) and has not is reminded; once on a day."""

    announcement: AnnouncementId
    day: date


@dataclass(frozen=True, slots=True)
class PollChanged(Fact, kind="poll"):
    """Somebody answered a poll, or it was closed; its announcement's live line shows it."""

    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class TalkWritten(Fact, kind="talk"):
    """Something was said in a thread; everyone else in it hears."""

    thread: ThreadId
    message: TalkMessageId


@dataclass(frozen=True, slots=True)
class TalkReworded(Fact, kind="talk_reworded"):
    """The author changed what they had said; what was delivered is edited. `version` counts the wordings from 1."""

    thread: ThreadId
    message: TalkMessageId
    version: int


@dataclass(frozen=True, slots=True)
class WritingLimited(Fact, kind="writing_limited"):
    """A guardian may only answer from now on, or may begin threads again; they hear."""

    person: PersonId
    limited: bool


@dataclass(frozen=True, slots=True)
class ThreadsHandedOver(Fact, kind="handed_over"):
    """Threads of one member of staff are answered by another, or no longer; both hear."""

    handover: HandoverId


@dataclass(frozen=True, slots=True)
class SignaturesReminded(Fact, kind="sign_off_reminder"):
    """Guardians of a class who have not signed the week of the diary are reminded; once on a day."""

    class_id: ClassId
    week: date
    day: date


@dataclass(frozen=True, slots=True)
class TeacherReminded(Fact, kind="duty_reminder"):
    """A teacher is asked for what is left of a class's lessons of a day; once by each who asks."""

    teacher: PersonId
    class_id: ClassId
    day: date


@dataclass(frozen=True, slots=True)
class InspectionFinished(Fact, kind="inspection"):
    """Its remarks go to the teachers."""

    inspection: InspectionId


@dataclass(frozen=True, slots=True)
class RemarkMended(Fact, kind="remark_mended"):
    """A teacher says that a remark is mended, the program has seen it so, or the deputy has settled it."""

    remark: InspectionRemarkId
    version: int


class Facts(Protocol):
    """Where a use case leaves its facts, inside its transaction."""

    async def add(self, *facts: Fact) -> None: ...
