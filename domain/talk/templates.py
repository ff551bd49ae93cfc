"""Texts of one's own that are sent often: kept, listed by last use, filled in a thread."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.errors import NotFound, Refused
from domain.ids import PersonId, TemplateId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.talk.template_words import Known, asked, filled

MOST = 30
LONGEST = 1000
"""Characters."""
LONGEST_FILLED = 3500
"""With what was put in: beside the words around it, it stays below Telegram's 4096."""


@dataclass(eq=False)
class TemplateEmpty(Refused):
    """There is no text to keep."""


@dataclass(eq=False)
class TemplateTooLong(Refused):
    length: int
    most: int


@dataclass(eq=False)
class TooManyTemplates(Refused):
    most: int


@dataclass(eq=False)
class TemplateLinesWanted(Refused):
    """So many lines were asked for, and others came."""

    wanted: int
    came: int


@dataclass(frozen=True, slots=True)
class Template:
    id: TemplateId
    text: str
    used_at: datetime | None


class TemplatesRead(Protocol):
    async def of(self, person: PersonId) -> Sequence[Template]:
        """The last used first, then the newest."""
        ...


class TemplatesRoom(Protocol):
    async def count(self, person: PersonId) -> int: ...

    async def add(self, person: PersonId, text: str) -> TemplateId: ...

    async def remove(self, person: PersonId, template: TemplateId) -> bool:
        """False: there is none of this number that is theirs."""
        ...

    async def used(self, person: PersonId, template: TemplateId) -> None: ...


class TemplatesTransaction(Protocol):
    @property
    def templates(self) -> TemplatesRoom: ...


@dataclass(frozen=True, slots=True)
class Templates:
    begin: Callable[[], AbstractAsyncContextManager[TemplatesTransaction]]
    reads: TemplatesRead

    async def listed(self, actor: Actor) -> Sequence[Template]:
        _require(actor)
        return await self.reads.of(actor.person)

    async def one(self, actor: Actor, template: TemplateId) -> Template:
        """Raises `NotFound` for what is another's."""
        _require(actor)
        found = next((one for one in await self.reads.of(actor.person) if one.id == template), None)
        if found is None:
            raise NotFound
        return found

    async def add(self, actor: Actor, text: str) -> TemplateId:
        """Raises `TemplateEmpty`, `TemplateTooLong`, `TooManyTemplates`."""
        text = text.strip()
        if not text:
            raise TemplateEmpty
        if len(text) > LONGEST:
            raise TemplateTooLong(len(text), LONGEST)
        async with self.begin() as tx:
            _require(actor)
            if await tx.templates.count(actor.person) >= MOST:
                raise TooManyTemplates(MOST)
            return await tx.templates.add(actor.person, text)

    async def remove(self, actor: Actor, template: TemplateId) -> None:
        """The same however often; raises `NotFound` for what is another's."""
        async with self.begin() as tx:
            _require(actor)
            if not await tx.templates.remove(actor.person, template):
                raise NotFound

    async def use(self, actor: Actor, template: TemplateId, known: Known, said: str | None) -> str | tuple[str, ...]:
        """The text to send; or, with nothing said yet, what is asked for. Raises `TemplateLinesWanted`."""
        one = await self.one(actor, template)
        wanted = asked(one.text, known)
        if wanted and said is None:
            return wanted
        text = filled(one.text, known, answers(said or "", len(wanted)))
        if len(text) > LONGEST_FILLED:
            raise TemplateTooLong(len(text), LONGEST_FILLED)
        async with self.begin() as tx:
            await tx.templates.used(actor.person, template)
        return text


def answers(said: str, wanted: int) -> list[str]:
    """A line each; where one thing is asked for, all that was said."""
    if not wanted:
        return []
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if wanted == 1 and lines:
        return ["\n".join(lines)]
    if len(lines) != wanted:
        raise TemplateLinesWanted(wanted, len(lines))
    return lines


def _require(actor: Actor) -> None:
    require(actor, Action.KEEP_TEMPLATES, Target(person=actor.person))
