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
settings-line-announcement = 📣 Объявления — <b>{ $mode ->
    [now] сразу
    [digest] в вечерней сводке
   *[off] не сообщать
}</b>
settings-button = { $kind ->
    [absence] 🚪
    [mark] 📝
    [homework] 📚
   *[announcement] 📣
} { $mode ->
    [now] сразу
    [digest] вечером
   *[off] нет
}
settings-digest-at = 🌙 Сводка в { $at }
settings-hours = 🌙 Когда присылать вечернюю сводку?
settings-saved = Сохранено
