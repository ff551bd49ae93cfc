# Сообщения классу: кому, предпросмотр, кто получил; и как их видят читатели.

menu-announce = 📣 Объявление

announce-refresh = 🔄 Обновить
announce-unreached = 🔇 Кому не дошло
announce-all-reached = Все, кому отправлено, на связи.
announce-unreached-heading = 🔇 Не на связи: { $n }
announce-why-never-came-in = Ещё не входили в бот: { $n }
announce-why-not-confirmed = Ждут, когда классный руководитель подтвердит: { $n }
announce-why-blocked = Остановили бота или удалили аккаунт: { $n }
announce-why-no-consent = Нет согласия на обработку данных: { $n }
announce-more = …и ещё { $n }

announce-status-to = 📣 <b>{ $audience }</b>
announce-status-goes = ⏳ Уйдёт { $day } в { $at }
announce-status-taken-back = ↩️ Отозвано: никому не ушло
announce-status-delivered = 📬 Доставлено: { $delivered } из { $all }{ $waiting ->
        [0] {""}
       *[other] , в пути { $waiting }
    }
announce-status-children = ✅ Ознакомились: { $n } из { $all } { $all ->
        [one] ребёнка
        [few] детей
       *[many] детей
    }
announce-status-persons = ✅ { $mixed ->
        [true] Сами ученики
       *[false] Ознакомились
    }: { $n } из { $all }
announce-status-until = { $closed ->
    [true] 🔒 Закрыто: ответы собирали до { $day }
   *[false] 🗓 Ответы собираем до { $day }
}
announce-silent = 👀 Кто не ознакомился ({ $n })
announce-remind = 🔔 Напомнить ({ $n })
announce-correct = ✏️ Исправить
announce-silent-heading = 👀 <b>Ещё не ознакомились: { $n }</b>
announce-silent-nobody = ✅ Ознакомились все.
announce-silent-child = • { $name } — { $guardians }
announce-silent-guardian = { $name }{ $why ->
    [none] {""}
    [never-came-in] {" "}(ещё не в боте)
    [not-confirmed] {" "}(ждёт подтверждения)
    [no-consent] {" "}(нет согласия)
   *[blocked] {" "}(бот остановлен)
}
announce-silent-person = • { $name }{ $why ->
    [none] {""}
    [never-came-in] {" "}— ещё не в боте
    [not-confirmed] {" "}— ждёт подтверждения
    [no-consent] {" "}— нет согласия
   *[blocked] {" "}— бот остановлен
}
announce-silent-book = 📄 Список файлом
announce-silent-file = Кто ещё не ознакомился: { $n }
announce-silent-sheet = Не ознакомились
announce-column-class = Класс
announce-column-name = Ученик
announce-column-person = Кто
announce-column-state = Связь
announce-state-none = в боте
announce-state-never-came-in = ещё не входил(а)
announce-state-not-confirmed = ждёт подтверждения
announce-state-no-consent = нет согласия
announce-state-blocked = бот остановлен
announce-reminded = 🔔 Напоминаем тем, кого ещё ждём
announce-correct-ask = ✏️ <b>Исправить объявление</b>
    Пришлите новый текст одним сообщением: он встанет на место прежнего { $delivered ->
        [0] до отправки
       *[other] и у тех, кому уже пришло, с пометкой «исправлено»
    }. Файлы останутся. Сейчас там:
announce-correct-gone = Этого текста здесь уже нет. Нажмите «Исправить» и пришлите его ещё раз
announce-corrected = ✏️ Исправлено

announcement-taught = ученики отправителя
announcement-taught-debts = долги по предметам отправителя
announcement-from = 📣 <b>{ $sender }</b>{ $role ->
    [none] {""}
   *[other] , { $role }
}
    { $audience }
announcement-urgent = ⚡ <b>Срочно</b>
announcement-edited = <i>✏️ Исправлено { $day ->
    [same] {""}
   *[other] { $day }{" "}
}в { $at }</i>
announcement-until = { $closed ->
    [true] 🔒 Ознакомиться просили до { $day }
   *[false] 🗓 Просим ознакомиться до { $day }
}
announcement-reminder = 🔔 <b>{ $sender }</b>{ $role ->
    [none] {""}
   *[other] , { $role }
}
    { $until ->
        [none] Напоминаем: просим ознакомиться с объявлением
       *[other] Напоминаем: просим ознакомиться с объявлением до { $until }
    }
announcement-answer = ✍️ Ответить отправителю
announcement-answer-ask = ✍️ Напишите ответ: текст, фото, файл или голосовое. Увидит его только отправитель — { $sender }.
announcement-open = 📖 Открыть
announcement-closed = Спасибо! Ответы уже не собирают, но прочитать объявление можно всегда
announcement-text = { $text }
announcement-acknowledge = ✅ Ознакомлен(а)
announcement-acknowledged = ✅ Вы ознакомились
announcement-thanks = Спасибо, отметили

refused-nothing-to-remind = Напоминать некому: ознакомились все или срок прошёл.
refused-not-there-yet = Объявление ещё никому не пришло. Напомнить можно будет, когда дойдёт.
refused-reminded-already = Сегодня уже напоминали. Завтра можно будет ещё раз.
