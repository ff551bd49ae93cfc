"""The schema, an area a file; `metadata` holds all of it."""

from storage.tables import attendance, control, curriculum, grading, journal, messaging, office, roles, school, talk
from storage.tables.columns import metadata

__all__ = [
    "attendance",
    "control",
    "curriculum",
    "grading",
    "journal",
    "messaging",
    "metadata",
    "office",
    "roles",
    "school",
    "talk",
]
