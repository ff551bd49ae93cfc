"""Remarks, by the teacher who is asked to mend; what the program sees mended it closes by itself (3.6.2)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.clock import SchoolTime
from domain.control.findings import RemarkState
from domain.control.inspections import BeginInspecting, InspectionsRead, Remark, RemarkSettled
from domain.control.looking import Looking, Still
from domain.errors import NotFound
from domain.events import RemarkMended
from domain.ids import InspectionId, InspectionRemarkId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import Actor

BACK = timedelta(days=60)
"""So long a settled remark is in the teacher's list still."""


@dataclass(frozen=True, slots=True)
class RemarkPage:
    """`still`: what the program sees of it as of now; None: it cannot judge that."""

    remark: Remark
    still: Still | None


@dataclass(frozen=True, slots=True)
class Mending:
    time: SchoolTime
    looking: Looking
    reads: InspectionsRead
    begin: BeginInspecting

    async def mine(self, actor: Actor) -> Sequence[Remark]:
        """Those that wait first, by day due."""
        require(actor, Action.MEND_REMARK, Target(person=actor.person))
        told = await self.reads.told_to(actor.person, self.time.today() - BACK)
        return sorted(told, key=lambda one: (not one.waits, one.due, one.id))

    async def page(self, actor: Actor, number: InspectionRemarkId) -> RemarkPage:
        """Raises `NotFound` for another's."""
        remark = await self._mine(actor, number)
        return RemarkPage(remark, (await self._still([remark])).get(number) if remark.waits else None)

    async def mended(self, actor: Actor, number: InspectionRemarkId, anyway: bool = False) -> RemarkPage:
        """«Исправлено»: looked at again. What is seen mended is closed; what cannot be seen goes to who looked.

        What is still seen stays open and is told in the page; `anyway`: it goes to who looked as well, who judges.
        Tapped twice it is done once. Raises `NotFound` for another's, `RemarkSettled` for one taken back.
        """
        page = await self.page(actor, number)
        if page.remark.state is RemarkState.WITHDRAWN:
            raise RemarkSettled
        if page.remark.state is not RemarkState.OPEN or (page.still and not anyway):
            return page
        closes = page.still is not None and not page.still
        await self._settle([number], RemarkState.CLOSED if closes else RemarkState.FIXED, actor.person)
        return RemarkPage(await self._mine(actor, number), page.still)

    async def close_seen(self, inspection: InspectionId | None = None) -> int:
        """The look back, each night at all and when an inspection is opened at its own: how many were closed.

        A number of statements that does not grow with the remarks, and two for each that is closed.
        """
        waiting = [
            one
            for one in await self.reads.waiting()
            if one.is_seen and one.state is RemarkState.OPEN and inspection in (None, one.inspection)
        ]
        still = await self._still(waiting)
        mended = [one.id for one in waiting if not still[one.id]]
        return await self._settle(mended, RemarkState.CLOSED, None) if mended else 0

    async def _settle(
        self, numbers: Collection[InspectionRemarkId], becomes: RemarkState, author: PersonId | None
    ) -> int:
        """Each only from OPEN, so of two who tap at once one does it."""
        settled = 0
        async with self.begin() as tx:
            for number in numbers:
                version = await tx.inspections.settle(number, (RemarkState.OPEN,), becomes, None)
                if version is not None:
                    await tx.facts.add(RemarkMended(author=author, remark=number, version=version))
                    settled += 1
        return settled

    async def _still(self, remarks: Collection[Remark]) -> dict[InspectionRemarkId, Still]:
        looked = await self.reads.inspections({one.inspection for one in remarks}) if remarks else {}
        return dict(await self.looking.still(remarks, looked))

    async def _mine(self, actor: Actor, number: InspectionRemarkId) -> Remark:
        """Of a finished inspection."""
        require(actor, Action.MEND_REMARK, Target(person=actor.person))
        remark = await self.reads.remark(number)
        if remark is None or not allowed(actor, Action.MEND_REMARK, Target(person=remark.teacher.id)):
            raise NotFound
        inspection = await self.reads.inspection(remark.inspection)
        if inspection is None or inspection.finished_at is None:
            raise NotFound
        return remark
