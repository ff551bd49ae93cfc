"""The site editor's side of `/docs`: a file or a link is brought, looked at, published; who has read it."""

from io import BytesIO

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ClassId, DocumentId
from domain.roles.access import Action, Reach, reach_of
from domain.roles.people import Actor
from domain.school.document_drafts import Brought, DocumentNotUnderstood, brought_file, brought_link, checked_title
from domain.school.documents import Document
from domain.school.documents_publishing import Publishing
from domain.school.ports import SchoolCards
from domain.school.said_dates import day_in
from handlers.kit.show import close, send_file, show
from handlers.school import document_editing_screens as screens
from handlers.school import document_forms as forms
from handlers.school.document_buttons import (
    BringDocument,
    DraftAsks,
    DraftFor,
    PackDocuments,
    PublishDocument,
    RedateDraft,
    RemindReaders,
    RetitleDraft,
    ShowClassReading,
    ShowDraft,
    ShowWhoRead,
    WithdrawDocument,
)
from handlers.school.document_forms import DocumentForm, FileInForm
from handlers.school.document_pack import pack_of
from handlers.texts.translator import Texts

router = Router(name="documents-editing")


@router.callback_query(BringDocument.filter())
async def bring_document(
    query: CallbackQuery,
    callback_data: BringDocument,
    actor: Actor,
    texts: Texts,
    publishing: Publishing,
    state: FSMContext,
) -> None:
    before = await _replaced(actor, publishing, callback_data.replaces)
    await forms.begin(state, callback_data.replaces)
    await show(query, screens.bring(texts, before))


@router.message(StateFilter(DocumentForm.brought, DocumentForm.draft), ~F.text.startswith("/"))
async def take_document(
    message: Message, actor: Actor, texts: Texts, publishing: Publishing, school_time: SchoolTime, state: FSMContext
) -> None:
    """Another one takes the place of the draft. Nothing is fetched before it is published."""
    brought, file = _brought(message)
    before = await _replaced(actor, publishing, await forms.replaces_of(state))
    new, key = await forms.keep(state, brought, school_time.today(), before, file)
    await show(message, screens.draft(texts, await publishing.check(actor, new), key))


@router.callback_query(ShowDraft.filter())
async def show_draft(query: CallbackQuery, callback_data: ShowDraft, texts: Texts, state: FSMContext) -> None:
    kept = await forms.draft_of(state, callback_data.key)
    await show(query, screens.draft(texts, await forms.changed(state, kept), callback_data.key))


@router.callback_query(DraftFor.filter())
async def draft_for(query: CallbackQuery, callback_data: DraftFor, texts: Texts, state: FSMContext) -> None:
    kept = await forms.draft_of(state, callback_data.key)
    kept["audience"] = callback_data.audience.value
    await show(query, screens.draft(texts, await forms.changed(state, kept), callback_data.key))


@router.callback_query(DraftAsks.filter())
async def draft_asks(query: CallbackQuery, callback_data: DraftAsks, texts: Texts, state: FSMContext) -> None:
    kept = await forms.draft_of(state, callback_data.key)
    kept["acknowledge"] = callback_data.asks
    await show(query, screens.draft(texts, await forms.changed(state, kept), callback_data.key))


@router.callback_query(RetitleDraft.filter())
async def ask_title(query: CallbackQuery, callback_data: RetitleDraft, texts: Texts, state: FSMContext) -> None:
    await forms.draft_of(state, callback_data.key)
    await state.set_state(DocumentForm.title)
    await show(query, screens.ask_title(texts, callback_data.key))


@router.message(StateFilter(DocumentForm.title), F.text, ~F.text.startswith("/"))
async def take_title(message: Message, texts: Texts, state: FSMContext) -> None:
    kept = await forms.current(state)
    kept["title"] = checked_title(message.text or "")
    await show(message, screens.draft(texts, await forms.changed(state, kept), kept["key"]))


@router.callback_query(RedateDraft.filter())
async def ask_day(query: CallbackQuery, callback_data: RedateDraft, texts: Texts, state: FSMContext) -> None:
    await forms.draft_of(state, callback_data.key)
    await state.set_state(DocumentForm.day)
    await show(query, screens.ask_day(texts, callback_data.key))


@router.message(StateFilter(DocumentForm.day), F.text, ~F.text.startswith("/"))
async def take_day(message: Message, texts: Texts, school_time: SchoolTime, state: FSMContext) -> None:
    kept, said = await forms.current(state), day_in(message.text or "", school_time.today())
    if said is None:
        raise forms.DocumentDayUnclear
    kept["day"] = said.day.isoformat()
    await show(message, screens.draft(texts, await forms.changed(state, kept), kept["key"]))


@router.callback_query(PublishDocument.filter())
async def publish_document(
    query: CallbackQuery,
    callback_data: PublishDocument,
    actor: Actor,
    texts: Texts,
    publishing: Publishing,
    bot: Bot,
    state: FSMContext,
) -> None:
    kept = await forms.draft_of(state, callback_data.key)
    new = await publishing.check(actor, forms.new_of(kept))
    content = await _fetched(bot, kept.get("file_id"))
    document = await publishing.publish(actor, forms.new_of(kept, content))
    await state.clear()
    await show(query, screens.published(texts, document, new.title))


@router.callback_query(WithdrawDocument.filter())
async def withdraw_document(
    query: CallbackQuery, callback_data: WithdrawDocument, actor: Actor, texts: Texts, publishing: Publishing
) -> None:
    document = DocumentId(callback_data.document)
    one = await publishing.editable(actor, document)
    if not callback_data.sure:
        await show(query, screens.withdraw_question(texts, one))
        return
    await publishing.withdraw(actor, document)
    await show(query, screens.withdrawn(texts, one.title))


@router.callback_query(ShowWhoRead.filter())
async def show_who_read(
    query: CallbackQuery, callback_data: ShowWhoRead, actor: Actor, texts: Texts, publishing: Publishing
) -> None:
    found = await publishing.who_read(actor, DocumentId(callback_data.document))
    await show(query, screens.who_read(texts, found, _by_name(actor)))


@router.callback_query(ShowClassReading.filter())
async def show_class_reading(
    query: CallbackQuery, callback_data: ShowClassReading, actor: Actor, texts: Texts, publishing: Publishing
) -> None:
    document, school_class = DocumentId(callback_data.document), ClassId(callback_data.school_class)
    one = await publishing.class_reading(actor, document, school_class)
    await show(query, screens.class_reading(texts, one, document, bool(reach_of(actor, Action.SEE_WHO_READ))))


@router.callback_query(RemindReaders.filter())
async def remind_readers(
    query: CallbackQuery, callback_data: RemindReaders, actor: Actor, texts: Texts, publishing: Publishing
) -> None:
    found = await publishing.remind(actor, DocumentId(callback_data.document))
    await show(query, screens.who_read(texts, found, _by_name(actor)), texts("documents-reminded"), alert=True)


@router.callback_query(PackDocuments.filter())
async def pack_documents(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    publishing: Publishing,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    documents, contents = await publishing.pack(actor)
    card = await school_cards.card()
    name = card.name if card else ""
    packed = await pack_of(texts, name, documents, contents)
    await close(query, None)
    await send_file(query, packed, f"documents-{school_time.today()}.zip", texts("documents-packed"))


async def _replaced(actor: Actor, publishing: Publishing, replaces: int) -> Document | None:
    """Whoever may not publish is refused here, before a word is typed."""
    if replaces:
        return await publishing.editable(actor, DocumentId(replaces))
    await publishing.may_publish(actor)
    return None


def _brought(message: Message) -> tuple[Brought, FileInForm]:
    """What was brought, and how the file is fetched. A name that had to be mended is not sent on as Telegram has it."""
    sent = message.document
    if sent is None:
        if message.text is None:
            raise DocumentNotUnderstood
        return brought_link(message.text), FileInForm()
    brought = brought_file(sent.file_name, sent.file_size, message.caption or "")
    kept = sent.file_id if brought.file_name == sent.file_name else None
    return brought, FileInForm(file_id=sent.file_id, telegram_file=kept, media_type=(sent.mime_type or "")[:100])


async def _fetched(bot: Bot, file_id: str | None) -> bytes | None:
    if file_id is None:
        return None
    content = BytesIO()
    await bot.download(file_id, content)
    return content.getvalue()


def _by_name(actor: Actor) -> bool:
    return Reach.SCHOOL in reach_of(actor, Action.SEE_CLASS_ACCESS)
