# Импорт списков и расписаний: что внесено, что неясно, что исправить.

importing-written = Внесено.
importing-nothing-new = Всё это в школе уже есть: ничего не изменилось.
importing-dry-run = Проверка: ничего не записано. Без --dry-run было бы так.
importing-refused = Ничего не внесено: исправьте ошибки и повторите.
importing-new = Новые: { $counts }.
importing-changed = С изменениями: { $counts }.
importing-timetable = Расписание с { $day }: уроков недели новых — { $added }, прежних — { $kept }, снятых — { $ended }.

importing-count-classes = { $n ->
    [one] { $n } класс
    [few] { $n } класса
   *[many] { $n } классов
}
importing-count-pupils = { $n ->
    [one] { $n } ученик
    [few] { $n } ученика
   *[many] { $n } учеников
}
importing-count-guardians = { $n ->
    [one] { $n } родитель
    [few] { $n } родителя
   *[many] { $n } родителей
}
importing-count-staff = { $n ->
    [one] { $n } сотрудник
    [few] { $n } сотрудника
   *[many] { $n } сотрудников
}
importing-count-subjects = { $n ->
    [one] { $n } предмет
    [few] { $n } предмета
   *[many] { $n } предметов
}
importing-count-groups = { $n ->
    [one] { $n } подгруппа
    [few] { $n } подгруппы
   *[many] { $n } подгрупп
}
importing-count-load = { $n ->
    [one] { $n } строка нагрузки
    [few] { $n } строки нагрузки
   *[many] { $n } строк нагрузки
}

importing-mistakes = Ошибки ({ $n }):
importing-doubts = Неясно, кто имеется в виду ({ $n }), — всё остальное вносится без них:
importing-notes = К сведению ({ $n }):

importing-sheet = лист «{ $sheet }»
importing-row = строка { $row }
importing-column = столбец { $letters }
importing-column-titled = столбец { $letters } «{ $title }»
importing-mistake = { $place }: «{ $value }» — ожидается { $expected }
importing-mistake-empty = { $place }: пусто — ожидается { $expected }
importing-mistake-whole = { $place }: ожидается { $expected }
importing-more = { $said } ({ $more })
importing-doubt = { $place }: { $who } — { $why }
importing-note = { $place }: { $said }

importing-expected-file = файл, который есть на месте и открывается: проверьте имя и права доступа
importing-expected-spreadsheet = таблица XLSX, ODS или CSV: старую .xls сохраните как XLSX, повреждённую откройте в табличной программе и сохраните заново
importing-expected-smaller_file = список школы, а не больше: до 20 МБ, 100 000 строк, 300 столбцов; оставьте в файле только списки
importing-expected-unprotected = файл без пароля: снимите пароль и сохраните заново
importing-expected-without_macros = файл без макросов: сохраните его как обычный XLSX
importing-expected-something = файл, в котором что-то есть: этот пуст
importing-expected-quotes = закрытые кавычки: сохраните CSV заново из табличной программы
importing-expected-headings = строка с заголовками столбцов, например «Класс» и «ФИО»: образец — «Шаблон таблицы» в /import или --template
importing-expected-heading_once = каждый заголовок один раз: переименуйте или удалите лишний столбец
importing-expected-name = фамилия, имя и отчество, например Иванов Пётр Олегович
importing-expected-given_name = имя полностью, а не инициалы, например Иванов Пётр Олегович
importing-expected-class = класс, например 7А
importing-expected-birth_date = дата, например 17.05.2013, и возраст ученика
importing-expected-number = номер не длиннее 40 знаков
importing-expected-number_once = свой номер у каждого человека: этот в списках стоит и у другого
importing-expected-relation = мать, отец, опекун, бабушка или другое
importing-expected-guardian = ФИО родителя, о котором говорят соседние столбцы; если его нет, очистите и их
importing-expected-other_guardian = другой родитель: этот в строке уже есть
importing-expected-group = подгруппа, например 1; без предмета в заголовке — Английский язык: 1; Информатика: 2
importing-expected-post = должность: учитель, заместитель директора, директор, секретарь, администратор журнала, администратор сайта или классный руководитель; несколько — через запятую; без доступа к журналу — пусто
importing-expected-own_class = класс или несколько через запятую, например 7А
importing-expected-subject = предмет, например Английский язык
importing-expected-hours = число уроков в неделю больше 0 и не больше 40, например 3 или 1,5
importing-expected-teacher = сотрудник школы, например Петрова Ольга Викторовна или Петрова О. В.; нового сначала внесите в список сотрудников
importing-expected-timetable = готовое расписание: aSc (XML), FET (.fet или его таблица CSV) или таблица школы по классам
importing-expected-solved = готовое расписание: составьте его в программе до конца и сохраните заново (FET: …_data_and_timetable.fet или CSV; aSc: экспорт XML)
importing-expected-weekday = день недели по имени или номеру, каждый один раз, например Понедельник (две недели: Понедельник чёт, Понедельник нечёт)
importing-expected-hour = час по номеру или времени, например 1 или 08:30-09:15
importing-expected-length = длительность не меньше часа и до конца учебного дня
importing-expected-room = кабинет не длиннее 60 знаков
importing-expected-school_day = день учебного года школы
importing-expected-day_after_journal = день позже: в журнале уже есть записи по прежним урокам, последняя за день в скобках

importing-why-number_of_another = номер в школе у другого человека ({ $other }): проверьте номер и имя
importing-why-number_differs = в школе у этого человека другой номер ({ $other }): исправьте номер в списке
importing-why-name_incomplete = может быть, это { $other }: напишите имя так же полно; если это другой человек, дайте личные номера обоим
importing-why-other_birth_date = в школе у ученика с этим именем другая дата рождения ({ $other }): исправьте дату; если это другой ребёнок, оставьте в списке обоих
importing-why-in_another_class = в школе числится в классе { $other }: список не переводит, переводит приказ о движении; если это другой ребёнок, укажите дату рождения
importing-why-several_known = в школе таких несколько: укажите личный номер или дату рождения
importing-why-several_in_file = в списках таких строк несколько: укажите у всех дату рождения или личный номер, а должности одного человека соедините в одной строке
importing-why-twice = то же стоит в строке { $other }: удалите лишнюю строку; если это другой человек, укажите у обоих дату рождения или личный номер
importing-why-guardian_of_others = так же зовут родителя других детей ({ $other }): если это один человек, дайте ему во всех строках один личный номер, если разные — разные
importing-why-guardian_or_staff = так же зовут сотрудника школы: если это один человек, дайте ему в обоих списках один личный номер, если разные — разные
importing-why-staff_or_guardian = так же зовут родителя ({ $other }): если это один человек, дайте ему в обоих списках один личный номер, если разные — разные
importing-why-teacher_unclear = подходят несколько или имя неполное ({ $other }): напишите ФИО полностью, как в списке сотрудников
importing-why-set_unknown = не ясно, какой это класс: начните имя с класса, например 7А девочки, или покажите в программе расписания, из каких подгрупп он состоит; уроки внесены без него
importing-why-lesson_teacher_unclear = подходят несколько ({ $other }): напишите в расписании ФИО полностью; уроки внесены без этого учителя

importing-about-unknown_column = столбец «{ $what }» не читается
importing-about-unnamed_column = столбец без заголовка не читается
importing-about-unknown_sheet = на листе нет списка, он не читается
importing-about-rows_above = строки над заголовками не читаются
importing-about-new_classes = Новые классы: { $what }
importing-about-new_subjects = Новые предметы: { $what }
importing-about-now_teacher = Роль учителя по нагрузке получает { $what }
importing-about-still_led = Классный руководитель по-прежнему тот, кого список не называет, — { $what }
importing-about-missing_pupils = Нет в списке, но числятся в классе — { $what }
importing-about-missing_staff = Нет в списке, но остаются сотрудниками: { $what }
importing-about-missing_load = Нет в списке, но нагрузка остаётся — { $what }
importing-about-not_placed = не поставлено в расписание — { $what }
importing-about-switched_off = выключенные в файле занятия не читаются, их { $what }
importing-about-position_beyond = урок с номером больше 20 не внесён — { $what }
importing-about-hours_counted = номера уроков — по порядку часов, которые в файле встречаются ({ $what }); если какой-то час везде пуст, возьмите .fet
importing-about-without_class = урок без класса не внесён — { $what }
importing-about-class_twice = у класса два урока сразу — { $what }
importing-about-teacher_twice = у учителя два урока сразу — { $what }
importing-about-bells_unknown = время звонков файл не называет: внесите звонки отдельно
importing-about-bell_ends_assumed = файл называет только начало уроков: конец взят по самой короткой перемене, проверьте звонки
importing-about-bells_differ = звонки школы другие, чем в файле: остались школьные
importing-about-new_teachers = Новые учителя: { $what }
importing-about-new_groups = Новые подгруппы: { $what }
importing-about-homework_left = домашнее задание осталось без урока в этот день — { $what }
importing-about-change_left = замена или отмена снята вместе с прежним уроком — { $what }
