# Вечер: долги и итоги в сводке семьи, освобождения в дневнике, что изменили под именем учителя.

evening-results = 🏁 <b>Итоги</b>
evening-result = • { $subject }, { $period }: <b>{ $value }</b>
evening-debts = 📌 <b>Долги</b>
evening-debt = • { $subject }, { $work } ({ $day }) — { $when ->
        [today] срок сегодня
        [overdue] срок был { $due }
       *[ahead] до { $due }
    }
evening-debts-more = …и ещё { $n } — /marks
evening-debt-of-day = 📌 { $due ->
        [today] Сдать
       *[other] Долг, срок был { $due }
    }: { $subject }, { $work } ({ $day })

evening-exempt-exempt = освобождение{ $until ->
        [none] {""}
       *[other] {" "}до { $until }
    }
evening-exempt-individual = индивидуальный план{ $until ->
        [none] {""}
       *[other] {" "}до { $until }
    }
evening-exempted-exempt = 📄 Освобождение с { $since }{ $until ->
        [none] {""}
       *[other] {" "}по { $until }
    }{ $order ->
        [none] {""}
       *[other] , приказ { $order }
    }: без отметок
evening-exempted-individual = 📄 Индивидуальный план с { $since }{ $until ->
        [none] {""}
       *[other] {" "}по { $until }
    }{ $order ->
        [none] {""}
       *[other] , приказ { $order }
    }

evening-changed = ✏️ <b>За день под вашим именем изменили</b> — { $day }
evening-changed-line = • { $class_name }, { $subject }, { $name }: { $before ->
        [none] снята
       *[other] { $before }
    } → { $after ->
        [none] снята
       *[other] <b>{ $after }</b>
    } ({ $by })
evening-changed-more = …и ещё { $n }
