"""Kinds of messages, what becomes of them, and what a person can choose about them."""

from enum import StrEnum


class Kind(StrEnum):
    """What a row of the outbox tells. The order here says nothing; `PRIORITY` does."""

    ALARM = "alarm"
    """To the teacher and the class teacher: no guardian knows where the child is. Nobody can switch it off."""
    ABSENCE = "absence"
    ABSENCE_ANSWER = "absence_answer"
    """To the teacher and the class teacher: what the guardian said."""
    ABSENCE_CLOSED = "absence_closed"
    """An edit of the other guardian's card: already answered."""
    ABSENCE_ALARM = "absence_alarm"
    """To the deputies: an alarm that nobody has taken up."""
    ABSENCE_TAKEN = "absence_taken"
    """To the guardians: who at school looks for the child."""
    ALARM_TAKEN = "alarm_taken"
    """An edit of the others' alarms: somebody looks for the child."""
    ABSENCE_NOTE = "absence_note"
    """To the other guardians and the class teacher: an absence was announced, changed or taken back."""
    MARK = "mark"
    RESULT = "result"
    """A term, year, exam or final mark; chosen about together with marks."""
    DEBT = "debt"
    """A work not handed in, with the day until which it can be; chosen about together with marks."""
    MARK_TOUCHED = "mark_touched"
    """To the teacher whose mark another has changed."""
    MARK_REQUEST = "mark_request"
    """To the deputies: shall an old mark change? As an edit of that question: what another has decided."""
    MARK_REQUEST_TOLD = "mark_request_told"
    """To who asked: what was decided."""
    LESSON_BELL = "lesson_bell"
    """To who gives a lesson and wants it to come by itself: it begins."""
    HOMEWORK = "homework"
    TIMETABLE = "timetable"
    """A lesson was cancelled, moved, given to another teacher."""
    LESSON_CHANGED = "lesson_changed"
    """The same, to who gives it by the timetable and who gives it instead."""
    ANNOUNCEMENT = "announcement"
    ANNOUNCEMENT_STATUS = "announcement_status"
    """An edit of the sender's own message: delivered, acknowledged, unreachable."""
    ANNOUNCEMENT_EDITED = "announcement_edited"
    """An edit of a delivered announcement: its sender has corrected it."""
    TALK = "talk"
    """What somebody said in a thread, to everyone else in it."""
    TALK_EDITED = "talk_edited"
    """An edit of that: its author has reworded it."""
    TALK_TOLD = "talk_told"
    """To whom it concerns: threads handed over, writing limited, threads that wait for an answer."""
    SIGN_OFF = "sign_off"
    """To guardians, once a week: the week of the diary, to be seen and signed."""
    DIGEST = "digest"
    HOLD = "hold"
    """To who decides: shall what is held go? (`storms.py`)"""
    HOLD_CHANGED = "hold_changed"
    """An edit of that question: more came, or somebody has decided."""
    HOLD_TOLD = "hold_told"
    """To who caused it: that it is held, and what was decided."""
    BINDING = "binding"
    """To the class teacher: a guardian's account asks to be let in."""
    BINDING_TOLD = "binding_told"
    """To a person's other accounts and the child's other adults: a new phone; to the newcomer: let in or not."""
    MOVEMENT = "movement"
    """To the office: a class teacher proposes a change of the list."""
    MOVEMENT_TOLD = "movement_told"
    """To who proposed it: what was decided."""
    DOCUMENT = "document"
    """To whom it concerns: a document to read, perhaps to confirm."""
    OFFICE = "office"
    """To the director and the administrators: exports, erasures, an incident, a backup that failed."""
    DUTIES = "duties"
    """To who teaches or leads a class, each evening: what of the journal is left to fill in."""
    DUTIES_EDITED = "duties_edited"
    """An edit of that: something was filled in meanwhile."""
    DUTY_REMINDED = "duty_reminded"
    """To a teacher: the class teacher or the deputy asks for what is left."""
    INSPECTION = "inspection"
    """To a teacher: what a look through the journal has found, and by when it shall be mended."""
    INSPECTION_TOLD = "inspection_told"
    """To who looked, and to the teacher: what became of a remark."""
    OVERVIEW = "overview"
    """To the director, once a week: how the journal is kept, on one page."""
    NOTICE = "notice"
    """To staff: something that needs their eye, such as an account that cannot be reached."""

    @property
    def is_edit(self) -> bool:
        """Changes a message that stands; doing it twice does no harm."""
        return self in {
            Kind.ABSENCE_CLOSED,
            Kind.ALARM_TAKEN,
            Kind.ANNOUNCEMENT_STATUS,
            Kind.ANNOUNCEMENT_EDITED,
            Kind.TALK_EDITED,
            Kind.HOLD_CHANGED,
            Kind.DUTIES_EDITED,
        }

    @property
    def is_for_family(self) -> bool:
        """Tells of a pupil to who may know of that pupil."""
        return self in {
            Kind.ABSENCE,
            Kind.ABSENCE_CLOSED,
            Kind.ABSENCE_TAKEN,
            Kind.MARK,
            Kind.DEBT,
            Kind.RESULT,
            Kind.HOMEWORK,
            Kind.TIMETABLE,
            Kind.SIGN_OFF,
            Kind.DIGEST,
        }


class DeliveryState(StrEnum):
    WAITING = "waiting"
    HELD = "held"
    """Until somebody decides whether so many messages shall go."""
    SENDING = "sending"
    SENT = "sent"
    CANCELLED = "cancelled"
    UNDELIVERABLE = "undeliverable"


class Mode(StrEnum):
    NOW = "now"
    DIGEST = "digest"
    OFF = "off"


PRIORITY: dict[Kind, int] = {
    Kind.ALARM: 5,
    Kind.ABSENCE_ALARM: 6,
    Kind.ABSENCE_TAKEN: 8,
    Kind.ALARM_TAKEN: 9,
    Kind.ABSENCE: 10,
    Kind.HOLD: 12,
    Kind.HOLD_CHANGED: 14,
    Kind.HOLD_TOLD: 16,
    Kind.ABSENCE_ANSWER: 20,
    Kind.ABSENCE_CLOSED: 25,
    Kind.LESSON_BELL: 28,
    Kind.ABSENCE_NOTE: 30,
    Kind.MARK: 40,
    Kind.RESULT: 42,
    Kind.DEBT: 43,
    Kind.MARK_TOUCHED: 34,
    Kind.MARK_REQUEST: 36,
    Kind.MARK_REQUEST_TOLD: 38,
    Kind.HOMEWORK: 45,
    Kind.TIMETABLE: 46,
    Kind.LESSON_CHANGED: 44,
    Kind.BINDING: 31,
    Kind.BINDING_TOLD: 32,
    Kind.MOVEMENT: 33,
    Kind.MOVEMENT_TOLD: 35,
    Kind.OFFICE: 47,
    Kind.DOCUMENT: 49,
    Kind.NOTICE: 48,
    Kind.TALK: 39,
    Kind.TALK_EDITED: 41,
    Kind.TALK_TOLD: 37,
    Kind.ANNOUNCEMENT: 50,
    Kind.ANNOUNCEMENT_EDITED: 52,
    Kind.SIGN_OFF: 59,
    Kind.ANNOUNCEMENT_STATUS: 55,
    Kind.DUTIES: 56,
    Kind.DUTIES_EDITED: 57,
    Kind.DUTY_REMINDED: 51,
    Kind.INSPECTION: 53,
    Kind.INSPECTION_TOLD: 54,
    Kind.OVERVIEW: 58,
    Kind.DIGEST: 60,
}
"""The smaller goes first when several are due."""

CHOOSABLE: dict[Kind, Mode] = {
    Kind.ABSENCE: Mode.NOW,
    Kind.MARK: Mode.NOW,
    Kind.HOMEWORK: Mode.DIGEST,
    Kind.TIMETABLE: Mode.NOW,
    Kind.ANNOUNCEMENT: Mode.NOW,
}
"""What a family chooses about, for each child, with the default (1.4.4)."""
