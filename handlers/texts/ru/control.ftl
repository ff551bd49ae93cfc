# Контроль: показатели ведения журнала, выбор среза, нагрузка по дням недели.

control-menu = 📊 Контроль
roles-command-control = Контроль: как ведётся журнал, по любому срезу
control-heading =
    📊 <b>Контроль</b>
    { $slice }
control-slice = { $parts }
control-school = вся школа
control-parallel = { $grade }-е классы
control-year = { $name } учебный год
control-period-this_week = Эта неделя
control-period-last_week = Прошлая неделя
control-by-period = 📅 Период
control-by-class = 🏫 Класс
control-by-subject = 📚 Предмет
control-by-teacher = 👤 Учитель
control-wide = ✖️ Вся школа, все предметы
control-ask-period = За какой период?
control-own-days = 📆 Свои даты
control-ask-first = Первый день?
control-ask-last = Последний день?
control-ask-class = Вся школа, параллель или класс?
control-whole-school = Вся школа
control-grade = { $grade }-е
control-ask-subject = Какой предмет?
control-all-subjects = Все предметы
control-ask-teacher = Чьи уроки?
control-all-teachers = Все учителя

control-load =
    📚 <b>Нагрузка по дням недели</b>
    { $slice }
control-load-line = <b>{ $day }</b> — уроков { $lessons }{ $minutes ->
    [0] , домашних заданий с оценкой времени нет
   *[other] , домашние задания ~{ $minutes } мин{ $much ->
        [true] {" "}⚠️
       *[false] {""}
    }
}
control-load-none = Уроков в эти дни нет.
control-load-estimated = В среднем на один класс. Время домашних заданий — по оценке учителей: она есть у { $estimated } из { $tasks }.
control-load-norm = Норма домашних заданий — не больше { $minutes } мин в день (СанПиН 1.2.3685-21).
control-load-much = ⚠️ — больше нормы.
control-load-picture = 🖼 Картинкой
control-load-lessons = уроков
control-load-hours = часов домашних заданий
control-load-open = 📚 Нагрузка по дням недели

control-line = { $what }: { $counted }
control-counted = { $percent } % ({ $part } из { $whole })
control-button = { $sign } { $what }
control-nothing = За эти дни считать пока нечего: уроков не было или их срок ещё не вышел.
control-middle-homework_in_time = обычно через { $n } мин после урока
control-middle-density = в среднем отметок: { $n }
control-section-kept = <b>Ведение журнала</b>
control-section-in-time = <b>Своевременность</b>
control-section-marks = <b>Отметки и программа</b>
control-section-changes = <b>Замены</b>
control-section-families = <b>Семьи в боте, сейчас</b>
control-figure-teachers = Учителя ведут журнал
control-figure-attendance = Посещаемость отмечена
control-figure-topics = Темы записаны
control-figure-homework = Домашнее задание указано
control-figure-marks = Уроки с отметками
control-figure-filled_in_time = Посещаемость и тема в срок
control-figure-homework_in_time = Домашние задания в срок
control-figure-marks_in_time = Отметки за урок в срок
control-figure-written_in_time = За письменные работы в срок
control-figure-density = Отметок достаточно
control-figure-plan = Программа идёт по плану
control-figure-substituted = Замещено уроков
control-figure-cancelled = Отменено уроков
control-figure-guardians = Родители вошли
control-figure-guardians_week = Родители, были за 7 дней
control-figure-guardians_month = Родители, были за 30 дней
control-figure-pupils = Ученики вошли
control-figure-pupils_week = Ученики, были за 7 дней
control-figure-pupils_month = Ученики, были за 30 дней
control-short-teachers = Учителя
control-short-attendance = Присутствие
control-short-topics = Темы
control-short-homework = ДЗ
control-short-marks = С отметками
control-short-filled_in_time = Урок в срок
control-short-homework_in_time = ДЗ в срок
control-short-marks_in_time = Отметки в срок
control-short-written_in_time = Письменные
control-short-density = Отметок хватает
control-short-plan = По плану
control-short-substituted = Замены
control-short-cancelled = Отмены
control-short-guardians = Родители
control-short-guardians_week = 7 дней
control-short-guardians_month = 30 дней
control-short-pupils = Ученики
control-short-pupils_week = 7 дней
control-short-pupils_month = 30 дней
control-file-book = 📊 XLSX
control-file-pdf = 📄 PDF
control-families-book = 👪 XLSX
control-families-pdf = 👪 PDF

control-behind =
    📊 <b>{ $what }</b>
    { $slice }
    { $counted }
control-list-none = Здесь всё в порядке: показывать некого.
control-list-teacher = Сначала те, у кого не хватает больше. Нажмите — откроются уроки.
control-list-class = Сначала те, где не хватает больше. Нажмите, чтобы открыть.
control-list-pupil = Отметок меньше, чем нужно к этому дню. Нажмите — откроются итоги по предмету.
control-list-course = Уроков с темой — из тех, что к этому дню есть в плане. Нажмите — откроются уроки без темы.
control-list-changed = Сначала те, у кого их больше. Нажмите — откроются уроки.
control-list-line = { $sign } { $count } · { $who }
control-list-count = { $percent } % ({ $part }/{ $whole })
control-list-of = { $part } из { $whole }
control-way = { $here ->
    [true] • { $way }
   *[false] { $way }
}
control-way-teacher = По учителям
control-way-class = По классам
control-way-pupil = По ученикам
control-way-course = По предметам
control-how = ❓ Как посчитано?
control-to-list = ‹ К списку
control-to-lessons = ‹ К списку уроков
control-class-day = 🔔 Что осталось в классе
control-lessons = { $why }: { $n }. Сначала последние.
control-lessons-none = Таких уроков здесь нет.
control-lesson = { $day }, { $position }-й урок · { $what }
control-short-of-teachers = Уроки, о которых ничего не записано
control-short-of-attendance = Уроки без отметки о посещаемости
control-short-of-topics = Уроки без темы
control-short-of-homework = Уроки без домашнего задания
control-short-of-marks = Уроки без отметок
control-short-of-filled_in_time = Уроки, записанные позже срока или не записанные
control-short-of-homework_in_time = Уроки, где задание дано позже срока или не дано
control-short-of-marks_in_time = Уроки, отметки за которые поставлены позже срока
control-short-of-written_in_time = Письменные работы, отметки за которые поставлены позже срока
control-short-of-substituted = Замещённые уроки
control-short-of-cancelled = Отменённые уроки

control-how-heading =
    ❓ <b>Как посчитано: { $what }</b>
    { $slice }
control-how-teachers = Учителя, которые записали что-нибудь хотя бы об одном своём уроке, — из всех, кто вёл уроки. Замещённый урок считается тому, кто его провёл.
control-how-attendance = Уроки, на которых кто-то отмечен или нажато «Готово» либо «Все на месте», — из всех прошедших.
control-how-topics = Уроки с темой — из всех прошедших.
control-how-homework = Уроки, на которых дано задание или указано «не задано», — из всех прошедших, кроме первых классов (п. 1.2).
control-how-marks = Уроки, на которых стоит хотя бы одна отметка, — из всех прошедших, кроме первых классов (п. 1.2).
control-how-filled_in_time = Уроки, где посещаемость и тема записаны в срок, — из всех, чей срок вышел. Срок — { $filled } того же дня, а если занятия класса начинаются в { $shift } или позже — { $second } следующего (п. 3.4.1).
control-how-homework_in_time = Уроки, где задание дано (или указано «не задано») не позже чем через { $minutes } мин после последнего урока класса, — из всех, чей срок вышел (п. 3.4.2). «Обычно» — половина заданий дана раньше, половина позже.
control-how-marks_in_time = Отметки, поставленные в день урока или до его срока ({ $filled }, во вторую смену — { $second } следующего дня), — из всех отметок, кроме письменных работ.
control-how-written_in_time = Отметки за контрольные и самостоятельные работы, поставленные не позже чем через { $days } дн. после урока, — из всех таких отметок.
control-how-density = Предметы учеников, по которым отметок не меньше, чем нужно для аттестации к этому дню, — из всех. Норма четверти или полугодия — по числу уроков в неделю (уроков — отметок: { $fewest }; больше четырёх — как четыре) и за ту часть, которую ученик уже проучился. Кто освобождён от предмета или уже выбыл, не считается.
control-how-plan = Предметы классов и подгрупп, по которым уроков с темой дано столько, сколько по плану к этому дню, или на один меньше, — из всех, у которых план есть.
control-how-substituted = Уроки, которые провёл другой учитель, — из всех по расписанию. Учителю считаются те, что он провёл за других.
control-how-cancelled = Отменённые уроки — из всех по расписанию.
control-how-guardians = Родители, которые вошли в бота и подтверждены, — из всех родителей учеников. Это число на сегодня, период не важен.
control-how-guardians_week = Родители, которые открывали бота за последние 7 дней, — из всех родителей учеников.
control-how-guardians_month = Родители, которые открывали бота за последние 30 дней, — из всех родителей учеников.
control-how-pupils = Ученики, которые вошли в бота, — из всех учеников. Это число на сегодня, период не важен.
control-how-pupils_week = Ученики, которые открывали бота за последние 7 дней, — из всех учеников.
control-how-pupils_month = Ученики, которые открывали бота за последние 30 дней, — из всех учеников.
control-left = Не вошли: { $parts }.
control-left-to_come = ещё впереди — { $n }
control-left-not_given = отменены или перенесены — { $n }
control-left-unmarked = без отметок и заданий (1 классы, внеурочные часы) — { $n }
control-left-no_next = задание не нужно: спаренный или последний урок курса — { $n }
control-left-not_due = срок не вышел — { $n }
control-left-exempt = освобождены — { $n }
control-left-no_plan = без плана — { $n }
control-thresholds = ✅ — от { $good } %, ⚠️ — от { $fair } %, 🔴 — меньше.

control-sheet = Показатели ведения журнала
control-participation = Участие родителей и учеников
control-column-what = Показатель
control-column-percent = %
control-column-part = Есть
control-column-whole = Всего
control-column-note = Примечание
control-column-teacher = Учитель
control-column-class = Класс
control-column-pupil = Ученик
control-column-subject = Предмет
control-column-term = Период
control-column-marks = Отметок
control-column-needed = Нужно
control-column-given = Дано
control-column-planned = По плану
control-column-all = Всего
control-column-in = Вошли
control-column-week = За 7 дней
control-column-month = За 30 дней
control-column-total = Итого
control-column-guardians = Родители
control-column-pupils = Ученики
control-file-caption =
    📊 { $what }
    { $slice }
