# Списки и расписание через чат: что прислать, что изменится, как вернуть, как выгрузить.

roles-command-import = Списки и расписание файлом
bringing-menu = 📥 Списки из файла
bringing-how =
    📥 <b>Списки и расписание</b>

    Пришлите файл сюда, в чат. Сначала покажем, что изменится; записано будет только после вашего «Применить».

    • ученики, сотрудники, нагрузка — XLSX, ODS или CSV по шаблону;
    • расписание — aSc (XML), FET (.fet или CSV) или таблица школы по классам.

    До 5 МБ; несколько файлов можно прислать подряд, каждый проверится отдельно.
bringing-how-timetable =
    📥 <b>Расписание из файла</b>

    Пришлите файл сюда, в чат: aSc (XML), FET (.fet или CSV) или таблицу школы по классам, до 5 МБ. Сначала покажем, что изменится; записано будет только после вашего «Применить». Списки вносят секретарь и администратор журнала.
bringing-template = 📄 Шаблон таблицы
bringing-template-file = Шаблон списков
bringing-template-caption = Замените примеры своими строками и пришлите файл сюда. Листы, которые не нужны, можно удалить.
bringing-take-out = 📤 Выгрузить списки
bringing-undo-file = ↩️ Отменить { $name }
bringing-choose-class = Списки какого класса выгрузить? Файл — того же вида, что и шаблон: поправьте его и пришлите обратно.
bringing-lists-file = Списки { $name }
bringing-lists-caption = { $pupils ->
    [one] <b>{ $name }</b>: { $pupils } ученик с родителями и нагрузка класса. Здесь персональные данные: не пересылайте файл.
    [few] <b>{ $name }</b>: { $pupils } ученика с родителями и нагрузка класса. Здесь персональные данные: не пересылайте файл.
   *[many] <b>{ $name }</b>: { $pupils } учеников с родителями и нагрузка класса. Здесь персональные данные: не пересылайте файл.
}
bringing-left-out = Не вошло записей, которые загрузка не смогла бы прочитать (например, имя с инициалами): { $count }.
bringing-waits = ⏳ Файл в очереди: сейчас читаются другие. Ответ придёт сюда.
bringing-nameless = файл

bringing-looked = 📄 <b>{ $name }</b>: проверка. Пока ничего не записано.
bringing-nothing-new = 📄 <b>{ $name }</b>: всё это в школе уже есть, менять нечего.
bringing-nothing-but-doubts = 📄 <b>{ $name }</b>: менять нечего, кроме строк под вопросом.
bringing-stale = 🔄 Списки успели измениться, поэтому ничего не записано. Вот что изменится теперь.
bringing-refused = { $count ->
    [one] 📄 <b>{ $name }</b>: ничего не записано, нужно поправить { $count } место. Исправьте и пришлите файл снова.
    [few] 📄 <b>{ $name }</b>: ничего не записано, нужно поправить { $count } места. Исправьте и пришлите файл снова.
   *[many] 📄 <b>{ $name }</b>: ничего не записано, нужно поправить { $count } мест. Исправьте и пришлите файл снова.
}
bringing-count-new = ➕ Новые: { $counts }.
bringing-count-changed = ✏️ Изменится: { $counts }.
bringing-count-untouched = Без изменений: { $counts }.
bringing-doubts = ❔ Под вопросом: { $count }, не вносятся, пока не поправлены:
bringing-missing = 🔎 Нет в файле: { $count }
bringing-missing-one = • { $who }
bringing-missing-of-class = • { $where } · { $who }
bringing-missing-stay-pupils = Они остаются в школе: файл никого не отчисляет. Кто выбыл или перешёл в другой класс, оформляется через «Движение».
bringing-missing-stay = Всё это остаётся в школе как есть.
bringing-more = … и ещё { $count } — в таблице
bringing-no-undo = Расписание одной кнопкой не вернуть: прежнее вернёт файл с прежним расписанием.
bringing-apply = ✅ Применить
bringing-leave = Не надо
bringing-left = Файл отложен, ничего не изменилось. Его можно прислать ещё раз.
bringing-done = ✅ Внесено
bringing-applied = ✅ <b>{ $name }</b>: внесено.
bringing-undo-until = Вернуть всё как было можно одной кнопкой до { $time }, { $day }.
bringing-undone = ↩️ <b>{ $name }</b>: всё, что внёс этот файл, убрано, прежние значения вернулись.
bringing-not-undone = <b>{ $name }</b>: отменить уже нельзя, ничего не изменилось. С тем, что внёс файл, успели поработать:
bringing-changed-since = • потом изменились: { $counts }
bringing-hanging-bindings = • вошли в журнал: { $count }
bringing-hanging-access_codes = • выданы коды: { $count }
bringing-hanging-marks = • отметки: { $count }
bringing-hanging-attendance = • записи о присутствии: { $count }
bringing-hanging-homework = • домашние задания: { $count }
bringing-hanging-timetable_entries = • уроки расписания: { $count }
bringing-hanging-teaching_loads = • строки нагрузки: { $count }
bringing-hanging-bell_rules = • звонки классов: { $count }
bringing-hanging-other = • другие записи: { $count }
bringing-undo-by-hand = Поправить можно файлом: выгрузите списки, исправьте и пришлите.

bringing-changes-file = Что изменится
bringing-changes-caption = Всё подробно: что было, что станет и где это в файле.
bringing-column-who = Кто, что
bringing-column-what = Что меняется
bringing-column-old = Было
bringing-column-new = Станет
bringing-column-about = О ком, где
bringing-column-sheet = Лист файла
bringing-column-row = Ячейка, строка
bringing-sheet-classes = Классы
bringing-sheet-pupils = Ученики
bringing-sheet-guardians = Родители
bringing-sheet-staff = Сотрудники
bringing-sheet-subjects = Предметы
bringing-sheet-groups = Подгруппы
bringing-sheet-load = Нагрузка
bringing-sheet-doubts = Под вопросом
bringing-sheet-missing = Нет в файле
bringing-sheet-mistakes = Ошибки
bringing-field-whole = появится
bringing-field-class = класс
bringing-field-birth = дата рождения
bringing-field-number = личный номер
bringing-field-group = подгруппа
bringing-field-guardian_relation = кем приходится
bringing-field-post = роль
bringing-field-leads = классное руководство
bringing-field-hours = часов в неделю
bringing-relation-mother = мать
bringing-relation-father = отец
bringing-relation-guardian = опекун
bringing-relation-other = другое

refused-file-too-heavy = Файл больше { $megabytes } МБ. Оставьте в нём только списки или расписание, без картинок, и пришлите снова.
refused-file-gone = Этот файл уже внесён, отложен или ждал больше суток. Пришлите его ещё раз — покажем, что изменится.
refused-undo-late = Вернуть одной кнопкой можно в течение суток, они прошли. Поправьте файлом: выгрузите списки, исправьте и пришлите.
refused-applied-after = После этого файла внесён другой. Сначала отмените его, потом этот.
