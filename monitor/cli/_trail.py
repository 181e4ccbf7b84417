"""A trail in the terminal: quotations highlighted in their page, dismissals with reasons, the decision and the rule it met."""

from __future__ import annotations

from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from monitor.cli._frame import out
from monitor.model.judgement import Mention
from monitor.model.trail import Trail

COLOURS = {
    "current": "bold red",
    "former": "yellow",
    "denied": "green",
    "feared": "magenta",
    "hypothetical": "cyan",
    "demanded": "cyan",
}


def show(trail: Trail) -> None:
    """Print everything that one page led to."""
    article, reading = trail.article, trail.reading
    if article is None or reading is None:
        out.print(trail.why)
        return
    out.print(
        Panel(_marked(article.title, article.text, reading.mentions), title=escape(article.url), title_align="left")
    )
    if article.wall:
        out.print(f"[yellow]Only the listed words could be read: {article.wall} wall.[/]")
    out.print(f"[bold]Kind[/] {reading.kind}: {escape(reading.reason)}")
    for signal in reading.signals:
        out.print(f"  [dim]{escape(signal)}[/]")
    for mention in reading.mentions:
        out.print(_sentence(mention))
    for dismissal in reading.dismissals:
        out.print(f"[dim]dismissed[/] “{escape(dismissal.quote)}”: {escape(dismissal.reason)}")
    for phrase in reading.unknown:
        out.print(f"[bold magenta]unknown grade[/] {escape(phrase)}: no framework on the shelf knows it")
    for resolution in trail.resolutions:
        out.print(f"[bold]{resolution.match}[/] {resolution.inspection.key}: {escape(resolution.reason)}")
    for doubt in trail.doubts:
        out.print(f"[bold yellow]please check[/] {doubt.authority}: {'; '.join(doubt.speaks_against)}")
    for alert in trail.alerts:
        rules = ", ".join(rule for _, names in alert.notify for rule in names)
        out.print(
            f"[bold red]ALERT {alert.level}[/] {alert.authority}: {alert.grade} ({alert.area}); rule {escape(rules)}"
        )
    out.print(f"[bold]Decision[/] {escape(trail.why)}")


def _marked(title: str, text: str, mentions: tuple[Mention, ...]) -> Text:
    whole = Text(f"{title}\n\n{text}")
    for mention in mentions:
        whole.stylize(COLOURS.get(str(mention.standing), "bold"), mention.start, mention.end)
    return whole


def _sentence(mention: Mention) -> str:
    colour = COLOURS.get(str(mention.standing), "bold")
    dates = f", inspected {mention.inspection_from} to {mention.inspection_to}" if mention.inspection_from else ""
    before = f", before: {mention.previous_grade}" if mention.previous_grade else ""
    grade = f"{mention.authority}: {mention.grade} ({mention.area}, {mention.framework or 'framework unknown'})"
    quote = f"“{escape(mention.quote)}”"
    return f"[{colour}]{mention.standing}[/] {escape(grade)}{dates}{before}, {mention.confidence:.0%} sure: {quote}"
