# Ежедневная проверка журнала класса (3.3.1), напоминание учителю, сроки и кто опаздывает.

class-duties-menu = 🗂 Журнал класса сегодня
class-duties-deadlines-menu = 📅 Сроки
class-duties-late-menu = ⏰ Кто опаздывает
roles-command-check = Что не заполнено в журнале класса
roles-command-deadlines = Что нужно сделать к сроку

class-duties-heading = 🗂 <b>{ $class_name } · { $day }</b>
    Не всё заполнено: { $left } из { $held ->
        [one] { $held } урока
        [few] { $held } уроков
       *[many] { $held } уроков
    }
class-duties-done = 🗂 <b>{ $class_name } · { $day }</b>
    ✅ Всё заполнено: { $held ->
        [one] { $held } урок
        [few] { $held } урока
       *[many] { $held } уроков
    }
class-duties-none-held = 🗂 <b>{ $class_name } · { $day }</b>
    Законченных уроков пока нет.
class-duties-of-open = ▫️ <b>{ $name }</b>: { $lessons }
class-duties-of-late = ❗️ <b>{ $name }</b>: { $lessons }
class-duties-of-asked = 🔔 <b>{ $name }</b>: { $lessons } · { $at ->
    [none] напоминание отправлено
   *[other] напоминание в { $at }
}
class-duties-of-away = 🏠 <b>{ $name }</b>: { $lessons } · сегодня отсутствует
class-duties-lesson = { $position }-й, { $subject } — { $missing }
class-duties-more-teachers = … и ещё учителей: { $count }
class-duties-more = … и ещё { $count }
class-duties-what-attendance = кто был
class-duties-what-topic = тема
class-duties-what-homework = дом. задание
class-duties-what-written-work = отметки за работу
class-duties-remind = 🔔 { $name }
class-duties-reminded = Напомним в рабочее время, с вашим именем.
class-duties-open = 🗂 { $class_name }: весь день
class-duties-other-class = 🗂 Другой класс
class-duties-choose = 🗂 Журнал какого класса показать?
class-duties-no-classes = 🗂 Классов, журнал которых можно посмотреть, пока нет.
class-duties-term = 🏁 <b>Период заканчивается { $last }</b>. Итоговые отметки ещё не выставлены:
class-duties-course = 🏁 { $name }: осталось { $count }
class-duties-asked = 🔔 <b>{ $name } просит дозаполнить журнал</b>
    { $class_name } · { $day }. Строка открывает сразу своё поле.
class-duties-asked-done = ✅ { $name } просит дозаполнить журнал { $class_name } за { $day } — уже всё заполнено, спасибо!
class-duties-own-list = 📋 Всё, что осталось

class-duties-deadlines = 📅 <b>Сроки</b>
class-duties-no-dates = 📅 <b>Сроки</b>
    ✅ Ничего к сроку не осталось.
class-duties-due = ▫️ { $what } — до { $last }
class-duties-overdue = ❗️ { $what } — срок был { $last }
class-duties-line-attendance = { $day } · { $name }: кто был
class-duties-line-topic = { $day } · { $name }: тема
class-duties-line-homework = { $day } · { $name }: дом. задание
class-duties-line-written-work = { $day } · { $name }: отметки за работу
class-duties-line-class-check = Проверка журнала { $name } за { $day }: не заполнено { $count }
class-duties-line-reasons = Причины пропусков, { $name }: { $count }
class-duties-line-list = Список класса { $name } не подтверждён
class-duties-line-consents = Согласия родителей, { $name }: не хватает { $count }
class-duties-line-document = «{ $name }»: ознакомиться
class-duties-line-term-marks = Итоговые отметки, { $name }: осталось { $count }
class-duties-duty-attendance = Кто был на уроке
class-duties-duty-topic = Темы уроков
class-duties-duty-homework = Домашние задания
class-duties-duty-written-work = Отметки за письменные работы
class-duties-duty-class-check = Ежедневная проверка журнала класса
class-duties-duty-reasons = Причины пропусков
class-duties-duty-list = Списки классов
class-duties-duty-consents = Согласия родителей
class-duties-duty-document = Ознакомление с документами
class-duties-duty-term-marks = Итоговые отметки
class-duties-late = ⏰ <b>Срок прошёл</b>
class-duties-nobody-late = ⏰ <b>Срок прошёл</b>
    ✅ Сегодня никто ни с чем не опаздывает.
class-duties-late-line = ▫️ { $duty }: { $count } ({ $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
})
class-duties-late-open = { $duty } ›
class-duties-late-heading = ⏰ <b>{ $duty }: срок прошёл</b>
class-duties-late-person = ▫️ { $name }: { $count }, с { $since }
class-duties-late-person-away = 🏠 { $name }: { $count }, с { $since } · сегодня отсутствует
class-duties-late-person-open = { $name } · { $count } ›
class-duties-late-of = ⏰ <b>{ $name }</b>
    { $duty }: срок прошёл
class-duties-nobody-late-now = ✅ { $duty }: сейчас никто не опаздывает.
refused-reminder-sent = { $name }: напоминание уже отправлено в { $at }.
refused-teacher-is-away = { $name } сегодня отсутствует: напоминание не отправлено.
refused-teacher-not-in = { $name } пока не пользуется ботом: напомните лично.
refused-lessons-filled = Здесь уже всё заполнено: напоминать не о чем.
