# Учебный год: каникулы, выходные, рабочие субботы, четверти.

calendar-menu = 🏖 Каникулы и звонки
calendar-open = 🗓 Учебный год
calendar-edit = ✏️ Изменить
calendar-none = Учебный год ещё не внесён: администратор журнала делает это один раз, в начале года.
calendar-heading = 🗓 <b>Учебный год { $year }</b>
calendar-of-class = <b>{ $class_name }</b>: { $said }
calendar-ahead = ⏳ { $count ->
    [0] Уроков до каникул больше нет
    [one] До каникул { $count } учебный день
    [few] До каникул { $count } учебных дня
   *[many] До каникул { $count } учебных дней
}: { $span }
calendar-to-the-end = 🏁 { $count ->
    [0] Учебный год закончился
    [one] До конца учебного года { $count } учебный день
    [few] До конца учебного года { $count } учебных дня
   *[many] До конца учебного года { $count } учебных дней
}.
calendar-now = 🏖 <b>{ $name }</b> до { $last }.{ $back }
calendar-back = {" "}Первые уроки — { $day }.
calendar-week-odd = 🔁 Эта неделя — нечётная.
calendar-week-even = 🔁 Эта неделя — чётная.
calendar-kind-vacation = <b>Каникулы</b>
calendar-kind-non-working = <b>Выходные дни</b>
calendar-kind-working = <b>Рабочие дни вместо выходных</b>
calendar-kind-terms = <b>Учебные периоды</b>
calendar-span = { $days } — { $name }
calendar-grades = { $grades } кл.
calendar-everyone = Вся школа
calendar-from-grade = { $grade } кл. и старше
calendar-lent = { $weekday ->
    [1] уроки понедельника
    [2] уроки вторника
    [3] уроки среды
    [4] уроки четверга
    [5] уроки пятницы
    [6] уроки субботы
   *[7] уроки воскресенья
}
calendar-as = { $weekday ->
    [1] Понедельник
    [2] Вторник
    [3] Среда
    [4] Четверг
    [5] Пятница
    [6] Суббота
   *[7] Воскресенье
}
calendar-as-own = По своему расписанию
calendar-term = { $term }: { $days }
calendar-term-now = { $term } ◂ сейчас
calendar-term-quarter = { $number }-я четверть
calendar-term-half-year = { $number }-е полугодие
calendar-term-trimester = { $number }-й триместр

calendar-edit-how =
    ✏️ <b>Учебный год</b>
    Добавьте кнопкой или напишите одной строкой:
    <i>каникулы 2–8 ноября</i>
    <i>выходной 23 февраля 1 классы</i>
    <i>рабочая суббота 20 февраля по понедельнику</i>
    <i>2 четверть 2 ноября – 29 декабря</i>

    Ниже — что ещё впереди. Нажмите, чтобы посмотреть или убрать.
calendar-add-vacation = ➕ Каникулы
calendar-add-non-working = ➕ Выходной
calendar-add-working = ➕ Рабочий день
calendar-terms = 📐 Четверти
calendar-holidays = 🎌 Праздники России
calendar-pick-vacation = 🏖 Первый день каникул?
calendar-pick-non-working = 🎉 Какой день — выходной?
calendar-pick-working = 💼 Какой день — рабочий?
calendar-pick-last = 🏖 Каникулы с { $first }. Последний день?
calendar-pick-grades = <b>{ $days }</b>. Для кого?
    <i>Другие классы впишите строкой: выходной 23 февраля 3–4 классы</i>
calendar-pick-lent = 💼 <b>{ $day }</b>. Уроки какого дня недели?
calendar-question = Внести?

    { $lines }

    Ничего из записанного не пропадёт: всё останется на своих днях.
calendar-touched-lessons = 📝 { $count ->
    [one] В эти дни уже записан { $count } урок
    [few] В эти дни уже записаны { $count } урока
   *[many] В эти дни уже записаны { $count } уроков
}
calendar-touched-homework = 📚 { $count ->
    [one] На эти дни задано { $count } домашнее задание
    [few] На эти дни заданы { $count } домашних задания
   *[many] На эти дни заданы { $count } домашних заданий
}
calendar-touched-notes = 🙋 { $count ->
    [one] Семьи предупредили о { $count } пропуске
    [few] Семьи предупредили о { $count } пропусках
   *[many] Семьи предупредили о { $count } пропусках
}
calendar-touched-changes = 🔁 { $count ->
    [one] В эти дни есть { $count } замена
    [few] В эти дни есть { $count } замены
   *[many] В эти дни есть { $count } замен
}
calendar-gives-way = ↩️ Заменит: { $span }
calendar-on-sunday = 🤔 { $day } — воскресенье.
calendar-keep-anyway = ✅ Внести
calendar-span-how = Если убрать, дни станут обычными. Вернуть можно одной кнопкой.
calendar-take-away = 🗑 Убрать
calendar-changed = ✅ <b>Записано.</b> Дневники и расписание уже показывают по-новому.
calendar-added = ➕ { $span }
calendar-removed = ➖ { $span }
calendar-holidays-none = 🎌 Все праздники и переносы этого учебного года уже в календаре.
calendar-holidays-missing = 🎌 <b>Праздники и переносы, которых в календаре нет</b>
calendar-holidays-add = { $count ->
    [one] ➕ Добавить { $count } день
    [few] ➕ Добавить { $count } дня
   *[many] ➕ Добавить { $count } дней
}
calendar-terms-how =
    📐 <b>Четверти, полугодия, триместры</b>
    Нажмите, чтобы выбрать дни, или напишите: <i>2 четверть 2 ноября – 29 декабря</i>
calendar-term-pick-first = 📐 { $term }. Первый день?
calendar-term-pick-last = 📐 { $term }: с { $first }. Последний день?
calendar-term-marks = 📝 { $count ->
    [one] { $count } отметка окажется в другом периоде или вне периодов
    [few] { $count } отметки окажутся в другом периоде или вне периодов
   *[many] { $count } отметок окажутся в другом периоде или вне периодов
}. Сами отметки не изменятся.

calendar-digest-off = 🎉 { $name }: уроков нет. Следующие — { $day }.
calendar-digest-worked = 💼 Учимся { $day }: { $lessons }.
calendar-digest-own = по своему расписанию

roles-command-calendar = Учебный год, каникулы, четверти

refused-calendar-unclear = Не удалось понять: «{ $said }». Напишите, например: каникулы 2–8 ноября, выходной 23 февраля 1 классы, рабочая суббота 20 февраля по понедельнику.
refused-outside-year = Этих дней в учебном году нет: он идёт с { $first } по { $last }. Проверьте дату.
refused-worked-that-day = { $day } — рабочий день для большего числа классов. Сначала уберите его: /calendar → «Изменить».
refused-terms-overlap = Дни пересекаются с соседним периодом (номер { $nth }). Сначала измените его дни.
refused-term-already-closed = Итоги этого периода (номер { $nth }) уже закрыты завучем, поэтому его дни не меняются. Сначала его открывают снова: /closing.
