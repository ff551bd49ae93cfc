# Переписка: кому, о ком, как она приходит и как отвечают.

menu-write = ✍️ Написать
roles-command-write = Написать учителю, родителям, коллеге
roles-help-write = /write — написать учителю, родителям, коллеге; отвечать можно ответом Telegram

talk-start = ✍️ <b>Написать</b>
    Кому или о ком?
talk-about = 🎒 О ребёнке: { $name }
talk-families = 👪 { $name }
talk-to-colleague = 🧑‍🏫 Коллеге
talk-to-administrator = 🛠 Администратору журнала
talk-to-school = ✍️ <b>{ $name }</b>, { $class_name }
    Кому написать?
talk-choose-pupil = ✍️ <b>{ $class_name }</b>
    О ком?
talk-to-family = ✍️ <b>{ $name }</b>, { $class_name }
    Кому написать?
talk-to-guardians = 👪 Всем родителям сразу
talk-to-guardian = { $name }{ $relation ->
    [mother] , мама
    [father] , папа
    [guardian] , опекун
   *[other] {""}
}
talk-to-pupil = 🎒 Ученику: { $name }
talk-choose-colleague = ✍️ <b>Коллеге</b>
    Выберите или напишите фамилию.
talk-no-colleague = ✍️ <b>Коллеге</b>
    Никого не нашлось. Напишите фамилию иначе.
talk-partner = { $name }{ $n ->
    [0] {""}
   *[other] {" "}· { $subjects }
}
talk-partner-desk = { $desk ->
    [class_teacher] Классный руководитель: { $names }
    [administration] Администрация школы
   *[help] Администратор журнала
}
talk-ask-text = ✍️ Напишите сообщение: текст, фото, файл или голосовое. Номера телефонов и аккаунты никому не видны.
talk-ask-answer = ✍️ Напишите ответ: текст, фото, файл или голосовое.
talk-sent = ✅ Отправлено: { $to }
talk-later = 🌙 Доставим { $when }, чтобы не беспокоить в нерабочие часы.
talk-soon = { $days ->
    [0] сегодня в { $at }
   *[1] завтра в { $at }
}
talk-on-day = { $day }, в { $at }
talk-reworded = ✏️ Исправлено и у получателей.
talk-settled = Отмечено: ответ не нужен

talk-relation = { $relation ->
    [mother] , мама
    [father] , папа
    [guardian] , опекун
   *[other] {""}
}
talk-desk = {" "}· { $desk ->
    [class_teacher] классный руководитель
    [administration] администрация
   *[help] администратор журнала
}
talk-desk-name = { $desk ->
    [administration] администрация школы
   *[help] администратор журнала
}
talk-urgent = ⚡ Срочно ·
talk-head = 🎒 { $about }
talk-matter = Тема: { $matter }
talk-announcement = Ответ на объявление «{ $text }»
talk-watched = 👁 Переписка ребёнка с учителем: вы её видите как родитель.
talk-edited = <i>изменено в { $at }</i>
talk-edited-short = , изменено
talk-text = { $text }

talk-answer = ✍️ Ответить
talk-open = 💬 Разговор
talk-settle = ✓ Ответ не нужен
talk-older = ⬆️ Раньше
talk-files = 📎 { $at } ({ $n })
talk-with = 💬 <b>{ $whom }</b>
talk-said = <b>{ $name }</b> · { $when }{ $edited }
talk-nothing-said = Здесь пока пусто.
talk-file = { $kind ->
    [photo] фото
    [video] видео
    [audio] аудио
    [voice] голосовое
    [video_note] видеосообщение
   *[document] файл
}
talk-files-said = 📎 { $files }
talk-files-lost = Telegram больше не хранит этот файл. Попросите прислать его ещё раз.
talk-unasked = Это ответ на последнее сообщение? Тогда отправлю его.
talk-answer-to = ✍️ Ответить: { $name }
talk-nothing-kept = Этот текст уже отправлен или заменён другим. Напишите ещё раз.

refused-nothing-said = Сообщение пустое. Напишите текст или пришлите файл.
refused-edit-too-late = Исправить можно { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
} после отправки. У получателей осталось как было. Напишите новым сообщением.
refused-only-watched = Эту переписку ведут ребёнок и учитель, вы её только видите. Чтобы написать учителю самим: /write
refused-nobody-in-family = В списках школы у этого ученика нет родителей, которым можно написать.
