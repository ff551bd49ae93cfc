"""«Ещё не вошли»: guardians to be called."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import ClassId
from domain.roles.people import Actor
from domain.talk.not_in_yet import NotInYet
from handlers.kit.show import show
from handlers.talk import not_in_screens as screens
from handlers.talk.announcing_buttons import NotInClass, OpenNotIn
from handlers.texts.translator import Texts

router = Router(name="not-in")


@router.callback_query(OpenNotIn.filter())
async def open_not_in(query: CallbackQuery, actor: Actor, texts: Texts, not_in_yet: NotInYet) -> None:
    """Where there is one class alone, its list."""
    classes = await not_in_yet.by_class(actor)
    if len(classes) == 1:
        found = await not_in_yet.of_class(actor, classes[0][0].id)
        await show(query, screens.list_screen(found, 0, texts, several=False))
        return
    await show(query, screens.by_class_screen(classes, texts))


@router.callback_query(NotInClass.filter())
async def show_class(
    query: CallbackQuery, callback_data: NotInClass, actor: Actor, texts: Texts, not_in_yet: NotInYet
) -> None:
    found = await not_in_yet.of_class(actor, ClassId(callback_data.class_id))
    several = await not_in_yet.has_several(actor)
    await show(query, screens.list_screen(found, callback_data.page, texts, several=several))
