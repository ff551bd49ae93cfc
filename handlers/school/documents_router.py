"""`/docs`: documents of the school, opened and confirmed by everyone concerned."""

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from domain.ids import DocumentId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.documents import Document, DocumentPage, Documents
from domain.school.ports import Rosters
from handlers.kit.screen import Screen
from handlers.kit.show import close, show
from handlers.school import document_screens as screens
from handlers.school.document_buttons import ConfirmDocument, OpenDocument, OpenDocuments, SendDocument, ShowEarlier
from handlers.texts.translator import Texts

router = Router(name="documents")


@router.message(Command("docs", "документы"))
async def show_documents(message: Message, actor: Actor, texts: Texts, documents: Documents) -> None:
    await show(message, await _listed(actor, texts, documents, 0))


@router.callback_query(OpenDocuments.filter())
async def tap_documents(
    query: CallbackQuery,
    callback_data: OpenDocuments,
    actor: Actor,
    texts: Texts,
    documents: Documents,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, await _listed(actor, texts, documents, callback_data.page))


@router.callback_query(OpenDocument.filter())
async def open_document(
    query: CallbackQuery,
    callback_data: OpenDocument,
    actor: Actor,
    texts: Texts,
    documents: Documents,
    rosters: Rosters,
    state: FSMContext,
) -> None:
    await state.clear()
    page = await documents.page(actor, DocumentId(callback_data.document))
    await show(query, await _page(actor, texts, page, rosters))


@router.callback_query(SendDocument.filter())
async def send_document(
    query: CallbackQuery, callback_data: SendDocument, actor: Actor, texts: Texts, documents: Documents
) -> None:
    """As Telegram has it already; else, and where it has lost it, the bytes."""
    page = await documents.page(actor, DocumentId(callback_data.document))
    one = next(one for one in (page.document, *page.earlier) if one.id == callback_data.document)
    await close(query, None)
    await _send(query, actor, documents, one, f"📄 {screens.line(texts, one)}")


@router.callback_query(ConfirmDocument.filter())
async def confirm_document(
    query: CallbackQuery,
    callback_data: ConfirmDocument,
    actor: Actor,
    texts: Texts,
    documents: Documents,
    rosters: Rosters,
) -> None:
    page = await documents.confirm(actor, DocumentId(callback_data.document))
    await show(query, await _page(actor, texts, page, rosters), texts("documents-thanks"))


@router.callback_query(ShowEarlier.filter())
async def show_earlier(
    query: CallbackQuery, callback_data: ShowEarlier, actor: Actor, texts: Texts, documents: Documents
) -> None:
    await show(query, screens.earlier(texts, await documents.page(actor, DocumentId(callback_data.document))))


async def _send(query: CallbackQuery, actor: Actor, documents: Documents, one: Document, caption: str) -> None:
    message, file = query.message, await documents.file(actor, one.id)
    if message is None:
        return
    if file.telegram_file is not None:
        try:
            await message.answer_document(file.telegram_file, caption=caption)
            return
        except TelegramBadRequest as refusal:
            if "file" not in refusal.message:
                raise
    content = await documents.content(actor, one.id)
    sent = await message.answer_document(BufferedInputFile(content, file.name), caption=caption)
    if sent.document is not None:
        await documents.sent_as(actor, one.id, sent.document.file_id)


async def _listed(actor: Actor, texts: Texts, documents: Documents, page: int) -> Screen:
    edits = bool(reach_of(actor, Action.PUBLISH_DOCUMENT))
    return screens.listed(texts, await documents.listed(actor), actor.roles, edits, page)


async def _page(actor: Actor, texts: Texts, page: DocumentPage, rosters: Rosters) -> Screen:
    classes = (await rosters.roster()).classes
    return screens.document(texts, page, [classes[one] for one in actor.own_classes if one in classes])
