"""What a person can mend, said in one line."""

from sqlalchemy.exc import SQLAlchemyError

from bot.settings import SettingsWrong
from domain.school.backups import BackupFailed
from storage.lock import InUse
from storage.schema import DatabaseDamaged, DatabaseNewer


class Mistaken(Exception):
    """A command was asked for something that cannot be; the message says what, and what to do instead."""


def one_line(problem: Exception) -> str | None:
    """None for what nobody foresaw: that deserves its traceback."""
    match problem:
        case SettingsWrong() | BackupFailed() | Mistaken():
            return str(problem)
        case InUse():
            return f"The database is in use by {problem.who}: stop it first."
        case DatabaseNewer():
            return f"The database has schema {problem}, which this program does not know: run the newer program."
        case DatabaseDamaged():
            return "Rows of the database point at rows that are not there: restore a backup (`python -m bot restore`)."
        case SQLAlchemyError() | OSError():
            return f"{type(problem).__name__}: {str(problem).splitlines()[0]}"
    return None
