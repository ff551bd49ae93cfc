"""What a room of the storage is given to ask and to write with."""

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import Executable, Insert, Row

from domain.clock import Clock


class Reader(Protocol):
    """The database's reading side, or a transaction."""

    async def rows(self, statement: Executable, parameters: Any = None) -> Sequence[Row[Any]]: ...

    async def row(self, statement: Executable, parameters: Any = None) -> Row[Any] | None: ...


class Writer(Reader, Protocol):
    """A transaction."""

    clock: Clock

    @property
    def dialect(self) -> str:
        """sqlite or postgresql."""
        ...

    async def run(self, statement: Executable, parameters: Any = None) -> int:
        """The number of rows changed."""
        ...

    async def add(self, statement: Insert) -> int:
        """The id of the one row inserted."""
        ...

    def touch(self, topic: str) -> None:
        """What is kept in memory of this topic must be read again after the commit."""
        ...
