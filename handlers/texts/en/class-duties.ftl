# The daily check of a class's journal (3.3.1), teachers asked, dates, and who is late.

class-duties-menu = 🗂 The class’s journal today
class-duties-deadlines-menu = 📅 Due dates
class-duties-late-menu = ⏰ Who is late
roles-command-check = What is not filled in of a class’s journal
roles-command-deadlines = What is due by a date

class-duties-heading = 🗂 <b>{ $class_name } · { $day }</b>
    Not all filled in: { $left } of { $held ->
        [one] { $held } lesson
       *[other] { $held } lessons
    }
class-duties-done = 🗂 <b>{ $class_name } · { $day }</b>
    ✅ All filled in: { $held ->
        [one] { $held } lesson
       *[other] { $held } lessons
    }
class-duties-none-held = 🗂 <b>{ $class_name } · { $day }</b>
    No lesson is over yet.
class-duties-of-open = ▫️ <b>{ $name }</b>: { $lessons }
class-duties-of-late = ❗️ <b>{ $name }</b>: { $lessons }
class-duties-of-asked = 🔔 <b>{ $name }</b>: { $lessons } · { $at ->
    [none] asked
   *[other] asked at { $at }
}
class-duties-of-away = 🏠 <b>{ $name }</b>: { $lessons } · away today
class-duties-lesson = { $position }, { $subject } — { $missing }
class-duties-more-teachers = … and { $count } more teachers
class-duties-more = … and { $count } more
class-duties-what-attendance = who was there
class-duties-what-topic = topic
class-duties-what-homework = homework
class-duties-what-written-work = marks of the written work
class-duties-remind = 🔔 { $name }
class-duties-reminded = They will be asked in working hours, in your name.
class-duties-open = 🗂 { $class_name }: the whole day
class-duties-other-class = 🗂 Another class
class-duties-choose = 🗂 Which class’s journal?
class-duties-no-classes = 🗂 There are no classes yet whose journal you may look at.
class-duties-term = 🏁 <b>The term ends on { $last }</b>. Results are not set yet:
class-duties-course = 🏁 { $name }: { $count } left
class-duties-asked = 🔔 <b>{ $name } asks you to complete the journal</b>
    { $class_name } · { $day }. A line opens just its field.
class-duties-asked-done = ✅ { $name } asks you to complete the journal of { $class_name } for { $day }: all is filled in already, thank you!
class-duties-own-list = 📋 All that is left

class-duties-deadlines = 📅 <b>Due dates</b>
class-duties-no-dates = 📅 <b>Due dates</b>
    ✅ Nothing is left to be done by a date.
class-duties-due = ▫️ { $what } — by { $last }
class-duties-overdue = ❗️ { $what } — was due on { $last }
class-duties-line-attendance = { $day } · { $name }: who was there
class-duties-line-topic = { $day } · { $name }: topic
class-duties-line-homework = { $day } · { $name }: homework
class-duties-line-written-work = { $day } · { $name }: marks of the written work
class-duties-line-class-check = Check of the journal of { $name } on { $day }: { $count } not filled in
class-duties-line-reasons = Reasons of absences, { $name }: { $count }
class-duties-line-list = The list of { $name } is not confirmed
class-duties-line-consents = Consents of guardians, { $name }: { $count } lacking
class-duties-line-document = “{ $name }”: to be read
class-duties-line-term-marks = Results, { $name }: { $count } left
class-duties-duty-attendance = Who was at the lesson
class-duties-duty-topic = Topics of lessons
class-duties-duty-homework = Homework
class-duties-duty-written-work = Marks of written works
class-duties-duty-class-check = Daily check of a class’s journal
class-duties-duty-reasons = Reasons of absences
class-duties-duty-list = Class lists
class-duties-duty-consents = Consents of guardians
class-duties-duty-document = Documents to be read
class-duties-duty-term-marks = Results
class-duties-late = ⏰ <b>Past the due date</b>
class-duties-nobody-late = ⏰ <b>Past the due date</b>
    ✅ Today nobody is late with anything.
class-duties-late-line = ▫️ { $duty }: { $count } ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
class-duties-late-open = { $duty } ›
class-duties-late-heading = ⏰ <b>{ $duty }: past the due date</b>
class-duties-late-person = ▫️ { $name }: { $count }, since { $since }
class-duties-late-person-away = 🏠 { $name }: { $count }, since { $since } · away today
class-duties-late-person-open = { $name } · { $count } ›
class-duties-late-of = ⏰ <b>{ $name }</b>
    { $duty }: past the due date
class-duties-nobody-late-now = ✅ { $duty }: nobody is late now.
refused-reminder-sent = { $name }: was asked already at { $at }.
refused-teacher-is-away = { $name } is away today: not asked.
refused-teacher-not-in = { $name } does not use the bot yet: ask in person.
refused-lessons-filled = All is filled in here already: there is nothing to ask for.
