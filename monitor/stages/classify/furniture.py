"""Lines of a page that are not its story: captions, links to other stories, sign-up boxes, bylines."""

from __future__ import annotations

CAPTIONS = (
    "image caption", "image source", "image copyright", "image:", "picture:", "pictured", "photo:", "photograph:",
    "photo credit", "credit:", "caption:", "media caption", "file photo", "picture credit", "photos:", "video caption",
)  # fmt: skip
LINKS = (
    "read more", "related story", "related stories:", "related:", "related article", "also read", "read also", "see also", "see more:",
    "more:", "read next", "read:", "next:", "more stories", "you may also like", "you might also like", "don't miss", "don’t miss",
    "watch:", "listen:", "background:", "more on this story:", "from the archive", "in other news", "also in the news", "recommended:",
    "trending:", "most read:", "news source", "more news", "continue reading:", "previous story", "next story", "earlier story",
    "opinion:", "analysis:", "more from",
)  # fmt: skip
SECTIONS = (
    "most read", "related stories", "related topics", "related articles", "related content", "related news", "more on this story",
    "more like this", "recommended", "top stories", "latest news", "latest stories", "popular now", "trending", "trending now",
    "you may also like", "you might also like", "read more:", "more from", "more stories", "more news", "elsewhere", "also in the news",
    "in other news", "around the web", "related internet links", "previous stories", "other stories", "highways jobs", "latest jobs",
    "click below for more", "promoted stories", "sponsored", "latest inspections", "previous inspections", "comments",
)  # fmt: skip
FURNITURE = (
    "sign up", "subscribe", "already a subscriber", "register for free", "registered in", "share this", "follow us", "click here",
    "click below", "download our", "get the latest", "newsletter", "for your free", "hide ad", "advertisement", "video loading",
    "watch our videos", "this browser", "your browser", "we use cookies", "cookie", "accept all", "log in", "select a region",
    "support our", "join our", "got a story", "do you have a story", "email ", "copyright", "©",
    "all rights reserved", "terms and conditions",
    "privacy policy", "home /", "don't miss", "don’t miss", "a subscription gives", "published",
    "last updated", "updated", "by the newsroom",
    "more on ", "latest public sector news", "home news article", "contact us", "back to top", "print this",
    "posted in", "tags:", "filed under",
    "follow bbc", "listen to", "send your story", "advertisement", "continue reading", "story continues", "article continues",
)  # fmt: skip
LONGEST_FURNITURE = 170


def role_of_line(line: str) -> str:
    """ "caption", "link", "furniture", "section" (a list of other stories begins) or "" for the story's own text."""
    head = line[:60].lstrip("-–—•*▪●·>» \t\"'“‘[(").lower()
    if head.startswith(CAPTIONS):
        return "caption"
    plain = head.rstrip(" :.…").strip()
    if plain in SECTIONS or (
        len(line) < 60 and plain.startswith(("click below for more", "more from ", "latest jobs"))
    ):
        return "section"
    if len(line) > LONGEST_FURNITURE:
        return ""
    if head.startswith(LINKS) and len(line) < LONGEST_FURNITURE:
        return "link"
    if head.startswith(FURNITURE) and not _tells_of_a_report(head):
        return "furniture"
    return ""


def _tells_of_a_report(head: str) -> bool:
    """ "Published today, the report finds ..." opens a sentence of the story."""
    return head.startswith("published") and any(
        word in head for word in ("report", " today,", "the ", "inspect", "ofsted")
    )
