"""«📊 Ответы»: what came of a poll, who is silent, the table, the end."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.polling import Polling
from handlers.kit.show import close, send, send_file, show
from handlers.talk import poll_results_screens as screens
from handlers.talk.poll_book import poll_book
from handlers.talk.poll_buttons import ClosePoll, RemindPoll, ShowAnswers, ShowResults, TakeResultsOut
from handlers.texts.translator import Texts

router = Router(name="poll-results")


@router.callback_query(ShowResults.filter())
async def show_results(
    query: CallbackQuery, callback_data: ShowResults, actor: Actor, texts: Texts, polling: Polling
) -> None:
    found = await polling.results(actor, AnnouncementId(callback_data.announcement))
    screen = screens.results(found, texts)
    await (send(query, screen) if callback_data.below else show(query, screen))


@router.callback_query(ShowAnswers.filter())
async def show_answers(
    query: CallbackQuery, callback_data: ShowAnswers, actor: Actor, texts: Texts, polling: Polling
) -> None:
    found = await polling.results(actor, AnnouncementId(callback_data.announcement))
    await show(query, screens.answers(found, callback_data.silent, callback_data.page, texts))


@router.callback_query(TakeResultsOut.filter())
async def take_results_out(
    query: CallbackQuery, callback_data: TakeResultsOut, actor: Actor, texts: Texts, polling: Polling
) -> None:
    found = await polling.taken_out(actor, AnnouncementId(callback_data.announcement))
    await close(query, None)
    name = f"{texts('poll-book-file')}_{found.head.announcement}.xlsx"
    await send_file(query, poll_book(found, texts), name, texts("poll-book-caption"))


@router.callback_query(ClosePoll.filter())
async def close_poll(
    query: CallbackQuery, callback_data: ClosePoll, actor: Actor, texts: Texts, polling: Polling
) -> None:
    announcement, closed = AnnouncementId(callback_data.announcement), callback_data.closed
    found = await polling.close(actor, announcement, closed=closed)
    await show(query, screens.results(found, texts), texts("poll-now-closed" if closed else "poll-now-open"))


@router.callback_query(RemindPoll.filter())
async def remind_silent(
    query: CallbackQuery, callback_data: RemindPoll, actor: Actor, texts: Texts, polling: Polling
) -> None:
    await polling.remind(actor, AnnouncementId(callback_data.announcement))
    await close(query, texts("poll-reminded"))
