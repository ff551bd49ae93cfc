# Сообщения: что пришло и ждёт, шаблоны, передача переписки, переписка файлом.

absent-hand-over = 🤝 Передать переписку
handover-menu = 🤝 Передача переписки
roles-help-handover = /handover — передать переписку коллеге: на время или насовсем
roles-command-handover = Передать переписку
handover-heading = 🤝 <b>Передача переписки</b>

    Кто отвечает вместо кого. Прежний участник продолжает всё читать, новый видит переписку с указанной даты.
handover-none = Сейчас никто ничего не передал.
handover-line = { $giver } → <b>{ $taker }</b>, { $when }
handover-since = с { $first } без срока
handover-from-until = { $one ->
    [true] { $last }
   *[false] { $first } — { $last }
}
handover-new = ➕ Передать
handover-all = ‹ Вся передача
handover-whose = 🤝 Чью переписку передать?
handover-whom = 🤝 <b>{ $giver }</b>
    Кто будет отвечать?
handover-first = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    С какого дня?
handover-today = С сегодня
handover-tomorrow = С завтра
handover-last = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    С { $first }. По какой день включительно?
handover-days = { $days ->
    [one] { $days } день, по { $last }
    [few] { $days } дня, по { $last }
   *[many] { $days } дней, по { $last }
}
handover-goes-on = Без срока
handover-check = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    { $when }

    { $taker } увидит переписку с { $history } и сможет отвечать. Оба узнают об этом.

    Сколько прошлой переписки показать?
handover-history-term = С начала четверти
handover-history-month = За месяц
handover-history-year = С начала года
handover-history-nothing = Только новое
handover-make = ✅ Передать
handover-made = Передано. Оба узнают.
handover-about = 🤝 <b>{ $giver }</b> → <b>{ $taker }</b>
    { $when }

    Переписка видна с { $history }.
handover-end = ↩️ Вернуть
handover-end-sure = Вернуть переписку: { $giver }?

    { $taker } больше не увидит её и не сможет отвечать. Что написано, останется в переписке.
handover-end-yes = Да, вернуть
handover-ended = Возвращено. Оба узнают.
handover-told-giver = 🤝 На вашу переписку теперь отвечает <b>{ $taker }</b>: { $when }.

    Вы по-прежнему всё читаете и можете отвечать.
handover-told-taker = 🤝 Вы отвечаете на переписку, которую ведёт <b>{ $giver }</b>: { $when }.

    Сказанное с { $history } — в /inbox.
handover-told-giver-end = 🤝 <b>{ $taker }</b> больше не отвечает на вашу переписку.
handover-told-taker-end = 🤝 Переписка возвращена: <b>{ $giver }</b>. Спасибо!

refused-handover-over = Последний день раньше первого: { $day }. Выберите день не раньше первого.
refused-handover-too-early = Передать можно с сегодняшнего дня, а выбран { $day }.
refused-handover-to-oneself = Это один и тот же человек. Выберите коллегу.
refused-handover-stands = { $name }: на эти дни переписка уже передана. Верните прежнюю передачу или выберите другие дни.

template-menu = ⭐ Шаблоны
roles-help-templates = /templates — свои шаблоны сообщений
roles-command-templates = Шаблоны сообщений
template-heading = ⭐ <b>Ваши шаблоны</b> · { $count } из { $most }
    Недавние — сверху. Использовать шаблон можно в любой переписке.
template-none = ⭐ Шаблонов пока нет. Сохраните текст, который пишете часто, — дальше он отправляется в два касания.
template-fields =
    <i>Подставятся сами: {"{"}имя{"}"}, {"{"}ребёнок{"}"}, {"{"}класс{"}"}, {"{"}предмет{"}"}, {"{"}дата{"}"}. Другое в фигурных скобках и «…» спрошу перед отправкой: «{"{"}имя{"}"}, не сдана работа по …, срок — {"{"}срок{"}"}».</i>
template-add = ➕ Добавить шаблон
template-ask = ⭐ Пришлите текст шаблона одним сообщением, до 1000 знаков.
template-added = ⭐ Шаблон сохранён.
template-all = ‹ К шаблонам
template-one = <blockquote>{ $text }</blockquote>
template-remove = 🗑 Удалить
template-remove-sure = Удалить шаблон?
    <blockquote>{ $text }</blockquote>
template-remove-yes = Да, удалить
template-removed = Удалено
template-choose = ⭐ Какой шаблон? Перед отправкой покажу, что получилось.
template-gaps = { $count ->
    [1] ⭐ Чем заполнить: { $labels }?
   *[other] ⭐ Чем заполнить: { $labels }? Одним сообщением, каждое с новой строки.
}
template-ready = ⭐ Уйдёт так:
    <blockquote>{ $text }</blockquote>
template-send = ✅ Отправить
refused-template-empty = В сообщении нет текста. Пришлите текст шаблона.
refused-template-too-long = Слишком длинно: знаков { $length }, а помещается { $most }. Сократите, пожалуйста.
refused-too-many-templates = Шаблонов уже { $most }. Удалите ненужный — и добавьте новый.
refused-template-lines-wanted = Нужно строк: { $wanted }, а пришло: { $came }. Напишите каждое с новой строки.
refused-filled-gone = Этот текст уже отправлен или заполнен заново. Откройте шаблоны ещё раз.

inbox-menu = 💬 Сообщения
inbox-open = 💬 К сообщениям
inbox-back = ‹ К сообщениям
roles-help-inbox = /inbox — сообщения: новые, ждущие ответа, вся переписка
roles-command-inbox = Сообщения
inbox-heading = { $unread ->
    [0] 💬 <b>Сообщения</b>
    [one] 💬 <b>Сообщения</b> · { $unread } непрочитанная переписка
    [few] 💬 <b>Сообщения</b> · { $unread } непрочитанные переписки
   *[many] 💬 <b>Сообщения</b> · { $unread } непрочитанных переписок
}
inbox-none = Переписки пока нет. Новые сообщения появятся здесь.
inbox-owed = ⏳ Ждут ответа три дня и дольше: { $count }
inbox-asking = ✍️ Объявлений ждут вашего ответа: { $count }
inbox-documents = 📄 Документов ждут подтверждения: { $count }
inbox-show-asking = ✍️ Ответить на объявления · { $count }
inbox-show-documents = 📄 Документы · { $count }
inbox-asking-heading = ✍️ <b>Ждут вашего ответа</b> · { $count }
    Откройте объявление и нажмите «Ознакомлен(а)» или ответьте на вопрос.
inbox-asking-none = ✍️ Всё подтверждено, спасибо. Новые объявления придут сообщением.
inbox-no-words = Объявление
inbox-line = { $number }{ $who }{ $known ->
    [true] {" "}· { $about }
   *[false] {""}
}
    { $said } · <i>{ $at }</i>
inbox-line-unread = <b>{ $number }{ $who }{ $known ->
    [true] {" "}· { $about }
   *[false] {""}
}</b>
    { $said } · <i>{ $at }</i>
inbox-who-more = { $names } и ещё { $more }
inbox-by = { $name }:{" "}
inbox-by-you = вы:{" "}
inbox-plain = { $text }
inbox-yesterday = вчера, { $at }
inbox-name-of-kin = { $name } { $relation ->
    [mother] (мама)
    [father] (папа)
    [guardian] (опекун)
   *[other] (родственник)
}
inbox-about-answer = ответ на объявление «{ $words }»
inbox-about-help = вопрос администратору
inbox-desk-class-teacher = Классный руководитель
inbox-desk-administration = Администрация школы
inbox-desk-help = Администратор журнала
inbox-settle = ✓ { $number }: ответ не нужен
inbox-settled = Отмечено: ответ не нужен
inbox-of = { $here ->
    [true] ●{" "}
   *[false] {""}
}{ $heading ->
    [school] 🏫 Школа
    [families] 👪 Родители
    [pupils] 🎒 Ученики
    [colleagues] 👩‍🏫 Коллеги
    [help] ❓ Администратору
    [answers] 📣 Ответы
   *[all] Все
}{ $unread ->
    [0] {""}
   *[other] {" "}· { $unread }
}
inbox-owed-news = ⏳ <b>Ждут ответа три дня и дольше: { $threads }</b>

    Они наверху в /inbox. Где отвечать не нужно, отметьте «Ответ не нужен».

thread-paper-take = 📄 Скачать переписку
thread-paper-title = Переписка
thread-paper-file = переписка.pdf
thread-paper-caption = 📄 Переписка с прежними редакциями изменённых сообщений. Храните бережно: в ней личные данные.
thread-paper-made = { $school }. Выписано из журнала { $at }.
thread-paper-party = Участники: { $names }
thread-paper-since = Сказанное с { $day }
thread-paper-cut = Последние сообщения: { $most }
thread-paper-author = { $at } · { $name }
thread-paper-reply = В ответ на: { $words }
thread-paper-earlier = До изменения { $at }:
thread-paper-file-photo = фото
thread-paper-file-document = файл
thread-paper-file-video = видео
thread-paper-file-audio = аудио
thread-paper-file-voice = голосовое сообщение
thread-paper-file-video-note = видеосообщение
