"""Rules and channels: who is told what, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.settings.folders import RULE, examined, told

HOOK = '[channels.hook]\ntype = "webhook"\nurl = "https://desk.example/hook"\n'


def rule(**lines: str) -> str:
    """One rule; each keyword is a line of TOML."""
    return "[[rules]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items())


RULE_MISTAKES = [
    (rule(grade='"inadequate"'), "rules[0].grade: unknown key (did you mean 'grades'?)"),
    (rule(colour='"red"'), "rules[0].colour: unknown key (remove it; known here: name, authorities, grades"),
    (rule(grades='["indequate"]'), "rules[0].grades[0]: unknown grade 'indequate' (did you mean 'inadequate'?)"),
    (rule(grades="[]"), "rules[0].grades: names no grade"),
    (rule(areas='["leader"]'), "rules[0].areas[0]: unknown area 'leader' (did you mean 'leaders'?)"),
    (rule(kinds='["interventions"]'), "unknown kind 'interventions' (did you mean 'intervention'?)"),
    (rule(notify='["hok"]') + HOOK, "rules[0].notify[0]: unknown channel 'hok' (did you mean 'hook'?)"),
    (rule(notify="[]"), "rules[0].notify: tells nobody"),
    (rule(notify="5"), "rules[0].notify: is a number; a list is wanted"),
    (rule(notify="[5]"), "rules[0].notify[0]: is a number; a text is wanted"),
    (rule(name="1979-05-27"), "rules[0].name: is something else; a text is wanted"),
    ("rules = 5", "rules: is no list of tables"),
    ("rules = [5]", "rules[0]: is no table"),
    ("[rules]\nname = 'one bracket'", "rules: is no list of tables (write [[rules]] (two brackets)"),
    (rule(name='"A"') + rule(name='"A"'), "rules[1].name: a second rule 'A'"),
    ("channels = 5", "channels: is no table"),
    ("channels.x = 5", "channels.x: is no table"),
    ("[channels.x]\n", "channels.x.type: is missing"),
    ('[channels.x]\ntype = "slak"', "channels.x.type: unknown type of channel 'slak' (did you mean 'slack'?)"),
    ("[channels.x]\ntype = [5]", "channels.x.type: unknown type of channel [5]"),
    ('[channels.x]\ntype = "webhook"', "channels.x.url: is missing (add url = …)"),
    ('[channels.x]\ntype = "email"\nto = []', "channels.x.to"),
    ('[channels.x]\ntype = "console"\ncolour = 1', "channels.x.colour: unknown key"),
    ("[chanels.x]\ntype = 'console'", "chanels: unknown key (did you mean 'channels'?)"),
]


@pytest.mark.parametrize(("text", "said"), RULE_MISTAKES)
def test_a_mistake_in_the_watch_list_is_named_once(text: str, said: str, tmp_path: Path) -> None:
    problems = told(examined(tmp_path, {"watchlist.toml": text}))
    assert len(problems) == 1 and said in problems[0], problems


def test_areas_are_taken_by_name_or_title(tmp_path: Path) -> None:
    text = rule(areas='["in care", "Leaders", "in_care"]')
    assert examined(tmp_path, {"watchlist.toml": text}).settings.watchlist.rules[0].areas == ("in_care", "leaders")


def test_a_rule_without_notify_tells_every_channel(tmp_path: Path) -> None:
    settings = examined(tmp_path, {"watchlist.toml": rule(name='"A"') + HOOK}).settings
    assert settings.watchlist.rules[0].notify == ("hook",)


def test_a_lone_text_stands_for_a_list_of_one(tmp_path: Path) -> None:
    settings = examined(tmp_path, {"watchlist.toml": rule(notify='"hook"', grades='"inadequate"') + HOOK}).settings
    assert settings.watchlist.rules[0].notify == ("hook",)


def test_one_address_of_mail_needs_no_brackets(tmp_path: Path) -> None:
    text = RULE + '[channels.duty]\ntype = "email"\nto = "duty@example.org"\n'
    examination = examined(tmp_path, {"watchlist.toml": text})
    assert not examination.problems and examination.settings.channels["duty"].target == "duty@example.org"


def test_console_and_file_need_no_table(tmp_path: Path) -> None:
    examination = examined(tmp_path, {"watchlist.toml": rule(notify='["file", "hook"]') + HOOK})
    channel = examination.settings.channels["file"]
    assert not examination.problems and channel.implied and channel.target == "var/alerts.jsonl"


def test_an_unused_channel_is_remarked(tmp_path: Path) -> None:
    examination = examined(tmp_path, {"watchlist.toml": RULE + HOOK})
    assert not examination.problems
    assert "channel 'hook' is used by no rule" in examination.settings.remarks


def test_a_channel_that_rests_is_sent_nothing_and_that_is_said(tmp_path: Path) -> None:
    settings = examined(tmp_path, {"watchlist.toml": rule(name='"A"') + HOOK + "enabled = false\n"}).settings
    assert settings.watchlist.rules[0].notify == () and "hook" not in settings.channels
    assert "rule 'A' tells nobody: its channels are switched off" in settings.remarks


def test_switching_every_rule_off_does_not_bring_the_national_one(tmp_path: Path) -> None:
    settings = examined(tmp_path, {"watchlist.toml": rule(enabled="false")}).settings
    assert settings.watchlist.rules == ()
    assert any("every rule" in remark for remark in settings.remarks)
