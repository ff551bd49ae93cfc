# Evenings: debts and results in the family's digest, exemptions in the diary, what was changed under a teacher's name.

evening-results = 🏁 <b>Results</b>
evening-result = • { $subject }, { $period }: <b>{ $value }</b>
evening-debts = 📌 <b>Works owed</b>
evening-debt = • { $subject }, { $work } ({ $day }) — { $when ->
        [today] due today
        [overdue] was due { $due }
       *[ahead] due by { $due }
    }
evening-debts-more = …and { $n } more — /marks
evening-debt-of-day = 📌 { $due ->
        [today] Due
       *[other] Owed, was due { $due }
    }: { $subject }, { $work } ({ $day })

evening-exempt-exempt = exempt{ $until ->
        [none] {""}
       *[other] {" "}until { $until }
    }
evening-exempt-individual = individual plan{ $until ->
        [none] {""}
       *[other] {" "}until { $until }
    }
evening-exempted-exempt = 📄 Exempt from { $since }{ $until ->
        [none] {""}
       *[other] {" "}to { $until }
    }{ $order ->
        [none] {""}
       *[other] , order { $order }
    }: without marks
evening-exempted-individual = 📄 Individual plan from { $since }{ $until ->
        [none] {""}
       *[other] {" "}to { $until }
    }{ $order ->
        [none] {""}
       *[other] , order { $order }
    }

evening-changed = ✏️ <b>Changed under your name today</b> — { $day }
evening-changed-line = • { $class_name }, { $subject }, { $name }: { $before ->
        [none] taken back
       *[other] { $before }
    } → { $after ->
        [none] taken back
       *[other] <b>{ $after }</b>
    } ({ $by })
evening-changed-more = …and { $n } more
