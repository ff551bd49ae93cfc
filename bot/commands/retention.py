"""`retention`: what is over its term by the school's list of files; shown, or erased."""

from dataclasses import dataclass

from bot.commands.codes import wiring_of
from bot.commands.database import writing


@dataclass(frozen=True, slots=True)
class Said:
    erased: bool
    rows: dict[str, int]

    def as_json(self) -> dict[str, object]:
        return {"erased": self.erased, "rows": self.rows}

    def as_text(self) -> str:
        if not self.rows:
            return "Nothing is over its term."
        lines = [f"{rows:>9,}  {table}" for table, rows in self.rows.items()]
        last = "These rows are erased." if self.erased else "Nothing was erased: add --apply to erase these rows."
        return "\n".join([*lines, last])


async def retain(*, apply: bool) -> Said:
    """Held alone, so that what was counted is what goes."""
    async with writing("looking for what is over its term") as (settings, database):
        retention = (await wiring_of(settings, database)).retention()
        found = await (retention.erase() if apply else retention.overdue())
    return Said(apply, {one.table: one.rows for one in found})
