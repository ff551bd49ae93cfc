"""`/audit`: who saw or took out what of whom; «кто смотрел» for oneself and the own children."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.roles.audit import Audit
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from handlers.kit.show import close, send_file, show
from handlers.roles import audit_screens as screens
from handlers.roles.audit_buttons import FROM_MENU, ChooseDeed, SearchAudit, TakeAuditSheet, WhoLookedAt
from handlers.roles.audit_sheet import audit_xlsx
from handlers.texts.translator import Texts

router = Router(name="audit")


@router.message(Command("audit", "аудит"))
async def audit_log(
    message: Message, command: CommandObject, actor: Actor, texts: Texts, audit: Audit, school_time: SchoolTime
) -> None:
    """With a name after it: the people whose name that is."""
    if command.args:
        await show(message, screens.found(texts, await audit.find(actor, command.args)))
        return
    await show(message, screens.search(texts, await audit.search(actor, FROM_MENU.question()), school_time))


@router.callback_query(SearchAudit.filter())
async def search_audit(
    query: CallbackQuery,
    callback_data: SearchAudit,
    actor: Actor,
    texts: Texts,
    audit: Audit,
    school_time: SchoolTime,
) -> None:
    await show(query, screens.search(texts, await audit.search(actor, callback_data.question()), school_time))


@router.callback_query(ChooseDeed.filter())
async def choose_deed(
    query: CallbackQuery, callback_data: ChooseDeed, actor: Actor, texts: Texts, audit: Audit
) -> None:
    asked = callback_data.question()
    await show(query, screens.deeds(texts, asked, await audit.deeds(actor, asked)))


@router.callback_query(TakeAuditSheet.filter())
async def take_sheet(
    query: CallbackQuery,
    callback_data: TakeAuditSheet,
    actor: Actor,
    texts: Texts,
    audit: Audit,
    export_gate: ExportGate,
    school_time: SchoolTime,
) -> None:
    entries = await audit.all_of(actor, callback_data.question())
    await export_gate.allow(actor, Export(ExportKind.AUDIT))
    await close(query, None)
    made = await audit_xlsx(texts, entries, school_time)
    await send_file(query, made, texts("privacy-sheet-file"), texts("privacy-sheet-caption", rows=len(entries)))


@router.callback_query(WhoLookedAt.filter())
async def who_looked(
    query: CallbackQuery,
    callback_data: WhoLookedAt,
    actor: Actor,
    texts: Texts,
    audit: Audit,
    school_time: SchoolTime,
) -> None:
    person = PersonId(callback_data.person)
    page = await audit.who_looked(actor, person, max(callback_data.page, 0))
    await show(query, screens.who_looked(texts, page, person == actor.person, school_time))
