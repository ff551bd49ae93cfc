# Проверка журнала: карточки, замечания, справка; замечания у учителя.

inspection-menu = 🔎 Проверка журнала
inspection-own-menu = 📌 Замечания к журналу
roles-command-inspections = Проверка журнала: замечания и справки
roles-command-mend = Замечания к моему журналу

inspection-heading = 🔎 <b>Проверка журнала</b>
inspection-none = Проверок пока нет. Выберите класс или учителя: программа сама найдёт, где в журнале пробелы.
inspection-none-to-read = Проверок пока нет.
inspection-open-count = { $n ->
    [one] Ждёт { $n } замечание.
    [few] Ждут { $n } замечания.
   *[many] Ждут { $n } замечаний.
}
inspection-urgent-overdue = 🔴 срок был { $due } · { $class_name }, { $subject }, { $teacher }
inspection-urgent-fixed = 🟡 исправлено, посмотрите · { $class_name }, { $subject }, { $teacher }
inspection-urgent-more = …и ещё { $n }
inspection-line-goes-on = ✏️ { $whose } · { $first } – { $last } · идёт
inspection-line-done = { $sign } { $whose } · { $first } – { $last } · { $closed } из { $all }
inspection-line-clean = ✅ { $whose } · { $first } – { $last } · без замечаний
inspection-new = ➕ Новая проверка
inspection-back = ‹ К проверкам

inspection-choose-class = 🔎 <b>Чей журнал проверить?</b>
    Выберите класс, или найдите учителя.
inspection-by-teacher = 👤 По учителю
inspection-by-class = 🏫 По классу
inspection-choose-teacher = 🔎 <b>Журнал какого учителя проверить?</b>
inspection-choose-span = 🔎 <b>{ $whose }</b>
    За какие дни?
inspection-span-term = Текущий период: { $first } – { $last }
inspection-span-fortnight = Две недели: { $first } – { $last }
inspection-span-month = Месяц: { $first } – { $last }
inspection-span-last-term = Прошлый период: { $first } – { $last }

inspection-deck-heading = 🔎 <b>{ $whose } · { $first } – { $last }</b>
    { $lessons ->
    [one] { $lessons } урок
    [few] { $lessons } урока
   *[many] { $lessons } уроков
}, { $cards ->
    [0] пробелов не нашлось ✅
    [one] { $cards } карточка
    [few] { $cards } карточки
   *[many] { $cards } карточек
}
inspection-deck-finding = { $sign } { $what }: { $n }
inspection-deck-remarks = ✍️ <b>Замечаний: { $n }</b>
inspection-deck-told = Учителям уйдёт после «Завершить»: { $teachers }.
inspection-deck-nobody = Замечаний пока нет: при завершении никому ничего не придёт.
inspection-deck-conclusion = 📝 <b>Вывод:</b> { $text }
inspection-cards = 🃏 Смотреть карточки
inspection-other = ✍️ Замечание своими словами
inspection-conclusion = 📝 Вывод
inspection-finish = ✅ Завершить и отправить
inspection-drop = 🗑 Отменить проверку
inspection-drop-sure = Отменить проверку «{ $whose }»? Учителя о ней не узнают, замечания останутся только в архиве.
inspection-drop-yes = 🗑 Да, отменить
inspection-dropped = Проверка отменена.
inspection-finished = Готово. Замечания отправлены учителям.
inspection-finished-clean = Готово. Замечаний нет.

inspection-sign-attendance = 👥
inspection-sign-topic = 📖
inspection-sign-homework = 📚
inspection-sign-late-homework = ⏰
inspection-sign-written-work = 🖋
inspection-sign-few-marks = 🔢
inspection-sign-plan-behind = 🐢
inspection-sign-other = 💬
inspection-what-attendance = нет посещаемости
inspection-what-topic = нет темы
inspection-what-homework = нет домашнего задания
inspection-what-late-homework = домашнее задание внесено поздно
inspection-what-written-work = нет отметок за письменную работу
inspection-what-few-marks = мало отметок
inspection-what-plan-behind = отставание от плана
inspection-what-other = другое

inspection-card = 🔎 <b>{ $class_name } · { $subject } · { $teacher }</b>
    Карточка { $place } из { $all }

    { $sign } { $found }
inspection-found-attendance = { $n ->
    [one] Нет посещаемости в { $n } уроке: { $days }
    [few] Нет посещаемости в { $n } уроках: { $days }
   *[many] Нет посещаемости в { $n } уроках: { $days }
}
inspection-found-topic = { $n ->
    [one] Нет темы в { $n } уроке: { $days }
    [few] Нет темы в { $n } уроках: { $days }
   *[many] Нет темы в { $n } уроках: { $days }
}
inspection-found-homework = { $n ->
    [one] Нет домашнего задания (или «не задано») в { $n } уроке: { $days }
    [few] Нет домашнего задания (или «не задано») в { $n } уроках: { $days }
   *[many] Нет домашнего задания (или «не задано») в { $n } уроках: { $days }
}
inspection-found-late-homework = { $n ->
    [one] Домашнее задание внесено позже срока в { $n } уроке: { $days }
    [few] Домашнее задание внесено позже срока в { $n } уроках: { $days }
   *[many] Домашнее задание внесено позже срока в { $n } уроках: { $days }
}
inspection-found-written-work = { $n ->
    [one] Нет отметок за письменную работу, { $n } урок: { $days }
    [few] Нет отметок за письменную работу, { $n } урока: { $days }
   *[many] Нет отметок за письменную работу, { $n } уроков: { $days }
}
inspection-found-few-marks = { $n ->
    [one] Мало отметок для аттестации у { $n } ученика: { $names }
    [few] Мало отметок для аттестации у { $n } учеников: { $names }
   *[many] Мало отметок для аттестации у { $n } учеников: { $names }
}
inspection-found-plan-behind = { $n ->
    [one] Отставание от плана на { $n } час
    [few] Отставание от плана на { $n } часа
   *[many] Отставание от плана на { $n } часов
}
inspection-days-more = { $days } и ещё { $n }
inspection-text-attendance = Отметить посещаемость: { $days }.
inspection-text-topic = Записать темы уроков: { $days }.
inspection-text-homework = Нет домашнего задания (или «не задано»): { $days }. Прошу вносить его в день урока.
inspection-text-late-homework = Домашнее задание внесено позже срока: { $days }. Прошу вносить его в день урока.
inspection-text-written-work = Выставить отметки за письменную работу: { $days }.
inspection-text-few-marks = { $n ->
    [one] Мало отметок для аттестации у { $n } ученика.
    [few] Мало отметок для аттестации у { $n } учеников.
   *[many] Мало отметок для аттестации у { $n } учеников.
}
inspection-text-plan-behind = { $n ->
    [one] Отставание от плана на { $n } час: сверить план и темы уроков.
    [few] Отставание от плана на { $n } часа: сверить план и темы уроков.
   *[many] Отставание от плана на { $n } часов: сверить план и темы уроков.
}
inspection-card-gone = Этого пробела больше нет: показываем проверку целиком.
inspection-make = ✍️ Замечание
inspection-next = Дальше ›
inspection-previous = ‹
inspection-to-deck = 📋 К проверке
inspection-remarked = ✍️ { $text }
    Исправить до: { $due }
inspection-due-3 = 3 дня
inspection-due-7 = Неделя
inspection-due-chosen = ● { $label }
inspection-due-own = 📅 { $label }
inspection-due-pick = Другой срок
inspection-reword = ✏️ Изменить текст
inspection-take-back = ↩️ Убрать
inspection-ask-due = 📅 <b>До какого дня исправить?</b>
    { $text }
inspection-ask-wording = ✏️ Напишите замечание одним сообщением, знаков — не больше { $most }. Сейчас:
    { $text }
inspection-ask-own-words = 💬 <b>{ $class_name } · { $subject } · { $teacher }</b>
    Напишите замечание одним сообщением, знаков — не больше { $most }.
inspection-ask-conclusion = 📝 Напишите вывод для справки одним сообщением, знаков — не больше { $most }. Чтобы убрать вывод, пришлите «-».
inspection-choose-course = 💬 О каком предмете замечание?

inspection-page-heading = 🔎 <b>{ $whose } · { $first } – { $last }</b>
    { $by }, { $at }
inspection-page-counts = Замечаний: { $all }, исправлено: { $closed }
inspection-page-clean = Замечаний нет ✅
inspection-report-docx = 📄 Справка (DOCX)
inspection-report-pdf = 📄 Справка (PDF)
inspection-report-caption = Справка: { $whose }, { $first } – { $last }

inspection-remark = 📌 <b>{ $class_name } · { $subject } · { $teacher }</b>
    { $text }

    { $state }
inspection-state-open = ⏳ Исправить до: { $due }
inspection-state-overdue = 🔴 Срок был: { $due }
inspection-state-fixed = 🟡 Учитель отметил: исправлено. Решение за завучем.
inspection-state-closed = ✅ Исправлено и закрыто, { $at }
inspection-state-closed-seen = ✅ Исправлено: программа проверила, { $at }
inspection-state-withdrawn = ↩️ Замечание снято, { $at }
inspection-still-lessons = { $n ->
    [one] Программа пока видит { $n } урок: { $days }
    [few] Программа пока видит { $n } урока: { $days }
   *[many] Программа пока видит { $n } уроков: { $days }
}
inspection-still-pupils = Пока мало отметок: { $names }
inspection-still-hours = { $n ->
    [one] Пока отставание на { $n } час
    [few] Пока отставание на { $n } часа
   *[many] Пока отставание на { $n } часов
}
inspection-still-nothing = Программа видит, что всё исправлено.
inspection-close = ✅ Принять
inspection-reopen = ↩️ Вернуть учителю
inspection-withdraw = 🗑 Снять замечание
inspection-settled = Готово.

inspection-own-heading = 📌 <b>Замечания к журналу</b>
inspection-own-none = 📌 Замечаний к вашему журналу нет ✅
inspection-own-back = ‹ Все замечания
inspection-mended = ✅ Исправлено
inspection-anyway = 🙋 Передать завучу как есть
inspection-open-lesson = ✏️ { $day }
inspection-open-course = 📊 Отметки класса
inspection-thanks = Спасибо! Замечание закрыто ✅
inspection-passed-on = Спасибо! Завуч увидит и примет.
inspection-not-yet = Пока видно не всё исправленное, посмотрите ниже.
inspection-news = 🔎 <b>Журнал проверен: { $whose }</b>
    Уроки с { $first } по { $last }. Проверяет { $by }
    { $n ->
    [one] Нужно исправить { $n } пункт:
    [few] Нужно исправить { $n } пункта:
   *[many] Нужно исправить { $n } пунктов:
}
inspection-news-remark = <b>{ $place }.</b> { $class_name }, { $subject }: { $text }
    До { $due }
inspection-news-open = { $place }. Открыть
inspection-news-more = И ещё в списке: { $n }.
inspection-news-all = 📌 Все замечания
inspection-told-closed = ✅ { $class_name } · { $subject } · { $teacher }: исправлено. { $text }
inspection-told-fixed = 🟡 { $class_name } · { $subject } · { $teacher }: отмечено как исправленное, посмотрите. { $text }
inspection-told-open = ↩️ { $class_name } · { $subject } · { $teacher }: замечание вернулось. { $text }
inspection-told-withdrawn = 🗑 { $class_name } · { $subject } · { $teacher }: замечание снято. { $text }
inspection-told-own-closed = ✅ Замечание закрыто: { $class_name }, { $subject }. { $text }
inspection-told-own-fixed = 🟡 Передано завучу: { $class_name }, { $subject }. { $text }
inspection-told-own-open = ↩️ Замечание вернулось: { $class_name }, { $subject }. { $text }
inspection-told-own-withdrawn = 🗑 Замечание снято: { $class_name }, { $subject }. { $text }
inspection-told-more = …и ещё { $n }

inspection-doc-title = СПРАВКА
inspection-doc-about = о проверке ведения электронного журнала
inspection-doc-whose-class = Класс: { $name }
inspection-doc-whose-teacher = Учитель: { $name }
inspection-doc-period = Период: с { $first } по { $last }
inspection-doc-day = Дата проверки: { $day }
inspection-doc-by = Проверка: { $name }, заместитель директора
inspection-doc-aim-heading = Цель
inspection-doc-aim = Полнота и своевременность записей в электронном журнале: посещаемость, темы уроков, домашние задания, отметки, накопляемость отметок, выполнение плана.
inspection-doc-checked-heading = Что проверено
inspection-doc-checked = { $lessons ->
    [one] Просмотрен { $lessons } урок.
    [few] Просмотрено { $lessons } урока.
   *[many] Просмотрено { $lessons } уроков.
}
inspection-doc-course = { $class_name }, { $subject }: { $teachers }
inspection-doc-remarks-heading = Замечания
inspection-doc-none = Замечаний нет.
inspection-doc-conclusion-heading = Выводы
inspection-doc-conclusion-clean = Журнал ведётся в соответствии с положением, замечаний нет.
inspection-doc-conclusion = { $all ->
    [one] Сделано { $all } замечание
    [few] Сделано { $all } замечания
   *[many] Сделано { $all } замечаний
}, исправлено: { $closed }, остаётся исправить: { $left }.
inspection-doc-post = Заместитель директора
inspection-doc-sign = Заместитель директора ____________________ / { $name } /
inspection-doc-read = С результатами ознакомлены:
inspection-doc-reader = ____________________ / { $name } /
inspection-doc-column-n = №
inspection-doc-column-course = Класс, предмет
inspection-doc-column-teacher = Учитель
inspection-doc-column-text = Замечание
inspection-doc-column-due = Срок
inspection-doc-column-state = Исполнение
inspection-doc-state-open = не исправлено
inspection-doc-state-fixed = на проверке
inspection-doc-state-closed = исправлено { $day }
inspection-doc-state-draft = —

refused-inspection-over = Эта проверка уже завершена или отменена. Откройте список проверок.
refused-remark-text-needed = Пришлите текст: знаков в нём — не больше { $most }.
refused-due-day-wrong = Срок может быть с сегодняшнего дня и до { $last }.
refused-remark-settled = Это замечание уже закрыто или снято. Откройте список.
inspection-draft-head = 💬 <b>{ $class_name } · { $subject } · { $teacher }</b>
