"""The demo's stage: whose phones stand on the page, who else can be put on one, and the clock that can be moved on."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, time, timedelta

import aiohttp
from sqlalchemy import select

from bot.demo_school.school import DemoSchool
from bot.demo_school.seed import TODAY, ZONE
from bot.local_telegram.seams import Jump, StagePerson, StagePhone
from bot.local_telegram.server import LocalTelegram
from bot.system_clock import MovableClock
from domain.ids import PersonId
from domain.roles.names import norm
from domain.school.timetable import PlannedLesson, SchoolDay
from storage.database import Database
from storage.school.timetable import KnownTimetable
from storage.tables.roles import bindings

FIRST_ACCOUNT = 7_000_000
"""Telegram ids of the demo's people begin here."""
MOST_FOUND = 40
NOT_YET_IN = -2
"""Families of 7А, from the end of the list, of which nobody has come in."""
IssueCode = Callable[[PersonId], Awaitable[str]]

JUMPS = {
    "lesson": "До конца урока",
    "evening": "До 18:00",
    "tomorrow": "До завтра, 8:00",
}


class DemoStage:
    """What the local Telegram's page may ask of the demo school."""

    zone = ZONE.key

    def __init__(
        self, demo: DemoSchool, database: Database, clock: MovableClock, moved: Callable[[], None], issue: IssueCode
    ) -> None:
        """`moved` is called after the clock was moved: what waits for a moment must look again."""
        self._demo = demo
        self._database = database
        self._clock = clock
        self._moved = moved
        self._issue = issue
        self._timetable = KnownTimetable(database)
        self._phones: list[StagePhone] = []
        self.telegram: LocalTelegram | None = None

    def jumps(self) -> Sequence[Jump]:
        return [Jump(key, label) for key, label in JUMPS.items()]

    async def jump(self, key: str) -> None:
        now = self._clock.now().astimezone(ZONE)
        match key:
            case "lesson":
                await self.move_to(
                    _next_bell(await self._timetable.day(now.date()), now) or now + timedelta(minutes=45)
                )
            case "evening":
                evening = datetime.combine(now.date(), time(18, 0), ZONE)
                await self.move_to(evening if now < evening else evening + timedelta(days=1))
            case "tomorrow":
                await self.move_to(datetime.combine(now.date() + timedelta(days=1), time(8, 0), ZONE))
            case _:
                raise KeyError(key)

    async def advance(self, minutes: int) -> None:
        await self.move_to(self._clock.now() + timedelta(minutes=minutes))

    async def move_to(self, moment: datetime) -> None:
        """Never back: what was sent cannot be unsent."""
        self._clock.move_to(max(moment, self._clock.now()))
        self._moved()

    async def people(self, query: str) -> Sequence[StagePerson]:
        """By the beginning of any part of the name, or by class («7а»)."""
        asked = norm(query)
        found = (person for person in self._demo.people if self._matches(person, asked))
        bound = await self._bound()
        return [self._staged(person, bound) for person, _ in zip(found, range(MOST_FOUND), strict=False)]

    async def put_on_phone(self, key: str) -> int:
        """The person's phone; a new one opens the bot by the link of a fresh one-time code, as at a class meeting."""
        person = PersonId(int(key))
        if person not in self._demo.people or self.telegram is None:
            raise KeyError(key)
        account = FIRST_ACCOUNT + person
        if account in {user.id for user in self.telegram.exchange.accounts.values()}:
            return account
        self._new_phone(person, started=False)
        if person not in await self._bound():
            await self._open_link(account, await self._issue(person))
        return account

    def phones(self) -> Sequence[StagePhone]:
        return self._phones

    async def set_up(self, telegram: LocalTelegram) -> None:
        """The six phones that the page begins with: their people have come in already."""
        self.telegram = telegram
        for person, role in self._cast():
            self._new_phone(person, started=True)
            title = f"{self._demo.people[person].polite} · {self._what(person)}"
            self._phones.append(StagePhone(FIRST_ACCOUNT + person, role, title))
        for person in self._others():
            self._new_phone(person, started=True)

    def account_of(self, person: int) -> int:
        return FIRST_ACCOUNT + person

    def bound_people(self) -> list[int]:
        """Who has come in when the demo begins: those on the phones, and nearly all families of 7А."""
        return [*(person for person, _ in self._cast()), *self._others()]

    def _others(self) -> list[int]:
        seventh = next(c for c in self._demo.classes if c.name == "7А")
        families = dict.fromkeys(g for g, p, _ in self._demo.guardians if p in seventh.pupils[:NOT_YET_IN])
        shown = {person for person, _ in self._cast()}
        return [person for person in families if person not in shown]

    def _cast(self) -> list[tuple[int, str]]:
        """(person, role): who meets in 7А's algebra."""
        seventh = next(c for c in self._demo.classes if c.name == "7А")
        teacher = next(
            lesson.teacher
            for lesson in self._demo.lessons
            if lesson.class_id == seventh.id and lesson.subject.key == "alg"
        )
        guardian, pupil = next(
            (g, p) for g, p, relation in self._demo.guardians if self._in_two_classes(g, p, seventh.id)
        )
        admin = next(person for person, held in self._demo.roles.items() if "admin" in held)
        return [
            (guardian, "Мама" if self._is_woman(guardian) else "Папа"),
            (pupil, "Ученица" if self._is_woman(pupil) else "Ученик"),
            (teacher, "Учитель алгебры"),
            (seventh.class_teacher, "Классный руководитель"),
            (self._demo.deputy_mother, "Завуч"),
            (admin, "Администратор"),
        ]

    def _in_two_classes(self, guardian: int, pupil: int, class_id: int) -> bool:
        children = [p for g, p, _ in self._demo.guardians if g == guardian]
        seventh = next(c for c in self._demo.classes if c.id == class_id)
        return pupil in seventh.pupils and len(children) > 1

    def _new_phone(self, person: int, *, started: bool) -> None:
        assert self.telegram is not None
        name = self._demo.people[person]
        account = FIRST_ACCOUNT + person
        # With the patronymic, which a guardian signs the consent by.
        label = f"{name.polite} · {self._what(person)}"
        self.telegram.add_user(name.given, user_id=account, last_name=name.surname, label=label, started=started)

    async def _open_link(self, account: int, code: str) -> None:
        assert self.telegram is not None
        url = f"{self.telegram.url}/people/users/{account}/start"
        async with aiohttp.ClientSession() as client, client.post(url, json={"payload": code}) as response:
            response.raise_for_status()

    async def _bound(self) -> dict[int, int]:
        rows = await self._database.reader.rows(
            select(bindings.c.person_id, bindings.c.telegram_id).where(bindings.c.ended_at.is_(None))
        )
        return {row.person_id: row.telegram_id for row in rows}

    def _staged(self, person: int, bound: dict[int, int]) -> StagePerson:
        return StagePerson(str(person), self._demo.people[person].full, self._what(person), bound.get(person))

    def _matches(self, person: int, asked: str) -> bool:
        name = norm(self._demo.people[person].full)
        return any(part.startswith(asked) for part in (name, *name.split())) or asked in norm(self._what(person))

    def _what(self, person: int) -> str:
        """«мама: 7А, 3Б», «ученик 7А», «учитель», «завуч, учитель, мама: 7А»"""
        return ", ".join([*self._duties(person), *self._family(person)])

    def _duties(self, person: int) -> list[str]:
        own = [f"классный руководитель {c.name}" for c in self._demo.classes if c.class_teacher == person]
        return [*(_ROLES[role] for role in self._demo.roles.get(person, [])), *own]

    def _family(self, person: int) -> list[str]:
        seats = {pupil: c.name for c in self._demo.classes for pupil in c.pupils}
        children = [(seats[p], relation) for g, p, relation in self._demo.guardians if g == person]
        said = [f"{_RELATIONS[children[0][1]]}: {', '.join(name for name, _ in children)}"] if children else []
        word = "ученица" if self._is_woman(person) else "ученик"
        return [*said, *([f"{word} {seats[person]}"] if person in seats else [])]

    def _is_woman(self, person: int) -> bool:
        """By the patronymic, which everyone of the demo school has."""
        return (self._demo.people[person].patronymic or "").endswith("на")


_ROLES = {
    "admin": "администратор журнала",
    "director": "директор",
    "deputy": "завуч",
    "secretary": "секретарь",
    "site_editor": "администратор сайта",
    "teacher": "учитель",
}
_RELATIONS = {"mother": "мама", "father": "папа", "guardian": "опекун", "other": "бабушка"}


def demo_start(demo: DemoSchool) -> tuple[datetime, int]:
    """The demo's first moment, ten minutes into 7А's algebra on the first day with it, and lessons ended by then."""
    seventh = next(c for c in demo.classes if c.name == "7А")
    slots = sorted(
        lesson.slot for lesson in demo.lessons if lesson.class_id == seventh.id and lesson.subject.key == "alg"
    )
    day, position = next(
        (TODAY + timedelta(days=ahead), slot[1])
        for ahead in range(7)
        for slot in slots
        if slot[0] == (TODAY + timedelta(days=ahead)).isoweekday()
    )
    starts = BELL_STARTS[position - 1]
    return datetime.combine(day, starts, ZONE) + timedelta(minutes=10), position - 1


BELL_STARTS = (time(8, 30), time(9, 25), time(10, 30), time(11, 35), time(12, 30), time(13, 25), time(14, 20))


def _next_bell(day: SchoolDay, now: datetime) -> datetime | None:
    ends = sorted(
        {_end(lesson, now.date()) for lesson in day.lessons if lesson.bell} - {None}, key=lambda end: end or now
    )
    return next((end for end in ends if end and end > now), None)


def _end(lesson: PlannedLesson, day: date) -> datetime | None:
    return datetime.combine(day, lesson.bell.ends, ZONE) if lesson.bell else None


def binding_rows(stage: DemoStage, demo: DemoSchool, at: datetime) -> list[dict[str, object]]:
    """Rows of `bindings` for the default phones: each of its person with all the roles that they hold."""
    pupils = {pupil for c in demo.classes for pupil in c.pupils}
    guardians = {guardian for guardian, _, _ in demo.guardians}
    class_teachers = {c.class_teacher for c in demo.classes}

    def roles(person: int) -> list[str]:
        held = set(demo.roles.get(person, []))
        held |= {"pupil"} if person in pupils else set()
        held |= {"guardian"} if person in guardians else set()
        held |= {"class_teacher"} if person in class_teachers else set()
        return sorted(held)

    return [
        {"telegram_id": stage.account_of(person), "person_id": person, "roles": roles(person)}
        | {"bound_at": at, "confirmed_at": at}
        for person in stage.bound_people()
    ]
