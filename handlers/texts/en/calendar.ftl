# The school year: vacations, days off, working Saturdays, terms.

calendar-menu = 🏖 Vacations and bells
calendar-open = 🗓 School year
calendar-edit = ✏️ Change
calendar-none = The school year is not entered yet: the journal's administrator does that once, at its beginning.
calendar-heading = 🗓 <b>School year { $year }</b>
calendar-of-class = <b>{ $class_name }</b>: { $said }
calendar-ahead = ⏳ { $count ->
    [0] No more lessons until the vacation
    [one] { $count } school day until the vacation
   *[other] { $count } school days until the vacation
}: { $span }
calendar-to-the-end = 🏁 { $count ->
    [0] The school year is over
    [one] { $count } school day until the end of the year
   *[other] { $count } school days until the end of the year
}.
calendar-now = 🏖 <b>{ $name }</b> until { $last }.{ $back }
calendar-back = {" "}Lessons begin again { $day }.
calendar-week-odd = 🔁 This week is odd.
calendar-week-even = 🔁 This week is even.
calendar-kind-vacation = <b>Vacations</b>
calendar-kind-non-working = <b>Days off</b>
calendar-kind-working = <b>Working days in place of days off</b>
calendar-kind-terms = <b>Marking terms</b>
calendar-span = { $days } — { $name }
calendar-grades = grade { $grades }
calendar-everyone = Whole school
calendar-from-grade = grade { $grade } and up
calendar-lent = { $weekday ->
    [1] Monday's lessons
    [2] Tuesday's lessons
    [3] Wednesday's lessons
    [4] Thursday's lessons
    [5] Friday's lessons
    [6] Saturday's lessons
   *[7] Sunday's lessons
}
calendar-as = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
calendar-as-own = By its own timetable
calendar-term = { $term }: { $days }
calendar-term-now = { $term } ◂ now
calendar-term-quarter = Quarter { $number }
calendar-term-half-year = Half-year { $number }
calendar-term-trimester = Trimester { $number }

calendar-edit-how =
    ✏️ <b>School year</b>
    Add with a button, or write one line:
    <i>vacation 2–8 November</i>
    <i>day off 23 February grade 1</i>
    <i>working Saturday 20 February as Monday</i>
    <i>2nd quarter 2 November – 29 December</i>

    Below is what is still ahead. Tap to look at it or to remove it.
calendar-add-vacation = ➕ Vacation
calendar-add-non-working = ➕ Day off
calendar-add-working = ➕ Working day
calendar-terms = 📐 Terms
calendar-holidays = 🎌 Russia's holidays
calendar-pick-vacation = 🏖 First day of the vacation?
calendar-pick-non-working = 🎉 Which day is off?
calendar-pick-working = 💼 Which day is worked?
calendar-pick-last = 🏖 Vacation from { $first }. Its last day?
calendar-pick-grades = <b>{ $days }</b>. For whom?
    <i>Other grades go in a line: day off 23 February grades 3–4</i>
calendar-pick-lent = 💼 <b>{ $day }</b>. Which weekday's lessons?
calendar-question = Enter it?

    { $lines }

    Nothing written is lost: all of it stays on its days.
calendar-touched-lessons = 📝 { $count ->
    [one] { $count } lesson is written on these days already
   *[other] { $count } lessons are written on these days already
}
calendar-touched-homework = 📚 { $count ->
    [one] { $count } piece of homework is due on these days
   *[other] { $count } pieces of homework are due on these days
}
calendar-touched-notes = 🙋 { $count ->
    [one] Families have announced { $count } absence
   *[other] Families have announced { $count } absences
}
calendar-touched-changes = 🔁 { $count ->
    [one] { $count } substitution stands on these days
   *[other] { $count } substitutions stand on these days
}
calendar-gives-way = ↩️ Replaces: { $span }
calendar-on-sunday = 🤔 { $day } is a Sunday.
calendar-keep-anyway = ✅ Enter it
calendar-span-how = Without it the days are plain ones. One button brings it back.
calendar-take-away = 🗑 Remove
calendar-changed = ✅ <b>Saved.</b> Diaries and timetables show it already.
calendar-added = ➕ { $span }
calendar-removed = ➖ { $span }
calendar-holidays-none = 🎌 All public holidays of this school year are in the calendar already.
calendar-holidays-missing = 🎌 <b>Public holidays that the calendar does not have</b>
calendar-holidays-add = { $count ->
    [one] ➕ Add { $count } day
   *[other] ➕ Add { $count } days
}
calendar-terms-how =
    📐 <b>Quarters, half-years, trimesters</b>
    Tap to pick the days, or write: <i>2nd quarter 2 November – 29 December</i>
calendar-term-pick-first = 📐 { $term }. Its first day?
calendar-term-pick-last = 📐 { $term }: from { $first }. Its last day?
calendar-term-marks = 📝 { $count ->
    [one] { $count } mark would count in another term or in none
   *[other] { $count } marks would count in another term or in none
}. The marks themselves stay.

calendar-digest-off = 🎉 { $name }: no lessons. The next ones are { $day }.
calendar-digest-worked = 💼 School { $day }: { $lessons }.
calendar-digest-own = by its own timetable

roles-command-calendar = School year, vacations, terms

refused-calendar-unclear = “{ $said }” was not understood. Write, for example: vacation 2–8 November, day off 23 February grade 1, working Saturday 20 February as Monday.
refused-outside-year = The school year has no such days: it goes from { $first } to { $last }. Please check the date.
refused-worked-that-day = { $day } is a working day for more grades. Remove that one first: /calendar → “Change”.
refused-terms-overlap = The days overlap with the neighbouring term (number { $nth }). Change its days first.
refused-term-already-closed = The results of this term (number { $nth }) are closed, so its days stay. It has to be opened again first: /closing.
