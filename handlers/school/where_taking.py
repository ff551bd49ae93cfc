"""What is taken away from the timetable: «🖼 Неделя» as a picture, «📅 В календарь» as a file."""

import asyncio

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.roles.people import Actor
from domain.school.where import Whereabouts
from handlers.kit.show import close, send_picture
from handlers.kit.svg import drawn
from handlers.school.calendar_file import calendar_file
from handlers.school.week_picture import week_picture
from handlers.school.where_buttons import DrawWeek, TakeCalendar
from handlers.school.where_lines import title
from handlers.texts.translator import Texts

router = Router(name="where_taking")
WEEKS = 4
"""That a calendar gets; it is taken again when the timetable changes."""
FILE_NAME = "zvonok.ics"


@router.callback_query(DrawWeek.filter())
async def tap_draw(
    query: CallbackQuery, callback_data: DrawWeek, actor: Actor, texts: Texts, whereabouts: Whereabouts
) -> None:
    owned = await whereabouts.week(actor, callback_data.owner, callback_data.date)
    first, last = owned.days[0].day, owned.days[-1].day
    caption = texts("where-week", whose=title(texts, owned), first=texts.date(first), last=texts.date(last))
    svg = await asyncio.to_thread(week_picture, texts, owned)
    await send_picture(query, await drawn(svg), caption)


@router.callback_query(TakeCalendar.filter())
async def tap_calendar(
    query: CallbackQuery, callback_data: TakeCalendar, actor: Actor, texts: Texts, whereabouts: Whereabouts
) -> None:
    owned = await whereabouts.ahead(actor, callback_data.owner, WEEKS)
    time = whereabouts.time
    made = await asyncio.to_thread(calendar_file, texts, owned, time.zone(), time.now())
    if made is None:
        await close(query, texts("where-calendar-empty", weeks=WEEKS), alert=True)
        return
    await close(query, None)
    if query.message is not None:
        caption = texts("where-calendar-caption", whose=title(texts, owned), weeks=WEEKS)
        await query.message.answer_document(BufferedInputFile(made, FILE_NAME), caption=caption)
