# Results of many: success, quality, SOU, lists, comparison, who is at risk (3.3.6, 3.6.3).

roles-command-analysis = Results analysed: success, quality, lists, who is at risk
analysis-menu = 🎓 Results analysed
analysis-school = Whole school
analysis-grade = Grade { $grade }
analysis-all-mine = 👩‍🏫 All my subjects
analysis-and = { " and " }
analysis-set = { $period }
analysis-forecast = { $period }: forecast by current marks
analysis-of-last-year = { $period }, last school year
analysis-heading = 🎓 <b>{ $whose }</b>
    { $how }
analysis-nothing = 🎓 Nothing to show yet: your classes have no marks. First grades are not given any.

analysis-success = Success rate — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-quality = Quality — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-degree = SOU — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-average = Average mark — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-counted = Marks counted: { $total } (not attested: { $na }), pupils: { $pupils }.
analysis-left-out = Not counted: { $parts }.
analysis-unmarked = without marks — { $count }
analysis-unset = { $current ->
    [true] Without a single mark: { $courses } ({ $count } in all).
   *[other] Without a single result: { $courses } ({ $count } in all).
}
analysis-missing = not set — { $count }
analysis-exempt = exempt — { $count }
analysis-passed = pass and fail — { $count }
analysis-arrows = ▲ ▼ — against the period before ({ $period }), in points.
analysis-last-term = { $period }: success rate { $success }, quality { $quality }.
analysis-year-ago = A year ago ({ $formerly ->
    [none] { $period }
   *[other] { $formerly }, { $period }
}): success rate { $success }, quality { $quality }.
analysis-lists-are = 👥 { $lists }

analysis-group-e = only “5”: { $count }
analysis-group-g = “4” and “5”: { $count }
analysis-group-f = one “4”: { $count }
analysis-group-h = one “3”: { $count }
analysis-group-x = failing: { $count }
analysis-group-n = not attested: { $count }
analysis-group-i = not all marks: { $count }
analysis-group-5 = “5”: { $count }
analysis-group-4 = “4”: { $count }
analysis-group-3 = “3”: { $count }
analysis-group-2 = “2” and fail: { $count }

analysis-lists = 👥 Lists
analysis-risks = ⚠️ At risk
analysis-by-class = 🏫 By class
analysis-by-subject = 📚 By subject
analysis-by-teacher = 👩‍🏫 By teacher
analysis-by-grade = 🪜 By grade
analysis-explain = 🧮 How is it counted?
analysis-unfollowed = ⚖️ Not by marks
analysis-picture = 🖼 Chart
analysis-xlsx = XLSX
analysis-pdf = PDF
analysis-sheet = 🏁 Set results
analysis-choose-other = 🔎 Choose another
analysis-by-current = 📈 Forecast now
analysis-by-current-short = forecast
analysis-last-year = 🗄 Last year
analysis-choose = 🎓 <b>Whose results?</b>

analysis-split-line = <b>{ $name }</b> — success { $success }, quality { $quality }{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}, SOU { $degree }, av. { $average }{ $missing ->
    [0] { "" }
   *[other] { $current ->
        [true] , without marks { $missing }
       *[other] , not set { $missing }
    }
}
analysis-split-key = In brackets: how the quality moved since the period before, in points.
analysis-split-empty = Nothing yet.
analysis-lists-whole = Only “5”, “4” and “5”, one “4” and one “3” are by all subjects of a pupil, only of those who have them all. One “4” is among “4” and “5”. “Not all marks” stand apart.
analysis-lists-so-far = A forecast by the subjects that have current marks. “Not all marks”: who has none at all.
analysis-lists-by-mark = Pupils by their marks in this subject. “1” stands with “2”.
analysis-list = 👥 <b>{ $name }</b>
analysis-risk-list = <b>{ $name }</b>
analysis-list-empty = Nobody.
analysis-pupil = { $place }. { $name }, { $class_name }{ $subjects ->
    [none] { "" }
   *[other] {" "}— { $subjects }
}
analysis-more = and { $count } more

analysis-unfollowed-heading = ⚖️ <b>{ $whose }</b>: results that do not follow from the marks — { $count }
    { $how }
analysis-unfollowed-none = All results follow from the marks ✅
analysis-unfollowed-line = { $name }, { $class_name } — { $subject }: <b>{ $value }</b>
    { $why }
analysis-follows = { $proposed ->
    [none] { $few ->
        [true] { $count } marks of { $fewest } needed
       *[other] no result by the marks yet
    }
   *[other] by the marks { $proposed }
}{ $average ->
    [none] { "" }
   *[other] {" "}(average { $average })
}
analysis-reason = reason: “{ $reason }”
analysis-changed-since = no reason: the marks changed after it was set

analysis-risks-heading = ⚠️ <b>{ $whose }</b>: at risk { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
}
analysis-risks-how = By the running period and the last { $days } days: a forecast below the last result, three “2” in a row as the newest marks, 30 % or more missed of the lessons with a roll call, three school days in a row without any lesson.
analysis-risk-b = 📉 Below the last result: { $count }
analysis-risk-t = 2️⃣ Three “2” in a row: { $count }
analysis-risk-m = 🚪 30 % or more missed: { $count }
analysis-risk-d = 🗓 Days in a row: { $count }
analysis-why-below = { $subject }: was { $before }, comes to { $likely } ({ $average })
analysis-why-twos = { $subject }: “2” in a row — { $count }, the last on { $day }
analysis-why-missed = { $subject ->
    [none] missed { $missed } of { $lessons }
   *[other] { $subject }: missed { $missed } of { $lessons }
}
analysis-why-days = { $count ->
    [one] { $count } day in a row
   *[other] { $count } days in a row
}: { $first } – { $last }

analysis-how-heading = 🧮 How it is counted
analysis-how-counts = “5” — { $n5 }, “4” — { $n4 }, “3” — { $n3 }, “2” — { $n2 }, not attested — { $na }. In all N = { $total }.
analysis-how-nothing = Nothing to count yet.
analysis-how-success = Success rate = (“5” + “4” + “3”) / N = ({ $n5 } + { $n4 } + { $n3 }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-quality = Quality = (“5” + “4”) / N = ({ $n5 } + { $n4 }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-degree = SOU = (100·{ $n5 } + 64·{ $n4 } + 36·{ $n3 } + 16·{ $n2 } + 7·{ $na }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-average = Average mark = (5·{ $n5 } + 4·{ $n4 } + 3·{ $n3 } + 2·{ $n2 }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-left-out = Not in N: exempt — { $exempt }, pass — { $passed }, fail — { $failed }, not set — { $missing }.
analysis-how-who = A pupil counts in the class of the period's last day (or of today while it runs); who had left before does not count. “1” counts with “2”, “not attested” is in N and not in the average.
analysis-how-current = Forecast: the average of current marks by the school's weights, rounded by its rules, however few marks there are.
analysis-how-before = <b>To compare</b>: { $period }{ $formerly ->
    [none] { "" }
   *[other] , then { $formerly }: results of the same pupils
}
analysis-how-compared = Compared are { $total } marks of the classes that have a period before.

analysis-picture-classes = Quality, %
analysis-picture-terms = Results by period, %
analysis-picture-success = Success rate
analysis-picture-quality = Quality
analysis-picture-caption = 🖼 <b>{ $whose }</b>
    { $how }
analysis-picture-nothing = Nothing to draw yet: there are no results.

analysis-file-caption = 🎓 { $whose }: { $how }
analysis-file-name = results
analysis-sheet-title = Results: { $whose }
analysis-sheet-pupils = Lists of pupils
analysis-column-figure = Figure
analysis-column-now = Value
analysis-column-before = Period before
analysis-column-year-ago = A year ago
analysis-column-name = Class, subject
analysis-column-success = Success, %
analysis-column-quality = Quality, %
analysis-column-degree = SOU, %
analysis-column-average = Average
analysis-column-na = Not att.
analysis-column-missing = Not set
analysis-column-pupil = Pupil
analysis-column-class = Class
analysis-column-subjects = Subjects
analysis-figure-success = Success rate, %
analysis-figure-quality = Quality, %
analysis-figure-degree = SOU, %
analysis-figure-average = Average mark
analysis-figure-total = Marks counted (N)
analysis-figure-na = of them not attested
analysis-figure-missing = Not set
analysis-sheet-signature = Deputy director
