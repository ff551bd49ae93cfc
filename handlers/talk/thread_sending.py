"""What a person wrote, on its way into a thread: sent, or kept with a question."""

from dataclasses import dataclass, replace

from aiogram.fsm.context import FSMContext

from domain.clock import SchoolTime
from domain.ids import TalkMessageId, ThreadId
from domain.roles.people import Actor
from domain.talk.asking import matter_of
from domain.talk.gates import AnswersOnly, HoldAsked, TooFast, TooManyBegun, TooManyUrgent
from domain.talk.talking import Talking
from domain.talk.thread_pages import Written
from domain.talk.threads import Desk
from domain.talk.wording import Writing
from handlers.kit.screen import Screen
from handlers.roles.buttons import OpenMenu
from handlers.talk import gate_screens
from handlers.talk.thread_buttons import ChangeKept, SendKept
from handlers.talk.thread_forms import Target, drop_kept, keep, to_of
from handlers.talk.thread_screens import receipt_screen
from handlers.texts.translator import Texts


@dataclass(frozen=True, slots=True)
class Post:
    talking: Talking
    texts: Texts
    state: FSMContext
    school_time: SchoolTime

    async def send(self, actor: Actor, target: Target, writing: Writing, *, fine: bool = False) -> tuple[Screen, bool]:
        """The receipt, or the question for which the text is kept; whether it went."""
        try:
            written = await self._said(actor, target, writing, fine=fine)
        except HoldAsked as asked:
            await keep(self.state, target, writing)
            return gate_screens.held(self.texts, asked, SendKept(fine=True), ChangeKept()), False
        except TooManyUrgent as refused:
            target = Target(**{**target, "urgent": False})
            await keep(self.state, target, writing)
            return gate_screens.unmarked(self.texts, refused, SendKept(fine=fine), OpenMenu()), False
        except (TooFast, TooManyBegun, AnswersOnly) as refused:
            await keep(self.state, target, writing)
            return gate_screens.not_now(self.texts, refused, SendKept(fine=fine), OpenMenu()), False
        await drop_kept(self.state)
        return receipt_screen(written, self.texts, self.school_time.local()), True

    async def _said(self, actor: Actor, target: Target, writing: Writing, *, fine: bool) -> Written:
        urgent = bool(target.get("urgent"))
        if "thread" not in target:
            to = to_of(target)
            if to.desk is Desk.HELP and to.matter is None:
                to = replace(to, matter=matter_of(writing.wording.text))
            return await self.talking.open(actor, to, writing, urgent=urgent, held_is_fine=fine)
        answered = TalkMessageId(target["message"]) if target["message"] else None
        thread = ThreadId(target["thread"])
        return await self.talking.write(actor, thread, writing, answered, urgent=urgent, held_is_fine=fine)
