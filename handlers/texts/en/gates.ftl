# Talk: how often one may write, who may only answer, what is asked about before it goes; the question to the administrator.

gates-send-anyway = Send
gates-change = ✏️ Change
gates-again = 🔁 Send again
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
