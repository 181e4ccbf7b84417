"""What a confined process does with its order: it obeys within its limits, and its answer is always one that can be read."""

from __future__ import annotations

import pickle
import resource
from collections.abc import Callable

MIB = 1024 * 1024
LARGEST_ANSWER = 32 * MIB


def obeyed(call: Callable[[], object]) -> tuple[object, str]:
    """What a call gives, or None and a problem that begins with a stable word: memory, too-deep or failed."""
    try:
        return call(), ""
    except MemoryError:
        return None, "memory: it needs more than it may have"
    except RecursionError:
        return None, "too-deep: nested without end"
    except Exception as cause:
        return None, f"failed: {type(cause).__name__}: {cause}"[:300]


def packed(result: object, problem: str) -> bytes:
    """The answer as it travels; one that cannot be pickled or is beyond all measure becomes a problem (failed, too-large)."""
    try:
        answer = pickle.dumps((result, problem))
    except (MemoryError, RecursionError, pickle.PicklingError, TypeError, AttributeError) as cause:
        answer = pickle.dumps((None, f"failed: its answer cannot be kept ({type(cause).__name__})"))
    if len(answer) > LARGEST_ANSWER:
        answer = pickle.dumps((None, f"too-large: an answer of {len(answer)} bytes"))
    return answer


def bind(memory: int, file_size: int) -> None:
    """Bind this process for good: bytes of address space, no core file, no file larger than `file_size`."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
