# Paper: what stands on every printed sheet
paper-printed = Printed on { $day } at { $time }
paper-page = Page { $n } of { $of }

# What sheets have in common
paper-menu-rewriting = ✍️ Into the paper journal
paper-menu-journal = 📖 Page of the journal
paper-menu-attendance = 🗓 Attendance of a class
paper-menu-substitutions = 🔁 Substitutions of a month
paper-menu-movement = 🚸 Came and left
paper-to-sheets = ‹ Sheets
paper-to-last-year = 🗄 Last year
paper-take-pdf = 🖨 PDF
paper-take-xlsx = 📊 Excel
paper-draw = 🖼 As a map
paper-term-quarter = Quarter { $number }
paper-term-half_year = Half-year { $number }
paper-term-trimester = Trimester { $number }
paper-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
paper-days = From { $first } to { $last }
paper-came = came { $day }
paper-left = left { $day }
paper-learning-exempt = exempt from { $day }
paper-learning-individual = own plan from { $day }
paper-teacher = Teacher
paper-class-teacher = Class teacher
paper-teachers = Teacher: { $names }
paper-column-pupil = Surname, name
paper-column-day = Date
paper-column-topic = Topic of the lesson
paper-column-homework = Homework
paper-column-field = Where
paper-column-what = What to write
paper-column-missed = Lessons missed
paper-none-set = none set
paper-files = { $n ->
    [one] + { $n } file
   *[other] + { $n } files
}
paper-sign-absent = a
paper-sign-ill = i
paper-sign-excused = e
paper-sign-late = l

# Page of the journal
paper-journal-choose = 📖 <b>Page of the journal</b>
    Subject and class as on paper: dates and marks on the left, topics and homework on the right.
paper-journal-last-year = 📖 <b>Page of the journal, last year</b>
    As the year ended.
paper-attendance-last-year = 🗓 <b>Attendance, last year</b>
    Which class?
paper-journal-none = 📖 <b>Page of the journal</b>
    There are no subjects yet: they come with the timetable.
paper-journal-of-class = 📖 <b>{ $class_name }</b>: which subject?
paper-journal-heading = 📖 <b>{ $course }</b>
    { $days }
paper-journal-counts = Lessons: { $lessons } · pupils: { $pupils } · marks: { $marks }
paper-journal-no-topic = Without a topic: { $n }
paper-journal-no-homework = Without homework: { $n }
paper-journal-empty = There have been no lessons on these days yet.
paper-journal-lesson = <b>{ $day }</b>, lesson { $position }: { $said }
paper-journal-topic = { $topic }
paper-journal-topic-none = <i>no topic</i>
paper-journal-homework = 📝 { $text }
paper-journal-away = { $n } away
paper-journal-marks = { $n ->
    [one] { $n } mark
   *[other] { $n } marks
}
paper-journal-caption = 📖 { $course }, { $days }
paper-journal-right = topics and homework
paper-journal-lessons = Lessons: { $n }. a: absent, i: ill, e: excused, l: late.
paper-tab-left = Marks
paper-tab-right = Topics and homework

# Attendance
paper-attendance-choose = 🗓 <b>Attendance</b>
    Which class?
paper-attendance-none = 🗓 <b>Attendance</b>
    There are no classes yet.
paper-attendance-school = 🏫 The whole school
paper-attendance-heading = 🗓 <b>Attendance, { $name }</b>
    { $days }
paper-attendance-heading-school = 🗓 <b>Attendance of the school</b>
    { $days }
paper-attendance-days = School days: { $days } · pupils: { $pupils }
paper-attendance-percent = Present at lessons: { $percent } % (missed { $missed } of { $lessons })
paper-attendance-no-lessons = There have been no lessons on these days yet.
paper-attendance-ill = ill { $n }
paper-attendance-excused = excused { $n }
paper-attendance-unexcused = not excused { $n }
paper-attendance-unknown = reason not known { $n }
paper-attendance-late = late { $n }
paper-attendance-most = <b>Missed most</b>
paper-attendance-line = { $name } — { $n } ({ $said })
paper-attendance-class = <b>{ $name }</b>: { $percent } %, missed { $missed }
paper-attendance-title = Summary sheet of attendance · { $name } · { $days }
paper-attendance-caption = 🗓 Attendance, { $name }, { $days }
paper-attendance-foot = Present at lessons: { $percent } %. Lessons missed: { $missed } of { $lessons } (all pupils together).
paper-attendance-how = In the cells: how many lessons were missed that day; “–”: not in the class that day.
paper-sum-heading = Lessons missed
paper-sum-lessons = all
paper-sum-ill = ill
paper-sum-excused = excused
paper-sum-unexcused = not excused
paper-sum-unknown = not known
paper-sum-late = late
paper-sum-away = Pupils away
paper-sum-missed = Lessons missed
paper-tab-attendance = Attendance { $name }
paper-heat-class = Missed, { $name }: { $days }
paper-heat-school = Missed by class, %: { $days }
paper-heat-caption = 🗓 Missed by class, { $days }
paper-heat-nothing = 0
paper-heat-step = { $first }–{ $last } %

# Into the paper journal
roles-command-paper = What to copy into the paper journal
paper-rewriting-heading = ✍️ <b>Into the paper journal</b>
    { $day }
paper-rewriting-nothing = You had no lessons that day, there is nothing to copy.
paper-rewriting-more = …and { $n } more pages. All of them are in the file to print.
paper-rewriting-take = 🖨 Print with boxes to tick
paper-rewriting-page = 📖 <b>{ $page }</b>
paper-rewriting-older = <i>for { $day }</i>
paper-rewriting-away = Not at the lesson: { $said }
paper-rewriting-there = { $said }
paper-rewriting-all-there = Everybody at the lesson
paper-rewriting-name-absent = { $name } (absent)
paper-rewriting-name-ill = { $name } (ill)
paper-rewriting-name-excused = { $name } (excused)
paper-rewriting-name-late = { $name } (late)
paper-rewriting-name-present = { $name } (present, strike the sign out)
paper-rewriting-marks = Marks: { $said }
paper-rewriting-pupil-marks = { $name } — { $values }
paper-rewriting-mark-new = { $value } ({ $work })
paper-rewriting-mark-changed = correct to { $value } ({ $work })
paper-rewriting-mark-taken-back = strike out { $value } ({ $work })
paper-rewriting-topic = Topic: { $said }
paper-rewriting-words = { $words }
paper-rewriting-homework = Homework: { $said }
paper-rewriting-task = { $words } (for { $day })
paper-rewriting-empty = Nothing entered yet
paper-rewriting-missed = 🗓 <b>Summary sheet of attendance, { $class_name }</b>
    ☐ { $said }
paper-rewriting-missed-title = Summary sheet of attendance, { $class_name }
paper-rewriting-missed-name = { $name } — { $n } ({ $said })
paper-rewriting-nobody-missed = nothing missed
paper-rewriting-title = Into the paper journal · { $day } { $year }
paper-rewriting-how = Tick what is written already.
paper-rewriting-caption = ✍️ Into the paper journal, { $day }
paper-field-away = Away
paper-field-there = Away
paper-field-marks = Marks
paper-field-topic = Topic
paper-field-homework = Homework
paper-tab-rewriting = To copy
