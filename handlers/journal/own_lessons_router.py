"""«Другой урок»: by class. What is not filled in yet is another screen (`handlers/control/duties_router.py`)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import ClassId, SubjectId
from domain.journal.own_lessons import OwnLessons
from domain.roles.people import Actor
from handlers.journal import own_lessons_screens as screens
from handlers.journal.plan_buttons import LessonsOfClass, OwnClasses
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="own_lessons")


@router.callback_query(OwnClasses.filter())
async def choose_class(query: CallbackQuery, actor: Actor, texts: Texts, own_lessons: OwnLessons) -> None:
    await show(query, screens.own_classes(texts, await own_lessons.classes(actor)))


@router.callback_query(LessonsOfClass.filter())
async def lessons_of_class(
    query: CallbackQuery, callback_data: LessonsOfClass, actor: Actor, texts: Texts, own_lessons: OwnLessons
) -> None:
    class_id, subject = ClassId(callback_data.school_class), SubjectId(callback_data.subject)
    await show(query, screens.lessons_of_class(texts, await own_lessons.of_class(actor, class_id, subject)))
