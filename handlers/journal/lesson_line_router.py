"""A lesson in one line: the card first, written by one tap."""

from datetime import date
from secrets import token_hex
from typing import Any, TypedDict, cast

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import EntryId, PersonId
from domain.journal.lesson_line_meant import Answers, LessonCard, LineNotWaiting, WhichLesson
from domain.journal.lesson_line_reading import LessonLines
from domain.journal.lesson_writing import LessonWriting
from domain.roles.people import Actor
from domain.school.timetable import LessonRef
from handlers.control.duties_forms import DutyForm
from handlers.journal import lesson_line_screens as screens
from handlers.journal.forms import CommentForm, LessonLineForm, ReasonForm, RemarkForm, TopicForm
from handlers.journal.lesson_line_buttons import (
    CorrectLine,
    LineOfLesson,
    MeantInLine,
    ShowLine,
    WriteLine,
)
from handlers.journal.results_forms import ReopeningForm, ResultForm
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.talk.thread_forms import TalkForm
from handlers.texts.translator import Texts

router = Router(name="lesson_line")
in_forms = Router(name="lesson_line_in_forms")
"""Asked before the forms that take any text."""
ANY_TEXT = (
    TopicForm.text,
    DutyForm.topic,
    DutyForm.homework,
    CommentForm.text,
    ReasonForm.text,
    RemarkForm.text,
    ResultForm.reason,
    ReopeningForm.reason,
    TalkForm.text,
)


class LineInForm(TypedDict, total=False):
    """`who`: pupils by the number of the name, as JSON has it; `written`: a tap more shows the card alone."""

    key: str
    line: str
    entry: int
    day: str
    who: dict[str, int]
    everyone: bool
    written: bool


async def _is_words(message: Message) -> bool:
    return bool(message.text) and not (message.text or "").startswith("/")


@router.message(Command("line", "строка"))
async def how(message: Message, texts: Texts) -> None:
    await show(message, screens.how(texts))


@router.message(_is_words)
async def take_line(message: Message, actor: Actor, texts: Texts, lesson_lines: LessonLines, state: FSMContext) -> None:
    """What is no line of a lesson goes on to whoever is asked next."""
    await show(message, await _taken(message, actor, texts, lesson_lines, state))


@in_forms.message(StateFilter(*ANY_TEXT), _is_words)
async def take_line_in_a_form(
    message: Message, actor: Actor, texts: Texts, lesson_lines: LessonLines, state: FSMContext
) -> None:
    """A question that was left without an answer does not swallow a lesson."""
    if not await lesson_lines.is_own(actor, message.text or ""):
        raise SkipHandler
    screen = await _taken(message, actor, texts, lesson_lines, state)
    await show(message, screens.left_question(texts, screen))


@router.callback_query(LineOfLesson.filter())
async def choose_lesson(
    query: CallbackQuery,
    callback_data: LineOfLesson,
    actor: Actor,
    texts: Texts,
    lesson_lines: LessonLines,
    state: FSMContext,
) -> None:
    form = await _waiting(state, callback_data.key)
    form |= {"entry": callback_data.entry, "day": callback_data.ref.day.isoformat()}
    await show(query, await _again(actor, texts, lesson_lines, state, form))


@router.callback_query(MeantInLine.filter())
async def choose_pupil(
    query: CallbackQuery,
    callback_data: MeantInLine,
    actor: Actor,
    texts: Texts,
    lesson_lines: LessonLines,
    state: FSMContext,
) -> None:
    form = await _waiting(state, callback_data.key)
    form["who"] = {**form.get("who", {}), str(callback_data.number): callback_data.pupil}
    await show(query, await _again(actor, texts, lesson_lines, state, form))


@router.callback_query(CorrectLine.filter())
async def correct(
    query: CallbackQuery,
    callback_data: CorrectLine,
    actor: Actor,
    texts: Texts,
    lesson_lines: LessonLines,
    state: FSMContext,
) -> None:
    form = await _waiting(state, callback_data.key)
    written = form.get("written", False)
    screen = await _again(actor, texts, lesson_lines, state, form) if written else _correct(texts, form)
    await show(query, screen)


@router.callback_query(ShowLine.filter())
async def show_line(
    query: CallbackQuery,
    callback_data: ShowLine,
    actor: Actor,
    texts: Texts,
    lesson_lines: LessonLines,
    state: FSMContext,
) -> None:
    form = await _waiting(state, callback_data.key)
    await show(query, await _again(actor, texts, lesson_lines, state, form))


@router.callback_query(WriteLine.filter())
async def write_line(
    query: CallbackQuery,
    callback_data: WriteLine,
    actor: Actor,
    texts: Texts,
    lesson_lines: LessonLines,
    lesson_writing: LessonWriting[Any],
    state: FSMContext,
) -> None:
    """A second tap shows what was written, and writes nothing. A doubt that has come up meanwhile is asked."""
    form = await _waiting(state, callback_data.key)
    if not form.get("written"):
        form["everyone"] = callback_data.everyone
    card = await lesson_lines.understand(actor, form["line"], _answers(form))
    if not isinstance(card, LessonCard) or card.questions or not card.writes:
        await show(query, await _kept(texts, state, form, card))
        return
    if not form.get("written"):
        await lesson_writing.write(actor, card)
        await state.set_data({**form, "written": True})
    await show(query, screens.written(texts, card))


async def _taken(message: Message, actor: Actor, texts: Texts, lesson_lines: LessonLines, state: FSMContext) -> Screen:
    form = LineInForm(key=token_hex(4), line=message.text or "")
    found = await lesson_lines.understand(actor, form["line"], Answers())
    if found is None:
        raise SkipHandler
    await state.set_state(LessonLineForm.waiting)
    return await _kept(texts, state, form, found)


def _correct(texts: Texts, form: LineInForm) -> Screen:
    return screens.correct(texts, form["line"], form["key"])


async def _again(actor: Actor, texts: Texts, lesson_lines: LessonLines, state: FSMContext, form: LineInForm) -> Screen:
    return await _kept(texts, state, form, await lesson_lines.understand(actor, form["line"], _answers(form)))


async def _kept(texts: Texts, state: FSMContext, form: LineInForm, found: LessonCard | WhichLesson | None) -> Screen:
    """The line waits for its lesson, for who is meant, or to be written; the lesson once found stays the same."""
    if found is None:
        raise LineNotWaiting
    if isinstance(found, LessonCard):
        form |= {"entry": found.lesson.ref.entry, "day": found.lesson.ref.day.isoformat()}
    await state.set_data(dict(form))
    if isinstance(found, WhichLesson):
        return screens.which(texts, found, form["key"])
    return screens.written(texts, found) if form.get("written") else screens.card(texts, found, form["key"])


async def _waiting(state: FSMContext, key: str) -> LineInForm:
    form = cast(LineInForm, await state.get_data())
    if form.get("key") != key or "line" not in form:
        raise LineNotWaiting
    return form


def _answers(form: LineInForm) -> Answers:
    lesson = LessonRef(EntryId(form["entry"]), date.fromisoformat(form["day"])) if "entry" in form else None
    who = {int(number): PersonId(pupil) for number, pupil in form.get("who", {}).items()}
    return Answers(lesson, who, form.get("everyone", False))
