"""The log: structured, ids only. Whatever reaches it, tokens and one-time codes do not leave it."""

import logging
import re
import sys
import traceback
from typing import Any, Literal

import structlog
from structlog.typing import ExcInfo

MOST_CAUSES = 5
_SECRETS = (
    (re.compile(r"\b\d+:[A-Za-z0-9_-]{10,}"), "<token>"),
    (re.compile(r"(?<=start=)[A-Za-z0-9_-]+"), "<code>"),
    (re.compile(r"(postgres\w*(?:\+\w+)?://[^:@/\s]*):[^@\s]*@"), r"\1:<password>@"),
)


def redacted(text: str) -> str:
    """The text without tokens, deep-link codes and database passwords."""
    for pattern, shown in _SECRETS:
        text = pattern.sub(shown, text)
    return text


def without_words(exc_info: ExcInfo) -> str:
    """Where it happened and of what kind it was, the first cause first. What an error says may hold names and texts."""
    said: list[str] = []
    error: BaseException | None = exc_info[1]
    while error is not None and len(said) < MOST_CAUSES:
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        said.insert(0, "".join([*traceback.format_tb(error.__traceback__), kind]))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\nthen\n\n".join(said)


class _RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Works on the finished line with its traceback: network errors carry the token in their URL."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def set_up_logs(form: Literal["console", "json"], level: str) -> None:
    """Our own log and the libraries' go the same way, to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(without_words),
    ]
    last = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _RedactingFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for chatty in ("aiogram.event", "apscheduler", "alembic", "aiosqlite"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
