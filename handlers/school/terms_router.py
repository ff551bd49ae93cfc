"""«2 четверть 2 ноября – 29 декабря», and the buttons of terms."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.ids import ChangeId
from domain.roles.people import Actor
from domain.school.calendar_said import SaidTerm
from domain.school.terms_keeping import TermsKeeping
from handlers.kit.days import day_of
from handlers.kit.show import show
from handlers.school import terms_screens as screens
from handlers.school.calendar_buttons import NO_DAY, KeepTerm, PickTermDay, ShowTerms, UndoTerm
from handlers.texts.translator import Texts

router = Router(name="terms")


@router.callback_query(ShowTerms.filter())
async def show_terms(query: CallbackQuery, actor: Actor, texts: Texts, terms_keeping: TermsKeeping) -> None:
    await show(query, screens.terms(texts, await terms_keeping.terms(actor)))


@router.callback_query(PickTermDay.filter())
async def pick_day(query: CallbackQuery, callback_data: PickTermDay, texts: Texts) -> None:
    since = None if callback_data.since == NO_DAY else day_of(callback_data.since)
    await show(query, screens.pick_day(texts, callback_data.kind, callback_data.number, since, callback_data.date))


@router.callback_query(KeepTerm.filter())
async def keep_term(
    query: CallbackQuery, callback_data: KeepTerm, actor: Actor, texts: Texts, terms_keeping: TermsKeeping
) -> None:
    await enter_term(query, callback_data.term, actor, texts, terms_keeping, sure=callback_data.sure)


@router.callback_query(UndoTerm.filter())
async def undo(
    query: CallbackQuery, callback_data: UndoTerm, actor: Actor, texts: Texts, terms_keeping: TermsKeeping
) -> None:
    await show(query, screens.changed(texts, await terms_keeping.undo(actor, ChangeId(callback_data.change))))


async def enter_term(
    event: Message | CallbackQuery, term: SaidTerm, actor: Actor, texts: Texts, keeping: TermsKeeping, *, sure: bool
) -> None:
    """At once where no mark would count in another term."""
    proposal = await keeping.propose(actor, term)
    if proposal.marks and not sure:
        await show(event, screens.question(texts, proposal))
        return
    await show(event, screens.changed(texts, await keeping.keep(actor, term)))
