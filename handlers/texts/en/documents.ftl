# The school's documents: the list, one of them, publishing, who has read, the pack for the site.

documents-menu = 📄 Documents
roles-help-docs = /docs — the school’s documents; what waits for your confirmation comes first
roles-command-docs = The school’s documents
documents-heading = { $waiting ->
        [0] 📄 <b>The school’s documents</b>
       *[other] 📄 <b>The school’s documents</b> · { $waiting } to confirm
    }
documents-none = 📄 There are no documents yet. Whatever the school publishes appears here.
documents-line = <b>{ $title }</b> · { $day }, version { $version }
documents-open = 📎 Open
documents-confirm = ✅ I have read it
documents-asks = ✍️ The school asks you to read and confirm it.
documents-confirmed = ✅ You have read it: { $day }
documents-thanks = Noted, thank you.
documents-earlier = 🕘 Earlier versions
documents-earlier-heading = 🕘 <b>Earlier versions</b>
documents-version = Version { $version }
documents-class = { $class_name }: who has read it
documents-for-all = For everyone
documents-for-staff = For the staff
documents-for-families = For the families
documents-news-new =
    📄 <b>A new document of the school</b>

    { $title } · { $day }, version { $version }
documents-news-asks =
    📄 <b>A document of the school: please read it</b>

    { $title } · { $day }, version { $version }

    Open it and tap “I have read it”.
documents-news-reminder =
    📄 <b>A reminder: a document waits to be confirmed</b>

    { $title } · { $day }, version { $version }

    Open it and tap “I have read it”.

documents-publish = ➕ Publish a document
documents-pack = 🗂 Pack for the site
documents-replace = 🔁 New version
documents-withdraw = Withdraw
documents-who = 👀 Who has read it
documents-show = 📄 To the document
documents-back = 📄 To the documents
documents-bring =
    📎 Send a file (up to 20 MB) or an https link.

    The title comes from the caption or the file’s name; you can correct it.
documents-bring-version =
    📎 Send a file (up to 20 MB) or an https link: the new version of “{ $title }”.

    The present one stays in the history; everyone is asked to confirm anew.
documents-draft =
    📄 <b>{ $title }</b>
    { $day }
    { $what }

    Look at it and publish. Those concerned hear by one message.
documents-draft-file = File: { $name }
documents-draft-link = Link: { $link }
documents-draft-publish = ✅ Publish
documents-draft-asks = Ask to confirm
documents-draft-title = ✏️ Title
documents-draft-day = 📅 Date
documents-to-all = Everyone
documents-to-staff = Staff
documents-to-families = Families
documents-drop = Do not publish
documents-ask-title = ✏️ Write the title, up to 200 characters.
documents-ask-day = 📅 Write the document’s date: “01.09”, “1 September” or “30.08.2025”.
documents-published = ✅ Published: { $title }
documents-withdraw-sure =
    Withdraw <b>{ $title }</b>?

    It disappears for everyone together with its earlier versions; who has read what stays written. To change the text, send a new version instead.
documents-withdraw-yes = Yes, withdraw
documents-withdrawn = Withdrawn: { $title }

documents-read = 👀 <b>{ $read } of { $all } have read it</b>
documents-read-staff = <b>Staff</b>: { $read } of { $all }
documents-read-families = <b>Families</b>: { $read } of { $all } · one parent is enough
documents-read-class = <b>{ $class_name }</b>: { $read } of { $all } families have read it
documents-class-line = { $class_name }: { $read } of { $all }
documents-not-read = Not yet: { $names }
documents-not-read-more = Not yet: { $names } and { $count } more
documents-remind = 🔔 Remind those who have not
documents-reminded = The reminder is sent. The next one can go tomorrow.
documents-packed = The pack for the school’s site: the files, a page index.html and the list documents.json. It holds only what is for everyone.
documents-pack-title = Documents: { $school }
documents-pack-about = { $day }, version { $version }

refused-document-replaced = This document was withdrawn or has a newer version. Open /docs to see what stands.
refused-document-empty = The file is empty. Please check it and send it again.
refused-document-too-big = The file is larger than 20 MB, more than a bot can fetch. Compress it, or send a link.
refused-document-not-understood = A file or an https link is needed. Please send a photo as a file.
refused-link-not-accepted = This link cannot be published. It takes an ordinary one with https:// and no password in it, up to 500 characters.
refused-title-unclear = There is no title to read, or it is longer than { $most }. Please write another one.
refused-document-draft-gone = This draft no longer waits. Open /docs and begin anew.
refused-document-day-unclear = I did not understand the day. Write, for example, “01.09” or “30.08.2025”.
refused-reminded-today = They were reminded today already. The next reminder can go tomorrow.
refused-nobody-to-remind = There is nobody to remind: everyone has read it.
refused-nothing-to-pack = No document is for everyone yet, so there is nothing to pack.
refused-pack-too-big = The pack does not fit into a message. A command on the school’s machine makes it: python -m bot docs --zip FILE
