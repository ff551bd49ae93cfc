"""The daily check of a class, teachers asked for what is left, and dates (3.3.1, 3.6.2)."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.control.class_check import ClassChecks
from domain.control.deadlines import Deadlines
from domain.control.evening_card import EveningCards
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from handlers.control import class_duties_screens as screens
from handlers.control import deadline_screens as dates
from handlers.control.class_duties_buttons import (
    LATEST,
    OpenClassDuties,
    OpenDeadlines,
    OpenLate,
    OpenLateDuty,
    OpenLatePerson,
    RemindTeacher,
)
from handlers.control.duties_screens import duties
from handlers.kit.days import day_of
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="class-duties")


@router.callback_query(OpenClassDuties.filter())
async def show_class(
    query: CallbackQuery,
    callback_data: OpenClassDuties,
    actor: Actor,
    texts: Texts,
    class_checks: ClassChecks,
    school_time: SchoolTime,
) -> None:
    asked, day = callback_data.school_class, callback_data.day
    await show(query, await _of_class(actor, texts, class_checks, school_time, asked, day))


@router.message(Command("check", "проверка"))
async def check(
    message: Message, actor: Actor, texts: Texts, class_checks: ClassChecks, school_time: SchoolTime
) -> None:
    asked = actor.own_classes[0] if len(actor.own_classes) == 1 else 0
    await show(message, await _of_class(actor, texts, class_checks, school_time, asked, LATEST))


@router.callback_query(RemindTeacher.filter())
async def remind(
    query: CallbackQuery,
    callback_data: RemindTeacher,
    actor: Actor,
    texts: Texts,
    class_checks: ClassChecks,
    evening_cards: EveningCards,
    school_time: SchoolTime,
) -> None:
    """In the evening's message the message stays that, as it stands now."""
    class_id, teacher = ClassId(callback_data.school_class), PersonId(callback_data.teacher)
    page = await class_checks.remind(actor, class_id, callback_data.date, teacher)
    done = texts("class-duties-reminded")
    if not callback_data.card:
        await show(query, screens.page(texts, page, actor.person, school_time), done)
        return
    card = (await evening_cards.of_actor(actor, callback_data.date)).with_class(page.card.without(actor.person))
    await show(query, duties(texts, card), done)


@router.message(Command("deadlines", "сроки"))
async def deadlines(message: Message, actor: Actor, texts: Texts, dated_duties: Deadlines) -> None:
    await show(message, await _deadlines(actor, texts, dated_duties))


@router.callback_query(OpenDeadlines.filter())
async def show_deadlines(query: CallbackQuery, actor: Actor, texts: Texts, dated_duties: Deadlines) -> None:
    await show(query, await _deadlines(actor, texts, dated_duties))


@router.callback_query(OpenLate.filter())
async def show_late(query: CallbackQuery, actor: Actor, texts: Texts, dated_duties: Deadlines) -> None:
    await show(query, dates.late(texts, await dated_duties.late(actor)))


@router.callback_query(OpenLateDuty.filter())
async def show_late_duty(
    query: CallbackQuery, callback_data: OpenLateDuty, actor: Actor, texts: Texts, dated_duties: Deadlines
) -> None:
    found = await dated_duties.late(actor)
    await show(query, dates.late_duty(texts, found, callback_data.duty, callback_data.page))


@router.callback_query(OpenLatePerson.filter())
async def show_late_person(
    query: CallbackQuery, callback_data: OpenLatePerson, actor: Actor, texts: Texts, dated_duties: Deadlines
) -> None:
    found = await dated_duties.late(actor)
    await show(query, dates.late_person(texts, found, callback_data.duty, PersonId(callback_data.person)))


async def _of_class(actor: Actor, texts: Texts, checks: ClassChecks, time: SchoolTime, asked: int, day: str) -> Screen:
    """Without a class: the only one that can be looked at, else a choice."""
    if not asked:
        classes = await checks.classes(actor)
        if len(classes) != 1:
            return screens.choose_class(texts, classes)
        asked = classes[0].id
    page = await checks.page(actor, ClassId(asked), None if day == LATEST else day_of(day))
    return screens.page(texts, page, actor.person, time)


async def _deadlines(actor: Actor, texts: Texts, dated_duties: Deadlines) -> Screen:
    sees_all = bool(reach_of(actor, Action.SEE_CONTROL))
    return dates.mine(texts, await dated_duties.mine(actor), late=sees_all)
