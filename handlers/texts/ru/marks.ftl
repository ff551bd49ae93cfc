# Отметки подробно: несколько, долги, пересдачи, изменения с согласия завуча.

marks-one-more = ＋ ещё одна
marks-debt = • долг
marks-debt-until = • долг до { $day }
marks-debt-ask = <b>{ $name }</b> · { $work }
    До какого дня можно сдать? До этого — ни отметки, ни двойки.
marks-debt-away = ✕ долга нет
marks-debt-set = Долг до { $day }
marks-debt-gone = Долг снят
marks-heading-one = <b>{ $name }</b> · { $value ->
        [none] отметка снята
       *[other] <b>{ $value }</b>
    } · { $work }
    { $subject } · { $classes } · { $day }
marks-set-by = Записал(а): { $by }, { $day } { $time }
marks-comment = 💬 { $words }
marks-say = 💬 Комментарий
marks-comment-ask = Напишите комментарий: его увидят ученик и родители.
marks-retake = 🔁 Пересдача
marks-retake-ask = Какая отметка за пересдачу? Прежняя останется видна зачёркнутой.
marks-retaken = 🔁 Пересдана: засчитывается новая отметка.
marks-waits = ⏳ Изменение ждёт решения завуча.
marks-history = 🕘 История
marks-by-program = программа
marks-event = { $day } { $time } · { $by }: { $before ->
        [none] { $after ->
            [none] снята
           *[other] поставлено { $after }
        }
       *[other] { $after ->
            [none] { $before } снята
           *[other] { $before } → { $after }
        }
    }
marks-event-words = { $day } { $time } · { $by }: { $words ->
        [none] комментарий убран
       *[other] комментарий «{ $words }»
    }
marks-event-why = Причина: { $why }
marks-reason-ask = { $value ->
        [none] Отметка будет снята
       *[other] Станет: <b>{ $value }</b>
    } с согласия завуча: срок свободных изменений ({ $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }) прошёл или период закрыт. Напишите причину одним сообщением.
marks-request-sent = 📨 Просьба ушла завучу. Ответ придёт сюда, до него отметка остаётся прежней.
marks-menu-requests = 📨 Просьбы об отметках
marks-requests = { $n ->
        [0] Просьб об изменении отметок нет.
        [one] Ждёт решения { $n } просьба:
        [few] Ждут решения { $n } просьбы:
       *[many] Ждут решения { $n } просьб:
    }
marks-requests-more = Другие просьбы
marks-request = 📨 <b>Изменить отметку</b>: { $state ->
        [open] { $now ->
            [none] снята
           *[other] { $now }
        } → { $value ->
            [none] снять
           *[other] <b>{ $value }</b>
        }
       *[other] { $value ->
            [none] снять
           *[other] на <b>{ $value }</b>
        }
    }
    { $name }, { $class_name } · { $subject } · { $work } · { $day }
    Просит: { $by }
    Причина: { $why }
marks-request-open = Ждёт решения.
marks-request-accepted = ✅ Согласовано: { $by }. Отметка изменена.
marks-request-declined = ✕ Отклонено: { $by }. Отметка осталась прежней.
marks-open = К отметке
marks-accept = ✅ Принять
marks-decline = ✕ Отклонить
marks-touched = ✏️ { $by } меняет вашу отметку: <b>{ $name }</b>, { $subject }, { $work }: { $before ->
        [none] снята
       *[other] { $before }
    } → { $after ->
        [none] снята
       *[other] <b>{ $after }</b>
    }
marks-touch-undo = ↩️ Отменить
marks-touch-undone = ↩️ Отметка возвращена: { $value ->
        [none] снята
       *[other] <b>{ $value }</b>
    }
marks-debt-told = • { $own ->
        [true] Долг
       *[other] <b>{ $name }</b>: долг
    } — { $subject }, { $work } ({ $day }). Сдать до { $due }.
marks-debt-told-again = Исправлено. { $own ->
        [true] Долг
       *[other] <b>{ $name }</b>: долг
    } — { $subject }, { $work } ({ $day }). Сдать до { $due }.
marks-debt-told-gone = ✅ { $own ->
        [true] Долга
       *[other] <b>{ $name }</b>: долга
    } больше нет — { $subject }, { $work } ({ $day }).
marks-retake-of = { $work }, пересдача — было { $before }
marks-owed-heading = • <b>Долги</b>
marks-owed-line = { $subject }, { $work } ({ $day }) — до { $due }

refused-reason-needed = Свободно эту отметку менять уже нельзя: прошёл срок или период закрыт. Она меняется с причиной и с согласия завуча: откройте урок и нажмите новую отметку — /lesson
refused-term-is-closed = Период для этого класса закрыт: новое в него не записывается. Открыть его снова может завуч.
refused-debt-day-passed = Этот день для сдачи уже прошёл или слишком далеко. Выберите другой.
refused-debt-beside-mark = За эту работу отметка уже стоит, долга нет.
refused-comment-too-long = Комментарий не поместился: знаков { $length }, а можно до { $most }. Сократите его и отправьте ещё раз.
refused-consent-reason-missing = Напишите причину словами: по ней решает завуч.
refused-consent-reason-too-long = Причина не поместилась: знаков { $length }, а можно до { $most }. Сократите её и отправьте ещё раз.
refused-change-asked-already = Изменение этой отметки уже ждёт решения завуча.
refused-own-request = Свою просьбу решает другой: второй завуч или директор.

roles-command-requests = Просьбы изменить старую отметку
