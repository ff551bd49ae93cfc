"""Free text in an inspection."""

from typing import TypedDict

from aiogram.fsm.state import State, StatesGroup


class InspectionForm(StatesGroup):
    wording = State()
    """Waits for the text of `remark`."""
    own_words = State()
    """Waits for a remark about a course of `inspection`."""
    conclusion = State()
    """Waits for the conclusion of `inspection`; «-»: none."""


class WordingInForm(TypedDict):
    remark: int


class CourseInForm(TypedDict):
    inspection: int
    school_class: int
    subject: int
    teacher: int


class ConclusionInForm(TypedDict):
    inspection: int
