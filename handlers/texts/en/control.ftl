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
control-load-open = 📚 Load by weekday

control-line = { $what }: { $counted }
control-counted = { $percent }% ({ $part } of { $whole })
control-button = { $sign } { $what }
control-nothing = There is nothing to count on these days yet: no lessons, or their time is not up.
control-middle-homework_in_time = usually { $n } min after the lesson
control-middle-density = marks on average: { $n }
control-section-kept = <b>Keeping the journal</b>
control-section-in-time = <b>Timeliness</b>
control-section-marks = <b>Marks and plans</b>
control-section-changes = <b>Substitutions</b>
control-section-families = <b>Families in the bot, now</b>
control-figure-teachers = Teachers keep the journal
control-figure-attendance = Attendance noted
control-figure-topics = Topics written
control-figure-homework = Homework given or «none»
control-figure-marks = Lessons with marks
control-figure-filled_in_time = Attendance and topic in time
control-figure-homework_in_time = Homework in time
control-figure-marks_in_time = Marks of the lesson in time
control-figure-written_in_time = Marks of written works in time
control-figure-density = Enough marks
control-figure-plan = Not behind the plan
control-figure-substituted = Lessons substituted
control-figure-cancelled = Lessons cancelled
control-figure-guardians = Guardians have come in
control-figure-guardians_week = Guardians seen in 7 days
control-figure-guardians_month = Guardians seen in 30 days
control-figure-pupils = Pupils have come in
control-figure-pupils_week = Pupils seen in 7 days
control-figure-pupils_month = Pupils seen in 30 days
control-short-teachers = Teachers
control-short-attendance = Attendance
control-short-topics = Topics
control-short-homework = Homework
control-short-marks = Marks
control-short-filled_in_time = Lesson in time
control-short-homework_in_time = Homework in time
control-short-marks_in_time = Marks in time
control-short-written_in_time = Written works
control-short-density = Enough marks
control-short-plan = By the plan
control-short-substituted = Substituted
control-short-cancelled = Cancelled
control-short-guardians = Guardians
control-short-guardians_week = 7 days
control-short-guardians_month = 30 days
control-short-pupils = Pupils
control-short-pupils_week = 7 days
control-short-pupils_month = 30 days
control-file-book = 📊 XLSX
control-file-pdf = 📄 PDF
control-families-book = 👪 XLSX
control-families-pdf = 👪 PDF

control-behind =
    📊 <b>{ $what }</b>
    { $slice }
    { $counted }
control-list-none = All is well here: there is nobody to show.
control-list-teacher = Who lacks most comes first. Tap to open the lessons.
control-list-class = What lacks most comes first. Tap to open it.
control-list-pupil = Fewer marks than are needed by this day. Tap to open the results of the subject.
control-list-course = Lessons with a topic, of those that the plan has by this day. Tap to open the lessons without a topic.
control-list-changed = Who has most of them comes first. Tap to open the lessons.
control-list-line = { $sign } { $count } · { $who }
control-list-count = { $percent }% ({ $part }/{ $whole })
control-list-of = { $part } of { $whole }
control-way = { $here ->
    [true] • { $way }
   *[false] { $way }
}
control-way-teacher = By teacher
control-way-class = By class
control-way-pupil = By pupil
control-way-course = By subject
control-how = ❓ How is it counted?
control-to-list = ‹ To the list
control-to-lessons = ‹ To the lessons
control-class-day = 🔔 What the class has left
control-lessons = { $why }: { $n }. The newest first.
control-lessons-none = There are no such lessons here.
control-lesson = { $day }, lesson { $position } · { $what }
control-short-of-teachers = Lessons of which nothing is written
control-short-of-attendance = Lessons without a roll call
control-short-of-topics = Lessons without a topic
control-short-of-homework = Lessons without homework
control-short-of-marks = Lessons without marks
control-short-of-filled_in_time = Lessons written too late or not at all
control-short-of-homework_in_time = Lessons whose homework came too late or not at all
control-short-of-marks_in_time = Lessons whose marks came too late
control-short-of-written_in_time = Written works whose marks came too late
control-short-of-substituted = Substituted lessons
control-short-of-cancelled = Cancelled lessons

control-how-heading =
    ❓ <b>How it is counted: { $what }</b>
    { $slice }
control-how-teachers = Teachers who wrote anything of at least one of their lessons, of all who gave lessons. A substituted lesson counts to who gave it.
control-how-attendance = Lessons at which somebody is noted, or “Done” or “All here” was tapped, of all that are over.
control-how-topics = Lessons with a topic, of all that are over.
control-how-homework = Lessons at which homework was given or “none” was said, of all that are over but first grades' (clause 1.2).
control-how-marks = Lessons at which there is at least one mark, of all that are over but first grades' (clause 1.2).
control-how-filled_in_time = Lessons whose attendance and topic were written in time, of all whose time is up. It is { $filled } of the same day, and where the class begins at { $shift } or later, { $second } of the next (clause 3.4.1).
control-how-homework_in_time = Lessons whose homework (or “none”) came at most { $minutes } min after the class's last lesson, of all whose time is up (clause 3.4.2). “Usually”: half of the homework came sooner, half later.
control-how-marks_in_time = Marks set on the lesson's day or by its time ({ $filled }, in the second shift { $second } of the next day), of all marks but those of written works.
control-how-written_in_time = Marks of control and independent works set at most { $days } days after the lesson, of all such marks.
control-how-density = Subjects of pupils with as many marks as the attestation needs by this day, of all. The norm of a term goes by the lessons a week (lessons — marks: { $fewest }; more than four as four), for the part of the term that the pupil has learned. Who is exempt or has left is not counted.
control-how-plan = Subjects of classes and subgroups with as many lessons with a topic as the plan has by this day, or one fewer, of all that have a plan.
control-how-substituted = Lessons that another teacher gave, of all in the timetable. To a teacher count those given for others.
control-how-cancelled = Cancelled lessons, of all in the timetable.
control-how-guardians = Guardians who have come into the bot and are confirmed, of all guardians of pupils. It is today's number, whatever the period.
control-how-guardians_week = Guardians who opened the bot in the last 7 days, of all guardians of pupils.
control-how-guardians_month = Guardians who opened the bot in the last 30 days, of all guardians of pupils.
control-how-pupils = Pupils who have come into the bot, of all pupils. It is today's number, whatever the period.
control-how-pupils_week = Pupils who opened the bot in the last 7 days, of all pupils.
control-how-pupils_month = Pupils who opened the bot in the last 30 days, of all pupils.
control-left = Left out: { $parts }.
control-left-to_come = still to come: { $n }
control-left-not_given = cancelled or moved: { $n }
control-left-unmarked = without marks and homework (first grades, extra-curricular hours): { $n }
control-left-no_next = no homework due, as a double or the last lesson of a course: { $n }
control-left-not_due = time is not up: { $n }
control-left-exempt = exempt: { $n }
control-left-no_plan = without a plan: { $n }
control-thresholds = ✅ from { $good }%, ⚠️ from { $fair }%, 🔴 below.

control-sheet = How the journal is kept
control-participation = Participation of guardians and pupils
control-column-what = Figure
control-column-percent = %
control-column-part = There are
control-column-whole = Of
control-column-note = Note
control-column-teacher = Teacher
control-column-class = Class
control-column-pupil = Pupil
control-column-subject = Subject
control-column-term = Term
control-column-marks = Marks
control-column-needed = Needed
control-column-given = Given
control-column-planned = By the plan
control-column-all = All
control-column-in = In
control-column-week = In 7 days
control-column-month = In 30 days
control-column-total = Total
control-column-guardians = Guardians
control-column-pupils = Pupils
control-file-caption =
    📊 { $what }
    { $slice }
