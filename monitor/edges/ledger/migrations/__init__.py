"""Migrations, oldest first, one file each under versions/; run by `schema.upgrade` and no other way."""
