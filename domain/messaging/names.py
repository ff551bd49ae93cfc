"""Names of events in the outbox: what a row tells of, the same whoever asks."""

from datetime import date, datetime

from domain.ids import (
    AccountId,
    AnnouncementId,
    DebtId,
    DocumentId,
    EntryId,
    FactId,
    HandoverId,
    HoldId,
    HomeworkId,
    LessonId,
    MarkId,
    MarkRequestId,
    MovementId,
    NoteId,
    PersonId,
    PollOptionId,
    ResultId,
    TalkMessageId,
)


def absence_event(lesson: LessonId, pupil: PersonId) -> str:
    return f"absence:{lesson}:{pupil}"


def answer_event(lesson: LessonId, pupil: PersonId) -> str:
    return f"answer:{lesson}:{pupil}"


def alarm_event(lesson: LessonId, pupil: PersonId) -> str:
    """An alarm that goes on to the deputies, and what the guardians hear of it."""
    return f"alarm:{lesson}:{pupil}"


def note_event(note: NoteId) -> str:
    return f"note:{note}"


def mark_event(mark: MarkId) -> str:
    return f"mark:{mark}"


def result_event(result: ResultId) -> str:
    return f"result:{result}"


def touch_event(mark: MarkId) -> str:
    """A mark that another than who had set it has changed."""
    return f"touch:{mark}"


def debt_event(debt: DebtId) -> str:
    return f"debt:{debt}"


def mark_request_event(request: MarkRequestId) -> str:
    """The question to the deputies, and what who asked is told."""
    return f"mark_request:{request}"


def movement_event(movement: MovementId) -> str:
    """The question to the office, and what who proposed it is told."""
    return f"movement:{movement}"


def homework_event(homework: HomeworkId, pupil: PersonId) -> str:
    """One for each pupil: a guardian of two children of a class hears of both."""
    return f"homework:{homework}:{pupil}"


def lesson_event(entry: EntryId, day: date, person: PersonId) -> str:
    """A changed lesson, told to the family of this pupil or to this teacher."""
    return f"lesson:{entry}:{day:%Y-%m-%d}:{person}"


def announcement_event(announcement: AnnouncementId) -> str:
    return f"announcement:{announcement}"


def talk_event(message: TalkMessageId) -> str:
    return f"talk:{message}"


def status_event(announcement: AnnouncementId) -> str:
    """The sender's live line: one row, armed again with each change."""
    return f"status:{announcement}"


def meeting_event(slot: PollOptionId, ward: PersonId) -> str:
    """On the morning of the day: the time that was taken."""
    return f"meeting:{slot}:{ward}"


def meetings_event(announcement: AnnouncementId, day: date) -> str:
    """To who offered them, on the same morning: who comes when."""
    return f"meetings:{announcement}:{day:%Y-%m-%d}"


def closing_event(announcement: AnnouncementId) -> str:
    """The live line once more, when the last day to acknowledge is over."""
    return f"closing:{announcement}"


def digest_event(day: date, pupil: PersonId) -> str:
    return f"digest:{day:%Y-%m-%d}:{pupil}"


def return_event(now: datetime, day: date, pupil: PersonId) -> str:
    """The digest of one who came back, beside the evening's own."""
    return f"{digest_event(day, pupil)}:{now:%H%M%S}"


def changed_event(day: date) -> str:
    """A teacher's evening; named as the digests of that day are, and known with them."""
    return f"digest:{day:%Y-%m-%d}:changed"


def hold_event(hold: HoldId) -> str:
    """The question about held messages, its changes, and what its cause is told."""
    return f"hold:{hold}"


def hold_body(hold: HoldId) -> dict[str, int]:
    return {"hold": hold}


def binding_event(account: AccountId) -> str:
    """The question about a guardian's account, what its person is told, and word of it as of a new phone."""
    return f"binding:{account}"


def document_event(document: DocumentId) -> str:
    return f"document:{document}"


def reminder_event(document: DocumentId, day: date) -> str:
    """Once on a day, whoever reminds."""
    return f"document:{document}:{day:%Y-%m-%d}"


def consent_text_event(version: int) -> str:
    return f"consent:{version}"


def office_event(fact: FactId) -> str:
    return f"office:{fact}"


def handover_event(handover: HandoverId) -> str:
    """Threads that were handed over, and that they were taken back."""
    return f"handover:{handover}"


def owed_event(day: date) -> str:
    """Threads that wait for an answer, told once on a morning."""
    return f"owed:{day:%Y-%m-%d}"


def notice_event(fact: FactId) -> str:
    return f"notice:{fact}"


def limit_event(fact: FactId) -> str:
    """A guardian's writing was limited, or is so no more."""
    return f"limit:{fact}"


def sign_off_event(week: date, pupil: PersonId, day: date) -> str:
    """A reminder to sign the week of the diary: once on a day, whoever reminds."""
    return f"sign_off:{week:%Y-%m-%d}:{pupil}:{day:%Y-%m-%d}"
