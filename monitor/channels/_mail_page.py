"""A Message as an HTML mail: one column, readable on a phone, light and dark, and without pictures or scripts."""

from __future__ import annotations

from jinja2 import Environment

from monitor.channels._words import BULLET, is_web, one_line
from monitor.model.coverage import CLEAR
from monitor.model.delivery import Message

BADGES = {
    "first": "New judgement",
    "confirmation": "Confirmed",
    "correction": "Correction",
    "further": "Further report",
    "withdrawal": "Withdrawn",
    "check": "Please check",
    "digest": "Digest",
    "certificate": "Coverage",
    "problem": "Trouble",
    "reminder": "Still in trouble",
    "recovery": "Recovered",
    "undelivered": "Not delivered",
}
GRADES = {
    "inadequate": "bad",
    "unsatisfactory": "bad",
    "requires improvement": "low",
    "weak": "low",
    "adequate": "low",
    "good": "good",
    "very good": "good",
    "outstanding": "best",
    "excellent": "best",
}
FORMER = ("Before", "Told before")
CALM = ("recovery", "withdrawal", "digest", "certificate")

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>{{ subject }}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
body, .back { background: #f3f4f6; }
.sheet { max-width: 600px; background: #ffffff; color: #1c2024; border-radius: 10px; overflow: hidden;
  font-family: -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; }
.pad { padding-left: 32px; padding-right: 32px; }
.band { padding-top: 9px; padding-bottom: 9px; color: #ffffff; font-size: 13px; font-weight: 600; }
.aside { font-weight: 400; }
h1 { margin: 0 0 10px; font-size: 23px; line-height: 1.28; overflow-wrap: anywhere; }
h2 { margin: 12px 0 4px; font-size: 17px; }
.soft { color: #59626d; }
.facts { border-top: 1px solid #e3e6ea; border-bottom: 1px solid #e3e6ea; padding: 7px 0; font-size: 15px; line-height: 1.45; }
.facts th { padding: 5px 14px 5px 0; width: 36%; font-weight: 400; }
.facts td { padding: 5px 0; overflow-wrap: anywhere; }
.quote { margin: 0; padding: 2px 0 2px 16px; border-left: 4px solid #c3c9d1; color: #39414a; }
.foot { padding-top: 16px; padding-bottom: 24px; font-size: 13px; line-height: 1.5; overflow-wrap: anywhere; }
a { color: #0b57b4; overflow-wrap: anywhere; }
.button { display: inline-block; padding: 11px 20px; border-radius: 8px; background: #0b57b4; color: #ffffff;
  text-decoration: none; font-weight: 600; }
.chip { display: inline-block; padding: 1px 10px; border-radius: 11px; font-weight: 600; }
.bad { background: #fbe3e4; color: #8c1119; }
.low { background: #fdeed3; color: #6f4400; }
.good { background: #dff2e3; color: #14592a; }
.best { background: #deeafb; color: #0f4287; }
@media (max-width: 480px) {
  .pad { padding-left: 18px; padding-right: 18px; }
  h1 { font-size: 21px; }
}
@media (prefers-color-scheme: dark) {
  body, .back { background: #101316; }
  .sheet { background: #1b1f24; color: #e8eaed; }
  .soft { color: #a3acb6; }
  .facts { border-color: #333a42; }
  .quote { border-left-color: #56606b; color: #cfd5db; }
  a { color: #8ab8ff; }
  .button { background: #1f6fd6; color: #ffffff; }
  .bad { background: #4f1a1e; color: #ffb9bd; }
  .low { background: #4a3511; color: #ffd794; }
  .good { background: #173d22; color: #a9e5b8; }
  .best { background: #1b3458; color: #b4d3ff; }
}
</style></head>
<body>
<div style="display:none;max-height:0;overflow:hidden">{{ lead }}</div>
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0">
<tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0">
<tr><td class="pad band" style="background:{{ band }}">{{ badge }}{% if aside %}<span class="aside"> · {{ aside }}</span>{% endif %}</td></tr>
<tr><td class="pad" style="padding-top:22px">
<h1>{{ headline }}</h1>
<p style="margin:0 0 18px">{{ lead }}</p>
</td></tr>
{% if facts %}
<tr><td class="pad" style="padding-bottom:6px">
<table class="facts" width="100%" cellpadding="0" cellspacing="0">
{% for label, value, grade in facts %}
<tr><th scope="row" align="left" valign="top" class="soft">{{ label }}</th>
<td valign="top">{% if grade %}<span class="chip {{ grade }}">{{ value }}</span>{% else %}{{ value }}{% endif %}</td></tr>
{% endfor %}
</table></td></tr>
{% endif %}
{% if quote %}
<tr><td class="pad" style="padding-top:10px;padding-bottom:10px">
<blockquote class="quote">“{{ quote }}”
{% if quote_source %}<div class="soft" style="font-size:14px;margin-top:4px">{{ quote_source }}</div>{% endif %}
</blockquote></td></tr>
{% endif %}
{% for heading, lines in sections %}
<tr><td class="pad" style="padding-top:6px;padding-bottom:6px">
{% if heading %}<h2>{{ heading }}</h2>{% endif %}
{% if lines %}<ul style="margin:0;padding:0 0 0 20px">
{% for line, is_link in lines %}<li style="margin:4px 0">{% if is_link %}<a href="{{ line }}">{{ line }}</a>{% else %}{{ line }}{% endif %}</li>
{% endfor %}</ul>{% endif %}
</td></tr>
{% endfor %}
{% if links %}
<tr><td class="pad" style="padding-top:14px;padding-bottom:4px">
<p style="margin:0 0 12px"><a class="button" href="{{ links[0].url }}">{{ links[0].label }}</a></p>
{% for link in links[1:] %}<p style="margin:0 0 6px"><a href="{{ link.url }}">{{ link.label }}</a></p>
{% endfor %}
</td></tr>
{% endif %}
<tr><td class="pad soft foot">
{% for line in footer %}<p style="margin:0 0 5px">{{ line }}</p>
{% endfor %}
</td></tr></table></td></tr></table>
</body></html>
"""

TEMPLATE = Environment(autoescape=True, trim_blocks=True).from_string(PAGE)


def page(message: Message) -> str:
    """The HTML part. All text is escaped; only http and https addresses become links."""
    headline, aside = _parts(one_line(message.subject))
    return TEMPLATE.render(
        subject=one_line(message.subject),
        headline=headline,
        aside=aside,
        lead=one_line(message.lead),
        badge=BADGES.get(message.kind, "Inspection Monitor"),
        band=_band(message),
        facts=[(one_line(label), one_line(value), _chip(label, value)) for label, value in message.facts],
        quote=one_line(message.quote),
        quote_source=one_line(message.quote_source),
        sections=_sections(message.items),
        links=[link for link in message.links if is_web(link.url)],
        footer=[one_line(line) for line in message.footer],
    )


def _parts(subject: str) -> tuple[str, str]:
    """The subject without what stands in its last brackets, and that: how sure it is, and what it was before."""
    headline, bracket, aside = subject.rpartition(" (")
    return (headline, aside.removesuffix(")")) if bracket and aside.endswith(")") else (subject, "")


def _chip(label: str, value: str) -> str:
    """The colour of a grade; what stood before is no finding, so it has none."""
    return "" if label in FORMER else GRADES.get(value.casefold(), "")


def _band(message: Message) -> str:
    verdict = dict(message.body).get("verdict")
    if message.kind == "recovery" or verdict == CLEAR:
        return "#2f6b45"
    if message.kind in CALM and verdict is None:
        return "#3d4854"
    return "#a3151f" if message.level == "critical" else "#8a5a00"


def _sections(items: tuple[str, ...]) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Headings with the lines below them, and whether a line is an address."""
    found: list[tuple[str, list[tuple[str, bool]]]] = []
    for item in items:
        if not item.startswith(BULLET):
            found.append((one_line(item), []))
            continue
        if not found:
            found.append(("", []))
        line = one_line(item[len(BULLET) :])
        found[-1][1].append((line, is_web(line)))
    return found
