"""The storm breaker: when so many absences come at once, or a message goes to so many, that somebody should look first.

A slip of a finger («нет всех») would frighten a whole class of families; a real emergency must reach them. So what is
in doubt is held, a deputy is asked once, and absences go by themselves when nobody answers (docs/decisions/0009).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.attendance.ports import AbsenceCard
from domain.clock import SchoolTime
from domain.events import AnnouncementMade, AttendanceNoted
from domain.ids import ClassId, PersonId
from domain.messaging import names
from domain.messaging.grace import RINGS_UNTIL, rings_no_more
from domain.messaging.holds import DECIDERS, Away, Held, HoldsRead, HoldState, LiveHold, Storm
from domain.messaging.kinds import Kind
from domain.messaging.outbox import NewMessage, Superseded
from domain.messaging.plan import Plan, Questions, by_person
from domain.messaging.ports import AbsencesRead, CardOut, MessagingTransaction, OutboxRead, Readers, UntoldFact
from domain.messaging.readers import Address
from domain.school.ports import Rosters
from domain.school.roster import Roster

WINDOW = timedelta(minutes=10)
"""Absences noted within it are one storm."""
FEW = 3
"""So many absences are never a storm, however small the class."""
SCHOOL = "school"
COUNTED_AFTER = timedelta(seconds=3)
"""A question that stands waits so long for more to come before it counts on."""
WORTH_ASKING = timedelta(days=3)
BEFORE_SILENCE = timedelta(minutes=2)
"""So long before absences stop ringing, what is held goes by itself: later it would be a line of the digest only."""
TO_ANSWER = timedelta(minutes=3)
"""Who is asked has at least so long; where that is not left, nothing is held."""


@dataclass(frozen=True, slots=True)
class StormLimits:
    """More than these is a storm; 0 switches a limit off."""

    class_percent: int = 40
    school_percent: int = 25
    messages: int = 200
    wait: timedelta = timedelta(minutes=30)
    """After it held absences go by themselves; announcements wait for an answer."""


def is_storm(away: int, size: int, percent: int) -> bool:
    return percent > 0 and away > FEW and away * 100 > size * percent


def scopes_in_storm(away: Collection[PersonId], roster: Roster, limits: StormLimits) -> dict[str, ClassId | None]:
    """The school alone, if it is with more than one class; else the classes that are."""
    counts = Counter(roster.seats[pupil].class_id for pupil in away if pupil in roster.seats)
    if len(counts) > 1 and is_storm(counts.total(), len(roster.seats), limits.school_percent):
        return {SCHOOL: None}
    return {
        class_scope(class_id): class_id
        for class_id, count in counts.items()
        if is_storm(count, len(roster.of_class[class_id]), limits.class_percent)
    }


def class_scope(class_id: ClassId) -> str:
    return f"class:{class_id}"


def last_moment(time: SchoolTime) -> datetime:
    """Until when today's absences can be held and still ring."""
    return time.instant(time.today(), RINGS_UNTIL) - BEFORE_SILENCE


@dataclass(frozen=True, slots=True)
class StormWatch:
    """`plan` only reads, `put` only writes, as the telling does that they belong to."""

    time: SchoolTime
    holds: HoldsRead
    absences: AbsencesRead
    outbox: OutboxRead
    readers: Readers
    rosters: Rosters
    limits: StormLimits = StormLimits()

    async def plan(
        self,
        plan: Plan,
        noted: Sequence[tuple[UntoldFact, AttendanceNoted]],
        made: Sequence[tuple[UntoldFact, AnnouncementMade]],
    ) -> None:
        """Nothing is held when there is nobody to ask."""
        storms = [*self._announcements(plan, made), *await self._absences([fact for _, fact in noted])]
        deciders = await self._deciders() if storms else ()
        if not deciders:
            return
        plan.storms += storms
        causes = await self.readers.staff({storm.caused_by for storm in storms if storm.caused_by is not None})
        plan.questions = Questions(deciders, by_person(causes), await self._cards(storms))

    async def put(self, tx: MessagingTransaction, plan: Plan) -> None:
        """After the messages themselves."""
        for storm in plan.storms:
            held = await tx.holds.hold(storm)
            await tx.outbox.hold(held.id, storm.events, storm.kind)
            if held.fresh:
                await tx.outbox.add(self._asked(storm, held, plan.questions))
            else:
                event = names.hold_event(held.id)
                await tx.outbox.supersede([Superseded(event, Kind.HOLD_CHANGED, held.version)])
                await tx.outbox.add(self._counted_on(held, plan.questions.cards.get(event, ())))

    def _announcements(self, plan: Plan, made: Sequence[tuple[UntoldFact, AnnouncementMade]]) -> Iterable[Storm]:
        counts = Counter(message.event for message in plan.messages if message.kind is Kind.ANNOUNCEMENT)
        for _, fact in made:
            event = names.announcement_event(fact.announcement)
            if 0 < self.limits.messages < counts[event]:
                yield Storm(
                    event, Kind.ANNOUNCEMENT, frozenset({event}), fact.author, None, announcement=fact.announcement
                )

    async def _absences(self, noted: Sequence[AttendanceNoted]) -> list[Storm]:
        """Of pupils noted away a short while ago, those alone whose families would hear."""
        if not noted or not (self.limits.class_percent or self.limits.school_percent):
            return []
        since = self.time.now() - WINDOW
        live = await self.holds.live(since)
        begun = [hold.made_at - WINDOW for hold in live.values() if hold.state is HoldState.OPEN]
        away = await self.holds.away(min([since, *begun]))
        roster = await self.rosters.roster()
        pupils = {one.pupil for one in away if one.noted_at >= since}
        if not (begun or scopes_in_storm(pupils, roster, self.limits)):
            return []
        cards = await self.absences.absence_cards({(one.lesson, one.pupil) for one in away})
        ringing = [one for one in away if self._rings(cards.get((one.lesson, one.pupil)))]
        causes = {roster.seats[fact.pupil].class_id: fact.author for fact in noted if fact.pupil in roster.seats}
        scopes = self._scopes(live, ringing, roster, since)
        storms = [self._storm(scope, class_id, ringing, roster, causes) for scope, class_id in scopes.items()]
        return [replace(one, goes_on=live[one.scope].id) if one.scope in live else one for one in storms]

    def _rings(self, card: AbsenceCard | None) -> bool:
        return card is not None and card.rings and not rings_no_more(self.time, card.day)

    def _scopes(
        self, live: Mapping[str, LiveHold], away: Iterable[Away], roster: Roster, since: datetime
    ) -> dict[str, ClassId | None]:
        """New storms, and open holds that count on; what was let go a short while ago is not asked about again."""
        in_time = self.time.now() + TO_ANSWER <= last_moment(self.time)
        recent = {one.pupil for one in away if one.noted_at >= since and in_time}
        fresh = scopes_in_storm(recent, roster, self.limits)
        scopes = {scope: class_id for scope, class_id in fresh.items() if scope not in live}
        classes = {class_scope(class_id): class_id for class_id in roster.classes}
        open_ = [scope for scope, hold in live.items() if hold.state is HoldState.OPEN]
        return scopes | {scope: classes.get(scope) for scope in open_ if scope in classes or scope == SCHOOL}

    def _storm(
        self,
        scope: str,
        class_id: ClassId | None,
        away: Iterable[Away],
        roster: Roster,
        causes: Mapping[ClassId, PersonId | None],
    ) -> Storm:
        of_school = class_id is None
        mine = [
            one
            for one in away
            if one.pupil in roster.seats and (of_school or roster.seats[one.pupil].class_id == class_id)
        ]
        return Storm(
            scope=scope,
            kind=Kind.ABSENCE,
            events=frozenset(names.absence_event(one.lesson, one.pupil) for one in mine),
            caused_by=next(iter(causes.values()), None) if class_id is None else causes.get(class_id),
            send_at=min(self.time.now() + self.limits.wait, last_moment(self.time)),
            class_id=class_id,
            away=len({one.pupil for one in mine}),
            size=len(roster.seats) if class_id is None else len(roster.of_class.get(class_id, ())),
        )

    async def _deciders(self) -> Sequence[Address]:
        for role in DECIDERS:
            reachable = await self.readers.staff(await self.holds.holders(role))
            if reachable:
                return reachable
        return ()

    async def _cards(self, storms: Sequence[Storm]) -> Mapping[str, Sequence[CardOut]]:
        events = {names.hold_event(storm.goes_on) for storm in storms if storm.goes_on is not None}
        grouped: dict[str, list[CardOut]] = {}
        for card in await self.outbox.cards_out(events, Kind.HOLD) if events else ():
            grouped.setdefault(card.event, []).append(card)
        return grouped

    def _asked(self, storm: Storm, held: Held, questions: Questions) -> list[NewMessage]:
        event, now = names.hold_event(held.id), self.time.now()
        when, body = (now, storm.send_at or now + WORTH_ASKING), names.hold_body(held.id)
        causes = questions.causes.get(storm.caused_by, ()) if storm.caused_by is not None else ()
        return [
            *(NewMessage(event, 1, one.account, Kind.HOLD, None, body, *when) for one in questions.deciders),
            *(NewMessage(event, 1, one.account, Kind.HOLD_TOLD, None, body, *when) for one in causes),
        ]

    def _counted_on(self, held: Held, cards: Sequence[CardOut]) -> list[NewMessage]:
        now, body = self.time.now(), names.hold_body(held.id)
        when = (now + COUNTED_AFTER, now + WORTH_ASKING)
        return [
            NewMessage(card.event, held.version, card.account, Kind.HOLD_CHANGED, None, body, *when, edits=card.row)
            for card in cards
        ]
