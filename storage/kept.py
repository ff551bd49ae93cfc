"""What changes once a day or less, kept in memory while nobody has changed it."""

from collections.abc import Awaitable, Callable, Collection, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from storage.database import Database

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Answers by key; forgets all of them when a commit touched one of its topics.

    The topics' versions are taken before reading, so an answer read while a commit happens is not kept for longer.
    """

    def __init__(self, database: Database, *topics: str, most: int = 5000) -> None:
        self._database = database
        self._topics = topics
        self._most = most
        self._version = self._current()
        self._answers: dict[K, V] = {}

    async def get(self, key: K, read: Callable[[K], Awaitable[V]]) -> V:
        answers = self._standing()
        if key not in answers:
            answers[key] = await read(key)
        return answers[key]

    async def several(
        self, keys: Collection[K], read: Callable[[Collection[K]], Awaitable[Mapping[K, V]]]
    ) -> Sequence[V]:
        """In the order of the keys, however many; `read` answers each."""
        answers = await self._filled(keys, read)
        return [answers[key] for key in keys]

    async def fill(self, keys: Collection[K], read: Callable[[Collection[K]], Awaitable[Mapping[K, V]]]) -> None:
        """Reads at once what is not known of so many keys."""
        await self._filled(keys, read)

    async def _filled(
        self, keys: Collection[K], read: Callable[[Collection[K]], Awaitable[Mapping[K, V]]]
    ) -> Mapping[K, V]:
        answers = self._standing()
        unknown = [key for key in keys if key not in answers]
        if unknown:
            answers.update(await read(unknown))
        return answers

    def _standing(self) -> dict[K, V]:
        version = self._current()
        if version != self._version or len(self._answers) >= self._most:
            self._answers = {}
            self._version = version
        return self._answers

    def _current(self) -> tuple[int, ...]:
        return tuple(self._database.versions[topic] for topic in self._topics)
