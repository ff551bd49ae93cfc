"""`/absences`: a child's for the family, the class's for its teacher and the administration; alarms taken up."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.attendance.alarm_escalation import AbsenceAlarms
from domain.attendance.pages import AbsencePages, ClassAbsences, Period
from domain.attendance.reasons import AbsenceReasons
from domain.errors import NotFound
from domain.ids import ClassId, LessonId, PersonId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor, PersonName, Role
from domain.school.ports import Rosters
from handlers.attendance import absences_screens as screens
from handlers.attendance.absences_buttons import OWN_CLASS, SettleDay, ShowAbsences, ShowClassAbsences, Tab, TakeAlarm
from handlers.attendance.screens import alarm_answered
from handlers.kit.days import day_of
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="absences")


@router.message(Command("absences", "пропуски"))
async def absences(message: Message, actor: Actor, texts: Texts, absence_pages: AbsencePages, rosters: Rosters) -> None:
    """The own class before the own children, and these before every class of the school."""
    if actor.own_classes or not (_own(actor) or not reach_of(actor, Action.SEE_CLASS_ABSENCES)):
        await show(message, await _of_class(actor, texts, absence_pages, OWN_CLASS))
        return
    await show(message, await _of_pupil(actor, texts, absence_pages, rosters, 0))


@router.callback_query(ShowAbsences.filter())
async def tap_absences(
    query: CallbackQuery,
    callback_data: ShowAbsences,
    actor: Actor,
    texts: Texts,
    absence_pages: AbsencePages,
    rosters: Rosters,
) -> None:
    await show(query, await _of_pupil(actor, texts, absence_pages, rosters, callback_data.pupil))


@router.callback_query(ShowClassAbsences.filter())
async def tap_class_absences(
    query: CallbackQuery, callback_data: ShowClassAbsences, actor: Actor, texts: Texts, absence_pages: AbsencePages
) -> None:
    await show(query, await _of_class(actor, texts, absence_pages, callback_data))


@router.callback_query(SettleDay.filter())
async def settle_day(
    query: CallbackQuery,
    callback_data: SettleDay,
    actor: Actor,
    texts: Texts,
    absence_reasons: AbsenceReasons,
    absence_pages: AbsencePages,
    rosters: Rosters,
) -> None:
    pupil, day = PersonId(callback_data.pupil), day_of(callback_data.day)
    await absence_reasons.settle(actor, pupil, day, callback_data.to)
    school_class = (await rosters.roster()).class_of(pupil)
    if school_class is None:
        raise NotFound
    page = await absence_pages.of_class(actor, school_class.id, callback_data.period)
    toast = texts("absences-settled", reason=texts(f"absences-reason-{callback_data.to}"))
    await show(query, screens.class_days(texts, page, callback_data.page), toast)


@router.callback_query(TakeAlarm.filter())
async def take_alarm(
    query: CallbackQuery, callback_data: TakeAlarm, actor: Actor, texts: Texts, absence_alarms: AbsenceAlarms
) -> None:
    card = await absence_alarms.take(actor, LessonId(callback_data.lesson), PersonId(callback_data.pupil))
    await show(query, alarm_answered(texts, card), texts("alarm-taken-toast"))


async def _of_pupil(actor: Actor, texts: Texts, pages: AbsencePages, rosters: Rosters, asked: int) -> Screen:
    own = _own(actor)
    if not (asked or own):
        return screens.no_pupils(texts)
    seats = (await rosters.roster()).seats
    named: Sequence[tuple[PersonId, PersonName]] = [(one, seats[one].name) for one in own if one in seats]
    page = await pages.of_pupil(actor, PersonId(asked or own[0]))
    return screens.pupil_absences(texts, page, named, announces=page.pupil in actor.children)


async def _of_class(actor: Actor, texts: Texts, pages: AbsencePages, asked: ShowClassAbsences) -> Screen:
    """Without a class: the own one; who leads none, or several, is asked which."""
    chosen = ClassId(asked.school_class)
    if not chosen and len(actor.own_classes) != 1:
        classes = await pages.classes(actor)
        return screens.choose_class(texts, [one for one in classes if one.id in actor.own_classes] or classes)
    page = await pages.of_class(actor, chosen or actor.own_classes[0], Period(asked.period))
    return _drawn(texts, page, asked)


def _drawn(texts: Texts, page: ClassAbsences, asked: ShowClassAbsences) -> Screen:
    match asked.tab:
        case Tab.DAYS:
            return screens.class_days(texts, page, asked.page)
        case Tab.TOTALS:
            return screens.class_totals(texts, page)
        case Tab.DOUBTS:
            return screens.class_doubts(texts, page)


def _own(actor: Actor) -> Sequence[PersonId]:
    return (*actor.children, *((actor.person,) if Role.PUPIL in actor.roles else ()))
