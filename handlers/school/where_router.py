"""`/where`, `/free`, «7а сейчас», «где Алгебрина», «каб 214», «неделя», «кто свободен 3 урок», and their buttons."""

from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter, Command, CommandObject, StateFilter
from aiogram.types import CallbackQuery, Message

from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.schedule import Schedule
from domain.school.where import Owner, Whereabouts, Whose
from domain.school.where_said import Asked, FreeAsked, When, WhereAsked
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.school import screens as schedule_screens
from handlers.school import where_screens as screens
from handlers.school.where_buttons import OpenWhere, ShowFree, ShowWeek, ShowWhere
from handlers.texts.translator import Texts

router = Router(name="where")


class AsksWhere(BaseFilter):
    """A question to the timetable and nothing else; gives it as `asked`."""

    async def __call__(self, message: Message, actor: Actor, where_asked: WhereAsked) -> bool | dict[str, Any]:
        asked = await where_asked.understood(actor, message.text or "")
        return {"asked": asked} if asked else False


@router.message(Command("where", "где"))
async def by_command(
    message: Message,
    command: CommandObject,
    actor: Actor,
    texts: Texts,
    whereabouts: Whereabouts,
    where_asked: WhereAsked,
    schedule: Schedule,
) -> None:
    """What is not understood opens the lists to choose from."""
    asked = await where_asked.understood(actor, f"где {command.args}") if command.args else None
    if asked is None:
        await show(message, await _directory(actor, texts, whereabouts, Whose.CLASS, 0))
        return
    await _answer(message, asked, actor, texts, whereabouts, schedule)


@router.message(Command("free", "свободны"))
async def free_by_command(
    message: Message,
    command: CommandObject,
    actor: Actor,
    texts: Texts,
    whereabouts: Whereabouts,
    where_asked: WhereAsked,
) -> None:
    asked = await where_asked.understood(actor, f"свободны {command.args or ''}")
    day, position = (asked.day, asked.position) if isinstance(asked, FreeAsked) else (whereabouts.time.today(), None)
    await show(message, screens.free(texts, await whereabouts.free(actor, day, position)))


@router.message(StateFilter(None), AsksWhere())
async def by_words(
    message: Message,
    asked: Asked | FreeAsked,
    actor: Actor,
    texts: Texts,
    whereabouts: Whereabouts,
    schedule: Schedule,
) -> None:
    await _answer(message, asked, actor, texts, whereabouts, schedule)


@router.callback_query(ShowWhere.filter())
async def tap_where(
    query: CallbackQuery, callback_data: ShowWhere, actor: Actor, texts: Texts, whereabouts: Whereabouts
) -> None:
    page = await whereabouts.page(actor, callback_data.owner, callback_data.date)
    await show(query, screens.where(texts, page, staff=_staff(actor)))


@router.callback_query(ShowWeek.filter())
async def tap_week(
    query: CallbackQuery, callback_data: ShowWeek, actor: Actor, texts: Texts, whereabouts: Whereabouts
) -> None:
    owned = await whereabouts.week(actor, callback_data.owner, callback_data.date)
    await show(query, screens.week(texts, owned, staff=_staff(actor)))


@router.callback_query(OpenWhere.filter())
async def tap_directory(
    query: CallbackQuery, callback_data: OpenWhere, actor: Actor, texts: Texts, whereabouts: Whereabouts
) -> None:
    await show(query, await _directory(actor, texts, whereabouts, callback_data.kind, callback_data.page))


@router.callback_query(ShowFree.filter())
async def tap_free(
    query: CallbackQuery, callback_data: ShowFree, actor: Actor, texts: Texts, whereabouts: Whereabouts
) -> None:
    position = callback_data.position if callback_data.position >= 0 else None
    await show(query, screens.free(texts, await whereabouts.free(actor, callback_data.date, position)))


async def _answer(
    message: Message,
    asked: Asked | FreeAsked,
    actor: Actor,
    texts: Texts,
    whereabouts: Whereabouts,
    schedule: Schedule,
) -> None:
    """A message for each of one's children; of teachers of one surname, first the question which."""
    if isinstance(asked, FreeAsked):
        await show(message, screens.free(texts, await whereabouts.free(actor, asked.day, asked.position)))
        return
    if len(asked.owners) > 1 and all(owner.kind is Whose.TEACHER for owner in asked.owners):
        named = [await whereabouts.owned(actor, owner, asked.day, asked.day) for owner in asked.owners]
        await show(message, screens.which(texts, named, asked.day))
        return
    for owner in asked.owners:
        await show(message, await _one(asked, owner, actor, texts, whereabouts, schedule))


async def _one(
    asked: Asked, owner: Owner, actor: Actor, texts: Texts, whereabouts: Whereabouts, schedule: Schedule
) -> Screen:
    """The day of a class or a pupil is the schedule's, with homework."""
    staff = _staff(actor)
    if asked.when is When.WEEK:
        return screens.week(texts, await whereabouts.week(actor, owner, asked.day), staff=staff)
    if asked.when is When.DAY and owner.kind is Whose.CLASS:
        page = await schedule.of_class(actor, ClassId(owner.id), asked.day)
        return schedule_screens.days(texts, [page], schedule.near(0), staff=staff)[0]
    if asked.when is When.DAY and owner.kind is Whose.PUPIL:
        page = await schedule.of_pupil(actor, PersonId(owner.id), asked.day)
        return schedule_screens.days(texts, [page], schedule.near(0), staff=staff)[0]
    return screens.where(texts, await whereabouts.page(actor, owner, asked.day), staff=staff)


async def _directory(actor: Actor, texts: Texts, whereabouts: Whereabouts, kind: Whose, page: int) -> Screen:
    if kind not in screens.ON_A_PAGE:
        raise NotFound
    return screens.directory(texts, await whereabouts.directory(actor), kind, page, whereabouts.time.today())


def _staff(actor: Actor) -> bool:
    return bool(reach_of(actor, Action.SEE_WHEREABOUTS))
