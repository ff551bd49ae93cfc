"""`/what if 5 4 кр`, and the forecast of each subject."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.ids import PersonId, SubjectId
from domain.journal.diary import Diary
from domain.journal.forecasting import Forecasts
from domain.journal.what_if import tried_marks
from domain.roles.people import Actor
from domain.school.ports import Rosters
from handlers.journal import forecast_screens as screens
from handlers.journal.forecast_buttons import TryEverywhere, TryMarks
from handlers.journal.marks_screens import no_pupils
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="forecast")


@router.message(Command("what", "что"))
async def what_if(
    message: Message,
    command: CommandObject,
    actor: Actor,
    texts: Texts,
    forecasts: Forecasts,
    diary: Diary,
    rosters: Rosters,
) -> None:
    await show(message, await _what_if(actor, texts, forecasts, diary, rosters, command.args or ""))


@router.callback_query(TryEverywhere.filter())
async def try_everywhere(
    query: CallbackQuery, callback_data: TryEverywhere, actor: Actor, texts: Texts, forecasts: Forecasts
) -> None:
    page = await forecasts.everywhere(actor, PersonId(callback_data.pupil), callback_data.marks)
    await show(query, screens.tried_everywhere(texts, page))


@router.callback_query(TryMarks.filter())
async def try_marks(
    query: CallbackQuery, callback_data: TryMarks, actor: Actor, texts: Texts, forecasts: Forecasts
) -> None:
    pupil, subject = PersonId(callback_data.pupil), SubjectId(callback_data.subject)
    page = await forecasts.of_subject(actor, pupil, subject, callback_data.marks)
    await show(query, screens.subject_forecast(texts, page, callback_data.kind))


async def _what_if(
    actor: Actor, texts: Texts, forecasts: Forecasts, diary: Diary, rosters: Rosters, line: str
) -> Screen:
    roster = await rosters.roster()
    marked = [
        (pupil, roster.seats[pupil].name)
        for pupil in diary.pupils(actor)
        if (school_class := roster.class_of(pupil)) is not None and school_class.grade > 1
    ]
    if not marked:
        return no_pupils(texts)
    tried = tried_marks(line, await forecasts.kinds())
    if tried is None:
        return screens.how(texts)
    if len(marked) > 1:
        return screens.which_child(texts, marked, tried)
    return screens.tried_everywhere(texts, await forecasts.everywhere(actor, marked[0][0], tried))
