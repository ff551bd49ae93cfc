# What to be told of, and when: /settings.

menu-settings = ⚙️ Settings

settings-intro = ⚙️ <b>Notifications</b>
    Who is it about?
settings-own = About me
settings-of = ⚙️ <b>{ $name }</b>
    What to be told of, and when:
settings-line-absence = 🚪 Absences: <b>{ $mode ->
    [now] at once
    [digest] in the evening digest
   *[off] not at all
}</b>
settings-line-mark = 📝 Marks: <b>{ $mode ->
    [now] at once
    [digest] in the evening digest
   *[off] not at all
}</b>
settings-line-homework = 📚 Homework: <b>{ $mode ->
    [now] at once
    [digest] in the evening digest
   *[off] not at all
}</b>
settings-line-timetable = 🔄 Timetable changes: <b>{ $mode ->
    [now] at once
    [digest] in the evening digest
   *[off] not at all
}</b>
settings-line-announcement = 📣 Announcements: <b>{ $mode ->
    [now] at once
    [digest] in the evening digest
   *[off] not at all
}</b>
settings-button = { $kind ->
    [absence] 🚪
    [mark] 📝
    [homework] 📚
    [timetable] 🔄
   *[announcement] 📣
} { $mode ->
    [now] at once
    [digest] evening
   *[off] off
}
settings-digest-at = 🌙 Digest at { $at }
settings-hours = 🌙 When should the evening digest come?
settings-saved = Saved
settings-quiet-button = 🔕 { $none ->
    [true] No quiet hours
   *[false] { $starts }–{ $ends }
}
settings-quiet = 🔕 <b>Quiet hours</b>: { $none ->
    [true] none, messages come at any time
   *[false] { $starts } to { $ends }
}
settings-quiet-at-work = At work: { $starts } to { $ends }
settings-quiet-about = What happens in the quiet hours comes right after them. Only an alarm about a child, answers to you and the digest at its hour do not wait.
    🌙 when to begin, ☀️ when to end.
settings-quiet-starts = 🌙 { $at }
settings-quiet-ends = ☀️ { $at }
settings-quiet-none = 🔔 At any time
settings-discreet = 🙈 <b>No details on the screen</b>: { $on ->
    [true] yes, a message only says that there is news
   *[false] no
}
settings-discreet-button = { $on ->
    [true] 🙈 Hide details
   *[false] 👁 Show details
}
settings-own-heading = ⚙️ <b>Settings</b>
