"""What the director and the administrators hear of personal data: files taken out, incidents, erasures asked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.events import DataTakenOut, ErasureAsked, IncidentClosed, IncidentOpened, RetentionDue
from domain.ids import AccountId, ErasureId, IncidentId, PersonId
from domain.messaging.fates import Fate, Known, Say
from domain.messaging.grace import STALE_AFTER
from domain.messaging.kinds import Kind
from domain.messaging.office_news import ErasureNews, IncidentNews, RetentionNews, Stage, TakenOutNews
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.plan import Plan, When
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.truth import GONE, NOT_A_READER, Drop
from domain.roles.incidents import FIND_OUT_WITHIN, TELL_WITHIN, Incident
from domain.roles.people import Role

ABOUT = ("taken_out", "incident", "erasure", "retention")
"""What these messages are about, by `body["what"]`."""
LEADERS = (Role.DIRECTOR, Role.ADMIN)
EVENING, MORNING = time(18, 0), time(8, 0)
"""When files taken out by then are told, in one message a person."""
BEFORE_THE_END = timedelta(hours=4)
"""So long before a term of the law is over it is told once more."""
VERSIONS = {stage: version for version, stage in enumerate(Stage, 1)}


class OfficeRead(Protocol):
    async def taken_out(self, asked: Collection[tuple[PersonId, date]]) -> Mapping[tuple[PersonId, date], TakenOutNews]:
        """Files that count, by person and day."""
        ...

    async def incidents(self, ids: Collection[IncidentId]) -> Mapping[IncidentId, Incident]: ...

    async def erasures(self, ids: Collection[ErasureId]) -> Mapping[ErasureId, ErasureNews]:
        """Of those that nobody has decided on yet."""
        ...


@dataclass(frozen=True, slots=True)
class OfficeTelling:
    time: SchoolTime
    readers: Readers

    async def tell(
        self,
        plan: Plan,
        taken: Sequence[tuple[UntoldFact, DataTakenOut]],
        opened: Sequence[tuple[UntoldFact, IncidentOpened]],
        closed: Sequence[tuple[UntoldFact, IncidentClosed]],
        asked: Sequence[tuple[UntoldFact, ErasureAsked]],
        due: Sequence[tuple[UntoldFact, RetentionDue]],
    ) -> None:
        if not (taken or opened or closed or asked or due):
            return
        leaders = await self.readers.holders(LEADERS)
        told = {fact.id: [one.account for one in leaders if one.person != fact.fact.author] for fact, _ in taken}
        for one, _ in taken:
            plan.messages += self._taken_out(one, told[one.id])
        everyone = [one.account for one in leaders]
        for one, incident in opened:
            others = [address.account for address in leaders if address.person != incident.author]
            plan.messages += _about(one, incident.incident, Stage.OPENED, others, (one.at, one.at + TELL_WITHIN))
            for stage, within in ((Stage.TELL, TELL_WITHIN), (Stage.FIND_OUT, FIND_OUT_WITHIN)):
                when = (one.at + within - BEFORE_THE_END, one.at + within)
                plan.messages += _about(one, incident.incident, stage, everyone, when)
        for one, end in closed:
            others = [address.account for address in leaders if address.person != end.author]
            plan.messages += _about(one, end.incident, Stage.CLOSED, others, (one.at, one.at + STALE_AFTER))
        for one, erasure in asked:
            body = {"what": "erasure", "erasure": erasure.erasure}
            plan.messages += _rows(f"erasure:{erasure.erasure}", 1, body, (one.at, one.at + STALE_AFTER), everyone)
        for one, over in due:
            term = {"what": "retention", "rows": over.rows}
            plan.messages += _rows(f"retention:{one.id}", 1, term, (one.at, one.at + STALE_AFTER), everyone)

    def _taken_out(self, one: UntoldFact, told: Sequence[AccountId]) -> list[NewMessage]:
        """One message of the day's files in the evening; of those that come later, one the next morning."""
        at = self.time.local(one.at)
        late = at.time() >= EVENING
        not_before = self.time.instant(at.date() + timedelta(days=late), MORNING if late else EVENING)
        body = {"what": "taken_out", "person": one.fact.author, "day": at.date().isoformat()}
        event = f"taken_out:{at.date()}:{one.fact.author}"
        return _rows(event, 1 + late, body, (not_before, not_before + STALE_AFTER), told)


def _about(
    one: UntoldFact, incident: IncidentId, stage: Stage, told: Sequence[AccountId], when: When
) -> list[NewMessage]:
    body = {"what": "incident", "incident": incident, "stage": stage.value}
    return _rows(f"incident:{incident}", VERSIONS[stage], body, when, told)


def _rows(
    event: str, version: int, body: Mapping[str, object], when: When, told: Sequence[AccountId]
) -> list[NewMessage]:
    return [NewMessage(event, version, account, Kind.OFFICE, None, body, *when) for account in told]


@dataclass(frozen=True, slots=True)
class OfficePreparing:
    """At delivery: whether the reader still leads the school, and what is still so."""

    reads: OfficeRead
    readers: Readers

    async def fates(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        mine = [row for row in rows if row.body["what"] in ABOUT]
        if not mine:
            return {}
        leaders = {one.account for one in await self.readers.holders(LEADERS)}
        taken = {_taken(row) for row in mine if row.body["what"] == "taken_out"}
        incidents = {IncidentId(row.body["incident"]) for row in mine if row.body["what"] == "incident"}
        erasures = {ErasureId(row.body["erasure"]) for row in mine if row.body["what"] == "erasure"}
        news = _News(
            await self.reads.taken_out(taken) if taken else {},
            await self.reads.incidents(incidents) if incidents else {},
            await self.reads.erasures(erasures) if erasures else {},
        )
        return {row.id: news.fate(row, known) if row.account in leaders else NOT_A_READER for row in mine}


@dataclass(frozen=True, slots=True)
class _News:
    taken: Mapping[tuple[PersonId, date], TakenOutNews]
    incidents: Mapping[IncidentId, Incident]
    erasures: Mapping[ErasureId, ErasureNews]

    def fate(self, row: Claimed, known: Known) -> Say | Drop:
        if row.body["what"] == "taken_out":
            taken = self.taken.get(_taken(row))
            return Say(taken) if taken is not None else GONE
        if row.body["what"] == "retention":
            return Say(RetentionNews(int(row.body["rows"])))
        if row.body["what"] == "erasure":
            asked = self.erasures.get(ErasureId(row.body["erasure"]))
            return Say(asked) if asked is not None else GONE
        incident, stage = self.incidents.get(IncidentId(row.body["incident"])), Stage(row.body["stage"])
        if incident is None or (incident.closed_at is not None and stage is not Stage.CLOSED):
            return GONE
        return Say(IncidentNews(on_the_wall(incident, known.time), stage))


def on_the_wall(incident: Incident, time_: SchoolTime) -> Incident:
    """With its moments as the school's clock shows them."""
    closed_at = time_.local(incident.closed_at) if incident.closed_at is not None else None
    return replace(incident, opened_at=time_.local(incident.opened_at), closed_at=closed_at)


def _taken(row: Claimed) -> tuple[PersonId, date]:
    return PersonId(row.body["person"]), date.fromisoformat(row.body["day"])
