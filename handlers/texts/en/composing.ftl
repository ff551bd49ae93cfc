# Announcements before they go: to whom, the text, the preview, when it goes; who has not come in yet.

scope-classes = { $names }
scope-parallel = all classes of grade { $grade }
scope-subject = { $subject }
scope-group-number = group { $group } of { $class_name }
scope-group-name = { $group }, { $class_name }
scope-taught = everyone whom I teach
scope-teachers = all teachers
scope-staff = all staff
scope-school = the whole school
scope-debts = the whole school, who owes work
scope-debts-of = { $names }, who owes work
scope-taught-debts = who owes work in my subjects

audience-guardians = parents
audience-pupils = pupils
audience-families = parents and pupils
audience-staff = staff
