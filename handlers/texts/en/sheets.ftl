# Sheets and reports: what can be printed.

sheets-menu = 📄 Sheets
roles-command-sheets = Sheets, reports and report cards to print
sheets-hub = 📄 <b>Sheets</b>
    Each opens on the screen, with files to print (PDF) and for Excel below it.
sheets-hub-empty = 📄 <b>Sheets</b>
    There are no sheets for your role yet.

sheets-marks = 📊 Summary of marks
sheets-class-report = 📋 Class teacher’s report
sheets-cards = 🎓 Report cards of a class
sheets-teacher-report = 📘 Subject teacher’s report
sheets-card-of = 🎓 Report card: { $name }
sheets-choose-class = { $sheet ->
    [marks] 📊 <b>Summary of marks</b>
    [report] 📋 <b>Class teacher’s report</b>
   *[cards] 🎓 <b>Report cards</b>
    }
    Choose a class.
sheets-no-classes = No classes here. { $sheet ->
    [marks] The summary
    [report] The report
   *[cards] Report cards
    } of a class can be printed by its class teacher; if the class is yours, ask the journal’s administrator.
sheets-last-year = ‹ Last year
sheets-choose-teacher = 📘 <b>Subject teacher’s report</b>
    Whose?
sheets-no-teachers = No teacher with marks stands in the timetable or the load.

sheets-to-report = 📋 Class report
sheets-to-cards = 🎓 Report cards
sheets-to-marks = 📊 Summary
sheets-percent = { $value } %
sheets-figures = Success { $success } · quality { $quality } · degree { $degree } · average { $average }
sheets-left = { $name } (left { $day })
sheets-came = { $name } (since { $day })
sheets-period = { $period }, school year { $year }
sheets-more = …and { $n } more

sheets-marks-heading = 📊 <b>{ $class_name } · summary of marks · { $period }</b>
sheets-first-grade = First grades have no marks (clause 1.2).
sheets-marks-count = Pupils: { $pupils } · marks: { $marks }{ $missing ->
    [0] {""}
   *[other] {" "}· not set: { $missing }
    }
sheets-marks-none = Pupils: { $pupils }. There are no marks of this period yet.
sheets-marks-totals = Results by subject
sheets-exempt = exempt
sheets-missing = none
sheets-of-class = The class
sheets-marks-missing-of = { $subject } — { $n }
sheets-marks-missing = Not set: { $subjects }
sheets-marks-line = { $subject }: { $average } · success { $success } % · quality { $quality }
sheets-marks-caption = Summary of marks · { $class_name } · { $period }
sheets-marks-title = Summary of marks, class { $class_name }
sheets-marks-foot = Success = (5+4+3)/N, quality = (5+4)/N, degree = (100·“5” + 64·“4” + 36·“3” + 16·“2” + 7·“н/а”)/N; “1” counts as “2”, “осв.” and “зач” are not in N, “н/а” is. Who left is not counted.
sheets-class-teacher = Class teacher
sheets-pupil = Name
sheets-average = Average
sheets-success = Success, %
sheets-quality = Quality, %
sheets-degree = Degree, %
sheets-for = { $period }: in all
sheets-of-quarter = { $which ->
    [1] I
    [2] II
    [3] III
   *[4] IV
    }
sheets-of-half_year = { $which ->
    [1] I
   *[2] II
    } half
sheets-of-trimester = { $which ->
    [1] I
    [2] II
   *[3] III
    }
sheets-of-year = year
sheets-of-exam = exam
sheets-of-final = final

sheets-card-heading = 🎓 <b>{ $name }, { $class_name }</b>
    Report card, { $year }
sheets-card-empty = There are no subjects with marks yet.
sheets-card-line = { $subject }: { $marks }
sheets-card-mark = { $period } — <b>{ $mark }</b>
sheets-card-no-marks = none yet
sheets-card-missed = Lessons missed: { $lessons } (ill { $ill }, without a good reason { $unexcused })
    { $terms }
sheets-cards-heading = 🎓 <b>{ $class_name } · report cards, { $year }</b>
    Pupils: { $pupils }. All in one file, a page for each, or one pupil’s card.
sheets-cards-pdf = 🖨 All (PDF)
sheets-cards-xlsx = 📗 All (Excel)
sheets-card-title = Report card
sheets-card-under = Pupil of class { $class_name }, school year { $year }
sheets-card-caption = Report card · { $name }, { $class_name } · { $year }
sheets-cards-caption = Report cards · { $class_name } · { $year } · pupils: { $pupils }
sheets-subject = Subject
sheets-card-missed-title = Lessons missed
sheets-missed-lessons = in all
sheets-missed-days = days
sheets-missed-ill = ill
sheets-missed-excused = for a good reason
sheets-missed-unexcused = without a good reason
sheets-missed-unknown = no reason given
sheets-missed-late = late
sheets-card-parent = Signature of the pupil’s parents (legal guardians) for the term

sheets-teacher-heading = 📘 <b>{ $name } · teacher’s report · { $period }</b>
sheets-teacher-line = <b>{ $course }</b>{ $own ->
    [empty] {""}
   *[other] {" "}({ $own })
    }: { $said }
sheets-course = { $class_name }, { $subject }
sheets-subgroup = { $class_name } (group { $group }), { $subject }
sheets-teacher-figures = average { $average }, success { $success } %, quality { $quality }
sheets-teacher-no-marks = no marks yet
sheets-teacher-lessons = lessons { $given } of { $planned }
sheets-teacher-works = written works { $n }
sheets-teacher-unmarked = without a mark { $n }
sheets-teacher-title = Subject teacher’s report
sheets-teacher-caption = Teacher’s report · { $name } · { $period }
sheets-teacher = Teacher
sheets-marks-set = Marks
sheets-lessons = Lessons
sheets-planned = planned
sheets-given = given
sheets-class-subject = Class, subject
sheets-pupils = Pupils
sheets-works = Written works
sheets-work = { $kind } — { $n }
sheets-unmarked = Without a mark or “н/а”
sheets-unmarked-all = not set yet
sheets-total = In all

sheets-report-heading = 📋 <b>{ $class_name } · class teacher’s report · { $period }</b>
sheets-report-movement = Pupils: at the beginning { $start }, came { $came }, left { $left }, at the end { $end }
sheets-report-no-marks = There are no marks of this period yet.
sheets-by-pupils = By pupils: without “2” { $success }, with “4” and “5” only { $quality }
sheets-report-list = <b>{ $group }</b>, { $n }: { $names }
sheets-report-count = <b>{ $group }</b>: { $n }
sheets-group-excellent = “5” in everything
sheets-group-good = “4” and “5”
sheets-group-one-four = One “4”
sheets-group-one-three = One “3”
sheets-group-failing = With “2”
sheets-group-not-attested = Not attested
sheets-group-incomplete = Not all marks are set
sheets-report-missed = Lessons missed: { $lessons } (ill { $ill }, for a good reason { $excused }, without one { $unexcused }, no reason given { $unknown })
sheets-report-worst = The most: { $names }
sheets-report-families = Families: guardians of { $reached } of { $pupils } pupils have come in, pupils themselves: { $pupils_in }; consents: { $agreed } of { $guardians } guardians
sheets-report-caption = Class teacher’s report · { $class_name } · { $period }
sheets-report-title = Class teacher’s report, class { $class_name }
sheets-report-summary = Summary
sheets-days = { $first } – { $last }
sheets-what = What
sheets-many = How many
sheets-who = Who
sheets-report-pupils = Movement of pupils
sheets-report-start = At the beginning
sheets-report-came = Came
sheets-report-left = Left
sheets-report-end = At the end
sheets-report-results = Results by pupils
sheets-success-by-pupils = Without “2” and “н/а”
sheets-quality-by-pupils = With “4” and “5” only
sheets-report-of-families = Families in the journal
sheets-report-reached = Pupils whose guardians have come in
sheets-report-guardians-in = Guardians who have come in
sheets-report-pupils-in = Pupils who have come in
sheets-report-agreed = Consents to the processing of data
sheets-part = { $part } of { $whole }
