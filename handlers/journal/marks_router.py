"""`/marks`: the term by subjects, each child apart."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.ids import PersonId
from domain.journal.diary import Diary
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters
from handlers.journal import marks_screens as screens
from handlers.journal.buttons import ShowMarks
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="marks")


@router.message(Command("marks", "оценки", "отметки"))
async def show_marks(message: Message, actor: Actor, texts: Texts, diary: Diary, rosters: Rosters) -> None:
    await show(message, await _screen(actor, texts, diary, rosters, 0))


@router.callback_query(ShowMarks.filter())
async def tap_marks(
    query: CallbackQuery, callback_data: ShowMarks, actor: Actor, texts: Texts, diary: Diary, rosters: Rosters
) -> None:
    await show(query, await _screen(actor, texts, diary, rosters, callback_data.pupil))


async def _screen(actor: Actor, texts: Texts, diary: Diary, rosters: Rosters, asked: int) -> Screen:
    own = diary.pupils(actor)
    if not (asked or own):
        return screens.no_pupils(texts)
    seats = (await rosters.roster()).seats
    named: list[tuple[PersonId, PersonName]] = [(pupil, seats[pupil].name) for pupil in own if pupil in seats]
    return screens.term_marks(texts, await diary.term_marks(actor, PersonId(asked or own[0])), named)
