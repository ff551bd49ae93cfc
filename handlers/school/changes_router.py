"""`/subs`: what differs today and on the next school day; who may, changes it by a few taps."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.errors import NotFound
from domain.ids import ClassId, EntryId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.changes_pages import ChangesPages
from domain.school.changing import LessonChanging
from domain.school.changing_room import Changed, Clashing
from domain.school.where import Whereabouts
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.school import changes_screens as screens
from handlers.school.changes_buttons import (
    AddLesson,
    CancelLesson,
    ChangeLesson,
    ChangesOfClass,
    ChooseChangesClass,
    ChooseCourse,
    ChooseExtraPlace,
    ChoosePlace,
    ChooseRoom,
    ChooseSubject,
    ChooseSubstitute,
    MoveLesson,
    OpenChanges,
    SetRoom,
    Substitute,
    TakeChangeBack,
)
from handlers.texts.translator import Texts

router = Router(name="changes")


@router.message(Command("subs", "замены"))
async def show_changes(message: Message, actor: Actor, texts: Texts, changes_pages: ChangesPages) -> None:
    await show(message, await near(actor, texts, changes_pages))


@router.callback_query(OpenChanges.filter())
async def open_changes(query: CallbackQuery, actor: Actor, texts: Texts, changes_pages: ChangesPages) -> None:
    await show(query, await near(actor, texts, changes_pages))


@router.callback_query(ChooseChangesClass.filter())
async def choose_class(
    query: CallbackQuery, callback_data: ChooseChangesClass, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    await show(query, screens.choose_class(texts, await changes_pages.classes(actor), callback_data.date))


@router.callback_query(ChangesOfClass.filter())
async def class_day(
    query: CallbackQuery, callback_data: ChangesOfClass, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    page = await changes_pages.of_class(actor, ClassId(callback_data.school_class), callback_data.date)
    await show(query, screens.class_day(texts, page))


@router.callback_query(ChangeLesson.filter())
async def change_lesson(
    query: CallbackQuery, callback_data: ChangeLesson, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    await show(query, screens.lesson(texts, await changes_pages.lesson(actor, callback_data.ref)))


@router.callback_query(CancelLesson.filter())
async def cancel_lesson(
    query: CallbackQuery, callback_data: CancelLesson, actor: Actor, texts: Texts, lesson_changing: LessonChanging
) -> None:
    await show(query, screens.done(texts, await lesson_changing.cancel(actor, callback_data.ref)))


@router.callback_query(TakeChangeBack.filter())
async def take_change_back(
    query: CallbackQuery, callback_data: TakeChangeBack, actor: Actor, texts: Texts, lesson_changing: LessonChanging
) -> None:
    await show(query, screens.done(texts, await lesson_changing.take_back(actor, callback_data.ref)))


@router.callback_query(ChooseSubstitute.filter())
async def choose_substitute(
    query: CallbackQuery, callback_data: ChooseSubstitute, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    await show(query, screens.substitutes(texts, await changes_pages.substitutes(actor, callback_data.ref)))


@router.callback_query(Substitute.filter())
async def substitute(
    query: CallbackQuery, callback_data: Substitute, actor: Actor, texts: Texts, lesson_changing: LessonChanging
) -> None:
    one = callback_data
    outcome = await lesson_changing.substitute(actor, one.ref, one.person, one.other, one.sure)
    await show(query, came_out(texts, outcome, one.model_copy(update={"sure": True})))


@router.callback_query(ChooseSubject.filter())
async def choose_subject(
    query: CallbackQuery, callback_data: ChooseSubject, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    await show(query, screens.subjects(texts, await changes_pages.other_subjects(actor, callback_data.ref)))


@router.callback_query(ChooseRoom.filter())
async def choose_room(
    query: CallbackQuery,
    callback_data: ChooseRoom,
    actor: Actor,
    texts: Texts,
    changes_pages: ChangesPages,
    whereabouts: Whereabouts,
) -> None:
    page = await changes_pages.rooms(actor, callback_data.ref)
    await show(query, screens.rooms(texts, page, dict((await whereabouts.directory(actor)).rooms)))


@router.callback_query(SetRoom.filter())
async def set_room(
    query: CallbackQuery,
    callback_data: SetRoom,
    actor: Actor,
    texts: Texts,
    lesson_changing: LessonChanging,
    whereabouts: Whereabouts,
) -> None:
    known = (await whereabouts.directory(actor)).rooms
    room = next((name for name, owner in known.items() if owner.id == callback_data.room), None)
    if room is None:
        raise NotFound
    outcome = await lesson_changing.room(actor, callback_data.ref, room, callback_data.sure)
    await show(query, came_out(texts, outcome, callback_data.model_copy(update={"sure": True})))


@router.callback_query(ChoosePlace.filter())
async def choose_place(
    query: CallbackQuery, callback_data: ChoosePlace, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    page = await changes_pages.places(actor, callback_data.ref, callback_data.to_date)
    await show(query, screens.places(texts, page, callback_data.ref))


@router.callback_query(MoveLesson.filter())
async def move_lesson(
    query: CallbackQuery, callback_data: MoveLesson, actor: Actor, texts: Texts, lesson_changing: LessonChanging
) -> None:
    outcome = await lesson_changing.move(actor, callback_data.ref, callback_data.slot, callback_data.sure)
    await show(query, came_out(texts, outcome, callback_data.model_copy(update={"sure": True})))


@router.callback_query(ChooseCourse.filter())
async def choose_course(
    query: CallbackQuery, callback_data: ChooseCourse, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    class_id = ClassId(callback_data.school_class)
    page = await changes_pages.of_class(actor, class_id, callback_data.date)
    found = await changes_pages.courses(actor, class_id)
    await show(query, screens.courses(texts, found, page.school_class.name, class_id, callback_data.date))


@router.callback_query(ChooseExtraPlace.filter())
async def choose_extra_place(
    query: CallbackQuery, callback_data: ChooseExtraPlace, actor: Actor, texts: Texts, changes_pages: ChangesPages
) -> None:
    page = await changes_pages.places(actor, callback_data.ref, callback_data.date)
    await show(query, screens.extra_places(texts, page))


@router.callback_query(AddLesson.filter())
async def add_lesson(
    query: CallbackQuery, callback_data: AddLesson, actor: Actor, texts: Texts, lesson_changing: LessonChanging
) -> None:
    entry = EntryId(callback_data.entry)
    outcome = await lesson_changing.add(actor, entry, callback_data.slot, callback_data.sure)
    await show(query, came_out(texts, outcome, callback_data.model_copy(update={"sure": True})))


async def near(actor: Actor, texts: Texts, changes_pages: ChangesPages) -> Screen:
    makes = await changes_pages.days(actor) if reach_of(actor, Action.CHANGE_TIMETABLE) else ()
    reports = bool(reach_of(actor, Action.SEE_SUBSTITUTIONS))
    return screens.near(texts, await changes_pages.near(actor), makes[:6], reports=reports)


def came_out(texts: Texts, outcome: Changed | Clashing, sure: CallbackData | None) -> Screen:
    if isinstance(outcome, Clashing):
        return screens.clashing(texts, outcome, sure)
    return screens.done(texts, outcome)
