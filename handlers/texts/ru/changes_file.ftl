# Замены файлом: что прислать, что изменится, что под вопросом.

changes-file = 📎 Замены файлом
changes-file-how =
    📎 <b>Замены файлом</b>

    Пришлите таблицу сюда, в чат (XLSX, ODS или CSV, строк до { $rows }). Сначала покажем, что изменится; записано будет только после вашего «Применить».

    Столбцы в любом порядке: <b>Дата</b>, <b>Класс</b>, <b>Урок</b>, <b>Что</b> (замена, отмена, кабинет, перенос), <b>Заменяет</b>, <b>Предмет</b>, <b>Группа</b>, <b>Кабинет</b>, <b>Перенести на</b>. «Что» можно не заполнять, если и так понятно.
changes-file-template-name = Шаблон замен
changes-file-template-caption = Замените примеры своими строками и пришлите файл сюда. Столбцы, которые не нужны, можно удалить.
changes-file-looked = 📄 <b>{ $name }</b>: проверка. Пока ничего не записано.
changes-file-doubts-only = 📄 <b>{ $name }</b>: вносить нечего, кроме строк под вопросом. Поправьте их и пришлите файл снова.
changes-file-nothing = 📄 <b>{ $name }</b>: новых изменений нет.
changes-file-stale = 🔄 Расписание успело измениться, поэтому ничего не записано. Вот что изменится теперь.
changes-file-apply = ✅ Применить: { $count }
changes-file-applied = ✅ <b>{ $name }</b>: внесено, { $count }. Учителя и семьи узнают.
changes-file-undo = Вернуть можно каждое отдельно: /subs
changes-file-same = Уже так и есть: { $count }.
changes-file-doubts = ❔ Под вопросом: { $count }, не вносятся, пока не поправлены:
changes-file-meant = <i>Если так и задумано, например, подгруппы объединены, — поставьте кнопками: /subs</i>
changes-file-more = … и ещё { $count }
changes-file-long-caption = Все строки файла: что изменится и что под вопросом.
changes-file-sheet-changes = Изменения
changes-file-sheet-doubts = Под вопросом
changes-file-column-day = День
changes-file-column-changes = Что изменится
changes-file-column-doubts = Строка и что поправить
changes-file-row = строка { $row }
changes-file-row-of-sheet = { $sheet }, строка { $row }
changes-file-doubt = • { $where } ({ $written }): { $why }
changes-file-doubt-lesson = • { $where }, { $head }: { $why }
changes-file-clash-teacher = учитель в это время ведёт { $class_name } · { $subject }
changes-file-clash-pupils = у класса в это время { $class_name } · { $subject }
changes-file-clash-room = кабинет занят: { $class_name } · { $subject }
changes-file-why-heading_twice = столбец назван дважды. Оставьте один — строки этой таблицы не прочитаны
changes-file-why-day = { $empty ->
    [true] не указана дата
   *[false] «{ $said }» — такой даты нет. Напишите, например, 02.12
}
changes-file-why-day_over = «{ $said }» — этот день уже прошёл
changes-file-why-class = { $empty ->
    [true] не указан класс
   *[false] класса «{ $said }» нет
}
changes-file-why-number = { $empty ->
    [true] не указан номер урока
   *[false] «{ $said }» — не номер урока. Один урок — одна строка
}
changes-file-why-no_lesson = урока с номером { $said } у класса в этот день нет
changes-file-why-several_lessons = в это время несколько уроков. Укажите группу или предмет
changes-file-why-other_lesson = в это время у класса другой предмет, группа или учитель
changes-file-why-what = { $empty ->
    [true] не сказано, что меняется
   *[false] «{ $said }» — непонятно, что меняется. Напишите: замена, отмена, кабинет или перенос
}
changes-file-why-substitute_missing = не указано, кто заменяет
changes-file-why-teacher_unknown = учителя «{ $said }» в расписании нет
changes-file-why-teacher_several = учителей с такой фамилией несколько: { $said }. Напишите с инициалами
changes-file-why-room = { $empty ->
    [true] не указан кабинет
   *[false] «{ $said }» — слишком длинное название места
}
changes-file-why-to = { $empty ->
    [true] не указано, куда перенести
   *[false] «{ $said }» — сюда перенести нельзя. Напишите день, который ещё впереди, и урок: 02.12, 5 урок
}
changes-file-why-day_off = «{ $said }» — не учебный день
changes-file-why-moved_away = этот урок уже перенесён. Верните его через /subs, потом меняйте
changes-file-why-extra = это дополнительный или перенесённый сюда урок. Уберите его через /subs
changes-file-why-twice = этот урок в файле уже есть, выше
changes-file-why-written = в журнале уже есть записи этого урока, значит, он прошёл
changes-file-why-clashes = накладка

refused-too-many-changes = В файле слишком много строк, можно не больше { $most }. Разделите его, например, по дням, и пришлите по частям.
