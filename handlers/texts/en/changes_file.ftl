# Substitutions as a file: what to send, what would change, what is in doubt.

changes-file = 📎 Changes from a file
changes-file-how =
    📎 <b>Changes from a file</b>

    Send the table here, to the chat (XLSX, ODS or CSV, up to { $rows } rows). You will see what would change first; nothing is kept before you tap “Apply”.

    Columns in any order, headed in Russian: <b>Дата</b> (date), <b>Класс</b> (class), <b>Урок</b> (lesson number), <b>Что</b> (замена, отмена, кабинет, перенос), <b>Заменяет</b> (substitute), <b>Предмет</b> (subject), <b>Группа</b> (subgroup), <b>Кабинет</b> (room), <b>Перенести на</b> (move to). «Что» may be empty where the other cells tell it.
changes-file-template-name = Changes template
changes-file-template-caption = Replace the examples with your own rows and send the file here. Columns that you do not need may go.
changes-file-looked = 📄 <b>{ $name }</b>: a check. Nothing is kept yet.
changes-file-doubts-only = 📄 <b>{ $name }</b>: nothing to apply but the rows in doubt. Mend them and send the file again.
changes-file-nothing = 📄 <b>{ $name }</b>: no new changes.
changes-file-stale = 🔄 The timetable has changed meanwhile, so nothing was kept. This is what would change now.
changes-file-apply = ✅ Apply: { $count }
changes-file-applied = ✅ <b>{ $name }</b>: kept, { $count }. Teachers and families will be told.
changes-file-undo = Each can be taken back by itself: /subs
changes-file-same = So already: { $count }.
changes-file-doubts = ❔ In doubt: { $count }, left out until they are mended:
changes-file-meant = <i>If that is meant, say subgroups join, use the buttons: /subs</i>
changes-file-more = … and { $count } more
changes-file-long-caption = Every row of the file: what would change and what is in doubt.
changes-file-sheet-changes = Changes
changes-file-sheet-doubts = In doubt
changes-file-column-day = Day
changes-file-column-changes = What would change
changes-file-column-doubts = Row, and what to mend
changes-file-row = row { $row }
changes-file-row-of-sheet = { $sheet }, row { $row }
changes-file-doubt = • { $where } ({ $written }): { $why }
changes-file-doubt-lesson = • { $where }, { $head }: { $why }
changes-file-clash-teacher = the teacher has { $class_name } · { $subject } then
changes-file-clash-pupils = the class has { $class_name } · { $subject } then
changes-file-clash-room = the room is taken: { $class_name } · { $subject }
changes-file-why-heading_twice = a column is named twice. Leave one: the rows of this table were not read
changes-file-why-day = { $empty ->
    [true] no date
   *[false] “{ $said }” is no date. Write it like 02.12
}
changes-file-why-day_over = “{ $said }” is over
changes-file-why-class = { $empty ->
    [true] no class
   *[false] there is no class “{ $said }”
}
changes-file-why-number = { $empty ->
    [true] no lesson number
   *[false] “{ $said }” is no lesson number. One lesson, one row
}
changes-file-why-no_lesson = the class has no lesson { $said } that day
changes-file-why-several_lessons = several lessons at that time. Name the subgroup or the subject
changes-file-why-other_lesson = the class has another subject, subgroup or teacher then
changes-file-why-what = { $empty ->
    [true] it does not say what changes
   *[false] “{ $said }”: unclear what changes. Write замена, отмена, кабинет or перенос
}
changes-file-why-substitute_missing = it does not say who substitutes
changes-file-why-teacher_unknown = no teacher “{ $said }” in the timetable
changes-file-why-teacher_several = several teachers of that name: { $said }. Add the initials
changes-file-why-room = { $empty ->
    [true] no room
   *[false] “{ $said }” is too long for a place
}
changes-file-why-to = { $empty ->
    [true] it does not say where to move it
   *[false] “{ $said }”: it cannot go there. Write a day that is yet to come and a lesson: 02.12, 5 урок
}
changes-file-why-day_off = “{ $said }” is not a school day
changes-file-why-moved_away = this lesson has been moved already. Take that back in /subs first
changes-file-why-extra = this is an extra lesson, or one moved here. Drop it in /subs
changes-file-why-twice = this lesson stands in the file already, above
changes-file-why-written = the journal has entries of this lesson, so it was given
changes-file-why-clashes = a clash

refused-too-many-changes = More than { $most } rows. Split the file, say by days, and send the parts.
