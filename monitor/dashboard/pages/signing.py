"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from monitor.dashboard.access import SESSION, SESSION_SECONDS, VISIT, is_same_origin
from monitor.dashboard.desk import DeskHere, asked_of, is_secure, page
from monitor.dashboard.pages.now import returned

router = APIRouter(include_in_schema=False)
Word = Annotated[str, Form(max_length=1024)]
Next = Annotated[str, Query(max_length=500)]


@router.get("/login")
def ask(request: Request, desk: DeskHere, next: Next = "/") -> Response:
    """The form."""
    if desk.access.is_open:
        return RedirectResponse("/", 303)
    return page(request, "login.html", trouble="", name="", back=next)


@router.post("/login")
def sign_in(  # noqa: PLR0913 - a form
    request: Request, desk: DeskHere, name: Word = "", password: Word = "", back: Word = "/", token: Word = ""
) -> Response:
    """Check name and password; five failures make an address, or a name, wait."""
    asked, access = asked_of(request), desk.access
    is_own = access.is_own_form(request.cookies.get(VISIT, ""), token)
    if not is_own or not is_same_origin(asked.headers, desk.settings.dashboard.public_url):
        raise HTTPException(403, "This form is too old, or cookies are off. Go back, reload the page, and try again.")
    keys = (f"address {asked.peer}", f"name {name}")
    wait = desk.doorkeeper.waits(keys, desk.now)
    if wait:
        trouble = f"Too many tries. Please wait {wait} seconds."
        answer = page(request, "login.html", status=429, trouble=trouble, name=name, back=back)
        answer.headers["Retry-After"] = str(wait)
        return answer
    if not access.is_password(name, password):
        desk.doorkeeper.failed(keys, desk.now)
        desk.ledger.note((name[:80], "sign-in failed", asked.peer), "", desk.now)
        trouble = "Name or password is wrong."
        return page(request, "login.html", status=401, trouble=trouble, name=name, back=back)
    desk.ledger.note((name, "sign-in", asked.peer), "", desk.now)
    answer = returned(back)
    answer.set_cookie(
        SESSION,
        access.session(name),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )
    return answer


@router.post("/logout")
def sign_out(request: Request, desk: DeskHere, token: Word = "") -> Response:
    """Forget the session."""
    if not desk.access.is_own_form(request.cookies.get(VISIT, ""), token):
        raise HTTPException(403, "This form is too old. Reload the page, and try again.")
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(SESSION)
    return answer
