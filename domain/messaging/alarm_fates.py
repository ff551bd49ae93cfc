"""What becomes of an announced absence and of an alarm at their delivery."""

from domain.attendance.notes import NoteCard
from domain.attendance.ports import AbsenceCard
from domain.ids import NoteId
from domain.messaging.contents import AlarmNews, AlarmTakenNews, AnswerNews, NoteNews
from domain.messaging.fates import NOTHING_TO_EDIT, Known, Say
from domain.messaging.kinds import Kind, Mode
from domain.messaging.names import answer_event
from domain.messaging.outbox import Claimed
from domain.messaging.plan import class_teachers
from domain.messaging.truth import GONE, NOT_A_READER, Drop, verdict

TAKEN = Drop("taken by somebody")
CANCELLED = "cancelled"


def note_of(row: Claimed) -> NoteId:
    return NoteId(row.body["note"])


def note_fate(row: Claimed, card: NoteCard | None, known: Known) -> Say | Drop:
    """To the child's guardians and class teachers, as of now."""
    if card is None:
        return GONE
    person = known.addresses[row.account].person
    if known.reader(row) is None and person not in class_teachers(known.roster, card.note.pupil):
        return NOT_A_READER
    value = CANCELLED if card.note.cancelled else str(card.note.version)
    decided = verdict(value, not card.note.cancelled, Mode.NOW, known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    return Say(NoteNews(card, decided.correction), decided.said)


def alarm_fate(row: Claimed, card: AbsenceCard | None, known: Known) -> Say | Drop:
    """Nobody is looked for who is found; whom somebody looks for, the next need not."""
    if card is None:
        return GONE
    if row.kind is Kind.ALARM_TAKEN:
        edits = known.message_ids.get(row.edits) if row.edits else None
        return Say(_as_it_was(row, card), edits=edits) if edits is not None else NOTHING_TO_EDIT
    if row.kind is Kind.ABSENCE_TAKEN:
        return Say(AlarmTakenNews(card)) if card.taken_by is not None else GONE
    if not card.status.away:
        return GONE
    return Say(AlarmNews(card)) if card.taken_by is None or known.opened else TAKEN


def _as_it_was(row: Claimed, card: AbsenceCard) -> AnswerNews | AlarmNews:
    """What the edited message tells: the alarm itself, or that it was passed on."""
    return AnswerNews(card) if row.event == answer_event(card.lesson, card.pupil) else AlarmNews(card)
