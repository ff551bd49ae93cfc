# A lesson in one line.

roles-command-line = A lesson in one line
lessonline-how =
    ✍️ <b>A lesson in one line</b>

    <code>7а алгебра: Иванов 5, Петрова 4 кр, Сидоров н, оп Кузина; тема Степени; дз № 345–350</code>

    • without a class: the lesson that is on or has just ended; also “вчера 7а: …”
    • н, б, у — not at the lesson; оп — late, “оп 10”; “все на месте”: everyone is here
    • a mark without a kind of work is an answer; кр, ср, дз, отв, пр stand after the mark
    • “тема …” (topic), “дз …” (homework) or “не задано” after a semicolon or on a new line

    First I show what was understood. Nothing enters the journal before “Write”.
lessonline-lesson =
    <b>{ $subject } · { $classes }</b>
    { $day } · lesson { $position }
lessonline-away = Away: { $names }
lessonline-late = Late: { $names }
lessonline-minutes = { $name } ({ $count } min)
lessonline-others = All the others are here: { $count }
lessonline-everyone = Everyone is here
lessonline-stays-open = The roll call stays open: an absent pupil may be behind what was not understood.
lessonline-roll-call-not-said = Nothing is said of who is here — the roll call stays as it is.
lessonline-marks = Marks: { $marks }
lessonline-topic = Topic: { $topic }
lessonline-homework = Homework { $day }: { $text }
lessonline-homework-none = Homework { $day }: nothing set
lessonline-left-unclear = ⚠️ Not understood: { $words }
lessonline-left-not-in-class = ⚠️ Not in this class: { $words }
lessonline-left-not-a-mark = ⚠️ Not marks of this subject: { $words }
lessonline-left-was-away = ⚠️ Was not at the lesson, so no mark: { $words }
lessonline-left-exempt = ⚠️ Exempt from the subject, so no mark: { $words }
lessonline-left-contradicts = ⚠️ Said in two ways: { $words }
lessonline-who =
    {""}
    ❓ Who is “{ $words }”?
lessonline-nobody = None of them
lessonline-nothing = Nothing to write yet: please correct the line.
lessonline-write = ✅ Write
lessonline-write-rest = ✅ Write without what was not understood
lessonline-write-everyone = ✅ Write, everyone is here
lessonline-correct = ✏️ Correct
lessonline-correct-how =
    Nothing is written yet. Tap the line to copy it, correct it and send it again:

    <code>{ $line }</code>
lessonline-which = Which lesson { $day } is it?
lessonline-written = ✅ Written
lessonline-open = 📖 Open the lesson

refused-no-lesson-of-line = { $said }: by the timetable you have no such lesson on { $day }. Write another day at the beginning: “вчера 7а алгебра: …”
refused-no-lessons-of-day = { $day }: by the timetable you have no lessons.
refused-no-lesson-meant = None of your lessons has begun today. Begin the line with the day and the class: “вчера 7а: …”
refused-line-not-waiting = This line waits no longer: it is written already, or another one came in its place. The lesson opens with /lesson
