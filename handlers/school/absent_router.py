"""A teacher is away: entered by a few taps, then each lesson is given to somebody with one."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import PersonId
from domain.roles.people import Actor
from domain.school.changes_pages import ChangesPages
from domain.school.changing import LessonChanging
from domain.school.changing_room import Clashing
from domain.school.teacher_absences import AbsentTeachers
from handlers.kit.show import show
from handlers.school import absent_screens as screens
from handlers.school.absent_buttons import (
    AbsentFrom,
    AbsentUntil,
    AbsentWhy,
    CancelAway,
    ChooseAbsent,
    EndAbsent,
    NoteAbsent,
    OpenAbsence,
    OpenAbsent,
    SubstituteAway,
)
from handlers.texts.translator import Texts

router = Router(name="absent teachers")


@router.callback_query(OpenAbsent.filter())
async def open_absent(query: CallbackQuery, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers) -> None:
    await show(query, screens.listed(texts, await absent_teachers.listed(actor)))


@router.callback_query(ChooseAbsent.filter())
async def choose_absent(
    query: CallbackQuery, callback_data: ChooseAbsent, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers
) -> None:
    await show(query, screens.choose_teacher(texts, await absent_teachers.teachers(actor), callback_data.page))


@router.callback_query(AbsentFrom.filter())
async def absent_from(
    query: CallbackQuery,
    callback_data: AbsentFrom,
    actor: Actor,
    texts: Texts,
    absent_teachers: AbsentTeachers,
    changes_pages: ChangesPages,
) -> None:
    name = await absent_teachers.name(actor, callback_data.person)
    days = await changes_pages.days(actor)
    await show(query, screens.choose_first(texts, callback_data.teacher, name.short, days))


@router.callback_query(AbsentUntil.filter())
async def absent_until(
    query: CallbackQuery, callback_data: AbsentUntil, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers
) -> None:
    name = await absent_teachers.name(actor, callback_data.person)
    await show(query, screens.choose_last(texts, callback_data.teacher, name.short, callback_data.first_day))


@router.callback_query(AbsentWhy.filter())
async def absent_why(
    query: CallbackQuery, callback_data: AbsentWhy, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers
) -> None:
    one, name = callback_data, await absent_teachers.name(actor, callback_data.person)
    await show(query, screens.choose_why(texts, one.teacher, name.short, one.first_day, one.last_day))


@router.callback_query(NoteAbsent.filter())
async def note_absent(
    query: CallbackQuery, callback_data: NoteAbsent, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers
) -> None:
    one = callback_data
    page = await absent_teachers.note(actor, PersonId(one.teacher), one.first_day, one.last_day, one.why)
    await show(query, screens.plan(texts, page), texts("absent-noted"))


@router.callback_query(OpenAbsence.filter())
async def open_absence(
    query: CallbackQuery, callback_data: OpenAbsence, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers
) -> None:
    page = await absent_teachers.plan(actor, callback_data.number, callback_data.after)
    await show(query, screens.plan(texts, page))


@router.callback_query(SubstituteAway.filter())
async def substitute_away(
    query: CallbackQuery,
    callback_data: SubstituteAway,
    actor: Actor,
    texts: Texts,
    absent_teachers: AbsentTeachers,
    lesson_changing: LessonChanging,
) -> None:
    one = callback_data
    outcome = await lesson_changing.substitute(actor, one.ref, one.person, sure=one.sure)
    if isinstance(outcome, Clashing):
        sure = one.model_copy(update={"sure": True})
        await show(query, screens.away_clashing(texts, outcome, sure, one.absence))
        return
    await show(query, screens.plan(texts, await absent_teachers.plan(actor, one.number, one.ref)))


@router.callback_query(CancelAway.filter())
async def cancel_away(
    query: CallbackQuery,
    callback_data: CancelAway,
    actor: Actor,
    texts: Texts,
    absent_teachers: AbsentTeachers,
    lesson_changing: LessonChanging,
) -> None:
    await lesson_changing.cancel(actor, callback_data.ref)
    page = await absent_teachers.plan(actor, callback_data.number, callback_data.ref)
    await show(query, screens.plan(texts, page))


@router.callback_query(EndAbsent.filter())
async def end_absent(
    query: CallbackQuery, callback_data: EndAbsent, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers
) -> None:
    await absent_teachers.end(actor, callback_data.number)
    await show(query, screens.listed(texts, await absent_teachers.listed(actor)), texts("absent-ended"))
