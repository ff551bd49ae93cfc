"""At delivery, once more: still allowed, still true, still fresh. Then what there is to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from domain.attendance.ports import AbsenceCard
from domain.attendance.presence import Presence
from domain.clock import Clock
from domain.ids import AccountId, AnnouncementId, DeliveryId, HomeworkId, LessonId, MarkId, PersonId
from domain.journal.homework_diary import HomeworkCard
from domain.journal.ports import MarkCard
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AnnouncementLetter,
    AnnouncementNews,
    AnnouncementState,
    AnswerNews,
    Content,
    DigestKey,
    DigestNews,
    DigestPage,
    GuessingNews,
    HomeworkNews,
    LostNews,
    LostPerson,
    MarkNews,
    StatusNews,
)
from domain.messaging.evening import Evening
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.messaging.ports import AnnouncementsRead, Cards, OutboxRead, People, Readers
from domain.messaging.readers import Address, FamilyReader
from domain.messaging.truth import GONE, NOT_A_READER, Drop, Said, verdict
from domain.roles.people import PersonName
from domain.school.ports import Rosters
from domain.school.roster import Seat

ABSENCE_KINDS = (Kind.ABSENCE, Kind.ABSENCE_ANSWER, Kind.ABSENCE_CLOSED)
TAKEN_BACK = "taken back"
NOTHING_TO_EDIT = Drop("nothing to edit")
ANSWERED = Drop("answered by this person")
NOTHING_NEW = Drop("nothing new")


@dataclass(frozen=True, slots=True)
class Prepared:
    """`edits`: Telegram's number of the message to change; None: a new one."""

    row: Claimed
    content: Content
    telegram_id: int
    language: str
    said: str | None = None
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    row: Claimed
    reason: str


@dataclass(frozen=True, slots=True)
class Say:
    content: Content
    said: str | None = None
    edits: int | None = None


ByKind = Mapping[Kind, Sequence[Claimed]]
Fates = dict[int, Say | Drop]


@dataclass(frozen=True, slots=True)
class Known:
    """What was read for all rows of a batch."""

    addresses: Mapping[AccountId, Address]
    family: Mapping[tuple[PersonId, AccountId], FamilyReader]
    said: Mapping[tuple[str, AccountId], str]
    message_ids: Mapping[DeliveryId, int]

    def reader(self, row: Claimed) -> FamilyReader | None:
        return self.family.get((row.pupil, row.account)) if row.pupil else None

    def said_of(self, row: Claimed) -> Said:
        return Said(self.said.get((row.event, row.account)), row.doubtful)


@dataclass(frozen=True, slots=True)
class Preparing:
    """A number of statements that depends on the kinds in the batch, not on its size."""

    clock: Clock
    readers: Readers
    cards: Cards
    outbox: OutboxRead
    announcements: AnnouncementsRead
    evening: Evening
    people: People
    rosters: Rosters

    async def prepare(self, rows: Sequence[Claimed]) -> list[Prepared | Dropped]:
        known = await self._known(rows)
        fates: Fates = {}
        by_kind: dict[Kind, list[Claimed]] = {}
        for row in rows:
            early = self._too_late(row) or _not_a_reader(row, known)
            if early is not None:
                fates[row.id] = early
            else:
                by_kind.setdefault(row.kind, []).append(row)
        fates |= await self._absence_fates(by_kind, known)
        fates |= await self._mark_fates(by_kind.get(Kind.MARK, ()), known)
        fates |= await self._homework_fates(by_kind.get(Kind.HOMEWORK, ()), known)
        fates |= await self._announcement_fates(by_kind, known)
        fates |= await self._digest_fates(by_kind.get(Kind.DIGEST, ()), known)
        fates |= await self._notice_fates(by_kind.get(Kind.NOTICE, ()))
        return [_joined(row, fates.get(row.id, GONE), known.addresses.get(row.account)) for row in rows]

    async def _known(self, rows: Sequence[Claimed]) -> Known:
        pupils = {row.pupil for row in rows if row.pupil is not None and row.kind.is_for_family}
        family = await self.readers.family(pupils) if pupils else ()
        corrected = [row for row in rows if row.kind in (Kind.ABSENCE, Kind.MARK, Kind.HOMEWORK)]
        edited = [row.edits for row in rows if row.edits is not None]
        events, accounts = {row.event for row in corrected}, {row.account for row in corrected}
        return Known(
            addresses=await self.readers.addresses({row.account for row in rows}),
            family={(reader.pupil, reader.account): reader for reader in family},
            said=await self.outbox.last_said(events, accounts) if corrected else {},
            message_ids=await self.outbox.message_ids(edited) if edited else {},
        )

    def _too_late(self, row: Claimed) -> Drop | None:
        return Drop("expired") if row.expires_at is not None and row.expires_at < self.clock.now() else None

    async def _absence_fates(self, by_kind: ByKind, known: Known) -> Fates:
        mine = [row for kind in ABSENCE_KINDS for row in by_kind.get(kind, ())]
        if not mine:
            return {}
        cards = await self.cards.absences.absence_cards({_pair(row) for row in mine})
        return {row.id: _absence(row, cards.get(_pair(row)), known) for row in mine}

    async def _mark_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.marks.mark_cards({MarkId(row.body["mark"]) for row in mine})
        return {row.id: _mark(row, cards.get(MarkId(row.body["mark"])), known) for row in mine}

    async def _homework_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.homework.homework_cards({HomeworkId(row.body["homework"]) for row in mine})
        seats = (await self.rosters.roster()).seats
        return {
            row.id: _homework(row, cards.get(HomeworkId(row.body["homework"])), _name(seats, row), known)
            for row in mine
        }

    async def _announcement_fates(self, by_kind: ByKind, known: Known) -> Fates:
        letters, lines = by_kind.get(Kind.ANNOUNCEMENT, ()), by_kind.get(Kind.ANNOUNCEMENT_STATUS, ())
        fates: Fates = {}
        if letters:
            read = await self.announcements.letters({_announcement(row) for row in letters})
            fates |= {row.id: _letter(row, read.get(_announcement(row)), known) for row in letters}
        if lines:
            states = await self.announcements.states({_announcement(row) for row in lines})
            fates |= {row.id: _status(states.get(_announcement(row))) for row in lines}
        return fates

    async def _digest_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        readers = {_digest_key(row): known.family[PersonId(row.body["pupil"]), row.account] for row in mine}
        pages = await self.evening.pages(readers)
        return {row.id: _digest(pages.get(_digest_key(row)), readers[_digest_key(row)]) for row in mine}

    async def _notice_fates(self, mine: Sequence[Claimed]) -> Fates:
        lost = {PersonId(row.body["person"]) for row in mine if row.body["what"] == "lost"}
        people = await self.people.lost_people(lost) if lost else {}
        return {row.id: _notice(row, people) for row in mine}


def _not_a_reader(row: Claimed, known: Known) -> Drop | None:
    if row.account not in known.addresses:
        return NOT_A_READER
    return NOT_A_READER if row.kind.is_for_family and known.reader(row) is None else None


def _joined(row: Claimed, fate: Say | Drop, address: Address | None) -> Prepared | Dropped:
    if isinstance(fate, Drop):
        return Dropped(row, fate.reason)
    if address is None:
        return Dropped(row, NOT_A_READER.reason)
    return Prepared(row, fate.content, address.telegram_id, address.language, fate.said, fate.edits)


def _absence(row: Claimed, card: AbsenceCard | None, known: Known) -> Say | Drop:
    if card is None:
        return GONE
    if row.kind is Kind.ABSENCE_ANSWER:
        return Say(AnswerNews(card))
    if row.kind is Kind.ABSENCE_CLOSED:
        edits = known.message_ids.get(row.edits) if row.edits else None
        return Say(AbsenceClosed(card), edits=edits) if edits is not None else NOTHING_TO_EDIT
    reader = known.reader(row)
    if reader is None:
        return NOT_A_READER
    if card.answered_by == reader.person and not known.said_of(row).value:
        return ANSWERED
    decided = verdict(absence_value(card.status), card.rings, reader.mode(Kind.ABSENCE), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    return Say(AbsenceNews(card, decided.correction, decided.before), decided.said)


def absence_value(status: Presence) -> str:
    """Only whether the child is there counts: that an absence turned out to be an illness corrects nothing."""
    return Presence.ABSENT.value if status.away else status.value


def _mark(row: Claimed, card: MarkCard | None, known: Known) -> Say | Drop:
    reader = known.reader(row)
    if card is None or reader is None:
        return GONE
    value = TAKEN_BACK if card.taken_back else card.value
    decided = verdict(value, not card.taken_back, reader.mode(Kind.MARK), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    before = None if decided.before == TAKEN_BACK else decided.before
    return Say(MarkNews(card, reader.own, decided.correction, before), decided.said)


def _homework(row: Claimed, card: HomeworkCard | None, pupil: PersonName | None, known: Known) -> Say | Drop:
    reader = known.reader(row)
    if card is None or reader is None or pupil is None:
        return GONE
    calls = not (card.cancelled or card.none_set)
    decided = verdict(str(card.version), calls, reader.mode(Kind.HOMEWORK), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    return Say(HomeworkNews(card, pupil, reader.own, decided.correction), decided.said)


def _letter(row: Claimed, letter: AnnouncementLetter | None, known: Known) -> Say | Drop:
    if letter is None:
        return GONE
    return Say(AnnouncementNews(letter, known.addresses[row.account].person))


def _status(state: AnnouncementState | None) -> Say | Drop:
    if state is None or state.status_message_id is None:
        return NOTHING_TO_EDIT
    return Say(StatusNews(state), edits=state.status_message_id)


def _digest(page: DigestPage | None, reader: FamilyReader) -> Say | Drop:
    if page is None or page.empty:
        return NOTHING_NEW
    return Say(DigestNews(page, reader.person, reader.own))


def _notice(row: Claimed, people: Mapping[PersonId, LostPerson]) -> Say | Drop:
    if row.body["what"] == "guessed":
        return Say(GuessingNews(int(row.body["attempts"])))
    person = people.get(PersonId(row.body["person"]))
    return Say(LostNews(person)) if person is not None else GONE


def _pair(row: Claimed) -> tuple[LessonId, PersonId]:
    return LessonId(row.body["lesson"]), PersonId(row.body["pupil"])


def _announcement(row: Claimed) -> AnnouncementId:
    return AnnouncementId(row.body["announcement"])


def _digest_key(row: Claimed) -> DigestKey:
    day, at = date.fromisoformat(row.body["day"]), time.fromisoformat(row.body["at"])
    return DigestKey(day, at, PersonId(row.body["pupil"]), row.account)


def _name(seats: Mapping[PersonId, Seat], row: Claimed) -> PersonName | None:
    seat = seats.get(PersonId(row.body["pupil"]))
    return seat.name if seat else None
