"""Secrets: by reference only, resolved once, shown never."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import SecretStr

from monitor.settings import describe
from tests.settings.folders import RULE, examined, folder_of, known, told

SECRET = "correct-horse-battery"
HOOK = '[channels.hook]\ntype = "webhook"\nurl = "https://desk.example/hook"\n'


def test_a_reference_to_the_environment_is_resolved(tmp_path: Path) -> None:
    examination = examined(tmp_path, {"monitor.toml": '[smtp]\npassword = "env:PASS"'}, {"PASS": SECRET})
    password = examination.settings.smtp.password
    assert isinstance(password, SecretStr) and password.get_secret_value() == SECRET


def test_a_reference_to_a_file_is_resolved_without_its_last_newline(tmp_path: Path) -> None:
    folder_of(tmp_path, {"pass.txt": f"{SECRET}\n"})
    examination = examined(tmp_path, {"monitor.toml": f'[smtp]\npassword = "file:{tmp_path}/pass.txt"'})
    password = examination.settings.smtp.password
    assert isinstance(password, SecretStr) and password.get_secret_value() == SECRET


@pytest.mark.parametrize(
    ("reference", "environ", "said"),
    [
        ("env:PASS", {}, "the environment variable PASS is not set"),
        ("env:PASS", {"PASS": ""}, "the environment variable PASS is empty"),
        ("env:", {}, "the environment variable  is not set"),
        ("file:/nowhere/pass", {}, "the file /nowhere/pass cannot be read"),
        ("file:/", {}, "the file / cannot be read"),
    ],
)
def test_a_reference_to_nothing_is_one_problem_that_names_it(
    reference: str, environ: dict[str, str], said: str, tmp_path: Path
) -> None:
    text = f'[channels.chat]\ntype = "slack"\nwebhook_url = "{reference}"\n'
    problems = told(examined(tmp_path, {"watchlist.toml": RULE + text}, environ))
    assert (
        len(problems) == 1 and said in problems[0] and problems[0].startswith("watchlist.toml:7 channels.chat.webhook")
    )


@pytest.mark.parametrize(
    "text",
    [
        f'[channels.chat]\ntype = "slack"\ntoken = "{SECRET}"\nchannel = "#news"\n',
        HOOK + f'secret = "{SECRET}"\n',
    ],
)
def test_a_secret_in_the_file_itself_is_a_problem_that_does_not_repeat_it(text: str, tmp_path: Path) -> None:
    problems = told(examined(tmp_path, {"watchlist.toml": RULE + text}))
    assert len(problems) == 1 and "a secret stands in the file itself" in problems[0]
    assert 'write "env:CHANNELS_' in problems[0] and SECRET not in problems[0]


def test_an_address_in_the_file_itself_is_let_pass_with_a_remark(tmp_path: Path) -> None:
    examination = examined(tmp_path, {"watchlist.toml": RULE + HOOK})
    assert not examination.problems
    assert any("env:CHANNELS_HOOK_URL keeps it out" in remark for remark in examination.settings.remarks)


def test_nothing_that_is_shown_holds_a_secret(tmp_path: Path) -> None:
    address = f"https://user:{SECRET}@hooks.example/{SECRET}?key={SECRET}"
    files = {
        "watchlist.toml": "[[rules]]\n"
        + '[channels.hook]\ntype = "webhook"\nurl = "env:HOOK"\nsecret = "env:PASS"\n'
        + f'[channels.other]\ntype = "webhook"\nurl = "{address}"\n',
        "monitor.toml": 'database = "env:DB"\n[smtp]\npassword = "env:PASS"\nsecurity = "env:PASS"\n'
        '[operator]\nheartbeat = "env:HOOK"\n[dashbord]\nbind = "env:PASS"\n',
        "sources/post.toml": '[[feeds]]\nurl = "https://post.example/rss"\nevery = "1h"\n',
    }
    environ = {"PASS": SECRET, "HOOK": address, "DB": f"postgresql://me:{SECRET}@db/monitor"}
    examination = examined(tmp_path, files, environ)
    said = "\n".join(told(examination))
    shown = json.dumps(describe(examination.settings, known(), examination.problems), ensure_ascii=False)
    for text in (said, shown, repr(examination.settings), str(examination.settings.smtp)):
        assert SECRET not in text
    assert "https://hooks.example/…" in shown
