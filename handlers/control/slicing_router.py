"""Choosing a slice: period, class, subject, teacher; and its load by weekday."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.control.load_by_weekday import LoadPage, WeekdayLoads
from domain.control.slicing import NamedSlice, Slicing
from domain.roles.people import Actor
from handlers.control import load_screens as loads
from handlers.control import slicing_screens as screens
from handlers.control.control_buttons import (
    ChooseClass,
    ChooseFirst,
    ChooseLast,
    ChoosePeriod,
    ChooseSubject,
    ChooseTeacher,
    DrawLoad,
    ShowLoad,
)
from handlers.kit.show import send_picture, show
from handlers.kit.svg import drawn
from handlers.texts.translator import Texts

router = Router(name="control_slices")


@router.callback_query(ChoosePeriod.filter())
async def choose_period(
    query: CallbackQuery, callback_data: ChoosePeriod, actor: Actor, texts: Texts, slicing: Slicing
) -> None:
    await show(query, screens.periods(texts, await slicing.named(actor, callback_data.asked)))


@router.callback_query(ChooseFirst.filter())
async def choose_first(
    query: CallbackQuery, callback_data: ChooseFirst, actor: Actor, texts: Texts, slicing: Slicing
) -> None:
    named = await slicing.named(actor, callback_data.asked)
    await show(query, screens.first_day(texts, named, callback_data.of_month))


@router.callback_query(ChooseLast.filter())
async def choose_last(
    query: CallbackQuery, callback_data: ChooseLast, actor: Actor, texts: Texts, slicing: Slicing
) -> None:
    named = await slicing.named(actor, callback_data.asked)
    await show(query, screens.last_day(texts, named, callback_data.of_month))


@router.callback_query(ChooseClass.filter())
async def choose_class(
    query: CallbackQuery, callback_data: ChooseClass, actor: Actor, texts: Texts, slicing: Slicing
) -> None:
    await show(query, screens.rooms(texts, await slicing.choices(actor, callback_data.asked)))


@router.callback_query(ChooseSubject.filter())
async def choose_subject(
    query: CallbackQuery, callback_data: ChooseSubject, actor: Actor, texts: Texts, slicing: Slicing
) -> None:
    choices = await slicing.choices(actor, callback_data.asked)
    await show(query, screens.subjects(texts, choices, callback_data.page))


@router.callback_query(ChooseTeacher.filter())
async def choose_teacher(
    query: CallbackQuery, callback_data: ChooseTeacher, actor: Actor, texts: Texts, slicing: Slicing
) -> None:
    choices = await slicing.choices(actor, callback_data.asked)
    await show(query, screens.teachers(texts, choices, callback_data.page))


@router.callback_query(ShowLoad.filter())
async def show_load(
    query: CallbackQuery,
    callback_data: ShowLoad,
    actor: Actor,
    texts: Texts,
    slicing: Slicing,
    weekday_loads: WeekdayLoads,
) -> None:
    page, named = await _load(actor, callback_data, slicing, weekday_loads)
    await show(query, loads.load(texts, page, named, callback_data.asked))


@router.callback_query(DrawLoad.filter())
async def draw_load(
    query: CallbackQuery,
    callback_data: DrawLoad,
    actor: Actor,
    texts: Texts,
    slicing: Slicing,
    weekday_loads: WeekdayLoads,
) -> None:
    page, named = await _load(actor, callback_data, slicing, weekday_loads)
    png = await drawn(loads.load_picture(texts, page))
    await send_picture(query, png, loads.load_caption(texts, page, named))


async def _load(
    actor: Actor, asked: ShowLoad | DrawLoad, slicing: Slicing, weekday_loads: WeekdayLoads
) -> tuple[LoadPage, NamedSlice]:
    """Of classes: a subject or a teacher of the slice is let go of."""
    wide = replace(asked.asked, subject=None, teacher=None)
    page = await weekday_loads.page(actor, wide.first, wide.last, wide.class_id, wide.grade)
    return page, await slicing.named(actor, wide)
