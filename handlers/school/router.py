"""«Расписание на завтра»: `/tomorrow`, `/today`, `/schedule 27.11`, «завтра», «расписание 7А на пятницу», buttons."""

import re
from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.filters import BaseFilter, Command, CommandObject, StateFilter
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.roles.people import Actor
from domain.school.said_dates import NoSuchDay, day_in
from domain.school.schedule import DaySchedule, Schedule
from handlers.kit.screen import Screen
from handlers.kit.show import send, show
from handlers.kit.words import Says
from handlers.school import screens
from handlers.school.buttons import ChooseClass, ChooseClassNow, ShowClassDay, ShowDay, ShowTomorrow
from handlers.texts.translator import Texts

router = Router(name="school")
ASKS = r"(?i)^\s*(?:расписание|уроки|что задано|schedule|timetable|lessons)\b"
LONGEST_DAY = 40
"""Characters of a message that may be a day and nothing else."""


class DayAlone(BaseFilter):
    """«завтра», «на пятницу», «27.11»: a day, and nothing else."""

    async def __call__(self, message: Message, school_time: SchoolTime) -> bool:
        text = message.text or ""
        if not 0 < len(text) <= LONGEST_DAY or text.startswith("/"):
            return False
        try:
            said = day_in(text, school_time.today())
        except NoSuchDay as refused:
            return refused.said.strip() == text.strip()
        return said is not None and not said.rest.strip(" ?!.")


@router.message(Command("tomorrow", "завтра"))
async def tomorrow(message: Message, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await _answer(message, actor, texts, schedule, await schedule.mine(actor, schedule.near(1)))


@router.message(Command("today", "сегодня"))
async def today(message: Message, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await _answer(message, actor, texts, schedule, await schedule.mine(actor, schedule.near(0)))


@router.message(Command("schedule", "расписание", "уроки"))
async def by_command(message: Message, command: CommandObject, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await _asked(message, command.args or "", actor, texts, schedule)


@router.message(StateFilter(None), Says(ASKS))
async def by_words(message: Message, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await _asked(message, re.sub(ASKS, "", message.text or ""), actor, texts, schedule)


@router.message(StateFilter(None), DayAlone())
async def by_day(message: Message, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await _asked(message, message.text or "", actor, texts, schedule)


@router.callback_query(ShowTomorrow.filter())
async def tap_tomorrow(query: CallbackQuery, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await _redraw(query, actor, texts, schedule, await schedule.mine(actor, schedule.near(1)))


@router.callback_query(ShowDay.filter())
async def tap_day(query: CallbackQuery, callback_data: ShowDay, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    day, whose = callback_data.date, PersonId(callback_data.whose)
    pages = [await schedule.of_one(actor, whose, day)] if whose else await schedule.mine(actor, day)
    await _redraw(query, actor, texts, schedule, pages)


@router.callback_query(ShowClassDay.filter())
async def tap_class_day(
    query: CallbackQuery, callback_data: ShowClassDay, actor: Actor, texts: Texts, schedule: Schedule
) -> None:
    page = await schedule.of_class(actor, ClassId(callback_data.school_class), callback_data.date)
    await _redraw(query, actor, texts, schedule, [page])


@router.callback_query(ChooseClass.filter())
async def tap_choose_class(
    query: CallbackQuery, callback_data: ChooseClass, actor: Actor, texts: Texts, schedule: Schedule
) -> None:
    await show(query, await _classes(actor, texts, schedule, callback_data.date))


@router.callback_query(ChooseClassNow.filter())
async def tap_choose_class_now(query: CallbackQuery, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    await show(query, await _classes(actor, texts, schedule, schedule.near(1)))


async def _asked(message: Message, said: str, actor: Actor, texts: Texts, schedule: Schedule) -> None:
    """A day and a class in any order; without a day, today's before three in the afternoon, else tomorrow's."""
    found = day_in(said, schedule.near(0))
    day, rest = (found.day, found.rest) if found else (schedule.likeliest(), said)
    await _answer(message, actor, texts, schedule, await schedule.asked(actor, rest, day))


async def _answer(
    message: Message, actor: Actor, texts: Texts, schedule: Schedule, pages: Sequence[DaySchedule]
) -> None:
    for screen in await _screens(actor, texts, schedule, pages):
        await show(message, screen)


async def _redraw(
    query: CallbackQuery, actor: Actor, texts: Texts, schedule: Schedule, pages: Sequence[DaySchedule]
) -> None:
    """The first screen in place, others (where all do not fit one message) below."""
    first, *others = await _screens(actor, texts, schedule, pages)
    await show(query, first)
    for screen in others:
        await send(query, screen)


async def _screens(actor: Actor, texts: Texts, schedule: Schedule, pages: Sequence[DaySchedule]) -> list[Screen]:
    """Who has no lessons and no children of their own, but may see any class, is asked which."""
    classes = await schedule.classes(actor)
    if not pages and classes:
        return [await _classes(actor, texts, schedule, schedule.near(1))]
    return screens.days(texts, pages, schedule.near(0), staff=bool(classes))


async def _classes(actor: Actor, texts: Texts, schedule: Schedule, day: date) -> Screen:
    return screens.choose_class(texts, await schedule.classes(actor), day, schedule.near(0))
