# Personal data: who looked, files taken out, incidents, one's own data, erasure.

privacy-menu-audit = 🔎 Who looked at data
roles-command-audit = Who saw and took out whose data
roles-command-incident = A suspected leak of data
roles-command-erasures = Requests to erase data
roles-command-mydata = My data: get it, who looked, erase it

privacy-audit = 🔎 <b>{ $changes ->
    [true] Who changed what
   *[false] Who looked and took out
}</b> { $days ->
    [1] today
   *[other] in the last days: { $days }
}{ $side ->
    [of] {"\u000A"}Whose data: { $name }
    [by] {"\u000A"}Who: { $name }
   *[all] {""}
}{ $what ->
    [none] {""}
   *[other] {"\u000A"}What: { $what }
}
privacy-line = { $day } { $at } · <b>{ $name }</b> ({ $roles }) — { $what }{ $whom }{ $times ->
    [1] {""}
   *[other] {" "}×{ $times }
}
privacy-one = { $name }
privacy-class = all of { $name }
privacy-school = the whole school
privacy-former = no role now
privacy-nobody-looked = There are no entries for this time.
privacy-how-to-search = To find a person: /audit and the surname.
privacy-turn = { $changes ->
    [true] 👁 Who looked
   *[false] ✏️ Who changed
}
privacy-span = { $days ->
    [1] today
    [7] week
    [30] month
   *[other] year
}
privacy-narrow = { $set ->
    [true] Another action
   *[false] One action…
}
privacy-any-deed = All actions
privacy-which-deed = Which action shall be shown?
privacy-of = 👁 data: { $name }
privacy-by = Looks: { $name }
privacy-everyone = All people
privacy-found = Whom to show? “Data”: who looked at this person; “Looks”: what the person looked at.
privacy-not-found = There is nobody of that name. Check the surname: /audit Ivanova
privacy-newer = ‹ Newer
privacy-older = Older ›
privacy-sheet = 📄 XLSX sheet
privacy-sheet-name = Looks
privacy-sheet-headings = Day | Time | Who | Role | What | Whose | Times
privacy-sheet-file = Who looked at data.xlsx
privacy-sheet-caption = Looks and files taken out, rows: { $rows }. This file is written down too.
privacy-to-incident = 🚨 Incident

privacy-what-see-pupil-diary = diary
privacy-what-see-pupil-marks = marks
privacy-what-see-results = results
privacy-what-see-lesson = a lesson in the journal
privacy-what-see-mark-history = history of a mark
privacy-what-see-remarks = remarks and praise
privacy-what-see-exemptions = exemptions
privacy-what-see-absence-note = a notice of absence
privacy-what-see-class-absences = absences
privacy-what-see-achievement = results
privacy-what-see-journal-page = a page of the journal
privacy-what-see-class-sheets = sheets of a class
privacy-what-see-report-card = a report card
privacy-what-see-class-access = who has come in
privacy-what-export-class-kit = took out: slips with codes
privacy-what-export-slip = took out: a slip with a code
privacy-what-export-lists-of-class = took out: lists of a class
privacy-what-export-movement = took out: movement of pupils
privacy-what-export-year-turn = took out: the turn of the year, by name
privacy-what-export-audit = took out: who looked at data
privacy-what-export-poll = took out: answers to a poll
privacy-what-export-thread = took out: a thread
privacy-what-export-own-thread = got a file with a thread of their own
privacy-what-export-receipts = took out: who has not acknowledged an announcement
privacy-what-export-signatures = took out: signatures of the diary
privacy-what-export-indicators = took out: how the journal is kept
privacy-what-export-participation = took out: who uses the journal
privacy-what-export-achievement = took out: results
privacy-what-export-journal-page = took out: a page of the journal
privacy-what-export-mark-sheet = took out: a summary sheet of marks
privacy-what-export-attendance = took out: a summary sheet of attendance
privacy-what-export-class-report = took out: a class teacher’s report
privacy-what-export-teacher-report = took out: a subject teacher’s report
privacy-what-export-report-cards = took out: report cards
privacy-what-export-own-report-card = got a report card
privacy-what-export-inspection = took out: a report of an inspection
privacy-what-export-rewriting = took out: what goes into the paper journal
privacy-what-export-own-data = got a file with their own data
privacy-what-changed-mark = mark
privacy-what-changed-attendance = presence
privacy-what-changed-roll-call = roll call
privacy-what-changed-homework = homework
privacy-what-changed-topic = topic of a lesson
privacy-what-changed-plan = curriculum plan
privacy-what-changed-result = term or year mark
privacy-what-changed-closing = closing of a term
privacy-what-changed-remark = remark or praise
privacy-what-changed-debt = debt
privacy-what-changed-mark-request = request to change a mark
privacy-what-changed-absence-reason = reason of an absence
privacy-what-changed-absence-note = notice of absence
privacy-what-changed-exemption = exemption
privacy-what-changed-movement = movement
privacy-what-changed-list-confirmed = class list confirmed
privacy-what-changed-lists = lists from a file
privacy-what-changed-lesson-change = substitution
privacy-what-changed-lesson-changes = substitutions from a file
privacy-what-changed-year-turn = turn of the year
privacy-what-changed-term = term
privacy-what-changed-bells = bells
privacy-what-changed-calendar = calendar

privacy-who-looked = 👁 <b>Who looked</b>: { $own ->
    [true] my data
   *[false] the child’s data, { $name }
}
    Staff of the school within a year. Teachers at their own lessons and the family itself are not written down.

refused-exports-frozen = No files can be taken out now: the school is looking into an incident. The data are safe; try later.
refused-too-many-exports = Today you have taken out { $most ->
    [one] { $most } file
   *[other] { $most } files
} already, and that is all for a day. You can go on tomorrow; if it must be today, ask the director.
refused-getting-in-frozen = New people cannot come in just now. Your code stays good: try later.
privacy-taken-out = 📄 { $name }: files with pupils’ data on { $day } — { $count }. Which: see /audit.

privacy-incident-none = 🚨 <b>An incident with personal data</b>
    A phone with access is lost, a stranger saw the journal, a file went astray: open an incident. At once no files can be taken out and nobody new comes in, a copy of the database is kept, and the 24 and 72 hours for Roskomnadzor begin (152-FZ, article 21, part 3.1).
privacy-incident-open = Open an incident
privacy-incident-ask = { $closing ->
    [true] What was found out and done? These words stay with the incident; files and the way in open again.
   *[false] What has happened, and when was it noticed? No names of children. The hours count from this minute.
} Up to { $most } characters, in one message.
refused-incident-note-empty = Write a few words about what has happened.
refused-incident-note-too-long = A little long: { $length } characters, { $most } fit. Shorten it and send it again.
refused-incident-stands = An incident is open already: /incident
privacy-incident = 🚨 <b>An incident is open</b>: { $opened }, { $name }
privacy-incident-note = <blockquote>{ $note }</blockquote>
privacy-incident-tell = ⏳ Tell Roskomnadzor: by { $until } · { $over ->
    [true] the time is over, tell them as soon as you can
   *[false] { $hours } h { $minutes } min left
}
privacy-incident-find-out = ⏳ Tell what was found out: by { $until } · { $over ->
    [true] the time is over, tell them as soon as you can
   *[false] { $hours } h { $minutes } min left
}
privacy-incident-shut = ⛔️ No files can be taken out, nobody new comes in.
privacy-incident-snapshot = { $name ->
    [none] ⚠️ No copy of the database could be made: make one on the server with the command backup.
   *[other] 💾 A copy of the database on the server: <code>{ $name }</code>
}
privacy-incident-draft = 📝 Draft of the notice
privacy-incident-close = Close the incident…
privacy-incident-closed = ✅ The incident is closed; files and the way in are open again.
    <blockquote>{ $note }</blockquote>
privacy-incident-see = Open
privacy-incident-news = { $stage ->
    [opened] 🚨 { $name }: an incident with personal data is open. No files can be taken out, nobody new comes in. Roskomnadzor must be told by { $until }.
    [tell] ⏳ The incident with personal data is still open: Roskomnadzor must be told by { $until }.
    [find_out] ⏳ The incident with personal data is still open: what was found out must be told by { $until }.
   *[closed] ✅ { $closed }: the incident with personal data is closed. Files and the way in are open again.
}
privacy-moment = { $day } at { $at }
privacy-moment-full = { $day } at { $at }
privacy-notice = 📝 <b>Draft for Roskomnadzor’s form</b> (pd.rkn.gov.ru, notice of an incident). Fill in what stands in brackets; no names of children belong here.

    <code>Operator: { $school } (tax number, address)
    Incident noticed: { $opened }
    What happened: { $note }
    Likely causes: (how it became possible)
    Whose data and which: (pupils, guardians, staff; about how many people; what data)
    Likely harm: (what may follow from the leak)
    Measures taken: taking out of data and new users stopped{ $copied ->
    [true] , a copy of the database kept
   *[false] {""}
}; (what else was done)
    Who answers questions: (name, office, telephone, mail)</code>

privacy-own-data = 🔐 My data
privacy-own = 🔐 <b>{ $children ->
    [0] My data
   *[other] My data and the children’s
}</b>
    Here you get all that the journal holds about you as one file (up to { $most } times a day), see who of the staff looked at it, and ask to have it erased.
privacy-take-own = 📄 Get the file
privacy-who-at-child = 👁 Who looked: { $name }
privacy-who-at-me = 👁 Who looked at my data
privacy-ask-erasure = 🗑 Erase my data
privacy-own-file = My data.html
privacy-own-caption = All that the journal holds. Open it in a browser; the same is inside as JSON. The file is private: do not pass it on.
refused-own-data-taken = You have got the file { $most ->
    [one] { $most } time
   *[other] { $most } times
} today. You can get it again tomorrow.
privacy-erasure-sure = 🗑 The journal’s administrator will get your request. Once it is done, the way in closes, settings and messages are erased. The journal (marks, presence, orders) must be kept by the school for its term. Ask for it?
privacy-erasure-yes = Yes, ask
privacy-erasure-asked = { $new ->
    [true] The administrator has your request.
   *[false] The administrator has this request already.
} The law gives 10 working days for the answer.
privacy-erasure-news = 🗑 { $name } asks to have their data erased.
privacy-erasure-see = Look

privacy-erasures = 🗑 <b>Requests to erase data</b>: { $count ->
    [0] there are none.
   *[other] { $count }. Tap one to see what goes and what stays.
}
privacy-erasure-one = { $name } · { $day }
privacy-erasure = 🗑 <b>{ $name }</b> · { $why ->
    [withdrawn] consent withdrawn
    [asked] asked for
   *[retention] the term is over
}, { $day }
privacy-goes = <b>Will be erased:</b>
privacy-goes-line = • { $kind }: { $count }
privacy-goes-nothing = • no entries
privacy-goes-name = { $named ->
    [true] • birth date, number, language; the name stays: the journal cannot do without it
   *[false] • name, birth date, number, language
}
privacy-stays = <b>Stays by the school’s list of files:</b>
privacy-stays-line = • { $kind }: { $count }, until { $until }
privacy-stays-nothing = There is nothing that the law keeps.
privacy-goes-codes = one-time codes
privacy-goes-messages = messages
privacy-goes-settings = settings
privacy-goes-notes = words and papers about absences
privacy-goes-remarks = texts of remarks
privacy-goes-ticks = homework ticked off
privacy-goes-receipts = acknowledgements
privacy-goes-guardianships = ties to children
privacy-goes-signatures = signatures under the consent
privacy-goes-accounts = Telegram accounts
privacy-goes-talk = what was said in threads
privacy-goes-attachments = files of threads
privacy-goes-templates = templates of messages
privacy-goes-answers = answers to polls
privacy-goes-diary = signatures of the diary
privacy-goes-reads = what was read
privacy-goes-limits = limits of writing
privacy-stays-marks = marks
privacy-stays-attendance = presence
privacy-stays-results = results
privacy-stays-orders = enrolments by order
privacy-stays-changes = log of changes
privacy-stays-audit = who looked at data
privacy-erase-now = { $sure ->
    [true] Erase for good
   *[false] Erase…
}
privacy-erase-last = This cannot be taken back.
privacy-decline = Decline
privacy-declined = Declined. Tell the person why: the law asks for it.
privacy-erased = ✅ The data are erased: { $name }. { $named ->
    [true] The name is left in the journal alone.
   *[false] The name is replaced by «Удалено».
}
refused-still-staff = This person works at the school: take the roles away first, then erase the data.

privacy-retention = 🗄 Rows over their term: { $rows }. On the server <code>python -m bot retention</code> shows which, and with <code>--apply</code> erases them. Compare with the school’s list of files first.

privacy-file-title = My data in the electronic journal
privacy-file-made = { $school }, { $day } at { $at }. Here is all that is held about you; other people’s names are those of staff alone.
privacy-yes = yes
privacy-no = no
privacy-section-inspection-remarks = Remarks on how the journal is kept
privacy-section-people = Person
privacy-section-role-grants = Roles
privacy-section-guardianships = Guardian of
privacy-section-bindings = Telegram accounts
privacy-section-access-codes = One-time codes
privacy-section-consents = Consents
privacy-section-person-settings = Settings
privacy-section-preferences = What to tell
privacy-section-staff-pins = PIN
privacy-section-class-teachers = Class teacher of
privacy-section-teaching-loads = Load
privacy-section-teacher-absences = Absences from work
privacy-section-enrolments = Enrolments
privacy-section-study-group-members = Subgroups
privacy-section-movements = Movements
privacy-section-pupil-subjects = Subjects learnt otherwise
privacy-section-marks = Marks
privacy-section-results = Results
privacy-section-debts = Works not handed in
privacy-section-attendance = Presence
privacy-section-absence-answers = Answers about absences
privacy-section-absence-notes = Notices of absence
privacy-section-absence-reasons = Reasons of absences
privacy-section-remarks = Remarks and praise
privacy-section-homework-pupils = Homework of one’s own
privacy-section-homework-ticks = Homework done
privacy-section-poll-answers = Answers to polls
privacy-section-thread-members = Threads
privacy-section-thread-messages = Said in threads
privacy-section-writing-limits = Limits on writing
privacy-section-diary-signatures = Signatures of the diary
privacy-section-announcement-receipts = Announcements
privacy-section-document-acknowledgements = Documents acknowledged
privacy-section-outbox = Messages sent
privacy-section-change-log = Log of changes
privacy-section-audit-log = Who looked
privacy-section-erasures = Requests to erase
privacy-section-thread-message-versions = Earlier wordings of what was said
privacy-section-talk-files = Files in threads
privacy-section-templates = Own templates
privacy-column-accepted = accepted
privacy-column-account-name = name in Telegram
privacy-column-by = answered by
privacy-column-edited-at = edited
privacy-column-joined-at = since
privacy-column-left-at = until
privacy-column-lifted-at = lifted
privacy-column-limited-at = limited
privacy-column-option = choice
privacy-column-pupil = child
privacy-column-signed-at = signed
privacy-column-thread = thread
privacy-column-week = week from
privacy-column-acknowledged-at = acknowledged
privacy-column-actor = who
privacy-column-after = after
privacy-column-announcement = announcement
privacy-column-answer = answer
privacy-column-at = when
privacy-column-average = average
privacy-column-before = before
privacy-column-birth-date = birth date
privacy-column-bound-at = since
privacy-column-cancelled-at = cancelled
privacy-column-class = class
privacy-column-closed-at = closed
privacy-column-comment = comment
privacy-column-created-at = in the journal since
privacy-column-day = day
privacy-column-decided-at = decided
privacy-column-digest-at = hour of the digest
privacy-column-discreet = without details
privacy-column-document = document
privacy-column-done-at = done
privacy-column-due-day = due
privacy-column-ended-at = ended
privacy-column-ended-why = why
privacy-column-expires-at = good until
privacy-column-external-number = number
privacy-column-finding = what
privacy-column-finished-at = sent
privacy-column-from-class = from class
privacy-column-from-day = from
privacy-column-full-name = signature
privacy-column-given = given name
privacy-column-granted-at = since
privacy-column-group = subgroup
privacy-column-homework = homework
privacy-column-hours-week = hours a week
privacy-column-issued-at = given out
privacy-column-kind = kind
privacy-column-language = language
privacy-column-last-seen-at = last seen
privacy-column-late = entered late
privacy-column-lesson = lesson (day, number)
privacy-column-lesson-bell = lesson at the bell
privacy-column-made-at = when
privacy-column-minutes = minutes
privacy-column-mode = how
privacy-column-note = note
privacy-column-noted-at = noted
privacy-column-noted-by = noted by
privacy-column-number = number
privacy-column-order-number = order
privacy-column-patronymic = patronymic
privacy-column-person = who
privacy-column-proposed-at = proposed
privacy-column-quiet-from = quiet from
privacy-column-quiet-until = quiet until
privacy-column-reacted-at = the school answered
privacy-column-reacted-by = who answered
privacy-column-reason = reason
privacy-column-asked-at = when
privacy-column-relation = relation
privacy-column-restricted-at = restricted since
privacy-column-restricted-order = court order
privacy-column-revoked-at = revoked
privacy-column-role = role
privacy-column-roles = roles
privacy-column-set-at = when
privacy-column-set-by = who
privacy-column-settled-at = when
privacy-column-settled-by = who
privacy-column-state = state
privacy-column-status = presence
privacy-column-subject = subject
privacy-column-surname = surname
privacy-column-taken-back = taken back
privacy-column-taken-back-at = taken back
privacy-column-telegram = number in Telegram
privacy-column-text = text
privacy-column-times = times
privacy-column-to-class = to class
privacy-column-until-day = until
privacy-column-used-at = used
privacy-column-value = mark
privacy-column-version = version
privacy-column-what = what
privacy-column-why = why
privacy-column-words = words
privacy-column-written-at = when
privacy-column-written-by = who
privacy-column-file-name = file name
privacy-column-until = until
privacy-value-present = present
privacy-value-absent = absent
privacy-value-ill = illness
privacy-value-excused = good reason
privacy-value-unexcused = no good reason
privacy-value-late = late
privacy-value-known = the family knows
privacy-value-unknown = the family did not know
privacy-value-doctor = doctor
privacy-value-family = family
privacy-value-contest = contest
privacy-value-other = other
privacy-value-mother = mother
privacy-value-father = father
privacy-value-now = at once
privacy-value-digest = evening digest
privacy-value-off = not told
privacy-value-remark = remark
privacy-value-praise = praise
privacy-value-waiting = waits
privacy-value-sent = sent
privacy-value-cancelled = not sent
privacy-value-undeliverable = not delivered
privacy-value-quarter = quarter
privacy-value-half-year = half-year
privacy-value-trimester = trimester
privacy-value-year = year
privacy-value-exam = exam
privacy-value-final = final mark
privacy-value-exempt = exempt
privacy-value-individual = own programme
privacy-value-left = left
privacy-value-revoked = access revoked
privacy-value-replaced = another phone
privacy-value-erased = data erased
privacy-value-enrolled = enrolled
privacy-value-moved = moved
privacy-value-expelled = expelled
privacy-value-graduated = graduated
privacy-value-accepted = accepted
privacy-value-declined = declined
privacy-value-proposed = proposed
privacy-value-asked = asked for
privacy-value-done = done
privacy-value-withdrawn = withdrawn
privacy-value-mark = mark
privacy-value-result = result
privacy-value-homework = homework
privacy-value-absence = absence
privacy-value-attendance = presence
privacy-value-announcement = announcement
privacy-value-debt = work not handed in
privacy-value-timetable = timetable
privacy-value-notice = message to staff
privacy-value-talk = message in a thread
privacy-value-talk-told = about threads
privacy-value-sign-off = week of the diary
privacy-value-photo = photo
privacy-value-document = file
privacy-value-video = video
privacy-value-audio = audio
privacy-value-voice = voice message
privacy-value-video-note = video message
