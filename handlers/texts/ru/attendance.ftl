# Отсутствие: что видят родители и учителя.

absence-told-absent = 🔴 <b>{ $name }</b>: нет на уроке
    { $lesson }
absence-told-late = 🕐 <b>{ $name }</b>: опоздание{ $minutes ->
        [0] {""}
        [one] {" "}на { $minutes } минуту
        [few] {" "}на { $minutes } минуты
       *[many] {" "}на { $minutes } минут
    }
    { $lesson }
absence-told-ill = 🤒 <b>{ $name }</b>: отмечена болезнь
    { $lesson }
absence-told-excused = 📄 <b>{ $name }</b>: нет на уроке по уважительной причине
    { $lesson }
absence-told-present = ✅ <b>{ $name }</b>: на уроке
    { $lesson }
absence-lesson = { $subject }, { $position }-й урок, { $day }
absence-lesson-timed = { $subject }, { $position }-й урок в { $time }, { $day }
absence-ask = Вы знаете, где ребёнок?
absence-say-ill = 🤒 Болеет
absence-say-late = 🕐 Опаздывает
absence-say-known = 👌 Знаю
absence-say-unknown = ❗️ Не знал(а)!
absence-said-ill = болеет
absence-said-late = опаздывает
absence-said-known = родители знают
absence-said-unknown = родители не знали!
absence-answered-ill = 🤒 Вы ответили: болеет. Учитель и классный руководитель уже знают. Выздоравливайте!
absence-answered-late = 🕐 Вы ответили: опаздывает. Учитель и классный руководитель уже знают.
absence-answered-known = 👌 Вы ответили: знаю. Учитель и классный руководитель уже знают.
absence-answered-unknown = ❗️ Вы ответили: не знал(а). Классный руководитель получил сообщение сразу же. Позвоните ребёнку; если не отвечает — позвоните в школу.
absence-answered-by-other = ✔️ Второй родитель уже ответил: { $answer }.
absence-thanks = Спасибо, передали
absence-corrected = ✏️ <b>{ $name }</b>, исправлено: { $before } → { $now }
    { $lesson }
absence-was-present = на уроке
absence-was-absent = нет на уроке
absence-was-ill = болеет
absence-was-excused = нет по уважительной причине
absence-was-late = опоздание
absence-answer-told = 👪 <b>{ $name }</b>, { $class_name }: { $answer }
    { $lesson }
absence-alarm = ❗️❗️ <b>{ $name }</b>, { $class_name }: родители НЕ ЗНАЛИ, что ребёнка нет на уроке!
    { $lesson }
    Свяжитесь с ними прямо сейчас.
refused-already-answered = { $answer ->
    [ill] На это уже ответили: болеет.
    [late] На это уже ответили: опаздывает.
    [known] На это уже ответили: родители знают.
   *[unknown] На это уже ответили: родители не знали.
} Первый ответ остаётся в силе.
refused-not-away-any-more = { $subject } · { $day }: { $status ->
    [late] учитель исправил запись, ребёнок пришёл с опозданием.
   *[present] учитель исправил запись, ребёнок на уроке.
} Отвечать уже не нужно.
