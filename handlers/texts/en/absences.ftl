# Absences: what was announced, the alarm, a family's page and a class's page.

note-menu = 🙋 Will be away
note-choose-child = Who will be away?
note-choose-days = When will <b>{ $name }</b> be away?
    “until …” is from the first day of the list to that day. You can also write: <i>12–14.12</i>, <i>tomorrow ill</i>, <i>until Friday</i>.
note-no-days = <b>{ $name }</b>: there are no more lessons this school year.
note-until-day = until { $day }
note-some-lessons = lessons…
note-choose-lessons = <b>{ $name }</b>, { $day }: which lessons?
note-from-lesson = from lesson { $position }
note-until-lesson = to lesson { $position }
note-one-lesson = lesson { $position }
note-lessons = lessons { $start }–{ $end }
note-choose-reason = <b>{ $name }</b>, { $days }. Why?
note-say-ill = 🤒 Ill
note-say-doctor = 🩺 Doctor
note-say-family = 👪 Family
note-say-contest = 🏆 Contest
note-say-other = ✍️ Other
note-reason-ill = ill
note-reason-doctor = at the doctor's
note-reason-family = family reasons
note-reason-contest = a contest
note-reason-other = another reason
note-reason-with-words = { $reason } (“{ $words }”)
note-ask-words = <b>{ $name }</b>, { $days }. Write the reason in one message.
note-without-words = No details
note-saved = ✅ Noted: <b>{ $name }</b>, { $days } — { $reason }.
    The teachers will see it in the roll call, and we will not disturb you. You can send a photo of a paper here.
note-saved-with-paper = ✅ Noted: <b>{ $name }</b>, { $days } — { $reason }.
    The teachers will see it in the roll call, and we will not disturb you. 📎 The paper is attached.
note-cancelled = ↩️ Taken back: <b>{ $name }</b>, { $days } — { $reason }. See you at the lessons!
note-again = 🙋 Announce again
note-change-reason = Another reason
note-change-days = Other days
note-cancel = We will come, take it back
note-saved-toast = Noted
note-cancelled-toast = Taken back
note-to-absences = All absences
note-show-paper = 📎 Show the paper
note-told-new = 🙋 <b>{ $name }</b>, { $class_name }: will be away { $days } — { $reason }.
    Announced by { $by }.
note-told-changed = ✏️ <b>{ $name }</b>, { $class_name }: changed. Will be away { $days } — { $reason }.
    Announced by { $by }.
note-told-cancelled = ↩️ <b>{ $name }</b>, { $class_name }: taken back. Was going to be away { $days } — { $reason }.
    Said by { $by }.
alarm-take = 🙋 I take it
alarm-taken-by = 🙋 { $by } is looking for the child.
alarm-taken-toast = The others and the parents will see who is looking
alarm-taken-told = 🙋 <b>{ $name }</b>, { $class_name }: { $by } is already looking for your child and will call you.
    { $lesson }
alarm-unanswered = ❗️❗️ <b>{ $name }</b>, { $class_name }: the parents DID NOT KNOW that their child is not at the lesson, and nobody has answered for 10 minutes!
    { $lesson }
    Get in touch with them right now.
absences-menu = 🗓 Absences
absences-menu-class = 🗓 Absences of the class
absences-no-pupils = Absences of children are seen here, and no pupil is yours.
absences-of-pupil = 🗓 <b>{ $name }</b>, { $class_name }: absences since { $first }
absences-of-class = 🗓 <b>{ $class_name }</b>: absences since { $first }{ $open ->
        [0] {""}
       *[other] {" "}· to settle: { $open }
    }
absences-nothing-missed = No absences.
absences-totals = { $lessons ->
        [one] { $lessons } lesson
       *[other] { $lessons } lessons
    } on { $days ->
        [one] { $days } day
       *[other] { $days } days
    } · { $counts }
absences-missed = { $sign } { $count ->
        [one] lesson
       *[other] lessons
    } { $positions }: { $reason }
absences-late = 🕐 late for lesson { $position }{ $minutes ->
        [0] {""}
        [one] , { $minutes } minute
       *[other] , { $minutes } minutes
    }
absences-reason-ill = illness
absences-reason-excused = a good reason
absences-reason-unexcused = no good reason
absences-reason-unknown = reason not known yet
absences-more-days = …and { $count ->
        [one] { $count } day
       *[other] { $count } days
    } more
absences-announced = <b>You have announced:</b>
absences-open-note = ✏️ { $days }
absences-none = Nobody was away in this time.
absences-day-of-pupil = { $at }. { $sign } <b>{ $name }</b> · { $day } · { $count ->
        [1] lesson
       *[other] lessons
    } { $positions }
absences-home-announced = {"    "}the parents announced: { $reason }
absences-home-said = {"    "}the parents: { $answer }
absences-how-to-settle = {""}
    🤒 illness · 📄 good reason · ❌ no good reason: one tap for the pupil's whole day.
absences-settled = Noted: { $reason }
absences-total-of-pupil = <b>{ $name }</b>: { $lessons } · { $counts }
absences-doubt-gap = 🔎 <b>{ $name }</b> · { $day }: there before and after, but not at { $count ->
        [1] lesson
       *[other] lessons
    } { $positions }
absences-doubt-here = 🔎 <b>{ $name }</b> · { $day }: announced as away, but noted as there at { $count ->
        [1] lesson
       *[other] lessons
    } { $positions }
absences-doubt-silent = 🔎 <b>{ $name }</b> · { $day }: away all day ({ $count ->
        [1] lesson
       *[other] lessons
    } { $positions }), not a word from home
absences-no-doubts = This week everything fits together.
absences-choose-class = Absences of which class?
absences-period-week = week
absences-period-month = month
absences-period-term = term
absences-tab-days = Days
absences-tab-totals = Totals
absences-tab-doubts = To check
refused-absence-over = { $last }: these days are over. The class teacher notes the reason of past absences: please write to them.
refused-absence-too-long = An absence can be announced at most { $most } days ahead.
refused-nothing-to-miss = { $first }–{ $last }: there are no lessons then anyway.
refused-note-words-too-long = A reason of { $length } characters does not fit, the most is { $most }. Please write a shorter one.
refused-note-cancelled = This has been taken back already. /absent announces anew.
roles-command-absent = Announce an absence
roles-command-absences = Absences with reasons
absences-minutes = late { $minutes }
