"""What guardians tap under the card of an absence."""

from aiogram.filters.callback_data import CallbackData

from domain.attendance.answers import Answer


class AnswerAbsence(CallbackData, prefix="aa"):
    lesson: int
    pupil: int
    to: Answer
