# Paper: what stands on every printed sheet
paper-printed = Напечатано { $day } в { $time }
paper-page = Страница { $n } из { $of }

# Общее для ведомостей
paper-menu-rewriting = ✍️ В бумажный журнал
paper-menu-journal = 📖 Страница журнала
paper-menu-attendance = 🗓 Посещаемость класса
paper-menu-substitutions = 🔁 Замены за месяц
paper-menu-movement = 🚸 Прибывшие и выбывшие
paper-to-sheets = ‹ Ведомости
paper-to-last-year = 🗄 Прошлый год
paper-take-pdf = 🖨 PDF
paper-take-xlsx = 📊 Excel
paper-draw = 🖼 Картой
paper-term-quarter = { $number }-я четв.
paper-term-half_year = { $number }-е полуг.
paper-term-trimester = { $number }-й трим.
paper-month = { $month ->
    [1] янв
    [2] фев
    [3] мар
    [4] апр
    [5] май
    [6] июн
    [7] июл
    [8] авг
    [9] сен
    [10] окт
    [11] ноя
   *[12] дек
}
paper-days = С { $first } по { $last }
paper-came = приб. { $day }
paper-left = выб. { $day }
paper-learning-exempt = осв. с { $day }
paper-learning-individual = инд. план с { $day }
paper-teacher = Учитель
paper-class-teacher = Классный руководитель
paper-teachers = Учитель: { $names }
paper-column-pupil = Фамилия, имя
paper-column-day = Дата
paper-column-topic = Тема урока
paper-column-homework = Домашнее задание
paper-column-field = Куда
paper-column-what = Что записать
paper-column-missed = Пропущено уроков
paper-none-set = не задано
paper-files = { $n ->
    [one] + { $n } файл
    [few] + { $n } файла
   *[many] + { $n } файлов
}
paper-sign-absent = н
paper-sign-ill = б
paper-sign-excused = у
paper-sign-late = оп

# Страница журнала
paper-journal-choose = 📖 <b>Страница журнала</b>
    Предмет и класс — как в бумажном: слева даты и отметки, справа темы и задания.
paper-journal-last-year = 📖 <b>Страница журнала, прошлый год</b>
    Как закончился год.
paper-attendance-last-year = 🗓 <b>Посещаемость, прошлый год</b>
    Какой класс?
paper-journal-none = 📖 <b>Страница журнала</b>
    Предметов пока нет: они появятся вместе с расписанием.
paper-journal-of-class = 📖 <b>{ $class_name }</b>: какой предмет?
paper-journal-heading = 📖 <b>{ $course }</b>
    { $days }
paper-journal-counts = Уроков: { $lessons } · учеников: { $pupils } · отметок: { $marks }
paper-journal-no-topic = Без темы: { $n }
paper-journal-no-homework = Без задания: { $n }
paper-journal-empty = Уроков за эти дни ещё не было.
paper-journal-lesson = <b>{ $day }</b>, { $position }-й урок: { $said }
paper-journal-topic = { $topic }
paper-journal-topic-none = <i>темы нет</i>
paper-journal-homework = 📝 { $text }
paper-journal-away = нет { $n }
paper-journal-marks = { $n ->
    [one] { $n } отметка
    [few] { $n } отметки
   *[many] { $n } отметок
}
paper-journal-caption = 📖 { $course }, { $days }
paper-journal-right = темы и задания
paper-journal-lessons = Уроков: { $n }. н — не был(а), б — по болезни, у — по уважительной причине, оп — опоздание.
paper-tab-left = Отметки
paper-tab-right = Темы и задания

# Сводная ведомость посещаемости
paper-attendance-choose = 🗓 <b>Посещаемость</b>
    Какой класс?
paper-attendance-none = 🗓 <b>Посещаемость</b>
    Классов пока нет.
paper-attendance-school = 🏫 Вся школа
paper-attendance-heading = 🗓 <b>Посещаемость, { $name }</b>
    { $days }
paper-attendance-heading-school = 🗓 <b>Посещаемость по школе</b>
    { $days }
paper-attendance-days = Учебных дней: { $days } · учеников: { $pupils }
paper-attendance-percent = На уроках были: { $percent } % (пропущено { $missed } из { $lessons })
paper-attendance-no-lessons = Уроков за эти дни ещё не было.
paper-attendance-ill = по болезни { $n }
paper-attendance-excused = уважительная { $n }
paper-attendance-unexcused = без уважительной { $n }
paper-attendance-unknown = причина не выяснена { $n }
paper-attendance-late = опозданий { $n }
paper-attendance-most = <b>Больше всего пропусков</b>
paper-attendance-line = { $name } — { $n } ({ $said })
paper-attendance-class = <b>{ $name }</b>: { $percent } %, пропущено { $missed }
paper-attendance-title = Сводная ведомость учёта посещаемости · { $name } · { $days }
paper-attendance-caption = 🗓 Посещаемость, { $name }, { $days }
paper-attendance-foot = На уроках были: { $percent } %. Пропущено уроков: { $missed } из { $lessons } (все ученики вместе).
paper-attendance-how = В клетках — сколько уроков пропущено за день; «–»: в этот день не числится в классе.
paper-sum-heading = Пропущено уроков
paper-sum-lessons = всего
paper-sum-ill = по болезни
paper-sum-excused = уважительная
paper-sum-unexcused = без уваж.
paper-sum-unknown = не выяснено
paper-sum-late = опоздания
paper-sum-away = Отсутствовало учеников
paper-sum-missed = Пропущено уроков
paper-tab-attendance = Посещаемость { $name }
paper-heat-class = Пропуски, { $name }: { $days }
paper-heat-school = Пропуски по классам, %: { $days }
paper-heat-caption = 🗓 Пропуски по классам, { $days }
paper-heat-nothing = 0
paper-heat-step = { $first }–{ $last } %

# В бумажный журнал
roles-command-paper = Что переписать в бумажный журнал
paper-rewriting-heading = ✍️ <b>В бумажный журнал</b>
    { $day }
paper-rewriting-nothing = В этот день ваших уроков нет, переписывать нечего.
paper-rewriting-more = …и ещё страниц: { $n }. Все — в файле для печати.
paper-rewriting-take = 🖨 Напечатать с галочками
paper-rewriting-page = 📖 <b>{ $page }</b>
paper-rewriting-older = <i>за { $day }</i>
paper-rewriting-away = Нет на уроке: { $said }
paper-rewriting-there = { $said }
paper-rewriting-all-there = Все на уроке
paper-rewriting-name-absent = { $name } (н)
paper-rewriting-name-ill = { $name } (б)
paper-rewriting-name-excused = { $name } (у)
paper-rewriting-name-late = { $name } (оп)
paper-rewriting-name-present = { $name } (на уроке, «н» зачеркнуть)
paper-rewriting-marks = Отметки: { $said }
paper-rewriting-pupil-marks = { $name } — { $values }
paper-rewriting-mark-new = { $value } ({ $work })
paper-rewriting-mark-changed = исправить на { $value } ({ $work })
paper-rewriting-mark-taken-back = зачеркнуть { $value } ({ $work })
paper-rewriting-topic = Тема: { $said }
paper-rewriting-words = { $words }
paper-rewriting-homework = Задание: { $said }
paper-rewriting-task = { $words } (к { $day })
paper-rewriting-empty = Пока ничего не внесено
paper-rewriting-missed = 🗓 <b>Сводная ведомость посещаемости, { $class_name }</b>
    ☐ { $said }
paper-rewriting-missed-title = Сводная ведомость посещаемости, { $class_name }
paper-rewriting-missed-name = { $name } — { $n } ({ $said })
paper-rewriting-nobody-missed = пропусков нет
paper-rewriting-title = В бумажный журнал · { $day } { $year }
paper-rewriting-how = Отметьте галочкой то, что уже записано.
paper-rewriting-caption = ✍️ В бумажный журнал, { $day }
paper-field-away = Отсутствующие
paper-field-there = Отсутствующие
paper-field-marks = Отметки
paper-field-topic = Тема
paper-field-homework = Задание
paper-tab-rewriting = В журнал
