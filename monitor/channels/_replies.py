"""What replies mean, wherever the service has no words of its own: HTTP statuses, broken connections, Retry-After."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from monitor.channels._words import one_line
from monitor.model.delivery import Outcome, Reply, Verdict

PERMANENT: Mapping[int, str] = {
    400: "payload",
    404: "no-such-hook",
    405: "no-such-hook",
    410: "gone",
    411: "payload",
    413: "too-large",
    414: "payload",
    415: "payload",
    422: "payload",
    431: "too-large",
}
"""HTTP statuses that no later try will change, with the operator's word for each."""

AUTH = frozenset({401, 402, 403, 407})
"""The key is wrong or missing: an operator can mend it while the delivery waits, so it is deferred."""

REASON = 300
"""Longest reason, in characters."""
LONGEST_WAIT = 7 * 86_400.0


def judge_http(reply: Reply) -> Outcome:
    """The meaning of an HTTP reply by its status alone; 2xx is sent."""
    if reply.status == 0:
        return judge_silence(reply)
    if 200 <= reply.status < 300:
        return sent(f"accepted with {reply.status}")
    if reply.status in PERMANENT:
        return refused(PERMANENT[reply.status], _said(reply))
    if reply.status in AUTH:
        return deferred(f"not allowed: {_said(reply)}", problem="auth")
    if 300 <= reply.status < 400:
        return deferred(f"redirected, which is not followed: {_said(reply)}", problem="moved")
    return deferred(_said(reply), retry_after(reply))


def judge_silence(reply: Reply) -> Outcome:
    """The meaning of having no answer at all: try again, with the same key when it may have arrived."""
    failure = reply.failure or "no answer"
    detail = f"{failure}: {reply.detail}" if reply.detail else failure
    if reply.unsure:
        return deferred(f"{detail}; it may have arrived, so the same key is used again")
    return deferred(detail, problem="address" if failure == "address" else "")


def refused(problem: str, reason: str) -> Outcome:
    """Final: the operator is told."""
    return Outcome(Verdict.REFUSED, one_line(f"{problem}: {reason}", REASON), problem=problem)


def deferred(reason: str, wait: float | None = None, problem: str = "") -> Outcome:
    """Tried again, not before `wait` seconds."""
    return Outcome(Verdict.DEFERRED, one_line(reason, REASON), retry_after=wait, problem=problem)


def sent(reason: str, receipt: object = "", problem: str = "") -> Outcome:
    """Final: the service has it; `receipt` is its own id of the message."""
    return Outcome(Verdict.SENT, one_line(reason, REASON), receipt=one_line(str(receipt), 200), problem=problem)


def retry_after(reply: Reply) -> float | None:
    """Seconds asked for by Retry-After, as a number or as a date measured against the reply's own Date."""
    headers = {name.lower(): value.strip() for name, value in reply.headers}
    asked = headers.get("retry-after", "")
    try:
        wait = float(asked)
    except ValueError:
        until, since = _moment(asked), _moment(headers.get("date", ""))
        if until is None or since is None:
            return None
        wait = (until - since).total_seconds()
    return min(max(wait, 0.0), LONGEST_WAIT) if wait == wait else None


def answer(reply: Reply) -> Mapping[str, object]:
    """The JSON object in the reply's body, or an empty one."""
    try:
        found = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.tzinfo else None


def _said(reply: Reply) -> str:
    """Status and the beginning of what the service said, on one line."""
    words = " ".join(reply.body[:600].split())[:160]
    return f"answered {reply.status}" + (f" ({words})" if words else "")
