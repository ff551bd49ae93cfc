# Bells.

bells-open = 🔔 Bells
bells-edit = ✏️ Change
bells-none = No bells are entered yet.
bells-heading = 🔔 <b>{ $whose }</b> · { $day }
bells-today = today, { $day }
bells-line = <b>{ $position }.</b> { $starts }–{ $ends }
bells-line-now = ▶️ { $line }
bells-pause = · ☕️ { $count } min
bells-now-lesson = { $count ->
    [one] ▶️ Lesson { $position } goes on, { $count } minute to the bell
   *[other] ▶️ Lesson { $position } goes on, { $count } minutes to the bell
}
bells-now-break = { $count ->
    [one] ☕️ Break, lesson { $position } in { $count } minute
   *[other] ☕️ Break, lesson { $position } in { $count } minutes
}
bells-now-before = { $count ->
    [one] 🌅 { $count } minute to lesson { $position }
   *[other] 🌅 { $count } minutes to lesson { $position }
}
bells-now-over = 🏁 Lessons are over for today.
bells-rules =
    ✏️ <b>Bells</b>
    The narrower rule wins: one day beats all, a class’s bells beat those of grades, a weekday beats a period, a period beats always; some grades beat all grades.
bells-no-rules = No bells are entered yet. Begin with those of the whole school.
bells-new = ➕ New bells
bells-whom =
    🔔 <b>For whom?</b>
    You can write <i>7Б, 8А</i> or <i>5–9</i>, and the times with it:
    <i>7Б, 8А 14:00 by 40, breaks 10 10 20 10</i>
bells-classes = Classes…
bells-whom-classes =
    🔔 <b>For which classes?</b>
    Tick them, or write <i>7Б, 8А</i>
bells-whom-chosen = 🔔 <b>{ $names }</b> — anyone else?
bells-class-chosen = ✅ { $name }
bells-classes-next = Next ➡️
bells-when = 🔔 <b>{ $whom }</b> — when?
bells-always = Always
bells-some-days = A day or a period…
bells-ask-days =
    🔔 <b>{ $whom }</b> — write a day or a period:
    <i>30 December</i> — a short day
    <i>1 September – 30 December</i> — a half-year
bells-ask-times =
    🔔 <b>{ $scope }</b>
    Write the bells in one message: the beginning, a lesson's length and the breaks

    <i>8:30 by 45, breaks 10 20 20 10 10</i>

    or lesson by lesson

    <i>1 8:30–9:15
    2 9:25–10:10</i>
bells-rule = 🔔 <b>{ $scope }</b>
bells-on-weekday = { $weekday ->
    [1] on Mondays
    [2] on Tuesdays
    [3] on Wednesdays
    [4] on Thursdays
    [5] on Fridays
    [6] on Saturdays
   *[7] on Sundays
}
bells-since = from { $day }
bells-until = until { $day }
bells-instead = { $count ->
    [one] ↩️ In place of the present { $count } lesson
   *[other] ↩️ In place of the present { $count } lessons
}
bells-instead-classes = ↩️ In place of the present bells of { $names }
bells-overruled = ⚠️ On this day it rings so for classes with bells of their own too: { $names }. If their day differs, enter it for them apart.
bells-preview-how = Is that right? If not, just write again.
bells-keep = ✅ Keep
bells-change-times = 🕗 Change times
bells-take-away = 🗑 Remove
bells-kept = ✅ <b>Saved.</b> The timetable shows these bells already.
bells-taken-away = 🗑 <b>Removed.</b> One button brings them back.

roles-command-bells = Today's bells and breaks

refused-bells-unclear = “{ $said }” could not be read. Write: 1 8:30–9:15 (each lesson on its line), or: 8:30 by 45, breaks 10 20 20 10 10.
refused-bells-overlap = Lesson { $position } begins before the one before it ends, or ends before it begins. Check the times and write again.
refused-bells-too-long = There are more than { $hours } h from the first bell to the last. Check the times and write again.
refused-bell-whom-unclear = No classes were found in “{ $said }”. Write, for example: 7Б, 8А — or grades: 5–9.
refused-bell-classes-too-many = That many classes cannot be kept at once. Write them in two messages.
refused-bell-days-unclear = No days were found in “{ $said }”. Write, for example: 30 December, or 1 September – 30 December.
