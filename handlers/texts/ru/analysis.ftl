# Итоги многих: успеваемость, качество, СОУ, списки, сравнение, кто в зоне риска (3.3.6, 3.6.3).

roles-command-analysis = Анализ итогов: успеваемость, качество, списки, зона риска
analysis-menu = 🎓 Анализ итогов
analysis-school = Вся школа
analysis-grade = { $grade }-е классы
analysis-all-mine = 👩‍🏫 Все мои предметы
analysis-and = { " и " }
analysis-set = { $period }
analysis-forecast = { $period }: прогноз по текущим отметкам
analysis-of-last-year = { $period }, прошлый учебный год
analysis-heading = 🎓 <b>{ $whose }</b>
    { $how }
analysis-nothing = 🎓 Пока нечего показать: у ваших классов нет отметок. В первых классах их не ставят.

analysis-success = Успеваемость — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-quality = Качество — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-degree = СОУ — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-average = Средний балл — <b>{ $value }</b>{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}
analysis-counted = Учтено отметок: { $total } (из них н/а: { $na }), учеников: { $pupils }.
analysis-left-out = Не учтено: { $parts }.
analysis-unmarked = без отметок — { $count }
analysis-unset = { $current ->
    [true] Без единой отметки: { $courses } (всего { $count }).
   *[other] Без единого итога: { $courses } (всего { $count }).
}
analysis-missing = не выставлено — { $count }
analysis-exempt = осв. — { $count }
analysis-passed = зач и незач — { $count }
analysis-arrows = ▲ ▼ — к прошлому периоду ({ $period }), в пунктах.
analysis-last-term = { $period }: успеваемость { $success }, качество { $quality }.
analysis-year-ago = Год назад ({ $formerly ->
    [none] { $period }
   *[other] { $formerly }, { $period }
}): успеваемость { $success }, качество { $quality }.
analysis-lists-are = 👥 { $lists }

analysis-group-e = отличники: { $count }
analysis-group-g = хорошисты: { $count }
analysis-group-f = с одной «4»: { $count }
analysis-group-h = с одной «3»: { $count }
analysis-group-x = неуспевающие: { $count }
analysis-group-n = н/а: { $count }
analysis-group-i = не все отметки: { $count }
analysis-group-5 = «5»: { $count }
analysis-group-4 = «4»: { $count }
analysis-group-3 = «3»: { $count }
analysis-group-2 = «2» и незач: { $count }

analysis-lists = 👥 Списки
analysis-risks = ⚠️ Зона риска
analysis-by-class = 🏫 По классам
analysis-by-subject = 📚 По предметам
analysis-by-teacher = 👩‍🏫 По учителям
analysis-by-grade = 🪜 По параллелям
analysis-explain = 🧮 Как посчитано?
analysis-unfollowed = ⚖️ Не по отметкам
analysis-picture = 🖼 Диаграмма
analysis-xlsx = XLSX
analysis-pdf = PDF
analysis-sheet = 🏁 Выставить итоги
analysis-choose-other = 🔎 Другой выбор
analysis-by-current = 📈 Прогноз сейчас
analysis-by-current-short = прогноз
analysis-last-year = 🗄 Прошлый год
analysis-choose = 🎓 <b>Чьи итоги показать?</b>

analysis-split-line = <b>{ $name }</b> — усп. { $success }, кач. { $quality }{ $moved ->
    [none] { "" }
   *[other] {" "}({ $moved })
}, СОУ { $degree }, ср. { $average }{ $missing ->
    [0] { "" }
   *[other] { $current ->
        [true] , без отметок { $missing }
       *[other] , не выставлено { $missing }
    }
}
analysis-split-key = В скобках — как изменилось качество к прошлому периоду, в пунктах.
analysis-split-empty = Пока пусто.
analysis-lists-whole = Отличники, хорошисты, с одной «4» и с одной «3» — по всем предметам ученика, только у кого выставлено всё. С одной «4» — среди хорошистов. «Не все отметки» — отдельно.
analysis-lists-so-far = Прогноз по предметам, где текущие отметки уже есть. «Не все отметки» — у кого их нет совсем.
analysis-lists-by-mark = Ученики по отметкам этого предмета. «1» — вместе с «2».
analysis-list = 👥 <b>{ $name }</b>
analysis-risk-list = <b>{ $name }</b>
analysis-list-empty = Никого.
analysis-pupil = { $place }. { $name }, { $class_name }{ $subjects ->
    [none] { "" }
   *[other] {" "}— { $subjects }
}
analysis-more = и ещё { $count }

analysis-unfollowed-heading = ⚖️ <b>{ $whose }</b>: итог не следует из отметок — { $count }
    { $how }
analysis-unfollowed-none = Все итоги следуют из отметок ✅
analysis-unfollowed-line = { $name }, { $class_name } — { $subject }: <b>{ $value }</b>
    { $why }
analysis-follows = { $proposed ->
    [none] { $few ->
        [true] отметок { $count } из { $fewest } нужных
       *[other] по отметкам итога пока нет
    }
   *[other] по отметкам { $proposed }
}{ $average ->
    [none] { "" }
   *[other] {" "}(средний { $average })
}
analysis-reason = причина: «{ $reason }»
analysis-changed-since = без причины: отметки изменились после выставления

analysis-risks-heading = ⚠️ <b>{ $whose }</b>: в зоне риска { $count ->
    [one] { $count } ученик
    [few] { $count } ученика
   *[many] { $count } учеников
}
analysis-risks-how = По текущему периоду и последним { $days ->
        [one] { $days } дню
        [few] { $days } дням
       *[many] { $days } дням
    }: прогноз ниже прошлого итога, три «2» подряд последними, пропущено от 30 % уроков с перекличкой, три учебных дня подряд без единого урока.
analysis-risk-b = 📉 Ниже прошлого итога: { $count }
analysis-risk-t = 2️⃣ Три «2» подряд: { $count }
analysis-risk-m = 🚪 Пропущено от 30 %: { $count }
analysis-risk-d = 🗓 Дни подряд: { $count }
analysis-why-below = { $subject }: было { $before }, выходит { $likely } ({ $average })
analysis-why-twos = { $subject }: «2» подряд — { $count }, последняя { $day }
analysis-why-missed = { $subject ->
    [none] пропущено { $missed } из { $lessons }
   *[other] { $subject }: пропущено { $missed } из { $lessons }
}
analysis-why-days = { $count ->
    [one] { $count } день подряд
    [few] { $count } дня подряд
   *[many] { $count } дней подряд
}: { $first } – { $last }

analysis-how-heading = 🧮 Как посчитано
analysis-how-counts = «5» — { $n5 }, «4» — { $n4 }, «3» — { $n3 }, «2» — { $n2 }, н/а — { $na }. Всего N = { $total }.
analysis-how-nothing = Считать пока нечего.
analysis-how-success = Успеваемость = («5» + «4» + «3») / N = ({ $n5 } + { $n4 } + { $n3 }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-quality = Качество = («5» + «4») / N = ({ $n5 } + { $n4 }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-degree = СОУ = (100·{ $n5 } + 64·{ $n4 } + 36·{ $n3 } + 16·{ $n2 } + 7·{ $na }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-average = Средний балл = (5·{ $n5 } + 4·{ $n4 } + 3·{ $n3 } + 2·{ $n2 }) / { $total } = { $part } / { $total } = <b>{ $value }</b>
analysis-how-left-out = Не входят в N: осв. — { $exempt }, зач — { $passed }, незач — { $failed }, не выставлено — { $missing }.
analysis-how-who = Ученик считается в том классе, где учился в последний день периода (или сейчас, если период идёт); выбывшие раньше не считаются. «1» считается вместе с «2», «н/а» — в N, но не в среднем балле.
analysis-how-current = Прогноз: средний балл текущих отметок по весам школы, округлённый по её правилам, сколько бы отметок ни было.
analysis-how-before = <b>Для сравнения</b>: { $period }{ $formerly ->
    [none] { "" }
   *[other] , тогда { $formerly }: итоги этих же учеников
}
analysis-how-compared = Сравниваются { $total } отметок классов, у которых прошлый период есть.

analysis-picture-classes = Качество, %
analysis-picture-terms = Итоги по периодам, %
analysis-picture-success = Успеваемость
analysis-picture-quality = Качество
analysis-picture-caption = 🖼 <b>{ $whose }</b>
    { $how }
analysis-picture-nothing = Рисовать пока нечего: итогов ещё нет.

analysis-file-caption = 🎓 { $whose }: { $how }
analysis-file-name = itogi
analysis-sheet-title = Итоги: { $whose }
analysis-sheet-pupils = Списки учеников
analysis-column-figure = Показатель
analysis-column-now = Значение
analysis-column-before = Прошлый период
analysis-column-year-ago = Год назад
analysis-column-name = Класс, предмет
analysis-column-success = Усп., %
analysis-column-quality = Кач., %
analysis-column-degree = СОУ, %
analysis-column-average = Ср. балл
analysis-column-na = н/а
analysis-column-missing = Не выст.
analysis-column-pupil = Ученик
analysis-column-class = Класс
analysis-column-subjects = Предметы
analysis-figure-success = Успеваемость, %
analysis-figure-quality = Качество, %
analysis-figure-degree = СОУ, %
analysis-figure-average = Средний балл
analysis-figure-total = Учтено отметок (N)
analysis-figure-na = в том числе н/а
analysis-figure-missing = Не выставлено
analysis-sheet-signature = Заместитель директора
