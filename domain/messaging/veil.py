"""How much of its content a push says: all, a child by initials, or nothing but that there is news.

A message lies on a screen that others see, and passes through a foreign messenger (149-FZ, article 10, part 8). What is
veiled opens by a tap: the person asks for it then.
"""

from dataclasses import replace
from enum import StrEnum

from domain.ids import DeliveryId
from domain.journal.changed_marks import ChangedMark
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AlarmNews,
    AlarmTakenNews,
    AnnouncementNews,
    AnswerNews,
    BindingNews,
    ChangedNews,
    Content,
    DebtNews,
    DigestNews,
    DisownedNews,
    HomeworkNews,
    LostNews,
    LostPerson,
    MarkNews,
    MarkRequestNews,
    MarkRequestTold,
    MarkTouchedNews,
    MeetingNews,
    MeetingsNews,
    MovementNews,
    MovementTold,
    NoteNews,
    PhoneNews,
    ResultNews,
    SignOffNews,
    VeiledNews,
    WithdrawnNews,
)
from domain.messaging.kinds import Kind
from domain.messaging.talk_news import TalkNews
from domain.roles.people import PersonName
from domain.talk.poll_cards import PollCard, SlotCard
from domain.talk.threads import Spoken, TalkCard


class PushContent(StrEnum):
    """What the school allows into pushes."""

    FULL = "full"
    INITIALS = "initials"
    NEUTRAL = "neutral"


OF_A_CHILD = (
    AbsenceNews,
    AbsenceClosed,
    AnswerNews,
    AlarmNews,
    AlarmTakenNews,
    NoteNews,
    MarkNews,
    DebtNews,
    MarkTouchedNews,
    ChangedNews,
    MarkRequestNews,
    MarkRequestTold,
    MovementNews,
    MovementTold,
    ResultNews,
    HomeworkNews,
    DigestNews,
    SignOffNews,
    LostNews,
    BindingNews,
    PhoneNews,
    DisownedNews,
    WithdrawnNews,
    MeetingNews,
    MeetingsNews,
    TalkNews,
)
"""Announcements are not: they go as they are."""


def veils(content: Content, discreet: bool, school: PushContent) -> bool:
    """`discreet` is what the reader chose, for every message."""
    return discreet or (school is PushContent.NEUTRAL and isinstance(content, OF_A_CHILD))


def veiled(row: DeliveryId, kind: Kind) -> VeiledNews:
    """`row`: what a tap opens."""
    return VeiledNews(row, urgent=kind in (Kind.ALARM, Kind.ABSENCE_ALARM))


def with_initials(content: Content) -> Content:
    """The same, with «И. П.» in place of a child's name."""
    match content:
        case AbsenceNews(card=card) | AbsenceClosed(card=card) | AnswerNews(card=card):
            return replace(content, card=replace(card, pupil_name=initials(card.pupil_name)))
        case AlarmNews(card=card) | AlarmTakenNews(card=card):
            return replace(content, card=replace(card, pupil_name=initials(card.pupil_name)))
        case NoteNews(card=noted):
            return replace(content, card=replace(noted, pupil_name=initials(noted.pupil_name)))
        case MarkNews(card=card):
            return replace(content, card=replace(card, pupil_name=initials(card.pupil_name)))
        case ResultNews(card=result):
            return replace(content, card=replace(result, pupil_name=initials(result.pupil_name)))
        case DebtNews(card=debt):
            return replace(content, card=replace(debt, pupil_name=initials(debt.pupil_name)))
        case MarkTouchedNews(card=touch):
            return replace(content, card=replace(touch, pupil_name=initials(touch.pupil_name)))
        case ChangedNews(marks=changed):
            return replace(content, marks=tuple(_changed_with_initials(one) for one in changed))
        case MarkRequestNews(card=asked) | MarkRequestTold(card=asked):
            return replace(content, card=replace(asked, pupil_name=initials(asked.pupil_name)))
        case MovementNews(card=moved) | MovementTold(card=moved):
            return replace(content, card=replace(moved, name=initials(moved.name)))
        case HomeworkNews(pupil=pupil):
            return replace(content, pupil=initials(pupil))
        case DigestNews(page=page):
            return replace(content, page=replace(page, pupil=initials(page.pupil)))
        case SignOffNews(summary=week):
            return replace(content, summary=replace(week, name=initials(week.name)))
        case LostNews(person=person) | DisownedNews(person=person) | WithdrawnNews(person=person):
            return replace(content, person=_lost_with_initials(person))
        case AnnouncementNews(poll=PollCard() as poll):
            wards = tuple(replace(one, name=initials(one.name)) for one in poll.wards)
            return replace(content, poll=replace(poll, wards=wards))
        case MeetingNews(card=met):
            return replace(content, card=_meeting_with_initials(met))
        case MeetingsNews(cards=meetings):
            return replace(content, cards=tuple(_meeting_with_initials(one) for one in meetings))
        case BindingNews(card=bound) | PhoneNews(card=bound):
            children = tuple(replace(child, name=initials(child.name)) for child in bound.children)
            return replace(content, card=replace(bound, children=children))
        case TalkNews(card=talk):
            return replace(content, card=_talk_with_initials(talk))
        case _:
            return content


def initials(name: PersonName) -> PersonName:
    """«И. П.» of «Иванов Пётр Олегович»."""
    return PersonName("", " ".join(f"{part[0]}." for part in (name.surname, name.given) if part))


def _talk_with_initials(card: TalkCard) -> TalkCard:
    head = replace(card.head, pupil_name=initials(card.head.pupil_name) if card.head.pupil_name else None)
    return replace(card, head=head, spoken=_spoken_with_initials(card.spoken))


def _spoken_with_initials(spoken: Spoken) -> Spoken:
    speaker = spoken.speaker
    if speaker.pupil:
        speaker = replace(speaker, name=initials(speaker.name))
    quoted = _spoken_with_initials(spoken.reply_to) if spoken.reply_to is not None else None
    return replace(spoken, speaker=speaker, reply_to=quoted)


def _changed_with_initials(changed: ChangedMark) -> ChangedMark:
    return replace(changed, pupil_name=initials(changed.pupil_name))


def _meeting_with_initials(met: SlotCard) -> SlotCard:
    return replace(met, ward=replace(met.ward, name=initials(met.ward.name)))


def _lost_with_initials(person: LostPerson) -> LostPerson:
    """Who has no children here may be a child."""
    name = person.name if person.pupils else initials(person.name)
    return LostPerson(name, tuple(initials(pupil) for pupil in person.pupils))
