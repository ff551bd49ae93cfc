"""Read models of curriculum plans and of own lessons, for the screens that draw them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import ExemptionId, PlanTopicId
from domain.journal.plan_changes import PlanChanges
from domain.journal.plan_import import PlanReport
from domain.journal.plan_progress import Lost, PlanProgress
from domain.journal.plan_sheet import Fault, PlanMistake, WishedTopic
from domain.journal.plan_topics import PlanTopic
from domain.journal.plans import TopicChoice
from domain.journal.what_was import PastHomework, PastTopic, WhatWas
from domain.school.exemptions import Exemption, Learning, NamedExemption
from domain.school.importing.sheets import Place
from handlers.journal import own_lessons_screens as own
from handlers.journal import plan_screens as plans
from handlers.school import exemption_screens as exempt
from tests.architecture import screen_samples as s

AHEAD = tuple(PlanTopic(PlanTopicId(s.BIG - n), 34 + n, s.text(300), 2, s.TODAY) for n in range(3))
LESSON = replace(s.LESSON, parts=(s.PART, s.HALF))
CHOICES = [
    TopicChoice(LESSON, written, ahead, planned)
    for written in (None, s.text(300))
    for ahead, planned in (((), False), ((), True), (AHEAD, True))
]
PROGRESS = PlanProgress(LESSON, 68, 40, 42, dict.fromkeys(Lost, 2), 5, s.TODAY, 0, s.TODAY + 180 * s.DAY)
PROGRESSES = [
    replace(PROGRESS, given=given, ends_on=ends_on, missing=missing, lost=lost)
    for given in (41, 42, 43, 47, 68)
    for ends_on, missing in ((s.TODAY, 0), (None, 1), (None, 23))
    for lost in (PROGRESS.lost, {}, {Lost.HOLIDAY: 1})
] + [replace(PROGRESS, without_topic=0)]
PAST = [
    WhatWas(LESSON, (), ()),
    WhatWas(
        LESSON,
        [PastTopic(s.TODAY - n * s.DAY, s.text(300)) for n in range(3)],
        [PastHomework(s.TODAY, s.text(2000), n, n == 2) for n in range(3)],
    ),
]
TOPIC = WishedTopic(1, s.text(300), 1, None)
REPORT = PlanReport(s.TAUGHT[1], 68, 70)
MISTAKES = tuple(
    PlanMistake(Place("план.xlsx", "Лист1", row, 3 if row else 0), value, fault)
    for fault in Fault
    for row, value in ((0, ""), (5, ""), (12, s.text(3000)))
)
REPORTS = [
    REPORT,
    replace(REPORT, changes=PlanChanges(new=(TOPIC,) * 68)),
    replace(REPORT, changes=PlanChanges(gone=(PlanTopicId(1),)), written=True, skipped=(Place("план.xlsx", row=9),)),
    replace(REPORT, mistakes=MISTAKES[:1]),
    replace(REPORT, mistakes=MISTAKES),
]
EXEMPTIONS = [
    NamedExemption(Exemption(ExemptionId(s.BIG - n), s.NOBODY, s.SUBJECT, kind, s.TODAY, until, order), s.NAME, "11А")
    for n in range(8)
    for kind in Learning
    for until in (None, s.TODAY)
    for order in (None, "4" * 40)
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    plans.topic_choice: {"choice": CHOICES},
    plans.progress: {"one": PROGRESSES},
    plans.what_was: {"past": PAST},
    plans.brought: {"report": REPORTS, "file": [s.BIG]},
    plans.taken: {"report": REPORTS},
    plans.left: {},
    own.own_classes: {"classes": [[], s.TAUGHT, s.DOUBTS[0].candidates * 2]},
    exempt.listed: {"exemptions": [[], EXEMPTIONS[:1], EXEMPTIONS], "edits": (False, True)},
    exempt.choose_class: {"classes": [s.CLASSES]},
    exempt.choose_pupil: {"seats": [(), s.SEATS]},
    exempt.choose_subject: {"pupil": [s.BIG], "subjects": [[], [s.SUBJECT] * 25]},
    exempt.choose_kind: {"pupil": [s.BIG], "subject": [s.BIG]},
    exempt.ask_days: {},
    exempt.entered: {"one": EXEMPTIONS[:8]},
    own.lessons_of_class: {"lessons": [[], [LESSON] * 10]},
}
