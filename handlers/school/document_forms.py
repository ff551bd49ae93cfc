"""A document on its way to be published: what the editor has brought and chosen so far."""

from dataclasses import dataclass
from datetime import date
from secrets import token_hex
from typing import TypedDict, cast

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from domain.errors import Refused
from domain.ids import DocumentId
from domain.school.document_drafts import Brought
from domain.school.documents import Document, DocumentAudience, NewDocument


class DocumentForm(StatesGroup):
    brought = State()
    """Waits for a file or a link."""
    draft = State()
    """The draft is shown; another file or link takes its place."""
    title = State()
    day = State()


@dataclass(eq=False)
class DocumentDraftGone(Refused):
    """The draft of this screen is not the one that waits."""


@dataclass(eq=False)
class DocumentDayUnclear(Refused):
    """No day is said there."""


class FileInForm(TypedDict, total=False):
    """`telegram_file`: under which it may be sent on; `file_id`: under which it is fetched."""

    media_type: str | None
    file_id: str | None
    telegram_file: str | None


class DraftInForm(FileInForm, total=False):
    """A file, or a link."""

    key: str
    title: str
    day: str
    audience: str
    acknowledge: bool
    link: str | None
    file_name: str | None
    replaces: int


async def begin(state: FSMContext, replaces: int) -> None:
    await state.set_state(DocumentForm.brought)
    await state.set_data({"replaces": replaces})


async def replaces_of(state: FSMContext) -> int:
    return int((await state.get_data()).get("replaces", 0))


async def keep(
    state: FSMContext, brought: Brought, today: date, before: Document | None, file: FileInForm
) -> tuple[NewDocument, str]:
    """A new draft: for everyone, dated today, to be confirmed; the next version is as the one `before` it was."""
    key = token_hex(4)
    kept = DraftInForm(
        key=key,
        title=before.title if before else brought.title,
        day=today.isoformat(),
        audience=(before.audience if before else DocumentAudience.ALL).value,
        acknowledge=before.acknowledge if before else True,
        link=brought.link,
        file_name=brought.file_name,
        replaces=before.id if before else 0,
        file_id=file.get("file_id"),
        telegram_file=file.get("telegram_file"),
        media_type=file.get("media_type"),
    )
    await state.set_state(DocumentForm.draft)
    await state.set_data(dict(kept))
    return new_of(kept), key


async def draft_of(state: FSMContext, key: str) -> DraftInForm:
    """Raises `DocumentDraftGone`."""
    kept = cast(DraftInForm, await state.get_data())
    if kept.get("key") != key:
        raise DocumentDraftGone
    return kept


async def current(state: FSMContext) -> DraftInForm:
    return cast(DraftInForm, await state.get_data())


async def changed(state: FSMContext, kept: DraftInForm) -> NewDocument:
    """Kept again, and shown."""
    await state.set_state(DocumentForm.draft)
    await state.set_data(dict(kept))
    return new_of(kept)


def new_of(kept: DraftInForm, content: bytes | None = None) -> NewDocument:
    return NewDocument(
        title=kept["title"],
        day=date.fromisoformat(kept["day"]),
        audience=DocumentAudience(kept["audience"]),
        acknowledge=kept["acknowledge"],
        link=kept.get("link"),
        file_name=kept.get("file_name"),
        media_type=kept.get("media_type"),
        telegram_file=kept.get("telegram_file"),
        content=content,
        replaces=DocumentId(kept["replaces"]) if kept["replaces"] else None,
    )
