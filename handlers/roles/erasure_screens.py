"""Personal data to be erased: who asks, what would go and what must stay, what became of it."""

from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.roles.erasures import Erasure, Foreseen
from handlers.kit.screen import Button, Screen, Style
from handlers.roles.buttons import OpenMenu
from handlers.roles.erasure_buttons import DeclineErasure, EraseNow, ShowErasure, ShowErasures
from handlers.texts.translator import Texts

MOST_LISTED = 40


def listed(texts: Texts, erasures: Sequence[Erasure], time: SchoolTime) -> Screen:
    rows = [
        [
            Button(
                texts("privacy-erasure-one", name=one.name.short, day=texts.date(time.local(one.asked_at).date())),
                ShowErasure(erasure=one.id),
            )
        ]
        for one in erasures[:MOST_LISTED]
    ]
    return Screen(texts("privacy-erasures", count=len(erasures)), [*rows, [Button(texts("to-menu"), OpenMenu())]])


def foreseen(texts: Texts, seen: Foreseen, time: SchoolTime, sure: bool) -> Screen:
    """The dry run; `sure`: the last question."""
    one = seen.erasure
    asked = texts.date(time.local(one.asked_at).date())
    head = texts("privacy-erasure", name=one.name.full, why=one.why, day=asked)
    erase = Button(texts("privacy-erase-now", sure=sure), EraseNow(erasure=one.id, sure=sure), style=Style.DANGER)
    back = ShowErasure(erasure=one.id) if sure else ShowErasures()
    decline = [] if sure else [Button(texts("privacy-decline"), DeclineErasure(erasure=one.id))]
    last = [texts("privacy-erase-last")] if sure else []
    return Screen("\n".join([head, "", *_said(texts, seen), *last]), [[erase], decline, [Button(texts("back"), back)]])


def erased(texts: Texts, seen: Foreseen) -> Screen:
    text = "\n".join([texts("privacy-erased", name=seen.erasure.name.full, named=seen.named), "", *_said(texts, seen)])
    return Screen(text, [[Button(texts("back"), ShowErasures())]])


def _said(texts: Texts, seen: Foreseen) -> list[str]:
    goes = [texts("privacy-goes-line", kind=texts(f"privacy-goes-{one.kind}"), count=one.rows) for one in seen.goes]
    stays = [
        texts(
            "privacy-stays-line",
            kind=texts(f"privacy-stays-{one.kind}"),
            count=one.rows,
            until=f"{one.until:%d.%m.%Y}",
        )
        for one in seen.kept
    ]
    return [
        texts("privacy-goes"),
        *(goes or [texts("privacy-goes-nothing")]),
        texts("privacy-goes-name", named=seen.named),
        "",
        texts("privacy-stays") if stays else texts("privacy-stays-nothing"),
        *stays,
        "",
    ]
