"""Movement of pupils and their seats, as they are written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, union_all, update

from domain.ids import ClassId, MovementId, PersonId
from domain.roles.names import norm
from domain.school.movement import MovementState, Newcomer, SeatChange, Sitting, Wanted
from storage.executor import Writer
from storage.tables.attendance import attendance
from storage.tables.journal import lesson_classes, marks
from storage.tables.office import movements
from storage.tables.roles import people
from storage.tables.school import enrolments
from storage.topics import ACCESS, LISTS


class MovementRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def sittings(self, pupil: PersonId) -> Sequence[Sitting]:
        """Two statements: the person's row is held first, so that two do not change the seats at once."""
        await self._tx.row(select(people.c.id).where(people.c.id == pupil).with_for_update())
        mine = select(enrolments).where(enrolments.c.pupil_id == pupil).order_by(enrolments.c.from_day, enrolments.c.id)
        return [_sitting(row) for row in await self._tx.rows(mine)]

    async def seat(self, pupil: PersonId, change: SeatChange, order: str | None) -> None:
        """Ends before it begins: one seat of a pupil goes on at a time."""
        if change.removed is not None:
            await self._tx.run(delete(enrolments).where(enrolments.c.id == change.removed))
        if change.ends is not None:
            number, until = change.ends
            await self._tx.run(update(enrolments).where(enrolments.c.id == number).values(until_day=until))
        if change.begins is not None:
            class_id, since = change.begins
            row = {"pupil_id": pupil, "class_id": class_id, "from_day": since, "order_number": order}
            await self._tx.run(insert(enrolments).values(**row))
        for topic in (LISTS, ACCESS):
            self._tx.touch(topic)

    async def newcomer(self, newcomer: Newcomer) -> PersonId:
        name = newcomer.name
        row = {
            "surname": name.surname,
            "given": name.given,
            "patronymic": name.patronymic,
            "birth_date": newcomer.birth,
        }
        made = insert(people).values(**row, name_norm=norm(name.full), created_at=self._tx.clock.now())
        self._tx.touch(LISTS)
        return PersonId(await self._tx.add(made))

    async def add(self, wanted: Wanted, from_class: ClassId | None, state: MovementState, by: PersonId) -> MovementId:
        now = self._tx.clock.now()
        decided = {"decided_by": by, "decided_at": now} if state is MovementState.ACCEPTED else {}
        row = {
            "pupil_id": wanted.pupil,
            "newcomer": _newcomer(wanted.newcomer) if wanted.newcomer else None,
            "kind": wanted.kind.value,
            "from_class_id": from_class,
            "to_class_id": wanted.to_class,
            "day": wanted.day,
            "order_number": wanted.order,
            "state": state.value,
        }
        made = insert(movements).values(**row, proposed_by=by, proposed_at=now, **decided)
        return MovementId(await self._tx.add(made))

    async def decide(
        self, number: MovementId, was: MovementState, state: MovementState, by: PersonId, why: str | None = None
    ) -> bool:
        standing = update(movements).where(movements.c.id == number, movements.c.state == was.value)
        decided = {"decided_by": by, "decided_at": self._tx.clock.now(), "declined_why": why}
        return await self._tx.run(standing.values(state=state.value, **decided)) == 1

    async def accepted(self, number: MovementId, pupil: PersonId, from_class: ClassId | None) -> None:
        mine = update(movements).where(movements.c.id == number)
        await self._tx.run(mine.values(pupil_id=pupil, from_class_id=from_class))

    async def written(self, pupil: PersonId, wanted: Wanted) -> bool:
        """One statement."""
        found = union_all(
            *(_written(table, pupil, wanted.to_class, wanted.day) for table in (marks, attendance)),
        )
        return await self._tx.row(found.limit(1)) is not None


def _written(table: Any, pupil: PersonId, class_id: ClassId | None, since: date) -> Any:
    of = table.join(lesson_classes, lesson_classes.c.lesson_id == table.c.lesson_id)
    asked = select(table.c.pupil_id).select_from(of).where(table.c.pupil_id == pupil, table.c.day >= since)
    return asked.where(lesson_classes.c.class_id == class_id)


def _sitting(row: Any) -> Sitting:
    return Sitting(row.id, ClassId(row.class_id), row.from_day, row.until_day)


def _newcomer(newcomer: Newcomer) -> dict[str, str | None]:
    name, birth = newcomer.name, newcomer.birth
    return {
        "surname": name.surname,
        "given": name.given,
        "patronymic": name.patronymic,
        "birth_date": birth.isoformat() if birth else None,
    }
