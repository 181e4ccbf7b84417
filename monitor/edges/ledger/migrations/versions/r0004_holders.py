"""Who has taken an entry: what a dead process held is given back at once instead of when its lease runs out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds a column."""
    op.add_column("entries", sa.Column("holder", sa.Text(), nullable=False, server_default=""))
