"""What stands in one cell. Each parser gives None for what it cannot take."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from domain.roles.names import norm
from domain.roles.people import PersonName, Role
from domain.school.class_names import class_norm, grade_of
from domain.school.importing.wished import WishedGroup

YOUNGEST, OLDEST = 4, 30
"""Years of a pupil's age between which a birth date is no slip of the pen."""
MOST_HOURS = 40
LONGEST_NAME, LONGEST_WHOLE_NAME, LONGEST_CLASS, LONGEST_SUBJECT, LONGEST_GROUP, LONGEST_NUMBER = (
    *(80, 250),
    *(40, 120, 60, 40),
)
"""Characters, as the tables have them."""
_NAME_PART = re.compile(r"[^\W\d_]+(?:[-'’ʼ` ]+[^\W\d_]+)*")
_GROUP_WORD = re.compile(r"\b(?:под)?(?:группа|гр)\b\.?", re.IGNORECASE)
_CLASS = re.compile(r"\d{1,2}[a-zа-я]{0,20}\d{0,2}")

_RELATIONS: Mapping[str, str] = {
    **dict.fromkeys(("мать", "мама"), "mother"),
    **dict.fromkeys(("отец", "папа"), "father"),
    **dict.fromkeys(
        ("опекун", "попечитель", "законный представитель", "приемный родитель", "приемная мать", "приемный отец"),
        "guardian",
    ),
    **dict.fromkeys(
        ("бабушка", "дедушка", "тетя", "дядя", "брат", "сестра", "отчим", "мачеха", "другое", "иное", "родственник"),
        "other",
    ),
}
_POSTS: tuple[tuple[re.Pattern[str], Role | None], ...] = (
    (re.compile(r"администратор сайта(?: школы)?|редактор сайта(?: школы)?"), Role.SITE_EDITOR),
    (re.compile(r"администратор(?: (?:электронного )?журнала)?"), Role.ADMIN),
    (re.compile(r"директор(?: школы)?"), Role.DIRECTOR),
    (
        re.compile(
            r"(?:заместитель|зам\.?)(?: ?директора)?(?: школы)?"
            r"(?: по (?:увр|вр|умр|нмр|учебн\w*-?воспитательной работе|учебной работе|воспитательной работе))?|завуч\w*"
        ),
        Role.DEPUTY,
    ),
    (re.compile(r"секретарь(?:-\w+)?|секретарь учебной части|делопроизводитель"), Role.SECRETARY),
    (re.compile(r"(?:учитель|преподаватель|педагог)(?:[ -].*)?"), Role.TEACHER),
    (re.compile(r"классный руководитель"), None),
)


def person_name(text: str) -> PersonName | None:
    """«Иванов Пётр Олегович», «Алиев Али Вели оглы». Initials are no given name; capitals throughout are lowered."""
    parts = text.split(maxsplit=2)
    return name_of(*parts) if len(parts) >= 2 else None


def name_of(surname: str, given: str, patronymic: str = "") -> PersonName | None:
    parts = [" ".join(part.split()) for part in (surname, given, patronymic)]
    if any(part and not _NAME_PART.fullmatch(part) for part in parts) or not parts[0] or len(parts[1]) < 2:
        return None
    if (parts[2] and len(parts[2]) < 2) or max(map(len, parts)) > LONGEST_NAME:
        return None
    name = PersonName(_lowered(parts[0]), _lowered(parts[1]), _lowered(parts[2]) or None)
    return name if len(norm(name.full)) <= LONGEST_WHOLE_NAME else None


def initials_of(text: str) -> str | None:
    """«Петрова О. В.», «Петрова О.В.» → «петрова о. в.», as `norm(PersonName.short)`; None for what is no such name."""
    found = re.fullmatch(r"([^\W\d_-]+(?:-[^\W\d_]+)?) ([^\W\d_])\. ?(?:([^\W\d_])\.)?", " ".join(text.split()))
    return norm(" ".join([found[1], *(f"{one}." for one in found.groups()[1:] if one)])) if found else None


def class_name(text: str) -> str | None:
    """A class as the list writes it, with single spaces."""
    name = " ".join(text.split())
    fits = grade_of(name) and _CLASS.fullmatch(class_norm(name)) and not re.search(r"[,;]", name)
    return name if fits and len(name) <= LONGEST_CLASS else None


def class_names(text: str) -> tuple[str, ...] | None:
    """Several classes with commas, semicolons or line ends between them; () for an empty cell."""
    names = [class_name(part) for part in re.split(r"[,;\n]", text) if part.strip()]
    return None if None in names else tuple(dict.fromkeys(name for name in names if name))


def birth_date(text: str, today: date) -> date | None:
    """2013-05-17 (also with a time), 17.05.2013, 17/05/2013. A year of two digits could be any: it is not taken."""
    for form in ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            day = datetime.strptime(text.strip(" г."), form).date()  # noqa: DTZ007 - a date has no zone
        except ValueError:
            continue
        return day if YOUNGEST <= (today - day).days / 365.25 <= OLDEST else None
    return None


def own_number(text: str) -> str | None:
    number = " ".join(text.split())
    return number if len(number) <= LONGEST_NUMBER else None


def relation(text: str) -> str | None:
    return _RELATIONS.get(norm(text))


def posts(text: str) -> tuple[Role, ...] | None:
    """Posts with commas, semicolons or line ends between them; () for an empty cell, or «классный руководитель»."""
    roles: list[Role] = []
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        found = [role for pattern, role in _POSTS if pattern.fullmatch(norm(part))]
        if not found:
            return None
        roles.extend(role for role in found[:1] if role)
    return tuple(dict.fromkeys(roles))


def groups(text: str, subject: str | None) -> tuple[WishedGroup, ...] | None:
    """«1» under «Группа: Английский язык», or «Английский язык: 1; Информатика: 2» under «Группа»."""
    if subject:
        name = group_name(text)
        return None if name is None else (WishedGroup(subject, name),)
    found: list[WishedGroup] = []
    for part in re.split(r"[,;\n]", text):
        of, colon, rest = part.rpartition(":")
        name, of = group_name(rest), " ".join(of.split())
        if name is None or (colon and not of) or len(of) > LONGEST_SUBJECT:
            return None
        found.append(WishedGroup(of or None, name))
    return tuple(dict.fromkeys(found))


def group_name(text: str) -> str | None:
    """«1 группа», «гр. 1» → «1»; None for nothing, or too long a name."""
    name = " ".join(_GROUP_WORD.sub(" ", text).split())
    return name if 0 < len(name) <= LONGEST_GROUP else None


def subject_name(text: str) -> str | None:
    name = " ".join(text.split())
    return name if 0 < len(name) <= LONGEST_SUBJECT and re.search(r"[^\W\d_]", name) else None


def hours(text: str) -> Decimal | None:
    """«3», «1,5»; with one digit after the point, more than none, at most 40."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 < value <= MOST_HOURS:
        return None
    return value if value == value.quantize(Decimal("0.1")) else None


def _lowered(part: str) -> str:
    return part.title() if len(part) > 1 and part.isupper() else part
