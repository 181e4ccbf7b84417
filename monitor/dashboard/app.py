"""The application: every page, the API and the feeds, behind the shield; errors as pages for people, as JSON for programs."""

from __future__ import annotations

from importlib import resources

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from monitor import __version__
from monitor.dashboard import live
from monitor.dashboard.api import acting, exports, feeds, listing, watching
from monitor.dashboard.desk import BEGAN, Desk, SignInNeeded, page
from monitor.dashboard.pages import (
    answer,
    articles,
    councils,
    coverage,
    deliveries,
    now,
    reading,
    signing,
    sources,
    watchlist,
)
from monitor.dashboard.shield import Shield
from monitor.errors import LedgerError
from monitor.wiring import Installation

log = structlog.get_logger()
FOR_PROGRAMS = ("/api/", "/feeds/", "/metrics", "/healthz", "/readyz", "/live", "/openapi.json")
PAGES = (now, councils, articles, reading, watchlist, sources, deliveries, coverage, signing, answer)
NAMES = {400: "That cannot be read", 403: "Not allowed", 404: "Not found", 405: "Not possible", 409: "Not now"}


def application(installation: Installation) -> FastAPI:
    """The pages of an installation."""
    desk = Desk(installation)
    if not desk.ledger.recall(BEGAN):
        desk.ledger.remember(BEGAN, desk.now.isoformat(), desk.now)
    app = FastAPI(
        title="Inspection Monitor",
        version=__version__,
        summary="Who judged which council's children's services how, and who was told.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.state.desk, app.state.live = desk, live.Live()
    for part in (*PAGES, live, watching, exports, listing, acting, feeds):
        app.include_router(part.router)
    static = str(resources.files("monitor.dashboard").joinpath("static"))
    app.mount("/static", _Assets(directory=static), name="static")
    app.add_exception_handler(SignInNeeded, _sign_in)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(LedgerError, _no_ledger)
    app.add_exception_handler(Exception, _failed)
    app.add_middleware(Shield, desk=desk)
    return app


class _Assets(StaticFiles):
    """Style sheet and script; asked for under a name that changes with them, so they are kept for long."""

    def file_response(self, *given: object, **more: object) -> Response:
        """The file, to be kept."""
        answer = super().file_response(*given, **more)  # type: ignore[arg-type]
        answer.headers["Cache-Control"] = "public, max-age=604800"
        return answer


def _is_for_programs(request: Request) -> bool:
    return request.url.path.startswith(FOR_PROGRAMS)


def _said(request: Request, status: int, detail: str) -> Response:
    if _is_for_programs(request):
        return JSONResponse({"detail": detail}, status)
    title = NAMES.get(status, "Something is wrong" if status >= 500 else "Not possible")
    return page(request, "error.html", status=status, title=title, detail=detail)


async def _sign_in(request: Request, _: Exception) -> Response:
    if _is_for_programs(request) or request.method not in ("GET", "HEAD"):
        headers = {"WWW-Authenticate": 'Basic realm="Inspection Monitor", charset="UTF-8"'}
        return JSONResponse({"detail": "Sign in, or show a token: Authorization: Bearer …"}, 401, headers)
    from urllib.parse import quote

    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/login?next={quote(request.url.path + query, safe='')[:400]}", 303)


async def _refused(request: Request, cause: Exception) -> Response:
    assert isinstance(cause, HTTPException)
    detail = str(cause.detail) if cause.status_code != 404 or cause.detail != "Not Found" else "There is no such page."
    answer = _said(request, cause.status_code, detail)
    for name, value in (cause.headers or {}).items():
        answer.headers[name] = value
    return answer


async def _unreadable(request: Request, cause: Exception) -> Response:
    assert isinstance(cause, RequestValidationError)
    wrong = [
        f"{'.'.join(str(part) for part in one['loc'][1:]) or 'the request'}: {one['msg']}" for one in cause.errors()
    ]
    return _said(request, 422, "; ".join(wrong)[:2000])


async def _no_ledger(request: Request, cause: Exception) -> Response:
    log.error("a page could not be served", path=request.url.path, why=str(cause))
    if _is_for_programs(request):
        return JSONResponse({"detail": f"The ledger cannot serve: {cause}"}, 503)
    return Response(f"The ledger cannot serve at present: {cause}\n", 503, media_type="text/plain; charset=utf-8")


async def _failed(request: Request, cause: Exception) -> Response:
    log.error("a page failed", path=request.url.path, error=repr(cause), exc_info=cause)
    return Response("Something went wrong on our side; the log says what.\n", 500, media_type="text/plain")
