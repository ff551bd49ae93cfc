"""What becomes of a row at its delivery: what it says as of now, when it may ring after all, or why it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.attendance.ports import AbsenceCard
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.ids import AccountId, DeliveryId, HomeworkId, LessonId, MarkId, PersonId
from domain.journal.homework_diary import HomeworkCard
from domain.journal.ports import MarkCard
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AnswerNews,
    BackupNews,
    Content,
    DigestNews,
    DisownedNews,
    GuessingNews,
    HoldNews,
    HoldTold,
    HomeworkNews,
    LockedNews,
    LostNews,
    LostPerson,
    MarkNews,
    QuarantineNews,
)
from domain.messaging.digest_page import DigestKey, DigestPage
from domain.messaging.grace import rings_no_more
from domain.messaging.holds import HoldCard, HoldState, on_the_wall
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import Claimed
from domain.messaging.plan import class_teachers
from domain.messaging.quiet_hours import USUAL, quiet_until, side_of
from domain.messaging.readers import Address, FamilyReader
from domain.messaging.truth import EXPIRED, GONE, IN_DIGEST, MERGED, NOT_A_READER, Drop, Said, Tell, verdict
from domain.school.backups import Trouble
from domain.school.roster import Roster

TAKEN_BACK = "taken back"
NOTHING_TO_EDIT = Drop("nothing to edit")
ANSWERED = Drop("answered by this person")
NOTHING_NEW = Drop("nothing new")
DECIDED = Drop("decided already")
TOLD_BY_DIGEST = frozenset({Kind.ABSENCE, Kind.MARK, Kind.HOMEWORK})


@dataclass(frozen=True, slots=True)
class Say:
    content: Content
    said: str | None = None
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Not in the reader's quiet hours."""

    until: datetime


Fate = Say | Later | Drop


@dataclass(frozen=True, slots=True)
class Known:
    """What was read for all rows of a batch. `opened`: a reader asks for what was sent veiled."""

    time: SchoolTime
    addresses: Mapping[AccountId, Address]
    family: Mapping[tuple[PersonId, AccountId], FamilyReader]
    said: Mapping[tuple[str, AccountId], str]
    message_ids: Mapping[DeliveryId, int]
    roster: Roster
    opened: bool = False

    def reader(self, row: Claimed) -> FamilyReader | None:
        return self.family.get((row.pupil, row.account)) if row.pupil else None

    def said_of(self, row: Claimed) -> Said:
        return Said(self.said.get((row.event, row.account)), row.doubtful)

    def mode(self, reader: FamilyReader, kind: Kind) -> Mode:
        """What was sent when the reader still wanted it stays open to them."""
        return Mode.NOW if self.opened else reader.mode(kind)


def early_fate(row: Claimed, known: Known) -> Later | Drop | None:
    """What is decided by the row alone, its reader and the hour; a change of a message that stands does not ring."""
    address = known.addresses.get(row.account)
    if address is None or (row.kind.is_for_family and known.reader(row) is None):
        return NOT_A_READER
    if known.opened:
        return None
    now = known.time.now()
    if row.expires_at is not None and row.expires_at < now:
        return _too_late(row.kind)
    if row.edits is not None:
        return None
    until = quiet_until(row.kind, address.quiet, now, known.time, row.body)
    return _in_quiet_hours(row, address, until) if until is not None else None


def _in_quiet_hours(row: Claimed, address: Address, until: datetime) -> Later | Drop | None:
    """A digest rings at the hour that stands in the settings, whatever else stands there; a late one does not.

    A question that would be too late in the morning rings: held absences go without an answer, terms of the law end.
    """
    if row.kind is Kind.DIGEST:
        hours = address.quiet or USUAL[side_of(row.kind)]
        return None if hours.hold(digest_key(row).at) else MERGED
    if row.expires_at is None or until < row.expires_at:
        return Later(until)
    return None if row.kind in (Kind.HOLD, Kind.HOLD_TOLD, Kind.OFFICE) else _too_late(row.kind)


def _too_late(kind: Kind) -> Drop:
    if kind is Kind.DIGEST:
        return MERGED
    return IN_DIGEST if kind in TOLD_BY_DIGEST else EXPIRED


def absence_fate(row: Claimed, card: AbsenceCard | None, known: Known) -> Say | Drop:
    if card is None:
        return GONE
    if row.kind in (Kind.ABSENCE_ANSWER, Kind.ALARM):
        return _answer(row, card, known)
    if row.kind is Kind.ABSENCE_CLOSED:
        edits = known.message_ids.get(row.edits) if row.edits else None
        return Say(AbsenceClosed(card), edits=edits) if edits is not None else NOTHING_TO_EDIT
    reader = known.reader(row)
    if reader is None:
        return NOT_A_READER
    return _absence(row, card, reader, known)


def _answer(row: Claimed, card: AbsenceCard, known: Known) -> Say | Drop:
    """To who gives the lesson and who leads the class, as of now; nobody is looked for who is found."""
    person = known.addresses[row.account].person
    if person not in {*card.teachers, *class_teachers(known.roster, card.pupil)}:
        return NOT_A_READER
    return GONE if row.kind is Kind.ALARM and not card.status.away else Say(AnswerNews(card))


def _absence(row: Claimed, card: AbsenceCard, reader: FamilyReader, known: Known) -> Say | Drop:
    said = known.said_of(row)
    if card.answered_by == reader.person and not said.value and not known.opened:
        return ANSWERED
    calls = card.rings or (known.opened and card.status is not Presence.PRESENT)
    decided = verdict(absence_value(card.status), calls, known.mode(reader, Kind.ABSENCE), said)
    if isinstance(decided, Drop):
        return decided
    if _rings_too_late(decided, card, known) and not row.doubtful:
        return IN_DIGEST
    return Say(AbsenceNews(card, decided.correction, decided.before), decided.said)


def _rings_too_late(decided: Tell, card: AbsenceCard, known: Known) -> bool:
    """What was told once is corrected at any hour."""
    return not (known.opened or decided.correction) and rings_no_more(known.time, card.day)


def absence_value(status: Presence) -> str:
    """Only whether the child is there counts: that an absence turned out to be an illness corrects nothing."""
    return Presence.ABSENT.value if status.away else status.value


def mark_fate(row: Claimed, card: MarkCard | None, known: Known) -> Say | Drop:
    reader = known.reader(row)
    if card is None or reader is None:
        return GONE
    value = TAKEN_BACK if card.taken_back else card.value
    decided = verdict(value, not card.taken_back, known.mode(reader, Kind.MARK), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    before = None if decided.before == TAKEN_BACK else decided.before
    return Say(MarkNews(card, reader.own, decided.correction, before), decided.said)


def homework_fate(row: Claimed, card: HomeworkCard | None, known: Known) -> Say | Drop:
    reader, seat = known.reader(row), known.roster.seats.get(PersonId(row.body["pupil"]))
    if card is None or reader is None or seat is None:
        return GONE
    calls = not (card.cancelled or card.none_set)
    decided = verdict(str(card.version), calls, known.mode(reader, Kind.HOMEWORK), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    return Say(HomeworkNews(card, seat.name, reader.own, decided.correction), decided.said)


def hold_fate(row: Claimed, card: HoldCard | None, known: Known) -> Say | Drop:
    """The question while it is one, its changes in place, and word of it to who caused it."""
    if card is None:
        return GONE
    card = on_the_wall(card, known.time)
    if row.kind is Kind.HOLD_TOLD:
        return Say(HoldTold(card))
    if row.kind is Kind.HOLD:
        return Say(HoldNews(card)) if card.state is HoldState.OPEN or known.opened else DECIDED
    edits = known.message_ids.get(row.edits) if row.edits else None
    return Say(HoldNews(card), edits=edits) if edits is not None else NOTHING_TO_EDIT


def digest_fate(page: DigestPage | None, reader: FamilyReader) -> Say | Drop:
    if page is None or page.empty:
        return NOTHING_NEW
    return Say(DigestNews(page, reader.person, reader.own))


def notice_fate(row: Claimed, people: Mapping[PersonId, LostPerson]) -> Say | Drop:
    if row.body["what"] == "guessed":
        return Say(GuessingNews(int(row.body["attempts"])))
    if row.body["what"] == "quarantined":
        return Say(QuarantineNews(int(row.body["count"])))
    if row.body["what"] == "backup":
        return Say(BackupNews(Trouble(row.body["why"])))
    if row.body["what"] == "locked":
        return Say(LockedNews(int(row.body["people"])))
    person = people.get(PersonId(row.body["person"]))
    if person is None:
        return GONE
    return Say(DisownedNews(person) if row.body["what"] == "disowned" else LostNews(person))


def pair_of(row: Claimed) -> tuple[LessonId, PersonId]:
    return LessonId(row.body["lesson"]), PersonId(row.body["pupil"])


def mark_of(row: Claimed) -> MarkId:
    return MarkId(row.body["mark"])


def homework_of(row: Claimed) -> HomeworkId:
    return HomeworkId(row.body["homework"])


def digest_key(row: Claimed) -> DigestKey:
    """`since` is not in rows of the first version."""
    day, at = date.fromisoformat(row.body["day"]), time.fromisoformat(row.body["at"])
    since = datetime.fromisoformat(row.body["since"]) if "since" in row.body else None
    returning = bool(row.body.get("returning"))
    return DigestKey(day, at, PersonId(row.body["pupil"]), row.account, since, returning)


def of_kinds(by_kind: Mapping[Kind, Sequence[Claimed]], *kinds: Kind) -> list[Claimed]:
    return [row for kind in kinds for row in by_kind.get(kind, ())]
