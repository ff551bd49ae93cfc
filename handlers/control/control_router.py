"""`/control`: the figures of a slice, what stands behind each, the lessons that fall short, and all of it as files."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.attendance.reading import RollCallReads
from domain.control.indicators import Indicators, Slice
from domain.control.rules import ControlRules
from domain.control.slicing import Slicing
from domain.errors import NotFound
from domain.journal.my_lesson import MyLessons
from domain.journal.results import Results
from domain.journal.results_kept import ResultPlace
from domain.roles.people import Actor
from handlers.control import behind_screens, control_screens
from handlers.control.control_buttons import (
    OpenControl,
    ShowControl,
    ShowCourseOf,
    ShowHow,
    ShowLessonOf,
    ShowLessons,
    ShowList,
)
from handlers.control.control_hub import ITEMS
from handlers.control.place_text import lesson_place, lessons_place, list_place
from handlers.journal import lesson_screens, results_screens
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="control")


@router.message(Command("control", "контроль"))
async def control(
    message: Message, actor: Actor, texts: Texts, indicators: Indicators, slicing: Slicing, state: FSMContext
) -> None:
    await state.clear()
    await show(message, await _page(actor, texts, indicators, slicing, await slicing.usual(actor)))


@router.callback_query(OpenControl.filter())
async def open_control(
    query: CallbackQuery, actor: Actor, texts: Texts, indicators: Indicators, slicing: Slicing, state: FSMContext
) -> None:
    await state.clear()
    await show(query, await _page(actor, texts, indicators, slicing, await slicing.usual(actor)))


@router.callback_query(ShowControl.filter())
async def show_control(
    query: CallbackQuery,
    callback_data: ShowControl,
    actor: Actor,
    texts: Texts,
    indicators: Indicators,
    slicing: Slicing,
) -> None:
    await show(query, await _page(actor, texts, indicators, slicing, callback_data.asked))


@router.callback_query(ShowList.filter())
async def show_list(
    query: CallbackQuery, callback_data: ShowList, actor: Actor, texts: Texts, indicators: Indicators, slicing: Slicing
) -> None:
    place = list_place(callback_data.place)
    slice_ = await slicing.named(actor, place.slice)
    found = await indicators.behind(actor, place.slice, place.measure, place.by)
    await show(query, behind_screens.behind(texts, found, place, slice_))


@router.callback_query(ShowHow.filter())
async def show_how(
    query: CallbackQuery,
    callback_data: ShowHow,
    actor: Actor,
    texts: Texts,
    indicators: Indicators,
    slicing: Slicing,
    control_rules: ControlRules,
) -> None:
    place = list_place(callback_data.place)
    slice_ = await slicing.named(actor, place.slice)
    found = await indicators.behind(actor, place.slice, place.measure, place.by)
    fewest = await slicing.fewest_marks(actor)
    await show(query, behind_screens.how(texts, found.figure, place, slice_, control_rules, fewest))


@router.callback_query(ShowLessons.filter())
async def show_lessons(
    query: CallbackQuery,
    callback_data: ShowLessons,
    actor: Actor,
    texts: Texts,
    indicators: Indicators,
    slicing: Slicing,
) -> None:
    place = lessons_place(callback_data.lessons)
    measure = behind_screens.LESSONS_OF.get(place.measure, place.measure)
    slice_ = await slicing.named(actor, place.slice)
    found = await indicators.lessons(actor, place.slice, measure)
    await show(query, behind_screens.lessons(texts, found, place, slice_))


@router.callback_query(ShowCourseOf.filter())
async def show_course(
    query: CallbackQuery,
    callback_data: ShowCourseOf,
    actor: Actor,
    texts: Texts,
    results: Results,
    state: FSMContext,
) -> None:
    """By the results' own door: whoever may see them."""
    await state.clear()
    place = lessons_place(callback_data.lessons)
    class_id, subject = place.slice.class_id, place.slice.subject
    if class_id is None or subject is None:
        raise NotFound
    sheet = await results.sheet(actor, ResultPlace(class_id, subject, await results.places.now(class_id)))
    await show(query, behind_screens.course_of_list(texts, results_screens.sheet(texts, sheet, 0, 0), place))


@router.callback_query(ShowLessonOf.filter())
async def show_lesson(
    query: CallbackQuery,
    callback_data: ShowLessonOf,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    state: FSMContext,
) -> None:
    """By the lesson's own door: whoever may see it."""
    await state.clear()
    place, ref = lesson_place(callback_data.lesson)
    page = await my_lessons.page(actor, ref)
    lesson = lesson_screens.roll_call(texts, page, await roll_calls.sheet(actor, ref), 0)
    await show(query, behind_screens.lesson_of_list(texts, lesson, page.lesson, place))


async def _page(actor: Actor, texts: Texts, indicators: Indicators, slicing: Slicing, asked: Slice) -> Screen:
    slice_ = await slicing.named(actor, asked)
    return control_screens.page(texts, await indicators.page(actor, asked), slice_, actor, ITEMS)
