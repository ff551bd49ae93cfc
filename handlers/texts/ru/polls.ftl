# Опросы и встречи: как их составляют, как на них отвечают, что видит отправитель.

refused-options-too-few = Вариантов нужно не меньше: { $least }. Напишите каждый с новой строки. Сейчас их: { $count }.
refused-options-too-many = Вариантов вышло: { $count }, а помещается: { $most }. Объедините похожие.
refused-option-too-long = Вариант «{ $option }…» слишком длинный (знаков помещается: { $most }). Сократите его, подробности — в тексте.
refused-option-twice = Вариант «{ $option }» встретился дважды. Оставьте один.
refused-number-bounds = Наименьшее число должно быть не больше наибольшего, и оба — не меньше нуля. Например: от 0 до 10
refused-slots-missing = Не вижу времени. Напишите, например: 10 декабря с 17:00 до 19:00 по 10 минут
refused-slots-too-many = Встреч вышло: { $count }, а помещается: { $most }. Возьмите промежуток побольше или разделите на два опроса.
refused-slot-passed = Время одной из встреч уже прошло. Выберите время позже.
refused-slots-overlap = Две встречи накладываются друг на друга. Поправьте время.
refused-closes-too-early = Этот срок уже прошёл. Выберите время позже.

poll-asks-one = 📊 Выберите один вариант.
poll-asks-several = 📊 Отметьте всё, что подходит, и нажмите «Ответить».
poll-asks-number = 🔢 Ответьте числом{ $unit }.
poll-asks-number-from = 🔢 Ответьте числом, не меньше { $least }{ $unit }.
poll-asks-number-between = 🔢 Ответьте числом от { $least } до { $most }{ $unit }.
poll-asks-slot = 🗓 Выберите время встречи{ $where }.
poll-money = Деньги здесь только считают, бот их не принимает.
poll-per-child-once = Один ответ на ребёнка.
poll-named-slot = 👤 Занятое время другим не показывается; чьё оно, видит только отправитель.
poll-per-child = Один ответ на ребёнка: считается последний.
poll-named = 👤 С именами: кто как ответил, видит только отправитель.
poll-unnamed = 🕶 Без имён: видны только итоги. Изменить ответ потом нельзя.
poll-until = ⏳ Ответить можно до { $time }, { $day }.
poll-closed = 🔒 Опрос закрыт, ответы больше не принимаются. Если нужно что-то сказать, напишите отправителю.
poll-for = 👉 { $name }
poll-your-answer = ✅ Ваш ответ: { $answer }
poll-childs-answer = ✅ { $name }: { $answer }
poll-answer-by = { $line } ({ $by })
poll-your-silent-answer = ✅ Ответ принят
poll-childs-silent-answer = ✅ { $name }: ответ принят
poll-your-slot = ✅ Ваше время: { $slot }
poll-back-to-children = ‹ К детям
poll-change = ✏️ Изменить ответ
poll-other-slot = 🔁 Другое время
poll-give-back = ✖️ Отказаться
poll-send-marks = ✅ Ответить
poll-write-number = ✏️ Написать число
poll-no-slots = Свободного времени нет. Проверить ещё раз
poll-thanks = Спасибо, записали
poll-given-back = Время снова свободно

refused-poll-closed = Опрос уже закрыт, ответы больше не принимаются. Если нужно что-то сказать, напишите отправителю.
refused-slot-taken = Это время только что заняли. Выберите другое.
refused-slot-gone = Это время уже прошло. Выберите другое.
refused-answered-without-name = Ответ уже есть. Опрос без имён, поэтому изменить его нельзя.
refused-number-outside = Нужно число от { $least } до { $most }, копейки — через запятую. Например: 150 или 150,50
refused-nobody-silent = Ждать больше некого: ответили все, кто мог.
refused-poll-reminded-today = Сегодня уже напоминали. Следующий раз — завтра.
refused-poll-number-unclear = Не вижу числа. Напишите его цифрами, например: 150 или 150,50

poll-results-button = 📊 Ответы
poll-results-heading = 📊 <b>Ответы</b>
poll-question = { $text }
poll-results-answered = Ответили: { $answered } из { $asked }
poll-results-closed = 🔒 Опрос закрыт
poll-results-hidden = 🕶 Опрос без имён: итоги появятся, когда ответов будет хотя бы { $fewest }. Так никого не угадать.
poll-results-option = { $option } — <b>{ $votes }</b> ({ $share } %)
poll-results-total = Сумма: <b>{ $total }</b>
poll-results-spread = От { $least } до { $most }, в среднем { $mean }
poll-results-number = • { $number } × { $times }
poll-results-slot = <b>{ $slot }</b> — { $name }{ $by }
poll-results-day = 🗓 { $day }
poll-results-slot-free = <b>{ $slot }</b> — свободно
poll-by-name = 👤 По именам
poll-silent = 🔇 Не ответили: { $n }
poll-remind = 🔔 Напомнить
poll-close = 🔒 Закрыть опрос
poll-reopen = 🔓 Открыть снова
poll-take-out = 📄 Таблица XLSX
poll-answers-heading = 👤 <b>Ответили: { $n }</b>
poll-silent-heading = 🔇 <b>Не ответили: { $n }</b>
poll-answer-line = { $name } — { $answer }{ $by }
poll-reminded = Напомним тем, кто не ответил
poll-now-closed = Опрос закрыт
poll-now-open = Опрос снова открыт
poll-book-who = Кто
poll-book-class = Класс
poll-book-answer = Ответ
poll-book-by = Ответил(а) или записал(а)
poll-book-time = Время
poll-book-option = Вариант
poll-book-votes = Ответов
poll-book-meetings = Встречи
poll-book-by-name = По именам
poll-book-totals = Итоги
poll-book-caption = 📄 Ответы на опрос
poll-book-file = Опрос
poll-ask-number = Напишите его одним сообщением.
poll-meeting = 🗓 <b>Сегодня в { $time }{ $place }</b> — встреча: { $sender }
    { $name }
poll-meeting-change = 🔁 Изменить или отказаться
poll-meetings = 🗓 <b>Сегодня встречи: { $n }</b>

poll-button = 📊 Опрос{ $there ->
    [true] {" "}✓
   *[other] {""}
}
poll-choose-kind = 📊 <b>Опрос</b>
    Вопрос — это текст объявления. Как на него отвечать?
poll-coming = 🙋 Приду / не приду
poll-yes = Приду
poll-no = Не приду
poll-kind-one = 🔘 Один вариант
poll-kind-several = ☑️ Несколько
poll-kind-number = 🔢 Число
poll-kind-slot = 🗓 Время встречи
poll-ask-options = 📊 Напишите варианты одним сообщением, каждый с новой строки.
poll-ask-bounds = 🔢 Что считаем и в каких пределах? Например: <i>от 0 до 1500 ₽</i> или <i>до 10 шт.</i>
    Деньги бот только считает и никогда не принимает.
poll-any-number = Любое число
poll-ask-slots = 🗓 Напишите, когда можно прийти, например:
    <i>10 декабря с 17:00 до 19:00 по 10 минут, каб. 12</i>
    Или выберите день:
poll-ask-start = 🗓 { $day }. С какого времени?
poll-ask-till = 🗓 { $day }, с { $start }. До какого времени?
poll-ask-step = 🗓 { $day }, с { $start } до { $end }. Сколько длится одна встреча?
poll-minutes = { $n } { $n ->
    [one] минута
    [few] минуты
   *[many] минут
}
poll-ask-place = 📍 Где встречаемся? Напишите, например: каб. 12
poll-ask-end = ⏳ До какого дня отвечать? Кнопка — до 20:00 этого дня. Или напишите, например: <i>12 декабря 18:00</i>
poll-no-end = Без срока
poll-composed = 📊 <b>Так увидят опрос</b>
poll-more = …и ещё { $n }
poll-make-unnamed = 🕶 Сделать без имён
poll-make-named = 👤 Сделать с именами
poll-count-persons = 👥 Считать каждого взрослого
poll-count-children = 🎒 Считать по детям
poll-end = ⏳ Срок
poll-other-kind = 🔁 Другой опрос
poll-more-slots = ➕ Ещё время
poll-place = 📍 Где
poll-drop = 🗑 Убрать опрос
poll-dropped = Опрос убран
poll-done = ✅ Готово

refused-until-unclear = Не вижу дня. Напишите, например: завтра, пятница, 12 декабря 18:00
poll-open = 📊 Ответить на опрос
poll-reminder = 🔔 <b>{ $sender }</b>{ $role ->
    [none] {""}
   *[other] , { $role }
}
    Напоминаем: просим ответить на опрос
poll-status = 📊 Ответили на опрос: { $answered } из { $asked }{ $open ->
    [true] {""}
   *[other] {" "}(закрыт)
}
