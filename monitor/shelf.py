"""Finds every volume on a shelf (a package whose modules are alike) by name; there is no list to edit."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from monitor.errors import ShelfError


@cache
def volumes(package: str, offers: tuple[str, ...]) -> dict[str, ModuleType]:
    """The modules of `package` by name, each checked to offer the names in `offers`.

    Modules whose name begins with an underscore are the shelf's own and no volumes. Raises ShelfError naming the
    file that cannot be imported or lacks a name.
    """
    shelf = importlib.import_module(package)
    found: dict[str, ModuleType] = {}
    for name in sorted(_names(shelf)):
        try:
            volume = importlib.import_module(f"{package}.{name}")
        except Exception as cause:
            raise ShelfError(f"{package}/{name}.py cannot be used: {cause}") from cause
        missing = [wanted for wanted in offers if not hasattr(volume, wanted)]
        if missing:
            raise ShelfError(f"{package}/{name}.py lacks {', '.join(missing)}: every volume of this shelf offers it")
        found[name] = volume
    return found


def _names(shelf: ModuleType) -> Iterable[str]:
    return (module.name for module in pkgutil.iter_modules(shelf.__path__) if not module.name.startswith("_"))
