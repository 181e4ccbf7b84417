"""The pages, one module a subject; each offers `router`."""
