"""How alembic runs our migrations: on the connection and in the transaction that `schema.upgrade` holds."""

from __future__ import annotations

from alembic import context

from monitor.edges.ledger import tables_outbox
from monitor.edges.ledger.tables import metadata

assert tables_outbox.alerts.metadata is metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
