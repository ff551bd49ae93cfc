# Absence: what parents and teachers see.

absence-told-absent = 🔴 <b>{ $name }</b>: not at the lesson
    { $lesson }
absence-told-late = 🕐 <b>{ $name }</b>: late{ $minutes ->
        [0] {""}
        [one] {" "}by { $minutes } minute
       *[other] {" "}by { $minutes } minutes
    }
    { $lesson }
absence-told-ill = 🤒 <b>{ $name }</b>: noted as ill
    { $lesson }
absence-told-excused = 📄 <b>{ $name }</b>: away for a good reason
    { $lesson }
absence-told-present = ✅ <b>{ $name }</b>: at the lesson
    { $lesson }
absence-lesson = { $subject }, lesson { $position }, { $day }
absence-lesson-timed = { $subject }, lesson { $position } at { $time }, { $day }
absence-ask = Do you know where your child is?
absence-say-ill = 🤒 Ill
absence-say-late = 🕐 Will be late
absence-say-known = 👌 I know
absence-say-unknown = ❗️ I did not know!
absence-said-ill = ill
absence-said-late = will be late
absence-said-known = the parents know
absence-said-unknown = the parents did not know!
absence-answered-ill = 🤒 You answered: ill. The teacher and the class teacher know already. Get well soon!
absence-answered-late = 🕐 You answered: will be late. The teacher and the class teacher know already.
absence-answered-known = 👌 You answered: I know. The teacher and the class teacher know already.
absence-answered-unknown = ❗️ You answered: I did not know. The class teacher was told at once. Call your child; if there is no answer, call the school.
absence-answered-by-other = ✔️ The other parent has answered: { $answer }.
absence-thanks = Thank you, passed on
absence-corrected = ✏️ <b>{ $name }</b>, corrected: { $before } → { $now }
    { $lesson }
absence-was-present = at the lesson
absence-was-absent = not at the lesson
absence-was-ill = ill
absence-was-excused = away for a good reason
absence-was-late = late
absence-answer-told = 👪 <b>{ $name }</b>, { $class_name }: { $answer }
    { $lesson }
absence-alarm = ❗️❗️ <b>{ $name }</b>, { $class_name }: the parents DID NOT KNOW that their child is not at the lesson!
    { $lesson }
    Get in touch with them right now.
refused-already-answered = { $answer ->
    [ill] This has been answered: ill.
    [late] This has been answered: on the way, late.
    [known] This has been answered: the parents know.
   *[unknown] This has been answered: the parents did not know.
} The first answer stands.
refused-not-away-any-more = { $subject } · { $day }: { $status ->
    [late] the teacher has put it right, the child came late.
   *[present] the teacher has put it right, the child is at the lesson.
} No answer is needed any more.
