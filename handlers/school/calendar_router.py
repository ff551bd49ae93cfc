"""`/calendar`, «каникулы», «выходной 23 февраля 1 классы», and their buttons."""

from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import ChangeId, SpanId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.calendar import Span
from domain.school.calendar_keeping import CalendarKeeping
from domain.school.calendar_page import CalendarPages
from domain.school.calendar_said import SaidTerm, speaks_of_calendar
from domain.school.terms_keeping import TermsKeeping
from handlers.kit.days import day_of
from handlers.kit.show import show
from handlers.kit.words import Says
from handlers.school import calendar_screens as screens
from handlers.school.calendar_buttons import (
    NO_DAY,
    AddHolidays,
    EditCalendar,
    KeepDays,
    PickDay,
    PickGrades,
    PickLent,
    ShowCalendar,
    ShowHolidays,
    ShowSpan,
    TakeSpanAway,
    UndoCalendar,
    days_of,
    keep_button,
)
from handlers.school.terms_router import enter_term
from handlers.texts.translator import Texts

router = Router(name="calendar")
LONGEST = 160
"""Characters of a line of the calendar."""


def is_calendar_line(text: str) -> bool:
    return len(text) <= LONGEST and "\n" not in text and not text.startswith("/") and speaks_of_calendar(text)


@router.message(Command("calendar", "календарь", "каникулы"))
async def by_command(
    message: Message,
    command: CommandObject,
    actor: Actor,
    texts: Texts,
    calendar_pages: CalendarPages,
    calendar_keeping: CalendarKeeping,
    terms_keeping: TermsKeeping,
    state: FSMContext,
) -> None:
    """With a line, for who keeps the calendar: the same as the line by itself."""
    await state.clear()
    if command.args and _edits(actor):
        await _enter(message, command.args, actor, texts, calendar_keeping, terms_keeping, state)
        return
    await show(message, screens.year(texts, await calendar_pages.year(actor), edits=_edits(actor)))


@router.message(StateFilter(None), Says(is_calendar_line))
async def by_words(
    message: Message,
    actor: Actor,
    texts: Texts,
    calendar_pages: CalendarPages,
    calendar_keeping: CalendarKeeping,
    terms_keeping: TermsKeeping,
    state: FSMContext,
) -> None:
    """«Каникулы» and «когда каникулы» are questions of anyone's; what names a day is entered by who may."""
    line = message.text or ""
    if _edits(actor) and any(letter.isdigit() for letter in line):
        await _enter(message, line, actor, texts, calendar_keeping, terms_keeping, state)
        return
    await show(message, screens.year(texts, await calendar_pages.year(actor), edits=_edits(actor)))


@router.callback_query(ShowCalendar.filter())
async def tap_calendar(query: CallbackQuery, actor: Actor, texts: Texts, calendar_pages: CalendarPages) -> None:
    await show(query, screens.year(texts, await calendar_pages.year(actor), edits=_edits(actor)))


@router.callback_query(EditCalendar.filter())
async def tap_edit(query: CallbackQuery, actor: Actor, texts: Texts, calendar_keeping: CalendarKeeping) -> None:
    await show(query, screens.edit(texts, await calendar_keeping.spans(actor), calendar_keeping.time.today()))


@router.callback_query(PickDay.filter())
async def pick_day(query: CallbackQuery, callback_data: PickDay, texts: Texts) -> None:
    since = None if callback_data.since == NO_DAY else day_of(callback_data.since)
    await show(query, screens.pick_day(texts, callback_data.kind, since, callback_data.date))


@router.callback_query(PickGrades.filter())
async def pick_grades(query: CallbackQuery, callback_data: PickGrades, texts: Texts) -> None:
    await show(query, screens.pick_grades(texts, callback_data.kind, *days_of(callback_data.days)))


@router.callback_query(PickLent.filter())
async def pick_lent(query: CallbackQuery, callback_data: PickLent, texts: Texts) -> None:
    day, _ = days_of(callback_data.days)
    await show(query, screens.pick_lent(texts, day, callback_data.grade_from, callback_data.grade_to))


@router.callback_query(KeepDays.filter())
async def keep_days(
    query: CallbackQuery,
    callback_data: KeepDays,
    actor: Actor,
    texts: Texts,
    calendar_keeping: CalendarKeeping,
    state: FSMContext,
) -> None:
    span = callback_data.span(_name_of(callback_data, await state.get_data()))
    await _keep(query, span, actor, texts, calendar_keeping, state, sure=callback_data.sure)


@router.callback_query(ShowSpan.filter())
async def show_span(
    query: CallbackQuery, callback_data: ShowSpan, actor: Actor, texts: Texts, calendar_keeping: CalendarKeeping
) -> None:
    await show(query, screens.one_span(texts, await calendar_keeping.span(actor, SpanId(callback_data.span))))


@router.callback_query(TakeSpanAway.filter())
async def take_away(
    query: CallbackQuery, callback_data: TakeSpanAway, actor: Actor, texts: Texts, calendar_keeping: CalendarKeeping
) -> None:
    change = await calendar_keeping.take_away(actor, SpanId(callback_data.span), callback_data.date)
    await show(query, screens.changed(texts, change))


@router.callback_query(UndoCalendar.filter())
async def undo(
    query: CallbackQuery, callback_data: UndoCalendar, actor: Actor, texts: Texts, calendar_keeping: CalendarKeeping
) -> None:
    change = await calendar_keeping.undo(actor, ChangeId(callback_data.change))
    await show(query, screens.changed(texts, change))


@router.callback_query(ShowHolidays.filter())
async def show_holidays(query: CallbackQuery, actor: Actor, texts: Texts, calendar_keeping: CalendarKeeping) -> None:
    await show(query, screens.holidays(texts, await calendar_keeping.missing_holidays(actor)))


@router.callback_query(AddHolidays.filter())
async def add_holidays(query: CallbackQuery, actor: Actor, texts: Texts, calendar_keeping: CalendarKeeping) -> None:
    await show(query, screens.changed(texts, await calendar_keeping.add_holidays(actor)))


async def _enter(
    message: Message,
    line: str,
    actor: Actor,
    texts: Texts,
    keeping: CalendarKeeping,
    terms_keeping: TermsKeeping,
    state: FSMContext,
) -> None:
    said = await keeping.understood(actor, line)
    if isinstance(said, SaidTerm):
        await enter_term(message, said, actor, texts, terms_keeping, sure=False)
        return
    await _keep(message, said, actor, texts, keeping, state, sure=False)


async def _keep(
    event: Message | CallbackQuery,
    span: Span,
    actor: Actor,
    texts: Texts,
    keeping: CalendarKeeping,
    state: FSMContext,
    *,
    sure: bool,
) -> None:
    """At once where nothing is touched. A name that was typed waits for the answer beside the question."""
    proposal = await keeping.propose(actor, span)
    if proposal.doubtful and not sure:
        await state.update_data(calendar_name={"of": keep_button(span, sure=True).pack(), "name": span.name})
        await show(event, screens.question(texts, proposal))
        return
    change = await keeping.keep(actor, span)
    if (await state.get_data()).get("calendar_name"):
        await state.update_data(calendar_name=None)
    await show(event, screens.changed(texts, change))


def _name_of(tapped: KeepDays, kept: dict[str, Any]) -> str | None:
    """What was typed of just these days."""
    typed = kept.get("calendar_name")
    return typed["name"] if typed and typed["of"] == tapped.pack() else None


def _edits(actor: Actor) -> bool:
    return bool(reach_of(actor, Action.SET_CALENDAR))
