"""The roll call closed and the plan's topic written by one tap; what comes next are marks."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.attendance.reading import RollCallReads
from domain.ids import PersonId, PlanTopicId, WorkKindId
from domain.journal.finishing import Finishing
from domain.journal.mark_pages import MarkPages
from domain.journal.my_lesson import MyLessons
from domain.roles.people import Actor
from handlers.journal import grading_screens, lesson_screens
from handlers.journal.plan_buttons import FinishLesson
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="finishing")
ANY_KIND = WorkKindId(0)


@router.callback_query(FinishLesson.filter())
async def finish(
    query: CallbackQuery,
    callback_data: FinishLesson,
    actor: Actor,
    texts: Texts,
    finishing: Finishing[Any],
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
) -> None:
    await finishing.finish(actor, callback_data.ref, PlanTopicId(callback_data.topic))
    screen = await _next(callback_data, actor, texts, my_lessons, roll_calls, mark_pages)
    await show(query, screen, texts("finishing-done"))


async def _next(
    asked: FinishLesson,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
) -> Screen:
    page, sheet = await my_lessons.page(actor, asked.ref), await roll_calls.sheet(actor, asked.ref)
    if not page.lesson.marked:
        return lesson_screens.roll_call(texts, page, sheet, asked.page)
    pad = await mark_pages.pad(actor, asked.ref)
    return grading_screens.marks(texts, page, sheet, pad, asked.page, ANY_KIND, PersonId(0))
