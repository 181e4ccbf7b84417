"""Changes to the text of a watch-list that leave its comments and its order alone."""

from __future__ import annotations

from collections.abc import Mapping

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from monitor.errors import ConfigError, ConfigProblem
from monitor.settings.toml import Unreadable, parse_toml


def with_rule(text: str, name: str, changes: Mapping[str, object]) -> str:
    """`text` of a watch-list with the keys of rule `name` changed, or the rule added; comments and order stay.

    A key whose new value is None is removed. Raises ConfigError where `text` is no TOML.
    """
    document = _document(text)
    rules = document.get("rules")
    if rules is None:
        rules = tomlkit.aot()
        document.append("rules", rules)
    rule = next((rule for rule in rules if rule.get("name") == name), None)
    if rule is None:
        rule = tomlkit.table() if isinstance(rules, AoT) else tomlkit.inline_table()
        rule["name"] = name
        _change(rule, changes)
        rules.append(rule)
    else:
        _change(rule, changes)
    return tomlkit.dumps(document)


def without_rule(text: str, name: str) -> str:
    """`text` of a watch-list lacking the rule `name`; everything else stays as it is."""
    document = _document(text)
    rules = document.get("rules", [])
    for number in reversed([number for number, rule in enumerate(rules) if rule.get("name") == name]):
        del rules[number]
    return tomlkit.dumps(document)


def _change(rule: Table | InlineTable, changes: Mapping[str, object]) -> None:
    """New keys go right behind the last one, before the comments that lead on to the next table."""
    body = rule.value.body
    tail = []
    while body and body[-1][0] is None:
        tail.append(body.pop()[1])
    for key, value in changes.items():
        if value is None:
            rule.pop(key, None)
        else:
            rule[key] = list(value) if isinstance(value, tuple) else value
    body.extend((None, item) for item in reversed(tail))


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        parse_toml(text.encode())
        return tomlkit.parse(text)
    except Unreadable as trouble:
        problem = ConfigProblem("watchlist.toml", trouble.line, "the whole file", trouble.detail, trouble.remedy)
        raise ConfigError([problem]) from trouble
