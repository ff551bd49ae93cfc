"""After rows with given ids: PostgreSQL's counters know nothing of them (SQLite's do)."""

from sqlalchemy import Table, func, literal_column, select, text

from storage.executor import Writer


async def move_counters(tx: Writer, dialect: str, *tables: Table) -> None:
    """Moves the counter of each table's `id` past the greatest one; does nothing on SQLite."""
    if dialect != "postgresql":
        return
    for table in tables:
        greatest = select(func.coalesce(func.max(literal_column("id")), 0) + 1).select_from(table).scalar_subquery()
        sequence = func.pg_get_serial_sequence(table.name, "id")
        await tx.row(select(func.setval(sequence, greatest, text("false"))))
