# Messages to a class: to whom, preview, who got it; and how readers see them.

menu-announce = 📣 Announcement

announce-refresh = 🔄 Refresh
announce-unreached = 🔇 Not reached
announce-all-reached = Everyone it went to can be reached.
announce-unreached-heading = 🔇 Out of reach: { $n }
announce-why-never-came-in = Have not come in yet: { $n }
announce-why-not-confirmed = Waiting for the class teacher to confirm them: { $n }
announce-why-blocked = Stopped the bot or deleted the account: { $n }
announce-why-no-consent = No consent to data processing: { $n }
announce-more = …and { $n } more

announce-status-to = 📣 <b>{ $audience }</b>
announce-status-goes = ⏳ Goes on { $day } at { $at }
announce-status-taken-back = ↩️ Taken back: it went to nobody
announce-status-delivered = 📬 Delivered: { $delivered } of { $all }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } on the way
    }
announce-status-children = ✅ Acknowledged: { $n } of { $all } { $all ->
        [one] child
       *[other] children
    }
announce-status-persons = ✅ { $mixed ->
        [true] Pupils themselves
       *[false] Acknowledged
    }: { $n } of { $all }
announce-status-until = { $closed ->
    [true] 🔒 Closed: answers were taken until { $day }
   *[false] 🗓 Answers are taken until { $day }
}
announce-silent = 👀 Not acknowledged ({ $n })
announce-remind = 🔔 Remind ({ $n })
announce-correct = ✏️ Correct
announce-silent-heading = 👀 <b>Not acknowledged yet: { $n }</b>
announce-silent-nobody = ✅ Everyone has acknowledged it.
announce-silent-child = • { $name } — { $guardians }
announce-silent-guardian = { $name }{ $why ->
    [none] {""}
    [never-came-in] {" "}(not in the bot yet)
    [not-confirmed] {" "}(waits to be confirmed)
    [no-consent] {" "}(no consent)
   *[blocked] {" "}(stopped the bot)
}
announce-silent-person = • { $name }{ $why ->
    [none] {""}
    [never-came-in] {" "}— not in the bot yet
    [not-confirmed] {" "}— waits to be confirmed
    [no-consent] {" "}— no consent
   *[blocked] {" "}— stopped the bot
}
announce-silent-book = 📄 List as a file
announce-silent-file = Not acknowledged yet: { $n }
announce-silent-sheet = Not acknowledged
announce-column-class = Class
announce-column-name = Pupil
announce-column-person = Who
announce-column-state = Reached
announce-state-none = in the bot
announce-state-never-came-in = has not come in
announce-state-not-confirmed = waits to be confirmed
announce-state-no-consent = no consent
announce-state-blocked = stopped the bot
announce-reminded = 🔔 Reminding those who are still waited for
announce-correct-ask = ✏️ <b>Correct the announcement</b>
    Send the new text as one message: it takes the place of the old one { $delivered ->
        [0] before it goes
       *[other] where it has arrived too, marked “corrected”
    }. Files stay. It now reads:
announce-correct-gone = That text is no longer here. Tap “Correct” and send it again
announce-corrected = ✏️ Corrected

announcement-taught = pupils of the sender
announcement-taught-debts = work not handed in to the sender
announcement-from = 📣 <b>{ $sender }</b>{ $role ->
    [none] {""}
   *[other] , { $role }
}
    { $audience }
announcement-urgent = ⚡ <b>Urgent</b>
announcement-edited = <i>✏️ Corrected { $day ->
    [same] {""}
   *[other] on { $day }{" "}
}at { $at }</i>
announcement-until = { $closed ->
    [true] 🔒 To be read by { $day }
   *[false] 🗓 Please acknowledge by { $day }
}
announcement-reminder = 🔔 <b>{ $sender }</b>{ $role ->
    [none] {""}
   *[other] , { $role }
}
    { $until ->
        [none] A reminder: please acknowledge the announcement
       *[other] A reminder: please acknowledge the announcement by { $until }
    }
announcement-answer = ✍️ Answer the sender
announcement-answer-ask = ✍️ Write your answer: text, a photo, a file or a voice message. Only the sender, { $sender }, will see it.
announcement-open = 📖 Open
announcement-closed = Thank you! Answers are no longer taken; the announcement stays to be read
announcement-text = { $text }
announcement-acknowledge = ✅ I have read this
announcement-acknowledged = ✅ You have read this
announcement-thanks = Thank you, noted

refused-nothing-to-remind = Nobody is left to remind: everyone has acknowledged it, or its day is over.
refused-not-there-yet = The announcement has reached nobody yet. You can remind once it has.
refused-reminded-already = They were reminded today already. You can do it again tomorrow.
