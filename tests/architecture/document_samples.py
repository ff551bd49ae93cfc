"""Read models of documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import DocumentId, PersonId
from domain.messaging.contents import ConsentAskedAgain, DocumentNews, LostPerson, WithdrawnNews
from domain.roles.people import Role
from domain.school.documents import Document, DocumentAudience, DocumentPage, NewDocument, StaffReader
from domain.school.documents_publishing import ClassReading, WhoRead
from handlers.roles import consent_screens
from handlers.school import document_editing_screens as editing
from handlers.school import document_screens as screens
from tests import school
from tests.architecture.screen_samples import BIG, CLASSES, NAME, SEATS, TODAY, text

BOTH = (False, True)
TITLES = ("Положение", text(200))
ONE = Document(
    id=DocumentId(BIG),
    title=TITLES[1],
    version=2,
    replaces=DocumentId(BIG - 1),
    day=TODAY,
    audience=DocumentAudience.ALL,
    acknowledge=True,
    link=None,
    file_name="Положение <о> журнале.pdf",
    published_at=school.MORNING,
)
LINKED = replace(ONE, id=DocumentId(1), title=TITLES[0], link="https://school.example/" + "a" * 470, file_name=None)
DOCUMENTS = [ONE, replace(ONE, confirmed_at=school.MORNING), replace(LINKED, acknowledge=False)] * 8
PAGES = [
    DocumentPage(one, earlier, asks, edits, sees)
    for one in (*DOCUMENTS[:3], replace(LINKED, audience=DocumentAudience.STAFF))
    for earlier in ((), (replace(ONE, version=1),), (LINKED,) * 40)
    for asks in BOTH
    for edits in BOTH
    for sees in BOTH
]
READERS = tuple(StaffReader(PersonId(n), NAME, n % 5 == 0) for n in range(80))
READINGS = [
    ClassReading(CLASSES[0], 40, SEATS),
    ClassReading(CLASSES[0], 40, SEATS[:1]),
    ClassReading(CLASSES[0], 40, ()),
]
ALL_CLASSES = tuple(ClassReading(one, 30, SEATS[:9]) for one in CLASSES)
NEW = NewDocument(TITLES[1], TODAY, DocumentAudience.ALL, True, file_name="<b>&amp;.pdf")
NEWS = [
    DocumentNews(DocumentId(BIG), title, TODAY, 3, asks, again) for title in TITLES for asks in BOTH for again in BOTH
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.listed: {
        "documents": [[], DOCUMENTS[:1], DOCUMENTS],
        "roles": [frozenset({Role.GUARDIAN}), frozenset({Role.PUPIL})],
        "edits": BOTH,
        "number": [0, 1, 99],
    },
    screens.document: {"page": PAGES, "own": [(), CLASSES[:2]]},
    screens.earlier: {"page": [page for page in PAGES if page.earlier]},
    screens.document_news: {"news": NEWS},
    editing.bring: {"replaced": [None, ONE]},
    editing.draft: {
        "new": [NEW, replace(NEW, file_name=None, link=LINKED.link, acknowledge=False, replaces=ONE.id)],
        "key": ["ffffffff"],
    },
    editing.ask_title: {"key": ["ffffffff"]},
    editing.ask_day: {"key": ["ffffffff"]},
    editing.published: {"document": [ONE.id], "title": TITLES},
    editing.withdraw_question: {"one": [ONE, LINKED]},
    editing.withdrawn: {"title": TITLES},
    editing.who_read: {
        "found": [
            WhoRead(ONE),
            WhoRead(ONE, READERS, ALL_CLASSES),
            WhoRead(ONE, READERS[:1], tuple(READINGS)),
            WhoRead(ONE, (), tuple(READINGS)),
        ],
        "by_name": BOTH,
    },
    editing.class_reading: {"one": READINGS, "document": [ONE.id], "sees_all": BOTH},
    consent_screens.consent_asked_again: {"_": [ConsentAskedAgain(2)]},
    consent_screens.withdrawn_told: {"news": [WithdrawnNews(LostPerson(NAME, (NAME,) * n)) for n in range(4)]},
}
