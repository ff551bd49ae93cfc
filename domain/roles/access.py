"""Who may do what, to what: the one table. A use case asks it first; an action without a line is refused.

Source: the regulation, clauses 1.6, 2.1-2.3 and 3, as `Reach` by role.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from domain.errors import NotAllowed
from domain.ids import ClassId, PersonId
from domain.roles.people import FAMILY, STAFF, Actor, Role
from domain.roles.watching import Glance, note
from domain.roles.writing_gate import ask_to_write


class Reach(Enum):
    """How far a role's permission goes."""

    SELF = "own person"
    CHILD = "own child"
    CLASS = "own class, as its class teacher"
    LESSON = "lessons that this person gives (or substitutes) that day"
    TAUGHT = "classes in which this person teaches"
    COURSE = "subjects of classes that this person teaches, by timetable or load"
    SCHOOL = "whole school"


class Action(StrEnum):
    SEE_OWN_ACCESS = "see_own_access"
    LEAVE = "leave"
    CHANGE_OWN_SETTINGS = "change_own_settings"
    ISSUE_FAMILY_CODE = "issue_family_code"
    ISSUE_STAFF_CODE = "issue_staff_code"
    SEE_CLASS_ACCESS = "see_class_access"
    REVOKE_ACCESS = "revoke_access"
    CONFIRM_GUARDIAN = "confirm_guardian"
    DISOWN_PHONE = "disown_phone"
    RESTRICT_GUARDIAN = "restrict_guardian"
    SEE_STAFF_ACCESS = "see_staff_access"
    REVOKE_MANY = "revoke_many"
    RESET_PIN = "reset_pin"
    HEAR_OF_GUESSING = "hear_of_guessing"
    SEE_OWN_CONSENT = "see_own_consent"
    WITHDRAW_CONSENT = "withdraw_consent"
    SEE_CONSENTS = "see_consents"
    RECORD_CONSENT = "record_consent"
    PUBLISH_CONSENT = "publish_consent"
    SEE_DOCUMENTS = "see_documents"
    PUBLISH_DOCUMENT = "publish_document"
    SEE_WHO_READ = "see_who_read"
    SEE_PUPIL_DIARY = "see_pupil_diary"
    SEE_CLASS_TIMETABLE = "see_class_timetable"
    SEE_WHEREABOUTS = "see_whereabouts"
    CHANGE_TIMETABLE = "change_timetable"
    SEE_CHANGES = "see_changes"
    SEE_SUBSTITUTIONS = "see_substitutions"
    SEE_OWN_LESSONS = "see_own_lessons"
    SEE_LESSON = "see_lesson"
    TAKE_ROLL_CALL = "take_roll_call"
    SET_MARK = "set_mark"
    SEE_MARK_HISTORY = "see_mark_history"
    UNDO_TOUCH = "undo_touch"
    ASK_MARK_CHANGE = "ask_mark_change"
    DECIDE_MARK_CHANGE = "decide_mark_change"
    SET_TOPIC = "set_topic"
    IMPORT_PLAN = "import_plan"
    SEE_CALENDAR = "see_calendar"
    SET_CALENDAR = "set_calendar"
    SEE_BELLS = "see_bells"
    SET_BELLS = "set_bells"
    IMPORT_LISTS = "import_lists"
    IMPORT_TIMETABLE = "import_timetable"
    EXPORT_LISTS = "export_lists"
    EXEMPT_PUPIL = "exempt_pupil"
    SEE_EXEMPTIONS = "see_exemptions"
    MOVE_PUPIL = "move_pupil"
    PROPOSE_MOVEMENT = "propose_movement"
    SEE_MOVEMENT = "see_movement"
    CONFIRM_LIST = "confirm_list"
    TURN_YEAR = "turn_year"
    SET_HOMEWORK = "set_homework"
    TICK_HOMEWORK = "tick_homework"
    SEE_PUPIL_MARKS = "see_pupil_marks"
    SEE_RESULTS = "see_results"
    SET_RESULT = "set_result"
    SEE_CLOSING = "see_closing"
    CLOSE_TERM = "close_term"
    WRITE_REMARK = "write_remark"
    TAKE_REMARK_BACK = "take_remark_back"
    SEE_REMARKS = "see_remarks"
    ANSWER_ABSENCE = "answer_absence"
    ANNOUNCE_ABSENCE = "announce_absence"
    SEE_ABSENCE_NOTE = "see_absence_note"
    TAKE_ALARM = "take_alarm"
    SEE_CLASS_ABSENCES = "see_class_absences"
    SETTLE_ABSENCE = "settle_absence"
    ANNOUNCE_TO_CLASS = "announce_to_class"
    SEE_ANNOUNCEMENT_STATE = "see_announcement_state"
    CHANGE_ANNOUNCEMENT = "change_announcement"
    ANNOUNCE_TO_TAUGHT = "announce_to_taught"
    ANNOUNCE_TO_STAFF = "announce_to_staff"
    ANNOUNCE_TO_SCHOOL = "announce_to_school"
    WRITE_URGENTLY = "write_urgently"
    ACKNOWLEDGE = "acknowledge"
    ANSWER_POLL = "answer_poll"
    WRITE_TO_SCHOOL = "write_to_school"
    WRITE_TO_FAMILY = "write_to_family"
    WRITE_TO_STAFF = "write_to_staff"
    ASK_ADMINISTRATOR = "ask_administrator"
    SEE_THREAD = "see_thread"
    ANSWER_THREAD = "answer_thread"
    SEE_CHILD_THREAD = "see_child_thread"
    SIT_AT_ADMINISTRATION = "sit_at_administration"
    SIT_AT_HELP = "sit_at_help"
    TAKE_OUT_THREAD = "take_out_thread"
    KEEP_TEMPLATES = "keep_templates"
    HAND_OVER_THREADS = "hand_over_threads"
    LIMIT_WRITING = "limit_writing"
    SIGN_DIARY = "sign_diary"
    SEE_SIGNATURES = "see_signatures"
    DECIDE_HOLD = "decide_hold"
    CHOOSE_NOTIFICATIONS = "choose_notifications"
    OPEN_NEWS = "open_news"
    SEE_AUDIT = "see_audit"
    SEE_WHO_LOOKED = "see_who_looked"
    TAKE_OUT_DATA = "take_out_data"
    HANDLE_INCIDENT = "handle_incident"
    TAKE_OWN_DATA = "take_own_data"
    ASK_ERASURE = "ask_erasure"
    ERASE_PERSON = "erase_person"
    SEE_CLASS_DUTIES = "see_class_duties"
    REMIND_TEACHER = "remind_teacher"
    SEE_DEADLINES = "see_deadlines"
    SEE_CONTROL = "see_control"
    SEE_ACHIEVEMENT = "see_achievement"
    INSPECT = "inspect"
    SEE_INSPECTIONS = "see_inspections"
    MEND_REMARK = "mend_remark"
    SEE_OVERVIEW = "see_overview"
    SEE_JOURNAL_PAGE = "see_journal_page"
    SEE_CLASS_SHEETS = "see_class_sheets"
    SEE_TEACHER_REPORT = "see_teacher_report"
    SEE_REPORT_CARD = "see_report_card"


_EVERYONE = dict.fromkeys(Role, Reach.SELF)
_READS_ALL = {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL}
_LEADS = {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL, Role.ADMIN: Reach.SCHOOL}
_OFFICE = {Role.ADMIN: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL, Role.SECRETARY: Reach.SCHOOL}

ACCESS: Mapping[Action, Mapping[Role, Reach]] = {
    # 2.3: everyone answers for their own access
    Action.SEE_OWN_ACCESS: _EVERYONE,
    Action.LEAVE: _EVERYONE,
    Action.CHANGE_OWN_SETTINGS: _EVERYONE,
    # 2.2.1, 2.2.2, 3.1.4, 3.3.4, 3.3.9
    Action.ISSUE_FAMILY_CODE: {Role.ADMIN: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.ISSUE_STAFF_CODE: {Role.ADMIN: Reach.SCHOOL},
    Action.SEE_CLASS_ACCESS: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.REVOKE_ACCESS: {Role.ADMIN: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    # 2.2.2, 3.3.9: who holds a slip is known by who knows the family
    Action.CONFIRM_GUARDIAN: {Role.ADMIN: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    # 2.3: a new phone of the child's other adult is «not us»; of one's own the line of LEAVE serves
    Action.DISOWN_PHONE: {Role.GUARDIAN: Reach.CHILD},
    # 2.2.1, 2.3: of staff, and of many at once
    Action.SEE_STAFF_ACCESS: {Role.ADMIN: Reach.SCHOOL},
    Action.REVOKE_MANY: {Role.ADMIN: Reach.SCHOOL},
    Action.RESET_PIN: {Role.ADMIN: Reach.SCHOOL},
    # 2.3: a court's order is carried out by who answers for access, or the head of the school
    Action.RESTRICT_GUARDIAN: {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL},
    Action.HEAR_OF_GUESSING: {Role.ADMIN: Reach.SCHOOL},
    # 2.1, 3.1.5, 3.3.5: consent is a document of its own; the class teacher collects those on paper
    Action.SEE_OWN_CONSENT: {Role.GUARDIAN: Reach.SELF},
    Action.WITHDRAW_CONSENT: {Role.GUARDIAN: Reach.SELF},
    Action.SEE_CONSENTS: {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.RECORD_CONSENT: {Role.ADMIN: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.PUBLISH_CONSENT: {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL},
    # 3.5, 3.6: the site editor publishes, everyone concerned opens; who has read is seen by who answers for it
    Action.SEE_DOCUMENTS: _EVERYONE,
    Action.PUBLISH_DOCUMENT: {Role.ADMIN: Reach.SCHOOL, Role.SITE_EDITOR: Reach.SCHOOL},
    Action.SEE_WHO_READ: {**_READS_ALL, Role.SITE_EDITOR: Reach.SCHOOL},
    # 1.4.4, 3.3.6, 3.3.7
    Action.SEE_PUPIL_DIARY: {
        **_READS_ALL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.GUARDIAN: Reach.CHILD,
        Role.PUPIL: Reach.SELF,
    },
    Action.SEE_PUPIL_MARKS: {
        **_READS_ALL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.GUARDIAN: Reach.CHILD,
        Role.PUPIL: Reach.SELF,
    },
    # 1.4.2: results are set by who teaches the subject, and closed by the deputy
    Action.SEE_RESULTS: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS, Role.TEACHER: Reach.COURSE},
    Action.SET_RESULT: {Role.TEACHER: Reach.COURSE},
    Action.SEE_CLOSING: _READS_ALL,
    Action.CLOSE_TERM: {Role.DEPUTY: Reach.SCHOOL},
    # the timetable of a class hangs on the school's wall: every member of staff reads it
    Action.SEE_CLASS_TIMETABLE: dict.fromkeys(STAFF, Reach.SCHOOL),
    # 2.1.1: where a class, a teacher or a room is, and who is free, only among staff
    Action.SEE_WHEREABOUTS: dict.fromkeys(STAFF, Reach.SCHOOL),
    # 2.1.1: substitutions, cancellations and moves; with them goes the lesson's journal, so no secretary (3.2),
    # and the director reads only (3.7.2)
    Action.CHANGE_TIMETABLE: {Role.ADMIN: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.SEE_CHANGES: dict.fromkeys(STAFF, Reach.SCHOOL),
    # 3.6.2, 3.7.2: who substituted for whom; a teacher reads their own
    Action.SEE_SUBSTITUTIONS: {**_READS_ALL, Role.TEACHER: Reach.SELF},
    Action.SEE_OWN_LESSONS: {Role.TEACHER: Reach.SELF},
    # 3.4.1, 3.4.2
    Action.SEE_LESSON: {**_READS_ALL, Role.TEACHER: Reach.LESSON, Role.CLASS_TEACHER: Reach.CLASS},
    Action.TAKE_ROLL_CALL: {Role.TEACHER: Reach.LESSON},
    Action.SET_MARK: {Role.TEACHER: Reach.LESSON},
    # 1.3, 1.4.1: who changed a mark, when, from what to what, is read by who may see its lesson
    Action.SEE_MARK_HISTORY: {**_READS_ALL, Role.TEACHER: Reach.LESSON, Role.CLASS_TEACHER: Reach.CLASS},
    # 1.3: whose mark another changed takes that back; an old mark is changed by its teacher with the deputy's consent
    Action.UNDO_TOUCH: {Role.TEACHER: Reach.SELF},
    Action.ASK_MARK_CHANGE: {Role.TEACHER: Reach.LESSON},
    Action.DECIDE_MARK_CHANGE: {Role.DEPUTY: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL},
    Action.SET_TOPIC: {Role.TEACHER: Reach.LESSON},
    # 3.1: the year and the bells hang on the school's wall; who keeps the timetable changes them
    Action.SEE_CALENDAR: _EVERYONE,
    Action.SET_CALENDAR: _OFFICE,
    Action.SEE_BELLS: _EVERYONE,
    Action.SET_BELLS: _OFFICE,
    # 3.2: by an order, so whoever keeps the lists enters it; who teaches sees it at the lesson
    Action.EXEMPT_PUPIL: {Role.ADMIN: Reach.SCHOOL, Role.SECRETARY: Reach.SCHOOL},
    Action.SEE_EXEMPTIONS: {
        **_READS_ALL,
        Role.SECRETARY: Reach.SCHOOL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.GUARDIAN: Reach.CHILD,
        Role.PUPIL: Reach.SELF,
    },
    # 3.3.2, 3.3.3: the office keeps the lists; a class teacher proposes changes of the own one, and confirms it
    Action.MOVE_PUPIL: {Role.ADMIN: Reach.SCHOOL, Role.SECRETARY: Reach.SCHOOL},
    Action.PROPOSE_MOVEMENT: {Role.CLASS_TEACHER: Reach.CLASS},
    Action.SEE_MOVEMENT: {**_READS_ALL, Role.SECRETARY: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.CONFIRM_LIST: {Role.CLASS_TEACHER: Reach.CLASS},
    Action.TURN_YEAR: {Role.ADMIN: Reach.SCHOOL},
    # 3.4.1, 3.6.2: whoever gives the subject to the class brings its plan
    Action.IMPORT_PLAN: {Role.ADMIN: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL, Role.TEACHER: Reach.LESSON},
    # 3.1, 3.2: lists are the secretary's and the administrator's, the timetable the deputy's too
    Action.IMPORT_LISTS: {Role.ADMIN: Reach.SCHOOL, Role.SECRETARY: Reach.SCHOOL},
    Action.IMPORT_TIMETABLE: {Role.ADMIN: Reach.SCHOOL, Role.SECRETARY: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.EXPORT_LISTS: {Role.ADMIN: Reach.SCHOOL, Role.SECRETARY: Reach.SCHOOL},
    Action.SET_HOMEWORK: {Role.TEACHER: Reach.LESSON},
    # 3.4.2: only the pupil says that it is done; guardians see it
    Action.TICK_HOMEWORK: {Role.PUPIL: Reach.SELF},
    # 1.4.5, 3.3.1: who gives the lesson or leads the class writes into the diary, and takes back only their own words
    Action.WRITE_REMARK: {Role.TEACHER: Reach.LESSON, Role.CLASS_TEACHER: Reach.CLASS},
    Action.TAKE_REMARK_BACK: {Role.TEACHER: Reach.SELF, Role.CLASS_TEACHER: Reach.SELF},
    Action.SEE_REMARKS: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    # 3.3.7: only a guardian says why a child is away, and raises the alarm that «не знал(а)!» is
    Action.ANSWER_ABSENCE: {Role.GUARDIAN: Reach.CHILD},
    # 3.3.7: and only a guardian announces one
    Action.ANNOUNCE_ABSENCE: {Role.GUARDIAN: Reach.CHILD},
    Action.SEE_ABSENCE_NOTE: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS, Role.GUARDIAN: Reach.CHILD},
    # 3.3.7: whoever gives the lesson or leads the class looks for the child, or the administration
    Action.TAKE_ALARM: {
        Role.DIRECTOR: Reach.SCHOOL,
        Role.DEPUTY: Reach.SCHOOL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.TEACHER: Reach.LESSON,
    },
    # 3.3.7: missed lessons of the class with their reasons, totals by pupil, week and term
    Action.SEE_CLASS_ABSENCES: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.SETTLE_ABSENCE: {Role.CLASS_TEACHER: Reach.CLASS},
    # 3.3.8
    Action.ANNOUNCE_TO_CLASS: {
        Role.DIRECTOR: Reach.SCHOOL,
        Role.DEPUTY: Reach.SCHOOL,
        Role.ADMIN: Reach.SCHOOL,
        Role.CLASS_TEACHER: Reach.CLASS,
    },
    Action.SEE_ANNOUNCEMENT_STATE: dict.fromkeys(STAFF, Reach.SELF),
    Action.CHANGE_ANNOUNCEMENT: dict.fromkeys(STAFF, Reach.SELF),
    # 3.4.3: a teacher reaches the families of those whom they teach
    Action.ANNOUNCE_TO_TAUGHT: {Role.TEACHER: Reach.TAUGHT},
    Action.ANNOUNCE_TO_STAFF: _LEADS,
    Action.ANNOUNCE_TO_SCHOOL: _LEADS,
    # at any hour, and logged
    Action.WRITE_URGENTLY: {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.ACKNOWLEDGE: dict.fromkeys(Role, Reach.SELF),
    Action.ANSWER_POLL: {**dict.fromkeys(STAFF, Reach.SELF), Role.GUARDIAN: Reach.CHILD, Role.PUPIL: Reach.SELF},
    # 1.4.5: families begin with who teaches or leads the own child's class, or with the administration
    Action.WRITE_TO_SCHOOL: {Role.GUARDIAN: Reach.CHILD, Role.PUPIL: Reach.SELF},
    Action.WRITE_TO_FAMILY: {**_LEADS, Role.CLASS_TEACHER: Reach.CLASS, Role.TEACHER: Reach.TAUGHT},
    Action.WRITE_TO_STAFF: dict.fromkeys(STAFF, Reach.SCHOOL),
    # 3.1.7
    Action.ASK_ADMINISTRATOR: _EVERYONE,
    # what one is a member of; whoever sits at a desk by today's role is one
    Action.SEE_THREAD: _EVERYONE,
    Action.ANSWER_THREAD: _EVERYONE,
    Action.TAKE_OUT_THREAD: _EVERYONE,
    Action.SEE_CHILD_THREAD: {Role.GUARDIAN: Reach.CHILD},
    Action.SIT_AT_ADMINISTRATION: {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.SIT_AT_HELP: {Role.ADMIN: Reach.SCHOOL},
    Action.KEEP_TEMPLATES: dict.fromkeys(STAFF, Reach.SELF),
    Action.HAND_OVER_THREADS: {
        Role.ADMIN: Reach.SCHOOL,
        Role.DEPUTY: Reach.SCHOOL,
        Role.TEACHER: Reach.SELF,
        Role.CLASS_TEACHER: Reach.SELF,
    },
    Action.LIMIT_WRITING: {Role.ADMIN: Reach.SCHOOL},
    # 1.4.4: the week of the diary, seen and signed
    Action.SIGN_DIARY: {Role.GUARDIAN: Reach.CHILD},
    Action.SEE_SIGNATURES: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    # 1.4.4: whether so many families shall be told at once
    Action.DECIDE_HOLD: {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.CHOOSE_NOTIFICATIONS: dict.fromkeys(FAMILY, Reach.SELF),
    # what one's own account was sent without its content
    Action.OPEN_NEWS: _EVERYONE,
    # 1.4.1, 2.1, 2.3: who looked at whom; the family reads it of the own child
    Action.SEE_AUDIT: {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL},
    Action.SEE_WHO_LOOKED: {Role.GUARDIAN: Reach.CHILD},
    # 2.1: what leaves the journal as a file, beside the action that the file is of
    Action.TAKE_OUT_DATA: {
        **_READS_ALL,
        Role.SECRETARY: Reach.SCHOOL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.TEACHER: Reach.TAUGHT,
    },
    # 2.3, 152-FZ article 21 part 3.1
    Action.HANDLE_INCIDENT: {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL},
    # 3.1.5, 3.3.5, 152-FZ articles 14 and 21: what is held of oneself, who looked at it, and its end
    Action.TAKE_OWN_DATA: _EVERYONE,
    Action.ASK_ERASURE: _EVERYONE,
    Action.ERASE_PERSON: {Role.ADMIN: Reach.SCHOOL},
    # 3.3.1: what is not filled in of a class's lessons, and who is asked for it
    Action.SEE_CLASS_DUTIES: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.REMIND_TEACHER: {Role.DEPUTY: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    # what everyone of the staff owes by a day
    Action.SEE_DEADLINES: dict.fromkeys(STAFF, Reach.SELF),
    # 3.6.2, 3.7.2: how the journal is kept; the director reads only
    Action.SEE_CONTROL: _READS_ALL,
    Action.INSPECT: {Role.DEPUTY: Reach.SCHOOL},
    Action.SEE_INSPECTIONS: {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.MEND_REMARK: {Role.TEACHER: Reach.SELF},
    Action.SEE_OVERVIEW: {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    # 3.3.6, 3.6.3: results, by whoever answers for them
    Action.SEE_ACHIEVEMENT: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS, Role.TEACHER: Reach.COURSE},
    # 1.4.3, 1.5: the forms that schools know
    Action.SEE_JOURNAL_PAGE: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS, Role.TEACHER: Reach.COURSE},
    Action.SEE_CLASS_SHEETS: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.SEE_TEACHER_REPORT: {**_READS_ALL, Role.TEACHER: Reach.SELF},
    Action.SEE_REPORT_CARD: {
        **_READS_ALL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.GUARDIAN: Reach.CHILD,
        Role.PUPIL: Reach.SELF,
    },
}

WATCHED = frozenset(
    {
        Action.SEE_PUPIL_DIARY,
        Action.SEE_PUPIL_MARKS,
        Action.SEE_RESULTS,
        Action.SEE_LESSON,
        Action.SEE_MARK_HISTORY,
        Action.SEE_REMARKS,
        Action.SEE_EXEMPTIONS,
        Action.SEE_ABSENCE_NOTE,
        Action.SEE_CLASS_ABSENCES,
        Action.SEE_CLASS_ACCESS,
        Action.SEE_ACHIEVEMENT,
        Action.SEE_JOURNAL_PAGE,
        Action.SEE_CLASS_SHEETS,
        Action.SEE_REPORT_CARD,
    }
)
"""Reads of others' data, kept in the audit log; what is written stands in the change log."""


NO_PIN = frozenset({Action.TAKE_ALARM, Action.HEAR_OF_GUESSING})
"""Of staff, and yet never behind the PIN: a child is looked for at once, and hearing writes nothing."""
WANTS_PIN = frozenset(
    action
    for action, row in ACCESS.items()
    if STAFF.issuperset(row) and not action.startswith("see_") and action not in NO_PIN
)
"""Writing actions of staff: where the school asks for it (STAFF_PIN), they want the PIN (`writing_gate.py`)."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is acted upon. Only what is given is compared: a target of nobody is in the reach of `SCHOOL` alone."""

    person: PersonId | None = None
    """The person (or pupil) concerned."""
    classes: tuple[ClassId, ...] = ()
    """The classes concerned; one's own is enough for a lesson of several classes."""
    teachers: tuple[PersonId, ...] = ()
    """Who gives the lesson that day."""
    course_teachers: tuple[PersonId, ...] = ()
    """Who teaches the subject in the class, by timetable or load."""


def allowed(actor: Actor, action: Action, target: Target) -> bool:
    """Whether a role of the actor has a line that reaches the target.

    Raises `PinNeeded` within a transaction of staff whose PIN is due, for what they may write.
    """
    row = ACCESS.get(action, {})
    reached = any(_reaches(actor, row[role], target) for role in actor.roles if role in row)
    if reached and action in WANTS_PIN:
        ask_to_write()
    return reached


def sees(actor: Actor, action: Action, target: Target) -> bool:
    """As `allowed`, asked for a read that follows: it is noted for the audit log."""
    if not allowed(actor, action, target):
        return False
    if action in WATCHED:
        note(_glances(actor, action, target))
    return True


def require(actor: Actor, action: Action, target: Target) -> None:
    """As `sees`; raises `NotAllowed` unless a role of the actor has a line that reaches the target."""
    if not sees(actor, action, target):
        raise NotAllowed


def reach_of(actor: Actor, action: Action) -> frozenset[Reach]:
    """The reaches that the actor's roles have for an action: what a menu shows and a list is narrowed to."""
    row = ACCESS.get(action, {})
    return frozenset(row[role] for role in actor.roles if role in row)


def _glances(actor: Actor, action: Action, target: Target) -> Iterator[Glance]:
    """Nothing of the own person and children, nor of lessons that the actor gives."""
    if actor.person in (*target.teachers, *target.course_teachers):
        return
    if target.person is None:
        yield from (Glance(actor.person, action, class_id=one) for one in target.classes or (None,))
    elif target.person not in (actor.person, *actor.children):
        yield Glance(actor.person, action, target.person)


def _reaches(actor: Actor, reach: Reach, target: Target) -> bool:
    match reach:
        case Reach.SCHOOL:
            return True
        case Reach.SELF:
            return target.person == actor.person
        case Reach.CHILD:
            return target.person in actor.children
        case Reach.CLASS:
            return not set(target.classes).isdisjoint(actor.own_classes)
        case Reach.LESSON:
            return actor.person in target.teachers
        case Reach.TAUGHT:
            return not set(target.classes).isdisjoint(actor.taught_classes)
        case Reach.COURSE:
            return actor.person in target.course_teachers
