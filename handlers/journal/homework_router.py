"""Homework: one line sets it; families read it with its files."""

from datetime import date

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import ClassId, EntryId, HomeworkId, PersonId, SubjectId
from domain.journal.homework import HomeworkBook
from domain.journal.homework_after import HomeworkAfter
from domain.journal.homework_diary import HomeworkDiary
from domain.journal.homework_kept import HomeworkFile
from domain.journal.homework_meant import Doubt, LineGone, Understood
from domain.journal.overload_guard import OverloadGuard
from domain.journal.ticks import HomeworkTicks
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.school.timetable import LessonRef
from handlers.journal import homework_screens as screens
from handlers.journal.albums import Albums
from handlers.journal.children import own_pupils
from handlers.journal.homework_buttons import (
    CancelHomework,
    HomeworkAfterLesson,
    HomeworkFiles,
    HowHomework,
    MeantHomework,
    MoveHomework,
    SayNone,
    ShowHomework,
    TickHomework,
)
from handlers.journal.homework_line import ContinuesAlbum, HomeworkLine, IsHomeworkLine, files_of
from handlers.kit.days import day_of
from handlers.kit.screen import Screen
from handlers.kit.show import close, show
from handlers.texts.translator import Texts

router = Router(name="homework")


@router.message(IsHomeworkLine())
async def set_homework(
    message: Message,
    line: HomeworkLine,
    actor: Actor,
    texts: Texts,
    homework_book: HomeworkBook,
    albums: Albums,
    overload_guard: OverloadGuard,
    state: FSMContext,
) -> None:
    if not (line.text or line.files):
        await show(message, screens.how(texts))
        return
    meant = await homework_book.understand(actor, line.text)
    if isinstance(meant, Doubt):
        await state.set_data(_waiting(meant, line.files, message.message_id))
        await show(message, screens.ask(texts, meant, message.message_id))
        return
    done = await homework_book.set(actor, meant, line.files)
    albums.remember(message.media_group_id, done.id)
    await show(message, screens.was_set(texts, done, await overload_guard.homework(actor, done)))


@router.message(ContinuesAlbum())
async def more_of_album(message: Message, actor: Actor, homework_book: HomeworkBook, albums: Albums) -> None:
    homework = albums.homework_of(message.media_group_id)
    if homework is not None:
        await homework_book.attach(actor, homework, files_of(message))


@router.callback_query(MeantHomework.filter())
async def meant(
    query: CallbackQuery,
    callback_data: MeantHomework,
    actor: Actor,
    texts: Texts,
    homework_book: HomeworkBook,
    overload_guard: OverloadGuard,
    state: FSMContext,
) -> None:
    """The waiting line; once it was set, or another one took its place, the question waits for nothing."""
    waiting = await state.get_data()
    if waiting.get("line") != callback_data.line:
        raise LineGone
    taught = await homework_book.taught_by(actor, ClassId(callback_data.school_class), SubjectId(callback_data.subject))
    day = date.fromisoformat(waiting["day"]) if waiting["day"] else None
    understood: Understood = await homework_book.choose(actor, taught, waiting["homework_text"], day)
    files = [HomeworkFile(*one) for one in waiting["files"]]
    done = await homework_book.set(actor, understood, files)
    await state.clear()
    await show(query, screens.was_set(texts, done, await overload_guard.homework(actor, done)))


@router.callback_query(CancelHomework.filter())
async def cancel(
    query: CallbackQuery, callback_data: CancelHomework, actor: Actor, texts: Texts, homework_book: HomeworkBook
) -> None:
    await homework_book.cancel(actor, HomeworkId(callback_data.homework))
    await show(query, screens.cancelled(texts))


@router.callback_query(MoveHomework.filter())
async def move(
    query: CallbackQuery,
    callback_data: MoveHomework,
    actor: Actor,
    texts: Texts,
    homework_book: HomeworkBook,
    overload_guard: OverloadGuard,
) -> None:
    done = await homework_book.move(actor, HomeworkId(callback_data.homework), day_of(callback_data.day))
    screen = screens.was_set(texts, done, await overload_guard.homework(actor, done))
    await show(query, screen, texts("homework-moved"))


@router.callback_query(HowHomework.filter())
async def how(query: CallbackQuery, texts: Texts) -> None:
    await show(query, screens.how(texts))


@router.message(Command("homework"))
async def show_homework(
    message: Message, actor: Actor, texts: Texts, homework_diary: HomeworkDiary, rosters: Rosters
) -> None:
    await show(message, await _coming(actor, texts, homework_diary, rosters, 0))


@router.callback_query(ShowHomework.filter())
async def tap_homework(
    query: CallbackQuery,
    callback_data: ShowHomework,
    actor: Actor,
    texts: Texts,
    homework_diary: HomeworkDiary,
    rosters: Rosters,
) -> None:
    await show(query, await _coming(actor, texts, homework_diary, rosters, callback_data.pupil))


@router.callback_query(TickHomework.filter())
async def tick(
    query: CallbackQuery,
    callback_data: TickHomework,
    actor: Actor,
    texts: Texts,
    homework_ticks: HomeworkTicks,
    homework_diary: HomeworkDiary,
    rosters: Rosters,
) -> None:
    await homework_ticks.tick(actor, HomeworkId(callback_data.homework), callback_data.done)
    screen = await _coming(actor, texts, homework_diary, rosters, actor.person)
    await show(query, screen, texts("homework-done" if callback_data.done else "homework-not-done"))


@router.callback_query(SayNone.filter())
async def say_none(
    query: CallbackQuery, callback_data: SayNone, actor: Actor, texts: Texts, homework_after: HomeworkAfter
) -> None:
    """For the next lesson of each class at it; taken back by one tap each."""
    ref = LessonRef(EntryId(callback_data.entry), day_of(callback_data.day))
    done = await homework_after.set_none(actor, ref)
    await show(query, screens.after_lesson(texts, await homework_after.page(actor, ref), ref, done))


@router.callback_query(HomeworkAfterLesson.filter())
async def after_lesson(
    query: CallbackQuery, callback_data: HomeworkAfterLesson, actor: Actor, texts: Texts, homework_after: HomeworkAfter
) -> None:
    ref = LessonRef(EntryId(callback_data.entry), day_of(callback_data.day))
    await show(query, screens.after_lesson(texts, await homework_after.page(actor, ref), ref, ()))


@router.callback_query(HomeworkFiles.filter())
async def open_files(
    query: CallbackQuery, callback_data: HomeworkFiles, actor: Actor, homework_diary: HomeworkDiary, bot: Bot
) -> None:
    files = await homework_diary.files(actor, HomeworkId(callback_data.homework))
    await close(query, None)
    for one in files:
        if one.kind == "photo":
            await bot.send_photo(query.from_user.id, one.file_id)
        else:
            await bot.send_document(query.from_user.id, one.file_id)


async def _coming(actor: Actor, texts: Texts, homework_diary: HomeworkDiary, rosters: Rosters, asked: int) -> Screen:
    children = await own_pupils(actor, rosters)
    if not (asked or children):
        return screens.no_pupils(texts)
    return screens.coming(texts, await homework_diary.coming(actor, PersonId(asked or children[0][0])), children)


def _waiting(doubt: Doubt, files: tuple[HomeworkFile, ...], line: int) -> dict[str, object]:
    return {
        "line": line,
        "homework_text": doubt.text,
        "day": doubt.day.isoformat() if doubt.day else None,
        "files": [[one.kind, one.file_id, one.name] for one in files],
    }
