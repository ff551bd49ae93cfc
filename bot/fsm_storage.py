"""aiogram's conversations, kept in our database, so that a restart loses no half-typed message."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from storage.conversations import Conversations


class DatabaseStorage(BaseStorage):
    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        _, body = await self._conversations.get(_name(key))
        await self._conversations.put(_name(key), state.state if isinstance(state, State) else state, body)

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._conversations.get(_name(key)))[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        state, _ = await self._conversations.get(_name(key))
        await self._conversations.put(_name(key), state, dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return (await self._conversations.get(_name(key)))[1]

    async def close(self) -> None:
        """Nothing of its own is open."""


def _name(key: StorageKey) -> str:
    return f"{key.chat_id}:{key.user_id}:{key.destiny}"
