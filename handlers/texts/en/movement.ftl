# Movement of pupils, class lists, the turn of the year.

movement-menu = 🎒 Movement
roles-command-movement = Movement: came, moved, left; class lists
movement-home = { $n ->
    [0] 🎒 <b>Movement of pupils</b>
    [one] 🎒 <b>Movement of pupils</b>
        { $n } proposal waits for a decision:
   *[other] 🎒 <b>Movement of pupils</b>
        { $n } proposals wait for a decision:
}
movement-enrolled = ➕ Came
movement-moved = 🔁 Moved
movement-left = ➖ Left
movement-report = 📊 Report
movement-lists = 📋 Class lists
movement-class = Of which class is the pupil? Tap, or write the surname, with the class if you like: <i>7А Петрова</i>.
movement-class-to = Which class has the new pupil come to?
movement-pupil = Who is it? Tap, or write the surname.
movement-found-none = Nobody of that name was found. Write the surname again, with the class if you like: <i>7А Петрова</i>.
movement-found = Which of them?
movement-no-pupils = There are no pupils in this class yet.
movement-to = <b>{ $name }</b>, { $class_name }. To which class?
movement-ask-moved =
    🔁 <b>{ $name }</b>, { $from } → { $to }
    From which day and by which order? Write, for example: <i>01.12 order 45</i>. Without a number, tap the day.
movement-ask-left =
    ➖ <b>{ $name }</b>, { $from }: leaves
    Which day is the last at school, and by which order? Write, for example: <i>30.11 order 45</i>. Without a number, tap the day.
movement-ask-expelled =
    ➖ <b>{ $name }</b>, { $from }: is expelled
    Which day is the last at school, and by which order? Write, for example: <i>30.11 order 45</i>. Without a number, tap the day.
movement-ask-graduated =
    🎓 <b>{ $name }</b>, { $from }: finishes school
    Which day is the last at school, and by which order? Write, for example: <i>30.06 order 45</i>. Without a number, tap the day.
movement-instead-left = The pupil leaves
movement-instead-expelled = The pupil is expelled
movement-instead-graduated = The pupil finishes school
movement-ask-newcomer =
    ➕ A new pupil of { $class_name }
    Write surname, given name, patronymic and birth date. The first day and the order can follow:
    <i>Петров Иван Ильич 12.03.2014 from 01.12 order 45</i>. Without a day: from today.
movement-what-enrolled = ➕ <b>{ $name }</b> → { $to }, from { $day }{ $order }
movement-what-moved = 🔁 <b>{ $name }</b>, { $from } → { $to }, from { $day }{ $order }
movement-what-left = ➖ <b>{ $name }</b>, { $from }: leaves, last day { $day }{ $order }
movement-what-expelled = ➖ <b>{ $name }</b>, { $from }: is expelled, last day { $day }{ $order }
movement-what-graduated = 🎓 <b>{ $name }</b>, { $from }: finishes school, last day { $day }{ $order }
movement-order = , order { $order }
movement-born = Birth date: { $day }
movement-by = Proposed by { $name }
movement-entered = ✅ Entered. Marks and absences stay in the diary.
movement-sent = 📨 The proposal has gone to the office. The answer will come here.
movement-state-accepted = ✅ Accepted by { $by }
movement-state-declined =
    ✖️ Declined by { $by }
    Reason: { $why }
movement-state-withdrawn = ↩️ Taken back by { $by }
movement-accept = ✅ Accept
movement-decline = ✖️ Decline
movement-ask-why = Write in one line why you decline: the class teacher will see it.
movement-undo = ↩️ Undo
movement-withdraw = ↩️ Take back
movement-more = 🎒 Movement
movement-decided = Decided
movement-decided-before = It has been decided already
movement-undone = Undone
movement-namesakes = ⚠️ The school knows such a pupil already: name and birth date agree. Is it the same child?
movement-same = Yes: { $name } · { $class_name }
movement-other = No, another child
movement-line-waiting = ⏳ { $what }
movement-short-enrolled = { $name } → { $to }
movement-short-moved = { $name }: { $from } → { $to }
movement-short-left = { $name }, { $from }: leaves
movement-short-expelled = { $name }, { $from }: is expelled
movement-short-graduated = { $name }, { $from }: finishes school

movement-report-heading = 📊 <b>Movement</b>: { $first } — { $last }
movement-report-on = 📊 <b>Pupils on { $day }</b>
movement-report-line = <b>{ $name }</b>: { $start } → { $end }{ $changes }
movement-report-count = <b>{ $name }</b>: { $n }
movement-report-total = <b>Total</b>: { $start } → { $end }{ $changes }
movement-report-total-on = <b>Total</b>: { $n }
movement-report-came = came { $n }
movement-report-left = left { $n }
movement-report-moved-in = from other classes { $n }
movement-report-moved-out = to other classes { $n }
movement-report-quiet = Classes without a change: { $n }
movement-report-hint = For the numbers of another day, write: <i>/movement 15.10</i>
movement-period-month = Month
movement-period-term = Term
movement-period-year = Year
movement-take = 📄 XLSX file
movement-print = 🖨 PDF
movement-paper-title = Movement of pupils: came and left
movement-paper-days = From { $first } to { $last }
movement-paper-signed = Director
movement-file = 📄 Movement: { $first } — { $last }
movement-sheet-classes = By class
movement-sheet-events = By name
movement-column-class = Class
movement-column-start = At the start
movement-column-came = Came
movement-column-moved-in = Moved in
movement-column-moved-out = Moved out
movement-column-left = Left
movement-column-end = At the end
movement-column-total = Total
movement-column-day = Day
movement-column-name = Pupil
movement-column-what = What
movement-column-from = From class
movement-column-to = To class
movement-column-order = Order
movement-sheet-enrolled = came
movement-sheet-moved = moved
movement-sheet-left = left
movement-sheet-expelled = expelled
movement-sheet-graduated = finished school

lists-heading = 📋 <b>Class lists</b>
    Class teachers confirm them by 5 September.
lists-confirmed = ✅ { $class_name }: { $n }, { $day }, { $by }
lists-changed = ⚠️ { $class_name }: { $n }, was confirmed on { $day } ({ $was }), has changed since
lists-waiting = ⏳ { $class_name }: { $n }, not confirmed
list-page = 📋 <b>List of { $class_name }</b>, pupils: { $n }
list-line = { $n }. { $name }
list-more = …and { $n } more
list-right = ✅ The list is right
list-right-again = ✅ The list is right, confirm again
list-wrong = ✏️ Something has changed
list-thanks = Confirmed
list-ask =
    📋 List of { $class_name }: { $n ->
    [one] { $n } pupil
   *[other] { $n } pupils
}. Please look through it by { $due } and confirm it.
list-open = 📋 Open the list
lists-left = 📋 Class lists that are not confirmed yet: { $names }.

refused-movement-outside-year = This day is outside the school year. The first possible one is { $first }, the last { $last }. Write another.
refused-movement-overlaps = Movement can only follow the first day in the present class, which is { $since }. Write another day, or undo the earlier entry.
refused-movement-planned = The pupil leaves already, the last day at school is { $until }. Undo that entry first.
refused-pupil-seated = This pupil is in a class of the school already. To change the class, choose “Moved”.
refused-already-in-class = The pupil is in this class already. Choose another.
refused-pupil-not-seated = This pupil is in no class at present. If the pupil has come, choose “Came”.
refused-movement-hangs = It cannot be undone: there are marks, absences or new movement since. Enter movement the other way.
refused-undone-too-late = It can be undone on the same day only. Enter movement the other way.
refused-decline-reason-unclear = Write the reason in one line, of { $most } characters at most.
refused-newcomer-unclear = The name was not understood. Write surname, given name, patronymic and birth date: Петров Иван Ильич 12.03.2014.
refused-movement-day-unclear = The day was not understood. Write, for example: 01.12 order 45.

year-menu = 🗓 New school year
roles-command-year = Turn to the new school year
year-heading = 🗓 <b>Turn { $old } → { $new }</b>
    This is a dry run: nothing has been changed yet.
year-days = School year: { $first } — { $last }
year-classes = 🎒 Classes ({ $n }): { $names }
year-pupils = 👥 Go on with their class: { $n }, from { $day }
year-leaders = 👩‍🏫 Class teachers: { $n }
year-groups = 👥 Subgroups: { $n }
year-load = 📚 Lines of load: { $n }
year-bells = 🔔 Bells of classes: { $n }
year-leave = 🎓 Finish school: { $n } ({ $names })
year-by-hand = ✋ <b>Left to be entered</b>
year-left-first-grades = • first grades: by a file of lists
year-left-tenth-grades = • { $names } go on to the tenth grade whole: who leaves after the ninth is to be entered under “Movement” before the turn
year-left-timetable = • the timetable: lines in the present one { $names }
year-left-plans = • plans of topics: in the present year { $names }
year-left-name-kept = • names without a grade were kept: { $names }
year-left-load-after-primary = • load of the fifth grades, where teachers change: at present { $names }
year-left-load-of-gone = • load of those who are no teachers any more: { $names }
year-blocked = ⛔️ <b>First</b>
year-block-proposals = • decide on the proposals under “Movement”: { $names }
year-block-names = • classes would have the same name: { $names }
year-block-leaving-seats = • to come into a class that leaves: { $names }
year-turn = ▶️ Turn to { $name }
year-again = 🔄 Check again
year-take = 📄 By name, XLSX file
year-file = 📄 Turn to { $new }: classes, pupils, load
year-question = Turn to { $new }? The year { $old } is closed: it can be looked at, and not changed. This cannot be undone: make a copy of the database before.
year-yes = ✅ Yes, turn
year-done = ✅ The year { $new } has begun. { $old } is closed and can be looked at. Next: lists of the first grades, load, timetable.
year-leaves = finishes school
year-sheet-classes = Classes
year-sheet-pupils = Pupils
year-sheet-load = Load
year-column-old = Old class
year-column-new = New class
year-column-leaders = Class teacher
year-column-name = Pupil
year-column-teacher = Teacher
year-column-subject = Subject
year-column-hours = Lessons a week

refused-year-not-over = The school year goes on still. The first day on which the new one can be begun is { $day }.
refused-year-turned-already = The new school year has been begun already; there is nothing to turn to.
refused-year-turn-blocked = It cannot be turned yet: open /year, which says what to settle first.
refused-lesson-of-closed-year = This lesson is of a past school year. The year is closed: it can be looked at, and not changed.
