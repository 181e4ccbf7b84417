"""From a page, a file or an entry to the Article a reader reads."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.model.page import Article, Page
from monitor.model.source import Entry
from monitor.stages.extract import article, from_entry, from_text
from tests.shared_material import SHARED, needs_shared

URL = "https://www.gazette.example/news/council-judged"
ENTRY = Entry(
    URL, "gazette/county", "gazette", URL, "Council judged inadequate", "Inspectors found delays in Exampleshire.",
    published=datetime(2026, 5, 12, 8, 0, tzinfo=UTC), author="Entry Author",
)  # fmt: skip
OPENING = (
    "Children's services in Exampleshire have been judged inadequate after inspectors spent two weeks with the county's social workers.",
    "Their report, out this morning, says that leaders did not know how long families waited, and that plans for children drifted.",
    "The council's leader said that she accepted the findings in full and that £3.5m had been set aside for more social workers.",
    "A spokesman for the union said that staff had warned of their caseloads for years and hoped to be listened to at last.",
)
LD = {"@type": "NewsArticle", "headline": "Council judged inadequate by inspectors", "datePublished": "2026-05-12T09:30:00+01:00",
      "dateModified": "2026-05-12T10:00:00+01:00", "author": [{"@type": "Person", "name": "Ann Writer"}],
      "publisher": {"@type": "Organization", "name": "The Gazette"}}  # fmt: skip


def html(inside: str, head: str = "", charset: str = "utf-8") -> str:
    title = "<title>A page - The Gazette</title>"
    return f'<!doctype html><html lang="en"><head><meta charset="{charset}">{title}{head}</head><body>{inside}</body></html>'


def story(extra: str = "", head: str = "", paragraphs: tuple[str, ...] = OPENING) -> str:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return html(f"<main><article><h1>Council judged inadequate by inspectors</h1>{words}{extra}</article></main>", head)


def ld(node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def read(body: str | bytes, entry: Entry = ENTRY, url: str = URL, headers: tuple[tuple[str, str], ...] = ()) -> Article:
    return article(entry, Page(url, 200, headers, body.encode() if isinstance(body, str) else body))


def test_the_text_is_its_paragraphs_with_a_blank_line_between() -> None:
    found = read(story())
    assert found.text == "\n\n".join(OPENING)
    assert (found.wall, found.from_entry, found.repairs) == ("", False, ())


@pytest.mark.parametrize(
    "node", [LD, [LD], {"@graph": [{"@type": "WebSite"}, LD]}, {**LD, "@type": ["ReportageNewsArticle"]}]
)
def test_json_ld_gives_title_dates_author_and_outlet(node: object) -> None:
    found = read(story(head=ld(node)))
    assert found.title == "Council judged inadequate by inspectors"
    assert found.published == datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
    assert found.modified == datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
    assert (found.author, found.outlet) == ("Ann Writer", "The Gazette")


def test_json_ld_in_the_body_counts_too_and_a_broken_one_does_no_harm() -> None:
    assert read(story(extra=ld(LD))).author == "Ann Writer"
    assert read(story(head='<script type="application/ld+json">{"@type": "NewsArticle",</script>')).text


def test_open_graph_serves_where_json_ld_is_missing() -> None:
    head = (
        '<meta property="og:title" content="Council judged &amp; criticised"><meta property="og:site_name" content="Gazette Online">'
        '<meta property="article:published_time" content="2026-05-12T08:30:00Z"><meta name="author" content="Bob Writer">'
    )
    found = read(story(head=head))
    assert (found.title, found.outlet, found.author) == ("Council judged & criticised", "Gazette Online", "Bob Writer")
    assert found.published == datetime(2026, 5, 12, 8, 30, tzinfo=UTC)


def test_the_entry_fills_what_the_page_lacks() -> None:
    found = read(story())
    assert (found.published, found.author, found.outlet) == (ENTRY.published, "Entry Author", "gazette.example")
    assert found.title == "Council judged inadequate by inspectors"
    assert found.summary == ENTRY.summary


def test_a_date_told_in_words_serves_when_nothing_else_does() -> None:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in OPENING)
    page_of_a_council = html(f"<h1>Our inspection</h1><p>Published: Tuesday, 12 May 2026</p>{words}")
    assert read(page_of_a_council, replace(ENTRY, published=None)).published == datetime(2026, 5, 12, tzinfo=UTC)


CANONICALS = [
    (
        "https://www.gazette.example/news/council-judged-1?utm_source=x",
        "https://www.gazette.example/news/council-judged-1",
    ),
    ("/news/council-judged-2", "https://www.gazette.example/news/council-judged-2"),
    ("https://clone.example/news/council-judged", URL),
    ("https://www.gazette.example/", URL),
    ("", URL),
]


@pytest.mark.parametrize(("declared", "canonical"), CANONICALS)
def test_a_page_is_believed_about_its_address_on_its_own_host_only(declared: str, canonical: str) -> None:
    link = f'<link rel="canonical" href="{declared}">' if declared else ""
    assert read(story(head=link), url=f"{URL}?at_medium=RSS").canonical == canonical


FURNITURE = [
    "<figure><img src='x.jpg'><figcaption>Image caption, The county hall was rated good by visitors</figcaption></figure>",
    "<aside><h2>Top stories</h2><p>Another council was rated good on Monday, says a report on it.</p></aside>",
    "<p><strong>READ MORE: <a href='/x'>Neighbouring council rated inadequate in every area</a></strong></p>",
    "<div class='related-content'><p>Neighbouring council rated inadequate in every area, a report says.</p></div>",
    "<nav><p>Good news and more from around the county, all in one place.</p></nav>",
    "<div id='newsletter-signup'><p>Good mornings start with our letter, sign up for it here today.</p></div>",
    "<script>var text = 'rated good';</script><style>.good { color: red }</style><!-- rated good -->",
    "<div><h2>More on this story</h2><ul><li><a href='/1'>A good report for another council</a> 3 January</li></ul></div>",
    "<ul><li><a href='/1'>Good news for the county's schools this week</a></li><li><a href='/2'>Another good story for you</a></li></ul>",
    "<div aria-hidden='true'><p>A good thing that nobody sees on the page at all.</p></div>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_is_left_out(furniture: str) -> None:
    assert read(story(furniture)).text == "\n\n".join(OPENING)


def test_what_holds_the_article_is_no_furniture_whatever_it_is_called() -> None:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in OPENING)
    care = read(story(f"<div class='topic-social-care'><p>{OPENING[0].replace('Example', 'Other')}</p></div>"))
    assert "Othershire" in care.text
    found = read(html(f"<div class='social related'><h1>Council judged</h1>{words}</div>"))
    assert all(paragraph in found.text for paragraph in OPENING)


@pytest.mark.parametrize("before", [True, False])
def test_a_menu_of_links_is_left_out_however_large_it_is_beside_a_small_story(before: bool) -> None:
    links = "".join(
        f"<li><a href='/{n}'><span>Another council rated good, number {n}</span></a></li>" for n in range(300)
    )
    menu, words = f"<nav><ul>{links}</ul></nav>", "".join(f"<p>{paragraph}</p>" for paragraph in OPENING)
    whole = f"{menu}<h1>Council judged</h1>{words}" if before else f"<h1>Council judged</h1>{words}{menu}"
    assert read(html(whole)).text == "\n\n".join(OPENING)


def test_a_menu_that_says_more_than_its_links_may_be_the_story() -> None:
    words = "".join(f"<p>{paragraph} <a href='/x'>More</a></p>" for paragraph in OPENING)
    assert all(paragraph in read(html(f"<nav>{words}</nav>")).text for paragraph in OPENING)


def test_tables_and_lists_of_grades_are_kept() -> None:
    table = "<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Leaders</td><td>Inadequate</td></tr></table>"
    points = "<ul><li>The help for families is inadequate</li><li>Care leavers get good help</li></ul>"
    found = read(story(table + points))
    assert "Leaders | Inadequate" in found.text
    assert "The help for families is inadequate\n\nCare leavers get good help" in found.text


def test_paragraphs_made_of_line_breaks_are_told_apart() -> None:
    found = read(html(f"<article><h1>Council judged</h1><div>{'<br><br>'.join(OPENING)}</div></article>"))
    assert found.text.split("\n\n")[-2:] == list(OPENING[-2:])


MOJIBAKE = [
    ("an extra \u62e23.5m into care", "an extra £3.5m into care", "拢 → £"),
    ("the council\u9225\u6a9a plan", "the council’s plan", "鈥檚 → ’s"),
    ("it\u00e2\u20ac\u2122s \u00e2\u20ac\u0153bad\u00e2\u20ac\u009d", "it’s “bad”", "â€™ → ’"),
    ("\u00c2\u00a33m for caf\u00c3\u00a9s", "£3m for cafés", "Â£ → £"),
    ("rated '\u02dcinadequate'", "rated ‘inadequate'", "'˜ → ‘"),
    ("\u92753m is Chinese, \ufffd3m is lost", "\u92753m is Chinese, £3m is lost", "lost character → £"),
]


@pytest.mark.parametrize(("wrong", "right", "note"), MOJIBAKE)
def test_characters_that_came_through_a_wrong_charset_are_mended_and_recorded(
    wrong: str, right: str, note: str
) -> None:
    found = read(story(paragraphs=(*OPENING, f"The leader said {wrong} and then went home to think about it.")))
    assert right in found.text
    assert note in found.repairs
    assert right in from_text(f"A title\n\nShe said {wrong} again.", URL, None, "").text


def test_what_is_right_is_left_alone() -> None:
    text = "Ŵyl, café, naïve — “quoted”, £3m, €5, ½ and 北京的拢子 stay as they are."
    assert from_text(f"T\n\n{text}", URL, None, "").repairs in ((), ("拢 → £",))
    chinese = "北京市儿童服务检查报告认为拢其领导不力,需要改进。" * 20
    assert from_text(f"T\n\n{chinese}", URL, None, "").text == chinese


CHARSETS = [
    ("utf-8", "utf-8"),
    ("windows-1252", "iso-8859-1"),
    ("utf-8", "iso-8859-1"),
    ("windows-1252", "utf-8"),
    ("utf-16", "utf-16"),
]


@pytest.mark.parametrize(("real", "declared"), CHARSETS)
def test_page_charsets_come_out_right_whatever_is_declared(real: str, declared: str) -> None:
    found = read(html("".join(f"<p>{p}</p>" for p in OPENING), charset=declared).encode(real))
    assert "£3.5m" in found.text
    assert bool(found.repairs) == (real == "windows-1252" and declared == "utf-8")


def test_the_first_line_of_plain_text_is_the_headline() -> None:
    found = from_text(
        "A headline\r\n\r\nFirst words.\n\nREAD MORE: Other story\nSecond words.", URL, ENTRY.published, "Gazette"
    )
    assert (found.title, found.text) == ("A headline", "First words.\n\nSecond words.")
    assert (found.url, found.canonical, found.outlet, found.published) == (URL, URL, "Gazette", ENTRY.published)
    assert from_text("", "", None, "").text == ""


def test_a_page_of_plain_text_is_read_as_such() -> None:
    found = read("Council judged inadequate\n\n" + "\n\n".join(OPENING), headers=(("content-type", "text/plain"),))
    assert OPENING[1] in found.text
    assert found.wall == ""


def test_without_a_page_the_entry_speaks_and_its_full_text_first() -> None:
    found = from_entry(ENTRY, "", "")
    assert (found.title, found.text, found.from_entry, found.wall) == (ENTRY.title, ENTRY.summary, True, "")
    assert from_entry(replace(ENTRY, body="Full.\n\nText."), "consent", "x").text == "Full.\n\nText."
    assert from_entry(replace(ENTRY, summary=""), "bot", "x").text == ENTRY.title


@pytest.mark.shared
@needs_shared("seed")
def test_the_seed_article_comes_out_with_its_pound_sign() -> None:
    text = (SHARED / "seed" / "worcestershire-2017-01-24.txt").read_text(encoding="utf-8")
    found = from_text(text, "https://news.example/a", None, "")
    assert found.title == "Worcestershire's children's services rated 'inadequate'"
    assert "£3.5m" in found.text
    assert found.repairs == ("拢 → £",)
