# My lesson, and marks.

decimal-point = .

journal-menu-lesson = 📖 My lesson
journal-menu-marks = 📊 Marks
journal-lesson = <b>{ $subject } · { $classes }</b>
    { $day } · lesson { $position } { $time }
journal-topic = Topic: { $topic }
journal-topic-none = No topic yet
journal-past = 🗄 The last school year: it can be looked at, and not changed.
journal-counts =
    { $away ->
        [0] Everyone is here
       *[other] { $away } of { $all } away
    }{ $late ->
        [0] {""}
       *[other] {" "}· { $late } late
    }
journal-open = { $counts } · not taken yet
journal-closed = ✅ { $counts } · kept
journal-close = ✅ Done
journal-reopen = ✏️ Open the roll call again
journal-nobody = Nobody is here
journal-closed-toast = ✅ Roll call kept
journal-all-away = { $count ->
        [one] { $count } marked absent
       *[other] { $count } marked absent
    }
journal-all-here = Everyone is here
journal-sign-late = late
journal-sign-absent = absent
journal-sign-ill = ill
journal-sign-excused = excused
journal-set-absent = absent
journal-set-ill = ill
journal-set-excused = excused
journal-set-late = late
journal-set-present = here
journal-tab-roll-call = 👥 Roll call
journal-tab-marks = ✍️ Marks
journal-set-topic = 📝 Topic
journal-other = Another lesson
journal-kind = Kind of work: <b>{ $kind }</b>. Tap a name, then the mark.
journal-take-back = ✕ take back
journal-mark-set = Mark: { $value }
journal-taken-back = Mark taken back
journal-no-lesson = You have no lessons in the timetable today. Have a good day! You can open a lesson of another day.
journal-yesterday = Yesterday’s lessons
journal-day-before = ‹ A day earlier
journal-day-after = A day later ›
journal-lessons-of = <b>Your lessons, { $day }</b>
journal-no-lessons-of = { $day }: no lessons of yours.

marks-heading = 📊 <b>{ $name }</b>, { $class_name }
marks-heading-term = 📊 <b>{ $name }</b>, { $class_name } · { $term }
marks-quarter = quarter { $number }
marks-half-year = half-year { $number }
marks-trimester = trimester { $number }
marks-line = <b>{ $subject }</b>: { $values }
marks-line-average = <b>{ $subject }</b>: { $values } · average { $average }
marks-none = No marks in this term yet.
marks-first-grade = There are no marks in the first grade, and that is as it should be (clause 1.2).
marks-nobody = Marks are for parents and pupils; a teacher’s lessons are under “My lesson”.

refused-mark-out-of-scale = “{ $value }” is no mark in this subject. It has: { $offered }.
refused-topic-too-long = The topic does not fit: it has { $length } characters, and at most { $most } fit. It is not kept yet, and your text stays in the chat: shorten it and send it again.
refused-no-marks-in-first-grade = There are no marks in first grades (clause 1.2).
refused-pupil-was-absent = The pupil was not at the lesson, so no mark can be set. If the pupil was there, say so in the roll call first.
refused-unknown-work-kind = The school has no such kind of work any more. Open the lesson again: /lesson
refused-lesson-cancelled = { $subject }, { $day }: the lesson is cancelled.
refused-lesson-not-begun = { $subject }: the lesson has not begun ({ $day }, { $starts }). It can be kept from 10 minutes before the bell.
refused-lesson-moved = { $subject }, { $class_name } · { $day }: the timetable no longer has this lesson. The next one like it is on { $to }, lesson { $position }. Open it: /lesson
refused-lesson-gone = { $subject }, { $class_name } · { $day }: the timetable no longer has this lesson. Your lessons: /lesson
refused-lesson-substituted = { $subject } · { $day }: { $teacher } gives this lesson. Whoever gives a lesson makes its records.
refused-pupil-not-at-lesson = { $subject } · { $day }: this pupil is no longer on the lesson’s list. Open the lesson again: /lesson
