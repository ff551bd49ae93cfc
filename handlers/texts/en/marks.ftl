# Marks in full: several, debts, retakes, changes with the deputy's consent.

marks-one-more = ＋ one more
marks-debt = • owed
marks-debt-until = • owed until { $day }
marks-debt-ask = <b>{ $name }</b> · { $work }
    Until which day can it be handed in? Until then there is no mark, and no 2.
marks-debt-away = ✕ nothing owed
marks-debt-set = Owed until { $day }
marks-debt-gone = Nothing is owed
marks-heading-one = <b>{ $name }</b> · { $value ->
        [none] mark taken back
       *[other] <b>{ $value }</b>
    } · { $work }
    { $subject } · { $classes } · { $day }
marks-set-by = Entered by { $by }, { $day } { $time }
marks-comment = 💬 { $words }
marks-say = 💬 Comment
marks-comment-ask = Write the comment: the pupil and the parents will see it.
marks-retake = 🔁 Retake
marks-retake-ask = Which mark for the retake? The earlier one stays visible, struck through.
marks-retaken = 🔁 Retaken: the new mark counts.
marks-waits = ⏳ A change waits for the deputy.
marks-history = 🕘 History
marks-by-program = the program
marks-event = { $day } { $time } · { $by }: { $before ->
        [none] { $after ->
            [none] taken back
           *[other] set to { $after }
        }
       *[other] { $after ->
            [none] { $before } taken back
           *[other] { $before } → { $after }
        }
    }
marks-event-words = { $day } { $time } · { $by }: { $words ->
        [none] comment removed
       *[other] comment “{ $words }”
    }
marks-event-why = Reason: { $why }
marks-reason-ask = { $value ->
        [none] The mark will be taken back
       *[other] It will be: <b>{ $value }</b>
    } with the deputy's consent: the time of free changes ({ $days ->
        [one] { $days } day
       *[other] { $days } days
    }) is over or the term is closed. Write the reason in one message.
marks-request-sent = 📨 The deputy has been asked. The answer comes here; until then the mark stays as it is.
marks-menu-requests = 📨 Mark requests
marks-requests = { $n ->
        [0] No requests to change marks.
        [one] { $n } request waits:
       *[other] { $n } requests wait:
    }
marks-requests-more = Other requests
marks-request = 📨 <b>Change a mark</b>: { $state ->
        [open] { $now ->
            [none] taken back
           *[other] { $now }
        } → { $value ->
            [none] take it back
           *[other] <b>{ $value }</b>
        }
       *[other] { $value ->
            [none] take it back
           *[other] to <b>{ $value }</b>
        }
    }
    { $name }, { $class_name } · { $subject } · { $work } · { $day }
    Asked by: { $by }
    Reason: { $why }
marks-request-open = Waits for a decision.
marks-request-accepted = ✅ Accepted by { $by }. The mark is changed.
marks-request-declined = ✕ Declined by { $by }. The mark stays as it was.
marks-open = To the mark
marks-accept = ✅ Accept
marks-decline = ✕ Decline
marks-touched = ✏️ { $by } changed your mark: <b>{ $name }</b>, { $subject }, { $work }: { $before ->
        [none] taken back
       *[other] { $before }
    } → { $after ->
        [none] taken back
       *[other] <b>{ $after }</b>
    }
marks-touch-undo = ↩️ Undo
marks-touch-undone = ↩️ The mark is back: { $value ->
        [none] taken back
       *[other] <b>{ $value }</b>
    }
marks-debt-told = • { $own ->
        [true] Owed
       *[other] <b>{ $name }</b>: owed
    } — { $subject }, { $work } ({ $day }). Hand it in by { $due }.
marks-debt-told-again = Corrected. { $own ->
        [true] Owed
       *[other] <b>{ $name }</b>: owed
    } — { $subject }, { $work } ({ $day }). Hand it in by { $due }.
marks-debt-told-gone = ✅ { $own ->
        [true] No longer owed
       *[other] <b>{ $name }</b>: no longer owed
    } — { $subject }, { $work } ({ $day }).
marks-retake-of = { $work }, a retake: it was { $before }
marks-owed-heading = • <b>Owed</b>
marks-owed-line = { $subject }, { $work } ({ $day }) — by { $due }

refused-reason-needed = This mark can no longer be changed freely: the time for it is over or the term is closed. It changes with a reason and the deputy's consent: open the lesson and tap the new mark: /lesson
refused-term-is-closed = The term is closed for this class: nothing new is written into it. The deputy can open it again.
refused-debt-day-passed = That day has passed or is too far ahead. Choose another.
refused-debt-beside-mark = A mark for this work stands already: nothing is owed.
refused-comment-too-long = The comment did not fit: { $length } characters of at most { $most }. Shorten it and send it again.
refused-consent-reason-missing = Write the reason in words: the deputy decides by it.
refused-consent-reason-too-long = The reason did not fit: { $length } characters of at most { $most }. Shorten it and send it again.
refused-change-asked-already = A change of this mark already waits for the deputy.
refused-own-request = Someone else decides on your own request: another deputy or the director.

roles-command-requests = Requests to change old marks
