"""«Доступ сотрудников»: who comes in, codes, revoking; closing a class or everyone."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access_control import Access, Codes
from domain.roles.people import Actor
from domain.roles.shutting import Shutting, StaffAccess
from domain.school.ports import Rosters
from handlers.kit.show import show
from handlers.roles import staff_screens as screens
from handlers.roles.class_access import class_of
from handlers.roles.forms import ShutForm
from handlers.roles.screens import BotCard
from handlers.roles.staff_buttons import ShutMany, StaffCode, StaffList, StaffOne, StaffShut
from handlers.texts.translator import LANGUAGES, Texts, texts_in

router = Router(name="staff-access")
forms = Router(name="staff-access-forms")


@router.message(Command("staff", "сотрудники"))
async def staff(message: Message, actor: Actor, texts: Texts, shutting: Shutting) -> None:
    await show(message, screens.staff_list(texts, await shutting.staff(actor), 0))


@router.callback_query(StaffList.filter())
async def tap_staff(
    query: CallbackQuery, callback_data: StaffList, actor: Actor, texts: Texts, shutting: Shutting, state: FSMContext
) -> None:
    if await state.get_state() == ShutForm.word.state:
        await state.clear()
    await show(query, screens.staff_list(texts, await shutting.staff(actor), callback_data.page))


@router.callback_query(StaffOne.filter())
async def staff_one(
    query: CallbackQuery,
    callback_data: StaffOne,
    actor: Actor,
    texts: Texts,
    shutting: Shutting,
    school_time: SchoolTime,
) -> None:
    one = await _one(actor, shutting, callback_data.person)
    own = one.person == actor.person
    await show(query, screens.staff_one(texts, one, callback_data.page, school_time, own))


@router.callback_query(StaffCode.filter())
async def staff_code(
    query: CallbackQuery,
    callback_data: StaffCode,
    actor: Actor,
    texts: Texts,
    codes: Codes,
    bot_card: BotCard,
    school_time: SchoolTime,
) -> None:
    issued = await codes.issue(actor, PersonId(callback_data.person))
    await show(query, screens.staff_issued(texts, issued, bot_card, callback_data.page, school_time))


@router.callback_query(StaffShut.filter())
async def shut_one(
    query: CallbackQuery, callback_data: StaffShut, actor: Actor, texts: Texts, shutting: Shutting, access: Access
) -> None:
    one = await _one(actor, shutting, callback_data.person)
    if not callback_data.sure:
        await show(query, screens.staff_shut_question(texts, one, callback_data.page))
        return
    await access.revoke(actor, one.person)
    listed = screens.staff_list(texts, await shutting.staff(actor), callback_data.page)
    await show(query, listed, texts("roles-revoked", name=one.name.listed), alert=True)


@router.callback_query(ShutMany.filter())
async def shut_many(
    query: CallbackQuery,
    callback_data: ShutMany,
    actor: Actor,
    texts: Texts,
    shutting: Shutting,
    rosters: Rosters,
    state: FSMContext,
) -> None:
    """A class by one question; everyone by two, the second of which wants a word."""
    school_class = await class_of(callback_data.school_class, rosters) if callback_data.school_class else None
    people = await shutting.people(actor, school_class.id if school_class else None)
    if not callback_data.sure:
        await show(query, screens.shut_question(texts, school_class, people))
    elif school_class is None:
        await state.set_state(ShutForm.word)
        await show(query, screens.ask_word(texts, wrong=False))
    else:
        await show(query, screens.shut_done(texts, await shutting.shut_class(actor, ClassId(school_class.id))))


@forms.message(StateFilter(ShutForm.word))
async def take_word(message: Message, actor: Actor, texts: Texts, shutting: Shutting, state: FSMContext) -> None:
    words = {str(texts_in(language)("access-word")).casefold() for language in LANGUAGES}
    if (message.text or "").strip().casefold() not in words:
        await show(message, screens.ask_word(texts, wrong=True))
        return
    await state.clear()
    await show(message, screens.shut_done(texts, await shutting.shut_all(actor)))


async def _one(actor: Actor, shutting: Shutting, person: int) -> StaffAccess:
    found = screens.by_person(await shutting.staff(actor), PersonId(person))
    if found is None:
        raise NotFound
    return found
