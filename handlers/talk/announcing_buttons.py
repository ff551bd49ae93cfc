"""Typed callback data of announcements that are composed. `key` names the draft that the screen shows, no later one."""

from aiogram.filters.callback_data import CallbackData

from domain.ids import ClassId, GroupId
from domain.roles.access import Action
from domain.talk.audiences import Audience, Scope, ScopeKind
from handlers.kit.menu import MenuItem, Section


class OpenAnnouncing(CallbackData, prefix="ano"):
    """«Объявление»: to whom?"""


class ComposeFor(CallbackData, prefix="cfor"):
    """Asks for whom of them. `of`: a class, a grade or a subgroup; 0: the classes picked, or nothing to say."""

    kind: ScopeKind
    of: int = 0


class ComposeTo(CallbackData, prefix="cto"):
    kind: ScopeKind
    of: int
    audience: Audience


class ComposeLike(CallbackData, prefix="clike"):
    """To whom an earlier announcement of one's own went."""

    announcement: int


class PickClasses(CallbackData, prefix="cpick"):
    """`first`: a class picked already; 0: those picked so far."""

    first: int = 0


class PickClass(CallbackData, prefix="cclass"):
    class_id: int
    on: bool


class ChooseParallel(CallbackData, prefix="cgrade"):
    pass


class ChooseGroup(CallbackData, prefix="cgroup"):
    pass


class OpenMine(CallbackData, prefix="cmine"):
    """«Мои объявления»"""


class BackToControl(CallbackData, prefix="cback"):
    key: str


class LookAtDraft(CallbackData, prefix="clook"):
    """Shows it as it will be received."""

    key: str


class OnlyLook(CallbackData, prefix="conly"):
    """Under the preview: what its readers will press."""


class AskReaders(CallbackData, prefix="cask"):
    """«Ознакомлен»: whether it is asked."""

    key: str
    on: bool


class ChooseClosing(CallbackData, prefix="cend"):
    key: str


class CloseOn(CallbackData, prefix="cuntil"):
    """`day`: yymmdd; '' for no end."""

    key: str
    day: str


class ChooseMoment(CallbackData, prefix="clater"):
    key: str


class SendAt(CallbackData, prefix="cat"):
    """`at`: yymmddHHMM on the school's clock; '' for now."""

    key: str
    at: str


class MakeUrgent(CallbackData, prefix="curg"):
    """`sure`: the question was answered."""

    key: str
    on: bool
    sure: bool


class Reword(CallbackData, prefix="cword"):
    key: str


class SendAnnouncement(CallbackData, prefix="ans"):
    """`sure`: after the question that a text was held with."""

    key: str
    sure: bool = False


class DropAnnouncement(CallbackData, prefix="anx"):
    key: str


class TakeBack(CallbackData, prefix="anb"):
    """«Не отправлять», as long as it has not gone."""

    announcement: int


class OpenNotIn(CallbackData, prefix="cnot"):
    """«Ещё не вошли»"""


class NotInClass(CallbackData, prefix="cnotc"):
    class_id: int
    page: int = 0


def scope_said(kind: ScopeKind, of: int, picked: tuple[int, ...] = ()) -> Scope:
    """What a button means; whether it is there and within one's right is asked afterwards."""
    match kind:
        case ScopeKind.CLASSES:
            return Scope(kind, tuple(ClassId(one) for one in sorted({of} if of else {*picked})))
        case ScopeKind.DEBTS:
            return Scope(kind, (ClassId(of),) if of else ())
        case ScopeKind.PARALLEL:
            return Scope(kind, grade=of)
        case ScopeKind.GROUP:
            return Scope(kind, group=GroupId(of))
        case _:
            return Scope(kind)


def of_scope(scope: Scope) -> int:
    """What `scope_said` makes the scope of again; 0 for several classes."""
    match scope.kind:
        case ScopeKind.PARALLEL:
            return scope.grade or 0
        case ScopeKind.GROUP:
            return scope.group or 0
        case _:
            return scope.classes[0] if len(scope.classes) == 1 else 0


MENU = (
    MenuItem(Section.CLASS, "menu-announce", OpenAnnouncing(), Action.ANNOUNCE_TO_CLASS),
    MenuItem(Section.CLASS, "menu-announce", OpenAnnouncing(), Action.ANNOUNCE_TO_TAUGHT),
)
