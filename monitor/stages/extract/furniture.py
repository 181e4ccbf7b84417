"""Furniture: what stands around an article and is no part of it, found by structure; removed before the words are read.

Nothing that holds much of the page is ever removed, whatever it is called: a wrongly kept caption costs less than a lost
paragraph.
"""

from __future__ import annotations

import re

from lxml import html

from monitor.model.wording import tidy
from monitor.stages.extract.phrases import is_read_more

MAX_ELEMENTS = 60_000
MAX_LISTS = 500
_FURNITURE_TAGS = (
    "//nav | //aside | //footer | //form | //button | //figcaption | //figure | //dialog | //audio | //video | //menu"
    " | //*[@hidden] | //*[@aria-hidden='true'] | //*[@role='navigation' or @role='complementary' or @role='dialog' or @role='contentinfo']"
)
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|recommendations|readmore|caption|newsletter|signup|promo|advert|advertisement|ads?|sponsored"
    r"|social(?![\s_-]?(?:care|work|services))|share|sharing|sharetools|comments?|cookies?|consent|gdpr|breadcrumbs?|taboola|outbrain|most-?read|most-?popular|trending"
    r"|paywall|regwall|subscribe|subscription|mpu|toolbar|pagination|visually-hidden|sr-only|screen-reader|skip-link|byline-image)(?:$|[\s_-])"
    r"|read-?more|more-?on-?this|more-?from|also-?read|see-?also|image-?(?:caption|credit|source)|media-?caption|photo-?credit"
    r"|links?-?(?:block|list)|onward|more-?stories|related-|-related|inline-?promo|topic-?list|tag-?list",
    re.IGNORECASE,
)
_SUBJECT_NAMES = re.compile(r"social[\s_-]?(?:care|work|services)", re.IGNORECASE)
"""Our own subject, which the extractor takes for buttons of social networks; such names are taken off."""
_TOO_MUCH = 0.4
"""An element that holds more than this share of the page's words is no furniture, whatever it is called."""
_MOSTLY_LINKS, _ONLY_LINKS = 0.7, 0.9
"""Shares of a list's or a menu's words that stand in links."""
_ONWARD = re.compile(
    r"(?:more (?:on this|from|stories|like this)|related|read (?:more|next)|most (?:read|popular)|you (?:may|might) also|recommended"
    r"|top stories|trending|more news|latest (?:news|stories)|elsewhere on|around the web|sign up|share this|follow us|comments)\b.{0,40}",
    re.IGNORECASE,
)
"""How the heading of a list of other stories begins."""


def remove_furniture(tree: html.HtmlElement) -> None:
    """Removes the furniture from the tree, in place."""
    _remove_menus(tree)
    whole = max(len(str(tree.text_content())), 1)
    for element in tree.xpath(_FURNITURE_TAGS):
        _drop(element, whole)
    for number, element in enumerate(tree.xpath("//*[@class or @id or @data-component or @data-testid]")):
        if number > MAX_ELEMENTS:
            return
        names = _names(element)
        if element.tag not in ("html", "body", "main", "article", "h1") and _FURNITURE_NAMES.search(names):
            _drop(element, whole)
        elif _SUBJECT_NAMES.search(names):
            element.attrib.pop("class", None)
            element.attrib.pop("id", None)
    for link in tree.xpath("//p[.//a]")[:2000]:
        if is_read_more(tidy(str(link.text_content())[:400])):
            _drop(link, whole)
    _remove_onward(tree, whole)


def _remove_menus(tree: html.HtmlElement) -> None:
    """Menus that are links and nothing else: a small story beside a large menu is no part of it, however large that is."""
    for menu in tree.xpath("//nav[not(.//h1 or .//p)]"):
        if _share_of_links(menu) > _ONLY_LINKS:
            menu.drop_tree()


def _share_of_links(element: html.HtmlElement) -> float:
    """How much of what an element says stands in links."""
    links = "".join(element.xpath(".//a//text()", smart_strings=False))
    return len("".join(links.split())) / max(len("".join(str(element.text_content()).split())), 1)


def _remove_onward(tree: html.HtmlElement, whole: int) -> None:
    """Lists of links to other stories, and the blocks under a heading that announces them."""
    for heading in tree.xpath("//h2 | //h3 | //h4 | //h5")[:MAX_LISTS]:
        if not _ONWARD.fullmatch(tidy(str(heading.text_content())[:100])):
            continue
        following = heading.getnext()
        if following is not None and following.tag in ("ul", "ol", "div", "section"):
            _drop(following, whole)
        _drop(heading, whole)
    for listed in tree.xpath("//ul[.//a] | //ol[.//a]")[:MAX_LISTS]:
        if _share_of_links(listed) > _MOSTLY_LINKS:
            _drop(listed, whole)


def _names(element: html.HtmlElement) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "data-component", "data-testid"))[:600]


def _drop(element: html.HtmlElement, whole: int) -> None:
    parent = element.getparent()
    if parent is None or element.find(".//h1") is not None:
        return
    if len(str(element.text_content())) > whole * _TOO_MUCH:
        return
    element.drop_tree()
