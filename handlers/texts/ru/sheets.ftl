# Ведомости и отчёты: что можно напечатать.

sheets-menu = 📄 Ведомости
roles-command-sheets = Ведомости, отчёты, табели — на печать
sheets-hub = 📄 <b>Ведомости</b>
    Каждая открывается на экране, файлы для печати (PDF) и для Excel — под ней.
sheets-hub-empty = 📄 <b>Ведомости</b>
    Для вашей роли ведомостей пока нет.

sheets-marks = 📊 Сводная ведомость отметок
sheets-class-report = 📋 Отчёт классного руководителя
sheets-cards = 🎓 Табели класса
sheets-teacher-report = 📘 Отчёт учителя-предметника
sheets-card-of = 🎓 Табель: { $name }
sheets-choose-class = { $sheet ->
    [marks] 📊 <b>Сводная ведомость отметок</b>
    [report] 📋 <b>Отчёт классного руководителя</b>
   *[cards] 🎓 <b>Табели</b>
    }
    Выберите класс.
sheets-no-classes = Классов здесь нет. { $sheet ->
    [marks] Ведомость
    [report] Отчёт
   *[cards] Табели
    } классный руководитель печатает по своему классу; если класс ваш, спросите администратора журнала.
sheets-last-year = ‹ Прошлый год
sheets-choose-teacher = 📘 <b>Отчёт учителя-предметника</b>
    Чей отчёт?
sheets-no-teachers = Учителей с отметками нет ни в расписании, ни в нагрузке.

sheets-to-report = 📋 Отчёт кл. рук.
sheets-to-cards = 🎓 Табели
sheets-to-marks = 📊 Ведомость
sheets-percent = { $value } %
sheets-figures = Успеваемость { $success } · качество { $quality } · СОУ { $degree } · средний { $average }
sheets-left = { $name } (выбыл. { $day })
sheets-came = { $name } (с { $day })
sheets-period = { $period }, { $year } учебный год
sheets-more = …и ещё { $n }

sheets-marks-heading = 📊 <b>{ $class_name } · сводная ведомость · { $period }</b>
sheets-first-grade = В 1 классе отметок нет (пункт 1.2 положения).
sheets-marks-count = Учеников: { $pupils } · отметок: { $marks }{ $missing ->
    [0] {""}
   *[other] {" "}· не выставлено: { $missing }
    }
sheets-marks-none = Учеников: { $pupils }. Отметок за этот период пока нет.
sheets-marks-totals = Итоги по предметам
sheets-exempt = осв.
sheets-missing = нет
sheets-of-class = По классу
sheets-marks-missing-of = { $subject } — { $n }
sheets-marks-missing = Не выставлено: { $subjects }
sheets-marks-line = { $subject }: { $average } · усп. { $success } % · кач. { $quality }
sheets-marks-caption = Сводная ведомость отметок · { $class_name } · { $period }
sheets-marks-title = Сводная ведомость учёта успеваемости { $class_name } класса
sheets-marks-foot = Успеваемость = (5+4+3)/N, качество = (5+4)/N, СОУ = (100·«5» + 64·«4» + 36·«3» + 16·«2» + 7·«н/а»)/N; «1» считается с «2», «осв.» и «зач» в N не входят, «н/а» входит. Выбывшие не считаются.
sheets-class-teacher = Классный руководитель
sheets-pupil = Фамилия, имя
sheets-average = Средний балл
sheets-success = Успеваемость, %
sheets-quality = Качество, %
sheets-degree = СОУ, %
sheets-for = { $period }: всего
sheets-of-quarter = { $which ->
    [1] I
    [2] II
    [3] III
   *[4] IV
    }
sheets-of-half_year = { $which ->
    [1] I
   *[2] II
    } п/г
sheets-of-trimester = { $which ->
    [1] I
    [2] II
   *[3] III
    }
sheets-of-year = год
sheets-of-exam = экзамен
sheets-of-final = итог

sheets-card-heading = 🎓 <b>{ $name }, { $class_name }</b>
    Табель, { $year } учебный год
sheets-card-empty = Предметов с отметками пока нет.
sheets-card-line = { $subject }: { $marks }
sheets-card-mark = { $period } — <b>{ $mark }</b>
sheets-card-no-marks = пока нет
sheets-card-missed = Пропущено уроков: { $lessons } (по болезни { $ill }, без уважительной причины { $unexcused })
    { $terms }
sheets-cards-heading = 🎓 <b>{ $class_name } · табели, { $year }</b>
    Учеников: { $pupils }. Все одним файлом — по странице на ученика — или табель одного.
sheets-cards-pdf = 🖨 Все (PDF)
sheets-cards-xlsx = 📗 Все (Excel)
sheets-card-title = Табель успеваемости
sheets-card-under = Ученик(ца) { $class_name } класса, { $year } учебный год
sheets-card-caption = Табель · { $name }, { $class_name } · { $year }
sheets-cards-caption = Табели · { $class_name } · { $year } · учеников: { $pupils }
sheets-subject = Предмет
sheets-card-missed-title = Пропущено уроков
sheets-missed-lessons = всего
sheets-missed-ill = по болезни
sheets-missed-excused = по уважительной причине
sheets-missed-unexcused = без уважительной причины
sheets-missed-unknown = причина не указана
sheets-missed-late = опозданий
sheets-card-parent = Подпись родителей (законных представителей) ученика

sheets-teacher-heading = 📘 <b>{ $name } · отчёт учителя · { $period }</b>
sheets-teacher-line = <b>{ $course }</b>{ $own ->
    [empty] {""}
   *[other] {" "}({ $own })
    }: { $said }
sheets-course = { $class_name }, { $subject }
sheets-subgroup = { $class_name } (подгр. { $group }), { $subject }
sheets-teacher-figures = средний { $average }, усп. { $success } %, кач. { $quality }
sheets-teacher-no-marks = отметок пока нет
sheets-teacher-lessons = уроков { $given } из { $planned }
sheets-teacher-works = письменных работ { $n }
sheets-teacher-unmarked = без отметки { $n }
sheets-teacher-title = Отчёт учителя-предметника
sheets-teacher-caption = Отчёт учителя · { $name } · { $period }
sheets-teacher = Учитель
sheets-marks-set = Отметки
sheets-lessons = Уроков
sheets-planned = по плану
sheets-given = дано
sheets-class-subject = Класс, предмет
sheets-pupils = Учеников
sheets-works = Письменные работы
sheets-work = { $kind } — { $n }
sheets-unmarked = Без отметки или «н/а»
sheets-unmarked-all = ещё не выставлены
sheets-total = Всего

sheets-report-heading = 📋 <b>{ $class_name } · отчёт классного руководителя · { $period }</b>
sheets-report-movement = Учеников: на начало { $start }, прибыло { $came }, выбыло { $left }, на конец { $end }
sheets-report-no-marks = Отметок за этот период пока нет.
sheets-by-pupils = По ученикам: успевают { $success }, на «4» и «5» учатся { $quality }
sheets-report-list = <b>{ $group }</b>, { $n }: { $names }
sheets-report-count = <b>{ $group }</b>: { $n }
sheets-group-excellent = Отличники
sheets-group-good = Хорошисты
sheets-group-one-four = С одной «4»
sheets-group-one-three = С одной «3»
sheets-group-failing = Неуспевающие
sheets-group-not-attested = Не аттестованы
sheets-group-incomplete = Не все отметки выставлены
sheets-report-missed = Пропущено уроков: { $lessons } (по болезни { $ill }, по уважительной причине { $excused }, без уважительной { $unexcused }, причина не указана { $unknown })
sheets-report-worst = Больше всего: { $names }
sheets-report-families = Семьи: учеников, чьи родители вошли, — { $reached } из { $pupils }; вошли сами — { $pupils_in }; согласий родителей — { $agreed } из { $guardians }
sheets-report-caption = Отчёт классного руководителя · { $class_name } · { $period }
sheets-report-title = Отчёт классного руководителя { $class_name } класса
sheets-report-summary = Итоги
sheets-days = { $first } – { $last }
sheets-what = Показатель
sheets-many = Сколько
sheets-who = Кто
sheets-report-pupils = Движение учеников
sheets-report-start = На начало периода
sheets-report-came = Прибыли
sheets-report-left = Выбыли
sheets-report-end = На конец периода
sheets-report-results = Успеваемость по ученикам
sheets-success-by-pupils = Успевают (без «2» и «н/а»)
sheets-quality-by-pupils = Учатся на «4» и «5»
sheets-report-of-families = Семьи в журнале
sheets-report-reached = Учеников, чьи родители вошли
sheets-report-guardians-in = Родителей вошло
sheets-report-pupils-in = Учеников вошло
sheets-report-agreed = Согласий на обработку данных
sheets-part = { $part } из { $whole }
sheets-missed-days = дней
