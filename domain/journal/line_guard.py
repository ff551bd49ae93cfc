"""What a lesson's line would load too much: asked before it is written, it only warns."""

from dataclasses import dataclass

from domain.ids import HomeworkId
from domain.journal.homework_meant import HomeworkSet, Understood
from domain.journal.lesson_line_meant import LessonCard
from domain.journal.overload import Overload
from domain.journal.overload_guard import OverloadGuard
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor


@dataclass(frozen=True, slots=True)
class LineGuard:
    guard: OverloadGuard

    async def of_card(self, actor: Actor, card: LessonCard) -> Overload:
        """Of its homework, with the first free day of any of it; what is marked was written already."""
        lesson = card.lesson
        require(actor, Action.SEE_LESSON, Target(classes=lesson.classes, teachers=lesson.teacher_ids))
        found = [await self.guard.homework(actor, _as_set(meant)) for meant in card.homework]
        warnings = dict.fromkeys(warning for one in found for warning in one.warnings)
        return Overload(tuple(warnings), next((one.free for one in found if one.free), None))


def _as_set(meant: Understood) -> HomeworkSet:
    """As if it were set already."""
    return HomeworkSet(
        id=HomeworkId(0),
        taught=meant.taught,
        lesson=meant.lesson,
        others=meant.others,
        pupils=len(meant.pupils),
        text=meant.text,
        files=0,
        minutes=meant.minutes,
        none_set=meant.none_set,
    )
