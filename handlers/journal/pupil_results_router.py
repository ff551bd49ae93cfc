"""Results as the family reads them, and «Как посчитано?» under each."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import PersonId, SubjectId
from domain.journal.pupil_results import PupilResults
from domain.roles.people import Actor
from handlers.journal import pupil_results_screens as screens
from handlers.journal.results_buttons import ExplainToFamily, PupilResultsOf
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="pupil_results")


@router.callback_query(PupilResultsOf.filter())
async def show_pupil_results(
    query: CallbackQuery, callback_data: PupilResultsOf, actor: Actor, texts: Texts, pupil_results: PupilResults
) -> None:
    page = await pupil_results.page(actor, PersonId(callback_data.pupil))
    await show(query, screens.pupil_results(texts, page))


@router.callback_query(ExplainToFamily.filter())
async def explain_to_family(
    query: CallbackQuery, callback_data: ExplainToFamily, actor: Actor, texts: Texts, pupil_results: PupilResults
) -> None:
    pupil, subject = PersonId(callback_data.pupil), SubjectId(callback_data.subject)
    page = await pupil_results.explained(actor, pupil, subject, callback_data.period)
    await show(query, screens.explained_to_family(texts, page))
