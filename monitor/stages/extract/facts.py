"""Facts: what a page says of itself in JSON-LD, Open Graph and other metadata, read through BeautifulSoup."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup, Tag

from monitor.model.address import absolute, canonical, host
from monitor.model.markup import Markup
from monitor.model.moment import moment
from monitor.model.wording import plain

MAX_NODES = 2_000
MAX_FIELD = 1_000
_ARTICLES = ("article", "report", "posting", "webpage", "claimreview", "governmentservice")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dcterms.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date",
    "parsely-pub-date", "sailthru.date", "article.published", "published_time", "govuk:first-published-at", "dc.created",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod",
    "article.updated", "govuk:public-updated-at", "dc.date.modified",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says of itself; "" and None where it is silent. `is_free` False: it says that one must pay."""

    title: str = ""
    window: str = ""
    summary: str = ""
    outlet: str = ""
    author: str = ""
    canonical: str = ""
    body: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    is_free: bool = True
    is_article: bool = False


def facts(markup: Markup, url: str) -> Facts:
    """The facts of the page at `url`. Never raises."""
    soup = BeautifulSoup(markup.head, "lxml")
    metas = _metas(soup)
    node = _article_node(markup.linked)
    window = plain(str(soup.title.get_text())[:MAX_FIELD]) if soup.title else ""
    link = soup.find("link", rel="canonical")
    href = str(link.get("href") or "") if isinstance(link, Tag) else ""
    return Facts(
        title=_text(node.get("headline")) or _first(metas, _TITLES),
        window=window,
        summary=_text(node.get("description"))
        or _first(metas, ("og:description", "description", "twitter:description")),
        outlet=_first(metas, ("og:site_name",)) or _name(node.get("publisher")) or _first(metas, ("application-name",)),
        author=_name(node.get("author")) or _author(metas),
        canonical=_own(href or _first(metas, ("og:url",)), url),
        body=plain(_long(node.get("articleBody")), paragraphs=True),
        published=moment(_text(node.get("datePublished"))) or _date(metas, _PUBLISHED),
        modified=moment(_text(node.get("dateModified"))) or _date(metas, _MODIFIED),
        is_free=str(node.get("isAccessibleForFree", "true")).lower() != "false"
        and "locked" not in _first(metas, ("article:content_tier",)),
        is_article=bool(node) or "article" in _first(metas, ("og:type",)),
    )


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta", limit=400):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower().strip()
        content = str(tag.get("content") or "")[: MAX_FIELD * 4]
        if name and content.strip():
            found.setdefault(name, content)
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((plain(metas[name])[:MAX_FIELD] for name in names if name in metas), "")


def _date(metas: Mapping[str, str], names: tuple[str, ...]) -> datetime | None:
    found = (moment(metas[name]) for name in names if name in metas)
    return next((when for when in found if when is not None), None)


def _author(metas: Mapping[str, str]) -> str:
    author = _first(metas, _AUTHORS)
    return "" if author.startswith(("http://", "https://")) else author


def _own(href: str, url: str) -> str:
    """The page's own word for its address, believed only on its own host and below the front page."""
    address = absolute(url, href) if href else ""
    if not address or not _same_house(host(address), host(url)):
        return ""
    key = canonical(address)
    return key if key.count("/") > 3 or "?" in key else ""


def _same_house(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and (
        short == long or long.endswith(f".{short}") or canonical(f"https://{one}/") == canonical(f"https://{other}/")
    )


def _article_node(scripts: tuple[str, ...]) -> Mapping[str, Any]:
    """The JSON-LD object that describes the article, {} if there is none."""
    best: Mapping[str, Any] = {}
    for script in scripts[:20]:
        for node in _nodes(script):
            kind = _kind(node)
            if kind.endswith(_ARTICLES) and (
                node.get("headline") or node.get("articleBody") or node.get("datePublished")
            ):
                if kind != "webpage":
                    return node
                best = best or node
    return best


def _kind(node: Mapping[str, Any]) -> str:
    kind = node.get("@type", "")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    return kind.lower() if isinstance(kind, str) else ""


def _nodes(script: str) -> Iterator[Mapping[str, Any]]:
    try:
        stack: list[Any] = [json.loads(_bare(script), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not stack:
            return
        node = stack.pop(0)
        if isinstance(node, list):
            stack.extend(node[:200])
        elif isinstance(node, dict):
            yield node
            stack.extend(node[name] for name in ("@graph", "mainEntity", "itemListElement") if name in node)


def _bare(script: str) -> str:
    script = script.strip()
    for wrapping in ("<![CDATA[", "//<![CDATA[", "<!--"):
        script = script.removeprefix(wrapping)
    return script.strip().removesuffix("//]]>").removesuffix("]]>").removesuffix("-->").rstrip("; \n")


def _name(value: Any) -> str:  # noqa: ANN401 - JSON is anything
    """The name in a JSON-LD person or organisation, or in a list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:5]) if name)
    if isinstance(value, dict):
        value = value.get("name")
        return _name(value) if isinstance(value, list) else _text(value)
    text = _text(value)
    return "" if text.startswith(("http://", "https://")) else text


def _text(value: Any) -> str:  # noqa: ANN401
    value = value[0] if isinstance(value, list) and value else value
    return plain(value[: MAX_FIELD * 2])[:MAX_FIELD] if isinstance(value, str) else ""


def _long(value: Any) -> str:  # noqa: ANN401
    return value[:200_000] if isinstance(value, str) else ""
