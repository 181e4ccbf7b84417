"""Who may ask now: never more at once than allowed, pages before feeds, and nobody for ever."""

from __future__ import annotations

import asyncio

import pytest

from monitor.edges.web.manners import MOST_IN_A_ROW, Gate


class Crowd:
    """Those who want through a gate, and the order in which they got through."""

    def __init__(self, width: int) -> None:
        self.gate = Gate(width)
        self.passed: list[str] = []
        self.inside = self.most_inside = 0

    async def one(self, name: str, in_haste: bool = False) -> None:
        async with self.gate.passed(in_haste):
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
            self.passed.append(name)
            await asyncio.sleep(0)
            self.inside -= 1


@pytest.mark.parametrize("width", [1, 2, 5])
async def test_never_more_are_inside_than_allowed_and_all_get_through(width: int) -> None:
    crowd = Crowd(width)
    await asyncio.gather(*(crowd.one(str(n), n % 3 == 0) for n in range(50)))
    assert crowd.most_inside == width
    assert sorted(map(int, crowd.passed)) == list(range(50))


async def test_who_is_in_haste_goes_first_and_the_others_in_the_order_they_came() -> None:
    crowd = Crowd(1)
    await asyncio.gather(*(crowd.one(f"feed {n}") for n in range(4)), crowd.one("page", in_haste=True))
    assert crowd.passed == ["feed 0", "page", "feed 1", "feed 2", "feed 3"]


async def test_haste_keeps_nobody_out_for_ever() -> None:
    crowd = Crowd(1)
    await asyncio.gather(
        crowd.one("first"), crowd.one("feed"), *(crowd.one(f"page {n}", in_haste=True) for n in range(20))
    )
    assert crowd.passed.index("feed") == 1 + MOST_IN_A_ROW


async def test_who_gives_up_waiting_takes_no_place_along() -> None:
    crowd = Crowd(1)
    waiting = [asyncio.create_task(crowd.one(str(n), n % 2 == 0)) for n in range(6)]
    await asyncio.sleep(0)
    for task in waiting[1:5]:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert crowd.passed == ["0", "5"]
    await asyncio.wait_for(crowd.one("later"), 1)


async def test_a_place_given_to_one_who_has_just_given_up_goes_to_the_next() -> None:
    gate = Gate(1)

    async def through() -> None:
        async with gate.passed(in_haste=False):
            pass

    async with gate.passed(in_haste=False):
        first, second = asyncio.create_task(through()), asyncio.create_task(through())
        await asyncio.sleep(0)
    first.cancel()  # the place is its own already, but it has not run yet
    await asyncio.wait_for(asyncio.gather(first, second, return_exceptions=True), 1)
    assert not second.cancelled()


async def test_a_place_held_too_long_goes_to_another_once_and_comes_back_once() -> None:
    gate = Gate(1)
    order: list[str] = []

    async def through(name: str, seconds: float) -> None:
        async with gate.passed(in_haste=False, longest=0.05):
            order.append(name)
            await asyncio.sleep(seconds)

    hanging = asyncio.create_task(through("hangs", 0.2))
    await asyncio.sleep(0)
    await asyncio.wait_for(through("quick", 0.0), 0.15)
    assert not hanging.done()
    await hanging
    crowd = Crowd(1)
    crowd.gate = gate
    await asyncio.gather(*(crowd.one(str(n)) for n in range(5)))
    assert (order, crowd.most_inside) == (["hangs", "quick"], 1)
