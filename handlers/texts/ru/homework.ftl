# Домашнее задание.

homework-menu = 📚 Домашнее задание
homework-menu-set = 📚 Задать на дом
homework-how =
    📚 <b>Задание одной строкой</b>

    <code>/dz 7А алгебра № 345–350</code>

    • без дня — на следующий урок; можно «на пятницу», «на 27.11», «на завтра»
    • предмет можно сократить: алг, рус яз, англ
    • фото или файл — подпишите той же строкой или ответьте ею на сообщение с ними
    • сколько это займёт: <code>№ 345 ~20 мин</code>
    • кому-то лично: <code>/dz 7А алгебра Иванову: № 12</code>
    • ничего: <code>/dz 7А алгебра не задано</code>
homework-set =
    📚 <b>{ $class_name } · { $subject }</b>
    { $day }, { $position }-й урок · { $pupils ->
        [one] { $pupils } ученик
        [few] { $pupils } ученика
       *[many] { $pupils } учеников
    }
homework-quote = <blockquote>{ $text }</blockquote>
homework-files = 📎 { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }
homework-to-day = → { $day }
homework-moved = Перенесено
homework-cancelled = ↩️ Задание отменено. Кому ещё не успели сообщить — не узнает.
homework-ask = Кому задать?
homework-ask-with =
    Кому задать?
    <blockquote>{ $text }</blockquote>
homework-heading = 📚 <b>{ $name }</b>, { $class_name }
homework-day =
    {""}
    <b>{ $day }</b>
homework-line = • { $subject }: { $text }{ $files ->
        [0] {""}
       *[other] {" "}📎{ $files }
    }
homework-line-none = • { $subject }: не задано
homework-none-set = Не задано
homework-nothing = На ближайшие две недели ничего не задано.
homework-first-grade = В первом классе домашних заданий не задают — так и должно быть (п. 1.2 положения).
homework-open-files = 📎 { $subject } ({ $count })
homework-nobody = Домашние задания видят родители и ученики. Задать на дом: /dz
homework-news-new = 📚 <b>{ $name }</b>: { $subject }, { $day }
homework-news-new-own = 📚 { $subject }, { $day }
homework-news-corrected = ✏️ <b>{ $name }</b>: { $subject } — задание изменено, { $day }
homework-news-corrected-own = ✏️ { $subject } — задание изменено, { $day }
homework-news-cancelled = ✖️ <b>{ $name }</b>: { $subject }, { $day } — задание отменено
homework-news-cancelled-own = ✖️ { $subject }, { $day } — задание отменено

refused-no-homework-in-first-grade = В первых классах домашних заданий не задают (п. 1.2 положения).
refused-no-lesson-that-day = { $subject }, { $class_name }: { $day } такого урока по расписанию нет. Напишите другой день или не пишите день вовсе — задам на следующий урок.
refused-no-more-lessons = { $subject }, { $class_name }: в расписании больше нет уроков в этом учебном году.
refused-nothing-taught = В расписании нет ваших уроков. Если это ошибка, скажите администратору журнала.
refused-class-not-taught = В расписании нет ваших уроков в { $class_name }.
refused-homework-empty = Что задать? Напишите текст, приложите фото или файл: <code>/dz 7А алгебра № 345–350</code>
refused-homework-too-long = Задание не поместилось: знаков { $length }, а можно до { $most }. Пока ничего не записано, ваш текст остался в чате: отправьте его двумя заданиями.
refused-no-such-day = Такого дня нет: { $said }. Напишите, например, «27.11» или «на пятницу».
refused-homework-cancelled = Это задание уже отменено ({ $day }). Чтобы задать снова, пришлите его строкой: /dz
refused-subject-not-taught = { $subject }, { $class_name }: в расписании этих уроков у вас больше нет.
refused-line-gone = Этот вопрос больше не ждёт ответа: задание уже записано, или вместо него пришло другое. Нужно ещё одно — пришлите его строкой: /dz
