"""The config as shipped: useful as it stands, and its schemas those of the code."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from monitor.settings import describe, examine, schemas, write_schemas
from monitor.settings.schema import as_text
from tests.settings.folders import examined, known
from tests.shared_material import SHARED, needs_shared

CONFIG = Path(__file__).parents[2] / "config"


def test_it_has_no_problem_and_needs_no_secret() -> None:
    examination = examine(CONFIG, {}, known())
    assert examination.problems == ()
    told = describe(examination.settings, known())
    assert told["ok"] is True
    assert told["rules"] == [
        {
            "name": "National",
            "authorities": sum(one.valid_to is None for one in known().authorities),
            "grades": ["inadequate"],
            "areas": ["any"],
            "kinds": [],
            "notify": [
                {"channel": "console", "type": "console", "target": "standard output"},
                {"channel": "file", "type": "file", "target": "var/alerts.jsonl"},
            ],
        }
    ]


def test_every_council_of_today_is_covered_by_a_local_feed() -> None:
    covered = {name for feed in examine(CONFIG, {}, known()).settings.feeds for name in feed.authorities}
    assert {one.name for one in known().authorities if one.valid_to is None} <= covered


def test_publishers_are_asked_as_politely_as_they_wish() -> None:
    floors = {"feeds.bbci.co.uk": 900, "www.gov.uk": 900, "news.google.com": 3600, "www.bing.com": 3600}
    for feed in examine(CONFIG, {}, known()).settings.feeds:
        host = feed.url.split("/")[2]
        assert feed.every >= floors.get(host, 1800), feed.key
        assert "/search/all" not in feed.url


@pytest.mark.shared
@needs_shared("domain/feeds.csv")
def test_every_feed_on_record_is_followed_or_left_out_on_purpose() -> None:
    settings = examine(CONFIG, {}, known()).settings
    followed = {feed.url for feed in settings.feeds}
    with (SHARED / "domain" / "feeds.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kind"] != "html" and "{" not in row["url"]]
    missing = {row["name"] for row in rows if row["url"] not in followed}
    assert missing == {"GOV.UK all-content search (do not use)", "The MJ"}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_shipped_schema_is_the_one_of_the_code(name: str) -> None:
    shipped = (CONFIG / "schemas" / name).read_text(encoding="utf-8")
    assert shipped == as_text(schemas()[name]), "run: monitor schema"


def test_every_file_names_its_schema() -> None:
    for path in (*CONFIG.glob("*.toml"), *CONFIG.glob("sources/*.toml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("#:schema ")
        assert (path.parent / first.removeprefix("#:schema ")).resolve().is_file(), path


def test_schemas_are_written_where_asked(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new")
    assert [path.name for path in written] == ["watchlist.schema.json", "source.schema.json", "monitor.schema.json"]
    assert json.loads(written[1].read_text())["properties"]["kind"]["enum"] == ["press", "regulator", "council"]


def test_the_schema_of_the_watch_list_knows_every_type_of_channel() -> None:
    kinds = schemas()["watchlist.schema.json"]["properties"]["channels"]["additionalProperties"]["anyOf"]
    names = {kind["properties"]["type"]["const"] for kind in kinds}
    assert {"console", "email", "file", "slack", "webhook"} <= names


def test_every_example_in_the_guide_is_in_order(tmp_path: Path) -> None:
    guide = (CONFIG / "README.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in guide.split("```toml\n")[1:]]
    watchlist = [block for block in blocks if "[channels." in block or "[[rules]]" in block]
    service = [block for block in blocks if "[smtp]" in block]
    sources = [block for block in blocks if "[[feeds]]" in block]
    assert len(watchlist) + len(service) + len(sources) == len(blocks)
    files = {"watchlist.toml": "\n".join(watchlist), "monitor.toml": "\n".join(service)}
    files |= {f"sources/example{number}.toml": block for number, block in enumerate(sources)}
    environ = {"SMTP_PASSWORD": "x" * 8, "SLACK_WEBHOOK_URL": "https://hooks.example/1", "DESK_SECRET": "y" * 8}
    assert [str(problem) for problem in examined(tmp_path, files, environ).problems] == []
