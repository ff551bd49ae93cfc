# Пропуски: о чём предупредили, тревога, страница семьи и страница класса.

note-menu = 🙋 Не придём
note-choose-child = Кто не придёт?
note-choose-days = Когда <b>{ $name }</b> не придёт?
    «по …» — с первого дня списка и по этот день. Можно и написать: <i>12–14.12</i>, <i>завтра болеет</i>, <i>до пятницы</i>.
note-no-days = <b>{ $name }</b>: в этом учебном году уроков больше нет.
note-until-day = по { $day }
note-some-lessons = уроки…
note-choose-lessons = <b>{ $name }</b>, { $day }: каких уроков не будет?
note-from-lesson = с { $position }-го урока
note-until-lesson = по { $position }-й урок
note-one-lesson = { $position }-й урок
note-lessons = уроки { $start }–{ $end }
note-choose-reason = <b>{ $name }</b>, { $days }. Почему?
note-say-ill = 🤒 Болеет
note-say-doctor = 🩺 К врачу
note-say-family = 👪 Семья
note-say-contest = 🏆 Соревнования
note-say-other = ✍️ Другое
note-reason-ill = болеет
note-reason-doctor = врач
note-reason-family = по семейным обстоятельствам
note-reason-contest = соревнования
note-reason-other = другая причина
note-reason-with-words = { $reason } («{ $words }»)
note-ask-words = <b>{ $name }</b>, { $days }. Напишите причину одним сообщением.
note-without-words = Без пояснений
note-saved = ✅ Записано: <b>{ $name }</b>, { $days } — { $reason }.
    Учителя увидят это в перекличке, тревожить вас не будем. Справку можно прислать сюда фотографией.
note-saved-with-paper = ✅ Записано: <b>{ $name }</b>, { $days } — { $reason }.
    Учителя увидят это в перекличке, тревожить вас не будем. 📎 Справка приложена.
note-cancelled = ↩️ Отменено: <b>{ $name }</b>, { $days } — { $reason }. Ждём на уроках!
note-again = 🙋 Предупредить заново
note-change-reason = Другая причина
note-change-days = Другие дни
note-cancel = Придём, отменить
note-saved-toast = Записали
note-cancelled-toast = Отменили
note-to-absences = Все пропуски
note-show-paper = 📎 Показать справку
note-told-new = 🙋 <b>{ $name }</b>, { $class_name }: не придёт { $days } — { $reason }.
    Предупреждает { $by }.
note-told-changed = ✏️ <b>{ $name }</b>, { $class_name }: изменено. Не придёт { $days } — { $reason }.
    Предупреждает { $by }.
note-told-cancelled = ↩️ <b>{ $name }</b>, { $class_name }: отменено. Собирались пропустить { $days } — { $reason }.
    Сообщает { $by }.
alarm-take = 🙋 Взял(а) на себя
alarm-taken-by = 🙋 Ребёнка ищет { $by }.
alarm-taken-toast = Остальные и родители увидят, кто ищет
alarm-taken-told = 🙋 <b>{ $name }</b>, { $class_name }: ребёнка уже ищет { $by }. Вам позвонят.
    { $lesson }
alarm-unanswered = ❗️❗️ <b>{ $name }</b>, { $class_name }: родители НЕ ЗНАЛИ, что ребёнка нет на уроке, и 10 минут никто не отозвался!
    { $lesson }
    Свяжитесь с ними прямо сейчас.
absences-menu = 🗓 Пропуски
absences-menu-class = 🗓 Пропуски класса
absences-no-pupils = Здесь видны пропуски детей, а вы никого из учеников не представляете.
absences-of-pupil = 🗓 <b>{ $name }</b>, { $class_name }: пропуски с { $first }
absences-of-class = 🗓 <b>{ $class_name }</b>: пропуски с { $first }{ $open ->
        [0] {""}
       *[other] {" "}· не выяснено: { $open }
    }
absences-nothing-missed = Пропусков нет.
absences-totals = { $lessons ->
        [one] { $lessons } урок
        [few] { $lessons } урока
       *[many] { $lessons } уроков
    } за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } · { $counts }
absences-missed = { $sign } { $count ->
        [one] урок
        [few] уроки
       *[many] уроки
    } { $positions }: { $reason }
absences-late = 🕐 опоздание на { $position }-й урок{ $minutes ->
        [0] {""}
        [one] , { $minutes } минута
        [few] , { $minutes } минуты
       *[many] , { $minutes } минут
    }
absences-reason-ill = болезнь
absences-reason-excused = уважительная причина
absences-reason-unexcused = без уважительной причины
absences-reason-unknown = причина не выяснена
absences-more-days = …и ещё { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
absences-announced = <b>Вы предупредили:</b>
absences-open-note = ✏️ { $days }
absences-none = За это время никто не пропускал.
absences-day-of-pupil = { $at }. { $sign } <b>{ $name }</b> · { $day } · { $count ->
        [1] урок
       *[other] уроки
    } { $positions }
absences-home-announced = {"    "}родители предупредили: { $reason }
absences-home-said = {"    "}родители: { $answer }
absences-how-to-settle = {""}
    🤒 болезнь · 📄 уважительная · ❌ без уважительной: одно нажатие на весь день ученика.
absences-settled = Записано: { $reason }
absences-total-of-pupil = <b>{ $name }</b>: { $lessons } · { $counts }
absences-doubt-gap = 🔎 <b>{ $name }</b> · { $day }: был(а) до и после, но не на { $count ->
        [1] уроке
       *[other] уроках
    } { $positions }
absences-doubt-here = 🔎 <b>{ $name }</b> · { $day }: предупредили о пропуске, а на { $count ->
        [1] уроке
       *[other] уроках
    } { $positions } отмечен(а) на месте
absences-doubt-silent = 🔎 <b>{ $name }</b> · { $day }: весь день нет ({ $count ->
        [1] урок
       *[other] уроки
    } { $positions }), из дома ни слова
absences-no-doubts = За неделю всё сходится.
absences-choose-class = Пропуски какого класса показать?
absences-period-week = неделя
absences-period-month = месяц
absences-period-term = четверть
absences-tab-days = Дни
absences-tab-totals = Итоги
absences-tab-doubts = Проверить
refused-absence-over = { $last }: эти дни уже прошли. Причину прошедших пропусков отмечает классный руководитель — напишите ему.
refused-absence-too-long = Предупредить можно не больше чем на { $most ->
        [one] { $most } день
        [few] { $most } дня
       *[many] { $most } дней
    } вперёд.
refused-nothing-to-miss = { $first }–{ $last }: уроков в эти дни и так нет.
refused-note-words-too-long = Причина не поместится: знаков { $length }, самое большее — { $most }. Напишите, пожалуйста, короче.
refused-note-cancelled = Это предупреждение уже отменено. Новое — командой /absent.
roles-command-absent = Предупредить: не придём
roles-command-absences = Пропуски с причинами
absences-minutes = оп { $minutes }
