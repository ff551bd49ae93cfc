"""Weekly lessons by subject and grade, after the federal plans for a five-day week; a default for the demo, no rule.

Sources: federal educational programmes of 2023 (primary, basic, secondary general education), as published by schools
for 2024/25; where a school chooses, the commoner choice.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    key: str
    name: str
    short: str
    hours: dict[int, int]
    """Lessons a week by grade."""
    split: bool = False
    """Taught in two subgroups at the same time."""
    primary: bool = False
    """In grades 1-4 given by the class's own teacher."""


def _spread(**spans: int) -> dict[int, int]:
    """`g5_6=3, g7=4` → {5: 3, 6: 3, 7: 4}"""
    hours: dict[int, int] = {}
    for span, lessons in spans.items():
        first, _, last = span[1:].partition("_")
        hours.update(dict.fromkeys(range(int(first), int(last or first) + 1), lessons))
    return hours


SUBJECTS = (
    Subject("rus", "Русский язык", "Рус. яз.", _spread(g1_4=5, g5=5, g6=6, g7=4, g8_9=3, g10_11=2), primary=True),
    Subject("read", "Литературное чтение", "Чтение", _spread(g1_4=4), primary=True),
    Subject("lit", "Литература", "Лит-ра", _spread(g5_6=3, g7_8=2, g9_11=3)),
    Subject("eng", "Английский язык", "Англ. яз.", _spread(g2_4=2, g5_11=3), split=True),
    Subject("math", "Математика", "Матем.", _spread(g1_4=4, g5_6=5), primary=True),
    Subject("alg", "Алгебра", "Алгебра", _spread(g7_9=3, g10_11=4)),
    Subject("geom", "Геометрия", "Геометр.", _spread(g7_9=2, g10_11=3)),
    Subject("prob", "Вероятность и статистика", "Вер. и стат.", _spread(g7_11=1)),
    Subject("inf", "Информатика", "Информ.", _spread(g7_9=1, g10_11=2), split=True),
    Subject("world", "Окружающий мир", "Окр. мир", _spread(g1_4=2), primary=True),
    Subject("hist", "История", "История", _spread(g5_8=2, g9=3, g10_11=2)),
    Subject("soc", "Обществознание", "Общество", _spread(g6_9=1, g10_11=2)),
    Subject("geo", "География", "Геогр.", _spread(g5_6=1, g7_9=2, g10_11=1)),
    Subject("bio", "Биология", "Биол.", _spread(g5_7=1, g8_9=2, g10_11=1)),
    Subject("phys", "Физика", "Физика", _spread(g7_8=2, g9=3, g10_11=3)),
    Subject("chem", "Химия", "Химия", _spread(g8_9=2, g10_11=1)),
    Subject("art", "Изобразительное искусство", "ИЗО", _spread(g1_7=1), primary=True),
    Subject("music", "Музыка", "Музыка", _spread(g1_8=1)),
    Subject("craft", "Труд (технология)", "Труд", _spread(g1_4=1, g5_7=2, g8_9=1), primary=True),
    Subject("sport", "Физическая культура", "Физ-ра", _spread(g1_4=2, g5_9=2, g10_11=2)),
    Subject("safety", "Основы безопасности и защиты Родины", "ОБЗР", _spread(g8_11=1)),
    Subject("talk", "Разговоры о важном", "Разговоры", _spread(g1_11=1)),
)

TEACHERS = {
    "rus": 5,
    "eng": 5,
    "math": 5,
    "inf": 2,
    "hist": 2,
    "geo": 1,
    "bio": 1,
    "phys": 2,
    "chem": 1,
    "music": 1,
    "craft": 2,
    "sport": 3,
    "safety": 1,
}
"""How many teachers each chair has."""

CHAIR = {
    "lit": "rus",
    "alg": "math",
    "geom": "math",
    "prob": "math",
    "soc": "hist",
    "art": "craft",
}
"""Whose teachers give a subject that has no chair of its own."""

TOPICS = {
    "rus": "Правописание безударных гласных;Знаки препинания при обращении;Причастный оборот;Сжатое изложение;"
    "Разбор предложения;Н и НН в суффиксах;Повторение изученного;Словарный диктант",
    "lit": "Образ автора в повести;Чтение по ролям;Анализ стихотворения;Герои и их поступки;Сочинение-рассуждение",
    "read": "Сказки народов России;Стихи об осени;Рассказы о животных;Пересказ по плану;Внеклассное чтение",
    "eng": "Present Simple: повторение;My family;Travelling;Irregular verbs;Reading: a letter from London;At the shop",
    "math": "Сложение и вычитание;Обыкновенные дроби;Решение задач на движение;Площадь прямоугольника;Проценты",
    "alg": "Степень с натуральным показателем;Одночлены;Формулы сокращённого умножения;Линейные уравнения;Функции",
    "geom": "Признаки равенства треугольников;Параллельные прямые;Сумма углов треугольника;Построения циркулем",
    "phys": "Скорость;Плотность вещества;Сила трения;Закон Гука;Лабораторная работа;Давление жидкости",
    "hist": "Древняя Русь;Реформы Петра I;Россия в XIX веке;Работа с картой;Повседневная жизнь",
    "bio": "Строение клетки;Ткани растений;Класс Насекомые;Кровеносная система;Лабораторная работа",
    "chem": "Валентность;Типы реакций;Растворы;Кислород и его свойства;Практическая работа",
    "geo": "План и карта;Литосфера;Климат России;Население мира;Работа с контурной картой",
    "inf": "Алгоритмы;Системы счисления;Таблицы и формулы;Циклы в программе;Информационная безопасность",
}
ANY_TOPICS = "Повторение;Новый материал;Практическая работа;Обобщающий урок;Работа в группах"

HOMEWORK = {
    "rus": "Упр. {n};§ {p}, выучить правило;Упр. {n}, словарные слова",
    "lit": "Прочитать главу {p};Выучить отрывок наизусть;Ответить на вопросы с. {n}",
    "read": "С. {n}, пересказ;Выразительное чтение, с. {n};Читательский дневник",
    "eng": "WB с. {p}, упр. {p};Учить слова, модуль {p};SB с. {n} — читать и переводить",
    "math": "№ {n}–{m};№ {n}, {m};Повторить таблицу умножения, № {n}",
    "alg": "№ {n}–{m};§ {p}, № {n};Подготовиться к самостоятельной, № {n}",
    "geom": "§ {p}, № {n};№ {n}, {m};Выучить теорему, № {n}",
    "phys": "§ {p}, вопросы;§ {p}, задачи {n}, {m};Оформить лабораторную",
    "hist": "§ {p}, вопросы 1–4;§ {p}, выучить даты;Заполнить таблицу",
}
REMARKS = {
    "remark": "Не было тетради;Разговаривал(а) на уроке, на замечание отозвался(ась);Забыл(а) сменную обувь;"
    "Просим заглянуть в тетрадь: много исправлений",
    "praise": "Помогал(а) однокласснику разобраться в теме;Отличный ответ у доски;Подготовил(а) доклад сверх задания;"
    "Работал(а) весь урок с интересом",
}
ANY_HOMEWORK = "§ {p}, вопросы;§ {p}, конспект;Повторить § {p};Закончить работу в тетради"
