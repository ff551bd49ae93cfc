"""`year-turn`: the turn of the year at the machine itself; without --apply it only says what it would do."""

from datetime import date
from html import unescape
from typing import Any

from bot.commands.codes import wiring_of
from bot.commands.database import writing
from bot.commands.problems import Mistaken
from domain.errors import Refused
from domain.roles.people import Role
from handlers.kit.show import plain
from handlers.school.year_screens import done_text, plan_lines
from handlers.texts.translator import texts_in
from storage.roles.people import persons_of_role
from storage.school.card import school_card


async def turn_year(*, apply: bool) -> tuple[dict[str, Any], str]:
    """The plan in numbers, and in words. In the name of the first administrator. Raises `Mistaken`."""
    async with writing("turning the year") as (settings, database):
        wiring = await wiring_of(settings, database)
        card = await school_card(database.reader)
        texts = texts_in(card.language if card else "ru")
        turn = wiring.year_turn()
        try:
            plan = await turn.planned_by_program()
            if apply:
                admins = await persons_of_role(database.reader, Role.ADMIN, wiring.time.today())
                if not admins:
                    raise Mistaken("There is no administrator in whose name to do it.")
                await turn.apply_by_program(min(admins), plan.mark)
        except Refused as refused:
            raise Mistaken(plain(unescape(texts(refused.key, **_said(refused))))) from None
    heading, *lines = plan_lines(texts, plan)
    said = [done_text(texts, plan) if apply else heading, *lines]
    numbers = {
        "from": plan.old.name,
        "to": plan.new.name,
        "day": plan.day,
        "classes": {one.old.name: one.name for one in plan.classes},
        "pupils": plan.carried,
        "graduates": len(plan.graduates),
        "by_hand": {what.value: list(names) for what, names in plan.left},
        "first": {what.value: list(names) for what, names in plan.blocks},
        "applied": apply,
    }
    return numbers, plain("\n".join(said))


def _said(refused: Refused) -> dict[str, object]:
    return {name: f"{value:%d.%m.%Y}" if isinstance(value, date) else value for name, value in refused.about.items()}
