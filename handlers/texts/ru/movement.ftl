# Движение учеников, списки классов, переход на новый учебный год.

movement-menu = 🎒 Движение
roles-command-movement = Движение: прибыл, переведён, выбыл; списки классов
movement-home = { $n ->
    [0] 🎒 <b>Движение учеников</b>
    [one] 🎒 <b>Движение учеников</b>
        Решения ждёт { $n } предложение:
    [few] 🎒 <b>Движение учеников</b>
        Решения ждут { $n } предложения:
   *[many] 🎒 <b>Движение учеников</b>
        Решения ждут { $n } предложений:
}
movement-enrolled = ➕ Прибыл
movement-moved = 🔁 Переведён
movement-left = ➖ Выбыл
movement-report = 📊 Отчёт
movement-lists = 📋 Списки классов
movement-class = Из какого класса ученик? Нажмите или напишите фамилию, можно с классом: <i>7А Петрова</i>.
movement-class-to = В какой класс прибыл ученик?
movement-pupil = Кто это? Нажмите или напишите фамилию.
movement-found-none = Никого с таким именем не нашлось. Напишите фамилию ещё раз, можно с классом: <i>7А Петрова</i>.
movement-found = Кто из них?
movement-no-pupils = В этом классе учеников пока нет.
movement-to = <b>{ $name }</b>, { $class_name }. В какой класс переходит?
movement-ask-moved =
    🔁 <b>{ $name }</b>, { $from } → { $to }
    С какого дня и по какому приказу? Напишите, например: <i>01.12 приказ 45-у</i>. Без номера — нажмите день.
movement-ask-left =
    ➖ <b>{ $name }</b>, { $from }: выбытие
    Какой день в школе последний и по какому приказу? Напишите, например: <i>30.11 приказ 45-у</i>. Без номера — нажмите день.
movement-ask-expelled =
    ➖ <b>{ $name }</b>, { $from }: отчисление
    Какой день в школе последний и по какому приказу? Напишите, например: <i>30.11 приказ 45-у</i>. Без номера — нажмите день.
movement-ask-graduated =
    🎓 <b>{ $name }</b>, { $from }: окончание школы
    Какой день в школе последний и по какому приказу? Напишите, например: <i>30.06 приказ 45-у</i>. Без номера — нажмите день.
movement-instead-left = Это выбытие
movement-instead-expelled = Это отчисление
movement-instead-graduated = Это окончание школы
movement-ask-newcomer =
    ➕ Новый ученик в { $class_name }
    Напишите фамилию, имя, отчество и дату рождения. Можно добавить первый день и приказ:
    <i>Петров Иван Ильич 12.03.2014 с 01.12 приказ 45-у</i>. Без дня — с сегодняшнего.
movement-what-enrolled = ➕ <b>{ $name }</b> → { $to }, с { $day }{ $order }
movement-what-moved = 🔁 <b>{ $name }</b>, { $from } → { $to }, с { $day }{ $order }
movement-what-left = ➖ <b>{ $name }</b>, { $from }: выбытие, последний день { $day }{ $order }
movement-what-expelled = ➖ <b>{ $name }</b>, { $from }: отчисление, последний день { $day }{ $order }
movement-what-graduated = 🎓 <b>{ $name }</b>, { $from }: окончание школы, последний день { $day }{ $order }
movement-order = , приказ { $order }
movement-born = Дата рождения: { $day }
movement-by = Предложение: { $name }
movement-entered = ✅ Внесено. Отметки и пропуски остаются в дневнике.
movement-sent = 📨 Предложение ушло в канцелярию. Ответ придёт сюда.
movement-state-accepted = ✅ Принято: { $by }
movement-state-declined =
    ✖️ Отклонено: { $by }
    Причина: { $why }
movement-state-withdrawn = ↩️ Отменено: { $by }
movement-accept = ✅ Принять
movement-decline = ✖️ Отклонить
movement-ask-why = Напишите одной строкой, почему отклоняете: это увидит классный руководитель.
movement-undo = ↩️ Отменить
movement-withdraw = ↩️ Отозвать
movement-more = 🎒 Движение
movement-decided = Решено
movement-decided-before = Решение уже принято
movement-undone = Отменено
movement-namesakes = ⚠️ Такой ученик школе уже известен: имя и дата рождения совпадают. Это он же?
movement-same = Да: { $name } · { $class_name }
movement-other = Нет, другой ребёнок
movement-line-waiting = ⏳ { $what }
movement-short-enrolled = { $name } → { $to }
movement-short-moved = { $name }: { $from } → { $to }
movement-short-left = { $name }, { $from }: выбытие
movement-short-expelled = { $name }, { $from }: отчисление
movement-short-graduated = { $name }, { $from }: окончание школы

movement-report-heading = 📊 <b>Движение</b>: { $first } — { $last }
movement-report-on = 📊 <b>Учеников на { $day }</b>
movement-report-line = <b>{ $name }</b>: { $start } → { $end }{ $changes }
movement-report-count = <b>{ $name }</b>: { $n }
movement-report-total = <b>Всего</b>: { $start } → { $end }{ $changes }
movement-report-total-on = <b>Всего</b>: { $n }
movement-report-came = прибыло { $n }
movement-report-left = выбыло { $n }
movement-report-moved-in = из других классов { $n }
movement-report-moved-out = в другие классы { $n }
movement-report-quiet = Классов без перемен: { $n }
movement-report-hint = Сколько было на другой день — напишите: <i>/movement 15.10</i>
movement-period-month = Месяц
movement-period-term = Четверть
movement-period-year = Год
movement-take = 📄 Файл XLSX
movement-print = 🖨 PDF
movement-paper-title = Движение учащихся: прибывшие и выбывшие
movement-paper-days = С { $first } по { $last }
movement-paper-signed = Директор
movement-file = 📄 Движение: { $first } — { $last }
movement-sheet-classes = По классам
movement-sheet-events = Поимённо
movement-column-class = Класс
movement-column-start = На начало
movement-column-came = Прибыло
movement-column-moved-in = Переведено в класс
movement-column-moved-out = Переведено из класса
movement-column-left = Выбыло
movement-column-end = На конец
movement-column-total = Всего
movement-column-day = День
movement-column-name = Ученик
movement-column-what = Что
movement-column-from = Из класса
movement-column-to = В класс
movement-column-order = Приказ
movement-sheet-enrolled = прибытие
movement-sheet-moved = перевод
movement-sheet-left = выбытие
movement-sheet-expelled = отчисление
movement-sheet-graduated = окончание школы

lists-heading = 📋 <b>Списки классов</b>
    Классные руководители подтверждают их до 5 сентября.
lists-confirmed = ✅ { $class_name }: { $n }, { $day }, { $by }
lists-changed = ⚠️ { $class_name }: { $n }, был подтверждён { $day } ({ $was }), с тех пор изменился
lists-waiting = ⏳ { $class_name }: { $n }, не подтверждён
list-page = 📋 <b>Список класса { $class_name }</b>, учеников: { $n }
list-line = { $n }. { $name }
list-more = …и ещё { $n }
list-right = ✅ Список верен
list-right-again = ✅ Список верен, подтвердить снова
list-wrong = ✏️ Есть изменение
list-thanks = Подтверждено
list-ask =
    📋 Список класса { $class_name }: { $n ->
    [one] { $n } ученик
    [few] { $n } ученика
   *[many] { $n } учеников
}. Проверьте его, пожалуйста, до { $due } и подтвердите.
list-open = 📋 Открыть список
lists-left = 📋 Списки классов ещё не подтверждены: { $names }.

refused-movement-outside-year = Этот день вне учебного года. Первый возможный: { $first }, последний: { $last }. Напишите другой.
refused-movement-overlaps = Движение может быть только позже первого дня в нынешнем классе, а это { $since }. Напишите другой день или отмените прежнюю запись.
refused-movement-planned = Ученик уже выбывает, последний день в школе: { $until }. Сначала отмените ту запись.
refused-pupil-seated = Этот ученик уже числится в классе школы. Чтобы сменить класс, выберите «Переведён».
refused-already-in-class = Ученик уже в этом классе. Выберите другой.
refused-pupil-not-seated = Этот ученик сейчас не числится ни в одном классе. Если он прибыл, выберите «Прибыл».
refused-movement-hangs = Отменить нельзя: с тех пор есть отметки, пропуски или новое движение. Внесите обратное движение.
refused-undone-too-late = Отменить можно только в тот же день. Внесите обратное движение.
refused-decline-reason-unclear = Напишите причину одной строкой. Символов в ней может быть не больше { $most }.
refused-newcomer-unclear = Не удалось понять имя. Напишите фамилию, имя, отчество и дату рождения: Петров Иван Ильич 12.03.2014.
refused-movement-day-unclear = Не удалось понять день. Напишите, например: 01.12 приказ 45-у.

year-menu = 🗓 Новый учебный год
roles-command-year = Переход на новый учебный год
year-heading = 🗓 <b>Переход { $old } → { $new }</b>
    Это проверка: пока ничего не изменено.
year-days = Учебный год: { $first } — { $last }
year-classes = 🎒 Классы ({ $n }): { $names }
year-pupils = 👥 Переходят вместе с классом: { $n }, с { $day }
year-leaders = 👩‍🏫 Классные руководители: { $n }
year-groups = 👥 Подгруппы: { $n }
year-load = 📚 Строки нагрузки: { $n }
year-bells = 🔔 Свои звонки классов: { $n }
year-leave = 🎓 Окончат школу: { $n } ({ $names })
year-by-hand = ✋ <b>Останется внести</b>
year-left-first-grades = • 1-е классы: файлом списков
year-left-tenth-grades = • { $names } переходят в 10-е целиком: кто уходит после 9 класса, внесите в «Движение» до перехода
year-left-timetable = • расписание: строк в нынешнем { $names }
year-left-plans = • КТП: планов в нынешнем году { $names }
year-left-name-kept = • названия без номера класса остались: { $names }
year-left-load-after-primary = • нагрузка в 5-х классах, учителя меняются: сейчас это { $names }
year-left-load-of-gone = • нагрузка тех, кто больше не учитель: { $names }
year-blocked = ⛔️ <b>Сначала</b>
year-block-proposals = • решите о предложениях в «Движении»: { $names }
year-block-names = • одинаково назывались бы классы: { $names }
year-block-leaving-seats = • зачислены в выпускной класс на будущий день: { $names }
year-turn = ▶️ Перейти на { $name }
year-again = 🔄 Проверить снова
year-take = 📄 Поимённо, файл XLSX
year-file = 📄 Переход на { $new }: классы, ученики, нагрузка
year-question = Перейти на { $new }? Год { $old } закроется: его можно будет смотреть, но не менять. Отменить переход нельзя — перед ним сделайте копию базы.
year-yes = ✅ Да, перейти
year-done = ✅ Начат { $new } год. { $old } закрыт, его можно смотреть. Дальше: списки 1-х классов, нагрузка, расписание.
year-leaves = окончание школы
year-sheet-classes = Классы
year-sheet-pupils = Ученики
year-sheet-load = Нагрузка
year-column-old = Был класс
year-column-new = Станет
year-column-leaders = Классный руководитель
year-column-name = Ученик
year-column-teacher = Учитель
year-column-subject = Предмет
year-column-hours = Часов в неделю

refused-year-not-over = Учебный год ещё идёт. Первый день, когда можно перейти на новый: { $day }.
refused-year-turned-already = Новый учебный год уже начат, переходить некуда.
refused-year-turn-blocked = Перейти пока нельзя: откройте /year, там сказано, что решить сначала.
refused-lesson-of-closed-year = Это урок прошлого учебного года. Год закрыт: записи можно смотреть, но не менять.
