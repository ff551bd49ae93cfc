# The diary: a pupil's day and week.

diary-menu = 📔 Diary
diary-nobody = The diary is for parents and pupils; a teacher’s lessons are under “My lesson”.
diary-heading = 📔 <b>{ $name }</b>, { $class_name }
diary-first-grade = There are no marks and no homework in the first grade, and that is as it should be (clause 1.2).
diary-day =
    {""}
    <b>{ $day }</b>{ $today ->
        [true] {" "}(today)
       *[false] {""}
    }
diary-day-off = { $name }: no lessons.
diary-no-lessons = No lessons.
diary-lesson = { $position }. { $starts }<b>{ $subject }</b>
diary-lesson-cancelled = { $position }. <s>{ $subject }</s>: cancelled
diary-beside = • <b>{ $subject }</b>
diary-mark = <b>{ $value }</b> { $work }
diary-mark-retaken = <s>{ $value }</s> { $work }
diary-comment = 💬 { $value }: { $text }
diary-presence-absent = 🔴 absent
diary-presence-ill = 🤒 ill
diary-presence-excused = 📄 excused
diary-presence-unexcused = 🔴 unexcused
diary-presence-late = 🕐 late{ $minutes ->
    [0] {""}
   *[other] {" "}({ $minutes } min)
}
diary-task = { $done ->
        [true] ✅
       *[false] 📚
    } { $text }{ $minutes ->
        [0] {""}
       *[other] {" "}(~{ $minutes } min)
    }{ $files ->
        [0] {""}
       *[other] {" "}📎{ $files }
    }{ $alone ->
        [true] {" "}👤 individual
       *[false] {""}
    }
diary-none-set = 📚 nothing set
diary-minutes = ⏱ Homework: about { $minutes } min
diary-to-today = Today
diary-to-week = 🗓 Week
roles-command-day = The diary of a day
roles-command-week = The diary of a week

# Marks: by day, one subject.

diary-marks-by-day = 📅 By day
diary-marks-by-subject = 📚 By subject
diary-marks-day = <b>{ $day }</b>: { $marks }
diary-marks-of-day = { $subject }{"\u00A0"}{ $values }
diary-marks-subject =
    {""}
    <b>{ $subject }</b>
diary-marks-one = { $day } · <b>{ $value }</b> · { $work }
diary-marks-one-retaken = { $day } · <s>{ $value }</s> · { $work }, retaken
diary-marks-comment = 💬 { $text }
diary-marks-average =
    {""}
    Average: <b>{ $average }</b>
diary-marks-moved = { $up ->
        [true] 📈
       *[false] { $down ->
            [true] 📉
           *[false] ➡️
        }
    } Since { $since }: { $first } → { $last }
diary-marks-standing = The class by average (no names): { $counts }
diary-marks-standing-one = { $count ->
        [one] { $count } has
       *[other] { $count } have
    }{"\u00A0"}{ $mark }
diary-marks-dynamics = 📈 How it moved
diary-marks-dynamics-caption = <b>{ $subject }</b> · { $name }
    Average: { $first } ({ $since }) → <b>{ $last }</b> ({ $until })

# Homework in full.

homework-none-was-set = 📚 No homework, and families will see just that.
homework-about = { $minutes ->
        [0] {""}
       *[other] {" "}(~{ $minutes } min)
    }{ $alone ->
        [true] {" "}👤 individual
       *[false] {""}
    }{ $done ->
        [true] {" "}✅
       *[false] {""}
    }
homework-tab = 📚 Homework
homework-after =
    📚 <b>{ $subject }</b>: homework for the next lesson

    To set it, a line: <code>/dz { $class_name } { $subject } № 345</code>
homework-after-set = • { $class_name }, { $day }: { $text }
homework-after-none = • { $class_name }, { $day }: nothing set, and families see just that
homework-after-nothing = • { $class_name }, { $day }: nothing yet
homework-minutes = ⏱ ~{ $minutes } min
homework-for = 👤 For { $names } alone
homework-say-none = 📚 No homework
homework-day-minutes = ⏱ For this day: about { $minutes } min
homework-done = ✅ Done
homework-not-done = Not done again
homework-no-next-lesson = The timetable has no more lessons of this subject: there is nothing to set it for.

# Overload: a warning, not a ban.

overload-second = ⚠️ The class has a control work that day already: { $subjects }.
overload-edge = ⚠️ This is the { $first ->
        [true] first
       *[false] last
    } lesson of the day: the middle is better for a control work.
overload-soon = ⚠️ The parallel classes have a control work of this subject on { $day }. At least { $days ->
        [one] { $days } day
       *[other] { $days } days
    } between them are advised.
overload-share = ⚠️ Control works in the year: { $count }, lessons: { $hours }. No more than { $percent }% is advised.
overload-homework = ⚠️ Homework for that day: about { $minutes } min, and the norm is { $norm } min.
overload-free = 👌 Free { $day }, lesson { $position }.

refused-pupil-not-in-class = { $said }: there is no such pupil in { $class_name }. Nothing is set: check the surname and send the line again.
refused-several-such-pupils = { $said }: there are several in { $class_name } ({ $names }). Nothing is set: give the surname with the name.
refused-homework-stands = { $subject }, { $class_name }, { $day }: homework is set for this lesson. To say that there is none, take it back first.
