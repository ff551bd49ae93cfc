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
settings-line-announcement = 📣 Announcements: <b>{ $mode ->
    [now] at once
    [digest] in the evening digest
   *[off] not at all
}</b>
settings-button = { $kind ->
    [absence] 🚪
    [mark] 📝
    [homework] 📚
   *[announcement] 📣
} { $mode ->
    [now] at once
    [digest] evening
   *[off] off
}
settings-digest-at = 🌙 Digest at { $at }
settings-hours = 🌙 When should the evening digest come?
settings-saved = Saved
