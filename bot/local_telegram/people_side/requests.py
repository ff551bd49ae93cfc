"""Reading what phones and tests send."""

from typing import Any

from aiohttp import BodyPartReader, web

from bot.local_telegram.calls import Upload
from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import malformed


class Wish:
    """A JSON object from a phone, read field by field with plain refusals."""

    def __init__(self, fields: JSON) -> None:
        self.fields = fields

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        if not isinstance(value, str) or not value:
            raise malformed(f"«{name}» must be a text.")
        return value

    def text_or_none(self, name: str) -> str | None:
        return self.text(name) if self.fields.get(name) not in (None, "") else None

    def number(self, name: str) -> int:
        return whole(name, self.fields.get(name))

    def number_or_none(self, name: str) -> int | None:
        return self.number(name) if self.fields.get(name) not in (None, "") else None


def whole(name: str, value: Any) -> int:
    try:
        if isinstance(value, bool):
            raise ValueError(name)
        return int(value)
    except (TypeError, ValueError):
        raise malformed(f"«{name}» must be a whole number.") from None


async def wish_of(request: web.Request) -> Wish:
    """An empty body is an empty wish."""
    if not request.can_read_body:
        return Wish({})
    try:
        fields = await request.json()
    except ValueError:
        raise malformed("The body must be a JSON object.") from None
    if not isinstance(fields, dict):
        raise malformed("The body must be a JSON object.")
    return Wish(fields)


def user_id_of(request: web.Request) -> int:
    return int(request.match_info["user_id"])


def query_number(request: web.Request, name: str) -> int | None:
    value = request.query.get(name)
    return whole(name, value) if value not in (None, "") else None


async def form_of(request: web.Request) -> tuple[Wish, Upload]:
    """A multipart form with one `file`."""
    if request.content_type != "multipart/form-data":
        raise malformed("The file must come as multipart/form-data.")
    fields: JSON = {}
    upload: Upload | None = None
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "file":
            kind = part.headers.get("Content-Type", "application/octet-stream")
            upload = Upload(part.filename or "file", kind, bytes(await part.read()))
        elif part.name:
            fields[part.name] = await part.text()
    if upload is None:
        raise malformed("The form has no «file».")
    return Wish(fields), upload
