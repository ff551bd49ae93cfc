"""The school's rules of the journal, kept in memory until they are changed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, select

from domain.ids import PersonId, SubjectId, WorkKindId
from domain.journal.rules import JournalRules
from domain.school.calendar import TermKind
from storage.database import Database
from storage.executor import Writer
from storage.kept import Kept
from storage.tables.grading import journal_rules
from storage.topics import RULES


class KnownRules:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: Kept[None, JournalRules] = Kept(database, RULES)

    async def rules(self) -> JournalRules:
        return await self._kept.get(None, self._read)

    async def term_kind(self, grade: int) -> TermKind | None:
        return (await self.rules()).term_kind(grade)

    async def _read(self, _: None) -> JournalRules:
        asked = select(journal_rules.c.id, journal_rules.c.rules).order_by(journal_rules.c.id.desc()).limit(1)
        row = await self._database.reader.row(asked)
        return from_kept(row.id, row.rules) if row else JournalRules()


class RuleRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def add(self, rules: Mapping[str, Any], by: PersonId | None) -> int:
        """All of them anew, as `kept`; the number of the change. The rows before stay."""
        self._tx.touch(RULES)
        return await self._tx.add(
            insert(journal_rules).values(rules=dict(rules), set_by=by, set_at=self._tx.clock.now())
        )


def kept(rules: JournalRules) -> dict[str, Any]:
    """As JSON, only what differs from the usual."""
    usual = JournalRules()
    return {
        name: _plain(getattr(rules, name))
        for name in JournalRules.__dataclass_fields__
        if name != "version" and getattr(rules, name) != getattr(usual, name)
    }


def from_kept(version: int, said: Mapping[str, Any]) -> JournalRules:
    made = {name: _MAKE.get(name, lambda value: value)(value) for name, value in said.items()}
    return JournalRules(version=version, **made)


_MAKE: Mapping[str, Any] = {
    "borders": lambda value: tuple(map(Decimal, value)),
    "weights": lambda value: {WorkKindId(int(key)): weight for key, weight in value.items()},
    "fewest_marks": tuple,
    "term_kinds": lambda value: {int(key): kind for key, kind in value.items()},
    "scales": lambda value: {SubjectId(int(key)): scale for key, scale in value.items()},
    "homework_minutes": tuple,
    "control_work_share": Decimal,
}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Decimal) else value
