"""The messages of the pictures in docs/pictures, made by the real stages from made-up news of real councils' names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from monitor.model.alert import AlertKind, Level
from monitor.model.coverage import Canary, CoverageFacts, FeedCoverage
from monitor.model.delivery import ChannelPlan, Message
from monitor.model.judgement import Doubt
from monitor.model.source import Problem
from monitor.stages import digest, tell
from tests.channels.messages import ALERT, CREATED

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 11, 6, 30, tzinfo=UTC)
PLAN = ChannelPlan("duty", digest="daily", timezone=LONDON)

CRITICAL = replace(ALERT, supported_by=(ALERT.url, "https://www.example.com/news/kent-ofsted"))
NOTICE = replace(
    ALERT,
    key="bromley/ilacs/2026-04-13/care_leavers",
    authority="Bromley",
    area="care_leavers",
    level=Level.NOTICE,
    grades=(
        ("overall", "requires improvement"),
        ("leaders", "requires improvement"),
        ("help_and_protection", "good"),
        ("in_care", "requires improvement"),
        ("care_leavers", "inadequate"),
    ),
    before=(("overall", "good"), ("care_leavers", "good")),
    report_url="",
    caveats=(),
    history=("2018 good", "2016 inadequate"),
    title="Borough’s help for care leavers falls to lowest grade",
    quote="Too many young people leave care without a plan or a person to turn to.",
)
CORRECTION = replace(
    CRITICAL,
    kind=AlertKind.CORRECTION,
    grade="requires improvement",
    confirmed="confirmed",
    grades=(("overall", "requires improvement"), ("leaders", "inadequate"), ("help_and_protection", "good")),
    before=(("overall", "inadequate"),),
    why="the official report differs: overall the grade is requires improvement",
    quote="",
    caveats=(),
)


def messages() -> dict[str, Message]:
    """One of each kind, by the name of its picture."""
    return {
        "alert-critical": _answerable(),
        "alert-notice": tell.message(NOTICE, rules=("London boroughs",)),
        "correction": tell.message(CORRECTION, rules=("South East",)),
        "digest": _digest(),
        "all-clear": digest.nothing_new(digest.certificate(_facts()), LONDON),
        "please-check": tell.check(_doubt()),
        "trouble": tell.trouble(
            _problem(), NOW - timedelta(hours=5), "Ask the council’s web team for its new address."
        ),
    }


def _answerable() -> Message:
    told = tell.notice(CRITICAL.key, tell.message(CRITICAL, rules=("South East",)), PLAN, CREATED)
    return tell.with_answers(told, "https://monitor.example.org", "a secret of this house").message


def _digest() -> Message:
    plans = {"duty": PLAN}
    notices = (
        replace(NOTICE, notify=(("duty", ("London boroughs",)),)),
        replace(NOTICE, key="k2", authority="Luton", outlet="Luton Example", notify=(("duty", ("East",)),)),
    )
    held = tell.deliveries(notices, plans, CREATED)
    facts = replace(
        _facts(), feeds=(*_facts().feeds, replace(_press(2), last_read=NOW - timedelta(days=2), problem="dns"))
    )
    made = digest.gather(held, PLAN, digest.certificate(facts), NOW)
    assert made is not None
    return made.message


def _facts() -> CoverageFacts:
    register = replace(
        _press(0), feed="ofsted/england", source="Ofsted", name="", is_register=True, authorities=(), kind="regulator"
    )
    return CoverageFacts(
        since=NOW - timedelta(days=7),
        now=NOW,
        feeds=(register, _press(1)),
        watched=("Kent", "Bromley", "Luton"),
        canary=Canary(NOW - timedelta(hours=3), NOW - timedelta(hours=2)),
    )


def _press(number: int) -> FeedCoverage:
    return FeedCoverage(
        feed=f"example-{number}",
        source="Example News",
        name=("", "South East", "London")[number],
        url="https://news.example.org/rss",
        every=900,
        authorities=("Kent", "Bromley"),
        last_read=NOW - timedelta(minutes=6),
        changed=NOW - timedelta(hours=1),
        audited=NOW - timedelta(days=2),
        listed=30,
        last_post=NOW - timedelta(hours=1),
        longest_silence=40_000.0,
    )


def _doubt() -> Doubt:
    return Doubt(
        authority="Northampton",
        grade="inadequate",
        area="overall",
        quote="The service was called inadequate by those who wrote the review.",
        speaks_for=("the headline names the grade", "the page is of today"),
        speaks_against=("the council was abolished in 2021", "no inspectorate is named"),
        url="https://news.example.org/northampton",
    )


def _problem() -> Problem:
    return Problem("Example Council newsroom", "https://council.example.org/rss", "dns", "the name is not known")
