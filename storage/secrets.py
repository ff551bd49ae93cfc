"""Keys that the program makes for itself, once."""

import secrets

from sqlalchemy import insert, select

from storage.database import Database
from storage.tables.roles import program_secrets


async def kept_secret(database: Database, name: str) -> str:
    """The secret of that name: 64 hexadecimal characters, made at the first asking."""
    async with database.begin() as tx:
        row = await tx.row(select(program_secrets.c.value).where(program_secrets.c.name == name))
        if row is not None:
            return str(row.value)
        value = secrets.token_hex(32)
        await tx.run(insert(program_secrets).values(name=name, value=value))
        return value
