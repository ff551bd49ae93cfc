"""What stories of brought files share: a list of 7А, how it is sent, what of it came in."""

import csv
import io
from collections.abc import Sequence

from sqlalchemy import func, select

from domain.roles.people import Actor
from domain.school.bringing import Bringing, Looked
from storage.tables import roles
from tests.people import Message, Phone
from tests.stories.conftest import Story

PUPILS = ("Класс", "ФИО", "Дата рождения", "Номер", "Мать")
CLASS_7A = [
    ("7А", "Иванов Пётр Олегович", "", "У-1", "Иванова Мария Петровна"),
    ("7А", "Петрова Анна Сергеевна", "", "", ""),
    ("7А", "Сидоров Семён Ильич", "", "", ""),
    ("7А", "Ромашкин Илья Андреевич", "17.05.2013", "", "Ромашкина Нина Павловна"),
]
"""A new pupil with his mother, a number for Иванов, without Кузина."""


def csv_of(rows: Sequence[Sequence[str]], headings: Sequence[str] = PUPILS) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([headings, *rows])
    return text.getvalue().encode()


async def brought(phone: Phone, rows: Sequence[Sequence[str]] = CLASS_7A, name: str = "7А.csv") -> Message:
    await phone.file(csv_of(rows), name)
    return await phone.wait_for("проверка", button="✅ Применить")


async def looked_at(bringing: Bringing, actor: Actor, name: str, content: bytes) -> Looked:
    return await bringing.bring(actor, name, content, await bringing.read(actor, name, content))


async def people_of(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).select_from(roles.people))
    assert row is not None
    return int(row[0])


async def number_of(story: Story, person: int) -> str | None:
    number = select(roles.people.c.external_number).where(roles.people.c.id == person)
    row = await story.application.database.reader.row(number)
    return row[0] if row else None
