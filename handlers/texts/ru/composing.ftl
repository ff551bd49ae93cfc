# Объявления до отправки: кому, текст, предпросмотр, когда уйдёт; кто ещё не вошёл.

scope-classes = { $names }
scope-parallel = { $grade }-е классы
scope-subject = { $subject }
scope-group-number = { $group }-я группа { $class_name }
scope-group-name = { $group }, { $class_name }
scope-taught = все, кого я учу
scope-teachers = все учителя
scope-staff = все сотрудники
scope-school = вся школа
scope-debts = вся школа, у кого есть долги
scope-debts-of = { $names }, у кого есть долги
scope-taught-debts = у кого есть долги по моим предметам

audience-guardians = родители
audience-pupils = ученики
audience-families = родители и ученики
audience-staff = сотрудники

compose-to-whom = 📣 <b>Объявление</b>
    Кому написать?
compose-guardians-of = 👪 Родителям { $scope }
compose-pupils-of = 🎒 Ученикам { $scope }
compose-again = ↻ { $whom }
compose-classes = 🏷 Классы
compose-parallel = Параллель
compose-group = Подгруппа
compose-taught = 🧑‍🏫 Все, кого я учу
compose-teachers = 👩‍🏫 Все учителя
compose-staff = 👥 Все сотрудники
compose-school = 🏫 Вся школа
compose-debts = ⏳ С долгами
compose-debts-of = ⏳ С долгами: { $class_name }
compose-taught-debts = ⏳ С долгами у меня
compose-not-in = 📋 Ещё не вошли
compose-mine = 🗂 Мои объявления
compose-which-classes = 📣 <b>Каким классам?</b>
    Отметьте один или несколько.
compose-classes-done = Дальше ({ $n })
compose-which-parallel = 📣 <b>Какой параллели?</b>
compose-grade = { $grade }-е классы
compose-which-group = 📣 <b>Какой подгруппе?</b>
compose-audience = 📣 <b>{ $scope }</b>
    Кому написать?
compose-to-guardians = 👪 Родителям
compose-to-pupils = 🎒 Ученикам
compose-to-families = 👪🎒 И тем и другим
compose-one-more-class = ➕ Ещё класс
compose-ask-text = 📣 <b>{ $whom }</b>
    Напишите объявление одним сообщением: текст, фото, файл или альбом. Сначала покажу, как его увидят и кому оно уйдёт.

compose-control = 📣 <b>{ $whom }</b>
    { $reached ->
        [one] Получит
        [few] Получат
       *[many] Получат
    } { $reached } из { $all }
compose-is-urgent = ⚡ Срочно: зазвонит в любое время
compose-goes-at = 🕗 Уйдёт { $at }
compose-goes-now = 🕗 Уйдёт сразу; { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
} можно передумать
compose-rests = 🌙 Не беспокоим сейчас: { $n }; первым придёт { $at }
compose-asks-until = 📅 «Ознакомлен» ждём до { $day }
compose-files = 📎 Файлов: { $n }
compose-moment = { $day } в { $time }
compose-send = ✅ Отправить ({ $n })
compose-asks = { $on ->
    [true] ☑️ Ознакомлен: да
   *[false] ⬜ Ознакомлен: нет
}
compose-until = 📅 До какого дня
compose-later = 🕗 Позже
compose-make-urgent = ⚡ Срочно
compose-not-urgent = ⚡ Срочно: снять
compose-change-text = ✏️ Изменить текст
compose-look = 👁 Как увидят
compose-drop = ✖️ Не отправлять
compose-only-look = Так увидят получатели. Здесь кнопки не работают
compose-until-when = 📅 <b>До какого дня ждать «ознакомлен»?</b>
    После него кнопка благодарит, но ответ уже не считается.
compose-no-closing = Без срока
compose-when = 🕗 <b>Когда отправить?</b>
    Нажмите или напишите день и время: «{ $example } 9:30».
compose-now = Сразу
compose-urgent-question = ⚡ <b>Точно срочно?</b>
    Оно зазвонит у всех сразу, даже ночью и в выходной. О срочных остаётся запись в журнале изменений.
compose-urgent-sure = ⚡ Да, срочно
compose-reword = ✏️ <b>{ $whom }</b>
    Напишите новый текст одним сообщением. Приложенные файлы останутся, если не пришлёте других.
compose-dropped = Не отправлено.
compose-sent-before = Уже отправлено
compose-take-back = ↩️ Не отправлять
compose-taken-back = ↩️ <b>{ $whom }</b>
    Не отправлено: никто ничего не получил.
compose-anew = 📣 Написать заново
compose-mine-heading = 🗂 <b>Мои объявления</b>{ $n ->
    [0] {""}
   *[other] {"\u000A"}🕗 Запланировано: { $n }
}
compose-mine-none = 🗂 <b>Мои объявления</b>
    Пока нет ни одного.
compose-mine-waiting = 🕗 { $at }
compose-mine-sent = ✅ { $n } из { $all }

not-in-classes = 📋 <b>Ещё не вошли</b>: { $n }
    Сообщения к ним не дойдут: кому позвонить, видно по классам.
not-in-class = { $class_name }: { $n }
not-in-nobody = 📋 Все родители вошли: звонить некому.
not-in-nobody-of = 📋 <b>{ $class_name }</b>
    Все родители вошли: звонить некому.
not-in-list = 📋 <b>{ $class_name }</b>: ещё не вошли { $n }
    Список копируется касанием.
not-in-child = { $child }: { $guardians }
not-in-mother = мама { $name }
not-in-father = папа { $name }
not-in-guardian = опекун { $name }
not-in-other = { $name }

refused-announcement-empty = Писать пока нечего. Пришлите текст, фото или файл.
refused-announcement-too-long = { $length ->
    [one] Получился { $length } знак
    [few] Получилось { $length } знака
   *[many] Получилось { $length } знаков
}, а помещается { $most }. Сократите текст или отправьте его двумя сообщениями.
refused-too-many-files = В одном объявлении помещается { $most ->
    [one] { $most } файл
    [few] { $most } файла
   *[many] { $most } файлов
}. Остальные отправьте следующим.
refused-nobody-to-tell = Писать пока некому: в этом списке никого нет. Выберите других: /class
refused-draft-gone = Этот черновик уже не действует. Начните заново: /class
refused-sending-passed = Это время уже прошло или слишком далеко: можно на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} вперёд. Выберите другое.
refused-closes-before-it-goes = Срок «ознакомлен» кончается раньше, чем объявление уйдёт. Выберите день позже.
refused-announcement-left = Объявление уже ушло, вернуть его нельзя. Можно исправить текст: получатели увидят новый.
refused-moment-unclear = Не разобрал, когда отправить. Напишите, например, «завтра в 8:00» или «05.12 18:30».
