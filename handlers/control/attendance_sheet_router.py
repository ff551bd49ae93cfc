"""The sheet of attendance: of which class and days, as a screen, as files, as a heat map."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.control.attendance_sheet import AttendanceSheets
from domain.control.sheet_days import NOW
from domain.ids import ClassId
from domain.roles.access import Action, Reach, reach_of
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import attendance_sheet_screens as screens
from handlers.control.attendance_heat import class_heat, school_heat
from handlers.control.attendance_sheet_sheet import attendance_sheet
from handlers.control.paper_buttons import (
    AttendanceOfLastYear,
    DrawAttendance,
    OpenAttendance,
    ShowAttendance,
    ShowSchoolAttendance,
    TakeAttendance,
)
from handlers.control.paper_days import days_said
from handlers.control.paper_files import ENDINGS, made
from handlers.kit.paper import imprint_of
from handlers.kit.show import close, send_file, send_picture, show
from handlers.kit.svg import drawn
from handlers.texts.translator import Texts

router = Router(name="attendance sheets")


@router.callback_query(OpenAttendance.filter())
async def open_attendance(
    query: CallbackQuery, actor: Actor, texts: Texts, attendance_sheets: AttendanceSheets
) -> None:
    classes, last_year = await attendance_sheets.classes(actor), await attendance_sheets.has_last_year()
    if len(classes) == 1:
        await show(query, screens.sheet(texts, await attendance_sheets.sheet(actor, classes[0].id, NOW)))
        return
    school = Reach.SCHOOL in reach_of(actor, Action.SEE_CLASS_SHEETS)
    await show(query, screens.choose(texts, classes, school=school, last_year=last_year))


@router.callback_query(AttendanceOfLastYear.filter())
async def attendance_of_last_year(
    query: CallbackQuery, actor: Actor, texts: Texts, attendance_sheets: AttendanceSheets
) -> None:
    await show(query, screens.choose_of_last_year(texts, await attendance_sheets.classes(actor, last_year=True)))


@router.callback_query(ShowAttendance.filter())
async def show_attendance(
    query: CallbackQuery,
    callback_data: ShowAttendance,
    actor: Actor,
    texts: Texts,
    attendance_sheets: AttendanceSheets,
) -> None:
    shown = await attendance_sheets.sheet(actor, ClassId(callback_data.school_class), callback_data.when)
    await show(query, screens.sheet(texts, shown))


@router.callback_query(ShowSchoolAttendance.filter())
async def show_school_attendance(
    query: CallbackQuery,
    callback_data: ShowSchoolAttendance,
    actor: Actor,
    texts: Texts,
    attendance_sheets: AttendanceSheets,
) -> None:
    await show(query, screens.school(texts, await attendance_sheets.school(actor, callback_data.when)))


@router.callback_query(TakeAttendance.filter())
async def take_attendance(
    query: CallbackQuery,
    callback_data: TakeAttendance,
    actor: Actor,
    texts: Texts,
    attendance_sheets: AttendanceSheets,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    shown = await attendance_sheets.take(actor, ClassId(callback_data.school_class), callback_data.when)
    await close(query, None)
    imprint = await imprint_of(texts, school_cards, school_time)
    file = await made(imprint, callback_data.file, attendance_sheet(texts, shown))
    name = shown.school_class.name
    caption = texts("paper-attendance-caption", name=name, days=days_said(texts, shown.days))
    await send_file(query, file, f"poseshchaemost-{name}-{shown.days.key}.{ENDINGS[callback_data.file]}", caption)


@router.callback_query(DrawAttendance.filter())
async def draw_attendance(
    query: CallbackQuery,
    callback_data: DrawAttendance,
    actor: Actor,
    texts: Texts,
    attendance_sheets: AttendanceSheets,
) -> None:
    if callback_data.school_class:
        shown = await attendance_sheets.sheet(actor, ClassId(callback_data.school_class), callback_data.when)
        caption = texts("paper-attendance-caption", name=shown.school_class.name, days=days_said(texts, shown.days))
        await send_picture(query, await drawn(class_heat(texts, shown)), caption)
        return
    school = await attendance_sheets.school(actor, callback_data.when)
    caption = texts("paper-heat-caption", days=days_said(texts, school.days))
    await send_picture(query, await drawn(school_heat(texts, school)), caption)
