"""A guardian answers the card of an absence."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.attendance.answering import AbsenceAnswers
from domain.ids import LessonId, PersonId
from domain.roles.people import Actor
from handlers.attendance import screens
from handlers.attendance.buttons import AnswerAbsence
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="attendance")


@router.callback_query(AnswerAbsence.filter())
async def answer_absence(
    query: CallbackQuery, callback_data: AnswerAbsence, actor: Actor, texts: Texts, absence_answers: AbsenceAnswers
) -> None:
    lesson, pupil = LessonId(callback_data.lesson), PersonId(callback_data.pupil)
    card = await absence_answers.answer(actor, lesson, pupil, callback_data.to)
    await show(query, screens.answer_taken(texts, card), texts("absence-thanks"))
