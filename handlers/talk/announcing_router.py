"""«Объявление» and `/class`: to whom, the text, then the draft to look at."""

from dataclasses import replace
from secrets import token_hex

from aiogram import Router
from aiogram.filters import Command, CommandObject, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.talk.announcements import Announcing, Draft, DraftGone
from domain.talk.audiences import Audience, Scope
from domain.talk.moments import moment_said
from domain.talk.scopes import Choices
from domain.talk.wording import Wording
from handlers.kit.show import redraw, show
from handlers.kit.writing import writing_of
from handlers.talk import announcing_screens as screens
from handlers.talk.announcing_buttons import (
    ChooseGroup,
    ChooseParallel,
    ComposeFor,
    ComposeLike,
    ComposeTo,
    OpenAnnouncing,
    PickClass,
    PickClasses,
    scope_said,
)
from handlers.talk.announcing_control import control_of, show_control, show_draft
from handlers.talk.announcing_forms import PICKED, TYPED, AnnouncementForm, album, picked, typed
from handlers.talk.composing_draft import load, save
from handlers.texts.translator import Texts

router = Router(name="announcing")


class OfAlbum(Filter):
    """A further picture of the album with which the draft began."""

    async def __call__(self, message: Message, state: FSMContext) -> bool:
        known = await album(state) if message.media_group_id else None
        return known is not None and known[0] == message.media_group_id


@router.message(Command("class", "класс"))
async def write_by_command(
    message: Message, command: CommandObject, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext
) -> None:
    """`/class текст` to the parents of the own class, `/class 7А текст`; what is not said is asked for."""
    choices = await announcing.choices(actor)
    scope, text = _class_and_text(choices, (command.args or "").strip())
    await state.clear()
    if scope is None:
        await state.update_data({TYPED: text})
        await show(message, screens.choose_screen(choices, await announcing.lately(actor), texts))
    elif not text:
        await show(message, screens.audience_screen(scope, texts))
    else:
        draft = Draft(token_hex(4), scope, Audience.GUARDIANS, Wording(text))
        await show_draft(message, draft, actor, texts, announcing, state)


@router.callback_query(OpenAnnouncing.filter())
async def choose(query: CallbackQuery, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext) -> None:
    choices = await announcing.choices(actor)
    text = await typed(state)
    await state.clear()
    if text:
        await state.update_data({TYPED: text})
    await show(query, screens.choose_screen(choices, await announcing.lately(actor), texts))


@router.callback_query(PickClasses.filter())
async def pick_classes(
    query: CallbackQuery,
    callback_data: PickClasses,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    now = (callback_data.first,) if callback_data.first else await picked(state)
    await _show_classes(query, now, actor, texts, announcing, state)


@router.callback_query(PickClass.filter())
async def pick_class(
    query: CallbackQuery,
    callback_data: PickClass,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    others = set(await picked(state)) - {callback_data.class_id}
    now = others | {callback_data.class_id} if callback_data.on else others
    await _show_classes(query, tuple(sorted(now)), actor, texts, announcing, state)


@router.callback_query(ChooseParallel.filter())
async def choose_parallel(query: CallbackQuery, actor: Actor, texts: Texts, announcing: Announcing) -> None:
    await show(query, screens.parallels_screen((await announcing.choices(actor)).grades, texts))


@router.callback_query(ChooseGroup.filter())
async def choose_group(query: CallbackQuery, actor: Actor, texts: Texts, announcing: Announcing) -> None:
    await show(query, screens.groups_screen((await announcing.choices(actor)).groups, texts))


@router.callback_query(ComposeFor.filter())
async def choose_audience(
    query: CallbackQuery,
    callback_data: ComposeFor,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """Where only one audience makes sense, it is not asked for."""
    said = scope_said(callback_data.kind, callback_data.of, await picked(state))
    scope = await announcing.named(actor, said)
    if len(scope.audiences) > 1:
        await show(query, screens.audience_screen(scope, texts))
        return
    await _ask_text(query, scope, scope.audiences[0], actor, texts, announcing, state)


@router.callback_query(ComposeTo.filter())
async def ask_text(
    query: CallbackQuery,
    callback_data: ComposeTo,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    said = scope_said(callback_data.kind, callback_data.of, await picked(state))
    scope = await announcing.named(actor, said, callback_data.audience)
    await _ask_text(query, scope, callback_data.audience, actor, texts, announcing, state)


@router.callback_query(ComposeLike.filter())
async def ask_text_as_before(
    query: CallbackQuery,
    callback_data: ComposeLike,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    before = await announcing.like(actor, AnnouncementId(callback_data.announcement))
    await _ask_text(query, before.scope, before.audience, actor, texts, announcing, state)


@router.message(StateFilter(AnnouncementForm.text))
async def take_text(message: Message, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext) -> None:
    """New words leave the files that are there; new files take their place."""
    draft = await load(state)
    if draft is None:
        raise DraftGone
    writing = await writing_of(message)
    draft = replace(draft, key=token_hex(4), wording=writing.wording, files=writing.files or draft.files)
    await show_draft(message, draft, actor, texts, announcing, state, writing.album)


@router.message(StateFilter(AnnouncementForm.confirming), OfAlbum())
async def take_more(message: Message, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext) -> None:
    """A further picture of the album with which the draft began."""
    draft, known, writing = await load(state), await album(state), await writing_of(message)
    if draft is None or known is None:
        raise DraftGone
    wording = draft.wording if writing.wording.empty else writing.wording
    draft = replace(draft, wording=wording, files=(*draft.files, *writing.files))
    screen = await control_of(draft, actor, texts, announcing)
    await save(state, draft)
    await redraw(message, known[1], screen)


@router.message(StateFilter(AnnouncementForm.moment))
async def take_moment(
    message: Message, actor: Actor, texts: Texts, announcing: Announcing, school_time: SchoolTime, state: FSMContext
) -> None:
    draft = await load(state)
    if draft is None:
        raise DraftGone
    at = moment_said(message.text or "", school_time.local())
    later = replace(draft, send_at=school_time.instant(at.date(), at.time()), urgent=False)
    await show_control(message, later, actor, texts, announcing, state)


async def _ask_text(
    query: CallbackQuery,
    scope: Scope,
    audience: Audience,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """Unless the text came with the command."""
    text = await typed(state)
    draft = Draft(token_hex(4), scope, audience, Wording(text))
    if text:
        await show_control(query, draft, actor, texts, announcing, state)
        return
    await state.set_state(AnnouncementForm.text)
    await state.set_data({})
    await save(state, draft)
    await show(query, screens.ask_text_screen(scope, audience, texts))


async def _show_classes(
    query: CallbackQuery, now: tuple[int, ...], actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext
) -> None:
    choices = await announcing.choices(actor)
    mine = {one.id for one in choices.classes}
    await state.update_data({PICKED: [one for one in now if one in mine]})
    await show(query, screens.classes_screen(choices.classes, now, texts))


def _class_and_text(choices: Choices, said: str) -> tuple[Scope | None, str]:
    """A first word that names one of the classes is not a part of the text."""
    first, _, rest = said.partition(" ")
    named = next((one for one in choices.classes if first and class_norm(one.name) == class_norm(first)), None)
    if named is not None:
        return Scope.of_class(named.id, named.name), rest.strip()
    sole = next((few[0] for few in (choices.own, choices.classes) if len(few) == 1), None)
    return Scope.of_class(sole.id, sole.name) if sole else None, said
