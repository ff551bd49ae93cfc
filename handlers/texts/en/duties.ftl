# “Left to do”: what is not filled in of the own lessons, a line for each field.

duties-menu = ✅ Left to do
roles-command-duties = What is left to fill in
duties-heading = 📋 <b>Left to do</b> · { $day }
duties-nothing = ✅ <b>Everything is filled in</b> · { $day }
    Thank you!
duties-coming = Ahead, not due yet:
duties-until = The next deadline is today at { $time }.
duties-until-day = The next deadline is { $day } at { $time }.
duties-how = Each line opens just its field.
duties-line = { $sign } { $classes } · { $subject }, lesson { $position }: { $what }
duties-line-of = { $sign } { $day } · { $classes } · { $subject }, lesson { $position }: { $what }
duties-what-attendance = who was there
duties-what-topic = topic
duties-what-homework = homework
duties-what-written-work = marks of the work by { $day }
duties-more = { $count } more ›
duties-before = ‹ To the beginning
duties-back = ‹ To the list

duties-all-there = ✅ Everyone was there
duties-rest-there = ✅ The others were there
duties-note-absent = ✏️ Note who was away
duties-away = Noted or announced as away: { $names }
duties-roll-call-below = 👇 The roll call is open below
duties-ask-topic = Topic of the lesson: <b>{ $subject } · { $classes }</b>
    { $day } · lesson { $position }
duties-type-topic = Type the topic as a message.
duties-none-given = ✅ No homework
duties-type-homework = Or type the homework as a message, for instance: No. 345–350. Photos and files go with a line “dz …”.
duties-roll-call-taken = ✅ The roll call is taken
duties-topic-written = 📝 The topic is written
duties-homework-set = 📚 The homework is set
duties-none-said = 📚 Noted: no homework
