# Messages: what came and what waits, templates, threads handed over, a thread as a file.

absent-hand-over = 🤝 Hand threads over
handover-menu = 🤝 Hand threads over
roles-help-handover = /handover — hand your threads to a colleague, for a time or for good
roles-command-handover = Hand threads over
handover-heading = 🤝 <b>Threads handed over</b>

    Who answers in place of whom. The former one goes on reading everything, the new one reads from the date given.
handover-none = Nobody has handed anything over.
handover-line = { $giver } → <b>{ $taker }</b>, { $when }
handover-since = from { $first }, open-ended
handover-from-until = { $one ->
    [true] { $last }
   *[false] { $first } — { $last }
}
handover-new = ➕ Hand over
handover-all = ‹ All of them
handover-whose = 🤝 Whose threads?
handover-whom = 🤝 <b>{ $giver }</b>
    Who will answer?
handover-first = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    From which day?
handover-today = From today
handover-tomorrow = From tomorrow
handover-last = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    From { $first }. Up to and including which day?
handover-days = { $days ->
    [one] { $days } day, to { $last }
   *[other] { $days } days, to { $last }
}
handover-goes-on = Open-ended
handover-check = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    { $when }

    { $taker } will read what was said since { $history }, and may answer. Both are told.

    How much of the past to show?
handover-history-term = Since the term began
handover-history-month = A month
handover-history-year = Since the year began
handover-history-nothing = Only what is new
handover-make = ✅ Hand over
handover-made = Handed over. Both are told.
handover-about = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    { $when }

    What was said since { $history } is seen.
handover-end = ↩️ Take back
handover-end-sure = Take the threads back: { $giver }?

    { $taker } will no longer read them or answer. What was written stays.
handover-end-yes = Yes, take back
handover-ended = Taken back. Both are told.
handover-told-giver = 🤝 Your threads are now answered by <b>{ $taker }</b>: { $when }.

    You still read everything, and may answer.
handover-told-taker = 🤝 You answer the threads of <b>{ $giver }</b>: { $when }.

    What was said since { $history } is in /inbox.
handover-told-giver-end = 🤝 <b>{ $taker }</b> no longer answers your threads.
handover-told-taker-end = 🤝 The threads went back: <b>{ $giver }</b>. Thank you!

refused-handover-over = The last day is before the first: { $day }. Choose one that is not.
refused-handover-too-early = Threads can be handed over from today on; chosen was { $day }.
refused-handover-to-oneself = That is one and the same person. Choose a colleague.
refused-handover-stands = { $name }: on these days the threads are handed over already. Take that back, or choose other days.

template-menu = ⭐ Templates
roles-help-templates = /templates — message templates of your own
roles-command-templates = Message templates
template-heading = ⭐ <b>Your templates</b> · { $count } of { $most }
    The last used come first. Any thread takes them.
template-none = ⭐ No templates yet. Keep a text that you write often, and it goes with two taps.
template-fields =
    <i>Filled by themselves: {"{"}name{"}"}, {"{"}child{"}"}, {"{"}class{"}"}, {"{"}subject{"}"}, {"{"}date{"}"}. Anything else in braces, and “…”, is asked for before it goes: “{"{"}name{"}"}, the work on … is missing, due {"{"}day{"}"}”.</i>
template-add = ➕ Add a template
template-ask = ⭐ Send the text of the template in one message, up to 1000 characters.
template-added = ⭐ The template is kept.
template-all = ‹ To the templates
template-one = <blockquote>{ $text }</blockquote>
template-remove = 🗑 Remove
template-remove-sure = Remove the template?
    <blockquote>{ $text }</blockquote>
template-remove-yes = Yes, remove
template-removed = Removed
template-choose = ⭐ Which template? You will see the text before it goes.
template-gaps = { $count ->
    [1] ⭐ What to fill in: { $labels }?
   *[other] ⭐ What to fill in: { $labels }? In one message, a line each.
}
template-ready = ⭐ This will go:
    <blockquote>{ $text }</blockquote>
template-send = ✅ Send
refused-template-empty = There is no text in that message. Send the text of the template.
refused-template-too-long = Too long: characters { $length }, and { $most } fit. Please shorten it.
refused-too-many-templates = There are { $most } templates already. Remove one that you do not need, then add the new one.
refused-template-lines-wanted = Lines wanted: { $wanted }, lines that came: { $came }. Write each on a line of its own.
refused-filled-gone = That text has gone already, or was filled anew. Open the templates once more.

inbox-menu = 💬 Messages
inbox-open = 💬 To the messages
inbox-back = ‹ To the messages
roles-help-inbox = /inbox — messages: new ones, those that wait, all threads
roles-command-inbox = Messages
inbox-heading = { $unread ->
    [0] 💬 <b>Messages</b>
    [one] 💬 <b>Messages</b> · { $unread } unread thread
   *[other] 💬 <b>Messages</b> · { $unread } unread threads
}
inbox-none = No threads yet. New messages will stand here.
inbox-owed = ⏳ Waiting for an answer for three days or longer: { $count }
inbox-asking = ✍️ Announcements that wait for you: { $count }
inbox-documents = 📄 Documents to confirm: { $count }
inbox-show-asking = ✍️ Answer announcements · { $count }
inbox-show-documents = 📄 Documents · { $count }
inbox-asking-heading = ✍️ <b>Waiting for you</b> · { $count }
    Open the announcement and tap “Seen”, or answer the question.
inbox-asking-none = ✍️ Everything is confirmed, thank you. New announcements come as messages.
inbox-no-words = Announcement
inbox-line = { $number }{ $who }{ $known ->
    [true] {" "}· { $about }
   *[false] {""}
}
    { $said } · <i>{ $at }</i>
inbox-line-unread = <b>{ $number }{ $who }{ $known ->
    [true] {" "}· { $about }
   *[false] {""}
}</b>
    { $said } · <i>{ $at }</i>
inbox-who-more = { $names } and { $more } more
inbox-by = { $name }:{" "}
inbox-by-you = you:{" "}
inbox-plain = { $text }
inbox-yesterday = yesterday, { $at }
inbox-name-of-kin = { $name } { $relation ->
    [mother] (mother)
    [father] (father)
    [guardian] (guardian)
   *[other] (relative)
}
inbox-about-answer = answer to the announcement “{ $words }”
inbox-about-help = question to the administrator
inbox-desk-class-teacher = Class teacher
inbox-desk-administration = Administration of the school
inbox-desk-help = Administrator of the journal
inbox-settle = ✓ { $number }: needs no answer
inbox-settled = Noted: needs no answer
inbox-of = { $here ->
    [true] ●{" "}
   *[false] {""}
}{ $heading ->
    [school] 🏫 School
    [families] 👪 Parents
    [pupils] 🎒 Pupils
    [colleagues] 👩‍🏫 Colleagues
    [help] ❓ To the administrator
    [answers] 📣 Answers
   *[all] All
}{ $unread ->
    [0] {""}
   *[other] {" "}· { $unread }
}
inbox-owed-news = ⏳ <b>Waiting for an answer for three days or longer: { $threads }</b>

    They stand first in /inbox. Where no answer is needed, tap “needs no answer”.

thread-paper-take = 📄 Download the thread
thread-paper-title = Thread
thread-paper-file = thread.pdf
thread-paper-caption = 📄 The thread with earlier wordings of what was changed. Keep it with care: it holds personal data.
thread-paper-made = { $school }. Taken from the journal on { $at }.
thread-paper-party = Taking part: { $names }
thread-paper-since = What was said since { $day }
thread-paper-cut = The last messages: { $most }
thread-paper-author = { $at } · { $name }
thread-paper-reply = In answer to: { $words }
thread-paper-earlier = Before the change on { $at }:
thread-paper-file-photo = photo
thread-paper-file-document = file
thread-paper-file-video = video
thread-paper-file-audio = audio
thread-paper-file-voice = voice message
thread-paper-file-video-note = video message
