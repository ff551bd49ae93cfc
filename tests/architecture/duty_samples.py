"""Read models of what is left to do of lessons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from domain.control.duties import Duty
from domain.control.evening_card import EveningCard
from domain.control.own_duties import OwnDuties, OwnDuty
from handlers.control import duties_screens as screens
from tests import school
from tests.architecture import class_duty_samples as c
from tests.architecture import diary_samples as d
from tests.architecture import plan_samples as p
from tests.architecture import screen_samples as s

OF_LESSON = (Duty.ATTENDANCE, Duty.TOPIC, Duty.HOMEWORK, Duty.WRITTEN_WORK)
EARLIER = replace(s.LESSON, ref=replace(s.LESSON.ref, day=s.TODAY - 13 * s.DAY), parts=(s.PART, s.HALF))
UNTIL = [datetime.combine(day, time(21), school.ZONE) for day in (s.TODAY, s.TODAY + s.DAY)]
DUTIES = tuple(
    OwnDuty(lesson, duty, UNTIL[0], late)
    for lesson in (s.LESSON, EARLIER)
    for duty in OF_LESSON
    for late in (False, True)
)
COMING = (OwnDuty(s.LESSON, Duty.WRITTEN_WORK, UNTIL[1], late=False),)
OWN = [
    None,
    OwnDuties(DUTIES[:1]),
    OwnDuties(DUTIES[1:2], COMING),
    OwnDuties((), COMING),
    OwnDuties((replace(DUTIES[0], until=UNTIL[1]),)),
    OwnDuties(DUTIES * 6, COMING * 3),
]
CARDS = [
    *(EveningCard(s.TODAY, own) for own in OWN),
    EveningCard(s.TODAY, None, (c.CARD,)),
    EveningCard(s.TODAY, OWN[1], (c.CARDS[3], c.CARD), c.COURSES),
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.duties: {"card": CARDS, "page": [0, 1, 99, -1]},
    screens.roll_call: {"page": s.LESSON_PAGES, "sheet": s.SHEETS},
    screens.topic: {"choice": p.CHOICES},
    screens.homework: {"after": d.AFTER, "ref": [s.LESSON.ref]},
}
