"""Threads: two parties, about a child or a matter (1.4.5). Who belongs to one, and what is seen of it.

Nobody sees another's account or phone number: people are named by what they are to the child or to the school.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.clock import SchoolTime
from domain.ids import AnnouncementId, PersonId, SubjectId, TalkMessageId, ThreadId
from domain.roles.people import PersonName
from domain.talk.wording import Attachment, Wording


class ThreadKind(StrEnum):
    """Who talks with the school; under these headings `/inbox` counts."""

    GUARDIAN = "guardian"
    PUPIL = "pupil"
    COLLEAGUE = "colleague"
    HELP = "help"
    """A question to the administrators, from anyone (3.1.7)."""
    ANSWER = "answer"
    """To the sender of an announcement alone."""


class Desk(StrEnum):
    """Who answers by what they are today, so a thread never lies with somebody who has left."""

    CLASS_TEACHER = "class_teacher"
    """The class teachers of the pupil's class."""
    ADMINISTRATION = "administration"
    """Director and deputies."""
    HELP = "help"
    """Administrators of the journal."""


class Party(StrEnum):
    ASKING = "asking"
    """Who opened it, with whoever shares that side."""
    ASKED = "asked"


class Side(StrEnum):
    """In which capacity a member is there: it decides the hours at which a message rings."""

    FAMILY = "family"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is to a thread today. `since`: what was said before is not shown; None: everything is.

    `watches`: a guardian who sees what the own child (grades 1-8) and a teacher write, and writes nothing there.
    """

    party: Party
    side: Side
    since: datetime | None = None
    watches: bool = False


@dataclass(frozen=True, slots=True)
class ThreadHead:
    """What stands at the head: about whom or what, and between whom."""

    id: ThreadId
    kind: ThreadKind
    desk: Desk | None
    pupil: PersonId | None
    pupil_name: PersonName | None
    class_name: str | None
    subject_id: SubjectId | None
    subject: str | None
    matter: str | None
    announcement: AnnouncementId | None
    announcement_text: str | None
    """The first words of the announcement that is answered."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """`relation`: «mother», … where a guardian of the head's pupil writes; `pupil`: the author is that pupil."""

    person: PersonId
    name: PersonName
    side: Side
    relation: str | None = None
    pupil: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message as it reads now; `edited_at`: when it was last reworded."""

    id: TalkMessageId
    speaker: Speaker
    party: Party
    wording: Wording
    files: tuple[Attachment, ...]
    written_at: datetime
    edited_at: datetime | None = None
    version: int = 1
    urgent: bool = False
    reply_to: "Spoken | None" = None


@dataclass(frozen=True, slots=True)
class TalkCard:
    """A message with its head, as it is delivered."""

    head: ThreadHead
    spoken: Spoken


def on_the_wall(card: TalkCard, time: SchoolTime) -> TalkCard:
    """With its moments as the school's clock shows them."""
    return replace(card, spoken=_on_the_wall(card.spoken, time))


def _on_the_wall(spoken: Spoken, time: SchoolTime) -> Spoken:
    return replace(
        spoken,
        written_at=time.local(spoken.written_at),
        edited_at=time.local(spoken.edited_at) if spoken.edited_at is not None else None,
        reply_to=_on_the_wall(spoken.reply_to, time) if spoken.reply_to is not None else None,
    )
