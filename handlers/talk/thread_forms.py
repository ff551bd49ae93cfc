"""Free text that threads wait for, and texts that wait for an answer of their writer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypedDict, cast

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from domain.ids import AnnouncementId, PersonId, TalkMessageId, ThreadId
from domain.talk.openings import To
from domain.talk.threads import Desk
from domain.talk.wording import Attachment, FileKind, Wording, Writing
from handlers.talk.thread_buttons import Whom

DESTINY = "talk"


class TalkForm(StatesGroup):
    text = State()
    """Waits for what is said: to somebody (`Target.to`), or in a thread."""
    colleague = State()
    """Waits for a colleague's name."""


class Target(TypedDict, total=False):
    """Where a text goes: to whom it opens a thread, which announcement or which message of a thread it answers."""

    whom: str
    pupil: int
    person: int
    thread: int
    message: int
    announcement: int
    matter: str
    """What a thread that is opened is about, in words; '' where its first words say it."""
    urgent: bool
    """Rings at any hour."""


class Kept(TypedDict, total=False):
    target: Target
    text: str
    entities: list[dict[str, Any]] | None
    files: list[dict[str, Any]]
    account_message: int
    album: str | None


DESKS = {
    Whom.CLASS_TEACHER: Desk.CLASS_TEACHER,
    Whom.ADMINISTRATION: Desk.ADMINISTRATION,
    Whom.HELP: Desk.HELP,
}


def to_of(target: Target) -> To:
    if "announcement" in target:
        return To(announcement=AnnouncementId(target["announcement"]))
    whom = Whom(target["whom"])
    return To(
        pupil=PersonId(target["pupil"]) if target["pupil"] else None,
        person=PersonId(target["person"]) if target["person"] else None,
        desk=DESKS.get(whom),
        guardians=whom is Whom.GUARDIANS,
        matter=target.get("matter") or None,
    )


def in_thread(thread: ThreadId, message: TalkMessageId | None) -> Target:
    return Target(thread=thread, message=message or 0)


async def form_of(state: FSMContext) -> Target:
    return cast(Target, await state.get_data())


def kept_context(state: FSMContext) -> FSMContext:
    """Beside whatever form the person is in, which goes on."""
    return FSMContext(state.storage, replace(state.key, destiny=DESTINY))


async def keep(state: FSMContext, target: Target, writing: Writing) -> None:
    """One text waits at a time; more pictures of its album join it."""
    kept = await kept_of(state)
    if kept is not None and writing.album is not None and kept[1].album == writing.album:
        first = kept[1]
        wording = writing.wording if first.wording.empty else first.wording
        writing = replace(first, wording=wording, files=(*first.files, *writing.files))
    files = [
        {"kind": one.kind.value, "file_id": one.file_id, "name": one.name, "source": one.source}
        for one in writing.files
    ]
    await kept_context(state).set_data(
        {
            "target": dict(target),
            "text": writing.wording.text,
            "entities": writing.wording.kept(),
            "files": files,
            "account_message": writing.account_message,
            "album": writing.album,
        }
    )


async def kept_of(state: FSMContext) -> tuple[Target, Writing] | None:
    kept = cast(Kept, await kept_context(state).get_data())
    if "target" not in kept:
        return None
    files = tuple(_file(one) for one in kept["files"])
    wording = Wording.of(kept["text"], kept["entities"])
    return kept["target"], Writing(wording, files, kept["account_message"], kept["album"])


async def drop_kept(state: FSMContext) -> None:
    await kept_context(state).clear()


def _file(kept: Mapping[str, Any]) -> Attachment:
    return Attachment(FileKind(kept["kind"]), kept["file_id"], kept["name"], kept["source"])
