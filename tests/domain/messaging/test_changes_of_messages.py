"""A change of a message that stands rings nowhere, so it waits for no morning."""

from datetime import datetime, timedelta

from domain.clock import SchoolTime
from domain.ids import AccountId, DeliveryId
from domain.messaging.fates import Known, Later, early_fate
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.messaging.readers import Address
from domain.school.roster import Roster
from tests import school
from tests.clock import SetClock

NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=school.ZONE)
ACCOUNT = AccountId(1)


def question(edits: DeliveryId | None) -> Claimed:
    return Claimed(
        id=DeliveryId(2),
        event="mark_request:1",
        version=2,
        account=ACCOUNT,
        kind=Kind.MARK_REQUEST,
        pupil=None,
        body={"request": 1},
        attempts=1,
        doubtful=False,
        said=None,
        expires_at=NIGHT + timedelta(days=3),
        edits=edits,
    )


def test_a_question_waits_for_the_morning_and_its_closing_does_not() -> None:
    time = SchoolTime(SetClock(NIGHT), lambda: school.ZONE)
    address = Address(ACCOUNT, school.DEPUTY, school.telegram_id(school.DEPUTY), "ru")
    known = Known(time, {ACCOUNT: address}, {}, {}, {}, Roster({}, {}))
    assert isinstance(early_fate(question(None), known), Later)
    assert early_fate(question(DeliveryId(1)), known) is None
