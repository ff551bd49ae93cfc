"""From a request's body to aiogram's own method type: urlencoded, JSON and multipart."""

import json
import types
import typing
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast
from urllib.parse import parse_qsl

from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiohttp import BodyPartReader, web
from pydantic import ValidationError

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import Refused, bad_request
from bot.local_telegram.markup import Markup, first_fault, markup_of

UPLOAD_LIMIT = 50 * 1024 * 1024
SCALARS = frozenset({str, int, float, bool, type(None), Default})
REQUIRED = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
}
T = TypeVar("T")
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content_type: str
    content: bytes


@dataclass(slots=True)
class Body:
    """What a request carries, before anything is known about its method."""

    params: JSON = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    @property
    def chat_id(self) -> int | None:
        """The chat that the call names, for faults and the ledger."""
        raw = self.params.get("chat_id")
        try:
            return int(raw) if raw is not None else None
        except (TypeError, ValueError):
            return None

    def as_recorded(self) -> JSON:
        files = {name: {"file_name": file.name, "size": len(file.content)} for name, file in self.uploads.items()}
        return {**self.params, **files} if files else self.params


@dataclass(frozen=True, slots=True)
class Call(Generic[M]):
    """A call whose arguments agree with aiogram's type; the keyboard is checked apart."""

    args: M
    markup: Markup
    uploads: dict[str, Upload]


def given(value: T | Default | None) -> T | None:
    """aiogram's «the bot's default» means «not given» on this side."""
    return None if isinstance(value, Default) else value


async def read_body(request: web.Request) -> Body:
    """Raises Refused 413 beyond 50 MB and 400 for a body that is not what its type says."""
    params: JSON = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, params)
    raw = await request.read()
    if kind == "application/json" and raw:
        return Body(params | _json_object(raw))
    if raw:
        try:
            params.update(parse_qsl(raw.decode(), keep_blank_values=True))
        except UnicodeDecodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    return Body(params)


def _json_object(raw: bytes) -> JSON:
    try:
        decoded = json.loads(raw)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(decoded, dict):
        raise bad_request("object expected")
    return decoded


async def _multipart(request: web.Request, params: JSON) -> Body:
    body = Body(params)
    left = UPLOAD_LIMIT
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytearray()
        while chunk := await part.read_chunk(65536):
            content += chunk
            left -= len(chunk)
            if left < 0:
                raise Refused(413, "Request Entity Too Large")
        if part.filename is None:
            body.params[part.name] = content.decode()
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            body.uploads[part.name] = Upload(part.filename, kind, bytes(content))
    return body


def call_of(kind: type[TelegramMethod[Any]], body: Body) -> Call[Any]:
    """Nested objects arrive as JSON strings; a `str` argument is never read as JSON (a mark «5» is a text)."""
    nested = nested_fields(kind)
    markup = markup_of(body.params.get("reply_markup"))
    values: JSON = {}
    for name, value in body.params.items():
        if name == "reply_markup" or (value == "" and name != "text"):
            continue
        values[name] = decoded(name, value) if name in nested else as_text(value, name in textual_fields(kind))
    for name in body.uploads:
        if name in kind.model_fields and name not in values:
            values[name] = f"attach://{name}"
    try:
        return Call(kind.model_validate(values), markup, body.uploads)
    except ValidationError as error:
        raise bad_request(fault_of(error)) from None


def as_text(value: Any, textual: bool) -> Any:
    """Telegram reads numbers in a JSON body as the texts that they would be in a form."""
    if textual and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value


def decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


def fault_of(error: ValidationError) -> str:
    fault = error.errors()[0]
    name = str(fault["loc"][0]) if fault["loc"] else ""
    if fault["type"] == "missing" and len(fault["loc"]) == 1:
        return REQUIRED.get(name, f"parameter {name} is required")
    return f"invalid parameter {first_fault(error)}"


@lru_cache(maxsize=256)
def nested_fields(kind: type[TelegramMethod[Any]]) -> frozenset[str]:
    """Fields that are objects or lists, so JSON in a form."""
    return frozenset(name for name, about in kind.model_fields.items() if not is_flat(about.annotation))


@lru_cache(maxsize=256)
def textual_fields(kind: type[TelegramMethod[Any]]) -> frozenset[str]:
    return frozenset(name for name, about in kind.model_fields.items() if str in alternatives(about.annotation))


def is_flat(annotation: Any) -> bool:
    """True for scalars and for files, which arrive as a string (an id, an address, attach://)."""
    options = alternatives(annotation)
    return all(
        option in SCALARS or option.__name__ == "InputFile" for option in options if isinstance(option, type)
    ) and all(isinstance(option, type) and typing.get_origin(option) is None for option in options)


def alternatives(annotation: Any) -> tuple[Any, ...]:
    origin = typing.get_origin(annotation)
    if origin is typing.Union or origin is types.UnionType:
        return tuple(inner for option in typing.get_args(annotation) for inner in alternatives(option))
    return (cast(Any, annotation),)
