# Threads: to whom, about whom, how they arrive and are answered.

menu-write = ✍️ Write
roles-command-write = Write to a teacher, a family, a colleague
roles-help-write = /write — write to a teacher, a family, a colleague; Telegram’s reply answers

talk-start = ✍️ <b>Write</b>
    To whom, or about whom?
talk-about = 🎒 About my child: { $name }
talk-families = 👪 { $name }
talk-to-colleague = 🧑‍🏫 To a colleague
talk-to-administrator = 🛠 To the journal’s administrator
talk-to-school = ✍️ <b>{ $name }</b>, { $class_name }
    To whom?
talk-choose-pupil = ✍️ <b>{ $class_name }</b>
    About whom?
talk-to-family = ✍️ <b>{ $name }</b>, { $class_name }
    To whom?
talk-to-guardians = 👪 To all guardians at once
talk-to-guardian = { $name }{ $relation ->
    [mother] , mother
    [father] , father
    [guardian] , guardian
   *[other] {""}
}
talk-to-pupil = 🎒 To the pupil: { $name }
talk-choose-colleague = ✍️ <b>To a colleague</b>
    Choose, or write a surname.
talk-no-colleague = ✍️ <b>To a colleague</b>
    Nobody found. Try another spelling.
talk-partner = { $name }{ $n ->
    [0] {""}
   *[other] {" "}· { $subjects }
}
talk-partner-desk = { $desk ->
    [class_teacher] Class teacher: { $names }
    [administration] School administration
   *[help] Journal administrator
}
talk-ask-text = ✍️ Write your message: a text, a photo, a file or a voice message. Nobody sees phone numbers or accounts.
talk-ask-answer = ✍️ Write your answer: a text, a photo, a file or a voice message.
talk-sent = ✅ Sent: { $to }
talk-later = 🌙 It will be delivered { $when }, so as to disturb nobody off hours.
talk-soon = { $days ->
    [0] today at { $at }
   *[1] tomorrow at { $at }
}
talk-on-day = { $day }, at { $at }
talk-reworded = ✏️ Changed for the readers too.
talk-settled = Noted: no answer needed

talk-relation = { $relation ->
    [mother] , mother
    [father] , father
    [guardian] , guardian
   *[other] {""}
}
talk-desk = {" "}· { $desk ->
    [class_teacher] class teacher
    [administration] administration
   *[help] journal administrator
}
talk-desk-name = { $desk ->
    [administration] school administration
   *[help] journal administrator
}
talk-urgent = ⚡ Urgent ·
talk-head = 🎒 { $about }
talk-matter = Matter: { $matter }
talk-announcement = Answer to the announcement “{ $text }”
talk-watched = 👁 Between your child and a teacher: you see it as a guardian.
talk-edited = <i>changed at { $at }</i>
talk-edited-short = , changed
talk-text = { $text }

talk-answer = ✍️ Answer
talk-open = 💬 Conversation
talk-settle = ✓ No answer needed
talk-older = ⬆️ Earlier
talk-files = 📎 { $at } ({ $n })
talk-with = 💬 <b>{ $whom }</b>
talk-said = <b>{ $name }</b> · { $when }{ $edited }
talk-nothing-said = Nothing here yet.
talk-file = { $kind ->
    [photo] photo
    [video] video
    [audio] audio
    [voice] voice message
    [video_note] video message
   *[document] file
}
talk-files-said = 📎 { $files }
talk-files-lost = Telegram no longer has this file. Please ask for it again.
talk-unasked = Is this the answer to the last message? Then I will send it.
talk-answer-to = ✍️ Answer: { $name }
talk-nothing-kept = This text was sent already, or another took its place. Please write it again.

refused-nothing-said = The message is empty. Write a text or send a file.
refused-edit-too-late = A message can be changed for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} after it was sent. What was delivered stays. Write a new message instead.
refused-only-watched = This is between the child and the teacher; you only see it. To write to the teacher yourself: /write
refused-nobody-in-family = The school’s lists have no guardian of this pupil to write to.
