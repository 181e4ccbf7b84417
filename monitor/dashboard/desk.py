"""The desk: what every page works with, who may ask, and how a page is made.

Pages are plain functions, so they run in threads and may ask the ledger; only what waits for the web is async.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import Response

from monitor import __version__
from monitor.dashboard import words
from monitor.dashboard.access import VISIT, Access, Asked, Doorkeeper, Person, is_same_origin
from monitor.dashboard.record import Record
from monitor.edges.ledger import SqlLedger
from monitor.model.authority import Authority, Reference
from monitor.model.coverage import Certificate
from monitor.ports import World
from monitor.settings import Settings
from monitor.wiring import Installation

NAVIGATION = (
    ("/", "Now"),
    ("/map", "Map"),
    ("/articles", "Articles"),
    ("/read", "Read"),
    ("/watchlist", "Watch-list"),
    ("/sources", "Sources"),
    ("/deliveries", "Deliveries"),
    ("/coverage", "Coverage"),
)


PROOF_HOLDS = timedelta(minutes=3)
BEGAN = "dashboard/began"
"""Where the ledger keeps since when pages are served."""


class SignInNeeded(Exception):
    """Nobody we know asks for something that is not for everybody."""


@dataclass
class Desk:
    """One installation's pages. World and settings are asked for anew each time, since a reload exchanges them."""

    installation: Installation
    doorkeeper: Doorkeeper = field(default_factory=Doorkeeper)
    _slugs: dict[str, Authority] = field(default_factory=dict)
    _proof: Certificate | None = None

    @property
    def world(self) -> World:
        """What the pipeline works with."""
        return self.installation.world

    @property
    def settings(self) -> Settings:
        """What config/ says."""
        return self.installation.settings

    @property
    def secret(self) -> str:
        """What signs sessions, forms and the links in messages."""
        return self.installation.secret

    @property
    def ledger(self) -> SqlLedger:
        """The database."""
        return self.installation.ledger

    @property
    def reference(self) -> Reference:
        """Authorities and frameworks."""
        return self.world.reference

    @property
    def access(self) -> Access:
        """The doors, by the settings of now."""
        return Access(self.settings.dashboard, self.secret)

    @property
    def now(self) -> datetime:
        """The present, aware UTC."""
        return self.world.clock.now()

    def record(self) -> Record:
        """The inspections on record as they are now."""
        return Record(self.ledger.inspections(), self.reference)

    def proof(self, certificate: Callable[[Desk], Certificate]) -> Certificate:
        """The certificate of coverage; a few minutes old at most, since it looks at every feed, entry and message."""
        held = self._proof
        if held is None or not timedelta(0) <= self.now - held.now < PROOF_HOLDS:
            held = self._proof = certificate(self)
        return held

    def authority(self, slug: str) -> Authority:
        """The authority of a slug; 404 for an unknown one."""
        if not self._slugs:
            self._slugs = {one.slug: one for one in self.reference.authorities}
        found = self._slugs.get(slug)
        if found is None:
            raise HTTPException(404, "There is no authority of this name.")
        return found


def desk_of(request: Request) -> Desk:
    """The desk of the application that serves a request."""
    desk: Desk = request.app.state.desk
    return desk


def asked_of(request: Request) -> Asked:
    """What access looks at."""
    headers = {key.lower(): value for key, value in request.headers.items()}
    return Asked(request.client.host if request.client else "", headers, dict(request.cookies))


def somebody(request: Request) -> Person:
    """Who asks. Raises SignInNeeded for somebody unknown."""
    person = desk_of(request).access.person(asked_of(request))
    if person is None:
        raise SignInNeeded
    request.state.person = person
    return person


def visitor(request: Request) -> Person:
    """Somebody whose request comes from a page of ours, or from a program. 403 when another site made their browser ask."""
    person = somebody(request)
    if not is_same_origin(asked_of(request).headers, desk_of(request).settings.dashboard.public_url):
        raise HTTPException(403, "This came from another site.")
    return person


async def editor(request: Request) -> Person:
    """Somebody who may change things, by a form of our own. 403 for anybody else."""
    person = visitor(request)
    token = str((await request.form()).get("token", ""))
    is_own = desk_of(request).access.is_own_form(request.cookies.get(VISIT, ""), token)
    if person.how != "token" and not is_own:
        raise HTTPException(403, "This form is too old, or cookies are off. Go back, reload the page, and try again.")
    if not person.may_edit:
        raise HTTPException(403, "Readers cannot change anything; ask an editor.")
    return person


DeskHere = Annotated[Desk, Depends(desk_of)]
Reader = Annotated[Person, Depends(somebody)]
Visitor = Annotated[Person, Depends(visitor)]
Editor = Annotated[Person, Depends(editor)]


def _asset_mark() -> str:
    """Changes with the style sheet and script, so that a browser may keep them for ever."""
    from importlib import resources

    files = sorted(resources.files("monitor.dashboard").joinpath("static").iterdir(), key=lambda file: file.name)
    return hashlib.blake2b(b"".join(file.read_bytes() for file in files), digest_size=5).hexdigest()


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("monitor.dashboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(words.FILTERS)
    made.globals.update(version=__version__, navigation=NAVIGATION, assets=_asset_mark(), letters=words.LETTERS)
    return made


TEMPLATES = _environment()


def warm_up() -> None:
    """Compile every template, so that the first visitor need not wait for it."""
    for name in TEMPLATES.list_templates():
        TEMPLATES.get_template(name)


def page(request: Request, template: str, *, status: int = 200, **shown: Any) -> Response:  # noqa: ANN401 - a template's values
    """A page from a template, with who asks, where we are, and the token its forms need."""
    desk = desk_of(request)
    visit = request.cookies.get(VISIT, "")
    is_new = not 20 <= len(visit) <= 100
    visit = secrets.token_urlsafe(24) if is_new else visit
    text = TEMPLATES.get_template(template).render(
        person=getattr(request.state, "person", None),
        is_open=desk.access.is_open,
        path=request.url.path,
        query=dict(request.query_params),
        form_token=desk.access.form_token(visit),
        now=desk.now,
        **shown,
    )
    answer = tagged(request, text.encode(), "text/html; charset=utf-8", status=status)
    if is_new:
        answer.set_cookie(VISIT, visit, httponly=True, samesite="lax", secure=is_secure(request), max_age=30 * 86_400)
        del answer.headers["etag"]
    return answer


def tagged(
    request: Request, body: bytes, media_type: str, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """The body with its ETag; 304 where the asker holds it already."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    kept = {"ETag": tag, "Cache-Control": "private, no-cache", **(headers or {})}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if status == 200 and request.method in ("GET", "HEAD") and (tag in known or known == ["*"]):
        return Response(status_code=304, headers=kept)
    return Response(body, status, kept, media_type)


def is_secure(request: Request) -> bool:
    """Whether people reach us over HTTPS, ourselves or by a proxy in front."""
    return request.url.scheme == "https" or desk_of(request).settings.dashboard.public_url.startswith("https:")


def home(request: Request) -> str:
    """Our address as people use it, without a closing slash."""
    public = desk_of(request).settings.dashboard.public_url
    return (public or str(request.base_url)).rstrip("/")
