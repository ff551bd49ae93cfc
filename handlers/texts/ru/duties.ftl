# «Осталось сделать»: что не заполнено в своих уроках, по одному полю на строку.

duties-menu = ✅ Осталось сделать
roles-command-duties = Что осталось заполнить
duties-heading = 📋 <b>Осталось сделать</b> · { $day }
duties-nothing = ✅ <b>Всё заполнено</b> · { $day }
    Спасибо!
duties-coming = Впереди, срок ещё не подошёл:
duties-until = Ближайший срок — сегодня до { $time }.
duties-until-day = Ближайший срок — { $day } до { $time }.
duties-how = Строка открывает сразу своё поле.
duties-line = { $sign } { $classes } · { $subject }, { $position }-й урок: { $what }
duties-line-of = { $sign } { $day } · { $classes } · { $subject }, { $position }-й: { $what }
duties-what-attendance = кто был
duties-what-topic = тема
duties-what-homework = дом. задание
duties-what-written-work = отметки за работу до { $day }
duties-more = и ещё { $count } ›
duties-before = ‹ К началу
duties-back = ‹ К списку

duties-all-there = ✅ Все на месте
duties-rest-there = ✅ Остальные на месте
duties-note-absent = ✏️ Отметить, кого не было
duties-away = Отмечены или предупредили, что их не будет: { $names }
duties-roll-call-below = 👇 Перекличка открыта ниже
duties-ask-topic = Тема урока: <b>{ $subject } · { $classes }</b>
    { $day } · { $position }-й урок
duties-type-topic = Напишите тему сообщением.
duties-none-given = ✅ Не задано
duties-type-homework = Или напишите задание сообщением, например: № 345–350. Фото и файлы — строкой «дз …».
duties-roll-call-taken = ✅ Присутствие отмечено
duties-topic-written = 📝 Тема записана
duties-homework-set = 📚 Задание записано
duties-none-said = 📚 Записано: не задано
