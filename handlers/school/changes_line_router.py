"""Changes said in one line: done at once where it is clear what is meant, else asked with buttons."""

from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter, StateFilter
from aiogram.types import Message

from domain.ids import ClassId
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.changes_pages import ChangesPages, ClassDay
from domain.school.changes_said import Act, ChangesSaid, SaidAway, SaidChange
from domain.school.changing import LessonChanging
from domain.school.teacher_absences import AbsentTeachers
from domain.school.timetable import LessonRef
from domain.school.where import Whereabouts
from handlers.kit.days import packed
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.school import absent_screens
from handlers.school import changes_screens as screens
from handlers.school.changes_buttons import MoveLesson, SetRoom, Substitute, fields_of
from handlers.school.changes_router import came_out
from handlers.texts.translator import Texts

router = Router(name="changes_lines")


class SaysChange(BaseFilter):
    """A change of the timetable and nothing else; gives it as `said`."""

    async def __call__(self, message: Message, actor: Actor, changes_said: ChangesSaid) -> bool | dict[str, Any]:
        said = await changes_said.understood(actor, message.text or "")
        return {"said": said} if said else False


@router.message(StateFilter(None), SaysChange())
async def by_words(
    message: Message,
    said: SaidChange | SaidAway,
    actor: Actor,
    texts: Texts,
    changes_pages: ChangesPages,
    lesson_changing: LessonChanging,
    absent_teachers: AbsentTeachers,
    whereabouts: Whereabouts,
) -> None:
    if isinstance(said, SaidAway):
        await show(message, await _away(said, actor, texts, absent_teachers, changes_pages))
    elif len(said.refs) > 1:
        page = await changes_pages.of_class(actor, ClassId(said.school_class.id), said.day)
        some = tuple(one for one in page.lessons if one.ref in said.refs)
        await show(message, screens.class_day(texts, ClassDay(page.day, page.school_class, some)))
    else:
        await show(message, await _one(said, said.refs[0], actor, texts, changes_pages, lesson_changing, whereabouts))


async def _one(
    said: SaidChange,
    ref: LessonRef,
    actor: Actor,
    texts: Texts,
    pages: ChangesPages,
    changing: LessonChanging,
    whereabouts: Whereabouts,
) -> Screen:
    fields = fields_of(ref)
    match said.act:
        case Act.CANCEL:
            return came_out(texts, await changing.cancel(actor, ref), None)
        case Act.BACK:
            return came_out(texts, await changing.take_back(actor, ref), None)
        case Act.MOVE if said.to is not None:
            sure = MoveLesson(to=packed(said.to.day), position=said.to.position, sure=True, **fields)
            return came_out(texts, await changing.move(actor, ref, said.to), sure)
        case Act.ROOM:
            known = {norm(name): (name, owner) for name, owner in (await whereabouts.directory(actor)).rooms.items()}
            name, owner = known.get(said.room, (said.room.capitalize(), None))
            there = SetRoom(room=owner.id, sure=True, **fields) if owner else None
            return came_out(texts, await changing.room(actor, ref, name), there)
        case Act.SUBSTITUTE if len(said.teachers) == 1:
            teacher = said.teachers[0].id
            again = Substitute(teacher=teacher, sure=True, **fields)
            return came_out(texts, await changing.substitute(actor, ref, teacher), again)
    return screens.substitutes(texts, await pages.substitutes(actor, ref))


async def _away(
    said: SaidAway, actor: Actor, texts: Texts, absent_teachers: AbsentTeachers, pages: ChangesPages
) -> Screen:
    """Of several of a name, which; without days, from which."""
    if len(said.teachers) > 1:
        return absent_screens.choose_teacher(texts, said.teachers, 0)
    teacher = said.teachers[0]
    if said.days is None:
        return absent_screens.choose_first(texts, teacher.id, teacher.name.short, await pages.days(actor))
    return absent_screens.plan(texts, await absent_teachers.note(actor, teacher.id, *said.days, said.why))
