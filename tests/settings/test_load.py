"""The folder as a whole: the format of the contract, good defaults, and every problem at once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from monitor.errors import ConfigError
from monitor.settings import load
from tests.settings.folders import FEED, OPERATOR, RULE, examined, folder_of, known, told

CONTRACT = {
    "watchlist.toml": """\
[[rules]]
name = "National"
authorities = "all"                       # or names
grades = ["inadequate"]
areas = "any"
notify = ["newsroom", "duty"]
[channels.newsroom]
type = "slack"
webhook_url = "env:SLACK_WEBHOOK_URL"
[channels.duty]
type = "email"
to = ["duty@example.org"]
""",
    "sources/bbc.toml": """\
name = "BBC News"
kind = "press"
[[feeds]]
name = "Hereford & Worcester"
url = "https://example.org/rss.xml"
every = "15m"
""",
    "monitor.toml": """\
database = "sqlite:///var/monitor.db"
[smtp]
host = "localhost"
port = 25
security = "none"
from = "monitor@example.org"
[http]
allow_private_addresses = false
concurrency = 32
per_host = 2
[dashboard]
bind = "127.0.0.1:8800"
""",
}
ENVIRON = {"SLACK_WEBHOOK_URL": "https://hooks.example/services/T0/B0/very-secret"}


def test_the_contract_s_format_is_read(tmp_path: Path) -> None:
    settings = load(folder_of(tmp_path, CONTRACT), ENVIRON, known())
    rule = settings.watchlist.rules[0]
    assert (rule.name, rule.grades, rule.areas, rule.notify) == ("National", ("inadequate",), (), ("newsroom", "duty"))
    assert "Worcestershire" in rule.authorities and "Northamptonshire" in rule.authorities
    assert settings.channels["newsroom"].target == "https://hooks.example/…"
    assert settings.channels["duty"].target == "duty@example.org"
    feed = settings.feeds[0]
    assert (feed.key, feed.every, feed.reader) == ("bbc/hereford-worcester", 900, "feed")
    assert (settings.smtp.sender, settings.http.per_host) == ("monitor@example.org", 2)
    assert settings.dashboard.bind == "127.0.0.1:8800"


def test_an_empty_folder_gives_a_working_default_and_says_so(tmp_path: Path) -> None:
    settings = load(tmp_path, {}, known())
    assert [rule.notify for rule in settings.watchlist.rules] == [("console", "file")]
    assert set(settings.channels) == {"console", "file"} and settings.watchlist.operator == ("console",)
    assert (settings.database, settings.engine) == ("sqlite:///var/monitor.db", "local")
    said = "\n".join(settings.remarks)
    for part in ("holds no rule", "no channel is configured", "follows nothing", "[operator]"):
        assert part in said


def test_a_folder_in_order_gives_no_remark(tmp_path: Path) -> None:
    channel = '[channels.console]\ntype = "console"\n'
    files = {"watchlist.toml": RULE + channel, "monitor.toml": OPERATOR, "sources/post.toml": FEED}
    examination = examined(tmp_path, files)
    assert (told(examination), examination.settings.remarks) == ([], ())


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is no folder"):
        load(tmp_path / "absent", {}, known())


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    files = {
        "watchlist.toml": '[[rules]]\nauthorites = "all"\nnotify = ["newsrom"]\n[channels.newsroom]\ntype = "console"\n',
        "monitor.toml": '[smtp]\nport = "25"\n[dashbord]\nbind = ""\n',
        "sources/a.toml": "x = [\n",
        "sources/b.toml": 'name = "B"\n[[feeds]]\nurl = "post.example/rss"\nevery = "15 minutes"\n',
    }
    with pytest.raises(ConfigError) as caught:
        load(folder_of(tmp_path, files), {}, known())
    places = [f"{Path(p.file).name}:{p.line}:{p.key}" for p in caught.value.problems]
    assert places == [
        "monitor.toml:2:smtp.port",
        "monitor.toml:3:dashbord",
        "watchlist.toml:2:rules[0].authorites",
        "watchlist.toml:3:rules[0].notify[0]",
        "a.toml:2:the whole file",
        "b.toml:3:feeds[0].url",
        "b.toml:4:feeds[0].every",
    ]
    assert all(problem.remedy for problem in caught.value.problems)


def test_settings_never_change(tmp_path: Path) -> None:
    settings = load(folder_of(tmp_path, CONTRACT), ENVIRON, known())
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.engine = "cluster"  # type: ignore[misc]
    with pytest.raises(TypeError):
        settings.channels["x"] = settings.channels["duty"]  # type: ignore[index]


SERVICE_MISTAKES = [
    ('database = "mysql://x/y"', "database: is no address of a database"),
    ('database = "sqlite:///"', "database: is no address of a database"),
    ('engine = "cluster"', "engine: a cluster needs PostgreSQL"),
    ('engine = "clustr"', "did you mean 'cluster'?"),
    ('timezone = "Europe/Lundon"', "timezone: unknown time zone 'Europe/Lundon'"),
    ("[http]\nconcurrency = 0", "http.concurrency: should be greater than or equal to 1"),
    ('[http]\nconcurrency = "32"', "is a text; a whole number is wanted"),
    ("[http]\nallow_private_addresses = 1", "is a number; true or false is wanted"),
    ("[http]\ntimeout = 30", '30 has no unit (write "30s" or "30m")'),
    ("smtp = 1", "smtp: is a number; a table is wanted"),
    ('[smtp]\nsecurity = "ssl"', "'ssl' is none of none | starttls | tls"),
    ('[dashboard]\nbind = "8800"', "dashboard.bind: is no address to listen at"),
    ('[dashboard]\nbind = "0.0.0.0:8800"', "0.0.0.0 is open to others, and there are no users"),
    (
        '[dashboard.users.eve]\nrole = "editr"',
        "dashboard.users.eve.role: 'editr' is none of reader | editor (did you mean",
    ),
    ('[dashboard.users.eve]\nrolle = "editor"', "dashboard.users.eve.rolle: unknown key (did you mean 'role'?)"),
    ('[operator]\nchannels = ["dutty"]', "operator.channels[0]: unknown channel 'dutty'"),
    ('[smtp]\nfrom = "nobody"', "smtp.from: is no address of a sender"),
    ('[smtp]\nfrom = "a@b.example\\nBcc: c@d.example"', "smtp.from: is no address of a sender"),
    ('contact = "me\\r\\nX: y"', "contact: cannot stand in a request's header"),
    ('[http]\nuser_agent = "b\u00f6t"', "http.user_agent: cannot stand in a request's header"),
    ('[dashboard]\npublic_url = "monitor.example"', "dashboard.public_url: lacks http:// or https://"),
    ('[operator]\nheartbeat = "ftp://ping.example/1"', "operator.heartbeat: begins with 'ftp:'"),
    ('[digest]\nat = "8 o\'clock"', "digest.at: is no time of day"),
]


@pytest.mark.parametrize(("text", "said"), SERVICE_MISTAKES)
def test_a_mistake_in_monitor_toml_is_named_once_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    problems = told(examined(tmp_path, {"monitor.toml": text}))
    assert len(problems) == 1 and said in problems[0], problems
    assert problems[0].startswith(f"monitor.toml:{1 + text.count(chr(10))} ")


@pytest.mark.parametrize("bind", ["", "127.0.0.1:0", "localhost:1", "[::1]:8800"])
def test_the_dashboard_may_listen_on_loopback_or_not_at_all(bind: str, tmp_path: Path) -> None:
    examination = examined(tmp_path, {"monitor.toml": f'[dashboard]\nbind = "{bind}"'})
    assert not examination.problems and examination.settings.dashboard.bind == bind


def test_containers_set_database_and_bind_from_outside(tmp_path: Path) -> None:
    environ = {
        "MONITOR_DATABASE": "postgresql://monitor:open-sesame@db/monitor",
        "MONITOR_BIND": "0.0.0.0:8800",
        "MONITOR_EDITOR_HASH": "$argon2id$v=19$x",
    }
    examination = examined(tmp_path, {"monitor.toml": '[dashboard]\nbind = ""\n'}, environ)
    settings = examination.settings
    assert not examination.problems
    assert settings.database == environ["MONITOR_DATABASE"] and settings.dashboard.bind == "0.0.0.0:8800"
    assert settings.database_shown == "postgresql://…@db/monitor"
    assert "open-sesame" not in repr(settings) + str(settings.remarks)
    assert "dashboard.bind is taken from MONITOR_BIND" in settings.remarks


def test_digest_and_time_zone_hold_for_channels_that_say_nothing(tmp_path: Path) -> None:
    files = {
        "monitor.toml": 'timezone = "Europe/Dublin"\n[digest]\nevery = "daily"\nat = "09:15"\n',
        "watchlist.toml": RULE + '[channels.a]\ntype="console"\n[channels.b]\ntype="console"\ndigest="off"\n',
    }
    channels = examined(tmp_path, files).settings.channels
    shown = {name: (repr(channel.options)) for name, channel in channels.items()}
    assert "digest='daily'" in shown["a"] and "Europe/Dublin" in shown["a"] and "time(9, 15)" in shown["a"]
    assert "digest='off'" in shown["b"]


def test_an_unsaved_edit_is_examined_in_place_of_the_file(tmp_path: Path) -> None:
    from monitor.settings import examine

    folder = folder_of(tmp_path, {"watchlist.toml": RULE, "sources/post.toml": FEED})
    unsaved = {"watchlist.toml": RULE.replace("all", "Worcestshire"), "sources/new.toml": "x ="}
    problems = told(examine(folder, {}, known(), unsaved))
    assert "did you mean 'Worcestershire'?" in problems[0] and problems[1].startswith("new.toml:1")
    assert not examine(folder, {}, known()).problems
