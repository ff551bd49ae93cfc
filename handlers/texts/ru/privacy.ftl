# Персональные данные: кто смотрел, выгрузки, инциденты, свои данные, удаление.

privacy-menu-audit = 🔎 Кто смотрел данные
roles-command-audit = Кто чьи данные смотрел и выгружал
roles-command-incident = Подозрение на утечку данных
roles-command-erasures = Запросы на удаление данных
roles-command-mydata = Мои данные: получить, кто смотрел, удалить

privacy-audit = 🔎 <b>{ $changes ->
    [true] Кто что менял
   *[false] Кто смотрел и выгружал
}</b> { $days ->
    [1] сегодня
   *[other] за последние дни: { $days }
}{ $side ->
    [of] {"\u000A"}Чьи данные: { $name }
    [by] {"\u000A"}Кто: { $name }
   *[all] {""}
}{ $what ->
    [none] {""}
   *[other] {"\u000A"}Что: { $what }
}
privacy-line = { $day } { $at } · <b>{ $name }</b> ({ $roles }) — { $what }{ $whom }{ $times ->
    [1] {""}
   *[other] {" "}×{ $times }
}
privacy-one = { $name }
privacy-class = весь { $name }
privacy-school = вся школа
privacy-former = сейчас без роли
privacy-nobody-looked = За это время записей нет.
privacy-how-to-search = Найти человека: /audit и фамилия.
privacy-turn = { $changes ->
    [true] 👁 Кто смотрел
   *[false] ✏️ Кто менял
}
privacy-span = { $days ->
    [1] сегодня
    [7] неделя
    [30] месяц
   *[other] год
}
privacy-narrow = { $set ->
    [true] Другое действие
   *[false] Одно действие…
}
privacy-any-deed = Все действия
privacy-which-deed = Какое действие показать?
privacy-of = 👁 данные: { $name }
privacy-by = Смотрит: { $name }
privacy-everyone = Все люди
privacy-found = Кого показать? «Данные» — кто смотрел этого человека; «Смотрит» — что смотрел он сам.
privacy-not-found = Никого с таким именем нет. Проверьте фамилию: /audit Иванова
privacy-newer = ‹ Новее
privacy-older = Старше ›
privacy-sheet = 📄 Таблица XLSX
privacy-sheet-name = Просмотры
privacy-sheet-headings = День | Время | Кто | Роль | Что | Чьё | Раз
privacy-sheet-file = Кто смотрел данные.xlsx
privacy-sheet-caption = Просмотры и выгрузки, строк: { $rows }. Эта выгрузка тоже записана.
privacy-to-incident = 🚨 Инцидент

privacy-what-see-pupil-diary = дневник
privacy-what-see-pupil-marks = отметки
privacy-what-see-results = итоговые отметки
privacy-what-see-lesson = урок в журнале
privacy-what-see-mark-history = история отметки
privacy-what-see-remarks = замечания и благодарности
privacy-what-see-exemptions = освобождения
privacy-what-see-absence-note = сообщение об отсутствии
privacy-what-see-class-absences = пропуски
privacy-what-see-achievement = итоги обучения
privacy-what-see-journal-page = страница журнала
privacy-what-see-class-sheets = ведомости класса
privacy-what-see-report-card = табель успеваемости
privacy-what-see-class-access = кто вошёл в журнал
privacy-what-export-class-kit = выгрузка: карточки с кодами
privacy-what-export-slip = выгрузка: карточка с кодом
privacy-what-export-lists-of-class = выгрузка: списки класса
privacy-what-export-movement = выгрузка: движение учеников
privacy-what-export-year-turn = выгрузка: переход на новый год, поимённо
privacy-what-export-audit = выгрузка: кто смотрел данные
privacy-what-export-poll = выгрузка: ответы на опрос
privacy-what-export-thread = выгрузка: переписка
privacy-what-export-own-thread = получил(а) файл со своей перепиской
privacy-what-export-receipts = выгрузка: кто не ознакомился с объявлением
privacy-what-export-signatures = выгрузка: подписи дневника
privacy-what-export-indicators = выгрузка: как ведётся журнал
privacy-what-export-participation = выгрузка: кто пользуется журналом
privacy-what-export-achievement = выгрузка: итоги обучения
privacy-what-export-journal-page = выгрузка: страница журнала
privacy-what-export-mark-sheet = выгрузка: сводная ведомость отметок
privacy-what-export-attendance = выгрузка: сводная ведомость посещаемости
privacy-what-export-class-report = выгрузка: отчёт классного руководителя
privacy-what-export-teacher-report = выгрузка: отчёт учителя-предметника
privacy-what-export-report-cards = выгрузка: табели успеваемости
privacy-what-export-own-report-card = получил(а) табель успеваемости
privacy-what-export-inspection = выгрузка: справка о проверке журнала
privacy-what-export-rewriting = выгрузка: что переписать в бумажный журнал
privacy-what-export-own-data = получил(а) файл со своими данными
privacy-what-changed-mark = отметка
privacy-what-changed-attendance = присутствие
privacy-what-changed-roll-call = перекличка
privacy-what-changed-homework = домашнее задание
privacy-what-changed-topic = тема урока
privacy-what-changed-plan = календарный план
privacy-what-changed-result = итоговая отметка
privacy-what-changed-closing = закрытие периода
privacy-what-changed-remark = замечание, благодарность
privacy-what-changed-debt = долг
privacy-what-changed-mark-request = просьба изменить отметку
privacy-what-changed-absence-reason = причина пропуска
privacy-what-changed-absence-note = сообщение об отсутствии
privacy-what-changed-exemption = освобождение
privacy-what-changed-movement = движение
privacy-what-changed-list-confirmed = список класса подтверждён
privacy-what-changed-lists = списки из файла
privacy-what-changed-lesson-change = замена
privacy-what-changed-lesson-changes = замены из файла
privacy-what-changed-year-turn = переход на новый год
privacy-what-changed-term = учебный период
privacy-what-changed-bells = звонки
privacy-what-changed-calendar = календарь

privacy-who-looked = 👁 <b>Кто смотрел</b>: { $own ->
    [true] мои данные
   *[false] данные ребёнка, { $name }
}
    Сотрудники школы за год. Учителя на своих уроках и сама семья не записываются.

refused-exports-frozen = Сейчас выгрузки остановлены: администрация разбирается с инцидентом. Данные на месте, попробуйте позже.
refused-too-many-exports = Сегодня вы выгрузили уже { $most ->
    [one] { $most } файл
    [few] { $most } файла
   *[many] { $most } файлов
}, больше за день нельзя. Завтра можно снова; если нужно сегодня — обратитесь к директору.
refused-getting-in-frozen = Сейчас вход для новых людей временно закрыт. Ваш код не пропадёт: попробуйте позже.
privacy-taken-out = 📄 { $name }: файлов с данными учеников за { $day } — { $count }. Какие — в /audit.

privacy-incident-none = 🚨 <b>Инцидент с персональными данными</b>
    Потерян телефон с доступом, кто-то чужой видел журнал, файл ушёл не туда — откройте инцидент. Сразу остановятся выгрузки и вход новых людей, сохранится копия базы, пойдёт отсчёт 24 и 72 часов для Роскомнадзора (152-ФЗ, ст. 21, ч. 3.1).
privacy-incident-open = Открыть инцидент
privacy-incident-ask = { $closing ->
    [true] Что выяснили и что сделали? Эти слова останутся с инцидентом; выгрузки и вход снова откроются.
   *[false] Что случилось и когда это заметили? Без имён детей. Отсчёт пойдёт с этой минуты.
} Одним сообщением; знаков — не больше { $most }.
refused-incident-note-empty = Напишите несколько слов о том, что случилось.
refused-incident-note-too-long = Длинновато: знаков { $length }, а можно до { $most }. Сократите и пришлите ещё раз.
refused-incident-stands = Инцидент уже открыт: /incident
privacy-incident = 🚨 <b>Открыт инцидент</b>: { $opened }, { $name }
privacy-incident-note = <blockquote>{ $note }</blockquote>
privacy-incident-tell = ⏳ Сообщить в Роскомнадзор: до { $until } · { $over ->
    [true] срок прошёл, сообщите как можно скорее
   *[false] осталось часов: { $hours }, минут: { $minutes }
}
privacy-incident-find-out = ⏳ Сообщить, что выяснили: до { $until } · { $over ->
    [true] срок прошёл, сообщите как можно скорее
   *[false] осталось часов: { $hours }, минут: { $minutes }
}
privacy-incident-shut = ⛔️ Выгрузки и вход новых людей остановлены.
privacy-incident-snapshot = { $name ->
    [none] ⚠️ Копию базы сделать не удалось: сделайте её на сервере командой backup.
   *[other] 💾 Копия базы на сервере: <code>{ $name }</code>
}
privacy-incident-draft = 📝 Черновик уведомления
privacy-incident-close = Закрыть инцидент…
privacy-incident-closed = ✅ Инцидент закрыт, выгрузки и вход снова открыты.
    <blockquote>{ $note }</blockquote>
privacy-incident-see = Открыть
privacy-incident-news = { $stage ->
    [opened] 🚨 { $name }: открыт инцидент с персональными данными. Выгрузки и вход новых людей остановлены. Сообщить в Роскомнадзор нужно до { $until }.
    [tell] ⏳ Инцидент с персональными данными ещё открыт: сообщить о нём в Роскомнадзор нужно до { $until }.
    [find_out] ⏳ Инцидент с персональными данными ещё открыт: сообщить в Роскомнадзор, что выяснили, нужно до { $until }.
   *[closed] ✅ { $closed }: инцидент с персональными данными закрыт. Выгрузки и вход снова открыты.
}
privacy-moment = { $day } в { $at }
privacy-moment-full = { $day } в { $at }
privacy-notice = 📝 <b>Черновик для формы Роскомнадзора</b> (pd.rkn.gov.ru, «Уведомление об инциденте»). Впишите то, что в скобках; имён детей здесь быть не должно.

    <code>Оператор: { $school } (ИНН, адрес)
    Инцидент выявлен: { $opened }
    Что произошло: { $note }
    Предполагаемые причины: (как это стало возможно)
    Чьи и какие данные: (ученики, родители, сотрудники; сколько примерно человек; какие сведения)
    Предполагаемый вред: (что может случиться из-за утечки)
    Принятые меры: выгрузка данных и подключение новых пользователей остановлены{ $copied ->
    [true] , сохранена копия базы данных
   *[false] {""}
}; (что ещё сделано)
    Кто отвечает на вопросы: (фамилия, имя, отчество, должность, телефон, почта)</code>

privacy-own-data = 🔐 Мои данные
privacy-own = 🔐 <b>{ $children ->
    [0] Мои данные
   *[other] Мои данные и данные детей
}</b>
    Здесь можно получить всё, что журнал о вас хранит, одним файлом (в день — не больше { $most }), узнать, кто из сотрудников это смотрел, и попросить удалить.
privacy-take-own = 📄 Получить файл
privacy-who-at-child = 👁 Кто смотрел: { $name }
privacy-who-at-me = 👁 Кто смотрел мои данные
privacy-ask-erasure = 🗑 Удалить мои данные
privacy-own-file = Мои данные.html
privacy-own-caption = Всё, что хранит журнал. Откройте в браузере; внутри то же самое в JSON. Файл личный: не пересылайте его.
refused-own-data-taken = Сегодня файл уже получен { $most ->
    [one] { $most } раз
    [few] { $most } раза
   *[many] { $most } раз
}. Завтра можно снова.
privacy-erasure-sure = 🗑 Просьба уйдёт администратору журнала. Когда он её выполнит, вход закроется, настройки и переписка удалятся. Журнал (отметки, посещаемость, приказы) школа обязана хранить положенный срок. Попросить?
privacy-erasure-yes = Да, попросить
privacy-erasure-asked = { $new ->
    [true] Просьба передана администратору.
   *[false] Эта просьба у администратора уже есть.
} Закон отводит на ответ 10 рабочих дней.
privacy-erasure-news = 🗑 { $name } просит удалить свои данные.
privacy-erasure-see = Посмотреть

privacy-erasures = 🗑 <b>Запросы на удаление данных</b>: { $count ->
    [0] нет ни одного.
   *[other] { $count }. Нажмите, чтобы увидеть, что удалится и что остаётся.
}
privacy-erasure-one = { $name } · { $day }
privacy-erasure = 🗑 <b>{ $name }</b> · { $why ->
    [withdrawn] отозвано согласие
    [asked] просьба удалить
   *[retention] прошёл срок хранения
}, { $day }
privacy-goes = <b>Удалится:</b>
privacy-goes-line = • { $kind }: { $count }
privacy-goes-nothing = • записей нет
privacy-goes-name = { $named ->
    [true] • дата рождения, номер, язык; имя остаётся: без него не обойтись журналу
   *[false] • имя, дата рождения, номер, язык
}
privacy-stays = <b>Остаётся по номенклатуре дел школы:</b>
privacy-stays-line = • { $kind }: { $count }, до { $until }
privacy-stays-nothing = Хранить по закону нечего.
privacy-goes-codes = коды входа
privacy-goes-messages = сообщения
privacy-goes-settings = настройки
privacy-goes-notes = слова и справки об отсутствии
privacy-goes-remarks = тексты замечаний
privacy-goes-ticks = отметки о сделанных уроках
privacy-goes-receipts = подтверждения «Ознакомлен»
privacy-goes-guardianships = связи с детьми
privacy-goes-signatures = подписи под согласием
privacy-goes-accounts = входы через Telegram
privacy-goes-talk = сказанное в разговорах
privacy-goes-attachments = файлы из разговоров
privacy-goes-templates = шаблоны сообщений
privacy-goes-answers = ответы на опросы
privacy-goes-diary = подписи дневника
privacy-goes-reads = что прочитано
privacy-goes-limits = ограничения переписки
privacy-stays-marks = отметки
privacy-stays-attendance = посещаемость
privacy-stays-results = итоговые отметки
privacy-stays-orders = зачисления по приказам
privacy-stays-changes = журнал изменений
privacy-stays-audit = кто смотрел данные
privacy-erase-now = { $sure ->
    [true] Удалить безвозвратно
   *[false] Удалить…
}
privacy-erase-last = Вернуть это будет нельзя.
privacy-decline = Отклонить
privacy-declined = Отклонено. Скажите человеку почему: закон этого требует.
privacy-erased = ✅ Данные удалены: { $name }. { $named ->
    [true] Имя осталось только в журнале.
   *[false] Имя заменено словом «Удалено».
}
refused-still-staff = Этот человек работает в школе: сначала снимите его роли, потом удаляйте данные.

privacy-retention = 🗄 Истёк срок хранения записей: { $rows }. Какие — покажет на сервере команда <code>python -m bot retention</code>, удалит — она же с <code>--apply</code>. Сначала сверьтесь с номенклатурой дел.

privacy-file-title = Мои данные в электронном журнале
privacy-file-made = { $school }, { $day } в { $at }. Здесь всё, что хранится о вас; имена других людей — только сотрудников школы.
privacy-yes = да
privacy-no = нет
privacy-section-inspection-remarks = Замечания к ведению журнала
privacy-section-people = Человек
privacy-section-role-grants = Роли
privacy-section-guardianships = Чей родитель
privacy-section-bindings = Входы через Telegram
privacy-section-access-codes = Коды входа
privacy-section-consents = Согласия
privacy-section-person-settings = Настройки
privacy-section-preferences = О чём сообщать
privacy-section-staff-pins = ПИН-код
privacy-section-class-teachers = Классное руководство
privacy-section-teaching-loads = Нагрузка
privacy-section-teacher-absences = Отсутствие на работе
privacy-section-enrolments = Зачисления
privacy-section-study-group-members = Подгруппы
privacy-section-movements = Движение
privacy-section-pupil-subjects = Особый порядок предметов
privacy-section-marks = Отметки
privacy-section-results = Итоговые отметки
privacy-section-debts = Несданные работы
privacy-section-attendance = Посещаемость
privacy-section-absence-answers = Ответы об отсутствии
privacy-section-absence-notes = Сообщения об отсутствии
privacy-section-absence-reasons = Причины пропусков
privacy-section-remarks = Замечания и благодарности
privacy-section-homework-pupils = Личные задания
privacy-section-homework-ticks = Сделанные уроки
privacy-section-poll-answers = Ответы на опросы
privacy-section-thread-members = Разговоры
privacy-section-thread-messages = Сказанное в разговорах
privacy-section-writing-limits = Ограничения переписки
privacy-section-diary-signatures = Подписи дневника
privacy-section-announcement-receipts = Объявления
privacy-section-document-acknowledgements = Ознакомление с документами
privacy-section-outbox = Отправленные сообщения
privacy-section-change-log = Журнал изменений
privacy-section-audit-log = Кто смотрел
privacy-section-erasures = Просьбы об удалении
privacy-section-thread-message-versions = Прежние слова сказанного
privacy-section-talk-files = Файлы в разговорах
privacy-section-templates = Свои шаблоны
privacy-column-accepted = принято
privacy-column-account-name = имя в Telegram
privacy-column-by = кто ответил
privacy-column-edited-at = исправлено
privacy-column-joined-at = с какого времени
privacy-column-left-at = до какого времени
privacy-column-lifted-at = снято
privacy-column-limited-at = введено
privacy-column-option = выбор
privacy-column-pupil = ребёнок
privacy-column-signed-at = подписано
privacy-column-thread = разговор
privacy-column-week = неделя с
privacy-column-acknowledged-at = ознакомлен(а)
privacy-column-actor = кто
privacy-column-after = стало
privacy-column-announcement = объявление
privacy-column-answer = ответ
privacy-column-at = когда
privacy-column-average = средний балл
privacy-column-before = было
privacy-column-birth-date = дата рождения
privacy-column-bound-at = вход с
privacy-column-cancelled-at = отменено
privacy-column-class = класс
privacy-column-closed-at = закрыто
privacy-column-comment = комментарий
privacy-column-created-at = в журнале с
privacy-column-day = день
privacy-column-decided-at = решено
privacy-column-digest-at = час сводки
privacy-column-discreet = без подробностей
privacy-column-document = документ
privacy-column-done-at = сделано
privacy-column-due-day = срок
privacy-column-ended-at = закончилось
privacy-column-ended-why = почему
privacy-column-expires-at = годен до
privacy-column-external-number = номер
privacy-column-finding = что
privacy-column-finished-at = отправлено
privacy-column-from-class = из класса
privacy-column-from-day = с
privacy-column-full-name = подпись
privacy-column-given = имя
privacy-column-granted-at = с
privacy-column-group = подгруппа
privacy-column-homework = задание
privacy-column-hours-week = часов в неделю
privacy-column-issued-at = выдан
privacy-column-kind = вид
privacy-column-language = язык
privacy-column-last-seen-at = был(а) в журнале
privacy-column-late = задним числом
privacy-column-lesson = урок (день, номер)
privacy-column-lesson-bell = урок по звонку
privacy-column-made-at = когда
privacy-column-minutes = минут
privacy-column-mode = как
privacy-column-note = пояснение
privacy-column-noted-at = отмечено
privacy-column-noted-by = кто отметил
privacy-column-number = номер
privacy-column-order-number = приказ
privacy-column-patronymic = отчество
privacy-column-person = кто
privacy-column-proposed-at = предложено
privacy-column-quiet-from = тишина с
privacy-column-quiet-until = тишина до
privacy-column-reacted-at = школа ответила
privacy-column-reacted-by = кто ответил
privacy-column-reason = причина
privacy-column-asked-at = когда
privacy-column-relation = кем приходится
privacy-column-restricted-at = ограничено с
privacy-column-restricted-order = решение суда
privacy-column-revoked-at = отозван
privacy-column-role = роль
privacy-column-roles = роли
privacy-column-set-at = когда
privacy-column-set-by = кто
privacy-column-settled-at = когда
privacy-column-settled-by = кто
privacy-column-state = состояние
privacy-column-status = присутствие
privacy-column-subject = предмет
privacy-column-surname = фамилия
privacy-column-taken-back = снято
privacy-column-taken-back-at = убрано
privacy-column-telegram = номер в Telegram
privacy-column-text = текст
privacy-column-times = раз
privacy-column-to-class = в класс
privacy-column-until-day = по
privacy-column-used-at = использован
privacy-column-value = отметка
privacy-column-version = версия
privacy-column-what = что
privacy-column-why = почему
privacy-column-words = слова
privacy-column-written-at = когда
privacy-column-written-by = кто
privacy-column-file-name = имя файла
privacy-column-until = до
privacy-value-present = был(а)
privacy-value-absent = отсутствовал(а)
privacy-value-ill = болезнь
privacy-value-excused = уважительная причина
privacy-value-unexcused = без уважительной причины
privacy-value-late = опоздание
privacy-value-known = семья знает
privacy-value-unknown = семья не знала
privacy-value-doctor = врач
privacy-value-family = семья
privacy-value-contest = соревнование
privacy-value-other = другое
privacy-value-mother = мать
privacy-value-father = отец
privacy-value-now = сразу
privacy-value-digest = вечерняя сводка
privacy-value-off = не сообщать
privacy-value-remark = замечание
privacy-value-praise = благодарность
privacy-value-waiting = ждёт отправки
privacy-value-sent = отправлено
privacy-value-cancelled = не отправлено
privacy-value-undeliverable = не доставлено
privacy-value-quarter = четверть
privacy-value-half-year = полугодие
privacy-value-trimester = триместр
privacy-value-year = год
privacy-value-exam = экзамен
privacy-value-final = итог
privacy-value-exempt = освобождение
privacy-value-individual = своя программа
privacy-value-left = выход
privacy-value-revoked = доступ отозван
privacy-value-replaced = другой телефон
privacy-value-erased = данные удалены
privacy-value-enrolled = зачисление
privacy-value-moved = перевод
privacy-value-expelled = отчисление
privacy-value-graduated = выпуск
privacy-value-accepted = принято
privacy-value-declined = отклонено
privacy-value-proposed = предложено
privacy-value-asked = просьба
privacy-value-done = выполнено
privacy-value-withdrawn = отозвано
privacy-value-mark = отметка
privacy-value-result = итоговая отметка
privacy-value-homework = домашнее задание
privacy-value-absence = отсутствие
privacy-value-attendance = присутствие
privacy-value-announcement = объявление
privacy-value-debt = несданная работа
privacy-value-timetable = расписание
privacy-value-notice = сообщение сотруднику
privacy-value-talk = сообщение в разговоре
privacy-value-talk-told = о разговорах
privacy-value-sign-off = неделя дневника
privacy-value-photo = фото
privacy-value-document = файл
privacy-value-video = видео
privacy-value-audio = звук
privacy-value-voice = голосовое
privacy-value-video-note = видеосообщение
