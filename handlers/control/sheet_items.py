"""What the hub of sheets offers: each area lists its own, a person sees what their roles reach."""

from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from domain.roles.access import Action


@dataclass(frozen=True, slots=True)
class SheetItem:
    """`key`: the Fluent key of the button's words; shown to whom `needs` reaches anything at all."""

    key: str
    action: CallbackData
    needs: Action
