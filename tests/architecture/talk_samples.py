"""Read models of threads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.ids import AnnouncementId, PersonId, SubjectId, TalkMessageId, ThreadId
from domain.messaging.talk_news import TalkNews
from domain.talk.partners import FamilyOfPupil, Partner, SchoolOfPupil
from domain.talk.thread_pages import ThreadPage, Written
from domain.talk.thread_ports import Guardian
from domain.talk.threads import Desk, Party, Side, Speaker, Spoken, Standing, TalkCard, ThreadHead, ThreadKind
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording
from handlers.talk import asking_screens as asking
from handlers.talk import thread_screens as screens
from handlers.talk import writing_screens as choosing
from tests import school
from tests.architecture.screen_samples import BIG, CLASS, CLASSES, NAME, SEATS, text

BOTH = (False, True)
HEAD = ThreadHead(
    id=ThreadId(BIG),
    kind=ThreadKind.GUARDIAN,
    desk=None,
    pupil=PersonId(BIG),
    pupil_name=NAME,
    class_name="11 «А»",
    subject_id=SubjectId(BIG),
    subject="Информатика и информационно-коммуникационные технологии",
    matter=None,
    announcement=None,
    announcement_text=None,
)
BARE = replace(HEAD, kind=ThreadKind.COLLEAGUE, pupil=None, pupil_name=None, class_name=None, subject=None)
HEADS = [
    HEAD,
    BARE,
    replace(HEAD, desk=Desk.CLASS_TEACHER, class_name=None, subject=None),
    replace(HEAD, desk=Desk.ADMINISTRATION),
    replace(BARE, desk=Desk.HELP, kind=ThreadKind.HELP, matter=text(120)),
    replace(HEAD, kind=ThreadKind.ANSWER, announcement=AnnouncementId(BIG), announcement_text=text(80)),
]
SPEAKERS = [
    Speaker(PersonId(BIG), NAME, Side.STAFF),
    *(Speaker(PersonId(BIG), NAME, Side.FAMILY, one) for one in ("mother", "father", "guardian", "other")),
    Speaker(PersonId(BIG), NAME, Side.FAMILY, pupil=True),
]
FILES = tuple(Attachment(kind, "f" * 90, "Справка <о> болезни.pdf") for kind in FileKind)
LONG = Wording(text(3000), (Entity(Style.BOLD, 0, 40), Entity(Style.LINK, 10, 90, "https://school.example/")))
SHORT = Spoken(TalkMessageId(BIG), SPEAKERS[0], Party.ASKED, Wording("Да"), (), school.MORNING)
SPOKEN = [
    SHORT,
    replace(SHORT, wording=Wording(""), files=(Attachment(FileKind.VOICE, "v"),), urgent=True),
    Spoken(
        TalkMessageId(BIG), SPEAKERS[1], Party.ASKING, LONG, FILES, school.MORNING, school.MORNING, 3, reply_to=SHORT
    ),
    replace(SHORT, reply_to=replace(SHORT, wording=Wording(""), files=FILES)),
]
CARDS = [TalkCard(head, spoken) for head in HEADS for spoken in SPOKEN] + [
    TalkCard(HEAD, replace(SHORT, speaker=one)) for one in SPEAKERS
]
NEWS = [
    TalkNews(card, side, watches, answers, opened)
    for card in CARDS
    for side in Side
    for watches, answers, opened in ((False, True, False), (True, False, False), (False, True, True))
]
PAGES = [
    ThreadPage(
        head,
        Standing(Party.ASKING, side, None, watches),
        tuple(SPEAKERS),
        spoken,
        owes,
        TalkMessageId(BIG) if owes else None,
    )
    for head in HEADS
    for side in Side
    for watches in BOTH
    for spoken in ((), tuple(SPOKEN), (SPOKEN[2],) * 10)
    for owes in BOTH
]
LATER = [None, *(school.MORNING + timedelta(days=n) for n in range(4))]
WRITTEN = [
    Written(ThreadId(BIG), TalkCard(head, SHORT), to, {}, later)
    for head in HEADS
    for to in ((), tuple(SPEAKERS))
    for later in LATER
]
PARTNERS = (
    Partner(Desk.CLASS_TEACHER, names=(NAME, NAME)),
    *(Partner(person=PersonId(BIG - n), names=(NAME,), subjects=("Алгебра", "Геометрия")[:n]) for n in range(3)),
    Partner(Desk.ADMINISTRATION),
)
GUARDIANS = tuple(Guardian(PersonId(BIG), NAME, relation) for relation in ("mother", "father", "guardian", "other"))
COLLEAGUES = [(PersonId(BIG - n), NAME) for n in range(90)]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    choosing.start_screen: {
        "pupils": [(), SEATS[:1], SEATS[:4]],
        "classes": [(), CLASSES[:1], CLASSES],
        "staff": BOTH,
    },
    choosing.school_screen: {
        "school": [SchoolOfPupil(SEATS[0], CLASS.name, partners) for partners in ((), PARTNERS, PARTNERS * 4)]
    },
    choosing.class_screen: {"school_class": CLASSES[:1], "seats": [(), SEATS]},
    choosing.family_screen: {
        "family": [FamilyOfPupil(SEATS[0], CLASS.name, GUARDIANS[:n]) for n in range(5)],
    },
    choosing.colleagues_screen: {"colleagues": [[], COLLEAGUES[:1], COLLEAGUES], "number": [0, 1, 5]},
    choosing.ask_text_screen: {"urgent": [None, *BOTH]},
    screens.ask_answer_screen: {
        "card": [None, *CARDS[:4]],
        "templates_in": [None, ThreadId(BIG)],
        "urgent": [None, *BOTH],
    },
    asking.ask_question: {},
    asking.ask_about_talk: {"page": PAGES[::10]},
    screens.receipt_screen: {"written": WRITTEN, "today": [school.MORNING]},
    screens.reworded_screen: {},
    screens.talk_screen: {"news": NEWS},
    screens.thread_screen: {"page": PAGES},
    screens.unasked_screen: {"card": CARDS},
}
