"""A table of substitutions as this program takes it; its lines are an example, each of another kind."""

from io import BytesIO
from pathlib import Path

from storage.files.template import ListColumn, write_lists

COLUMNS = (
    ListColumn("Дата", 12, "02.12, 2 декабря или «завтра». Пусто — как в строке выше.", ("завтра", "", "", "")),
    ListColumn("Класс", 8, "Как пишет школа: 7А.", ("7А", "7А", "8Б", "9В")),
    ListColumn("Урок", 8, "Номер урока по расписанию.", (1, 3, 2, 6)),
    ListColumn(
        "Что",
        14,
        "Замена, отмена, кабинет или перенос. Можно оставить пустым, если это видно по другим столбцам.",
        ("замена", "отмена", "кабинет", "перенос"),
    ),
    ListColumn("Заменяет", 28, "Фамилия; у однофамильцев — с инициалами.", ("Лютикова О. В.", "", "", "")),
    ListColumn(
        "Предмет",
        22,
        "Если вместо урока будет другой предмет. Если уроков в это время несколько — какой из них.",
        ("", "", "", ""),
    ),
    ListColumn("Группа", 10, "Подгруппа, если урок делится.", ("", "1", "", "")),
    ListColumn("Кабинет", 12, "Новый кабинет; пусто — прежний.", ("", "", "214", "")),
    ListColumn("Перенести на", 18, "Дата и номер урока. Только номер — в тот же день.", ("", "", "", "5 урок")),
)


def write_changes_template(file: Path | BytesIO) -> None:
    write_lists(file, {"Замены": COLUMNS})
