"""What columns are made of, alike on SQLite and PostgreSQL."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Identity,
    Integer,
    MetaData,
    TypeDecorator,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite gives numbers by itself only to a column declared INTEGER."""


class Instant(TypeDecorator[datetime]):
    """An aware instant. SQLite drops time zones, so what is stored is UTC and what comes back says so."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        """By itself, since the figures of a year are a hundred thousand of them: asyncpg gives aware ones in UTC."""
        return _read_text if dialect.name == "sqlite" else None


def _read_text(value: str | None) -> datetime | None:
    """Messages that were put off once were written with their zone."""
    return None if value is None else datetime.fromisoformat(value if value.endswith(SAID) else f"{value}{SAID}")


SAID = "+00:00"


def key() -> Column[int]:
    return Column("id", Id, Identity(always=False), primary_key=True)


def ref(name: str, table: str, *, null: bool = False, primary_key: bool = False, index: bool = False) -> Column[Any]:
    return Column(
        name, Id, ForeignKey(f"{table}.id"), nullable=null, primary_key=primary_key, index=index, autoincrement=False
    )


def one_of(column: str, values: Iterable[str | StrEnum]) -> CheckConstraint:
    """`column IN ('a', 'b')`, named after the column."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
