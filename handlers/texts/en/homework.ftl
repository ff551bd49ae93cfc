# Homework.

homework-menu = 📚 Homework
homework-menu-set = 📚 Set homework
homework-how =
    📚 <b>Homework in one line</b>

    <code>/dz 7А algebra № 345–350</code>

    • without a day: for the next lesson; “on friday”, “on 27.11”, “for tomorrow” work too
    • the subject may be shortened
    • a photo or a file: give it this line as its caption, or reply to it with the line
    • how long it takes: <code>№ 345 ~20 min</code>
    • for one pupil alone: <code>/dz 7А algebra Иванову: № 12</code>
    • nothing: <code>/dz 7А algebra no homework</code>
homework-set =
    📚 <b>{ $class_name } · { $subject }</b>
    { $day }, lesson { $position } · { $pupils ->
        [one] { $pupils } pupil
       *[other] { $pupils } pupils
    }
homework-quote = <blockquote>{ $text }</blockquote>
homework-files = 📎 { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
homework-to-day = → { $day }
homework-moved = Moved
homework-cancelled = ↩️ Homework cancelled. Who was not told yet will not be.
homework-ask = For whom?
homework-ask-with =
    For whom?
    <blockquote>{ $text }</blockquote>
homework-heading = 📚 <b>{ $name }</b>, { $class_name }
homework-day =
    {""}
    <b>{ $day }</b>
homework-line = • { $subject }: { $text }{ $files ->
        [0] {""}
       *[other] {" "}📎{ $files }
    }
homework-line-none = • { $subject }: nothing set
homework-none-set = Nothing set
homework-nothing = Nothing is set for the next two weeks.
homework-first-grade = There is no homework in the first grade, and that is as it should be (clause 1.2).
homework-open-files = 📎 { $subject } ({ $count })
homework-nobody = Homework is for parents and pupils. To set it: /dz
homework-news-new = 📚 <b>{ $name }</b>: { $subject }, { $day }
homework-news-new-own = 📚 { $subject }, { $day }
homework-news-corrected = ✏️ <b>{ $name }</b>: { $subject }, homework changed, { $day }
homework-news-corrected-own = ✏️ { $subject }, homework changed, { $day }
homework-news-cancelled = ✖️ <b>{ $name }</b>: { $subject }, { $day }: homework cancelled
homework-news-cancelled-own = ✖️ { $subject }, { $day }: homework cancelled

refused-no-homework-in-first-grade = There is no homework in first grades (clause 1.2).
refused-no-lesson-that-day = { $subject }, { $class_name }: there is no such lesson on { $day }. Name another day, or none at all for the next lesson.
refused-no-more-lessons = { $subject }, { $class_name }: the timetable has no more lessons this school year.
refused-nothing-taught = The timetable has no lessons of yours. If that is wrong, please tell the administrator.
refused-class-not-taught = The timetable has no lessons of yours in { $class_name }.
refused-homework-empty = What is the homework? Type it, or attach a photo or a file: <code>/dz 7А algebra № 345–350</code>
refused-homework-too-long = The homework does not fit: it has { $length } characters, and at most { $most } fit. Nothing is set yet, and your text stays in the chat: send it as two homeworks.
refused-no-such-day = There is no such day: { $said }. Type, for example, “27.11” or “on friday”.
refused-homework-cancelled = This homework has been cancelled already ({ $day }). To set it again, send it as a line: /dz
refused-subject-not-taught = { $subject }, { $class_name }: the timetable no longer has these lessons of yours.
refused-line-gone = This question waits for no answer any more: the homework is set, or another one came in its place. For one more, send it as a line: /dz
