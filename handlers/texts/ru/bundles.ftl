# Несколько событий одного ребёнка одним сообщением.

bundle-heading = 🗒 <b>{ $own ->
    [true] Новое в дневнике
   *[false] { $name }
}</b>
bundle-mark = • { $subject } — <b>{ $value }</b> ({ $work }), { $day }
bundle-mark-corrected = • ✏️ { $subject }, { $day }, исправлено: { $before } → <b>{ $value }</b>
bundle-mark-cancelled = • ✏️ { $subject }, { $day }: отметка{ $before ->
        [none] {""}
       *[other] {" "}{ $before }
    } отменена
bundle-comment = { $line }
    💬 { $comment }
bundle-homework = • 📚 { $subject }, { $day }: { $text }
bundle-homework-corrected = • ✏️ { $subject }, { $day }, задание изменено: { $text }
bundle-homework-cancelled = • ✖️ { $subject }, { $day }: задание отменено
