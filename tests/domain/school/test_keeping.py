"""Which copies of the journal may go: by days, weeks and months; an unproved one first, the last proved one never."""

from datetime import UTC, datetime, timedelta

from domain.school.backups import Backup, Keeping, Trouble, outlived

NIGHT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
USUAL = Keeping(daily=7, weekly=5, monthly=12)


def _copy(nights_ago: int, *, proved: bool = True, trouble: Trouble = Trouble.DAMAGED, size: int = 1) -> Backup:
    made_at = NIGHT - timedelta(days=nights_ago)
    if proved:
        return Backup(f"{made_at:%m-%d}", made_at, size, "", proved_at=made_at)
    return Backup(f"{made_at:%m-%d}", made_at, size, "", trouble=trouble)


def _stay(copies: list[Backup], keeping: Keeping = USUAL) -> list[str]:
    gone = {one.name for one in outlived(copies, keeping, lambda at: at.date())}
    return [one.name for one in copies if one.name not in gone]


def test_a_year_of_nights_leaves_a_week_five_weeks_and_twelve_months() -> None:
    stay = _stay([_copy(n) for n in range(365)])
    assert stay[:7] == ["11-24", "11-23", "11-22", "11-21", "11-20", "11-19", "11-18"]
    assert stay[7:10] == ["11-15", "11-08", "11-01"], "with the two weeks of the days above, five"
    last_days = ["10-31", "09-30", "08-31", "07-31", "06-30", "05-31", "04-30", "03-31", "02-28", "01-31", "12-31"]
    assert stay[10:] == last_days, "with November, twelve"


def test_night_after_night_the_same_remain_as_when_all_are_looked_at_at_once() -> None:
    kept: list[Backup] = []
    for n in reversed(range(200)):
        kept.insert(0, _copy(n))
        gone = outlived(kept, USUAL, lambda at: at.date())
        kept = [one for one in kept if one not in gone]
    assert [one.name for one in kept] == _stay([_copy(n) for n in range(200)])


def test_of_a_day_a_proved_copy_stays_rather_than_a_newer_one_that_is_not() -> None:
    older, newer = _copy(0), Backup("later", NIGHT + timedelta(minutes=20), 1, "", trouble=Trouble.DAMAGED)
    assert _stay([newer, older], Keeping(1, 0, 0)) == [older.name]


def test_the_last_proved_copy_stays_however_old() -> None:
    copies = [*(_copy(n, proved=False) for n in range(10)), _copy(400), _copy(500)]
    assert _stay(copies, Keeping(2, 0, 0)) == [copies[0].name, copies[1].name, copies[10].name]


def test_a_copy_that_another_key_opens_is_let_alone() -> None:
    foreign = _copy(300, proved=False, trouble=Trouble.KEY)
    assert foreign.name in _stay([*(_copy(n) for n in range(3)), foreign], Keeping(1, 0, 0))


def test_what_was_never_made_or_is_gone_is_nothing_to_remove() -> None:
    failed = _copy(20, proved=False, size=0)
    gone = Backup("gone", NIGHT - timedelta(days=30), 1, "", proved_at=NIGHT, removed_at=NIGHT)
    assert outlived([_copy(0), failed, gone], Keeping(1, 0, 0), lambda at: at.date()) == []
