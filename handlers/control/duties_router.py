"""«Осталось сделать»: the list of the own lessons, and each of its fields by one tap; then the list again."""

from dataclasses import dataclass

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.attendance.reading import RollCallReads
from domain.attendance.roll_call import RollCall
from domain.clock import SchoolTime
from domain.control.duties import Duty
from domain.control.evening_card import EveningCards
from domain.control.evening_shown import EveningShown
from domain.ids import PersonId, PlanTopicId, WorkKindId
from domain.journal.homework_after import HomeworkAfter
from domain.journal.mark_pages import MarkPages
from domain.journal.my_lesson import MyLessons
from domain.journal.plans import Plans
from domain.roles.people import Actor
from domain.school.timetable import LessonRef
from handlers.control import duties_screens as screens
from handlers.control.duties_buttons import (
    EveryoneThere,
    NoneGiven,
    NoteAbsent,
    OpenDuties,
    OpenDuty,
    TurnDuties,
    WritePlanned,
)
from handlers.control.duties_forms import DutyForm
from handlers.journal import grading_screens, lesson_screens
from handlers.kit.days import packed
from handlers.kit.screen import Screen
from handlers.kit.show import put, redraw, send, show
from handlers.kit.words import Says
from handlers.texts.translator import Markup, Texts

router = Router(name="duties")
forms = Router(name="duties_forms")


@dataclass(frozen=True, slots=True)
class AwaitedWords:
    """Of which lesson, and the message whose screen asks for them."""

    message: int
    ref: LessonRef


@router.message(Command("duties", "owed", "долги", "осталось"))
@router.message(Says(r"(?i)осталось сделать$"))
async def duties(
    message: Message,
    actor: Actor,
    texts: Texts,
    evening_cards: EveningCards,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    card = await evening_cards.of_actor(actor, school_time.today())
    await show(message, screens.duties(texts, card))


@router.callback_query(OpenDuties.filter())
async def open_duties(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await _back(query, actor, texts, evening_cards, evening_shown, school_time, state)


@router.callback_query(TurnDuties.filter())
async def turn(
    query: CallbackQuery,
    callback_data: TurnDuties,
    actor: Actor,
    texts: Texts,
    evening_cards: EveningCards,
    school_time: SchoolTime,
) -> None:
    card = await evening_cards.of_actor(actor, school_time.today())
    await show(query, screens.duties(texts, card, callback_data.page))


@router.callback_query(OpenDuty.filter())
async def open_duty(
    query: CallbackQuery,
    callback_data: OpenDuty,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    plans: Plans,
    homework_after: HomeworkAfter,
    mark_pages: MarkPages,
    state: FSMContext,
) -> None:
    """Marks stand below the list; everything else in its place."""
    ref, duty = callback_data.ref, callback_data.duty
    await state.clear()
    if duty is Duty.WRITTEN_WORK:
        await send(query, await _marks(actor, texts, my_lessons, roll_calls, mark_pages, ref))
    elif duty is Duty.ATTENDANCE:
        page, sheet = await my_lessons.page(actor, ref), await roll_calls.sheet(actor, ref)
        await show(query, screens.roll_call(texts, page, sheet))
    elif duty is Duty.TOPIC:
        choice = await plans.choice(actor, ref)
        await _await_words(query, state, DutyForm.topic, ref)
        await show(query, screens.topic(texts, choice))
    else:
        after = await homework_after.page(actor, ref)
        await _await_words(query, state, DutyForm.homework, ref)
        await show(query, screens.homework(texts, after, ref))


@router.callback_query(EveryoneThere.filter())
async def everyone_there(
    query: CallbackQuery,
    callback_data: EveryoneThere,
    actor: Actor,
    texts: Texts,
    roll_call: RollCall,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await roll_call.close(actor, callback_data.ref)
    done = texts("duties-roll-call-taken")
    await _back(query, actor, texts, evening_cards, evening_shown, school_time, state, done)


@router.callback_query(NoteAbsent.filter())
async def note_absent(
    query: CallbackQuery,
    callback_data: NoteAbsent,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    """With lateness and reasons it is a screen of its own, which opens below the list."""
    page, sheet = await my_lessons.page(actor, callback_data.ref), await roll_calls.sheet(actor, callback_data.ref)
    below = texts("duties-roll-call-below")
    await _back(query, actor, texts, evening_cards, evening_shown, school_time, state, below)
    if query.message is not None:
        await put(query.message, lesson_screens.roll_call(texts, page, sheet, 0))


@router.callback_query(WritePlanned.filter())
async def write_planned(
    query: CallbackQuery,
    callback_data: WritePlanned,
    actor: Actor,
    texts: Texts,
    plans: Plans,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await plans.accept(actor, callback_data.ref, PlanTopicId(callback_data.topic))
    done = texts("duties-topic-written")
    await _back(query, actor, texts, evening_cards, evening_shown, school_time, state, done)


@router.callback_query(NoneGiven.filter())
async def none_given(
    query: CallbackQuery,
    callback_data: NoneGiven,
    actor: Actor,
    texts: Texts,
    homework_after: HomeworkAfter,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await homework_after.set_none(actor, callback_data.ref)
    done = texts("duties-none-said")
    await _back(query, actor, texts, evening_cards, evening_shown, school_time, state, done)


@forms.message(StateFilter(DutyForm.topic), F.text, ~F.text.startswith("/"))
async def take_topic(
    message: Message,
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    """The screen that asked becomes the list again: no second message."""
    words = await _of_words(state)
    await my_lessons.set_topic(actor, words.ref, message.text or "")
    left = await _left(actor, texts, evening_cards, evening_shown, school_time, state, words.message)
    await redraw(message, words.message, _noted(texts("duties-topic-written"), left))


@forms.message(StateFilter(DutyForm.homework), F.text, ~F.text.startswith("/"))
async def take_homework(
    message: Message,
    actor: Actor,
    texts: Texts,
    homework_after: HomeworkAfter,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    words = await _of_words(state)
    await homework_after.set(actor, words.ref, message.text or "")
    left = await _left(actor, texts, evening_cards, evening_shown, school_time, state, words.message)
    await redraw(message, words.message, _noted(texts("duties-homework-set"), left))


async def _back(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
    done: Markup | None = None,
) -> None:
    """The list as it stands now, in place of what was tapped."""
    number = query.message.message_id if query.message is not None else None
    await show(query, await _left(actor, texts, evening_cards, evening_shown, school_time, state, number), done)


async def _left(
    actor: Actor,
    texts: Texts,
    evening_cards: EveningCards,
    evening_shown: EveningShown,
    school_time: SchoolTime,
    state: FSMContext,
    message: int | None,
) -> Screen:
    """What is left now, noted as what that message is about to say."""
    await state.clear()
    card = await evening_cards.of_actor(actor, school_time.today())
    if message is not None:
        await evening_shown.note(actor.account, message, card)
    return screens.duties(texts, card)


def _noted(done: Markup, screen: Screen) -> Screen:
    """What was done, above what is left."""
    return Screen(f"{done}\n\n{screen.text}", screen.rows)


async def _marks(
    actor: Actor,
    texts: Texts,
    my_lessons: MyLessons,
    roll_calls: RollCallReads,
    mark_pages: MarkPages,
    ref: LessonRef,
) -> Screen:
    page, sheet = await my_lessons.page(actor, ref), await roll_calls.sheet(actor, ref)
    pad = await mark_pages.pad(actor, ref)
    return grading_screens.marks(texts, page, sheet, pad, 0, WorkKindId(0), PersonId(0))


async def _await_words(query: CallbackQuery, state: FSMContext, form: State, ref: LessonRef) -> None:
    number = query.message.message_id if query.message is not None else 0
    await state.set_state(form)
    await state.set_data({"message": number, "entry": ref.entry, "day": packed(ref.day)})


async def _of_words(state: FSMContext) -> AwaitedWords:
    kept = await state.get_data()
    return AwaitedWords(kept["message"], NoteAbsent(entry=kept["entry"], day=kept["day"]).ref)
