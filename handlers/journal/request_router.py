"""Changes of old marks, decided by the deputy."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.ids import MarkRequestId
from domain.journal.mark_requests import MarkRequests
from domain.roles.people import Actor
from handlers.journal import request_screens as screens
from handlers.journal.grading_buttons import DecideRequest, ShowRequest, ShowRequests
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="mark_requests")


@router.message(Command("requests", "просьбы"))
async def requests(message: Message, actor: Actor, texts: Texts, mark_requests: MarkRequests) -> None:
    await show(message, screens.waiting(texts, await mark_requests.waiting(actor)))


@router.callback_query(ShowRequests.filter())
async def tap_requests(query: CallbackQuery, actor: Actor, texts: Texts, mark_requests: MarkRequests) -> None:
    await show(query, screens.waiting(texts, await mark_requests.waiting(actor)))


@router.callback_query(ShowRequest.filter())
async def show_request(
    query: CallbackQuery, callback_data: ShowRequest, actor: Actor, texts: Texts, mark_requests: MarkRequests
) -> None:
    await show(query, screens.question(texts, await mark_requests.card(actor, MarkRequestId(callback_data.request))))


@router.callback_query(DecideRequest.filter())
async def decide_request(
    query: CallbackQuery, callback_data: DecideRequest, actor: Actor, texts: Texts, mark_requests: MarkRequests
) -> None:
    request = MarkRequestId(callback_data.request)
    card, first = await mark_requests.decide(actor, request, callback_data.accept)
    await show(query, screens.question(texts, card), texts("hold-decided" if first else "hold-decided-before"))
