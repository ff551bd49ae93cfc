# Announcements before they go: to whom, the text, the preview, when it goes; who has not come in yet.

scope-classes = { $names }
scope-parallel = all classes of grade { $grade }
scope-subject = { $subject }
scope-group-number = group { $group } of { $class_name }
scope-group-name = { $group }, { $class_name }
scope-taught = everyone whom I teach
scope-teachers = all teachers
scope-staff = all staff
scope-school = the whole school
scope-debts = the whole school, who owes work
scope-debts-of = { $names }, who owes work
scope-taught-debts = who owes work in my subjects

audience-guardians = parents
audience-pupils = pupils
audience-families = parents and pupils
audience-staff = staff

compose-to-whom = 📣 <b>Announcement</b>
    Who should get it?
compose-guardians-of = 👪 Parents of { $scope }
compose-pupils-of = 🎒 Pupils of { $scope }
compose-again = ↻ { $whom }
compose-classes = 🏷 Classes
compose-parallel = A grade
compose-group = A subgroup
compose-taught = 🧑‍🏫 Everyone I teach
compose-teachers = 👩‍🏫 All teachers
compose-staff = 👥 All staff
compose-school = 🏫 The whole school
compose-debts = ⏳ Who owes work
compose-debts-of = ⏳ Who owes work: { $class_name }
compose-taught-debts = ⏳ Who owes me work
compose-not-in = 📋 Not in yet
compose-mine = 🗂 My announcements
compose-which-classes = 📣 <b>Which classes?</b>
    Tick one or several.
compose-classes-done = Next ({ $n })
compose-which-parallel = 📣 <b>Which grade?</b>
compose-grade = Grade { $grade }
compose-which-group = 📣 <b>Which subgroup?</b>
compose-audience = 📣 <b>{ $scope }</b>
    Who should get it?
compose-to-guardians = 👪 Parents
compose-to-pupils = 🎒 Pupils
compose-to-families = 👪🎒 Both
compose-one-more-class = ➕ One more class
compose-ask-text = 📣 <b>{ $whom }</b>
    Write the announcement as one message: text, a photo, a file or an album. First you will see how it looks and who gets it.

compose-control = 📣 <b>{ $whom }</b>
    Reaches { $reached } of { $all }
compose-is-urgent = ⚡ Urgent: rings at any hour
compose-goes-at = 🕗 Goes { $at }
compose-goes-now = 🕗 Goes at once; for { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} you can change your mind
compose-rests = 🌙 Not disturbed now: { $n }; the first get it { $at }
compose-asks-until = 📅 Asked to confirm until { $day }
compose-files = 📎 Files: { $n }
compose-moment = { $day } at { $time }
compose-send = ✅ Send ({ $n })
compose-asks = { $on ->
    [true] ☑️ Confirm: yes
   *[false] ⬜ Confirm: no
}
compose-until = 📅 Until which day
compose-later = 🕗 Later
compose-make-urgent = ⚡ Urgent
compose-not-urgent = ⚡ Urgent: take off
compose-change-text = ✏️ Change the text
compose-look = 👁 How it looks
compose-drop = ✖️ Don’t send
compose-only-look = This is how readers will see it. The buttons do nothing here
compose-until-when = 📅 <b>Until which day should readers confirm?</b>
    After it the button says thank you, but no longer counts.
compose-no-closing = No last day
compose-when = 🕗 <b>When should it go?</b>
    Tap, or write the day and time: “{ $example } 9:30”.
compose-now = At once
compose-urgent-question = ⚡ <b>Really urgent?</b>
    It rings for everyone at once, even at night and on a day off. Urgent messages are kept in the log of changes.
compose-urgent-sure = ⚡ Yes, urgent
compose-reword = ✏️ <b>{ $whom }</b>
    Write the new text as one message. The files stay unless you send others.
compose-dropped = Not sent.
compose-sent-before = Sent already
compose-take-back = ↩️ Don’t send
compose-taken-back = ↩️ <b>{ $whom }</b>
    Not sent: nobody got anything.
compose-anew = 📣 Write anew
compose-mine-heading = 🗂 <b>My announcements</b>{ $n ->
    [0] {""}
   *[other] {"\u000A"}🕗 Waiting to go: { $n }
}
compose-mine-none = 🗂 <b>My announcements</b>
    There are none yet.
compose-mine-waiting = 🕗 { $at }
compose-mine-sent = ✅ { $n } of { $all }

not-in-classes = 📋 <b>Not in yet</b>: { $n }
    Messages do not reach them: see by class whom to call.
not-in-class = { $class_name }: { $n }
not-in-nobody = 📋 All parents have come in: there is nobody to call.
not-in-nobody-of = 📋 <b>{ $class_name }</b>
    All parents have come in: there is nobody to call.
not-in-list = 📋 <b>{ $class_name }</b>: { $n } not in yet
    A tap copies the list.
not-in-child = { $child }: { $guardians }
not-in-mother = mother { $name }
not-in-father = father { $name }
not-in-guardian = guardian { $name }
not-in-other = { $name }

refused-announcement-empty = There is nothing to send yet. Send a text, a photo or a file.
refused-announcement-too-long = That makes { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, and { $most } fit. Shorten the text, or send it as two messages.
refused-too-many-files = One announcement holds { $most ->
    [one] { $most } file
   *[other] { $most } files
}. Send the rest with the next one.
refused-nobody-to-tell = There is nobody to write to yet: that list is empty. Choose others: /class
refused-draft-gone = This draft no longer works. Begin anew: /class
refused-sending-passed = That time has passed, or is more than { $days ->
    [one] { $days } day
   *[other] { $days } days
} ahead. Choose another.
refused-closes-before-it-goes = Readers would be asked until a day before it goes. Choose a later day.
refused-announcement-left = The announcement has gone and cannot be taken back. You can correct it: readers will see the new text.
refused-moment-unclear = I did not understand when it should go. Write, for example, “tomorrow at 8:00” or “05.12 18:30”.
