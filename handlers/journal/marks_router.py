"""`/marks`: a term by subjects, by days, one subject in full; each child apart."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.ids import PersonId, SubjectId
from domain.journal.debts import Debts
from domain.journal.diary import Diary
from domain.journal.subject_page import SubjectPages
from domain.roles.people import Actor
from domain.school.ports import Rosters
from handlers.journal import marks_screens as screens
from handlers.journal import subject_screens
from handlers.journal.buttons import ShowMarks
from handlers.journal.children import own_pupils
from handlers.journal.marks_buttons import DynamicsOf, MarksOf, SubjectMarksOf
from handlers.kit.chart import line_chart
from handlers.kit.screen import Screen
from handlers.kit.show import send_picture, show
from handlers.kit.svg import drawn
from handlers.texts.translator import Texts

router = Router(name="marks")


@router.message(Command("marks", "оценки", "отметки"))
async def show_marks(
    message: Message, actor: Actor, texts: Texts, diary: Diary, debts: Debts, rosters: Rosters
) -> None:
    await show(message, await _screen(actor, texts, diary, debts, rosters, MarksOf(pupil=0, term=0, by_day=False)))


@router.callback_query(ShowMarks.filter())
async def tap_marks(
    query: CallbackQuery,
    callback_data: ShowMarks,
    actor: Actor,
    texts: Texts,
    diary: Diary,
    debts: Debts,
    rosters: Rosters,
) -> None:
    asked = MarksOf(pupil=callback_data.pupil, term=0, by_day=False)
    await show(query, await _screen(actor, texts, diary, debts, rosters, asked))


@router.callback_query(MarksOf.filter())
async def tap_marks_of(
    query: CallbackQuery,
    callback_data: MarksOf,
    actor: Actor,
    texts: Texts,
    diary: Diary,
    debts: Debts,
    rosters: Rosters,
) -> None:
    await show(query, await _screen(actor, texts, diary, debts, rosters, callback_data))


@router.callback_query(SubjectMarksOf.filter())
async def tap_subject(
    query: CallbackQuery, callback_data: SubjectMarksOf, actor: Actor, texts: Texts, subject_pages: SubjectPages
) -> None:
    pupil, subject = PersonId(callback_data.pupil), SubjectId(callback_data.subject)
    page = await subject_pages.page(actor, pupil, subject, callback_data.term)
    await show(query, subject_screens.subject(texts, page))


@router.callback_query(DynamicsOf.filter())
async def tap_dynamics(
    query: CallbackQuery, callback_data: DynamicsOf, actor: Actor, texts: Texts, subject_pages: SubjectPages
) -> None:
    pupil, subject = PersonId(callback_data.pupil), SubjectId(callback_data.subject)
    page = await subject_pages.page(actor, pupil, subject, callback_data.term)
    points = [(f"{one.day:%d.%m}", float(one.average)) for one in page.moved]
    await send_picture(query, await drawn(line_chart(points, 2, 5)), subject_screens.caption(texts, page))


async def _screen(actor: Actor, texts: Texts, diary: Diary, debts: Debts, rosters: Rosters, asked: MarksOf) -> Screen:
    children = await own_pupils(actor, rosters)
    if not (asked.pupil or children):
        return screens.no_pupils(texts)
    page = await diary.term_marks(actor, PersonId(asked.pupil or children[0][0]), asked.term)
    if asked.by_day:
        return screens.marks_by_day(texts, page, children)
    owed = await debts.of_pupil(actor, page.of_term.pupil) if page.of_term.marked else ()
    return screens.term_marks(texts, page, children, owed)
