"""The first screen after getting in, with the commands that Telegram offers to this person."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeChat

from domain.roles.access import Action, reach_of
from domain.roles.getting_in import Entered
from domain.roles.people import Actor, Role
from handlers.kit.menu import MenuItem
from handlers.kit.screen import Screen
from handlers.kit.wire import Say
from handlers.roles import letting_in_screens, screens
from handlers.texts.translator import Texts, texts_in


@dataclass(frozen=True, slots=True)
class Greeting:
    """`actors` finds who stands behind a Telegram account now."""

    bot: Bot
    actors: Callable[[int], Awaitable[Actor | None]]
    menu: Sequence[MenuItem]
    language: Callable[[], str]
    """The school's."""

    async def greet(self, account: int, entered: Entered) -> Screen:
        actor = await self.actors(account)
        assert actor is not None
        return await self.let_in(account, actor)

    async def let_in(self, account: int, actor: Actor) -> Screen:
        """The menu with the commands; of one whom nobody has confirmed yet, word of that."""
        texts = texts_in(actor.language)
        if actor.awaited and not actor.roles:
            return letting_in_screens.waits(texts, actor.account)
        await self.offer_commands(account, actor, texts)
        return screens.menu(texts, actor, self.menu, texts("roles-entered", name=actor.addressed))

    async def welcome_back(self, account: int, actor: Actor) -> None:
        """To one who has come in already: commands, and the menu as a message."""
        texts = texts_in(actor.language)
        await self.offer_commands(account, actor, texts)
        await self._say(account, screens.menu(texts, actor, self.menu))

    async def after_a_break(self, account: int) -> None:
        """To one whose last act was saved, but whose answer was lost; a stranger is met as ever."""
        actor = await self.actors(account)
        if actor is None:
            return await self._say(account, screens.welcome(texts_in(self.language())))
        texts = texts_in(actor.language)
        if actor.awaited and not actor.roles:
            return await self._say(account, letting_in_screens.waits(texts, actor.account))
        await self.offer_commands(account, actor, texts)
        await self._say(account, screens.menu(texts, actor, self.menu, texts("roles-after-a-break")))

    async def _say(self, account: int, screen: Screen) -> None:
        await self.bot(Say(chat_id=account, text=screen.text, reply_markup=screen.keyboard()))

    async def offer_commands(self, account: int, actor: Actor, texts: Texts) -> None:
        await self.bot.set_my_commands(commands_for(actor, texts), BotCommandScopeChat(chat_id=account))


def commands_for(actor: Actor, texts: Texts) -> list[BotCommand]:
    """The commands of this person's roles, the likeliest first."""
    names: list[str] = []
    if Role.TEACHER in actor.roles:
        names += ["lesson", "line", "dz", "results", "duties", "paper"]
    if actor.holds(Role.TEACHER, Role.CLASS_TEACHER, Role.DEPUTY, Role.DIRECTOR, Role.ADMIN):
        names += ["class"]
    if reach_of(actor, Action.SEE_CLASS_DUTIES):
        names += ["check"]
    if reach_of(actor, Action.SEE_DEADLINES):
        names += ["deadlines"]
    if Role.DEPUTY in actor.roles:
        names += ["closing"]
    if actor.holds(Role.DEPUTY, Role.DIRECTOR):
        names += ["requests"]
    names += ["tomorrow", "schedule", "calendar", "bells"]
    if reach_of(actor, Action.SEE_WHEREABOUTS):
        names += ["where", "free", "subs"]
    if reach_of(actor, Action.SEE_STAFF_ACCESS):
        names += ["staff"]
    if actor.holds(Role.GUARDIAN, Role.PUPIL):
        names += ["day", "week", "marks", "what", "homework"]
    if Role.GUARDIAN in actor.roles:
        names += ["absent"]
    if actor.holds(Role.GUARDIAN, Role.PUPIL, Role.CLASS_TEACHER, Role.DEPUTY, Role.DIRECTOR, Role.ADMIN):
        names += ["absences"]
    if reach_of(actor, Action.SEE_REMARKS):
        names += ["remarks"]
    if reach_of(actor, Action.SEE_SIGNATURES):
        names += ["signatures"]
    if reach_of(actor, Action.SEE_ACHIEVEMENT):
        names += ["analysis"]
    if actor.holds(Role.GUARDIAN, Role.PUPIL) or reach_of(actor, Action.SEE_JOURNAL_PAGE):
        names += ["sheets"]
    if reach_of(actor, Action.SEE_CONTROL):
        names += ["control"]
    if reach_of(actor, Action.SEE_EXEMPTIONS):
        names += ["exempt"]
    if reach_of(actor, Action.IMPORT_TIMETABLE):
        names += ["import"]
    if reach_of(actor, Action.SEE_MOVEMENT):
        names += ["movement"]
    if reach_of(actor, Action.SEE_CONSENTS):
        names += ["consents"]
    names += ["inbox", "write"]
    if reach_of(actor, Action.SEE_INSPECTIONS):
        names += ["overview", "inspections"]
    if reach_of(actor, Action.MEND_REMARK):
        names += ["mend"]
    if reach_of(actor, Action.KEEP_TEMPLATES):
        names += ["templates"]
    if reach_of(actor, Action.HAND_OVER_THREADS):
        names += ["handover"]
    names += ["docs"]
    if reach_of(actor, Action.SEE_AUDIT):
        names += ["audit", "incident"]
    if reach_of(actor, Action.ERASE_PERSON):
        names += ["erasures"]
    if reach_of(actor, Action.LIMIT_WRITING):
        names += ["limits"]
    if reach_of(actor, Action.TURN_YEAR):
        names += ["year"]
    names += ["settings", "menu", "me", "mydata", "help", "ask", "cancel"]
    return [BotCommand(command=name, description=texts(f"roles-command-{name}")) for name in names]
