# Results of terms and years: setting, closing, “How was it computed?”, forecast.

results-menu = 🏁 Results
results-menu-closing = 🔒 Closing the term
results-period-quarter = Quarter { $number }
results-period-half_year = Half-year { $number }
results-period-trimester = Trimester { $number }
results-period-year = Year
results-period-exam = Exam
results-period-final = Final
results-short-quarter = Q{ $number }
results-short-half_year = H{ $number }
results-short-trimester = T{ $number }
results-short-year = Year
results-short-exam = Exam
results-short-final = Final

results-choose = 🏁 <b>Results</b>
    Choose a class and a subject.
results-no-courses = 🏁 None of your subjects is in the timetable or the load. If that is wrong, ask the journal’s administrator.
results-to-last-year = 🗄 Last year
results-choose-last-year = 🗄 <b>Results of last year</b>
    Choose a class and a subject.
results-no-courses-last-year = 🗄 You had no subjects in the last school year. The deputy can open the results of that year.
results-class = 🏁 <b>Results, { $class_name }</b>
    Choose a subject.
results-class-empty = This class has no subjects with marks yet.
results-heading = 🏁 <b>{ $subject } · { $class_name }</b>
    { $period }
results-closed = 🔒 The deputy has closed the term: results can change once it is opened again.
results-past = 🗄 The last school year: results can be looked at, and not changed.
results-not-begun = The term has not begun: results can be set from its first day on.
results-too-few = ⚠️ { $count ->
    [one] { $count } pupil has
   *[other] { $count } pupils have
} fewer marks than attestation needs ({ $fewest }).
results-how = “✓” sets the proposed mark, the name opens others. In brackets: how many current marks.
results-nobody = No pupils here yet.
results-accept-all = ✅ Accept all proposals: { $count }
results-accepted = { $count ->
    [0] Everything was set already
    [one] { $count } mark set
   *[other] { $count } marks set
}
results-set-toast = Result: { $value }
results-taken-back = Result taken back
results-take-back = ✕ take back
results-explain = 🧮 How was it computed?
results-ask-reason = <b>{ $name }</b>: you set <b>{ $value }</b>, { $proposed ->
    [none] while nothing follows from the marks yet.
   *[other] while the marks come to { $proposed }.
}
    Write the reason in one sentence; it stays beside the mark.

results-explained = 🧮 <b>{ $subject }</b>, { $period }
    { $name }
results-rule-marks = The result is the rounded average of the current marks.
results-rule-credits = The result is “зач” where more works passed than failed.
results-rule-terms = The year’s mark is the mean of its terms’ marks, rounded by the school’s borders.
results-rule-year-and-exam = The final mark is the mean of year and exam, rounded mathematically; without an exam it is the year’s.
results-rule-exam = An exam’s mark is what the exam gave: it does not follow from current marks.
results-sum = { $formula }
results-few = ⚠️ { $count } marks; attestation needs { $fewest }: nothing is proposed yet.
results-lacking = Not there yet: { $periods }.
results-proposed = It comes to <b>{ $value }</b> (5 from { $five }, 4 from { $four }, 3 from { $three }).
results-proposed-word = It comes to <b>{ $value }</b>.
results-omitted = Not counted ({ $count }):
results-omitted-word = • { $value } — { $work }, { $day }: a word, not points
results-omitted-retaken = • <s>{ $value }</s> — { $work }, { $day }: retaken
results-omitted-taken-back = • <s>{ $value }</s> — { $work }, { $day }: taken back
results-set = Set: <b>{ $value }</b>
results-not-set = The result is not set yet.
results-reason = It differs from the computation. Reason: { $reason }
results-disputed = The marks have changed since: they come to another result.
results-rules-version = <i>{ $version ->
    [0] The school’s rules: the usual ones
   *[other] The school’s rules: change No. { $version }
}</i>

results-card = 🎓 Report card
results-of-pupil = 🏁 <b>{ $name }</b>, { $class_name } · { $period }
results-pupil-line = • { $subject }: { $said }
results-so-far = now { $average }{ $proposed ->
    [none] {""}
   *[other] {" "}→ { $proposed }
}
results-nothing-yet = no marks yet
results-none-of-pupil = No subjects with marks yet.
results-tap-subject = Tap a subject to see how it was computed.
results-open = 🏁 Results

result-told = 🏁 <b>{ $own ->
    [true] Your result
   *[false] { $name }
}</b>: { $subject } — <b>{ $value }</b>
    { $period }
result-corrected = ✏️ <b>{ $own ->
    [true] Your result
   *[false] { $name }
}</b>: { $subject }, { $period }
    corrected: { $before } → <b>{ $value }</b>
result-cancelled = ✏️ <b>{ $own ->
    [true] Your result
   *[false] { $name }
}</b>: { $subject }, { $period }
    the mark{ $before ->
        [none] {""}
       *[other] {" "}{ $before }
    } was taken back

closing-classes = 🔒 <b>Closing the term</b>
    🔒 closed, ✅ all set, a number: how many results are missing.
closing-no-classes = No term of the school year has begun yet.
closing-heading = { $closed ->
    [true] 🔒
   *[false] 🔓
} <b>{ $class_name }</b>, { $period }
closing-missing = Not set: { $count }
closing-complete = All results are set.
closing-line = • { $subject } ({ $teachers }): { $count }
closing-line-named = • { $subject } ({ $teachers }): { $count } — { $names }
closing-more = … and { $count } more subjects
closing-with-year = The term is closed with the year. To open it, open the year first.
closing-year = year
closing-close = 🔒 Close
closing-close-anyway = 🔒 Close, though not all is set
closing-reopen = 🔓 Open again
closing-closed-toast = 🔒 Closed
closing-closed-by = 🔒 Closed by { $name }, { $day }
closing-reopened = 🔓 Opened again { $day }: { $reason }
closing-ask-reason = 🔓 <b>{ $class_name }</b>, { $period }: write why the term is opened again. The reason stays in the log of changes.

refused-year-is-closed = 🔒 { $class_name }: the year is closed, and its terms with it. Open the year first.
refused-term-closed = 🔒 { $class_name }: the deputy has closed the term, so its results and marks do not change. Ask the deputy to open it; the reason is kept.
refused-result-of-closed-year = 🗄 { $class_name }: these are results of the last school year. The year is closed: they can be looked at, and not changed.
refused-term-not-begun = { $class_name }: the term has not begun; results can be set from its first day on.
refused-result-needs-reason = { $value } does not follow from the current marks: they come to { $proposed }. Open the pupil’s name and write the reason.
refused-result-reason-too-long = The reason is a little long: { $length } characters. { $most } fit.
refused-reopening-needs-reason = Opening a term again takes a reason: write it in one sentence.

roles-command-results = Results of terms and the year
roles-command-closing = Close a term

forecast-open = 🔮 What if…
forecast-heading = 🔮 <b>{ $subject }</b>, { $period } · { $name }
forecast-now = The average is <b>{ $average }</b> now; marks: { $count }.
forecast-no-marks = No marks yet.
forecast-left = { $count ->
    [0] By the timetable no lessons are left in the term.
    [one] { $count } lesson is left in the term.
   *[other] { $count } lessons are left in the term.
}
forecast-needed = { $count ->
    [one] ⚠️ Attestation needs { $count } more mark.
   *[other] ⚠️ Attestation needs { $count } more marks.
}
forecast-not-attestable = There are not enough lessons for that: ask the teacher how to get them.
forecast-goal = For a <b>{ $mark }</b>, { $ways } will do.
forecast-or = {" "}or{" "}
forecast-way = { $count ->
    [1] one { $value }
   *[other] { $count } × { $value }
}{ $work ->
    [none] {""}
   *[other] {" "}({ $work })
}
forecast-out-of-reach = A { $mark } is out of reach this term, even with nothing but fives.
forecast-try = Tap a mark to see what comes of it. Nothing is written into the journal.
forecast-tried = With { $marks }: <b>{ $after }</b>
forecast-clear = ✕ Clear
forecast-everywhere = 🔮 <b>{ $name }</b>, { $period }
    With { $marks }:
forecast-subject = • { $subject }: { $before ->
    [none] {""}
   *[other] { $before } →{" "}
}{ $after }
forecast-after = { $average }, result <b>{ $mark }</b>
forecast-how = 🔮 Write the marks to try out: <code>/what if 5 4 кр</code>. The kind of work follows its mark, short, as in the journal.
forecast-which-child = 🔮 For whom?
roles-command-what = What if I get…

results-dynamics = 📈 How it moved
results-dynamics-caption = 📈 <b>{ $name }</b>: average mark over all subjects by month
results-dynamics-term = { $period }: { $average }
results-dynamics-nothing = Nothing to draw yet: marks of at least two months are needed.
