"""Whose turn it is: one chat's updates in order, staff before families before strangers when many wait."""

import asyncio

from bot.lanes import Again, Lanes


async def test_where_more_wait_than_can_be_handled_a_lower_rank_comes_first() -> None:
    handled: list[str] = []

    async def handle(item: str) -> Again:
        handled.append(item)
        return None

    lanes: Lanes[str] = Lanes(handle, at_once=1)
    for rank, who in ((2, "stranger"), (1, "family"), (0, "staff"), (1, "another family"), (0, "another of staff")):
        lanes.put(who, who, rank)
    lanes.put("staff", "staff again", 2)
    lanes.start()
    await lanes.idle()
    await lanes.stop(patience=1)
    assert handled == ["staff", "another of staff", "staff again", "family", "another family", "stranger"]


async def test_an_item_that_comes_again_holds_its_own_lane_and_no_worker() -> None:
    handled: list[str] = []

    async def handle(item: str) -> Again:
        handled.append(item)
        return 0.05 if item == "first" and handled.count("first") < 2 else None

    lanes: Lanes[str] = Lanes(handle, at_once=1)
    for lane, item in (("a", "first"), ("a", "second"), ("b", "elsewhere")):
        lanes.put(lane, item)
    lanes.start()
    await lanes.idle()
    await lanes.stop(patience=1)
    assert handled == ["first", "elsewhere", "first", "second"]


async def test_a_stop_does_not_wait_for_what_is_put_off() -> None:
    async def handle(item: str) -> Again:
        return 60.0

    lanes: Lanes[str] = Lanes(handle, at_once=1)
    lanes.put("a", "first")
    lanes.start()
    await asyncio.sleep(0.01)
    async with asyncio.timeout(2):
        await lanes.stop(patience=30)
    assert lanes.waiting == 1
