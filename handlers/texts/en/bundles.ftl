# Several pieces of news of one child in one message.

bundle-heading = 🗒 <b>{ $own ->
    [true] New in your diary
   *[false] { $name }
}</b>
bundle-mark = • { $subject } — <b>{ $value }</b> ({ $work }), { $day }
bundle-mark-corrected = • ✏️ { $subject }, { $day }, corrected: { $before } → <b>{ $value }</b>
bundle-mark-cancelled = • ✏️ { $subject }, { $day }: the mark{ $before ->
        [none] {""}
       *[other] {" "}{ $before }
    } was taken back
bundle-comment = { $line }
    💬 { $comment }
bundle-homework = • 📚 { $subject }, { $day }: { $text }
bundle-homework-corrected = • ✏️ { $subject }, { $day }, homework changed: { $text }
bundle-homework-cancelled = • ✖️ { $subject }, { $day }: homework cancelled
