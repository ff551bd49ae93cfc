"""Several children, each apart: who they are, and one tap from one to another."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData

from domain.ids import PersonId
from domain.roles.people import Actor, PersonName, Role
from domain.school.ports import Rosters
from handlers.kit.screen import Button, in_rows

Children = Sequence[tuple[PersonId, PersonName]]
"""Own children in the order of names, and oneself as a pupil."""


async def own_pupils(actor: Actor, rosters: Rosters) -> Children:
    """Who is in no class today is left out."""
    seats = (await rosters.roster()).seats
    own = (*actor.children, *((actor.person,) if Role.PUPIL in actor.roles else ()))
    return [(pupil, seats[pupil].name) for pupil in own if pupil in seats]


def switch(children: Children, shown: PersonId, to: Callable[[PersonId], CallbackData]) -> list[list[Button]]:
    """Nothing where there is only one."""
    if len(children) < 2:
        return []
    marked = ((pupil, f"● {name.given}" if pupil == shown else name.given) for pupil, name in children)
    return in_rows((Button(label, to(pupil)) for pupil, label in marked), 3)
