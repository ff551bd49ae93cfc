# Подпись дневника: неделя у родителя, страница класса, напоминание.

signatures-menu = 🖊 Подписи дневника
roles-command-signatures = Кто подписал неделю дневника
signatures-digest = 🖊 <b>Неделя { $first } – { $last }</b>
signatures-reminder = 🖊 <b>{ $name }, { $class_name }: неделя { $first } – { $last }</b>
signatures-marks = { $count ->
    [one] { $count } отметка
    [few] { $count } отметки
   *[many] { $count } отметок
}
signatures-missed = { $count ->
    [one] пропущен { $count } урок
    [few] пропущено { $count } урока
   *[many] пропущено { $count } уроков
}
signatures-late = { $count ->
    [one] { $count } опоздание
    [few] { $count } опоздания
   *[many] { $count } опозданий
}
signatures-remarks = { $count ->
    [one] { $count } запись учителя
    [few] { $count } записи учителей
   *[many] { $count } записей учителей
}
signatures-calm = Все уроки посещены, записей нет.
signatures-asks = Посмотрите неделю и подпишите её одним нажатием — достаточно одного из родителей.
signatures-not-yet = 🖊 Родители пока не подписали эту неделю.
signatures-sign = 👀 Видел(а) неделю
signatures-open = 📖 Открыть неделю
signatures-signed = ✅ Неделя подписана: { $relation ->
    [none] { $name }
   *[other] { $relation }, { $name }
}
signatures-thanks = <b>{ $name }</b>
    { $signed }
signatures-of-class = 🖊 <b>{ $class_name } · подписи дневника</b>
    Неделя { $first } – { $last }: { $done } из { $all }
signatures-waiting = <b>Пока без подписи</b>
signatures-waits = ▫️ { $name }
signatures-of-pupil = ✅ { $name } — { $relation ->
    [none] подписано
   *[other] { $relation }
}, { $day } { $at }
signatures-none-yet = 🖊 <b>{ $class_name }</b>: подписывать пока нечего. Неделю можно подписать в её последний учебный день с 14:00.
signatures-choose-class = 🖊 Подписи дневника какого класса показать?
signatures-remind = 🔔 Напомнить ({ $count })
signatures-reminded = Напомним родителям тех, кто ещё не подписал. Снова — завтра.
signatures-file = 📊 Все недели (XLSX)
signatures-file-caption = Подписи дневника, { $class_name }
signatures-sheet = Подписи { $class_name }
signatures-column-pupil = Ученик
refused-week-goes-on = Неделя ещё идёт. Подписать её можно с 14:00: { $day }.
refused-signatures-off = В этой школе неделю дневника не подписывают.
refused-signatures-reminded-today = Сегодня уже напоминали. Снова можно завтра.
refused-everybody-signed = За эту неделю подписали все: напоминать некому.
