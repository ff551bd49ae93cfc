"""`/inspections`: whose journal and which days, the deck of cards, remarks, the end (3.6.2)."""

from typing import cast

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.control.gaps import CourseKey
from domain.control.inspecting import Inspecting
from domain.control.inspection_pages import InspectionPages
from domain.errors import NotFound
from domain.ids import ClassId, InspectionId, PersonId, SubjectId
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import inspection_choosing_screens as choosing
from handlers.control import inspection_page_screens as pages
from handlers.control import inspection_screens as screens
from handlers.control.inspection_buttons import (
    AskConclusion,
    AskOwnWords,
    BeginInspection,
    ChooseCourse,
    ChooseInspected,
    ChooseSpan,
    DropInspection,
    FinishInspection,
    MakeRemark,
    OpenDeck,
    OpenInspection,
    OpenInspections,
    ReportForm,
    ShowCard,
    TakeReport,
)
from handlers.control.inspection_forms import ConclusionInForm, CourseInForm, InspectionForm
from handlers.control.inspection_report import report_docx, report_pdf
from handlers.control.inspection_words import template, whose
from handlers.kit.show import close, send_file, show
from handlers.texts.translator import Texts

router = Router(name="inspections")
forms = Router(name="inspection_forms")
"""Free text: asked after commands."""
NONE = "-"
"""Typed in place of a conclusion: there shall be none."""


@router.message(Command("inspections", "проверка"))
async def inspections(
    message: Message,
    actor: Actor,
    texts: Texts,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(message, screens.listed(texts, await inspection_pages.listed(actor), school_time.today()))


@router.callback_query(OpenInspections.filter())
async def open_inspections(
    query: CallbackQuery,
    callback_data: OpenInspections,
    actor: Actor,
    texts: Texts,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    page = await inspection_pages.listed(actor, max(0, callback_data.page))
    await show(query, screens.listed(texts, page, school_time.today()))


@router.callback_query(ChooseInspected.filter())
async def choose_inspected(
    query: CallbackQuery, callback_data: ChooseInspected, actor: Actor, texts: Texts, inspecting: Inspecting
) -> None:
    choices = await inspecting.choices(actor)
    if callback_data.teachers:
        await show(query, choosing.choose_teacher(texts, choices, max(0, callback_data.page)))
    else:
        await show(query, choosing.choose_class(texts, choices))


@router.callback_query(ChooseSpan.filter())
async def choose_span(
    query: CallbackQuery, callback_data: ChooseSpan, actor: Actor, texts: Texts, inspecting: Inspecting
) -> None:
    subject = await inspecting.subject(actor, callback_data.class_id, callback_data.person)
    await show(query, choosing.choose_span(texts, subject))


@router.callback_query(BeginInspection.filter())
async def begin_inspection(
    query: CallbackQuery, callback_data: BeginInspection, actor: Actor, texts: Texts, inspecting: Inspecting
) -> None:
    about = callback_data.class_id, callback_data.person
    await show(query, screens.deck(texts, await inspecting.begin(actor, *about, callback_data.span)))


@router.callback_query(OpenDeck.filter())
async def open_deck(
    query: CallbackQuery,
    callback_data: OpenDeck,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, screens.deck(texts, await inspecting.deck(actor, callback_data.number)))


@router.callback_query(ShowCard.filter())
async def show_card(
    query: CallbackQuery,
    callback_data: ShowCard,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    school_time: SchoolTime,
) -> None:
    """A card that is gone meanwhile: the deck."""
    page = await inspecting.deck(actor, callback_data.number)
    place = page.place(callback_data.course, callback_data.finding)
    if place is None:
        await show(query, screens.deck(texts, page), texts("inspection-card-gone"))
    else:
        await show(query, screens.card(texts, page, place, school_time.today()))


@router.callback_query(MakeRemark.filter())
async def make_remark(
    query: CallbackQuery,
    callback_data: MakeRemark,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    school_time: SchoolTime,
) -> None:
    about = callback_data.course, callback_data.finding
    page = await inspecting.remark(actor, callback_data.number, *about, lambda gap: template(texts, gap))
    await show(query, screens.card(texts, page, page.place(*about) or 0, school_time.today()))


@router.callback_query(ChooseCourse.filter())
async def choose_course(
    query: CallbackQuery, callback_data: ChooseCourse, actor: Actor, texts: Texts, inspecting: Inspecting
) -> None:
    page = await inspecting.deck(actor, callback_data.number)
    await show(query, screens.choose_course(texts, page, max(0, callback_data.page)))


@router.callback_query(AskOwnWords.filter())
async def ask_own_words(
    query: CallbackQuery,
    callback_data: AskOwnWords,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    state: FSMContext,
) -> None:
    page = await inspecting.deck(actor, callback_data.number)
    course = next((one for one in page.courses if one.key == callback_data.course), None)
    if course is None:
        raise NotFound
    key = course.key
    form = CourseInForm(
        inspection=page.inspection.id, school_class=key.class_id, subject=key.subject, teacher=key.teacher
    )
    await state.set_state(InspectionForm.own_words)
    await state.set_data(dict(form))
    await show(query, screens.ask_own_words(texts, course, page.inspection.id))


@forms.message(StateFilter(InspectionForm.own_words))
async def take_own_words(
    message: Message, actor: Actor, texts: Texts, inspecting: Inspecting, state: FSMContext
) -> None:
    form = cast(CourseInForm, await state.get_data())
    course = CourseKey(ClassId(form["school_class"]), SubjectId(form["subject"]), PersonId(form["teacher"]))
    page = await inspecting.other(actor, InspectionId(form["inspection"]), course, message.text or "")
    await state.clear()
    await show(message, screens.deck(texts, page))


@router.callback_query(AskConclusion.filter())
async def ask_conclusion(
    query: CallbackQuery,
    callback_data: AskConclusion,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    state: FSMContext,
) -> None:
    page = await inspecting.deck(actor, callback_data.number)
    await state.set_state(InspectionForm.conclusion)
    await state.set_data(dict(ConclusionInForm(inspection=page.inspection.id)))
    await show(query, screens.ask_conclusion(texts, page.inspection.id))


@forms.message(StateFilter(InspectionForm.conclusion))
async def take_conclusion(
    message: Message, actor: Actor, texts: Texts, inspecting: Inspecting, state: FSMContext
) -> None:
    form = cast(ConclusionInForm, await state.get_data())
    number, said = InspectionId(form["inspection"]), (message.text or "").strip()
    page = await inspecting.conclude(actor, number, "" if said == NONE else said)
    await state.clear()
    await show(message, screens.deck(texts, page))


@router.callback_query(FinishInspection.filter())
async def finish_inspection(
    query: CallbackQuery,
    callback_data: FinishInspection,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
) -> None:
    await inspecting.finish(actor, callback_data.number)
    page = await inspection_pages.page(actor, callback_data.number)
    toast = texts("inspection-finished" if page.remarks else "inspection-finished-clean")
    await show(query, pages.finished(texts, page, 0, school_time), toast)


@router.callback_query(DropInspection.filter())
async def drop_inspection(
    query: CallbackQuery,
    callback_data: DropInspection,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
) -> None:
    if not callback_data.sure:
        page = await inspecting.deck(actor, callback_data.number)
        await show(query, screens.ask_drop(texts, page.inspection))
        return
    await inspecting.drop(actor, callback_data.number)
    listed = screens.listed(texts, await inspection_pages.listed(actor), school_time.today())
    await show(query, listed, texts("inspection-dropped"))


@router.callback_query(OpenInspection.filter())
async def open_inspection(
    query: CallbackQuery,
    callback_data: OpenInspection,
    actor: Actor,
    texts: Texts,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    page = await inspection_pages.page(actor, callback_data.number)
    await show(query, pages.finished(texts, page, max(0, callback_data.page), school_time))


@router.callback_query(TakeReport.filter())
async def take_report(
    query: CallbackQuery,
    callback_data: TakeReport,
    actor: Actor,
    texts: Texts,
    inspection_pages: InspectionPages,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    report = await inspection_pages.take(actor, callback_data.number)
    await close(query, None)
    form, inspection = callback_data.form, report.inspection
    card = await school_cards.card()
    draw = report_docx if form is ReportForm.DOCX else report_pdf
    caption = texts(
        "inspection-report-caption",
        whose=whose(inspection),
        first=texts.date(inspection.first),
        last=texts.date(inspection.last),
    )
    name = f"spravka-{inspection.first}-{inspection.last}.{form.value}"
    await send_file(query, await draw(texts, card.name if card else "", report, school_time), name, caption)
