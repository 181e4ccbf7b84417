"""What the ledger shows to people: frozen rows for lists, pages and the API."""
