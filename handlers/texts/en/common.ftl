# Words that everyone needs: days, ways back, refusals.

on-weekday = { $weekday ->
    [1] on Monday
    [2] on Tuesday
    [3] on Wednesday
    [4] on Thursday
    [5] on Friday
    [6] on Saturday
   *[7] on Sunday
}, { $date }

back = ‹ Back
menu-more = 🗂 More
menu-more-title = 🗂 <b>More</b>
to-menu = ‹ Menu
undo = ↩️ Undo

refused-not-allowed = This is not open to you. If it should be, please ask the journal’s administrator.
refused-not-found = Nothing found. It may have changed: open /menu and try again.
refused-outdated = This has changed since the screen was opened. Here is how it stands now.
unexpected = Something went wrong, and we have noted it. Nothing is lost: please try again in a minute.
too-fast = That is faster than I can follow. Please wait half a minute, and we go on. The last of it was not taken; what was saved before is safe.
