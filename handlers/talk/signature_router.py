"""The signature of the diary: one tap for guardians; `/signatures` for who answers for a class."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.journal.day_page import DiaryPages
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.talk.signature_pages import SignaturePages
from domain.talk.signatures import Signing
from handlers.journal.children import own_pupils
from handlers.journal.day_screens import week
from handlers.kit.days import day_of
from handlers.kit.screen import Screen
from handlers.kit.show import close, send, send_file, show
from handlers.talk import signature_screens as screens
from handlers.talk.signature_buttons import (
    LATEST,
    OpenWeekBelow,
    RemindOfWeek,
    ShowSignatures,
    SignInDigest,
    SignOnWeek,
    SignWeek,
    TakeSignatures,
)
from handlers.talk.signature_sheet import signatures_book
from handlers.texts.translator import Texts

router = Router(name="signatures")


@router.message(Command("signatures", "подписи"))
async def signatures(
    message: Message, actor: Actor, texts: Texts, signature_pages: SignaturePages, school_time: SchoolTime
) -> None:
    await show(message, await _of_class(actor, texts, signature_pages, school_time, 0, LATEST))


@router.callback_query(ShowSignatures.filter())
async def show_signatures(
    query: CallbackQuery,
    callback_data: ShowSignatures,
    actor: Actor,
    texts: Texts,
    signature_pages: SignaturePages,
    school_time: SchoolTime,
) -> None:
    asked, day = callback_data.school_class, callback_data.day
    await show(query, await _of_class(actor, texts, signature_pages, school_time, asked, day))


@router.callback_query(RemindOfWeek.filter())
async def remind_of_week(
    query: CallbackQuery,
    callback_data: RemindOfWeek,
    actor: Actor,
    texts: Texts,
    signature_pages: SignaturePages,
    school_time: SchoolTime,
) -> None:
    class_id, day = ClassId(callback_data.school_class), day_of(callback_data.day)
    page = await signature_pages.remind(actor, class_id, day)
    await show(query, screens.of_class(texts, page, school_time), texts("signatures-reminded"))


@router.callback_query(TakeSignatures.filter())
async def take_signatures(
    query: CallbackQuery,
    callback_data: TakeSignatures,
    actor: Actor,
    texts: Texts,
    signature_pages: SignaturePages,
    school_time: SchoolTime,
) -> None:
    sheet = await signature_pages.sheet(actor, ClassId(callback_data.school_class))
    await close(query, None)
    caption = texts("signatures-file-caption", class_name=sheet.school_class.name)
    await send_file(
        query, signatures_book(texts, sheet, school_time), f"podpisi-{sheet.school_class.name}.xlsx", caption
    )


@router.callback_query(SignWeek.filter())
async def sign_week(
    query: CallbackQuery, callback_data: SignWeek, actor: Actor, texts: Texts, signing: Signing, rosters: Rosters
) -> None:
    pupil = PersonId(callback_data.pupil)
    signature = await signing.sign(actor, pupil, callback_data.date)
    name = (await rosters.roster()).seats[pupil].name.given
    await show(query, screens.signed_screen(texts, signature, name))


@router.callback_query(SignInDigest.filter())
async def sign_in_digest(
    query: CallbackQuery, callback_data: SignInDigest, actor: Actor, texts: Texts, signing: Signing
) -> None:
    signature = await signing.sign(actor, PersonId(callback_data.pupil), callback_data.date)
    await close(query, screens.signed_line(texts, signature))


@router.callback_query(SignOnWeek.filter())
async def sign_on_week(
    query: CallbackQuery,
    callback_data: SignOnWeek,
    actor: Actor,
    texts: Texts,
    signing: Signing,
    diary_pages: DiaryPages,
    rosters: Rosters,
) -> None:
    signature = await signing.sign(actor, PersonId(callback_data.pupil), callback_data.date)
    screen = await _week(actor, texts, callback_data, signing, diary_pages, rosters)
    await show(query, screen, screens.signed_line(texts, signature))


@router.callback_query(OpenWeekBelow.filter())
async def open_week(
    query: CallbackQuery,
    callback_data: OpenWeekBelow,
    actor: Actor,
    texts: Texts,
    signing: Signing,
    diary_pages: DiaryPages,
    rosters: Rosters,
) -> None:
    await send(query, await _week(actor, texts, callback_data, signing, diary_pages, rosters))


async def _week(
    actor: Actor,
    texts: Texts,
    asked: SignOnWeek | OpenWeekBelow,
    signing: Signing,
    diary_pages: DiaryPages,
    rosters: Rosters,
) -> Screen:
    pupil, day = PersonId(asked.pupil), asked.date
    page = await diary_pages.week(actor, pupil, day)
    return week(texts, page, await own_pupils(actor, rosters), await signing.of_week(actor, pupil, day))


async def _of_class(
    actor: Actor, texts: Texts, pages: SignaturePages, school_time: SchoolTime, asked: int, day: str
) -> Screen:
    """Without a class: the own one; who leads none, or several, is asked which."""
    if not asked and len(actor.own_classes) != 1:
        classes = await pages.classes(actor)
        return screens.choose_class(texts, [one for one in classes if one.id in actor.own_classes] or classes)
    class_id = ClassId(asked) if asked else actor.own_classes[0]
    page = await pages.page(actor, class_id, None if day == LATEST else day_of(day))
    return screens.of_class(texts, page, school_time)
