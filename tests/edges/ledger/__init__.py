"""The Ledger's specification: the same sentences over SQLite and over a real PostgreSQL."""
