"""PostgreSQL's advisory locks by name, until the transaction ends. SQLite's one write lock needs none of them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from sqlalchemy import Connection, text

DECIDERS = 7_146_003
"""Who decides on an authority: nobody else reads its record and adds to it meanwhile."""

LISTERS = 7_146_004
"""Who records a source's polls: two machines that list the same items would else wait for each other in a ring."""

IN_ORDER = text(
    "SELECT pg_advisory_xact_lock(:space, wanted.crumb) FROM"
    " (SELECT crumb FROM unnest(CAST(:crumbs AS integer[])) AS crumb ORDER BY crumb) AS wanted"
)


def hold(connection: Connection, space: int, names: Iterable[str]) -> None:
    """Waits for and holds the locks of all `names`, always in one order, in one statement."""
    crumbs = sorted({zlib.crc32(name.encode()) - 2**31 for name in names})
    if crumbs and connection.dialect.name != "sqlite":
        connection.execute(IN_ORDER, {"space": space, "crumbs": crumbs})
