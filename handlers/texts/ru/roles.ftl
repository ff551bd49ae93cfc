# Вход, меню, «кто я», доступ класса.

roles-welcome =
    🔔 Здравствуйте! Это «Звонок» — электронный журнал и дневник школы.

    Чтобы войти, пришлите одноразовый код. Его даёт классный руководитель (родителям и ученикам) или администратор журнала (сотрудникам). Код выглядит так: <code>K7QD-3MXA-9WZ</code>
roles-not-inside = Вход с этого аккаунта закрыт. Чтобы войти снова, нужен новый код.

roles-consent =
    🔐 <b>Прежде чем мы что-то покажем о ребёнке</b>

    Школа просит вашего согласия на обработку персональных данных: вашего имени, имени и класса ребёнка, его расписания, отметок, посещаемости, домашних заданий и сообщений между вами и школой.

    Зачем: вести электронный журнал и дневник и вовремя сообщать вам об учёбе. Данные хранит школа; сообщения доставляет Telegram. Номер телефона мы не видим и не просим.

    Согласие можно отозвать в любой момент: /settings → «Согласие». Версия текста: 1.
roles-consent-declined = Хорошо, ничего не подключено и ничего не показано. Код остаётся в силе — вернуться можно, прислав его снова.
roles-consent-changed = С тех пор текст согласия изменился. Прочитайте, пожалуйста, новый — он на экране.

roles-entered = ✅ Вы вошли. Рады вам, { $name }!
roles-menu = <b>{ $name }</b> · { $roles }
roles-menu-pupil = <b>{ $name }</b>, что посмотрим?
roles-menu-access = 🔑 Доступ класса
roles-menu-me = 👤 Кто я
roles-name-admin = администратор журнала
roles-name-secretary = секретарь
roles-name-director = директор
roles-name-deputy = завуч
roles-name-class_teacher = классный руководитель
roles-name-teacher = учитель
roles-name-site_editor = администратор сайта
roles-name-guardian = родитель
roles-name-pupil = ученик

roles-help = <b>Что можно сделать</b>
roles-help-lesson = /lesson — «Мой урок»: кто есть, отметки, одним экраном
roles-help-homework-line = <code>/dz 7А алгебра № 345–350</code> — домашнее задание одной строкой; можно «на пятницу», с фото или файлом
roles-help-class = /class — объявление родителям или ученикам класса: сразу или в нужный час, с «ознакомлен» и опросом
roles-help-access = /menu → «Доступ класса» — кто вошёл, новые коды
roles-help-announce = /class — объявление классу, параллели, всей школе, учителям: сразу или в нужный час
roles-help-taught = /class — объявление тем, кого вы учите: классу, подгруппе, всем сразу
roles-help-tomorrow = /tomorrow — уроки на завтра; «расписание на пятницу» тоже поймём
roles-help-timetable = /tomorrow — ваши уроки на завтра; «расписание 7А на пятницу» — уроки класса
roles-help-marks = /marks — отметки за четверть
roles-help-homework = /homework — что задано
roles-help-settings = /settings — о чём и когда писать
roles-help-me = /me — кто я, на каких устройствах, язык
roles-help-cancel = /cancel — прервать начатое

roles-me =
    👤 <b>{ $name }</b>
    { $roles }

    { $count ->
        [one] Вход открыт на { $count } аккаунте:
        [few] Вход открыт на { $count } аккаунтах:
       *[many] Вход открыт на { $count } аккаунтах:
    }
roles-account-here = • этот аккаунт, с { $since }
roles-account-other = • другой аккаунт, с { $since }
roles-leave-here = Выйти здесь
roles-leave-other = Выйти на другом (с { $since })
roles-leave-everywhere = Выйти везде
roles-leave-sure = Выйти? Чтобы войти снова, понадобится новый код.
roles-leave-everywhere-sure = Выйти на всех устройствах? Чтобы войти снова, понадобится новый код.
roles-leave-yes = Да, выйти
roles-left = Вы вышли. Чтобы войти снова, попросите новый код. До встречи!

roles-choose-class = Какой класс?
roles-person-pupil = <b>{ $name }</b>, ученик
roles-person-guardian =
    <b>{ $name }</b>
    ребёнок: { $pupil }
roles-never-came = ▫️ Ещё не входил(а)
roles-came = ✅ Входит с { $since }, был(а) { $seen }
roles-came-lost = ⚠️ Вход с { $since }, но сообщения не доходят: бот заблокирован или аккаунт удалён
roles-new-code = 🔑 Новый код
roles-code =
    🔑 Код для: <b>{ $name }</b>

    <code>{ $code }</code>

    Или по ссылке: { $link }
    Код одноразовый, действует до { $until }. Прежний код больше не подходит.
roles-copy-link = 📋 Копировать ссылку
roles-qr = 🔳 QR-код
roles-qr-caption = Наведите камеру телефона: откроется бот и вход по коду { $code }
roles-revoke = Закрыть доступ
roles-revoke-sure = Закрыть доступ: <b>{ $name }</b>? На всех устройствах сразу; новый код можно выдать потом.
roles-revoke-yes = Да, закрыть
roles-revoked = Доступ закрыт: { $name }

roles-cancelled = Прервано, ничего не отправлено.
roles-nothing-to-cancel = Прерывать нечего: всё, что начато, закончено.
roles-after-a-break = ✅ Я ненадолго прерывался. Последнее, что вы сделали, сохранено, повторять не нужно.
roles-not-understood = Не понял, но готов помочь: вот что есть. Подсказки — /help
roles-unknown-button = Эта кнопка из старого сообщения и больше не действует. Откройте /menu
roles-in-group = В группах я не показываю ничего ни о ком. Напишите мне лично: @{ $username }

roles-command-start = Войти по коду
roles-command-lesson = Мой урок
roles-command-dz = Домашнее задание одной строкой
roles-command-class = Объявление: классам, ученикам, учителям
roles-command-tomorrow = Уроки на завтра
roles-command-schedule = Расписание на день
roles-command-marks = Отметки
roles-command-homework = Домашние задания
roles-command-settings = О чём и когда писать
roles-command-menu = Меню
roles-command-me = Кто я, устройства, язык
roles-command-help = Что можно сделать
roles-command-cancel = Прервать начатое

refused-code-not-accepted = Код не подходит. Проверьте его или попросите новый у того, кто его дал.
refused-account-taken = С этого аккаунта уже вошёл другой человек школы. Сначала выйдите: /me → «Выйти здесь», потом пришлите код снова.
refused-account-not-open = Среди ваших открытых входов этого нет: он уже закрыт. Какие открыты — /me
