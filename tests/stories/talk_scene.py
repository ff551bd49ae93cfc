"""A school in which something was said: what access to it is tried on."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from domain.ids import PersonId, ThreadId
from domain.talk.openings import To
from domain.talk.threads import Desk
from domain.talk.wording import Wording, Writing
from storage.tables import messaging, metadata, talk
from storage.tables.roles import bindings
from storage.topics import ACCESS
from tests import school
from tests.stories.conftest import Story

SECRET = "Тайна семьи"
"""Stands in every text: who may not read sees none of it."""
ANNOUNCEMENT, OPTION = 1, 1


@dataclass(frozen=True)
class Scene:
    """Threads: of Ivanov's mother with the class teacher, with the administrator; of Ivanov with his teacher of
    algebra; of two colleagues. An announcement to the guardians of 7А with a poll; nothing signed."""

    guardians: ThreadId
    pupils: ThreadId
    colleagues: ThreadId
    help: ThreadId


async def talked(story: Story) -> Scene:
    async with story.application.database.begin() as tx:
        his = bindings.c.person_id == school.FATHER
        await tx.run(update(bindings).where(his).values(ended_at=story.clock.now(), ended_why="revoked"))
        tx.touch(ACCESS)
    scene = Scene(
        await _said(story, school.MOTHER, To(pupil=school.IVANOV, desk=Desk.CLASS_TEACHER)),
        await _said(story, school.IVANOV, To(pupil=school.IVANOV, person=school.ALGEBRA_TEACHER)),
        await _said(story, school.DEPUTY, To(person=school.ALGEBRA_TEACHER)),
        await _said(story, school.MOTHER, To(desk=Desk.HELP)),
    )
    await _announced(story)
    await story.stranger()
    return scene


async def _said(story: Story, who: PersonId, to: To) -> ThreadId:
    actor = await story.application.wiring.actors.actor(school.telegram_id(who))
    assert actor is not None
    number = 700 + len(await _rows(story, talk.thread_messages))
    talking = story.application.services.talking
    return (await talking.open(actor, to, Writing(Wording(SECRET), account_message=number))).thread


async def _announced(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await teacher.write(f"/class {SECRET}: собрание")
    await teacher.press("Отправить")
    await mother.wait_for("собрание")
    async with story.application.database.begin() as tx:
        poll = {"id": 1, "announcement_id": ANNOUNCEMENT, "kind": "one", "per": "child", "named": True}
        await tx.run(insert(talk.polls).values(**poll))
        options = [
            {"id": OPTION + n, "poll_id": 1, "position": n, "text": text} for n, text in enumerate(("Да", "Нет"))
        ]
        await tx.run(insert(talk.poll_options), options)


async def written(story: Story) -> dict[str, Any]:
    """Everything that is kept of talk, and every fact: what is the same before and after a refusal."""
    kept = {name: table for name, table in metadata.tables.items() if table in vars(talk).values()}
    kept.pop("talk_arrivals")
    told = await story.application.database.reader.rows(select(messaging.facts.c.kind, messaging.facts.c.body))
    return {name: await _rows(story, table) for name, table in kept.items()} | {"facts": [tuple(one) for one in told]}


async def _rows(story: Story, table: Any) -> list[tuple[Any, ...]]:
    rows = await story.application.database.reader.rows(select(table).order_by(*table.primary_key.columns))
    return [tuple(row) for row in rows]
