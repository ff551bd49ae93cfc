# Сообщения классу: кому, предпросмотр, кто получил; и как их видят читатели.

menu-announce = 📣 Объявление

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

announcement-from = 📣 <b>{ $sender }</b> · { $class_name }
announcement-text = { $text }
announcement-acknowledge = ✅ Ознакомлен(а)
announcement-acknowledged = ✅ Вы ознакомились
announcement-thanks = Спасибо, отметили

