"""`import --plan`: a curriculum plan (КТП) of a class and subject."""

from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

from bot.commands.codes import wiring_of
from bot.commands.database import writing
from bot.commands.importing import Said
from bot.commands.problems import Mistaken
from domain.journal.plan_import import PlanImport, PlanReport, PlanUnclear, PlanUnreadable
from handlers.journal.plan_screens import mistake_line, report_lines
from handlers.kit.show import plain
from handlers.texts.translator import Texts, texts_in
from storage.files.brought import sheets_of
from storage.school.card import school_card


async def import_plan(line: str, files: Sequence[Path], *, dry_run: bool = False) -> tuple[Said, bool]:
    """What to say, and whether all of it could be taken. Raises `Mistaken` where there is nothing to do."""
    if len(files) != 1:
        raise Mistaken("A plan is one file: import --plan “7А алгебра” FILE.")
    try:
        sheets = sheets_of(files[0])
        async with writing("importing") as (settings, database):
            wiring = await wiring_of(settings, database)
            card = await school_card(database.reader)
            plans = PlanImport(wiring.timetable, database.begin)
            report = await plans.bring_by_program(line, sheets, dry_run=dry_run)
    except PlanUnreadable as refusal:
        raise Mistaken(f"{files[0]}: {plain(texts_in('en')(refusal.key, **refusal.about))}") from None
    except PlanUnclear:
        raise Mistaken(f"“{line}” is not one class and subject of the timetable: write it as “7А алгебра”.") from None
    texts = texts_in(card.language if card else "ru")
    said = "\n".join(unescape(plain(one)) for one in report_lines(texts, report))
    return Said(_json(texts, report), said), not report.mistakes


def _json(texts: Texts, report: PlanReport) -> dict[str, Any]:
    part, changes = report.taught.part, report.changes
    return {
        "class": part.name,
        "group": part.group_name,
        "subject": report.taught.subject.name,
        "topics": report.topics,
        "hours": report.hours,
        "written": report.written,
        "new": len(changes.new),
        "changed": len(changes.changed),
        "gone": len(changes.gone),
        "mistakes": [
            {
                "row": one.place.row,
                "column": one.place.column,
                "fault": one.fault,
                "text": unescape(mistake_line(texts, one)),
            }
            for one in report.mistakes
        ],
    }
