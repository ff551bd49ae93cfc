# A day's schedule.

school-menu-timetable = 📅 A class's timetable
school-menu-tomorrow = 📅 Tomorrow's lessons
school-menu-my-tomorrow = 📅 My lessons tomorrow
school-near = { $ahead ->
    [-1] Yesterday
    [0] Today
   *[1] Tomorrow
}
school-day = 📅 <b>{ $day }</b>
school-pupil = 👤 <b>{ $name }</b>, { $class_name }
school-class = Class <b>{ $class_name }</b>
school-own = <b>Your lessons</b>
school-lesson = <b>{ $position }.</b> { $starts } <b>{ $subject }</b>
school-lesson-cancelled = <b>{ $position }.</b> { $starts } <s>{ $subject }</s> ✖️ cancelled
school-room = { $numbered ->
    [true] {" "}· room { $room }
   *[false] {" "}· { $room }
}{ $moved ->
    [true] {" "}🚪 another room
   *[false] {""}
}
school-teachers = { $substitute ->
    [true] 🔁 substitute: { $teachers }
   *[false] <i>{ $teachers }</i>
}
school-teachers-of-group = { $substitute ->
    [true] 🔁 substitute: { $teachers } · group { $group }
   *[false] <i>{ $teachers } · group { $group }</i>
}
school-classes = <i>{ $classes }</i>
school-class-group = { $class_name } (group { $group })
school-note = ℹ️ { $note }
school-homework = <blockquote>{ $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}</blockquote>
school-no-homework = <blockquote>no homework</blockquote>
school-day-off = 🎉 { $name }: no lessons.
school-no-lessons = No lessons.
school-year-over = There are no more lessons this school year.
school-following = The next lessons are <b>{ $day }</b>:
school-other-class = 🔎 Another class
school-own-day = 👤 My lessons
school-choose-class = <b>{ $day }</b>. Which class?
school-nobody = You have no lessons of your own and no children in the lists. If that is wrong, tell the journal's administrator.

refused-no-such-class = There is no class “{ $said }” in the school. Write, for example: schedule 7А tomorrow
