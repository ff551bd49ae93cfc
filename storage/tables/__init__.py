"""The schema, an area a file; `metadata` holds all of it."""

from storage.tables import attendance, journal, messaging, roles, school
from storage.tables.columns import metadata

__all__ = ["attendance", "journal", "messaging", "metadata", "roles", "school"]
