"""Curriculum plans in the chat: a file with the caption «КТП 7а алгебра», the plan against the fact, looking back."""

import re
from io import BytesIO

from aiogram import Bot, Router
from aiogram.filters import BaseFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.journal.plan_import import PlanFiles, PlanGone, PlanImport, PlanReport, PlanUnreadable, Unreadable
from domain.journal.plan_progress import PlanProgresses
from domain.journal.what_was import LookingBack
from domain.roles.people import Actor
from handlers.journal import plan_screens as screens
from handlers.journal.plan_buttons import BringPlan, LeavePlan, LookBack, ShowProgress
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="plans")
MOST_BYTES = 20 * 1024 * 1024
"""What a bot can fetch from Telegram."""
_CAPTION = re.compile(r"^/?(?:ктп|ktp|план|plan)(?=$|[\s,:])[\s,:]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)


class IsPlan(BaseFilter):
    """A file with the caption «КТП …»; gives `plan_line`, what stands behind the word."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        found = _CAPTION.match((message.caption or "").strip()) if message.document else None
        return {"plan_line": found["rest"].strip()} if found else False


@router.message(IsPlan())
async def plan_arrived(
    message: Message,
    plan_line: str,
    actor: Actor,
    texts: Texts,
    plan_import: PlanImport,
    plan_files: PlanFiles,
    bot: Bot,
    state: FSMContext,
) -> None:
    """Says what it would change; nothing is written before the tap."""
    assert message.document is not None
    if (message.document.file_size or 0) > MOST_BYTES:
        raise PlanUnreadable(Unreadable.TOO_BIG)
    file = message.document.file_id
    report = await _bring(actor, plan_line, file, plan_import, plan_files, bot, dry_run=True)
    await state.set_data({"plan": message.message_id, "plan_file": file, "plan_line": plan_line})
    await show(message, screens.brought(texts, report, message.message_id))


@router.callback_query(BringPlan.filter())
async def bring_plan(
    query: CallbackQuery,
    callback_data: BringPlan,
    actor: Actor,
    texts: Texts,
    plan_import: PlanImport,
    plan_files: PlanFiles,
    bot: Bot,
    state: FSMContext,
) -> None:
    """The file that waits; once it was taken, or another one took its place, the question waits for nothing."""
    waiting = await state.get_data()
    if waiting.get("plan") != callback_data.file:
        raise PlanGone
    line, file = waiting["plan_line"], waiting["plan_file"]
    report = await _bring(actor, line, file, plan_import, plan_files, bot, dry_run=False)
    await state.clear()
    await show(query, screens.taken(texts, report))


@router.callback_query(LeavePlan.filter())
async def leave_plan(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    await state.clear()
    await show(query, screens.left(texts))


@router.callback_query(ShowProgress.filter())
async def show_progress(
    query: CallbackQuery, callback_data: ShowProgress, actor: Actor, texts: Texts, plan_progresses: PlanProgresses
) -> None:
    await show(query, screens.progress(texts, await plan_progresses.of(actor, callback_data.ref)))


@router.callback_query(LookBack.filter())
async def look_back(
    query: CallbackQuery, callback_data: LookBack, actor: Actor, texts: Texts, looking_back: LookingBack
) -> None:
    await show(query, screens.what_was(texts, await looking_back.before(actor, callback_data.ref)))


async def _bring(
    actor: Actor, line: str, file: str, plan_import: PlanImport, plan_files: PlanFiles, bot: Bot, *, dry_run: bool
) -> PlanReport:
    content = BytesIO()
    await bot.download(file, content)
    return await plan_import.bring(actor, line, await plan_files.sheets(content.getvalue()), dry_run=dry_run)
