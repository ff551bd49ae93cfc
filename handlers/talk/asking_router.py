"""`/ask` and «Спросить администратора»; «🆘 Администратору» in a thread; «⚡ Срочно» for who may."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import Outdated
from domain.ids import TalkMessageId, ThreadId
from domain.roles.access import Action, Target, reach_of, require
from domain.roles.people import Actor
from domain.talk.talking import Talking
from domain.talk.wording import Wording, Writing
from handlers.kit.screen import Screen
from handlers.kit.show import send, show
from handlers.kit.writing import writing_of
from handlers.talk import asking_screens as screens
from handlers.talk import thread_screens, writing_screens
from handlers.talk.asking_buttons import AskAboutThread, AskAdministrator, MarkUrgent
from handlers.talk.thread_buttons import Whom
from handlers.talk.thread_forms import TalkForm, form_of
from handlers.talk.thread_forms import Target as WhereTo
from handlers.talk.thread_sending import Post
from handlers.texts.translator import Texts

router = Router(name="asking")


@router.message(Command("ask", "спросить"))
async def ask(
    message: Message,
    command: CommandObject,
    actor: Actor,
    texts: Texts,
    talking: Talking,
    state: FSMContext,
    school_time: SchoolTime,
) -> None:
    """`/ask текст` from any screen, whose form goes on; without a text it is asked for."""
    require(actor, Action.ASK_ADMINISTRATOR, Target(person=actor.person))
    if not (command.args or "").strip():
        await _wait(state, _to_administrator())
        await show(message, screens.ask_question(texts))
        return
    writing = _without_command(await writing_of(message))
    screen, _ = await Post(talking, texts, state, school_time).send(actor, _to_administrator(), writing)
    await show(message, screen)


@router.callback_query(AskAdministrator.filter())
async def ask_by_button(query: CallbackQuery, actor: Actor, texts: Texts, state: FSMContext) -> None:
    require(actor, Action.ASK_ADMINISTRATOR, Target(person=actor.person))
    await _wait(state, _to_administrator())
    await show(query, screens.ask_question(texts))


@router.callback_query(AskAboutThread.filter())
async def ask_about_thread(
    query: CallbackQuery, callback_data: AskAboutThread, actor: Actor, texts: Texts, talking: Talking, state: FSMContext
) -> None:
    require(actor, Action.WRITE_TO_STAFF, Target())
    page = await talking.page(actor, ThreadId(callback_data.thread))
    await _wait(state, _to_administrator(screens.matter_of_talk(page, texts)))
    await send(query, screens.ask_about_talk(page, texts))


@router.callback_query(MarkUrgent.filter())
async def mark_urgent(
    query: CallbackQuery, callback_data: MarkUrgent, actor: Actor, texts: Texts, talking: Talking, state: FSMContext
) -> None:
    """Of the text that is waited for now; it counts when it is sent."""
    require(actor, Action.WRITE_URGENTLY, Target())
    if await state.get_state() != TalkForm.text:
        raise Outdated
    await state.update_data(urgent=callback_data.on)
    await show(query, await _asked(actor, await form_of(state), texts, talking))


async def _asked(actor: Actor, target: WhereTo, texts: Texts, talking: Talking) -> Screen:
    urgent = bool(target.get("urgent"))
    if "thread" not in target:
        return writing_screens.ask_text_screen(texts, urgent)
    answered = TalkMessageId(target["message"]) if target["message"] else None
    thread = ThreadId(target["thread"])
    templates_in = thread if reach_of(actor, Action.KEEP_TEMPLATES) else None
    return thread_screens.ask_answer_screen(
        await talking.answerable(actor, thread, answered), texts, templates_in, urgent
    )


async def _wait(state: FSMContext, target: WhereTo) -> None:
    await state.set_state(TalkForm.text)
    await state.set_data(dict(target))


def _to_administrator(matter: str = "") -> WhereTo:
    return WhereTo(whom=Whom.HELP.value, pupil=0, person=0, matter=matter)


def _without_command(writing: Writing) -> Writing:
    """Formatting moves with the text; its places count UTF-16 units, as many as letters in a command."""
    text = writing.wording.text
    start = len(text) - len(text.split(maxsplit=1)[1]) if len(text.split(maxsplit=1)) > 1 else len(text)
    entities = (replace(one, offset=one.offset - start) for one in writing.wording.entities if one.offset >= start)
    return replace(writing, wording=Wording(text[start:], tuple(entities)))
