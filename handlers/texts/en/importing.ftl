# Importing lists and timetables: what came in, what is unclear, what to mend.

importing-written = Imported.
importing-nothing-new = The school has all of this already: nothing has changed.
importing-dry-run = A dry run: nothing is written. Without --dry-run it would be so.
importing-refused = Nothing is imported: mend the mistakes and try again.
importing-new = New: { $counts }.
importing-changed = Changed: { $counts }.
importing-timetable = Timetable from { $day }: lessons of the week: { $added } new, { $kept } as before, { $ended } taken off.

importing-count-classes = { $n ->
    [one] { $n } class
   *[other] { $n } classes
}
importing-count-pupils = { $n ->
    [one] { $n } pupil
   *[other] { $n } pupils
}
importing-count-guardians = { $n ->
    [one] { $n } guardian
   *[other] { $n } guardians
}
importing-count-staff = { $n ->
    [one] { $n } member of staff
   *[other] { $n } members of staff
}
importing-count-subjects = { $n ->
    [one] { $n } subject
   *[other] { $n } subjects
}
importing-count-groups = { $n ->
    [one] { $n } subgroup
   *[other] { $n } subgroups
}
importing-count-load = { $n ->
    [one] { $n } row of load
   *[other] { $n } rows of load
}

importing-mistakes = Mistakes ({ $n }):
importing-doubts = Unclear who is meant ({ $n }); all else comes in without them:
importing-notes = Good to know ({ $n }):

importing-sheet = sheet “{ $sheet }”
importing-row = row { $row }
importing-column = column { $letters }
importing-column-titled = column { $letters } “{ $title }”
importing-mistake = { $place }: “{ $value }” — expected: { $expected }
importing-mistake-empty = { $place }: empty — expected: { $expected }
importing-mistake-whole = { $place }: expected: { $expected }
importing-more = { $said } ({ $more })
importing-doubt = { $place }: { $who } — { $why }
importing-note = { $place }: { $said }

importing-expected-file = a file that is there and opens: check its name and permissions
importing-expected-spreadsheet = a spreadsheet (XLSX, ODS or CSV): save an old .xls as XLSX; open a damaged one in a spreadsheet program and save it anew
importing-expected-smaller_file = a school’s list and no more: up to 20 MB, 100,000 rows, 300 columns; leave only the lists in the file
importing-expected-unprotected = a file without a password: take it off and save anew
importing-expected-without_macros = a file without macros: save it as an ordinary XLSX
importing-expected-something = a file with something in it: this one is empty
importing-expected-quotes = closed quotation marks: save the CSV anew from a spreadsheet program
importing-expected-headings = a row of column headings, such as “Класс” and “ФИО”: “Template” in /import or --template gives an example
importing-expected-heading_once = each heading once: rename or remove the other column
importing-expected-name = surname, given name and patronymic, such as Иванов Пётр Олегович
importing-expected-given_name = the given name in full, no initials, such as Иванов Пётр Олегович
importing-expected-class = a class, such as 7А
importing-expected-birth_date = a date, such as 17.05.2013, and a pupil’s age
importing-expected-number = a number of at most 40 characters
importing-expected-number_once = a number of one’s own: another person of the lists has this one
importing-expected-relation = мать, отец, опекун, бабушка or другое
importing-expected-guardian = the name of the guardian whom the columns beside it speak of; if there is none, clear those too
importing-expected-other_guardian = another guardian: this one is in the row already
importing-expected-group = a subgroup, such as 1; without a subject in the heading: Английский язык: 1; Информатика: 2
importing-expected-post = a post: учитель, заместитель директора, директор, секретарь, администратор журнала, администратор сайта or классный руководитель; several with commas; empty for no access to the journal
importing-expected-own_class = a class, or several with commas, such as 7А
importing-expected-subject = a subject, such as Английский язык
importing-expected-hours = lessons a week, more than 0 and at most 40, such as 3 or 1,5
importing-expected-teacher = a member of staff, such as Петрова Ольга Викторовна or Петрова О. В.; a new one comes into the list of staff first
importing-expected-timetable = a finished timetable: of aSc (XML), of FET (.fet or its CSV table), or a school’s table by classes
importing-expected-solved = a finished timetable: generate it in the program to the end and save it anew (FET: …_data_and_timetable.fet or the CSV; aSc: its XML export)
importing-expected-weekday = a day of the week by name or number, each once, such as Monday (two weeks: Monday even, Monday odd)
importing-expected-hour = an hour by number or time, such as 1 or 08:30-09:15
importing-expected-length = a duration of at least an hour and within the school day
importing-expected-room = a room of at most 60 characters
importing-expected-school_day = a day of the school year
importing-expected-day_after_journal = a later day: the journal already has entries for the lessons before, the last on the day in brackets

importing-why-number_of_another = the number is another person’s ({ $other }): check number and name
importing-why-number_differs = the school has another number for this person ({ $other }): correct the number in the list
importing-why-name_incomplete = this may be { $other }: write the name as fully; if it is another person, give both a number
importing-why-other_birth_date = the school has another birth date for a pupil of this name ({ $other }): correct the date; if it is another child, leave both in the list
importing-why-in_another_class = the school has this pupil in class { $other }: a list moves nobody, an order does; if it is another child, give the birth date
importing-why-several_known = the school has several of this name: give the number or the birth date
importing-why-several_in_file = the lists have several such rows: give all of them a birth date or a number, and put one person’s posts into one row
importing-why-twice = row { $other } says the same: remove one of them; if it is another person, give both a birth date or a number
importing-why-guardian_of_others = a guardian of other children has this name ({ $other }): if it is one person, give one number in all rows, if two, different ones
importing-why-guardian_or_staff = a member of staff has this name: if it is one person, give one number in both lists, if two, different ones
importing-why-staff_or_guardian = a guardian has this name ({ $other }): if it is one person, give one number in both lists, if two, different ones
importing-why-teacher_unclear = several fit, or the name is incomplete ({ $other }): write the full name as in the list of staff
importing-why-set_unknown = which class this is cannot be told: begin the name with the class, such as 7А girls, or show in the timetable program which subgroups it is made of; the lessons came in without it
importing-why-lesson_teacher_unclear = several fit ({ $other }): write the full name in the timetable; the lessons came in without this teacher

importing-about-unknown_column = the column “{ $what }” is not read
importing-about-unnamed_column = a column without a heading is not read
importing-about-unknown_sheet = there is no list on the sheet; it is not read
importing-about-rows_above = rows above the headings are not read
importing-about-new_classes = New classes: { $what }
importing-about-new_subjects = New subjects: { $what }
importing-about-now_teacher = By the load, the role of a teacher goes to { $what }
importing-about-still_led = Still class teacher, though the list does not say so: { $what }
importing-about-missing_pupils = Not in the list, but still in the class: { $what }
importing-about-missing_staff = Not in the list, but still staff: { $what }
importing-about-missing_load = Not in the list, but the load stays: { $what }
importing-about-not_placed = not placed in the timetable — { $what }
importing-about-switched_off = activities switched off in the file are not read, there are { $what }
importing-about-position_beyond = a lesson numbered above 20 did not come in — { $what }
importing-about-hours_counted = lessons are numbered by the hours that occur in the file ({ $what }); if some hour is empty throughout, bring the .fet
importing-about-without_class = a lesson without a class did not come in — { $what }
importing-about-class_twice = a class has two lessons at once — { $what }
importing-about-teacher_twice = a teacher has two lessons at once — { $what }
importing-about-bells_unknown = the file does not tell the bells: enter them separately
importing-about-bell_ends_assumed = the file tells only when lessons begin: their ends follow from the shortest break, check the bells
importing-about-bells_differ = the school’s bells differ from the file’s: the school’s stay
importing-about-new_teachers = New teachers: { $what }
importing-about-new_groups = New subgroups: { $what }
importing-about-homework_left = homework was left without a lesson on its day — { $what }
importing-about-change_left = a substitution or cancellation went with its lesson — { $what }
