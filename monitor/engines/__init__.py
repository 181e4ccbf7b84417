"""Who runs the pipeline's steps: local (in this process) or cluster (workers on PostgreSQL); and who watches over them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from monitor.model.trail import Round, Sweep
from monitor.ports import World

Report = Callable[[Sweep | Round | BaseException], None]
"""Told of every finished step; an exception is a step that failed and will be tried again by the next tick."""


class Engine(Protocol):
    """Runs the steps of a service. `world` may be exchanged between ticks (a reload)."""

    world: World

    async def tick(self) -> None:
        """Start what is due; called every second, returns soon."""
        ...

    async def settle(self, grace: timedelta) -> int:
        """Start nothing more, let what is in hand finish for `grace`, then cancel the rest; how many were cut short."""
        ...
