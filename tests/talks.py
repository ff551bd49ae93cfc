"""What people of the cast say to each other, for tests: each message under a number of its own in the writer's chat."""

from itertools import count

from bot.services import Services
from domain.ids import PersonId, ThreadId
from domain.talk.openings import To
from domain.talk.thread_pages import Written
from domain.talk.threads import Desk
from domain.talk.wording import Wording, Writing
from tests import school

NUMBERS = count(900_000)
TO_ALGEBRA = To(pupil=school.IVANOV, person=school.ALGEBRA_TEACHER)
TO_CLASS_TEACHER = To(pupil=school.IVANOV, desk=Desk.CLASS_TEACHER)


def said(text: str) -> Writing:
    return Writing(Wording(text), account_message=next(NUMBERS))


async def begin(services: Services, person: PersonId, to: To, text: str) -> ThreadId:
    """The thread in which it is said."""
    return (await services.talking.open(school.actor(person), to, said(text))).thread


async def answer(services: Services, person: PersonId, thread: ThreadId, text: str) -> Written:
    return await services.talking.write(school.actor(person), thread, said(text))
