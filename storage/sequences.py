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


async def next_ids(tx: Writer, table: Table, many: int) -> list[int]:
    """Ids that nobody else is given, for rows that others are to point at; one statement for any number.

    SQLite has one writer at a time, which is this transaction.
    """
    if not many:
        return []
    if tx.dialect != "postgresql":
        row = await tx.row(select(func.coalesce(func.max(literal_column("id")), 0)).select_from(table))
        assert row is not None
        return list(range(row[0] + 1, row[0] + many + 1))
    sequence = func.pg_get_serial_sequence(table.name, "id")
    given = select(func.nextval(sequence)).select_from(func.generate_series(1, many))
    return [row[0] for row in await tx.rows(given)]
