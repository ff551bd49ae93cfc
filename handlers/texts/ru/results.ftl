# Итоги четвертей, полугодий и года: выставление, закрытие, «Как посчитано?», прогноз.

results-menu = 🏁 Итоги
results-menu-closing = 🔒 Закрытие четверти
results-period-quarter = { $number }-я четверть
results-period-half_year = { $number }-е полугодие
results-period-trimester = { $number }-й триместр
results-period-year = Год
results-period-exam = Экзамен
results-period-final = Итоговая
results-short-quarter = { $number } четв.
results-short-half_year = { $number } полуг.
results-short-trimester = { $number } трим.
results-short-year = Год
results-short-exam = Экзамен
results-short-final = Итог

results-choose = 🏁 <b>Итоги</b>
    Выберите класс и предмет.
results-no-courses = 🏁 Ваших предметов нет ни в расписании, ни в нагрузке. Если так быть не должно — спросите администратора журнала.
results-to-last-year = 🗄 Прошлый год
results-choose-last-year = 🗄 <b>Итоги прошлого года</b>
    Выберите класс и предмет.
results-no-courses-last-year = 🗄 Ваших предметов в прошлом учебном году не было. Итоги того года может открыть завуч.
results-class = 🏁 <b>Итоги, { $class_name }</b>
    Выберите предмет.
results-class-empty = В этом классе пока нет предметов с отметками.
results-heading = 🏁 <b>{ $subject } · { $class_name }</b>
    { $period }
results-closed = 🔒 Период закрыт завучем: изменить итоги можно после открытия.
results-past = 🗄 Прошлый учебный год: итоги можно смотреть, но не менять.
results-not-begun = Период ещё не начался: итоги можно будет ставить с его первого дня.
results-too-few = ⚠️ { $count ->
    [one] У { $count } ученика
    [few] У { $count } учеников
   *[many] У { $count } учеников
} отметок меньше, чем нужно для аттестации ({ $fewest }).
results-how = «✓» ставит предложенную отметку, имя открывает другие. В скобках — сколько текущих отметок.
results-nobody = Учеников здесь пока нет.
results-accept-all = ✅ Принять все предложенные: { $count }
results-accepted = { $count ->
    [0] Всё уже выставлено
    [one] Выставлена { $count } отметка
    [few] Выставлено { $count } отметки
   *[many] Выставлено { $count } отметок
}
results-set-toast = Итог: { $value }
results-taken-back = Итог снят
results-take-back = ✕ убрать
results-explain = 🧮 Как посчитано?
results-ask-reason = <b>{ $name }</b>: вы ставите <b>{ $value }</b>, { $proposed ->
    [none] а по отметкам итог пока не выходит.
   *[other] а по отметкам выходит { $proposed }.
}
    Напишите причину одной фразой — она останется рядом с отметкой.

results-explained = 🧮 <b>{ $subject }</b>, { $period }
    { $name }
results-rule-marks = Итог — округлённый средний балл текущих отметок.
results-rule-credits = Итог — «зач», если зачтённых работ больше, чем незачтённых.
results-rule-terms = Годовая — среднее отметок за периоды года, округлённое по границам школы.
results-rule-year-and-exam = Итоговая — среднее годовой и экзаменационной, округлённое по правилам математики; без экзамена — годовая.
results-rule-exam = Отметку за экзамен ставят по его результату: из текущих она не считается.
results-sum = { $formula }
results-few = ⚠️ Отметок { $count }, для аттестации нужно { $fewest }: итог пока не предлагается.
results-lacking = Ещё нет: { $periods }.
results-proposed = Выходит <b>{ $value }</b> (5 — от { $five }, 4 — от { $four }, 3 — от { $three }).
results-proposed-word = Выходит <b>{ $value }</b>.
results-omitted = Не учтено ({ $count }):
results-omitted-word = • { $value } — { $work }, { $day }: слово, не балл
results-omitted-retaken = • <s>{ $value }</s> — { $work }, { $day }: работа пересдана
results-omitted-taken-back = • <s>{ $value }</s> — { $work }, { $day }: отметка отменена
results-set = Выставлено: <b>{ $value }</b>
results-not-set = Итог ещё не выставлен.
results-reason = Отличается от расчёта. Причина: { $reason }
results-disputed = После этого отметки изменились: по ним выходит другой итог.
results-rules-version = <i>{ $version ->
    [0] Правила школы: обычные
   *[other] Правила школы: изменение № { $version }
}</i>

results-card = 🎓 Табель
results-of-pupil = 🏁 <b>{ $name }</b>, { $class_name } · { $period }
results-pupil-line = • { $subject }: { $said }
results-so-far = сейчас { $average }{ $proposed ->
    [none] {""}
   *[other] {" "}→ { $proposed }
}
results-nothing-yet = отметок пока нет
results-none-of-pupil = Предметов с отметками пока нет.
results-tap-subject = Нажмите предмет — покажу, как посчитано.
results-open = 🏁 Итоги

result-told = 🏁 <b>{ $own ->
    [true] Ваш итог
   *[false] { $name }
}</b>: { $subject } — <b>{ $value }</b>
    { $period }
result-corrected = ✏️ <b>{ $own ->
    [true] Ваш итог
   *[false] { $name }
}</b>: { $subject }, { $period }
    исправлено: { $before } → <b>{ $value }</b>
result-cancelled = ✏️ <b>{ $own ->
    [true] Ваш итог
   *[false] { $name }
}</b>: { $subject }, { $period }
    отметка{ $before ->
        [none] {""}
       *[other] {" "}{ $before }
    } снята

closing-classes = 🔒 <b>Закрытие периода</b>
    🔒 — закрыт, ✅ — всё выставлено, число — скольких итогов не хватает.
closing-no-classes = Периоды учебного года ещё не начались.
closing-heading = { $closed ->
    [true] 🔒
   *[false] 🔓
} <b>{ $class_name }</b>, { $period }
closing-missing = Не выставлено: { $count }
closing-complete = Все итоги выставлены.
closing-line = • { $subject } ({ $teachers }): { $count }
closing-line-named = • { $subject } ({ $teachers }): { $count } — { $names }
closing-more = … и ещё предметов: { $count }
closing-with-year = Период закрыт вместе с годом. Чтобы открыть его, сначала откройте год.
closing-year = год
closing-close = 🔒 Закрыть
closing-close-anyway = 🔒 Закрыть, хотя не всё выставлено
closing-reopen = 🔓 Открыть снова
closing-closed-toast = 🔒 Закрыто
closing-closed-by = 🔒 Закрыл(а) { $name }, { $day }
closing-reopened = 🔓 Открыто снова { $day }: { $reason }
closing-ask-reason = 🔓 <b>{ $class_name }</b>, { $period }: напишите, зачем открыть период снова. Причина останется в журнале изменений.

refused-year-is-closed = 🔒 { $class_name }: год закрыт, а с ним и его периоды. Сначала откройте год.
refused-term-closed = 🔒 { $class_name }: период закрыт завучем, поэтому итоги и отметки в нём не меняются. Попросите завуча открыть его — причина сохранится.
refused-result-of-closed-year = 🗄 { $class_name }: это итоги прошлого учебного года. Год закрыт: их можно смотреть, но не менять.
refused-term-not-begun = { $class_name }: период ещё не начался, итоги можно ставить с его первого дня.
refused-result-needs-reason = Отметка { $value } не следует из текущих: по ним выходит { $proposed }. Откройте имя ученика и напишите причину.
refused-result-reason-too-long = Причина длинновата. Знаков в ней: { $length }, поместится { $most }.
refused-reopening-needs-reason = Чтобы открыть период снова, нужна причина: напишите её одной фразой.

roles-command-results = Итоги четвертей и года
roles-command-closing = Закрыть четверть

forecast-open = 🔮 Что будет, если…
forecast-heading = 🔮 <b>{ $subject }</b>, { $period } · { $name }
forecast-now = Сейчас средний балл <b>{ $average }</b>, отметок: { $count }.
forecast-no-marks = Отметок пока нет.
forecast-left = { $count ->
    [0] Уроков до конца периода по расписанию больше нет.
    [one] До конца периода { $count } урок.
    [few] До конца периода { $count } урока.
   *[many] До конца периода { $count } уроков.
}
forecast-needed = { $count ->
    [one] ⚠️ Для аттестации нужна ещё { $count } отметка.
    [few] ⚠️ Для аттестации нужны ещё { $count } отметки.
   *[many] ⚠️ Для аттестации нужно ещё { $count } отметок.
}
forecast-not-attestable = Уроков для этого не хватает: поговорите с учителем, как добрать отметки.
forecast-goal = Для <b>{ $mark }</b> хватит { $ways }.
forecast-or = {" "}или{" "}
forecast-way = { $count ->
    [1] одной
    [2] двух
    [3] трёх
    [4] четырёх
    [5] пяти
    [one] { $count } отметки
    [few] { $count } отметок
   *[many] { $count } отметок
} { $value }{ $work ->
    [none] {""}
   *[other] {" "}({ $work })
}
forecast-out-of-reach = { $mark } в этом периоде уже не выйдет, даже если получать одни пятёрки.
forecast-try = Нажмите отметку — покажу, что получится. В журнал ничего не пишется.
forecast-tried = Если получить { $marks }: { $after }
forecast-clear = ✕ Сбросить
forecast-everywhere = 🔮 <b>{ $name }</b>, { $period }
    Если получить { $marks }:
forecast-subject = • { $subject }: { $before ->
    [none] {""}
   *[other] { $before } →{" "}
}{ $after }
forecast-after = { $average }, итог <b>{ $mark }</b>
forecast-how = 🔮 Напишите отметки, которые хотите примерить: <code>/what if 5 4 кр</code>. Вид работы — после отметки, коротко, как в журнале.
forecast-which-child = 🔮 Для кого примерить?
roles-command-what = Что будет, если получить…

results-dynamics = 📈 Динамика
results-dynamics-caption = 📈 <b>{ $name }</b>: средний балл по всем предметам по месяцам
results-dynamics-term = { $period }: { $average }
results-dynamics-nothing = Рисовать пока нечего: нужны отметки хотя бы двух месяцев.
