"""Small random schools with a journal, for tests that reckon the same once more, slowly, from the raw rows.

    @given(schools())
    def test_…(school: GeneratedSchool) -> None: …     # school.of("marks") are the rows of a table

`put` writes one into a database instead of whatever is there.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from storage.database import Database
from storage.sequences import move_counters
from storage.tables.columns import metadata
from storage.topics import ACCESS, EXEMPTIONS, LISTS, RULES, TIMETABLE, WORK_KINDS
from tests import school as cast

Row = dict[str, Any]
NOW: Final = datetime(2026, 11, 24, 11, 40, tzinfo=cast.ZONE)
"""In the second quarter, between the lessons of a Tuesday."""
KEPT = frozenset({"change_log", "change_seals"})
"""Tables of which rows are only added."""


class Trait(StrEnum):
    """What a school may have; a failing example is shrunk to those that matter."""

    DEPARTED = "departed"
    MOVED = "moved"
    NEWCOMERS = "newcomers"
    LISTS_CAME_LATER = "lists_came_later"
    """The first list of each class was brought a fortnight after its lessons began."""
    EXEMPT = "exempt"
    SUBGROUPS = "subgroups"
    JOINT = "joint"
    """A lesson of two classes together."""
    DOUBLE = "double"
    """Two lessons of a subject on one day."""
    EVERY_OTHER_WEEK = "every_other_week"
    SECOND_SHIFT = "second_shift"
    SUBSTITUTED = "substituted"
    CANCELLED = "cancelled"
    MOVED_LESSONS = "moved_lessons"
    NEW_TIMETABLE = "new_timetable"
    """From 16 November on a subject has other teachers."""
    LATE = "late"
    """Entries after the lesson's day."""
    RETAKES = "retakes"
    TAKEN_BACK = "taken_back"
    PLANS = "plans"
    FAMILIES = "families"
    RESULTS = "results"
    """Of the first quarter and half-year, with «н/а» and «осв.»."""


@dataclass(frozen=True)
class GeneratedSchool:
    seed: int
    grades: tuple[int, ...]
    """Of its classes, in the order of their ids from 1 on."""
    traits: frozenset[Trait]
    now: datetime
    tables: Mapping[str, Sequence[Row]]
    """By name, in an order in which they can be written."""

    def of(self, table: str) -> Sequence[Row]:
        return self.tables.get(table, ())

    def by_id(self, table: str) -> Mapping[int, Row]:
        return {row["id"]: row for row in self.of(table)}

    def __repr__(self) -> str:
        """As it is made again, without its rows."""
        return f"school_of({self.seed}, {self.grades}, {{{', '.join(sorted(self.traits))}}})"


def school_of(
    seed: int, grades: Sequence[int] = (7, 7, 1, 10), traits: frozenset[Trait] | None = None
) -> GeneratedSchool:
    """The same one for the same arguments; `traits` None: all of them."""
    from tests.generated_rows import made

    chosen = frozenset(Trait) if traits is None else traits
    return GeneratedSchool(seed, tuple(grades), chosen, NOW, made(random.Random(seed), tuple(grades), chosen, NOW))


def schools() -> st.SearchStrategy[GeneratedSchool]:
    return st.builds(
        school_of,
        st.integers(0, 10_000),
        st.lists(st.sampled_from([1, 5, 7, 9, 10]), min_size=1, max_size=3).map(tuple),
        st.frozensets(st.sampled_from(Trait)),
    )


async def put(database: Database, school: GeneratedSchool) -> None:
    """Instead of whatever the database holds."""
    written = [table for table in metadata.sorted_tables if table.name not in KEPT]
    async with database.begin() as tx:
        for table in reversed(written):
            await tx.run(delete(table))
        for table in written:
            for rows in _alike(school.of(table.name)):
                await tx.run(insert(table), rows)
        await move_counters(tx, tx.dialect, *(one for one in written if "id" in one.c and one.name != "school"))
        for topic in (LISTS, TIMETABLE, ACCESS, EXEMPTIONS, RULES, WORK_KINDS):
            tx.touch(topic)


def _alike(rows: Sequence[Row]) -> list[list[Row]]:
    """By columns: what is written at once must have the same ones; references to the same table come first."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(sorted(row)), []).append(row)
    return sorted(groups.values(), key=lambda group: "retake_id" in group[0])


def examples(most: int) -> settings:
    """For tests over generated schools: the same ones each time, however slow the machine."""
    return settings(
        max_examples=most,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
