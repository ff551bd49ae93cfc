"""Отчёт учителя-предметника: the own one, and any teacher's for who answers for the school."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.control.teacher_report import TeacherReports
from domain.ids import PersonId
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control.sheet_files import send_sheet
from handlers.control.sheets_buttons import ChooseTeacher, OpenTeacherReport, ShowTeacherReport, TakeTeacherReport
from handlers.control.sheets_screens import choose_teacher
from handlers.control.teacher_report_paper import teacher_report_file
from handlers.control.teacher_report_screens import teacher_report
from handlers.kit.show import close, show
from handlers.texts.translator import Texts

router = Router(name="teacher_reports")


@router.callback_query(ChooseTeacher.filter())
async def choose(
    query: CallbackQuery, callback_data: ChooseTeacher, actor: Actor, texts: Texts, teacher_reports: TeacherReports
) -> None:
    choice = await teacher_reports.choice(actor, past=callback_data.past)
    await show(query, choose_teacher(texts, choice, callback_data.page))


@router.callback_query(OpenTeacherReport.filter())
async def open_teacher_report(
    query: CallbackQuery, callback_data: OpenTeacherReport, actor: Actor, texts: Texts, teacher_reports: TeacherReports
) -> None:
    """Without a teacher: who reads only their own, reads it; who reads all is asked whose."""
    choice = await teacher_reports.choice(actor, past=callback_data.past)
    asked = PersonId(callback_data.teacher) if callback_data.teacher else choice.alone
    if asked is None:
        await show(query, choose_teacher(texts, choice, 0))
        return
    report = await teacher_reports.of(actor, asked, past=callback_data.past)
    await show(query, teacher_report(texts, report))


@router.callback_query(ShowTeacherReport.filter())
async def show_teacher_report(
    query: CallbackQuery, callback_data: ShowTeacherReport, actor: Actor, texts: Texts, teacher_reports: TeacherReports
) -> None:
    teacher, period = PersonId(callback_data.teacher), callback_data.period
    report = await teacher_reports.of(actor, teacher, period, past=callback_data.past)
    await show(query, teacher_report(texts, report))


@router.callback_query(TakeTeacherReport.filter())
async def take_teacher_report(
    query: CallbackQuery,
    callback_data: TakeTeacherReport,
    actor: Actor,
    texts: Texts,
    teacher_reports: TeacherReports,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    teacher, period = PersonId(callback_data.teacher), callback_data.period
    report = await teacher_reports.take(actor, teacher, period, past=callback_data.past)
    await close(query, None)
    await send_sheet(query, texts, callback_data.kind, teacher_report_file(texts, report), school_cards, school_time)
