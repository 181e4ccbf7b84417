"""Whatever is asked, no page fails: every answer is a page, a refusal or a redirect, never an error of ours."""

from __future__ import annotations

import pytest

from tests.dashboard.conftest import Served
from tests.dashboard.strangers import strange


@pytest.mark.parametrize(("ledger", "seeds"), [("seeded", range(200)), ("empty", range(200, 260))])
def test_no_strange_request_makes_a_page_fail(request: pytest.FixtureRequest, ledger: str, seeds: range) -> None:
    served: Served = request.getfixturevalue(ledger)
    token = served.token()
    failed = []
    for seed in seeds:
        asked = strange(seed)
        body = {**asked.fields, "token": token} if asked.method in ("POST", "PUT", "PATCH") else None
        answer = served.client.request(
            asked.method, asked.path, data=body, headers=asked.headers, follow_redirects=False
        )
        failed += [(seed, asked, answer.status_code)] if answer.status_code >= 500 else []
    assert failed == []
