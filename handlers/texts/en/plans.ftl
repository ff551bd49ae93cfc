# Curriculum plans, lessons of a class, exemptions, the lesson that comes with its bell.

plans-other-topic = Another topic
plans-what-was = 👀 What there was
plans-by-class = By class
plans-topic-written = 📝 Topic written
plans-topic-taken-back = Topic taken back

plans-ask-topic = Topic of the lesson: <b>{ $subject } · { $classes }</b>
plans-written = Written now: { $topic }
plans-type-or-number = Choose from the plan, or write: the topic in words, or its number in the plan.
plans-none-yet = Write the topic. If you send a file with the plan here, captioned “plan 7А algebra”, topics will be proposed by themselves.
plans-progress = 📈 Plan and fact
plans-take-back = ✕ take the topic back
plans-to-topic = 📝 To the topic
plans-to-lesson = ‹ To the lesson

plans-progress-heading = 📈 <b>{ $subject } · { $classes }</b>: plan and fact
plans-given = Hours given: { $given } of { $total }, planned by today: { $planned }.
plans-on-time = All goes by the plan.
plans-ahead = { $count ->
    [one] Ahead by { $count } hour.
   *[other] Ahead by { $count } hours.
}
plans-behind = { $count ->
    [one] Behind by { $count } hour.
   *[other] Behind by { $count } hours.
}
plans-lost = Hours that did not take place: { $what }.
plans-lost-holiday = holidays — { $count }
plans-lost-cancelled = cancelled — { $count }
plans-lost-other-subject = given to another subject — { $count }
plans-lost-substituted = substitutions without a topic — { $count }
plans-without-topic = Past lessons without a topic: { $count }.
plans-finished = The plan is done to its end.
plans-in-time = At this pace the plan ends on { $day }, before the year does ({ $year_ends }).
plans-too-late = { $missing ->
    [one] At this pace the year ({ $year_ends }) is { $missing } lesson too short.
   *[other] At this pace the year ({ $year_ends }) is { $missing } lessons too short.
}

plans-what-was-heading = 👀 <b>{ $subject } · { $classes }</b>: what there was
plans-topics-were = <b>Last topics</b>
plans-past-topic = { $day }: { $topic }
plans-no-topics = No topics are written yet.
plans-homework-was = <b>Homework</b>
plans-past-homework = for { $day }: { $text }{ $files ->
        [0] {""}
       *[other] {" "}📎 { $files }
    }
plans-past-none-set = for { $day }: none set
plans-no-homework = No homework yet.

plans-of = 📚 <b>{ $subject } · { $classes }</b>: curriculum plan
plans-holds = Topics in the file: { $topics }, hours: { $hours }.
plans-would-take = New topics: { $new }, changed: { $changed }, removed: { $gone }. Nothing is written yet.
plans-taken = ✅ Written. New topics: { $new }, changed: { $changed }, removed: { $gone }. They are proposed at lessons: /lesson
plans-nothing-new = This plan is written already; nothing changes.
plans-skipped = Headings of chapters and sums are no topics, rows: { $rows }.
plans-take = ✅ Take the plan
plans-leave = Leave it
plans-left = The plan is not taken. You can send the file again.
plans-refused = { $count ->
    [one] Nothing is written: { $count } place in the file needs mending.
   *[other] Nothing is written: { $count } places in the file need mending.
}
plans-mistake = row { $row }, column { $column }: “{ $value }” — { $wrong }
plans-mistake-empty = row { $row }, column { $column }: empty — { $wrong }
plans-more-mistakes = … and { $count } more
plans-fault-no-headings = the first rows hold no headings. A column “Тема” is needed, and, where there are such, “№”, “Часы” and “Дата”.
plans-fault-heading-twice = there is such a column already: leave one
plans-fault-no-topics = there is not one topic under the headings.
plans-fault-number = the topic's number is needed, such as 12
plans-fault-number-twice = this number stands above already
plans-fault-topic = a topic is needed
plans-fault-topic-length = the topic is longer than 300 characters
plans-fault-hours = a whole number of hours from 1 to 100 is needed
plans-fault-day = a date is needed, such as 05.09.2026
plans-fault-day-outside = the date is not of this school year

plans-choose-class = <b>By class</b>: choose a class and subject.
plans-no-classes = You had no lessons in two weeks.
plans-last-lessons = <b>The last lessons</b>: open any.
plans-no-lessons = There were no such lessons in two weeks.

refused-no-plan = { $subject }, { $class_name }: there is no curriculum plan yet. Send the file with the caption “plan { $class_name } { $subject }”.
refused-plan-gone = This file waits for an answer no longer: the plan is written, or another one came. Send the file again.
refused-plan-unclear = Whose plan it is could not be understood. Caption the file with a class and subject that you teach, for example “plan 7А algebra”, for a subgroup “plan 7А English 1”.
refused-plan-unreadable = { $why ->
    [missing] There is no such file, or it cannot be read.
    [protected] The file is closed by a password: save it without one and send it again.
    [too_big] The file is bigger than any plan needs: leave only the plan in it.
   *[no_spreadsheet] This is no spreadsheet, or it is damaged. XLSX, ODS and CSV are taken.
}

exempt-sign-exempt = exempt
exempt-sign-individual = indiv.
exempt-heading = <b>Exemptions and individual plans</b>
exempt-nobody = There are no exemptions or individual plans.
exempt-line-exempt = { $name }, { $class_name } · { $subject }: exempt from { $since }{ $until }{ $order }
exempt-line-individual = { $name }, { $class_name } · { $subject }: individual plan from { $since }{ $until }{ $order }
exempt-until = until { $day }
exempt-order = order { $order }
exempt-new = ➕ Enter one
exempt-class = Which class is the pupil of?
exempt-pupil = Who is it?
exempt-no-pupils = This class has no pupils yet.
exempt-subject = Which subject?
exempt-how = How does the pupil learn it?
exempt-how-exempt = Exempt: no marks
exempt-how-individual = By an individual plan
exempt-days = Write from which day to which, and the order's number, for example “01.12–31.05 order 45”. If there is no end, the first day is enough.
exempt-entered = ✅ Entered. Teachers will see it at lessons.
exempt-ended = Taken back

refused-pupil-is-exempt = { $pupil } is exempt from “{ $subject }”, so there are no marks here. Presence can be noted.
refused-days-unclear = The days could not be understood. Write, for example, “01.12–31.05 order 45”.

bell-button = { $on ->
    [true] 🔔 Let the lesson come with its bell
   *[other] 🔕 Do not send the lesson
}
bell-line = { $on ->
    [true] The lesson comes by itself with its bell.
   *[other] The lesson does not come by itself: /lesson opens it.
}
bell-rings = 🔔 The lesson begins

roles-command-exempt = Exemptions and individual plans
