"""The nightly copy on both kinds of database: made, proved by restoring, written down, outlived, told of in trouble."""

import asyncio
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import insert, make_url, select

from domain.clock import SchoolTime
from domain.events import BackupTroubled
from domain.school.backups import Backup, BackupFailed, Keeping, NightlyBackups, Trouble
from storage.backups.folder import BackupFolder
from storage.backups.rows import BackupsReading
from storage.database import Database
from storage.tables.messaging import facts
from storage.tables.roles import people
from tests import school
from tests.clock import SetClock
from tests.statements import counted

KEY = "any-long-random-text-of-32-characters"
OTHER_KEY = "another-long-random-text-of-32-letters"
SCHOOL = "1a2b3c4d"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups"


def _nightly(database: Database, folder: Path, key: str = KEY, url: str = "", daily: int = 7) -> NightlyBackups:
    time = SchoolTime(database.clock, lambda: school.ZONE)
    copies = BackupFolder(url or database.url.render_as_string(hide_password=False), folder, key, SCHOOL)
    return NightlyBackups(time, copies, BackupsReading(database.reader), database.begin, Keeping(daily, 0, 0))


async def _known(database: Database) -> list[Backup]:
    return list(await BackupsReading(database.reader).backups())


async def _told(database: Database) -> list[str]:
    rows = await database.reader.rows(select(facts.c.body).where(facts.c.kind == BackupTroubled.kind))
    return [row.body["why"] for row in rows]


def _files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


async def test_a_night_leaves_one_encrypted_proved_copy(database: Database, folder: Path, clock: SetClock) -> None:
    assert await _nightly(database, folder).make() is None
    [backup] = await _known(database)
    [file] = folder.iterdir()
    assert (backup.name, backup.size) == (file.name, file.stat().st_size)
    assert (backup.made_at, backup.proved_at, backup.trouble) == (clock.now(), clock.now(), None)
    assert file.name.startswith(f"zvonok-{SCHOOL}-")
    assert file.stat().st_mode & 0o777 == 0o600
    assert "Иванов".encode() not in file.read_bytes()
    assert await _told(database) == []


async def test_nothing_in_the_clear_is_left_behind(database: Database, folder: Path, tmp_path: Path) -> None:
    before = {one.name for one in tmp_path.iterdir()}
    await _nightly(database, folder).make()
    left = {one.name for one in tmp_path.iterdir()} - before
    assert {name for name in left if not name.startswith("school.db-")} == set()
    if not database.is_sqlite:
        rows = await database.reader.rows(select(people.c.id).limit(1))
        assert rows
        connection = await asyncpg.connect(make_url(str(database.url)).set(drivername="postgresql").render_as_string())
        names = await connection.fetch("SELECT datname FROM pg_database")
        await connection.close()
        assert f"{database.url.database}_proof" not in {row[0] for row in names}


async def test_what_is_written_meanwhile_does_not_spoil_the_proof(database: Database, folder: Path) -> None:
    night = asyncio.ensure_future(_nightly(database, folder).make())
    number = 0
    while not night.done():
        number += 1
        async with database.begin() as tx:
            name = {"surname": "Новиков", "given": "Пётр", "name_norm": "новиков пётр", "created_at": school.STARTED}
            await tx.run(insert(people).values(**name))
        await asyncio.sleep(0.002)
    assert await night is None
    assert number > 3


async def test_a_copy_that_is_damaged_on_its_disk_is_found(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nightly = _nightly(database, folder)
    prove = nightly.copies.prove

    async def after_damage(name: str, rows: dict[str, int] | None) -> None:
        content = bytearray((folder / name).read_bytes())
        content[len(content) // 2] ^= 1
        (folder / name).write_bytes(content)
        await prove(name, rows)

    monkeypatch.setattr(nightly.copies, "prove", after_damage)
    assert await nightly.make() is Trouble.DAMAGED
    [backup] = await _known(database)
    assert (backup.trouble, backup.proved_at) == (Trouble.DAMAGED, None)
    assert await _told(database) == ["damaged"]


async def test_rows_that_are_not_as_many_as_were_copied_are_found(database: Database, folder: Path) -> None:
    nightly = _nightly(database, folder)
    name = nightly.copies.name(database.clock.now())
    made = await nightly.copies.make(name)
    assert made.rows is not None
    assert made.rows["people"] == len(school.PEOPLE)
    await nightly.copies.prove(name, made.rows)
    with pytest.raises(BackupFailed, match="people") as failed:
        await nightly.copies.prove(name, {**made.rows, "people": made.rows["people"] + 1})
    assert failed.value.trouble is Trouble.DIFFERS


async def test_trouble_is_told_once_a_night_however_often_it_is_tried(
    database: Database, folder: Path, clock: SetClock
) -> None:
    nightly = _nightly(database, folder / "absent")
    for _ in range(3):
        assert await nightly.make_missed() is Trouble.FOLDER
        clock.advance(minutes=5)
    assert await _told(database) == ["folder"]
    clock.advance(hours=24)
    await nightly.make()
    assert await _told(database) == ["folder", "folder"]


async def test_a_missed_night_is_made_up_for_and_only_a_missed_one(
    database: Database, folder: Path, clock: SetClock
) -> None:
    nightly = _nightly(database, folder)
    await nightly.make_missed()
    assert len(_files(folder)) == 1, "there was none yet"
    clock.advance(hours=26)
    await nightly.make_missed()
    assert len(_files(folder)) == 1
    clock.advance(seconds=1)
    await nightly.make_missed()
    assert len(_files(folder)) == 2


async def test_old_copies_go_and_the_last_proved_one_stays(database: Database, folder: Path, clock: SetClock) -> None:
    (folder / "holiday.jpg").write_bytes(b"not ours")
    nightly = _nightly(database, folder, daily=2)
    for _ in range(3):
        await nightly.make()
        clock.advance(hours=24)
    assert [one.name for one in reversed(await _known(database)) if one.kept] == _files(folder)[1:]
    assert len(_files(folder)) == 3
    assert "holiday.jpg" in _files(folder)


async def test_a_copy_that_nobody_wrote_down_is_proved_and_written_down(
    database: Database, folder: Path, clock: SetClock
) -> None:
    """The program was killed in between, or an older copy was restored."""
    nightly = _nightly(database, folder)
    left = nightly.copies.name(clock.now() - timedelta(days=1))
    await nightly.copies.make(left)
    (folder / f"{left}.part").write_bytes(b"half")
    stranger = folder / "zvonok-ffffffff-20261101T000000Z.backup"
    stranger.write_bytes(b"another school's")
    await nightly.make()
    assert {one.name for one in await _known(database)} == set(_files(folder)) - {stranger.name}
    assert all(one.proved_at for one in await _known(database))
    assert f"{left}.part" not in _files(folder)


async def test_a_copy_of_another_key_is_told_of_and_let_alone(
    database: Database, folder: Path, clock: SetClock
) -> None:
    old = _nightly(database, folder, OTHER_KEY)
    name = old.copies.name(clock.now() - timedelta(days=40))
    await old.copies.make(name)
    assert await _nightly(database, folder, daily=1).make() is None
    assert await _told(database) == ["key"]
    assert name in _files(folder)


async def test_without_the_right_to_make_a_database_a_copy_is_read_whole_and_not_called_proved(
    postgres: str, request: pytest.FixtureRequest, folder: Path, clock: SetClock, tmp_path: Path
) -> None:
    server = make_url(postgres)
    template = request.getfixturevalue("postgres_template")
    admin = await asyncpg.connect(postgres)
    name = f"modest_{template}"
    await admin.execute(f"CREATE ROLE {name} LOGIN")
    await admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    database = Database.open(server.set(database=name).render_as_string(), clock)
    database.zone = school.ZONE
    try:
        inside = await asyncpg.connect(server.set(database=name).render_as_string())
        await inside.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}")
        await inside.execute(f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        await inside.close()
        modest = server.set(database=name, username=name).render_as_string()
        assert await _nightly(database, folder, url=modest).make() is Trouble.UNRESTORED
        [backup] = await _known(database)
        assert (backup.proved_at, backup.kept) == (None, True)
    finally:
        await database.close()
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.execute(f"DROP ROLE {name}")
        await admin.close()


async def test_a_night_asks_the_database_the_same_few_times_however_many_copies_there_are(
    database: Database, folder: Path, clock: SetClock
) -> None:
    nightly = _nightly(database, folder, daily=1)
    asked = []
    for _ in range(3):
        with counted(database) as night:
            await nightly.make()
        asked.append(night.statements)
        clock.advance(hours=24)
    begins = database.is_sqlite
    assert asked[0] == 3 + begins, "known ones twice, and the new one"
    assert asked[1:] == [4 + 2 * begins] * 2, "and the outlived ones"
