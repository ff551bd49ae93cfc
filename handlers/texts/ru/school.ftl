# Расписание дня.

school-menu-timetable = 📅 Расписание класса
school-menu-tomorrow = 📅 Уроки на завтра
school-menu-my-tomorrow = 📅 Мои уроки завтра
school-near = { $ahead ->
    [-1] Вчера
    [0] Сегодня
   *[1] Завтра
}
school-day = 📅 <b>{ $day }</b>
school-pupil = 👤 <b>{ $name }</b>, { $class_name }
school-class = Класс <b>{ $class_name }</b>
school-own = <b>Ваши уроки</b>
school-lesson = <b>{ $position }.</b> { $starts } <b>{ $subject }</b>
school-lesson-cancelled = <b>{ $position }.</b> { $starts } <s>{ $subject }</s> ✖️ отменён
school-room = { $numbered ->
    [true] {" "}· каб. { $room }
   *[false] {" "}· { $room }
}{ $moved ->
    [true] {" "}🚪 другой кабинет
   *[false] {""}
}
school-teachers = { $substitute ->
    [true] 🔁 замена: { $teachers }
   *[false] <i>{ $teachers }</i>
}
school-teachers-of-group = { $substitute ->
    [true] 🔁 замена: { $teachers } · группа { $group }
   *[false] <i>{ $teachers } · группа { $group }</i>
}
school-classes = <i>{ $classes }</i>
school-class-group = { $class_name } (группа { $group })
school-note = ℹ️ { $note }
school-homework = <blockquote>{ $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}</blockquote>
school-no-homework = <blockquote>не задано</blockquote>
school-day-off = 🎉 { $name }: уроков нет.
school-no-lessons = Уроков нет.
school-year-over = В этом учебном году уроков больше нет.
school-following = Следующие уроки — <b>{ $day }</b>:
school-other-class = 🔎 Другой класс
school-own-day = 👤 Мои уроки
school-choose-class = <b>{ $day }</b>. Какой класс?
school-nobody = Своих уроков и детей в списках у вас нет. Если так быть не должно — скажите администратору журнала.

refused-no-such-class = Класса «{ $said }» в школе нет. Напишите, например: расписание 7А на завтра
