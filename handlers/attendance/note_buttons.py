"""What is tapped to announce an absence, to change it, to see it."""

from aiogram.filters.callback_data import CallbackData

from domain.attendance.notes import NoteReason, Span
from domain.errors import NotFound
from domain.roles.access import Action
from handlers.kit.days import day_of, packed
from handlers.kit.menu import MenuItem, Section


class _OfSpan(CallbackData, prefix="_n"):
    span: str
    """Two days as yymmdd, then the first and the last lesson as two digits each, 00 for none."""

    @property
    def meant(self) -> Span:
        """Raises `NotFound` for what is no span: buttons are a stranger's until they are checked."""
        said = self.span
        if len(said) != 16 or not said.isdecimal():
            raise NotFound
        return Span(day_of(said[:6]), day_of(said[6:12]), int(said[12:14]) or None, int(said[14:]) or None)


def packed_span(span: Span) -> str:
    return f"{packed(span.first)}{packed(span.last)}{span.start or 0:02}{span.end or 0:02}"


class AnnounceNow(CallbackData, prefix="ab"):
    """«Не придём»: of which child, or, with one, which days."""


class ChooseDays(CallbackData, prefix="abd"):
    pupil: int


class ChooseLessons(CallbackData, prefix="abl"):
    pupil: int
    day: str


class ChooseReason(_OfSpan, prefix="abr"):
    pupil: int


class AskWords(_OfSpan, prefix="abw"):
    """Another reason, to be typed."""

    pupil: int


class Announce(_OfSpan, prefix="aba"):
    pupil: int
    to: NoteReason


class OpenNote(CallbackData, prefix="abn"):
    note: int


class AskNoteReason(CallbackData, prefix="abq"):
    note: int


class SetNoteReason(CallbackData, prefix="abs"):
    note: int
    to: NoteReason


class AskNoteDays(CallbackData, prefix="abe"):
    note: int


class SetNoteDays(_OfSpan, prefix="abf"):
    note: int


class CancelNote(CallbackData, prefix="abc"):
    note: int


class ShowPaper(CallbackData, prefix="abp"):
    note: int


MENU = (MenuItem(Section.FAMILY, "note-menu", AnnounceNow(), Action.ANNOUNCE_ABSENCE),)
