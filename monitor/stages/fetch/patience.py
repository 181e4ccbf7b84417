"""How long to stay away after a reply that could not be used. A feed never dies for good: it is asked less often."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from monitor.stages.fetch.meaning import WEEK, Meaning

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
JITTER = 0.1


@dataclass(frozen=True, slots=True)
class Patience:
    """`first` seconds after the first failure (never more than the feed's own interval unless `at_least`), doubled up to `most`."""

    first: float
    most: float
    at_least: bool = False


_PASSING = Patience(MINUTE, 6 * HOUR)
"""Mostly over within minutes: the network, an overloaded or restarted server."""
_STUBBORN = Patience(5 * MINUTE, DAY)
"""A name or a certificate: mended by a person, within hours."""
_LASTING = Patience(DAY, DAY)
"""Nothing but a change on their side or in the config mends it: asked at the usual times, then daily."""
_LIMITED = Patience(15 * MINUTE, DAY, at_least=True)
_GONE = Patience(WEEK, WEEK, at_least=True)

_BY_KIND = {
    **dict.fromkeys(("refused", "timeout", "slow", "truncated", "protocol", "robots-unreachable"), _PASSING),
    **dict.fromkeys(("dns", "tls"), _STUBBORN),
    **dict.fromkeys(("rate-limited", "http-503", "http-429"), _LIMITED),
    **dict.fromkeys(("http-408", "http-425", "http-500", "http-502", "http-504", "http-520", "http-522"), _PASSING),
    "gone": _GONE,
}


def wait(meant: Meaning, failures: int, every: float, seed: str) -> float:
    """Seconds until the feed may be asked again; 0 for a good reply, which leaves it to the cadence.

    `failures` in a row, this one counted; `every` the wanted interval in seconds. What the site asked for is honoured
    (up to a week). The jitter of 10 % depends on `seed` and `failures` alone, so that feeds which failed together come
    back one by one.
    """
    if meant.verdict in ("fresh", "unchanged"):
        return 0.0
    patience = _patience(meant.kind)
    first = max(patience.first, every) if patience.at_least else min(patience.first, every)
    doubled = first * 2.0 ** min(max(failures, 1) - 1, 30)
    backed_off = min(doubled, max(patience.most, every)) * (1 + JITTER * _lot(seed, failures))
    return min(max(backed_off, meant.retry_after or 0.0), WEEK)


def _patience(kind: str) -> Patience:
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    return _PASSING if kind.startswith("http-5") else _LASTING


def _lot(seed: str, failures: int) -> float:
    """A number from -1 to 1 that is always the same for the same seed."""
    drawn = hashlib.blake2b(f"{seed}/{failures}".encode(), digest_size=4).digest()
    return int.from_bytes(drawn, "big") / 2**31 - 1
