# Замены, отмены, переносы, другие кабинеты, дополнительные уроки.

changes-menu = 🔁 Замены
changes-heading = 🔁 <b>Замены и изменения</b>
changes-day = <b>{ $day }</b>
changes-none = Всё по расписанию.
changes-away = 🚫 Отсутствуют: { $names }
changes-make = ✏️ { $day }
changes-say-it = <i>Можно и строкой:</i> завтра 7А 3 урок замена Петрова · отменить 7А 3 урок завтра · 7А 3 урок каб 214 · Петрова болеет 2–4 декабря
changes-absent = 🤒 Учитель отсутствует
changes-report = 📊 Учёт замен
changes-all = ‹ Все замены
changes-which-class = <b>{ $day }</b>. В каком классе?
changes-class-day = <b>{ $class_name }</b> · { $day }
    Какой урок?
changes-class-free = <b>{ $class_name }</b> · { $day }
    Уроков в этот день нет.
changes-other-class = ‹ Другой класс
changes-head = <b>{ $position }.</b> { $subject }
changes-head-of-class = <b>{ $position }.</b> { $class_name } · { $subject }
changes-head-of-group = <b>{ $position }.</b> { $subject } (группа { $group })
changes-said-planned = { $head } — по расписанию
changes-said-cancelled = { $head } — ✖️ отменяется
changes-said-moved = { $head } — ➡️ переносится: { $day }, { $position }-й урок
changes-said-moved-within = { $head } — ➡️ переносится на { $position }-й урок
changes-said-substituted = { $head } — 🔁 { $teachers }
changes-said-other-subject = { $head } — 🔁 вместо него { $subject }, { $teachers }
changes-said-room = { $head } — 🚪 { $room }
changes-said-extra = { $head } — ➕ дополнительный урок
changes-said-moved-here = { $head } — ➕ перенесён сюда, стоял { $day }
changes-said-dropped = { $head } — здесь урока не будет
changes-said-yours = { $head } — 🔁 ведёте вы
changes-room = { $numbered ->
    [true] каб. { $room }
   *[false] { $room }
}
changes-lesson = { $line }
    { $teachers }

    Что изменить?
changes-lesson-teachers = <i>{ $names }</i>
changes-cancel = ✖️ Отменить
changes-substitute = 🔁 Заменить учителя
changes-room-other = 🚪 Другой кабинет
changes-move = ➡️ Перенести
changes-move-again = ➡️ Перенести иначе
changes-back = ↩️ Вернуть по расписанию
changes-drop = ✖️ Убрать этот урок
changes-add = ➕ Дополнительный урок
changes-done = ✅ { $line }
changes-other-subject = 📘 Другой предмет
changes-more-of-class = ✏️ Ещё в этом классе
changes-who = { $line }

    Кто проведёт? В это время свободны: ⭐ — ведёт этот предмет, число — замен за месяц, 🏠 — в этот день без уроков.
changes-nobody = { $line }

    Свободных учителей в это время нет. Урок можно отменить или перенести.
changes-candidate = { $teaches ->
    [true] ⭐{" "}
   *[false] {""}
}{ $name }{ $given ->
    [0] {""}
   *[other] {" "}· { $given }
}{ $here ->
    [true] {""}
   *[false] {" "}🏠
}
changes-which-room = { $line }

    Эти кабинеты в это время свободны. Другое место напишите строкой: <i>7А 3 урок каб актовый зал</i>
changes-no-room = { $line }

    Свободных кабинетов нет. Другое место напишите строкой: <i>7А 3 урок каб актовый зал</i>
changes-which-place = { $head }
    <b>{ $day }</b>: на какой урок? ⚠️ — время занято у класса, учителя или кабинет.
changes-which-course = <b>{ $class_name }</b> · { $day }
    Дополнительный урок — по какому предмету?
changes-which-subject = { $line }

    Что проведёт?
changes-no-subjects = { $line }

    Других предметов в этом классе у учителя нет. Провести можно тот же предмет.
changes-own-subject = { $subject } (как в расписании)
changes-clash = ⚠️ <b>Есть накладка</b>
    { $head } — { $day }, { $position }-й урок:
changes-clash-teacher = • учитель в это время ведёт: { $class_name } · { $subject }
changes-clash-pupils = • у класса в это время: { $class_name } · { $subject }
changes-clash-room = • кабинет занят: { $class_name } · { $subject }
changes-anyway = Всё равно поставить
changes-leave = ‹ Оставить как есть
changes-news-heading = 🔁 <b>{ $day }, { $class_name }</b>
changes-news-yours = 🔁 <b>{ $day }, ваши уроки</b>
changes-news-corrected = ✏️ Уточнение
changes-digest = 🔁 <b>Изменения, { $day }</b>
changes-moved-line = <b>{ $position }.</b> { $starts } <s>{ $subject }</s> ➡️ { $day }, { $to }-й урок
changes-moved-short = { $position }. <s>{ $subject }</s> ➡️ { $day }

refused-no-lesson-there = { $class_name }, { $day }: урока с номером { $position } в этот день нет. Все уроки класса — /subs
refused-lesson-written = { $subject }, { $day }: в журнале уже есть записи этого урока, значит, он прошёл. Если записи ошибочны — пусть их сначала снимет тот, кто их внёс.
refused-lesson-moved-away = { $subject }: урок перенесён на { $to }, { $position }-й урок. Меняйте его там или сначала верните по расписанию.
refused-extra-stays = { $subject }: это дополнительный или уже перенесённый урок. Уберите его (или верните по расписанию) и поставьте заново.
refused-no-lessons-that-day = { $day } — не учебный день. Выберите другой.
refused-room-too-long = Название места слишком длинное, знаков можно не больше { $most }. Напишите короче.

roles-help-subs = /subs — замены, отмены и переносы уроков; строкой: <code>завтра 7А 3 урок замена Петрова</code>
roles-command-subs = Замены и изменения расписания

absent-heading = 🤒 <b>Учителя отсутствуют</b>
absent-nobody = Сейчас все на месте.
absent-new = ➕ Отметить отсутствие
absent-all = ‹ Отсутствующие
absent-who = Кого не будет?
    Можно и строкой: <i>Петрова болеет 2–4 декабря</i>
absent-since = <b>{ $name }</b>. С какого дня?
absent-until = <b>{ $name }</b>, с { $first }. По какой день включительно?
absent-why = <b>{ $name }</b>, { $first } — { $last }. Почему?
    Причину увидят только те, кто составляет расписание.
absent-why-sick = 🤒 Болеет
absent-why-trip = 🚌 С детьми на выезде
absent-why-training = 🎓 Учёба, курсы
absent-why-leave = 🌴 Отпуск
absent-why-other = Другое
absent-of = <b>{ $name }</b> · { $one ->
    [true] { $first }
   *[false] { $first } — { $last }
} · { $why }
absent-noted = Отсутствие отмечено
absent-progress = Назначено { $settled } из { $total }
absent-no-lessons = В эти дни уроков нет.
absent-line = { $day } · { $line }
absent-open = ▫️ { $line }
absent-settled = ✅ { $line }
absent-current = ❓ <b>Кто проведёт?</b> { $line }
absent-others = Другие учителя…
absent-later = Оставить пока
absent-again = ↻ К оставленным урокам
absent-end = ✅ Вышел на работу
absent-ended = Отсутствие снято. Замены остались: каждая возвращается отдельно.

refused-teacher-absence-too-long = Слишком долго: подряд отмечается дней не больше { $days }. Отметьте начало, остальное — позже.
refused-teacher-absence-over = { $day } уже позади или раньше начала. Выберите другой день.

subs-heading = 📊 <b>Учёт замен, { $month }</b>
    Замен: { $n }
subs-none = В этом месяце замен и отмен нет.
subs-month = { $n ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
subs-line = • <b>{ $name }</b>: { $said }
subs-given = проведено { $given }: { $whom }
subs-missed = своих отдано { $missed }
subs-cancelled = отменено { $cancelled }
subs-more = …и ещё: { $n }. Все — в файле.
subs-for-whom = { $name } — { $n }
subs-file = 📎 Файл XLSX
subs-print = 🖨 PDF
subs-paper-title = Учёт замещённых уроков · { $month }
subs-paper-signed = Заместитель директора
subs-file-caption = 📊 Учёт замен, { $month }
subs-sheet-totals = Итоги
subs-sheet-lessons = Замены
subs-column-teacher = Учитель
subs-column-given = Проведено замен
subs-column-missed = Своих отдано
subs-column-cancelled = Отменено
subs-column-day = Дата
subs-column-lesson = Урок
subs-column-what = Класс и предмет
subs-column-whose = Вместо кого
