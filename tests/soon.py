"""Waiting for what comes by itself."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable

PATIENCE = 30.0
"""Seconds; on a machine with nothing else to do it takes milliseconds."""


async def soon(true: Callable[[], bool | Awaitable[bool]], seconds: float = PATIENCE) -> None:
    """Returns once it is so. Raises `AssertionError` when it never becomes so."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not await _answer(true()):
        assert asyncio.get_running_loop().time() < deadline
        await asyncio.sleep(0.01)


async def _answer(so: bool | Awaitable[bool]) -> bool:
    return await so if inspect.isawaitable(so) else bool(so)
