"""Who may do what of talk, over HTTP: nine roles; a stranger, a guardian of another class and a revoked account.

Each act is a tap with data that its person was perhaps never shown, or a text after such a tap. Whoever does not stand
beside an act is refused it, reads nothing of it and leaves nothing behind.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from domain.ids import PersonId
from tests import school
from tests.stories.conftest import Story
from tests.stories.forging import forged, tapped
from tests.stories.talk_scene import ANNOUNCEMENT, OPTION, SECRET, Scene, talked, written

ADMIN, DIRECTOR, DEPUTY, SECRETARY, EDITOR = (
    school.ADMIN,
    school.DIRECTOR,
    school.DEPUTY,
    school.SECRETARY,
    school.SITE_EDITOR,
)
TEACHER, LEADER = school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A
MOTHER, PUPIL = school.MOTHER, school.IVANOV
NINE = (ADMIN, DIRECTOR, DEPUTY, SECRETARY, EDITOR, TEACHER, LEADER, MOTHER, PUPIL)
OTHER_CLASS = school.ORLOV_MOTHER
WITH_ACCOUNT = (*NINE, OTHER_CLASS)
REVOKED, STRANGER = school.telegram_id(school.FATHER), 99
LEADS, STAFF = {ADMIN, DIRECTOR, DEPUTY}, {ADMIN, DIRECTOR, DEPUTY, SECRETARY, EDITOR, TEACHER, LEADER}
TEACH = {DEPUTY, TEACHER, LEADER}
EVERYBODY, NOBODY = {*WITH_ACCOUNT}, set[PersonId]()
REFUSED = ("Это действие вам недоступно", "Не нашлось", "Эту переписку ведут ребёнок и учитель")
WEEK = "261116"


@dataclass(frozen=True)
class Act:
    """`text`: what is written after the tap; the answer to it decides then."""

    name: str
    data: Callable[[Scene], str] | str
    may: set[PersonId]
    text: str | None = None


THREADS = [
    Act("read a guardian's thread", lambda scene: f"vh:{scene.guardians}", {MOTHER, LEADER}),
    Act("answer it", lambda scene: f"vg:{scene.guardians}:0", {MOTHER, LEADER}),
    Act("say that it needs no answer", lambda scene: f"vj:{scene.guardians}", {MOTHER, LEADER}),
    Act("take it out", lambda scene: f"vif:{scene.guardians}", {MOTHER, LEADER}),
    Act("read a pupil's thread", lambda scene: f"vh:{scene.pupils}", {PUPIL, TEACHER, MOTHER}),
    Act("answer it, which who watches does not", lambda scene: f"vg:{scene.pupils}:0", {PUPIL, TEACHER}),
    Act("read colleagues' thread", lambda scene: f"vh:{scene.colleagues}", {DEPUTY, TEACHER}),
    Act("answer it", lambda scene: f"vg:{scene.colleagues}:0", {DEPUTY, TEACHER}),
    Act("read a question to the administrator", lambda scene: f"vh:{scene.help}", {MOTHER, ADMIN}),
    Act("answer it", lambda scene: f"vg:{scene.help}:0", {MOTHER, ADMIN}),
    Act("a thread that is none", "vh:999999", NOBODY),
]
OPENINGS = [
    Act("write to the class teacher of Ivanov", f"vf:c:{PUPIL}:0", {MOTHER, PUPIL}, "Здравствуйте"),
    Act("write to his teacher of algebra", f"vf:p:{PUPIL}:{TEACHER}", {MOTHER, PUPIL, *LEADS, LEADER}, "Добрый день"),
    Act("write to the administration about him", f"vf:a:{PUPIL}:0", {MOTHER}, "Вопрос"),
    Act("write to his guardians", f"vf:g:{PUPIL}:0", {*LEADS, TEACHER, LEADER}, "Добрый вечер"),
    Act("write to a colleague", f"vf:p:0:{SECRETARY}", STAFF - {SECRETARY}, "Справка"),
    Act("ask the administrator", "vf:h:0:0", EVERYBODY, "Не открывается"),
    Act("write to who is no partner", f"vf:p:{PUPIL}:{school.PETROVA_MOTHER}", NOBODY, "Привет"),
]
AUDIENCES = [
    Act("announce to 7А", "cto:classes:2:guardians", {*LEADS, *TEACH}),
    Act("announce to 7Б", "cto:classes:3:guardians", {*LEADS, TEACHER}),
    Act("announce to 1А", "cto:classes:1:guardians", LEADS),
    Act("announce to the seventh grade", "cto:parallel:7:guardians", {*LEADS, TEACHER}),
    Act("announce to those whom one teaches", "cto:taught:0:guardians", TEACH),
    Act("announce to the teachers", "cto:teachers:0:staff", LEADS),
    Act("announce to the school", "cto:school:0:families", LEADS),
    Act("announce to debtors of the school", "cto:debts:0:guardians", LEADS),
    Act("a class that is none", "cto:classes:999:guardians", NOBODY),
    Act("who has not come in", "cnotc:2:0", {*LEADS, LEADER}),
]
ANNOUNCED = [
    Act("confirm an announcement", f"ack:{ANNOUNCEMENT}", {MOTHER, DEPUTY}),
    Act("see who has confirmed", f"anv:{ANNOUNCEMENT}", {LEADER}),
    Act("see who has not", f"anw:{ANNOUNCEMENT}:0:1", {LEADER}),
    Act("take that out", f"anl:{ANNOUNCEMENT}", {LEADER}),
    Act("remind", f"anr:{ANNOUNCEMENT}", {LEADER}),
    Act("correct it", f"ane:{ANNOUNCEMENT}", {LEADER}),
    Act("take it back, were it not gone", f"anb:{ANNOUNCEMENT}", {LEADER}),
    Act("an announcement that is none", "ack:999999", NOBODY),
]
POLLS = [
    Act("answer a poll for Ivanov", f"pqc:{ANNOUNCEMENT}:{PUPIL}:{OPTION}", {MOTHER}),
    Act("answer with another's option", f"pqc:{ANNOUNCEMENT}:{PUPIL}:999", NOBODY),
    Act("see the answers", f"pqr:{ANNOUNCEMENT}:0", {LEADER}),
    Act("see them one by one", f"pql:{ANNOUNCEMENT}:0:0", {LEADER}),
    Act("take them out", f"pqx:{ANNOUNCEMENT}", {LEADER}),
    Act("close the poll", f"pqk:{ANNOUNCEMENT}:1", {LEADER}),
]
OFFICE = [
    Act("see who answers for whom", "vho", {ADMIN, DEPUTY, TEACHER, LEADER}),
    Act("hand over another's threads", f"vhm:{TEACHER}:{LEADER}:261125:-:term", {ADMIN, DEPUTY, TEACHER}),
    Act("limit a guardian", f"wlg:{PUPIL}:{MOTHER}", {ADMIN}),
    Act("keep templates", "vt:0", STAFF),
]
SIGNATURES = [
    Act("sign Ivanov's week", f"sgw:{PUPIL}:{WEEK}", {MOTHER}),
    Act("see the signatures of 7А", f"sgs:2:{WEEK}", {*LEADS, LEADER}),
    Act("remind", f"sgr:2:{WEEK}", {*LEADS, LEADER}),
    Act("take them out", "sgx:2", {*LEADS, LEADER}),
]
GROUPS = [THREADS, OPENINGS, AUDIENCES, ANNOUNCED, POLLS, OFFICE, SIGNATURES]
NAMES = ["threads", "openings", "audiences", "announced", "polls", "office", "signatures"]


@pytest.mark.parametrize("acts", GROUPS, ids=NAMES)
async def test_each_act_is_for_who_may_and_refused_to_everybody_else(story: Story, acts: Sequence[Act]) -> None:
    scene = await talked(story)
    wrong = []
    for act in acts:
        data = act.data if isinstance(act.data, str) else act.data(scene)
        before = await written(story)
        for person in (one for one in WITH_ACCOUNT if one not in act.may):
            said = await _does(story, person, data, act.text)
            if not said.startswith(REFUSED):
                wrong.append(f"{act.name}: {_name(person)} may not, and was told «{said}»")
        for account in (REVOKED, STRANGER):
            await tapped(story, account, data)
        if await written(story) != before:
            wrong.append(f"{act.name}: who may not left something behind")
        for person in (one for one in WITH_ACCOUNT if one in act.may):
            said = await _does(story, person, data, act.text)
            if said.startswith(REFUSED):
                wrong.append(f"{act.name}: {_name(person)} may, and was told «{said}»")
    for account in (REVOKED, STRANGER):
        wrong += [f"{account} read {one}" for one in await _read(story, account) if SECRET in one]
    assert not wrong, "\n".join(wrong)


async def _does(story: Story, person: PersonId, data: str, text: str | None) -> str:
    """The words of the answer: of the alert, or to what was written."""
    account = school.telegram_id(person)
    refusal = str((await forged(story, account, data)).get("text") or "")
    if text is None or refusal:
        return refusal
    phone = await story.phone(person)
    await phone.write(text)
    return (await phone.wait_for()).text


async def _read(story: Story, account: int) -> list[str]:
    calls = [one for method in ("sendMessage", "editMessageText") for one in await story.people.calls(method)]
    return [str(one["params"].get("text")) for one in calls if one["params"].get("chat_id") == account]


def _name(person: PersonId) -> str:
    return ", ".join(school.roles_of(person)) + f" {person}"
