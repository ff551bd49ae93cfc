"""`/day`, `/week`: the diary's page, each child apart."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.ids import HomeworkId, PersonId
from domain.journal.day_page import DiaryPages
from domain.journal.ticks import HomeworkTicks
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.talk.signatures import Signing
from handlers.journal import day_screens as screens
from handlers.journal.children import own_pupils
from handlers.journal.day_buttons import DiaryDayOf, DiaryWeekOf, OpenDiary, TickOfDay
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="diary")


@router.message(Command("day", "diary", "день", "дневник"))
async def today(message: Message, actor: Actor, texts: Texts, diary_pages: DiaryPages, rosters: Rosters) -> None:
    await show(message, await _day(actor, texts, diary_pages, rosters, 0, diary_pages.today()))


@router.message(Command("week", "неделя"))
async def this_week(
    message: Message, actor: Actor, texts: Texts, diary_pages: DiaryPages, signing: Signing, rosters: Rosters
) -> None:
    await show(message, await _week(actor, texts, diary_pages, signing, rosters, 0, diary_pages.today()))


@router.callback_query(OpenDiary.filter())
async def tap_today(
    query: CallbackQuery, actor: Actor, texts: Texts, diary_pages: DiaryPages, rosters: Rosters
) -> None:
    await show(query, await _day(actor, texts, diary_pages, rosters, 0, diary_pages.today()))


@router.callback_query(DiaryDayOf.filter())
async def tap_day(
    query: CallbackQuery,
    callback_data: DiaryDayOf,
    actor: Actor,
    texts: Texts,
    diary_pages: DiaryPages,
    rosters: Rosters,
) -> None:
    await show(query, await _day(actor, texts, diary_pages, rosters, callback_data.pupil, callback_data.date))


@router.callback_query(DiaryWeekOf.filter())
async def tap_week(
    query: CallbackQuery,
    callback_data: DiaryWeekOf,
    actor: Actor,
    texts: Texts,
    diary_pages: DiaryPages,
    signing: Signing,
    rosters: Rosters,
) -> None:
    pupil, day = callback_data.pupil, callback_data.date
    await show(query, await _week(actor, texts, diary_pages, signing, rosters, pupil, day))


@router.callback_query(TickOfDay.filter())
async def tick(
    query: CallbackQuery,
    callback_data: TickOfDay,
    actor: Actor,
    texts: Texts,
    diary_pages: DiaryPages,
    homework_ticks: HomeworkTicks,
    rosters: Rosters,
) -> None:
    await homework_ticks.tick(actor, HomeworkId(callback_data.homework), callback_data.done)
    await show(query, await _day(actor, texts, diary_pages, rosters, callback_data.pupil, callback_data.date))


async def _day(actor: Actor, texts: Texts, diary_pages: DiaryPages, rosters: Rosters, asked: int, day: date) -> Screen:
    children = await own_pupils(actor, rosters)
    if not (asked or children):
        return screens.nobody(texts)
    pupil = PersonId(asked or children[0][0])
    return screens.day(texts, await diary_pages.day(actor, pupil, day), children)


async def _week(
    actor: Actor, texts: Texts, diary_pages: DiaryPages, signing: Signing, rosters: Rosters, asked: int, day: date
) -> Screen:
    children = await own_pupils(actor, rosters)
    if not (asked or children):
        return screens.nobody(texts)
    pupil = PersonId(asked or children[0][0])
    page = await diary_pages.week(actor, pupil, day)
    return screens.week(texts, page, children, await signing.of_week(actor, pupil, day))
