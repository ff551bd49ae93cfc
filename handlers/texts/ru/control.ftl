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
