# The signature of the diary: a guardian's week, a class's page, the reminder.

signatures-menu = 🖊 Diary signatures
roles-command-signatures = Who has signed the week of the diary
signatures-digest = 🖊 <b>The week { $first } – { $last }</b>
signatures-reminder = 🖊 <b>{ $name }, { $class_name }: the week { $first } – { $last }</b>
signatures-marks = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
signatures-missed = { $count ->
    [one] { $count } lesson missed
   *[other] { $count } lessons missed
}
signatures-late = { $count ->
    [one] late once
   *[other] late { $count } times
}
signatures-remarks = { $count ->
    [one] { $count } note by a teacher
   *[other] { $count } notes by teachers
}
signatures-calm = At every lesson, no notes.
signatures-asks = Look at the week and sign it with one tap; one guardian is enough.
signatures-not-yet = 🖊 The guardians have not signed this week yet.
signatures-sign = 👀 I have seen the week
signatures-open = 📖 Open the week
signatures-signed = ✅ The week is signed: { $relation ->
    [none] { $name }
   *[other] { $relation }, { $name }
}
signatures-thanks = <b>{ $name }</b>
    { $signed }
signatures-of-class = 🖊 <b>{ $class_name } · signatures of the diary</b>
    The week { $first } – { $last }: { $done } of { $all }
signatures-waiting = <b>Not signed yet</b>
signatures-waits = ▫️ { $name }
signatures-of-pupil = ✅ { $name } — { $relation ->
    [none] signed
   *[other] { $relation }
}, { $day } { $at }
signatures-none-yet = 🖊 <b>{ $class_name }</b>: nothing to sign yet. A week can be signed on its last school day from 14:00.
signatures-choose-class = 🖊 Diary signatures of which class?
signatures-remind = 🔔 Remind ({ $count })
signatures-reminded = The guardians who have not signed will be reminded. Again tomorrow.
signatures-file = 📊 All weeks (XLSX)
signatures-file-caption = Signatures of the diary, { $class_name }
signatures-sheet = Signatures { $class_name }
signatures-column-pupil = Pupil
refused-week-goes-on = The week is not over. It can be signed from 14:00: { $day }.
refused-signatures-off = This school asks for no signatures of the diary.
refused-signatures-reminded-today = They were reminded today. Again tomorrow.
refused-everybody-signed = Everyone has signed that week: nobody is left to remind.
