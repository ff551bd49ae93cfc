"""Remarks of the teacher: what is to be mended, «исправлено», the lessons themselves (3.6.2)."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.attendance.reading import RollCallReads
from domain.clock import SchoolTime
from domain.control.findings import RemarkState
from domain.control.mending import Mending
from domain.ids import ClassId, SubjectId
from domain.journal.my_lesson import MyLessons
from domain.journal.results import Results
from domain.journal.results_kept import ResultPlace
from domain.roles.people import Actor
from handlers.control import own_remark_screens as screens
from handlers.control.inspection_buttons import CourseBelow, LessonBelow, MendRemark, OpenOwnRemark, OpenOwnRemarks
from handlers.journal import lesson_screens, results_screens
from handlers.kit.show import send, show
from handlers.texts.translator import Texts

router = Router(name="own_remarks")


@router.message(Command("mend", "исправить"))
async def own_remarks(
    message: Message, actor: Actor, texts: Texts, mending: Mending, school_time: SchoolTime, state: FSMContext
) -> None:
    await state.clear()
    await show(message, screens.own(texts, await mending.mine(actor), school_time.today()))


@router.callback_query(OpenOwnRemarks.filter())
async def open_own_remarks(
    query: CallbackQuery, actor: Actor, texts: Texts, mending: Mending, school_time: SchoolTime
) -> None:
    await show(query, screens.own(texts, await mending.mine(actor), school_time.today()))


@router.callback_query(OpenOwnRemark.filter())
async def open_own_remark(
    query: CallbackQuery,
    callback_data: OpenOwnRemark,
    actor: Actor,
    texts: Texts,
    mending: Mending,
    school_time: SchoolTime,
) -> None:
    page = await mending.page(actor, callback_data.number)
    await show(query, screens.own_remark(texts, page, school_time.today()))


@router.callback_query(MendRemark.filter())
async def mend_remark(
    query: CallbackQuery,
    callback_data: MendRemark,
    actor: Actor,
    texts: Texts,
    mending: Mending,
    school_time: SchoolTime,
) -> None:
    page = await mending.mended(actor, callback_data.number, callback_data.anyway)
    said = {RemarkState.CLOSED: "inspection-thanks", RemarkState.FIXED: "inspection-passed-on"}
    toast = texts(said.get(page.remark.state, "inspection-not-yet"))
    await show(query, screens.own_remark(texts, page, school_time.today(), tried=True), toast)


@router.callback_query(LessonBelow.filter())
async def open_lesson(
    query: CallbackQuery,
    callback_data: LessonBelow,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
) -> None:
    page = await my_lessons.page(actor, callback_data.ref)
    sheet = await roll_calls.sheet(actor, callback_data.ref)
    await send(query, lesson_screens.roll_call(texts, page, sheet, 0))


@router.callback_query(CourseBelow.filter())
async def open_course(
    query: CallbackQuery, callback_data: CourseBelow, actor: Actor, texts: Texts, results: Results
) -> None:
    class_id = ClassId(callback_data.school_class)
    place = ResultPlace(class_id, SubjectId(callback_data.subject), await results.places.now(class_id))
    await send(query, results_screens.sheet(texts, await results.sheet(actor, place), 0, 0))
