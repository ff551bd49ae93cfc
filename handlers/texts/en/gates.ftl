# Talk: how often one may write, who may only answer, what is asked about before it goes; the question to the administrator.

gates-send-anyway = Send
gates-change = ✏️ Change
gates-again = 🔁 Send again
gates-without-mark = Send without the mark
gates-kept = Your text is kept.

refused-too-fast = ⏳ Too many messages in a row. The next one goes in { $wait_minutes ->
    [one] { $wait_minutes } minute
   *[other] { $wait_minutes } minutes
}.
refused-too-many-begun = ⏳ Today you have begun { $most ->
    [one] { $most } conversation
   *[other] { $most } conversations
}; new ones can be begun tomorrow. You can answer in them now.
refused-answers-only = ✋ The administrator has limited your writing: you can answer the school, but not begin new conversations for now. The reason: { $reason }. Questions go to the administrator: /help
refused-too-many-urgent = ⚡ Today you have sent { $most ->
    [one] { $most } urgent message
   *[other] { $most } urgent messages
} already. Send this one without the mark: it comes in working hours.
refused-hold-asked = { $why ->
    [code] 🔑 The text holds { $n ->
        [one] a one-time code
       *[other] { $n } one-time codes
    } of the journal. Whoever reads another’s code gets in by it. Send it all the same?
   *[names] 📋 This looks like a list of pupils of { $class_name }: { $n ->
        [one] { $n } name
       *[other] { $n } names
    }. Send it all the same?
}

privacy-what-changed-urgent = an urgent message

menu-limits = ✋ Answers only
roles-command-limits = Guardians who may only answer
limits-heading = ✋ <b>Answers only</b>
    Such a guardian answers the school and can ask the administrator, but begins no new conversation. News of the child comes as before.
limits-none = Nobody is limited now.
limits-line = • { $name }{ $children ->
        [none] {""}
       *[other] {" "}({ $children })
    } — { $reason }; since { $since }, { $by }
limits-lift = ↩️ Lift: { $name }
limits-lifted = Lifted; they will be told
limits-add = ➕ Limit somebody
limits-which-class = ✋ A child of which class?
limits-which-pupil = ✋ <b>{ $class_name }</b>: whose guardian?
limits-which-guardian = ✋ <b>{ $name }</b>, { $class_name }
    { $n ->
        [0] There is nobody here to limit.
       *[other] Who may only answer from now on?
    }
limits-already = ✋ { $name }: only answers already
limits-works-here = 💼 { $name } works at the school and cannot be limited
limits-ask-reason = ✋ <b>{ $name }</b>
    Write the reason in one message, up to { $most } characters. They will see it: short and to the point.
limits-told = ✋ The administrator has limited your writing: you cannot begin new conversations for now. You can answer the school, get news of the child and confirm what you have read as before.
    The reason: { $reason }
    If you disagree or have a question, write to the administrator: /ask and the text.
limits-lifted-told = ✅ The limit is lifted: you can begin conversations with the school again.

refused-limit-reason-needed = A reason is needed: a few words, up to { $most } characters. Write it once more.
refused-staff-not-limited = { $name } works at the school: the writing of staff is not limited here.
refused-limited-already = { $name } can only answer already.

roles-help-ask = /ask text — a question to the administrator of the journal; the answer comes here
roles-command-ask = Ask the administrator of the journal
asking-button = ✉️ Ask the administrator
asking-question = ✉️ <b>A question to the administrator of the journal</b>
    Write it in one message: what you wanted to do and what did not work. You can add a screenshot. The answer comes into this chat.
asking-about-button = 🆘 To the administrator
asking-about-talk = 🆘 <b>{ $matter }</b>
    Tell the administrator what happened and how to help. They will not see the conversation itself, only what you write.
asking-matter = Conversation: { $whom }{ $about ->
    [none] {""}
   *[other] {" "}({ $about })
}
asking-urgent = ⚡ Urgent: { $on ->
    [true] yes, it comes at any hour
   *[false] no
}
