# Getting in, the menu, “who am I”, a class's access.

roles-welcome =
    🔔 Hello! This is Zvonok, the school’s electronic journal and diary.

    To come in, please send your one-time code. Class teachers give them to parents and pupils, the journal’s administrator to staff. A code looks like this: <code>K7QD-3MXA-9WZ</code>
roles-not-inside = Access from this account is closed. To come in again you need a new code.

roles-consent =
    🔐 <b>Before we show anything about your child</b>

    The school asks for your consent to process personal data: your name, your child’s name and class, timetable, marks, attendance, homework, and messages between you and the school.

    Why: to keep the electronic journal and diary and to tell you about school in time. The school keeps the data; Telegram delivers the messages. We neither see nor ask for your phone number.

    You can withdraw your consent at any time: /settings → “Consent”. Version of this text: 1.
roles-consent-declined = All right: nothing was connected and nothing shown. The code stays good; send it again whenever you like.
roles-consent-changed = The text of the consent has changed since. Please read the new one: it is on the screen.

roles-entered = ✅ You are in. Welcome, { $name }!
roles-menu = <b>{ $name }</b> · { $roles }
roles-menu-pupil = <b>{ $name }</b>, what shall we look at?
roles-menu-access = 🔑 Class access
roles-menu-me = 👤 Who am I
roles-name-admin = administrator
roles-name-secretary = secretary
roles-name-director = director
roles-name-deputy = deputy head
roles-name-class_teacher = class teacher
roles-name-teacher = teacher
roles-name-site_editor = site editor
roles-name-guardian = parent
roles-name-pupil = pupil

roles-help = <b>What you can do</b>
roles-help-lesson = /lesson — my lesson: roll call and marks on one screen
roles-help-homework-line = <code>/dz 7А algebra № 345–350</code> — homework in one line; “on Friday”, a photo or a file are fine too
roles-help-class = /class — an announcement to parents or pupils of your class: at once or at a set hour, confirmed, with a poll
roles-help-access = /menu → “Class access” — who has come in, new codes
roles-help-announce = /class — an announcement to classes, a grade, the whole school, teachers: at once or at a set hour
roles-help-taught = /class — an announcement to those whom you teach: a class, a subgroup, all at once
roles-help-tomorrow = /tomorrow — tomorrow’s lessons; “schedule friday” works as well
roles-help-timetable = /tomorrow — your lessons tomorrow; “schedule 7А friday” — a class’s lessons
roles-help-marks = /marks — marks of this term
roles-help-homework = /homework — what is set
roles-help-settings = /settings — what to write about, and when
roles-help-me = /me — who am I, on which devices, language
roles-help-cancel = /cancel — stop what was begun

roles-me =
    👤 <b>{ $name }</b>
    { $roles }

    { $count ->
        [one] You come in from { $count } account:
       *[other] You come in from { $count } accounts:
    }
roles-account-here = • this account, since { $since }
roles-account-other = • another account, since { $since }
roles-leave-here = Leave here
roles-leave-other = Leave on the other (since { $since })
roles-leave-everywhere = Leave everywhere
roles-leave-sure = Leave? To come in again you will need a new code.
roles-leave-everywhere-sure = Leave on all devices? To come in again you will need a new code.
roles-leave-yes = Yes, leave
roles-left = You have left. To come in again, ask for a new code. See you!

roles-choose-class = Which class?
roles-person-pupil = <b>{ $name }</b>, pupil
roles-person-guardian =
    <b>{ $name }</b>
    child: { $pupil }
roles-never-came = ▫️ Has not come in yet
roles-came = ✅ In since { $since }, last seen { $seen }
roles-came-lost = ⚠️ In since { $since }, but messages do not arrive: the bot is blocked or the account is gone
roles-new-code = 🔑 New code
roles-code =
    🔑 Code for <b>{ $name }</b>

    <code>{ $code }</code>

    Or by this link: { $link }
    Good once, until { $until }. The earlier code no longer works.
roles-copy-link = 📋 Copy the link
roles-qr = 🔳 QR code
roles-qr-caption = Point the phone’s camera here: the bot opens with the code { $code }
roles-revoke = Close access
roles-revoke-sure = Close access of <b>{ $name }</b>? On all devices at once; a new code can be given later.
roles-revoke-yes = Yes, close
roles-revoked = Access closed: { $name }

roles-cancelled = Stopped; nothing was sent.
roles-nothing-to-cancel = Nothing to stop: all that was begun is done.
roles-after-a-break = ✅ I was interrupted for a moment. The last thing you did is saved; there is no need to do it again.
roles-not-understood = I did not get that, but I am glad to help: here is what there is. Hints: /help
roles-unknown-button = This button is from an old message and no longer works. Open /menu
roles-in-group = In groups I show nothing about anyone. Write to me privately: @{ $username }

roles-command-start = Come in with a code
roles-command-lesson = My lesson
roles-command-dz = Homework in one line
roles-command-class = Announcement to classes, pupils, teachers
roles-command-tomorrow = Tomorrow’s lessons
roles-command-schedule = Timetable of a day
roles-command-marks = Marks
roles-command-homework = Homework
roles-command-settings = What to write about, and when
roles-command-menu = Menu
roles-command-me = Who am I, devices, language
roles-command-help = What you can do
roles-command-cancel = Stop what was begun

refused-code-not-accepted = This code does not fit. Check it, or ask for a new one where you got it.
refused-account-taken = Another person of the school comes in from this account. Leave first: /me → “Leave here”, then send the code again.
refused-account-not-open = This is not among the accounts that you come in from: it has been closed. Which are open: /me
