"""Consents as they are written, and what is read of them on both sides."""

from collections.abc import Collection, Mapping, Set
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from domain.ids import PersonId
from domain.roles.consent import CONSENT_VERSION, ConsentText, GivenAnswer
from domain.roles.people import PersonName
from storage.executor import Reader, Writer
from storage.tables.office import consent_texts, erasures
from storage.tables.roles import consents, people
from storage.topics import CONSENT_TEXTS, CONSENTS
from storage.upsert import upsert

WITHDRAWN = "withdrawn"


class ConsentRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def accepted(self, person: PersonId, version: int) -> bool:
        asked = select(consents.c.accepted).where(consents.c.person_id == person, consents.c.version == version)
        row = await self._tx.row(asked.order_by(consents.c.id.desc()).limit(1))
        return bool(row and row.accepted)

    async def answer(self, person: PersonId, version: int, accepted: bool, full_name: str | None = None) -> None:
        await self._add(person, version, accepted=accepted, at=self._tx.clock.now(), full_name=full_name)

    async def record(self, person: PersonId, version: int, by: PersonId, at: datetime) -> None:
        await self._add(person, version, accepted=True, at=at, recorded_by=by)

    async def last(self, person: PersonId) -> GivenAnswer | None:
        return await last_answer(self._tx, person)

    async def current(self) -> int:
        return (await current_text(self._tx)).version

    async def publish(self, version: int, text: str, by: PersonId) -> bool:
        row = {"version": version, "text": text, "made_by": by, "made_at": self._tx.clock.now()}
        put = upsert(consent_texts, self._tx.dialect, ("version",))
        self._tx.touch(CONSENT_TEXTS)
        return bool(await self._tx.run(put, row))

    async def ask_erasure(self, person: PersonId) -> None:
        open_one = select(erasures.c.id).where(erasures.c.person_id == person, erasures.c.state == "asked")
        if await self._tx.row(open_one) is None:
            row = {"person_id": person, "asked_by": person, "why": WITHDRAWN, "asked_at": self._tx.clock.now()}
            await self._tx.run(insert(erasures).values(**row))

    async def _add(self, person: PersonId, version: int, **about: Any) -> None:
        await self._tx.run(insert(consents).values(person_id=person, version=version, **about))
        self._tx.touch(CONSENTS)


RECORDER = people.alias("recorder")


async def current_text(reader: Reader) -> ConsentText:
    newest = select(consent_texts.c.version, consent_texts.c.text).order_by(consent_texts.c.version.desc()).limit(1)
    row = await reader.row(newest)
    return ConsentText(row.version, row.text) if row and row.version > CONSENT_VERSION else ConsentText()


async def last_answer(reader: Reader, person: PersonId) -> GivenAnswer | None:
    asked = answers_with_recorder().select_from(consents.outerjoin(RECORDER, RECORDER.c.id == consents.c.recorded_by))
    row = await reader.row(asked.where(consents.c.person_id == person).order_by(consents.c.id.desc()).limit(1))
    return answer_of(row) if row else None


async def last_answers(reader: Reader, persons: Collection[PersonId]) -> Mapping[PersonId, GivenAnswer]:
    asked = answers_with_recorder().add_columns(consents.c.person_id)
    asked = asked.select_from(consents.outerjoin(RECORDER, RECORDER.c.id == consents.c.recorded_by))
    rows = await reader.rows(asked.where(consents.c.person_id.in_(persons)).order_by(consents.c.id))
    found = {PersonId(row.person_id): answer_of(row) for row in rows}
    return {person: answer for person, answer in found.items() if answer is not None}


async def consenting(reader: Reader, version: int) -> Set[PersonId]:
    """All whose last answer to this version is yes."""
    asked = select(consents.c.person_id, consents.c.accepted).where(consents.c.version == version)
    last = {row.person_id: row.accepted for row in await reader.rows(asked.order_by(consents.c.id))}
    return {PersonId(person) for person, accepted in last.items() if accepted}


def answers_with_recorder() -> Any:
    c = consents.c
    return select(c.version, c.accepted, c.at, c.full_name, *columns_of(RECORDER.c, "r"))


def columns_of(columns: Any, prefix: str) -> list[Any]:
    parts = ("surname", "given", "patronymic")
    return [columns[part].label(f"{prefix}_{part}") for part in parts]


def name_of(row: Row[Any], prefix: str) -> PersonName:
    about = row._mapping
    return PersonName(about[f"{prefix}_surname"], about[f"{prefix}_given"], about[f"{prefix}_patronymic"])


def answer_of(row: Row[Any]) -> GivenAnswer | None:
    if row.version is None:
        return None
    recorder = name_of(row, "r") if row.r_surname is not None else None
    return GivenAnswer(row.version, bool(row.accepted), row.at, row.full_name, recorder)
