import pytest

from domain.journal.unmarked import is_unmarked


@pytest.mark.parametrize(
    "subject", ["Разговоры о важном", "РАЗГОВОРЫ О ВАЖНОМ", "Россия – мои горизонты", "«Россия - мои горизонты»"]
)
def test_extra_curricular_hours_are_not_marked(subject: str) -> None:
    assert is_unmarked(subject)


@pytest.mark.parametrize("subject", ["Алгебра", "Россия в мире", "История России", "Классная музыка"])
def test_subjects_are(subject: str) -> None:
    assert not is_unmarked(subject)
