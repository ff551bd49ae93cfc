"""What is tapped to exempt a pupil from a subject, step by step."""

from aiogram.filters.callback_data import CallbackData

from domain.school.exemptions import Learning


class ShowExemptions(CallbackData, prefix="xs"):
    pass


class ExemptClass(CallbackData, prefix="xc"):
    """0: which class?"""

    school_class: int


class ExemptPupil(CallbackData, prefix="xp"):
    pupil: int


class ExemptFrom(CallbackData, prefix="xf"):
    pupil: int
    subject: int


class ExemptHow(CallbackData, prefix="xh"):
    """Then days and the order are asked for."""

    pupil: int
    subject: int
    kind: Learning


class EndExemption(CallbackData, prefix="xe"):
    exemption: int
