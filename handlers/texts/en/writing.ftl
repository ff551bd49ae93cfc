## What cannot be passed on by the bot

refused-contact-not-passed = Phone numbers are not needed here: people answer in the bot, and nobody sees your number. Please write it in words.
refused-place-not-passed = A point on the map cannot be passed on. Please write the address or the place in words.
refused-sticker-not-passed = Stickers are not passed on here. Please write it in words, or send a photo, a file or a voice message.
refused-poll-not-passed = A Telegram poll cannot be passed on: it shows who made it and who answered. Please ask the question in words.
refused-writing-not-passed = A message like this cannot be passed on. Text, a photo, a video, a file, audio or a voice message will do.
refused-writing-too-long = The message does not fit: { $length } characters, and { $most } are the most. Please send it in two: nothing has been sent yet.

# In place of a file that Telegram no longer has
files-lost = 📎 { $files ->
    [one] The attachment could not be delivered. Please ask for it again.
   *[other] The attachments could not be delivered. Please ask for them again.
}
