# Дневник: день и неделя ученика.

diary-menu = 📔 Дневник
diary-nobody = Дневник видят родители и ученики; уроки учителя — в «Мой урок».
diary-heading = 📔 <b>{ $name }</b>, { $class_name }
diary-first-grade = В первом классе отметок не ставят и на дом не задают — так и должно быть (п. 1.2 положения).
diary-day =
    {""}
    <b>{ $day }</b>{ $today ->
        [true] {" "}— сегодня
       *[false] {""}
    }
diary-day-off = { $name }: уроков нет.
diary-no-lessons = Уроков нет.
diary-lesson = { $position }. { $starts }<b>{ $subject }</b>
diary-lesson-cancelled = { $position }. <s>{ $subject }</s> — отменён
diary-beside = • <b>{ $subject }</b>
diary-mark = <b>{ $value }</b> { $work }
diary-mark-retaken = <s>{ $value }</s> { $work }
diary-comment = 💬 { $value }: { $text }
diary-presence-absent = 🔴 нет на уроке
diary-presence-ill = 🤒 болезнь
diary-presence-excused = 📄 уважительная причина
diary-presence-unexcused = 🔴 без уважительной причины
diary-presence-late = 🕐 опоздание{ $minutes ->
    [0] {""}
   *[other] {" "}({ $minutes } мин)
}
diary-task = { $done ->
        [true] ✅
       *[false] 📚
    } { $text }{ $minutes ->
        [0] {""}
       *[other] {" "}(~{ $minutes } мин)
    }{ $files ->
        [0] {""}
       *[other] {" "}📎{ $files }
    }{ $alone ->
        [true] {" "}👤 лично
       *[false] {""}
    }
diary-none-set = 📚 не задано
diary-minutes = ⏱ Домашнее задание: около { $minutes } мин
diary-to-today = Сегодня
diary-to-week = 🗓 Неделя
roles-command-day = Дневник: день
roles-command-week = Дневник: неделя

# Отметки: по дням, один предмет.

diary-marks-by-day = 📅 По дням
diary-marks-by-subject = 📚 По предметам
diary-marks-day = <b>{ $day }</b>: { $marks }
diary-marks-of-day = { $subject }{"\u00A0"}{ $values }
diary-marks-subject =
    {""}
    <b>{ $subject }</b>
diary-marks-one = { $day } · <b>{ $value }</b> · { $work }
diary-marks-one-retaken = { $day } · <s>{ $value }</s> · { $work }, пересдано
diary-marks-comment = 💬 { $text }
diary-marks-average =
    {""}
    Средний балл: <b>{ $average }</b>
diary-marks-moved = { $up ->
        [true] 📈
       *[false] { $down ->
            [true] 📉
           *[false] ➡️
        }
    } С { $since }: { $first } → { $last }
diary-marks-standing = В классе по среднему баллу (без имён): { $counts }
diary-marks-standing-one = { $mark }{"\u00A0—\u00A0у\u00A0"}{ $count }
diary-marks-dynamics = 📈 Динамика
diary-marks-dynamics-caption = <b>{ $subject }</b> · { $name }
    Средний балл: { $first } ({ $since }) → <b>{ $last }</b> ({ $until })

# Домашнее задание подробно.

homework-none-was-set = 📚 На дом ничего не задано — семьи так и увидят.
homework-about = { $minutes ->
        [0] {""}
       *[other] {" "}(~{ $minutes } мин)
    }{ $alone ->
        [true] {" "}👤 лично
       *[false] {""}
    }{ $done ->
        [true] {" "}✅
       *[false] {""}
    }
homework-tab = 📚 Д/з
homework-after =
    📚 <b>{ $subject }</b>: задание на следующий урок

    Задать — строкой: <code>/dz { $class_name } { $subject } № 345</code>
homework-after-set = • { $class_name }, { $day }: { $text }
homework-after-none = • { $class_name }, { $day }: не задано — семьи так и видят
homework-after-nothing = • { $class_name }, { $day }: пока ничего
homework-minutes = ⏱ ~{ $minutes } мин
homework-for = 👤 Лично: { $names }
homework-say-none = 📚 Не задано
homework-day-minutes = ⏱ На этот день: около { $minutes } мин
homework-done = ✅ Сделано
homework-not-done = Снова не сделано
homework-no-next-lesson = В расписании больше нет уроков по этому предмету: задавать некуда.

# Перегрузка: предупреждение, не запрет.

overload-second = ⚠️ В этот день у класса уже есть контрольная: { $subjects }.
overload-edge = ⚠️ Это { $first ->
        [true] первый
       *[false] последний
    } урок дня: для контрольной лучше середина.
overload-soon = ⚠️ В параллели контрольная по этому предмету — { $day }. Между ними советуют { $days ->
        [one] хотя бы { $days } день
        [few] хотя бы { $days } дня
       *[many] хотя бы { $days } дней
    }.
overload-share = ⚠️ Контрольных за год: { $count }, уроков: { $hours }. Советуют не больше { $percent } %.
overload-homework = ⚠️ Заданий на этот день: около { $minutes } мин, норма — { $norm } мин.
overload-free = 👌 Свободно { $day }, { $position }-й урок.

refused-pupil-not-in-class = { $said }: такого ученика в { $class_name } нет. Ничего не записано: проверьте фамилию и отправьте строку ещё раз.
refused-several-such-pupils = { $said }: в { $class_name } таких несколько ({ $names }). Ничего не записано: напишите фамилию с именем, например «Иванову Петру: № 5».
refused-homework-stands = { $subject }, { $class_name }, { $day }: на этот урок уже задано. Чтобы сказать «не задано», сначала отмените то задание.
