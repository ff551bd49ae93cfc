# Remarks and praise in the diary.

remarks-menu = 🗒 Class remarks
roles-command-remarks = Remarks and praise of the class
remarks-to-diary = 🗒 To the diary
remarks-of-one = 🗒 To the diary…
remarks-whose = 🗒 <b>{ $subject }</b>, { $classes }, { $day }. Into whose diary?
remarks-choose-class = Remarks and praise: which class?
remarks-no-classes = The class teacher and the administration see the whole class's entries. Entries about you and your children are in the diary: /week. A teacher writes into a diary at the lesson: /lesson, then “To the diary”.
remarks-of-class = 🗒 <b>{ $class_name }</b>: remarks and praise of this year. Tap a name to read or write.
remarks-heading = 🗒 <b>{ $name }</b>, { $class_name }{ $subject ->
    [none] {""}
   *[other] {" "}· { $subject }, { $day }
}
remarks-none = Nothing is written yet.
remarks-who-reads = The pupil and the parents read this in the diary and in the evening digest.
remarks-write = { $kind ->
    [praise] 🌟 Praise
   *[remark] 🗒 Remark
}
remarks-take-back = Take back: “{ $text }”
remarks-taken-back = <s>{ $line }</s> — taken back
remarks-taken-back-toast = Taken out of the diary.
remarks-others = Another pupil
remarks-to-lesson = To the lesson
remarks-ask = { $kind ->
    [praise] 🌟 What is the praise for? { $name }
   *[remark] 🗒 What shall it say? { $name }
}

    Write one sentence, up to { $most } characters. The pupil and the parents will read it.
remarks-line = { $kind ->
    [praise] 🌟 Praise
   *[remark] 🗒 Remark
} ({ $subject ->
    [none] {""}
   *[other] { $subject },{" "}
}{ $by }): { $text }
remarks-digest = 🗒 <b>In the diary</b>
remarks-digest-day = { $day ->
    [today] {""}
   *[other] { $day }.{" "}
}{ $line }

refused-remark-empty = An entry needs words: please write a few.
refused-remark-too-long = The entry does not fit: it has { $length } characters and { $most } are possible. Please shorten it and send it again.
