# Consent: signing, one's own, those of a class, a new text.

roles-consent-yes = ✅ I have read it and agree
roles-consent-no = Not now
roles-help-consents = /consents — who has signed the consent; write down one brought on paper
roles-command-consents = Parents’ consents
consent-own-text =
    🔐 <b>Consent to the processing of personal data</b>

    { $text }

    Version of this text: { $version }.
consent-ask-name =
    ✍️ One step is left. Please write your surname, first name and patronymic in full, as in your documents.

    That is your signature under the consent above.
consent-signed = ✅ The consent is signed. Thank you!
consent-code-again = While you were signing, the school changed the text of the consent. Please send your code once more and we will show the new one. The code stays good.
consent-declined = All right. Until the consent is signed the diary is closed and no messages about your child come. You can return at any time.
consent-read = 📄 Read the consent
consent-asked-again =
    📄 <b>The school has a new text of the consent to process personal data</b>

    Please read it and sign it. The diary does not open without it; messages about your child still come by the earlier consent.

consent-button = 🔐 Consent
consent-own = ✍️ <b>Your answer:</b> { $how }
consent-how = { $day }, version { $version }
consent-how-signed = { $day }, version { $version }, signed: { $name }
consent-how-paper = { $day }, version { $version }, on paper; written down by { $by }
consent-withdraw = Withdraw the consent
consent-withdraw-sure =
    Withdraw your consent to the processing of personal data?

    • the diary closes at once, on all your devices;
    • no more messages about your child will come, absences included;
    • the school begins to erase your data. The journal, marks and attendance, is kept by law.

    You can return later with a new code from the class teacher.
consent-withdraw-yes = Yes, withdraw
consent-withdrawn = The consent is withdrawn. The diary is closed and no more messages about your child will come; the school’s administrator knows and will see to erasing your data. To return, ask the class teacher for a new code.
consent-told-withdrawn =
    🔐 <b>A consent was withdrawn</b>

    { $name } (child: { $pupils }). Access was closed at once; the erasure waits for you.
consent-told-withdrawn-alone =
    🔐 <b>A consent was withdrawn</b>

    { $name }. Access was closed at once; the erasure waits for you.

consent-menu = 🔐 Consents
consent-choose-class = 🔐 <b>Parents’ consents</b>. Which class?
consent-class = 🔐 <b>Consents, { $class_name }</b> · { $given } of { $all } are there
consent-line-brief = { $name } · { $day }
consent-line-given = { $name } ({ $pupils }) · { $how }
consent-line-paper = { $name } ({ $pupils }) · { $how }
consent-line-older = { $name } ({ $pupils }) · the earlier text: { $how }
consent-line-not-yet = { $name } ({ $pupils }) · not yet
consent-line-declined = { $name } ({ $pupils }) · not given or withdrawn: { $how }
consent-legend = 📄 — write down a consent brought on paper.
consent-paper-when = On which day was the paper signed?
consent-today = Today
consent-yesterday = Yesterday
consent-other-day = Another day
consent-ask-day = Write the day on which the paper was signed: “01.09” or “1 September”.
consent-recorded = The consent is written down.
consent-text-button = 📝 The consent’s text
consent-new-text = 📝 A new text
consent-ask-text =
    Send the new text of the consent as one message, up to 3500 characters.

    Name in it the school and its address, the purpose, which data and what is done with them, for how long, and how to withdraw: the law asks for that (152-FZ, article 9).
consent-preview = { $count ->
        [one] Parents will see it so. { $count } person will be asked to sign anew.
       *[other] Parents will see it so. { $count } people will be asked to sign anew.
    }
consent-publish = ✅ Publish
consent-published = ✅ Published, version { $version }. Parents see the new text when they open the bot; one message tells them of it.
consent-text-gone = This text no longer waits to be published. Open “The consent’s text” and send it again.

refused-name-not-alike = The name does not match the school’s lists yet. Please write your surname, first name and patronymic in full, without abbreviations. If your surname has changed, the class teacher will correct the list.
refused-consent-text-empty = There is no text. Please send it as a message.
refused-consent-text-too-long = The text has { $length } characters, and { $most } fit. Please shorten it.
refused-paper-day-unclear = I did not understand the day. Write, for example, “01.09” or “1 September”.
refused-no-day-of-paper = A paper cannot have been signed on that day: { $day }. Please check the date.
refused-withdrawn-since = The consent was withdrawn later: { $day }. A paper signed after that day is needed.
