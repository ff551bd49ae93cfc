# «Мой урок» и отметки.

decimal-point = ,

journal-menu-lesson = 📖 Мой урок
journal-menu-marks = 📊 Отметки
journal-lesson = <b>{ $subject } · { $classes }</b>
    { $day } · { $position }-й урок { $time }
journal-topic = Тема: { $topic }
journal-topic-none = Тема ещё не записана
journal-past = 🗄 Прошлый учебный год: можно смотреть, но не менять.
journal-counts =
    { $away ->
        [0] Все на месте
       *[other] Нет { $away } из { $all }
    }{ $late ->
        [0] {""}
        [one] {" "}· опоздал { $late }
        [few] {" "}· опоздали { $late }
       *[many] {" "}· опоздали { $late }
    }
journal-open = { $counts } · ещё не отмечено
journal-closed = ✅ { $counts } · отмечено
journal-close = ✅ Готово
journal-reopen = ✏️ Открыть перекличку снова
journal-nobody = Нет всех
journal-closed-toast = ✅ Перекличка записана
journal-all-away = { $count ->
        [one] Отмечен отсутствующим { $count }
        [few] Отмечены отсутствующими { $count }
       *[many] Отмечены отсутствующими { $count }
    }
journal-all-here = Все на месте
journal-sign-late = оп
journal-sign-absent = н
journal-sign-ill = б
journal-sign-excused = у
journal-set-absent = н
journal-set-ill = б — болеет
journal-set-excused = у — уваж.
journal-set-late = оп
journal-set-present = здесь
journal-tab-roll-call = 👥 Кто есть
journal-tab-marks = ✍️ Отметки
journal-set-topic = 📝 Тема
journal-other = Другой урок
journal-kind = Вид работы: <b>{ $kind }</b>. Нажмите имя, потом отметку.
journal-take-back = ✕ убрать
journal-mark-set = Отметка: { $value }
journal-taken-back = Отметка снята
journal-no-lesson = Сегодня по расписанию уроков у вас нет. Хорошего дня! Можно открыть урок другого дня.
journal-yesterday = Уроки за вчера
journal-day-before = ‹ День раньше
journal-day-after = День позже ›
journal-lessons-of = <b>Ваши уроки, { $day }</b>
journal-no-lessons-of = { $day }: ваших уроков нет.

marks-heading = 📊 <b>{ $name }</b>, { $class_name }
marks-heading-term = 📊 <b>{ $name }</b>, { $class_name } · { $term }
marks-quarter = { $number }-я четверть
marks-half-year = { $number }-е полугодие
marks-trimester = { $number }-й триместр
marks-line = <b>{ $subject }</b>: { $values }
marks-line-average = <b>{ $subject }</b>: { $values } · средний { $average }
marks-none = В этом периоде отметок пока нет.
marks-first-grade = В первом классе отметок не ставят — так и должно быть (п. 1.2 положения).
marks-nobody = Отметки видят родители и ученики; уроки учителя — в «Мой урок».

refused-mark-out-of-scale = «{ $value }» — не отметка по этому предмету. Ставят: { $offered }.
refused-topic-too-long = Тема не поместилась: знаков { $length }, а можно до { $most }. Пока она не записана, ваш текст остался в чате: сократите его и отправьте ещё раз.
refused-no-marks-in-first-grade = В первых классах отметок не ставят (п. 1.2 положения).
refused-pupil-was-absent = Ученика не было на уроке, поэтому отметку поставить нельзя. Если он был — сначала отметьте это в перекличке.
refused-unknown-work-kind = Такого вида работы в школе больше нет. Откройте урок заново: /lesson
refused-lesson-cancelled = { $subject }, { $day }: урок отменён.
refused-lesson-not-begun = { $subject }: урок ещё не начался ({ $day }, { $starts }). Запись откроется за 10 минут до звонка.
refused-lesson-moved = { $subject }, { $class_name } · { $day }: в расписании этого урока больше нет. Ближайший такой — { $to }, { $position }-й урок. Откройте его: /lesson
refused-lesson-gone = { $subject }, { $class_name } · { $day }: в расписании этого урока больше нет. Ваши уроки — /lesson
refused-lesson-substituted = { $subject } · { $day }: этот урок ведёт { $teacher }. Записи вносит тот, кто ведёт урок.
refused-pupil-not-at-lesson = { $subject } · { $day }: этого ученика в списке урока больше нет. Откройте урок заново: /lesson
