"""Remarks in the diary: from a lesson's list or a pupil's pad, and by the class teacher with `/remarks`."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import ClassId, PersonId, RemarkId
from domain.journal.my_lesson import MyLessons
from domain.journal.remarks import Remarks, RemarksPage
from domain.roles.people import Actor
from domain.school.timetable import LessonRef
from handlers.journal import remarks_screens as screens
from handlers.journal.forms import RemarkForm
from handlers.journal.remarks_buttons import (
    AskRemark,
    ChooseRemarks,
    RemarksOf,
    RemarksOfClass,
    RemarksOfLesson,
    TakeRemarkBack,
)
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="remarks")


@router.message(Command("remarks", "замечания"))
async def show_remarks(message: Message, actor: Actor, texts: Texts, remarks: Remarks) -> None:
    await show(message, await _own_class(actor, texts, remarks))


@router.callback_query(ChooseRemarks.filter())
async def tap_remarks(query: CallbackQuery, actor: Actor, texts: Texts, remarks: Remarks) -> None:
    await show(query, await _own_class(actor, texts, remarks))


@router.callback_query(RemarksOfClass.filter())
async def of_class(
    query: CallbackQuery, callback_data: RemarksOfClass, actor: Actor, texts: Texts, remarks: Remarks
) -> None:
    page = await remarks.of_class(actor, ClassId(callback_data.school_class))
    await show(query, screens.of_class(texts, page, callback_data.page))


@router.callback_query(RemarksOfLesson.filter())
async def of_lesson(
    query: CallbackQuery, callback_data: RemarksOfLesson, actor: Actor, texts: Texts, my_lessons: MyLessons
) -> None:
    page = await my_lessons.page(actor, callback_data.ref)
    await show(query, screens.of_lesson(texts, page, callback_data.page))


@router.callback_query(RemarksOf.filter())
async def of_pupil(
    query: CallbackQuery,
    callback_data: RemarksOf,
    actor: Actor,
    texts: Texts,
    remarks: Remarks,
    state: FSMContext,
) -> None:
    await state.clear()
    page = await _page(actor, remarks, PersonId(callback_data.pupil), callback_data.lesson)
    await show(query, screens.of_pupil(texts, page))


@router.callback_query(AskRemark.filter())
async def ask_remark(
    query: CallbackQuery,
    callback_data: AskRemark,
    actor: Actor,
    texts: Texts,
    remarks: Remarks,
    state: FSMContext,
) -> None:
    page = await _page(actor, remarks, PersonId(callback_data.pupil), callback_data.lesson)
    await state.set_state(RemarkForm.text)
    await state.set_data({"asked": callback_data.pack()})
    await show(query, screens.ask(texts, page, callback_data.kind))


@router.message(StateFilter(RemarkForm.text), F.text, ~F.text.startswith("/"))
async def take_remark(message: Message, actor: Actor, texts: Texts, remarks: Remarks, state: FSMContext) -> None:
    asked = AskRemark.unpack((await state.get_data())["asked"])
    pupil = PersonId(asked.pupil)
    await remarks.write(actor, pupil, asked.kind, message.text or "", asked.lesson)
    await state.clear()
    await show(message, screens.of_pupil(texts, await _page(actor, remarks, pupil, asked.lesson)))


@router.callback_query(TakeRemarkBack.filter())
async def take_back(
    query: CallbackQuery, callback_data: TakeRemarkBack, actor: Actor, texts: Texts, remarks: Remarks
) -> None:
    await remarks.take_back(actor, RemarkId(callback_data.remark))
    page = await _page(actor, remarks, PersonId(callback_data.pupil), callback_data.lesson)
    await show(query, screens.of_pupil(texts, page), texts("remarks-taken-back-toast"))


async def _page(actor: Actor, remarks: Remarks, pupil: PersonId, ref: LessonRef | None) -> RemarksPage:
    return await (remarks.of_pupil(actor, pupil) if ref is None else remarks.at_lesson(actor, ref, pupil))


async def _own_class(actor: Actor, texts: Texts, remarks: Remarks) -> Screen:
    """Who leads one class sees it at once; others choose among those that they may read."""
    if len(actor.own_classes) == 1:
        return screens.of_class(texts, await remarks.of_class(actor, actor.own_classes[0]), 0)
    return screens.choose_class(texts, await remarks.classes(actor))
