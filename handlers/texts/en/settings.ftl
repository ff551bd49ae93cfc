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
settings-work-button = 💼 { $none ->
    [true] At any time
   *[false] { $ends }–{ $starts }
}
settings-work = 💼 <b>Working hours</b>: { $none ->
    [true] messages come at any time, on Sundays too
   *[false] { $ends } to { $starts }, not on Sundays
}
settings-work-about = People can write to you at any time: what comes outside of the working hours is delivered when they begin, and its writer sees when. On Sundays talk and announcements wait for Monday. What the director or a deputy marks as urgent comes at once.
settings-quiet-about = What happens in the quiet hours comes right after them. Only an alarm about a child, answers to you and the digest at its hour do not wait.
settings-quiet-signs = 🌙 when to begin, ☀️ when to end.
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
