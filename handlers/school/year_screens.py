"""The turn of the year: what it would do, the question, and that it is done."""

from domain.school.year_turn import Block, LeftBehind, TurnPlan
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import to_menu
from handlers.school.year_buttons import AskYear, OpenYear, TakeYearList, TurnYear
from handlers.texts.translator import Markup, Texts

MOST = 12
"""Names in a line."""
MOST_CLASSES = 60


def dry_run(texts: Texts, plan: TurnPlan) -> Screen:
    text = "\n".join(plan_lines(texts, plan))
    take = [Button(texts("year-take"), TakeYearList())]
    if plan.blocks:
        return Screen(text, [take, [Button(texts("year-again"), OpenYear())], [to_menu(texts)]])
    turn = [Button(texts("year-turn", name=plan.new.name), AskYear(key=plan.mark), style=Style.PRIMARY)]
    return Screen(text, [turn, take, [to_menu(texts)]])


def question(texts: Texts, plan: TurnPlan) -> Screen:
    text = texts("year-question", old=plan.old.name, new=plan.new.name)
    turn = Button(texts("year-yes"), TurnYear(key=plan.mark), style=Style.DANGER)
    return Screen(text, [[turn], [Button(texts("back"), OpenYear())]])


def done(texts: Texts, plan: TurnPlan) -> Screen:
    return Screen(done_text(texts, plan), [[to_menu(texts)]])


def done_text(texts: Texts, plan: TurnPlan) -> Markup:
    return texts("year-done", old=plan.old.name, new=plan.new.name)


def plan_lines(texts: Texts, plan: TurnPlan) -> list[Markup]:
    """In counts; the workbook has the names."""
    classes = ", ".join(f"{one.old.name} → {one.name}" for one in plan.classes[:MOST_CLASSES])
    lines = [
        texts("year-heading", old=plan.old.name, new=plan.new.name),
        texts("year-days", first=f"{plan.new.starts_on:%d.%m.%Y}", last=f"{plan.new.ends_on:%d.%m.%Y}"),
        Markup(""),
        texts("year-classes", n=len(plan.classes), names=classes or "—"),
        texts("year-pupils", n=plan.carried, day=texts.date(plan.day)),
        texts("year-leaders", n=plan.led),
        texts("year-groups", n=len(plan.groups)),
        texts("year-load", n=len(plan.load)),
        *([texts("year-bells", n=len(plan.bells))] if plan.bells else []),
    ]
    if plan.leave:
        names = ", ".join(one.name for one in plan.leave[:MOST])
        lines.append(texts("year-leave", n=len(plan.graduates), names=names))
    lines += [Markup(""), texts("year-by-hand"), *(_left(texts, what, names) for what, names in plan.left)]
    if plan.blocks:
        lines += [Markup(""), texts("year-blocked"), *(_block(texts, what, names) for what, names in plan.blocks)]
    return lines


def _left(texts: Texts, what: LeftBehind, names: tuple[str, ...]) -> Markup:
    return texts(f"year-left-{what.replace('_', '-')}", names=_names(names))


def _block(texts: Texts, what: Block, names: tuple[str, ...]) -> Markup:
    return texts(f"year-block-{what.replace('_', '-')}", names=_names(names))


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names[:MOST]) + (", …" if len(names) > MOST else "")
