# Вечерняя сводка, уведомления, пометки на сообщениях.

message-repeat = 🔁 <i>Повтор: возможно, вы уже получили это сообщение.</i>
message-corrected = ✏️ <b>Исправлено</b>

digest-heading = 🌙 <b>{ $own ->
    [true] Ваш день
   *[false] { $name }
}</b> — { $day }
digest-marks = 📝 <b>Отметки</b>
digest-mark = • { $subject }: { $marks }
digest-mark-one = <b>{ $value }</b> ({ $work }{ $day ->
    [today] {""}
   *[other] , { $day }
})
digest-absences = 🚪 <b>Посещаемость</b>
digest-absence = • { $day ->
    [today] {""}
   *[other] { $day },{" "}
}{ $position }-й урок, { $subject }: { $status ->
    [absent] нет на уроке
    [ill] болезнь
    [excused] нет по уважительной причине
    [late] опоздание
   *[present] на уроке
}{ $answer ->
    [ill] {" "}(родители ответили: болеет)
    [late] {" "}(родители ответили: опаздывает)
    [known] {" "}(родители знают)
    [unknown] {" "}(родители не знали)
   *[none] {""}
}
digest-homework = 📚 <b>Задано на { $weekday ->
    [1] понедельник
    [2] вторник
    [3] среду
    [4] четверг
    [5] пятницу
    [6] субботу
   *[7] воскресенье
}, { $date }</b>
digest-task = • { $subject }: { $text }{ $files ->
    [0] {""}
   *[other] {" "}📎{ $files }
}
digest-no-homework = • { $subject }: не задано
digest-announcements = 📣 <b>Объявления</b>
digest-announcement = • { $sender }: { $text }

notice-lost = 🔇 <b>{ $name }</b> больше не получает сообщения: бот остановлен или аккаунт удалён.{ $n ->
    [0] {""}
   *[other] {" "}Дети: { $children }.
} Попросите открыть бота и нажать «Запустить» — или передайте важное другим способом.
notice-guessing = ⚠️ Кто-то подбирает коды доступа: { $n ->
    [one] { $n } неверная попытка
    [few] { $n } неверные попытки
   *[many] { $n } неверных попыток
} за короткое время. Вход по кодам замедлен, никто не вошёл по неверному коду.
notice-quarantine = ⚠️ За сутки не удалось обработать { $n ->
    [one] { $n } сообщение или нажатие
    [few] { $n } сообщения или нажатия
   *[many] { $n } сообщений или нажатий
}. Остальное работает. Они отложены на неделю; тому, кто ведёт сервер, причину скажут команда check и журнал работы.

mark-told = 📝 <b>{ $own ->
    [true] Новая отметка
   *[false] { $name }
}</b>: { $subject } — <b>{ $value }</b>
    { $work }, { $day }
mark-corrected = ✏️ <b>{ $own ->
    [true] Ваша отметка
   *[false] { $name }
}</b>: { $subject }, { $day }
    исправлено: { $before } → <b>{ $value }</b>
mark-cancelled = ✏️ <b>{ $own ->
    [true] Ваша отметка
   *[false] { $name }
}</b>: { $subject }, { $day }
    отметка{ $before ->
        [none] {""}
       *[other] {" "}{ $before }
    } отменена
mark-with-comment = { $told }
    💬 { $comment }

news-veiled = 🔔 <b>Есть новости</b>
news-urgent = 🚨 <b>Срочно: откройте прямо сейчас</b>
news-show = 👁 Показать
news-nothing-left = Здесь уже ничего нет: это исправили или отменили.
