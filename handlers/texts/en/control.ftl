# Control: figures of how the journal is kept, choosing a slice, the load by weekday.

control-menu = 📊 Control
roles-command-control = Control: how the journal is kept, by any slice
control-heading =
    📊 <b>Control</b>
    { $slice }
control-slice = { $parts }
control-school = whole school
control-parallel = grade { $grade }
control-year = school year { $name }
control-period-this_week = This week
control-period-last_week = Last week
control-by-period = 📅 Period
control-by-class = 🏫 Class
control-by-subject = 📚 Subject
control-by-teacher = 👤 Teacher
control-wide = ✖️ Whole school, all subjects
control-ask-period = Of which period?
control-own-days = 📆 Own dates
control-ask-first = The first day?
control-ask-last = The last day?
control-ask-class = The whole school, a grade or a class?
control-whole-school = Whole school
control-grade = Grade { $grade }
control-ask-subject = Which subject?
control-all-subjects = All subjects
control-ask-teacher = Whose lessons?
control-all-teachers = All teachers

control-load =
    📚 <b>Load by weekday</b>
    { $slice }
control-load-line = <b>{ $day }</b>: lessons { $lessons }{ $minutes ->
    [0] , no homework with an estimate of time
   *[other] , homework ~{ $minutes } min{ $much ->
        [true] {" "}⚠️
       *[false] {""}
    }
}
control-load-none = There are no lessons on these days.
control-load-estimated = On average for one class. Homework time is as teachers estimate it: { $estimated } of { $tasks } have an estimate.
control-load-norm = The norm of homework is at most { $minutes } min a day (SanPiN 1.2.3685-21).
control-load-much = ⚠️ is above the norm.
control-load-picture = 🖼 As a picture
control-load-lessons = lessons
control-load-hours = hours of homework
