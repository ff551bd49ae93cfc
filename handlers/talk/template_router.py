"""`/templates`, and a template in a thread: chosen, filled, looked at, sent."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import TemplateId, ThreadId
from domain.roles.people import Actor
from domain.talk.talking import Talking
from domain.talk.templates import Templates
from domain.talk.wording import Wording, Writing
from handlers.kit.screen import Screen
from handlers.kit.show import send, show
from handlers.kit.words import Says
from handlers.talk import template_forms as forms
from handlers.talk import template_screens as screens
from handlers.talk.template_buttons import (
    AddTemplate,
    ChooseTemplate,
    OpenTemplates,
    RemoveTemplate,
    SendTemplate,
    ShowTemplate,
    UseTemplate,
)
from handlers.talk.template_fields import known_of
from handlers.talk.template_forms import TemplateForm
from handlers.talk.thread_buttons import ShowThread
from handlers.talk.thread_forms import in_thread
from handlers.talk.thread_sending import Post
from handlers.texts.translator import Texts

router = Router(name="templates")
forms_router = Router(name="templates-forms")
IN_WORDS = Says(r"[^/]")
"""Anything but a command."""


@router.message(Command("templates", "шаблоны"))
async def show_templates(message: Message, actor: Actor, texts: Texts, templates: Templates) -> None:
    await show(message, screens.listed(texts, await templates.listed(actor), 0))


@router.callback_query(OpenTemplates.filter())
async def tap_templates(
    query: CallbackQuery,
    callback_data: OpenTemplates,
    actor: Actor,
    texts: Texts,
    templates: Templates,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, screens.listed(texts, await templates.listed(actor), callback_data.page))


@router.callback_query(AddTemplate.filter())
async def add_template(
    query: CallbackQuery, actor: Actor, texts: Texts, templates: Templates, state: FSMContext
) -> None:
    await templates.listed(actor)
    await state.set_state(TemplateForm.text)
    await show(query, screens.ask_text(texts))


@forms_router.message(StateFilter(TemplateForm.text), IN_WORDS)
async def take_text(message: Message, actor: Actor, texts: Texts, templates: Templates, state: FSMContext) -> None:
    added = await templates.add(actor, message.text or "")
    await state.clear()
    one = await templates.one(actor, added)
    await show(message, screens.template(texts, one, new=True))


@router.callback_query(ShowTemplate.filter())
async def show_template(
    query: CallbackQuery, callback_data: ShowTemplate, actor: Actor, texts: Texts, templates: Templates
) -> None:
    await show(query, screens.template(texts, await templates.one(actor, callback_data.number)))


@router.callback_query(RemoveTemplate.filter())
async def remove_template(
    query: CallbackQuery, callback_data: RemoveTemplate, actor: Actor, texts: Texts, templates: Templates
) -> None:
    if not callback_data.sure:
        await show(query, screens.remove_question(texts, await templates.one(actor, callback_data.number)))
        return
    await templates.remove(actor, callback_data.number)
    await show(query, screens.listed(texts, await templates.listed(actor), 0), texts("template-removed"))


@router.callback_query(ChooseTemplate.filter())
async def choose_template(
    query: CallbackQuery,
    callback_data: ChooseTemplate,
    actor: Actor,
    texts: Texts,
    templates: Templates,
    state: FSMContext,
) -> None:
    await state.clear()
    listed, thread = await templates.listed(actor), callback_data.where
    await show(query, screens.choose(texts, listed, thread, callback_data.page, ShowThread(thread=thread, before=0)))


@router.callback_query(UseTemplate.filter())
async def use_template(
    query: CallbackQuery,
    callback_data: UseTemplate,
    actor: Actor,
    texts: Texts,
    templates: Templates,
    talking: Talking,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    """What is shown to be sent is a message of its own: under its number it is sent once."""
    thread, number = callback_data.where, callback_data.number
    known = known_of(texts, actor, await talking.page(actor, thread), school_time)
    found = await templates.use(actor, number, known, None)
    if isinstance(found, str):
        await send(query, await _ready(texts, state, thread, found))
        return
    await forms.wait_for_gaps(state, thread, number)
    await show(query, screens.ask_gaps(texts, found, thread))


@forms_router.message(StateFilter(TemplateForm.gaps), IN_WORDS)
async def take_gaps(
    message: Message,
    actor: Actor,
    texts: Texts,
    templates: Templates,
    talking: Talking,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    thread, number = await forms.waiting(state)
    known = known_of(texts, actor, await talking.page(actor, thread), school_time)
    found = await templates.use(actor, TemplateId(number), known, message.text)
    if isinstance(found, str):
        await show(message, await _ready(texts, state, thread, found))


@router.callback_query(SendTemplate.filter())
async def send_template(
    query: CallbackQuery,
    callback_data: SendTemplate,
    actor: Actor,
    texts: Texts,
    talking: Talking,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    """What is held with a question is kept as any other text is."""
    thread = callback_data.where
    text = await forms.kept(state, thread, callback_data.key)
    number = query.message.message_id if query.message is not None else 0
    target, writing = in_thread(thread, None), Writing(Wording(text), account_message=number)
    screen, went = await Post(talking, texts, state, school_time).send(actor, target, writing)
    if went:
        await state.clear()
    await show(query, screen)


async def _ready(texts: Texts, state: FSMContext, thread: ThreadId, text: str) -> Screen:
    return screens.ready(texts, text, thread, await forms.keep(state, thread, text))
