# Messages to a class: to whom, preview, who got it; and how readers see them.

menu-announce = 📣 Announcement

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

announcement-from = 📣 <b>{ $sender }</b> · { $class_name }
announcement-text = { $text }
announcement-acknowledge = ✅ I have read this
announcement-acknowledged = ✅ You have read this
announcement-thanks = Thank you, noted

