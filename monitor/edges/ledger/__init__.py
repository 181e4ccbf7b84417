"""The Ledger over SQLAlchemy Core: SQLite in one file by default, PostgreSQL by URL. Nothing of SQL leaves this package."""

from monitor.edges.ledger.ledger import SqlLedger, backup, open_ledger, upgrade

__all__ = ["SqlLedger", "backup", "open_ledger", "upgrade"]
