# Too many messages at once: the question to a deputy, and word to who caused them.

hold-class = ⚠️ <b>{ $class_name }</b>: { $away } of { $size } are absent
hold-school = ⚠️ <b>The whole school</b>: { $away } of { $size } are absent
hold-announcement = ⚠️ <b>{ $audience }</b>: an announcement by { $sender }
hold-ask = Send { $n ->
    [one] { $n } message
   *[other] { $n } messages
}?
hold-goes-at = <i>Without an answer I send them at { $at }: a real emergency must not stay silent.</i>
hold-nothing-left = Nothing is left to send: the roll call was corrected.
hold-send = ✅ Send
hold-drop = ✖️ Don’t send
hold-show = 👀 Show
hold-became-sent = ✅ { $n ->
    [one] { $n } message is on its way
   *[other] { $n } messages are on their way
}. Decided by { $by }
hold-became-dropped = ✖️ { $n ->
    [one] { $n } message was not sent
   *[other] { $n } messages were not sent
}. Decided by { $by }
hold-became-lapsed = ⏱ There was no answer, so the messages went by themselves: { $n }
hold-decided = Done
hold-decided-before = This was decided before
hold-told-absences-open = So many are absent at once that messages to the parents are held for now: the deputy decides. If the roll call is right, there is nothing to do; if not, just correct it.
hold-told-absences-sent = ✅ Messages to the parents were sent. Decided by { $by }
hold-told-absences-dropped = ✖️ Messages to the parents were not sent. Decided by { $by }
hold-told-absences-lapsed = ⏱ Messages to the parents were sent: the deputy did not answer in time.
hold-told-announcement-open = The announcement goes to very many, so it waits for the deputy’s answer.
hold-told-announcement-sent = ✅ The announcement was sent. Decided by { $by }
hold-told-announcement-dropped = ✖️ The announcement was not sent. Decided by { $by }
hold-told-announcement-lapsed = ⏱ The announcement was sent.
