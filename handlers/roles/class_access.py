"""«Доступ класса»: who comes in, new codes, revoking."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Reach, reach_of
from domain.roles.access_control import Access, Codes
from domain.roles.class_kit import ClassKit
from domain.roles.codes import grouped, parse_code
from domain.roles.people import Actor
from domain.roles.ports import FamilyAccess
from domain.school.ports import Rosters
from domain.school.roster import SchoolClass
from handlers.kit.qr import qr_png
from handlers.kit.screen import Screen
from handlers.kit.show import send_picture, show
from handlers.roles import kit_screens, screens
from handlers.roles.buttons import ClassAccess, NewCodeFor, OnePerson, Revoke, ShowQr
from handlers.roles.screens import BotCard
from handlers.texts.translator import Texts

router = Router(name="class-access")


@router.callback_query(ClassAccess.filter())
async def class_list(
    query: CallbackQuery, callback_data: ClassAccess, actor: Actor, texts: Texts, class_kit: ClassKit, rosters: Rosters
) -> None:
    classes = await _classes(actor, rosters)
    if not callback_data.school_class and len(classes) > 1:
        await show(query, screens.choose_class(texts, classes))
        return
    chosen = ClassId(callback_data.school_class) or next((one.id for one in classes), ClassId(0))
    await show(query, await turnout(actor, texts, class_kit, rosters, chosen, callback_data.page))


@router.callback_query(OnePerson.filter())
async def one_person(
    query: CallbackQuery, callback_data: OnePerson, actor: Actor, texts: Texts, access: Access, school_time: SchoolTime
) -> None:
    school_class = ClassId(callback_data.school_class)
    rows = await _rows(actor, access, school_class, callback_data.person)
    restricts = bool(reach_of(actor, Action.RESTRICT_GUARDIAN))
    await show(query, screens.one_person(texts, rows, school_class, callback_data.page, school_time, restricts))


@router.callback_query(NewCodeFor.filter())
async def new_code(
    query: CallbackQuery,
    callback_data: NewCodeFor,
    actor: Actor,
    texts: Texts,
    codes: Codes,
    bot_card: BotCard,
    school_time: SchoolTime,
) -> None:
    issued = await codes.issue(actor, PersonId(callback_data.person))
    place = (ClassId(callback_data.school_class), callback_data.page)
    await show(query, screens.issued(texts, issued, bot_card, *place, school_time))


@router.callback_query(ShowQr.filter())
async def show_qr(query: CallbackQuery, callback_data: ShowQr, texts: Texts, bot_card: BotCard) -> None:
    """As a picture below the code, to be scanned from this phone."""
    code = parse_code(callback_data.code)
    if code is None:
        raise NotFound
    await send_picture(query, qr_png(bot_card.link(code)), texts("roles-qr-caption", code=grouped(code)))


@router.callback_query(Revoke.filter())
async def revoke(
    query: CallbackQuery,
    callback_data: Revoke,
    actor: Actor,
    texts: Texts,
    access: Access,
    class_kit: ClassKit,
    rosters: Rosters,
) -> None:
    school_class = ClassId(callback_data.school_class)
    one = await _one(actor, access, school_class, callback_data.person)
    if not callback_data.sure:
        await show(query, screens.revoke_question(texts, one, school_class, callback_data.page))
        return
    await access.revoke(actor, one.person)
    families = await turnout(actor, texts, class_kit, rosters, school_class, callback_data.page)
    await show(query, families, texts("roles-revoked", name=one.name.listed), alert=True)


async def turnout(
    actor: Actor, texts: Texts, class_kit: ClassKit, rosters: Rosters, school_class: ClassId, page: int
) -> Screen:
    seen = await class_kit.turnout(actor, school_class)
    return kit_screens.turnout(texts, await class_of(school_class, rosters), seen, page)


async def _classes(actor: Actor, rosters: Rosters) -> list[SchoolClass]:
    """Those that the actor's list can be of, the own ones first."""
    classes = (await rosters.roster()).classes
    if Reach.SCHOOL in reach_of(actor, Action.SEE_CLASS_ACCESS):
        return list(classes.values())
    return [classes[class_id] for class_id in actor.own_classes if class_id in classes]


async def class_of(class_id: int, rosters: Rosters) -> SchoolClass:
    """Raises `NotFound`."""
    school_class = (await rosters.roster()).classes.get(ClassId(class_id))
    if school_class is None:
        raise NotFound
    return school_class


async def _one(actor: Actor, access: Access, school_class: ClassId, person: int) -> FamilyAccess:
    return (await _rows(actor, access, school_class, person))[0]


async def _rows(actor: Actor, access: Access, school_class: ClassId, person: int) -> list[FamilyAccess]:
    """A person's, one for each child in the class; those first that no court keeps them from. Raises `NotFound`."""
    families = await access.of_class(actor, school_class)
    found = sorted((one for one in families if one.person == person), key=lambda one: one.restricted)
    if not found:
        raise NotFound
    return found
