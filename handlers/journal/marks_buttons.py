"""What is tapped on a family's page of marks; `term` is its number, 0: the current one."""

from aiogram.filters.callback_data import CallbackData


class MarksOf(CallbackData, prefix="mv"):
    pupil: int
    term: int
    by_day: bool


class _OfSubject(CallbackData, prefix="_m"):
    pupil: int
    subject: int
    term: int


class SubjectMarksOf(_OfSubject, prefix="mu"):
    """One subject's page."""


class DynamicsOf(_OfSubject, prefix="mg"):
    """How its average moved, as a picture."""
