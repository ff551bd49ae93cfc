"""`/year`: the turn of the year by the administrator, a dry run first."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.errors import Outdated
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.turning import YearTurn
from handlers.kit.show import close, send_file, show
from handlers.school import year_screens as screens
from handlers.school.year_buttons import AskYear, OpenYear, TakeYearList, TurnYear
from handlers.school.year_sheet import year_sheet
from handlers.texts.translator import Texts

router = Router(name="year")


@router.message(Command("year", "год"))
async def show_year(message: Message, actor: Actor, texts: Texts, year_turn: YearTurn) -> None:
    await show(message, screens.dry_run(texts, await year_turn.dry_run(actor)))


@router.callback_query(OpenYear.filter())
async def tap_year(query: CallbackQuery, actor: Actor, texts: Texts, year_turn: YearTurn) -> None:
    await show(query, screens.dry_run(texts, await year_turn.dry_run(actor)))


@router.callback_query(TakeYearList.filter())
async def take_list(
    query: CallbackQuery, actor: Actor, texts: Texts, year_turn: YearTurn, export_gate: ExportGate
) -> None:
    plan = await year_turn.dry_run(actor)
    await export_gate.allow(actor, Export(ExportKind.YEAR))
    name = f"year-{plan.new.starts_on.year}.xlsx"
    await send_file(query, year_sheet(texts, plan), name, texts("year-file", new=plan.new.name))
    await close(query, None)


@router.callback_query(AskYear.filter())
async def ask_year(
    query: CallbackQuery, callback_data: AskYear, actor: Actor, texts: Texts, year_turn: YearTurn
) -> None:
    plan = await year_turn.dry_run(actor)
    if plan.mark != callback_data.key:
        await show(query, screens.dry_run(texts, plan), texts(Outdated().key), alert=True)
        return
    await show(query, screens.question(texts, plan))


@router.callback_query(TurnYear.filter())
async def turn_year(
    query: CallbackQuery, callback_data: TurnYear, actor: Actor, texts: Texts, year_turn: YearTurn
) -> None:
    await show(query, screens.done(texts, await year_turn.apply(actor, callback_data.key)))
