"""An absence, as guardians and teachers are told of it."""

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard
from domain.attendance.presence import Presence
from handlers.attendance.absences_buttons import TakeAlarm
from handlers.attendance.buttons import AnswerAbsence
from handlers.kit.screen import Button, Screen, Style
from handlers.texts.translator import Markup, Texts

ASKS = frozenset({Presence.ABSENT})
"""Of what a guardian is asked: what the teacher has explained already needs no answer."""


def absence(texts: Texts, card: AbsenceCard) -> Screen:
    """To a guardian: who, which lesson, when; four answers, or the one that was given."""
    text = _told(texts, card)
    if card.answer is not None:
        return Screen(f"{text}\n\n{_answered(texts, card.answer)}")
    if card.status not in ASKS:
        return Screen(text)
    return Screen(f"{text}\n{texts('absence-ask')}", _answers(texts, card))


def absence_corrected(texts: Texts, card: AbsenceCard, before: str | None) -> Screen:
    """What was told has changed: «исправлено: не был(а) → был(а) на уроке»."""
    was = texts(f"absence-was-{before or Presence.ABSENT}")
    now = texts(f"absence-was-{card.status}")
    text = texts("absence-corrected", name=card.pupil_name.given, lesson=_lesson(texts, card), before=was, now=now)
    return Screen(text)


def absence_closed(texts: Texts, card: AbsenceCard) -> Screen:
    """The other guardian's card, once the first has answered."""
    said = _answered_by_other(texts, card.answer) if card.answer else ""
    return Screen(f"{_told(texts, card)}\n\n{said}")


def answer_taken(texts: Texts, card: AbsenceCard) -> Screen:
    """The guardian's own card after the tap."""
    return absence(texts, card)


def answer_told(texts: Texts, card: AbsenceCard) -> Screen:
    """To the teacher and the class teacher; «не знал(а)!» is shouted, with a button to take it up."""
    if card.answer is Answer.UNKNOWN:
        return _alarm(texts, card, "absence-alarm")
    answer = texts(f"absence-said-{card.answer or Answer.KNOWN}")
    return Screen(texts("absence-answer-told", **_whose(texts, card), answer=answer))


def alarm(texts: Texts, card: AbsenceCard) -> Screen:
    """To the deputies: nobody has taken it up."""
    return _alarm(texts, card, "alarm-unanswered")


def alarm_answered(texts: Texts, card: AbsenceCard) -> Screen:
    """After the tap: taken by this person, or by who was first."""
    return _alarm(texts, card, "absence-alarm")


def alarm_taken(texts: Texts, card: AbsenceCard) -> Screen:
    """To the guardians: who looks for their child."""
    by = card.taken_by.polite if card.taken_by else ""
    return Screen(texts("alarm-taken-told", **_whose(texts, card), by=by))


def _alarm(texts: Texts, card: AbsenceCard, key: str) -> Screen:
    text = texts(key, **_whose(texts, card))
    if card.taken_by is not None:
        return Screen(f"{text}\n\n{texts('alarm-taken-by', by=card.taken_by.polite)}")
    take = TakeAlarm(lesson=card.lesson, pupil=card.pupil)
    return Screen(text, [[Button(texts("alarm-take"), take, style=Style.DANGER)]])


def _whose(texts: Texts, card: AbsenceCard) -> dict[str, object]:
    return {"name": card.pupil_name.listed, "class_name": card.class_name, "lesson": _lesson(texts, card)}


def _told(texts: Texts, card: AbsenceCard) -> Markup:
    minutes = card.minutes or 0
    return texts(
        f"absence-told-{card.status}", name=card.pupil_name.given, lesson=_lesson(texts, card), minutes=minutes
    )


def _lesson(texts: Texts, card: AbsenceCard) -> Markup:
    day = texts.on_day(card.day)
    if card.starts is None:
        return texts("absence-lesson", position=card.position, subject=card.subject, day=day)
    time = texts.time(card.starts)
    return texts("absence-lesson-timed", position=card.position, subject=card.subject, day=day, time=time)


def _answers(texts: Texts, card: AbsenceCard) -> list[list[Button]]:
    def say(answer: Answer, style: Style | None = None) -> Button:
        action = AnswerAbsence(lesson=card.lesson, pupil=card.pupil, to=answer)
        return Button(texts(f"absence-say-{answer}"), action, style=style)

    return [
        [say(Answer.ILL), say(Answer.LATE)],
        [say(Answer.KNOWN), say(Answer.UNKNOWN, Style.DANGER)],
    ]


def _answered(texts: Texts, answer: Answer) -> Markup:
    return texts(f"absence-answered-{answer}")


def _answered_by_other(texts: Texts, answer: Answer) -> Markup:
    return texts("absence-answered-by-other", answer=texts(f"absence-said-{answer}"))
