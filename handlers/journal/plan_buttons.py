"""What is tapped of curriculum plans, of a class's lessons, and to look back."""

from aiogram.filters.callback_data import CallbackData

from handlers.journal.buttons import _OfLesson

LONGEST_TOPIC = 40
"""Characters of a topic on a button."""


class AcceptTopic(_OfLesson, prefix="qa"):
    """`topic` of the plan is written; 0 takes the written one back."""

    page: int
    topic: int


class FinishLesson(_OfLesson, prefix="qf"):
    """The roll call is closed and `topic` of the plan written."""

    page: int
    topic: int


class ShowProgress(_OfLesson, prefix="qp"):
    """The plan against the fact."""


class LookBack(_OfLesson, prefix="qb"):
    """What the class did before."""


class OwnClasses(CallbackData, prefix="qc"):
    pass


class LessonsOfClass(CallbackData, prefix="ql"):
    school_class: int
    subject: int


class BringPlan(CallbackData, prefix="qi"):
    """The plan of that message is taken."""

    file: int


class LeavePlan(CallbackData, prefix="qx"):
    """The plan that waits is not taken."""


def cut(topic: str) -> str:
    return topic if len(topic) <= LONGEST_TOPIC else f"{topic[: LONGEST_TOPIC - 1].rstrip()}…"
