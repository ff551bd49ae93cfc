# Сообщения классу: кому, предпросмотр, кто получил; и как их видят читатели.

menu-announce = 📣 Написать классу

announce-choose-class = 📣 <b>Написать классу</b>
    Какому классу?
announce-choose-audience = 📣 <b>{ $class_name }</b>
    Кому написать?
announce-to-guardians = 👪 Родителям
announce-to-pupils = 🎒 Ученикам
announce-to-families = 👪🎒 И тем и другим
announce-to-staff = 👩‍🏫 Сотрудникам
announce-ask-text = 📣 <b>{ $class_name }</b>, { $audience ->
    [pupils] ученикам
   *[guardians] родителям
}
    Напишите текст одним сообщением. Перед отправкой покажу, кому он уйдёт.
announce-preview = 📣 <b>{ $class_name }</b>, { $audience ->
    [pupils] ученикам
   *[guardians] родителям
}: { $reached ->
    [one] получит
    [few] получат
   *[many] получат
} { $reached } из { $all }
announce-send = ✅ Отправить ({ $n })
announce-cancel = ✖️ Не отправлять
announce-cancelled = Не отправлено.
announce-status = 📣 <b>{ $class_name }</b>, { $audience ->
    [pupils] ученикам
   *[guardians] родителям
}
    📬 Доставлено: { $delivered } из { $all }{ $waiting ->
        [0] {""}
       *[other] , в пути { $waiting }
    }
    ✅ Ознакомились: { $acknowledged } из { $all }
announce-refresh = 🔄 Обновить
announce-unreached = 🔇 Кому не дошло
announce-all-reached = Все, кому отправлено, на связи.
announce-unreached-heading = 🔇 Не на связи: { $n }
announce-why-never-came-in = Ещё не входили в бот: { $n }
announce-why-not-confirmed = Ждут, когда классный руководитель подтвердит: { $n }
announce-why-blocked = Остановили бота или удалили аккаунт: { $n }
announce-why-no-consent = Нет согласия на обработку данных: { $n }
announce-more = …и ещё { $n }
announce-sent-before = Уже отправлено

announcement-from = 📣 <b>{ $sender }</b> · { $class_name }
announcement-text = { $text }
announcement-acknowledge = ✅ Ознакомлен(а)
announcement-acknowledged = ✅ Вы ознакомились
announcement-thanks = Спасибо, отметили

refused-announcement-empty = Текст пустой. Напишите, что передать классу.
refused-announcement-too-long = { $length ->
    [one] Получился { $length } знак
    [few] Получилось { $length } знака
   *[many] Получилось { $length } знаков
}, а помещается { $most }. Сократите текст или отправьте его двумя сообщениями.
refused-nobody-to-tell = В классе { $class_name } пока некому написать: список пуст.
refused-draft-gone = Этот черновик уже не действует. Начните заново: /class
