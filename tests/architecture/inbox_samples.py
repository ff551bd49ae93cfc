"""Read models of `/inbox`, templates and handovers: plain ones, and as long as they get."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.ids import AnnouncementId, HandoverId, PersonId, SubjectId, TalkMessageId, TemplateId, ThreadId
from domain.messaging.inbox_news import HandoverNews, OwedNews
from domain.talk.handovers import Colleague, Handing, Handover, History
from domain.talk.inbox import Asking, Heading, InboxCount, InboxLine, InboxPage, InboxThread
from domain.talk.templates import LONGEST, LONGEST_FILLED, MOST, Template
from domain.talk.threads import Desk, Party, Side, Speaker, Spoken, Standing, TalkCard, ThreadHead, ThreadKind
from domain.talk.wording import Attachment, FileKind, Wording
from handlers.talk import handover_screens as handovers
from handlers.talk import inbox_screens as inbox
from handlers.talk import template_screens as templates
from handlers.talk.inbox_buttons import OpenInbox
from tests import school
from tests.architecture.screen_samples import BIG, DAY, NAME, SUBJECT, TIME, TODAY, text

BOTH = (False, True)
HEAD = ThreadHead(
    id=ThreadId(BIG),
    kind=ThreadKind.GUARDIAN,
    desk=None,
    pupil=PersonId(BIG),
    pupil_name=NAME,
    class_name="11А",
    subject_id=SubjectId(BIG),
    subject=SUBJECT.name,
    matter=text(120),
    announcement=AnnouncementId(BIG),
    announcement_text=text(80),
)
BARE = replace(HEAD, pupil=None, pupil_name=None, class_name=None, subject_id=None, subject=None, matter=None)
HEADS = [
    HEAD,
    replace(BARE, kind=ThreadKind.COLLEAGUE),
    replace(BARE, kind=ThreadKind.HELP, desk=Desk.HELP),
    replace(BARE, kind=ThreadKind.ANSWER),
    replace(HEAD, desk=Desk.ADMINISTRATION),
    replace(HEAD, desk=Desk.CLASS_TEACHER, matter=None),
]
MOTHER = Speaker(PersonId(BIG), NAME, Side.FAMILY, "mother")
SPEAKERS = [MOTHER, replace(MOTHER, relation="other"), Speaker(PersonId(1), NAME, Side.STAFF)]
SPOKEN = Spoken(TalkMessageId(BIG), MOTHER, Party.ASKING, Wording(text(4096)), (), school.MORNING)
SAID = [
    SPOKEN,
    replace(SPOKEN, urgent=True, written_at=school.MORNING - DAY),
    *(
        replace(SPOKEN, wording=Wording(""), files=(Attachment(kind, "x"),), written_at=school.MORNING - 9 * DAY)
        for kind in FileKind
    ),
]
THREAD = InboxThread(
    id=ThreadId(BIG),
    kind=ThreadKind.GUARDIAN,
    standing=Standing(Party.ASKED, Side.STAFF),
    last=TalkMessageId(BIG),
    last_at=school.MORNING,
    last_author=PersonId(BIG),
)
LINES = [
    InboxLine(replace(THREAD, standing=stands), TalkCard(head, said), others, own, unread, owed=unread)
    for stands in (THREAD.standing, Standing(Party.ASKING, Side.FAMILY))
    for head in HEADS
    for said in SAID
    for others in ((), (MOTHER,), tuple(SPEAKERS) * 3)
    for own in BOTH
    for unread in BOTH
]
COUNTS = {heading: InboxCount(999, n) for n, heading in enumerate(Heading)}
FULL = tuple(replace(LINES[0], others=tuple(SPEAKERS) * 3, unread=True, owed=True) for _ in range(8))
PAGES = [
    InboxPage({}, None, (), 0, 1),
    *(InboxPage(COUNTS, Heading.FAMILIES, (line,), 0, 1, owed=1) for line in LINES),
    *(
        InboxPage(COUNTS, of, FULL, page, 99, 9, 9, 9, InboxCount(999, 99))
        for of in (None, *Heading)
        for page in (0, 50)
    ),
    InboxPage({Heading.SCHOOL: InboxCount(1, 1)}, None, FULL[:1], 0, 1, counted=InboxCount(1, 1)),
]
GIVER, TAKER = Colleague(PersonId(BIG), NAME), Colleague(PersonId(BIG - 1), NAME)
ONE = Handover(HandoverId(BIG), GIVER, TAKER, TODAY - 80 * DAY, TODAY, TODAY + 6 * DAY)
HANDOVERS = [ONE, replace(ONE, last=None), replace(ONE, last=TODAY), replace(ONE, over=True)]
BETWEEN = {"giver": [GIVER], "taker": [TAKER]}
TEMPLATES = [Template(TemplateId(BIG - n), text(LONGEST), None) for n in range(MOST)]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    inbox.inbox: {"page": PAGES, "time": [TIME]},
    inbox.asking: {"listed": [(), (Asking(AnnouncementId(BIG), ""),), (Asking(AnnouncementId(BIG), text(80)),) * 60]},
    inbox.owed_news: {"news": [OwedNews(1), OwedNews(300)]},
    inbox.handover_news: {"news": [HandoverNews(one, gives) for one in HANDOVERS for gives in BOTH]},
    handovers.listed: {"handovers": [(), HANDOVERS[:1], HANDOVERS * 20]},
    handovers.choose_giver: {"people": [[GIVER], [GIVER] * 95], "page": [0, 1, 99]},
    handovers.choose_taker: {"giver": [GIVER], "people": [[], [TAKER] * 95], "page": [0, 1, 99], "month": [TODAY]},
    handovers.choose_first: {**BETWEEN, "today": [TODAY], "month": [TODAY, TODAY + timedelta(days=40)]},
    handovers.choose_last: {**BETWEEN, "first": [TODAY], "month": [TODAY]},
    handovers.check: {
        "handing": [
            Handing(GIVER, TAKER, TODAY, last, history, TODAY - 80 * DAY)
            for last in (None, TODAY, TODAY + DAY)
            for history in History
        ]
    },
    handovers.handover: {"one": HANDOVERS, "ends": BOTH},
    handovers.end_question: {"one": HANDOVERS[:1]},
    templates.listed: {"templates": [(), TEMPLATES[:1], TEMPLATES], "page": [0, 1, 99]},
    templates.ask_text: {},
    templates.template: {"one": TEMPLATES[:1], "new": BOTH},
    templates.remove_question: {"one": TEMPLATES[:1]},
    templates.choose: {
        "templates": [(), TEMPLATES[:1], TEMPLATES],
        "thread": [ThreadId(BIG)],
        "page": [0, 2],
        "back": [OpenInbox()],
    },
    templates.ask_gaps: {"labels": [("работа",), ("работа по …", text(40)) * 10], "thread": [ThreadId(BIG)]},
    templates.ready: {"text": ["Да", text(LONGEST_FILLED)], "thread": [ThreadId(BIG)], "key": ["ffffffff"]},
}
