"""A table of substitutions as a file: how it looks, and what is done with one that was shown.

The file itself comes in where every file of the office does, in `bring_router`.
"""

import asyncio

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from domain.ids import BroughtFileId
from domain.roles.people import Actor
from domain.school.changes_file import ChangesFiles, ChangesLooked
from handlers.kit.show import close, plain, send_file, show
from handlers.school import changes_file_screens as screens
from handlers.school.changes_file_buttons import ApplyChanges, LeaveChanges, OpenChangesFile, TakeChangesTemplate
from handlers.school.changes_file_sheet import long_book
from handlers.texts.translator import Texts

router = Router(name="changes_file")


@router.callback_query(OpenChangesFile.filter())
async def open_how(query: CallbackQuery, actor: Actor, texts: Texts, changes_files: ChangesFiles) -> None:
    await changes_files.way(actor)
    await show(query, screens.how(texts))


@router.callback_query(TakeChangesTemplate.filter())
async def take_template(query: CallbackQuery, actor: Actor, texts: Texts, changes_files: ChangesFiles) -> None:
    book = await changes_files.template(actor)
    await close(query, None)
    name, caption = plain(texts("changes-file-template-name")), texts("changes-file-template-caption")
    await send_file(query, book, f"{name}.xlsx", caption)


@router.callback_query(ApplyChanges.filter())
async def apply_changes(
    query: CallbackQuery, callback_data: ApplyChanges, actor: Actor, texts: Texts, changes_files: ChangesFiles
) -> None:
    looked = await changes_files.apply(actor, BroughtFileId(callback_data.file))
    if looked.stale:
        if isinstance(query.message, Message):
            await send_long(query.message, texts, looked)
        await show(query, screens.looked(texts, looked))
        return
    await show(query, screens.applied(texts, looked), texts("bringing-done"))


@router.callback_query(LeaveChanges.filter())
async def leave_changes(
    query: CallbackQuery, callback_data: LeaveChanges, actor: Actor, texts: Texts, changes_files: ChangesFiles
) -> None:
    await changes_files.drop(actor, BroughtFileId(callback_data.file))
    await show(query, screens.left(texts))


async def send_long(message: Message, texts: Texts, looked: ChangesLooked) -> None:
    """Every row in a workbook, where there are many; before the screen, which stays the last thing in the chat."""
    book = await asyncio.to_thread(long_book, texts, looked)
    if book is not None:
        name = f"{plain(texts('bringing-changes-file'))}.xlsx"
        await message.answer_document(BufferedInputFile(book, name), caption=texts("changes-file-long-caption"))
