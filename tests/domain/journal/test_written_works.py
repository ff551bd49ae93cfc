"""Which topics say that a written work is held."""

import pytest

from domain.journal.written_works import is_written_work

HELD = (
    "Контрольная работа № 2 по теме «Дроби»",
    "Итоговый контрольный диктант",
    "Контрольное списывание",
    "Диктант с грамматическим заданием",
    "Словарный диктант. Наречие",
    "Р.р. Изложение с элементами сочинения",
    "Обучающее сочинение-описание",
    "Мини-сочинение «Мой город»",
    "Повторение. Самостоятельная работа",
    "Проверочная работа",
    "Входная диагностическая работа",
    "Тест по теме «Клетка»",
    "Тестирование",
    "Зачёт № 1",
    "ВПР",
    "К/р «Законы Ньютона»",
    "с. р. Логарифмы",
    "КОНТРОЛЬНАЯ РАБОТА",
)
NOT_HELD = (
    None,
    "",
    "Анализ контрольной работы",
    "Работа над ошибками диктанта",
    "Подготовка к изложению",
    "Учимся писать сочинение",
    "Самостоятельные и служебные части речи",
    "Причины протестов. Протестантизм",
    "Тесто и его виды",
    "Работа с текстом",
    "Устный зачёт",
    "Контрольные вопросы к параграфу",
    "Контрольный урок",
    "Сочинительные союзы",
    "Солнечная система",
)


@pytest.mark.parametrize("topic", HELD)
def test_a_topic_that_names_a_written_work_in_the_nominative_says_that_one_is_held(topic: str) -> None:
    assert is_written_work(topic)


@pytest.mark.parametrize("topic", NOT_HELD)
def test_a_topic_about_a_written_work_or_about_nothing_of_the_kind_does_not(topic: str | None) -> None:
    assert not is_written_work(topic)
