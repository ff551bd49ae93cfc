"""«Мой урок»: every tap is written at once and redraws the one screen."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.attendance.presence import Presence
from domain.attendance.reading import RollCallReads
from domain.attendance.roll_call import RollCall
from domain.ids import PersonId, PlanTopicId
from domain.journal.my_lesson import MyLessons
from domain.journal.plans import Plans
from domain.journal.results import Results
from domain.roles.people import Actor
from domain.school.timetable import LessonRef
from handlers.journal import lesson_screens as screens
from handlers.journal import plan_screens
from handlers.journal.buttons import (
    AskTopic,
    CloseRollCall,
    MyLesson,
    OpenRollCall,
    OtherLessons,
    SetLate,
    SetPresence,
    SetPresenceOfAll,
)
from handlers.journal.forms import TopicForm
from handlers.journal.plan_buttons import AcceptTopic
from handlers.kit.days import packed
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.kit.words import Says
from handlers.texts.translator import Texts

router = Router(name="journal")


@router.message(Command("lesson", "урок"))
@router.message(Says(r"(?i)мой урок$"))
async def my_lesson(
    message: Message, actor: Actor, texts: Texts, my_lessons: MyLessons, roll_calls: RollCallReads
) -> None:
    await show(message, await _meant(actor, texts, my_lessons, roll_calls))


@router.callback_query(MyLesson.filter())
async def tap_my_lesson(
    query: CallbackQuery, actor: Actor, texts: Texts, my_lessons: MyLessons, roll_calls: RollCallReads
) -> None:
    await show(query, await _meant(actor, texts, my_lessons, roll_calls))


@router.callback_query(OtherLessons.filter())
async def other_lessons(
    query: CallbackQuery,
    callback_data: OtherLessons,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    results: Results,
) -> None:
    back = min(max(callback_data.back, 0), 60)
    lessons = await my_lessons.of_day(actor, back)
    courses, _ = await results.open_to(actor)
    await show(query, screens.other_lessons(texts, lessons, back, texts.day(my_lessons.day(back)), courses))


@router.callback_query(OpenRollCall.filter())
async def open_roll_call(
    query: CallbackQuery,
    callback_data: OpenRollCall,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, await _roll_call(actor, texts, my_lessons, roll_calls, callback_data.ref, callback_data.page))


@router.callback_query(SetPresence.filter())
async def set_presence(
    query: CallbackQuery,
    callback_data: SetPresence,
    actor: Actor,
    texts: Texts,
    roll_call: RollCall,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
) -> None:
    ref = callback_data.ref
    await roll_call.set_status(actor, ref, PersonId(callback_data.pupil), callback_data.to)
    await show(query, await _roll_call(actor, texts, my_lessons, roll_calls, ref, callback_data.page))


@router.callback_query(SetLate.filter())
async def set_late(
    query: CallbackQuery,
    callback_data: SetLate,
    actor: Actor,
    texts: Texts,
    roll_call: RollCall,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
) -> None:
    ref, minutes = callback_data.ref, callback_data.minutes
    await roll_call.set_status(actor, ref, PersonId(callback_data.pupil), Presence.LATE, minutes)
    await show(query, await _roll_call(actor, texts, my_lessons, roll_calls, ref, callback_data.page))


@router.callback_query(SetPresenceOfAll.filter())
async def set_presence_of_all(
    query: CallbackQuery,
    callback_data: SetPresenceOfAll,
    actor: Actor,
    texts: Texts,
    roll_call: RollCall,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
) -> None:
    ref = callback_data.ref
    changed = await roll_call.set_all(actor, ref, callback_data.to)
    screen = await _roll_call(actor, texts, my_lessons, roll_calls, ref, 0)
    key = "journal-all-away" if callback_data.to is Presence.ABSENT else "journal-all-here"
    await show(query, screen, texts(key, count=changed))


@router.callback_query(CloseRollCall.filter())
async def close_roll_call(
    query: CallbackQuery,
    callback_data: CloseRollCall,
    actor: Actor,
    texts: Texts,
    roll_call: RollCall,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
) -> None:
    ref = callback_data.ref
    await roll_call.close(actor, ref, callback_data.closed)
    screen = await _roll_call(actor, texts, my_lessons, roll_calls, ref, callback_data.page)
    await show(query, screen, texts("journal-closed-toast") if callback_data.closed else None)


@router.callback_query(AskTopic.filter())
async def ask_topic(
    query: CallbackQuery, callback_data: AskTopic, actor: Actor, texts: Texts, plans: Plans, state: FSMContext
) -> None:
    choice = await plans.choice(actor, callback_data.ref)
    await state.set_state(TopicForm.text)
    await state.set_data({"entry": callback_data.entry, "day": packed(callback_data.ref.day)})
    await show(query, plan_screens.topic_choice(texts, choice))


@router.callback_query(AcceptTopic.filter())
async def accept_topic(
    query: CallbackQuery,
    callback_data: AcceptTopic,
    actor: Actor,
    texts: Texts,
    plans: Plans,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    state: FSMContext,
) -> None:
    """Topic 0 takes back what is written."""
    ref = callback_data.ref
    if callback_data.topic:
        await plans.accept(actor, ref, PlanTopicId(callback_data.topic))
    else:
        await plans.take_back(actor, ref)
    await state.clear()
    screen = await _roll_call(actor, texts, my_lessons, roll_calls, ref, callback_data.page)
    await show(query, screen, texts("plans-topic-written" if callback_data.topic else "plans-topic-taken-back"))


@router.message(StateFilter(TopicForm.text), F.text, ~F.text.startswith("/"))
async def take_topic(
    message: Message, actor: Actor, texts: Texts, my_lessons: MyLessons, roll_calls: RollCallReads, state: FSMContext
) -> None:
    ref = OpenRollCall(page=0, **await state.get_data()).ref
    await my_lessons.set_topic(actor, ref, message.text or "")
    await state.clear()
    await show(message, await _roll_call(actor, texts, my_lessons, roll_calls, ref, 0))


async def _meant(actor: Actor, texts: Texts, my_lessons: MyLessons, roll_calls: RollCallReads) -> Screen:
    lesson = await my_lessons.meant(actor)
    if lesson is None:
        return screens.no_lesson(texts)
    return await _roll_call(actor, texts, my_lessons, roll_calls, lesson.ref, 0)


async def _roll_call(
    actor: Actor, texts: Texts, my_lessons: MyLessons, roll_calls: RollCallReads, ref: LessonRef, number: int
) -> Screen:
    page = await my_lessons.page(actor, ref)
    return screens.roll_call(texts, page, await roll_calls.sheet(actor, ref), number)
