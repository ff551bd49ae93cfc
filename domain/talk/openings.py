"""With whom a thread is opened: what was chosen, checked against the school as it is today (1.4.5)."""

from dataclasses import dataclass, replace

from domain.errors import NotAllowed, NotFound, Refused
from domain.ids import AnnouncementId, PersonId, SubjectId
from domain.roles.access import Action, Target, require
from domain.roles.people import FAMILY, STAFF, Actor, Role
from domain.school.roster import Seat
from domain.talk.partners import Partners
from domain.talk.thread_ports import Member, NewThread, ThreadsRead
from domain.talk.threads import Desk, Party, Side, ThreadKind

MOST_MATTER = 120
"""Characters of what a thread is about."""


@dataclass(eq=False)
class NobodyInFamily(Refused):
    """The pupil has no guardian in the lists who may be written to."""


@dataclass(frozen=True, slots=True)
class To:
    """To whom one writes. A family names the pupil with a person of the school or a desk.

    Staff name the pupil with one of the family or all `guardians`, or a colleague (with a pupil: about them).
    `announcement`: to its sender alone. `matter`: what it is about, in words; with it the thread is always a new one.
    """

    pupil: PersonId | None = None
    person: PersonId | None = None
    desk: Desk | None = None
    guardians: bool = False
    subject: SubjectId | None = None
    matter: str | None = None
    announcement: AnnouncementId | None = None


@dataclass(frozen=True, slots=True)
class Openings:
    partners: Partners
    threads: ThreadsRead

    async def thread(self, actor: Actor, to: To) -> NewThread:
        """Raises `NotAllowed`, `NotFound` for who is not there or not theirs to write to, `NobodyInFamily`."""
        new = await self._thread(actor, to)
        matter = " ".join(to.matter.split())[:MOST_MATTER] if to.matter else None
        return replace(new, matter=matter or None)

    async def _thread(self, actor: Actor, to: To) -> NewThread:
        if to.announcement is not None:
            return await self._answer(actor, to.announcement)
        if to.desk is Desk.HELP:
            return self._question(actor, to.pupil)
        if to.pupil is not None and (to.pupil in actor.children or to.pupil == actor.person):
            with_school = await self._with_school(actor, to.pupil, to)
            if with_school is not None:
                return with_school
        if to.pupil is not None:
            return await self._about_pupil(actor, to.pupil, to)
        return await self._with_colleague(actor, to.person)

    async def _answer(self, actor: Actor, announcement: AnnouncementId) -> NewThread:
        require(actor, Action.ANSWER_THREAD, Target(person=actor.person))
        by = await self.threads.announced_by(announcement, actor.person)
        if by is None or by.sender == actor.person or not actor.holds(*(STAFF if by.side is Side.STAFF else FAMILY)):
            raise NotFound
        mine = [one for one in by.pupils if one in actor.children or one == actor.person]
        if by.pupils and not mine:
            raise NotFound
        pupil = mine[0] if len(mine) == 1 else None
        members = (Member(actor.person, Party.ASKING, by.side), Member(by.sender, Party.ASKED, Side.STAFF))
        return NewThread(ThreadKind.ANSWER, members, actor.person, pupil=pupil, announcement=announcement)

    def _question(self, actor: Actor, pupil: PersonId | None) -> NewThread:
        require(actor, Action.ASK_ADMINISTRATOR, Target(person=actor.person))
        if pupil is not None and pupil not in (*actor.children, actor.person):
            raise NotFound
        side = Side.STAFF if actor.holds(*STAFF) and pupil is None else Side.FAMILY
        members = (Member(actor.person, Party.ASKING, side),)
        return NewThread(ThreadKind.HELP, members, actor.person, Desk.HELP, pupil)

    async def _with_school(self, actor: Actor, pupil: PersonId, to: To) -> NewThread | None:
        """None: this is nobody to whom a family writes about the pupil."""
        school = await self.partners.of_pupil(actor, pupil)
        partner = next(
            (one for one in school.partners if (one.desk, one.person) == (to.desk, to.person)),
            None,
        )
        if partner is None:
            return None
        kind = ThreadKind.PUPIL if pupil == actor.person else ThreadKind.GUARDIAN
        members = [Member(actor.person, Party.ASKING, Side.FAMILY)]
        if partner.person is not None:
            members.append(Member(partner.person, Party.ASKED, Side.STAFF))
        return NewThread(kind, tuple(members), actor.person, partner.desk, pupil, partner.subject)

    async def _about_pupil(self, actor: Actor, pupil: PersonId, to: To) -> NewThread:
        """Staff, with the family or among themselves."""
        if not actor.holds(*STAFF):
            raise NotFound if actor.holds(Role.GUARDIAN, Role.PUPIL) else NotAllowed
        family = await self.partners.family(actor, pupil)
        known = {one.person for one in family.guardians}
        if to.person is not None and to.person not in (*known, pupil):
            with_colleague = await self._with_colleague(actor, to.person)
            return replace(with_colleague, pupil=pupil)
        told = known if to.guardians else {one for one in (to.person,) if one is not None}
        if not told:
            raise NobodyInFamily if to.guardians else NotFound
        kind = ThreadKind.PUPIL if told == {pupil} else ThreadKind.GUARDIAN
        members = tuple(Member(one, Party.ASKING, Side.FAMILY) for one in sorted(told))
        return await self._from_school(actor, family.pupil, kind, members)

    async def _from_school(self, actor: Actor, pupil: Seat, kind: ThreadKind, members: tuple[Member, ...]) -> NewThread:
        """The class teacher from their desk, so that the next one goes on; everyone else under their own name."""
        if pupil.class_id in actor.own_classes:
            return NewThread(kind, members, actor.person, Desk.CLASS_TEACHER, pupil.pupil)
        subject = await self.partners.subject_with(actor.person, pupil)
        own = Member(actor.person, Party.ASKED, Side.STAFF)
        return NewThread(kind, (*members, own), actor.person, pupil=pupil.pupil, subject=subject)

    async def _with_colleague(self, actor: Actor, person: PersonId | None) -> NewThread:
        colleagues = dict(await self.partners.colleagues(actor))
        if person is None or person not in colleagues:
            raise NotFound
        members = (Member(actor.person, Party.ASKING, Side.STAFF), Member(person, Party.ASKED, Side.STAFF))
        return NewThread(ThreadKind.COLLEAGUE, members, actor.person)
