"""What answering and making a poll waits for."""

from dataclasses import dataclass

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from domain.errors import Refused
from domain.ids import AnnouncementId, PersonId

ANSWERS = "poll_answers"


class PollForm(StatesGroup):
    number = State()
    """Waits for the number that answers a poll."""


@dataclass(eq=False)
class PollNumberUnclear(Refused):
    """There is no number in it, or more than one."""


async def wait_for_number(state: FSMContext, announcement: AnnouncementId, ward: PersonId) -> None:
    await state.set_state(PollForm.number)
    await state.update_data({ANSWERS: [announcement, ward]})


async def waited_for(state: FSMContext) -> tuple[AnnouncementId, PersonId]:
    announcement, ward = (await state.get_data())[ANSWERS]
    return AnnouncementId(announcement), PersonId(ward)


class PollComposing(StatesGroup):
    """Of a draft's poll; the draft itself lies beside it in the conversation."""

    options = State()
    """Waits for the options, one a line."""
    bounds = State()
    """Waits for bounds and unit of a number."""
    slots = State()
    """Waits for the times of meetings."""
    place = State()
    end = State()
    """Waits for the day and hour at which it is closed."""
