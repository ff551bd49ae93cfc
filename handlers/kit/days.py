"""Days as buttons carry them: yymmdd."""

from datetime import date, datetime

from domain.errors import NotFound


def packed(day: date) -> str:
    return f"{day:%y%m%d}"


def day_of(said: str) -> date:
    """Raises `NotFound` for a day that is none: buttons are a stranger's until they are checked."""
    try:
        return datetime.strptime(said, "%y%m%d").date()  # noqa: DTZ007
    except ValueError:
        raise NotFound from None
