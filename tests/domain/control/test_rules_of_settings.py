from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.settings import Settings


def test_dates_of_duties_are_the_schools_own() -> None:
    rules = Settings(consents_by="09-15", document_days=3, term_mark_days=5).control_rules
    assert rules.consents_by == (9, 15)
    assert (rules.documents_within, rules.term_marks_around) == (timedelta(days=3), timedelta(days=5))


@pytest.mark.parametrize("said", ["1 октября", "13-01", "10-31", "10-1", "05-01"])
def test_a_day_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(ValidationError):
        Settings(consents_by=said)
