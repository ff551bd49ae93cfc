# Вопросы к расписанию: где сейчас, кто свободен, неделя, календарь.

where-menu = 🔎 Где сейчас…
where-of = { $label }
where-pupil = { $name }, { $class_name }
where-room = { $numbered ->
    [true] кабинет { $room }
   *[false] { $room }
}
where-heading = 🔎 <b>{ $whose }</b> · { $day }
where-lesson = <b>{ $position }.</b> { $starts } <b>{ $subject }</b>
where-cancelled = <b>{ $position }.</b> { $starts } <s>{ $subject }</s> ✖️ отменён
where-short = { $position }. { $subject }
where-short-cancelled = { $position }. <s>{ $subject }</s> ✖️
where-plain = { $said }
where-in-room = { $numbered ->
    [true] каб. { $room }
   *[false] { $room }
}
where-teachers = { $substitute ->
    [true] 🔁 { $names }
   *[false] { $names }
}
where-now = ▶️ Сейчас, до { $ends }: { $lesson }
where-nothing-now = ☕️ Сейчас урока нет.
where-over = 🏁 Уроки на сегодня закончились.
where-next = ⏭ Дальше: { $lesson }
where-day = <b>{ $day }</b>
where-off = 🎉 { $name }
where-none = Уроков нет.
where-week = 🗓 <b>{ $whose }</b> · { $first } — { $last }
where-which = Кого вы ищете?
where-ask =
    🔎 <b>Где сейчас…</b>
    Нажмите или напишите: <i>где 7А</i>, <i>где Петрова</i>, <i>каб 214</i>, <i>7А неделя</i>, <i>кто свободен 3 урок</i>.
where-list-class = 🎒 Классы
where-list-teacher = 👩‍🏫 Учителя
where-list-room = 🚪 Кабинеты
where-who-is-free = 🙋 Кто свободен
where-free = 🙋 <b>{ $day }, { $position }-й урок</b>
where-free-here = В этот день в школе, урока нет:
    { $names }
where-free-nobody = Из тех, у кого в этот день есть уроки, не свободен никто.
where-free-elsewhere = <i>Без уроков в этот день: { $names }</i>
where-show-week = 🗓 Неделя
where-draw-week = 🖼 Неделя
where-draw-week-of = 🖼 { $whose }
where-take-calendar = 📅 В календарь
where-own-lessons = Мои уроки
where-other = 🔎 Ещё спросить
where-picture-title = { $whose }
where-picture-dates = { $first } — { $last }
where-picture-none = уроков нет
where-calendar-name = Уроки: { $whose }
where-calendar-caption = 📅 <b>{ $whose }</b>: уроки на { $weeks } недели вперёд. Откройте файл на телефоне — календарь предложит их добавить. Расписание изменится — возьмите файл ещё раз: повторов не будет.
where-calendar-empty = На ближайшие { $weeks } недели уроков нет — добавлять в календарь пока нечего.

roles-command-where = Где сейчас класс, учитель, что в кабинете
roles-command-free = Кто свободен на уроке
