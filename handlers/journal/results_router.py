"""`/results`: the teacher sets results, staff read them; every tap is written at once."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.results import Results
from domain.journal.results_kept import ResultPlace
from domain.journal.results_sheet import line_of
from domain.roles.people import Actor
from handlers.journal import results_screens as screens
from handlers.journal.explained_screens import explanation
from handlers.journal.results_buttons import (
    AcceptAll,
    AskReason,
    ExplainResult,
    OpenCourse,
    OpenResults,
    OpenSheet,
    ResultsOfClass,
    ResultsOfLastYear,
    SetResult,
)
from handlers.journal.results_forms import ResultForm
from handlers.kit.screen import Button, Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="results")


@router.message(Command("results", "итоги"))
async def show_results(message: Message, actor: Actor, texts: Texts, results: Results) -> None:
    await show(message, await _open(actor, texts, results))


@router.callback_query(OpenResults.filter())
async def open_results(query: CallbackQuery, actor: Actor, texts: Texts, results: Results) -> None:
    await show(query, await _open(actor, texts, results))


@router.callback_query(ResultsOfLastYear.filter())
async def open_last_year(query: CallbackQuery, actor: Actor, texts: Texts, results: Results) -> None:
    await show(query, screens.choose_of_last_year(texts, *await results.open_to(actor, last_year=True)))


@router.callback_query(ResultsOfClass.filter())
async def results_of_class(
    query: CallbackQuery, callback_data: ResultsOfClass, actor: Actor, texts: Texts, results: Results
) -> None:
    courses = await results.courses_of_class(actor, ClassId(callback_data.school_class))
    await show(query, screens.courses_of_class(texts, courses))


@router.callback_query(OpenCourse.filter())
async def open_course(
    query: CallbackQuery, callback_data: OpenCourse, actor: Actor, texts: Texts, results: Results
) -> None:
    class_id = ClassId(callback_data.school_class)
    place = ResultPlace(class_id, SubjectId(callback_data.subject), await results.places.now(class_id))
    await show(query, screens.sheet(texts, await results.sheet(actor, place), 0, 0))


@router.callback_query(OpenSheet.filter())
async def open_sheet(
    query: CallbackQuery,
    callback_data: OpenSheet,
    actor: Actor,
    texts: Texts,
    results: Results,
    state: FSMContext,
) -> None:
    await state.clear()
    sheet = await results.sheet(actor, callback_data.place)
    await show(query, screens.sheet(texts, sheet, callback_data.page, callback_data.pupil))


@router.callback_query(SetResult.filter())
async def set_result(
    query: CallbackQuery, callback_data: SetResult, actor: Actor, texts: Texts, results: Results
) -> None:
    value = callback_data.value.result
    await results.put(actor, callback_data.place, PersonId(callback_data.pupil), value)
    sheet = await results.sheet(actor, callback_data.place)
    toast = texts("results-set-toast", value=value) if value else texts("results-taken-back")
    await show(query, screens.sheet(texts, sheet, callback_data.page, 0), toast)


@router.callback_query(AskReason.filter())
async def ask_reason(
    query: CallbackQuery,
    callback_data: AskReason,
    actor: Actor,
    texts: Texts,
    results: Results,
    state: FSMContext,
) -> None:
    sheet = await results.sheet(actor, callback_data.place)
    line = line_of(sheet, PersonId(callback_data.pupil))
    await state.set_state(ResultForm.reason)
    await state.set_data({"asked": callback_data.pack()})
    said = callback_data.value.result or ""
    await show(query, screens.ask_reason(texts, sheet, line, said, callback_data.page))


@router.message(StateFilter(ResultForm.reason), F.text, ~F.text.startswith("/"))
async def take_reason(message: Message, actor: Actor, texts: Texts, results: Results, state: FSMContext) -> None:
    asked = AskReason.unpack((await state.get_data())["asked"])
    await results.put(actor, asked.place, PersonId(asked.pupil), asked.value.result, message.text or "")
    await state.clear()
    sheet = await results.sheet(actor, asked.place)
    await show(message, screens.sheet(texts, sheet, asked.page, 0))


@router.callback_query(AcceptAll.filter())
async def accept_all(
    query: CallbackQuery, callback_data: AcceptAll, actor: Actor, texts: Texts, results: Results
) -> None:
    count = await results.accept_all(actor, callback_data.place)
    sheet = await results.sheet(actor, callback_data.place)
    await show(query, screens.sheet(texts, sheet, callback_data.page, 0), texts("results-accepted", count=count))


@router.callback_query(ExplainResult.filter())
async def explain_result(
    query: CallbackQuery, callback_data: ExplainResult, actor: Actor, texts: Texts, results: Results
) -> None:
    pupil, place = PersonId(callback_data.pupil), callback_data.place
    sheet, line = await results.explained(actor, place, pupil)
    back = OpenSheet(
        school_class=place.class_id, subject=place.subject, period=place.period, page=callback_data.page, pupil=pupil
    )
    rows = [[Button(texts("back"), back)]]
    await show(query, explanation(texts, sheet.course, place.period, line, rows))


async def _open(actor: Actor, texts: Texts, results: Results) -> Screen:
    courses, classes = await results.open_to(actor)
    return screens.choose_course(texts, courses, classes, last_year=await results.has_last_year())
