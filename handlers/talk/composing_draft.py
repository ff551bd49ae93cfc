"""The announcement that a person is composing: kept in their conversation until it is sent or dropped."""

from aiogram.fsm.context import FSMContext

from domain.talk.announcements import Draft

DRAFT = "announcement"
"""Under this name it stands in the conversation's data, beside whatever the forms on the way keep there."""


async def load(state: FSMContext) -> Draft | None:
    """None: nothing is being composed."""
    kept = (await state.get_data()).get(DRAFT)
    return Draft.of(kept) if kept else None


async def save(state: FSMContext, draft: Draft) -> None:
    await state.update_data({DRAFT: draft.kept()})
