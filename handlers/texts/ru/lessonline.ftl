# Урок одной строкой.

roles-command-line = Урок одной строкой
lessonline-how =
    ✍️ <b>Урок одной строкой</b>

    <code>7а алгебра: Иванов 5, Петрова 4 кр, Сидоров н, оп Кузина; тема Степени; дз № 345–350</code>

    • без класса — урок, который идёт или только что закончился; можно «вчера 7а: …»
    • н, б, у — нет на уроке; оп — опоздание, «оп 10»; «все на месте»
    • отметка без вида работы — ответ; кр, ср, дз, отв, пр — после отметки
    • «тема …», «дз …» или «не задано» — через точку с запятой или с новой строки

    Сначала покажу, что понято. До «Записать» в журнале ничего не появится.
lessonline-lesson =
    <b>{ $subject } · { $classes }</b>
    { $day } · { $position }-й урок
lessonline-away = Нет: { $names }
lessonline-late = Опоздали: { $names }
lessonline-minutes = { $name } ({ $count ->
        [one] { $count } минута
        [few] { $count } минуты
       *[many] { $count } минут
    })
lessonline-others = Остальные на месте: { $count }
lessonline-everyone = Все на месте
lessonline-stays-open = Перекличка останется открытой: за непонятым может стоять отсутствующий.
lessonline-roll-call-not-said = О присутствии ничего не сказано — перекличка останется как есть.
lessonline-marks = Отметки: { $marks }
lessonline-topic = Тема: { $topic }
lessonline-homework = На дом { $day }: { $text }
lessonline-homework-none = На дом { $day }: не задано
lessonline-left-unclear = ⚠️ Не понято: { $words }
lessonline-left-not-in-class = ⚠️ Нет в этом классе: { $words }
lessonline-left-not-a-mark = ⚠️ Таких отметок не ставят: { $words }
lessonline-left-was-away = ⚠️ Не было на уроке, поэтому без отметки: { $words }
lessonline-left-exempt = ⚠️ Освобождены от предмета, без отметки: { $words }
lessonline-left-contradicts = ⚠️ Сказано по-разному: { $words }
lessonline-who =
    {""}
    ❓ Кто это: «{ $words }»?
lessonline-nobody = Никто из них
lessonline-nothing = Записывать пока нечего: исправьте строку.
lessonline-write = ✅ Записать
lessonline-write-rest = ✅ Записать без непонятого
lessonline-write-everyone = ✅ Записать, все на месте
lessonline-correct = ✏️ Исправить
lessonline-correct-how =
    Пока ничего не записано. Нажмите на строку, чтобы скопировать, поправьте и отправьте ещё раз:

    <code>{ $line }</code>
lessonline-which = Какой это урок { $day }?
lessonline-written = ✅ Записано
lessonline-open = 📖 Открыть урок

refused-no-lesson-of-line = { $said }: { $day } по расписанию такого урока у вас нет. Другой день напишите в начале: «вчера 7а алгебра: …»
refused-no-lessons-of-day = { $day }: по расписанию уроков у вас нет.
refused-no-lesson-meant = Сегодня ваши уроки ещё не начинались. Начните строку с дня и класса: «вчера 7а: …»
refused-line-not-waiting = Эта строка больше не ждёт: она уже записана, или вместо неё пришла другая. Урок можно открыть: /lesson
