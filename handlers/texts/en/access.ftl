# Access: who waits to be confirmed, a new phone, “not us”.

access-waits =
    ⏳ <b>Waiting for the class teacher's confirmation</b>

    The code is accepted. The class teacher sees your name and confirms that it is you; until then the diary is closed, to keep the child's data safe. A message comes as soon as you are confirmed.
access-waits-still = Not confirmed so far. A message comes as soon as you are.
access-look-again = 🔄 Look again
access-asks =
    🔑 <b>{ $name }</b>{ $n ->
        [0] {""}
       *[other] {" "}— parent of: { $children }
    }
    Telegram account: <b>{ $account }</b>
    The code was entered on { $day } at { $at }
access-nameless = without a name
access-ask = Do you know them? Until you answer, this account sees nothing.
access-confirm = ✅ Confirm
access-decline = I don't know this person
access-confirmed = ✅ Confirmed: { $by ->
    [none] the way in is open
   *[other] { $by }
}
access-declined = ⛔️ Declined, the code no longer works: { $by ->
    [none] —
   *[other] { $by }
}. The real parent can be given a new code.
access-ended = This way in is closed already.
access-more = ⏳ Who else waits
access-waiting-menu = ⏳ Waiting to be confirmed: { $n }
access-person-waits = ⏳ Came with a code, waits to be confirmed
access-waiting =
    ⏳ <b>Waiting to be confirmed, { $name }</b>: { $n }
    Tap a name. Beside it is what Telegram calls the account.
access-nobody-waits = ✅ <b>{ $name }</b>: nobody waits to be confirmed.
access-let-in = ✅ You are confirmed, the diary is open.
access-come-in = Open the diary
access-not-let-in = You were not confirmed: the class teacher did not recognise this account. If it is you, tell the class teacher and ask for a new code.
access-phone-own =
    📱 <b>A new phone is connected</b>
    The Telegram account “{ $account }” was added to your way in on { $day } at { $at }.
    If that is you, there is nothing to do.
access-phone-family =
    📱 <b>A new phone is connected</b>
    { $name }: the Telegram account “{ $account }”, on { $day } at { $at }. It sees the diary of: { $children }.
    If that is as it should be, there is nothing to do.
access-not-us = This is not us
access-shut-out = ⛔️ Closed: that phone sees nothing any more. The class teacher and the journal's administrator know already; they have a new code for { $name }.
access-disowned = ⛔️ A new phone's way in was closed: <b>{ $name }</b>.{ $n ->
    [0] {""}
   *[other] {" "}Children: { $children }.
} The family said that it is not them. Earlier codes no longer work; find out who had the code, and give a new one in person.
access-locked = 🔒 Not seen for long, now closed: { $n ->
    [one] { $n } staff account
   *[other] { $n } staff accounts
}. A new code lets them back in: see “Staff access”.

refused-decided-otherwise = This has been decided the other way. “Class access” changes it: close the way in, or give a new code.
refused-too-late-to-disown = This phone has been connected for more than a week. If it is not yours, write to the class teacher, who will close it.

access-restrict = ⚖️ Restrict: { $pupil }
access-lift = ⚖️ Lift the restriction: { $pupil }
access-restricted = ⚖️ Restricted by a court: { $pupil }
access-restrict-ask =
    ⚖️ <b>{ $name }</b>, child: { $pupil }
    Write the number and date of the court's order. From that minute the parent sees and gets nothing about this child; other children and the other parent stay as they are.
access-lift-ask =
    ⚖️ <b>{ $name }</b>, child: { $pupil }
    Write the number and date of the order that ends the restriction.
access-restrict-done = ⚖️ Restricted: { $name }, child { $pupil }. Only the school knows; the class list shows ⚖️.
access-lift-done = ✅ The restriction is lifted: { $name } sees the diary again, child { $pupil }.
access-to-class = ‹ Class access

refused-order-needed = Write the order's number and date on one line of at most { $most ->
    [one] { $most } character
   *[other] { $most } characters
}. Changed your mind? /cancel

access-menu-staff = 🔑 Staff access
roles-command-staff = Staff access
access-staff =
    🔑 <b>Staff access</b>
    { $inside } of { $all } come in
    ✅ comes in · ▫️ not yet · ⚠️ messages do not arrive
access-staff-one =
    <b>{ $name }</b>
    { $roles }
access-shut-class = ⛔️ Close access for the whole class
access-shut-everyone = ⛔️ Close access for everyone
access-shut-ask = { $name ->
    [all] ⛔️ Close access for <b>everyone</b> but you: staff, parents, pupils?
   *[other] ⛔️ Close access for the whole class <b>{ $name }</b>: parents and pupils?
} Coming in now: { $n }. On all devices at once, codes given out stop working too; new ones can be given later.
access-word = CLOSE
access-word-ask = This concerns the whole school. If it must be, write the word <b>{ $word }</b>. Changed your mind? /cancel
access-word-wrong = That is another word, nothing was closed. To close access for everyone, write <b>{ $word }</b>. Changed your mind? /cancel
access-shut-done = ⛔️ Access is closed. Accounts: { $n }. New codes are in “Class access” and “Staff access”.

access-pin-ask = 🔢 <b>Staff PIN</b>. Needed each 12 hours before anything is written. Use the buttons (✅ when done) or write it: I delete the message at once.
access-pin-new = 🔢 <b>Choose a PIN</b>: 4 to 8 digits, not 1234, not 0000, not your birthday. The school asks for it each 12 hours before anything is written. Use the buttons (✅ when done) or write it: I delete the message at once.
access-pin-repeat = 🔢 The same PIN once more.
access-pin-differs = The numbers differ. Let us begin again.
access-pin-locked = 🔒 The PIN was wrong 5 times and is locked. You can read everything as before; to write, ask the journal's administrator to reset the PIN.
access-pin-taken = ✅ The PIN is accepted for 12 hours. What you were about to do is waiting.
access-pin-go-on = Go on
access-pin-reset = 🔢 Reset the PIN
access-pin-was-reset = 🔢 The PIN is reset. They choose a new one when they next write something.

refused-pin-needed = The staff PIN is needed first.
refused-pin-wrong = That is not the PIN. { $left ->
    [one] { $left } try is left
   *[other] { $left } tries are left
}.
refused-pin-locked = The PIN is locked. Ask the journal's administrator to reset it.
refused-pin-too-plain = It takes { $shortest } to { $longest } digits that are not guessed at once: not 1234, not 0000, not your birthday.
