"""Where the journal asks for free text."""

from aiogram.fsm.state import State, StatesGroup


class TopicForm(StatesGroup):
    text = State()


class CommentForm(StatesGroup):
    """To a mark, for the family."""

    text = State()


class ReasonForm(StatesGroup):
    """Why an old mark shall change."""

    text = State()


class RemarkForm(StatesGroup):
    """For a pupil's diary."""

    text = State()


class LessonLineForm(StatesGroup):
    """A lesson's line is understood and waits for «записать»; anything else may be typed meanwhile."""

    waiting = State()
