# Looking through the journal: cards, remarks, the report; remarks of a teacher.

inspection-menu = 🔎 Journal inspection
inspection-own-menu = 📌 Remarks on my journal
roles-command-inspections = Inspect journals: remarks and reports
roles-command-mend = Remarks on my journal

inspection-heading = 🔎 <b>Journal inspection</b>
inspection-none = No inspections yet. Choose a class or a teacher: the program finds by itself where the journal has gaps.
inspection-none-to-read = No inspections yet.
inspection-open-count = { $n ->
    [one] { $n } remark waits.
   *[other] { $n } remarks wait.
}
inspection-urgent-overdue = 🔴 was due { $due } · { $class_name }, { $subject }, { $teacher }
inspection-urgent-fixed = 🟡 mended, please look · { $class_name }, { $subject }, { $teacher }
inspection-urgent-more = …and { $n } more
inspection-line-goes-on = ✏️ { $whose } · { $first } – { $last } · under way
inspection-line-done = { $sign } { $whose } · { $first } – { $last } · { $closed } of { $all }
inspection-line-clean = ✅ { $whose } · { $first } – { $last } · no remarks
inspection-new = ➕ New inspection
inspection-back = ‹ To the inspections

inspection-choose-class = 🔎 <b>Whose journal?</b>
    Choose a class, or find a teacher.
inspection-by-teacher = 👤 By teacher
inspection-by-class = 🏫 By class
inspection-choose-teacher = 🔎 <b>Which teacher’s journal?</b>
inspection-choose-span = 🔎 <b>{ $whose }</b>
    Which days?
inspection-span-term = This term: { $first } – { $last }
inspection-span-fortnight = Two weeks: { $first } – { $last }
inspection-span-month = A month: { $first } – { $last }
inspection-span-last-term = Last term: { $first } – { $last }

inspection-deck-heading = 🔎 <b>{ $whose } · { $first } – { $last }</b>
    { $lessons ->
    [one] { $lessons } lesson
   *[other] { $lessons } lessons
}, { $cards ->
    [0] no gaps found ✅
    [one] { $cards } card
   *[other] { $cards } cards
}
inspection-deck-finding = { $sign } { $what }: { $n }
inspection-deck-remarks = ✍️ <b>Remarks: { $n }</b>
inspection-deck-told = Teachers who will be told after “Finish”: { $teachers }.
inspection-deck-nobody = No remarks yet: nobody will be told when you finish.
inspection-deck-conclusion = 📝 <b>Conclusion:</b> { $text }
inspection-cards = 🃏 Go through the cards
inspection-other = ✍️ A remark in own words
inspection-conclusion = 📝 Conclusion
inspection-finish = ✅ Finish and send
inspection-drop = 🗑 Drop the inspection
inspection-drop-sure = Drop the inspection “{ $whose }”? Teachers will not hear of it; its remarks stay in the archive only.
inspection-drop-yes = 🗑 Yes, drop it
inspection-dropped = The inspection is dropped.
inspection-finished = Done. The remarks went to the teachers.
inspection-finished-clean = Done. No remarks.

inspection-sign-attendance = 👥
inspection-sign-topic = 📖
inspection-sign-homework = 📚
inspection-sign-late-homework = ⏰
inspection-sign-written-work = 🖋
inspection-sign-few-marks = 🔢
inspection-sign-plan-behind = 🐢
inspection-sign-other = 💬
inspection-what-attendance = no attendance
inspection-what-topic = no topic
inspection-what-homework = no homework
inspection-what-late-homework = homework written late
inspection-what-written-work = no marks of a written work
inspection-what-few-marks = few marks
inspection-what-plan-behind = behind the plan
inspection-what-other = other

inspection-card = 🔎 <b>{ $class_name } · { $subject } · { $teacher }</b>
    Card { $place } of { $all }

    { $sign } { $found }
inspection-found-attendance = { $n ->
    [one] No attendance at { $n } lesson: { $days }
   *[other] No attendance at { $n } lessons: { $days }
}
inspection-found-topic = { $n ->
    [one] No topic at { $n } lesson: { $days }
   *[other] No topic at { $n } lessons: { $days }
}
inspection-found-homework = { $n ->
    [one] No homework (nor “none set”) at { $n } lesson: { $days }
   *[other] No homework (nor “none set”) at { $n } lessons: { $days }
}
inspection-found-late-homework = { $n ->
    [one] Homework written late at { $n } lesson: { $days }
   *[other] Homework written late at { $n } lessons: { $days }
}
inspection-found-written-work = { $n ->
    [one] No marks of a written work, { $n } lesson: { $days }
   *[other] No marks of a written work, { $n } lessons: { $days }
}
inspection-found-few-marks = { $n ->
    [one] Too few marks for the term, { $n } pupil: { $names }
   *[other] Too few marks for the term, { $n } pupils: { $names }
}
inspection-found-plan-behind = { $n ->
    [one] { $n } hour behind the plan
   *[other] { $n } hours behind the plan
}
inspection-days-more = { $days } and { $n } more
inspection-text-attendance = Please fill in the attendance: { $days }.
inspection-text-topic = Please write the topics: { $days }.
inspection-text-homework = No homework (nor “none set”): { $days }. Please write it on the day of the lesson.
inspection-text-late-homework = Homework was written late: { $days }. Please write it on the day of the lesson.
inspection-text-written-work = Please set the marks of the written work: { $days }.
inspection-text-few-marks = { $n ->
    [one] Too few marks for the term, { $n } pupil.
   *[other] Too few marks for the term, { $n } pupils.
}
inspection-text-plan-behind = { $n ->
    [one] { $n } hour behind the plan: please compare plan and topics.
   *[other] { $n } hours behind the plan: please compare plan and topics.
}
inspection-card-gone = That gap is no longer there: here is the whole inspection.
inspection-make = ✍️ Remark
inspection-next = Next ›
inspection-previous = ‹
inspection-to-deck = 📋 To the inspection
inspection-remarked = ✍️ { $text }
    Due: { $due }
inspection-due-3 = 3 days
inspection-due-7 = A week
inspection-due-chosen = ● { $label }
inspection-due-own = 📅 { $label }
inspection-due-pick = Another day
inspection-reword = ✏️ Change the words
inspection-take-back = ↩️ Take back
inspection-ask-due = 📅 <b>By which day?</b>
    { $text }
inspection-ask-wording = ✏️ Write the remark in one message, at most { $most } characters. Now:
    { $text }
inspection-draft-head = 💬 <b>{ $class_name } · { $subject } · { $teacher }</b>
inspection-ask-own-words = 💬 <b>{ $class_name } · { $subject } · { $teacher }</b>
    Write the remark in one message, at most { $most } characters.
inspection-ask-conclusion = 📝 Write the conclusion of the report in one message, at most { $most } characters. Send “-” to take it away.
inspection-choose-course = 💬 Which subject is the remark about?

inspection-page-heading = 🔎 <b>{ $whose } · { $first } – { $last }</b>
    { $by }, { $at }
inspection-page-counts = Remarks: { $all }, mended: { $closed }
inspection-page-clean = No remarks ✅
inspection-report-docx = 📄 Report (DOCX)
inspection-report-pdf = 📄 Report (PDF)
inspection-report-caption = Report: { $whose }, { $first } – { $last }

inspection-remark = 📌 <b>{ $class_name } · { $subject } · { $teacher }</b>
    { $text }

    { $state }
inspection-state-open = ⏳ Due: { $due }
inspection-state-overdue = 🔴 Was due: { $due }
inspection-state-fixed = 🟡 The teacher says: mended. The deputy decides.
inspection-state-closed = ✅ Mended and closed, { $at }
inspection-state-closed-seen = ✅ Mended: the program has checked, { $at }
inspection-state-withdrawn = ↩️ The remark was taken back, { $at }
inspection-still-lessons = { $n ->
    [one] The program still sees { $n } lesson: { $days }
   *[other] The program still sees { $n } lessons: { $days }
}
inspection-still-pupils = Still too few marks: { $names }
inspection-still-hours = { $n ->
    [one] Still { $n } hour behind
   *[other] Still { $n } hours behind
}
inspection-still-nothing = The program sees that all is mended.
inspection-close = ✅ Accept
inspection-reopen = ↩️ Back to the teacher
inspection-withdraw = 🗑 Take the remark back
inspection-settled = Done.

inspection-own-heading = 📌 <b>Remarks on my journal</b>
inspection-own-none = 📌 There are no remarks on your journal ✅
inspection-own-back = ‹ All remarks
inspection-mended = ✅ Mended
inspection-anyway = 🙋 Pass it on to the deputy as it is
inspection-open-lesson = ✏️ { $day }
inspection-open-course = 📊 Marks of the class
inspection-thanks = Thank you! The remark is closed ✅
inspection-passed-on = Thank you! The deputy will see and accept.
inspection-not-yet = Not all of it looks mended yet, please see below.
inspection-news = 🔎 <b>The journal was looked through: { $whose }</b>
    Lessons from { $first } to { $last }, by { $by }
    { $n ->
    [one] { $n } point to mend:
   *[other] { $n } points to mend:
}
inspection-news-remark = <b>{ $place }.</b> { $class_name }, { $subject }: { $text }
    Due { $due }
inspection-news-open = { $place }. Open
inspection-news-more = And { $n } more: in the list.
inspection-news-all = 📌 All remarks
inspection-told-closed = ✅ { $class_name } · { $subject } · { $teacher }: mended. { $text }
inspection-told-fixed = 🟡 { $class_name } · { $subject } · { $teacher }: said to be mended, please look. { $text }
inspection-told-open = ↩️ { $class_name } · { $subject } · { $teacher }: the remark is back. { $text }
inspection-told-withdrawn = 🗑 { $class_name } · { $subject } · { $teacher }: the remark was taken back. { $text }
inspection-told-own-closed = ✅ The remark is closed: { $class_name }, { $subject }. { $text }
inspection-told-own-fixed = 🟡 Passed on to the deputy: { $class_name }, { $subject }. { $text }
inspection-told-own-open = ↩️ The remark is back: { $class_name }, { $subject }. { $text }
inspection-told-own-withdrawn = 🗑 The remark was taken back: { $class_name }, { $subject }. { $text }
inspection-told-more = …and { $n } more

inspection-doc-title = REPORT
inspection-doc-about = on how the electronic journal is kept
inspection-doc-whose-class = Class: { $name }
inspection-doc-whose-teacher = Teacher: { $name }
inspection-doc-period = Lessons: from { $first } to { $last }
inspection-doc-day = Day of the inspection: { $day }
inspection-doc-by = By: { $name }, deputy head
inspection-doc-aim-heading = Aim
inspection-doc-aim = That the electronic journal is complete and in time: attendance, topics, homework, marks, enough marks for the term, the plan followed.
inspection-doc-checked-heading = What was looked at
inspection-doc-checked = { $lessons ->
    [one] { $lessons } lesson.
   *[other] { $lessons } lessons.
}
inspection-doc-course = { $class_name }, { $subject }: { $teachers }
inspection-doc-remarks-heading = Remarks
inspection-doc-none = No remarks.
inspection-doc-conclusion-heading = Conclusion
inspection-doc-conclusion-clean = The journal is kept as the regulation asks; there are no remarks.
inspection-doc-conclusion = { $all ->
    [one] { $all } remark
   *[other] { $all } remarks
}, mended: { $closed }, left to mend: { $left }.
inspection-doc-post = Deputy head
inspection-doc-sign = Deputy head ____________________ / { $name } /
inspection-doc-read = Read by:
inspection-doc-reader = ____________________ / { $name } /
inspection-doc-column-n = No.
inspection-doc-column-course = Class, subject
inspection-doc-column-teacher = Teacher
inspection-doc-column-text = Remark
inspection-doc-column-due = Due
inspection-doc-column-state = Mended
inspection-doc-state-open = not yet
inspection-doc-state-fixed = being checked
inspection-doc-state-closed = on { $day }
inspection-doc-state-draft = —

refused-inspection-over = This inspection is finished or dropped. Please open the list of inspections.
refused-remark-text-needed = Please write 1 to { $most } characters.
refused-due-day-wrong = The day can be from today until { $last }.
refused-remark-settled = This remark is closed or taken back already. Please open the list.
