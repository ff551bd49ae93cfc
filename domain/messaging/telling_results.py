"""Results of terms and years that guardians and pupils hear of, and what becomes of that at delivery (1.4.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.events import ResultSet
from domain.ids import ResultId
from domain.journal.results_kept import ResultCard
from domain.messaging import names
from domain.messaging.contents import ResultNews
from domain.messaging.fates import TAKEN_BACK, Known, Say
from domain.messaging.grace import STALE_AFTER, Grace
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import Claimed, NewMessage, Superseded
from domain.messaging.plan import Plan, by_pupil
from domain.messaging.ports import Readers, UntoldFact
from domain.messaging.readers import FamilyReader, listeners
from domain.messaging.truth import GONE, Drop, verdict


@dataclass(frozen=True, slots=True)
class ResultTelling:
    """What a person chose about marks holds: who wants none hears of none; else it comes by itself, never in a digest.

    There are few of them in a year, and the digest tells of lessons.
    """

    readers: Readers
    grace: Grace

    async def results(self, plan: Plan, set_: Sequence[tuple[UntoldFact, ResultSet]]) -> None:
        latest = {fact.result: (one, fact) for one, fact in set_}
        if not latest:
            return
        family = by_pupil(await self.readers.family({fact.pupil for _, fact in latest.values()}))
        for result, (one, fact) in latest.items():
            event = names.result_event(result)
            if fact.version > 1:
                plan.superseded.append(Superseded(event, Kind.RESULT, fact.version))
            body = {"result": result, "pupil": fact.pupil}
            when = (one.at + self.grace.mark, one.at + STALE_AFTER)
            plan.messages += [
                NewMessage(event, fact.version, reader.account, Kind.RESULT, reader.pupil, body, *when)
                for reader in listeners(family.get(fact.pupil, ()), Kind.MARK, fact.author)
            ]


def result_of(row: Claimed) -> ResultId:
    return ResultId(row.body["result"])


def result_fate(row: Claimed, card: ResultCard | None, known: Known) -> Say | Drop:
    reader = known.reader(row)
    if card is None or reader is None:
        return GONE
    value = TAKEN_BACK if card.taken_back else card.value
    decided = verdict(value, not card.taken_back, _mode(reader, known), known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    before = None if decided.before == TAKEN_BACK else decided.before
    return Say(ResultNews(card, reader.own, decided.correction, before), decided.said)


def _mode(reader: FamilyReader, known: Known) -> Mode:
    return Mode.OFF if known.mode(reader, Kind.MARK) is Mode.OFF else Mode.NOW
