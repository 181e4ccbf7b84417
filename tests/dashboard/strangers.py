"""Requests that nobody in their right mind would make, from a seed: for the suite and for the benchmark."""

from __future__ import annotations

import random
from dataclasses import dataclass
from urllib.parse import quote

PATHS = (
    "/", "/map", "/authorities", "/authorities/{}", "/articles", "/articles/{}", "/read", "/watchlist", "/sources",
    "/sources/{}", "/deliveries", "/coverage", "/audit", "/api", "/login", "/healthz", "/readyz", "/metrics",
    "/openapi.json", "/sources.opml", "/feeds/judgements.{}", "/feeds/rules/{}.atom", "/feeds/authorities/{}.json",
    "/feeds/windows.ics", "/api/v1/{}", "/api/v1/{}.csv", "/api/v1/judgements", "/api/v1/alerts", "/api/v1/articles",
    "/api/v1/articles/{}", "/api/v1/authorities", "/api/v1/sources", "/api/v1/deliveries", "/static/{}", "/{}",
    "/alerts/acknowledge", "/alerts/snooze", "/doubts/close", "/deliveries/resend", "/sources/try", "/sources/import",
    "/articles/{}/wrong", "/read/wrong", "/logout", "/api/v1/read", "/api/v1/alerts/snooze", "/api/v1/deliveries/{}/resend",
)  # fmt: skip
NAMES = (
    "on", "month", "before", "limit", "q", "kind", "authority", "only", "state", "channel", "years", "add", "since",
    "grade", "area", "source", "text", "url", "number", "answer", "event_key", "length", "back", "deed", "name", "seen",
    "next", "published", "authorities", "notify", "token", "title", "body", "relevant",
)  # fmt: skip
VALUES = (
    "", "0", "1", "2", "-1", "9" * 30, "1e9", "kent", "worcestershire", "inadequate", "relevant", "overall", "sent",
    "2017-01-24", "2017-02-30", "0001-01-01", "9999-12-31", "%", "'", '"', "<script>", "\0", "é‮", "a" * 3000, "[[rules]]",
    "\ud7ff", "../../etc/passwd", "..%2f..", "true", "{{7*7}}", "NaN", "save", "preview", "rule", "atom", "json", "xml",
)  # fmt: skip
METHODS = ("GET",) * 6 + ("POST",) * 3 + ("HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")


@dataclass(frozen=True, slots=True)
class Strange:
    """One request. `fields` go into a form; `headers` may make it conditional."""

    method: str
    path: str
    fields: dict[str, str]
    headers: dict[str, str]


def strange(seed: int) -> Strange:
    """The request of a seed; the same for ever."""
    chance = random.Random(seed)
    path = chance.choice(PATHS).replace("{}", quote(chance.choice(VALUES), safe=""))
    query = "&".join(
        f"{chance.choice(NAMES)}={quote(chance.choice(VALUES), safe='')}" for _ in range(chance.randrange(4))
    )
    fields = {chance.choice(NAMES): chance.choice(VALUES) for _ in range(chance.randrange(6))}
    headers = {"If-None-Match": chance.choice(["*", '"x"', "W/"])} if chance.random() < 0.2 else {}
    return Strange(chance.choice(METHODS), f"{path}?{query}" if query else path, fields, headers)
