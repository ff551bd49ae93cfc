"""`/import`: files of lists and timetables come in through the chat, the lists of a class go out."""

import asyncio
import re
from io import BytesIO

from aiogram import Bot, Router
from aiogram.filters import BaseFilter, Command, StateFilter
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import BroughtFileId, ClassId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.bringing import MOST_BYTES, UNDO_FOR, Bringing, FileTooHeavy, Looked
from domain.school.changes_file import ChangesFiles
from domain.school.exporting import Exporting, ListBooks
from handlers.journal.albums import Albums
from handlers.journal.homework_line import IsHomeworkLine
from handlers.kit.show import close, plain, send_file, show
from handlers.school import bring_screens as screens
from handlers.school import changes_file_screens
from handlers.school.bring_buttons import (
    ApplyFile,
    ChooseListsOf,
    LeaveFile,
    OpenBringing,
    TakeListsOf,
    TakeTemplate,
    UndoFile,
)
from handlers.school.bring_sheet import changes_book
from handlers.school.changes_file_router import send_long
from handlers.texts.translator import Texts

router = Router(name="bringing")
LONGEST_NAME = 100


class IsBrought(BaseFilter):
    """A file from one who may bring lists or a timetable, and which is not a line's or an album's of homework."""

    async def __call__(self, message: Message, actor: Actor, albums: Albums) -> bool:
        if message.document is None or not reach_of(actor, Action.IMPORT_TIMETABLE):
            return False
        return albums.homework_of(message.media_group_id) is None and not await IsHomeworkLine()(message)


@router.message(Command("import", "импорт"))
async def show_how(message: Message, actor: Actor, texts: Texts, bringing: Bringing) -> None:
    await show(message, screens.how(texts, await bringing.way(actor)))


@router.callback_query(OpenBringing.filter())
async def tap_how(query: CallbackQuery, actor: Actor, texts: Texts, bringing: Bringing) -> None:
    await show(query, screens.how(texts, await bringing.way(actor)))


@router.message(StateFilter(None), IsBrought())
async def file_arrived(
    message: Message,
    actor: Actor,
    texts: Texts,
    bringing: Bringing,
    changes_files: ChangesFiles,
    chat_files: ListBooks,
    bot: Bot,
) -> None:
    """Says what it would change; nothing is written before the tap."""
    assert message.document is not None
    if (message.document.file_size or 0) > MOST_BYTES:
        raise FileTooHeavy
    if chat_files.crowded:
        await show(message, screens.waits(texts))
    content = BytesIO()
    await bot.download(message.document.file_id, content)
    name = (message.document.file_name or plain(texts("bringing-nameless")))[-LONGEST_NAME:]
    brought = await bringing.read(actor, name, content.getvalue())
    if brought.changes:
        changes = await changes_files.bring(actor, name, content.getvalue(), brought.changes)
        await send_long(message, texts, changes)
        await show(message, changes_file_screens.looked(texts, changes))
        return
    looked = await bringing.bring(actor, name, content.getvalue(), brought)
    await _list_changes(message, texts, looked)
    await show(message, screens.looked(texts, looked))


@router.callback_query(ApplyFile.filter())
async def apply_file(
    query: CallbackQuery,
    callback_data: ApplyFile,
    actor: Actor,
    texts: Texts,
    bringing: Bringing,
    school_time: SchoolTime,
) -> None:
    looked = await bringing.apply(actor, BroughtFileId(callback_data.file))
    if not looked.stale:
        until = school_time.local(school_time.now() + UNDO_FOR)
        await show(query, screens.applied(texts, looked, until), texts("bringing-done"))
        return
    if isinstance(query.message, Message):
        await _list_changes(query.message, texts, looked)
    await show(query, screens.looked(texts, looked))


@router.callback_query(LeaveFile.filter())
async def leave_file(
    query: CallbackQuery, callback_data: LeaveFile, actor: Actor, texts: Texts, bringing: Bringing
) -> None:
    await bringing.drop(actor, BroughtFileId(callback_data.file))
    await show(query, screens.left(texts))


@router.callback_query(UndoFile.filter())
async def undo_file(
    query: CallbackQuery, callback_data: UndoFile, actor: Actor, texts: Texts, bringing: Bringing
) -> None:
    await show(query, screens.undone(texts, await bringing.undo(actor, BroughtFileId(callback_data.file))))


@router.callback_query(TakeTemplate.filter())
async def take_template(
    query: CallbackQuery, actor: Actor, texts: Texts, bringing: Bringing, chat_files: ListBooks
) -> None:
    await bringing.way(actor)
    await close(query, None)
    name, caption = plain(texts("bringing-template-file")), texts("bringing-template-caption")
    await send_file(query, await chat_files.template(), f"{name}.xlsx", caption)


@router.callback_query(ChooseListsOf.filter())
async def choose_lists(query: CallbackQuery, actor: Actor, texts: Texts, exporting: Exporting) -> None:
    await show(query, screens.choose_class(texts, await exporting.classes(actor)))


@router.callback_query(TakeListsOf.filter())
async def take_lists(
    query: CallbackQuery,
    callback_data: TakeListsOf,
    actor: Actor,
    texts: Texts,
    exporting: Exporting,
    chat_files: ListBooks,
) -> None:
    taken = await exporting.of_class(actor, ClassId(callback_data.school_class))
    await close(query, None)
    class_name, left_out = taken.school_class.name, taken.lists.left_out
    caption = texts("bringing-lists-caption", name=class_name, pupils=len(taken.lists.pupils))
    more = texts("bringing-left-out", count=left_out) if left_out else ""
    name = plain(texts("bringing-lists-file", name=re.sub(r"[^\w -]", "", class_name)))
    await send_file(query, await chat_files.workbook(taken.lists), f"{name}.xlsx", f"{caption}\n{more}".strip())


async def _list_changes(message: Message, texts: Texts, looked: Looked) -> None:
    book = await asyncio.to_thread(changes_book, texts, looked)
    if book is not None:
        name = f"{plain(texts('bringing-changes-file'))}.xlsx"
        await message.answer_document(BufferedInputFile(book, name), caption=texts("bringing-changes-caption"))
