"""Files damaged by chance: bytes and lengths, members of archives, rows, types of cells, attributes."""

import csv
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from storage.files.template import write_template
from tests.storage.asc_files import SCHOOL
from tests.storage.school_workbook import SEVENTH, as_ods, school_s_own

LISTS = (
    ("Класс", "ФИО", "Дата рождения", "Номер", "Мать", "Группа: Английский язык"),
    *(("7А", f"Птицын Лев{'ик' * n} Олегович", "17.05.2013", f"У-{n}", "Птицына Ия Львовна", "1") for n in range(12)),
)
FET = "".join(
    [
        '<?xml version="1.0" encoding="UTF-8"?>\n<fet version="6.1.5">\n<Hours_List>',
        *(f"<Hour><Name>{hour}</Name></Hour>\n" for hour in range(1, 4)),
        "</Hours_List><Days_List>",
        *(f"<Day><Name>{day}</Name></Day>\n" for day in ("Понедельник", "Вторник")),
        "</Days_List><Students_List><Year><Name>7А</Name></Year></Students_List><Activities_List>\n",
        *(
            f"<Activity><Teacher>Уткина И. М.</Teacher><Subject>Алгебра</Subject><Students>7А</Students>"
            f"<Duration>1</Duration><Id>{n}</Id><Active>true</Active></Activity>\n"
            for n in range(1, 7)
        ),
        "</Activities_List><Time_Constraints_List>\n",
        *(
            "<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage>"
            f"<Activity_Id>{n}</Activity_Id><Preferred_Day>{('Понедельник', 'Вторник')[n % 2]}</Preferred_Day>"
            f"<Preferred_Hour>{n % 3 + 1}</Preferred_Hour></ConstraintActivityPreferredStartingTime>\n"
            for n in range(1, 7)
        ),
        "</Time_Constraints_List></fet>\n",
    ]
)
Damage = Callable[[bytes, random.Random], bytes]
ROW = re.compile(rb"<(row|table:table-row|card|lesson|Activity)\b.*?(?:/>|</\1>)", re.DOTALL)
TYPE = re.compile(rb'(?<= t=")[a-zA-Z]+(?=")|(?<=value-type=")[a-z]+(?=")')
TYPES = (b"s", b"n", b"b", b"e", b"str", b"d", b"inlineStr", b"float", b"date", b"string", b"boolean", b"xyz")
VALUE = re.compile(rb'(?<==")[^"<]*(?=")|(?<=>)[^<>]+(?=<)')


def whole_files(folder: Path) -> Mapping[str, bytes]:
    """By the name that each is brought under."""
    write_template(folder / "template.xlsx")
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(LISTS)
    return {
        "lists.xlsx": (folder / "template.xlsx").read_bytes(),
        "week.xlsx": school_s_own(folder).read_bytes(),
        "lists.ods": as_ods(folder, LISTS).read_bytes(),
        "week.ods": as_ods(folder, SEVENTH).read_bytes(),
        "lists.csv": text.getvalue().encode("cp1251"),
        "plain.csv": text.getvalue().encode(),
        "asc.xml": SCHOOL.encode("cp1251"),
        "week.fet": FET.encode(),
    }


def damaged(content: bytes, chance: random.Random) -> bytes:
    if content.startswith(b"PK") and chance.random() < 0.8:
        return _in_archive(content, chance)
    return _damage(chance)(content, chance)


def _damage(chance: random.Random) -> Damage:
    return chance.choice((_flipped, _cut, _without, _doubled, _rows_changed, _types_swapped, _values_swapped, _lines))


def _in_archive(content: bytes, chance: random.Random) -> bytes:
    """The archive stays sound: what is in it does not."""
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    names, made = list(parts), io.BytesIO()
    one, other = chance.choice(names), chance.choice(names)
    match chance.randrange(8):
        case 0:
            parts[one], parts[other] = parts[other], parts[one]
        case 1:
            del parts[one]
        case _:
            told = [name for name in names if "sheet" in name or "content" in name or "shared" in name] or names
            target = chance.choice(told)
            parts[target] = _damage(chance)(parts[target], chance)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _without(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + content[at + chance.randint(1, 200) :]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    at, more = chance.randrange(len(content)), chance.randint(1, 300)
    return content[:at] + content[at : at + more] * chance.randint(2, 50) + content[at:]


def _rows_changed(content: bytes, chance: random.Random) -> bytes:
    return ROW.sub(lambda row: row[0] * chance.choice((0, 1, 1, 1, 2, 5)), content)


def _types_swapped(content: bytes, chance: random.Random) -> bytes:
    return TYPE.sub(lambda kind: chance.choice((kind[0], chance.choice(TYPES))), content)


def _values_swapped(content: bytes, chance: random.Random) -> bytes:
    """A few attributes and texts take each other's places, or become what nobody expects."""
    held = VALUE.findall(content) or [b""]
    strange = (b"", b"-1", b"99999999999999999999", b"1e308", b"XFD1048576", b"A0", b"&amp;", b"=1+1", b"\xd0")
    return VALUE.sub(lambda value: chance.choice((*held, *strange)) if chance.random() < 0.02 else value[0], content)


def _lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    quote = chance.choice((b"", b'"', b";" * 400, b"\0", b"\xff\xfe"))
    lines.insert(chance.randrange(len(lines) + 1), quote)
    return b"".join(lines)
