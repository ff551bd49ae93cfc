# Substitutions, cancellations, moves, other rooms, extra lessons.

changes-menu = 🔁 Substitutions
changes-heading = 🔁 <b>Substitutions and changes</b>
changes-day = <b>{ $day }</b>
changes-none = All as in the timetable.
changes-away = 🚫 Away: { $names }
changes-make = ✏️ { $day }
changes-say-it = <i>Or in one line, in Russian:</i> завтра 7А 3 урок замена Петрова · отменить 7А 3 урок завтра · 7А 3 урок каб 214 · Петрова болеет 2–4 декабря
changes-absent = 🤒 A teacher is away
changes-report = 📊 Record of substitutions
changes-all = ‹ All substitutions
changes-which-class = <b>{ $day }</b>. Which class?
changes-class-day = <b>{ $class_name }</b> · { $day }
    Which lesson?
changes-class-free = <b>{ $class_name }</b> · { $day }
    No lessons that day.
changes-other-class = ‹ Another class
changes-head = <b>{ $position }.</b> { $subject }
changes-head-of-class = <b>{ $position }.</b> { $class_name } · { $subject }
changes-head-of-group = <b>{ $position }.</b> { $subject } (group { $group })
changes-said-planned = { $head } — as in the timetable
changes-said-cancelled = { $head } — ✖️ cancelled
changes-said-moved = { $head } — ➡️ moved: { $day }, lesson { $position }
changes-said-moved-within = { $head } — ➡️ moved, now lesson { $position }
changes-said-substituted = { $head } — 🔁 { $teachers }
changes-said-other-subject = { $head } — 🔁 instead: { $subject }, { $teachers }
changes-said-room = { $head } — 🚪 { $room }
changes-said-extra = { $head } — ➕ an extra lesson
changes-said-moved-here = { $head } — ➕ moved here, it was { $day }
changes-said-dropped = { $head } — not given here
changes-said-yours = { $head } — 🔁 you give it
changes-room = { $numbered ->
    [true] room { $room }
   *[false] { $room }
}
changes-lesson = { $line }
    { $teachers }

    What shall change?
changes-lesson-teachers = <i>{ $names }</i>
changes-cancel = ✖️ Cancel
changes-substitute = 🔁 Another teacher
changes-room-other = 🚪 Another room
changes-move = ➡️ Move
changes-move-again = ➡️ Move elsewhere
changes-back = ↩️ As in the timetable
changes-drop = ✖️ Take this lesson out
changes-add = ➕ An extra lesson
changes-done = ✅ { $line }
changes-other-subject = 📘 Another subject
changes-more-of-class = ✏️ More in this class
changes-who = { $line }

    Who will give it? Free then: ⭐ teaches the subject, the number is substitutions this month, 🏠 has no lessons that day.
changes-nobody = { $line }

    No teacher is free then. The lesson can be cancelled or moved.
changes-candidate = { $teaches ->
    [true] ⭐{" "}
   *[false] {""}
}{ $name }{ $given ->
    [0] {""}
   *[other] {" "}· { $given }
}{ $here ->
    [true] {""}
   *[false] {" "}🏠
}
changes-which-room = { $line }

    These rooms are free then. Another place goes in a line: <i>7А 3 урок каб актовый зал</i>
changes-no-room = { $line }

    No room is free. Another place goes in a line: <i>7А 3 урок каб актовый зал</i>
changes-which-place = { $head }
    <b>{ $day }</b>: as which lesson? ⚠️ — the class, the teacher or the room is taken then.
changes-which-course = <b>{ $class_name }</b> · { $day }
    An extra lesson of which subject?
changes-which-subject = { $line }

    What will it be?
changes-no-subjects = { $line }

    The teacher has no other subject in this class. The lesson's own can be given.
changes-own-subject = { $subject } (as in the timetable)
changes-clash = ⚠️ <b>Something stands in the way</b>
    { $head } — { $day }, lesson { $position }:
changes-clash-teacher = • the teacher then gives: { $class_name } · { $subject }
changes-clash-pupils = • the class then has: { $class_name } · { $subject }
changes-clash-room = • the room is taken: { $class_name } · { $subject }
changes-anyway = Do it all the same
changes-leave = ‹ Leave it as it is
changes-news-heading = 🔁 <b>{ $day }, { $class_name }</b>
changes-news-yours = 🔁 <b>{ $day }, your lessons</b>
changes-news-corrected = ✏️ Correction
changes-digest = 🔁 <b>Changes, { $day }</b>
changes-moved-line = <b>{ $position }.</b> { $starts } <s>{ $subject }</s> ➡️ { $day }, lesson { $to }
changes-moved-short = { $position }. <s>{ $subject }</s> ➡️ { $day }

refused-no-lesson-there = { $class_name }, { $day }: there is no lesson number { $position } that day. All of the class: /subs
refused-lesson-written = { $subject }, { $day }: the journal already holds records of this lesson, so it was given. If they are wrong, let whoever wrote them take them out first.
refused-lesson-moved-away = { $subject }: the lesson was moved to { $to }, lesson { $position }. Change it there, or first bring it back.
refused-extra-stays = { $subject }: this is an extra lesson, or one that was moved already. Take it out (or bring it back) and put it anew.
refused-no-lessons-that-day = { $day } is no school day. Choose another.
refused-room-too-long = The name of the place is longer than { $most } characters. Make it shorter.

roles-help-subs = /subs — substitutions, cancellations and moves; in a line, in Russian: <code>завтра 7А 3 урок замена Петрова</code>
roles-command-subs = Substitutions and changes of the timetable

absent-heading = 🤒 <b>Teachers away</b>
absent-nobody = Everyone is here.
absent-new = ➕ Somebody is away
absent-all = ‹ Who is away
absent-who = Who will be away?
    Or in one line, in Russian: <i>Петрова болеет 2–4 декабря</i>
absent-since = <b>{ $name }</b>. From which day?
absent-until = <b>{ $name }</b>, from { $first }. Until which day, that day included?
absent-why = <b>{ $name }</b>, { $first } — { $last }. Why?
    Only those who make the timetable see the reason.
absent-why-sick = 🤒 Ill
absent-why-trip = 🚌 Out with pupils
absent-why-training = 🎓 Training
absent-why-leave = 🌴 Leave
absent-why-other = Other
absent-of = <b>{ $name }</b> · { $one ->
    [true] { $first }
   *[false] { $first } — { $last }
} · { $why }
absent-noted = The absence is noted
absent-progress = { $settled } of { $total } settled
absent-no-lessons = No lessons on these days.
absent-line = { $day } · { $line }
absent-open = ▫️ { $line }
absent-settled = ✅ { $line }
absent-current = ❓ <b>Who will give it?</b> { $line }
absent-others = Other teachers…
absent-later = Leave it for now
absent-again = ↻ To those that were left
absent-end = ✅ Back at work
absent-ended = The absence is over. The substitutions stay: each is taken back by itself.

refused-teacher-absence-too-long = At most { $days } days in a row. Note the beginning, the rest later.
refused-teacher-absence-over = { $day } is past, or before the beginning. Choose another day.

subs-heading = 📊 <b>Record of substitutions, { $month }</b>
    Substitutions: { $n }
subs-none = No substitutions and no cancellations this month.
subs-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
subs-line = • <b>{ $name }</b>: { $said }
subs-given = gave { $given }: { $whom }
subs-missed = given for them { $missed }
subs-cancelled = cancelled { $cancelled }
subs-more = …and { $n } more. All are in the file.
subs-for-whom = { $name } — { $n }
subs-file = 📎 XLSX file
subs-print = 🖨 PDF
subs-paper-title = Record of substitutions · { $month }
subs-paper-signed = Deputy director
subs-file-caption = 📊 Record of substitutions, { $month }
subs-sheet-totals = Totals
subs-sheet-lessons = Substitutions
subs-column-teacher = Teacher
subs-column-given = Gave
subs-column-missed = Given for them
subs-column-cancelled = Cancelled
subs-column-day = Date
subs-column-lesson = Lesson
subs-column-what = Class and subject
subs-column-whose = Instead of
