"""Finishing what was begun: a task cancelled in the middle of a statement leaves SQLite locked."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def shielded(work: Coroutine[Any, Any, T], undo: Callable[[T], Awaitable[None]] | None = None) -> T:
    """Runs `work` to its end even if the caller is cancelled; the caller then waits for the end and is cancelled.

    `undo` is given the result that the cancelled caller never got, such as a connection to be given back.
    """
    task = asyncio.get_running_loop().create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await _to_its_end(task)
        if undo is not None and not task.cancelled() and task.exception() is None:
            await undo(task.result())
        raise


async def _to_its_end(task: asyncio.Task[T]) -> None:
    """Waits, however often the waiting itself is cancelled."""
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            continue
