"""INSERT … ON CONFLICT, which both databases speak, each in its own module of SQLAlchemy."""

from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


@cache
def upsert(
    table: Table,
    dialect: str,
    key: tuple[str, ...],
    *changed: str,
    counted: str | None = None,
    rising: str | None = None,
) -> Any:
    """Inserts; where `key` is taken, sets the `changed` columns to the new values (none: leaves the row as it is).

    `counted` goes up by one with each change; `rising`: a row in which this column is as high already stays.
    Made once for each way it is asked for: putting a statement together costs more than running it.
    """
    statement: Any = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    if not changed:
        return statement.on_conflict_do_nothing(index_elements=list(key))
    again = {name: statement.excluded[name] for name in changed}
    if counted is not None:
        again[counted] = table.c[counted] + 1
    higher = table.c[rising] < statement.excluded[rising] if rising is not None else None
    return statement.on_conflict_do_update(index_elements=list(key), set_=again, where=higher)
