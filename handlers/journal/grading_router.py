"""Marks of a lesson: each tap is written at once and redraws the one screen; an old mark asks for a reason first."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.attendance.reading import RollCallReads
from domain.ids import MarkId, PersonId, WorkKindId
from domain.journal.debts import Debts
from domain.journal.grading import Grading
from domain.journal.mark_changes import ReasonNeeded
from domain.journal.mark_pages import MarkPages
from domain.journal.mark_requests import MarkRequests
from domain.journal.my_lesson import MyLessons
from domain.journal.overload_guard import OverloadGuard
from domain.roles.people import Actor
from handlers.journal import grading_screens as screens
from handlers.journal.buttons import OpenMarks, SetMark
from handlers.journal.forms import CommentForm, ReasonForm
from handlers.journal.grading_buttons import (
    AskComment,
    AskDebt,
    OneMore,
    OpenMark,
    SetDebt,
    ShowMarkHistory,
    UndoTouch,
)
from handlers.journal.overload_screens import warned
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="grading")


@router.callback_query(OpenMarks.filter())
async def open_marks(
    query: CallbackQuery,
    callback_data: OpenMarks,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
    overload_guard: OverloadGuard,
    state: FSMContext,
) -> None:
    await state.clear()
    screen = await _marks(callback_data, actor, texts, my_lessons, roll_calls, mark_pages, callback_data.pupil)
    overload = await overload_guard.control_work(actor, callback_data.ref, WorkKindId(callback_data.kind))
    await show(query, warned(texts, screen, overload))


@router.callback_query(OneMore.filter())
async def one_more(
    query: CallbackQuery,
    callback_data: OneMore,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
) -> None:
    pupil, slot = callback_data.pupil, callback_data.slot
    await show(query, await _marks(callback_data, actor, texts, my_lessons, roll_calls, mark_pages, pupil, slot))


@router.callback_query(SetMark.filter())
async def set_mark(
    query: CallbackQuery,
    callback_data: SetMark,
    actor: Actor,
    texts: Texts,
    grading: Grading,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
    state: FSMContext,
) -> None:
    try:
        toast = await _set(callback_data, actor, texts, grading)
    except ReasonNeeded as needed:
        await show(query, await _ask_reason(needed, callback_data.becomes, actor, texts, mark_pages, state))
        return
    await show(query, await _marks(callback_data, actor, texts, my_lessons, roll_calls, mark_pages), toast)


@router.message(StateFilter(ReasonForm.text), F.text, ~F.text.startswith("/"))
async def take_reason(
    message: Message,
    actor: Actor,
    texts: Texts,
    mark_requests: MarkRequests,
    mark_pages: MarkPages,
    state: FSMContext,
) -> None:
    asked = await state.get_data()
    mark = MarkId(asked["mark"])
    await mark_requests.ask(actor, mark, asked["value"], message.text or "")
    await state.clear()
    await show(message, screens.request_sent(texts, await mark_pages.page(actor, mark)))


@router.callback_query(AskDebt.filter())
async def ask_debt(
    query: CallbackQuery,
    callback_data: AskDebt,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    debts: Debts,
    mark_pages: MarkPages,
) -> None:
    ref, kind, pupil = callback_data.ref, WorkKindId(callback_data.kind), PersonId(callback_data.pupil)
    page, pad = await my_lessons.page(actor, ref), await mark_pages.pad(actor, ref)
    stands = any(debt.kind == kind for debt in pad.debts.get(pupil, ()))
    days = await debts.likely_days(actor, ref)
    await show(query, screens.debt_days(texts, page, days, callback_data.page, kind, pupil, stands))


@router.callback_query(SetDebt.filter())
async def set_debt(
    query: CallbackQuery,
    callback_data: SetDebt,
    actor: Actor,
    texts: Texts,
    debts: Debts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
) -> None:
    ref, kind, pupil = callback_data.ref, WorkKindId(callback_data.kind), PersonId(callback_data.pupil)
    due = callback_data.until
    if due is None:
        await debts.take_back(actor, ref, pupil, kind)
    else:
        await debts.set(actor, ref, pupil, kind, due)
    toast = texts("marks-debt-gone") if due is None else texts("marks-debt-set", day=texts.date(due))
    await show(query, await _marks(callback_data, actor, texts, my_lessons, roll_calls, mark_pages), toast)


@router.callback_query(OpenMark.filter())
async def open_mark(
    query: CallbackQuery,
    callback_data: OpenMark,
    actor: Actor,
    texts: Texts,
    mark_pages: MarkPages,
    state: FSMContext,
) -> None:
    await state.clear()
    page = await mark_pages.page(actor, MarkId(callback_data.mark))
    await show(query, screens.mark_page(texts, page, callback_data.page, callback_data.retake))


@router.callback_query(ShowMarkHistory.filter())
async def show_history(
    query: CallbackQuery, callback_data: ShowMarkHistory, actor: Actor, texts: Texts, mark_pages: MarkPages
) -> None:
    page, events = await mark_pages.history(actor, MarkId(callback_data.mark))
    await show(query, screens.mark_history(texts, page, events, callback_data.page))


@router.callback_query(AskComment.filter())
async def ask_comment(
    query: CallbackQuery,
    callback_data: AskComment,
    actor: Actor,
    texts: Texts,
    mark_pages: MarkPages,
    state: FSMContext,
) -> None:
    page = await mark_pages.page(actor, MarkId(callback_data.mark))
    await state.set_state(CommentForm.text)
    await state.set_data({"mark": callback_data.mark, "page": callback_data.page})
    await show(query, screens.ask_comment(texts, page, callback_data.page))


@router.message(StateFilter(CommentForm.text), F.text, ~F.text.startswith("/"))
async def take_comment(message: Message, actor: Actor, texts: Texts, mark_pages: MarkPages, state: FSMContext) -> None:
    asked = await state.get_data()
    mark = MarkId(asked["mark"])
    await mark_pages.comment(actor, mark, message.text or "")
    await state.clear()
    await show(message, screens.mark_page(texts, await mark_pages.page(actor, mark), asked["page"]))


@router.callback_query(UndoTouch.filter())
async def undo_touch(
    query: CallbackQuery, callback_data: UndoTouch, actor: Actor, texts: Texts, mark_pages: MarkPages
) -> None:
    undone = await mark_pages.undo(actor, MarkId(callback_data.mark), callback_data.version)
    await show(query, screens.touch_undone(texts, undone.value, undone.taken_back))


async def _set(asked: SetMark, actor: Actor, texts: Texts, grading: Grading) -> str:
    """The toast."""
    ref, pupil, kind = asked.ref, PersonId(asked.pupil), WorkKindId(asked.kind)
    value = asked.becomes
    if value is None:
        await grading.take_back(actor, ref, pupil, kind, asked.slot)
        return texts("journal-taken-back")
    await grading.put(actor, ref, pupil, value, kind, asked.slot)
    return texts("journal-mark-set", value=value)


async def _ask_reason(
    needed: ReasonNeeded, value: str | None, actor: Actor, texts: Texts, pages: MarkPages, state: FSMContext
) -> Screen:
    page = await pages.page(actor, needed.mark)
    await state.set_state(ReasonForm.text)
    await state.set_data({"mark": needed.mark, "value": value})
    return screens.ask_reason(texts, page, value, needed.days)


async def _marks(
    asked: OpenMarks | OneMore | SetMark | SetDebt,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
    opened: int = 0,
    slot: int = 0,
) -> Screen:
    ref = asked.ref
    page, sheet = await my_lessons.page(actor, ref), await roll_calls.sheet(actor, ref)
    pad, kind = await mark_pages.pad(actor, ref), WorkKindId(asked.kind)
    return screens.marks(texts, page, sheet, pad, asked.page, kind, PersonId(opened), slot)
