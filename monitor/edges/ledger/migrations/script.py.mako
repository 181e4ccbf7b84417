"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from monitor.edges.ledger.columns import Moment, Number

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Say what for."""
    ${upgrades if upgrades else "pass"}
