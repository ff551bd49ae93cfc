# Звонки.

bells-open = 🔔 Звонки
bells-edit = ✏️ Изменить
bells-none = Звонки ещё не внесены.
bells-heading = 🔔 <b>{ $whose }</b> · { $day }
bells-today = сегодня, { $day }
bells-line = <b>{ $position }.</b> { $starts }–{ $ends }
bells-line-now = ▶️ { $line }
bells-pause = · ☕️ { $count } мин
bells-now-lesson = { $count ->
    [one] ▶️ Сейчас { $position }-й урок, до звонка { $count } минута
    [few] ▶️ Сейчас { $position }-й урок, до звонка { $count } минуты
   *[many] ▶️ Сейчас { $position }-й урок, до звонка { $count } минут
}
bells-now-break = { $count ->
    [one] ☕️ Перемена, { $position }-й урок через { $count } минуту
    [few] ☕️ Перемена, { $position }-й урок через { $count } минуты
   *[many] ☕️ Перемена, { $position }-й урок через { $count } минут
}
bells-now-before = { $count ->
    [one] 🌅 До { $position }-го урока { $count } минута
    [few] 🌅 До { $position }-го урока { $count } минуты
   *[many] 🌅 До { $position }-го урока { $count } минут
}
bells-now-over = 🏁 Уроки на сегодня закончились.
bells-rules =
    ✏️ <b>Звонки</b>
    Правило для меньшего круга важнее: один день важнее дня недели, день недели — срока, срок — постоянных; для одних классов — важнее общих.
bells-no-rules = Звонки ещё не внесены. Начните с тех, что для всей школы.
bells-new = ➕ Новые звонки
bells-whom = 🔔 Для кого звонки?
bells-when = 🔔 <b>{ $whom }</b> — когда?
bells-always = Всегда
bells-some-days = День или срок…
bells-ask-days =
    🔔 <b>{ $whom }</b> — напишите день или срок:
    <i>30 декабря</i> — сокращённый день
    <i>1 сентября – 30 декабря</i> — полугодие
bells-ask-times =
    🔔 <b>{ $scope }</b>
    Напишите звонки одним сообщением: начало, длина урока и перемены

    <i>8:30 по 45, перемены 10 20 20 10 10</i>

    или урок за уроком

    <i>1 8:30–9:15
    2 9:25–10:10</i>
bells-rule = 🔔 <b>{ $scope }</b>
bells-on-weekday = { $weekday ->
    [1] по понедельникам
    [2] по вторникам
    [3] по средам
    [4] по четвергам
    [5] по пятницам
    [6] по субботам
   *[7] по воскресеньям
}
bells-since = с { $day }
bells-until = до { $day }
bells-instead = { $count ->
    [one] ↩️ Заменят нынешние: { $count } урок
    [few] ↩️ Заменят нынешние: { $count } урока
   *[many] ↩️ Заменят нынешние: { $count } уроков
}
bells-preview-how = Так? Если нет — просто напишите ещё раз.
bells-keep = ✅ Оставить
bells-change-times = 🕗 Изменить время
bells-take-away = 🗑 Убрать
bells-kept = ✅ <b>Записано.</b> Расписание уже показывает эти звонки.
bells-taken-away = 🗑 <b>Убрано.</b> Вернуть можно одной кнопкой.

roles-command-bells = Звонки и перемены сегодня

refused-bells-unclear = Не удалось прочитать: «{ $said }». Напишите так: 1 8:30–9:15 (каждый урок с новой строки) или: 8:30 по 45, перемены 10 20 20 10 10.
refused-bells-overlap = Проверьте урок { $position }: он начинается раньше, чем закончился предыдущий, или кончается раньше, чем начался. Исправьте и напишите ещё раз.
refused-bells-too-long = От первого звонка до последнего больше { $hours } ч. Проверьте время и напишите ещё раз.
refused-bell-days-unclear = Дней в «{ $said }» не нашлось. Напишите, например: 30 декабря или 1 сентября – 30 декабря.
