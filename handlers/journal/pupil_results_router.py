"""Results as the family reads them, and «Как посчитано?» under each."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import PersonId, SubjectId
from domain.journal.pupil_dynamics import FEWEST_MONTHS, PupilDynamics
from domain.journal.pupil_results import PupilResults
from domain.roles.people import Actor
from handlers.journal import pupil_results_screens as screens
from handlers.journal.results_buttons import DrawPupilYear, ExplainToFamily, PupilResultsOf
from handlers.kit.chart import line_chart
from handlers.kit.show import close, send_picture, show
from handlers.kit.svg import drawn
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


@router.callback_query(DrawPupilYear.filter())
async def draw_pupil_year(
    query: CallbackQuery, callback_data: DrawPupilYear, actor: Actor, texts: Texts, pupil_dynamics: PupilDynamics
) -> None:
    page = await pupil_dynamics.year(actor, PersonId(callback_data.pupil))
    if len(page.months) < FEWEST_MONTHS:
        await close(query, texts("results-dynamics-nothing"), alert=True)
        return
    points = [(f"{one.month:%m.%y}", float(one.average)) for one in page.months]
    await send_picture(query, await drawn(line_chart(points, 2, 5)), screens.dynamics_caption(texts, page))
