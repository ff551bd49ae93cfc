# Messages to a class: to whom, preview, who got it; and how readers see them.

menu-announce = 📣 Write to a class

announce-choose-class = 📣 <b>Write to a class</b>
    Which class?
announce-choose-audience = 📣 <b>{ $class_name }</b>
    Who should get it?
announce-to-guardians = 👪 Parents
announce-to-pupils = 🎒 Pupils
announce-to-families = 👪🎒 Both
announce-to-staff = 👩‍🏫 Staff
announce-ask-text = 📣 <b>{ $class_name }</b>, { $audience ->
    [pupils] to pupils
   *[guardians] to parents
}
    Write the text as one message. Before it goes, you will see who gets it.
announce-preview = 📣 <b>{ $class_name }</b>, { $audience ->
    [pupils] to pupils
   *[guardians] to parents
}: reaches { $reached } of { $all }
announce-send = ✅ Send ({ $n })
announce-cancel = ✖️ Don’t send
announce-cancelled = Not sent.
announce-status = 📣 <b>{ $class_name }</b>, { $audience ->
    [pupils] to pupils
   *[guardians] to parents
}
    📬 Delivered: { $delivered } of { $all }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } on the way
    }
    ✅ Acknowledged: { $acknowledged } of { $all }
announce-refresh = 🔄 Refresh
announce-unreached = 🔇 Not reached
announce-all-reached = Everyone it went to can be reached.
announce-unreached-heading = 🔇 Out of reach: { $n }
announce-why-never-came-in = Have not come in yet: { $n }
announce-why-not-confirmed = Waiting for the class teacher to confirm them: { $n }
announce-why-blocked = Stopped the bot or deleted the account: { $n }
announce-why-no-consent = No consent to data processing: { $n }
announce-more = …and { $n } more
announce-sent-before = Sent already

announcement-from = 📣 <b>{ $sender }</b> · { $class_name }
announcement-text = { $text }
announcement-acknowledge = ✅ I have read this
announcement-acknowledged = ✅ You have read this
announcement-thanks = Thank you, noted

refused-announcement-empty = The text is empty. Write what the class should know.
refused-announcement-too-long = That is { $length } characters; { $most } fit. Please shorten it, or send it in two messages.
refused-nobody-to-tell = There is nobody to write to in { $class_name } yet: the list is empty.
refused-draft-gone = This draft is no longer valid. Start again: /class
