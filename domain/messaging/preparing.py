"""At delivery, once more: still allowed, still true, still fresh, at an hour at which it may ring. Then what to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.clock import SchoolTime
from domain.ids import AccountId, HoldId, PersonId
from domain.messaging import alarm_fates, fates
from domain.messaging.binding_fates import binding_fates
from domain.messaging.changed_evening import CHANGED, DAY, changed_fate, until_of
from domain.messaging.contents import AnnouncementNews, Content
from domain.messaging.evening import Evening
from domain.messaging.fates import Fate, Known, Later, Say
from domain.messaging.from_above import AreaFates
from domain.messaging.holds import HoldsRead
from domain.messaging.kinds import Kind
from domain.messaging.lesson_bells import BellNews, lesson_fate, lesson_of
from domain.messaging.lesson_fates import LessonFates
from domain.messaging.list_reminders import LEFT, LIST, list_fates
from domain.messaging.mark_fates import mark_work_fates
from domain.messaging.office import OfficePreparing
from domain.messaging.outbox import Claimed
from domain.messaging.owed_mornings import InboxPreparing
from domain.messaging.paperwork import PaperFates
from domain.messaging.ports import Cards, OutboxRead, People, Readers
from domain.messaging.readers import Address
from domain.messaging.sign_offs import SignOffFates
from domain.messaging.talk_fates import TALK_KINDS, TalkFates
from domain.messaging.telling_announcements import KINDS as ANNOUNCED
from domain.messaging.telling_announcements import AnnouncementFates
from domain.messaging.telling_movements import movement_fates
from domain.messaging.telling_polls import PollFates
from domain.messaging.telling_results import result_fate, result_of
from domain.messaging.truth import GONE, NOT_A_READER, Drop
from domain.messaging.veil import OF_A_CHILD, PushContent, veiled, veils, with_initials
from domain.messaging.writing_limits import LimitTelling
from domain.school.ports import Rosters

ALARM_KINDS = (Kind.ABSENCE_ALARM, Kind.ABSENCE_TAKEN, Kind.ALARM_TAKEN)
ABSENCE_KINDS = (Kind.ABSENCE, Kind.ABSENCE_ANSWER, Kind.ALARM, Kind.ABSENCE_CLOSED)
MOVEMENT_KINDS = (Kind.MOVEMENT, Kind.MOVEMENT_TOLD)
REQUEST_KINDS = (Kind.MARK_REQUEST, Kind.MARK_REQUEST_TOLD)
BINDING_KINDS = (Kind.BINDING, Kind.BINDING_TOLD)
HOLD_KINDS = (Kind.HOLD, Kind.HOLD_CHANGED, Kind.HOLD_TOLD)
CHANGE_KINDS = (Kind.TIMETABLE, Kind.LESSON_CHANGED)
CORRECTED = (Kind.ABSENCE, Kind.ABSENCE_NOTE, Kind.MARK, Kind.DEBT, Kind.RESULT, Kind.HOMEWORK, *CHANGE_KINDS)
VEILED = "the message was veiled"


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
class Postponed:
    row: Claimed
    until: datetime


@dataclass(frozen=True, slots=True)
class Dropped:
    row: Claimed
    reason: str


ByKind = Mapping[Kind, Sequence[Claimed]]
Fates = dict[int, Fate]


@dataclass(frozen=True, slots=True)
class Preparing:
    """A number of statements that depends on the kinds in the batch, not on its size."""

    time: SchoolTime
    readers: Readers
    cards: Cards
    outbox: OutboxRead
    announcements: AnnouncementFates
    evening: Evening
    people: People
    rosters: Rosters
    holds: HoldsRead
    lessons: BellNews
    papers: PaperFates
    office: OfficePreparing
    meetings: PollFates
    inbox: InboxPreparing
    talk: TalkFates
    limits: LimitTelling
    push: PushContent = PushContent.FULL
    sign_offs: SignOffFates | None = None
    """None: no week is signed."""
    areas: Mapping[Kind, AreaFates] = field(default_factory=dict)
    """Of areas above messaging."""

    async def prepare(self, rows: Sequence[Claimed]) -> list[Prepared | Postponed | Dropped]:
        known = await self._known(rows)
        fated = await self._fates(rows, known)
        return [self._joined(row, fated.get(row.id, GONE), known.addresses.get(row.account)) for row in rows]

    async def content_of(self, row: Claimed, said_before: str | None) -> Content | None:
        """What a row that was sent says as of now; `said_before`: by earlier rows. None: nothing is left of it."""
        said = {(row.event, row.account): said_before} if said_before is not None else {}
        known = replace(await self._known([row]), said=said, opened=True)
        fate = (await self._fates([replace(row, doubtful=False)], known)).get(row.id)
        return fate.content if isinstance(fate, Say) else None

    async def _known(self, rows: Sequence[Claimed]) -> Known:
        pupils = {row.pupil for row in rows if row.pupil is not None and _asks_family(row.kind)}
        family = await self.readers.family(pupils) if pupils else ()
        corrected = [row for row in rows if row.kind in CORRECTED]
        edited = [row.edits for row in rows if row.edits is not None]
        events, accounts = {row.event for row in corrected}, {row.account for row in corrected}
        return Known(
            time=self.time,
            addresses=await self._addresses(rows),
            family={(reader.pupil, reader.account): reader for reader in family},
            said=await self.outbox.last_said(events, accounts) if corrected else {},
            message_ids=await self.outbox.message_ids(edited) if edited else {},
            roster=await self.rosters.roster(),
        )

    async def _addresses(self, rows: Sequence[Claimed]) -> Mapping[AccountId, Address]:
        """Who was not let in is told so, though the account is closed."""
        found = await self.readers.addresses({row.account for row in rows})
        told = {row.account for row in rows if row.kind is Kind.BINDING_TOLD} - found.keys()
        return {**found, **await self.readers.newcomers(told)} if told else found

    async def _fates(self, rows: Sequence[Claimed], known: Known) -> Fates:
        found: Fates = {}
        by_kind: dict[Kind, list[Claimed]] = {}
        for row in rows:
            early = fates.early_fate(row, known)
            if early is not None:
                found[row.id] = early
            else:
                by_kind.setdefault(row.kind, []).append(row)
        found |= await self._absence_fates(fates.of_kinds(by_kind, *ABSENCE_KINDS), known)
        found |= await self._alarm_fates(fates.of_kinds(by_kind, *ALARM_KINDS), known)
        found |= await self._note_fates(by_kind.get(Kind.ABSENCE_NOTE, ()), known)
        found |= await self._mark_fates(by_kind.get(Kind.MARK, ()), known)
        found |= await self._result_fates(by_kind.get(Kind.RESULT, ()), known)
        found |= await self._homework_fates(by_kind.get(Kind.HOMEWORK, ()), known)
        found |= await self._mark_work_fates(by_kind, known)
        found |= await self.announcements.of(fates.of_kinds(by_kind, *ANNOUNCED), known)
        found |= await self._digest_fates(by_kind.get(Kind.DIGEST, ()), known)
        found |= await self._notice_fates(by_kind.get(Kind.NOTICE, ()), known)
        found |= await self.papers.withdrawn(by_kind.get(Kind.OFFICE, ()))
        found |= await self.office.fates(by_kind.get(Kind.OFFICE, ()), known)
        found |= await self.inbox.fates(by_kind.get(Kind.TALK_TOLD, ()), known)
        found |= await self._lesson_fates(by_kind.get(Kind.LESSON_BELL, ()), known)
        found |= await LessonFates(self.evening.timetables).of(fates.of_kinds(by_kind, *CHANGE_KINDS), known)
        found |= await movement_fates(fates.of_kinds(by_kind, *MOVEMENT_KINDS), self.cards.movements, self.holds, known)
        found |= await binding_fates(fates.of_kinds(by_kind, *BINDING_KINDS), self.cards.bindings, self.readers, known)
        found |= await self.papers.documents(by_kind.get(Kind.DOCUMENT, ()), known)
        found |= await self.meetings.mornings(by_kind.get(Kind.TALK_TOLD, ()), known)
        found |= await self.talk.of(fates.of_kinds(by_kind, *TALK_KINDS), known)
        found |= await self.limits.fates(by_kind.get(Kind.TALK_TOLD, ()))
        if self.sign_offs is not None:
            found |= await self.sign_offs.fates(by_kind.get(Kind.SIGN_OFF, ()), known)
        found |= await self._hold_fates(fates.of_kinds(by_kind, *HOLD_KINDS), known)
        for kind in self.areas.keys() & by_kind.keys():
            found |= await self.areas[kind].of(by_kind[kind], known)
        return found

    async def _absence_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.absences.absence_cards({fates.pair_of(row) for row in mine})
        return {row.id: fates.absence_fate(row, cards.get(fates.pair_of(row)), known) for row in mine}

    async def _alarm_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.absences.absence_cards({fates.pair_of(row) for row in mine})
        return {row.id: alarm_fates.alarm_fate(row, cards.get(fates.pair_of(row)), known) for row in mine}

    async def _note_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.absences.note_cards({alarm_fates.note_of(row) for row in mine})
        return {row.id: alarm_fates.note_fate(row, cards.get(alarm_fates.note_of(row)), known) for row in mine}

    async def _mark_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.marks.mark_cards({fates.mark_of(row) for row in mine})
        return {row.id: fates.mark_fate(row, cards.get(fates.mark_of(row)), known) for row in mine}

    async def _result_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.results.result_cards({result_of(row) for row in mine})
        return {row.id: result_fate(row, cards.get(result_of(row)), known) for row in mine}

    async def _homework_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.cards.homework.homework_cards({fates.homework_of(row) for row in mine})
        return {row.id: fates.homework_fate(row, cards.get(fates.homework_of(row)), known) for row in mine}

    async def _mark_work_fates(self, by_kind: ByKind, known: Known) -> Fates:
        debts, touched, requests = (
            fates.of_kinds(by_kind, *kinds) for kinds in ((Kind.DEBT,), (Kind.MARK_TOUCHED,), REQUEST_KINDS)
        )
        return await mark_work_fates(debts, touched, requests, self.cards.mark_work, known)

    async def _digest_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        keys = {row.id: fates.digest_key(row) for row in mine}
        readers = {keys[row.id]: known.family[PersonId(row.body["pupil"]), row.account] for row in mine}
        pages = await self.evening.pages(readers)
        return {row.id: fates.digest_fate(pages.get(keys[row.id]), readers[keys[row.id]]) for row in mine}

    async def _notice_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        changed = [row for row in mine if row.body["what"] == CHANGED]
        found = await self._changed_fates(changed, known)
        listed = [row for row in mine if row.body["what"] in (LIST, LEFT)]
        found |= await list_fates(listed, self.cards.lists, known)
        mine = [row for row in mine if row not in (*changed, *listed)]
        lost = {PersonId(row.body["person"]) for row in mine if row.body["what"] in ("lost", "disowned")}
        people = await self.people.lost_people(lost) if lost else {}
        return found | {row.id: fates.notice_fate(row, people) for row in mine}

    async def _changed_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        log = await self.cards.mark_work.changes_since(min(until_of(row) for row in mine) - DAY)
        return {row.id: changed_fate(row, log, known) for row in mine}

    async def _lesson_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        news = await self.lessons.news({lesson_of(row) for row in mine}, whole=known.opened)
        return {row.id: lesson_fate(row, news.get(lesson_of(row)), known) for row in mine}

    async def _hold_fates(self, mine: Sequence[Claimed], known: Known) -> Fates:
        if not mine:
            return {}
        cards = await self.holds.cards({HoldId(row.body["hold"]) for row in mine})
        return {row.id: fates.hold_fate(row, cards.get(HoldId(row.body["hold"])), known) for row in mine}

    def _joined(self, row: Claimed, fate: Fate, address: Address | None) -> Prepared | Postponed | Dropped:
        if isinstance(fate, Drop):
            return Dropped(row, fate.reason)
        if isinstance(fate, Later):
            return Postponed(row, fate.until)
        if address is None:
            return Dropped(row, NOT_A_READER.reason)
        content = self._pushed(row, fate, address)
        if content is None:
            return Dropped(row, VEILED)
        return Prepared(row, content, address.telegram_id, address.language, fate.said, fate.edits)

    def _pushed(self, row: Claimed, fate: Say, address: Address) -> Content | None:
        """As a push may say it; None for a change that would unveil the message that it changes.

        A corrected announcement is veiled anew, so that who had opened it does so again.
        """
        if not veils(fate.content, address.discreet, self.push):
            return with_initials(fate.content) if self.push is PushContent.INITIALS else fate.content
        if fate.edits is None:
            return veiled(row.id, row.kind)
        if isinstance(fate.content, AnnouncementNews) and row.edits is not None:
            return veiled(row.edits, row.kind)
        return None if isinstance(fate.content, OF_A_CHILD) else fate.content


def _asks_family(kind: Kind) -> bool:
    """Whether it matters at delivery who the family is: notes and phones concern others too."""
    return kind.is_for_family or kind in (Kind.ABSENCE_NOTE, Kind.BINDING_TOLD)
