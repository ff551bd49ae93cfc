"""The class-meeting kit: who has not come in, and their slips as a PDF."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import CodeId
from domain.roles.class_kit import ClassKit
from domain.roles.codes import parse_code
from domain.roles.people import Actor
from domain.school.ports import Rosters, SchoolCards
from handlers.kit.show import close, send_file, show
from handlers.roles import kit_screens
from handlers.roles.buttons import AskSlips, NotInYet, PrintSlips, SlipOf
from handlers.roles.class_access import class_of, turnout
from handlers.roles.kit_sheet import ClassPaper, Printed, file_name, kit_pdf, slip_pdf
from handlers.roles.screens import BotCard
from handlers.texts.translator import Texts

router = Router(name="class-kit")


@router.callback_query(NotInYet.filter())
async def not_in_yet(
    query: CallbackQuery, callback_data: NotInYet, actor: Actor, texts: Texts, class_kit: ClassKit, rosters: Rosters
) -> None:
    school_class = await class_of(callback_data.school_class, rosters)
    seen = await class_kit.turnout(actor, school_class.id)
    await show(query, kit_screens.waiting(texts, school_class, seen, callback_data.page))


@router.callback_query(AskSlips.filter())
async def ask_slips(
    query: CallbackQuery, callback_data: AskSlips, actor: Actor, texts: Texts, class_kit: ClassKit, rosters: Rosters
) -> None:
    school_class = await class_of(callback_data.school_class, rosters)
    question = await class_kit.ask(actor, school_class.id)
    await show(query, kit_screens.ask(texts, school_class, question))


@router.callback_query(PrintSlips.filter())
async def print_slips(
    query: CallbackQuery,
    callback_data: PrintSlips,
    actor: Actor,
    texts: Texts,
    class_kit: ClassKit,
    rosters: Rosters,
    school_cards: SchoolCards,
    school_time: SchoolTime,
    bot_card: BotCard,
) -> None:
    school_class = await class_of(callback_data.school_class, rosters)
    slips = await class_kit.print(actor, school_class.id, CodeId(callback_data.last_code))
    printed = Printed(texts, await _school(school_cards), bot_card, school_time)
    pdf = await kit_pdf(printed, [ClassPaper(school_class.name, slips)])
    caption = texts("kit-caption", name=school_class.name, people=len(slips))
    await send_file(query, pdf, file_name(texts, "kit-file", school_class.name), caption)
    screen = await turnout(actor, texts, class_kit, rosters, school_class.id, page=0)
    await show(query, screen, texts("kit-sent"))


@router.callback_query(SlipOf.filter())
async def slip_of(
    query: CallbackQuery,
    callback_data: SlipOf,
    actor: Actor,
    texts: Texts,
    class_kit: ClassKit,
    rosters: Rosters,
    school_cards: SchoolCards,
    school_time: SchoolTime,
    bot_card: BotCard,
) -> None:
    """With the code that the screen above shows, which goes on working."""
    school_class, code = await class_of(callback_data.school_class, rosters), parse_code(callback_data.code)
    if code is None:
        raise NotFound
    slip = await class_kit.slip_of(actor, school_class.id, code)
    printed = Printed(texts, await _school(school_cards), bot_card, school_time)
    await close(query, None)
    pdf = await slip_pdf(printed, ClassPaper(school_class.name, [slip]))
    caption = texts("kit-one-caption", person=slip.code.name.full)
    await send_file(query, pdf, file_name(texts, "kit-one-file", school_class.name), caption)


async def _school(school_cards: SchoolCards) -> str:
    card = await school_cards.card()
    return card.name if card else ""
