"""A reader's answer by the signed link in a message: the page asks once more, since mail scanners follow links.

The link alone is the permission, signed in or not: it speaks for one thread and one channel, and expires.
"""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from monitor.dashboard.access import is_same_origin
from monitor.dashboard.desk import Desk, DeskHere, asked_of, page
from monitor.edges.ledger.rows import AlertRow, Wanted
from monitor.stages import tell

router = APIRouter(include_in_schema=False)


@router.get("/answer/{token}")
def asked(request: Request, desk: DeskHere, token: str) -> Response:
    """What the link would do, and a button that does it."""
    answer = _answer(desk, token)
    return page(request, "answer.html", answer=answer, told=_told(desk, answer), done="")


@router.post("/answer/{token}")
def answered(request: Request, desk: DeskHere, token: str) -> Response:
    """Done, and kept in the audit."""
    if not is_same_origin(asked_of(request).headers, desk.settings.dashboard.public_url):
        raise HTTPException(403, "This came from another site.")
    answer = _answer(desk, token)
    told = _told(desk, answer)
    if answer.action == "snooze":
        until = desk.now + timedelta(hours=answer.hours)
        desk.ledger.quieten(answer.thread, answer.channel, until, desk.now)
        done = (
            f"Nothing more on it goes to {answer.channel} for {answer.hours} hours. What comes meanwhile arrives then."
        )
    else:
        desk.ledger.acknowledge(answer.thread, f"a reader of {answer.channel}", desk.now)
        done = "Noted: everybody who looks at this alert can see that it is in hand."
    return page(request, "answer.html", answer=answer, told=told, done=done)


def _answer(desk: Desk, token: str) -> tell.ReaderAnswer:
    answer = tell.read_answer(token, desk.secret, desk.now)
    if not answer.action:
        raise HTTPException(
            410 if "expired" in answer.reason else 404, f"{answer.reason[:1].upper()}{answer.reason[1:]}."
        )
    return answer


def _told(desk: Desk, answer: tell.ReaderAnswer) -> AlertRow:
    rows = desk.ledger.alerts(Wanted(thread=answer.thread))
    if not rows:
        raise HTTPException(404, "The alert that this link is about is no longer on record.")
    return rows[-1]
