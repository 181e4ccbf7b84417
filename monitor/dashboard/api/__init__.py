"""The JSON API, exports and feeds, one module a purpose; each offers `router`."""
