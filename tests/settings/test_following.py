"""Sources and feeds: whom we follow, where, how often."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.settings.fields import duration_text, fault_of_address, seconds
from tests.settings.folders import FEED, examined, told


def feed(**lines: str) -> str:
    """One feed; each keyword is a line of TOML."""
    return "[[feeds]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items())


URL = '"https://post.example/rss"'
MISTAKES = [
    (feed(name='"A"'), "feeds[0].url: is missing (add url = …)"),
    (feed(url=URL, nam='"A"'), "feeds[0].nam: unknown key (did you mean 'name'?)"),
    (feed(url='"post.example/rss"'), "feeds[0].url: lacks http:// or https://"),
    (feed(url='"ftp://post.example/rss"'), "feeds[0].url: begins with 'ftp:'"),
    (feed(url='"https://post.example/{topic}/rss"'), "feeds[0].url: holds a character that no address has"),
    (feed(url='"https:///rss"'), "feeds[0].url: names no host"),
    (feed(url='"https://me:pw@post.example/rss"'), "feeds[0].url: carries a user name or password"),
    (feed(url='"https://[::1/rss"'), "feeds[0].url: is no address"),
    (feed(url="5"), "feeds[0].url: is no text"),
    (feed(url=URL, every='"15 minutes"'), "feeds[0].every: is no duration"),
    (feed(url=URL, every='"8d"'), 'feeds[0].every: "8d" is out of bounds'),
    (feed(url=URL, every='"0s"'), 'feeds[0].every: "0s" is out of bounds'),
    (feed(url=URL, every="900"), "feeds[0].every: 900 has no unit"),
    (feed(url=URL, every="true"), "feeds[0].every: is no duration"),
    (feed(url=URL, reader='"pages"'), "feeds[0].reader: unknown reader 'pages' (did you mean 'page'?)"),
    (feed(url=URL, covers='["Kentt"]'), "feeds[0].covers[0]: unknown authority 'Kentt' (did you mean 'Kent'?)"),
    (
        feed(url=URL, name='"A"') + feed(url='"https://post.example/b"', name='"a"'),
        "feeds[1].name: a second feed called 'a'",
    ),
    (
        feed(url=URL, name='"A"') + feed(url='"http://post.example/rss/"', name='"B"'),
        "feeds[1].url: this address stands at",
    ),
    ('kind = "pres"\n' + feed(url=URL), "kind: 'pres' is none of press | regulator | council (did you mean 'press'?)"),
    ("feeds = 5", "feeds: is no list of tables"),
    ("feeds = [5]", "feeds[0]: is no table"),
    ('name = "Nobody"', "the whole file: follows nothing"),
    ("register = 5", "register: is no table"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_a_mistake_in_a_source_is_named_once(text: str, said: str, tmp_path: Path) -> None:
    problems = told(examined(tmp_path, {"sources/post.toml": text}))
    assert len(problems) == 1 and said in problems[0], problems


def test_one_address_is_followed_once_in_all(tmp_path: Path) -> None:
    problems = told(examined(tmp_path, {"sources/a.toml": FEED, "sources/b.toml": FEED}))
    assert len(problems) == 1 and problems[0].startswith("b.toml:4 feeds[0].url: this address stands at ")
    assert "a.toml:4 already" in problems[0]


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    files = {"sources/evening-post.toml": FEED, "sources/Evening Post.toml": feed(url='"https://post.example/b"')}
    assert any("is the same name as" in problem for problem in told(examined(tmp_path, files)))


def test_any_number_of_files_is_read_and_drafts_are_not(tmp_path: Path) -> None:
    files = {f"sources/s{n}.toml": feed(url=f'"https://s{n}.example/rss"') for n in range(30)}
    files |= {"sources/.draft.toml": "x =", "sources/post.toml.former": "x =", "sources/README.md": "#"}
    examination = examined(tmp_path, files)
    assert not examination.problems and len(examination.settings.sources) == 30


def test_what_rests_is_not_polled(tmp_path: Path) -> None:
    rests = feed(url='"https://post.example/b"', name='"B"', enabled="false")
    files = {"sources/a.toml": FEED + rests, "sources/b.toml": "enabled = false\n" + feed(url='"https://b.example/"')}
    settings = examined(tmp_path, files).settings
    assert [one.key for one in settings.feeds] == ["a/news"]
    assert [source.enabled for source in settings.sources] == [True, False]


def test_what_a_feed_covers_is_named_as_in_a_rule(tmp_path: Path) -> None:
    text = feed(url=URL, covers='["region:West Midlands", "!Dudley"]')
    authorities = examined(tmp_path, {"sources/a.toml": text}).settings.feeds[0].authorities
    assert "Worcestershire" in authorities and "Dudley" not in authorities


@pytest.mark.parametrize(
    ("text", "length"), [("1s", 1), ("90s", 90), ("15m", 900), ("6h", 21_600), ("7d", 604_800), (" 15 m ", 900)]
)
def test_durations_are_whole_numbers_with_a_unit(text: str, length: int) -> None:
    assert seconds(text) == length
    assert seconds(duration_text(length)) == length


@pytest.mark.parametrize("url", ["http://127.0.0.1:8123/feed", "https://news.example/rss?q=%22a%22+(b+OR+c)&x=1:2"])
def test_addresses_of_every_usual_kind_pass(url: str) -> None:
    assert fault_of_address(url) == ""


def test_a_register_brings_its_own_pages(tmp_path: Path) -> None:
    text = '[register]\ntype = "ofsted"\naddress = "http://127.0.0.1:8123"\nevery = "1s"\ncovers = ["Kent", "Medway"]\n'
    source = examined(tmp_path, {"sources/ofsted.toml": text}).settings.sources[0]
    assert source.register == "ofsted" and source.feeds
    assert {name for feed in source.feeds for name in feed.authorities} <= {"Kent", "Medway"}
    assert all(feed.url.startswith("http://127.0.0.1:8123/") and feed.every == 1 for feed in source.feeds)
    assert all(feed.reader == "register:ofsted" and feed.key.startswith("ofsted/") for feed in source.feeds)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[register]\ntype = "osted"', "register.type: unknown register 'osted' (did you mean 'ofsted'?)"),
        ("[register]\n", "register.type: is missing"),
        ('[register]\ntype = "ofsted"\nevry = "1d"', "register.evry: unknown key (did you mean 'every'?)"),
        (feed(url=URL, reader='"register:osted"'), "did you mean 'register:ofsted'?"),
    ],
)
def test_a_mistake_in_a_register_is_named_once(text: str, said: str, tmp_path: Path) -> None:
    problems = told(examined(tmp_path, {"sources/post.toml": text}))
    assert len(problems) == 1 and said in problems[0], problems
