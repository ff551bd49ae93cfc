"""Settings, from the environment or a file `.env`; `.env.example` lists the same ones (a test compares)."""

import re
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.control.rules import ControlRules
from domain.messaging.veil import PushContent
from domain.roles.retention import RetentionTerms
from domain.talk.signatures import DiarySignature

_TOKEN = re.compile(r"^\d+:[A-Za-z0-9_-]{10,}$")


class Settings(BaseSettings):
    """Each field's description and first example are what a person reads when the value is missing or malformed."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = Field(
        default=None,
        description="the bot's token as @BotFather gives it",
        examples=["123456789:AAE-example-example-example-example"],
    )
    bot_username: str | None = Field(
        default=None,
        description="the bot's name without @, for the links of one-time codes; empty: asked from Telegram",
        examples=["my_school_bot"],
    )
    database_url: str = Field(
        default="sqlite:///zvonok.db",
        description="where the journal is kept: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
        examples=["sqlite:///zvonok.db"],
    )
    telegram_api_url: str = Field(
        default="https://api.telegram.org",
        description="the Bot API server",
        examples=["https://api.telegram.org"],
    )
    webhook_url: str | None = Field(
        default=None,
        description="the https address where Telegram brings updates; empty: the bot asks for them",
        examples=["https://school.example/telegram"],
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        description="what Telegram proves itself with, 32 to 256 of A-Z a-z 0-9 _ -; needed with WEBHOOK_URL",
        examples=["any-long-random-text-of-32-characters"],
    )
    webhook_listen: str = Field(
        default="127.0.0.1:8443",
        description="host:port where the bot itself listens, behind the proxy that has the certificate",
        examples=["127.0.0.1:8443"],
    )
    code_key: SecretStr | None = Field(
        default=None,
        description="key (32 characters or more) that codes are hashed with; empty: made once, kept in the database",
        examples=["any-long-random-text-of-32-characters"],
    )
    code_days: Annotated[int, Field(ge=1, le=365)] = Field(
        default=30, description="days that a one-time code is good for, 1 to 365", examples=["30"]
    )
    confirm_guardians: bool = Field(
        default=True,
        description="whether a guardian who comes in for the first time waits for the class teacher, true or false",
        examples=["true"],
    )
    exports_per_day: Annotated[int, Field(ge=1, le=1000)] = Field(
        default=10, description="files with others' data that one person takes out a day, 1 to 1000", examples=["10"]
    )
    retention_journal_years: Annotated[int, Field(ge=1, le=75)] = Field(
        default=5, description="years that marks, presence and the log of changes are kept, 1 to 75", examples=["5"]
    )
    retention_results_years: Annotated[int, Field(ge=1, le=75)] = Field(
        default=25, description="years that term, year, exam and final marks are kept, 1 to 75", examples=["25"]
    )
    retention_orders_years: Annotated[int, Field(ge=1, le=75)] = Field(
        default=50, description="years that enrolments and movements are kept, 1 to 75", examples=["50"]
    )
    retention_audit_years: Annotated[int, Field(ge=1, le=75)] = Field(
        default=3, description="years that it is kept who looked at whose data, 1 to 75", examples=["3"]
    )
    staff_idle_days: Annotated[int, Field(ge=0, le=3650)] = Field(
        default=60,
        description="days without coming in after which a member of staff needs a new code, 0 (never) to 3650",
        examples=["60"],
    )
    staff_pin: bool = Field(
        default=False,
        description="whether staff give a PIN each 12 hours before they write, true or false",
        examples=["true"],
    )
    absence_grace_seconds: Annotated[int, Field(ge=0, le=3600)] = Field(
        default=120, description="seconds before guardians hear of an absence, 0 to 3600", examples=["120"]
    )
    mark_grace_seconds: Annotated[int, Field(ge=0, le=86400)] = Field(
        default=900, description="seconds before families hear of a mark, 0 to 86400", examples=["900"]
    )
    announce_grace_seconds: Annotated[int, Field(ge=0, le=3600)] = Field(
        default=60, description="seconds in which an announcement can be taken back, 0 to 3600", examples=["60"]
    )
    digest_at: time = Field(
        default=time(18, 0), description="school time of the evening digest, for who chose none", examples=["18:00"]
    )
    diary_signature: DiarySignature = Field(
        default=DiarySignature.WEEKLY,
        description="whether guardians sign the week of the diary with one tap, weekly or off",
        examples=["weekly"],
    )
    push_content: PushContent = Field(
        default=PushContent.FULL,
        description="what pushes say of a child: full, initials for the name, or neutral (only that there is news)",
        examples=["full"],
    )
    sends_per_second: Annotated[int, Field(ge=1, le=1000)] = Field(
        default=25, description="messages a second to all chats together, 1 to 30 with Telegram itself", examples=["25"]
    )
    sends_per_chat: Annotated[float, Field(gt=0, le=1000)] = Field(
        default=1.0, description="messages a second to one chat, 1 with Telegram itself", examples=["1"]
    )
    sends_in_flight: Annotated[int, Field(ge=1, le=100)] = Field(
        default=4, description="messages under way to Telegram at once, 1 to 100", examples=["4"]
    )
    storm_class_percent: Annotated[int, Field(ge=0, le=100)] = Field(
        default=40,
        description="percent of a class absent within 10 minutes that a deputy is asked about, 0 (never) to 100",
        examples=["40"],
    )
    storm_school_percent: Annotated[int, Field(ge=0, le=100)] = Field(
        default=25, description="the same of the whole school, 0 (never) to 100", examples=["25"]
    )
    storm_messages: Annotated[int, Field(ge=0, le=100_000)] = Field(
        default=200, description="readers of an announcement that a deputy is asked about, 0 (never)", examples=["200"]
    )
    acknowledge_per_child: bool = Field(
        default=True, description="an announcement is acknowledged for a child by one guardian", examples=["true"]
    )
    storm_wait_minutes: Annotated[int, Field(ge=1, le=720)] = Field(
        default=30, description="minutes after which held absences go without an answer, 1 to 720", examples=["30"]
    )
    pupil_threads_seen_to_grade: Annotated[int, Field(ge=0, le=11)] = Field(
        default=8,
        description="grade up to which guardians see what their child and a teacher write, 0 (none) to 11",
        examples=["8"],
    )
    urgent_per_day: Annotated[int, Field(ge=0, le=100)] = Field(
        default=5, description="urgent messages that one leader writes a day, 0 (none) to 100", examples=["5"]
    )
    filled_by: time = Field(
        default=time(21, 0), description="school time by which a lesson is filled in on its day", examples=["21:00"]
    )
    second_shift_from: time = Field(
        default=time(12, 0),
        description="school time from which a class's first lesson is of the second shift",
        examples=["12:00"],
    )
    second_shift_by: time = Field(
        default=time(12, 0),
        description="school time by which lessons of the second shift are filled in on the next day",
        examples=["12:00"],
    )
    homework_within_minutes: Annotated[int, Field(ge=0, le=1440)] = Field(
        default=60,
        description="minutes after a class's last lesson by which its homework is written, 0 to 1440",
        examples=["60"],
    )
    written_work_days: Annotated[int, Field(ge=1, le=30)] = Field(
        default=7, description="days within which marks of written works are set, 1 to 30", examples=["7"]
    )
    consents_by: Annotated[str, Field(pattern=r"^(0[89]|1[0-2])-(0[1-9]|[12][0-9]|30)$")] = Field(
        default="10-01",
        description="month and day by which consents of a new year are there, 08-01 to 12-30",
        examples=["10-01"],
    )
    document_days: Annotated[int, Field(ge=1, le=60)] = Field(
        default=7, description="days within which staff confirm a document, 1 to 60", examples=["7"]
    )
    term_mark_days: Annotated[int, Field(ge=0, le=30)] = Field(
        default=7,
        description="days before and after a term's end in which its marks are asked for, 0 to 30",
        examples=["7"],
    )
    duties_at: time = Field(
        default=time(17, 0),
        description="school time at which teachers read what is left to fill in",
        examples=["17:00"],
    )
    overview_weekday: Annotated[int, Field(ge=0, le=7)] = Field(
        default=5, description="weekday of the director's page, 1 (Monday) to 7; 0: none comes", examples=["5"]
    )
    overview_at: time = Field(
        default=time(16, 0), description="school time at which the director's page comes", examples=["16:00"]
    )
    updates_at_once: Annotated[int, Field(ge=1, le=500)] = Field(
        default=20, description="chats whose updates are handled side by side, 1 to 500", examples=["20"]
    )
    backup_folder: Path | None = Field(
        default=None,
        description="folder of this school's nightly copies, best on another disk; empty: none are made",
        examples=["/mnt/backups/zvonok"],
    )
    backup_key: SecretStr | None = Field(
        default=None,
        description="key (32 characters or more) that copies are encrypted with; needed with BACKUP_FOLDER",
        examples=["any-long-random-text-of-32-characters"],
    )
    backup_daily: Annotated[int, Field(ge=1, le=1000)] = Field(
        default=7, description="days of which the newest copy is kept, 1 to 1000", examples=["7"]
    )
    backup_weekly: Annotated[int, Field(ge=0, le=1000)] = Field(
        default=5, description="weeks of which the newest copy is kept, 0 to 1000", examples=["5"]
    )
    backup_monthly: Annotated[int, Field(ge=0, le=1000)] = Field(
        default=12, description="months of which the newest copy is kept, 0 to 1000", examples=["12"]
    )
    log_format: Literal["console", "json"] = Field(
        default="console", description="how the log is written: console or json", examples=["json"]
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="how much is logged: debug, info, warning or error", examples=["info"]
    )

    @property
    def token(self) -> str:
        """The bot's token; only for settings read `with_token`."""
        assert self.bot_token is not None
        return self.bot_token.get_secret_value()

    @property
    def key_of_backups(self) -> str | None:
        return self.backup_key.get_secret_value() if self.backup_key is not None else None

    @property
    def control_rules(self) -> ControlRules:
        return ControlRules(
            filled_by=self.filled_by,
            second_shift_from=self.second_shift_from,
            second_shift_by=self.second_shift_by,
            homework_within=timedelta(minutes=self.homework_within_minutes),
            written_days=self.written_work_days,
            consents_by=(int(self.consents_by[:2]), int(self.consents_by[3:])),
            documents_within=timedelta(days=self.document_days),
            term_marks_around=timedelta(days=self.term_mark_days),
            duties_at=self.duties_at,
        )

    @property
    def retention(self) -> RetentionTerms:
        return RetentionTerms(
            journal=self.retention_journal_years,
            results=self.retention_results_years,
            orders=self.retention_orders_years,
            audit=self.retention_audit_years,
        )

    @property
    def secret_of_webhook(self) -> str:
        """Only for settings with a `webhook_url`."""
        assert self.webhook_secret is not None
        return self.webhook_secret.get_secret_value()

    @field_validator("bot_token")
    @classmethod
    def _like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.match(value.get_secret_value()):
            raise ValueError("does not look like a token")
        return value

    @field_validator("code_key", "backup_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 32:
            raise ValueError("is shorter than 32 characters")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _encrypted(cls, value: str | None) -> str | None:
        """Plain http only to this very machine, where a proxy or a test stands."""
        if value is not None and not re.match(r"^(https://[^/]|http://(127\.0\.0\.1|localhost)[:/])", value):
            raise ValueError("is no https address")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _hard_to_guess(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{32,256}", value.get_secret_value()):
            raise ValueError("is not 32 to 256 of A-Z a-z 0-9 _ -")
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        if not re.fullmatch(r"\S+:\d{1,5}", value) or not 0 <= int(value.rpartition(":")[2]) < 65536:
            raise ValueError("is no host:port")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not re.match(r"^(sqlite|postgres(ql)?)(\+\w+)?://", value):
            raise ValueError("names no database that this program knows")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _http(cls, value: str) -> str:
        if not re.match(r"^https?://[^/]", value):
            raise ValueError("is no http(s) address")
        return value.rstrip("/")


class SettingsWrong(Exception):
    """One line for the person who starts the program; never holds a value that was given."""


def read_settings(*, with_token: bool = False, **given: object) -> Settings:
    """Settings from the environment, `.env` and `given` (which wins).

    Raises `SettingsWrong`, naming the variable, what it takes and an example.
    """
    try:
        settings = Settings(**given)  # type: ignore[arg-type]
    except ValidationError as errors:
        wrong = errors.errors(include_input=False, include_url=False, include_context=False)[0]
        raise SettingsWrong(_line(str(wrong["loc"][0]), wrong["msg"].removeprefix("Value error, "))) from None
    if with_token and settings.bot_token is None:
        raise SettingsWrong(_line("bot_token", "is missing"))
    if with_token and settings.webhook_url is not None and settings.webhook_secret is None:
        raise SettingsWrong(_line("webhook_secret", "is missing"))
    return settings


def backup_key_of(settings: Settings) -> str:
    """Raises `SettingsWrong` where there is none."""
    if settings.key_of_backups is None:
        raise SettingsWrong(_line("backup_key", "is missing"))
    return settings.key_of_backups


def _line(name: str, said: str) -> str:
    field = Settings.model_fields[name]
    example = (field.examples or [""])[0]
    return f"{name.upper()} {said}: it takes {field.description}; for example {name.upper()}={example}"
