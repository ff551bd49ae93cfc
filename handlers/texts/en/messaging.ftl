# The evening digest, notices, what is written on messages.

message-repeat = 🔁 <i>Repeat: you may have received this message already.</i>
message-corrected = ✏️ <b>Corrected</b>

digest-heading = 🌙 <b>{ $own ->
    [true] Your day
   *[false] { $name }
}</b>: { $day }
digest-marks = 📝 <b>Marks</b>
digest-mark = • { $subject }: { $marks }
digest-mark-one = <b>{ $value }</b> ({ $work }{ $day ->
    [today] {""}
   *[other] , { $day }
})
digest-absences = 🚪 <b>Attendance</b>
digest-absence = • { $day ->
    [today] {""}
   *[other] { $day },{" "}
}Lesson { $position }, { $subject }: { $status ->
    [absent] absent
    [ill] ill
    [excused] excused
    [late] late
   *[present] present
}{ $answer ->
    [ill] {" "}(the parents said: ill)
    [late] {" "}(the parents said: coming late)
    [known] {" "}(the parents know)
    [unknown] {" "}(the parents did not know)
   *[none] {""}
}
digest-homework = 📚 <b>Homework for { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $date }</b>
digest-task = • { $subject }: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}
digest-no-homework = • { $subject }: none set
digest-announcements = 📣 <b>Announcements</b>
digest-announcement = • { $sender }: { $text }

notice-lost = 🔇 <b>{ $name }</b> gets no messages any more: the bot was stopped or the account deleted.{ $n ->
    [0] {""}
   *[other] {" "}Children: { $children }.
} Please ask them to open the bot and press Start, or pass on what matters in another way.
notice-guessing = ⚠️ Somebody is guessing access codes: { $n ->
    [one] { $n } wrong attempt
   *[other] { $n } wrong attempts
} in a short time. Entering by code has been slowed down; nobody got in with a wrong code.
notice-quarantine = ⚠️ In the last day { $n ->
    [one] { $n } message or tap
   *[other] { $n } messages or taps
} could not be handled. Everything else works. They are put aside for a week; whoever runs the server finds the reason with the command check and in the log.

mark-told = 📝 <b>{ $own ->
    [true] A new mark
   *[false] { $name }
}</b>: { $subject }, <b>{ $value }</b>
    { $work }, { $day }
mark-corrected = ✏️ <b>{ $own ->
    [true] Your mark
   *[false] { $name }
}</b>: { $subject }, { $day }
    corrected: { $before } → <b>{ $value }</b>
mark-cancelled = ✏️ <b>{ $own ->
    [true] Your mark
   *[false] { $name }
}</b>: { $subject }, { $day }
    mark{ $before ->
        [none] {""}
       *[other] {" "}{ $before }
    } cancelled
mark-with-comment = { $told }
    💬 { $comment }

news-veiled = 🔔 <b>There is news</b>
news-urgent = 🚨 <b>Urgent: please open this now</b>
news-show = 👁 Show
news-nothing-left = Nothing is left here: it was corrected or taken back.
