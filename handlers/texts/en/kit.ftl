# Slips for the parents' meeting: screens and paper.

kit-menu = 📄 Slips for the meeting
kit-refresh = 🔄
kit-who-waits = ▫️ Not in yet: { $count }
kit-turnout =
    🔑 <b>Access, { $name }</b>
    Parents: { $guardians } of { $all-guardians } are in
    Pupils: { $pupils } of { $all-pupils } are in
    ✅ comes in · ▫️ not yet · ⏳ waits to be confirmed · ⚠️ messages do not arrive
kit-waiting =
    ▫️ <b>Not in yet, { $name }</b>: { $count }
    Tap a name to give one person a code.
kit-nobody-waits =
    ✅ <b>{ $name }</b>: everyone is in!
kit-page = Page { $page } of { $pages }
kit-ask =
    📄 <b>Slips for the meeting, { $name }</b>

    { $people ->
        [one] There will be { $people } slip, for the one who has not come in yet.
       *[other] There will be { $people } slips, one for each who has not come in yet.
    }
    A slip has the name, a QR code and a new code. Codes that these people were given before will stop working.
kit-print = 📄 Make the file
kit-sent = The file with the slips is below
kit-caption =
    📄 Slips, { $name }: { $people }. Print, cut along the dashes and hand them over in person: a code lets in whoever holds it. The last page is your list.
kit-file = Slips { $name }
kit-one = 📄 Slip
kit-one-file = Slip { $name }
kit-one-caption = 📄 A slip for: { $person }. Its code is the one on the screen above.

kit-title = Coming into the journal, { $school }
kit-pupil = pupil
kit-guardian = parent, child: { $pupils }
kit-guardian-of-several = parent, children: { $pupils }
kit-until = good once, until { $day }
kit-scan = Point the phone's camera at the square: Telegram opens.
kit-start = Tap “Start”.
kit-type = Did not open? Find @{ $bot } in Telegram and send it the code.
kit-list = Slips for coming in, { $name } · { $school }
kit-list-note = Tick whom a slip was given. The codes are good until { $day } and let in whoever holds the slip.

refused-everyone-is-in = Nothing to print: everyone is in. A new code for one person is behind their name in the list.
refused-slips-outdated = New codes have been given out in the class since: the file with the slips is above. If there is none, open “Slips for the meeting” once more.
