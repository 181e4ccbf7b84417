"""Every library has one home, every shelf's volumes keep apart, and nothing of the package is outside the contracts."""

from __future__ import annotations

import tomllib

import pytest

from tests.house.sources import ROOT, imports, module_files

HOMES = {
    "httpx2": ("edges.web", "edges.post"),
    "sqlalchemy": ("edges.ledger",),
    "alembic": ("edges.ledger",),
    "psycopg": ("edges.ledger", "engines.cluster"),
    "feedparser": ("stages.poll",),
    "fastfeedparser": ("stages.poll",),
    "bs4": ("stages.extract", "registers", "demo"),
    "trafilatura": ("stages.extract",),
    "pypdf": ("registers",),
    "apscheduler": ("service",),
    "procrastinate": ("engines.cluster",),
    "aiosmtplib": ("edges.post",),
    "aiosmtpd": ("demo",),
    "apprise": ("edges.post",),
    "protego": ("edges.web",),
    "pydantic": ("settings", "channels", "dashboard"),
    "tomlkit": ("settings",),
    "rapidfuzz": ("settings", "cli"),
    "typer": ("cli", "__main__"),
    "fastapi": ("dashboard",),
    "uvicorn": ("dashboard",),
    "jinja2": ("dashboard", "channels"),
    "prometheus_client": ("dashboard", "service"),
}
FILES = module_files()


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_is_at_home_in_one_place(library: str) -> None:
    users = {name for name, path in FILES.items() if any(found.split(".")[0] == library for found in imports(path))}
    homes = tuple(f"monitor.{home}" for home in HOMES[library])
    assert {user for user in users if not f"{user}.".startswith(tuple(f"{home}." for home in homes))} == set()


@pytest.mark.parametrize("shelf", ["stages", "channels", "registers", "frameworks"])
def test_volumes_of_a_shelf_never_import_each_other(shelf: str) -> None:
    """Modules that begin with an underscore are the shelf's own and may be shared."""
    begin = f"monitor.{shelf}."
    for name, path in FILES.items():
        if not name.startswith(begin) or name.removeprefix(begin).startswith("_"):
            continue
        own = name.removeprefix(begin).split(".")[0]
        others = {found.removeprefix(begin).split(".")[0] for found in imports(path) if found.startswith(begin)}
        assert {other for other in others if not other.startswith("_")} <= {own}, name


def test_every_part_of_the_package_stands_in_the_layers() -> None:
    with (ROOT / "pyproject.toml").open("rb") as stream:
        linter = tomllib.load(stream)["tool"]["importlinter"]
    layers = next(contract for contract in linter["contracts"] if contract["type"] == "layers")
    listed = {part.strip() for layer in layers["layers"] for part in layer.replace(":", "|").split("|")}
    parts = {name.split(".")[1] for name in FILES if "." in name}
    assert layers["exhaustive"] and parts - set(layers["exhaustive_ignores"]) <= listed


def test_no_module_of_the_package_is_a_script_or_imports_tests() -> None:
    for name, path in FILES.items():
        assert not any(found.split(".")[0] in ("tests", "benchmarks", "pytest") for found in imports(path)), name
