"""The class-meeting kit: who of a class has come in, and a slip with a code for each who has not (2.2.2, 3.3.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.errors import NotFound, Refused
from domain.ids import ClassId, CodeId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.access_control import Codes, IssuedCode
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName, Role
from domain.roles.ports import AccessRead, FamilyAccess, PersonCard


@dataclass(eq=False)
class EveryoneIsIn(Refused):
    """There is nobody to print a slip for."""


@dataclass(eq=False)
class SlipsOutdated(Refused):
    """Codes of the class were given out since the question was asked: a second file would spoil the first one's."""


@dataclass(frozen=True, slots=True)
class Slip:
    """`pupils`: a guardian's children in the class; none on a pupil's own slip."""

    code: IssuedCode
    pupils: tuple[PersonName, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """«21 из 27»"""

    inside: int
    all: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """Pupils and guardians of a class by pupil's name; `prints`: whether who looks may give codes to them."""

    families: Sequence[FamilyAccess]
    prints: bool
    shuts: bool = False
    """Whether who looks may close access to the whole class."""

    @property
    def guardians(self) -> Count:
        return self._count(Role.GUARDIAN)

    @property
    def pupils(self) -> Count:
        return self._count(Role.PUPIL)

    @property
    def waiting(self) -> Sequence[FamilyAccess]:
        """Who has not come in yet."""
        return [one for one in _allowed(self.families) if one.bound_at is None and not one.waits]

    @property
    def to_confirm(self) -> int:
        """How many guardians wait to be confirmed."""
        return len({one.person for one in _allowed(self.families) if one.waits})

    def _count(self, role: Role) -> Count:
        """A guardian of two pupils of the class counts once."""
        bound = {one.person: one.bound_at for one in _allowed(self.families) if one.role is role}
        return Count(sum(at is not None for at in bound.values()), len(bound))


@dataclass(frozen=True, slots=True)
class KitQuestion:
    """`last_code`: the newest code of the class when it was asked; the answer brings it back."""

    people: int
    last_code: CodeId


@dataclass(frozen=True, slots=True)
class ClassKit:
    codes: Codes
    reads: AccessRead
    gate: ExportGate

    async def turnout(self, actor: Actor, class_id: ClassId) -> Turnout:
        require(actor, Action.SEE_CLASS_ACCESS, Target(classes=(class_id,)))
        prints = allowed(actor, Action.ISSUE_FAMILY_CODE, Target(classes=(class_id,)))
        shuts = allowed(actor, Action.REVOKE_MANY, Target(classes=(class_id,)))
        return Turnout(await self.reads.families_of(class_id), prints, shuts)

    async def ask(self, actor: Actor, class_id: ClassId) -> KitQuestion:
        """For how many a print would be. Raises `EveryoneIsIn`."""
        require(actor, Action.ISSUE_FAMILY_CODE, Target(classes=(class_id,)))
        families = _allowed(await self.reads.families_of(class_id))
        async with self.codes.begin() as tx:
            last = await tx.codes.latest(_persons(families))
        return KitQuestion(len(_wanted(families)), last)

    async def print(self, actor: Actor, class_id: ClassId, last_code: CodeId) -> list[Slip]:
        """A new code for each who has not come in; their older unused ones stop working.

        They open the family's side only, whoever prints. Raises `SlipsOutdated` when the class's newest code is no
        longer `last_code`, `EveryoneIsIn`, and what the gate of exports refuses.
        """
        require(actor, Action.ISSUE_FAMILY_CODE, Target(classes=(class_id,)))
        families = _allowed(await self.reads.families_of(class_id))
        wanted = _wanted(families)
        async with self.codes.begin() as tx:
            if await tx.codes.latest(_persons(families)) != last_code:
                raise SlipsOutdated
            await self.gate.allow_in(tx, actor, Export(ExportKind.CLASS_KIT, class_id))
            issued = await self.codes.issue_in(tx, [(card, card.roles) for card in wanted], actor.person)
        return _slips(issued, families)

    async def print_by_program(self, class_id: ClassId) -> list[Slip]:
        """For who stands at the machine itself. Raises `EveryoneIsIn`."""
        families = _allowed(await self.reads.families_of(class_id))
        wanted = _wanted(families)
        async with self.codes.begin() as tx:
            issued = await self.codes.issue_in(tx, [(card, card.roles) for card in wanted], None)
        return _slips(issued, families)

    async def slip_of(self, actor: Actor, class_id: ClassId, code: str) -> Slip:
        """One slip with a code that was just issued and still works. Raises `NotFound` for any other."""
        require(actor, Action.ISSUE_FAMILY_CODE, Target(classes=(class_id,)))
        families = _allowed(await self.reads.families_of(class_id))
        async with self.codes.begin() as tx:
            stored = await tx.codes.usable(self.codes.hash_code(code))
            card = next((one for one in _cards(families) if stored and one.person == stored.person), None)
            if stored is None or card is None:
                raise NotFound
            await self.gate.allow_in(tx, actor, Export(ExportKind.SLIP, class_id, card.person))
        return _slips([IssuedCode(card.person, card.name, card.roles, code, stored.expires_at)], families)[0]


def _allowed(families: Iterable[FamilyAccess]) -> list[FamilyAccess]:
    """Without guardians whom a court keeps from the child: they get no slips, and nobody waits for them."""
    return [one for one in families if not one.restricted]


def _wanted(families: Iterable[FamilyAccess]) -> list[PersonCard]:
    """Who has not come in, each once. Raises `EveryoneIsIn` where nobody is left."""
    cards = _cards(one for one in families if one.bound_at is None and not one.waits)
    if not cards:
        raise EveryoneIsIn
    return cards


def _cards(families: Iterable[FamilyAccess]) -> list[PersonCard]:
    """Each person once, with the family's roles in this class."""
    held: dict[PersonId, PersonCard] = {}
    for one in families:
        roles = held[one.person].roles if one.person in held else frozenset[Role]()
        held[one.person] = PersonCard(one.person, one.name, roles | {one.role}, ())
    return list(held.values())


def _slips(issued: Iterable[IssuedCode], families: Iterable[FamilyAccess]) -> list[Slip]:
    children: dict[PersonId, list[PersonName]] = {}
    for one in families:
        if one.role is Role.GUARDIAN:
            children.setdefault(one.person, []).append(one.pupil_name)
    return [Slip(code, tuple(children.get(code.person, ()))) for code in issued]


def _persons(families: Iterable[FamilyAccess]) -> list[PersonId]:
    return list(dict.fromkeys(one.person for one in families))
