"""Who may see and change what: users, tokens, a proxy's header; forms of our own; tries that are counted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from argon2 import PasswordHasher

from monitor.dashboard.access import TRIES, Access, Asked, Doorkeeper, is_same_origin
from monitor.edges.ledger.rows import Wanted
from monitor.settings.sections import Dashboard
from tests.dashboard.conftest import Served, serving
from tests.dashboard.seeded import fill, installed

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PASSWORD = "correct horse battery"
EVENT = "worcestershire/sif/2016-10-24/overall"


def secrets_at(folder: Path) -> str:
    """The users and tokens of monitor.toml, their hashes in files."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    (folder / "hash").write_text(cheap.hash(PASSWORD))
    for scope in ("read", "edit"):
        (folder / scope).write_text(hashlib.sha256(f"token-{scope}".encode()).hexdigest())
    users = "".join(
        f'[dashboard.users.{name}]\nrole = "{role}"\npassword_hash = "file:{folder}/hash"\n'
        for name, role in (("ann", "editor"), ("bob", "reader"))
    )
    tokens = "".join(
        f'[dashboard.tokens.{scope}er]\nscope = "{scope}"\ntoken_hash = "file:{folder}/{scope}"\n'
        for scope in ("read", "edit")
    )
    return f'proxy_header = "X-Remote-User"\ntrusted_proxies = ["127.0.0.1"]\n{users}{tokens}'


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    base = tmp_path_factory.mktemp("guarded")
    installation = installed(base, more=secrets_at(base))
    fill(installation)
    with serving(installation) as served:
        yield served


@pytest.fixture
def visitor(guarded: Served) -> Iterator[Served]:
    """Somebody with a browser of their own."""
    with httpx2.Client(base_url=guarded.url, follow_redirects=True, timeout=30) as client:
        yield Served(guarded.installation, guarded.url, client)


def signed_in(visitor: Served, name: str, password: str = PASSWORD) -> httpx2.Response:
    token = visitor.token("/login")
    return visitor.client.post("/login", data={"token": token, "name": name, "password": password, "back": "/audit"})


@pytest.mark.parametrize("path", ["/", "/map", "/articles/1", "/watchlist", "/coverage"])
def test_a_stranger_is_asked_to_sign_in(visitor: Served, path: str) -> None:
    page = visitor.client.get(path)
    assert str(page.url).startswith(f"{visitor.url}/login?next=") and "Sign in" in page.text
    assert "Worcestershire" not in page.text


@pytest.mark.parametrize("path", ["/api/v1/alerts", "/feeds/alerts.atom", "/metrics", "/openapi.json", "/live"])
def test_a_program_without_a_token_is_told_how(visitor: Served, path: str) -> None:
    answer = visitor.client.get(path)
    assert answer.status_code == 401 and "Basic" in answer.headers["www-authenticate"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/static/pages.css", "/login"])
def test_what_tells_nothing_is_open_to_all(visitor: Served, path: str) -> None:
    assert visitor.client.get(path).status_code == 200


def test_signing_in_and_out(visitor: Served) -> None:
    page = signed_in(visitor, "ann")
    assert str(page.url) == f"{visitor.url}/audit" and "Signed in as ann (editor)" in page.text
    cookie = next(one for one in visitor.client.cookies.jar if one.name == "monitor_session")
    assert cookie.has_nonstandard_attr("HttpOnly") and PASSWORD not in (cookie.value or "")
    visitor.post("/logout")
    assert "/login" in str(visitor.client.get("/").url)


def test_a_session_that_was_tampered_with_is_none(visitor: Served) -> None:
    signed_in(visitor, "ann")
    value = visitor.client.cookies["monitor_session"]
    visitor.client.cookies.set("monitor_session", value[:-3] + ("AAA" if value[-3:] != "AAA" else "BBB"))
    with httpx2.Client(base_url=visitor.url, cookies={"monitor_session": value[:-3] + "AAA"}) as stranger:
        assert stranger.get("/").status_code == 303


def test_a_reader_sees_but_cannot_change(visitor: Served) -> None:
    signed_in(visitor, "bob")
    page = visitor.client.get("/").text
    assert "Worcestershire" in page and "Acknowledge" not in page
    for path, fields in (
        ("/alerts/acknowledge", {"event_key": EVENT}),
        ("/watchlist", {"text": "", "deed": "save"}),
        ("/deliveries/resend", {"number": "2"}),
    ):
        assert visitor.post(path, **fields).status_code == 403


def test_a_form_of_another_site_is_refused(visitor: Served) -> None:
    signed_in(visitor, "ann")
    fields = {"event_key": EVENT}
    assert visitor.client.post("/alerts/acknowledge", data=fields).status_code == 403
    assert visitor.client.post("/alerts/acknowledge", data={**fields, "token": "0" * 64}).status_code == 403
    headers = {"Origin": "https://evil.example"}
    own = {**fields, "token": visitor.token()}
    assert visitor.client.post("/alerts/acknowledge", data=own, headers=headers).status_code == 403
    assert visitor.client.post("/read", data={"text": "x"}, headers=headers).status_code == 403


def test_a_change_is_in_the_audit_with_its_author(visitor: Served) -> None:
    signed_in(visitor, "ann")
    assert visitor.post("/alerts/acknowledge", event_key=EVENT).status_code == 200
    rows = visitor.installation.ledger.audit(Wanted(limit=5))
    assert ("ann", "acknowledge", EVENT) in [(row.who, row.what, row.subject) for row in rows]
    assert "In hand: ann" in visitor.client.get("/").text


@pytest.mark.parametrize("scheme", ["bearer", "basic"])
def test_a_token_reads_but_acts_only_with_its_scope(visitor: Served, scheme: str) -> None:
    def shown(scope: str) -> dict[str, str]:
        import base64

        basic = base64.b64encode(f"any:token-{scope}".encode()).decode()
        return {"Authorization": f"Bearer token-{scope}" if scheme == "bearer" else f"Basic {basic}"}

    event = {"event_key": EVENT}
    for scope, status in (("read", 403), ("edit", 200)):
        assert visitor.client.get("/feeds/alerts.atom", headers=shown(scope)).status_code == 200
        acted = visitor.client.post("/api/v1/alerts/acknowledge", json=event, headers=shown(scope))
        assert acted.status_code == status
    assert visitor.client.get("/api/v1/alerts", headers=shown("wrong")).status_code == 401


def test_a_browsers_session_cannot_act_by_the_api(visitor: Served) -> None:
    signed_in(visitor, "ann")
    assert visitor.client.post("/api/v1/alerts/acknowledge", json={"event_key": EVENT}).status_code == 403


def test_a_trusted_proxy_names_the_user(visitor: Served) -> None:
    page = visitor.client.get("/", headers={"X-Remote-User": "ann"}).text
    assert "Signed in as ann (editor)" in page
    assert "Signed in as carol (reader)" in visitor.client.get("/", headers={"X-Remote-User": "carol"}).text


def test_too_many_wrong_passwords_wait(visitor: Served) -> None:
    answers = [signed_in(visitor, "mallory", "guess") for _ in range(TRIES + 1)]
    assert [one.status_code for one in answers] == [401] * TRIES + [429]
    assert int(answers[-1].headers["retry-after"]) > 0


# Values


def test_a_proxy_that_is_not_trusted_is_not_believed() -> None:
    settings = Dashboard(proxy_header="X-User", trusted_proxies=("10.0.0.1",))
    access = Access(settings, "secret")
    asked = {"x-user": "ann"}
    assert access.person(Asked("10.0.0.2", asked, {})) is None
    assert (person := access.person(Asked("10.0.0.1", asked, {}))) and person.role == "reader"


def test_the_doorkeeper_forgets() -> None:
    keeper, now = Doorkeeper(), datetime(2026, 1, 1, tzinfo=UTC)
    for _ in range(TRIES):
        keeper.failed(("name ann",), now)
    assert keeper.waits(("name ann", "address a"), now) > 0 and keeper.waits(("name bob",), now) == 0
    assert keeper.waits(("name ann",), now + timedelta(minutes=6)) == 0


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({}, True),
        ({"origin": "http://127.0.0.1:8800", "host": "127.0.0.1:8800"}, True),
        ({"origin": "https://pages.example", "host": "127.0.0.1:8800"}, True),
        ({"origin": "http://127.0.0.1:9999", "host": "127.0.0.1:8800"}, False),
        ({"origin": "null", "host": "127.0.0.1:8800"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, True),
    ],
)
def test_where_a_request_comes_from(headers: dict[str, str], own: bool) -> None:
    assert is_same_origin(headers, "https://pages.example") is own
