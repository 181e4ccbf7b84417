"""Edits: noticed, saved in one step with the former version kept, and kind to comments."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import ConfigError
from monitor.settings import fingerprint, save_watchlist
from monitor.settings.editing import with_rule, without_rule
from monitor.settings.toml import parse_toml
from tests.settings.folders import FEED, RULE, folder_of

COMMENTED = (
    f"# who wants what\n\n{RULE}areas = 'any'   # all of them\n\n# the way\n[channels.x]\ntype = 'console' # loud\n"
)


def test_the_fingerprint_changes_with_every_kind_of_edit(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"watchlist.toml": RULE, "sources/a.toml": FEED})
    seen = [fingerprint(folder)]
    assert fingerprint(folder) == seen[0]
    folder_of(folder, {"watchlist.toml": RULE + "#"})
    seen.append(fingerprint(folder))
    folder_of(folder, {"sources/b.toml": FEED})
    seen.append(fingerprint(folder))
    (folder / "sources/b.toml").rename(folder / "sources/c.toml")
    seen.append(fingerprint(folder))
    os.utime(folder / "sources/a.toml", ns=(1, 1))
    seen.append(fingerprint(folder))
    (folder / "sources/c.toml").unlink()
    seen.append(fingerprint(folder))
    assert len(set(seen)) == len(seen)


def test_an_absent_folder_has_a_fingerprint_too(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "absent") == fingerprint(tmp_path)


def test_saving_keeps_the_former_version_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = folder_of(tmp_path, {"watchlist.toml": RULE}) / "watchlist.toml"
    path.chmod(0o640)
    save_watchlist(path, RULE + "# more\n")
    assert path.read_text() == RULE + "# more\n"
    assert (tmp_path / "watchlist.toml.former").read_text() == RULE
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["watchlist.toml", "watchlist.toml.former"]


def test_a_broken_text_is_refused_and_the_file_untouched(tmp_path: Path) -> None:
    path = folder_of(tmp_path, {"watchlist.toml": RULE}) / "watchlist.toml"
    with pytest.raises(ConfigError, match="is no valid TOML"):
        save_watchlist(path, "[[rules]\n")
    assert path.read_text() == RULE and len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        save_watchlist(tmp_path / "absent" / "watchlist.toml", RULE)


def test_changing_a_rule_keeps_comments_and_order() -> None:
    changed = with_rule(COMMENTED, "National", {"notify": ("x",), "areas": None, "grades": ["inadequate"]})
    assert changed.startswith("# who wants what\n\n[[rules]]")
    assert "# the way\n[channels.x]\ntype = 'console' # loud\n" in changed
    rule = parse_toml(changed.encode())[0]["rules"]
    assert rule == [
        {"name": "National", "authorities": "all", "notify": ["x"], "grades": ["inadequate"]},
    ]


def test_a_rule_is_added_and_removed() -> None:
    added = with_rule(COMMENTED, "Kent", {"authorities": ["Kent"], "notify": ["x"]})
    rules = parse_toml(added.encode())[0]["rules"]
    assert isinstance(rules, list) and [rule["name"] for rule in rules] == ["National", "Kent"]
    assert parse_toml(without_rule(added, "Kent").encode())[0] == parse_toml(COMMENTED.encode())[0]
    assert "# who wants what" in without_rule(added, "Kent")


def test_a_rule_is_added_to_an_empty_text() -> None:
    assert parse_toml(with_rule("", "A", {"notify": ["x"]}).encode())[0] == {"rules": [{"name": "A", "notify": ["x"]}]}


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30), st.text(st.characters(codec="utf-8"), max_size=30)
)
def test_any_name_survives_the_way_through_the_file(name: str, word: str) -> None:
    changed = with_rule(COMMENTED, name, {"authorities": [word]})
    rules = parse_toml(changed.encode())[0]["rules"]
    assert isinstance(rules, list) and rules[-1]["name"] == name and rules[-1]["authorities"] == [word]
