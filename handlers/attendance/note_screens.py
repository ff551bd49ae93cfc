"""Announcing an absence: whose, when, why; and what others read of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypedDict

from aiogram.filters.callback_data import CallbackData

from domain.attendance.notes import AbsenceNote, NoteCard, NoteReason, Span
from domain.ids import NoteId, PersonId
from domain.messaging.contents import NoteNews
from domain.roles.people import PersonName
from domain.school.roster import Seat
from domain.school.timetable import PlannedLesson
from handlers.attendance.absences_buttons import ShowAbsences
from handlers.attendance.note_buttons import (
    Announce,
    AnnounceNow,
    AskNoteDays,
    AskNoteReason,
    AskWords,
    CancelNote,
    ChooseDays,
    ChooseLessons,
    ChooseReason,
    OpenNote,
    SetNoteDays,
    SetNoteReason,
    ShowPaper,
    packed_span,
)
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts


class _About(TypedDict):
    """Of whom and when, as a button carries it."""

    pupil: int
    span: str


TYPED = NoteReason.OTHER
"""Its words are asked for."""


def choose_child(texts: Texts, children: Sequence[Seat], span: Span | None, reason: NoteReason | None) -> Screen:
    """What the line has said already is not asked again."""
    rows = [[Button(seat.name.listed, _next(seat.pupil, span, reason))] for seat in children]
    return Screen(texts("note-choose-child"), [*rows, [_menu(texts)]])


def days(texts: Texts, seat: Seat, offered: Sequence[date], note: NoteId | None = None) -> Screen:
    """A day by itself, all days from the first offered until it, or some of its lessons."""

    def to(span: Span) -> CallbackData:
        if note is not None:
            return SetNoteDays(note=note, span=packed_span(span))
        return ChooseReason(pupil=seat.pupil, span=packed_span(span))

    rows = [_day_row(texts, seat, day, offered[0], to, lessons=note is None) for day in offered]
    back = Button(texts("back"), OpenNote(note=note) if note is not None else AnnounceNow())
    key = "note-choose-days" if offered else "note-no-days"
    return Screen(texts(key, name=seat.name.given), [*rows, [back, _menu(texts)]])


def lessons(texts: Texts, seat: Seat, day: date, planned: Sequence[PlannedLesson]) -> Screen:
    """Each lesson alone, from it to the day's end, from the day's beginning to it."""

    def to(start: int | None, end: int | None) -> ChooseReason:
        return ChooseReason(pupil=seat.pupil, span=packed_span(Span(day, day, start, end)))

    rows = [
        [
            Button(f"{one.position}. {one.subject.short}", to(one.position, one.position)),
            Button(texts("note-from-lesson", position=one.position), to(one.position, None)),
            Button(texts("note-until-lesson", position=one.position), to(None, one.position)),
        ]
        for one in planned
    ]
    back = Button(texts("back"), ChooseDays(pupil=seat.pupil))
    text = texts("note-choose-lessons", name=seat.name.given, day=texts.short_day(day))
    return Screen(text, [*rows, [back, _menu(texts)]])


def reasons(texts: Texts, seat: Seat, span: Span) -> Screen:
    def to(reason: NoteReason) -> CallbackData:
        about: _About = {"pupil": seat.pupil, "span": packed_span(span)}
        return AskWords(**about) if reason is TYPED else Announce(**about, to=reason)

    text = texts("note-choose-reason", name=seat.name.given, days=span_said(texts, span))
    return Screen(text, [*_reasons(texts, to), [Button(texts("back"), ChooseDays(pupil=seat.pupil)), _menu(texts)]])


def other_reasons(texts: Texts, card: NoteCard) -> Screen:
    """For what is announced already."""
    note = card.note
    text = texts("note-choose-reason", name=card.pupil_name.given, days=span_said(texts, note.span))
    back = Button(texts("back"), OpenNote(note=note.id))
    return Screen(text, [*_reasons(texts, lambda reason: SetNoteReason(note=note.id, to=reason)), [back]])


def ask_words(texts: Texts, name: PersonName, span: Span, pupil: PersonId) -> Screen:
    about: _About = {"pupil": pupil, "span": packed_span(span)}
    skip = Button(texts("note-without-words"), Announce(**about, to=TYPED))
    back = Button(texts("back"), ChooseReason(**about))
    return Screen(texts("note-ask-words", name=name.given, days=span_said(texts, span)), [[skip], [back]])


def own_note(texts: Texts, card: NoteCard) -> Screen:
    """As its guardians see it: what will happen, and how to put it right."""
    note = card.note
    if note.cancelled:
        again = Button(texts("note-again"), ChooseDays(pupil=note.pupil))
        return Screen(texts("note-cancelled", **_about(texts, card)), [[again], [_list(texts, note), _menu(texts)]])
    key = "note-saved-with-paper" if note.paper else "note-saved"
    rows = [
        [
            Button(texts("note-change-reason"), AskNoteReason(note=note.id)),
            Button(texts("note-change-days"), AskNoteDays(note=note.id)),
        ],
        [Button(texts("note-cancel"), CancelNote(note=note.id), style=Style.DANGER)],
        [_list(texts, note), _menu(texts)],
    ]
    return Screen(texts(key, **_about(texts, card)), rows)


def note_news(news: NoteNews, texts: Texts) -> Screen:
    """To the other guardian and the class teacher."""
    card = news.card
    became = "cancelled" if card.note.cancelled else "changed" if news.correction else "new"
    text = texts(f"note-told-{became}", **_about(texts, card), class_name=card.class_name, by=card.by.polite)
    paper = [Button(texts("note-show-paper"), ShowPaper(note=card.note.id))] if card.note.paper else []
    return Screen(text, [paper] if paper else [])


def span_said(texts: Texts, span: Span) -> Markup:
    """«ср 25.11», «ср 25.11 – пт 27.11», «ср 25.11, со 2-го урока», «ср 25.11, уроки 3–5»."""
    first, last = texts.short_day(span.first), texts.short_day(span.last)
    said = first if span.first == span.last else f"{first} – {last}"
    if span.whole_days:
        return Markup(said)
    return Markup(f"{said}, {_lessons_said(texts, span)}")


def reason_said(texts: Texts, note: AbsenceNote) -> Markup:
    """The reason, and what was typed with it."""
    said = texts(f"note-reason-{note.reason}")
    return texts("note-reason-with-words", reason=said, words=note.words) if note.words else said


def _lessons_said(texts: Texts, span: Span) -> Markup:
    if span.end is None:
        return texts("note-from-lesson", position=span.start or 1)
    if span.start is None:
        return texts("note-until-lesson", position=span.end)
    if span.start == span.end:
        return texts("note-one-lesson", position=span.start)
    return texts("note-lessons", start=span.start, end=span.end)


def _about(texts: Texts, card: NoteCard) -> dict[str, object]:
    return {
        "name": card.pupil_name.listed,
        "days": span_said(texts, card.note.span),
        "reason": reason_said(texts, card.note),
    }


def _next(pupil: PersonId, span: Span | None, reason: NoteReason | None) -> CallbackData:
    if span is None:
        return ChooseDays(pupil=pupil)
    if reason is None:
        return ChooseReason(pupil=pupil, span=packed_span(span))
    return Announce(pupil=pupil, span=packed_span(span), to=reason)


def _day_row(
    texts: Texts, seat: Seat, day: date, first: date, to: Callable[[Span], CallbackData], *, lessons: bool
) -> list[Button]:
    said = texts.short_day(day)
    row = [Button(said, to(Span(day, day)))]
    row += [Button(texts("note-until-day", day=said), to(Span(first, day)))] if day > first else []
    some = ChooseLessons(pupil=seat.pupil, day=packed(day))
    return [*row, *([Button(texts("note-some-lessons"), some)] if lessons else [])]


def _reasons(texts: Texts, to: Callable[[NoteReason], CallbackData]) -> Iterable[list[Button]]:
    return in_rows((Button(texts(f"note-say-{reason}"), to(reason)) for reason in NoteReason), 2)


def _list(texts: Texts, note: AbsenceNote) -> Button:
    return Button(texts("note-to-absences"), ShowAbsences(pupil=note.pupil))


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
