# Объявления до отправки: кому, текст, предпросмотр, когда уйдёт; кто ещё не вошёл.

scope-classes = { $names }
scope-parallel = { $grade }-е классы
scope-subject = { $subject }
scope-group-number = { $group }-я группа { $class_name }
scope-group-name = { $group }, { $class_name }
scope-taught = все, кого я учу
scope-teachers = все учителя
scope-staff = все сотрудники
scope-school = вся школа
scope-debts = вся школа, у кого есть долги
scope-debts-of = { $names }, у кого есть долги
scope-taught-debts = у кого есть долги по моим предметам

audience-guardians = родители
audience-pupils = ученики
audience-families = родители и ученики
audience-staff = сотрудники
