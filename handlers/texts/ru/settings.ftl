# О чём и когда сообщать: /settings.

menu-settings = ⚙️ Настройки

settings-intro = ⚙️ <b>Уведомления</b>
    О ком настроить?
settings-own = Обо мне
settings-of = ⚙️ <b>{ $name }</b>
    О чём и когда сообщать:
settings-line-absence = 🚪 Пропуски — <b>{ $mode ->
    [now] сразу
    [digest] в вечерней сводке
   *[off] не сообщать
}</b>
settings-line-mark = 📝 Отметки — <b>{ $mode ->
    [now] сразу
    [digest] в вечерней сводке
   *[off] не сообщать
}</b>
settings-line-homework = 📚 Домашнее задание — <b>{ $mode ->
    [now] сразу
    [digest] в вечерней сводке
   *[off] не сообщать
}</b>
settings-line-timetable = 🔄 Изменения расписания — <b>{ $mode ->
    [now] сразу
    [digest] в вечерней сводке
   *[off] не сообщать
}</b>
settings-line-announcement = 📣 Объявления — <b>{ $mode ->
    [now] сразу
    [digest] в вечерней сводке
   *[off] не сообщать
}</b>
settings-button = { $kind ->
    [absence] 🚪
    [mark] 📝
    [homework] 📚
    [timetable] 🔄
   *[announcement] 📣
} { $mode ->
    [now] сразу
    [digest] вечером
   *[off] нет
}
settings-digest-at = 🌙 Сводка в { $at }
settings-hours = 🌙 Когда присылать вечернюю сводку?
settings-saved = Сохранено
settings-quiet-button = 🔕 { $none ->
    [true] Тишины нет
   *[false] { $starts }–{ $ends }
}
settings-quiet = 🔕 <b>Тихие часы</b>: { $none ->
    [true] нет, пишу в любое время
   *[false] с { $starts } до { $ends }
}
settings-work-button = 💼 { $none ->
    [true] В любое время
   *[false] { $ends }–{ $starts }
}
settings-work = 💼 <b>Рабочие часы</b>: { $none ->
    [true] пишу вам в любое время, и в воскресенье
   *[false] с { $ends } до { $starts }, кроме воскресенья
}
settings-work-about = Написать вам можно всегда: что придёт не в рабочие часы, доставлю с их началом, и автор увидит когда. По воскресеньям переписка и объявления ждут понедельника. Срочное от директора и завуча приходит сразу.
settings-quiet-about = Что случилось в тихие часы, придёт сразу после них. Ждать не будут только тревога о ребёнке, ответы вам и сводка в её час.
settings-quiet-signs = 🌙 — когда начать, ☀️ — когда закончить.
settings-quiet-starts = 🌙 { $at }
settings-quiet-ends = ☀️ { $at }
settings-quiet-none = 🔔 Писать в любое время
settings-discreet = 🙈 <b>Без подробностей на экране</b> — { $on ->
    [true] да: сообщение говорит только, что есть новости
   *[false] нет
}
settings-discreet-button = { $on ->
    [true] 🙈 Скрыть подробности
   *[false] 👁 Показывать подробности
}
settings-own-heading = ⚙️ <b>Настройки</b>
