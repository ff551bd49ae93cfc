"""`/analysis`: results of many, for whoever answers for them."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.control.achievement_scope import By
from domain.control.achievements import Achievements
from domain.control.risk_pages import Risks
from domain.control.unfollowed import UnfollowedResults
from domain.ids import PersonId
from domain.journal.pupil_results import PupilResults
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import analysis_list_screens as lists
from handlers.control import analysis_pictures as pictures
from handlers.control import analysis_screens as screens
from handlers.control.analysis_buttons import (
    Chart,
    ChooseAnalysis,
    DrawAnalysis,
    ExplainAnalysis,
    OpenAnalysis,
    OpenPupilBelow,
    OpenScope,
    ShowAnalysis,
    ShowList,
    ShowLists,
    ShowRisk,
    ShowRisks,
    ShowSplit,
    ShowUnfollowed,
    TakeAnalysis,
)
from handlers.control.analysis_explained_screens import explained
from handlers.control.analysis_sheet import analysis_sheets
from handlers.control.analysis_words import how_name, scope_name
from handlers.journal.pupil_results_screens import pupil_results as pupil_screen
from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.screen import Screen
from handlers.kit.sheets import Imprint
from handlers.kit.show import close, send, send_file, send_picture, show
from handlers.kit.svg import drawn
from handlers.texts.translator import Markup, Texts

router = Router(name="analysis")


@router.message(Command("analysis", "анализ"))
async def analysis(message: Message, actor: Actor, texts: Texts, achievements: Achievements) -> None:
    await show(message, await _open(actor, texts, achievements))


@router.callback_query(OpenAnalysis.filter())
async def open_analysis(query: CallbackQuery, actor: Actor, texts: Texts, achievements: Achievements) -> None:
    await show(query, await _open(actor, texts, achievements))


@router.callback_query(ChooseAnalysis.filter())
async def choose_analysis(
    query: CallbackQuery, callback_data: ChooseAnalysis, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    choices = await achievements.open_to(actor)
    await show(query, screens.choose(texts, choices, actor.person, callback_data.grade))


@router.callback_query(OpenScope.filter())
async def open_scope(
    query: CallbackQuery, callback_data: OpenScope, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    asked = await achievements.asked(callback_data.asked.scope)
    await show(query, screens.page(texts, await achievements.page(actor, asked)))


@router.callback_query(ShowAnalysis.filter())
async def show_analysis(
    query: CallbackQuery, callback_data: ShowAnalysis, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    await show(query, screens.page(texts, await achievements.page(actor, callback_data.asked)))


@router.callback_query(ExplainAnalysis.filter())
async def explain_analysis(
    query: CallbackQuery, callback_data: ExplainAnalysis, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    await show(query, explained(texts, await achievements.page(actor, callback_data.asked)))


@router.callback_query(ShowSplit.filter())
async def show_split(
    query: CallbackQuery, callback_data: ShowSplit, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    page = await achievements.split(actor, callback_data.asked, callback_data.by)
    await show(query, lists.split(texts, page, callback_data.page))


@router.callback_query(ShowLists.filter())
async def show_lists(
    query: CallbackQuery, callback_data: ShowLists, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    await show(query, lists.lists(texts, await achievements.page(actor, callback_data.asked)))


@router.callback_query(ShowList.filter())
async def show_list(
    query: CallbackQuery, callback_data: ShowList, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    page = await achievements.page(actor, callback_data.asked)
    await show(query, lists.pupils(texts, page, callback_data.group, callback_data.page))


@router.callback_query(ShowUnfollowed.filter())
async def show_unfollowed(
    query: CallbackQuery, callback_data: ShowUnfollowed, actor: Actor, texts: Texts, unfollowed: UnfollowedResults
) -> None:
    page = await unfollowed.page(actor, callback_data.asked)
    await show(query, lists.unfollowed(texts, page, callback_data.page))


@router.callback_query(ShowRisks.filter())
async def show_risks(query: CallbackQuery, callback_data: ShowRisks, actor: Actor, texts: Texts, risks: Risks) -> None:
    await show(query, lists.risks(texts, await risks.page(actor, callback_data.asked)))


@router.callback_query(ShowRisk.filter())
async def show_risk(query: CallbackQuery, callback_data: ShowRisk, actor: Actor, texts: Texts, risks: Risks) -> None:
    page = await risks.page(actor, callback_data.asked)
    await show(query, lists.risk(texts, page, callback_data.risk, callback_data.page))


@router.callback_query(DrawAnalysis.filter())
async def draw_analysis(
    query: CallbackQuery, callback_data: DrawAnalysis, actor: Actor, texts: Texts, achievements: Achievements
) -> None:
    asked = callback_data.asked
    if callback_data.what is Chart.TERMS:
        of_terms = await achievements.by_terms(actor, asked)
        svg, names, how = pictures.by_term(texts, of_terms), of_terms.names, ""
    else:
        split = await achievements.split(actor, asked, By.CLASS)
        svg, names, how = pictures.by_class(texts, split), split.page.names, how_name(texts, asked, split.page.shown)
    if svg is None:
        await close(query, texts("analysis-picture-nothing"), alert=True)
        return
    caption = texts("analysis-picture-caption", whose=scope_name(texts, names), how=Markup(how))
    await send_picture(query, await drawn(svg), caption)


@router.callback_query(TakeAnalysis.filter())
async def take_analysis(
    query: CallbackQuery,
    callback_data: TakeAnalysis,
    actor: Actor,
    texts: Texts,
    achievements: Achievements,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    splits = await achievements.taken_out(actor, callback_data.asked)
    await close(query, None)
    card, page = await school_cards.card(), splits[0].page
    imprint = Imprint(texts, card.name if card else "", school_time.local(school_time.now()))
    printed = callback_data.printed
    content = await (paper_pdf if printed else paper_book)(imprint, *analysis_sheets(texts, splits))
    how = Markup(how_name(texts, page.asked, page.shown))
    caption = texts("analysis-file-caption", whose=scope_name(texts, page.names), how=how)
    name = f"{texts('analysis-file-name')}-{page.names.class_name or page.asked.period}"
    await send_file(query, content, f"{name}.{'pdf' if printed else 'xlsx'}", caption)


@router.callback_query(OpenPupilBelow.filter())
async def open_pupil_below(
    query: CallbackQuery, callback_data: OpenPupilBelow, actor: Actor, texts: Texts, pupil_results: PupilResults
) -> None:
    await send(query, pupil_screen(texts, await pupil_results.page(actor, PersonId(callback_data.pupil))))


async def _open(actor: Actor, texts: Texts, achievements: Achievements) -> Screen:
    asked = await achievements.likeliest(actor)
    if asked is None:
        return screens.nothing(texts)
    return screens.page(texts, await achievements.page(actor, asked))
