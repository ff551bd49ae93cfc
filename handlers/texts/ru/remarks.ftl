# Замечания и благодарности в дневнике.

remarks-menu = 🗒 Замечания класса
roles-command-remarks = Замечания и благодарности класса
remarks-to-diary = 🗒 В дневник
remarks-of-one = 🗒 В дневник…
remarks-whose = 🗒 <b>{ $subject }</b>, { $classes }, { $day }. Кому написать в дневник?
remarks-choose-class = Замечания и благодарности: какой класс?
remarks-no-classes = Записи всего класса видят классный руководитель и администрация. Записи о себе и о своих детях — в дневнике: /week. Учитель пишет в дневник на уроке: /lesson, потом «В дневник».
remarks-of-class = 🗒 <b>{ $class_name }</b>: замечания и благодарности за год. Нажмите имя, чтобы прочитать или написать.
remarks-heading = 🗒 <b>{ $name }</b>, { $class_name }{ $subject ->
    [none] {""}
   *[other] {" "}· { $subject }, { $day }
}
remarks-none = Записей пока нет.
remarks-who-reads = Ученик и родители прочитают это в дневнике и в вечерней сводке.
remarks-write = { $kind ->
    [praise] 🌟 Благодарность
   *[remark] 🗒 Замечание
}
remarks-take-back = Убрать: «{ $text }»
remarks-taken-back = <s>{ $line }</s> — убрано
remarks-taken-back-toast = Убрано из дневника.
remarks-others = Другой ученик
remarks-to-lesson = К уроку
remarks-ask = { $kind ->
    [praise] 🌟 За что благодарность? { $name }
   *[remark] 🗒 Что записать? { $name }
}

    Напишите одной фразой (знаков — до { $most }). Это прочитают ученик и родители.
remarks-line = { $kind ->
    [praise] 🌟 Благодарность
   *[remark] 🗒 Замечание
} ({ $subject ->
    [none] {""}
   *[other] { $subject },{" "}
}{ $by }): { $text }
remarks-digest = 🗒 <b>Записи в дневнике</b>
remarks-digest-day = { $day ->
    [today] {""}
   *[other] { $day }.{" "}
}{ $line }

refused-remark-empty = Пустую запись в дневник не положить: напишите хотя бы несколько слов.
refused-remark-too-long = Запись не поместилась: знаков { $length }, а можно до { $most }. Сократите её и отправьте ещё раз.
