# Polls and gatherings: how they are made, how they are answered, what their sender sees.

refused-options-too-few = At least { $least } options are needed, each on its own line. So far: { $count }.
refused-options-too-many = There are { $count } options; { $most } fit. Please join similar ones.
refused-option-too-long = The option “{ $option }…” is longer than { $most } characters. Shorten it; details go into the text.
refused-option-twice = The option “{ $option }” is there twice. Keep one.
refused-number-bounds = The smallest number must not be above the largest, and neither below zero. For example: from 0 to 10
refused-slots-missing = There is no time in it. Write, for example: 10 December from 17:00 to 19:00 by 10 minutes
refused-slots-too-many = That makes { $count } meetings; { $most } fit. Make them longer, or make two polls.
refused-slot-passed = The time of one of the meetings has passed already. Choose a later one.
refused-slots-overlap = Two meetings overlap. Please correct the time.
refused-closes-too-early = That time has passed already. Choose a later one.

poll-asks-one = 📊 Choose one.
poll-asks-several = 📊 Tick everything that fits, then press “Answer”.
poll-asks-number = 🔢 Answer with a number{ $unit }.
poll-asks-number-from = 🔢 Answer with a number from { $least }{ $unit }.
poll-asks-number-between = 🔢 Answer with a number from { $least } to { $most }{ $unit }.
poll-asks-slot = 🗓 Choose the time of the meeting{ $where }.
poll-money = Money is only counted here; the bot takes none.
poll-per-child-once = One answer for each child.
poll-named-slot = 👤 A time that is taken is not shown to others; only the sender sees whose it is.
poll-per-child = One answer for each child: the last one counts.
poll-named = 👤 With names: only the sender sees who answered what.
poll-unnamed = 🕶 Without names: only the totals are seen. An answer cannot be changed later.
poll-until = ⏳ Answers are taken until { $time }, { $day }.
poll-closed = 🔒 The poll is closed; no more answers are taken. If there is something to say, write to the sender.
poll-for = 👉 { $name }
poll-your-answer = ✅ Your answer: { $answer }
poll-childs-answer = ✅ { $name }: { $answer }
poll-answer-by = { $line } ({ $by })
poll-your-silent-answer = ✅ Your answer is in
poll-childs-silent-answer = ✅ { $name }: the answer is in
poll-your-slot = ✅ Your time: { $slot }
poll-back-to-children = ‹ To the children
poll-change = ✏️ Change the answer
poll-other-slot = 🔁 Another time
poll-give-back = ✖️ Give it back
poll-send-marks = ✅ Answer
poll-write-number = ✏️ Write a number
poll-no-slots = No time is free. Look again
poll-thanks = Thank you, noted
poll-given-back = The time is free again

refused-poll-closed = The poll is closed; no more answers are taken. If there is something to say, write to the sender.
refused-slot-taken = This time has just been taken. Choose another.
refused-slot-gone = This time has passed. Choose another.
refused-answered-without-name = There is an answer already. The poll is without names, so it cannot be changed.
refused-number-outside = A number from { $least } to { $most } is needed. For example: 150 or 150.50
refused-nobody-silent = There is nobody left to wait for: everyone who could has answered.
refused-poll-reminded-today = They were reminded today. The next time is tomorrow.
refused-poll-number-unclear = There is no number in it. Write it in digits, for example: 150 or 150.50

poll-results-button = 📊 Answers
poll-results-heading = 📊 <b>Answers</b>
poll-question = { $text }
poll-results-answered = Answered: { $answered } of { $asked }
poll-results-closed = 🔒 The poll is closed
poll-results-hidden = 🕶 The poll is without names: totals appear once there are { $fewest } answers, so that nobody is guessed.
poll-results-option = { $option } — <b>{ $votes }</b> ({ $share } %)
poll-results-total = Total: <b>{ $total }</b>
poll-results-spread = From { $least } to { $most }, { $mean } on average
poll-results-number = • { $number } × { $times }
poll-results-slot = <b>{ $slot }</b> — { $name }{ $by }
poll-results-day = 🗓 { $day }
poll-results-slot-free = <b>{ $slot }</b> — free
poll-by-name = 👤 By name
poll-silent = 🔇 Silent: { $n }
poll-remind = 🔔 Remind
poll-close = 🔒 Close the poll
poll-reopen = 🔓 Open again
poll-take-out = 📄 XLSX table
poll-answers-heading = 👤 <b>Answered: { $n }</b>
poll-silent-heading = 🔇 <b>Not answered: { $n }</b>
poll-answer-line = { $name } — { $answer }{ $by }
poll-reminded = Those who have not answered will be reminded
poll-now-closed = The poll is closed
poll-now-open = The poll is open again
poll-book-who = Who
poll-book-class = Class
poll-book-answer = Answer
poll-book-by = Answered or booked by
poll-book-time = Time
poll-book-option = Option
poll-book-votes = Answers
poll-book-meetings = Meetings
poll-book-by-name = By name
poll-book-totals = Totals
poll-book-caption = 📄 Answers to the poll
poll-book-file = Poll
poll-ask-number = Write it as one message.
poll-meeting = 🗓 <b>Today at { $time }{ $place }</b> — a meeting: { $sender }
    { $name }
poll-meeting-change = 🔁 Change or give back
poll-meetings = 🗓 <b>Meetings today: { $n }</b>

poll-button = 📊 Poll{ $there ->
    [true] {" "}✓
   *[other] {""}
}
poll-choose-kind = 📊 <b>Poll</b>
    The question is the text of the announcement. How is it answered?
poll-coming = 🙋 Coming / not coming
poll-yes = I am coming
poll-no = I am not coming
poll-kind-one = 🔘 One option
poll-kind-several = ☑️ Several
poll-kind-number = 🔢 A number
poll-kind-slot = 🗓 Time of a meeting
poll-ask-options = 📊 Write the options as one message, each on its own line.
poll-ask-bounds = 🔢 What is counted, and within what? For example: <i>from 0 to 1500 ₽</i> or <i>up to 10 pcs</i>
    The bot only counts money and never takes any.
poll-any-number = Any number
poll-ask-slots = 🗓 Write when one can come, for example:
    <i>10 December from 17:00 to 19:00 every 10 minutes, room 12</i>
    Or choose a day:
poll-ask-start = 🗓 { $day }. From what time?
poll-ask-till = 🗓 { $day }, from { $start }. Until what time?
poll-ask-step = 🗓 { $day }, from { $start } to { $end }. How long is one meeting?
poll-minutes = { $n } min
poll-ask-place = 📍 Where do you meet? Write, for example: room 12
poll-ask-end = ⏳ Until which day are answers taken? A button means 20:00 of that day. Or write, for example: <i>12 December 18:00</i>
poll-no-end = No end
poll-composed = 📊 <b>This is how the poll will look</b>
poll-more = …and { $n } more
poll-make-unnamed = 🕶 Without names
poll-make-named = 👤 With names
poll-count-persons = 👥 Count every adult
poll-count-children = 🎒 Count by child
poll-end = ⏳ Until when
poll-other-kind = 🔁 Another poll
poll-more-slots = ➕ More times
poll-place = 📍 Where
poll-drop = 🗑 Remove the poll
poll-dropped = The poll is removed
poll-done = ✅ Done

refused-until-unclear = There is no day in it. Write, for example: tomorrow, Friday, 12 December 18:00
poll-open = 📊 Answer the poll
poll-reminder = 🔔 <b>{ $sender }</b>{ $role ->
    [none] {""}
   *[other] , { $role }
}
    A reminder: please answer the poll
poll-status = 📊 Answered the poll: { $answered } of { $asked }{ $open ->
    [true] {""}
   *[other] {" "}(closed)
}
