"""«Написать», `/write`: whom, about whom, the text; threads, answers by a button."""

from aiogram import Bot, Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId, TalkMessageId, ThreadId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor, Role
from domain.talk.partners import Partners
from domain.talk.talking import Talking
from handlers.kit.files import show_files as show_again
from handlers.kit.screen import Screen
from handlers.kit.show import close, send, show
from handlers.kit.writing import writing_of
from handlers.talk import thread_screens as screens
from handlers.talk import writing_screens as choosing
from handlers.talk.asking_screens import may_mark
from handlers.talk.thread_buttons import (
    AnswerThread,
    AnswerUnasked,
    ChangeKept,
    OpenThread,
    OpenWriting,
    SendKept,
    SettleThread,
    ShowTalkFiles,
    ShowThread,
    WriteAbout,
    WriteTo,
    WriteToClass,
    WriteToColleagues,
    WriteToFamily,
)
from handlers.talk.thread_forms import TalkForm, Target, form_of, in_thread, kept_of
from handlers.talk.thread_sending import Post
from handlers.texts.translator import Texts

router = Router(name="threads")
forms = Router(name="thread forms")
of_families = Router(name="threads of families")
"""Asked before homework lines: «дз не записали…» of a family is a word to the teacher."""


class SetsNoHomework(Filter):
    async def __call__(self, _: Message, actor: Actor) -> bool:
        return not actor.holds(Role.TEACHER)


@router.message(Command("write", "написать"))
async def write_by_command(
    message: Message, actor: Actor, texts: Texts, talk_partners: Partners, state: FSMContext
) -> None:
    await state.clear()
    await show(message, await _start(actor, texts, talk_partners))


@router.callback_query(OpenWriting.filter())
async def open_writing(
    query: CallbackQuery, actor: Actor, texts: Texts, talk_partners: Partners, state: FSMContext
) -> None:
    await state.clear()
    await show(query, await _start(actor, texts, talk_partners))


@router.callback_query(WriteAbout.filter())
async def write_about(
    query: CallbackQuery, callback_data: WriteAbout, actor: Actor, texts: Texts, talking: Talking
) -> None:
    school = await talking.partners(actor, PersonId(callback_data.pupil))
    await show(query, choosing.school_screen(school, texts))


@router.callback_query(WriteToClass.filter())
async def write_to_class(
    query: CallbackQuery, callback_data: WriteToClass, actor: Actor, texts: Texts, talk_partners: Partners
) -> None:
    school_class, seats = await talk_partners.pupils(actor, ClassId(callback_data.class_id))
    await show(query, choosing.class_screen(school_class, seats, texts))


@router.callback_query(WriteToFamily.filter())
async def write_to_family(
    query: CallbackQuery, callback_data: WriteToFamily, actor: Actor, texts: Texts, talk_partners: Partners
) -> None:
    family = await talk_partners.family(actor, PersonId(callback_data.pupil))
    await show(query, choosing.family_screen(family, texts))


@router.callback_query(WriteToColleagues.filter())
async def write_to_colleagues(
    query: CallbackQuery,
    callback_data: WriteToColleagues,
    actor: Actor,
    texts: Texts,
    talk_partners: Partners,
    state: FSMContext,
) -> None:
    colleagues = await talk_partners.colleagues(actor)
    await state.set_state(TalkForm.colleague)
    await show(query, choosing.colleagues_screen(colleagues, callback_data.number, texts))


@forms.message(StateFilter(TalkForm.colleague))
async def find_colleague(message: Message, actor: Actor, texts: Texts, talk_partners: Partners) -> None:
    colleagues = await talk_partners.colleagues(actor, message.text or "")
    await show(message, choosing.colleagues_screen(colleagues, 0, texts))


@router.callback_query(WriteTo.filter())
async def ask_text(query: CallbackQuery, callback_data: WriteTo, actor: Actor, texts: Texts, state: FSMContext) -> None:
    """Whether it may be is asked when it is sent."""
    await state.set_state(TalkForm.text)
    target = Target(whom=callback_data.whom.value, pupil=callback_data.pupil, person=callback_data.person)
    await state.set_data(dict(target))
    await show(query, choosing.ask_text_screen(texts, may_mark(actor)))


@router.callback_query(AnswerThread.filter())
async def ask_answer(
    query: CallbackQuery, callback_data: AnswerThread, actor: Actor, texts: Texts, talking: Talking, state: FSMContext
) -> None:
    """Below the message that is answered, which stays."""
    thread, message = ThreadId(callback_data.thread), callback_data.message
    answered = TalkMessageId(message) if message else None
    card = await talking.answerable(actor, thread, answered)
    await state.set_state(TalkForm.text)
    await state.set_data(dict(in_thread(thread, answered)))
    templates_in = thread if reach_of(actor, Action.KEEP_TEMPLATES) else None
    await send(query, screens.ask_answer_screen(card, texts, templates_in, may_mark(actor)))


@of_families.message(StateFilter(TalkForm.text), SetsNoHomework())
@forms.message(StateFilter(TalkForm.text))
async def take_text(
    message: Message, actor: Actor, texts: Texts, talking: Talking, state: FSMContext, school_time: SchoolTime
) -> None:
    writing = await writing_of(message)
    target = await form_of(state)
    screen, went = await Post(talking, texts, state, school_time).send(actor, target, writing)
    if went:
        await state.clear()
    await show(message, screen)


@router.callback_query(SendKept.filter())
async def send_kept(
    query: CallbackQuery,
    callback_data: SendKept,
    actor: Actor,
    texts: Texts,
    talking: Talking,
    state: FSMContext,
    school_time: SchoolTime,
) -> None:
    kept = await kept_of(state)
    if kept is None:
        await close(query, texts("talk-nothing-kept"), alert=True)
        return
    screen, went = await Post(talking, texts, state, school_time).send(actor, *kept, fine=callback_data.fine)
    if went and await state.get_state() == TalkForm.text:
        await state.clear()
    await show(query, screen)


@router.callback_query(ChangeKept.filter())
async def change_kept(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    kept = await kept_of(state)
    if kept is None:
        await close(query, texts("talk-nothing-kept"), alert=True)
        return
    await state.set_state(TalkForm.text)
    await state.set_data(dict(kept[0]))
    await show(query, choosing.ask_text_screen(texts))


@router.callback_query(OpenThread.filter())
async def open_thread(
    query: CallbackQuery, callback_data: OpenThread, actor: Actor, texts: Texts, talking: Talking
) -> None:
    page = await talking.page(actor, ThreadId(callback_data.thread))
    await send(query, screens.thread_screen(page, texts))


@router.callback_query(ShowThread.filter())
async def show_thread(
    query: CallbackQuery, callback_data: ShowThread, actor: Actor, texts: Texts, talking: Talking
) -> None:
    before = TalkMessageId(callback_data.before) if callback_data.before else None
    page = await talking.page(actor, ThreadId(callback_data.thread), before)
    await show(query, screens.thread_screen(page, texts))


@router.callback_query(SettleThread.filter())
async def settle_thread(
    query: CallbackQuery, callback_data: SettleThread, actor: Actor, texts: Texts, talking: Talking
) -> None:
    """The message under which it was tapped stays as it is."""
    await talking.settle(actor, ThreadId(callback_data.thread))
    await close(query, texts("talk-settled"))


@router.callback_query(ShowTalkFiles.filter())
async def show_files(
    query: CallbackQuery, callback_data: ShowTalkFiles, actor: Actor, texts: Texts, talking: Talking, bot: Bot
) -> None:
    card = await talking.spoken(actor, TalkMessageId(callback_data.message))
    await close(query, None)
    if query.message is None:
        return
    lost = await show_again(bot, query.message.chat.id, card.spoken.files)
    if lost:
        await send(query, Screen(texts("talk-files-lost")))


@router.callback_query(AnswerUnasked.filter())
async def answer_unasked(
    query: CallbackQuery,
    callback_data: AnswerUnasked,
    actor: Actor,
    texts: Texts,
    talking: Talking,
    state: FSMContext,
    school_time: SchoolTime,
) -> None:
    kept = await kept_of(state)
    target = in_thread(ThreadId(callback_data.thread), TalkMessageId(callback_data.message))
    if kept is None or kept[0] != target:
        await close(query, texts("talk-nothing-kept"), alert=True)
        return
    screen, _ = await Post(talking, texts, state, school_time).send(actor, *kept)
    await show(query, screen)


async def _start(actor: Actor, texts: Texts, partners: Partners) -> Screen:
    """Straight to whom, where there is one child to write about and nothing else to choose."""
    pupils = await partners.own_pupils(actor)
    classes = await partners.classes(actor) if reach_of(actor, Action.WRITE_TO_FAMILY) else []
    staff = bool(reach_of(actor, Action.WRITE_TO_STAFF))
    if len(pupils) == 1 and not classes and not staff:
        return choosing.school_screen(await partners.of_pupil(actor, pupils[0].pupil), texts)
    return choosing.start_screen(pupils, classes, staff, texts)
