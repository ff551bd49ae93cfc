# Questions to the timetable: where now, who is free, a week, a calendar.

where-menu = 🔎 Where is…
where-of = { $label }
where-pupil = { $name }, { $class_name }
where-room = { $numbered ->
    [true] room { $room }
   *[false] { $room }
}
where-heading = 🔎 <b>{ $whose }</b> · { $day }
where-lesson = <b>{ $position }.</b> { $starts } <b>{ $subject }</b>
where-cancelled = <b>{ $position }.</b> { $starts } <s>{ $subject }</s> ✖️ cancelled
where-short = { $position }. { $subject }
where-short-cancelled = { $position }. <s>{ $subject }</s> ✖️
where-plain = { $said }
where-in-room = { $numbered ->
    [true] room { $room }
   *[false] { $room }
}
where-teachers = { $substitute ->
    [true] 🔁 { $names }
   *[false] { $names }
}
where-now = ▶️ Now, until { $ends }: { $lesson }
where-nothing-now = ☕️ No lesson just now.
where-over = 🏁 Lessons are over for today.
where-next = ⏭ Next: { $lesson }
where-day = <b>{ $day }</b>
where-off = 🎉 { $name }
where-none = No lessons.
where-week = 🗓 <b>{ $whose }</b> · { $first } – { $last }
where-which = Whom are you looking for?
where-ask =
    🔎 <b>Where is…</b>
    Tap, or write: <i>where is 7А</i>, <i>where is Петрова</i>, <i>room 214</i>, <i>7А week</i>, <i>who is free lesson 3</i>.
where-list-class = 🎒 Classes
where-list-teacher = 👩‍🏫 Teachers
where-list-room = 🚪 Rooms
where-who-is-free = 🙋 Who is free
where-free = 🙋 <b>{ $day }, lesson { $position }</b>
where-free-here = At school that day, without a lesson:
    { $names }
where-free-nobody = Of those who have lessons that day, nobody is free.
where-free-elsewhere = <i>Without lessons that day: { $names }</i>
where-show-week = 🗓 Week
where-draw-week = 🖼 Week
where-draw-week-of = 🖼 { $whose }
where-take-calendar = 📅 To my calendar
where-own-lessons = My lessons
where-other = 🔎 Ask again
where-picture-title = { $whose }
where-picture-dates = { $first } – { $last }
where-picture-none = no lessons
where-calendar-name = Lessons: { $whose }
where-calendar-caption = 📅 <b>{ $whose }</b>: the lessons of the next { $weeks } weeks. Open the file on your phone, and the calendar offers to add them. When the timetable changes, take the file again: nothing comes twice.
where-calendar-empty = There are no lessons in the next { $weeks } weeks, so there is nothing to put into a calendar yet.

roles-command-where = Where a class or a teacher is, what is in a room
roles-command-free = Who is free at a lesson
