"""«Другой урок»: by class, and what is not filled in yet."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.ids import ClassId, SubjectId
from domain.journal.owed import OwnLessons
from domain.roles.people import Actor
from handlers.journal import owed_screens as screens
from handlers.journal.plan_buttons import LessonsOfClass, OwedLessons, OwnClasses
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="owed")


@router.message(Command("owed", "долги"))
async def show_owed(message: Message, actor: Actor, texts: Texts, own_lessons: OwnLessons) -> None:
    await show(message, screens.owed(texts, await own_lessons.owed(actor)))


@router.callback_query(OwedLessons.filter())
async def tap_owed(query: CallbackQuery, actor: Actor, texts: Texts, own_lessons: OwnLessons) -> None:
    await show(query, screens.owed(texts, await own_lessons.owed(actor)))


@router.callback_query(OwnClasses.filter())
async def choose_class(query: CallbackQuery, actor: Actor, texts: Texts, own_lessons: OwnLessons) -> None:
    await show(query, screens.own_classes(texts, await own_lessons.classes(actor)))


@router.callback_query(LessonsOfClass.filter())
async def lessons_of_class(
    query: CallbackQuery, callback_data: LessonsOfClass, actor: Actor, texts: Texts, own_lessons: OwnLessons
) -> None:
    class_id, subject = ClassId(callback_data.school_class), SubjectId(callback_data.subject)
    await show(query, screens.lessons_of_class(texts, await own_lessons.of_class(actor, class_id, subject)))
