# Учебный план (КТП), уроки класса, освобождения, урок со звонком.

plans-other-topic = Другая тема
plans-what-was = 👀 Что было
plans-by-class = По классу
plans-topic-written = 📝 Тема записана
plans-topic-taken-back = Тема снята

plans-ask-topic = Тема урока: <b>{ $subject } · { $classes }</b>
plans-written = Сейчас записано: { $topic }
plans-type-or-number = Выберите из плана или напишите: тему словами либо её номер в плане.
plans-none-yet = Напишите тему. А если прислать сюда файл с планом и подписью «КТП 7А алгебра», темы будут предлагаться сами.
plans-progress = 📈 План и факт
plans-take-back = ✕ убрать тему
plans-to-topic = 📝 К теме
plans-to-lesson = ‹ К уроку

plans-progress-heading = 📈 <b>{ $subject } · { $classes }</b>: план и факт
plans-given = Дано часов: { $given } из { $total }, по плану к сегодняшнему дню: { $planned }.
plans-on-time = Всё идёт по плану.
plans-ahead = { $count ->
    [one] Опережение: { $count } час.
    [few] Опережение: { $count } часа.
   *[many] Опережение: { $count } часов.
}
plans-behind = { $count ->
    [one] Отставание: { $count } час.
    [few] Отставание: { $count } часа.
   *[many] Отставание: { $count } часов.
}
plans-lost = Часы, которых не было: { $what }.
plans-lost-holiday = праздники — { $count }
plans-lost-cancelled = отмены — { $count }
plans-lost-other-subject = замены другим предметом — { $count }
plans-lost-substituted = замены без темы — { $count }
plans-without-topic = Прошедших уроков без темы: { $count }.
plans-finished = План пройден целиком.
plans-in-time = При таком темпе план закончится { $day }, до конца года ({ $year_ends }).
plans-too-late = { $missing ->
    [one] При таком темпе до конца года ({ $year_ends }) не хватит { $missing } урока.
    [few] При таком темпе до конца года ({ $year_ends }) не хватит { $missing } уроков.
   *[many] При таком темпе до конца года ({ $year_ends }) не хватит { $missing } уроков.
}

plans-what-was-heading = 👀 <b>{ $subject } · { $classes }</b>: что было
plans-topics-were = <b>Последние темы</b>
plans-past-topic = { $day }: { $topic }
plans-no-topics = Тем пока не записано.
plans-homework-was = <b>Домашние задания</b>
plans-past-homework = к { $day }: { $text }{ $files ->
        [0] {""}
       *[other] {" "}📎 { $files }
    }
plans-past-none-set = к { $day }: не задано
plans-no-homework = Заданий пока не было.

plans-of = 📚 <b>{ $subject } · { $classes }</b>: учебный план
plans-holds = В файле тем: { $topics }, часов: { $hours }.
plans-would-take = Новых тем: { $new }, изменённых: { $changed }, убранных: { $gone }. Пока ничего не записано.
plans-taken = ✅ Записано. Новых тем: { $new }, изменённых: { $changed }, убранных: { $gone }. Они предлагаются на уроках: /lesson
plans-nothing-new = Этот план уже записан, менять нечего.
plans-skipped = Заголовки и итоги темами не считаются, строки: { $rows }.
plans-take = ✅ Записать план
plans-leave = Не надо
plans-left = План не записан. Файл можно прислать ещё раз.
plans-refused = { $count ->
    [one] Ничего не записано: в файле нужно поправить { $count } место.
    [few] Ничего не записано: в файле нужно поправить { $count } места.
   *[many] Ничего не записано: в файле нужно поправить { $count } мест.
}
plans-mistake = строка { $row }, столбец { $column }: «{ $value }» — { $wrong }
plans-mistake-empty = строка { $row }, столбец { $column }: пусто — { $wrong }
plans-more-mistakes = … и ещё { $count }
plans-fault-no-headings = в первых строках нет заголовков. Нужен столбец «Тема», а также, если есть, «№», «Часы» и «Дата».
plans-fault-heading-twice = такой столбец уже есть: оставьте один
plans-fault-no-topics = под заголовками нет ни одной темы.
plans-fault-number = нужен номер темы, например 12
plans-fault-number-twice = такой номер уже есть выше
plans-fault-topic = нужна тема
plans-fault-topic-length = тема длиннее 300 знаков
plans-fault-hours = нужно целое число часов от 1 до 100
plans-fault-day = нужна дата, например 05.09.2026
plans-fault-day-outside = дата не из этого учебного года

plans-choose-class = <b>По классу</b>: выберите класс и предмет.
plans-no-classes = За две недели ваших уроков не было.
plans-last-lessons = <b>Последние уроки</b>: откройте любой.
plans-no-lessons = За две недели таких уроков не было.

refused-no-plan = { $subject }, { $class_name }: учебного плана пока нет. Пришлите файл с подписью «КТП { $class_name } { $subject }».
refused-plan-gone = Этот файл больше не ждёт ответа: план уже записан, или вместо него пришёл другой. Пришлите файл ещё раз.
refused-plan-unclear = Чей это план, понять не удалось. Подпишите файл классом и предметом, которые вы ведёте, например: «КТП 7А алгебра», для подгруппы — «КТП 7А английский 1».
refused-plan-unreadable = { $why ->
    [missing] Файла нет или он не читается.
    [protected] Файл закрыт паролем: сохраните его без пароля и пришлите ещё раз.
    [too_big] Файл больше, чем нужно любому плану: оставьте в нём только план.
   *[no_spreadsheet] Это не таблица или она повреждена. Подойдут XLSX, ODS и CSV.
}

exempt-sign-exempt = осв.
exempt-sign-individual = инд.
exempt-heading = <b>Освобождения и индивидуальные планы</b>
exempt-nobody = Освобождений и индивидуальных планов нет.
exempt-line-exempt = { $name }, { $class_name } · { $subject }: освобождение с { $since }{ $until }{ $order }
exempt-line-individual = { $name }, { $class_name } · { $subject }: индивидуальный план с { $since }{ $until }{ $order }
exempt-until = по { $day }
exempt-order = приказ { $order }
exempt-new = ➕ Внести
exempt-class = Из какого класса ученик?
exempt-pupil = Кто это?
exempt-no-pupils = В этом классе учеников пока нет.
exempt-subject = По какому предмету?
exempt-how = Как ученик занимается этим предметом?
exempt-how-exempt = Освобождён: без отметок
exempt-how-individual = По индивидуальному плану
exempt-days = Напишите, с какого и по какое число и номер приказа, например: «01.12–31.05 приказ 45». Если срок не ограничен, хватит первого числа.
exempt-entered = ✅ Внесено. Учителя увидят это на уроках.
exempt-ended = Снято

refused-pupil-is-exempt = { $pupil }: освобождение от предмета «{ $subject }», поэтому отметок здесь нет. Присутствие отмечать можно.
refused-days-unclear = Даты понять не удалось. Напишите, например: «01.12–31.05 приказ 45».

bell-button = { $on ->
    [true] 🔔 Пусть урок приходит со звонком
   *[other] 🔕 Урок не присылать
}
bell-line = { $on ->
    [true] Урок приходит сам со звонком.
   *[other] Урок сам не приходит: его открывает /lesson.
}
bell-rings = 🔔 Звонок на урок

roles-command-exempt = Освобождения и индивидуальные планы
