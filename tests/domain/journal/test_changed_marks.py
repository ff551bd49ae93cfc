"""What stands of others' changes of a teacher's marks."""

from datetime import datetime, timedelta

import pytest

from domain.ids import MarkId, PersonId
from domain.journal.changed_marks import LoggedMark, changed_by_others
from tests import school

OWNER, OTHER, THIRD = school.ALGEBRA_TEACHER, school.ENGLISH_1, school.DEPUTY
SINCE = datetime(2026, 11, 23, 18, 0, tzinfo=school.ZONE)
UNTIL = SINCE + timedelta(days=1)


def change(owner: PersonId, by: PersonId, before: str | None, after: str | None, hour: int = 1) -> LoggedMark:
    at = SINCE + timedelta(hours=hour)
    name = school.PEOPLE[school.IVANOV]
    return LoggedMark(MarkId(1), school.IVANOV, name, "Алгебра", at, owner, by, school.PEOPLE[by], before, after)


@pytest.mark.parametrize(
    ("log", "told"),
    [
        ([change(OWNER, OTHER, "4", "5")], ("4", "5", OTHER)),
        ([change(OWNER, OTHER, "4", None)], ("4", None, OTHER)),
        ([change(OWNER, OTHER, "4", "5"), change(OTHER, THIRD, "5", "3", 2)], ("4", "3", THIRD)),
        ([change(OWNER, OTHER, "4", "5"), change(OTHER, THIRD, "5", "4", 2)], None),
        ([change(OWNER, OTHER, "4", "5"), change(OTHER, OWNER, "5", "3", 2)], None),
        ([change(OWNER, OWNER, "4", "5")], None),
        ([change(OTHER, THIRD, "4", "5")], None),
        ([change(OWNER, OTHER, "4", "5", 24)], None),
        ([change(OWNER, OTHER, "4", "5", -1)], None),
        ([change(OWNER, OTHER, "4", "5", 23), change(OTHER, OWNER, "5", "4", 25)], None),
    ],
)
def test_only_what_another_changed_that_day_and_what_stands_of_it_is_told(
    log: list[LoggedMark], told: tuple[str | None, str | None, PersonId] | None
) -> None:
    found = [(first.before, last.after, last.by) for first, last in changed_by_others(log, OWNER, SINCE, UNTIL)]
    assert found == ([told] if told else [])
