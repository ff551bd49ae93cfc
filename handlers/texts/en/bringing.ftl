# Lists and the timetable through the chat: what to send, what would change, how to take back, how to take out.

roles-command-import = Lists and timetable from a file
bringing-menu = 📥 Lists from a file
bringing-how =
    📥 <b>Lists and timetable</b>

    Send the file here, into the chat. First we show what would change; it is written only after your “Apply”.

    • pupils, staff, load — XLSX, ODS or CSV after the template;
    • the timetable — aSc (XML), FET (.fet or CSV) or the school’s table by classes.

    Up to 5 MB; several files may be sent one after another, each is checked by itself.
bringing-how-timetable =
    📥 <b>Timetable from a file</b>

    Send the file here, into the chat: aSc (XML), FET (.fet or CSV) or the school’s table by classes, up to 5 MB. First we show what would change; it is written only after your “Apply”. Lists are brought by the secretary and the journal’s administrator.
bringing-template = 📄 Template
bringing-template-file = Template of lists
bringing-template-caption = Put your own rows in place of the examples and send the file here. Sheets that you do not need may go.
bringing-take-out = 📤 Take lists out
bringing-undo-file = ↩️ Take { $name } back
bringing-choose-class = The lists of which class? The file is of the same kind as the template: mend it and send it back.
bringing-lists-file = Lists { $name }
bringing-lists-caption = { $pupils ->
    [one] <b>{ $name }</b>: { $pupils } pupil with guardians, and the load of the class. These are personal data: do not pass the file on.
   *[other] <b>{ $name }</b>: { $pupils } pupils with guardians, and the load of the class. These are personal data: do not pass the file on.
}
bringing-left-out = Entries left out, because an import could not read them back (such as a name with initials): { $count }.
bringing-waits = ⏳ The file is in the queue: others are being read. The answer will come here.
bringing-nameless = file

bringing-looked = 📄 <b>{ $name }</b>: checked. Nothing is written yet.
bringing-nothing-new = 📄 <b>{ $name }</b>: the school has all of this already, there is nothing to change.
bringing-nothing-but-doubts = 📄 <b>{ $name }</b>: there is nothing to change but the rows in doubt.
bringing-stale = 🔄 The lists have changed meanwhile, so nothing was written. This is what would change now.
bringing-refused = { $count ->
    [one] 📄 <b>{ $name }</b>: nothing is written, { $count } place needs mending. Mend it and send the file again.
   *[other] 📄 <b>{ $name }</b>: nothing is written, { $count } places need mending. Mend them and send the file again.
}
bringing-count-new = ➕ New: { $counts }.
bringing-count-changed = ✏️ Changes: { $counts }.
bringing-count-untouched = Unchanged: { $counts }.
bringing-doubts = ❔ In doubt: { $count }, left out until they are mended:
bringing-missing = 🔎 Not in the file: { $count }
bringing-missing-one = • { $who }
bringing-missing-of-class = • { $where } · { $who }
bringing-missing-stay-pupils = They stay at school: a file expels nobody. Who has left or moved to another class is entered through “Movement”.
bringing-missing-stay = All of this stays at school as it is.
bringing-more = … and { $count } more — in the workbook
bringing-no-undo = A timetable is not taken back by one button: the file with the earlier timetable brings that back.
bringing-apply = ✅ Apply
bringing-leave = No, leave it
bringing-left = The file is put aside, nothing has changed. It may be sent again.
bringing-done = ✅ Done
bringing-applied = ✅ <b>{ $name }</b>: it is in.
bringing-undo-until = Everything can be put back by one button until { $time }, { $day }.
bringing-undone = ↩️ <b>{ $name }</b>: everything that this file brought is gone, the earlier values are back.
bringing-not-undone = <b>{ $name }</b>: it cannot be taken back any more, nothing has changed. What the file brought has been worked with:
bringing-changed-since = • changed since: { $counts }
bringing-hanging-bindings = • have come in: { $count }
bringing-hanging-access_codes = • codes issued: { $count }
bringing-hanging-marks = • marks: { $count }
bringing-hanging-attendance = • entries of attendance: { $count }
bringing-hanging-homework = • homework: { $count }
bringing-hanging-timetable_entries = • lessons of the timetable: { $count }
bringing-hanging-teaching_loads = • lines of load: { $count }
bringing-hanging-bell_rules = • bells of classes: { $count }
bringing-hanging-other = • other entries: { $count }
bringing-undo-by-hand = A file can mend it: take the lists out, correct them and send them.

bringing-changes-file = What would change
bringing-changes-caption = All in detail: what was, what will be, and where in the file it stands.
bringing-column-who = Who, what
bringing-column-what = What changes
bringing-column-old = Was
bringing-column-new = Will be
bringing-column-about = Of whom, where
bringing-column-sheet = Sheet of the file
bringing-column-row = Cell, row
bringing-sheet-classes = Classes
bringing-sheet-pupils = Pupils
bringing-sheet-guardians = Guardians
bringing-sheet-staff = Staff
bringing-sheet-subjects = Subjects
bringing-sheet-groups = Subgroups
bringing-sheet-load = Load
bringing-sheet-doubts = In doubt
bringing-sheet-missing = Not in the file
bringing-sheet-mistakes = Mistakes
bringing-field-whole = new
bringing-field-class = class
bringing-field-birth = date of birth
bringing-field-number = own number
bringing-field-group = subgroup
bringing-field-guardian_relation = relation
bringing-field-post = role
bringing-field-leads = class teacher of
bringing-field-hours = hours a week
bringing-relation-mother = mother
bringing-relation-father = father
bringing-relation-guardian = guardian
bringing-relation-other = other

refused-file-too-heavy = The file is bigger than { $megabytes } MB. Keep only the lists or the timetable in it, without pictures, and send it again.
refused-file-gone = This file is in already, was put aside or waited for more than a day. Send it again, and we show what would change.
refused-undo-late = One button takes it back within a day, which has passed. A file can mend it: take the lists out, correct them and send them.
refused-applied-after = Another file was applied after this one. Take that one back first, then this.
