"""Identifiers: whole numbers given by the database, each of a type of its own."""

from typing import NewType

PersonId = NewType("PersonId", int)
"""A pupil, a guardian and a member of staff are all persons; one person can be all three."""
AccountId = NewType("AccountId", int)
"""One person's access from one Telegram account (a row of `bindings`), never a Telegram id."""
CodeId = NewType("CodeId", int)
YearId = NewType("YearId", int)
TermId = NewType("TermId", int)
SpanId = NewType("SpanId", int)
"""Days of the calendar that differ from a plain week."""
BellRuleId = NewType("BellRuleId", int)
ChangeId = NewType("ChangeId", int)
"""A row of the log of changes."""
ClassId = NewType("ClassId", int)
GroupId = NewType("GroupId", int)
SubjectId = NewType("SubjectId", int)
EntryId = NewType("EntryId", int)
"""A line of the timetable: weekday, position, subject, classes, teachers; a lesson is an entry on a day."""
LessonId = NewType("LessonId", int)
"""A lesson of which something is written; it comes into being with the first thing written."""
MarkId = NewType("MarkId", int)
WorkKindId = NewType("WorkKindId", int)
DebtId = NewType("DebtId", int)
"""A work not handed in, of a pupil at a lesson."""
MarkRequestId = NewType("MarkRequestId", int)
"""A change of an old mark that waits for the deputy."""
HomeworkId = NewType("HomeworkId", int)
ExemptionId = NewType("ExemptionId", int)
MovementId = NewType("MovementId", int)
"""A pupil enrolled, moved to another class, or gone: proposed or in force."""
PlanId = NewType("PlanId", int)
BroughtFileId = NewType("BroughtFileId", int)
"""A file that the office brought through the chat."""
PlanTopicId = NewType("PlanTopicId", int)
"""A line of a curriculum plan (КТП)."""
TeacherAbsenceId = NewType("TeacherAbsenceId", int)
NoteId = NewType("NoteId", int)
RemarkId = NewType("RemarkId", int)
"""An absence that a guardian has announced."""
AnnouncementId = NewType("AnnouncementId", int)
ResultId = NewType("ResultId", int)
"""A term, year, exam or final mark of a pupil in a subject."""
DocumentId = NewType("DocumentId", int)
"""One version of a document of the school."""
HoldId = NewType("HoldId", int)
"""Messages held back together, until somebody decides."""
IncidentId = NewType("IncidentId", int)
"""A suspected leak of personal data."""
ErasureId = NewType("ErasureId", int)
"""Personal data of one person, asked to be erased."""
ThreadId = NewType("ThreadId", int)
TalkMessageId = NewType("TalkMessageId", int)
"""What was said in a thread."""
PollId = NewType("PollId", int)
PollOptionId = NewType("PollOptionId", int)
"""What can be chosen in a poll: words, or a slot."""
TemplateId = NewType("TemplateId", int)
HandoverId = NewType("HandoverId", int)
"""Threads of one member of staff, answered by another."""
FactId = NewType("FactId", int)
DeliveryId = NewType("DeliveryId", int)
"""A row of the outbox: one message for one account."""
InspectionId = NewType("InspectionId", int)
"""A look through the journal of a class or a teacher."""
InspectionRemarkId = NewType("InspectionRemarkId", int)
