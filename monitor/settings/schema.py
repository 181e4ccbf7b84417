"""JSON Schemas of the config files, for editors that complete and check while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from monitor.settings.fields import DURATION_PATTERN, duration_text
from monitor.settings.sections import MonitorFile
from monitor.settings.shapes import SourceFile, WatchlistFile
from monitor.shelf import volumes

Schema = dict[str, Any]
_TEMPLATE = "#/$defs/{model}"


def schemas() -> dict[str, Schema]:
    """The Schemas by the name of their file: watchlist.schema.json, source.schema.json, monitor.schema.json."""
    return {
        "watchlist.schema.json": _watchlist(),
        "source.schema.json": _written(SourceFile.model_json_schema()),
        "monitor.schema.json": _written(MonitorFile.model_json_schema()),
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every Schema into `folder`, which is made when missing; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(as_text(schema), encoding="utf-8")
        written.append(path)
    return tuple(written)


def as_text(schema: Schema) -> str:
    """A Schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _written(schema: Schema) -> Schema:
    """The Schema with the defaults of durations as they are written: 1800 as "30m"."""
    tables = [schema, *schema.get("$defs", {}).values()]
    for item in (item for table in tables for item in table.get("properties", {}).values()):
        if item.get("pattern") == DURATION_PATTERN and isinstance(item.get("default"), int):
            item["default"] = duration_text(item["default"])
    return schema


def _watchlist() -> Schema:
    schema = WatchlistFile.model_json_schema()
    kinds = []
    for name, volume in volumes("monitor.channels", ("Options", "compose", "judge")).items():
        options: Schema = volume.Options.model_json_schema(ref_template=_TEMPLATE)
        schema.setdefault("$defs", {}).update(options.pop("$defs", {}))
        options["title"] = name
        options.setdefault("properties", {})["type"] = {"const": name, "description": f"A channel of type {name}."}
        options["required"] = ["type", *options.get("required", [])]
        kinds.append(options)
    schema["properties"]["channels"]["additionalProperties"] = {"anyOf": kinds}
    return schema
